"""Taking in conferences that were prepared or held elsewhere. What is there already stays as it is:
a table adds what is not, and what a meeting has is changed on its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import Tally, checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conferences import delegate_key
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.models import Plan

from ..models import AgendaItem, Conference, Contribution, Delegate, Photo, Room, Site

NAMED = ("code", "name", "name_en", "place", "state", "simulated", "note")


class Meetings:
    """The conferences that rows name, each asked for once whether its writer may."""

    def __init__(self, by: Actor) -> None:
        self.by = by
        self.known = {row.code: row for row in Conference.objects.all()}
        self.bodies = bodies_by_code()
        self.papers = documents_by_code()

    def of(self, row: Record) -> Conference:
        """The conference of a row. Raises BadInput("conference.unknown"), Refused."""
        found = self.known.get(row["conference"])
        if found is None:
            raise row.fault("conference.unknown", "conference", text=row["conference"])
        self.by.require(Permission.CONFERENCE_EDIT, body=found.host_id)
        return found

    def body(self, row: Record, column: str) -> Body | None:
        """The body a cell names. Raises BadInput("body.unknown"), located."""
        with row.cell(column):
            return body(row[column], self.bodies)

    def source(self, row: Record) -> dict[str, Any]:
        """Where a row is printed. Raises BadInput("document.unknown"), located."""
        with row.cell("document"):
            told = {"document": cited(row["document"], self.papers)}
        return told | ({"quote": row["quote"]} if "quote" in row.values else {})


@verb
def import_conferences(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add conferences, in preparation or closed; a closed one has the room it was held in."""
    meetings, plans = Meetings(by), {plan.code: plan for plan in Plan.objects.all()}
    new = []
    for row in records:
        host = meetings.body(row, "host")
        by.require(Permission.CONFERENCE_EDIT, body=host.pk if host else None)
        if row["plan"] and row["plan"] not in plans:
            raise row.fault("plan.unknown", "plan", text=row["plan"])
        if row["code"] in meetings.known:
            continue
        made = Conference(host=host, plan=plans.get(row["plan"]), **_times(row))
        for name, value in ({n: row[n] for n in NAMED} | meetings.source(row)).items():
            setattr(made, name, value)
        new.append(made)
    Conference.objects.bulk_create(new)
    Room.objects.bulk_create(
        Room(conference=made, screen={"kind": "blank"}, queue_open=False)
        for made in new
        if made.state == "closed"
    )
    return told_of(by, "conferences.imported", records, len(new))


def _times(row: Record) -> dict[str, datetime | None]:
    """When it begins and ends on the installation's own clock, and when a closed one did."""
    zone = timezone.get_default_timezone()
    starts = datetime.combine(row["day"], row["begins"], zone)
    ends = datetime.combine(row["day"], row["ends"], zone) if row["ends"] else None
    if ends is not None and ends <= starts:
        raise row.fault("conference.ends_before", "ends")
    closed = row["state"] == "closed"
    return {
        "starts_at": starts, "ends_at": ends, "opened_at": starts if closed else None,
        "closed_at": (ends or starts) if closed else None,
    }  # fmt: skip


@verb
def import_sites(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add sites, one a body; the site above stands before those below it."""
    meetings = Meetings(by)
    held = {(site.conference_id, site.body.code): site for site in _sites()}
    place = _counter(Site)
    above: list[Site] = []
    new: list[Site] = []
    for row in records:
        of = meetings.of(row)
        if (of.pk, row["body"]) in held:
            continue
        parent = held.get((of.pk, row["parent"])) if row["parent"] else None
        if row["parent"] and parent is None:
            raise row.fault("site.unknown", "parent", text=row["parent"])
        if parent is not None and parent._state.adding:  # rows below rows of this very table
            above += Site.objects.bulk_create(new)
            new = []
        made = Site(
            conference=of, body=meetings.body(row, "body"), parent=parent, name=row["name"],
            level=row["level"], position=place(of.pk),
        )  # fmt: skip
        held[of.pk, row["body"]] = made
        new.append(made)
    above += Site.objects.bulk_create(new)
    return told_of(by, "sites.imported", records, len(above))


@verb
def import_delegates(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add who came, with the office of that day; some sources name the office alone."""
    meetings = Meetings(by)
    sites = {(site.conference_id, site.body.code): site for site in _sites()}
    held = set(Delegate.objects.values_list("conference", "site", "name", "office"))
    place = _counter(Delegate)
    new = []
    for row in records:
        of = meetings.of(row)
        site = _site(row, of, sites)
        if (of.pk, site.pk, row["name"], row["office"]) in held:
            continue
        told = {name: row[name] for name in ("name", "office", "kind", "votes")}
        state = "registered" if of.state == "closed" else "invited"
        new.append(
            Delegate(
                conference=of, site=site, body=meetings.body(row, "body"), state=state,
                position=place(of.pk), key=delegate_key(row["name"], row["office"]), **told,
            )
        )  # fmt: skip
    Delegate.objects.bulk_create(new)
    return told_of(by, "delegates.imported", records, len(new))


@verb
def import_agenda(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add items by their place on the agenda."""
    meetings = Meetings(by)
    items = AgendaItem.objects.filter(removed=False)
    held = set(items.values_list("conference", "position"))
    new = []
    for row in records:
        of = meetings.of(row)
        if (of.pk, row["position"]) not in held:
            names = ("position", "title", "title_en", "kind", "minutes", "presenter")
            new.append(AgendaItem(conference=of, **{name: row[name] for name in names}))
    AgendaItem.objects.bulk_create(new)
    return told_of(by, "agenda.imported", records, len(new))


@verb
def import_contributions(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Append what was said, in the order of the table."""
    meetings = Meetings(by)
    sites = {(site.conference_id, site.body.code): site for site in _sites()}
    items = items_by_place()
    held = set(Contribution.objects.values_list("conference", "office", "text"))
    now = timezone.now()
    new = []
    for row in records:
        of = meetings.of(row)
        if (of.pk, row["office"], row["text"]) in held:
            continue
        new.append(
            Contribution(
                conference=of, item=item_of(row, of, items), site=_site(row, of, sites),
                office=row["office"], text=row["text"], noted_at=now, noted_by=by.name,
                **meetings.source(row),
            )
        )  # fmt: skip
    Contribution.objects.bulk_create(new)
    return told_of(by, "contributions.imported", records, len(new))


@verb
def import_photos(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add captions whose pictures are not at hand; a picture is handed in on the page."""
    meetings = Meetings(by)
    held = set(Photo.objects.values_list("conference", "caption"))
    new = [
        Photo(conference=of, caption=row["caption"], position=row["position"])
        for row in records
        if ((of := meetings.of(row)).pk, row["caption"]) not in held
    ]
    Photo.objects.bulk_create(new)
    return told_of(by, "photos.imported", records, len(new))


def items_by_place() -> dict[tuple[int, int], AgendaItem]:
    """Agenda items by conference and place."""
    return {
        (each.conference_id, each.position): each
        for each in AgendaItem.objects.filter(removed=False)
    }


def item_of(
    row: Record, of: Conference, items: dict[tuple[int, int], AgendaItem]
) -> AgendaItem | None:
    """The item a row belongs to. Raises BadInput("agenda.unknown")."""
    if row["item"] is None:
        return None
    if (of.pk, row["item"]) not in items:
        raise row.fault("agenda.unknown", "item", text=row["item"])
    return items[of.pk, row["item"]]


def _sites() -> list[Site]:
    return list(Site.objects.select_related("body"))


def _site(row: Record, of: Conference, sites: dict[tuple[int, str], Site]) -> Site:
    found = sites.get((of.pk, row["site"]))
    if found is None:
        raise row.fault("site.unknown", "site", text=row["site"])
    return found


def _counter(model: type[Site | Delegate]) -> Callable[[int], int]:
    """The next free place in a conference."""
    last: dict[int, int] = {}
    for of, position in model._default_manager.values_list("conference", "position"):
        last[of] = max(last.get(of, 0), position)

    def following(of: int) -> int:
        last[of] = last.get(of, 0) + 1
        return last[of]

    return following


def told_of(by: Actor, name: str, records: Sequence[Record], added: int) -> Tally:
    """One line in the record for the whole table."""
    if added:
        record(
            by=by, verb=name, subject=name.split(".", maxsplit=1)[0], count=added,
            checksum=checksum([row.values for row in records]),
        )  # fmt: skip
    return Tally(added=added, same=len(records) - added)


__all__ = [
    "Meetings",
    "import_agenda",
    "import_conferences",
    "import_contributions",
    "import_delegates",
    "import_photos",
    "import_sites",
    "item_of",
    "items_by_place",
    "told_of",
]
