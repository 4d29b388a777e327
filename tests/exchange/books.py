"""Workbooks for the tests: a form with every kind of line, altered the way officers alter them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from openpyxl import load_workbook

from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.workbooks.binding import SheetReading, read_sheet
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookArea, BookForm, BookRow, Filled, Given, Key
from dieuhanh.exchange.workbooks.writing import write_book

HOME = "32248"
ROWS = (
    BookRow("kinh-te", "KINH TẾ", "I", "heading"),
    BookRow("thu", "Thu ngân sách", "1", unit="triệu đồng", decimals=1),
    BookRow("thu-dat", "Trong đó: thu tiền sử dụng đất", unit="triệu đồng", decimals=1, depth=1),
    BookRow("xa-hoi", "XÃ HỘI", "II", "heading"),
    BookRow("ho", "Tổng số hộ", "1", unit="hộ"),
    BookRow("ho-ngheo", "Hộ nghèo", "1.1", unit="hộ", depth=1),
    BookRow("ty-le", "Tỷ lệ hộ nghèo", "2", "ratio", "%", 2, 0, "ho-ngheo", "ho", Fraction(100)),
    BookRow("giam", "Tỷ lệ giảm hộ nghèo", "3", unit="%", decimals=2),
)
FILLED = {
    ("thu", HOME): Filled("1.112,5", "Ước cả năm"),
    ("thu-dat", HOME): Filled("-", ""),
    ("ho", HOME): Filled("3.500", ""),
    ("ho-ngheo", HOME): Filled("120", "=1+1"),
    ("giam", HOME): Filled("…", "-0,5 là số cũ"),
}
GIVEN = {
    ("thu", HOME): Given(Decimal("1050.0"), None, Decimal(1200)),
    ("ho", HOME): Given(Decimal(3400), Decimal(3450), None),
}
# Where they stand when there is one area.
THU, THU_DAT, HO, HO_NGHEO, TY_LE, GIAM = 9, 10, 12, 13, 14, 15


def form(areas: tuple[BookArea, ...] = (BookArea(HOME, "Xã Đất Mũi"),), **changes: Any) -> BookForm:
    """The form of one commune, or of a body on several areas."""
    made = BookForm(
        "kt-xh-xa", 2, "kt-xh-xa-2021", "ubnd-32248", ROWS, areas, 12, "triệu đồng",
        "Tình hình kinh tế - xã hội", "Năm 2021 (ước thực hiện)", "UBND xã Đất Mũi",
        given=GIVEN, filled=FILLED, simulated=True,
    )  # fmt: skip
    return replace(made, **changes)


def written(**changes: Any) -> bytes:
    """Its workbook."""
    return write_book([form(**changes)])


def read(book: bytes, against: BookForm | None = None, name: str = "tep.xlsx") -> SheetReading:
    """The first sheet of ours in a workbook, read."""
    for sheet in open_book(book, name).sheets:
        if stamp := sheet.stamp():
            return read_sheet(sheet, stamp, against or form())
    raise AssertionError("no sheet of ours")


def altered(change: Callable[[Any], None], book: bytes | None = None) -> bytes:
    """The workbook after somebody opened it and changed the body's sheet."""
    made = load_workbook(io.BytesIO(book or written()))
    change(made.worksheets[1])
    return saved(made)


def saved(made: Any) -> bytes:
    """An openpyxl workbook's bytes."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def repacked(parts: Mapping[str, Callable[[bytes], bytes]], book: bytes | None = None) -> bytes:
    """The workbook with some of its parts rewritten, or added where they were not."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book or written())) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, parts.get(name, bytes)(before.read(name)))
        for name in parts.keys() - set(before.namelist()):
            after.writestr(name, parts[name](b""))
    return stream.getvalue()


def told(faults: list[BadInput]) -> list[tuple[str, str]]:
    """Code and cell of each fault."""
    return [(fault.code, f"{fault.place.column}{fault.place.row or ''}") for fault in faults]


def values(reading: SheetReading) -> dict[Key, tuple[str, str]]:
    """What was read: the cell's text and its note."""
    return {here: (entry.cell.text(), entry.note) for here, entry in reading.entries.items()}
