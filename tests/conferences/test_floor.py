"""Asking for the floor, calling and ending: fair, once, and by whom it may be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from dieuhanh.audit.actions import verb
from dieuhanh.audit.models import Entry
from dieuhanh.conferences.actions.floor import (
    ask_floor,
    call_upon,
    end_floor,
    give_floor,
    withdraw,
)
from dieuhanh.conferences.actions.preparing import close_conference
from dieuhanh.conferences.actions.running import set_queue
from dieuhanh.conferences.models import SpeakRequest
from dieuhanh.conferences.queries.floor import in_order, queue_of, turns_in
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from tests.conferences.room_books import Meeting, meeting

pytestmark = pytest.mark.django_db
Acting = Callable[[str], Actor]


@pytest.fixture
def held(example: None, actor: Acting) -> Meeting:
    return meeting(actor("van-phong"))


def ask(held: Meeting, by: Actor, site: str, **more: object) -> SpeakRequest:
    return ask_floor(by=by, conference=held.conference, site=held.sites[site], **more)  # type: ignore[arg-type]


def test_a_keeper_asks_for_the_site_and_a_delegate_in_person(held: Meeting, actor: Acting) -> None:
    ask(held, actor("can-bo-xa"), "rach-goc", about="  Nước sạch  ")
    ask(held, actor("so-y-te"), "centre", delegate=held.delegates["centre"])
    kinds = [kind for kind, _ in held.told()]
    assert kinds[-2:] == ["floor.asked", "floor.asked"]
    data = held.told()[-1][1]
    assert data["office"] == "Chuyên viên Sở Y tế"
    assert len(data["order"]) == 2
    assert Entry.objects.filter(verb="floor.asked").count() == 2
    assert SpeakRequest.objects.first().about == "Nước sạch"  # type: ignore[union-attr]


@pytest.mark.parametrize("seat", ["can-bo-huyen", "so-y-te", "nguoi-dan", "chu-tich"])
def test_nobody_asks_for_another_site(held: Meeting, actor: Acting, seat: str) -> None:
    with pytest.raises(Refused):
        ask(held, actor(seat), "rach-goc")
    assert not SpeakRequest.objects.exists()


def test_a_keeper_does_not_ask_for_a_delegate_elsewhere(held: Meeting, actor: Acting) -> None:
    delegate = held.delegates["nam-can"]
    with pytest.raises(Refused):
        ask(held, actor("can-bo-xa"), "nam-can", delegate=delegate)


def test_one_asks_once_at_a_time(held: Meeting, actor: Acting) -> None:
    first = ask(held, actor("can-bo-xa"), "rach-goc")
    with pytest.raises(BadInput, match=r"queue\.already_waiting"):
        ask(held, actor("can-bo-xa"), "rach-goc")
    withdraw(by=actor("can-bo-xa"), conference=held.conference, request=first.pk)
    ask(held, actor("can-bo-xa"), "rach-goc")
    assert [kind for kind, _ in held.told()][-2:] == ["floor.withdrawn", "floor.asked"]


def test_a_closed_queue_takes_nobody(held: Meeting, actor: Acting) -> None:
    set_queue(by=actor("van-phong"), conference=held.conference, is_open=False)
    with pytest.raises(BadInput, match=r"queue\.closed"):
        ask(held, actor("can-bo-xa"), "rach-goc")


def test_the_site_that_spoke_least_is_called_first(
    held: Meeting, actor: Acting, at_machine: Actor
) -> None:
    chair = actor("van-phong")
    one, two = ask(held, at_machine, "nam-can"), ask(held, at_machine, "dam-doi")
    given = give_floor(by=chair, conference=held.conference)
    assert given == one
    assert given.seconds == 300
    end_floor(by=chair, conference=held.conference, request=one.pk)
    again = ask(held, at_machine, "nam-can")
    third = ask(held, at_machine, "rach-goc")
    assert in_order(held.conference) == [two.pk, third.pk, again.pk]
    assert held.told()[-1][1]["order"] == [two.pk, third.pk, again.pk]
    assert turns_in(held.conference) == {held.sites["nam-can"].pk: 1}


def test_the_chair_may_pick_another(held: Meeting, actor: Acting, at_machine: Actor) -> None:
    ask(held, at_machine, "nam-can")
    two = ask(held, at_machine, "dam-doi")
    given = give_floor(by=actor("van-phong"), conference=held.conference, request=two.pk)
    assert given == two
    speaking, waiting = queue_of(held.conference)
    assert speaking == two
    assert len(waiting) == 1


def test_the_floor_is_given_once(held: Meeting, actor: Acting, at_machine: Actor) -> None:
    first, _ = ask(held, at_machine, "nam-can"), ask(held, at_machine, "dam-doi")
    give_floor(by=actor("van-phong"), conference=held.conference)
    with pytest.raises(BadInput, match=r"floor\.taken") as caught:
        give_floor(by=actor("chu-tich"), conference=held.conference)
    assert caught.value.values["who"] == held.sites["nam-can"].name
    assert held.speaking() == [first.pk]


def test_the_books_themselves_refuse_a_second_floor(held: Meeting, at_machine: Actor) -> None:
    """Even where a verb forgot to ask."""
    first, second = ask(held, at_machine, "nam-can"), ask(held, at_machine, "dam-doi")

    @verb
    def force(request: SpeakRequest) -> None:
        request.state = "speaking"
        request.save()

    force(first)
    with pytest.raises(IntegrityError), transaction.atomic():
        force(second)


def test_ending_names_the_turn_that_ends(held: Meeting, actor: Acting, at_machine: Actor) -> None:
    """Of two chairs who press at once the second does not end the next speaker's turn."""
    chair = actor("van-phong")
    first, second = ask(held, at_machine, "nam-can"), ask(held, at_machine, "dam-doi")
    give_floor(by=chair, conference=held.conference)
    end_floor(by=chair, conference=held.conference, request=first.pk)
    give_floor(by=chair, conference=held.conference)
    with pytest.raises(BadInput, match=r"floor\.not_speaking"):
        end_floor(by=actor("chu-tich"), conference=held.conference, request=first.pk)
    assert held.speaking() == [second.pk]


def test_nobody_waits(held: Meeting, actor: Acting) -> None:
    with pytest.raises(BadInput, match=r"queue\.nobody"):
        give_floor(by=actor("van-phong"), conference=held.conference)


def test_a_withdrawn_request_is_not_called(held: Meeting, actor: Acting, at_machine: Actor) -> None:
    gone = ask(held, at_machine, "nam-can")
    withdraw(by=at_machine, conference=held.conference, request=gone.pk)
    with pytest.raises(BadInput, match=r"queue\.not_waiting"):
        give_floor(by=actor("van-phong"), conference=held.conference, request=gone.pk)


def test_only_its_own_or_the_chair_withdraws(held: Meeting, actor: Acting) -> None:
    asked = ask(held, actor("can-bo-xa"), "rach-goc")
    with pytest.raises(Refused):
        withdraw(by=actor("can-bo-huyen"), conference=held.conference, request=asked.pk)
    withdraw(by=actor("chu-tich"), conference=held.conference, request=asked.pk)


def test_the_chair_calls_upon_one_who_has_not_asked(
    held: Meeting, actor: Acting, at_machine: Actor
) -> None:
    chair, site = actor("van-phong"), held.sites["dam-doi"]
    given = call_upon(by=chair, conference=held.conference, site=site)
    assert held.speaking() == [given.pk]
    assert turns_in(held.conference) == {site.pk: 1}
    end_floor(by=chair, conference=held.conference, request=given.pk)
    asked = ask(held, at_machine, "dam-doi")
    again = call_upon(by=chair, conference=held.conference, site=site)
    assert again == asked, "the request that waits is the one that is called"


@pytest.mark.parametrize("seat", ["can-bo-xa", "can-bo-huyen", "so-y-te", "chuyen-vien"])
def test_others_do_not_chair(held: Meeting, actor: Acting, at_machine: Actor, seat: str) -> None:
    asked = ask(held, at_machine, "nam-can")
    by, of = actor(seat), held.conference
    with pytest.raises(Refused):
        give_floor(by=by, conference=of)
    with pytest.raises(Refused):
        call_upon(by=by, conference=of, site=held.sites["dam-doi"])
    with pytest.raises(Refused):
        end_floor(by=by, conference=of, request=asked.pk)
    assert held.speaking() == []


def test_a_closed_meeting_takes_nobody(held: Meeting, actor: Acting, at_machine: Actor) -> None:
    close_conference(by=actor("van-phong"), conference=held.conference)
    with pytest.raises(BadInput, match=r"conference\.not_open"):
        ask(held, at_machine, "nam-can")
    with pytest.raises(BadInput, match=r"conference\.not_open"):
        give_floor(by=actor("van-phong"), conference=held.conference)
