"""What programs read of a conference that the door has let them to."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, QuerySet

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing

from ..models import (
    AgendaItem,
    Ballot,
    Conclusion,
    Conference,
    Delegate,
    Elector,
    Room,
    RoomEvent,
    Site,
    SpeakRequest,
    Text,
    Vote,
)
from .doors import edits, runs


def sites_of(of: Conference) -> QuerySet[Site]:
    """Its sites, with the body each belongs to and the site above."""
    return Site.objects.filter(conference=of).select_related("body", "parent__body")


def delegates_of(of: Conference) -> QuerySet[Delegate]:
    """Who is to come, with the site they sit at."""
    found = Delegate.objects.filter(conference=of)
    return found.select_related("site__body", "body", "stands_in_for")


def agenda_of(of: Conference) -> list[AgendaItem]:
    """The items in order, with their papers that were not taken away."""
    found = AgendaItem.objects.filter(conference=of, removed=False).order_by("position")
    return list(found.prefetch_related("papers__document"))


def conclusions_of(of: Conference, *, seen_by: Actor) -> QuerySet[Conclusion]:
    """The conclusions; drafts are for those who run the conference or write its conclusions."""
    found = Conclusion.objects.filter(conference=of, dropped=False)
    if not (runs(of, seen_by=seen_by) or edits(of, seen_by=seen_by)):
        found = found.filter(state="final")
    linked = ("targets__version__plan", "findings", "contributions__site__body")
    return found.select_related("item", "body").prefetch_related(*linked)


def conclusion_in(of: Conference, pk: int, *, seen_by: Actor) -> Conclusion:
    """One of them with its wordings. Raises Missing."""
    known = conclusions_of(of, seen_by=seen_by).prefetch_related("wordings__body")
    found = known.filter(pk=pk).first()
    if found is None:
        raise Missing("conference.missing")
    return found


def ballots_of(of: Conference) -> QuerySet[Ballot]:
    """Its ballots, with how many could vote."""
    found = Ballot.objects.filter(conference=of).select_related("item")
    return found.annotate(could=Count("electors"))


def ballot_of(of: Conference, pk: int) -> Ballot:
    """One of them. Raises Missing."""
    found = ballots_of(of).filter(pk=pk).first()
    if found is None:
        raise Missing("conference.missing")
    return found


def choices_of(ballot: Ballot) -> list[tuple[Elector, int]]:
    """Who chose what, once an open or named ballot is closed; of a secret one nothing, ever."""
    if ballot.mode == "secret" or ballot.state != "closed":
        return []
    newer = Vote.objects.filter(elector=OuterRef("elector"), number__gt=OuterRef("number"))
    votes = Vote.objects.filter(~Exists(newer), ballot=ballot)
    related = votes.select_related("elector__site__body", "elector__delegate")
    return [(vote.elector, vote.choice) for vote in related.order_by("elector__place")]


def texts_of(of: Conference) -> list[Text]:
    """Of each kind of text the version that stands."""
    newer = Text.objects.filter(
        conference=of, kind=OuterRef("kind"), version__gt=OuterRef("version")
    )
    found = Text.objects.filter(~Exists(newer), conference=of).select_related("document")
    return list(found.order_by("kind"))


def room_of(of: Conference) -> Room:
    """Where the meeting stands. Raises Missing before it is opened."""
    found = Room.objects.select_related("item").filter(conference=of).first()
    if found is None:
        raise Missing("conference.missing")
    return found


def waiting_in(of: Conference) -> list[SpeakRequest]:
    """Who speaks and who asked to, in the order they asked."""
    found = SpeakRequest.objects.filter(conference=of, state__in=("speaking", "waiting"))
    return list(found.select_related("site__body", "delegate", "item").order_by("asked_at", "pk"))


def events_after(of: Conference, number: int, *, most: int) -> list[RoomEvent]:
    """What happened in the room after a number, in order."""
    found = RoomEvent.objects.filter(conference=of, number__gt=number)
    return list(found.order_by("number")[:most])


__all__ = [
    "agenda_of",
    "ballot_of",
    "ballots_of",
    "choices_of",
    "conclusion_in",
    "conclusions_of",
    "delegates_of",
    "events_after",
    "room_of",
    "sites_of",
    "texts_of",
    "waiting_in",
]
