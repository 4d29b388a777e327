"""Bodies that stand on go on reporting when their areas have become others; old reports stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.actions import record_area_change, record_body_change
from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import Atlas, area_on
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.changes import Heir, Recorded
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.rounds import RoundTerms
from dieuhanh.domain.successions import SuccessionKind as K
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.reports.actions.rounds import open_round
from dieuhanh.reports.models import Round, Submission
from dieuhanh.reports.queries.rates import reporting_rate
from dieuhanh.reports.queries.sheets import areas_of
from tests.pages import page, words
from tests.reports.builders import commune_version

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
DAY, EVE = date(2027, 1, 1), date(2026, 12, 31)
WARDS = ("31825", "31834")
PAPER = "Nghị quyết thử về sắp xếp"


def committees() -> list[Body]:
    """The People's Committees of two wards of today, which the example does not have."""
    atlas = Atlas()
    with door_open():
        return [
            Body.objects.create(
                code=f"ubnd-{code}-nay", name=f"UBND phường {code}", kind="ubnd",
                area=atlas.at(code, EVE), valid_from=date(2025, 7, 1),
            )
            for code in WARDS
        ]  # fmt: skip


def opened(by: Actor, year: int) -> Round:
    version = commune_version(by, code=f"bieu-{year}")
    opens = date(year, 12, 15)
    return open_round(
        by=by, version=version, terms=RoundTerms(ReportKind.YEAR, year, opens_on=opens)
    )


def test_a_department_asks_the_communes_of_the_province_its_own_became(
    at_machine: Actor, actor: Seat
) -> None:
    """Sở KH&ĐT stood for the province of 2020; that of 2025 has its own row."""
    asked = committees()
    found = list(Submission.objects.filter(round=opened(at_machine, 2026)))
    assert {each.body_id for each in found} == {body.pk for body in asked}
    owner = Body.objects.get(code="so-khdt-ca-mau")
    assert [each.route for each in found] == [[owner.pk]] * 2
    planner = actor_of(User.objects.get(username="chuyen-vien"), on=EVE)
    assert planner.may(Permission.SUBMISSION_VIEW, at=asked[0].area_id)
    assert not actor("chuyen-vien").may(Permission.SUBMISSION_VIEW, at=asked[0].area_id), "in 2022"


def test_the_heir_of_two_communes_reports_on_the_one_they_became(at_machine: Actor) -> None:
    asked = committees()
    before = Submission.objects.filter(round=opened(at_machine, 2026))
    merged = Heir("31825", "Phường Bạc Liêu Mới", "Phường")
    record_area_change(by=at_machine, change=Recorded(K.MERGE, DAY, WARDS, (merged,), PAPER))
    heir = Heir("ubnd-phuong-moi", "UBND phường Bạc Liêu Mới")
    codes = tuple(body.code for body in asked)
    record_body_change(by=at_machine, change=Recorded(K.MERGE, DAY, codes, (heir,), PAPER))
    (owed,) = Submission.objects.filter(round=opened(at_machine, 2027))
    area = Atlas().at("31825", DAY)
    assert (owed.body.code, areas_of(owed)) == ("ubnd-phuong-moi", [area])
    assert {tuple(areas_of(each)) for each in before} == {(body.area,) for body in asked}


def test_an_area_is_what_one_alone_has_become(at_machine: Actor) -> None:
    old = Atlas().at("96", date(2021, 1, 1))
    assert area_on(old, date(2025, 6, 30)) == old
    assert area_on(old, DAY) == Atlas().at("96", EVE)
    ward = Atlas().at("31825", EVE)
    parts = tuple(Heir(f"9999{n}", f"Phường {n}", "Phường") for n in (1, 2))
    record_area_change(by=at_machine, change=Recorded(K.SPLIT, DAY, ("31825",), parts, PAPER))
    ward.refresh_from_db()
    assert area_on(ward, DAY) == ward, "of two none stands for it"


def test_the_rate_is_told_on_the_areas_of_a_later_day_and_the_whole_stays(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    """The nine districts of 2021 ended in 2025: their communes went on into the province's."""
    made = opened(at_machine, 2021)
    was = reporting_rate(made, seen_by=at_machine, today=EVE)
    now = reporting_rate(made, seen_by=at_machine, today=EVE, areas_of=date(2025, 7, 1))
    assert len(was.groups) == 9
    assert {name for name, _code, _rate in now.groups} == {"Tỉnh Cà Mau"}
    assert (now.total, now.groups[0][2].expected) == (was.total, 101)
    assert not any(line.now for line in was.lines)
    assert all(line.now for line in now.lines)
    address = f"/ky-bao-cao/{made.code}/"
    told = page(client_as("chuyen-vien"), address)
    assert "Quy về địa bàn ngày 01/07/2025" in told
    restated = words(page(client_as("chuyen-vien"), f"{address}?areas=2025-07-01"))
    assert "Tỉnh Cà Mau 101" in restated
    assert "(địa bàn nay là " in restated


def test_a_body_whose_area_ended_is_counted_under_its_heirs_district(at_machine: Actor) -> None:
    """Two wards are merged; the committee of one still owes a round opened thereafter."""
    committees()
    merged = Heir("31825", "Phường Bạc Liêu Mới", "Phường")
    record_area_change(by=at_machine, change=Recorded(K.MERGE, DAY, WARDS, (merged,), PAPER))
    made = opened(at_machine, 2027)
    rate = reporting_rate(made, seen_by=at_machine, today=date(2027, 12, 20))
    told = {(line.group, line.now) for line in rate.lines}
    assert told == {("Tỉnh Cà Mau", "Phường Bạc Liêu Mới")}
    assert rate.groups[0][2] == rate.total
