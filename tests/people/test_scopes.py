"""How far a post reaches: its fields, its areas, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.people.actions import appoint, create_user
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.roles import ROLES
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import figures

pytestmark = pytest.mark.django_db
AFTER = date(2025, 7, 2)
P = Permission


def area(code: str, on: date) -> Area:
    return Area.objects.filter(code=code, valid_from__lte=on).order_by("-valid_from")[0]


@verb
def _draft(indicator: str, place: Area) -> Figure:
    source = Body.objects.get(code="so-y-te-ca-mau")
    return Figure.objects.create(
        indicator=Indicator.objects.get(code=indicator), area=place, period="2021",
        span="in_period", source=source, value="7", unit="%", status="estimated",
        known_from=date(2021, 12, 31), recorded_at="2021-12-31T00:00:00Z",
    )  # fmt: skip


def test_a_department_sees_its_field_in_every_commune_and_no_other(
    actor: Callable[[str], Actor],
) -> None:
    health, commune = actor("so-y-te"), area("32248", date(2022, 1, 1))
    beds, roads = _draft("giuong-benh", commune), _draft("ty-le-do-thi-hoa", commune)
    assert beds.indicator.field == "y tế" != roads.indicator.field
    seen = set(figures(seen_by=health).values_list("pk", flat=True))
    assert beds.pk in seen
    assert roads.pk not in seen
    both = {beds.pk, roads.pk}
    assert both <= set(figures(seen_by=actor("can-bo-xa")).values_list("pk", flat=True))
    assert both <= set(figures(seen_by=actor("chu-tich")).values_list("pk", flat=True))
    assert not both & set(figures(seen_by=actor("nguoi-dan")).values_list("pk", flat=True))


@pytest.fixture
def new_commune_officer(at_machine: Actor) -> Callable[[date], Actor]:
    """An officer of today's Đất Mũi, which old communes became on 1/7/2025."""
    place = Area.objects.filter(forebears__before__code="32248", valid_from=date(2025, 7, 1)).get()
    user = create_user(by=at_machine, username="xa-moi")
    body = _body("ubnd-moi", place)
    appoint(
        by=at_machine, user=user, body=body, role=ROLES["commune"], title="Cán bộ",
        since=date(2025, 7, 1),
    )  # fmt: skip
    return lambda on: actor_of(user, on=on)


@verb
def _body(code: str, place: Area) -> Body:
    return Body.objects.create(code=code, name=code, kind="ubnd", area=place)


def test_a_post_reaches_back_to_the_areas_merged_into_its_own(
    new_commune_officer: Callable[[date], Actor],
) -> None:
    officer = new_commune_officer(AFTER)
    old = area("32248", date(2025, 6, 30))
    merged = set(
        Area.objects.filter(
            successors__after__forebears__before=old, successors__effective=date(2025, 7, 1)
        ).values_list("pk", flat=True)
    )
    reached = officer.areas(P.FIGURE_VIEW)
    assert reached is not None
    assert merged
    assert merged <= reached
    assert area("973", date(2025, 6, 30)).pk not in reached, "its old district is not its own"
    other = area("32233", date(2025, 6, 30))
    assert (other.pk in reached) == (other.pk in merged)
    assert new_commune_officer(date(2025, 6, 30)).areas(P.FIGURE_VIEW) == frozenset()


def test_a_province_answers_for_its_abolished_districts(at_machine: Actor) -> None:
    province = Area.objects.get(code="96", valid_from=date(2025, 7, 1))
    user = create_user(by=at_machine, username="tinh-moi")
    appoint(
        by=at_machine, user=user, body=_body("ubnd-tinh-moi", province), role=ROLES["leader"],
        title="Chủ tịch", since=date(2025, 7, 1),
    )  # fmt: skip
    reached = actor_of(user, on=AFTER).areas(P.FIGURE_VIEW)
    assert reached is not None
    for code in ("95", "96", "973", "954", "32248"):
        assert area(code, date(2025, 6, 30)).pk in reached, code


def test_before_the_merger_a_province_does_not_reach_its_neighbour(
    actor: Callable[[str], Actor],
) -> None:
    reached = actor("chu-tich").areas(P.FIGURE_VIEW)
    assert reached is not None
    assert area("954", date(2022, 1, 1)).pk not in reached
    assert area("973", date(2022, 1, 1)).pk in reached


def test_a_grant_for_a_body_says_nothing_of_areas_nor_the_other_way() -> None:
    both = Actor(
        "u", "u",
        (
            Grant(P.FIGURE_ENTER, bodies=frozenset({1})),
            Grant(P.FIGURE_VIEW, areas=frozenset({5}), fields=frozenset({"y tế"})),
            Grant(P.FIGURE_VIEW, areas=frozenset({6})),
        ),
    )  # fmt: skip
    assert both.may(P.FIGURE_ENTER, body=1)
    assert both.may(P.FIGURE_ENTER)
    assert not both.may(P.FIGURE_ENTER, at=5)
    assert both.areas(P.FIGURE_ENTER) == frozenset()
    assert not both.may(P.FIGURE_VIEW, body=1)
    assert both.bodies(P.FIGURE_VIEW) == frozenset()
    assert both.areas(P.FIGURE_VIEW) == {5, 6}
    assert both.areas(P.FIGURE_VIEW, field="xây dựng") == {6}
    assert both.areas(P.FIGURE_VIEW, every_field=True) == {6}
    assert Actor("k", "k", (Grant(P.FIGURE_VIEW),)).scopes(P.FIGURE_VIEW) is None


def test_building_an_actor_takes_few_questions(
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    user = User.objects.get(username="chu-tich")
    with django_assert_max_num_queries(5):  # type: ignore[attr-defined]
        actor_of(user, on=date(2022, 1, 12))
