"""A paper to begin from: its head and foot as they follow from who issues it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import area_on
from dieuhanh.domain.papers.heads import issuer_lines, parent_line, place_of
from dieuhanh.paper.writing.model import Letterhead, Paper, Paragraph, Signature, plain, words

from .places import issuers_for
from .usage import signed_for, symbol_of, unit_in

BLANK = "…"


def letterhead_of(
    issuer: Body, kind: str, on: date, *, unit: str = "", fields: Iterable[str] = ()
) -> Letterhead:
    """The head of a paper of that type, not numbered yet; see `usage.symbol_of` for the unit."""
    above = [each for each in issuers_for(issuer, on)[1:] if issuer.kind in {"so", "van_phong"}]
    return Letterhead(
        issuer=issuer_lines(issuer.name, issuer.kind),
        place=place_of(area_on(issuer.area, on).name) if issuer.area else "…",
        symbol=symbol_of(issuer, kind, unit, fields),
        parent=parent_line(above[0].name, above[0].kind) if above else "",
        year=on.year,
    )


def archive_of(letterhead: Letterhead, kind: str, issuer: Body) -> str:
    """Where the paper is kept: the clerk's, and the unit that drafted a letter."""
    return ", ".join(each for each in ("VT", unit_in(letterhead.symbol, kind, issuer)) if each)


def blank(issuer: Body, kind: str, subject: str, text: str, on: date) -> Paper:
    """A paper with its subject and the paragraphs of a text, whose rest is written on the page."""
    signed, head = signed_for(issuer, kind), letterhead_of(issuer, kind, on)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Paper(
        kind=kind, letterhead=head, subject=words(subject.strip()),
        blocks=tuple(Paragraph(words(line)) for line in lines),
        signature=Signature(signed.post, signed.on_behalf), recipients=("Như trên",),
        archive=archive_of(head, kind, issuer),
    )  # fmt: skip


def left_blank(paper: Paper) -> int:
    """How many blanks "…" its sentences still hold; a table's own sign for a missing report is none."""
    told = [paper.subject, *paper.bases]
    blocks = (*paper.blocks, *(block for each in paper.appendices for block in each.blocks))
    told += [
        block.text for block in blocks if isinstance(block, Paragraph) and not is_legend(block)
    ]
    return sum(plain(text).count(BLANK) for text in told) + paper.signature.post.count(BLANK)


def is_legend(block: Paragraph) -> bool:
    """Whether a remark explains the sign itself: "dấu “…”"."""
    return f"“{BLANK}”" in plain(block.text)


__all__ = ["archive_of", "blank", "left_blank", "letterhead_of"]
