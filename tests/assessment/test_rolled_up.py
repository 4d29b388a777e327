"""A verdict from the sum of the level below: its coverage, its closing, the figure beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dieuhanh.assessment.actions.freeze import freeze
from dieuhanh.assessment.models import Assessment
from dieuhanh.assessment.queries import Board, board, board_json, compare, open_ledger
from dieuhanh.assessment.queries.days import change_days
from dieuhanh.assessment.queries.judged import Judged
from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.plans.models import Indicator, Target
from dieuhanh.reports.models import Closing, Figure, Form, FormRow, FormVersion, Round
from tests.pages import page, words

pytestmark = pytest.mark.usefixtures("example")
PLAN, NO, INDICATOR = "ca-mau-2021", "3", "giam-ty-le-ho-ngheo"
DAY = date(2022, 1, 12)


@pytest.fixture
def by_sum() -> Indicator:
    """The fall of poverty, counted by 101 communes, judged by their sum from now on."""
    with door_open():
        Indicator.objects.filter(code=INDICATOR).update(judged_origin="rolled_up")
    return Indicator.objects.get(code=INDICATOR)


def judged(by: Actor, day: date = DAY) -> Judged:
    return on_board(board(PLAN, seen_by=by, as_known_on=day))


def on_board(found: Board) -> Judged:
    return next(each for each in found.verdicts if each.target.no == NO)


def withdraw(indicator: Indicator, how_many: int, day: date = DAY) -> None:
    """Take back what some communes stated."""
    communes = Figure.objects.filter(indicator=indicator, area__kind="Xã", period="2021")
    for held in communes.order_by("area__code")[:how_many]:
        held.pk, held.withdrawn, held.known_from = None, True, day
        held.recorded_at = datetime.now(UTC)
        held._state.adding = True
        with door_open():
            held.save()


def close(indicator: Indicator, on: date = DAY) -> Closing:
    """A round of the province that asks for the indicator, closed on a day."""
    owner = Body.objects.get(code="so-khdt-ca-mau")
    with door_open():
        form = Form.objects.create(code="nuoc", owner=owner, name="Nước sạch")
        version = FormVersion.objects.create(
            form=form, number=1, periodicity="year", filler_kind="ubnd", filler_level="commune",
            recorded_at=datetime.now(UTC), recorded_by="x",
        )  # fmt: skip
        FormRow.objects.create(
            version=version, key="nuoc", position=1, kind="entry", label="Nước", span="in_period",
            indicator=indicator, unit=indicator.unit,
        )  # fmt: skip
        sent = Round.objects.create(
            version=version, code="nuoc-2021", name="Năm 2021", named="2021", period="2021",
            opens_on=date(2021, 12, 1), closes_on=date(2021, 12, 14), status="estimated",
        )  # fmt: skip
        return Closing.objects.create(
            round=sent, number=1, closed_at=datetime.now(UTC), closed_by="x", on=on, expected=101,
            approved=96, missing=[], checksum="0" * 64,
        )  # fmt: skip


def test_the_reported_figure_is_judged_unless_the_indicator_says_otherwise(
    at_machine: Actor,
) -> None:
    found = judged(at_machine)
    assert found.evidence.figure is not None
    assert found.sums == []


def test_a_full_sum_is_judged_with_the_reported_figure_beside(
    by_sum: Indicator, at_machine: Actor
) -> None:
    found = judged(at_machine)
    rolled = found.evidence.rolled
    assert rolled is not None
    assert (rolled.reported, rolled.expected, rolled.complete) == (101, 101, True)
    assert found.basis is Basis.COMPUTED
    assert found.evidence.figure is None
    assert found.evidence.beside is not None
    gap = rolled.gap(found.evidence.beside)
    assert gap is not None
    assert rolled.simulated
    told = reason_text(found.outcome.reason, "vi")
    assert "Tổng hợp từ đủ 101/101 xã, phường, thị trấn." in told
    figures = Figure.objects.filter(indicator=by_sum, area__kind__in=["Xã", "Phường", "Thị trấn"])
    pairs = list(figures.filter(period="2021").values_list("numerator", "denominator"))
    assert rolled.stated.numerator == sum((top for top, _ in pairs), Decimal(0))
    assert rolled.stated.denominator == sum((bottom for _, bottom in pairs), Decimal(0))


def test_until_all_are_in_there_is_no_verdict_and_missing_is_not_zero(
    by_sum: Indicator, at_machine: Actor
) -> None:
    withdraw(by_sum, 5, date(2022, 1, 11))
    found = judged(at_machine, date(2022, 1, 11))
    rolled = found.evidence.rolled
    assert rolled is not None
    assert (rolled.reported, rolled.expected, rolled.conclusive) == (96, 101, False)
    assert (found.verdict, found.basis) == (Verdict.NO_DATA, Basis.NONE)
    assert "mới có 96/101 xã, phường, thị trấn có số" in reason_text(found.outcome.reason, "vi")
    assert "96 of 101 communes" in reason_text(found.outcome.reason, "en")


def test_a_published_label_is_kept_while_the_sum_waits(
    by_sum: Indicator, at_machine: Actor
) -> None:
    withdraw(by_sum, 5)
    found = judged(at_machine)
    assert found.basis is Basis.AS_PUBLISHED
    assert found.outcome.reason.code == "published.sum_waiting"
    assert "mới có" in reason_text(found.outcome.reason, "vi")


def test_a_closed_round_lets_it_be_judged_with_its_gaps_told(
    by_sum: Indicator, at_machine: Actor
) -> None:
    withdraw(by_sum, 5)
    close(by_sum)
    found = judged(at_machine)
    assert found.basis is Basis.COMPUTED
    assert "Tổng hợp từ 96/101 xã, phường, thị trấn; phần thiếu" in reason_text(
        found.outcome.reason, "vi"
    )
    assert "Rolled up from 96 of 101 communes" in reason_text(found.outcome.reason, "en")


def test_nothing_below_is_no_verdict(by_sum: Indicator, at_machine: Actor) -> None:
    found = judged(at_machine, date(2021, 12, 31))
    assert found.evidence.rolled is None
    assert found.basis is not Basis.COMPUTED


def test_only_who_sees_every_area_sees_the_sum(
    by_sum: Indicator, actor: Callable[[str], Actor]
) -> None:
    for seat in ("can-bo-xa", "nguoi-dan"):
        found = judged(actor(seat))
        assert found.evidence.rolled is None
        assert found.evidence.unseen
        if found.basis is Basis.NONE:
            assert found.outcome.reason.code == "board.sum_unseen"
    assert judged(actor("chu-tich")).evidence.rolled is not None


def test_the_days_a_sum_changed_are_days_of_the_handle(
    by_sum: Indicator, at_machine: Actor
) -> None:
    withdraw(by_sum, 1, date(2022, 1, 11))
    days = {each.day for each in change_days(open_ledger(PLAN, seen_by=at_machine))}
    assert {date(2022, 1, 10), date(2022, 1, 11)} <= days


def test_the_checksum_covers_the_sum_and_a_frozen_board_keeps_it(
    by_sum: Indicator, at_machine: Actor
) -> None:
    before = board(PLAN, seen_by=at_machine, as_known_on=DAY)
    kept = freeze(by=at_machine, plan=PLAN, as_known_on=DAY)
    close(by_sum)
    withdraw(by_sum, 1)
    after = board(PLAN, seen_by=at_machine, as_known_on=DAY)
    assert before.inputs_sha256() == kept.inputs_sha256 != after.inputs_sha256()
    frozen = Assessment.objects.get(pk=kept.pk).board
    told = next(each for each in frozen["verdicts"] if each["no"] == NO)
    assert told["rolled_up"][0]["reported"] == 101
    assert len(told["rolled_up"][0]["figures"]) == 101
    shape = compare(frozen, board_json(after))
    assert [change["no"] for change in shape["changes"] if change["why"] == "figure"] == [NO]


def test_the_books_as_they_stood_leave_out_what_came_later(
    by_sum: Indicator, at_machine: Actor
) -> None:
    moment = datetime.now(UTC)
    withdraw(by_sum, 3)
    now = judged(at_machine).evidence.rolled
    then = on_board(
        board(PLAN, seen_by=at_machine, as_known_on=DAY, as_recorded_by=moment)
    ).evidence.rolled
    assert now is not None
    assert then is not None
    assert (now.reported, then.reported) == (98, 101)


def test_the_overview_shows_the_sum_and_leads_to_its_passport(
    by_sum: Indicator,
    client_as: Callable[[str], Client],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_as("chu-tich")
    with django_assert_max_num_queries(15):
        source = page(client, "/")
    area = Target.objects.filter(no=NO, version__plan__code=PLAN).first()
    assert area is not None
    address = f"/so-lieu/tong-hop/{INDICATOR}/{area.version.plan.area_id}/?ky=2021&date=12/01/2022"
    assert address in source
    told = words(page(client, address))
    assert "101/101" in told
    assert "Cộng gộp từ số của cấp dưới" in told
    assert "mô phỏng" in told


def test_the_passport_of_a_sum_names_who_is_missing(
    by_sum: Indicator, client_as: Callable[[str], Client]
) -> None:
    withdraw(by_sum, 2)
    target = Target.objects.filter(no=NO, version__plan__code=PLAN).first()
    assert target is not None
    address = f"/so-lieu/tong-hop/{INDICATOR}/{target.version.plan.area_id}/?ky=2021"
    told = words(page(client_as("chu-tich"), address))
    assert "2 nơi chưa có số" in told
    assert "99/101" in told
    for seat in ("can-bo-xa", "nguoi-dan"):
        assert client_as(seat).get(address).status_code == 404
    assert client_as("chu-tich").get(address.replace(INDICATOR, "khong-co")).status_code == 404
