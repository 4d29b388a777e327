"""What stands in a sheet where nothing should, or is no longer as it was handed out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import read_vi, write_vi

from .layout import FIRST_ROW, GIVEN, KEY, NO, NOTE, Line, letters
from .opening import RawSheet
from .shape import BookForm, Given, Stamp, given_checksum
from .values import as_text, exact


def misplaced(sheet: RawSheet, last: int) -> Iterator[BadInput]:
    """Merged cells, hidden rows and columns, figures typed beside or below the table."""
    grid = sheet.grid
    for top, left, bottom, right in grid.merged:
        if bottom >= FIRST_ROW and top <= last and left <= KEY:
            told = f"{letters(left)}{top}:{letters(right)}{bottom}"
            yield _at(sheet, BadInput("workbook.merged", range=told), top, left)
    hidden = sorted(row for row in grid.hidden_rows if FIRST_ROW <= row <= last)
    for _, run in groupby(enumerate(hidden), lambda pair: pair[1] - pair[0]):
        rows = [row for _, row in run]
        told = f"{rows[0]}-{rows[-1]}" if len(rows) > 1 else f"{rows[0]}"
        yield _at(sheet, BadInput("workbook.hidden_rows", rows=told), rows[0], NO)
    for column in sorted(c for c in grid.hidden_columns if c <= NOTE):
        yield _at(
            sheet, BadInput("workbook.hidden_column", letter=letters(column)), FIRST_ROW, column
        )
    yield from _strays(sheet, last)


def _strays(sheet: RawSheet, last: int) -> Iterator[BadInput]:
    """Right of the table nothing may stand; below it names may, but no figure."""
    for (row, column), value in sorted(sheet.grid.cells.items(), key=itemgetter(0)):
        below = row > last and not isinstance(value, str)
        if value != "" and (column > KEY or below):
            yield _stray(sheet, value, row, column)


def _stray(sheet: RawSheet, value: object, row: int, column: int) -> BadInput:
    return _at(sheet, BadInput("workbook.stray", text=as_text(value)[:60]), row, column)


def given_faults(
    sheet: RawSheet, stamp: Stamp, form: BookForm, lines: Sequence[Line]
) -> Iterator[BadInput]:
    """Figures shown beside the entries that were typed over.

    The stamp tells whether any was; which one is told against what the books hold now.
    """
    kept = [line for line in lines if line.entry and line.entry.kind != "heading"]
    told = [tuple(given_number(sheet.value(line.row, c)) for c in GIVEN) for line in kept]
    if given_checksum(_plain(told)) == stamp.given and not any("?" in row for row in told):
        return
    found = False
    for line, numbers in zip(kept, told, strict=True):
        given = form.given.get((line.entry.key, line.area.code), Given()) if line.entry else Given()
        for column, number, known in zip(GIVEN, numbers, given.numbers(), strict=True):
            if number != known:
                found = True
                expected = "(trống)" if known is None else write_vi(known)
                text = as_text(sheet.value(line.row, column))[:40] or "(trống)"
                fault = BadInput("workbook.given", text=text, expected=expected)
                yield _at(sheet, fault, line.row, column)
    if not found:
        yield BadInput("workbook.given_unknown").at(sheet.place())


def given_number(value: object) -> Decimal | str | None:
    """A number, None for an empty cell, "?" for anything else."""
    if value == "":
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return exact(value)
    try:
        return read_vi(value) if isinstance(value, str) else "?"
    except BadInput:
        return "?"


def _plain(told: Sequence[tuple[Decimal | str | None, ...]]) -> Iterator[list[Decimal | None]]:
    for row in told:
        yield [number if isinstance(number, Decimal) else None for number in row]


def _at(sheet: RawSheet, fault: BadInput, row: int, column: int) -> BadInput:
    return fault.at(sheet.place(row, letters(column)))
