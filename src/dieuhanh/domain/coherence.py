"""A figure reported at one level beside the sum of the level below: both kept, the gap shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .numbers import decimals_of, half_up


@dataclass(frozen=True, slots=True)
class Gap:
    """`difference` is rolled up less reported; `agrees` at the decimals the report is printed with.

    >>> Gap.between(Decimal("56"), Fraction(4600, 82)).agrees
    True
    >>> Gap.between(Decimal("5851"), Fraction(5850)).difference
    Fraction(-1, 1)
    """

    difference: Fraction
    agrees: bool

    @classmethod
    def between(cls, reported: Decimal, rolled_up: Fraction) -> Gap:
        """Compare a printed figure with what the lower figures make."""
        agrees = half_up(rolled_up, max(decimals_of(reported), 0)) == reported
        return cls(rolled_up - Fraction(reported), agrees)
