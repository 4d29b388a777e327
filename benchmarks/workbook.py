"""A province's workbook handed in: 10,000 lines read, bound to their form and checked."""

from __future__ import annotations

import io
from decimal import Decimal

import python_calamine

from benchmarks.lines import Line, at_most, median_ms
from dieuhanh.exchange.workbooks.binding import read_sheet
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookArea, BookForm, BookRow, Filled, Given
from dieuhanh.exchange.workbooks.writing import write_book

BUDGET = 2_000
LINES = 100
BODIES = 100


def run() -> list[Line]:
    """Milliseconds for the workbook of 100 bodies, beside what reading its bare values takes."""
    forms = {form.body: form for form in map(_form, range(BODIES))}
    book = write_book(list(forms.values()))
    _check(book, forms)
    floor = median_ms(lambda: _bare(book), rounds=5, warm_up=1)
    taken = median_ms(lambda: _check(book, forms), rounds=5, warm_up=1)
    name = f"workbook of {BODIES * LINES:,} lines"
    return [
        at_most(f"{name}: values alone (floor)", floor, "ms"),
        at_most(f"{name}: guarded, read, bound and checked", taken, "ms", BUDGET),
        at_most(f"{name}: ratio to the floor", round(taken / floor, 1), "×"),
    ]


def _check(book: bytes, forms: dict[str, BookForm]) -> None:
    count = 0
    for sheet in open_book(book, "tinh.xlsx").sheets:
        stamp = sheet.stamp()
        if stamp is not None:
            told = read_sheet(sheet, stamp, forms[stamp.body])
            assert not told.refused, told.refused[:3]
            count += len(told.entries)
    assert count == BODIES * LINES


def _bare(book: bytes) -> None:
    read = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book))
    for name in read.sheet_names:
        read.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _form(number: int) -> BookForm:
    """A body's form, every line of it filled in."""
    area = BookArea(f"{number:05}", f"Xã {number}")
    rows = tuple(
        BookRow(f"dong-{n}", f"Chỉ tiêu số {n}", str(n), unit="triệu đồng", decimals=1)
        for n in range(LINES)
    )
    here = [(row.key, area.code) for row in rows]
    value = Decimal("1112.5") + number
    return BookForm(
        "kt-xh-xa", 1, "kt-xh-xa-2021", f"ubnd-{number:05}", rows, (area,),
        body_name=f"UBND xã {number}",
        given={place: Given(value, value + 1, value + 2) for place in here},
        filled={place: Filled("1.115,5", "ghi chú") for place in here},
    )  # fmt: skip
