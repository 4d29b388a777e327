"""What is noted while people speak: contributions, and how many people sit at a site."""

from __future__ import annotations

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable

from ..models import Conference, Contribution, Delegate, Site, SpeakRequest
from .events import locked_room, still_seated, tell

MOST_HEADS = 100_000
LONGEST_OFFICE = 300


@verb
def note_contribution(
    *,
    by: Actor,
    conference: Conference,
    site: Site,
    text: str,
    delegate: Delegate | None = None,
    office: str = "",
    request: SpeakRequest | None = None,
) -> Contribution:
    """Ghi ý kiến phát biểu, attributed to site, delegate and the office held on that day.

    By whoever runs the conference or writes its conclusions. Raises Refused,
    BadInput("conference.not_open", "contribution.empty", "contribution.office", "site.removed").
    """
    if not by.may(Permission.CONFERENCE_EDIT, body=conference.host_id):
        by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    still_seated(site)
    said, held = storable(text).strip(), delegate.office if delegate else storable(office).strip()
    if not said:
        raise BadInput("contribution.empty")
    if not held:
        raise BadInput("contribution.office")
    made = Contribution.objects.create(
        conference=conference, item=room.item, request=request, site=site, delegate=delegate,
        office=held[:LONGEST_OFFICE], text=said, noted_at=timezone.now(), noted_by=by.name,
    )  # fmt: skip
    tell(
        room, "contribution.noted", contribution=made.pk, site=site.pk, site_name=site.name,
        office=made.office, item=room.item_id,
    )  # fmt: skip
    record(
        by=by, verb="contribution.noted", subject=f"{conference.code}/contribution/{made.pk}",
        now={"site": site.pk, "office": made.office, "text": said},
    )  # fmt: skip
    return made


@verb
def count_heads(*, by: Actor, conference: Conference, site: Site, heads: int) -> Site:
    """How many people the keeper says are in the room of a site.

    Raises Refused, BadInput("conference.not_open", "heads.count", "site.removed").
    """
    by.require(Permission.SITE_KEEP, body=site.body_id)
    if not 0 <= heads <= MOST_HEADS:
        raise BadInput("heads.count", most=MOST_HEADS)
    room = locked_room(conference)
    still_seated(site)
    was, site.head_count, site.head_count_at = site.head_count, heads, timezone.now()
    site.save(update_fields=["head_count", "head_count_at"])
    tell(room, "site.counted", site=site.pk, heads=heads)
    record(
        by=by, verb="site.counted", subject=f"{conference.code}/site/{site.pk}",
        was={"heads": was}, now={"heads": heads},
    )  # fmt: skip
    return site
