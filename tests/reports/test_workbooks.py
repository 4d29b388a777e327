"""Workbooks in the books: out and back changes nothing, in whole or not at all, each to whom may."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import Entry, door_open
from dieuhanh.bodies.models import Area
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.exchange.workbooks.opening import open_book
from dieuhanh.exchange.workbooks.shape import BookForm
from dieuhanh.exchange.workbooks.writing import write_book
from dieuhanh.reports.actions.drafts import CellChange, save_cells
from dieuhanh.reports.actions.workbooks import Taken, take_round_workbook, take_workbook
from dieuhanh.reports.models import DraftCell, Submission
from dieuhanh.reports.queries.workbooks import book_form, book_forms, submissions_of_round
from tests.reports.entry_books import (
    NOON,
    commune_form,
    health_form,
    last_year,
    owed,
    own_area,
)

pytestmark = pytest.mark.usefixtures("example")
DAY = date(2022, 1, 12)
Seat = Callable[[str], Actor]


@pytest.fixture
def dat_mui() -> Submission:
    return owed(commune_form(), "ubnd-32248", ["ubnd-973"])


def typed(by: Actor, found: Submission, **texts: str) -> None:
    """Cells typed on the page."""
    changes = [
        CellChange(key.replace("_", "-"), own_area(found).pk, text, None, 10_000)
        for key, text in texts.items()
    ]
    save_cells(by=by, submission=found.pk, changes=changes, at=NOON, writer="w1")


def form_of(found: Submission, by: Actor) -> BookForm:
    return book_form(found.pk, seen_by=by, today=DAY)


def taken(book: bytes, found: Submission, by: Actor, name: str = "bao-cao.xlsx") -> Taken:
    return take_workbook(
        by=by, book=open_book(book, name), submissions=[found.pk], today=DAY, at=NOON
    )


def filled(book: bytes, **cells: Any) -> bytes:
    """The workbook with values typed into the body's sheet."""
    made = load_workbook(io.BytesIO(book))
    for address, value in cells.items():
        made.worksheets[1][address] = value
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def drafts(found: Submission) -> dict[str, tuple[str, str, int]]:
    held = DraftCell.objects.filter(submission=found)
    return {d.row.key: (d.text, d.note, d.revision) for d in held.select_related("row")}


def test_out_and_back_changes_nothing(dat_mui: Submission, actor: Seat) -> None:
    by = actor("can-bo-xa")
    typed(by, dat_mui, thu_ngan_sach="1112,50", trong_do_noi_dia="…", viec_lam="x")
    before, revision = drafts(dat_mui), Submission.objects.get(pk=dat_mui.pk).revision
    result = taken(write_book([form_of(dat_mui, by)]), dat_mui, by)
    assert (result.reading.refused, result.reading.noted) == ([], [])
    assert [sheet.changes for sheet in result.sheets] == [[]]
    assert drafts(dat_mui) == before
    assert Submission.objects.get(pk=dat_mui.pk).revision == revision


def test_what_is_filled_in_becomes_the_draft(dat_mui: Submission, actor: Seat) -> None:
    by = actor("can-bo-xa")
    typed(by, dat_mui, viec_lam="12")
    book = write_book([form_of(dat_mui, by)])
    result = taken(filled(book, G9=1112.5, G10="-", G12=40, J12="tăng ca"), dat_mui, by)
    assert {key: (text, note) for key, (text, note, _) in drafts(dat_mui).items()} == {
        "thu-ngan-sach": ("1.112,5", ""),
        "trong-do-noi-dia": ("-", ""),
        "viec-lam": ("40", "tăng ca"),
    }
    [sheet] = result.sheets
    changed = {change.label: (change.was, change.now) for change in sheet.changes}
    assert changed["Số người có việc làm mới"] == ("12", "40")
    line = Entry.objects.get(verb="workbook.taken")
    assert (line.count, line.now["file"]) == (3, "bao-cao.xlsx")


def test_one_wrong_cell_and_nothing_is_written(dat_mui: Submission, actor: Seat) -> None:
    by = actor("can-bo-xa")
    book = filled(write_book([form_of(dat_mui, by)]), G9=5, G12="khoảng 40")
    result = taken(book, dat_mui, by)
    assert [(f.code, f.place.column, f.place.row) for f in result.reading.refused] == [
        ("number.not_a_number", "G", 12)
    ]
    assert drafts(dat_mui) == {}
    assert not Entry.objects.filter(verb="workbook.taken").exists()


def test_a_note_too_long_to_keep_is_refused_at_its_cell(dat_mui: Submission, actor: Seat) -> None:
    by = actor("can-bo-xa")
    result = taken(filled(write_book([form_of(dat_mui, by)]), G9=5, J9="a" * 2001), dat_mui, by)
    assert [(f.code, f.place.column, f.place.row) for f in result.reading.refused] == [
        ("cell.too_long", "J", 9)
    ]
    assert drafts(dat_mui) == {}


def test_a_cell_typed_on_the_page_meanwhile_is_told_and_kept(
    dat_mui: Submission, actor: Seat
) -> None:
    by = actor("can-bo-xa")
    typed(by, dat_mui, thu_ngan_sach="5")
    book = filled(write_book([form_of(dat_mui, by)]), G9=6, G10=3)
    typed(by, dat_mui, thu_ngan_sach="7", viec_lam="40")
    [sheet] = taken(book, dat_mui, by).sheets
    [(label, clash)] = sheet.conflicts
    assert (label, clash.yours, clash.theirs) == ("Thu ngân sách nhà nước trên địa bàn", "6", "7")
    assert sheet.kept == 1
    held = {key: text for key, (text, _, _) in drafts(dat_mui).items()}
    assert held == {"thu-ngan-sach": "7", "trong-do-noi-dia": "3", "viec-lam": "40"}


def test_the_same_workbook_mended_and_handed_in_again_is_no_conflict(
    dat_mui: Submission, actor: Seat
) -> None:
    by = actor("can-bo-xa")
    book = write_book([form_of(dat_mui, by)])
    taken(filled(book, G9=6), dat_mui, by)
    [sheet] = taken(filled(book, G9=8), dat_mui, by).sheets
    assert sheet.conflicts == []
    assert drafts(dat_mui)["thu-ngan-sach"][0] == "8"


def test_a_cell_emptied_in_the_workbook_is_emptied(dat_mui: Submission, actor: Seat) -> None:
    by = actor("can-bo-xa")
    typed(by, dat_mui, thu_ngan_sach="5")
    taken(filled(write_book([form_of(dat_mui, by)]), G9=None), dat_mui, by)
    assert drafts(dat_mui)["thu-ngan-sach"][0] == ""


def test_last_year_stands_beside_in_the_rows_unit(dat_mui: Submission, actor: Seat) -> None:
    last_year(dat_mui, "thu-ngan-sach", "1.050,0")
    form = form_of(dat_mui, actor("can-bo-xa"))
    given = form.given["thu-ngan-sach", own_area(dat_mui).code]
    assert given.last_year == Decimal("1050.0")
    assert form.heads == ("TH năm 2020", "TH kỳ trước", "KH năm 2021", "Ước TH năm 2021")
    assert form.simulated


def test_another_bodys_workbook_is_refused(dat_mui: Submission, actor: Seat) -> None:
    other = owed(dat_mui.round, "ubnd-32245", ["ubnd-973"])
    book = write_book([form_of(other, actor("can-bo-huyen"))])
    result = taken(book, dat_mui, actor("can-bo-xa"))
    assert [fault.code for fault in result.reading.refused] == ["workbook.wrong_body"]


def test_another_rounds_workbook_is_refused(
    dat_mui: Submission, actor: Seat, at_machine: Actor
) -> None:
    from dieuhanh.reports.models import Round  # noqa: PLC0415

    with door_open():
        later = Round.objects.get(pk=dat_mui.round_id)
        later.pk, later.code = None, "ky-khac"
        later.save(force_insert=True)
    other = owed(later, "ubnd-32248", ["ubnd-973"])
    book = write_book([form_of(other, actor("can-bo-xa"))])
    result = taken(book, dat_mui, actor("can-bo-xa"))
    assert [fault.code for fault in result.reading.refused] == ["workbook.wrong_round"]


def test_a_body_on_nine_districts_fills_one_sheet(actor: Seat) -> None:
    found = owed(health_form(), "so-y-te-ca-mau")
    by = actor("so-y-te")
    form = form_of(found, by)
    assert len(form.areas) == 9
    result = taken(filled(write_book([form]), G9=100, G13=200), found, by)
    assert result.reading.refused == []
    first, second = (Area.objects.get(code=form.areas[n].code) for n in (0, 1))
    held = {d.area_id: d.text for d in DraftCell.objects.filter(submission=found)}
    assert held == {first.pk: "100", second.pk: "200"}


def round_taken(book: bytes, found: Submission, by: Actor) -> Taken:
    """A workbook of several bodies, handed in to the round."""
    opened = open_book(book, "huyen.xlsx")
    return take_round_workbook(by=by, book=opened, of=found.round, today=DAY, at=NOON)


def test_a_district_may_not_enter_for_its_communes(dat_mui: Submission, actor: Seat) -> None:
    by = actor("can-bo-huyen")
    form = form_of(dat_mui, by)
    assert not form.writable
    result = round_taken(filled(write_book([form]), G9=5), dat_mui, by)
    assert [(fault.code, fault.place.sheet) for fault in result.reading.refused] == [
        ("workbook.not_for_you", "UBND xã Đất Mũi")
    ]
    assert drafts(dat_mui) == {}


def test_a_sheet_that_may_only_be_read_may_come_along_unchanged(
    dat_mui: Submission, actor: Seat
) -> None:
    typed(actor("can-bo-xa"), dat_mui, thu_ngan_sach="5")
    by = actor("can-bo-huyen")
    book = write_book([form_of(dat_mui, by)])
    typed(actor("can-bo-xa"), dat_mui, thu_ngan_sach="6")
    result = round_taken(book, dat_mui, by)
    assert (result.reading.refused, result.sheets) == ([], [])
    assert drafts(dat_mui)["thu-ngan-sach"][0] == "6"


def test_a_body_out_of_sight_refuses_the_file_like_one_that_is_not_there(
    dat_mui: Submission, actor: Seat, at_machine: Actor
) -> None:
    other = owed(dat_mui.round, "ubnd-32230", ["ubnd-972"])
    own = owed(dat_mui.round, "ubnd-32245", ["ubnd-973"])
    forms = [form_of(each, at_machine) for each in (own, other)]
    absent = replace(forms[1], body="ubnd-00000")
    for stranger in (forms[1], absent):
        result = round_taken(write_book([forms[0], stranger]), dat_mui, actor("can-bo-huyen"))
        [fault] = result.reading.refused
        assert (fault.code, fault.values) == ("workbook.not_for_you", {"body": stranger.body})


def test_whoever_may_enter_for_several_hands_in_one_file(
    dat_mui: Submission, at_machine: Actor
) -> None:
    other = owed(dat_mui.round, "ubnd-32245", ["ubnd-973"])
    found = submissions_of_round(dat_mui.round, seen_by=at_machine)
    made = load_workbook(io.BytesIO(write_book(book_forms(found, seen_by=at_machine, today=DAY))))
    for number, sheet in enumerate(made.worksheets[1:], 1):
        sheet["G9"] = number
    stream = io.BytesIO()
    made.save(stream)
    result = round_taken(stream.getvalue(), dat_mui, at_machine)
    assert result.reading.refused == []
    assert {len(sheet.changes) for sheet in result.sheets} == {1}
    told = {drafts(each)["thu-ngan-sach"][0] for each in (dat_mui, other)}
    assert told == {"1", "2"}


def test_a_filed_report_takes_no_workbook(dat_mui: Submission, at_machine: Actor) -> None:
    book = write_book([form_of(dat_mui, at_machine)])
    with door_open():
        Submission.objects.filter(pk=dat_mui.pk).update(state="submitted", stage=1)
    result = round_taken(filled(book, G9=5), dat_mui, at_machine)
    assert [fault.code for fault in result.reading.refused] == ["workbook.not_open"]
    assert round_taken(book, dat_mui, at_machine).reading.refused == []


def test_a_workbook_of_what_one_may_not_see_is_not_there(dat_mui: Submission, actor: Seat) -> None:
    for seat in ("nguoi-dan", "so-y-te"):
        with pytest.raises(Missing):
            form_of(dat_mui, actor(seat))


def test_many_bodies_are_asked_for_together(
    at_machine: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sent = commune_form()
    for code in ("ubnd-32248", "ubnd-32245", "ubnd-32239"):
        owed(sent, code)
    with django_assert_max_num_queries(12):
        found = submissions_of_round(sent, seen_by=at_machine)
        assert len(book_forms(found, seen_by=at_machine, today=DAY)) == 3


def test_more_bodies_than_a_file_holds_are_refused(
    dat_mui: Submission, at_machine: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dieuhanh.reports.queries.workbooks.MOST_SHEETS", 1)
    with pytest.raises(BadInput, match=r"workbook\.too_many_bodies"):
        submissions_of_round(dat_mui.round, seen_by=at_machine)
