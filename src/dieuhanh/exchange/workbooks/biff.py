"""An .xls workbook (Excel 97-2003), read off its records: values, formulas, merges, what is hidden.

Record numbers after the published format [MS-XLS]. Every length is checked against what is there:
a reader that trusts them can be brought down by one altered byte.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from dieuhanh.domain.errors import BadInput

from .biff_text import shared_strings, short_text, wide_text
from .formats import Shown, day_of, shown
from .grid import MOST_SHEETS, Grid, Spot, Value

BOF, EOF, LOCK, SHEET, FORMAT, XF, SST, CONTINUE = (
    0x809, 0x0A, 0x2F, 0x85, 0x41E, 0xE0, 0xFC, 0x3C,
)  # fmt: skip
FORMULA, STRING, NUMBER, RK, RKS, LABEL, LABEL_SST, BOOL = (
    0x06, 0x207, 0x203, 0x27E, 0xBD, 0x204, 0xFD, 0x205,
)  # fmt: skip
ROW, COLUMNS, MERGED = 0x208, 0x7D, 0xE5
BIFF8, WORKSHEET = 0x600, 0
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
NOT_A_NUMBER = 0xFFFF
TEXT_RESULT, BOOL_RESULT, ERROR_RESULT = 0, 1, 2
Record = tuple[int, int, bytes]  # where it starts, its number, its content


def read_grids(stream: bytes) -> dict[str, Grid]:
    """Each worksheet by name.

    Raises BadInput("workbook.encrypted"), ("workbook.too_old"), ("workbook.broken") and the like.
    """
    book = _Book()
    try:
        for record in _records(stream):
            book.take(*record)
    except (struct.error, IndexError, ValueError) as error:
        raise BadInput("workbook.broken") from error
    return dict(book.sheets.values())


def _records(stream: bytes) -> Iterator[Record]:
    at = 0
    while at + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, at)
        yield at, number, stream[at + 4 : at + 4 + length]
        at += 4 + length


class _Book:
    """Takes the records in turn; charts inside a sheet open and close within it."""

    def __init__(self) -> None:
        self.sheets: dict[int, tuple[str, Grid]] = {}
        self._open: list[_Sheet | None] = []
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        self._strings: list[bytes] = []
        self._in_strings = False
        self._ready: tuple[list[str], Shown] | None = None

    def take(self, at: int, number: int, content: bytes) -> None:
        """One record."""
        if number == BOF:
            self._enter(at, content)
        elif number == EOF:
            self._open = self._open[:-1]
        elif number == LOCK:
            raise BadInput("workbook.encrypted")
        elif self._open and (sheet := self._open[-1]) is not None:
            sheet.take(number, content)
        elif len(self._open) == 1:
            self._global(number, content)

    def _enter(self, at: int, content: bytes) -> None:
        if struct.unpack_from("<H", content)[0] != BIFF8:
            raise BadInput("workbook.too_old")
        known = self.sheets.get(at)
        self._open.append(_Sheet(known[1], *self._settled()) if known else None)

    def _settled(self) -> tuple[list[str], Shown]:
        """Texts and styles, which all stand before the first sheet."""
        if self._ready is None:
            strings = shared_strings(self._strings) if self._strings else []
            self._ready = strings, shown(self._codes, self._styles)
        return self._ready

    def _global(self, number: int, content: bytes) -> None:
        if number == SST or (number == CONTINUE and self._in_strings):
            self._strings.append(content)
        self._in_strings = number in {SST, CONTINUE} and bool(self._strings)
        if number == SHEET:
            self._sheet(content)
        elif number == FORMAT:
            self._codes[struct.unpack_from("<H", content)[0]] = wide_text(content, 2)
        elif number == XF:
            self._styles.append(struct.unpack_from("<H", content, 2)[0])

    def _sheet(self, content: bytes) -> None:
        at, state, kind = struct.unpack_from("<IBB", content)
        if kind == WORKSHEET:
            self.sheets[at] = (short_text(content, 6), Grid(hidden=bool(state & 3)))
        if len(self.sheets) > MOST_SHEETS:
            raise BadInput("workbook.too_many_sheets", limit=MOST_SHEETS)


class _Sheet:
    """Takes the records of one sheet into its grid."""

    def __init__(self, grid: Grid, strings: list[str], looks: Shown) -> None:
        self.grid, self.strings, self.looks = grid, strings, looks
        self.awaiting: Spot | None = None  # a formula whose text comes in the next record
        self.steps = {
            FORMULA: self._formula, STRING: self._string, NUMBER: self._number, RK: self._rk,
            RKS: self._rks, LABEL: self._label, LABEL_SST: self._label_sst, BOOL: self._bool,
            ROW: self._row, COLUMNS: self._columns, MERGED: self._merged,
        }  # fmt: skip

    def take(self, number: int, content: bytes) -> None:
        if step := self.steps.get(number):
            step(content)

    def _put(self, content: bytes, value: Value) -> Spot:
        row, column, style = struct.unpack_from("<HHH", content)
        return self._put_at((row + 1, column + 1), style, value)

    def _put_at(self, spot: Spot, style: int, value: Value) -> Spot:
        number = isinstance(value, float)
        self.grid.put(spot, day_of(value) if number and style in self.looks.dates else value)
        if number and style in self.looks.percents:
            self.grid.percents.add(spot)
        return spot

    def _formula(self, content: bytes) -> None:
        """A formula counts by the result stored with it; a text result comes in a record after."""
        kind, told, mark = struct.unpack_from("<BxBxxxH", content, 6)
        row, column = struct.unpack_from("<HH", content)
        spot = (row + 1, column + 1)
        self.grid.formulas.add(spot)
        if mark != NOT_A_NUMBER:
            self._put(content, struct.unpack_from("<d", content, 6)[0])
        elif kind == TEXT_RESULT:
            self.awaiting = spot
        elif kind == BOOL_RESULT:
            self._put(content, bool(told))
        elif kind == ERROR_RESULT:
            self._put(content, ERRORS.get(told, "#N/A"))

    def _string(self, content: bytes) -> None:
        if self.awaiting:
            self.grid.put(self.awaiting, wide_text(content, 0))
        self.awaiting = None

    def _number(self, content: bytes) -> None:
        self._put(content, struct.unpack_from("<d", content, 6)[0])

    def _rk(self, content: bytes) -> None:
        self._put(content, _packed(struct.unpack_from("<i", content, 6)[0]))

    def _rks(self, content: bytes) -> None:
        row, first = struct.unpack_from("<HH", content)
        for place in range((len(content) - 6) // 6):
            style, number = struct.unpack_from("<Hi", content, 4 + 6 * place)
            self._put_at((row + 1, first + place + 1), style, _packed(number))

    def _label(self, content: bytes) -> None:
        self._put(content, wide_text(content, 6))

    def _label_sst(self, content: bytes) -> None:
        self._put(content, self.strings[struct.unpack_from("<I", content, 6)[0]])

    def _bool(self, content: bytes) -> None:
        told, error = struct.unpack_from("<BB", content, 6)
        self._put(content, ERRORS.get(told, "#N/A") if error else bool(told))

    def _row(self, content: bytes) -> None:
        row, flags = struct.unpack_from("<H10xH", content)
        if flags & HIDDEN_ROW:
            self.grid.hidden_rows.add(row + 1)

    def _columns(self, content: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<HHHHH", content)
        if flags & HIDDEN_COLUMN:
            self.grid.hidden_columns |= set(range(first + 1, last + 2))

    def _merged(self, content: bytes) -> None:
        for place in range(struct.unpack_from("<H", content)[0]):
            top, bottom, left, right = struct.unpack_from("<HHHH", content, 2 + 8 * place)
            self.grid.merged.append((top + 1, left + 1, bottom + 1, right + 1))


def _packed(told: int) -> float:
    """A number in four bytes: a whole one or the upper half of a float, perhaps in hundredths."""
    if told & 2:
        number = float(told >> 2)
    else:
        number = struct.unpack("<d", struct.pack("<Ii", 0, told & ~3))[0]
    return number / 100 if told & 1 else number
