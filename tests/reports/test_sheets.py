"""A submission as a sheet: what cells say, what stands beside them, who may look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.cells import Cell
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.figures import Absence
from dieuhanh.domain.text import vi_key
from dieuhanh.plans.models import Allocation, Target
from dieuhanh.reports.actions.drafts import CellChange, save_cells
from dieuhanh.reports.models import Figure, Filing, Remark, Submission
from dieuhanh.reports.queries.sheets import rows_of, sheet_of
from dieuhanh.reports.queries.submissions import submission, submissions
from dieuhanh.reports.views.heads import heads
from dieuhanh.reports.views.lines import BY_ROW, Look, lines
from tests.reports.entry_books import (
    COMMUNE_ROWS,
    NOON,
    commune_form,
    form_sent,
    health_form,
    owed,
    own_area,
)

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
TODAY = date(2022, 1, 12)


@pytest.fixture
def dat_mui() -> Submission:
    return owed(commune_form(), "ubnd-32248", ["ubnd-973"])


def typed(found: Submission, by: Actor, **texts: str) -> None:
    area = own_area(found).pk
    save_cells(
        by=by, submission=found.pk, at=NOON,
        changes=[CellChange(key.replace("_", "-"), area, text) for key, text in texts.items()],
    )  # fmt: skip


def test_each_cell_says_what_was_typed_and_ratios_are_made(
    dat_mui: Submission, actor: Seat
) -> None:
    by, area = actor("can-bo-xa"), own_area(dat_mui).pk
    typed(dat_mui, by, thu_ngan_sach="8", trong_do_noi_dia="5,5", viec_lam="…")
    sheet = sheet_of(dat_mui.pk, seen_by=by, today=TODAY)
    assert [row.key for row in sheet.rows] == [row["key"] for row in COMMUNE_ROWS]
    assert ("kinh-te", area) not in sheet.cells
    assert sheet.cells["ty-le-noi-dia", area].cell == Cell(number=Decimal("68.8"))
    jobs = sheet.cells["viec-lam", area]
    assert (jobs.status, jobs.cell) == ("absent", Cell(absence=Absence.NOT_COLLECTED))
    assert (jobs.revision, jobs.edited_by) == (1, "Cán bộ xã")


def test_an_unreadable_cell_keeps_its_text_and_says_what_to_do(
    dat_mui: Submission, actor: Seat
) -> None:
    by, area = actor("can-bo-xa"), own_area(dat_mui).pk
    typed(dat_mui, by, thu_ngan_sach="1,234.5", trong_do_noi_dia="0,333")
    cells = sheet_of(dat_mui.pk, seen_by=by, today=TODAY).cells
    wrong = cells["thu-ngan-sach", area]
    assert (wrong.text, wrong.cell, wrong.status) == ("1,234.5", None, "fault")
    assert "1.234,5" in (wrong.fault or "")
    assert cells["trong-do-noi-dia", area].cell == Cell(Decimal("0.3"), None, Decimal("0.333"))
    assert cells["ty-le-noi-dia", area].cell == Cell()


def figure(found: Submission, key: str, period: str, value: str, **more: object) -> Figure:
    row = next(row for row in rows_of(found) if row.key == key)
    facts = {
        "indicator": row.indicator, "area": found.body.area, "period": period, "span": row.span,
        "source": found.body, "value": Decimal(value), "unit": row.unit, "status": "official",
        "known_from": date(2021, 1, 20), "date_precision": "day", "recorded_at": NOON,
        "recorded_by": "kiểm thử", "simulated": True,
    }  # fmt: skip
    with door_open():
        return Figure.objects.create(**(facts | more))


def test_last_year_stands_beside_in_the_rows_unit_the_bodys_own_first(
    dat_mui: Submission, actor: Seat
) -> None:
    own = figure(dat_mui, "thu-ngan-sach", "2020", "7250", unit="triệu đồng")
    figure(
        dat_mui, "thu-ngan-sach", "2020", "9", source=Body.objects.get(code="so-khdt-ca-mau"),
        known_from=date(2021, 6, 1),
    )  # fmt: skip
    figure(dat_mui, "thu-ngan-sach", "2020", "99", known_from=date(2022, 6, 1))
    sheet = sheet_of(dat_mui.pk, seen_by=actor("can-bo-xa"), today=TODAY)
    beside = sheet.cells["thu-ngan-sach", own_area(dat_mui).pk].last_year
    assert beside is not None
    assert (beside.number, beside.figure, beside.status) == (Decimal("7.25"), own.pk, "official")


def test_the_period_before_stands_beside_of_its_own_span(actor: Seat) -> None:
    sent = form_sent(
        "bieu-quy", COMMUNE_ROWS, owner="so-khdt-ca-mau", filler=("ubnd", "commune"),
        period="2021-Q4",
    )  # fmt: skip
    found = owed(sent, "ubnd-32248", ["ubnd-973"])
    figure(found, "viec-lam", "2021-Q3", "31")
    figure(found, "viec-lam", "2021-Q3", "80", span="to_date")
    figure(found, "viec-lam", "2020-Q4", "29")
    cell = sheet_of(found.pk, seen_by=actor("can-bo-xa"), today=TODAY).cells[
        "viec-lam", own_area(found).pk
    ]
    assert cell.last_period is not None
    assert cell.last_year is not None
    assert (cell.last_period.number, cell.last_year.number) == (Decimal(31), Decimal(29))


@pytest.mark.parametrize(
    ("period", "before", "year_ago"),
    [
        ("2021-06-15/P1M", "2021-05-15/P1M", "2020-06-15/P1M"),
        ("2021-06-15/P3M", "2021-03-15/P3M", "2020-06-15/P3M"),
    ],
)
def test_a_report_of_the_decree_has_its_own_period_before(
    actor: Seat, period: str, before: str, year_ago: str
) -> None:
    """Months and quarters from the 15th stand beside their like, never beside the calendar's."""
    sent = form_sent(
        "bieu-nghi-dinh", COMMUNE_ROWS, owner="so-khdt-ca-mau", filler=("ubnd", "commune"),
        period=period,
    )  # fmt: skip
    found = owed(sent, "ubnd-32248", ["ubnd-973"])
    figure(found, "viec-lam", before, "31")
    figure(found, "viec-lam", "2021-06", "80")
    figure(found, "viec-lam", "2021-Q2", "81")
    figure(found, "viec-lam", year_ago, "29")
    sheet = sheet_of(found.pk, seen_by=actor("can-bo-xa"), today=TODAY)
    cell = sheet.cells["viec-lam", own_area(found).pk]
    assert cell.last_period is not None
    assert cell.last_year is not None
    assert (cell.last_period.number, cell.last_year.number) == (Decimal(31), Decimal(29))
    assert "15/" in heads(sheet, lines(sheet, Look("", BY_ROW))).last_period


def test_the_plan_stands_beside_where_the_area_has_one(actor: Seat) -> None:
    rows = [dict(row) for row in COMMUNE_ROWS]
    rows[1]["indicator"] = "thu-ngan-sach"
    sent = form_sent("bieu-tinh", rows, owner="ubnd-ca-mau", filler=("so", "province"))
    found = owed(sent, "so-khdt-ca-mau")
    target = Target.objects.filter(version__plan__code="ca-mau-2021", no="1").get()
    row = rows_of(found)[1]
    sheet = sheet_of(found.pk, seen_by=actor("chuyen-vien"), today=TODAY)
    cell = sheet.cells["thu-ngan-sach", own_area(found).pk]
    assert row.indicator_id == target.indicator_id
    assert cell.plan is not None
    assert cell.plan.number == target.value


def test_what_was_handed_down_to_the_commune_stands_beside(actor: Seat) -> None:
    rows = [dict(row) for row in COMMUNE_ROWS]
    rows[1]["indicator"] = "thu-ngan-sach"
    sent = form_sent("bieu-giao", rows, owner="so-khdt-ca-mau", filler=("ubnd", "commune"))
    found = owed(sent, "ubnd-32248", ["ubnd-973"])
    target = Target.objects.get(version__plan__code="ca-mau-2021", no="1")
    with door_open():
        Allocation.objects.create(
            target=target, position=1, area=own_area(found), value=Decimal("8.5")
        )
    cells = sheet_of(found.pk, seen_by=actor("can-bo-xa"), today=TODAY).cells
    plan = cells["thu-ngan-sach", own_area(found).pk].plan
    assert plan is not None
    assert (plan.number, plan.source) == (Decimal("8.5"), target.version.plan.name)
    assert cells["viec-lam", own_area(found).pk].plan is None


def test_remarks_of_the_last_return_stand_on_their_cells(dat_mui: Submission, actor: Seat) -> None:
    row = next(row for row in rows_of(dat_mui) if row.key == "viec-lam")
    area = own_area(dat_mui)
    with door_open():
        for number in (1, 2):
            filing = Filing.objects.create(
                submission=dat_mui, number=number, cells=[], checksum="", via="page",
                filed_at=NOON, filed_by="x", actor_id="x",
            )  # fmt: skip
            Remark.objects.create(
                submission=dat_mui, filing=filing, row=row, area=area, text=f"lần {number}",
                at=NOON, by="huyện",
            )  # fmt: skip
        dat_mui.state, dat_mui.filings = "returned", 2
        dat_mui.save()
    sheet = sheet_of(dat_mui.pk, seen_by=actor("can-bo-xa"), today=TODAY)
    assert {key: cell.remark for key, cell in sheet.cells.items() if cell.remark} == {
        ("viec-lam", area.pk): "lần 2"
    }


def test_a_department_reports_on_the_nine_districts_in_fifteen_queries(
    actor: Seat, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    found = owed(health_form(), "so-y-te-ca-mau")
    by = actor("so-y-te")
    with django_assert_max_num_queries(15):
        sheet = sheet_of(found.pk, seen_by=by, today=TODAY)
    names = [area.name for area in sheet.areas]
    assert (len(names), names) == (9, sorted(names, key=vi_key))
    assert len(sheet.cells) == 27


def test_the_door_shows_each_seat_its_own(actor: Seat) -> None:
    sent, health = commune_form(), health_form()
    dat_mui = owed(sent, "ubnd-32248", ["ubnd-973"])
    elsewhere = owed(sent, "ubnd-32185", ["ubnd-972"])
    beds = owed(health, "so-y-te-ca-mau")
    every = {dat_mui, elsewhere, beds}
    seen = {
        "chu-tich": every,
        "chuyen-vien": every,
        "van-phong": every,
        "so-y-te": {beds},
        "can-bo-huyen": {dat_mui},
        "can-bo-xa": {dat_mui},
        "quan-tri": set(),
        "nguoi-dan": set(),
    }
    assert {seat: set(submissions(seen_by=actor(seat))) for seat in seen} == seen
    with pytest.raises(Missing, match=r"submission\.missing"):
        submission(elsewhere.pk, seen_by=actor("can-bo-xa"))
    with pytest.raises(Missing, match=r"submission\.missing"):
        submission(0, seen_by=actor("can-bo-xa"))


def test_a_body_of_the_route_sees_it_without_any_grant_of_area(actor: Seat) -> None:
    found = owed(commune_form(), "ubnd-32248", ["ubnd-973", "ubnd-ca-mau"])
    for code in ("ubnd-973", "ubnd-ca-mau", "so-khdt-ca-mau", "ubnd-32248"):
        body = frozenset({Body.objects.get(code=code).pk})
        by = Actor("user:x", "x", (Grant(Permission.FIGURE_APPROVE, bodies=body),))
        assert list(submissions(seen_by=by)) == [found], code
    other = frozenset({Body.objects.get(code="ubnd-972").pk})
    by = Actor("user:x", "x", (Grant(Permission.FIGURE_APPROVE, bodies=other),))
    assert not submissions(seen_by=by).exists()
