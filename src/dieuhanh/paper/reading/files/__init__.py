"""Files handed in to be read: what they are is found out first, then their text is taken."""

from __future__ import annotations

from dieuhanh.domain.errors import BadInput, Place

from .html import read_html
from .kinds import MAX_BYTES, SUFFIXES, kind_of
from .pdf import read_pdf
from .plain import read_plain
from .source import Kind, SourceText, Spot
from .word import read_docx

UNREAD = frozenset({"paper.scanned", "paper.garbled", "paper.too_many_pages", "paper.too_long"})


def text_of(name: str, content: bytes) -> SourceText:
    """The text of a paper; an empty name is pasted text. Nothing is stored, nothing is run.

    Raises BadInput, located at the file, for a file that is too large, empty, of another kind
    than its name says, locked, torn, with macros, that unpacks to too much, without text, or
    marked Mật, Tối mật or Tuyệt mật.
    """
    try:
        kind = kind_of(name, content)
        if kind is Kind.DOCX:
            return read_docx(name, content)
        if kind is Kind.PDF:
            return read_pdf(name, content)
        if kind is Kind.HTML:
            return read_html(name, content)
        return read_plain(name, content, kind)
    except BadInput as fault:
        raise fault.at(Place(file=name)) from None


def refuse_bad(name: str, content: bytes) -> None:
    """Raise BadInput, as `text_of`, for a file that is not to be kept at all.

    A scan, or a paper too long to be read at once, may be kept all the same.
    """
    try:
        text_of(name, content)
    except BadInput as fault:
        if fault.code not in UNREAD:
            raise


__all__ = ["MAX_BYTES", "SUFFIXES", "Kind", "SourceText", "Spot", "refuse_bad", "text_of"]
