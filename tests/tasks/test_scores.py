"""Scorecards: numbers that are their lists, the rate by its formula, bodies that have ended."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from dieuhanh.bodies.actions import record_body_change
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.changes import Heir, Recorded
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.periods import Period
from dieuhanh.domain.successions import SuccessionKind
from dieuhanh.tasks.jobs import keep_tasks
from dieuhanh.tasks.queries.filters import TaskFilter
from dieuhanh.tasks.queries.lists import found
from dieuhanh.tasks.queries.scores import score, scores
from tests.pages import page, words
from tests.tasks.task_builders import COMMUNE, HEALTH, four, put

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
ON, YEAR = date(2022, 4, 1), Period.of_year(2022)


def test_a_card_counts_what_its_list_shows(at_machine: Actor) -> None:
    four(at_machine)
    put(at_machine, "X", lead=COMMUNE, returned_on=date(2022, 2, 1), extensions=1, disputed=True)
    held = scores(YEAR, seen_by=at_machine, today=ON)
    cards = {each.body.code: each.card for each in held.cards if each.card.counts.total}
    assert tuple(cards[HEALTH].counts) == (1, 1, 1, 1)
    assert (cards[COMMUNE].returned, cards[COMMUNE].extended, cards[COMMUNE].disputed) == (1, 1, 1)
    assert held.whole.counts.total == 5
    for body, card in cards.items():
        for name in ("done_on_time", "done_late", "open_in_time", "open_overdue"):
            asked = TaskFilter(period=YEAR, lead=body, standing=name)
            assert found(asked, seen_by=at_machine, today=ON).count() == getattr(card.counts, name)


def test_the_rate_is_done_of_done_and_overdue_and_says_so(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    four(at_machine)
    [card] = [
        c.card for c in scores(YEAR, seen_by=at_machine, today=ON).cards if c.card.counts.total
    ]
    assert (card.rate.numerator, card.rate.denominator) == (2, 3)
    assert str(card.rate.half_up(2)) == "66.67"
    put(at_machine, "XONG", due_on=date(2022, 1, 12), state="confirmed", done_on=date(2022, 1, 12))
    said = words(page(client_as("van-phong"), reverse("tasks:scores")))
    assert "đã hoàn thành ÷ (đã hoàn thành + quá hạn chưa hoàn thành)" in said
    assert "16.051 ÷ 16.274 = 98,63%, còn in là 98,62%" in said


def test_a_period_is_judged_on_its_last_day(at_machine: Actor) -> None:
    """Done in April: in the first quarter it was open and overdue; in the second it counts done."""
    put(at_machine, "A", due_on=date(2022, 3, 1), state="confirmed", done_on=date(2022, 4, 5))
    today = date(2022, 8, 1)
    first, second, third = (
        scores(Period.parse(f"2022-Q{n}"), seen_by=at_machine, today=today).whole.counts
        for n in (1, 2, 3)
    )
    assert (first.open_overdue, first.done) == (1, 0)
    assert (second.open, second.done_late) == (0, 1)
    assert third.total == 0
    assert scores(Period.of_year(2021), seen_by=at_machine, today=today).whole.counts.total == 0


def test_targets_are_counted_by_verdict_with_who_leads_them(at_machine: Actor) -> None:
    held = scores(Period.of_year(2021), seen_by=at_machine, today=date(2022, 1, 12))
    assert held.plan is not None
    assert held.plan.code == "ca-mau-2021"
    led = sum(each.targets for each in held.cards)
    assert led > 0
    one = next(each for each in held.cards if each.targets)
    whole = score(one.body.code, Period.of_year(2021), seen_by=at_machine, today=date(2022, 1, 12))
    assert len(whole.targets) == one.targets


def test_offices_are_told_apart_and_nobody_is_named(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    put(at_machine, "A", official="Trưởng phòng Kế hoạch - Tài chính")
    put(at_machine, "B")
    held = score(HEALTH, YEAR, seen_by=at_machine, today=ON)
    assert [(each.office, each.card.counts.total) for each in held.offices] == [
        ("", 1), ("Trưởng phòng Kế hoạch - Tài chính", 1),
    ]  # fmt: skip
    source = page(client_as("van-phong"), reverse("tasks:score", args=[HEALTH]))
    assert "chưa ghi chức danh" in words(source)
    links = set(re.findall(r'href="(/nhiem-vu/\?[^"]*chuc-danh=[^"]*)"', source))
    for link in links:
        assert "1 nhiệm vụ tìm thấy" in words(page(client_as("van-phong"), link)), link


def test_every_number_of_the_page_leads_to_as_many_tasks(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    day = date(2022, 1, 10)
    put(at_machine, "A", due_on=day, assigned_on=day)
    put(at_machine, "B", due_on=day, assigned_on=day, extensions=1, returned_on=day)
    client = client_as("van-phong")
    source = page(client, reverse("tasks:scores"))
    cells = re.findall(r'<a href="(/nhiem-vu/\?[^"]+)">(\d+)</a>', source)
    assert len(cells) > 6
    for href, number in cells:
        assert f"{number} nhiệm vụ tìm thấy" in words(page(client, href)), href


@pytest.mark.parametrize("handed_over", [False, True])
def test_an_ended_bodys_tasks_stand_at_its_successor_with_the_day(
    at_machine: Actor, client_as: Callable[[str], Client], *, handed_over: bool
) -> None:
    put(at_machine, "A")
    put(at_machine, "B", lead="so-tai-chinh-ca-mau")
    merge = Recorded(
        SuccessionKind.MERGE, date(2022, 1, 11), (HEALTH, "so-tai-chinh-ca-mau"),
        (Heir("so-tai-chinh-ca-mau", "Sở Tài chính tỉnh Cà Mau"),), document="01/NQ",
    )  # fmt: skip
    record_body_change(by=at_machine, change=merge)
    if handed_over:
        assert keep_tasks(today=ON) == 1
    held = scores(YEAR, seen_by=at_machine, today=ON)
    [card] = [each for each in held.cards if each.card.counts.total]
    assert (card.body.code, card.card.counts.total) == ("so-tai-chinh-ca-mau", 2)
    [taken] = card.taken
    assert (taken.body.code, taken.body.valid_to) == (HEALTH, date(2022, 1, 10))
    asked = TaskFilter(period=YEAR, lead="so-tai-chinh-ca-mau")
    assert found(asked, seen_by=at_machine, today=ON).count() == 2
    said = words(page(client_as("van-phong"), reverse("tasks:scores")))
    assert "hết hoạt động 10/01/2022" in said
    one = words(page(client_as("van-phong"), reverse("tasks:score", args=["so-tai-chinh-ca-mau"])))
    assert "Nhận từ cơ quan đã kết thúc" in one


def test_of_a_body_split_in_two_the_tasks_stay_its_own(at_machine: Actor) -> None:
    """Nobody can say whose they are until somebody hands them over."""
    put(at_machine, "A")
    split = Recorded(
        SuccessionKind.SPLIT, date(2022, 1, 11), (HEALTH,),
        (Heir("so-y-te-1", "Sở Một"), Heir("so-y-te-2", "Sở Hai")), document="01/NQ",
    )  # fmt: skip
    record_body_change(by=at_machine, change=split)
    [card] = [c for c in scores(YEAR, seen_by=at_machine, today=ON).cards if c.card.counts.total]
    assert (card.body.code, card.taken) == (HEALTH, ())


def test_a_commune_sees_its_own_card_and_no_other(
    at_machine: Actor, actor: Seat, client_as: Callable[[str], Client]
) -> None:
    put(at_machine, "XA", lead=COMMUNE)
    put(at_machine, "KHAC", lead="ubnd-32212", assigner="ubnd-972", field="đất đai")
    commune = actor("can-bo-xa")
    held = scores(YEAR, seen_by=commune, today=ON)
    assert [c.body.code for c in held.cards if c.card.counts.total] == [COMMUNE]
    assert score(COMMUNE, YEAR, seen_by=commune, today=ON).card.counts.total == 1
    with pytest.raises(Missing):
        score("ubnd-32212", YEAR, seen_by=commune, today=ON)
    with pytest.raises(Missing):
        score("khong-co", YEAR, seen_by=commune, today=ON)
    hidden = client_as("can-bo-xa").get(reverse("tasks:score", args=["ubnd-32212"]))
    assert hidden.status_code == 404


def test_scorecards_cost_the_same_for_many(
    at_machine: Actor,
    client_as: Callable[[str], Client],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, spent = client_as("van-phong"), []
    for start in (0, 6):
        for n in range(start, start + 6):
            put(at_machine, f"N-{n}", lead=("ubnd-972", "ubnd-973", COMMUNE, HEALTH)[n % 4])
        with django_assert_max_num_queries(45) as held:
            page(client, reverse("tasks:scores"))
        spent.append(len(held.captured_queries))
    assert spent[0] == spent[1]
