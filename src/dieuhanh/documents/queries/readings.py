"""Readings: which an actor may see, their records, and how each of these was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.paper.reading.files import Spot

from ..models import Document, PaperReading, ReadingDecision, ReadingItem

WAITING, REOPENED = "waiting", "reopened"
CASES = frozenset({"corrected", "rejected"})


def readings(*, seen_by: Actor) -> QuerySet[PaperReading]:
    """The readings of the areas in which the actor keeps papers, the newest first."""
    if not seen_by.may(Permission.DOCUMENT_EDIT):
        return PaperReading.objects.none()
    areas = seen_by.areas(Permission.DOCUMENT_EDIT)
    found = PaperReading.objects.select_related("document__issuer", "original", "area", "source")
    if areas is not None:
        found = found.filter(area_id__in=areas)
    return found.order_by("-read_at", "-pk")


def counted_readings(
    *, seen_by: Actor, decided: bool | None = None
) -> QuerySet[PaperReading]:  # fmt: skip
    """The same for a list: without their texts, each with how many records it holds and how many
    of these still wait, reopened ones too (`found`, `waiting`). `decided`: those of which none
    waits, or the others alone."""
    last = ReadingDecision.objects.filter(item=OuterRef("pk")).order_by("-number")
    items = ReadingItem.objects.annotate(stands=Subquery(last.values("outcome")[:1]))
    open_ones = items.filter(Q(stands=None) | Q(stands=REOPENED), reading=OuterRef("pk"))
    waiting = open_ones.order_by().values("reading").annotate(n=Count("pk")).values("n")
    found = readings(seen_by=seen_by).defer("text", "spots")
    counted = found.annotate(found=Count("items"), waiting=Coalesce(Subquery(waiting), 0))
    if decided is None:
        return counted
    return counted.filter(waiting=0) if decided else counted.filter(waiting__gt=0)


def reading(pk: int, *, seen_by: Actor) -> PaperReading:
    """One reading. Raises Missing, alike for none and for not allowed."""
    found = readings(seen_by=seen_by).filter(pk=pk).first()
    if found is None:
        raise Missing("reading.missing")
    return found


@dataclass
class ReadItem:
    """A record with what was decided about it, the last decision last."""

    row: ReadingItem
    decisions: list[ReadingDecision] = field(default_factory=list)

    @property
    def last(self) -> ReadingDecision | None:
        """The decision that stands."""
        return self.decisions[-1] if self.decisions else None

    @property
    def state(self) -> str:
        """waiting, accepted, corrected or rejected."""
        return WAITING if self.last is None or self.last.outcome == REOPENED else self.last.outcome

    @property
    def seen(self) -> int:
        """How many decisions there are: a verb is told it, so that a newer one is not passed over."""
        return len(self.decisions)

    @property
    def payload(self) -> dict[str, Any]:
        """The record as it stands: corrected, or as read."""
        if self.last is not None and self.last.payload is not None:
            return dict(self.last.payload)
        return dict(self.row.payload)

    @property
    def best(self) -> dict[str, Any]:
        """The suggestion in front; empty where there is none."""
        return dict(self.row.matches[0]) if self.row.matches else {}


def items_of(of: PaperReading) -> list[ReadItem]:
    """Every record of a reading in the order of the text. Two queries."""
    found = [ReadItem(row) for row in ReadingItem.objects.filter(reading=of).order_by("position")]
    for each in found:
        each.row.reading = of
    _decided(found)
    return found


def item_of(of: PaperReading, position: int) -> ReadItem:
    """One record by its number in the reading. Raises Missing."""
    row = ReadingItem.objects.filter(reading=of, position=position).first()
    if row is None:
        raise Missing("reading.missing")
    row.reading = of
    found = ReadItem(row)
    _decided([found])
    return found


def _decided(found: Iterable[ReadItem]) -> None:
    by_pk = {each.row.pk: each for each in found}
    for row in ReadingDecision.objects.filter(item__in=by_pk).order_by("number"):
        by_pk[row.item_id].decisions.append(row)


def originals_of(document: Document, *, seen_by: Actor) -> list[PaperReading]:
    """The readings of a paper whose file as handed in is kept, for whoever may see these."""
    found = readings(seen_by=seen_by).defer("text", "spots")
    return list(found.filter(document=document, original__isnull=False))


def spots_of(of: PaperReading) -> list[Spot]:
    """Where each stretch of the text stood in what was handed in."""
    return [Spot(*each) for each in of.spots]


def corrected_cases(*, seen_by: Actor) -> list[dict[str, Any]]:
    """Every record a person corrected or rejected: words, as read, as decided. For whoever mends
    the reader; no person's name of ours is in it."""
    held = readings(seen_by=seen_by).values("pk")
    rows = ReadingDecision.objects.filter(item__reading__in=held).select_related("item__reading")
    newest = {row.item_id: row for row in rows.order_by("number", "pk")}
    told = [row for row in newest.values() if row.outcome in CASES]
    return [_case(row) for row in sorted(told, key=lambda row: row.pk)]


def _case(row: ReadingDecision) -> dict[str, Any]:
    item, of = row.item, row.item.reading
    return {
        "text_sha256": of.sha256, "reader": of.reader, "kind": item.kind, "outcome": row.outcome,
        "start": item.start, "end": item.end, "quote": of.text[item.start : item.end],
        "sentence": _around(of.text, item.start, item.end),
        "as_read": item.payload, "as_decided": row.payload, "note": row.note,
    }  # fmt: skip


def _around(text: str, start: int, end: int) -> str:
    """The paragraph the words stand in."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)].strip()


__all__ = [
    "ReadItem", "corrected_cases", "counted_readings", "item_of", "items_of", "reading", "readings",
    "spots_of",
]  # fmt: skip
