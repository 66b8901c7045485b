"""What one document says about its actors before any sentence is read closely: mentions, people, acronyms, countries.

People are introduced by an office ("Turkey's defence minister Hulusi Akar", "Geir Pedersen, the UN envoy for Syria") and
then go by their last name; the office says for whom they speak. Everything is computed once for a document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from pipeline.lexicon.actors import Actor, RoleWord, actor_id, institution
from pipeline.records import Document
from pipeline.tag.actors import ActorMention, Word, fold_word, is_capitals, split_words, tag_actors

DOMINANT = 0.6  # share of a document's country words that makes one country its topic
_LINKS = frozenset(
    "s of the new then outgoing acting interim top senior chief deputy current first main longtime veteran powerful state exiled"
    " overall national federal special political military armed caretaker long time embattled hardline influential jailed".split()
)
_FORMER = frozenset("former ex late ousted deposed onetime toppled slain".split())
_PARTICLES = frozenset("al el bin ibn ben de del della la le van von der den ul ur dos da du abu um ould e".split())
_ARTICLES = frozenset("the a an its his their one".split())
_ACRONYM = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z]*[A-Z][A-Za-z0-9/-]*)\s*[),;]")
_MAX_NAME, _MAX_LINKS = 5, 3


@dataclass(frozen=True, slots=True)
class Discourse:
    """The actor side of one document. `people` maps a name's folded words, full or last only, to whom the person speaks for."""

    text: str
    day: date | None
    words: tuple[Word, ...]
    mentions: tuple[ActorMention, ...]
    starts: tuple[int, ...]
    people: dict[str, Actor] = field(default_factory=dict)
    acronyms: dict[str, Actor] = field(default_factory=dict)
    offices: dict[str, Actor] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    topic: str | None = None

    def within(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions that touch `[start, end)`, in text order."""
        low = max(0, bisect_left(self.starts, start) - 1)
        high = bisect_right(self.starts, end - 1)
        return tuple(m for m in self.mentions[low:high] if m.start < end and start < m.end)

    def pick(self, rows: tuple[Actor, ...]) -> Actor | None:
        """The row of an alias that is meant: valid on the document's day, then of a country the document names."""
        valid = [row for row in rows if row.is_valid(self.day)]
        return next((row for row in valid if row.iso3 in self.countries), valid[0] if valid else None)


def read_discourse(document: Document) -> Discourse:
    """Mentions, people, acronyms and countries of a document. Rows of the actor table are taken as of its last possible day."""
    text = document.text
    words = split_words(text)
    mentions = tag_actors(text, words)
    counted = Counter(m.country.iso3 for m in mentions if m.country)
    counted.update(a.iso3 for m in mentions for a in m.actors[:1] if a.iso3)
    total = sum(counted.values())
    top = counted.most_common(1)
    topic = top[0][0] if top and top[0][1] >= DOMINANT * total else None
    day = document.published or document.published_high
    starts = tuple(m.start for m in mentions)
    found = Discourse(text, day, words, mentions, starts, countries=dict(counted), topic=topic)
    _read_acronyms(found)
    if not is_capitals(text):
        for index, mention in enumerate(mentions):
            if mention.kind == "title":
                _introduce(found, index)
    return found


def speaks_for(discourse: Discourse, role: RoleWord, owner: Actor | None, iso3: str | None) -> Actor | None:
    """Who acts when the holder of an office does: the owner of the office, or the institution of its country."""
    if owner is not None and not (owner.sector == "GOV" and owner.name.startswith("Government of")):
        return owner
    country = iso3 or (owner.iso3 if owner else None)
    if country is None:
        return None
    kind = "government" if role.stands_for == "owner" else role.stands_for
    if role.rank == 1 and kind in ("government", "forces", "police"):
        return owner if owner is not None and kind == "government" else institution(country, kind)
    return None


def owner_of(discourse: Discourse, index: int) -> tuple[Actor | None, str | None, bool]:
    """Whose office mention `index` is: (organisation, country code, is a former one), from the words before and after it."""
    mentions, words = discourse.mentions, discourse.words
    mention = mentions[index]
    first, k = mention.first, index - 1
    while True:
        between, n = first - 1, 0
        while between >= 0 and n < _MAX_LINKS and words[between].key in _LINKS and not _parted(discourse, between, between + 1):
            between, n = between - 1, n + 1
        if between >= 0 and words[between].key in _FORMER:
            return None, None, True
        before = mentions[k] if k >= 0 else None
        if before is None or before.last != between or _parted(discourse, between, between + 1):
            break
        if before.actors:
            return discourse.pick(before.actors), None, False
        if before.country and before.country.kind != "people":
            return None, before.country.iso3, False
        first, k = before.first, k - 1
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after and mention.last + 1 < after.first <= mention.last + 4 and words[mention.last + 1].key in ("of", "for"):
        if all(words[i].key in ("of", "for", "the", "republic") or words[i].text[0].isupper() for i in range(mention.last + 1, after.first)):
            if after.actors:
                return discourse.pick(after.actors), None, False
            if after.country:
                return None, after.country.iso3, False
    return None, None, False


def _parted(discourse: Discourse, one: int, other: int) -> bool:
    """Punctuation that ends a phrase stands between two words."""
    gap = discourse.text[discourse.words[one].end : discourse.words[other].start]
    return any(c in ",.;:()\n" for c in gap)


def _introduce(discourse: Discourse, index: int) -> None:
    """Register the person that an office introduces, under the full and the last name."""
    mention = discourse.mentions[index]
    role = mention.role
    assert role is not None
    owner, iso3, is_former = owner_of(discourse, index)
    name = _name_after(discourse, mention.last) or _name_before(discourse, mention.first)
    if is_former:
        return
    actor = speaks_for(discourse, role, owner, iso3)
    if actor is None and iso3:
        actor = Actor(" ".join(name) if name else role.word, "", iso3 + role.sector, role.sector, iso3)
    if actor is None and name:
        actor = _from_table(discourse, mention)
    if actor is None and name and owner is None and discourse.topic:
        actor = speaks_for(discourse, role, None, discourse.topic) or Actor(
            " ".join(name), "", discourse.topic + role.sector, role.sector, discourse.topic
        )
    if actor is None:
        return
    discourse.offices.setdefault(role.word, actor)
    if name:
        keys = [fold_word(word) for word in name]
        discourse.people.setdefault(" ".join(keys), actor)
        discourse.people.setdefault(keys[-1], actor)


def _from_table(discourse: Discourse, mention: ActorMention) -> Actor | None:
    """The table's actor where the name behind an office is a known one."""
    found = discourse.within(mention.end, mention.end + 3)
    return discourse.pick(found[-1].actors) if found and found[-1].actors else None


def _name_after(discourse: Discourse, last: int) -> list[str]:
    words, out = discourse.words, list[str]()
    i = last + 1
    while i < len(words) and len(out) < _MAX_NAME and not _parted(discourse, i - 1, i):
        word = words[i]
        if not (word.text[0].isupper() or (out and word.key in _PARTICLES) or (word.key in _PARTICLES and _is_upper(words, i + 1))):
            break
        out.append(word.text)
        i += 1
    if out and i < len(words) and words[i].key == "s" and out:
        return out
    return out


def _is_upper(words: tuple[Word, ...], i: int) -> bool:
    return i < len(words) and words[i].text[0].isupper()


def _name_before(discourse: Discourse, first: int) -> list[str]:
    """The name in front of a comma: "Geir Pedersen, the UN special envoy"."""
    words, text = discourse.words, discourse.text
    i = first - 1
    steps = 0
    while i >= 0 and "," not in text[words[i].end : words[i + 1].start]:
        i, steps = i - 1, steps + 1
        if steps > 6:
            return []
    out: list[str] = []
    while i >= 0 and len(out) < _MAX_NAME and (words[i].text[0].isupper() or words[i].key in _PARTICLES):
        out.insert(0, words[i].text)
        if i == 0 or _parted(discourse, i - 1, i):
            break
        i -= 1
    return out if len(out) >= 2 and out[0][0].isupper() else []


def _read_acronyms(discourse: Discourse) -> None:
    """Acronyms in brackets behind the name that they abbreviate; they count before the table's."""
    for match in _ACRONYM.finditer(discourse.text):
        letters = match[1]
        before = [w for w in discourse.words if w.end <= match.start() and w.start > match.start() - 120]
        name = _spelled(before, letters)
        if not name:
            continue
        start, end = name[0].start, name[-1].end
        known = [m for m in discourse.within(start, end) if m.actors and m.end == end]
        actor = discourse.pick(known[0].actors) if known else None
        long = " ".join(discourse.text[start:end].split())
        discourse.acronyms.setdefault(letters, actor or Actor(long, actor_id(long), "", _sector_of(long), None))


def _spelled(before: list[Word], letters: str) -> list[Word]:
    """The shortest run of words up to the bracket whose capitals give the letters, small words left out."""
    wanted = [c for c in letters if c.isupper()]
    for size in range(1, min(len(before), 12) + 1):
        run = before[-size:]
        initials = [w.text[0] for w in run if w.text[0].isupper()]
        if run[0].text[0].isupper() and initials == wanted:
            return run
    return []


def _sector_of(name: str) -> str:
    """The sector that the last telling word of an organisation's name gives."""
    from_words = {
        "party": "PTY", "army": "REB", "front": "REB", "brigade": "REB", "brigades": "REB", "movement": "REB", "militia": "UAF",
        "agency": "JRN", "union": "LAB", "university": "EDU", "court": "JUD", "ministry": "GOV", "police": "COP",
        "association": "NGO", "committee": "NGO", "centre": "NGO", "center": "NGO", "foundation": "NGO", "observatory": "NGO",
        "company": "BUS", "corporation": "BUS", "bank": "BUS", "parliament": "LEG", "congress": "LEG",
    }  # fmt: skip
    return next((from_words[w] for w in reversed(name.lower().split()) if w in from_words), "UNK")
