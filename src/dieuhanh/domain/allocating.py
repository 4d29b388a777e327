"""Parts handed down against the whole: what can be checked, and whether it comes out.

How parts make a whole is the indicator's rule over areas and nothing else. A sum is held
exactly; a ratio by its two counts, at the decimals the whole was told with; of a mean without
weights only that it lies between its parts can be known, and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from .indicators import OverAreas
from .numbers import decimals_of, half_up
from .targets import PlanComparator, TargetKind
from .units import is_percent, is_points, share_factor


class How(StrEnum):
    """How the parts of a target are held against it."""

    SUM = "sum"
    RATIO = "ratio"
    WITHIN = "within"
    LOWEST = "lowest"
    HIGHEST = "highest"
    NONE = "none"


class PartValue(NamedTuple):
    """One part: its value in the target's unit; of a ratio also its two counts."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def given(self) -> bool:
        """Whether anything was entered."""
        return self.value is not None or self.counted

    @property
    def counted(self) -> bool:
        """Whether both counts are there and make a ratio."""
        return self.numerator is not None and bool(self.denominator)


class Whole(NamedTuple):
    """What the parts are held against; `high` where the target is a range."""

    value: Decimal | None
    high: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class PartsCheck:
    """What came of it. `agrees` is None where nothing could be held against the whole.

    `difference` is the parts less the whole, exactly.
    """

    how: How
    whole: Whole
    given: int
    blank: int
    total: Fraction | None = None
    difference: Fraction | None = None
    uncounted: int = 0
    agrees: bool | None = None

    @property
    def needs_reason(self) -> bool:
        """Whether the parts may only stand with a reason."""
        return self.agrees is False


_BY_RULE = {
    OverAreas.SUM: How.SUM,
    OverAreas.RATIO_OF_SUMS: How.RATIO,
    OverAreas.WEIGHTED_MEAN: How.WITHIN,
    OverAreas.MIN: How.LOWEST,
    OverAreas.MAX: How.HIGHEST,
    OverAreas.NONE: How.NONE,
}
_LEVELS = frozenset({TargetKind.LEVEL, TargetKind.CUMULATIVE, TargetKind.AVERAGE})
_AMOUNTS = frozenset({TargetKind.INCREASE, TargetKind.DECREASE})
_NUMBERLESS = frozenset({PlanComparator.QUALITATIVE, PlanComparator.COMPOSITE})


def how_checked(over_areas: str, kind: str, comparator: str, unit: str) -> How:
    """How parts are held against a target of this rule on an indicator that adds up so.

    A rate of growth, or a change in points, has no sum over areas whatever its indicator has.

    >>> how_checked("sum", "level", "at_least", "tỷ đồng"), how_checked("sum", "growth", "", "%")
    (<How.SUM: 'sum'>, <How.NONE: 'none'>)
    >>> how_checked("sum", "increase", "at_least", "ha").value
    'sum'
    """
    if comparator in _NUMBERLESS or not over_areas:
        return How.NONE
    how = _BY_RULE[OverAreas(over_areas)]
    if kind in _LEVELS:
        return how
    in_points = is_percent(unit) or is_points(unit)
    return how if kind in _AMOUNTS and how is How.SUM and not in_points else How.NONE


def check_parts(how: How, whole: Whole, parts: Sequence[PartValue]) -> PartsCheck:
    """Hold the parts against the whole.

    >>> whole, parts = Whole(Decimal(10)), [PartValue(Decimal(4)), PartValue(Decimal(5))]
    >>> check_parts(How.SUM, whole, parts).difference, check_parts(How.NONE, whole, parts).agrees
    (Fraction(-1, 1), None)
    """
    given = [part for part in parts if part.given]
    bare = PartsCheck(how, whole, len(given), len(parts) - len(given))
    if how is How.NONE or not given or whole.value is None:
        return bare
    if how is How.RATIO:
        return _ratio(bare, given)
    values = [Fraction(part.value) for part in given if part.value is not None]
    if not values:
        return bare
    if how is How.WITHIN:
        return _within(bare, values)
    if how is How.SUM:
        total = sum(values, start=Fraction(0))
    else:
        total = min(values) if how is How.LOWEST else max(values)
    return _held(bare, total, total)


def _ratio(bare: PartsCheck, given: Sequence[PartValue]) -> PartsCheck:
    """Sum of counts over sum of counts; parts without counts leave it open, which needs a reason."""
    uncounted = sum(not part.counted for part in given)
    if uncounted:
        return PartsCheck(
            bare.how, bare.whole, bare.given, bare.blank, uncounted=uncounted, agrees=False
        )
    above = sum(Fraction(part.numerator or 0) for part in given)
    below = sum(Fraction(part.denominator or 0) for part in given)
    if not below:
        return bare
    share = above / below * share_factor(bare.whole.unit)
    told = half_up(share, decimals_of(bare.whole.value or Decimal(0)))
    return _held(bare, share, Fraction(told))


def _within(bare: PartsCheck, values: Sequence[Fraction]) -> PartsCheck:
    low = Fraction(bare.whole.value or 0)
    high = Fraction(bare.whole.high) if bare.whole.high is not None else low
    agrees = min(values) <= high and low <= max(values)
    return PartsCheck(bare.how, bare.whole, bare.given, bare.blank, agrees=agrees)


def _held(bare: PartsCheck, total: Fraction, told: Fraction) -> PartsCheck:
    """`told` is the total at the whole's decimals: what is held; the difference stays exact."""
    low = Fraction(bare.whole.value or 0)
    high = Fraction(bare.whole.high) if bare.whole.high is not None else low
    agrees = low <= told <= high
    nearest = low if told < low else high
    difference = Fraction(0) if agrees else total - nearest
    return PartsCheck(
        bare.how, bare.whole, bare.given, bare.blank, total, difference, agrees=agrees
    )


__all__ = ["How", "PartValue", "PartsCheck", "Whole", "check_parts", "how_checked"]
