"""Our workbooks in LibreOffice: opened, saved as .xls and .xlsx, and put on paper."""

from __future__ import annotations

import io
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.workbooks.annotating import annotate
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookRow
from dieuhanh.exchange.workbooks.writing import write_book
from tests.exchange.books import FILLED, altered, form, read, told, values, written

pytestmark = pytest.mark.libreoffice
Convert = Callable[[bytes, str], bytes]


@pytest.fixture(scope="module")
def convert(libreoffice_path: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Save a workbook in another kind, as LibreOffice does."""
    folder = tmp_path_factory.mktemp("office")
    count = iter(range(1000))

    def to(book: bytes, kind: str) -> bytes:
        source = folder / f"b{next(count)}.xlsx"
        source.write_bytes(book)
        out = folder / f"out-{source.stem}"
        subprocess.run(
            [
                libreoffice_path, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                "--convert-to", kind, "--outdir", str(out), str(source),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return Path(out / f"{source.stem}.{kind}").read_bytes()

    return to


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_saved_by_libreoffice_nothing_changes(convert: Convert, kind: str) -> None:
    told_back = read(convert(written(), kind), name=f"b.{kind}")
    assert told_back.refused == []
    assert told_back.noted == []
    assert values(told_back) == {here: (each.text, each.note) for here, each in FILLED.items()}


def test_an_xls_names_the_same_faults_and_comes_back_as_xlsx(convert: Convert) -> None:
    def spoil(sheet: Any) -> None:
        sheet["G9"], sheet["G10"], sheet["G12"] = "khoảng 5", "=1+1", 0.95
        sheet["G12"].number_format = "0.0%"
        sheet["G13"] = 44228
        sheet["G13"].number_format = "dd/mm/yyyy"
        sheet.merge_cells("B15:C15")
        sheet.row_dimensions[11].hidden = True

    book = convert(altered(spoil), "xls")
    reading = read(book, name="b.xls")
    faults = told(reading.refused)
    assert {
        ("number.not_a_number", "G9"), ("workbook.percent", "G12"), ("workbook.date", "G13"),
        ("workbook.merged", "B15"), ("workbook.hidden_rows", "A11"),
    } <= set(faults)  # fmt: skip
    assert told(reading.noted) == [("workbook.noted_formula", "G10")]
    assert reading.entries["thu-dat", "32248"].text == "2"
    back = load_workbook(io.BytesIO(annotate(open_book(book, "b.xls"), reading.refused, [])))
    sheet = back["UBND xã Đất Mũi"]
    assert "khoảng 5" in sheet["G9"].comment.text
    assert sheet["B9"].value == "Thu ngân sách"


def test_a_hidden_sheet_of_an_xls_is_seen(convert: Convert) -> None:
    def hide(sheet: Any) -> None:
        sheet.parent.create_sheet("Ẩn")["A1"] = 1
        sheet.parent["Ẩn"].sheet_state = "hidden"

    book = open_book(convert(altered(hide), "xls"), "b.xls")
    assert [sheet.name for sheet in book.sheets if sheet.grid.hidden] == ["Ẩn"]


def test_long_texts_of_an_xls_are_read_across_records(convert: Convert) -> None:
    """Shared texts fill several records of 8,224 bytes each; some are cut in the middle."""
    rows = tuple(
        BookRow(f"r{n}", f"Chỉ tiêu {n}: " + ("diện tích gieo trồng " * (n % 9)).strip(), str(n))
        for n in range(400)
    )
    made = form(rows=rows, given={}, filled={})
    reading = read(convert(write_book([made]), "xls"), made, "b.xls")
    assert reading.refused == []
    assert len(reading.entries) == 400


def test_no_damage_to_an_xls_brings_anything_but_a_refusal(convert: Convert) -> None:
    whole, chance = convert(written(), "xls"), random.Random(7)  # noqa: S311 - the same every time
    outcomes = set()
    for _ in range(400):
        book = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            book[chance.randrange(len(book))] = chance.randrange(256)
        try:
            open_book(bytes(book), "b.xls")
            outcomes.add("read")
        except BadInput as fault:
            outcomes.add(fault.code)
    assert {"read", "workbook.broken"} <= outcomes


def test_it_prints_on_a4_landscape(convert: Convert) -> None:
    rows = tuple(BookRow(f"r{n}", f"Chỉ tiêu {n}", str(n), unit="người") for n in range(90))
    made = form(rows=rows, given={}, filled={})
    paper = convert(write_book([made]), "pdf")
    boxes = {
        tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox ?\[([^\]]+)\]", paper)
    }
    assert boxes, "no page"
    for _, _, width, height in boxes:
        assert (round(width), round(height)) == (842, 595)
    assert (
        len(re.findall(rb"/Type ?/Page\b", paper)) >= 3
    )  # 90 rows; how many fit is the fonts' matter


def test_it_keeps_the_head_for_every_page_the_locks_and_the_choices(convert: Convert) -> None:
    sheet = load_workbook(io.BytesIO(convert(written(), "xlsx"))).worksheets[1]
    assert sheet.print_title_rows == "$6:$7"
    assert sheet.protection.sheet
    assert not sheet["G9"].protection.locked
    assert sheet["B9"].protection.locked
    assert "…" in str(sheet.data_validations.dataValidation[0].formula1)
