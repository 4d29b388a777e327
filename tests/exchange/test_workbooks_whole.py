"""A workbook of one body or of many: each sheet goes to its own form, or is named and refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookForm, Filled, Stamp
from dieuhanh.exchange.workbooks.whole import BookReading, read_book
from dieuhanh.exchange.workbooks.writing import write_book
from tests.exchange.books import HOME, ROWS, form, saved, told, written


def whole(book: bytes, forms: Callable[[Stamp], BookForm] = lambda _: form()) -> BookReading:
    """The workbook read against the form of one body, or as the test says."""
    return read_book(open_book(book, "tep.xlsx"), forms)


def changed(change: Callable[[Any], None], book: bytes | None = None) -> bytes:
    """The workbook after somebody changed it as a whole."""
    made = load_workbook(io.BytesIO(book or written()))
    change(made)
    return saved(made)


@pytest.mark.parametrize(
    ("handed_in", "code"),
    [
        ({"body": "ubnd-1"}, "workbook.wrong_body"),
        ({"round": "kt-xh-xa-2020"}, "workbook.wrong_round"),
        ({"form": "khac"}, "workbook.wrong_form"),
        ({"version": 1}, "workbook.old_version"),
        ({"money_unit": "tỷ đồng"}, "workbook.checksum"),
        ({"rows": ROWS[:-1]}, "workbook.checksum"),
        ({"rows": (*ROWS[:-1], replace(ROWS[-1], decimals=3))}, "workbook.checksum"),
    ],
)
def test_a_sheet_of_another_form_round_or_body_is_refused(
    handed_in: dict[str, Any], code: str
) -> None:
    reading = whole(write_book([form(**handed_in)]))
    assert told(reading.refused) == [(code, "")]
    assert reading.refused[0].place.sheet == "UBND xã Đất Mũi"
    assert reading.sheets == []


def test_the_right_workbook_passes_whole() -> None:
    reading = whole(written())
    assert (reading.refused, reading.noted) == ([], [])
    assert [sheet.stamp.body for sheet in reading.sheets] == ["ubnd-32248"]


def test_an_extra_sheet_with_data_is_refused_and_an_empty_one_is_not() -> None:
    def add(made: Any) -> None:
        made.create_sheet("Trống")
        made.create_sheet("Tính nháp")["B2"] = 5

    reading = whole(changed(add))
    assert told(reading.refused) == [("workbook.extra_sheet", "")]
    assert reading.refused[0].values == {"name": "Tính nháp"}


def test_a_hidden_sheet_with_data_is_refused() -> None:
    def add(made: Any) -> None:
        made.create_sheet("Ẩn")["A1"] = "số khác"
        made["Ẩn"].sheet_state = "hidden"

    assert told(whole(changed(add)).refused) == [("workbook.hidden_sheet", "")]


def test_a_copied_sheet_is_refused() -> None:
    def copy(made: Any) -> None:
        made.copy_worksheet(made.worksheets[1])

    reading = whole(changed(copy))
    assert [fault.code for fault in reading.refused] == ["workbook.twice"]


def test_a_workbook_without_a_sheet_of_ours_is_refused() -> None:
    def only_info(made: Any) -> None:
        del made[made.sheetnames[1]]

    assert told(whole(changed(only_info)).refused) == [("workbook.no_sheet", "")]


def test_an_altered_stamp_is_refused() -> None:
    def alter(made: Any) -> None:
        made.worksheets[1]["A5"] = "dieuhanh 1 | của tôi"

    assert told(whole(changed(alter)).refused) == [("workbook.stamp_broken", "")]


def test_a_districts_workbook_reads_each_sheet_against_its_own_form() -> None:
    forms = {
        body: form(body=body, body_name=name, filled={("ho", HOME): Filled(number)})
        for body, name, number in (("ubnd-1", "UBND xã Một", "1"), ("ubnd-2", "UBND xã Hai", "2"))
    }

    def of(stamp: Stamp) -> BookForm:
        if stamp.body not in forms:
            raise BadInput("workbook.not_for_you", body=stamp.body)
        return forms[stamp.body]

    book = write_book(list(forms.values()))
    reading = whole(book, of)
    assert reading.refused == []
    numbers = [sheet.entries["ho", HOME].text for sheet in reading.sheets]
    assert numbers == ["1", "2"]
    del forms["ubnd-2"]
    refused = whole(book, of).refused
    assert [(fault.code, fault.place.sheet) for fault in refused] == [
        ("workbook.not_for_you", "UBND xã Hai")
    ]
