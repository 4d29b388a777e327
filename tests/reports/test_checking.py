"""A form's rules, kept as data and run on what a body typed, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.cells import Cell
from dieuhanh.domain.checks import CheckKind, Finding, Rule, Severity, run_checks
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.forms import RowSpec
from dieuhanh.domain.wording.checks import finding_text
from dieuhanh.reports.actions.checks import put_check, retire_check
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.actions.forms import issue_version
from dieuhanh.reports.models import Check, FormRow, Submission
from dieuhanh.reports.queries.cells import TypedCell, typed
from dieuhanh.reports.queries.checking import blocking, findings_of
from dieuhanh.reports.queries.submissions import submission
from tests.reports.builders import COMMUNES, JOBS, ROWS, commune_version, round_2021
from tests.reports.figures_stated import state

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
TYPED = {
    JOBS: "100", "trong-tinh": "60", "ngoai-tinh": "40", "ngoai-nuoc": "-", "tong-so-ho": "900",
    "so-ho-ngheo": "30", "dan-so-nong-thon": "3.000", "dan-so-nuoc-sach": "2.700",
    "tong-so-xa": "1", "so-xa-ntm": "0",
}  # fmt: skip


@pytest.fixture
def dat_mui(actor: Seat) -> Submission:
    opened = round_2021(actor("chuyen-vien"))
    found = Submission.objects.get(round=opened, body__code="ubnd-32248")
    return submission(found.pk, seen_by=actor("can-bo-xa"))


def cells(found: Submission, **changed: str) -> dict[tuple[str, int], TypedCell]:
    area = found.body.area_id or 0
    said = TYPED | {key.replace("_", "-"): text for key, text in changed.items()}
    rows = {row.key: row for row in FormRow.objects.filter(version=found.round.version)}
    return {(key, area): typed(rows[key], text, "") for key, text in said.items()}


def codes(found: list[Finding]) -> list[tuple[str, str, bool]]:
    return [(each.row_key, each.code, each.blocks) for each in found]


def test_a_sound_form_finds_nothing_in_four_queries(dat_mui: Submission) -> None:
    said = cells(dat_mui)
    with CaptureQueriesContext(connection) as asked:
        found = findings_of(dat_mui, said)
    assert blocking(found) == []
    assert len(asked) <= 4


def test_parts_ratio_and_missing_are_all_told(dat_mui: Submission) -> None:
    said = cells(dat_mui, trong_tinh="70", so_ho_ngheo="901", tong_so_xa="", dan_so_nong_thon="ba")
    assert codes(findings_of(dat_mui, said)) == [
        (JOBS, "parts_over", True),
        ("ty-le-ho-ngheo", "part_over_whole", True),
        ("dan-so-nong-thon", "unreadable", True),
        ("tong-so-xa", "missing", True),
    ]


def test_last_year_is_looked_up_in_the_books(dat_mui: Submission, at_machine: Actor) -> None:
    state(at_machine, JOBS, dat_mui.body, "2020", Decimal(400), "lượt người")
    (found,) = findings_of(dat_mui, cells(dat_mui))
    assert (found.code, found.severity, found.blocks) == ("fell_year", Severity.SOFT, True)
    assert found.values["percent"] == Decimal("75.0")
    note = cells(dat_mui)
    area = dat_mui.body.area_id or 0
    note[JOBS, area] = TypedCell("100", "Doanh nghiệp lớn chuyển đi", note[JOBS, area].cell)
    assert blocking(findings_of(dat_mui, note)) == []


def test_rules_are_changed_and_retired_by_the_owner_alone(dat_mui: Submission, actor: Seat) -> None:
    form = dat_mui.round.version.form
    rule = Rule("ho", CheckKind.RANGE, "tong-so-ho", Severity.HARD, {"high": "500"})
    for seat in ("can-bo-xa", "can-bo-huyen", "so-y-te", "chu-tich", "nguoi-dan"):
        with pytest.raises(Refused):
            put_check(by=actor(seat), form=form, rule=rule)
    by = actor("chuyen-vien")
    put_check(by=by, form=form, rule=rule)
    assert ("tong-so-ho", "above", True) in codes(findings_of(dat_mui, cells(dat_mui)))
    retire_check(by=by, form=form, code="ho")
    assert findings_of(dat_mui, cells(dat_mui)) == []
    assert Check.objects.get(code="ho").retired


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (Rule("a", CheckKind.RANGE, "khong-co", Severity.HARD, {"high": "1"}), "check.no_row"),
        (Rule("a", CheckKind.RANGE, "viec-lam", Severity.HARD, {"high": "1"}), "check.no_row"),
        (Rule("a", CheckKind.PARTS, "tong-so-ho", Severity.HARD), "check.no_parts"),
        (
            Rule("a", CheckKind.SUM, "tong-so-ho", Severity.HARD, {"terms": [JOBS]}),
            "check.units",
        ),
        (
            Rule("a", CheckKind.SUM, JOBS, Severity.HARD, {"terms": ["trong-tinh", JOBS]}),
            "check.own_row",
        ),
        (
            Rule("a", CheckKind.SUM, JOBS, Severity.HARD, {"terms": ["khong-co:viec"]}),
            "check.no_row",
        ),
        (
            Rule("a", CheckKind.SUM, JOBS, Severity.HARD, {"terms": [f"kt-xh-xa:{JOBS}"]}),
            "check.no_row",
        ),
        (Rule("A B", CheckKind.RANGE, JOBS, Severity.HARD, {"high": "1"}), "check.code"),
        (Rule("a", CheckKind.RATIO, JOBS, Severity.HARD), "check.ratio_rows"),
    ],
)
def test_rules_that_do_not_fit_the_form_are_refused(
    dat_mui: Submission, actor: Seat, rule: Rule, code: str
) -> None:
    with pytest.raises(BadInput) as told:
        put_check(by=actor("chuyen-vien"), form=dat_mui.round.version.form, rule=rule)
    assert told.value.code == code


def test_a_sum_over_another_form_in_unlike_units_is_refused(
    dat_mui: Submission, actor: Seat
) -> None:
    planner = actor("chuyen-vien")
    commune_version(planner, code="bieu-ho")
    rule = Rule("a", CheckKind.SUM, JOBS, Severity.HARD, {"terms": ["bieu-ho:tong-so-ho"]})
    with pytest.raises(BadInput) as told:
        put_check(by=planner, form=dat_mui.round.version.form, rule=rule)
    assert (told.value.code, told.value.values["one"]) == ("check.units", "Tổng số hộ")


def test_a_sum_over_another_form_is_told_by_names(dat_mui: Submission, actor: Seat) -> None:
    planner, filler = actor("chuyen-vien"), actor("can-bo-xa")
    other = commune_version(planner, code="bieu-ho")
    rule = Rule("hai-bieu", CheckKind.SUM, "tong-so-ho", Severity.HARD,
                {"terms": ["bieu-ho:tong-so-ho"]})  # fmt: skip
    put_check(by=planner, form=dat_mui.round.version.form, rule=rule)
    assert findings_of(dat_mui, cells(dat_mui)) == [], "the other form is not handed in yet"
    owed = Submission.objects.get(round=round_2021(planner, other), body=dat_mui.body)
    area = dat_mui.body.area_id or 0
    said = [CellChange(key, area, text) for key, text in (TYPED | {"tong-so-ho": "950"}).items()]
    file_submission(by=filler, submission=owed.pk, today=date(2022, 1, 12), cells=said)
    (found,) = findings_of(dat_mui, cells(dat_mui))
    assert found.code == "sum_over"
    assert finding_text(found, "vi").startswith(
        "“Tổng số hộ” là 900 mà tổng của Tổng số hộ (Tình hình kinh tế - xã hội xã) là 950, nhiều hơn 50 hộ."
    )
    assert findings_of(dat_mui, cells(dat_mui, tong_so_ho="950")) == []


def swapped_units() -> list[RowSpec]:
    """Households and communes asked for in each other's rows."""
    turned = {"so-ho-ngheo": ("tong-so-xa", "xã"), "tong-so-xa": ("so-ho-ngheo", "hộ")}
    return [
        replace(row, indicator=turned[row.key][0], unit=turned[row.key][1])
        if row.key in turned
        else row
        for row in ROWS
    ]


def test_a_new_version_is_held_to_the_rules_in_use(dat_mui: Submission, actor: Seat) -> None:
    planner, form = actor("chuyen-vien"), dat_mui.round.version.form
    rule = Rule("ho", CheckKind.SUM, "tong-so-ho", Severity.HARD, {"terms": ["so-ho-ngheo"]})
    put_check(by=planner, form=form, rule=rule)
    with pytest.raises(BadInput) as told:
        issue_version(by=planner, form=form, head=COMMUNES, rows=swapped_units())
    assert told.value.code == "check.units_now"
    retire_check(by=planner, form=form, code="ho")
    assert issue_version(by=planner, form=form, head=COMMUNES, rows=swapped_units()).number == 2


def test_a_rule_made_for_other_units_finds_nothing() -> None:
    """A round on an older version is not stopped by a rule of the newer one."""
    rows = [
        RowSpec("ho", "Số hộ", indicator="ho", unit="hộ"),
        RowSpec("xa", "Số xã", indicator="xa", unit="xã"),
    ]
    rule = Rule("a", CheckKind.SUM, "ho", Severity.HARD, {"terms": ["xa"]})
    said = {("ho", 1): Cell(Decimal(5)), ("xa", 1): Cell(Decimal(9))}
    assert run_checks([rule], rows=rows, areas=[1], cells=said) == []
