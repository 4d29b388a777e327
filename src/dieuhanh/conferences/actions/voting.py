"""Casting a vote. It never waits for the room, and waits with others' votes, not after them.

Of an open or named ballot every choice is a row and the last before closing counts; of a secret
one there is one choice, and nothing but the urn is written: no row, no line of the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone

from dieuhanh.audit.actions import check_key, record, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.ballots import Mode, has_voted, with_vote
from dieuhanh.domain.errors import BadInput

from ..models import Ballot, Elector, Room, Urn, Vote
from ..queries.ballots import counts_of, own_elector, turnout_of
from .events import tell
from .locks import hold_shared
from .together import Together
from .urns import put_in

TAKEN = {"ballot__state": "open", "ballot__conference__state": "open"}
"""Votes are taken: looked at under the lock that keeps counting out."""
TELL_EVERY = 1
"""Seconds between two tellings of the turnout by one server process."""


class Cast(NamedTuple):
    """What became of a vote; `again`: it was there already, and nothing was written."""

    elector: Elector
    again: bool


class Asked(NamedTuple):
    """A vote to be written."""

    by: Actor
    elector: Elector
    choice: int
    key: str = ""


def cast(*, by: Actor, ballot: int, elector: int, choice: int, key: str = "") -> Cast:
    """Vote for one elector the actor votes for. Sent again, it changes nothing.

    With a `key` that stays so after another choice was made: what is sent again is not chosen
    again. Of a secret ballot no key is kept: there is one choice, whatever is sent after it.

    Raises Missing for an elector that is not the actor's, BadInput("ballot.not_open",
    "ballot.no_choice", "ballot.key_gone", "idempotency.key", "idempotency.other_request").
    """
    check_key(key)
    found = own_elector(ballot, elector, seen_by=by)
    if not 0 <= choice < len(found.ballot.options):
        raise BadInput("ballot.no_choice")
    written = VOTES.do(Asked(by, found, choice, key))
    if isinstance(written, BadInput):
        raise BadInput(written.code, **written.values)
    if not written:
        transaction.on_commit(lambda: tell_turnout(found.ballot))
    return Cast(found, written)


@verb
def _write(asked: Sequence[Asked]) -> list[bool | BadInput]:
    """Votes that came together, each told whether it was there already, or why it is not taken.

    Ballots and electors are held in one order, so that two processes do not wait for each other.
    """
    told: dict[int, bool | BadInput] = {}
    ballots = {each.elector.ballot_id: each.elector.ballot for each in asked}
    for pk, ballot in sorted(ballots.items()):
        own = [(place, each) for place, each in enumerate(asked) if each.elector.ballot_id == pk]
        hold_shared(pk)
        work = _put_in_urn if ballot.mode == Mode.SECRET else _append
        try:
            told |= zip((place for place, _ in own), work(pk, [e for _, e in own]), strict=True)
        except BadInput as fault:  # raised before anything of this ballot is written
            told |= {place: fault for place, _ in own}
    return [told[place] for place in range(len(asked))]


VOTES: Together[Asked, bool | BadInput] = Together(_write)


def _append(_ballot: int, asked: Sequence[Asked]) -> list[bool | BadInput]:
    """Rows of an open or named ballot, a line of the record with each."""
    wanted = {each.elector.pk for each in asked}
    rows = Elector.objects.select_for_update(of=("self",)).filter(pk__in=wanted, **TAKEN)
    if {row.pk for row in rows.order_by("pk").only("pk")} != wanted:
        raise BadInput("ballot.not_open")
    last: dict[int, tuple[int, int]] = {}
    sent: dict[tuple[int, str], int] = {}
    held = Vote.objects.filter(elector__in=wanted).order_by("number")
    for elector, number, choice, key in held.values_list("elector", "number", "choice", "key"):
        last[elector], sent[elector, key] = (number, choice), choice
    told: list[bool | BadInput] = []
    for each in asked:
        pk, (number, before) = each.elector.pk, last.get(each.elector.pk, (0, None))
        if each.key and (pk, each.key) in sent:
            same = sent[pk, each.key] == each.choice
            told.append(same or BadInput("idempotency.other_request", key=each.key))
            continue
        told.append(before == each.choice)
        if before != each.choice or each.key:
            last[pk], sent[pk, each.key] = (number + 1, each.choice), each.choice
            _append_one(each, number + 1, before)
    return told


def _append_one(asked: Asked, number: int, before: int | None) -> None:
    by, elector = asked.by, asked.elector
    Vote.objects.create(
        ballot_id=elector.ballot_id, elector=elector, number=number, choice=asked.choice,
        at=timezone.now(), cast_by=by.name, key=asked.key,
    )  # fmt: skip
    record(
        by=by, verb="ballot.cast", subject=f"{elector.ballot.conference.code}/{elector.ballot_id}",
        was=before, now={"elector": elector.pk, "number": number, "choice": asked.choice},
    )  # fmt: skip


def _put_in_urn(ballot: int, asked: Sequence[Asked]) -> list[bool | BadInput]:
    """Into the urn of a secret ballot, which is written once for all of them."""
    urn = Urn.objects.select_for_update(of=("self",)).filter(ballot=ballot, **TAKEN).first()
    if urn is None:
        raise BadInput("ballot.not_open")
    voted, new = bytes(urn.voted), []
    told: list[bool | BadInput] = []
    for each in asked:
        told.append(has_voted(voted, each.elector.place))
        if not told[-1]:
            voted = with_vote(voted, each.elector.place)
            new.append((each.elector.place, each.choice))
    if new:
        put_in(urn, new)
    return told


def tell_turnout(ballot: Ballot) -> None:
    """Tell the room how many have voted, at most once a second from each server process.

    Votes of the last second may be untold; the console asks by itself, and the count tells all.
    """
    if caches["process"].add(f"turnout:{ballot.pk}", 1, TELL_EVERY):
        _tell_turnout(ballot)


@verb
def _tell_turnout(ballot: Ballot) -> None:
    room = Room.objects.select_for_update().filter(conference=ballot.conference_id).first()
    if room is None or not Ballot.objects.filter(pk=ballot.pk, state="open").exists():
        return
    told = {"counts": list(counts_of(ballot))} if ballot.mode == Mode.OPEN else {}
    tell(room, "ballot.turnout", ballot=ballot.pk, voted=turnout_of(ballot), **told)


__all__ = ["Cast", "cast", "tell_turnout"]
