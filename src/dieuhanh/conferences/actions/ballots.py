"""Putting a question to the meeting: opened, counted, or declared void by whoever runs it.

The room's lock first, then the ballot's: votes take only the ballot's, shared, so that they do not
wait for the room nor for each other, and counting waits for every vote that has begun.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.ballots import (
    Mode,
    Question,
    Result,
    checked,
    require_electors,
    result_of,
    tells_a_voter,
)
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text import storable

from ..models import AgendaItem, Ballot, Conference, Elector, Room, Urn
from ..queries import conferences
from ..queries.ballots import choices_now, counts_of, electors_at, running
from .events import locked_room, tell
from .locks import hold_alone
from .urns import count_out, destroy_key, empty, new_urn

LONGEST_NOTE = 300
TOO_FEW, RESTORED = "void.too_few", "void.restored"
"""Reasons of the machine's own, worded in `wording.ballots`."""


@verb
def open_ballot(
    *, by: Actor, conference: Conference, question: Question, item: int | None = None
) -> Ballot:
    """Put a question to the meeting; who could vote is settled now and stays so.

    Raises Refused, BadInput("ballot.…", "conference.not_open").
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    asked = checked(question)
    room = locked_room(conference)
    if running(conference) is not None:
        raise BadInput("ballot.one_at_a_time")
    electors = electors_at(conference, by=asked.by, mode=asked.mode)
    require_electors(len(electors), asked.mode)
    ballot = Ballot.objects.create(
        conference=conference, item=_item(conference, item), question=asked.text,
        mode=asked.mode.value, by=asked.by.value, options=list(asked.options),
        quorum=asked.quorum, threshold=asked.threshold, opened_at=timezone.now(),
    )  # fmt: skip
    Elector.objects.bulk_create(
        [
            Elector(ballot=ballot, site_id=each.site, delegate_id=each.delegate, place=place)
            for place, each in enumerate(electors)
        ],
        batch_size=2000,
    )
    if asked.mode is Mode.SECRET:
        new_urn(ballot, len(electors))
    told = {
        "question": asked.text, "mode": ballot.mode, "by": ballot.by, "options": ballot.options,
        "quorum": ballot.quorum, "threshold": ballot.threshold, "could": len(electors),
    }  # fmt: skip
    record(
        by=by, verb="ballot.opened", subject=_subject(ballot), now=told,
        checksum=checksum([[each.site, each.delegate] for each in electors]),
    )  # fmt: skip
    tell(room, "ballot.opened", ballot=ballot.pk, could=len(electors))
    return ballot


@verb
def close_ballot(*, by: Actor, ballot: int) -> Ballot:
    """End the voting and count, once. Of a secret ballot the key is gone when this is done.

    A secret ballot in which too few took part for a secret is void instead. Raises Missing,
    Refused, BadInput("ballot.not_open", "ballot.key_gone").
    """
    found, room = _running_of(by, ballot)
    urn = Urn.objects.select_for_update().filter(ballot=found).first()
    counts = count_out(urn) if urn else counts_of(found)
    if urn and tells_a_voter(counts):
        return _void(by, found, room, urn, TOO_FEW)
    could = Elector.objects.filter(ballot=found).count()
    result = result_of(counts, could=could, quorum=found.quorum, threshold=found.threshold)
    found.counts, found.passed = list(result.counts), result.passed
    _end(found, "closed", urn)
    chosen = [] if urn else choices_now(found)
    record(
        by=by, verb="ballot.closed", subject=_subject(found), now=_told(result), count=len(chosen),
        checksum=checksum(sorted(chosen)) if chosen else "",
    )  # fmt: skip
    tell(room, "ballot.counted", ballot=found.pk, passed=result.passed, voted=result.voted)
    return found


@verb
def void_ballot(*, by: Actor, ballot: int, reason: str) -> Ballot:
    """Declare a running ballot void, with the reason; what was voted is never counted.

    Raises Missing, Refused, BadInput("ballot.not_open", "ballot.no_reason").
    """
    told = " ".join(storable(reason).split())
    found, room = _running_of(by, ballot)
    if not told or told in {TOO_FEW, RESTORED}:
        raise BadInput("ballot.no_reason")
    if len(told) > LONGEST_NOTE:
        raise BadInput("ballot.long_reason", most=LONGEST_NOTE)
    return _void(by, found, room, Urn.objects.filter(ballot=found).first(), told)


@verb
def void_restored(*, by: Actor) -> int:
    """After restoring from a backup: running secret ballots are void, whatever keys lie about.

    No backup holds a key; and where an old one still lies in the home, votes cast since the
    backup would be missing from the urn without anybody knowing. Returns how many.
    """
    by.require(Permission.BOOKS_KEEP)
    urns = list(Urn.objects.filter(ballot__state="open").select_related("ballot__conference"))
    for urn in urns:
        room = Room.objects.select_for_update().filter(conference=urn.ballot.conference).first()
        _void(by, urn.ballot, room, urn, RESTORED)
    return len(urns)


def _running_of(by: Actor, pk: int) -> tuple[Ballot, Room]:
    """The ballot with its room, both held: nobody votes, opens or counts meanwhile.

    Counted it can be even where the meeting has been closed over it; voted on no more.
    """
    found = Ballot.objects.filter(pk=pk, conference__in=conferences(seen_by=by))
    ballot = found.select_related("conference").first()
    if ballot is None:
        raise Missing("conference.missing")
    by.require(Permission.CONFERENCE_RUN, body=ballot.conference.host_id)
    room = Room.objects.select_for_update().get(conference=ballot.conference)
    hold_alone(ballot.pk)
    ballot.refresh_from_db(fields=["state"])
    if ballot.state != "open":
        raise BadInput("ballot.not_open")
    return ballot, room


def _void(by: Actor, found: Ballot, room: Room | None, urn: Urn | None, reason: str) -> Ballot:
    found.note = reason
    _end(found, "void", urn)
    record(by=by, verb="ballot.voided", subject=_subject(found), now={"reason": reason})
    if room is not None:
        tell(room, "ballot.voided", ballot=found.pk)
    return found


def _end(found: Ballot, state: str, urn: Urn | None) -> None:
    found.state, found.closed_at = state, timezone.now()
    found.save(update_fields=["state", "closed_at", "counts", "passed", "note"])
    if urn is not None:
        empty(urn)
        transaction.on_commit(partial(destroy_key, urn.key_name))


def _item(of: Conference, pk: int | None) -> AgendaItem | None:
    if pk is None:
        return None
    found = AgendaItem.objects.filter(conference=of, pk=pk, removed=False).first()
    if found is None:
        raise BadInput("ballot.item")
    return found


def _subject(of: Ballot) -> str:
    return f"{of.conference.code}/{of.pk}"


def _told(result: Result) -> dict[str, Any]:
    return {"counts": list(result.counts), "could": result.could, "passed": result.passed}


__all__ = [
    "RESTORED",
    "TOO_FEW",
    "close_ballot",
    "open_ballot",
    "void_ballot",
    "void_restored",
]
