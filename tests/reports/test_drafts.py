"""Saving what is typed: kept to the letter, told when two write, refused to all others."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import Entry, door_open
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.reports.actions.drafts import CellChange, save_cells
from dieuhanh.reports.models import DraftCell, Submission
from dieuhanh.reports.queries.sheets import areas_of
from tests.reports.entry_books import NOON, commune_form, health_form, owed, own_area

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]


@pytest.fixture
def dat_mui() -> Submission:
    return owed(commune_form(), "ubnd-32248", ["ubnd-973"])


def colleague(found: Submission) -> Actor:
    """A second officer of the same commune, under the same title."""
    return Actor(
        "user:colleague",
        "Cán bộ xã",
        (Grant(Permission.FIGURE_ENTER, bodies=frozenset({found.body_id})),),
    )


def test_what_is_typed_is_kept_to_the_letter_readable_or_not(
    dat_mui: Submission, actor: Seat
) -> None:
    area = own_area(dat_mui).pk
    typed = {"thu-ngan-sach": "1.112,5", "trong-do-noi-dia": "1,234.5", "viec-lam": "…"}
    saved = save_cells(
        by=actor("can-bo-xa"), submission=dat_mui.pk, at=NOON,
        changes=[CellChange(key, area, text) for key, text in typed.items()],
    )  # fmt: skip
    assert saved.revision == 1
    assert not saved.conflicts
    assert {d.row.key: d.text for d in DraftCell.objects.select_related("row")} == typed
    entry = Entry.objects.filter(verb="cells.saved").get()
    assert entry.count == 3
    assert (entry.now or {})[f"viec-lam/{area}"] == ["…", ""]


def test_the_same_save_again_writes_nothing(dat_mui: Submission, actor: Seat) -> None:
    change = CellChange("viec-lam", own_area(dat_mui).pk, "120", "tính tới 14/12")
    for _ in range(2):
        saved = save_cells(by=actor("can-bo-xa"), submission=dat_mui.pk, changes=[change], at=NOON)
        assert saved.revision == 1
        assert saved.taken == (("viec-lam", own_area(dat_mui).pk),)
    assert Entry.objects.filter(verb="cells.saved").count() == 1


def test_a_note_may_be_left_alone(dat_mui: Submission, actor: Seat) -> None:
    area, by = own_area(dat_mui).pk, actor("can-bo-xa")
    save_cells(
        by=by, submission=dat_mui.pk, changes=[CellChange("viec-lam", area, "", "hỏi lại ấp")],
        at=NOON,
    )  # fmt: skip
    save_cells(by=by, submission=dat_mui.pk, changes=[CellChange("viec-lam", area, "12")], at=NOON)
    cell = DraftCell.objects.get()
    assert (cell.text, cell.note, cell.revision) == ("12", "hỏi lại ấp", 2)


def test_a_cell_another_changed_meanwhile_is_left_alone_and_both_texts_told(
    dat_mui: Submission, actor: Seat
) -> None:
    area = own_area(dat_mui).pk
    first = CellChange("thu-ngan-sach", area, "5,5")
    save_cells(by=actor("can-bo-xa"), submission=dat_mui.pk, changes=[first], at=NOON)
    saved = save_cells(
        by=colleague(dat_mui), submission=dat_mui.pk, at=NOON,
        changes=[CellChange("thu-ngan-sach", area, "5,9"), CellChange("viec-lam", area, "7")],
    )  # fmt: skip
    [told] = saved.conflicts
    assert (told.yours, told.theirs, told.by, told.revision) == ("5,9", "5,5", "Cán bộ xã", 1)
    assert saved.taken == (("viec-lam", area),)
    assert DraftCell.objects.get(row__key="thu-ngan-sach").text == "5,5"
    chosen = CellChange("thu-ngan-sach", area, "5,9", base_revision=told.revision)
    save_cells(by=colleague(dat_mui), submission=dat_mui.pk, changes=[chosen], at=NOON)
    assert DraftCell.objects.get(row__key="thu-ngan-sach").text == "5,9"


def test_two_windows_of_one_person_do_not_overwrite_each_other(
    dat_mui: Submission, actor: Seat
) -> None:
    area, by = own_area(dat_mui).pk, actor("can-bo-xa")

    def save(text: str, window: str) -> int:
        change = CellChange("viec-lam", area, text)
        return len(
            save_cells(
                by=by, submission=dat_mui.pk, changes=[change], at=NOON, writer=window
            ).conflicts
        )

    assert [save("1", "a"), save("2", "b"), save("3", "a")] == [0, 1, 0]
    assert DraftCell.objects.get().text == "3"


def test_others_cannot_write_and_learn_nothing(dat_mui: Submission, actor: Seat) -> None:
    change = CellChange("viec-lam", own_area(dat_mui).pk, "1")
    neighbour = owed(dat_mui.round, "ubnd-32185", ["ubnd-972"])
    for seat, pk, fault in (
        ("can-bo-xa", neighbour.pk, Missing),
        ("can-bo-xa", 0, Missing),
        ("nguoi-dan", dat_mui.pk, Missing),
        ("quan-tri", dat_mui.pk, Missing),
        ("chu-tich", dat_mui.pk, Refused),
        ("can-bo-huyen", dat_mui.pk, Refused),
    ):
        with pytest.raises(fault):
            save_cells(by=actor(seat), submission=pk, changes=[change], at=NOON)
    assert not DraftCell.objects.exists()


def test_what_is_filed_or_not_asked_is_refused(dat_mui: Submission, actor: Seat) -> None:
    by, area = actor("can-bo-xa"), own_area(dat_mui).pk
    for key, place, text, code in (
        ("kinh-te", area, "1", "cell.unknown"),
        ("ty-le-noi-dia", area, "1", "cell.unknown"),
        ("viec-lam", area + 1, "1", "cell.unknown"),
        ("viec-lam", area, "9" * 201, "cell.too_long"),
    ):
        with pytest.raises(BadInput, match=code):
            save_cells(
                by=by, submission=dat_mui.pk, changes=[CellChange(key, place, text)], at=NOON
            )
    dat_mui.state = "submitted"
    with door_open():
        dat_mui.save()
    with pytest.raises(BadInput, match=r"submission\.not_open"):
        save_cells(
            by=by, submission=dat_mui.pk, changes=[CellChange("viec-lam", area, "1")], at=NOON
        )


def test_a_whole_form_is_saved_in_few_queries(
    actor: Seat, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    found = owed(health_form(), "so-y-te-ca-mau")
    areas = areas_of(found)
    assert len(areas) == 9
    changes = [CellChange(key, area.pk, "1.000") for key in ("giuong", "dan-so") for area in areas]
    by = actor("so-y-te")
    with django_assert_max_num_queries(14):
        save_cells(by=by, submission=found.pk, changes=changes, at=NOON)
    assert DraftCell.objects.count() == 18


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12\x00", "12\ufffd"), ("1\ud8002", "1\ufffd2"), ("Ca\u0300 Mau", "Cà Mau")],
)
def test_what_no_database_keeps_is_marked_and_the_rest_kept(
    dat_mui: Submission, client_as: Callable[[str], Client], typed: str, kept: str
) -> None:
    area = own_area(dat_mui).pk
    cell = {"id": f"viec-lam:{area}", "text": typed, "note": typed, "base": 0}
    answer = client_as("can-bo-xa").post(
        f"/bao-cao/{dat_mui.pk}/luu/",
        json.dumps({"cells": [cell], "seen": 0, "writer": typed}),
        content_type="application/json",
    )
    assert answer.json()["taken"] == [f"viec-lam:{area}"]
    assert answer.json()["faults"][f"viec-lam:{area}"] != ""
    held = DraftCell.objects.get()
    assert (held.text, held.note) == (kept, kept)


@pytest.mark.parametrize("base", ["1e999", "NaN", '"x"', "null"])
def test_a_package_that_is_no_package_is_refused(
    dat_mui: Submission, client_as: Callable[[str], Client], base: str
) -> None:
    cell = f'{{"id": "viec-lam:{own_area(dat_mui).pk}", "text": "5", "base": {base}}}'
    answer = client_as("can-bo-xa").post(
        f"/bao-cao/{dat_mui.pk}/luu/",
        f'{{"cells": [{cell}], "seen": 0}}',
        content_type="application/json",
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "cells.unreadable")
    assert not DraftCell.objects.exists()
