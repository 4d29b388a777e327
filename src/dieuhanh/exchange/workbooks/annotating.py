"""The workbook back to its author: each refused cell coloured, with its reason and remedy."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils.cell import column_index_from_string

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.wording import message

from .guarding import Kind
from .layout import FAULTS_SHEET, LONGEST_SHEET_NAME
from .opening import RawBook
from .styles import FAULT_FILL, WARN_FILL, solid
from .texts import put_plain

AUTHOR = "Điều Hành"
WIDTH, HEIGHT = 360, 120
MOST_MARKED, MOST_LISTED = 2_000, 10_000
MOST_WRITTEN, MOST_MERGED = 300_000, 50_000
# What openpyxl raises over parts that our reader does not look into.
NOT_OPENED = (ValueError, TypeError, KeyError, IndexError, AttributeError, OSError)
HEADS = ("Trang", "Ô", "Mức", "Lý do và cách sửa")
REFUSED, NOTED = "Phải sửa", "Nên xem"


def annotate(book: RawBook, refused: Sequence[BadInput], noted: Sequence[BadInput]) -> bytes:
    """An .xlsx copy: refused cells red, cells to look at yellow, each with its sentence.

    Everything else stays as handed in (of an .xls file: its values); a sheet is added that
    lists all, and taken out again when the workbook is handed in once more.
    """
    made: Any = _opened(book)
    if FAULTS_SHEET in made.sheetnames:
        del made[FAULTS_SHEET]
    for faults, fill in ((noted, WARN_FILL), (refused, FAULT_FILL)):
        for place, sentences in islice(_by_cell(faults).items(), MOST_MARKED):
            if place.sheet in made.sheetnames:
                _mark(made[place.sheet], place, sentences, fill)
    _summary(made, refused, noted)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def sentence(fault: BadInput) -> str:
    """What is wrong and what to do, without the place."""
    return message(type(fault)(fault.code, **fault.values))


def cell_of(fault: BadInput) -> str:
    """The cell's address, such as B7; empty for a fault of a whole sheet or file."""
    place = fault.place
    return f"{place.column}{place.row}" if place.row and place.column else ""


def _by_cell(faults: Sequence[BadInput]) -> dict[Place, list[str]]:
    told: dict[Place, list[str]] = defaultdict(list)
    for fault in faults:
        if cell_of(fault):
            place = Place(sheet=fault.place.sheet, row=fault.place.row, column=fault.place.column)
            told[place].append(sentence(fault))
    return told


def _mark(sheet: Any, place: Place, sentences: list[str], fill: str) -> None:
    """Colour and comment a cell; of merged ones the first, which alone can carry a comment."""
    row, column = place.row or 1, column_index_from_string(place.column)
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            row, column = merged.min_row, merged.min_col
    cell = sheet.cell(row, column)
    cell.fill = solid(fill)
    cell.comment = Comment("\n".join(sentences), AUTHOR, width=WIDTH, height=HEIGHT)


def _summary(made: Any, refused: Sequence[BadInput], noted: Sequence[BadInput]) -> None:
    sheet = made.create_sheet(FAULTS_SHEET, 0)
    for column, (head, width) in enumerate(zip(HEADS, (28, 8, 12, 110), strict=True), 1):
        put_plain(sheet.cell(1, column), head)
        sheet.column_dimensions["ABCD"[column - 1]].width = width
    row = 1
    for level, faults in ((REFUSED, refused), (NOTED, noted)):
        for fault in faults[:MOST_LISTED]:
            row += 1
            told = (fault.place.sheet, cell_of(fault), level, sentence(fault))
            for column, text in enumerate(told, 1):
                put_plain(sheet.cell(row, column), text)
    made.active = 0
    for other in made.worksheets:
        other.sheet_view.tabSelected = other is sheet


def _opened(book: RawBook) -> Any:
    """The workbook as handed in; its values alone where opening it whole would take too much."""
    heavy = any(
        sheet.grid.written > MOST_WRITTEN or sheet.grid.merged_cells() > MOST_MERGED
        for sheet in book.sheets
    )
    if heavy or book.kind is not Kind.XLSX:
        return _copied(book)
    try:
        return load_workbook(io.BytesIO(book.data))
    except NOT_OPENED:
        return _copied(book)


def _copied(book: RawBook) -> Workbook:
    """The values in a new workbook, of the kind that can carry comments."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for sheet in book.sheets:
        copy = made.create_sheet(sheet.name[:LONGEST_SHEET_NAME])
        copy.sheet_state = "hidden" if sheet.grid.hidden else "visible"
        for (row, column), value in sheet.grid.cells.items():
            if isinstance(value, str):
                put_plain(copy.cell(row, column), value)
            else:
                copy.cell(row, column).value = value
    if not made.worksheets:
        made.create_sheet(FAULTS_SHEET)
    return made
