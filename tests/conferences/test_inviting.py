"""Invitations: three working days ahead by law, later with a reason; told to whom they concern."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from dieuhanh.conferences.actions.agenda import add_item
from dieuhanh.conferences.actions.delegates import invite_posts
from dieuhanh.conferences.actions.inviting import invite
from dieuhanh.conferences.actions.opinions import ask_opinions, give_opinion, reply_opinion
from dieuhanh.conferences.actions.papers import upload_paper
from dieuhanh.conferences.actions.preparing import change_conference
from dieuhanh.conferences.models import Conference, Invitation, OpinionRequest
from dieuhanh.conferences.queries.inviting import term_of
from dieuhanh.desk.jobs import tell_all
from dieuhanh.desk.models import Notice
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.wording.notices import notice_text
from dieuhanh.people.models import Post
from tests.conferences.conferences_made import made_by, seat
from tests.conftest import DEMO_DAY
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
Of = Callable[[str], Actor]
IN_TIME, LATE = date(2022, 1, 7), date(2022, 1, 10)
"""The meeting is on Wednesday, 12 January 2022."""


@pytest.fixture
def prepared(example: None, at_machine: Actor) -> Conference:
    """A conference with three sites and a delegate who sits at the centre."""
    made = made_by(at_machine)
    for n, body in enumerate(("ubnd-ca-mau", "ubnd-973", "ubnd-32248"), 1):
        seat(made, body, n)
    post = Post.objects.get(user__username="so-y-te").pk
    invite_posts(by=at_machine, conference=made, posts=[post])
    return made


def test_in_time_no_reason_is_needed_and_the_sites_see_it(
    prepared: Conference, actor: Of, client_as: As
) -> None:
    address = f"/hoi-nghi/{prepared.code}/"
    assert client_as("can-bo-xa").get(address).status_code == 404
    assert invite(by=actor("van-phong"), conference=prepared, today=IN_TIME) == 3
    assert {i.working_days for i in Invitation.objects.all()} == {3}
    for seat_of in ("can-bo-xa", "can-bo-huyen", "so-y-te"):
        assert client_as(seat_of).get(address).status_code == 200
    assert invite(by=actor("van-phong"), conference=prepared, today=IN_TIME) == 0


def test_late_needs_a_reason_and_keeps_it(prepared: Conference, actor: Of) -> None:
    office = actor("van-phong")
    with pytest.raises(BadInput) as refused:
        invite(by=office, conference=prepared, today=LATE, late_reason=" ")
    assert refused.value.code == "invitation.late"
    assert refused.value.values["last"] == "07/01/2022"
    assert Conference.objects.get(pk=prepared.pk).state == "preparing"
    assert invite(by=office, conference=prepared, today=LATE, late_reason="họp đột xuất") == 3
    assert {(i.working_days, i.late_reason) for i in Invitation.objects.all()} == {
        (2, "họp đột xuất")
    }


def test_a_day_off_between_is_not_counted(prepared: Conference, actor: Of) -> None:
    """The new year's day off, Monday 3 January, lies between Thursday and Wednesday."""
    held = Conference.objects.get(pk=prepared.pk)
    held.starts_at = held.starts_at.replace(day=5)
    change_conference(by=actor("van-phong"), conference=held, starts_at=held.starts_at)
    with pytest.raises(BadInput, match=r"invitation\.late"):
        invite(by=actor("van-phong"), conference=held, today=date(2021, 12, 31))
    assert invite(by=actor("van-phong"), conference=held, today=date(2021, 12, 30)) == 3


def test_what_cannot_be_sent_is_refused(prepared: Conference, at_machine: Actor, actor: Of) -> None:
    with pytest.raises(BadInput, match=r"invitation\.past"):
        invite(by=at_machine, conference=prepared, today=date(2022, 1, 13), late_reason="x")
    with pytest.raises(BadInput, match=r"conference\.no_site"):
        invite(by=at_machine, conference=made_by(at_machine), today=IN_TIME)
    for refused in ("chu-tich", "can-bo-huyen"):
        with pytest.raises(Refused):
            invite(by=actor(refused), conference=prepared, today=IN_TIME)
    assert not Invitation.objects.exists()


def test_the_law_is_dated_and_cited(prepared: Conference) -> None:
    term = term_of(prepared)
    assert term is not None
    assert (term.working_days, term.confidence) == (3, "high")
    assert "45/2018" in term.citation


def test_the_page_tells_the_term_and_asks_for_the_reason(
    prepared: Conference, client_as: As
) -> None:
    office, address = client_as("van-phong"), f"/hoi-nghi/{prepared.code}/moi-hop/"
    told = words(page(office, address))
    assert "chậm nhất ngày 07/01/2022" in told
    assert "phải nêu lý do" in told
    assert office.post(address, {"reason": ""}).status_code == 400
    assert office.post(address, {"reason": "họp đột xuất"}).status_code == 302
    assert "đã mời" in words(page(office, f"/hoi-nghi/{prepared.code}/"))
    assert "3 điểm cầu, trước 0 ngày làm việc" in words(page(office, address))


def notices(seat_of: str) -> list[str]:
    found = Notice.objects.filter(user__username=seat_of).order_by("pk")
    return [notice_text(each.code, each.values, "vi") for each in found]


def test_keepers_delegates_and_bodies_asked_are_told_once(
    prepared: Conference, at_machine: Actor, actor: Of, client_as: As
) -> None:
    invite(by=at_machine, conference=prepared, today=IN_TIME)
    item = add_item(by=at_machine, conference=prepared, title="Chương trình")
    paper = upload_paper(
        by=at_machine, item=item, title="Dự thảo", file=("a.txt", b"x"), on=IN_TIME, draft=True
    )
    body = Post.objects.get(user__username="can-bo-huyen").body
    assert body is not None
    ask_opinions(by=at_machine, paper=paper, bodies=[body], due_on=DEMO_DAY, today=IN_TIME)
    tell_all(today=DEMO_DAY)
    invited = f"Mời dự {prepared.name}, 08:00 ngày 12/01/2022. Mở để đăng ký dự và xem tài liệu."
    assert invited in notices("can-bo-xa")
    assert invited in notices("so-y-te")
    assert invited in notices("can-bo-huyen")
    assert invited not in notices("nguoi-dan")
    assert any("được hỏi ý kiến về “Dự thảo”" in told for told in notices("can-bo-huyen"))
    assert tell_all(today=DEMO_DAY) == 0
    href = Notice.objects.filter(user__username="can-bo-xa", code="conference.invited").get().href
    assert client_as("can-bo-xa").get(href).status_code == 200
    said = give_opinion(
        by=actor("can-bo-huyen"), request=OpinionRequest.objects.get(), agrees=False, text="Sửa."
    )
    reply_opinion(by=at_machine, opinion=said, accepted=True, text="Đã sửa.")
    tell_all(today=DEMO_DAY)
    assert any("đã được tiếp thu" in told for told in notices("can-bo-huyen"))
