"""Ballots as a page shows them: who could vote, who has, what I voted, what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.ballots import (
    By,
    DelegateSeat,
    Mode,
    Result,
    SiteSeat,
    electing_delegates,
    electing_sites,
    has_voted,
    result_of,
    turnout,
)
from dieuhanh.domain.errors import Missing

from ..models import Ballot, Conference, Delegate, Elector, Presence, Site, Urn, Vote
from .doors import user_id

CONNECTED_FOR = timedelta(seconds=60)
"""A process renews what it counts far more often; one that died stops."""


class Seat(NamedTuple):
    """Somebody who could vote: a site, or a delegate at it."""

    site: int
    delegate: int | None


class Mine(NamedTuple):
    """An elector the reader votes for. `choice` is the last one, never known of a secret ballot."""

    elector: Elector
    voted: bool
    choice: int | None


def running(of: Conference) -> Ballot | None:
    """The ballot under way."""
    return Ballot.objects.filter(conference=of, state="open").select_related("item").first()


def latest(of: Conference) -> Ballot | None:
    """The ballot under way, else the last one that ended."""
    found = Ballot.objects.filter(conference=of).select_related("item")
    return running(of) or found.order_by("-closed_at", "-pk").first()


def electors_at(of: Conference, *, by: By, mode: Mode) -> list[Seat]:
    """Who could vote if a ballot opened now, in the order of sites and seats."""
    if by is By.SITE:
        return [Seat(site, None) for site in electing_sites(_sites(of))]
    seats = _delegates(of)
    sites = {each.delegate: each.site for each in seats}
    secret = mode is Mode.SECRET
    return [Seat(sites[each], each) for each in electing_delegates(seats, secret=secret)]


def without_account(of: Conference) -> int:
    """How many delegates a secret ballot would leave out, having no account to vote with."""
    seats = _delegates(of)
    every = electing_delegates(seats, secret=False)
    return len(every) - len(electing_delegates(seats, secret=True))


def votes_for(actor: Actor, elector: Elector) -> bool:
    """Whether the actor votes for an elector: in person for a delegate with an account, as the
    keeper of the site for the site, and for delegates there without an account; but a paper in a
    secret urn nobody may put in for another."""
    delegate = elector.delegate
    if delegate is not None and delegate.user_id is not None:
        return delegate.user_id == user_id(actor)
    if delegate is not None and elector.ballot.mode == Mode.SECRET:
        return False
    kept = actor.bodies(Permission.SITE_KEEP)
    return kept is None or elector.site.body_id in kept


def own_elector(ballot: int, pk: int, *, seen_by: Actor) -> Elector:
    """One the actor votes for, with its ballot. Raises Missing, absent and another's alike."""
    found = Elector.objects.filter(pk=pk, ballot=ballot)
    elector = found.select_related("ballot__conference", "site", "delegate").first()
    if elector is None or not votes_for(seen_by, elector):
        raise Missing("conference.missing")
    return elector


def mine(ballot: Ballot, *, seen_by: Actor) -> list[Mine]:
    """The electors the reader votes for on a ballot, and what they have voted."""
    kept = seen_by.bodies(Permission.SITE_KEEP)
    near = Q(delegate__user=user_id(seen_by)) | (Q() if kept is None else Q(site__body__in=kept))
    found = Elector.objects.filter(near, ballot=ballot).order_by("place")
    related = found.select_related("ballot", "site__body", "delegate")
    electors = [each for each in related if votes_for(seen_by, each)]
    if not electors:
        return []
    if ballot.mode == Mode.SECRET:
        voted = _voted(ballot)
        return [Mine(each, has_voted(voted, each.place), None) for each in electors]
    last = dict(_last_votes(ballot).filter(elector__in=electors).values_list("elector", "choice"))
    return [Mine(each, each.pk in last, last.get(each.pk)) for each in electors]


def turnout_of(ballot: Ballot) -> int:
    """How many have voted so far."""
    if ballot.counts is not None:
        return sum(ballot.counts)
    if ballot.mode == Mode.SECRET:
        return turnout(_voted(ballot))
    return Vote.objects.filter(ballot=ballot).values("elector").distinct().count()


def could_vote(ballot: Ballot) -> int:
    """How many could vote."""
    return Elector.objects.filter(ballot=ballot).count()


def counts_of(ballot: Ballot) -> tuple[int, ...]:
    """What an open or named ballot amounts to now, by the place of each option."""
    chosen = _last_votes(ballot).values("choice").annotate(many=Count("pk")).order_by("choice")
    counts = [0] * len(ballot.options)
    for choice, many in chosen.values_list("choice", "many"):
        counts[choice] = many
    return tuple(counts)


def choices_now(ballot: Ballot) -> list[tuple[int, int]]:
    """Each elector's place and last choice, for the checksum in the record."""
    return list(_last_votes(ballot).values_list("elector__place", "choice"))


def result_shown(ballot: Ballot) -> Result | None:
    """The result of a ballot that was counted, from what was written at closing."""
    if ballot.counts is None:
        return None
    could = getattr(ballot, "could", None)
    return result_of(
        ballot.counts, could=could_vote(ballot) if could is None else could,
        quorum=ballot.quorum, threshold=ballot.threshold,
    )  # fmt: skip


def ballots_listed(of: Conference) -> list[Ballot]:
    """Every ballot of a conference, the latest first, with how many could vote."""
    could = Elector.objects.filter(ballot=OuterRef("pk")).order_by().values("ballot")
    many = Subquery(could.annotate(many=Count("pk")).values("many"))
    found = Ballot.objects.filter(conference=of).select_related("item")
    return list(found.annotate(could=many).order_by("-pk"))


def ballot_in(of: Conference, pk: int) -> Ballot:
    """One of them. Raises Missing."""
    found = Ballot.objects.filter(conference=of, pk=pk).select_related("item", "conference__host")
    ballot = found.first()
    if ballot is None:
        raise Missing("conference.missing")
    return ballot


def choices_read_out(ballot: Ballot) -> QuerySet[Elector]:
    """Everybody who could vote with their last `choice`, None for who did not; of a ballot that
    is counted and was not secret. Of any other nothing, ever."""
    if ballot.mode == Mode.SECRET or ballot.state != "closed":
        return Elector.objects.none()
    votes = Vote.objects.filter(elector=OuterRef("pk")).order_by("-number")
    found = Elector.objects.filter(ballot=ballot).select_related("site", "delegate")
    return found.annotate(choice=Subquery(votes.values("choice")[:1])).order_by("place")


def _last_votes(ballot: Ballot) -> QuerySet[Vote]:
    newer = Vote.objects.filter(elector=OuterRef("elector"), number__gt=OuterRef("number"))
    return Vote.objects.filter(~Exists(newer), ballot=ballot)


def _voted(ballot: Ballot) -> bytes:
    found = Urn.objects.filter(ballot=ballot).values_list("voted", flat=True).first()
    return bytes(found or b"")


def _sites(of: Conference) -> list[SiteSeat]:
    since = timezone.now() - CONNECTED_FOR
    here = Presence.objects.filter(site=OuterRef("pk"), pages__gt=0, seen_at__gte=since)
    came = Delegate.objects.filter(site=OuterRef("pk"), state="registered")
    found = Site.objects.filter(conference=of).order_by("position").annotate(
        here=Exists(here), came=Exists(came)
    )  # fmt: skip
    return [
        SiteSeat(each.pk, registered=each.came, present=each.here or bool(each.head_count))
        for each in found
    ]


def _delegates(of: Conference) -> list[DelegateSeat]:
    found = Delegate.objects.filter(conference=of).order_by("site__position", "position")
    columns = ("pk", "site", "kind", "state", "votes", "stands_in_for", "user")
    return [
        DelegateSeat(pk, site, kind, state, votes, stands_in_for, account=user is not None)
        for pk, site, kind, state, votes, stands_in_for, user in found.values_list(*columns)
    ]


__all__ = [
    "Mine",
    "Seat",
    "ballot_in",
    "ballots_listed",
    "choices_now",
    "choices_read_out",
    "could_vote",
    "counts_of",
    "electors_at",
    "latest",
    "mine",
    "own_elector",
    "result_shown",
    "running",
    "turnout_of",
    "votes_for",
    "without_account",
]
