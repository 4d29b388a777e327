"""Minutes, speeches and the notice of conclusions: versions, never overwritten."""

from __future__ import annotations

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.closing import (
    LONGEST_TEXT,
    SPEECHES,
    TEXT_KINDS,
    check_version,
    check_writable,
    said,
)
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable

from ..models import Conference, Text
from .conclusions import hold
from .events import tell

LONGEST_OFFICE = 300


@verb
def write_text(
    *,
    by: Actor,
    conference: Conference,
    kind: str,
    text: str,
    seen: int,
    office: str = "",
    document: Document | None = None,
) -> Text:
    """Write a version over the one its writer saw (`seen`, 0 for none); the others are kept.

    A speech names whose it is; `document` is the paper it became. Raises Refused,
    BadInput("text.kind" | "text.too_early" | "text.no_office" | "text.newer" | "text.same" |
    "conclusion.empty" | "conclusion.long").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conference.host_id)
    if kind not in TEXT_KINDS:
        raise BadInput("text.kind", text=kind)
    held, room = hold(conference)
    check_writable(held.state)
    words, whose = said(text, most=LONGEST_TEXT), storable(office).strip()[:LONGEST_OFFICE]
    if kind in SPEECHES and not whose:
        raise BadInput("text.no_office")
    _check_over(held, kind, seen, _mark(words, whose, document.pk if document else None))
    made = Text.objects.create(
        conference=held, kind=kind, version=seen + 1, text=words, office=whose, document=document,
        written_at=timezone.now(), written_by=by.name,
    )  # fmt: skip
    if room is not None:
        tell(room, "text.written", text=kind, version=made.version)
    paper = document.code if document else None
    record(
        by=by, verb="text.written", subject=f"{held.code}/{kind}/{made.version}",
        now={"office": whose, "document": paper}, checksum=checksum(words),
    )  # fmt: skip
    return made


def _check_over(of: Conference, kind: str, seen: int, mark: str) -> None:
    """A version is written over the last one, and says something else."""
    last = Text.objects.filter(conference=of, kind=kind).order_by("-version").first()
    if last is None:
        check_version(0, seen, "", mark)
    else:
        was = _mark(last.text, last.office, last.document_id)
        check_version(last.version, seen, was, mark)


def _mark(text: str, office: str, document: int | None) -> str:
    """What makes two versions differ, in one string."""
    return f"{office}\n{document or ''}\n{text}"


__all__ = ["write_text"]
