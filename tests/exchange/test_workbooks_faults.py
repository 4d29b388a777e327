"""Each way in which a workbook comes back wrong is caught, and named by sheet, cell and reason."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from dieuhanh.domain.wording import message
from dieuhanh.exchange.workbooks.annotating import annotate
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookArea, Given
from dieuhanh.exchange.workbooks.writing import write_book
from tests.exchange.books import (
    FILLED,
    GIAM,
    GIVEN,
    HO,
    HO_NGHEO,
    HOME,
    ROWS,
    THU,
    THU_DAT,
    TY_LE,
    altered,
    form,
    read,
    repacked,
    told,
    values,
    written,
)


def put(address: str, value: object, format_: str = "") -> Callable[[Any], None]:
    """Somebody types a value into a cell."""

    def change(sheet: Any) -> None:
        sheet[address] = value
        if format_:
            sheet[address].number_format = format_

    return change


def text(address: str, value: str) -> Callable[[Any], None]:
    """Somebody types a text that a program keeps as text."""

    def change(sheet: Any) -> None:
        sheet[address] = value
        sheet[address].data_type = "s"

    return change


REFUSED: dict[str, tuple[Callable[[Any], None], str]] = {
    "date as number": (put("G9", date(2021, 2, 1)), "workbook.date"),
    "hour": (put("G9", datetime(2021, 2, 1, 7, 30)), "workbook.date"),  # noqa: DTZ001
    "yes or no": (put("G9", value=True), "workbook.boolean"),
    "formula without a result": (put("G9", "=1+1"), "workbook.formula_empty"),
    "formula as text": (text("G9", "=SUM(G10:G12)"), "workbook.formula_text"),
    "error": (text("G9", "#REF!"), "workbook.formula_error"),
    "percent": (put("G15", 0.95, "0%"), "workbook.percent"),
    "percent of one's own format": (put("G15", 0.95, '0.0"%"'), ""),
    "words": (put("G9", "khoảng 5"), "number.not_a_number"),
    "English number": (put("G9", "1,234.5"), "number.english"),
    "machine's number": (put("G9", "12.5"), "number.grouping"),
    "too many digits": (put("G9", 1e30), "figure.digits"),
    "typed over a heading": (put("G8", 5), "workbook.not_an_entry"),
    "a note on a heading": (put("J8", "a"), "workbook.not_an_entry"),
    "a ratio typed over": (put("G14", 99), "workbook.computed"),
    "a share typed over": (put("H9", 100), "workbook.computed"),
    "a label altered": (put("B9", "Thu khác"), "workbook.label"),
    "a unit altered": (put("C9", "tỷ đồng"), "workbook.label"),
    "a number altered": (put("A9", "9"), "workbook.label"),
    "a head altered": (put("D6", "Kế hoạch"), "workbook.label"),
    "the plan typed over": (put("F9", 1500), "workbook.given"),
    "words over the plan": (put("F9", "chưa giao"), "workbook.given"),
    "a figure beside the table": (put("L9", 5), "workbook.stray"),
    "words beside the table": (put("M20", "xem"), "workbook.stray"),
    "a figure below the table": (put("G25", 5), "workbook.stray"),
    "a line's code gone": (put("K9", None), "workbook.line_missing"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_cell_is_refused_and_named(case: str) -> None:
    change, code = REFUSED[case]
    reading = read(altered(change))
    if not code:
        assert reading.refused == []
        return
    assert code in {fault.code for fault in reading.refused}
    fault = next(fault for fault in reading.refused if fault.code == code)
    assert fault.place.sheet == "UBND xã Đất Mũi"
    assert fault.place.row
    assert fault.place.column
    for lang in ("vi", "en"):
        assert "UBND xã Đất Mũi" in message(fault, lang)


def test_a_wrong_cell_does_not_hide_the_others() -> None:
    def change(sheet: Any) -> None:
        sheet[f"G{THU}"], sheet[f"G{HO}"] = "khoảng 5", date(2021, 5, 3)

    reading = read(altered(change))
    assert told(reading.refused) == [
        ("number.not_a_number", f"G{THU}"),
        ("workbook.date", f"G{HO}"),
    ]
    assert "Trang UBND xã Đất Mũi" not in message(reading.refused[0])
    assert "03/05/2021" in message(reading.refused[1])


def test_a_number_as_text_is_read_and_said() -> None:
    reading = read(altered(text("G9", " 1.112,5 ")))
    assert reading.refused == []
    assert told(reading.noted) == [("workbook.noted_text", "G9")]
    assert reading.entries["thu", HOME].cell.number == Decimal("1112.5")


def test_a_formula_with_a_result_counts_by_it_and_is_said() -> None:
    plain = b'<c r="G12" s="'
    book = written()
    sheet = "xl/worksheets/sheet2.xml"

    def change(content: bytes) -> bytes:
        start = content.index(plain)
        end = content.index(b"</c>", start)
        cell = content[start:end]
        return content[:start] + cell.replace(b"<v>", b"<f>3000+500</f><v>") + content[end:]

    reading = read(repacked({sheet: change}, book))
    assert reading.refused == []
    assert told(reading.noted) == [("workbook.noted_formula", f"G{HO}")]
    assert reading.entries["ho", HOME].cell.number == Decimal(3500)


def test_more_decimals_than_the_form_keeps_are_rounded_and_said() -> None:
    reading = read(altered(put("G9", 1112.5678)))
    assert reading.entries["thu", HOME].text == "1.112,6"
    assert told(reading.noted) == [("workbook.noted_longer", "G9")]


def test_the_machines_own_fraction_is_no_extra_digit() -> None:
    reading = read(altered(put("G15", 0.1 + 0.2)))
    assert reading.noted == []
    assert reading.entries["giam", HOME].cell.number == Decimal("0.3")


@pytest.mark.parametrize(("merge", "at"), [("G9:G10", "G9"), ("A12:B12", "A12"), ("B9:C15", "B9")])
def test_merged_cells_in_the_table_are_refused(merge: str, at: str) -> None:
    reading = read(altered(lambda sheet: sheet.merge_cells(merge)))
    assert ("workbook.merged", at) in told(reading.refused)
    fault = next(f for f in reading.refused if f.code == "workbook.merged")
    assert fault.values["range"] == merge


def test_hidden_rows_and_columns_are_refused() -> None:
    def change(sheet: Any) -> None:
        for row in (THU, THU_DAT, HO_NGHEO):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["J"].hidden = True

    reading = read(altered(change))
    assert told(reading.refused) == [
        ("workbook.hidden_rows", f"A{THU}"),
        ("workbook.hidden_rows", f"A{HO_NGHEO}"),
        ("workbook.hidden_column", "J8"),
    ]
    assert [f.values.get("rows") for f in reading.refused[:2]] == ["9-10", "13"]


def test_a_hidden_sheet_of_ours_is_refused() -> None:
    def change(sheet: Any) -> None:
        sheet.sheet_state = "veryHidden"

    assert ("workbook.hidden_sheet", "") in told(read(altered(change)).refused)


def test_an_inserted_row_is_told_once_and_no_figure_lands_on_another_line() -> None:
    def change(sheet: Any) -> None:
        sheet.insert_rows(THU_DAT)

    reading = read(altered(change))
    moved = [fault for fault in reading.refused if fault.code == "workbook.moved"]
    assert [(f.values["rows"], f.values["shift"]) for f in moved] == [(f"{HO - 1}-{GIAM}", 1)]
    assert set(reading.entries) == {("thu", HOME)}


def test_two_lines_that_changed_places_are_refused() -> None:
    def change(sheet: Any) -> None:
        for column in range(1, 12):
            one, other = sheet.cell(HO, column), sheet.cell(HO_NGHEO, column)
            one.value, other.value = other.value, one.value

    reading = read(altered(change))
    assert {f.code for f in reading.refused} == {"workbook.moved"}
    assert ("ho", HOME) not in reading.entries


def test_a_plan_the_books_have_changed_since_is_no_fault() -> None:
    now = form(given=GIVEN | {("thu", HOME): Given(Decimal(1), Decimal(2), Decimal(3))})
    assert read(written(), now).refused == []


def test_names_below_the_table_are_welcome() -> None:
    assert read(altered(put("G20", "Chủ tịch"))).refused == []


def test_notes_in_an_old_encoding_are_converted_and_said() -> None:
    def change(sheet: Any) -> None:
        sheet["J9"], sheet["J12"] = "­íc c¶ n¨m 2021", "nhiÖm vô"

    reading = read(altered(change))
    assert reading.refused == []
    assert told(reading.noted) == [("workbook.noted_legacy", "J9")]
    assert reading.entries["thu", HOME].note == "ước cả năm 2021"
    assert reading.entries["ho", HOME].note == "nhiệm vụ"


def test_a_sheet_saved_in_an_old_encoding_is_still_known() -> None:
    def change(sheet: Any) -> None:
        sheet["B9"], sheet["B12"] = "Thu ng©n s¸ch", "Tæng sè hé"

    reading = read(altered(change))
    assert reading.refused == []
    assert [f.values["encoding"] for f in reading.noted] == ["TCVN3 (ABC)"]


def test_a_body_on_two_areas_names_the_cell_of_the_right_one() -> None:
    areas = (BookArea(HOME, "Xã Đất Mũi"), BookArea("32245", "Xã Viên An"))
    made = form(areas, filled={})
    second = 8 + len(ROWS) + 1 + 2
    reading = read(altered(put(f"G{second}", "hai"), write_book([made])), made)
    assert told(reading.refused) == [("number.not_a_number", f"G{second}")]
    assert ("thu", "32245") not in reading.entries


def test_what_comes_back_marks_each_cell_and_touches_nothing_else() -> None:
    def change(sheet: Any) -> None:
        sheet[f"G{THU}"], sheet[f"G{GIAM}"] = "khoảng 5", "0,5"

    handed_in = altered(change)
    reading = read(handed_in)
    back = annotate(open_book(handed_in, "a.xlsx"), reading.refused, reading.noted)
    before = load_workbook(io.BytesIO(handed_in)).worksheets[1]
    after = load_workbook(io.BytesIO(back))["UBND xã Đất Mũi"]
    assert [[c.value for c in row] for row in after] == [[c.value for c in row] for row in before]
    comments = {c.coordinate: c.comment.text for row in after for c in row if c.comment}
    assert set(comments) == {f"G{THU}", f"G{GIAM}"}
    assert "khoảng 5" in comments[f"G{THU}"]
    assert after[f"G{THU}"].fill.fgColor.rgb != before[f"G{THU}"].fill.fgColor.rgb
    assert after.protection.sheet
    listed = load_workbook(io.BytesIO(back)).worksheets[0]
    assert [row[1].value for row in listed.iter_rows(min_row=2)] == [f"G{THU}", f"G{GIAM}"]


def test_the_marked_copy_once_mended_is_accepted() -> None:
    handed_in = altered(put("G9", "khoảng 5"))
    reading = read(handed_in)
    back = annotate(open_book(handed_in, "a.xlsx"), reading.refused, reading.noted)
    made = load_workbook(io.BytesIO(back))
    made["UBND xã Đất Mũi"]["G9"] = 1112.5
    stream = io.BytesIO()
    made.save(stream)
    again = read(stream.getvalue())
    assert again.refused == []
    assert values(again) == {here: (each.text, each.note) for here, each in FILLED.items()}


def test_a_line_without_its_figures_is_blank_not_nought() -> None:
    reading = read(altered(put("G9", None)))
    assert reading.entries["thu", HOME].cell.blank
    assert reading.refused == []


def test_a_ratio_saved_as_its_right_number_passes() -> None:
    assert read(altered(put(f"G{TY_LE}", 3.43))).refused == []


def test_reading_against_another_structure_names_what_differs() -> None:
    other = form(rows=(*ROWS[:-1], replace(ROWS[-1], label="Tỷ lệ khác")))
    assert told(read(written(), other).refused) == [("workbook.label", f"B{GIAM}")]


def test_a_range_merged_over_the_whole_sheet_is_marked_without_being_opened_whole() -> None:
    """Opening such a sheet with all its cells would take every bit of memory."""
    part = "xl/worksheets/sheet2.xml"

    def merge(content: bytes) -> bytes:
        return content.replace(b'ref="A1:J1"', b'ref="A1:XFD1048576"')

    handed_in = repacked({part: merge})
    reading = read(handed_in)
    assert "workbook.merged" in {fault.code for fault in reading.refused}
    back = annotate(open_book(handed_in, "a.xlsx"), reading.refused, [])
    sheet = load_workbook(io.BytesIO(back))["UBND xã Đất Mũi"]
    assert "A1:XFD1048576" in sheet["A1"].comment.text
    assert sheet["B9"].value == "Thu ngân sách"
