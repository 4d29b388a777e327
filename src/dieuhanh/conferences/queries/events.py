"""The room's numbered log, read as pages are told it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..models import RoomEvent


def told_after(conference: int, number: int, most: int) -> list[dict[str, Any]]:
    """What happened after a number, in order, each as {number, kind, data, at}. One query."""
    found = RoomEvent.objects.filter(conference=conference, number__gt=number)
    rows = found.order_by("number").values("number", "kind", "data", "at")[:most]
    return [{**row, "at": row["at"].isoformat()} for row in rows]


def moved_on(conference: int, since: datetime) -> bool:
    """Whether the chair has turned to another item or put something on the screen after a moment."""
    found = RoomEvent.objects.filter(conference=conference, at__gt=since)
    return found.filter(kind__in=("item.begun", "screen.shown")).exists()


__all__ = ["moved_on", "told_after"]
