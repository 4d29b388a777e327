"""Sending the invitations: to every site that has none yet."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conferences import State
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.invitations import check_ahead
from dieuhanh.domain.text import storable

from ..models import Conference, Invitation, Site
from ..queries.inviting import days_ahead, uninvited
from ..queries.seats import day_of
from .sites import to_prepare


@verb
def invite(*, by: Actor, conference: Conference, today: date, late_reason: str = "") -> int:
    """Invite the sites that are not yet; returns how many. From now on they see the conference.

    Raises BadInput("conference.no_site", "invitation.past", "invitation.late",
    "conference.closed"), Refused.
    """
    held = to_prepare(by, conference)
    if not Site.objects.filter(conference=held).exists():
        raise BadInput("conference.no_site")
    reason = storable(late_reason).strip()[:300]
    found = days_ahead(held, today)
    check_ahead(found, today, day_of(held), reason)
    sites = list(uninvited(held))
    now = timezone.now()
    Invitation.objects.bulk_create(
        [
            Invitation(
                site=site, sent_at=now, sent_by=by.name, working_days=found.days,
                late_reason=reason if found.late else "",
            )
            for site in sites
        ],
        batch_size=500,
    )  # fmt: skip
    if held.state == State.PREPARING:
        held.state = State.INVITED.value
        held.save(update_fields=["state"])
    if sites:
        record(
            by=by, verb="conference.invited", subject=held.code, count=len(sites),
            now={"working_days": found.days, "late_reason": reason if found.late else ""},
            checksum=checksum([site.body.code for site in sites]),
        )  # fmt: skip
    return len(sites)


__all__ = ["invite"]
