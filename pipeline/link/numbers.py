"""One number of each kind for an event, decided among the claims of all its tellings (codebook section 6).

Of one claimant the latest published stands, and of one day the largest, for tolls rise. Two claimants are two claims
side by side: low and high span them, `best` is the claim of the highest rank. The dead of the actor's side are counted
apart from all others and added; "12 people died" of nobody's side in particular holds both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.link.compare import ROUNDED, is_round, side_verdict
from pipeline.link.profile import is_one_named
from pipeline.link.ranks import claim_rank
from pipeline.link.sides import side_of
from pipeline.records import Count, Deaths, Report, Total
from schemas.vocab import CIVILIAN_SECTORS

NARRATOR = ""  # stands as claimant where the article itself says it
UNNAMED = "(unnamed)"


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claimant's number of one kind in one telling."""

    claimant: str
    rank: int
    count: Count
    report: Report

    @property
    def recency(self) -> tuple[date, int, str, int]:
        """Sorts the latest published last, and of one day the largest number."""
        day = self.report.published or date.min
        return day, self.count.best or 0, self.report.document_id, self.report.candidate.trigger_start


@dataclass(frozen=True, slots=True)
class Decided:
    """The numbers of an event."""

    totals: tuple[Total, ...]
    deaths: Deaths | None
    contested: bool


def decide_numbers(reports: Sequence[Report], kinds_of_publishers: Sequence[str]) -> Decided:
    """Totals of every kind that any telling counts. The two sequences run side by side, one entry a telling."""
    claims: dict[tuple[str, bool], list[Claimed]] = {}
    for report, publisher_kind in zip(reports, kinds_of_publishers, strict=True):
        for count in _wholes(report.counts):
            claimed = _claimed(count, report, publisher_kind)
            claims.setdefault((count.kind, count.whose == "actor"), []).append(claimed)
    standing = {key: _standing(found) for key, found in _with_unharmed(claims).items()}
    totals, contested = [], False
    for kind in sorted({kind for kind, _ in standing}):
        sides = [standing[key] for key in ((kind, False), (kind, True)) if key in standing]
        contested = contested or any(map(_is_contested, sides))
        totals.append(_total(kind, sides))
    return Decided(tuple(totals), _deaths(standing, totals), contested)


def _with_unharmed(claims: dict[tuple[str, bool], list[Claimed]]) -> dict[tuple[str, bool], list[Claimed]]:
    """No casualties are no dead and no injured, where no telling counts those."""
    none = [claim for claim in claims.get(("casualties", False), ()) if claim.count.high == 0]
    told = {kind for kind, _ in claims}
    return {**claims, **{(kind, False): none for kind in ("killed", "injured") if none and kind not in told}}


def _wholes(counts: Iterable[Count]) -> Iterator[Count]:
    """The wholes among the numbers of a telling; those of a sector that are part of none are added up."""
    known = [count for count in counts if count.best is not None or count.low is not None or count.high is not None]
    whole = [(count.kind, count.whose, count.best or count.low or 0) for count in known if count.sector is None]
    yield from (count for count in known if count.sector is None)
    parts: dict[tuple[str, str, str | None], list[Count]] = {}
    for count in known:
        key = (count.kind, count.whose, count.claimed_by)
        number = count.best or count.low or 0
        is_part = any(kind == count.kind and whose in (count.whose, "none") and of >= number for kind, whose, of in whole)
        if count.sector is not None and not is_part:
            parts.setdefault(key, []).append(count)
    for (kind, whose, claimed_by), found in parts.items():
        low, best, high = (add(getattr(part, name) for part in found) for name in ("low", "best", "high"))
        yield Count(
            kind,
            low,
            best,
            high,
            found[0].qualifier,
            whose,
            None,
            claimed_by,
            found[0].text,
            found[0].start,
            found[-1].end,
        )


def add(values: Iterable[int | None]) -> int | None:
    """The sum, None as soon as one of them is not known."""
    known = list(values)
    return None if None in known else sum(value for value in known if value is not None)


def _claimed(count: Count, report: Report, publisher_kind: str) -> Claimed:
    claimant = count.claimed_by or (None if _is_own_deed(report) else report.claimed_by)
    side = report.claim_side if claimant and claimant == report.claimed_by else _side_of(claimant, report)
    sector = next((one.sector for one in report.participants if one.role == "claimant" and one.name == claimant), None)
    return Claimed(claimant or NARRATOR, claim_rank(side, sector, publisher_kind), count, report)


def _is_own_deed(report: Report) -> bool:
    """Somebody claims to have done it, no more: its numbers are the narrator's."""
    claims = report.candidate.modality.claims
    return bool(claims) and all(claim.is_of_author for claim in claims)


def _side_of(claimant: str | None, report: Report) -> str:
    """On which side the claimant of a single number stands, when it is not the claimant of the whole telling."""
    if claimant is None or claimant == UNNAMED:
        return "unnamed" if claimant else "none"
    own = side_of((one for one in report.participants if one.name == claimant), "claimant")
    for role, side in (("actor", "party"), ("recipient", "opponent")):
        names = {one.name for one in report.participants if one.role == role}
        if claimant in names or side_verdict(own, side_of(report.participants, role)) in ("same", "compatible"):
            return side
    return "third"


def _standing(claims: Iterable[Claimed]) -> list[Claimed]:
    """The latest claim of each claimant, the one that counts first."""
    latest: dict[str, Claimed] = {}
    for claim in _counting(list(claims)):
        known = latest.get(claim.claimant)
        if known is None or claim.recency > known.recency:
            latest[claim.claimant] = claim
    newest_first = sorted(latest.values(), key=lambda claim: claim.recency, reverse=True)
    return sorted(newest_first, key=lambda claim: claim.rank)


def _counting(claims: list[Claimed]) -> list[Claimed]:
    """The claims without those that only name one of the victims, or round off what another counts: "more than 60" of 62."""
    exact = [claim for claim in claims if not is_one_named(claim.count)] or claims
    return [claim for claim in exact if not any(_rounds(claim.count, other.count) for other in exact)]


def _rounds(count: Count, other: Count) -> bool:
    """Whether a number is open and round, and another one lies a little above it."""
    if count.high is not None or other.high is None or not count.best or not other.best:
        return False
    return is_round(count.best) and count.best < other.best <= count.best * ROUNDED


def _is_contested(standing: Sequence[Claimed]) -> bool:
    """Whether two claimants' numbers exclude each other: "at least 20" and "24" do not."""
    return any(
        _floor(a.count) > _ceiling(b.count) or _floor(b.count) > _ceiling(a.count)
        for index, a in enumerate(standing)
        for b in standing[:index]
    )


def _floor(count: Count) -> float:
    return count.low or 0


def _ceiling(count: Count) -> float:
    return float("inf") if count.high is None else count.high


def _total(kind: str, sides: Sequence[Sequence[Claimed]]) -> Total:
    """Both sides added; the actor's dead alone when the others' number is of everybody and from another telling."""
    if len(sides) == 2 and sides[0][0].count.whose == "none" and sides[0][0].report is not sides[1][0].report:
        sides = sides[:1]
    firsts = [side[0].count for side in sides]
    return Total(
        kind=kind,
        low=add(min((c.count.low for c in side if c.count.low is not None), default=None) for side in sides),
        best=add(count.best for count in firsts),
        high=add(_highest(side) for side in sides),
        qualifier=next((count.qualifier for count in firsts if count.qualifier), ""),
    )


def _highest(side: Sequence[Claimed]) -> int | None:
    highs = [claim.count.high for claim in side]
    return None if None in highs else max(high for high in highs if high is not None)


def _deaths(standing: dict[tuple[str, bool], list[Claimed]], totals: Iterable[Total]) -> Deaths | None:
    """The dead split by side. Civilians are the parts of a civilian sector, or all when only civilians were hit."""
    best = next((total.best for total in totals if total.kind == "killed"), None)
    if best is None:
        return None
    others, actors = standing.get(("killed", False)), standing.get(("killed", True))
    if not others:
        return Deaths(actor=best)
    claim = others[0]
    all_others = min(claim.count.best or 0, best)
    civilians = min(_civilians(claim), all_others)
    actor = best - all_others
    if not actor and actors and claim.count.whose == "none":
        actor = min(actors[0].count.best or 0, all_others - civilians)
        all_others -= actor
    is_known = claim.count.whose == "recipient"
    rest = all_others - civilians
    return Deaths(actor, rest if is_known else 0, civilians, 0 if is_known else rest)


def _civilians(claim: Claimed) -> int:
    parts = [
        part
        for part in claim.report.counts
        if part.kind == "killed" and part.whose != "actor" and part.sector in CIVILIAN_SECTORS and part.best
    ]
    hit = [one.sector for one in claim.report.participants if one.role == "recipient"]
    if not parts and hit and all(sector in CIVILIAN_SECTORS for sector in hit):
        return claim.count.best or 0
    return sum(part.best or 0 for part in parts)
