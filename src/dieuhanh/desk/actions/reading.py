"""A paper handed in: its text taken, read, held against the books, and kept for a person to decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.metadata import version
from typing import Any

from django.conf import settings

from dieuhanh.bodies.models import Area, Body
from dieuhanh.documents.actions.readings import Found, HandedIn, keep_reading
from dieuhanh.documents.models import Document, PaperReading
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.files import SourceText, text_of
from dieuhanh.paper.reading.records import Reading
from dieuhanh.paper.reading.whose import Told, told_of_places

from ..queries.reading_match import Shelves


def read_paper(
    *,
    by: Actor,
    name: str,
    content: bytes,
    area: Area,
    document: Document | None = None,
    source: Body | None = None,
    period: str = "",
    today: date,
) -> PaperReading:
    """Read a file, or pasted text when it has no name, and keep what was found.

    Bodies and posts are those of `today`. A refused file leaves nothing behind. Raises Refused, BadInput("paper.…" | "document.secret").
    """
    by.require(Permission.DOCUMENT_EDIT, at=area.pk)
    taken = one_newline(text_of(name, content))
    found = found_in(read(taken.text), Shelves(area, today), taken.text)
    handed = HandedIn(taken, version("dieuhanh"), found, (name, content) if name else None)
    return keep_reading(
        by=by, handed=handed, area=area, document=document, source=source, period=period,
        simulated=bool(settings.DEMO),
    )  # fmt: skip


def one_newline(taken: SourceText) -> SourceText:
    """The text with one kind of line's end, as the register keeps it; browsers paste two letters."""
    if "\r" not in taken.text:
        return taken
    plain = taken.text.replace("\r\n", "\n").replace("\r", "\n")
    again = text_of("", plain.encode())
    return replace(again, name=taken.name, kind=taken.kind, notes=taken.notes)


def found_in(made: Reading, shelves: Shelves, text: str) -> list[Found]:
    """Every record of a reading with its suggestions; `text` is what was read."""
    claims = told_of_places(text, made.claims, shelves.area.name)
    groups = (("person", made.people), ("document", made.documents),
              ("task", made.tasks), ("scoreboard", filter(None, (made.scoreboard,))))  # fmt: skip
    return [_claim(told, shelves) for told in claims] + [
        Found(kind, _told(record, shelves), shelves.suggestions(record))
        for kind, records in groups
        for record in records
    ]


def _claim(found: Told, shelves: Shelves) -> Found:
    """A claim as it is kept; nothing is certain of one whose sentence names another place."""
    told, fits = _told(found.claim, shelves), shelves.suggestions(found.claim)
    if not found.named:
        return Found("claim", told, fits)
    told["named"] = found.named
    return Found("claim", told, tuple(each | {"certain": False} for each in fits))


def _told(record: Any, shelves: Shelves) -> dict[str, Any]:
    """A record as it is kept; of a figure that is another area's, with that area's code if known."""
    told: dict[str, Any] = record.as_json()
    if about := told.get("about"):
        place = shelves.place(str(about))
        told["area"] = place.code if place is not None else ""
    return told


__all__ = ["found_in", "one_newline", "read_paper"]
