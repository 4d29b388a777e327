"""Registration, absences with their reason, stand-ins, and how many a site announces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.audit.actions import verb
from dieuhanh.conferences.actions.attendance import (
    expect,
    name_stand_in,
    register,
    report_absence,
)
from dieuhanh.conferences.actions.delegates import add_delegate, invite_posts
from dieuhanh.conferences.actions.preparing import close_conference, open_conference
from dieuhanh.conferences.models import Conference, Delegate, Site
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.people.models import Post
from tests.conferences.conferences_made import made_by, seat
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
Of = Callable[[str], Actor]


@verb
def as_invited(*, by: Actor, of: Conference) -> None:
    """As sending the invitations leaves it."""
    Conference.objects.filter(pk=of.pk).update(state="invited")


@pytest.fixture
def invited(example: None, at_machine: Actor) -> Conference:
    """A conference with three sites and a delegate at each of two of them."""
    made = made_by(at_machine)
    for n, body in enumerate(("ubnd-ca-mau", "ubnd-973", "ubnd-32248"), 1):
        seat(made, body, n)
    posts = [Post.objects.get(user__username=name).pk for name in ("can-bo-huyen", "so-y-te")]
    invite_posts(by=at_machine, conference=made, posts=posts)
    as_invited(by=at_machine, of=made)
    made.refresh_from_db()
    return made


def delegate(office: str) -> Delegate:
    return Delegate.objects.select_related("conference__host", "site").get(office=office)


def site_of(of: Conference, body: str) -> Site:
    related = Site.objects.select_related("conference__host", "body")
    return related.get(conference=of, body__code=body)


def test_the_person_their_body_and_the_host_answer(invited: Conference, actor: Of) -> None:
    district = delegate("Chuyên viên huyện")
    assert register(by=actor("can-bo-huyen"), delegate=district).state == "registered"
    with pytest.raises(BadInput, match=r"delegate\.reason"):
        report_absence(by=actor("van-phong"), delegate=district, reason=" ")
    told = report_absence(by=actor("van-phong"), delegate=district, reason="đi công tác")
    assert (told.state, told.reason) == ("absent", "đi công tác")
    assert register(by=actor("van-phong"), delegate=district).reason == ""
    health = delegate("Chuyên viên Sở Y tế")
    assert register(by=actor("so-y-te"), delegate=health).state == "registered"
    for refused in ("can-bo-xa", "so-y-te", "nguoi-dan"):
        with pytest.raises(Refused):
            register(by=actor(refused), delegate=district)


def test_a_stand_in_takes_the_place_and_the_vote(invited: Conference, actor: Of) -> None:
    district = delegate("Chuyên viên huyện")
    place = district.position
    made = name_stand_in(
        by=actor("can-bo-huyen"), delegate=district, office="Phó Chủ tịch UBND huyện"
    )
    assert (made.position, made.votes, made.state) == (place, True, "registered")
    assert made.stands_in_for == district
    assert delegate("Chuyên viên huyện").state == "replaced"
    for again in (register, name_stand_in, report_absence):
        words = {"office": "x"} if again is name_stand_in else {}
        words |= {"reason": "x"} if again is report_absence else {}
        with pytest.raises(BadInput, match=r"delegate\.replaced"):
            again(by=actor("can-bo-huyen"), delegate=district, **words)  # type: ignore[operator]
    with pytest.raises(BadInput, match=r"delegate\.office"):
        name_stand_in(by=actor("can-bo-huyen"), delegate=made, office=" ")


def test_a_site_announces_its_people(invited: Conference, actor: Of) -> None:
    site = site_of(invited, "ubnd-32248")
    assert expect(by=actor("can-bo-xa"), site=site, people=" 45 ").expected == 45
    for wrong in ("", "-1", "bốn", "100000"):
        with pytest.raises(BadInput, match=r"site\.expected"):
            expect(by=actor("can-bo-xa"), site=site, people=wrong)
    with pytest.raises(Refused):
        expect(by=actor("can-bo-huyen"), site=site, people="3")
    assert Site.objects.get(pk=site.pk).expected == 45


def test_after_the_meeting_no_answer_is_noted(
    invited: Conference, at_machine: Actor, actor: Of
) -> None:
    open_conference(by=at_machine, conference=invited)
    register(by=actor("so-y-te"), delegate=delegate("Chuyên viên Sở Y tế"))
    close_conference(by=at_machine, conference=invited)
    with pytest.raises(BadInput, match=r"conference\.closed"):
        register(by=actor("can-bo-huyen"), delegate=delegate("Chuyên viên huyện"))


def test_the_page_shows_ones_own_and_takes_answers(
    invited: Conference, at_machine: Actor, client_as: As
) -> None:
    centre = site_of(invited, "ubnd-ca-mau")
    add_delegate(by=at_machine, conference=invited, site=centre, office="Giám đốc Sở Xây dựng")
    commune, district = client_as("can-bo-xa"), client_as("can-bo-huyen")
    address = f"/hoi-nghi/{invited.code}/dang-ky/"
    seen = words(page(commune, address))
    assert "Không có ai do bạn trả lời." in seen
    assert "xã Đất Mũi" in seen
    seen = words(page(district, address))
    assert "Chuyên viên huyện" in seen
    assert "Giám đốc Sở Xây dựng" not in seen
    assert "Giám đốc Sở Xây dựng" in words(page(client_as("van-phong"), address))
    here = f"{address}{delegate('Chuyên viên huyện').pk}/"
    assert "Đã ghi trả lời" in district.post(here, {"do": "register"}, follow=True).content.decode()
    assert (
        "Báo vắng thì ghi lý do"
        in district.post(here, {"do": "absent"}, follow=True).content.decode()
    )
    district.post(here, {"do": "stand-in", "office": "Phó Chủ tịch UBND huyện", "reason": "bận"})
    assert "đi thay Chuyên viên huyện" in words(page(district, address))
    site = site_of(invited, "ubnd-32248")
    commune.post(f"{address}diem-cau/{site.pk}/", {"people": "32"})
    told = words(page(client_as("van-phong"), f"/hoi-nghi/{invited.code}/"))
    assert "Số người báo dự 32" in told
