"""A paper to begin from: its head and foot as they follow from who issues it."""

from __future__ import annotations

from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import area_on
from dieuhanh.domain.papers.heads import issuer_lines, parent_line, place_of, signed_by
from dieuhanh.domain.papers.symbols import issuer_abbreviation
from dieuhanh.paper.writing.model import Letterhead, Paper, Paragraph, Signature, words
from dieuhanh.paper.writing.rules import document_type

from .places import issuers_for


def letterhead_of(issuer: Body, kind: str, on: date) -> Letterhead:
    """The head of a paper of that type, not numbered yet."""
    above = [each for each in issuers_for(issuer, on)[1:] if issuer.kind in {"so", "van_phong"}]
    return Letterhead(
        issuer=issuer_lines(issuer.name, issuer.kind),
        place=place_of(area_on(issuer.area, on).name) if issuer.area else "…",
        symbol=document_type(kind).symbol(
            issuer_abbreviation(issuer.short_name or issuer.name, issuer.kind)
        ),
        parent=parent_line(above[0].name, above[0].kind) if above else "",
        year=on.year,
    )


def blank(issuer: Body, kind: str, subject: str, text: str, on: date) -> Paper:
    """A paper with its subject and the paragraphs of a text, whose rest is written on the page."""
    signed = signed_by(issuer.kind)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Paper(
        kind=kind, letterhead=letterhead_of(issuer, kind, on), subject=words(subject.strip()),
        blocks=tuple(Paragraph(words(line)) for line in lines),
        signature=Signature(signed.post, signed.on_behalf), recipients=("Như trên",),
    )  # fmt: skip


__all__ = ["blank", "letterhead_of"]
