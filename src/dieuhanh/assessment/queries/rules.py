"""Stored targets and figures as the domain's rules and actuals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.figures import Bound
from dieuhanh.domain.indicators import COMPUTABLE, ValueStatus
from dieuhanh.domain.judging import Actual
from dieuhanh.domain.numbers import half_up, plain
from dieuhanh.domain.units import convert
from dieuhanh.plans.models import Target
from dieuhanh.plans.queries.rules import rule_for
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.rolled import RolledFigure

BOUND_WORDS: dict[str, str] = {
    Bound.MORE_THAN: "trên ",
    Bound.LESS_THAN: "dưới ",
    Bound.NEAR: "gần ",
}


def computable(target: Target) -> bool:
    """Whether the plan value is known well enough to compute with."""
    return ValueStatus(target.value_status) in COMPUTABLE


def actual_of(figure: Figure | None) -> Actual:
    """What a figure says was achieved; the printed decimal before the ratio behind it."""
    if figure is None or figure.absence:
        return Actual.missing()
    if figure.value is not None:
        bound = Bound(figure.bound) if figure.bound else None
        return Actual.of(figure.value, figure.value_high, bound=bound, unit=figure.unit)
    if figure.numerator is None or figure.denominator is None:
        return Actual.missing()
    return Actual.ratio(figure.numerator, figure.denominator)


def actual_of_sum(rolled: RolledFigure) -> Actual:
    """What the level below makes of an indicator: the exact sum, or the exact pair of sums."""
    value = rolled.stated
    if value.numerator is not None and value.denominator is not None:
        return Actual.ratio(value.numerator, value.denominator)
    if value.number is None:
        return Actual.missing()
    return Actual.of(value.number, unit=value.unit)


def number_text(value: Decimal, unit: str, to: str) -> str:
    """A number with a decimal point, in the unit asked for where the two convert."""
    return _in_unit(value, unit, to)


def figure_text(figure: Figure, unit: str = "") -> str | None:
    """A figure's value with a decimal point, in the unit asked for: "1100", "61-62", "trên 4"."""
    if figure.value is None:
        return None
    low = _in_unit(figure.value, figure.unit, unit)
    if figure.value_high is not None:
        return f"{low}-{_in_unit(figure.value_high, figure.unit, unit)}"
    return BOUND_WORDS.get(figure.bound, "") + low


def _in_unit(value: Decimal, frm: str, to: str) -> str:
    """As printed, or exactly converted; beyond ten decimals a conversion is rounded half up."""
    if not to or to == frm:
        return plain(value)
    return plain(half_up(convert(Fraction(value), frm, to), 10).normalize())


__all__ = ["BOUND_WORDS", "actual_of", "computable", "figure_text", "rule_for"]
