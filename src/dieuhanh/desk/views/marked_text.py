"""A text by lines, cut where the words of a record begin or end, so that each can be marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
class Line:
    """A line of the text; of a table a row."""

    row: bool
    pieces: list[Piece] = field(default_factory=list)


def lines_of(text: str, spans: Sequence[Span]) -> list[Line]:
    """The lines that hold words; `spans` in the order of their beginnings."""
    made, at, first = [], 0, 0
    for told in text.split("\n"):
        end = at + len(told)
        while first < len(spans) and spans[first][1] <= at:
            first += 1
        here = [span for span in spans[first : _after(spans, end)] if span[1] > at]
        if told.strip():
            made.append(Line("\t" in told, _pieces(told, at, here)))
        at = end + 1
    return made


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


__all__ = ["Line", "Piece", "Span", "lines_of"]
