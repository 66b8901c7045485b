"""Words that the treebanks hardly have, and the common word of the same build that the model is shown in their place.

The model knows a rare word by its first and last letters only, and an irregular past has none of a verb: "fighters overran the
district" was read as a row of names, "an air raid by the army" as a clause. The trees keep the words of the text; only the model
sees the other word.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from pipeline.parse.known_names import shown_word

STANDINS = {
    "overran": "captured",
    "overrun": "captured",
    "overrode": "rejected",
    "sit-in": "protest",
    "sit-ins": "protests",
    "consented": "agreed",
    "chanted": "protested",
    "overthrew": "attacked",
    "tore": "moved",
    "shook": "damaged",
    "froze": "blocked",
    "swore": "promised",
    "slew": "killed",
    "forbade": "banned",
    "upheld": "confirmed",
    "withheld": "blocked",
    "wore": "used",
    "lent": "offered",
    "vetoed": "rejected",
    "decreed": "announced",
    "booed": "mocked",
    "subpoenaed": "summoned",
    "embargoed": "banned",
    "repulsed": "attacked",
    "organised": "organized",
    "decried": "condemned",
    "disrupted": "damaged",
    "donated": "offered",
    "exhumed": "recovered",
    "incarcerated": "arrested",
    "initiated": "started",
    "interrupted": "stopped",
    "outlawed": "banned",
    "penetrated": "entered",
    "terrorised": "attacked",
    "terrorized": "attacked",
    "transported": "moved",
    "disarmed": "attacked",
    "financed": "supported",
    "laden": "filled",
    "denies": "rejects",
    "quit": "left",
    "knifed": "stabbed",
    "disabled": "damaged",
    "putsch": "coup",
    "internment": "detention",
    "counter-offensive": "offensive",
    "unrest": "violence",
    "raid": "strike",
    "lobbed": "fired",
    "teargas": "gas",
    "ablaze": "free",
    "martyred": "killed",
    "blamed": "criticized",
    "denounced": "condemned",
    "rebuked": "criticized",
    "rebuffed": "rejected",
    "notified": "informed",
    "sanctioned": "punished",
    "blacklisted": "banned",
    "backed": "supported",
    "endorsed": "supported",
    "lauded": "praised",
    "briefed": "informed",
    "thanked": "praised",
    "deplored": "condemned",
    "lambasted": "criticized",
    "slammed": "criticized",
    "assailed": "criticized",
    "chided": "criticized",
    "scolded": "criticized",
    "berated": "criticized",
    "ridiculed": "criticized",
    "shunned": "rejected",
    "defied": "rejected",
    "flouted": "rejected",
    "voiced": "expressed",
    "mediated": "supported",
    "dismissed": "rejected",
    "hosted": "welcomed",
    "IS": "ISIS",
    "Boko": "Houthi",
}


FIGHTING = {
    "fighting": "violence",
    "Fighting": "Violence",
    "clashes": "incidents",
    "Clashes": "Incidents",
}  # a noun or a form of "fight": the model takes it for the verb
ADJECTIVES = frozenset(
    "the this heavy fierce intense renewed fresh ongoing sporadic deadly latest recent street factional tribal ethnic sectarian"
    " communal clan house-to-house hand-to-hand fresh bitter".split()
)
OFFENSIVE = {"offensive": "operation", "offensives": "operations"}  # behind such a word a noun, not an adjective
NEIGHBOURING = frozenset(("neighbouring", "neighboring"))  # before a name: the model takes it for a verb
CAMPAIGNS = frozenset(
    "ground military air spring summer winter autumn rebel army government jihadist insurgent guerrilla".split()
)
ACTED = frozenset("killed wounded injured hit robbed dumped beheaded critically seriously".split())  # behind "shot and"
NOUN_BEFORE = frozenset("of in after since amid during from by as when while where and until despite , because".split())
NOUN_BEHIND = frozenset(
    "that which have left killed"
    " between erupted broke resumed began continued started raged"
    " intensified spread ended in near around over was has had".split()
)


def shown(words: Sequence[str], names: Mapping[int, str], known: Container[str]) -> list[str]:
    """The words that the model is shown for those of a text: mostly themselves; `names` by index, `known` as for `shown_word`."""
    if not any(word.islower() for word in words):
        return [names.get(i, word) for i, word in enumerate(words)]
    out = [STANDINS.get(word) or (word if word.islower() else shown_word(word, known)) for word in words]
    for i, name in names.items():
        out[i] = name
    for i in (i for i, word in enumerate(out) if word == "shot" and words[i + 1 : i + 2] == ["and"]):
        is_active = words[i + 2 : i + 3] and words[i + 2] in ACTED and words[i + 3 : i + 4] != ["by"]
        out[i] = "attacked" if is_active else "shot"
    for i in (i for i, word in enumerate(words) if word == "time" and opens_with_time([w.lower() for w in words], i - 2)):
        out[i] = "when"  # `asides.py` holds "by the" back
    for i in (i for i, word in enumerate(out) if word in FIGHTING and is_fighting_noun(words, i)):
        out[i] = FIGHTING[out[i]]
    for i in (i for i, word in enumerate(words[:-1]) if word in NEIGHBOURING and words[i + 1][:1].isupper()):
        out[i] = "nearby"
    for i in (i for i, word in enumerate(out) if word in OFFENSIVE and i and words[i - 1].lower() in CAMPAIGNS):
        out[i] = OFFENSIVE[out[i]]
    return out


def opens_with_time(lowered: Sequence[str], i: int) -> bool:
    """ "By the time" before a clause."""
    behind = lowered[i + 3] if i >= 0 and list(lowered[i : i + 3]) == ["by", "the", "time"] and i + 3 < len(lowered) else ","
    return behind != "of" and behind[0].isalnum()


def is_fighting_noun(words: Sequence[str], i: int) -> bool:
    """ "Fighting between …", "the fighting", "since fighting resumed"; not "troops fighting in the east", "Chad clashes with"."""
    before, behind = words[i - 1].lower() if i else ",", words[i + 1].lower() if i + 1 < len(words) else ""
    if words[i] == "clashes" and behind not in ("with", "over", "again"):
        return True
    return behind == "between" or before in ADJECTIVES or (before in NOUN_BEFORE and behind in NOUN_BEHIND)
