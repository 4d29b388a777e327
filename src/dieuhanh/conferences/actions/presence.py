"""Which sites a server process holds pages of: a counter that is nobody's fact, so not recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from ..models import Presence

SWEPT_AFTER = timedelta(minutes=5)


def keep_presence(
    *, conference: int, process: str, changed: Mapping[int, int], at: datetime, renew: bool
) -> None:
    """Write what changed, pages by site; `renew` says that the process lives and still holds
    the rest. Rows of processes long dead are swept away on the way."""
    own = Presence.objects.filter(conference=conference, process=process)
    if gone := [site for site, pages in changed.items() if pages == 0]:
        own.filter(site__in=gone).delete()
    rows = [
        Presence(conference_id=conference, site_id=site, process=process, pages=pages, seen_at=at)
        for site, pages in changed.items()
        if pages
    ]
    if rows:
        Presence.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["site", "process"],
            update_fields=["pages", "seen_at"],
        )  # fmt: skip
    if renew:
        own.update(seen_at=at)
        stale = Presence.objects.filter(conference=conference, seen_at__lt=at - SWEPT_AFTER)
        stale.delete()
