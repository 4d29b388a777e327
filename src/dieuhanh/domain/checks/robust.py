"""Whether a number is far from its own history: median and MAD, exactly.

The modified z-score of Iglewicz and Hoaglin (1993) is 0,6745 × |x − median| ÷ MAD, and far from
3,5 on. Where more than half of the history is one number the MAD is zero; then the mean absolute
deviation stands in with its own factor, and a history without any spread is not judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

MAD_FACTOR = Fraction(6745, 10000)
MEAN_FACTOR = Fraction(10000, 12533)


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of a history and one unit of its spread, scaled to a standard deviation."""

    median: Fraction
    unit: Fraction

    def score(self, value: Fraction) -> Fraction:
        """How many such units the value lies from the middle."""
        return abs(value - self.median) / self.unit

    def band(self, limit: Fraction) -> tuple[Fraction, Fraction]:
        """The numbers between which a value is not far."""
        return self.median - limit * self.unit, self.median + limit * self.unit


def median(values: Sequence[Fraction]) -> Fraction:
    """The middle one, or half-way between the two in the middle.

    >>> median([Fraction(3), Fraction(1), Fraction(10)]), median([Fraction(1), Fraction(2)])
    (Fraction(3, 1), Fraction(3, 2))
    """
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(values: Sequence[Fraction]) -> Spread | None:
    """The history's middle and spread; None where every number is the same.

    >>> spread([Fraction(n) for n in (8, 9, 10, 11, 12)]).median
    Fraction(10, 1)
    >>> spread([Fraction(4)] * 8) is None
    True
    """
    middle = median(values)
    away = [abs(value - middle) for value in values]
    if mad := median(away):
        return Spread(middle, mad / MAD_FACTOR)
    mean = sum(away, Fraction(0)) / len(away)
    return Spread(middle, mean / MEAN_FACTOR) if mean else None


__all__ = ["Spread", "median", "spread"]
