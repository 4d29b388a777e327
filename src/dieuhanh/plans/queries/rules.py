"""The rule a target in the books stands for."""

from __future__ import annotations

from collections.abc import Sequence

from dieuhanh.domain.indicators import Better
from dieuhanh.domain.targets import Part, Rule, rule_of

from ..models import Target


def rule_for(target: Target, parts: Sequence[Target] = ()) -> Rule | None:
    """The rule a target stands for; None while its kind or comparator is not known."""
    if not target.kind or not target.comparator:
        return None
    part_rules = [Part(part.no, rule) for part in parts if (rule := rule_for(part)) is not None]
    return rule_of(
        target.kind,
        target.comparator,
        value=target.value,
        value_high=target.value_high,
        unit=target.unit,
        base_value=target.base_value,
        base_unit=target.base_unit,
        better=Better(target.better),
        tolerance_pct=target.tolerance_pct,
        decimals=target.decimals,
        parts=part_rules,
    )
