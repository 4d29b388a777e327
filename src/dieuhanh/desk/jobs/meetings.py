"""What conferences tell unasked: invitations, opinions asked and answered, a notice that is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from dieuhanh.conferences.models import (
    Conference,
    Delegate,
    Invitation,
    OpinionReply,
    OpinionRequest,
)
from dieuhanh.conferences.queries.texts import owed
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.reminders import reminder_on
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.reports.queries.calendar import work_calendar

from ..actions import Told
from ..queries.notices import officers_of

NOTICE_MARKS = (-2, 0, 1)


def told_of_meetings(since: datetime, today: date) -> list[Told]:
    """Everything of conferences that happened since, to whom it concerns."""
    return [
        *_invited(since, today), *_asked(since, today), *_replied(since, today), *_owed(today),
    ]  # fmt: skip


def _invited(since: datetime, today: date) -> Iterator[Told]:
    """To those who keep an invited site and to its delegates, once a conference."""
    sent = Invitation.objects.filter(sent_at__gte=since, site__removed=False).values_list(
        "site__conference", "site"
    )
    sites: dict[int, set[int]] = {}
    for of, site in sent:
        sites.setdefault(of, set()).add(site)
    for each in Conference.objects.filter(pk__in=sites).exclude(state="closed"):
        starts = timezone.localtime(each.starts_at)
        values = {
            "name": each.name, "name_en": each.name_en, "due": starts.date().isoformat(),
            "hour": starts.strftime("%H:%M"),
        }  # fmt: skip
        href = reverse("conferences:register", args=[each.code])
        for user in _of_sites(sites[each.pk], today):
            yield Told(user, f"invited:{each.pk}", "conference.invited", values, href)


def _of_sites(sites: set[int], today: date) -> list[int]:
    delegates = Delegate.objects.filter(site__in=sites, user__is_active=True)
    bodies = set(Invitation.objects.filter(site__in=sites).values_list("site__body", flat=True))
    keepers = officers_of(bodies, Permission.SITE_KEEP, on=today)
    found = {user for users in keepers.values() for user in users}
    return sorted(found | set(delegates.values_list("user", flat=True)))


def _asked(since: datetime, today: date) -> Iterator[Told]:
    found = OpinionRequest.objects.filter(asked_at__gte=since, paper__removed=False)
    asked = list(found.select_related("paper__document", "body"))
    officers = officers_of({each.body_id for each in asked}, Permission.SITE_KEEP, on=today)
    for each in asked:
        href = reverse("conferences:opinion", args=[each.pk])
        for user in officers.get(each.body_id, []):
            values = _of_draft(each) | {"due": each.due_on.isoformat()}
            yield Told(user, f"asked:{each.pk}", "opinion.asked", values, href)


def _replied(since: datetime, today: date) -> Iterator[Told]:
    found = OpinionReply.objects.filter(given_at__gte=since).select_related(
        "opinion__request__paper__document", "opinion__request__body"
    )
    replies = list(found)
    bodies = {each.opinion.request.body_id for each in replies}
    officers = officers_of(bodies, Permission.SITE_KEEP, on=today)
    for each in replies:
        request = each.opinion.request
        href = reverse("conferences:opinion", args=[request.pk])
        code = "opinion.accepted" if each.accepted else "opinion.explained"
        for user in officers.get(request.body_id, []):
            yield Told(user, f"replied:{each.pk}", code, _of_draft(request), href)


def _owed(today: date) -> Iterator[Told]:
    """To those who write them: a notice of conclusions is due in two working days, today, late."""
    due = owed(Conference.objects.all())
    calendar = work_calendar(today.year) if due else WorkCalendar()
    officers = officers_of(
        {each.conference.host_id for each in due}, Permission.CONFERENCE_EDIT, on=today
    )
    for each in due:
        mark = reminder_on(today, each.day, NOTICE_MARKS, calendar)
        if mark is None:
            continue
        of = each.conference
        when = "before" if mark < 0 else "late" if mark else "today"
        values = {"name": of.name, "name_en": of.name_en, "due": each.day.isoformat()}
        href = reverse("conferences:text-write", args=[of.code, "notice"])
        for user in officers.get(of.host_id, []):
            yield Told(user, f"notice:{of.pk}:{mark}", f"notice.{when}", values, href)


def _of_draft(request: OpinionRequest) -> dict[str, str]:
    body = request.body
    return {"paper": str(request.paper), "body": body.name, "body_en": body.name_en}


__all__ = ["told_of_meetings"]
