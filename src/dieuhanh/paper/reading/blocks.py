"""A text as a page shows it: paragraphs, and tables whose cells stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]
_FIGURE = re.compile(r"[<>≥≤~+–−-]?\s*[0-9][0-9.,]*(?:\s*[-–]\s*[0-9][0-9.,]*)?\s*%?|[-–…x]")
_RULE = re.compile(r"[\s|:+-]*\|[\s|:+-]*")
_EDGES = " \u00a0\r"
_FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text, or a table: its rows with where each cell stands. Empty lines are none."""

    start: int
    end: int
    rows: tuple[tuple[Span, ...], ...] = ()
    heads: int = 0
    """How many rows at the top hold no figure."""


def blocks_of(text: str) -> list[Block]:
    """The lines that hold words; rows with tabs or bars, two or more together, are one table.

    >>> [len(block.rows) for block in blocks_of("Biểu 1\\nA\\tB\\n1\\t2\\nHết.")]
    [0, 2, 0]
    """
    made: list[Block] = []
    rows: list[Span] = []
    way = ""
    for start, end in _lines(text):
        told = _way(text[start:end])
        if rows and told != way:
            made += _table(text, rows, way)
            rows = []
        if told:
            rows.append((start, end))
        elif text[start:end].strip():
            made.append(Block(start, end))
        way = told
    return [*made, *_table(text, rows, way)] if rows else made


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number, or what stands for one that is not there."""
    return bool(_FIGURE.fullmatch(cell.strip()))


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _way(line: str) -> str:
    if "\t" in line and line.strip():
        return "\t"
    return "|" if line.strip()[:1] == "|" and line.count("|") >= _FEWEST_BARS else ""


def _table(text: str, lines: list[Span], way: str) -> Iterator[Block]:
    if len(lines) == 1:
        yield Block(*lines[0])
        return
    told = [line for line in lines if not (way == "|" and _RULE.fullmatch(text[slice(*line)]))]
    rows = [tuple(_cells(text, start, end, way)) for start, end in told]
    width = max(map(len, rows), default=0)
    even = tuple(row + ((row[-1][1],) * 2,) * (width - len(row)) for row in rows)
    yield Block(lines[0][0], lines[-1][1], even, _heads(text, even))


def _heads(text: str, rows: tuple[tuple[Span, ...], ...]) -> int:
    """The rows above the first with a figure behind its first cell; one where all have words."""
    for at, row in enumerate(rows):
        if any(is_figure(text[slice(*cell)]) for cell in row[1:]):
            return at
    return min(1, len(rows))


def _cells(text: str, start: int, end: int, way: str) -> Iterator[Span]:
    if way == "|":
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        start += 1
        end -= end > start and text[end - 1] == "|"
    at = start
    for part in text[start:end].split(way):
        first, last = at, at + len(part)
        while first < last and text[first] in _EDGES:
            first += 1
        while last > first and text[last - 1] in _EDGES:
            last -= 1
        yield first, last
        at += len(part) + 1


__all__ = ["Block", "Span", "blocks_of", "is_figure"]
