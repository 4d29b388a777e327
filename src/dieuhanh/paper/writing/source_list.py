"""The list of sources on request: each number marked, and what it was taken from in an appendix."""

from __future__ import annotations

from dataclasses import replace

from .model import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Paper,
    Paragraph,
    Row,
    Source,
    Span,
    Table,
    Text,
    words,
)
from .papers import WORDED, printed, sources

TITLE = "Nguồn số liệu"
COLUMNS = (
    Column("Số", 1, Align.CENTRE),
    Column("Số liệu trong văn bản", 3),
    Column("Nguồn", 8),
)


def with_source_list(paper: Paper) -> Paper:
    """The paper with "[1]" after each number that has a source, and the list as its last appendix.

    A paper without sources comes back as it is.
    """
    numbers = {source: at for at, source in enumerate(sources(paper), start=1)}
    if not numbers:
        return paper
    told: dict[Source, dict[str, None]] = {source: {} for source in numbers}
    for source, text in printed(paper):
        told[source][text] = None
    rows = tuple(
        Row((Cell(words(str(at))), Cell(words("; ".join(told[source]))), Cell(words(source.label or source.key))))
        for source, at in numbers.items()
    )  # fmt: skip
    appendices = tuple(
        replace(each, blocks=_marked(each.blocks, numbers)) for each in paper.appendices
    )
    return replace(
        paper,
        subject=_text(paper.subject, numbers),
        bases=tuple(_text(basis, numbers) for basis in paper.bases),
        blocks=_marked(paper.blocks, numbers),
        appendices=(*appendices, Appendix(TITLE, (Table(COLUMNS, rows),))),
    )


def _marked(blocks: tuple[Block, ...], numbers: dict[Source, int]) -> tuple[Block, ...]:
    return tuple(
        replace(block, text=_text(block.text, numbers))
        if isinstance(block, Paragraph)
        else replace(block, rows=_rows(block.rows, numbers), heads=_rows(block.heads, numbers))
        for block in blocks
    )


def _rows(rows: tuple[Row, ...], numbers: dict[Source, int]) -> tuple[Row, ...]:
    return tuple(
        replace(row, cells=tuple(replace(c, text=_text(c.text, numbers)) for c in row.cells))
        for row in rows
    )


def _text(text: Text, numbers: dict[Source, int]) -> Text:
    """Spans that follow one another from one source are one number: marked once, after the last; a
    sentence with numbers from elsewhere in it at its end."""
    marked: list[Span] = []
    for at, span in enumerate(text):
        marked.append(span)
        after = text[at + 1].source if at + 1 < len(text) else None
        if span.source is None or span.source == after:
            continue
        goes_on = span.source.kind in WORDED and any(
            each.source == span.source for each in text[at + 1 :]
        )
        if not goes_on:
            marked.append(replace(span, text=f" [{numbers[span.source]}]"))
    return tuple(marked)


__all__ = ["TITLE", "with_source_list"]
