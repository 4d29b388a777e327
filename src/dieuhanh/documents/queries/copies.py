"""The signed copies of papers: what a file shows of a signature, and whether it is that paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.reading.files import text_of
from dieuhanh.paper.signed import Standing, signatures_of
from dieuhanh.paper.writing.agreeing import differing
from dieuhanh.paper.writing.model import Paper as Content

from ..models import Paper, PaperSigned


class Copy(NamedTuple):
    """`found` is "signed", "none", "changed", "broken" or "unread" of its signatures, "" of a copy
    kept before that was asked; `differs` names what it does not tell as the paper does ("number",
    "day", "subject"), or that it has no text ("text")."""

    found: str = ""
    differs: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether it must not be taken for the paper signed; a scan alone is told, not doubted."""
        return self.found not in {"signed", ""} or bool(set(self.differs) - {"text"})


NO_COPY = Copy()


def copy_in(content: Content, file: tuple[str, bytes], *, now: datetime) -> Copy:
    """What a file handed in as a paper's signed copy is. Who vouches for a signer is not asked: it
    changes with the day, and is told where the signatures are looked at."""
    return Copy(_found(file[1], now), _differs(content, *file))


def _found(content: bytes, now: datetime) -> str:
    try:
        standings = {each.standing for each in signatures_of(content, now=now)}
    except BadInput:
        return "unread"
    if not standings:
        return "none"
    for worst in (Standing.BROKEN, Standing.CHANGED):
        if worst in standings:
            return worst.value
    return "signed"


def _differs(content: Content, name: str, file: bytes) -> tuple[str, ...]:
    try:
        return differing(content, text_of(name, file).text)
    except BadInput:
        return ("text",)


def copy_of(kept: PaperSigned) -> Copy:
    """What was found in a copy when it came."""
    return Copy(kept.found, tuple(kept.differs))


def copies_of(papers: Iterable[Paper]) -> dict[int, Copy]:
    """Of each paper, by its key, the last copy; those with none are left out. One query."""
    rows = PaperSigned.objects.filter(paper__in=list(papers)).order_by("pk")
    told = rows.values_list("paper", "found", "differs")
    return {paper: Copy(found, tuple(differs)) for paper, found, differs in told}


__all__ = ["NO_COPY", "Copy", "copies_of", "copy_in", "copy_of"]
