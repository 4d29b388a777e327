"""Who has the same form open. Kept in the shared cache alone: it is no part of the books."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.cache import cache

from dieuhanh.domain.actors import Actor

GONE_AFTER = timedelta(seconds=150)
TOLD_EVERY = timedelta(seconds=45)


def beside_me(*, by: Actor, submission: int, writer: str, at: datetime) -> list[str]:
    """Say that this window has the form open; the names of the other people that have.

    Another window or an earlier session of one's own is no company.

    Written once in 45 seconds at most, so that hundreds of open forms do not write all the time.
    """
    key, own = f"form-open:{submission}", f"{by.id}/{writer}"
    held: dict[str, tuple[str, datetime]] = cache.get(key) or {}
    near = {who: seen for who, seen in held.items() if at - seen[1] < GONE_AFTER}
    if own not in near or at - near[own][1] >= TOLD_EVERY:
        near[own] = (by.name, at)
        cache.set(key, near, int(GONE_AFTER.total_seconds()))
    people = {who.split("/")[0]: name for who, (name, _) in near.items()}
    return [name for who, name in people.items() if who != str(by.id)]


__all__ = ["beside_me"]
