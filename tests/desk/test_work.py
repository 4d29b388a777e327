"""Việc của tôi: each officer's own, the most pressing first, and what is told unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.desk.jobs import tell_all
from dieuhanh.desk.models import Notice
from dieuhanh.desk.queries import work
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.wording.notices import notice_text
from dieuhanh.people.models import User
from dieuhanh.plans.actions.proposals import propose
from dieuhanh.reports.actions.closing import close_round
from dieuhanh.reports.actions.deciding import CellRemark, approve, give_back
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.models import Round, Submission
from dieuhanh.reports.queries.sheets import rows_of
from tests.conftest import DEMO_DAY
from tests.pages import page, words
from tests.plans.plan_2022 import by_no, draft_2022
from tests.reports.builders import JOBS, round_2021

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
DUE = date(2022, 1, 14)
TYPED = {
    JOBS: "100", "trong-tinh": "60", "ngoai-tinh": "35", "ngoai-nuoc": "5", "tong-so-ho": "2.000",
    "so-ho-ngheo": "40", "dan-so-nong-thon": "8.000", "dan-so-nuoc-sach": "7.600",
    "tong-so-xa": "1", "so-xa-ntm": "1",
}  # fmt: skip


@pytest.fixture
def opened(at_machine: Actor) -> Round:
    return round_2021(at_machine)


@pytest.fixture
def dat_mui(opened: Round) -> Submission:
    return Submission.objects.get(round=opened, body__code="ubnd-32248")


def handed_in(of: Submission, by: Actor, today: date = DEMO_DAY) -> None:
    area = of.body.area_id
    assert area is not None
    cells = [CellChange(key, area, text, "như đã kiểm", 0) for key, text in TYPED.items()]
    file_submission(by=by, submission=of.pk, today=today, cells=cells)


def kinds(actor: Actor, today: date = DEMO_DAY) -> list[tuple[str, str]]:
    return [(e.kind, e.pressing) for e in work(seen_by=actor, today=today).errands]


def test_a_form_waits_for_its_filler_alone(dat_mui: Submission, actor: Seat) -> None:
    assert kinds(actor("can-bo-xa")) == [("fill", "soon")]
    assert kinds(actor("can-bo-huyen")) == []
    assert kinds(actor("nguoi-dan")) == []
    assert kinds(actor("can-bo-xa"), date(2022, 1, 14)) == [("fill", "today")]
    assert kinds(actor("can-bo-xa"), date(2022, 1, 17)) == [("fill", "late")]
    assert kinds(actor("can-bo-xa"), date(2021, 12, 14)) == []


def test_it_goes_to_the_district_and_back_with_the_words_of_the_return(
    dat_mui: Submission, actor: Seat
) -> None:
    commune, district = actor("can-bo-xa"), actor("can-bo-huyen")
    handed_in(dat_mui, commune)
    assert kinds(commune) == []
    assert kinds(district) == [("approve", "later")]
    give_back(by=district, submission=dat_mui.pk, comment="Xem lại số hộ nghèo", remarks=[])
    [errand] = work(seen_by=commune, today=DEMO_DAY).errands
    assert (errand.kind, errand.comment) == ("fix", "Xem lại số hộ nghèo")
    assert kinds(district) == []


def test_a_remark_on_a_cell_alone_is_the_word_of_the_return(
    dat_mui: Submission, actor: Seat
) -> None:
    commune, district = actor("can-bo-xa"), actor("can-bo-huyen")
    handed_in(dat_mui, commune)
    row = rows_of(dat_mui)[1]
    remark = CellRemark(row.key, dat_mui.body.area_id, "năm trước là 210")
    give_back(by=district, submission=dat_mui.pk, comment=" ", remarks=[remark])
    [errand] = work(seen_by=commune, today=DEMO_DAY).errands
    assert errand.comment == f"{row.label}: năm trước là 210"
    tell_all(today=DEMO_DAY)
    [told] = Notice.objects.filter(code="submission.returned")
    assert errand.comment in notice_text(told.code, told.values, "vi")


def test_whoever_approves_is_held_to_their_own_levels_day(
    opened: Round, dat_mui: Submission, actor: Seat
) -> None:
    handed_in(dat_mui, actor("can-bo-xa"))
    [errand] = work(seen_by=actor("can-bo-huyen"), today=DEMO_DAY).errands
    days = dict(opened.dues.values_list("level", "due_on"))
    assert days["commune"] < days["district"] < days["province"]
    assert errand.due == days["district"]


def test_a_round_past_its_day_waits_for_its_owner_until_closed_and_again_after_a_late_one(
    opened: Round, dat_mui: Submission, actor: Seat, at_machine: Actor
) -> None:
    planner, later = actor("chuyen-vien"), date(2022, 1, 21)
    assert kinds(planner) == []
    assert kinds(planner, later) == [("close", "late")]
    missing = Submission.objects.filter(round=opened).values_list("body__code", flat=True)
    close_round(
        by=planner,
        round=opened.pk,
        reasons=dict.fromkeys(missing, "chưa nộp"),
        note="",
        today=later,
    )
    assert kinds(planner, later) == []
    handed_in(dat_mui, actor("can-bo-xa"), later)
    approve(by=actor("can-bo-huyen"), submissions=[dat_mui.pk], today=later)
    [errand] = work(seen_by=planner, today=later).errands
    assert (errand.kind, errand.again) == ("close", True)


def test_the_list_costs_the_same_for_many(
    opened: Round, at_machine: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        found = work(seen_by=at_machine, today=DEMO_DAY)
    assert sum(each.kind == "fill" for each in found.errands) == 101


def test_opening_returning_approving_and_closing_are_told_once(
    opened: Round, dat_mui: Submission, actor: Seat
) -> None:
    commune, district = actor("can-bo-xa"), actor("can-bo-huyen")
    assert tell_all(today=DEMO_DAY) == 1
    assert tell_all(today=DEMO_DAY) == 0
    handed_in(dat_mui, commune)
    give_back(by=district, submission=dat_mui.pk, comment="Xem lại", remarks=[])
    assert tell_all(today=DEMO_DAY) == 1
    handed_in(dat_mui, commune)
    approve(by=district, submissions=[dat_mui.pk], today=DEMO_DAY)
    assert tell_all(today=DEMO_DAY) == 1
    codes = Notice.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == ["round.opened", "submission.returned", "submission.approved"]
    for notice in Notice.objects.all():
        assert "{" not in notice_text(notice.code, notice.values, "vi")
        assert "{" not in notice_text(notice.code, notice.values, "en")


def test_a_round_made_long_before_is_told_when_it_opens(dat_mui: Submission) -> None:
    long_ago = timezone.now() - timedelta(days=40)
    with door_open():
        Round.objects.filter(pk=dat_mui.round_id).update(opened_at=long_ago, opens_on=DEMO_DAY)
    news = Notice.objects.filter(code="round.opened", user__username="can-bo-xa")
    for early_or_late in (timedelta(days=-1), timedelta(days=30)):
        tell_all(today=DEMO_DAY + early_or_late)
        assert not news.exists()
    tell_all(today=DEMO_DAY)
    assert news.count() == 1


def test_a_lead_body_is_led_to_its_own_lines_until_it_proposes(
    at_machine: Actor, actor: Seat, client: Client
) -> None:
    draft = draft_2022(at_machine)
    (errand,) = work(seen_by=actor("so-y-te"), today=DEMO_DAY).errands
    assert (errand.kind, errand.name, errand.count) == ("propose", draft.name, 1)
    client.force_login(User.objects.get(username="so-y-te"))
    said = words(page(client, errand.href))
    assert "Số giường bệnh/vạn dân" in said
    assert "Thu ngân sách" not in said
    line, body = by_no(draft)["5"], Body.objects.get(code="so-y-te-ca-mau")
    propose(by=actor("so-y-te"), draft=draft, line=line, body=body, value="34", reason="Khu mới.")
    assert kinds(actor("so-y-te")) == []


def test_those_a_round_was_closed_without_are_told_once(
    opened: Round, dat_mui: Submission, actor: Seat
) -> None:
    later = date(2022, 1, 21)
    codes = Submission.objects.filter(round=opened).values_list("body__code", flat=True)
    close_round(
        by=actor("chuyen-vien"), round=opened.pk, reasons=dict.fromkeys(codes, "chưa nộp"),
        today=later,
    )  # fmt: skip
    tell_all(today=later)
    tell_all(today=later)
    [notice] = Notice.objects.filter(code="round.closed_without")
    assert (notice.user.username, notice.href) == (
        "can-bo-xa",
        reverse("reports:submission", args=[dat_mui.pk]),
    )
    for lang in ("vi", "en"):
        assert "{" not in notice_text(notice.code, notice.values, lang)


def test_reminders_come_before_on_and_after_the_day(
    opened: Round, dat_mui: Submission, actor: Seat
) -> None:
    told: dict[str, list[str]] = {}
    for day in (date(2022, 1, 11), DUE, date(2022, 1, 17), date(2022, 1, 18)):
        tell_all(today=day)
        found = Notice.objects.filter(user__username="can-bo-xa", origin__startswith="reminder")
        told[day.isoformat()] = [n.code for n in found]
    assert "reminder.file.before" in told["2022-01-11"]
    assert "reminder.file.today" in told["2022-01-14"]
    assert told["2022-01-17"].count("reminder.file.late") == 1


def test_an_officer_starts_at_the_work_and_a_citizen_at_the_overview(
    dat_mui: Submission, client_as: Callable[[str], Client]
) -> None:
    start = reverse("desk:start")
    assert client_as("can-bo-xa").get(start).headers["Location"] == reverse("desk:work")
    assert client_as("nguoi-dan").get(start).headers["Location"] == reverse("desk:home")
    said = words(page(client_as("can-bo-xa"), reverse("desk:work")))
    assert "1 việc đang chờ" in said
    assert "Ủy ban nhân dân xã Đất Mũi" in said
    assert "số liệu mô phỏng" in said
