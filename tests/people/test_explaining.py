"""Every yes and no explained by the very grants that decide it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from django.test import Client

from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.wording.permissions import WORDS
from dieuhanh.people.actions import Where, close_account, delegate, end_post, give_grant
from dieuhanh.people.models import Post, User
from dieuhanh.people.queries import SEATS, actor_of
from dieuhanh.people.queries.explaining import Explanation, Question, explain
from tests.pages import page, words

pytestmark = pytest.mark.django_db
TODAY = date(2022, 1, 12)
P = Permission


def area(code: str) -> Area:
    return Area.objects.get(code=code, valid_to=date(2025, 6, 30))


def ask(seat: str, permission: Permission, **more: object) -> Explanation:
    on = more.pop("on", TODAY)
    return explain(User.objects.get(username=seat), Question(permission, on, **more))  # type: ignore[arg-type]


def lacks(told: Explanation) -> list[tuple[str, ...]]:
    return [ground.lacks for ground in told.grounds]


def test_every_permission_is_worded_in_both_languages() -> None:
    assert set(WORDS) == set(Permission)
    assert all(vietnamese and english for vietnamese, english in WORDS.values())


def test_the_answer_is_the_actors_and_its_grounds_agree() -> None:
    """Every seat, permission, area, field and body: carried by a ground exactly where allowed."""
    areas, fields = [None, area("32248"), area("973"), area("954")], ["", "y tế", "đầu tư"]
    bodies = [None, Body.objects.get(code="ubnd-32248"), Body.objects.get(code="so-y-te-ca-mau")]
    for seat in SEATS:
        person = User.objects.get(username=seat.username)
        actor = actor_of(person, on=TODAY)
        for place, field, body in product(areas, fields, bodies):
            for permission in (P.FIGURE_VIEW, P.FIGURE_APPROVE, P.USER_EDIT, P.BOARD_VIEW):
                told = explain(person, Question(permission, TODAY, place, field, body))
                may = actor.may(
                    permission, at=place and place.pk, field=field or None, body=body and body.pk
                )
                assert told.allowed == may
                assert any(ground.carries for ground in told.grounds) == may, (seat, permission)


def test_what_is_lacking_is_named() -> None:
    assert ask("can-bo-xa", P.FIGURE_VIEW, area=area("32248")).allowed
    assert lacks(ask("can-bo-xa", P.FIGURE_VIEW, area=area("973"))) == [("area",)]
    assert lacks(ask("so-y-te", P.FIGURE_VIEW, area=area("973"), field="đầu tư")) == [("field",)]
    elsewhere = ask("can-bo-huyen", P.FIGURE_APPROVE, body=Body.objects.get(code="ubnd-972"))
    assert lacks(elsewhere) == [("body",)]
    assert lacks(ask("can-bo-xa", P.PLAN_ISSUE)) == [("permission",)]
    assert lacks(ask("can-bo-xa", P.FIGURE_VIEW, on=date(2020, 1, 1))) == [("day",)]
    by_area = ask("can-bo-xa", P.FIGURE_ENTER, area=area("32248"))
    assert (by_area.allowed, lacks(by_area)) == (False, [("place",)])


def test_a_second_factor_that_is_asked_for_and_missing_is_named(settings: object) -> None:
    settings.SECOND_FACTOR_ROLES = frozenset({"administrator"})  # type: ignore[attr-defined]
    told = ask("quan-tri", P.USER_EDIT)
    assert (told.allowed, lacks(told)) == (False, [("second_factor",)])
    assert ask("chu-tich", P.FIGURE_VIEW).allowed


def test_given_permissions_ended_posts_and_closed_accounts_are_told(at_machine: Actor) -> None:
    person = User.objects.get(username="can-bo-xa")
    row = give_grant(
        by=at_machine, user=person, permission=P.FIGURE_VIEW, where=Where(area("972")),
        since=TODAY, until=TODAY, reason="đoàn kiểm tra",
    )  # fmt: skip
    told = ask("can-bo-xa", P.FIGURE_VIEW, area=area("972"))
    assert told.allowed
    assert [ground.row for ground in told.grounds if ground.carries] == [row]
    end_post(by=at_machine, post=Post.objects.get(user=person).pk, last_day=TODAY - timedelta(1))
    assert lacks(ask("can-bo-xa", P.FIGURE_VIEW, area=area("32248"))) == [("day",), ("area",)]
    close_account(by=at_machine, user=person)
    assert not ask("can-bo-xa", P.FIGURE_VIEW, area=area("972")).allowed


def test_what_a_delegation_would_add_is_told_apart(at_machine: Actor) -> None:
    planner = Post.objects.get(user__username="chuyen-vien")
    delegate(by=at_machine, post=planner.pk, to=User.objects.get(username="van-phong").pk,
             since=TODAY, until=TODAY, reason="đi vắng", today=TODAY)  # fmt: skip
    told = ask("van-phong", P.PLAN_ISSUE, area=area("96"))
    assert not told.allowed
    assert [ground.carries for ground in told.by_delegation] == [True]


def test_the_page_says_yes_and_no_with_the_chain(client_as: Callable[[str], Client]) -> None:
    office, person = client_as("quan-tri"), User.objects.get(username="so-y-te")
    start = f"/quan-tri/giai-thich/?person={person.pk}&permission=figure.view&on=2022-01-12"
    health = words(page(office, f"{start}&area={area('32248').pk}&field=y+t%E1%BA%BF"))
    assert "Được" in health
    assert "Chuyên viên Sở Y tế · Sở Y tế → Chuyên viên sở, ngành → trong địa bàn" in health
    other = words(page(office, f"{start}&area={area('32248').pk}&field=x%C3%A2y+d%E1%BB%B1ng"))
    assert "Không được" in other
    assert "Lĩnh vực hỏi nằm ngoài phạm vi." in other


def test_the_page_is_the_administrators(client_as: Callable[[str], Client]) -> None:
    for seat in ("chu-tich", "chuyen-vien", "can-bo-xa", "nguoi-dan"):
        assert client_as(seat).get("/quan-tri/giai-thich/").status_code == 403
