"""What a file is by its content, before anything in it is believed: kind, size, name."""

from __future__ import annotations

from pathlib import PurePath

from dieuhanh.domain.errors import BadInput

from .looks import PICTURES, look_of, packed_look
from .source import Kind

MAX_BYTES = 20 * 1024 * 1024
SUFFIXES = {
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".docx": Kind.DOCX,
    ".pdf": Kind.PDF,
}
KNOWN = ".docx, .pdf, .html, .txt"
MACRO_SUFFIXES = (".docm", ".dotm")
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PDF_HEAD = 1024  # a reader of PDF looks for its mark in the first kilobyte
_WORDS = {Kind.PDF: "PDF", Kind.HTML: "HTML"}
HTML_HEADS = (b"<!doctype html", b"<html")


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of a file; an empty name is pasted text.

    Raises BadInput("paper.too_large" | "paper.no_text" | "paper.kind" | "paper.macros" |
    "paper.old_word" | "paper.encrypted" | "paper.picture" | "paper.mismatch").
    """
    if len(content) > MAX_BYTES:
        raise BadInput("paper.too_large", size=_mb(len(content)), limit=_mb(MAX_BYTES))
    if not content.strip(b"\0\t\n\r ") or content in {b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"}:
        raise BadInput("paper.no_text")
    suffix = PurePath(name).suffix.lower()
    if suffix in MACRO_SUFFIXES:
        raise BadInput("paper.macros")
    told = SUFFIXES.get(suffix)
    found = _by_content(content)
    if suffix == ".doc":
        raise BadInput("paper.old_word")
    if suffix and told is None and (found or b"\0" in content[:PDF_HEAD]):
        raise BadInput("paper.kind", suffix=suffix[:20], known=KNOWN)
    return _agreed(content, found, told, suffix)


def _by_content(content: bytes) -> Kind | None:
    """The kind its first bytes tell; None for text of some sort."""
    if content.startswith(OLE):
        _refuse_ole(content)
    head = content[:PDF_HEAD]
    for mark, picture in PICTURES.items():
        if head.startswith(mark):
            raise BadInput("paper.picture", picture=picture)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise BadInput("paper.picture", picture="WebP")
    if head.startswith(b"{\\rtf"):
        raise BadInput("paper.kind", suffix="RTF", known=KNOWN)
    if head.startswith(ZIP):
        return Kind.DOCX
    if b"%PDF-" in head:
        return Kind.PDF
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower().startswith(HTML_HEADS):
        return Kind.HTML
    return None


def _refuse_ole(content: bytes) -> None:
    """The container of old Word files and of encrypted new ones."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise BadInput("paper.encrypted")
    raise BadInput("paper.old_word")


def _agreed(content: bytes, found: Kind | None, told: Kind | None, suffix: str) -> Kind:
    """The kind, where name and content do not contradict each other."""
    if told is None:
        return found or (Kind.TEXT if suffix else Kind.PASTED)
    if found is told or (found is None and told in {Kind.TEXT, Kind.HTML}):
        return told
    if found is Kind.DOCX:
        raise BadInput("paper.mismatch", suffix=suffix, found=packed_look(content))
    if found is not None:
        raise BadInput("paper.mismatch", suffix=suffix, found=_WORDS[found])
    look = look_of(content)
    if look in {"", "?"}:
        raise BadInput(
            "paper.mismatch_text" if not look else "paper.mismatch_unknown", suffix=suffix
        )
    raise BadInput("paper.mismatch", suffix=suffix, found=look)


def _mb(size: int) -> str:
    return f"{-(-size * 10 // (1024 * 1024)) / 10:.1f} MB".replace(".", ",")
