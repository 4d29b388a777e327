"""Keeping the days that a decision swapped."""

from __future__ import annotations

from datetime import date

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput

from ..models import SwappedDay


@verb
def put_swapped_day(
    *, by: Actor, day: date, works: bool, reason: str, document: str = ""
) -> SwappedDay:
    """Say that a day is worked or off, whatever the week and the holidays say.

    Saying it again of the same day changes what was said. Raises BadInput without a reason.
    """
    by.require(Permission.CALENDAR_EDIT)
    if not reason.strip():
        raise BadInput("calendar.no_reason", day=day.strftime("%d/%m/%Y"))
    held = SwappedDay.objects.filter(day=day).first()
    was = _told(held) if held else None
    row = held or SwappedDay(day=day)
    row.works, row.reason, row.document = works, reason.strip(), document.strip()
    if was == _told(row):
        return row
    row.save()
    record(by=by, verb="calendar.day_swapped", subject=day.isoformat(), was=was, now=_told(row))
    return row


def _told(row: SwappedDay) -> dict[str, object]:
    return {"works": row.works, "reason": row.reason, "document": row.document}
