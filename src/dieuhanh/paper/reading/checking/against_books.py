"""A claim held against what the books state: rounded as the claim is printed, in its own unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import decimals_of, half_up
from dieuhanh.domain.units import convert, is_percent, is_points

from ..records import Claim
from .itself import against_plan
from .printed import unrounded
from .reasons import Mark, Reason, Value


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of the books, in its own unit, with the day it was known from and its page."""

    value: Decimal
    unit: str
    value_high: Decimal | None = None
    known_from: date | None = None
    link: str = ""


class Books(Protocol):
    """What the caller looks up. `period` is the claim's, as written; the caller reads it."""

    def figures(self, indicator: str, period: str | None) -> Sequence[Stated]:
        """The figure's vintages, the current one first; empty when there is none."""
        ...

    def plan_values(self, indicator: str, period: str | None) -> Sequence[Stated]:
        """The plan's value by version, the one in force first; empty when it is not known."""
        ...

    def figures_at(self, area: str, indicator: str, period: str | None) -> Sequence[Stated] | None:
        """The vintages of the area a text names so; None for a name the books do not know."""
        ...


def by_the_books(claim: Claim, indicator: str, books: Books) -> Iterator[Reason]:
    """The claim's value, plan and excess against the books of the area that is asked about."""
    if claim.about:
        yield _elsewhere(claim, claim.about, indicator, books)
        return
    if claim.role in {"actual", "previous"}:
        yield _value_reason(claim, books.figures(indicator, claim.period), "figure")
    elif claim.role == "plan":
        yield _value_reason(claim, books.plan_values(indicator, claim.period), "plan")
    else:
        yield Reason(Mark.UNKNOWN, "benchmark")
    if claim.role == "actual":
        yield from _plan_reasons(claim, books.plan_values(indicator, claim.period))


def _elsewhere(claim: Claim, area: str, indicator: str, books: Books) -> Reason:
    """A figure of another place: against that area's own figure, where the books have one."""
    stated = books.figures_at(area, indicator, claim.period)
    if stated is None:
        return Reason(Mark.UNKNOWN, "other_place", {"area": area})
    if not stated or claim.role not in {"actual", "previous"}:
        return Reason(Mark.UNKNOWN, "of_one_area", {"area": area})
    return _value_reason(claim, stated, "figure")


def _value_reason(claim: Claim, stated: Sequence[Stated], sort: str) -> Reason:
    if not stated:
        return Reason(Mark.UNKNOWN, f"no_{sort}")
    told = [(each, _in_unit(each, claim.unit)) for each in stated]
    current, value = told[0]
    if value is None:
        return _told(Mark.UNKNOWN, "unit", claim, current, current.value)
    if agrees(claim, value):
        return _told(Mark.AGREES, f"{sort}_agrees", claim, current, value)
    for older, then in told[1:]:
        if then is not None and agrees(claim, then):
            values: dict[str, Value] = {"then": _rounded(claim, then), "day": _day(older)}
            return _told(Mark.DISAGREES, f"{sort}_since_changed", claim, current, value, values)
    return _told(Mark.DISAGREES, f"{sort}_differs", claim, current, value)


def agrees(claim: Claim, value: Fraction) -> bool:
    """Whether the books' value, rounded as the claim is printed, is what the claim says.

    "trên 5.800" agrees with 5.851, "gần 19.000" with 18.960, "1,1 tỷ USD" with 1.112,5 triệu;
    "giảm 3,6%" with -3,6 and, of an indicator that measures the reduction, with 3,6.
    """
    if claim.direction == "down" and claim.kind in {"growth", "change"}:
        value = -value if value < 0 or claim.kind == "growth" else value
    match claim.bound:
        case "at_least":
            return value >= Fraction(claim.value)
        case "more_than":
            return value > Fraction(claim.value)
        case "at_most":
            return value <= Fraction(claim.value)
        case "less_than":
            return value < Fraction(claim.value)
        case _:
            about = claim.bound == "about"
            span = unrounded(claim.value, claim.value_high, about=about)
            return span.low <= value <= span.high


def _plan_reasons(claim: Claim, plans: Sequence[Stated]) -> Iterator[Reason]:
    """The plan told in brackets, and the excess over the books' own plan."""
    if not plans:
        return
    plan = plans[0]
    value = _in_unit(plan, claim.unit)
    if value is None:
        return
    if claim.plan_value is not None:
        span = unrounded(claim.plan_value, claim.plan_value_high)
        if not span.low <= value <= span.high:
            told = {"stated": claim.plan_value}
            yield _told(Mark.DISAGREES, "told_plan_differs", claim, plan, value, told)
    elif not (is_percent(claim.unit) or is_points(claim.unit)):
        own = unrounded(claim.value, claim.value_high, about=claim.bound == "about")
        places = decimals_of(plan.value) if plan.unit == claim.unit else 2
        shown = half_up(value, places)
        for reason in against_plan(claim, own, unrounded(shown), shown, plan.link):
            yield Reason(
                Mark.DISAGREES, f"{reason.code}_by_books", reason.values, plan.link, _day(plan)
            )


def _told(
    mark: Mark, code: str, claim: Claim, stated: Stated, value: Fraction | Decimal,
    more: Mapping[str, Value] | None = None,
) -> Reason:  # fmt: skip
    shown = value if isinstance(value, Decimal) else _rounded(claim, value, finer=True)
    values: dict[str, Value] = {
        "value": claim.value, "unit": claim.unit, "books": shown, "books_unit": stated.unit,
    }  # fmt: skip
    return Reason(mark, code, values | dict(more or {}), stated.link, _day(stated))


def _rounded(claim: Claim, value: Fraction, *, finer: bool = False) -> Decimal:
    """As the claim is printed; finer where that would hide the difference."""
    places = decimals_of(claim.value)
    shown = half_up(value, places)
    if finer and Fraction(shown) != value:
        shown = half_up(value, places + 2).normalize()
        shown = shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown
    return shown


def _in_unit(stated: Stated, unit: str) -> Fraction | None:
    try:
        return convert(Fraction(stated.value), stated.unit, unit)
    except BadInput:
        return None


def _day(stated: Stated) -> str:
    return write_vi_date(stated.known_from) if stated.known_from else ""


__all__ = ["Books", "Stated", "agrees", "by_the_books"]
