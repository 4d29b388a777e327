"""A ratio line's exact pair, made of what its two lines say."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.cells import Cell
from dieuhanh.domain.figures import Absence, Value
from dieuhanh.domain.ratios import ended
from dieuhanh.domain.units import convert, same_dimension

Pair = tuple[Decimal, Decimal]
# Of two absences the one that says more about the ratio: what does not apply has no share.
WEIGHT = (Absence.NOT_APPLICABLE, Absence.NOT_COLLECTED, Absence.NONE)


def ratio_value(top: Cell, bottom: Cell, units: tuple[str, str], unit: str) -> Value | None:
    """The ratio of two cells as an exact pair; absent if either is, none if either is blank.

    Nothing over nothing does not apply; something over nothing is no figure.
    """
    if top.blank or bottom.blank:
        return None
    absent = [cell.absence for cell in (top, bottom) if cell.absence is not None]
    if absent:
        return Value(unit, absence=min(absent, key=WEIGHT.index))
    if top.number is None or bottom.number is None:
        return None
    if bottom.number == 0:
        return Value(unit, absence=Absence.NOT_APPLICABLE) if top.number == 0 else None
    numerator, denominator = _evened((top.number, bottom.number), units)
    return Value(unit, numerator=numerator, denominator=denominator)


def _evened(pair: Pair, units: tuple[str, str]) -> Pair:
    """Both in one magnitude where they count the same thing: the smaller unit, so that it is exact."""
    if units[0] == units[1] or not all(units) or not same_dimension(*units):
        return pair
    factor = convert(Fraction(1), units[0], units[1])
    if factor >= 1:
        return ended(Fraction(pair[0]) * factor) or pair[0], pair[1]
    return pair[0], ended(Fraction(pair[1]) / factor) or pair[1]


__all__ = ["ratio_value"]
