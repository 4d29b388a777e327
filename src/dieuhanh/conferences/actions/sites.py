"""Laying the sites of a conference: the whole tree in one step, or one by one."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import Max
from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conferences import State, check_changeable
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.sites import SiteLevel, check_removable
from dieuhanh.domain.text import storable

from ..models import Conference, Room, Site
from ..queries.seats import branch_of, hanging_on, proposed_seats
from .events import tell

LONGEST_NAME = 200


class Laid(NamedTuple):
    """How many sites were made, and how many were there already."""

    made: int
    there: int


@verb
def lay_sites(*, by: Actor, conference: Conference, levels: Collection[SiteLevel]) -> Laid:
    """Make the centre and the sites of those levels from the bodies that stand on the day.

    What is there stays as it is. Raises BadInput("conference.closed"), Refused.
    """
    held = to_prepare(by, conference)
    seats = proposed_seats(held, frozenset(levels))
    there = {site.body_id: site for site in Site.objects.filter(conference=held)}
    last = max((site.position for site in there.values()), default=0)
    new: list[Site] = []
    for seat in (each for each in seats if each.body.pk not in there):
        above = there.get(seat.above.pk) if seat.above else None
        site = Site(
            conference=held, body=seat.body, parent=above, name=seat.body.name[:LONGEST_NAME],
            level=seat.level.value, position=last + len(new) + 1,
        )  # fmt: skip
        there[seat.body.pk] = site
        new.append(site)
    _put_in(new)
    if new:
        record(
            by=by, verb="sites.laid", subject=held.code, count=len(new),
            now=sorted({site.level for site in new}),
            checksum=checksum([[site.body.code, site.position] for site in new]),
        )  # fmt: skip
        _tell(held)
    return Laid(len(new), len(seats) - len(new))


@verb
def add_site(
    *, by: Actor, conference: Conference, body: Body, level: SiteLevel, name: str = "",
    parent: Site | None = None,
) -> Site:  # fmt: skip
    """Seat one body. Raises BadInput("conference.closed", "site.twice", "site.parent")."""
    held = to_prepare(by, conference)
    if parent is not None and parent.conference_id != held.pk:
        raise BadInput("site.parent")
    if Site.objects.filter(conference=held, body=body).exists():
        raise BadInput("site.twice", body=body.name)
    last = Site.objects.filter(conference=held).aggregate(last=Max("position"))["last"] or 0
    made = Site.objects.create(
        conference=held, body=body, parent=parent, level=level.value, position=last + 1,
        name=storable(name).strip()[:LONGEST_NAME] or body.name[:LONGEST_NAME],
    )  # fmt: skip
    record(by=by, verb="site.added", subject=f"{held.code}/{body.code}", now=made.name)
    _tell(held)
    return made


@verb
def rename_site(*, by: Actor, site: Site, name: str) -> Site:
    """Name a site as its people call it. Raises BadInput("conference.closed", "site.name")."""
    held = to_prepare(by, site.conference)
    told = storable(name).strip()[:LONGEST_NAME]
    if not told:
        raise BadInput("site.name")
    was, site.name = site.name, told
    site.save(update_fields=["name"])
    record(by=by, verb="site.renamed", subject=f"{held.code}/{site.body.code}", was=was, now=told)
    return site


@verb
def remove_site(*, by: Actor, site: Site) -> int:
    """Take a site away with all below it; returns how many went. They stay in the books, unseen.

    Refused where people sit there, are there, or were heard from there. Raises Refused,
    BadInput("conference.closed" | "site.removed" | "site.has_delegates" | "site.is_present" |
    "site.was_heard" | "site.last").
    """
    held = to_prepare(by, site.conference)
    Room.objects.select_for_update().filter(conference=held).first()  # nobody asks meanwhile
    branch = branch_of(site)
    if not branch:
        raise BadInput("site.removed")
    others = Site.objects.filter(conference=held).count() - len(branch)
    hanging = hanging_on(branch, at=timezone.now())
    check_removable(site.name, hanging, only=held.state == State.OPEN and not others)
    Site.objects.filter(pk__in=[each.pk for each in branch]).update(removed=True)
    record(
        by=by, verb="sites.removed", subject=f"{held.code}/{site.body.code}", was=site.name,
        count=len(branch), checksum=checksum([each.body.code for each in branch]),
    )  # fmt: skip
    _tell(held)
    return len(branch)


def to_prepare(by: Actor, conference: Conference) -> Conference:
    """The conference, locked, for whoever prepares it. Raises Refused, or BadInput once closed."""
    by.require(Permission.CONFERENCE_EDIT, body=conference.host_id)
    held = Conference.objects.select_for_update().get(pk=conference.pk)
    check_changeable(held.state)
    return held


def _put_in(new: list[Site]) -> None:
    """Parents before children, so that each has the key its children name."""
    for level in SiteLevel:
        batch = [site for site in new if site.level == level.value]
        for site in batch:
            site.parent_id = site.parent.pk if site.parent else None
        Site.objects.bulk_create(batch, batch_size=500)


def _tell(held: Conference) -> None:
    if held.state == State.OPEN:
        tell(Room.objects.select_for_update().get(conference=held), "sites")


__all__ = ["Laid", "add_site", "lay_sites", "remove_site", "rename_site", "to_prepare"]
