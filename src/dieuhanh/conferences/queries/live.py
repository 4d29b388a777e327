"""The live room, read: where one sits in it, who is there, what was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet, Sum

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing

from ..models import AgendaItem, Conference, Contribution, Delegate, Presence, Site, SpeakRequest
from .doors import conference, kept_sites, own_delegate, runs

GONE_AFTER = timedelta(seconds=30)
LATEST = 30
MATCHES = 12
COMING = ("invited", "registered")


@dataclass(frozen=True)
class Seat:
    """Where somebody sits: a site they keep, or as the delegate they are in person."""

    site: Site
    delegate: Delegate | None
    keeps: bool


@dataclass
class Branch:
    """A site with those below it, and how many of them all are connected."""

    site: Site
    pages: int
    below: list[Branch] = field(default_factory=list)

    @property
    def sites(self) -> int:
        """This one and all below."""
        return 1 + sum(each.sites for each in self.below)

    @property
    def connected(self) -> int:
        """How many of those have a page open."""
        return bool(self.pages) + sum(each.connected for each in self.below)


@dataclass(frozen=True)
class Present:
    """Pages open by site, and how many people the keepers of those sites say are there."""

    pages: dict[int, int]
    people: int


def seats_of(of: Conference, *, seen_by: Actor) -> list[Seat]:
    """Every seat the actor has in the meeting: kept sites first. Two queries."""
    delegate = own_delegate(of, seen_by=seen_by)
    kept = list(kept_sites(of, seen_by=seen_by))
    own = [Seat(site, _at(delegate, site), keeps=True) for site in kept]
    if delegate is not None and all(seat.delegate is None for seat in own):
        own.append(Seat(delegate.site, delegate, keeps=False))
    return own


def _at(delegate: Delegate | None, site: Site) -> Delegate | None:
    return delegate if delegate is not None and delegate.site_id == site.pk else None


def seat_of(of: Conference, asked: str, *, seen_by: Actor) -> Seat | None:
    """The seat asked for by its site, else the first; None for whoever only watches.

    Raises Missing for a site that is not theirs.
    """
    seats = seats_of(of, seen_by=seen_by)
    if not asked:
        return next(iter(seats), None)
    for seat in seats:
        if str(seat.site.pk) == asked:
            return seat
    raise Missing("conference.missing")


def own_seat(of: Conference, asked: str, *, seen_by: Actor) -> Seat:
    """The seat acted from. Raises Missing where the actor has none, or not that one."""
    seat = seat_of(of, asked, seen_by=seen_by)
    if seat is None:
        raise Missing("conference.missing")
    return seat


def voices_at(site: Site) -> QuerySet[Delegate]:
    """Who sits at a site and may ask to speak."""
    found = Delegate.objects.filter(site=site, state__in=COMING)
    return found.order_by("position")


def voice_of(of: Conference, kind: str, pk: int) -> tuple[Site, Delegate | None]:
    """A site ("s") or one of those who come ("d") to speak. Raises Missing."""
    if kind == "d":
        coming = Delegate.objects.filter(conference=of, pk=pk, state__in=COMING)
        if (delegate := coming.select_related("site").first()) is not None:
            return delegate.site, delegate
    elif (site := Site.objects.filter(conference=of, pk=pk).first()) is not None:
        return site, None
    raise Missing("conference.missing")


def voices_like(of: Conference, words: str) -> list[Seat]:
    """Sites and delegates whose name or office has the words; a dozen at most. Two queries."""
    if not words.strip():
        return []
    sites = Site.objects.filter(conference=of, name__icontains=words).order_by("position")
    named = Q(office__icontains=words) | Q(name__icontains=words)
    people = Delegate.objects.filter(named, conference=of, state__in=COMING).order_by("position")
    found = [Seat(site, None, keeps=True) for site in sites[:MATCHES]]
    found += [
        Seat(each.site, each, keeps=False) for each in people.select_related("site")[:MATCHES]
    ]
    return found[:MATCHES]


def site_of(of: Conference, pk: int) -> Site:
    """A site of the conference. Raises Missing."""
    found = Site.objects.filter(conference=of, pk=pk).first()
    if found is None:
        raise Missing("conference.missing")
    return found


def request_of(of: Conference, pk: int) -> SpeakRequest:
    """A request made in the conference. Raises Missing."""
    found = SpeakRequest.objects.filter(conference=of, pk=pk)
    one = found.select_related("site", "delegate").first()
    if one is None:
        raise Missing("conference.missing")
    return one


def tree_of(of: Conference, present: Mapping[int, int]) -> list[Branch]:
    """The sites as a tree, each level in the order of its positions. One query."""
    sites = list(Site.objects.filter(conference=of).order_by("position"))
    branches = {site.pk: Branch(site, present.get(site.pk, 0)) for site in sites}
    roots: list[Branch] = []
    for site in sites:
        above = branches.get(site.parent_id) if site.parent_id else None
        (above.below if above else roots).append(branches[site.pk])
    return roots


def presence_of(conference: int, *, at: datetime) -> Present:
    """Who is connected, over all living processes. One query."""
    living = Presence.objects.filter(
        conference=conference, seen_at__gt=at - GONE_AFTER, pages__gt=0
    )
    found = living.values("site", "site__head_count").annotate(open=Sum("pages"))
    rows = list(found.values_list("site", "site__head_count", "open"))
    return Present(
        {site: pages for site, _, pages in rows}, sum(heads or 0 for _, heads, _ in rows)
    )


def sites_in(of: Conference) -> int:
    """How many sites there are."""
    return Site.objects.filter(conference=of).count()


def contributions_of(of: Conference) -> list[Contribution]:
    """The last contributions noted, the newest first."""
    found = Contribution.objects.filter(conference=of).select_related("site", "item")
    return list(found.order_by("-pk")[:LATEST])


def next_item(items: Iterable[AgendaItem], current: int | None) -> AgendaItem | None:
    """The item after the one under way; the first before any; None at the end."""
    listed = list(items)
    places = {each.pk: place for place, each in enumerate(listed)}
    place = places.get(current, -1) + 1 if current is not None else 0
    return listed[place] if place < len(listed) else None


def console_of(code: str, *, seen_by: Actor) -> Conference:
    """A conference whose console the actor may work. Raises Missing for anybody else."""
    found = conference(code, seen_by=seen_by)
    if not runs(found, seen_by=seen_by):
        raise Missing("conference.missing")
    return found


__all__ = [
    "Branch",
    "Present",
    "Seat",
    "console_of",
    "contributions_of",
    "next_item",
    "own_seat",
    "presence_of",
    "request_of",
    "seat_of",
    "seats_of",
    "sites_in",
    "tree_of",
    "voice_of",
    "voices_at",
    "voices_like",
]
