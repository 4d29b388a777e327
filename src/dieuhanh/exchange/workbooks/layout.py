"""Where everything stands in a sheet: the layout officers know, the same for writing and reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .shape import BookArea, BookForm, BookRow

# Columns, counted from 1 as a workbook does.
NO, LABEL, UNIT, LAST_YEAR, LAST_PERIOD, PLAN, ACTUAL, OF_PLAN, OF_LAST_YEAR, NOTE, KEY = range(
    1, 12
)
GIVEN = (LAST_YEAR, LAST_PERIOD, PLAN)
LETTERS = " ABCDEFGHIJK"
LAST_PRINTED = "J"

TITLE_ROW, ROUND_ROW, BODY_ROW, UNIT_ROW, STAMP_ROW, HEAD_ROW, NUMBER_ROW = range(1, 8)
FIRST_ROW = 8
SIGN_GAP = 2  # empty rows between the last line and the place to sign
INFO_SHEET = "Thông tin"
FAULTS_SHEET = "Lỗi cần sửa"
LONGEST_SHEET_NAME = 31
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet: a band that names an area, or a line of the form for it."""

    row: int
    area: BookArea
    entry: BookRow | None

    @property
    def label(self) -> str:
        """What stands in the label column."""
        return self.entry.label if self.entry else self.area.name

    def code(self, *, many: bool) -> str:
        """What stands in the column of codes: by it a moved line is known."""
        if self.entry is None:
            return f"{self.area.code}:"
        return f"{self.area.code}:{self.entry.key}" if many else self.entry.key


def lines(form: BookForm) -> Iterator[Line]:
    """Every row of the sheet from the first line down; several areas each under their name."""
    row = FIRST_ROW
    for area in form.areas:
        if len(form.areas) > 1:
            yield Line(row, area, None)
            row += 1
        for entry in form.rows:
            yield Line(row, area, entry)
            row += 1


def heads(form: BookForm) -> tuple[str, ...]:
    """The table's head, column by column."""
    return (
        "TT", "Chỉ tiêu", "Đơn vị tính", *form.heads, "TH/KH (%)", "So với cùng kỳ (%)",
        "Ghi chú", "Mã dòng",
    )  # fmt: skip


def address(row: int, column: int) -> str:
    """A1 style, for columns of the layout.

    >>> address(7, ACTUAL)
    'G7'
    """
    return f"{LETTERS[column]}{row}"


def letters(column: int) -> str:
    """A column's letters, for any column.

    >>> letters(7), letters(27), letters(16384)
    ('G', 'AA', 'XFD')
    """
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(65 + rest) + told
    return told


def sheet_names(forms: tuple[BookForm, ...]) -> list[str]:
    """A name for each sheet: short, allowed in a workbook, and no two alike."""
    taken = {INFO_SHEET.casefold(), FAULTS_SHEET.casefold()}
    names = []
    for form in forms:
        wanted = (form.sheet_name or form.body_name or form.body).translate(NOT_IN_NAMES)
        name = wanted = " ".join(wanted.split())[:LONGEST_SHEET_NAME] or form.body
        count = 1
        while name.casefold() in taken:
            count += 1
            tail = f" ({count})"
            name = wanted[: LONGEST_SHEET_NAME - len(tail)] + tail
        taken.add(name.casefold())
        names.append(name)
    return names
