"""A sheet read against its form: each figure to its line, and everything out of place named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from dieuhanh.domain.cells import Cell
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.legacy_text import Encoding, convert, to_unicode
from dieuhanh.domain.ratios import percent_of

from .layout import (
    ACTUAL,
    FIRST_ROW,
    HEAD_ROW,
    KEY,
    LABEL,
    LAST_YEAR,
    NO,
    NOTE,
    OF_LAST_YEAR,
    OF_PLAN,
    PLAN,
    UNIT,
    Line,
    heads,
    letters,
    lines,
)
from .opening import RawSheet
from .outside import given_faults, given_number, misplaced
from .shape import BookForm, BookRow, Key, Stamp, ratio
from .values import as_text, exact, read_number, same_words

EMPTY = "(trống)"
ENCODING_NAMES = {Encoding.TCVN3: "TCVN3 (ABC)", Encoding.VNI: "VNI"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line says: the figure, its text for the draft, its note, and where it stands."""

    cell: Cell
    text: str
    note: str
    row: int


@dataclass
class SheetReading:
    """What a sheet says. It counts only while nothing in it is refused."""

    name: str
    stamp: Stamp
    entries: dict[Key, Entry] = field(default_factory=dict)
    refused: list[BadInput] = field(default_factory=list)
    noted: list[BadInput] = field(default_factory=list)


def read_sheet(sheet: RawSheet, stamp: Stamp, form: BookForm) -> SheetReading:
    """Read a sheet whose stamp has been matched with its form.

    Refused cells and remarks are gathered, each with sheet, row and column, not raised.
    """
    reader = _Reader(sheet, stamp, form)
    reader.read()
    return reader.told


class _Reader:
    def __init__(self, sheet: RawSheet, stamp: Stamp, form: BookForm) -> None:
        self.sheet, self.form = sheet, form
        self.lines = tuple(lines(form))
        self.told = SheetReading(sheet.name, stamp)
        self.many = len(form.areas) > 1
        self.encodings: dict[Encoding, tuple[int, int]] = {}

    def read(self) -> None:
        if self.sheet.grid.hidden:
            self._refuse(BadInput("workbook.hidden_sheet", name=self.sheet.name))
        for column, head in enumerate(heads(self.form), 1):
            self._compare(HEAD_ROW, column, head)
        displaced = self._displaced()
        for line in self.lines:
            if line.row not in displaced:
                self._line(line)
        self._notes()
        self._computed(displaced)
        last = self.lines[-1].row if self.lines else FIRST_ROW
        self.told.refused += misplaced(self.sheet, last)
        if not displaced:
            self.told.refused += given_faults(self.sheet, self.told.stamp, self.form, self.lines)
        for encoding, spot in self.encodings.items():
            name = ENCODING_NAMES[encoding]
            self._note(BadInput("workbook.noted_legacy", encoding=name), *spot)

    def _displaced(self) -> set[int]:
        """Rows whose code is not the one that belongs there, told in runs of one shift."""
        proper = {line.code(many=self.many): line.row for line in self.lines}
        shifts: list[tuple[int, int | None]] = []
        for line in self.lines:
            code = as_text(self.sheet.value(line.row, KEY)).strip()
            if code != line.code(many=self.many):
                belongs = proper.get(code)
                shifts.append((line.row, None if belongs is None else line.row - belongs))
        for shift, run in groupby(
            enumerate(shifts), lambda pair: (pair[1][1], pair[1][0] - pair[0])
        ):
            rows = [row for _, (row, _) in run]
            self._refuse(self._moved(rows, shift[0]), rows[0], KEY)
        return {row for row, _ in shifts}

    def _moved(self, rows: list[int], shift: int | None) -> BadInput:
        told = f"{rows[0]}" if len(rows) == 1 else f"{rows[0]}-{rows[-1]}"
        label = next(line.label for line in self.lines if line.row == rows[0])
        if shift is None:
            return BadInput("workbook.line_missing", rows=told, label=label)
        return BadInput("workbook.moved", rows=told, label=label, shift=abs(shift))

    def _line(self, line: Line) -> None:
        row = line.entry
        expected = (row.no, row.label, row.unit) if row else ("", line.label, "")
        for column, text in zip((NO, LABEL, UNIT), expected, strict=True):
            self._compare(line.row, column, text)
        if row is None or row.kind == "heading":
            for column in (ACTUAL, NOTE):
                if self.sheet.value(line.row, column) != "":
                    self._refuse(
                        BadInput("workbook.not_an_entry", label=line.label), line.row, column
                    )
        elif row.kind == "entry":
            self._entry(line, row)
        elif self.sheet.value(line.row, NOTE) != "":
            self._refuse(BadInput("workbook.not_an_entry", label=line.label), line.row, NOTE)

    def _entry(self, line: Line, row: BookRow) -> None:
        spot, grid = (line.row, ACTUAL), self.sheet.grid
        value = self.sheet.value(*spot)
        try:
            cell, noted = read_number(
                value, row.decimals, formula=spot in grid.formulas, percent=spot in grid.percents
            )
        except BadInput as fault:
            self._refuse(fault, *spot)
            return
        for remark in noted:
            self._note(remark, *spot)
        typed = isinstance(value, str) and spot not in grid.formulas
        text = value.strip() if typed else cell.text()
        note = as_text(self.sheet.value(line.row, NOTE))
        self.told.entries[row.key, line.area.code] = Entry(cell, text, note, line.row)
        if (line.row, NOTE) in grid.formulas:
            self._note(BadInput("workbook.noted_formula", text=note[:60]), line.row, NOTE)

    def _notes(self) -> None:
        """Notes in an old encoding, converted; one that is clear speaks for the doubtful ones."""
        entries = self.told.entries
        for each in entries.values():
            if encoding := to_unicode(each.note)[1]:
                self.encodings.setdefault(encoding, (each.row, NOTE))
        hint = next(iter(self.encodings)) if len(self.encodings) == 1 else None
        for here, each in entries.items() if self.encodings else ():
            note, encoding = to_unicode(each.note, hint)
            if encoding:
                entries[here] = replace(each, note=note)

    def _compare(self, row: int, column: int, expected: str) -> None:
        """A locked text must be the one we wrote, in Unicode or an old encoding of it."""
        told = as_text(self.sheet.value(row, column))
        if same_words(told, expected):
            return
        for encoding in Encoding:
            if same_words(convert(told, encoding), expected):
                self.encodings.setdefault(encoding, (row, column))
                return
        text = told.strip()[:80] or EMPTY
        self._refuse(BadInput("workbook.label", text=text, expected=expected or EMPTY), row, column)

    def _computed(self, displaced: set[int]) -> None:
        """Cells that compute themselves may come back as numbers, but only as the right ones."""
        cells = {here: entry.cell for here, entry in self.told.entries.items()}
        for line in self.lines:
            row = line.entry
            if row is None or row.kind == "heading" or line.row in displaced:
                continue
            if row.kind == "entry" and (row.key, line.area.code) not in self.told.entries:
                continue  # refused already: what is computed from it cannot be right
            computed = (OF_PLAN, OF_LAST_YEAR, *((ACTUAL,) if row.kind == "ratio" else ()))
            typed = [c for c in computed if self._typed_over(line.row, c)]
            for column, expected in self._expected(line, row, cells) if typed else ():
                value = self.sheet.value(line.row, column)
                if column in typed and not _is(value, expected):
                    fault = BadInput("workbook.computed", text=as_text(value)[:60])
                    self._refuse(fault, line.row, column)

    def _typed_over(self, row: int, column: int) -> bool:
        spot = (row, column)
        return spot not in self.sheet.grid.formulas and self.sheet.value(*spot) != ""

    def _expected(
        self, line: Line, row: BookRow, cells: dict[Key, Cell]
    ) -> Iterator[tuple[int, Decimal | None]]:
        here = (row.key, line.area.code)
        actual = cells[here].number if here in cells else None
        if row.kind == "ratio":
            actual = ratio(row, cells, line.area.code)
            yield ACTUAL, actual
        for column, base in ((OF_PLAN, PLAN), (OF_LAST_YEAR, LAST_YEAR)):
            given = given_number(self.sheet.value(line.row, base))
            if isinstance(actual, Decimal) and isinstance(given, Decimal):
                yield column, percent_of(actual, given)
            else:
                yield column, None

    def _refuse(self, fault: BadInput, row: int | None = None, column: int = 0) -> None:
        self.told.refused.append(fault.at(self.sheet.place(row, letters(column))))

    def _note(self, remark: BadInput, row: int, column: int) -> None:
        self.told.noted.append(remark.at(self.sheet.place(row, letters(column))))


def _is(value: object, expected: Decimal | None) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or expected is None:
        return False
    return exact(value) == expected
