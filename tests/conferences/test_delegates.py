"""Who is to come: by the post held on the day, by hand, in the order of protocol."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.delegates import (
    add_delegate,
    arrange_delegates,
    change_delegate,
    invite_posts,
    move_delegate,
)
from dieuhanh.conferences.actions.preparing import change_conference
from dieuhanh.conferences.actions.sites import lay_sites
from dieuhanh.conferences.models import Conference, Delegate, Site
from dieuhanh.conferences.queries.people import posts_to_ask
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.domain.sites import Kind, SiteLevel
from dieuhanh.people.actions import appoint, create_user, end_post
from dieuhanh.people.models import Post
from dieuhanh.people.roles import ROLES
from tests.conferences.conferences_made import MORNING, made_by
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


@pytest.fixture
def prepared(example: None, at_machine: Actor) -> Conference:
    """A conference whose tree of sites is laid."""
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=tuple(SiteLevel))
    return made


def post_of(seat: str) -> Post:
    return Post.objects.get(user__username=seat)


def order(of: Conference) -> list[str]:
    return list(
        Delegate.objects.filter(conference=of).order_by("position").values_list("office", flat=True)
    )


def test_a_post_brings_its_holder_in_the_office_of_the_day(
    prepared: Conference, at_machine: Actor
) -> None:
    posts = [post_of("chu-tich").pk, post_of("can-bo-huyen").pk, post_of("so-y-te").pk]
    assert invite_posts(by=at_machine, conference=prepared, posts=posts) == 3
    assert invite_posts(by=at_machine, conference=prepared, posts=posts) == 0
    found = {d.office: d for d in Delegate.objects.select_related("site__body", "body")}
    assert found["Chuyên viên huyện"].site.body.code == "ubnd-973"
    assert found["Chuyên viên Sở Y tế"].site.body.code == "ubnd-ca-mau"
    assert found["Chuyên viên Sở Y tế"].votes


def test_somebody_whose_post_had_ended_is_not_offered(
    prepared: Conference, at_machine: Actor
) -> None:
    user = create_user(by=at_machine, username="moi-den", full_name="Chuyên viên thử")
    district = Body.objects.get(code="ubnd-973")
    held = appoint(
        by=at_machine, user=user, body=district, role=ROLES["district"], title="Chuyên viên",
        since=date(2021, 1, 1),
    )  # fmt: skip
    assert held in posts_to_ask(prepared)
    end_post(by=at_machine, post=held.pk, last_day=date(2022, 1, 11))
    assert held not in posts_to_ask(prepared)
    with pytest.raises(Missing):
        invite_posts(by=at_machine, conference=prepared, posts=[held.pk])


def test_a_day_that_moves_past_a_post_is_seen(
    prepared: Conference, at_machine: Actor, client_as: As
) -> None:
    invite_posts(by=at_machine, conference=prepared, posts=[post_of("can-bo-huyen").pk])
    address = f"/hoi-nghi/{prepared.code}/dai-bieu/"
    told = "không còn giữ chức vụ này vào ngày họp"
    assert told not in page(client_as("van-phong"), address)
    end_post(by=at_machine, post=post_of("can-bo-huyen").pk, last_day=date(2022, 1, 12))
    change_conference(by=at_machine, conference=prepared, starts_at=MORNING + timedelta(days=1))
    assert told in page(client_as("van-phong"), address)


def test_by_hand_an_office_is_needed_and_a_guest_has_no_vote(
    prepared: Conference, at_machine: Actor
) -> None:
    centre = Site.objects.get(conference=prepared, level="central")
    guest = add_delegate(
        by=at_machine, conference=prepared, site=centre, kind=Kind.GUEST,
        office="Đại diện Bộ Kế hoạch và Đầu tư",
    )  # fmt: skip
    assert not guest.votes
    with pytest.raises(BadInput, match=r"delegate\.office"):
        add_delegate(by=at_machine, conference=prepared, site=centre, office=" ")
    other = made_by(at_machine)
    with pytest.raises(BadInput, match=r"delegate\.site"):
        add_delegate(by=at_machine, conference=other, site=centre, office="Giám đốc")
    with pytest.raises(BadInput, match=r"conference\.no_site"):
        invite_posts(by=at_machine, conference=other, posts=[])


def test_protocol_puts_chairs_then_guests_then_sites_in_order(
    prepared: Conference, at_machine: Actor
) -> None:
    centre = Site.objects.get(conference=prepared, level="central")
    district = Site.objects.get(conference=prepared, body__code="ubnd-973")
    for site, office, kind in (
        (district, "Chủ tịch UBND huyện", Kind.DELEGATE),
        (centre, "Giám đốc Sở Y tế", Kind.DELEGATE),
        (centre, "Phó Chủ tịch UBND tỉnh", Kind.DELEGATE),
        (centre, "Đại diện Văn phòng Chính phủ", Kind.GUEST),
        (centre, "Chủ tịch UBND tỉnh", Kind.CHAIR),
        (centre, "Bí thư Tỉnh ủy", Kind.CHAIR),
    ):
        add_delegate(by=at_machine, conference=prepared, site=site, office=office, kind=kind)
    assert arrange_delegates(by=at_machine, conference=prepared) == 6
    assert order(prepared) == [
        "Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh", "Đại diện Văn phòng Chính phủ",
        "Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế", "Chủ tịch UBND huyện",
    ]  # fmt: skip
    assert arrange_delegates(by=at_machine, conference=prepared) == 0


def test_one_moves_by_one_place_and_stops_at_the_end(
    prepared: Conference, at_machine: Actor
) -> None:
    centre = Site.objects.get(conference=prepared, level="central")
    for office in ("Một", "Hai", "Ba"):
        add_delegate(by=at_machine, conference=prepared, site=centre, office=office)
    third = Delegate.objects.get(office="Ba")
    move_delegate(by=at_machine, delegate=third, steps=-1)
    assert order(prepared) == ["Một", "Ba", "Hai"]
    for _ in range(3):
        move_delegate(by=at_machine, delegate=third, steps=-1)
    assert order(prepared) == ["Ba", "Một", "Hai"]
    move_delegate(by=at_machine, delegate=third, steps=1)
    assert order(prepared) == ["Một", "Ba", "Hai"]


@pytest.mark.parametrize("seat_of", ["chu-tich", "can-bo-huyen"])
def test_others_change_nobody(
    prepared: Conference, at_machine: Actor, actor: Callable[[str], Actor], seat_of: str
) -> None:
    invite_posts(by=at_machine, conference=prepared, posts=[post_of("can-bo-huyen").pk])
    delegate = Delegate.objects.get(conference=prepared)
    by = actor(seat_of)
    for refused in (
        lambda: invite_posts(by=by, conference=prepared, posts=[post_of("so-y-te").pk]),
        lambda: change_delegate(by=by, delegate=delegate, office="Bí thư"),
        lambda: move_delegate(by=by, delegate=delegate, steps=1),
        lambda: arrange_delegates(by=by, conference=prepared),
    ):
        with pytest.raises(Refused):
            refused()
    assert Delegate.objects.get(conference=prepared).office == "Chuyên viên huyện"


def test_pages_ask_change_find_and_order(prepared: Conference, client_as: As) -> None:
    office, address = client_as("van-phong"), f"/hoi-nghi/{prepared.code}/dai-bieu/"
    offered = words(page(office, f"{address}moi/?q=Sở Y tế"))
    assert "Chuyên viên Sở Y tế" in offered
    chosen = [post_of("so-y-te").pk, post_of("chu-tich").pk]
    office.post(f"{address}moi/chuc-vu/", {"post": chosen, "kind": "delegate"})
    centre = Site.objects.get(conference=prepared, level="central")
    typed = {"office": "Đại diện Bộ Tài chính", "kind": "guest", "site": centre.pk}
    office.post(f"{address}moi/", typed)
    assert office.post(f"{address}moi/", typed | {"office": ""}).status_code == 400
    assert "3 người" in words(page(office, address))
    assert "Đại diện Bộ Tài chính" in words(page(office, f"{address}?q=dai dien bo"))
    assert "Chưa ghi ai" in words(page(office, f"{address}?q=khong thay"))
    guest = Delegate.objects.get(kind="guest")
    office.post(f"{address}{guest.pk}/", typed | {"kind": "chair", "votes": "on"})
    assert Delegate.objects.get(pk=guest.pk).votes
    office.post(f"{address}{guest.pk}/chuyen/", {"way": "up"})
    office.post(f"{address}xep/")
    assert order(prepared)[0] == "Đại diện Bộ Tài chính"


def test_the_export_is_the_list_as_narrowed_and_runs_nothing(
    prepared: Conference, at_machine: Actor, client_as: As
) -> None:
    centre = Site.objects.get(conference=prepared, level="central")
    for office, kind in (("=SUM(1)", Kind.GUEST), ("Giám đốc Sở Y tế", Kind.DELEGATE)):
        add_delegate(by=at_machine, conference=prepared, site=centre, office=office, kind=kind)
    office_of, address = client_as("van-phong"), f"/hoi-nghi/{prepared.code}/dai-bieu/tai-ve.csv"
    whole = office_of.get(address).content.decode()
    assert "'=SUM(1)" in whole
    assert "Giám đốc Sở Y tế" in whole
    narrowed = office_of.get(f"{address}?kind=guest").content.decode()
    assert "'=SUM(1)" in narrowed
    assert "Giám đốc Sở Y tế" not in narrowed


def test_the_list_of_delegates_asks_a_fixed_number_of_times(
    prepared: Conference, at_machine: Actor, client_as: As,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    centre, office = Site.objects.get(conference=prepared, level="central"), client_as("van-phong")
    for n in range(12):
        add_delegate(by=at_machine, conference=prepared, site=centre, office=f"Đại biểu {n}")
    page(office, f"/hoi-nghi/{prepared.code}/dai-bieu/")
    with django_assert_max_num_queries(12):
        page(office, f"/hoi-nghi/{prepared.code}/dai-bieu/")
