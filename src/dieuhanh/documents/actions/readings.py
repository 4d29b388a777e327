"""Keeping what was read out of a paper, and each decision about it. Nothing is kept of a refused one.

What an accepted record becomes lives in apps above: their verbs call `decide` in the same
transaction, so that the books and the decision stand or fall together.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.text import fold, storable
from dieuhanh.paper.reading.files import SourceText

from ..models import Document, PaperReading, ReadingDecision, ReadingItem
from .register import store

LONGEST_NAME, LONGEST_TITLE, LONGEST_CODE = 200, 500, 80
STANDING = ("accepted", "corrected")


@dataclass(frozen=True)
class Found:
    """A record found in the text, with what in the books it fits."""

    kind: str
    payload: dict[str, Any]
    matches: tuple[dict[str, Any], ...] = ()

    @property
    def start(self) -> int:
        """Where its words begin."""
        return int(self.payload["start"])


@dataclass(frozen=True)
class HandedIn:
    """What was handed in: its text, and the file it was taken from (None when pasted)."""

    source: SourceText
    reader: str
    found: Sequence[Found]
    file: tuple[str, bytes] | None = None


@dataclass(frozen=True)
class Head:
    """What is printed at the head of a paper, as it is entered in the register."""

    number: str
    type: str
    title: str
    issued_on: date
    issuer: Body | None = None
    issuer_name: str = ""


@verb
def keep_reading(
    *,
    by: Actor,
    handed: HandedIn,
    area: Area,
    document: Document | None = None,
    source: Body | None = None,
    period: str = "",
    simulated: bool = False,
) -> PaperReading:
    """Keep a text and the records found in it; nothing enters the books by this.

    `document` is its line of the register where it has one already; else the text is kept as an
    internal paper. Raises Refused, BadInput("paper.empty").
    """
    by.require(Permission.DOCUMENT_EDIT, at=area.pk)
    text = handed.source.text
    if not text.strip():
        raise BadInput("paper.empty", place=Place(file=handed.source.name))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    at = timezone.now()
    name = _name(handed, document)
    made = PaperReading.objects.create(
        document=_text_of(document, text, f"{sha256[:12]}-{at:%Y%m%d%H%M%S%f}", name),
        original=_original(handed, sha256, at), area=area,
        source=source or (document.issuer if document else None), period=period, name=name,
        kind=handed.source.kind.value, text=text, sha256=sha256, reader=handed.reader,
        spots=[[s.start, s.end, s.page, s.paragraph, s.table, s.row, s.column, s.note]
               for s in handed.source.spots],
        notes=[[note.code, {k: str(v) for k, v in note.values.items()}]
               for note in handed.source.notes],
        read_at=at, read_by=by.name, simulated=simulated,
    )  # fmt: skip
    found = _keep_items(made, handed.found)
    record(
        by=by, verb="reading.kept", subject=subject_of(made), count=max(1, len(found)),
        now={"document": made.document.code, "area": area.code, "reader": made.reader},
        checksum=checksum([sha256, [[each.kind, each.payload] for each in found]]),
    )  # fmt: skip
    return made


def _keep_items(of: PaperReading, told: Sequence[Found]) -> list[Found]:
    """The records in the order of the text."""
    found = sorted(told, key=lambda each: (each.start, each.payload["end"], each.kind))
    ReadingItem.objects.bulk_create(
        [
            ReadingItem(
                reading=of, position=place, kind=each.kind, start=each.start,
                end=each.payload["end"], payload=each.payload, matches=list(each.matches),
            )
            for place, each in enumerate(found, start=1)
        ],
        batch_size=500,
    )  # fmt: skip
    return found


def _name(handed: HandedIn, document: Document | None) -> str:
    """The file's name; of pasted text the first line that says something."""
    lines = (line.strip() for line in handed.source.text.splitlines())
    first = next((line for line in lines if line), "")
    name = handed.source.name or (document.title if document else "") or first
    return storable(name)[:LONGEST_NAME]


def _text_of(document: Document | None, text: str, key: str, name: str) -> Document:
    """The paper that holds the text: the one of the register, given it where it has none."""
    stored = store("van-ban.txt", text.encode())
    if document is None:
        return Document.objects.create(
            code=f"doc-{key}", title=name[:LONGEST_TITLE], internal=True, **stored
        )
    held = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if not held.sha256:
        for field, value in stored.items():
            setattr(held, field, value)
        held.save(update_fields=list(stored))
    return held


def _original(handed: HandedIn, sha256: str, at: Any) -> Document | None:
    if handed.file is None:
        return None
    name, content = handed.file
    stored = store(name[-LONGEST_NAME:], content)
    return Document.objects.create(
        code=f"tep-{sha256[:12]}-{at:%Y%m%d%H%M%S%f}", title=storable(name)[:LONGEST_TITLE],
        internal=True, **stored,
    )  # fmt: skip


def subject_of(reading: PaperReading) -> str:
    """How the record names a reading."""
    return f"reading/{reading.pk}"


@verb
def enter_reading(
    *, by: Actor, reading: PaperReading, head: Head, source: Body | None, period: str = ""
) -> PaperReading:
    """Enter the paper that was read in the register, and say whose statements it holds.

    A paper that is there already keeps its head: only source and period are said anew. Raises
    Refused, BadInput("document.twice" | "reading.no_title").
    """
    held = PaperReading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    by.require(Permission.DOCUMENT_EDIT, at=held.area_id)
    paper = Document.objects.select_for_update(of=("self",)).get(pk=held.document_id)
    if paper.internal:
        _enter(paper, head)
    was = {"source": held.source.code if held.source else "", "period": held.period}
    held.source, held.period = source or paper.issuer, period
    held.save(update_fields=["source", "period"])
    now = {"source": held.source.code if held.source else "", "period": period}
    record(
        by=by, verb="reading.entered", subject=subject_of(held), was=was,
        now=now | {"document": paper.code},
    )  # fmt: skip
    held.document = paper
    return held


def _enter(paper: Document, head: Head) -> None:
    if not head.title.strip():
        raise BadInput("reading.no_title")
    told = f"{head.number} {head.issued_on.year}" if head.number.strip() else (
        f"{head.title[:40]} {head.issued_on.isoformat()}"
    )  # fmt: skip
    code = "-".join(re.findall(r"[a-z0-9]+", fold(told)))[:LONGEST_CODE].strip("-")
    if Document.objects.filter(code=code).exclude(pk=paper.pk).exists():
        raise BadInput("document.twice", number=head.number or head.title[:60])
    paper.code, paper.number, paper.type = code, head.number.strip(), head.type.strip()
    paper.title = storable(head.title).strip()[:LONGEST_TITLE]
    paper.issued_on, paper.date_precision = head.issued_on, "day"
    paper.issuer = head.issuer
    paper.issuer_name = storable(head.issuer_name).strip()[:LONGEST_NAME]
    paper.internal = False
    paper.save()


@dataclass(frozen=True)
class Decision:
    """What is decided about an item; `seen` counts the decisions the person had seen."""

    outcome: str
    seen: int
    payload: dict[str, Any] | None = None
    note: str = ""


def hold_item(*, by: Actor, item: ReadingItem, seen: int) -> ReadingItem:
    """The item, nobody else's until the verb is over.

    Of two who decide at once the first stands: raises BadInput("reading.decided") for the second,
    with who decided and when. Raises Refused.
    """
    held = ReadingItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    reading = PaperReading.objects.select_related("area", "document", "source").get(
        pk=held.reading_id
    )
    by.require(Permission.DOCUMENT_EDIT, at=reading.area_id)
    held.reading = reading
    last = ReadingDecision.objects.filter(item=held).order_by("-number").first()
    if (last.number if last else 0) != seen:
        assert last is not None  # noqa: S101 - a decision seen is never gone
        raise BadInput(
            "reading.decided", who=last.by_name, at=timezone.localtime(last.at).strftime("%H:%M %d/%m/%Y"),
            outcome=last.outcome,
        )  # fmt: skip
    return held


def write_decision(
    *, by: Actor, held: ReadingItem, told: Decision, made: tuple[str, str] = ("", "")
) -> ReadingDecision:
    """Append a decision to an item that `hold_item` holds."""
    row = ReadingDecision.objects.create(
        item=held, number=told.seen + 1, outcome=told.outcome, payload=told.payload,
        made_kind=made[0], made_key=made[1], note=storable(told.note).strip()[:500],
        at=timezone.now(), by_id=by.id, by_name=by.name,
    )  # fmt: skip
    record(
        by=by, verb=f"reading.{told.outcome}",
        subject=f"{subject_of(held.reading)}/{held.position}",
        now={"kind": held.kind, "made": ":".join(made) if made[0] else "", "as": told.payload},
    )  # fmt: skip
    return row


@verb
def reject_item(*, by: Actor, item: ReadingItem, seen: int, note: str = "") -> ReadingDecision:
    """Say that a record is not to enter the books. Raises Refused, BadInput("reading.…")."""
    held = hold_item(by=by, item=item, seen=seen)
    refuse_standing(held)
    return write_decision(by=by, held=held, told=Decision("rejected", seen, note=note))


@verb
def reopen_item(*, by: Actor, item: ReadingItem, seen: int) -> ReadingDecision:
    """Put a rejected record back among those that wait. Raises Refused, BadInput("reading.…")."""
    held = hold_item(by=by, item=item, seen=seen)
    last = ReadingDecision.objects.filter(item=held).order_by("-number").first()
    if last is None or last.outcome != "rejected":
        raise BadInput("reading.not_rejected")
    return write_decision(by=by, held=held, told=Decision("reopened", seen))


def refuse_standing(held: ReadingItem) -> None:
    """Raise BadInput("reading.in_books") for an item that entered the books already."""
    last = ReadingDecision.objects.filter(item=held).order_by("-number").first()
    if last is not None and last.outcome in STANDING:
        raise BadInput("reading.in_books", who=last.by_name)


__all__ = [
    "Decision", "Found", "HandedIn", "Head", "enter_reading", "hold_item", "keep_reading",
    "refuse_standing", "reject_item", "reopen_item", "subject_of", "write_decision",
]  # fmt: skip
