"""What sending the invitations needs: the law's term, who has none yet, what was sent."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, QuerySet

from dieuhanh.domain.invitations import Ahead, ahead
from dieuhanh.domain.meeting_terms import MeetingTerm, TermKind, term_on
from dieuhanh.exchange.law import load_meeting_terms
from dieuhanh.reports.queries.calendar import work_calendar

from ..models import Conference, Invitation, Site
from .seats import day_of


def term_of(of: Conference) -> MeetingTerm | None:
    """The provision on invitations in force on the day of the meeting."""
    scope = of.host.area.name if of.host.area else ""
    return term_on(
        load_meeting_terms(own=settings.OWN_LAW_FOLDER), TermKind.INVITATION, day_of(of), scope
    )


def days_ahead(of: Conference, today: date) -> Ahead:
    """How many working days an invitation sent today leaves, and must leave.

    Raises BadInput("calendar.year").
    """
    day = day_of(of)
    return ahead(term_of(of), today, day, work_calendar(today.year, day.year))


def uninvited(of: Conference) -> QuerySet[Site]:
    """The sites that have no invitation yet, in order."""
    sent = Exists(Invitation.objects.filter(site=OuterRef("pk")))
    found = Site.objects.filter(~sent, conference=of).select_related("body")
    return found.order_by("position")


def sent_invitations(of: Conference) -> list[dict[str, object]]:
    """When how many sites were invited, with how many working days, and why late."""
    found = Invitation.objects.filter(site__conference=of, site__removed=False).order_by()
    kept = ("sent_at", "sent_by", "working_days", "late_reason")
    return list(found.values(*kept).annotate(sites=Count("pk")).order_by("sent_at"))


def invitation_of(site: Site) -> Invitation | None:
    """When a site was invited, the last time."""
    return Invitation.objects.filter(site=site).order_by("-sent_at").first()


__all__ = ["days_ahead", "invitation_of", "sent_invitations", "term_of", "uninvited"]
