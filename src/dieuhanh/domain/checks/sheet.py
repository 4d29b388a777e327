"""What the rows of a sheet are worth, typed or made; a missing number is never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from dieuhanh.domain.cells import BLANK, Cell
from dieuhanh.domain.figures import Absence
from dieuhanh.domain.forms import RowKind, RowSpec, parts_of
from dieuhanh.domain.units import convert, same_dimension, share_factor

from .findings import Past

Key = tuple[str, int]
Elsewhere = Mapping[tuple[str, str, int], Cell]
NOTHING_TO_ADD = frozenset({Absence.NONE, Absence.NOT_APPLICABLE})


@dataclass(frozen=True)
class Total:
    """A sum of cells; not `whole` while a part of it is blank or was not collected."""

    sum: Fraction
    whole: bool
    empty: bool


@dataclass(frozen=True)
class CheckedSheet:
    """One body's cells with all that rules look at. A cell that cannot be read is None.

    `named` are the names of other forms' rows, by "form:row".
    """

    rows: Mapping[str, RowSpec]
    areas: tuple[int, ...]
    cells: Mapping[Key, Cell | None]
    past: Mapping[Key, Past] = field(default_factory=dict)
    elsewhere: Elsewhere = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)

    def cell(self, key: str, area: int) -> Cell:
        """What a cell says; blank where nothing can be read."""
        return self.cells.get((key, area)) or BLANK

    def value(self, key: str, area: int) -> Fraction | None:
        """A row's number, typed or made of its two rows; None where there is none."""
        row = self.rows.get(key)
        if row is None:
            return None
        if row.kind is RowKind.RATIO:
            return self.quotient(row.numerator, row.denominator, row.unit, area)
        number = self.cell(key, area).number
        return None if number is None else Fraction(number)

    def quotient(self, top: str, bottom: str, unit: str, area: int) -> Fraction | None:
        """One row divided by another, told in a unit."""
        numerator, denominator = self.value(top, area), self.value(bottom, area)
        if numerator is None or not denominator:
            return None
        frm, to = self.rows[top].unit, self.rows[bottom].unit
        if frm != to and same_dimension(frm, to):
            numerator = convert(numerator, frm, to)
        return numerator / denominator * share_factor(unit)

    def name(self, term: str) -> str:
        """What people call a term of a sum; its code where nobody names it."""
        row = self.rows.get(term)
        return row.label if row else self.named.get(term, term)

    def parts(self, key: str) -> tuple[str, ...]:
        """The "trong đó" lines of a row."""
        return parts_of(self.rows.values()).get(key, ())

    def total(self, cells: Iterable[tuple[Cell, str]], unit: str) -> Total:
        """The sum of cells, each with its unit, told in a unit. "-" and "x" add nothing.

        Empty where a unit is not of the whole's kind: a rule made for another version's rows.
        """
        found, whole, empty = Fraction(0), True, True
        for cell, frm in cells:
            if frm != unit and not same_dimension(frm, unit):
                return Total(Fraction(0), whole=False, empty=True)
            if cell.number is not None:
                value = Fraction(cell.number)
                found += value if frm == unit else convert(value, frm, unit)
                empty = False
            elif cell.absence in NOTHING_TO_ADD:
                empty = False
            else:
                whole = False
        return Total(found, whole, empty)


__all__ = ["CheckedSheet", "Elsewhere", "Key", "Total"]
