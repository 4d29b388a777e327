"""The line's door, what is replayed after a drop, and presence over several processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dieuhanh.conferences.actions.presence import keep_presence
from dieuhanh.conferences.actions.running import set_turn
from dieuhanh.conferences.models import Presence
from dieuhanh.conferences.queries.events import told_after
from dieuhanh.conferences.queries.live import presence_of
from dieuhanh.conferences.views import stream as views
from dieuhanh.domain.actors import Actor
from dieuhanh.people.models import User
from dieuhanh.people.queries import signed_out
from tests.conferences.room_books import Meeting, meeting

pytestmark = pytest.mark.django_db
Acting = Callable[[str], Actor]
As = Callable[[str], Client]
Opened = list[dict[str, object]]


@pytest.fixture
def held(example: None, actor: Acting) -> Meeting:
    made = meeting(actor("van-phong"))
    for seconds in (60, 120, 180):
        set_turn(by=actor("van-phong"), conference=made.conference, seconds=seconds)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What each line was opened with; none is listened to."""
    told: Opened = []

    async def nothing() -> object:  # pragma: no cover - never read
        yield b""

    def listen(**asked: object) -> object:
        told.append(asked)
        return nothing()

    monkeypatch.setattr(views, "listen", listen)
    return told


def at(held: Meeting, name: str) -> str:
    return reverse(f"conferences:{name}", args=[held.conference.code])


def missed(asked: dict[str, object]) -> list[int]:
    return [each["number"] for each in asked["missed"]]  # type: ignore[attr-defined]


def test_a_line_is_opened_for_ones_seat(held: Meeting, client_as: As, opened: Opened) -> None:
    answer = client_as("can-bo-xa").get(at(held, "stream"), {"after": "2"})
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.headers["Cache-Control"] == "no-store"
    assert opened[0]["site"] == held.sites["rach-goc"].pk
    assert (opened[0]["number"], missed(opened[0])) == (4, [3, 4])


def test_the_browsers_last_number_counts_where_it_is_later(
    held: Meeting, client_as: As, opened: Opened
) -> None:
    client = client_as("can-bo-xa")
    for after, last, expected in (
        ("1", "3", [4]),
        ("3", "1", [4]),
        ("4", "", []),
        ("x", "²", [1, 2, 3, 4]),
    ):
        client.get(at(held, "stream"), {"after": after}, headers={"Last-Event-ID": last})
        assert missed(opened[-1]) == expected


@pytest.mark.parametrize("seat", ["chuyen-vien", "chu-tich"])
def test_who_only_watches_may_listen(
    held: Meeting, client_as: As, opened: Opened, seat: str
) -> None:
    client_as(seat).get(at(held, "stream"), {"diem-cau": "xem"})
    assert opened[0]["site"] is None


def test_a_line_is_shut_to_whoever_may_not_see_the_meeting(
    held: Meeting, client_as: As, opened: Opened
) -> None:
    assert client_as("nguoi-dan").get(at(held, "stream")).status_code == 404
    assert client_as("nguoi-dan").get(at(held, "since")).status_code == 404
    assert Client().get(at(held, "stream")).status_code == 302
    elsewhere = {"diem-cau": held.sites["nam-can"].pk}
    assert client_as("can-bo-xa").get(at(held, "stream"), elsewhere).status_code == 404
    assert opened == []


def test_opening_a_line_asks_little(held: Meeting, client_as: As, opened: Opened) -> None:
    client = client_as("can-bo-xa")
    with CaptureQueriesContext(connection) as asked:
        client.get(at(held, "stream"), {"after": "4"})
    assert len(asked) <= 10


def test_what_happened_since(held: Meeting, client_as: As, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_as("can-bo-xa")
    told = client.get(at(held, "since"), {"after": "1"}).json()
    assert [each["number"] for each in told["events"]] == [2, 3, 4]
    assert (told["number"], told["more"]) == (4, False)
    monkeypatch.setattr(views, "MOST", 2)
    told = client.get(at(held, "since"), {"after": "0"}).json()
    assert ([each["number"] for each in told["events"]], told["more"]) == ([1, 2], True)


def test_the_log_is_read_in_order_without_gaps(held: Meeting) -> None:
    assert [each["number"] for each in told_after(held.conference.pk, 0, 10)] == [1, 2, 3, 4]
    assert told_after(held.conference.pk, 4, 10) == []


def test_presence_adds_up_over_living_processes(held: Meeting) -> None:
    of, now = held.conference.pk, timezone.now()
    one, two = held.sites["rach-goc"].pk, held.sites["nam-can"].pk
    keep_presence(conference=of, process="a", changed={one: 2, two: 1}, at=now, renew=False)
    keep_presence(conference=of, process="b", changed={one: 3}, at=now, renew=False)
    assert presence_of(of, at=now).pages == {one: 5, two: 1}
    keep_presence(conference=of, process="a", changed={one: 0}, at=now, renew=False)
    assert presence_of(of, at=now).pages == {one: 3, two: 1}


def test_a_process_that_died_ages_out(held: Meeting) -> None:
    of, now, site = held.conference.pk, timezone.now(), held.sites["rach-goc"].pk
    keep_presence(conference=of, process="dead", changed={site: 2}, at=now, renew=False)
    later = now + timedelta(seconds=31)
    assert presence_of(of, at=later).pages == {}
    keep_presence(conference=of, process="alive", changed={site: 1}, at=later, renew=True)
    assert presence_of(of, at=later).pages == {site: 1}
    much = now + timedelta(minutes=6)
    keep_presence(conference=of, process="alive", changed={}, at=much, renew=True)
    assert list(Presence.objects.values_list("process", flat=True)) == ["alive"]


def test_ended_sessions_and_closed_accounts_are_found(held: Meeting, client_as: As) -> None:
    keys = {}
    for seat in ("can-bo-xa", "so-y-te", "van-phong", "chu-tich"):
        client = client_as(seat)
        keys[seat] = client.session.session_key
    users = dict(User.objects.values_list("username", "pk"))
    sessions = {key: users[seat] for seat, key in keys.items()}
    assert signed_out(sessions) == set()
    Session.objects.get(session_key=keys["can-bo-xa"]).delete()
    Session.objects.filter(session_key=keys["so-y-te"]).update(expire_date=timezone.now())
    close_account("van-phong")
    assert signed_out(sessions) == {keys["can-bo-xa"], keys["so-y-te"], keys["van-phong"]}


def close_account(username: str) -> None:
    from dieuhanh.audit.models import door_open  # noqa: PLC0415

    with door_open():
        User.objects.filter(username=username).update(is_active=False)
