"""What a version hands down, as a table to take away."""

from __future__ import annotations

from datetime import date
from typing import Any

from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.numbers import Lang
from dieuhanh.exchange.writing import Table

from ..models import Allocation, PlanVersion, Target
from .gaps import gaps_of
from .handed_down import handed_down
from .plans import targets
from .restated import restated_allocations

COLUMNS = (
    ("no", "TT", "No."), ("name", "Chỉ tiêu", "Target"), ("unit", "Đơn vị tính", "Unit"),
    ("whole", "Kế hoạch", "Plan"), ("to", "Giao cho", "Handed to"), ("code", "Mã", "Code"),
    ("value", "Số giao", "Part"), ("numerator", "Tử số", "Numerator"),
    ("denominator", "Mẫu số", "Denominator"),
    ("gap", "Lý do chênh lệch", "Why the parts differ"),
)  # fmt: skip


RESTATED = (
    *COLUMNS[:7], ("made", "Cách có số", "How it came to be"), ("made_of", "Gồm", "Made of"),
)  # fmt: skip


def restated_table(version: PlanVersion, areas_of: date, lang: Lang = "vi") -> Table:
    """The same parts on the areas of a later day, as the page shows them."""
    down, atlas = handed_down(version), Atlas()
    rows = [
        {
            "no": target.no, "name": target.name, "unit": target.unit, "whole": target.value,
            "to": line.holder.name, "code": line.holder.code, "value": line.value,
            "made": line.words, "made_of": ", ".join(line.made_of),
        }
        for target in targets(version)
        for line in restated_allocations(
            target, down.get(target.pk, []), areas_of, atlas=atlas, lang=lang
        )
    ]  # fmt: skip
    heads = [
        (name, english if lang == "en" else vietnamese) for name, vietnamese, english in RESTATED
    ]
    return Table(f"phan-bo-{areas_of.isoformat()}", version.plan.name, heads, rows)


def allocations_table(version: PlanVersion, lang: Lang = "vi") -> Table:
    """One row a part, in the order of the targets."""
    down, gaps = handed_down(version), gaps_of(version)
    rows = [
        _row(target, part, "; ".join(gap.reason for gap in gaps.get(target.pk, [])))
        for target in targets(version)
        for part in down.get(target.pk, [])
    ]
    heads = [
        (name, english if lang == "en" else vietnamese) for name, vietnamese, english in COLUMNS
    ]
    return Table("phan-bo", version.plan.name, heads, rows)


def _row(target: Target, part: Allocation, gap: str) -> dict[str, Any]:
    holder = part.area or part.body
    return {
        "no": target.no, "name": target.name, "unit": target.unit, "whole": target.value,
        "to": str(holder), "code": holder.code if holder else "", "value": part.value,
        "numerator": part.numerator, "denominator": part.denominator, "gap": gap,
    }  # fmt: skip
