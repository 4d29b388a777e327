"""Columns of the import templates: how a cell is read, and what is wrong when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import read_plain, read_vi
from dieuhanh.domain.periods import Period
from dieuhanh.domain.text import nfc

from .sheets import Cell

YES = {"x", "có", "yes", "true", "1"}
NO = {"", "không", "no", "false", "0"}


@dataclass(frozen=True)
class Column:
    """One column: its name in files and code, its Vietnamese label, how it is read.

    `later`: a table made before the column was may lack it; then it says nothing, which is not
    the same as an empty cell.
    """

    name: str
    label: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    later: bool = False

    def read(self, cell: Cell | None, numbers: str) -> Any:
        """The cell's value, or the default of an empty one. Raises BadInput."""
        if cell is None:
            if self.required:
                raise BadInput("cell.required", label=self.label)
            return self.empty
        value = READERS[self.kind](cell, numbers)
        if self.choices and value not in self.choices:
            raise BadInput("cell.choice", text=str(cell), choices=", ".join(self.choices))
        return value

    def reader(self, numbers: str) -> Callable[[Cell], Any]:
        """`read` for a whole table: a text that stands in many rows is read once."""
        known: dict[str, Any] = {}
        remembers = self.kind != "number"

        def read(cell: Cell) -> Any:
            if not remembers or not isinstance(cell, str):
                return self.read(cell, numbers)
            if cell not in known:
                known[cell] = self.read(cell, numbers)
            return known[cell]

        return read

    @property
    def empty(self) -> Any:
        """What an empty cell means where one may be empty."""
        return self.default if self.default is not None else EMPTY.get(self.kind)


def need(name: str, label: str, kind: str = "text", **options: Any) -> Column:
    """A column that no row may leave empty."""
    return Column(name, label, kind, required=True, **options)


def _text(cell: Cell, _numbers: str) -> str:
    return nfc(str(cell)).strip()


def _number(cell: Cell, numbers: str) -> Decimal:
    if isinstance(cell, Decimal):
        return cell
    if not isinstance(cell, str):
        raise BadInput("number.not_a_number", text=str(cell))
    return read_vi(cell) if numbers == "vi" else read_plain(cell)


def _whole(cell: Cell, numbers: str) -> int:
    number = _number(cell, numbers)
    if number != number.to_integral_value() or number < 0:
        raise BadInput("number.not_whole", text=str(cell))
    return int(number)


def _date(cell: Cell, _numbers: str) -> date:
    return cell if isinstance(cell, date) else read_vi_date(str(cell))


def _time(cell: Cell, _numbers: str) -> time:
    """An hour of the day: 14:00, 8:00 or 14h00."""
    hour, _mark, minute = str(cell).strip().lower().replace("h", ":").partition(":")
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise BadInput("cell.time", text=str(cell)) from None


def _yes(cell: Cell, _numbers: str) -> bool:
    if isinstance(cell, bool):
        return cell
    word = str(cell).strip().lower()
    if word not in YES | NO:
        raise BadInput("cell.yes_no", text=str(cell))
    return word in YES


def _period(cell: Cell, _numbers: str) -> str:
    return str(Period.parse(str(cell)))


READERS: dict[str, Callable[[Cell, str], Any]] = {
    "text": _text,
    "number": _number,
    "whole": _whole,
    "date": _date,
    "time": _time,
    "yes": _yes,
    "period": _period,
}
EMPTY: dict[str, Any] = {"text": "", "yes": False}
