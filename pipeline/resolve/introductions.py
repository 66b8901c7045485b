"""What one document says about its actors before any sentence is read closely: the people whom it introduces, its topic.

People go by the last name from then on, organisations by the acronym (`acronyms`).
An office says for whom a person speaks: "Turkey's defence minister Hulusi Akar", "Geir Pedersen, the UN envoy for Syria". The
document is read as words, so that a sentence without a tree introduces people as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.lexicon.actors import Actor, RoleWord, institution
from pipeline.records import Document
from pipeline.resolve.acronyms import introduced_acronyms
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.institutions import institution_meant
from pipeline.resolve.namesakes import without_namesakes
from pipeline.resolve.nominal import is_another_s
from pipeline.resolve.seats import is_house, tells_state
from pipeline.tag.actors import ActorMention, fold_word, is_capitals, split_words, tag_actors

DOMINANT = 0.4  # share of a document's country words that makes one country its topic; was 0.6 until articles were read
LEAD = 2  # how many times as often as any other country
_LINKS = frozenset(
    "s of the new then outgoing acting interim top senior chief deputy current first main longtime veteran powerful state exiled"
    " overall national federal special political military armed caretaker long time embattled hardline influential jailed"
    " human rights relief aid humanitarian refugee nuclear peacekeeping migration health affairs disarmament policy".split()
)
_FORMER = frozenset(  # "rebel president": of no government
    "former ex late ousted deposed onetime toppled slain rebel separatist breakaway self-proclaimed self-styled"
    " self-declared".split()
)
_PARTICLES = frozenset("al el bin ibn ben de del della la le van von der den ul ur dos da du abu um ould e".split())
_OPENERS = frozenset(
    "in at near from on for since after before during outside meanwhile but and".split()
)  # "In Aleppo, the mayor"
_OF_COUNTRY = frozenset(("of", "for", "the", "republic"))
_DATELINE = re.compile(r"\s*[A-Z][A-Z.'’ -]{2,}(?:,[^\n–—-]{0,30})?\s*(?:\([^)\n]{0,40}\)\s*)?(?:--|[-–—])\s")
_RULES = frozenset("government regime administration junta cabinet presidency".split())  # "the interim government of Jo Doe"
_MAX_NAME, _MAX_LINKS, _MAX_TO_COMMA = 5, 3, 6
_MAX_TO_CAPITAL = 3  # words from a name to the capital: "Tsai Ing-wen in Taipei" ends in a part that has no capital letter


def read_discourse(document: Document) -> Discourse:
    """Mentions, countries, people and acronyms of a document. Rows of the actor table are taken as of its last possible day."""
    words = split_words(document.text)
    day = document.published or document.published_high
    mentions = without_namesakes(document.text, words, tag_actors(document.text, words), day)
    own = tuple(m for m in mentions if not is_another_s(document.text, m))
    counted = Counter(m.country.iso3 for m in mentions if m.country)
    states, groups = _by_kind([a for m in mentions for a in m.actors[:1] if a.iso3 and not _is_of_others(m, counted)])
    counted.update(states)
    named = Counter(counted)
    counted.update(groups)
    others = Counter(m.country.iso3 for m in mentions if m.country and m not in own)
    of_topic = (named if named and _is_of_groups(document.text, mentions, counted, named) else counted) - others
    base = Discourse(
        text=document.text,
        day=day,
        words=words,
        mentions=mentions,
        starts=tuple(m.start for m in mentions),
        countries=dict(counted),
        topic=_topic_beside(_dated_from(document.text, own), of_topic) or _told_from(document.text, own, counted),
    )
    people, offices = introduced_people(base)
    return replace(base, people=people, offices=offices, acronyms=introduced_acronyms(base))


def _is_of_groups(text: str, mentions: tuple[ActorMention, ...], counted: Counter[str], named: Counter[str]) -> bool:
    """The country met most owes that to armed groups more than to its name, and the article is not told from there."""
    top = counted.most_common(1)[0][0]
    dateline = _DATELINE.match(text)
    is_told_there = dateline is not None and any(m.country and m.country.iso3 == top for m in mentions if m.end <= dateline.end())
    return 2 * named[top] < counted[top] and not is_told_there


def _by_kind(actors: list[Actor]) -> tuple[list[str], list[str]]:
    """The countries of states' actors and of armed groups. A group crosses borders: Kenya's police fight Somalia's al-Shabaab."""
    groups = [a.iso3 for a in actors if a.iso3 and a.sector in ("REB", "UAF")]
    return [a.iso3 for a in actors if a.iso3 and a.sector not in ("REB", "UAF")], groups


def _is_of_others(mention: ActorMention, named: Counter[str]) -> bool:
    """Whether a name of several actors stands in a text about the country of another than the first: Mozambique's al-Shabab."""
    first, *others = (actor.iso3 for actor in mention.actors)
    return not named[first or ""] and any(named[other or ""] for other in others)


def _topic(counted: Counter[str]) -> str | None:
    """The country that a text is about: named often, and at least twice as often as the next one."""
    top = counted.most_common(2)
    if not top or top[0][1] < DOMINANT * sum(counted.values()):
        return None
    return top[0][0] if len(top) < 2 or top[0][1] >= LEAD * top[1][1] else None


def _topic_beside(dated: str | None, counted: Counter[str]) -> str | None:
    """The topic, unless the article is told from another country that it names half as often: "NAIROBI — Kenyan troops crossed
    into Somalia"."""
    topic = _topic(counted)
    is_of_two = topic is not None and dated not in (None, topic) and 2 * counted[dated or ""] >= counted[topic]
    return None if is_of_two else topic


def _dated_from(text: str, mentions: tuple[ActorMention, ...]) -> str | None:
    """The country of the dateline."""
    dateline = _DATELINE.match(text)
    inside = (m.country.iso3 for m in mentions if m.country and dateline and m.end <= dateline.end())
    return next(inside, None)


def _told_from(text: str, mentions: tuple[ActorMention, ...], counted: Counter[str]) -> str | None:
    """Where no country prevails: the one in the dateline if the text names it again, or the first named, if named most."""
    named = [m for m in mentions if m.country and m.country.kind != "people"]
    dateline = _DATELINE.match(text)
    dated = _dated_from(text, tuple(named))
    if dated is not None and counted[dated] > sum(m.end <= dateline.end() for m in named if dateline):
        return dated
    first = next((m.country.iso3 for m in named if m.country), None)
    others = [n for iso3, n in counted.items() if iso3 != first]
    return first if first is not None and not dated and counted[first] > max(others, default=0) else None


def introduced_people(discourse: Discourse) -> tuple[dict[str, Actor], dict[str, Actor]]:
    """(people, offices): whom each named person and each office of the text speaks for; the first introduction holds.

    A text in capitals gives none: there, names cannot be told from words."""
    people: dict[str, Actor] = {}
    offices: dict[str, Actor] = {}
    if is_capitals(discourse.text):
        return people, offices
    for index, mention in enumerate(discourse.mentions):
        if mention.kind != "title" or mention.role is None:
            continue
        name = _name_after(discourse, mention.last) or _name_beside(discourse, index) or _name_before(discourse, mention.first)
        actor = _speaks_for(discourse, index, mention.role, name)
        if actor is None:
            continue
        offices.setdefault(mention.role.word, actor)
        if name:
            keys = [fold_word(word) for word in name]
            people.setdefault(" ".join(keys), actor)
            people.setdefault(keys[-1], actor)
    for name, actor in _rulers(discourse):
        people.setdefault(" ".join(name), actor)
        people.setdefault(name[-1], actor)
    return people, offices


def _rulers(discourse: Discourse) -> Iterator[tuple[list[str], Actor]]:
    """The folded names behind "government of", "government led by", and the government of the country the text is about."""
    keys = discourse.words.keys
    government = institution(discourse.topic, "government") if discourse.topic is not None else None
    ruled = [m.last for m in discourse.mentions if m.role is not None and keys[m.last] in _RULES]
    for last in ruled if government is not None else ():
        after = next((n for n in (1, 2) if keys[last + 1 : last + 1 + n] in (("of",), ("led", "by"), ("headed", "by"))), 0)
        name = _words_of_name(discourse, last + 1 + after) if after else []
        start = discourse.words.spans[last + 1 + after][0] if name else 0
        if len(name) > 1 and government is not None and not discourse.within(start, start + 1):
            yield [fold_word(word) for word in name], government


# ------------------------------------------------------------------------------------------------ whose office it is
def speaks_for(role: RoleWord, owner: Actor | None, iso3: str | None) -> Actor | None:
    """Who acts when the holder of an office does: the owner of the office, or the institution of its country; None for a
    subordinate one (a mayor) and where neither is known."""
    if owner is not None and not owner.is_government:
        return owner
    country = iso3 or (owner.iso3 if owner is not None else None)
    kind = "government" if role.stands_for == "owner" else role.stands_for
    if country is None or role.rank != 1 or kind not in ("government", "forces", "police"):
        return None
    return owner if owner is not None and kind == "government" else institution(country, kind)


def owner_of(discourse: Discourse, index: int) -> tuple[Actor | None, str | None, bool]:
    """Whose office mention `index` is: (organisation, country code, is a former one), from the words before and after it."""
    mentions = discourse.mentions
    first, k = mentions[index].first, index - 1
    while True:
        if _is_former(discourse, first):
            return None, None, True
        between = _before_links(discourse, first)
        before = mentions[k] if k >= 0 else None
        if before is None or before.last != between or is_parted(discourse, between):
            return *_owner_behind(discourse, index), False
        if before.actors:
            return discourse.pick(before.actors), None, False
        if before.country and before.country.kind != "people":
            return None, before.country.iso3, _is_former(discourse, before.first)
        if before.role is not None and (meant := institution_meant(discourse, before.role.word, before.start)) is not None:
            return meant, None, False  # "the bloc's envoy"
        first, k = before.first, k - 1


def _is_former(discourse: Discourse, first: int) -> bool:
    """ "Former", "the late" stands before a word: whose office it was, or the office."""
    between = _before_links(discourse, first)
    return between >= 0 and discourse.words.keys[between] in _FORMER


def is_parted(discourse: Discourse, one: int) -> bool:
    """Punctuation that ends a phrase stands behind a word."""
    spans = discourse.words.spans
    gap = discourse.text[spans[one][1] : spans[one + 1][0]] if one + 1 < len(spans) else "."
    return any(c in ",.;:()\n" for c in gap)


def _before_links(discourse: Discourse, first: int) -> int:
    """The word in front of small words like "'s", "outgoing", "special"."""
    i, n = first - 1, 0
    while i >= 0 and n < _MAX_LINKS and discourse.words.keys[i] in _LINKS and not is_parted(discourse, i):
        i, n = i - 1, n + 1
    return i


def _owner_behind(discourse: Discourse, index: int) -> tuple[Actor | None, str | None]:
    """ "President of the Republic of Chad", "envoy for Syria"."""
    mentions, keys = discourse.mentions, discourse.words.keys
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    last = mentions[index].last
    if after is None or not last + 1 < after.first <= last + 4:
        return None, None
    if keys[last + 1] in ("in", "inside"):
        return None, _seat(discourse, mentions[index], after)
    if keys[last + 1] not in ("of", "for"):
        return None, None
    if any(is_parted(discourse, i) for i in range(last, after.first)):
        return None, None  # "the mayor of Tibu. The army …"
    if not all(keys[i] in _OF_COUNTRY or _is_upper(discourse, i) for i in range(last + 1, after.first)):
        return None, None
    if after.role is not None and is_house(after.role.word):
        return owner_of(discourse, index + 1)[:2]  # "a spokesman for the Interior Ministry in Dushanbe"
    return discourse.pick(after.actors) if after.actors else None, after.country.iso3 if after.country else None


def _seat(discourse: Discourse, office: ActorMention, capital: ActorMention) -> str | None:
    """The country of "the Defence Ministry in London"; a person there may be of any."""
    is_of_its_state = office.role is not None and is_house(office.role.word) and is_capital(discourse, capital)
    return capital.country.iso3 if is_of_its_state and capital.country else None


def is_capital(discourse: Discourse, mention: ActorMention) -> bool:
    """A capital whose institutions are those of its country."""
    is_one = mention.country is not None and mention.country.kind == "capital"
    return is_one and tells_state(discourse.text[mention.start : mention.end])


def _speaks_for(discourse: Discourse, index: int, role: RoleWord, name: list[str]) -> Actor | None:
    """Whom the holder of an office speaks for; a named one without an owner for the country that the text is about."""
    owner, iso3, is_former = owner_of(discourse, index)
    if is_former:
        return None
    words = " ".join(name) if name else role.word
    if found := speaks_for(role, owner, iso3):
        return found
    if iso3:
        return Actor(words, "", iso3 + role.sector, role.sector, iso3)
    if not name:
        return None
    known = _from_table(discourse, discourse.mentions[index])
    topic = (_host(discourse, index, name) or discourse.topic) if owner is None else None
    if known is not None or topic is None:
        return known
    official = speaks_for(role, None, topic) if role.stands_for != "owner" else None  # a coordinator is nobody's by himself
    return official or Actor(words, "", topic + role.sector, role.sector, topic)


def _host(discourse: Discourse, index: int, name: list[str]) -> str | None:
    """The country in which somebody met the holder of an office: "flew to Tokyo, where Prime Minister …", "met President … in
    Taipei"; None where no place says so."""
    keys, mentions, mention = discourse.words.keys, discourse.mentions, discourse.mentions[index]
    before = mentions[index - 1] if index else None
    if before is not None and before.country and keys[before.last + 1 : mention.first] in (("where",), ("where", "the")):
        return before.country.iso3
    end = mention.last + len(name)
    after = next((m for m in mentions[index + 1 :] if m.first > end), None)
    if after is None or after.country is None or after.country.kind != "capital" or after.first > end + _MAX_TO_CAPITAL:
        return None
    return after.country.iso3 if keys[after.first - 1] == "in" else None


def _from_table(discourse: Discourse, mention: ActorMention) -> Actor | None:
    """The table's actor where the name behind an office is a known one."""
    found = discourse.within(mention.end, mention.end + 3)
    return discourse.pick(found[-1].actors) if found and found[-1].actors else None


# ------------------------------------------------------------------------------------------------ names
def _name_after(discourse: Discourse, last: int) -> list[str]:
    """The capitalised words right behind an office."""
    return [] if is_parted(discourse, last) else _words_of_name(discourse, last + 1)


def _words_of_name(discourse: Discourse, i: int) -> list[str]:
    """The capitalised words from word i up to the next mark."""
    spans = discourse.words.spans
    out: list[str] = []
    while i < len(discourse.words) and len(out) < _MAX_NAME and not (out and is_parted(discourse, i - 1)):
        is_particle = discourse.words.keys[i] in _PARTICLES and (bool(out) or _is_upper(discourse, i + 1))
        is_joined = bool(out) and discourse.text[spans[i - 1][1] : spans[i][0]] == "-"  # "Ing-wen"
        if not (_is_upper(discourse, i) or is_particle or is_joined):
            break
        out.append(_word(discourse, i))
        i += 1
    return out


def _name_beside(discourse: Discourse, index: int) -> list[str]:
    """The name between two commas behind an office with an owner: "Chad's president, Idriss Deby, …"."""
    last = discourse.mentions[index].last
    is_last = last + 1 >= len(discourse.words)
    if is_last or not _ends_in_comma(discourse, last) or owner_of(discourse, index)[:2] == (None, None):
        return []
    name = _words_of_name(discourse, last + 1)
    return name if len(name) >= 2 and is_parted(discourse, last + len(name)) else []


def _name_before(discourse: Discourse, first: int) -> list[str]:
    """The name in front of a comma: "Geir Pedersen, the UN special envoy"."""
    i = first - 1
    while i >= 0 and not _ends_in_comma(discourse, i):
        i -= 1
        if first - i > _MAX_TO_COMMA:
            return []
    out: list[str] = []
    while i >= 0 and len(out) < _MAX_NAME and (_is_upper(discourse, i) or discourse.words.keys[i] in _PARTICLES):
        out.insert(0, _word(discourse, i))
        if i == 0 or is_parted(discourse, i - 1):
            break
        i -= 1
    return out if len(out) >= 2 and out[0][0].isupper() and fold_word(out[0]) not in _OPENERS else []


def _word(discourse: Discourse, i: int) -> str:
    start, end = discourse.words.spans[i]
    return discourse.text[start:end]


def _is_upper(discourse: Discourse, i: int) -> bool:
    return i < len(discourse.words) and discourse.text[discourse.words.spans[i][0]].isupper()


def _ends_in_comma(discourse: Discourse, i: int) -> bool:
    spans = discourse.words.spans
    return "," in discourse.text[spans[i][1] : spans[i + 1][0]]
