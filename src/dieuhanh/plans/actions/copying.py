"""Filling a new draft from the version it starts from."""

from __future__ import annotations

from typing import Any

from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.periods import Period

from ..models import Allocation, AllocationGap, Draft, DraftLine, DraftPart, PartsGap, Target
from ..queries.heads import Heads
from ..queries.plans import targets
from ..queries.reading import as_typed

KEPT = (
    "no", "position", "indicator", "name", "name_en", "group", "kind", "comparator", "unit",
    "base_unit", "better", "decimals", "lead_body", "note",
)  # fmt: skip
OF_VERSION = ("value_status", "value_source", "value_document", "candidate")


def copy_lines(draft: Draft) -> int:
    """A line for each target; an adjustment keeps its values, the next plan leaves them open."""
    made: dict[int, DraftLine] = {}
    heads = Heads(Period.parse(draft.period).start)
    for target in targets(draft.base):
        parent = made.get(target.parent_id) if target.parent_id else None
        made[target.pk] = DraftLine.objects.create(
            draft=draft, source=target, parent=parent, **_cells(target, draft, heads)
        )
    if draft.purpose == "adjustment":
        _copy_parts(made)
    return len(made)


def _cells(target: Target, draft: Draft, heads: Heads) -> dict[str, Any]:
    cells = {name: getattr(target, name) for name in KEPT}
    cells["head"] = target.head or heads.of(target.lead_body)
    if draft.purpose == "adjustment":
        kept = {name: getattr(target, name) for name in OF_VERSION}
        return cells | kept | as_typed(target)
    told = as_typed(target)
    return {
        **cells,
        "kind": target.kind or "level",
        "comparator": target.comparator or "at_least",
        "note": "",
        "tolerance_pct": told["tolerance_pct"],
        "value_status": ValueStatus.STATED,
    }


def _copy_parts(made: dict[int, DraftLine]) -> None:
    for part in Allocation.objects.filter(target_id__in=made):
        numbers = {
            name: "" if (held := getattr(part, name)) is None else write_vi(held)
            for name in ("value", "numerator", "denominator")
        }
        line = made[part.target_id]
        DraftPart.objects.create(line=line, area=part.area, body=part.body, **numbers)
    for gap in AllocationGap.objects.filter(target_id__in=made):
        PartsGap.objects.create(line=made[gap.target_id], area=gap.area, reason=gap.reason)
