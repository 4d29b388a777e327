"""What a board says today: targets, verdicts, counts, changes, sums, by the paper's own convention."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dieuhanh.assessment.queries import board
from dieuhanh.documents.actions.held import LONGEST_VALUE
from dieuhanh.documents.queries.sources import Cited, Held
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.compose.saying import Frame
from dieuhanh.paper.writing.compose.tallies import tallies
from dieuhanh.paper.writing.model import Letterhead, Signature, Text, texts

from ..areas import sums_of
from ..keys import Judging, judging_of
from ..position import AREAS, BOARD, position
from ..year import year_of

BY_AREA = "rolled"
KINDS = frozenset(
    {"target", "verdict", "judgement", "tally", "change", "published", "summed", BY_AREA}
)
"""Their keys open with a plan: "ca-mau-2021/1/past"."""
GONE, NONE = "không còn", "0"
Told = Mapping[tuple[str, str], tuple[str, ...]]
_NOBODY = Frame(Letterhead("…", "…"), Signature("…"), "…")


def changing(held: Sequence[Held], *, on: date) -> list[set[Cited]]:
    """Of each paper what a board or a sum says that may be another by now: all of it, unless the
    books stand for the plan where they stood when the paper's numbers were taken. Eight queries."""
    keys = {each.key.partition("/")[0] for one in held if one.position for each in one.cited
            if each.kind in KINDS}  # fmt: skip
    there = position(keys, on=on) if keys else {}
    return [
        {
            each
            for each in one.cited
            if each.kind not in KINDS or _where(each, one.position) != _where(each, there)
        }
        for one in held
    ]


def _where(each: Cited, held: Mapping[str, Any]) -> object:
    """The position of what a source rests on; one that is not known is like no other."""
    key, _, rest = each.key.partition("/")
    told = held.get(key)
    if told is None:
        return object()
    if each.kind != BY_AREA:
        return told[BOARD]
    return told[AREAS].get(rest.partition("/")[0]) or object()


def now(cited: Collection[Cited], *, seen_by: Actor, on: date) -> dict[Cited, str]:
    """A board for each plan and convention cited; sums by area of the indicators cited alone."""
    found: dict[Cited, str] = {}
    by_judging: dict[Judging, list[Cited]] = {}
    for each in cited:
        by_judging.setdefault(judging_of(each.key), []).append(each)
    for judging, held in sorted(by_judging.items()):
        try:
            told = _told(judging, held, seen_by, on)
        except (Missing, BadInput):  # a plan that is hidden, a convention that is no more
            continue
        found |= {each: _stands(each, told) for each in held}
    return found


def _told(judging: Judging, held: Collection[Cited], seen_by: Actor, on: date) -> Told:
    told: dict[tuple[str, str], tuple[str, ...]] = {}
    if any(each.kind != BY_AREA for each in held):
        year = year_of(
            judging.plan, seen_by=seen_by, on=on, convention=judging.convention, areas=False
        )
        told |= numbers_of([*texts(report(year, _NOBODY)), tuple(tallies(year))])
    keys = (each.key for each in held if each.kind == BY_AREA)
    wanted = {key.partition("/")[2].partition("/")[0] for key in keys}
    if wanted:
        judged = board(judging.plan, seen_by=seen_by, as_known_on=on, convention=judging.convention)
        told |= sums_of(judged, wanted, seen_by=seen_by)
    return told


def numbers_of(told: Iterable[Text]) -> Told:
    """What texts print of each source, by kind and key."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for text in told:
        for span in text:
            if span.source is not None:
                printed = found.setdefault((span.source.kind, span.source.key), {})
                printed[span.text[:LONGEST_VALUE]] = None
    return {key: tuple(printed) for key, printed in found.items()}


def _stands(each: Cited, told: Told) -> str:
    printed = told.get((each.kind, each.key))
    if printed is None:
        return NONE if each.kind == "tally" else GONE
    return each.value if each.value in printed else " – ".join(printed)


__all__ = ["KINDS", "changing", "now", "numbers_of"]
