"""A text by lines and tables, cut where the words of a record begin or end, so that each can be marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dieuhanh.paper.reading.blocks import blocks_of, is_figure

Span = tuple[int, int, int, str]  # start, end, number of the record, its kind


@dataclass
class Piece:
    """A stretch of a line: its text, and the records whose words it is part of."""

    text: str
    items: tuple[int, ...] = ()
    target: int = 0
    """The record with the fewest words here: where the link goes."""
    begins: tuple[int, ...] = ()
    kind: str = ""


@dataclass
class Cell:
    """A cell of a table."""

    pieces: list[Piece]
    number: bool
    """Whether it holds a figure, which stands to the right."""


@dataclass
class Line:
    """A line of the text, or a table with its rows, those of the heads first."""

    pieces: list[Piece] = field(default_factory=list)
    heads: list[list[Cell]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)

    @property
    def table(self) -> bool:
        """Whether it is a table."""
        return bool(self.heads or self.rows)


def lines_of(text: str, spans: Sequence[Span]) -> list[Line]:
    """The lines that hold words, and the tables; `spans` in the order of their beginnings."""
    marker = _Marker(text, spans)
    made = []
    for block in blocks_of(text):
        if not block.rows:
            made.append(Line(marker.pieces(block.start, block.end)))
            continue
        rows = [
            [Cell(marker.pieces(*cell), is_figure(text[slice(*cell)])) for cell in row]
            for row in block.rows
        ]
        made.append(Line([], rows[: block.heads], rows[block.heads :]))
    return made


class _Marker:
    """The spans gone over once, however many stretches are asked for, in the order of the text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text, self._spans, self._first = text, spans, 0

    def pieces(self, start: int, end: int) -> list[Piece]:
        """A stretch cut where records begin and end."""
        spans = self._spans
        while self._first < len(spans) and spans[self._first][1] <= start:
            self._first += 1
        here = [span for span in spans[self._first : _after(spans, end)] if span[1] > start]
        return _pieces(self._text[start:end], start, here)


def _after(spans: Sequence[Span], end: int) -> int:
    """The first span that begins at `end` or later: they stand in the order of their beginnings."""
    return bisect_left(spans, end, key=lambda span: span[0])


def _pieces(told: str, at: int, here: Sequence[Span]) -> list[Piece]:
    edges = {0, len(told)}
    for start, end, _, _ in here:
        edges |= {max(0, start - at), min(len(told), end - at)}
    made = []
    ordered = sorted(edges)
    for low, high in pairwise(ordered):
        over = [span for span in here if span[0] - at <= low and span[1] - at >= high]
        shortest = min(over, key=lambda span: span[1] - span[0], default=None)
        made.append(
            Piece(
                told[low:high], tuple(span[2] for span in over), shortest[2] if shortest else 0,
                tuple(span[2] for span in over if max(span[0] - at, 0) == low and span[0] >= at),
                shortest[3] if shortest else "",
            )
        )  # fmt: skip
    return made


__all__ = ["Cell", "Line", "Piece", "Span", "lines_of"]
