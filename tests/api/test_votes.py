"""Votes by programs: by the rules of the page, once, and of a secret one nothing is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from dieuhanh.audit.actions import verb
from dieuhanh.audit.models import Entry, Receipt
from dieuhanh.conferences.actions.ballots import close_ballot, open_ballot
from dieuhanh.conferences.models import Ballot, Delegate, Presence, Vote
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.ballots import By, Mode, Question
from tests.api.conftest import Caller, problem_of
from tests.api.tokens import token_with
from tests.conferences.room_books import Meeting, meeting

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]
OPTIONS = ("Tán thành", "Không tán thành", "Ý kiến khác")
COMMUNE = "can-bo-xa"


@pytest.fixture
def held(example: None, at_machine: Actor) -> Meeting:
    held = meeting(at_machine)
    they_are_there(held, by=at_machine)
    return held


@verb
def they_are_there(held: Meeting, *, by: Actor) -> None:
    """The commune and the centre are connected; the centre's delegate is registered."""
    of = held.conference
    for name in ("rach-goc", "centre"):
        Presence.objects.create(
            conference=of, site=held.sites[name], process="p", pages=1, seen_at=timezone.now()
        )
    Delegate.objects.filter(conference=of).update(state="registered")


def asked(held: Meeting, by: Actor, mode: Mode, of: By = By.SITE) -> str:
    """A question put to the meeting; its address."""
    question = Question("Thông qua?", mode=mode, by=of, options=OPTIONS)
    made = open_ballot(by=by, conference=held.conference, question=question)
    return f"/conferences/{held.conference.code}/ballots/{made.pk}"


def own(ask: Caller, at: str) -> dict[str, Any]:
    [only] = ask.json(f"{at}/electors")
    found: dict[str, Any] = only
    return found


def test_a_site_votes_and_votes_otherwise(caller: Call, held: Meeting, at_machine: Actor) -> None:
    commune, at = caller(COMMUNE), asked(held, at_machine, Mode.NAMED)
    mine = own(commune, at)
    assert (mine["site"], mine["office"], mine["voted"], mine["choice"]) == (
        "ubnd-32248", None, False, None,
    )  # fmt: skip
    for choice in (0, 2):
        told = commune.send(f"{at}/votes", {"elector": mine["id"], "choice": choice}).json()
        assert told["again"] is False
    assert own(commune, at) == mine | {"voted": True, "choice": 2}
    assert caller("chu-tich").json(at)["choices"] == [], "not before it is closed"
    close_ballot(by=at_machine, ballot=Ballot.objects.get().pk)
    late = commune.send(f"{at}/votes", {"elector": mine["id"], "choice": 0})
    assert problem_of(late, 422)["code"] == "ballot.not_open"
    assert [each["choice"] for each in caller("chu-tich").json(at)["choices"]] == [2]


def test_a_vote_sent_again_does_not_undo_a_later_one(
    caller: Call, held: Meeting, at_machine: Actor
) -> None:
    commune, at = caller(COMMUNE), asked(held, at_machine, Mode.NAMED)
    elector = own(commune, at)["id"]

    def vote(choice: int, key: str) -> Any:
        sent = {"elector": elector, "choice": choice}
        return commune.send(f"{at}/votes", sent, Idempotency_Key=key)

    told = [vote(choice, key).json()["again"] for choice, key in ((0, "a"), (1, "b"), (0, "a"))]
    assert told == [False, False, True]
    assert own(commune, at)["choice"] == 1
    assert problem_of(vote(2, "a"), 422)["code"] == "idempotency.other_request"
    assert vote(1, "c").json()["again"] is True, "chosen already; its key is kept all the same"
    assert [vote(0, "d").json()["again"], vote(1, "c").json()["again"]] == [False, True]
    assert own(commune, at)["choice"] == 0
    assert problem_of(vote(0, "x" * 81), 422)["code"] in {"api.fields", "idempotency.key"}


def test_a_secret_vote_leaves_no_trace_of_what_was_chosen(
    caller: Call, held: Meeting, at_machine: Actor
) -> None:
    commune, at = caller(COMMUNE), asked(held, at_machine, Mode.SECRET)
    elector, before = own(commune, at)["id"], Entry.objects.count()
    sent = {"elector": elector, "choice": 1}
    assert problem_of(commune.send(f"{at}/votes", sent), 422)["code"] == "ballot.not_sure"
    sure = sent | {"sure": True}
    first = commune.send(f"{at}/votes", sure, Idempotency_Key="k").json()
    assert first == {"ballot": Ballot.objects.get().pk, "elector": elector, "again": False}
    again = commune.send(f"{at}/votes", sure | {"choice": 0}, Idempotency_Key="k").json()
    assert again["again"] is True, "there is one choice, whatever is sent after it"
    assert own(commune, at) == {
        "id": elector, "site": "ubnd-32248", "office": None, "voted": True, "choice": None,
    }  # fmt: skip
    assert Entry.objects.count() == before
    assert (Vote.objects.count(), Receipt.objects.count()) == (0, 0)


def test_nobody_votes_for_another(caller: Call, held: Meeting, at_machine: Actor) -> None:
    at = asked(held, at_machine, Mode.NAMED)
    sent = {"elector": own(caller(COMMUNE), at)["id"], "choice": 0}
    for seat in ("chu-tich", "can-bo-huyen", "so-y-te"):
        assert caller(seat).send(f"{at}/votes", sent).status_code in {403, 404}
    assert not Vote.objects.exists()
    wrong = caller(COMMUNE).send(f"{at}/votes", sent | {"choice": 3})
    assert problem_of(wrong, 422)["code"] == "ballot.no_choice"
    problem_of(caller(COMMUNE).send(f"{at}0/votes", sent), 404)


def test_a_token_votes_only_where_it_was_given_a_voice(
    held: Meeting, at_machine: Actor, actor: Callable[[str], Actor]
) -> None:
    """In person too: a token made to read must not vote for its owner."""
    at = asked(held, at_machine, Mode.NAMED, By.DELEGATE)
    owner = actor("so-y-te")
    reader = token_with(owner, "so-y-te", {"figure.view"})
    delegate = Delegate.objects.get(user__username="so-y-te")
    elector = Ballot.objects.get().electors.get(delegate=delegate).pk
    assert [each["office"] for each in reader.json(f"{at}/electors")] == ["Chuyên viên Sở Y tế"]
    problem_of(reader.send(f"{at}/votes", {"elector": elector, "choice": 0}), 403)
    assert not Vote.objects.exists()
    voice = token_with(owner, "so-y-te", {"site.keep"})
    assert voice.send(f"{at}/votes", {"elector": elector, "choice": 0}).status_code == 200
    assert Vote.objects.get().elector_id == elector
