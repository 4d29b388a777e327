"""The pages of rounds: opened with the law's days, told by rate, listed, sorted, downloaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.reports.models import Round, Submission, SwappedDay
from dieuhanh.reports.queries.rates import Rate, rates_of, reporting_rate
from dieuhanh.reports.queries.reminders import reminders_due
from tests.reports.builders import commune_version, round_2021

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
Sign = Callable[[str], Client]


@pytest.fixture
def opened(actor: Seat) -> Round:
    """101 communes: two filed on time and one late, one of them approved."""
    made = round_2021(actor("chuyen-vien"))
    owed = list(Submission.objects.filter(round=made).order_by("body__code"))
    with door_open():
        for each, day, state in zip(
            owed[:3],
            (date(2022, 1, 10), date(2022, 1, 14), date(2022, 1, 17)),
            ("approved", "submitted", "submitted"),
            strict=True,
        ):
            each.state, each.first_filed_on, each.filings = state, day, 1
            each.holder_id = None if state == "approved" else each.route[0]
            each.stage = 1
            each.save()
    return made


def test_the_rate_counts_on_time_by_the_due_day_of_the_level(
    opened: Round, at_machine: Actor
) -> None:
    before = reporting_rate(opened, seen_by=at_machine, today=date(2022, 1, 14))
    assert before.total == Rate(101, 3, 2, 1, 0)
    after = reporting_rate(opened, seen_by=at_machine, today=date(2022, 1, 17))
    assert after.total == Rate(101, 3, 2, 1, 98)
    assert len(after.groups) == 9
    assert sum((rate for _, _, rate in after.groups), Rate()) == after.total
    assert rates_of([opened], seen_by=at_machine, today=date(2022, 1, 17))[opened.pk] == after.total


def test_each_sees_its_own_part(opened: Round, actor: Seat) -> None:
    today = date(2022, 1, 17)
    seen = {
        seat: reporting_rate(opened, seen_by=actor(seat), today=today).total.expected
        for seat in ("chuyen-vien", "chu-tich", "can-bo-huyen", "can-bo-xa", "nguoi-dan")
    }
    district = Submission.objects.filter(round=opened, route=[Body.objects.get(code="ubnd-973").pk])
    assert seen == {
        "chuyen-vien": 101, "chu-tich": 101, "can-bo-huyen": district.count(), "can-bo-xa": 1,
        "nguoi-dan": 0,
    }  # fmt: skip


def test_a_round_page_asks_as_often_for_all_as_for_one(opened: Round, client_as: Sign) -> None:
    counts = {}
    for seat in ("chuyen-vien", "can-bo-xa"):
        client = client_as(seat)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/ky-bao-cao/{opened.code}/").status_code == 200
        counts[seat] = len(asked)
    assert max(counts.values()) <= 26
    assert abs(counts["chuyen-vien"] - counts["can-bo-xa"]) <= 3


def test_the_download_is_the_screen(opened: Round, client_as: Sign) -> None:
    client = client_as("chuyen-vien")
    query = "?q=dat+mui&sort=body:desc"
    page = client.get(f"/ky-bao-cao/{opened.code}/{query}")
    lines = [line.name for line, _, _ in page.context["lines"]]
    text = client.get(f"/ky-bao-cao/{opened.code}/tai.csv{query}").content.decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text)) if row and not row[0].startswith("#")]
    names = [row[0] for row in rows if row[0].startswith("Ủy ban") or row[0].startswith("UBND")]
    assert lines
    assert names == lines
    waiting = client.get(f"/ky-bao-cao/{opened.code}/?tinh-trang=waiting")
    assert [line.standing for line, _, _ in waiting.context["lines"]] == ["waiting"] * 2


def test_a_citizen_finds_no_round(opened: Round, client_as: Sign) -> None:
    client = client_as("nguoi-dan")
    pages = (f"/ky-bao-cao/{opened.code}/", f"/ky-bao-cao/{opened.code}/tai.csv", "/ky-bao-cao/x/")
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    assert opened.name not in client.get("/ky-bao-cao/").content.decode()


def test_a_round_is_opened_by_the_laws_days(client_as: Sign, actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    client = client_as("chuyen-vien")
    page = f"/bieu-mau/{version.form.code}/mo-ky/"
    chosen = {
        "kind": "year",
        "year": "2021",
        "number": "1",
        "basis": "report",
        "status": "estimated",
    }
    shown = client.get(page, chosen)
    days = shown.context["proposal"].days
    assert (days.closes_on, days.period) == (date(2021, 12, 14), "2020-12-15/P1Y")
    due = {level.value: (d.day, d.moved_from) for level, d in days.dues.items()}
    assert due["province"] == (date(2021, 12, 27), date(2021, 12, 25))
    assert due["district"] == (date(2021, 12, 23), None)
    assert due["commune"] == (date(2021, 12, 20), None)
    sent = chosen | {
        "for": "year/2021/1/report", "opens_on": "01/12/2021", "closes_on": "14/12/2021",
        "due-commune": "17/12/2021", "due-district": "22/12/2021", "due-province": "25/12/2021",
        "do": "open", "reminders": "-3 0 1",
    }  # fmt: skip
    answer = client.post(page, sent)
    made = Round.objects.get()
    assert answer.headers["Location"] == f"/ky-bao-cao/{made.code}/"
    assert (made.basis, made.period, made.named) == ("report", "2020-12-15/P1Y", "2021")
    assert "09/2019" in made.citation
    assert {d.level: d.due_on for d in made.dues.all()}["province"] == date(2021, 12, 27)
    assert made.submissions.count() == 101
    assert made.reminders == [-3, 0, 1]


def test_figures_are_official_only_by_choice(client_as: Sign, actor: Seat) -> None:
    """A first report is seldom the last word, and from official nothing goes back."""
    version = commune_version(actor("chuyen-vien"))
    shown = client_as("chuyen-vien").get(f"/bieu-mau/{version.form.code}/mo-ky/")
    assert shown.context["chosen"]["status"] == "preliminary"
    assert '<option value="preliminary" selected>' in shown.content.decode()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"due-commune": "30/12/2021"}, "cấp dưới phải nộp trước"),
        ({"opens_on": "24/12/2021"}, "trước ngày mở kỳ"),
        ({"opens_on": "31/02/2021"}, "31/02/2021"),
        ({"due-district": "mai", "name": "Tên tự đặt"}, "Tên tự đặt"),
        ({"year": "hai"}, "không phải năm"),
        ({"basis": "report", "kind": "nine_months", "for": ""}, "2021"),
        ({"reminders": "1.5"}, "ví dụ -3 0 1 3 5"),
        ({"reminders": "hôm nay"}, "“hôm”"),
    ],
)
def test_days_that_cannot_be_are_told_and_nothing_is_opened(
    client_as: Sign, actor: Seat, changed: dict[str, str], told: str
) -> None:
    version = commune_version(actor("chuyen-vien"))
    sent = {
        "kind": "year", "year": "2021", "number": "1", "basis": "calendar", "status": "official",
        "for": "year/2021/1/calendar", "opens_on": "01/12/2021", "do": "open",
        "due-commune": "17/12/2021", "due-district": "22/12/2021", "due-province": "25/12/2021",
    } | changed  # fmt: skip
    answer = client_as("chuyen-vien").post(f"/bieu-mau/{version.form.code}/mo-ky/", sent)
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert not Round.objects.exists()


def test_reminders_go_to_those_who_have_it_in_hand(opened: Round) -> None:
    assert reminders_due(date(2022, 1, 12)) == []
    three_before = reminders_due(date(2022, 1, 11))
    assert {(each.level, each.mark, each.what) for each in three_before} == {
        ("commune", -3, "file")
    }
    assert len(three_before) == 98
    on_districts_day = {(e.level, e.mark, e.what) for e in reminders_due(date(2022, 1, 18))}
    assert on_districts_day == {("district", 0, "approve")}
    with CaptureQueriesContext(connection) as asked:
        due = reminders_due(date(2022, 1, 20))
    assert ("province", 0, "close") in {(e.level, e.mark, e.what) for e in due}
    assert len(asked) <= 5


def test_a_swapped_day_moves_what_is_due(client_as: Sign, actor: Seat, opened: Round) -> None:
    client = client_as("chuyen-vien")
    sent = {"day": "17/01/2022", "works": "", "reason": "Nghỉ theo thông báo", "document": "TB 1"}
    assert client.post("/lich-lam-viec/2022/", sent).status_code == 302
    client.post(f"/ky-bao-cao/{opened.code}/han/", {"level": "commune", "day": "15/01/2022"})
    due = opened.dues.get(level="commune")
    assert (due.due_on, due.moved_from) == (date(2022, 1, 18), date(2022, 1, 15))
    assert "Nghỉ theo thông báo" in client.get("/lich-lam-viec/2022/").content.decode()


def test_only_who_keeps_the_calendar_changes_it(client_as: Sign) -> None:
    sent = {"day": "17/01/2022", "works": "", "reason": "Vì thích"}
    for seat in ("can-bo-xa", "so-y-te", "nguoi-dan", "chu-tich"):
        assert client_as(seat).post("/lich-lam-viec/2022/", sent).status_code == 403
    assert (
        client_as("chuyen-vien").post("/lich-lam-viec/2022/", sent | {"reason": " "}).status_code
        == 400
    )
    assert not SwappedDay.objects.exists()
