"""Papers read into records, and how a person decided about each record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from ninja import Query, Router, Schema

from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem, counted_readings, items_of, reading
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of, slice_of

readings_router = Router(tags=["texts"])


class ReadingOut(Schema):
    """A paper that was read; `waiting` of its `found` records are not decided yet. `document` is
    its code in the register once it was entered there; `source` whose statements its figures are.
    """

    id: int
    name: str
    document: str | None
    area: str
    source: str | None
    period: str
    kind: str
    sha256: str
    reader: str
    read_at: datetime
    read_by: str
    found: int
    waiting: int
    simulated: bool
    page: str


class RecordOut(Schema):
    """A record found. `record` is by the reader's schema, as corrected where a person corrected
    it; `state` is waiting, accepted, corrected or rejected; `made` names what came of it in the
    books (figure, task, target or document) and its key."""

    position: int
    kind: str
    quote: str
    start: int
    end: int
    state: str
    record: dict[str, Any]
    made: str
    made_key: str
    decided_at: datetime | None
    decided_by: str


class ReadingsAsked(Listed):
    """Which readings; `decided`: true for those of which no record waits, false for the others."""

    area: str = ""
    document: str = ""
    decided: bool | None = None


class RecordsAsked(Listed):
    """Which records of a reading."""

    kind: str = ""
    state: str = ""


@readings_router.get("", response=Page[ReadingOut], operation_id="list_readings")
def list_readings(request: Asked, asked: Query[ReadingsAsked]) -> dict[str, Any]:
    """The papers read for the areas in which you keep papers."""
    found = counted_readings(seen_by=request.actor, decided=asked.decided)
    if asked.area:
        found = found.filter(area__code=asked.area)
    if asked.document:
        found = found.filter(document__code=asked.document, document__internal=False)
    return page_of(found, asked, _reading)


@readings_router.get(
    "/{int:pk}/records", response=Page[RecordOut], operation_id="list_reading_records"
)
def list_records(request: Asked, pk: int, asked: Query[RecordsAsked]) -> dict[str, Any]:
    """The records found in one paper with what was decided: `state=accepted` for those taken."""
    of = reading(pk, seen_by=request.actor)
    found = [
        each
        for each in items_of(of)
        if asked.kind in {"", each.row.kind} and asked.state in {"", each.state}
    ]
    return slice_of(found, asked, lambda each: _record(of, each))


def _reading(of: PaperReading) -> dict[str, Any]:
    as_is = set(ReadingOut.model_fields) - {"document", "area", "source", "page"}
    return {
        **{name: getattr(of, name) for name in as_is},
        "document": None if of.document.internal else of.document.code,
        "area": of.area.code,
        "source": of.source.code if of.source else None,
        "page": reverse("desk:reading", args=[of.pk]),
    }


def _record(of: PaperReading, each: ReadItem) -> dict[str, Any]:
    row, last = each.row, each.last
    return {
        "position": row.position,
        "kind": row.kind,
        "quote": of.text[row.start : row.end],
        "start": row.start,
        "end": row.end,
        "state": each.state,
        "record": each.payload,
        "made": last.made_kind if last else "",
        "made_key": last.made_key if last else "",
        "decided_at": last.at if last else None,
        "decided_by": last.by_name if last else "",
    }


__all__ = ["readings_router"]
