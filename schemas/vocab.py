"""The closed vocabularies of the tables: every value that a coded column may hold, with its definition.

Type and mode names are PLOVER's, so that they mean what a PLOVER user expects; the definitions are this project's.
DISPLACE and the modes marked "own" are additions. A value that is not listed here is an error, never a new code.
"""

from __future__ import annotations

from collections.abc import Mapping

Values = Mapping[str, str]

EVENT_TYPES: Values = {
    "AGREE": "Promises or agrees to act, settle or meet: deals, treaties, pledges, scheduled talks.",
    "CONSULT": "Meets, visits, calls or negotiates.",
    "SUPPORT": "Sides with somebody in words: praises, recognises, defends, expresses backing, apologises, forgives.",
    "CONCEDE": "Gives in to a demand in words: eases a policy, lifts a rule, accepts terms.",
    "COOPERATE": "Works together in deed: joint patrols or exercises, trade, purchase of arms, shared intelligence.",
    "AID": "Gives material help: money, relief, weapons, training, military backing, shelter.",
    "RETREAT": "Gives up a position or a hold: withdraws, disarms, releases captives, observes a ceasefire, resigns.",
    "REQUEST": "Asks, appeals for or demands something.",
    "ACCUSE": "Blames, criticises, condemns, sues or investigates.",
    "REJECT": "Refuses a request, proposal or claim, or breaks off talks in words.",
    "THREATEN": "Announces harm, or makes it depend on what the other side does.",
    "PROTEST": "Civilians act in public for a cause: demonstrations, riots, strikes, blockades of a road.",
    "SANCTION": "Cuts or worsens relations in deed, short of force: embargo, expulsion of envoys, aid cut, verdict.",
    "MOBILIZE": "Prepares or moves force without using it: deployments, exercises, reinforcements, new bases.",
    "COERCE": "Uses power over people or property short of an assault: arrests, seizures, bans, curfews, sieges.",
    "ASSAULT": "Uses or attempts to use violence against people, forces or property.",
    "DISPLACE": "People flee or are driven from their homes (own type).",
}

MODES: Mapping[str, Values] = {
    "AGREE": {},
    "CONSULT": {
        "visit": "The actor travels to the recipient.",
        "third-party": "Somebody else hosts or mediates the meeting.",
        "multilateral": "The meeting is one of several states or of an organisation.",
        "phone": "By telephone, video or letter.",
    },
    "SUPPORT": {},
    "CONCEDE": {},
    "COOPERATE": {},
    "AID": {},
    "RETREAT": {
        "withdraw": "Forces leave a place or give up ground.",
        "release": "Captors let captives go.",
        "disarm": "Weapons are given up, a force is disbanded or surrenders.",
        "ceasefire": "A ceasefire is put into effect.",
        "access": "Observers, peacekeepers or relief are let in.",
        "resign": "An office holder steps down.",
        "rescue": "Captives are freed by a third party (own).",
    },
    "REQUEST": {
        "assist": "Asks for help, relations, aid or attention.",
        "change": "Asks for another policy, law, leader or government.",
        "yield": "Asks the other side to give in: stop fighting, withdraw, release, lift.",
        "meet": "Asks for talks or mediation.",
    },
    "ACCUSE": {
        "disapprove": "Criticises, condemns, complains or warns against.",
        "investigate": "Opens or carries out an inquiry.",
        "allege": "Says that somebody did wrong, or charges or sues them.",
    },
    "REJECT": {
        "assist": "Refuses help, relations or cooperation.",
        "change": "Refuses another policy, law, leader or government.",
        "yield": "Refuses to give in: to stop, withdraw, release or lift.",
        "meet": "Refuses or breaks off talks or mediation.",
    },
    "THREATEN": {
        "restrict": "Threatens to close, block, strike or boycott.",
        "arrest": "Threatens to arrest or prosecute.",
        "relations": "Threatens to end relations, talks or aid.",
        "expel": "Threatens to send away diplomats, peacekeepers or groups.",
        "territory": "Threatens to take or keep a territory.",
        "violence": "Threatens to attack, kill or retaliate by force.",
    },
    "PROTEST": {
        "demo": "People gather or march, largely in peace.",
        "riot": "A crowd turns to violence.",
        "strike": "Work, study or trade is stopped.",
        "hunger": "Refusal to eat.",
        "boycott": "Refusal to buy, deal or take part.",
        "obstruct": "A road or entrance is blocked, a building occupied.",
        "vandalize": "Symbols or property are damaged to make a point.",
    },
    "SANCTION": {
        "convict": "A court or tribunal finds guilty or passes sentence.",
        "expel": "A member, diplomat or organisation is thrown out.",
        "withdraw": "Leaves an organisation, a mission or a mediation, or recalls envoys.",
        "discontinue": "Trade, aid, relations or exchanges are cut or suspended.",
    },
    "MOBILIZE": {
        "troops": "Armed forces are sent, massed, exercised or put on alert.",
        "weapons": "Weapons are placed, tested or readied.",
        "police": "Police or security units are sent or put on alert.",
        "militia": "A non-state armed group gathers or moves its people.",
    },
    "COERCE": {
        "seize": "Property or ground is searched, raided or taken without a fight.",
        "restrict": "Movement, parties or rights are banned or limited; designations.",
        "censor": "Media, publications or the net are blocked.",
        "curfew": "A curfew is imposed.",
        "martial-law": "A state of emergency or martial law is imposed.",
        "arrest": "People are arrested or detained.",
        "deport": "People are removed from a country.",
        "withhold": "Power, water, food, relief or passage is cut off.",
        "misinformation": "False information is spread on purpose.",
        "cyber": "Computers or networks are attacked.",
        "siege": "A place or force is surrounded or blockaded (own).",
    },
    "ASSAULT": {
        "abduct": "People are kidnapped, taken hostage or hijacked.",
        "beat": "People are struck by hand or with blunt objects.",
        "torture": "Captives are tortured.",
        "sexual": "Rape and other sexual violence.",
        "targeted": "Chosen or defenceless people are killed: assassination, execution, massacre, also when attempted.",
        "destroy": "Property is destroyed on purpose.",
        "primitive": "Blades, stones, fire and the like.",
        "firearms": "Rifles, pistols, machine guns.",
        "explosives": "Mines, roadside, car and planted bombs, grenades.",
        "suicide-attack": "The attacker means to die in the attack.",
        "aerial": "Aircraft and helicopters with a crew.",
        "drone": "Unmanned aircraft.",
        "heavy-weapons": "Artillery, mortars, rockets, missiles, tanks.",
        "crowd-control": "Tear gas, water cannon, batons, warning shots.",
        "unconventional": "Chemical, biological, radiological, nuclear weapons.",
        "clash": "Fighting of two sides (own).",
        "offensive": "A campaign of many attacks (own).",
        "capture": "A place is taken by force (own).",
        "capture-combatant": "Fighters are taken prisoner (own).",
        "bodies-found": "A killing known from its victims only; its date ends with the find (own).",
    },
    "DISPLACE": {},
}

SPEECH_ACT_TYPES = frozenset({"SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done by saying them: the speaker is the actor, there is no claimant and no outcome."""

FORCEFUL = frozenset({("PROTEST", "riot"), ("PROTEST", "vandalize")})
"""Violent in themselves, as every ASSAULT is; other PROTEST and COERCE only when somebody is killed or hurt."""

STATUS: Values = {
    "occurred": "It happened, as told, possibly under a claim.",
    "ongoing": "It started and goes on at the publication date.",
    "planned": "Announced or scheduled by its own actor, not yet done.",
    "negated": "Reported as not happening or not having happened: denied, ruled out, foiled before it began.",
}

OUTCOME: Values = {
    "succeeded": "The act reached its aim.",
    "failed": "The act was carried out and missed or was repelled.",
    "intercepted": "What was launched was stopped before it struck.",
    "unknown": "The act was carried out; the text does not say how it ended.",
}

SCOPE: Values = {
    "incident": "One act, or acts of one or a few days told as one.",
    "multiple": "Several acts over a longer phrase told as one.",
    "aggregate": "A number summed over separate occurrences, or a total of incidents told elsewhere.",
}

QUAD_CLASS: Values = {
    "verbal cooperation": "Words that bring the sides closer.",
    "material cooperation": "Deeds that bring the sides closer.",
    "verbal conflict": "Words against the other side.",
    "material conflict": "Deeds against the other side.",
}

ACLED_EVENT_TYPE: Values = {
    "Battles": "Fighting of two armed sides.",
    "Explosions/Remote violence": "Violence by weapons that strike from afar or explode.",
    "Violence against civilians": "Force of an armed side against the unarmed.",
    "Protests": "Public gatherings that use no violence.",
    "Riots": "Violence of crowds.",
    "Strategic developments": "Acts without political violence that change the conflict.",
}

ACLED_CELLS: Mapping[str, Values] = {
    "Battles": {
        "Armed clash": "Fighting that leaves ground where it was, as far as told.",
        "Government regains territory": "The country's own forces take a place.",
        "Non-state actor overtakes territory": "Another armed side, or another state, takes a place.",
    },
    "Explosions/Remote violence": {
        "Shelling/artillery/missile attack": "Heavy weapons.",
        "Air/drone strike": "From the air.",
        "Remote explosive/landmine/IED": "Planted explosives.",
        "Suicide bomb": "A suicide attack.",
        "Chemical weapon": "Unconventional weapons.",
    },
    "Violence against civilians": {
        "Attack": "Killing and wounding.",
        "Sexual violence": "Sexual violence.",
        "Abduction/forced disappearance": "People taken away.",
    },
    "Protests": {
        "Peaceful protest": "No force by anybody.",
        "Protest with intervention": "Force against the crowd that hurts nobody, as far as told.",
        "Excessive force against protesters": "People of the crowd are killed or hurt.",
    },
    "Riots": {
        "Violent demonstration": "A demonstration turns violent.",
        "Mob violence": "A crowd attacks.",
    },
    "Strategic developments": {
        "Agreement": "Deals and ceasefires.",
        "Arrests": "Arrests.",
        "Change to group/activity": "Deployments, recruitment, disarmament.",
        "Disrupted weapons use": "Weapons are stopped before they strike.",
        "Looting/property destruction": "Property is taken or destroyed.",
        "Non-violent transfer of territory": "Ground changes hands without a fight.",
        "Other": "Anything else.",
    },
}

ACLED_MATCH: Values = {
    "good": "ACLED's definition and this row's agree.",
    "partial": "ACLED would code some of these rows otherwise, or only now and then.",
    "none": "ACLED does not code such acts.",
}

DATE_KIND: Values = {
    "within": "It happened sometime in the interval.",
    "throughout": "It lasted from start to end.",
}

DATE_PRECISION: Values = {
    "day": "One day.",
    "days": "A few named days, a night.",
    "week": "A calendar week, or seven days.",
    "part_of_month": "Early, middle or late in a month, or earlier this month.",
    "month": "A month.",
    "quarter": "Three months of the calendar or a business year.",
    "season": "A season or a festival of several days or weeks.",
    "part_of_year": "Early, middle or late in a year, or half a year.",
    "year": "A year.",
    "decade": "Ten years.",
    "century": "A hundred years.",
    "range": "Since, until, from … to: both ends known, the length any.",
    "vague": "Recent days, weeks or months.",
    "unknown": "Nothing in the text dates it.",
}

DATE_BASIS: Values = {
    "explicit": "The text alone fixes it; the year is written.",
    "relative": "The publication date or an earlier date was needed.",
    "inherited": "Taken over from another clause, as the codebook allows.",
    "none": "No expression dates it.",
}

DATE_SORT_BASIS: Values = {
    "start": "The first day of the interval.",
    "midpoint": "The middle of an interval that the event lies somewhere in.",
    "assumed_dct": "The start is open: the last day, at the latest the publication date, stands in.",
}

PLACE_LEVEL: Values = {
    "point": "A building, base, camp, crossing or other site.",
    "place": "A populated place or a part of one.",
    "district": "A second-order division.",
    "province": "A first-order division.",
    "region": "An area that is no administrative division, or that spans several.",
    "country": "A country or disputed territory.",
    "sea": "A sea, strait, lake or river.",
    "air": "Airspace.",
    "unknown": "Named in the text and not found in the gazetteer.",
}

SECTORS: Values = {
    "GOV": "Government and its executive.",
    "MIL": "State armed forces.",
    "COP": "Police and internal security.",
    "SPY": "Intelligence services.",
    "REB": "Armed opposition: rebels, insurgents.",
    "UAF": "Armed people whose side is not said.",
    "CRM": "Organised crime.",
    "OPP": "Unarmed opposition.",
    "PTY": "Political parties.",
    "LEG": "Parliaments and members.",
    "JUD": "Courts and prosecutors.",
    "CVL": "Civilians.",
    "REF": "Refugees and displaced people.",
    "JRN": "Journalists and media.",
    "MED": "Doctors, hospitals, rescue services.",
    "EDU": "Schools, teachers, students.",
    "BUS": "Companies.",
    "LAB": "Workers and unions.",
    "REL": "Clergy and religious bodies.",
    "IGO": "Organisations of states.",
    "NGO": "Non-governmental organisations.",
    "UNK": "Somebody, of no known sector.",
}

CIVILIAN_SECTORS = frozenset({"CVL", "REF", "JRN", "MED", "EDU", "BUS", "LAB", "REL", "NGO", "OPP", "PTY", "LEG"})
"""Sectors whose dead are civilians, and whose members ACLED counts as unarmed."""

STATE_ARMED_SECTORS = frozenset({"MIL", "COP", "SPY", "GOV"})
"""Sectors that fight for a state when they fight."""

ARMED_SECTORS = STATE_ARMED_SECTORS | {"REB", "UAF", "CRM"}
"""Sectors that are an armed side when they fight."""

COUNT_KINDS: Values = {
    "killed": "Dead.",
    "injured": "Wounded or hurt.",
    "displaced": "Fled or driven from home.",
    "detained": "Arrested or detained.",
    "abducted": "Kidnapped or taken hostage.",
    "released": "Let go or freed.",
    "captured": "Fighters taken prisoner.",
    "casualties": "Dead and wounded, not told apart.",
    "neutralized": "Said to be neutralised: dead, wounded or captured, not told apart.",
    "troops": "Armed people sent or moved.",
    "other": "Any other people, or things counted for the event.",
}

WHOSE: Values = {
    "actor": "Of the actor's side.",
    "recipient": "Of the recipient's side.",
    "none": "The text does not say whose.",
}

CLAIM_SIDE: Values = {
    "party": "The actor, or somebody of the actor's side, claims it.",
    "opponent": "The recipient, or somebody of the recipient's side, claims it.",
    "third": "Somebody of neither side claims it.",
    "unnamed": "Somebody whom the text does not name claims it: reportedly, allegedly.",
    "none": "The article tells it without a claimant.",
}

PARTICIPANT_ROLES: Values = {
    "actor": "Does it. Every party of a mutual act is one.",
    "recipient": "Receives it; whom it kills, hurts, seizes or drives out.",
    "supporter": "Backs the actor in the act.",
    "claimant": "Says that it happened, or gives its number.",
    "relay": "Passes on what the claimant says.",
}

PLACE_ROLES: Values = {  # in the order in which one of them stands in a row
    "where": "Where it happened.",
    "origin": "Where people or forces left.",
    "destination": "Where people or forces went.",
}

REVIEW: Values = {
    "machine": "Nobody has looked at it.",
    "confirmed": "A person confirmed it.",
    "corrected": "A person changed a value, merged or split it.",
    "added": "A person added it.",
}

FLAGS: Values = {
    "no_actor": "Nobody is said to have done it.",
    "no_recipient": "An attack on people or forces whose side is not said.",
    "no_place": "No place is told.",
    "place_inherited": "The place comes from another clause.",
    "place_unresolved": "A place is named and not found in the gazetteer.",
    "place_ambiguous": "The name fits a town and its province, or several places.",
    "actor_inherited": "An actor comes from another clause.",
    "actor_unresolved": "An actor is named and not in the actor table.",
    "date_unknown": "Nothing dates it.",
    "date_inherited": "The date comes from another clause.",
    "date_vague": "The interval is wider than a month.",
    "dct_inferred": "The article has no publication date; a set of possible days stands in.",
    "dct_unknown": "The article has no publication date and none could be inferred.",
    "multiple": "Several incidents told as one.",
    "aggregate": "A number over separate occurrences.",
    "vague_count": "A number comes from a word such as several or dozens.",
    "party_claim": "Only a side of the fight says so.",
    "unnamed_claim": "Only an unnamed source says so.",
    "contested": "Denied, or two claimants give different numbers.",
    "weak_link": "Tellings were joined on little in common.",
    "unparsed": "The sentence was too long or odd for a tree.",
    "stale_correction": "A correction expected a value that is no longer there.",
}

DOCUMENT_STATUS: Values = {
    "ok": "Read and searched for events.",
    "empty": "Holds no text.",
    "skipped": "Left out on purpose; the reason says why (another language).",
    "duplicate": "The same text as another document, or nearly so.",
    "quarantined": "Could not be read or searched; the reason says why.",
}

PUBLISHED_BASIS: Values = {
    "given": "Said by the input's own table or record.",
    "metadata": "Read from the file's metadata.",
    "inferred": "Inferred from the text, as a set of possible days.",
    "unknown": "Not known.",
}

REJECTED_REASONS: Values = {
    "heading": "Stands in a heading.",
    "state": "Describes a state, not an act.",
    "description": "Comment, habit or general statement.",
    "conditional": "Only if something else happens.",
    "possible": "Said to be possible or expected by others.",
    "purpose": "Said as an aim.",
    "obligation": "Said as a duty or need.",
    "permission": "Said as allowed.",
    "agentless": "A change without anybody who makes it.",
    "dating_only": "Named only to date another event.",
    "no_participant": "Needs an actor or recipient, and the text gives none.",
    "no_frame": "The words are no event here.",
    "timeout": "Not finished in the time an article may take.",
}

PUBLISHER_KINDS: Values = {
    "independent": "Takes no side's orders.",
    "state": "Owned or run by a state.",
    "party": "Of a side of the conflict.",
    "monitor": "Watches and counts: observatories, data projects.",
    "wire": "News agency.",
    "local": "Local news.",
    "social": "Posts and channels.",
}

VOCABULARIES: Mapping[str, Values] = {
    "event_type": EVENT_TYPES,
    "mode": {mode: text for modes in MODES.values() for mode, text in modes.items()},
    "status": STATUS,
    "outcome": OUTCOME,
    "scope": SCOPE,
    "quad_class": QUAD_CLASS,
    "acled_event_type": ACLED_EVENT_TYPE,
    "acled_sub_event_type": {name: text for cells in ACLED_CELLS.values() for name, text in cells.items()},
    "acled_match": ACLED_MATCH,
    "date_kind": DATE_KIND,
    "date_precision": DATE_PRECISION,
    "date_basis": DATE_BASIS,
    "date_sort_basis": DATE_SORT_BASIS,
    "place_level": PLACE_LEVEL,
    "sector": SECTORS,
    "count_kind": COUNT_KINDS,
    "whose": WHOSE,
    "claim_side": CLAIM_SIDE,
    "participant_role": PARTICIPANT_ROLES,
    "place_role": PLACE_ROLES,
    "review": REVIEW,
    "flag": FLAGS,
    "document_status": DOCUMENT_STATUS,
    "published_basis": PUBLISHED_BASIS,
    "rejected_reason": REJECTED_REASONS,
}
"""Name, as a column's `vocab` gives it, to values. A mode is listed once; which type it belongs to is in `MODES`."""
