"""Forms: rows that hang together, edited without losing any, told apart by version."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.form_changes import ChangeKind, changes
from dieuhanh.domain.form_editing import (
    Asked,
    moved,
    numbered,
    with_heading,
    with_indicator,
    with_parts,
    without,
)
from dieuhanh.domain.forms import RowKind, RowSpec, check_rows, parts_of, row_faults, tidied

JOBS = Asked("viec-lam", "Giải quyết việc làm", "người", breakdowns={"noi": ("trong", "ngoai")})
HOMES = Asked("so-ho", "Tổng số hộ", "hộ")
POOR = Asked("so-ho-ngheo", "Số hộ nghèo", "hộ")
RATE = Asked("ty-le", "Tỷ lệ hộ nghèo", "%", decimals=2, made=True)
Rows = tuple[RowSpec, ...]


def whole() -> Rows:
    rows = with_heading((), "Lao động")
    rows = with_parts(with_indicator(rows, JOBS), 1, "noi", ("trong", "ngoai"))
    rows = with_heading(rows, "Giảm nghèo")
    for asked in (HOMES, POOR, RATE):
        rows = with_indicator(rows, asked)
    return (*rows[:-1], replace(rows[-1], numerator="so-ho-ngheo", denominator="tong-so-ho"))


def test_a_form_built_by_the_buttons_is_sound() -> None:
    rows = whole()
    check_rows(rows)
    assert [row.no for row in rows] == ["I", "1", "1.1", "1.2", "II", "2", "3", "4"]
    assert parts_of(rows) == {
        "giai-quyet-viec-lam": ("giai-quyet-viec-lam-trong", "giai-quyet-viec-lam-ngoai")
    }


def test_parts_are_added_once() -> None:
    rows = whole()
    assert with_parts(rows, 1, "noi", ("trong", "ngoai")) == rows


def test_a_row_moves_with_its_parts() -> None:
    rows = moved(whole(), 1, 1)
    assert [row.key for row in rows[:2]] == ["lao-dong", "giam-ngheo"]
    assert [row.parent for row in rows[2:5]] == ["", "giai-quyet-viec-lam", "giai-quyet-viec-lam"]
    assert moved(whole(), 0, -1) == whole()


def test_numbers_typed_by_hand_are_kept() -> None:
    rows = tuple(replace(row, no="A") for row in whole())
    assert {row.no for row in with_heading(rows, "Thêm")} == {"A", ""}


def test_what_pointed_to_a_removed_row_points_nowhere() -> None:
    rows = whole()
    place = next(n for n, row in enumerate(rows) if row.key == "tong-so-ho")
    left = without(rows, place)
    assert next(row for row in left if row.kind is RowKind.RATIO).denominator == ""
    with pytest.raises(BadInput, match=r"form\.ratio_parts"):
        check_rows(left)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(0, 7), st.sampled_from((-1, 1))),
        st.tuples(st.just("number"), st.just(0), st.just(0)),
    ),
    max_size=30,
)


@given(STEPS)
def test_no_order_of_moves_loses_or_parts_a_row(steps: list[tuple[str, int, int]]) -> None:
    rows = whole()
    for what, place, step in steps:
        rows = moved(rows, place, step) if what == "move" else numbered(rows)
    assert sorted(row.key for row in rows) == sorted(row.key for row in whole())
    check_rows(rows)
    for place, row in enumerate(rows):
        if row.parent:
            assert rows[place - 1].key == row.parent or rows[place - 1].parent == row.parent


def wrong(**changed: object) -> Rows:
    base = RowSpec("a", "A", indicator="x", unit="hộ")
    return (replace(base, **changed),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), "form.no_rows"),
        ((RowSpec("a", "A", RowKind.HEADING),), "form.no_rows"),
        (wrong(key="A b"), "form.key"),
        (wrong(label=" "), "form.no_label"),
        (wrong(indicator=""), "form.no_indicator"),
        (wrong(unit=""), "form.no_unit"),
        (wrong(decimals=9), "form.decimals"),
        (wrong(parent="khong"), "form.no_such_row"),
        (wrong(parent="a"), "form.ring"),
        (wrong(kind=RowKind.RATIO), "form.ratio_parts"),
        (wrong(kind=RowKind.RATIO, numerator="a", denominator="a"), "form.ratio_of_typed"),
        ((*wrong(), *wrong(key="b")), "form.asked_twice"),
        ((*wrong(), *wrong()), "form.key_twice"),
        ((RowSpec("h", "H", RowKind.HEADING), *wrong(parent="h")), "form.part_of_heading"),
        ((RowSpec("h", "H", RowKind.HEADING, indicator="x"), *wrong()), "form.heading_asks"),
    ],
)
def test_rows_that_do_not_hang_together_are_refused(rows: Rows, code: str) -> None:
    with pytest.raises(BadInput) as told:
        check_rows(rows)
    assert told.value.code == code


def test_rows_survive_being_kept_as_a_draft() -> None:
    for row in whole():
        assert RowSpec.from_json(row.as_json()) == row


def test_a_heading_keeps_nothing_it_has_no_use_for() -> None:
    heading = tidied(RowSpec("h", "  Lao   động ", RowKind.HEADING, unit="hộ", decimals=2))
    assert (heading.label, heading.unit, heading.decimals, heading.required) == (
        "Lao động", "", 0, False,
    )  # fmt: skip


def test_changes_tell_what_was_added_removed_and_changed() -> None:
    rows = whole()
    after = (*(replace(r, unit="lượt người") if r.key == "tong-so-ho" else r for r in rows[:-1]),)
    after = with_heading(after, "Mới")
    found = {(each.kind, each.key, each.name) for each in changes(rows, after)}
    assert (ChangeKind.CHANGED, "tong-so-ho", "unit") in found
    assert (ChangeKind.ADDED, "moi", "") in found
    assert (ChangeKind.REMOVED, rows[-1].key, "") in found
    assert changes(rows, rows) == ()


def test_all_faults_are_found_in_one_reading_in_the_order_of_the_rows() -> None:
    rows = (*wrong(unit="", decimals=9), *wrong(key="b", parent="khong"), *wrong(key="c", label=""))
    assert [(fault.place.row, fault.code) for fault in row_faults(rows)] == [
        (1, "form.no_unit"),
        (1, "form.decimals"),
        (2, "form.no_such_row"),
        (2, "form.asked_twice"),
        (3, "form.no_label"),
        (3, "form.asked_twice"),
    ]
    assert row_faults(whole()) == []
