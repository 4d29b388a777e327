"""Minutes, speeches, notices and photos, read; and what a draft of them is composed from."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils import timezone

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.closing import TEXT_KINDS
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.meeting_terms import MeetingTerm, TermKind, notice_due, term_on
from dieuhanh.domain.wording.minutes import (
    OTHER,
    Asked,
    Came,
    Concluded,
    Meeting,
    Sat,
    Spoke,
    Went,
    minutes,
    notice,
)
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.exchange.law import load_meeting_terms
from dieuhanh.reports.queries.calendar import work_calendar

from ..models import (
    AgendaItem,
    Ballot,
    Conclusion,
    Conference,
    Contribution,
    Delegate,
    Photo,
    Site,
    Text,
)
from .doors import conferences
from .prepared import chairs_of


class NoticeDue(NamedTuple):
    """The last day for a conference's notice of conclusions, and by what rule."""

    conference: Conference
    day: date
    term: MeetingTerm


def versions_of(of: Conference, kind: str) -> list[Text]:
    """Every version of a kind, the newest first. Raises Missing for a kind that is none."""
    if kind not in TEXT_KINDS:
        raise Missing("conference.missing")
    found = Text.objects.filter(conference=of, kind=kind).select_related("document")
    return list(found.order_by("-version"))


def standing(of: Conference) -> dict[str, Text]:
    """Of each kind the version that stands."""
    found = Text.objects.filter(conference=of).select_related("document").order_by("version")
    return {each.kind: each for each in found}


def photos_of(of: Conference, *, removed: bool = False) -> list[Photo]:
    """Its photos in order; those taken away only when asked for."""
    found = Photo.objects.filter(conference=of, removed=removed).select_related("document")
    return list(found.order_by("position", "pk"))


def photo_of(of: Conference, pk: int) -> Photo:
    """One of them. Raises Missing."""
    found = Photo.objects.select_related("document", "conference__host").filter(
        conference=of, pk=pk
    )
    row = found.first()
    if row is None:
        raise Missing("conference.missing")
    return row


def drafted(of: Conference, kind: str) -> str:
    """What the books can already say in a text of this kind; nothing of a speech."""
    if kind not in {"minutes", "notice"}:
        return ""
    meeting = meeting_of(of)
    if kind == "minutes":
        return minutes(meeting)
    last = Text.objects.filter(conference=of, kind="concluding").order_by("-version").first()
    return notice(meeting, by=last.office if last else "")


def meeting_of(of: Conference) -> Meeting:
    """The whole meeting as minutes are drafted from it. Seven queries, whatever its size."""
    sites = Site.objects.filter(conference=of).order_by("position")
    people = Delegate.objects.filter(conference=of).select_related("stands_in_for")
    final = Conclusion.objects.filter(conference=of, state="final").select_related("body")
    return Meeting(
        name=of.name,
        host=of.host.name,
        place=of.place,
        opened=timezone.localtime(of.opened_at) if of.opened_at else None,
        closed=timezone.localtime(of.closed_at) if of.closed_at else None,
        sites=tuple(Sat(each.name, each.head_count) for each in sites),
        people=tuple(_came(each) for each in people.order_by("position")),
        items=tuple(_items(of)),
        conclusions=tuple(
            Concluded(
                each.number or 0, each.text, each.group, each.body.name if each.body else "",
                write_vi_date(each.due_on) if each.due_on else "",
            )
            for each in final.order_by("number")
        ),
    )  # fmt: skip


def _came(each: Delegate) -> Came:
    instead = each.stands_in_for
    return Came(
        each.office, each.name, each.kind, each.state, each.reason,
        (instead.name or instead.office) if instead else "",
    )  # fmt: skip


def _items(of: Conference) -> list[Went]:
    """The agenda with what belongs to each item; what belongs to none stands at the end."""
    said: dict[int | None, list[Spoke]] = {}
    spoken = Contribution.objects.filter(conference=of).select_related("site")
    for each in spoken.order_by("noted_at", "pk"):
        said.setdefault(each.item_id, []).append(Spoke(each.site.name, each.office, each.text))
    asked: dict[int | None, list[Asked]] = {}
    for ballot in _ended(of):
        asked.setdefault(ballot.item_id, []).append(_asked(ballot))
    items = AgendaItem.objects.filter(conference=of, removed=False).order_by("position")
    told = [
        Went(
            each.title, each.presenter, tuple(said.pop(each.pk, ())), tuple(asked.pop(each.pk, ()))
        )
        for each in items
    ]
    rest = [one for each in said.values() for one in each]
    voted = [one for each in asked.values() for one in each]
    return [*told, Went(OTHER, "", tuple(rest), tuple(voted))] if rest or voted else told


def _ended(of: Conference) -> QuerySet[Ballot, Any]:
    """Its ballots that were counted or voided, with how many could vote."""
    found = Ballot.objects.filter(conference=of).exclude(state="open")
    return found.annotate(could=Count("electors")).order_by("pk")


def _asked(ballot: Any) -> Asked:
    if ballot.state != "closed" or ballot.counts is None:
        return Asked(ballot.question)
    votes = zip(map(str, ballot.options), ballot.counts, strict=False)
    return Asked(ballot.question, tuple(votes), ballot.could, ballot.passed)


def chairs_names(of: Conference) -> list[str]:
    """The offices that chaired, offered where a text asks whose it is."""
    return [each.office for each in chairs_of(of)]


def notice_due_of(of: Conference, calendar: WorkCalendar | None = None) -> NoticeDue | None:
    """By when the notice must be out; nothing before the meeting has ended, or without a rule."""
    if of.closed_at is None:
        return None
    closed_on = timezone.localtime(of.closed_at).date()
    area = of.host.area.name if of.host.area else ""
    term = term_on(
        load_meeting_terms(own=settings.OWN_LAW_FOLDER), TermKind.NOTICE, closed_on, area
    )
    if term is None:
        return None
    worked = calendar or work_calendar(closed_on.year)
    return NoticeDue(of, notice_due(term, closed_on, worked), term)


def notices_owed(*, seen_by: Actor) -> list[NoticeDue]:
    """The closed conferences that the actor's bodies host and that have no notice. Two queries."""
    hosts = seen_by.bodies(Permission.CONFERENCE_EDIT)
    if hosts is not None and not hosts:
        return []
    found = conferences(seen_by=seen_by)
    return owed(found if hosts is None else found.filter(host__in=hosts))


def owed(found: QuerySet[Conference]) -> list[NoticeDue]:
    """Of some conferences those that are closed and have no notice yet, the oldest first."""
    told = Text.objects.filter(kind="notice").values("conference")
    closed = found.filter(state="closed").exclude(pk__in=told)
    rows = list(closed.select_related("host__area").order_by("closed_at"))
    years = {each.closed_at.year for each in rows if each.closed_at}
    calendar = work_calendar(*years) if years else None
    return [due for each in rows if (due := notice_due_of(each, calendar)) is not None]


__all__ = [
    "NoticeDue",
    "chairs_names",
    "drafted",
    "meeting_of",
    "notice_due_of",
    "notices_owed",
    "owed",
    "photo_of",
    "photos_of",
    "standing",
    "versions_of",
]
