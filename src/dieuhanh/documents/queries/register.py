"""The register of papers, read."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.exchange.files import MEDIA_TYPES
from dieuhanh.paper.reading.files import SUFFIXES
from dieuhanh.paper.reading.files import text_of as read_file

from ..models import Document

OFFSETS = re.compile(r"(\d{1,9})-(\d{1,9})")
LONGEST_QUOTE = 2000
READ = {MEDIA_TYPES[suffix] for suffix in SUFFIXES if suffix in MEDIA_TYPES}


def documents(*, seen_by: Actor) -> QuerySet[Document]:
    """The papers an actor may see: what is registered here is published, unless internal."""
    if not seen_by.may(Permission.PUBLISHED_VIEW):
        return Document.objects.none()
    return (
        Document.objects.filter(internal=False).select_related("issuer", "written").order_by("code")
    )


def document(code: str, *, seen_by: Actor) -> Document:
    """One paper. Raises Missing, alike for none and for not allowed."""
    found = documents(seen_by=seen_by).filter(code=code).first()
    if found is None:
        raise Missing("document.missing")
    return found


def documents_by_code() -> dict[str, Document]:
    """All papers but internal ones, for verbs that cite them."""
    return {each.code: each for each in Document.objects.filter(internal=False)}


def cited(code: str, known: dict[str, Document]) -> Document | None:
    """The paper of a code, None for an empty one. Raises BadInput("document.unknown")."""
    if not code:
        return None
    if code not in known:
        raise BadInput("document.unknown", text=code)
    return known[code]


def stored_file(document: Document) -> Path:
    """Where the paper's file is kept."""
    return Path(settings.FILES_FOLDER) / document.sha256


def text_of(document: Document) -> str:
    """The paper's text, empty when its file holds none that can be read."""
    if not document.sha256 or document.media_type not in READ:
        return ""
    return _read(stored_file(document), document.file_name)


@lru_cache(maxsize=256)
def _read(path: Path, name: str) -> str:
    """A file named by its checksum never changes, so it is read once."""
    if name.lower().endswith(".txt"):
        return path.read_text("utf-8")
    try:
        return read_file(name, path.read_bytes()).text
    except BadInput:
        return ""


def sentence_url(document: Document, quote: str) -> str:
    """The document's page, opened at the quoted sentence where its text holds it."""
    page = reverse("documents:one", args=[document.code])
    start = text_of(document).find(quote) if quote else -1
    return page if start < 0 else f"{page}?trich={start}-{start + len(quote)}#trich"


def quoted_part(text: str, asked: str) -> tuple[int, int]:
    """Where the sentence asked for stands, by its offsets or its words; (0, 0) where it does not."""
    if offsets := OFFSETS.fullmatch(asked):
        start, end = int(offsets[1]), int(offsets[2])
        return (start, end) if start < end <= len(text) else (0, 0)
    found = text.find(asked) if 0 < len(asked) <= LONGEST_QUOTE else -1
    return (0, 0) if found < 0 else (found, found + len(asked))
