"""Written and read back: every cell and note the same, whatever was typed."""

from __future__ import annotations

import io
import string
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dieuhanh.domain.cells import Cell, read_cell
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import write_vi
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookArea, BookRow, Filled, Given, Stamp
from dieuhanh.exchange.workbooks.values import same_note
from dieuhanh.exchange.workbooks.writing import write_book
from tests.exchange.books import (
    FILLED,
    GIAM,
    HO,
    HOME,
    ROWS,
    THU,
    TY_LE,
    form,
    read,
    values,
    written,
)

DECIMALS = {row.key: row.decimals for row in ROWS}
SIGNED = st.sampled_from(["-", "…", "x", ""])
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18, places=2
)
NOTES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=60
)


def test_what_was_typed_comes_back_to_the_letter() -> None:
    told = read(written())
    assert told.refused == []
    assert told.noted == []
    assert values(told) == {here: (each.text, each.note) for here, each in FILLED.items()}
    assert told.stamp == form().stamp()


@settings(max_examples=60, deadline=None)
@given(st.one_of(SIGNED, NUMBERS.map(write_vi)), NOTES)
def test_any_figure_and_any_note_come_back(text: str, note: str) -> None:
    here = ("giam", HOME)
    told = read(written(filled={here: Filled(text, note)}))
    assert told.refused == []
    entry = told.entries[here]
    assert entry.cell == read_cell(text, DECIMALS["giam"])
    assert same_note(entry.note, note)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_note_that_looks_like_a_formula_is_text_and_comes_back(start: str) -> None:
    note = f"{start}HYPERLINK(1)"
    book = written(filled={("thu", HOME): Filled("5", note)})
    sheet = load_workbook(io.BytesIO(book)).worksheets[1]
    cell = sheet.cell(THU, 10)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert read(book).entries["thu", HOME].note == note


def test_no_text_of_the_form_can_run() -> None:
    rows = (BookRow("a", '=cmd|"/C calc"!A1', "=1", unit="@SUM(A1)"),)
    made = replace(form(rows=rows, given={}, filled={}), form_name="=1+1", body_name="+2")
    sheet = load_workbook(io.BytesIO(write_book([made]))).worksheets[1]
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = {str(cell.value) for cell in texts if cell.data_type == "f"}
    assert all(formula.startswith("=IF(AND(ISNUMBER(") for formula in formulas)
    assert len(formulas) == 2


def test_more_digits_than_a_workbook_keeps_go_as_text_and_come_back_exact() -> None:
    text = "1.234.567.890.123.456,7"
    told = read(written(filled={("thu", HOME): Filled(text, "")}))
    assert told.entries["thu", HOME].cell.number == Decimal("1234567890123456.7")
    assert [fault.code for fault in told.noted] == ["workbook.noted_text"]


def test_several_areas_each_under_its_name() -> None:
    areas = (BookArea("32248", "Xã Đất Mũi"), BookArea("32245", "Xã Viên An"))
    filled = {("thu", "32248"): Filled("1"), ("thu", "32245"): Filled("2,5")}
    made = form(areas, filled=filled)
    told = read(write_book([made]), made)
    assert told.refused == []
    found = {here: value for here, (value, _) in values(told).items() if value}
    assert found == {("thu", "32248"): "1", ("thu", "32245"): "2,5"}


def test_a_round_in_one_file_has_a_sheet_for_each_body() -> None:
    forms = [
        form(),
        form(body="ubnd-1", body_name="UBND xã Đất Mũi"),
        form(body="ubnd-2", body_name="a/b:[c]*?"),
    ]
    book = open_book(write_book(forms), "ky.xlsx")
    stamps = [stamp for sheet in book.sheets if (stamp := sheet.stamp())]
    assert [stamp.body for stamp in stamps] == ["ubnd-32248", "ubnd-1", "ubnd-2"]
    names = [sheet.name for sheet in book.sheets]
    assert names == ["Thông tin", "UBND xã Đất Mũi", "UBND xã Đất Mũi (2)", "a b c"]


def test_formulas_carry_their_results() -> None:
    sheet = load_workbook(io.BytesIO(written()), data_only=True).worksheets[1]
    assert sheet.cell(THU, 8).value == 92.7
    assert sheet.cell(THU, 9).value == 106.0
    assert sheet.cell(TY_LE, 7).value == 3.43
    assert sheet.cell(GIAM, 8).value is None


def test_only_the_cells_to_fill_in_are_open() -> None:
    sheet = load_workbook(io.BytesIO(written())).worksheets[1]
    assert sheet.protection.sheet
    unlocked = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    entries = [THU, THU + 1, HO, HO + 1, GIAM]
    assert unlocked == {f"{letter}{row}" for row in entries for letter in "GJ"}
    choices = sheet.data_validations.dataValidation[0]
    assert choices.formula1 == '"-,…,x"'
    assert {str(place) for place in choices.sqref.ranges} == {f"G{row}" for row in entries}


def test_a_reading_copy_is_locked_throughout() -> None:
    sheet = load_workbook(io.BytesIO(written(writable=False))).worksheets[1]
    assert all(cell.protection.locked for row in sheet.iter_rows() for cell in row)


def test_the_file_says_what_it_is() -> None:
    book = load_workbook(io.BytesIO(written()))
    told = {each.name: each.value for each in book.custom_doc_props}  # type: ignore[attr-defined]
    assert told["DieuHanhBieuMau"] == "kt-xh-xa/2"
    assert told["DieuHanhMaKiemTra"] == form().checksum()
    assert book.defined_names["DH_KyBaoCao"].attr_text == '"kt-xh-xa-2021"'
    info = [str(c.value) for row in book["Thông tin"].iter_rows() for c in row if c.value]
    assert {"kt-xh-xa/2", "kt-xh-xa-2021", form().checksum(), "Số liệu mô phỏng"} <= set(info)


def test_a_page_is_a4_landscape_with_its_head_on_every_sheet_of_paper() -> None:
    sheet = load_workbook(io.BytesIO(written())).worksheets[1]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$6:$7"


def test_the_checksum_is_of_the_structure_alone() -> None:
    plain = form()
    assert form(filled={}, given={}, revision=99).checksum() == plain.checksum()
    renamed = (*ROWS[:-1], replace(ROWS[-1], label="Khác"))
    for other in (form(rows=renamed), form(version=3), form(body="ubnd-1"), form(round="r")):
        assert other.checksum() != plain.checksum()


def test_a_stamp_reads_back_and_a_torn_one_is_refused() -> None:
    stamp = form().stamp()
    assert Stamp.parse(stamp.text()) == stamp
    for torn in ("dieuhanh 1 | a/1", stamp.text().replace("/2", "/hai"), stamp.text() + " | x"):
        with pytest.raises(BadInput, match=r"workbook\.stamp_broken"):
            Stamp.parse(torn)


def test_a_text_that_cannot_be_read_yet_goes_out_as_typed() -> None:
    book = written(filled={("thu", HOME): Filled("khoảng 5", "")})
    told = read(book)
    assert [(f.code, f.place.row, f.place.column) for f in told.refused] == [
        ("number.not_a_number", THU, "G")
    ]


def test_given_figures_do_not_come_back_as_entries() -> None:
    told = read(written(given={("thu", HOME): Given(Decimal(7), Decimal(8), Decimal(9))}))
    assert told.entries["thu", HOME].cell == Cell(number=Decimal("1112.5"))


def test_the_same_form_makes_the_same_sheet() -> None:
    part = "xl/worksheets/sheet2.xml"
    first, second = (zipfile.ZipFile(io.BytesIO(written())).read(part) for _ in range(2))
    assert first == second


@settings(max_examples=40, deadline=None)
@given(st.text(string.printable + "ăâđêôơư[]:*?/\\'", max_size=60))
def test_any_body_name_makes_a_sheet_name(name: str) -> None:
    book = open_book(write_book([form(rows=ROWS[:2], body_name=name, sheet_name=name)]), "t.xlsx")
    assert len(book.sheets) == 2
    assert 1 <= len(book.sheets[1].name) <= 31
