"""A cell of a reporting form: what an officer typed, and what it says.

Four things look alike and are not: blank (nothing said yet), "-" (there is none), "…" (not
collected) and "x" (does not apply). None of them is zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from .errors import BadInput
from .figures import Absence
from .numbers import decimals_of, half_up, plain, read_vi, write_vi

if TYPE_CHECKING:
    from collections.abc import Mapping

ABSENT = {
    "-": Absence.NONE,
    "–": Absence.NONE,
    "—": Absence.NONE,
    "−": Absence.NONE,
    "…": Absence.NOT_COLLECTED,
    "...": Absence.NOT_COLLECTED,
    "x": Absence.NOT_APPLICABLE,
    "X": Absence.NOT_APPLICABLE,
}
SIGNS = {Absence.NONE: "-", Absence.NOT_COLLECTED: "…", Absence.NOT_APPLICABLE: "x"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: a number, an absence, or nothing yet.

    `longer` is the number as typed where it had more decimals than the form keeps.
    """

    number: Decimal | None = None
    absence: Absence | None = None
    longer: Decimal | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing has been said."""
        return self.number is None and self.absence is None

    def as_json(self) -> dict[str, str]:
        """The value in a filing: decimals as text."""
        if self.number is not None:
            return {"number": plain(self.number)}
        return {"absence": self.absence.value} if self.absence else {}

    @classmethod
    def from_json(cls, data: Mapping[str, str]) -> Cell:
        """What `as_json` wrote."""
        if data.get("number"):
            return cls(number=Decimal(data["number"]))
        return cls(absence=Absence(data["absence"])) if data.get("absence") else BLANK

    def text(self) -> str:
        """As it is written in a cell."""
        if self.number is not None:
            return write_vi(self.number)
        return SIGNS[self.absence] if self.absence else ""


BLANK = Cell()


def read_cell(text: str, decimals: int) -> Cell:
    """What was typed, at the form's decimals. Raises BadInput("number.…").

    >>> read_cell("1.112,5", 1), read_cell("…", 1).absence, read_cell("  ", 1).blank
    (Cell(number=Decimal('1112.5'), absence=None, longer=None), <Absence.NOT_COLLECTED: \
'not_collected'>, True)
    >>> read_cell("0,335", 2)
    Cell(number=Decimal('0.34'), absence=None, longer=Decimal('0.335'))
    """
    typed = text.strip()
    if not typed:
        return BLANK
    if typed in ABSENT:
        return Cell(absence=ABSENT[typed])
    return of_number(read_vi(typed), decimals)


def of_number(number: Decimal, decimals: int) -> Cell:
    """A number that came as one (from a workbook or the API), at the form's decimals.

    >>> of_number(Decimal("5851"), 0).number
    Decimal('5851')
    """
    if not number.is_finite():
        raise BadInput("number.not_finite", text=str(number))
    kept = half_up(number, decimals)
    return (
        Cell(number=kept, longer=number if kept != number else None)
        if (decimals_of(number) > decimals)
        else Cell(number=number)
    )


__all__ = ["ABSENT", "BLANK", "SIGNS", "Cell", "of_number", "read_cell"]
