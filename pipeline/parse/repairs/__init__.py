"""Trees that no English clause can have, put right: what a small parser misreads again and again.

A repair looks for one misreading, and gives the mended analysis or None. Each file holds those of one kind, with the misreadings
in its first lines: `parted_names`, `modifiers` (verbs taken for them), `roots`, `described` nouns, `deeds`, `subjects`,
`objects`, `gerunds`, `finite` clauses, `appositions`, `company`, what is `joined`, `openings` of clauses, `phrases` (cased
objects, wrong tags), `listed` verbs, `second_targets`, `days`, `tolls`, `speakers`, and the `content` of what is said. What
several of them do to a tree is in `moves`.
A new repair also needs its place in `REPAIRS`, and a sentence in `tests/parse/test_misread.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.parse.columns import Columns, is_tree
from pipeline.parse.repairs.appositions import (
    appose,
    call_noun,
    list_second,
    name_holders,
    raise_holder,
    raise_listed_name,
)
from pipeline.parse.repairs.company import join_company
from pipeline.parse.repairs.content import (
    claim_clause,
    hang_charge,
    join_said,
    mark_that,
    raise_blaming,
    raise_content,
    raise_said,
    raise_spoken,
    seat_said,
    unsubject_clause,
)
from pipeline.parse.repairs.days import hang_time, hang_when, raise_day_told
from pipeline.parse.repairs.deeds import give_victim, name_gerund, place_measured
from pipeline.parse.repairs.described import (
    describe_drawn,
    join_author,
    lower_description,
    lower_loyal,
    lower_reduced,
    part_described,
)
from pipeline.parse.repairs.finite import (
    case_name,
    claim_perfect,
    date_past,
    raise_described,
    seat_shown,
)
from pipeline.parse.repairs.gapped import part_gapped
from pipeline.parse.repairs.gerunds import (
    accuse_of_deed,
    deny_deed,
    free_deed,
    free_participle,
    part_by,
    part_from_gerund,
    part_meeting,
    raise_result,
)
from pipeline.parse.repairs.joined import (
    compound_second,
    join_past,
    part_member,
    relist_bare,
    seat_joined,
)
from pipeline.parse.repairs.listed import join_listed, join_since, part_bare, part_infinitive, part_passive, raise_present
from pipeline.parse.repairs.modifiers import (
    raise_conjoined,
    raise_conjunct,
    raise_list,
    raise_modifier,
    raise_participle,
    raise_perfect,
)
from pipeline.parse.repairs.objects import (
    call_predicate,
    clause_infinitive,
    free_captives,
    free_infinitive,
    free_purpose,
    give_amount,
    give_time,
    part_captive,
    part_dead,
    raise_object,
    seat_unwelcome,
)
from pipeline.parse.repairs.openings import (
    hang_relative,
    lower_opening,
    mark_clause,
    mark_relative,
    open_clause,
)
from pipeline.parse.repairs.parted_names import head_noun, join_demonym, join_name, join_twins, name_second, retag
from pipeline.parse.repairs.phrases import (
    free_beside,
    join_compass,
    part_cased,
    people_harmed,
    raise_due,
    verb_content,
)
from pipeline.parse.repairs.roots import (
    lower_gerund,
    lower_last,
    lower_relative,
    raise_behind_relative,
    raise_gathered,
    raise_main,
    raise_told,
)
from pipeline.parse.repairs.second_targets import part_targets
from pipeline.parse.repairs.speakers import (
    invert_speaker,
    raise_announcer,
    unjoin_speaker,
)
from pipeline.parse.repairs.subjects import (
    part_fronted,
    seat_compound,
    seat_helped,
    seat_number,
    seat_sharing,
    seat_some,
    seat_subject,
    seat_willing,
    share_passive,
)
from pipeline.parse.repairs.tolls import date_toll, describe_those, part_from_dead, raise_number

REPAIRS: tuple[Callable[[Sequence[str], Columns], Columns | None], ...] = (
    case_name,
    raise_modifier,
    head_noun,
    seat_compound,
    raise_participle,
    raise_list,
    raise_behind_relative,
    raise_told,
    raise_main,
    lower_gerund,
    lower_last,
    raise_said,
    raise_perfect,
    lower_relative,
    lower_description,
    lower_reduced,
    part_described,
    describe_drawn,
    lower_loyal,
    join_author,
    claim_clause,
    raise_object,
    raise_result,
    unsubject_clause,
    join_said,
    seat_helped,
    seat_said,
    seat_number,
    seat_some,
    seat_sharing,
    invert_speaker,
    unjoin_speaker,
    raise_conjoined,
    raise_spoken,
    raise_blaming,
    free_captives,
    free_infinitive,
    part_captive,
    part_dead,
    join_demonym,
    name_second,
    join_twins,
    part_meeting,
    deny_deed,
    accuse_of_deed,
    free_deed,
    raise_conjunct,
    part_from_gerund,
    part_by,
    raise_gathered,
    share_passive,
    part_fronted,
    seat_subject,
    mark_that,
    hang_charge,
    raise_content,
    mark_clause,
    lower_opening,
    open_clause,
    raise_day_told,
    hang_time,
    hang_when,
    date_toll,
    raise_number,
    part_from_dead,
    describe_those,
    hang_relative,
    mark_relative,
    join_listed,
    part_bare,
    join_since,
    part_cased,
    join_compass,
    raise_due,
    verb_content,
    people_harmed,
    free_beside,
    appose,
    list_second,
    raise_listed_name,
    name_holders,
    call_noun,
    raise_holder,
    call_predicate,
    give_amount,
    free_participle,
    raise_announcer,
    free_purpose,
    clause_infinitive,
    join_name,
    seat_willing,
    join_company,
    seat_joined,
    relist_bare,
    compound_second,
    part_member,
    join_past,
    claim_perfect,
    raise_described,
    date_past,
    seat_shown,
    part_passive,
    part_infinitive,
    raise_present,
    give_time,
    seat_unwelcome,
    part_gapped,
    part_targets,
    name_gerund,
    give_victim,
    place_measured,
)  # the first that applies is made, then all are tried again
MAX_REPAIRS = 5  # in one sentence


def repair(words: Sequence[str], columns: Columns) -> Columns:
    """The analysis with misreadings put right; the same object when there is none. What is no tree is not made."""
    columns = retag(words, columns)
    for _ in range(MAX_REPAIRS):
        better = _mended(words, columns)
        if better is None:
            return columns
        columns = better
    return columns


def _mended(words: Sequence[str], columns: Columns) -> Columns | None:
    """The analysis after the first repair that applies; None when there is none."""
    for mend in REPAIRS:
        better = mend(words, columns)
        if better is not None and is_tree(better):
            return better
    return None
