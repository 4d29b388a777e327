"""Rounds: who is asked, by when, along which bodies, by the law's calendar or the statistics'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.rounds import RoundTerms
from dieuhanh.reports.actions.rounds import move_due, open_round
from dieuhanh.reports.models import Check, RoundDue, Submission
from tests.reports.builders import OWNER, RULES, commune_version, round_2021, terms_2021

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]


def test_a_round_is_owed_by_every_commune_along_its_district(actor: Seat) -> None:
    by = actor("chuyen-vien")
    opened = round_2021(by)
    owed = Submission.objects.filter(round=opened).select_related("body", "holder")
    assert owed.count() == 101
    dat_mui = owed.get(body__code="ubnd-32248")
    assert dat_mui.route == [Body.objects.get(code="ubnd-973").pk]
    assert (dat_mui.state, dat_mui.stage, dat_mui.holder) == ("draft", 0, dat_mui.body)
    districts = Counter(tuple(each.route) for each in owed)
    assert len(districts) == 9
    assert opened.code == "kt-xh-xa-2021-chinh-thuc"
    assert (opened.period, opened.named, opened.status) == ("2021", "2021", "official")
    assert Check.objects.filter(form=opened.version.form).count() == len(RULES)


def test_dues_stand_per_level(actor: Seat) -> None:
    opened = round_2021(actor("chuyen-vien"))
    dues = {due.level: (due.due_on, due.moved_from) for due in opened.dues.all()}
    assert dues == {
        "commune": (date(2022, 1, 14), None),
        "district": (date(2022, 1, 18), None),
        "province": (date(2022, 1, 20), None),
    }


def test_opening_reads_the_same_number_of_times_for_nine_as_for_all(actor: Seat) -> None:
    by = actor("chuyen-vien")
    version = commune_version(by)
    with CaptureQueriesContext(connection) as asked:
        open_round(by=by, version=version, terms=terms_2021())
    reads = [q for q in asked.captured_queries if q["sql"].startswith("SELECT")]
    assert len(reads) <= 6
    assert len(asked) <= 14


def test_only_the_owner_opens_and_only_once(actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    for seat in ("so-y-te", "can-bo-huyen", "can-bo-xa", "chu-tich", "nguoi-dan"):
        with pytest.raises(Refused):
            round_2021(actor(seat), version)
    round_2021(actor("chuyen-vien"), version)
    with pytest.raises(BadInput, match=r"round\.twice"):
        round_2021(actor("chuyen-vien"), version)


def test_a_due_moved_onto_a_day_off_moves_on(actor: Seat) -> None:
    by = actor("chuyen-vien")
    opened = round_2021(by)
    moved = move_due(by=by, round=opened, level="commune", day=date(2022, 1, 15))
    assert (moved.due_on, moved.moved_from) == (date(2022, 1, 17), date(2022, 1, 15))
    with pytest.raises(Refused):
        move_due(by=actor("can-bo-huyen"), round=opened, level="commune", day=date(2022, 1, 20))


def test_the_owner_is_the_planning_department() -> None:
    assert Body.objects.filter(code=OWNER, area__code="96").exists()


def test_a_lower_level_is_never_due_after_an_upper_one(actor: Seat) -> None:
    by = actor("chuyen-vien")
    opened = round_2021(by)
    for level, day in (("commune", date(2022, 1, 19)), ("province", date(2022, 1, 17))):
        with pytest.raises(BadInput, match=r"round\.dues_order"):
            move_due(by=by, round=opened, level=level, day=day)
    dues = dict(RoundDue.objects.filter(round=opened).values_list("level", "due_on"))
    assert dues["commune"] == date(2022, 1, 14)


@pytest.mark.parametrize("year", [1700, 2300])
def test_a_year_without_a_calendar_is_refused(actor: Seat, year: int) -> None:
    by = actor("chuyen-vien")
    version = commune_version(by)
    with pytest.raises(BadInput, match=r"calendar\.year"):
        open_round(by=by, version=version, terms=RoundTerms(ReportKind.YEAR, year))
