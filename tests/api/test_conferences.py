"""Conferences for programs: read as far as the door lets in, and live state after a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model

from dieuhanh.audit.actions import verb
from dieuhanh.conferences.models import Ballot, Conclusion, Conference, RoomEvent
from dieuhanh.domain.actors import Actor
from tests.api.conftest import Caller, problem_of
from tests.api.tokens import token_with
from tests.security.doors import MARK
from tests.security.planted import plant

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]


@pytest.fixture
def things(example: None, at_machine: Actor) -> dict[str, Any]:
    """A district's conference in preparation, its meeting under way, what these hold."""
    return plant(at_machine)


@verb
def change(model: type[Model], pk: int, *, by: Actor, **values: Any) -> None:
    """Set a row as some verb would have left it."""
    model._default_manager.filter(pk=pk).update(**values)


def close(ballot: int, by: Actor) -> None:
    """Close a ballot as if counted."""
    change(Ballot, ballot, by=by, state="closed", counts=[2, 0], passed=True)


def test_a_conference_tells_its_agenda_papers_and_texts(
    caller: Call, things: dict[str, Any]
) -> None:
    ask = caller("chu-tich")
    listed = ask.json("/conferences", host="ubnd-972", state="preparing")["items"]
    assert [each["code"] for each in listed] == [things["conference"]]
    told = ask.json(f"/conferences/{things['conference']}")
    assert told["host"] == "ubnd-972"
    [item] = told["agenda"]
    assert [paper["draft"] for paper in item["papers"]] == [True]
    assert [(text["kind"], text["version"]) for text in told["texts"]] == [("minutes", 1)]


def test_sites_and_delegates_come_page_by_page(caller: Call, things: dict[str, Any]) -> None:
    ask, path = caller("chu-tich"), f"/conferences/{things['conference']}"
    first = ask.json(f"{path}/sites", limit=3)
    rest = ask.json(f"{path}/sites", limit=3, cursor=first["next"])
    assert [site["body"] for site in first["items"] + rest["items"]] == [
        "ubnd-972", "ubnd-973", "ubnd-32248", "so-y-te-ca-mau",
    ]  # fmt: skip
    assert rest["next"] is None
    [delegate] = ask.json(f"{path}/delegates", site="ubnd-32248")["items"]
    assert (delegate["id"], delegate["state"]) == (things["delegate"], "invited")
    assert ask.json(f"{path}/delegates", kind="guest")["items"] == []


def test_a_list_of_delegates_asks_a_fixed_number_of_times(
    caller: Call,
    things: dict[str, Any],
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    ask = caller("chu-tich")
    ask.json("/me")
    with django_assert_max_num_queries(12):
        ask.json(f"/conferences/{things['conference']}/delegates")


def test_an_invited_site_sees_it_once_invited(
    caller: Call, things: dict[str, Any], at_machine: Actor
) -> None:
    ask = caller("can-bo-xa")
    problem_of(ask.get(f"/conferences/{things['conference']}"), 404)
    listed = {each["code"] for each in ask.json("/conferences")["items"]}
    assert things["conference"] not in listed
    invited = Conference.objects.get(code=things["conference"])
    change(Conference, invited.pk, by=at_machine, state="invited")
    assert ask.json(f"/conferences/{things['conference']}")["state"] == "invited"


def test_live_state_is_followed_by_number(caller: Call, things: dict[str, Any]) -> None:
    ask, path = caller("chu-tich"), f"/conferences/{things['meeting']}"
    room = ask.json(f"{path}/room")
    assert room["number"] == 1
    assert [(turn["site"], turn["state"]) for turn in room["queue"]] == [("ubnd-32212", "waiting")]
    events = ask.json(f"{path}/events")
    assert [each["number"] for each in events["items"]] == [1]
    again = ask.json(f"{path}/events", after=events["until"])
    assert (again["items"], again["until"], again["more"]) == ([], 1, False)


def test_events_are_cut_without_a_gap(
    caller: Call, things: dict[str, Any], at_machine: Actor
) -> None:
    more_events(things["meeting"], by=at_machine)
    ask, path = caller("chu-tich"), f"/conferences/{things['meeting']}/events"
    seen, after, more = [], 0, True
    while more:
        told = ask.json(path, after=after, limit=2)
        seen += [each["number"] for each in told["items"]]
        after, more = told["until"], told["more"]
    assert seen == [1, 2, 3, 4, 5]


@verb
def more_events(code: str, *, by: Actor) -> None:
    """Four things that happened after the first."""
    of = Conference.objects.get(code=code)
    first = RoomEvent.objects.get(conference=of)
    for number in range(2, 6):
        RoomEvent.objects.create(conference=of, number=number, kind="item", at=first.at)


def test_a_room_before_its_opening_is_not_there(caller: Call, things: dict[str, Any]) -> None:
    told = problem_of(caller("chu-tich").get(f"/conferences/{things['conference']}/room"), 404)
    assert told["code"] == "api.missing"


class TestBallots:
    """Results, and never who chose what of a secret one."""

    def test_choices_are_told_once_a_named_ballot_is_closed(
        self, caller: Call, things: dict[str, Any], at_machine: Actor
    ) -> None:
        ask = caller("chu-tich")
        path = f"/conferences/{things['meeting']}/ballots/{things['ballot']}"
        running = ask.json(path)
        assert (running["could"], running["counts"], running["choices"]) == (2, None, [])
        close(things["ballot"], at_machine)
        told = ask.json(path)
        assert told["counts"] == [2, 0]
        assert [(each["site"], each["choice"]) for each in told["choices"]] == [
            ("ubnd-972", 0), ("ubnd-32212", 0),
        ]  # fmt: skip

    def test_choices_of_a_secret_one_are_never_told(
        self, caller: Call, things: dict[str, Any], at_machine: Actor
    ) -> None:
        close(things["secret"], at_machine)
        path = f"/conferences/{things['meeting']}/ballots"
        told = caller("chu-tich").json(f"{path}/{things['secret']}")
        assert (told["state"], told["choices"]) == ("closed", [])

    def test_a_ballot_of_another_conference_is_not_there(
        self, caller: Call, things: dict[str, Any]
    ) -> None:
        path = f"/conferences/{things['conference']}/ballots/{things['ballot']}"
        assert problem_of(caller("chu-tich").get(path), 404)["code"] == "api.missing"


def test_drafts_of_conclusions_are_for_those_who_write_them(
    caller: Call, things: dict[str, Any], at_machine: Actor
) -> None:
    change(Conclusion, things["conclusion"], by=at_machine, state="draft", number=None)
    path = f"/conferences/{things['meeting']}/conclusions"
    assert caller("chu-tich").json(path)["items"] == []
    change(Conclusion, things["conclusion"], by=at_machine, state="final", number=1)
    [told] = caller("chu-tich").json(path)["items"]
    assert (told["number"], told["body"]) == (1, "ubnd-32212")
    assert told["contributions"] == [things["contribution"]]


def test_private_notes_and_opinions_are_in_no_answer(caller: Call, things: dict[str, Any]) -> None:
    ask = caller("chu-tich")
    told = ask.get(f"/conferences/{things['conference']}").content.decode()
    assert MARK in told
    assert "note" not in told
    assert "opinion" not in told


def test_a_token_sees_no_more_than_its_scopes(
    things: dict[str, Any], actor: Callable[[str], Actor]
) -> None:
    ask = token_with(actor("chu-tich"), "chu-tich", {"figure.view"})
    assert ask.json("/conferences")["items"] == []
    problem_of(ask.get(f"/conferences/{things['meeting']}"), 404)
