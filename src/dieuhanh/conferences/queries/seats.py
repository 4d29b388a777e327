"""The sites of a conference: those there are, and those its day's bodies would make."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import Atlas, areas_within, bodies_within, reach
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.sites import Hanging, SiteLevel, site_tree

from ..models import Conference, Contribution, Delegate, Elector, Site, SpeakRequest
from .doors import conference as find_conference
from .live import presence_of

COMMITTEE = "ubnd"
GONE = ("absent", "replaced")


class ProposedSeat(NamedTuple):
    """A seat that could be made."""

    body: Body
    above: Body | None
    level: SiteLevel


def day_of(of: Conference) -> date:
    """The day of the meeting, where it is held."""
    return timezone.localdate(of.starts_at)


def proposed_seats(of: Conference, wanted: frozenset[SiteLevel]) -> list[ProposedSeat]:
    """The centre and the committees below the host's area on the day, as a tree is read."""
    day, host = day_of(of), of.host
    if host.area is None:
        return [ProposedSeat(host, None, SiteLevel.CENTRAL)]
    atlas = Atlas()
    areas = sorted(atlas.below(host.area, day), key=lambda area: area.code)
    below: dict[int, list[int]] = {}
    for area in areas:
        below.setdefault(atlas.above(area, day)[0].pk, []).append(area.pk)
    standing = bodies_within(frozenset(area.pk for area in areas), day)
    bodies = {body.area_id: body for body in standing if body.kind == COMMITTEE}
    rows = {body.pk: body for body in (host, *bodies.values())}
    seats = site_tree(
        host.pk, host.area.pk, below=below, wanted=wanted,
        levels={area.pk: atlas.level(area) for area in areas},
        bodies={area: body.pk for area, body in bodies.items() if area is not None},
    )  # fmt: skip
    return [
        ProposedSeat(rows[seat.body], rows[seat.above] if seat.above else None, seat.level)
        for seat in seats
    ]


def seats_page(of: Conference, *, level: str = "", words: str = "") -> QuerySet[Site]:
    """The sites in order, each with how many are to come; narrowed to a level or by name."""
    found = Site.objects.filter(conference=of).select_related("body", "parent")
    if level:
        found = found.filter(level=level)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(body__name__icontains=words))
    coming = Delegate.objects.filter(site=OuterRef("pk")).exclude(state__in=GONE)
    many = coming.order_by().values("site").annotate(n=Count("pk")).values("n")
    return found.annotate(coming=Coalesce(Subquery(many), 0)).order_by("position")


def site_of(code: str, pk: int, *, seen_by: Actor) -> Site:
    """One site of a conference the actor may see. Raises Missing."""
    of = find_conference(code, seen_by=seen_by)
    found = Site.objects.filter(conference=of, pk=pk).select_related("body", "parent").first()
    if found is None:
        raise Missing("conference.missing")
    found.conference = of
    return found


def answers_at(site: Site) -> dict[str, int]:
    """How many of those who are to come to a site answered what."""
    found = Delegate.objects.filter(site=site).order_by().values_list("state")
    return dict(found.annotate(n=Count("pk")))


def branch_of(site: Site) -> list[Site]:
    """A site and all below it, itself first; none where it has been removed. One query."""
    below: dict[int | None, list[Site]] = {}
    known = Site.objects.filter(conference=site.conference_id).select_related("body")
    for each in known.order_by("position"):
        below.setdefault(each.parent_id, []).append(each)
        if each.pk == site.pk:
            below[0] = [each]
    found = list(below.get(0, ()))
    for each in found:  # grows while it is walked
        found += below.get(each.pk, ())
    return found


def hanging_on(sites: Collection[Site], *, at: datetime) -> Hanging:
    """What hangs on sites of one conference: in five queries, however many they are."""
    keys = [each.pk for each in sites]
    if not keys:
        return Hanging()
    open_pages = presence_of(next(iter(sites)).conference_id, at=at).pages
    present = [each for each in sites if each.pk in open_pages or each.head_count is not None]
    heard = (model.objects.filter(site__in=keys) for model in (SpeakRequest, Contribution, Elector))
    return Hanging(
        delegates=Delegate.objects.filter(site__in=keys).count(),
        present=len(present),
        deeds=sum(rows.count() for rows in heard),
    )


def askable(of: Conference) -> list[Body]:
    """The bodies of the host's area that stand on the day, by name."""
    day = day_of(of)
    inside = reach([of.host.area_id], day)[of.host.area_id] if of.host.area_id else None
    standing = {area.pk for area in areas_within(inside, day)} if inside is not None else None
    found = bodies_within(frozenset(standing) if standing is not None else None, day)
    return [body for body in found if body.kind != "press"]


def seatable(of: Conference) -> list[Body]:
    """Those of them that have no seat yet."""
    seated = set(Site.objects.filter(conference=of).values_list("body_id", flat=True))
    return [body for body in askable(of) if body.pk not in seated]


__all__ = [
    "ProposedSeat",
    "answers_at",
    "askable",
    "branch_of",
    "day_of",
    "hanging_on",
    "proposed_seats",
    "seatable",
    "seats_page",
    "site_of",
]
