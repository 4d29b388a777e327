"""The one way figures enter the books: appended, with the line of the record that took them in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record
from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor

from ..models import Figure

IDENTITY = (
    "indicator_id", "area_id", "period", "span", "breakdown", "source_id", "value", "value_high",
    "bound", "numerator", "denominator", "unit", "absence", "status", "known_from", "document_id",
)  # fmt: skip


def append_figures(
    *,
    by: Actor,
    verb: str,
    subject: str,
    figures: Sequence[Figure],
    was: Any = None,
    now: Any = None,
) -> Entry:
    """Append unsaved figures inside a verb, under one line of the record; gives them their ids.

    Sets who recorded them and when, by the machine's own clock.
    """
    at = timezone.now()
    identities = [[str(getattr(each, name)) for name in IDENTITY] for each in figures]
    entry = record(
        by=by, verb=verb, subject=subject, was=was, now=now, count=len(figures),
        checksum=checksum(identities),
    )  # fmt: skip
    for each in figures:
        each.recorded_at, each.recorded_by, each.entry = at, by.name, entry
    Figure.objects.bulk_create(figures, batch_size=500)
    return entry
