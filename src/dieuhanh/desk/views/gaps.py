"""Why some targets have no verdict: the reasons, with the targets each holds for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dieuhanh.domain.verdicts import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dieuhanh.assessment.queries.lines import TargetLine

NO_FIGURE_YET = "board.no_figure_yet"


@dataclass(frozen=True)
class Gap:
    """One reason and the targets without a verdict for it. `passing` ends on a later day."""

    reason: str
    lines: tuple[TargetLine, ...]
    passing: bool


def gaps(lines: Iterable[TargetLine]) -> list[Gap]:
    """The reasons, those of most targets first."""
    by_reason: dict[str, list[TargetLine]] = {}
    for line in lines:
        if line.basis == Basis.NONE:
            by_reason.setdefault(line.reason, []).append(line)
    found = [Gap(reason, tuple(held), _passing(held[0])) for reason, held in by_reason.items()]
    return sorted(found, key=lambda gap: -len(gap.lines))


def _passing(line: TargetLine) -> bool:
    return line.judged.outcome.reason.code == NO_FIGURE_YET
