"""Every count of targets that a paper on a year may print, whichever of them its sentences do."""

from __future__ import annotations

from collections.abc import Iterator

from dieuhanh.domain.verdicts import Basis, Verdict

from ..model import Span
from .by_field import fields_of
from .results import is_named
from .year import Year, YearTarget

REACHED = (Verdict.EXCEEDED, Verdict.MET, Verdict.MET_OR_EXCEEDED)


def tallies(year: Year) -> Iterator[Span]:
    """The counts with their sources; what is counted of none is left out."""
    for key, of in _counted(year):
        if of:
            yield year.tally(key, of)


def _counted(year: Year) -> Iterator[tuple[str, list[YearTarget]]]:
    targets = year.targets
    yield "total", list(targets)
    yield "reached", year.counted(*REACHED)
    yield "as_published", [each for each in targets if each.basis is Basis.AS_PUBLISHED]
    yield "uncompared", [each for each in targets if each.compared is None]
    for verdict in Verdict:
        found = year.counted(verdict)
        yield verdict.value, found
        yield f"{verdict.value}/unnamed", [each for each in found if not is_named(each)]
        for title, of in fields_of(year):
            yield f"{title}/{verdict.value}", [each for each in of if each.verdict is verdict]


__all__ = ["REACHED", "tallies"]
