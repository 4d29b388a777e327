"""What a printed number can have been before it was rounded: exact intervals, no floats.

"6,8%" is anything from 6,75 to 6,85, "5.851" from 5.850,5 to 5.851,5; a count of things is itself.
Two printed numbers agree when some pair of unrounded ones would.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.numbers import decimals_of, half_up

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return self.low <= other.high and other.low <= self.high

    def over(self, other: Interval) -> Interval | None:
        """What the quotients can be; None where the divisor may be zero or less."""
        if other.low <= 0:
            return None
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def times(self, factor: int) -> Interval:
        """Each number so many times."""
        return Interval(self.low * factor, self.high * factor)

    def plus(self, added: int) -> Interval:
        """Each number so much more."""
        return Interval(self.low + added, self.high + added)


def unrounded(value: Decimal, high: Decimal | None = None, *, about: bool = False) -> Interval:
    """What the printed value, or range up to `high`, can stand for.

    `about`: said with "khoảng", "gần": the zeros it ends in are rounded too.

    >>> unrounded(Decimal("6.8"))
    Interval(low=Fraction(27, 4), high=Fraction(137, 20))
    """
    half = _half_a_digit(value, about=about)
    top = value if high is None else high
    return Interval(Fraction(value) - half, Fraction(top) + _half_a_digit(top, about=about))


def exactly(value: Decimal) -> Interval:
    """A count of things, not rounded."""
    return Interval(Fraction(value), Fraction(value))


def _half_a_digit(value: Decimal, *, about: bool) -> Fraction:
    places = decimals_of(value)
    size = Fraction(1, 2 * 10**places)
    if about and not places:
        digits = str(int(abs(value)))
        size *= 10 ** (len(digits) - len(digits.rstrip("0") or "0"))
    return size


def per_cent(interval: Interval) -> Decimal:
    """The middle of an interval of per cents, to two decimals, to be shown."""
    return half_up((interval.low + interval.high) / 2, 2)


__all__ = ["HUNDRED", "Interval", "exactly", "per_cent", "unrounded"]
