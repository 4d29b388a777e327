"""Making, changing, opening and closing a conference, by verbs and on pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dieuhanh.audit.actions import verb
from dieuhanh.conferences.actions.preparing import (
    change_conference,
    close_conference,
    open_conference,
)
from dieuhanh.conferences.models import Ballot, Conference, Room, RoomEvent, SpeakRequest
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from tests.conferences.conferences_made import MORNING, TYPED, made_by, newly_made, seat
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


@verb
def busy(of: Conference, model: type[Any], **values: Any) -> Any:
    """Somebody speaks, or something is voted on."""
    return model.objects.create(conference=of, **values)


def test_the_office_makes_one_in_the_committees_name(
    example: None, actor: Callable[[str], Actor]
) -> None:
    made = made_by(actor("van-phong"))
    again = made_by(actor("van-phong"))
    assert made.code == "hoi-nghi-tong-ket-nam-2021"
    assert again.code == "hoi-nghi-tong-ket-nam-2021-2"
    assert made.state == "preparing"


@pytest.mark.parametrize("seat_of", ["can-bo-xa", "can-bo-huyen", "so-y-te", "chu-tich"])
def test_others_do_not(example: None, actor: Callable[[str], Actor], seat_of: str) -> None:
    with pytest.raises(Refused):
        made_by(actor(seat_of))
    assert not newly_made().exists()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": "  "}, "conference.name"),
        ({"ends_at": MORNING}, "conference.ends_before"),
        ({"video_url": "javascript:alert(1)"}, "conference.video"),
        ({"video_url": "https://a.vn/x; script-src *"}, "conference.video"),
    ],
)
def test_what_cannot_be_a_conference_is_refused(
    example: None, at_machine: Actor, told: dict[str, Any], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        made_by(at_machine, **told)
    assert refused.value.code == code
    assert not newly_made().exists()


def test_a_meeting_opens_with_its_first_event_and_closes_once_quiet(
    example: None, at_machine: Actor
) -> None:
    made = made_by(at_machine)
    with pytest.raises(BadInput, match=r"conference\.no_site"):
        open_conference(by=at_machine, conference=made)
    site = seat(made, "ubnd-972", 1)
    room = open_conference(by=at_machine, conference=made)
    assert (room.number, RoomEvent.objects.get(conference=made).kind) == (1, "opened")
    with pytest.raises(BadInput, match=r"conference\.opened"):
        open_conference(by=at_machine, conference=made)
    now = timezone.now()
    turn = busy(made, SpeakRequest, site=site, state="speaking", asked_at=now)
    with pytest.raises(BadInput, match=r"conference\.floor_held"):
        close_conference(by=at_machine, conference=made)
    _end(turn)
    busy(made, Ballot, question="?", mode="open", by="site", options=["a", "b"], opened_at=now)
    with pytest.raises(BadInput, match=r"conference\.vote_open"):
        close_conference(by=at_machine, conference=made)


@verb
def _end(turn: SpeakRequest) -> None:
    SpeakRequest.objects.filter(pk=turn.pk).update(state="done")


def test_a_closed_one_is_changed_no_more(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    seat(made, "ubnd-972", 1)
    open_conference(by=at_machine, conference=made)
    closed = close_conference(by=at_machine, conference=made)
    assert closed.closed_at is not None
    assert Room.objects.get(conference=made).number == 2
    for again in (open_conference, close_conference):
        with pytest.raises(BadInput):
            again(by=at_machine, conference=made)
    with pytest.raises(BadInput, match=r"conference\.closed"):
        change_conference(by=at_machine, conference=made, name="Tên khác")


def test_the_chairman_opens_and_the_office_changes(
    example: None, actor: Callable[[str], Actor]
) -> None:
    made = made_by(actor("van-phong"))
    seat(made, "ubnd-972", 1)
    later = change_conference(
        by=actor("van-phong"), conference=made, starts_at=MORNING + timedelta(hours=1)
    )
    assert later.starts_at == MORNING + timedelta(hours=1)
    with pytest.raises(Refused):
        change_conference(by=actor("chu-tich"), conference=made, place="x")
    open_conference(by=actor("chu-tich"), conference=made)


def test_pages_make_change_open_and_close(example: None, client_as: As) -> None:
    office = client_as("van-phong")
    made = office.post("/hoi-nghi/lap-moi/", TYPED)
    assert made.status_code == 302
    address = made.headers["Location"]
    told = words(page(office, address))
    assert "đang chuẩn bị" in told
    assert "08:00 ngày 12/01/2022" in told
    assert "Hội nghị tổng kết năm 2021" in words(page(office, "/hoi-nghi/"))
    office.post(f"{address}sua/", TYPED | {"place": "Hội trường Ủy ban"})
    assert "Hội trường Ủy ban" in words(page(office, address))
    seat(newly_made().get(), "ubnd-972", 1)
    assert "đang họp" in words(page_after(office, f"{address}khai-mac/"))
    assert "đã bế mạc" in words(page_after(office, f"{address}be-mac/"))


def page_after(client: Client, address: str) -> str:
    """The page a press leads to."""
    return client.post(address, follow=True).content.decode()


def test_a_wrong_form_keeps_what_was_typed(example: None, client_as: As) -> None:
    answer = client_as("van-phong").post("/hoi-nghi/lap-moi/", TYPED | {"day": "45/01/2022"})
    assert answer.status_code == 400
    assert "Hội nghị tổng kết năm 2021" in answer.content.decode()
    assert not newly_made().exists()


def test_a_site_sees_it_only_once_invited(
    example: None, client_as: As, at_machine: Actor, actor: Callable[[str], Actor]
) -> None:
    made = made_by(at_machine)
    seat(made, "ubnd-973", 1)
    address = f"/hoi-nghi/{made.code}/"
    assert client_as("can-bo-huyen").get(address).status_code == 404
    open_conference(by=at_machine, conference=made)
    assert client_as("can-bo-huyen").get(address).status_code == 200
    assert client_as("can-bo-huyen").get(f"{address}sua/").status_code == 403
    assert client_as("nguoi-dan").get(address).status_code == 404


def test_the_list_asks_as_often_for_ten_as_for_two(
    example: None, client_as: As, at_machine: Actor
) -> None:
    office = client_as("van-phong")
    for _ in range(2):
        made_by(at_machine)
    page(office, "/hoi-nghi/")
    with CaptureQueriesContext(connection) as before:
        page(office, "/hoi-nghi/")
    for _ in range(8):
        made_by(at_machine)
    with CaptureQueriesContext(connection) as after:
        page(office, "/hoi-nghi/")
    assert len(after) == len(before)
