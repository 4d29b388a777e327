"""Change against the year before: only between figures of one kind, else not comparable.

An estimate of one year and a preliminary figure of the next differ by more than the year, and so
do two releases or two price bases: such a growth is not a fact about the province. The answer
then is the reason, never a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from .figures import Bound, Status
from .numbers import decimals_of, half_up
from .units import convert, is_percent, is_points, same_dimension

PERCENT_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as far as growth asks: its number and what makes it of a kind with another."""

    number: Decimal | None
    unit: str
    status: Status
    release: str = ""
    price_base: str = ""
    bound: Bound | None = None
    is_range: bool = False


class Unlike(StrEnum):
    """Why two figures give no growth."""

    NO_NUMBER = "no_number"
    NOT_EXACT = "not_exact"
    STATUS = "status"
    RELEASE = "release"
    PRICE_BASE = "price_base"
    UNIT = "unit"
    BASE_NOT_POSITIVE = "base_not_positive"


@dataclass(frozen=True, slots=True)
class Growth:
    """The change: in points for percentages, else in percent of the year before."""

    change: Decimal
    in_points: bool


def growth(now: Stated, before: Stated) -> Growth | Unlike:
    """The change from `before` to `now`, exact and then rounded half up, or why there is none.

    Percent to one decimal; points to the decimals the figures are printed with.

    >>> year, last = Stated(Decimal(5220), "tỷ đồng", Status.ESTIMATED), Stated(
    ...     Decimal(6311), "tỷ đồng", Status.ESTIMATED)
    >>> growth(year, last)
    Growth(change=Decimal('-17.3'), in_points=False)
    >>> rate = Stated(Decimal("0.92"), "%", Status.ESTIMATED)
    >>> growth(rate, Stated(Decimal("1.09"), "%", Status.ESTIMATED))
    Growth(change=Decimal('-0.17'), in_points=True)
    >>> growth(Stated(Decimal(5851), "tỷ đồng", Status.PRELIMINARY), last).value
    'status'
    """
    if now.number is None or before.number is None:
        return Unlike.NO_NUMBER
    if unlike := _unlike(now, before):
        return unlike
    base = Fraction(before.number)
    result = convert(Fraction(now.number), now.unit, before.unit)
    if is_percent(before.unit) or is_points(before.unit):
        decimals = max(decimals_of(now.number), decimals_of(before.number))
        return Growth(half_up(result - base, decimals), in_points=True)
    if base <= 0:
        return Unlike.BASE_NOT_POSITIVE
    return Growth(half_up((result / base - 1) * 100, PERCENT_DECIMALS), in_points=False)


def _unlike(now: Stated, before: Stated) -> Unlike | None:
    """The first thing by which the two are not of a kind."""
    if now.bound or before.bound or now.is_range or before.is_range:
        return Unlike.NOT_EXACT
    if not same_dimension(now.unit, before.unit):
        return Unlike.UNIT
    if now.price_base != before.price_base:
        return Unlike.PRICE_BASE
    if now.release != before.release:
        return Unlike.RELEASE
    return Unlike.STATUS if now.status != before.status else None


__all__ = ["PERCENT_DECIMALS", "Growth", "Stated", "Unlike", "growth"]
