"""Tables in plain text, found by how their lines are cut: pipes, tabs, or columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dieuhanh.domain.text import nfc

from .aligned import Cell, Placed, Span, aligned

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)")
_WIDE = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0]*")
_RULE = re.compile(r"[\s|:+=_-]+")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMERIC = re.compile(
    r"(?:(?:[Tt]ăng|[Gg]iảm)(?: thêm)?\s+)?"
    r"(?:[<>≥≤~+-]|trên|dưới|từ|khoảng|tối thiểu|không quá)?\s*[0-9][0-9.,]*"
    r"\s*(?:[-–]\s*[0-9][0-9.,]*)?\s*%?"
)
_PLACE = re.compile(r"\(?\s*(?:[A-ZĐ]|[0-9]{1,2})\s*\)?(?:\s*=.*)?")
_FEWEST_ROWS = 2
_FEWEST_CELLS = 3
_FEWEST_PLACES = 3
_LONGEST_LOOSE = 90  # letters of a line between rows that is a heading of them, or a name's end
_OUTER = " \t\u00a0*_`|\r\n"
Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table, and the span of its lines."""

    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def grids_of(text: str) -> list[Grid]:
    """Every table of the text: at least two lines cut alike into two cells or more."""
    found: list[Grid] = []
    way, block = "", list[Line]()
    before: Line | None = None
    waiting: Line | None = None
    for line in _lines(text):
        told = _way(line[1])
        if block and told in {way, "rule"}:
            block += [waiting] if waiting else []
            block += [line] if told != "rule" else []
            waiting = None
        elif block and not told and waiting is None and way != "pipe" and _loose(line[1]):
            waiting = line
            continue
        else:
            found += _finished(block, way)
            way, block, waiting = "", [], None
            if told and told != "rule":
                way = told
                block = [before, line] if before and way == "space" else [line]
        before = line if not told and _loose(line[1]) and _gaps(line[1]) == 1 else None
    return [*found, *_finished(block, way)]


def measured(row: Sequence[Cell]) -> bool:
    """Whether a row holds a measured value: a number that is no year and not only its place."""
    texts = [cell.text for cell in row[1:]]
    return any(_NUMERIC.fullmatch(t) and not _YEAR.fullmatch(t) for t in texts) and not ranks(row)


def ranks(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: "A | B | 1 | 2 | 3=2/1"."""
    texts = [cell.text for cell in row if cell.text]
    if len(texts) < max(_FEWEST_PLACES, len(row) - 1) or not all(map(_PLACE.fullmatch, texts)):
        return False
    numbers = [int(n[0]) for t in texts if (n := re.search("[0-9]+", t))]
    return numbers[:1] == [1] and numbers == list(range(1, len(numbers) + 1))


def _finished(block: list[Line], way: str) -> Iterator[Grid]:
    if len(block) < _FEWEST_ROWS:
        return
    start, end = block[0][0], block[-1][0] + len(block[-1][1])
    rows = [tuple(_cells(line, at, way)) for at, line in block]
    if way == "space":
        placed = [_placed(cells, *line) for cells, line in zip(rows, block, strict=True)]
        heads = next((at for at, row in enumerate(rows) if measured(row)), 0)
        rows = aligned(placed, heads)
    yield Grid(tuple(rows), start, end)


def _placed(cells: tuple[Cell, ...], start: int, line: str) -> Placed:
    """The cells with their places on the line as printed, however its letters are composed."""
    if line.isascii():
        spans: tuple[Span, ...] = tuple((c.start - start, c.end - start) for c in cells)
    else:
        at = [len(nfc(line[: c.start - start])) for c in cells]
        spans = tuple((a, a + len(nfc(c.text))) for a, c in zip(at, cells, strict=True))
    return Placed(cells, spans, loose=len(cells) < _FEWEST_CELLS)


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            yield match.start(), match.group().rstrip("\r\n\x0b\x0c\x85\u2028\u2029")


def _loose(line: str) -> bool:
    """A line of words that may stand between rows, or above the first, and be of the table."""
    inner = line.strip()
    return 0 < len(inner) <= _LONGEST_LOOSE and inner[-1] not in ".;:!?"


def _gaps(line: str) -> int:
    return len(_WIDE.findall(line.strip()))


def _way(line: str) -> str:
    """How a line is cut: "pipe", "tab", "space", "rule" (a line that only draws), "" not at all."""
    inner = line.strip()
    if not inner:
        return ""
    if ("-" in inner or "|" in inner or "+" in inner) and _RULE.fullmatch(inner):
        return "rule" if "|" in inner or "+" in inner else ""
    if inner.count("|") >= _FEWEST_CELLS - 1:
        return "pipe"
    if "\t" in line:
        return "tab"
    return "space" if _gaps(inner) >= _FEWEST_CELLS - 1 else ""


def _cells(line: str, start: int, way: str) -> Iterator[Cell]:
    """The cells of a line; the frame around a pipe table is no cell."""
    first, last = 0, len(line)
    if way == "pipe":
        first += len(line) - len(line.lstrip(" \t\u00a0"))
        first += line[first : first + 1] == "|"
        last = len(line.rstrip(" \t\u00a0"))
        last -= line[last - 1 : last] == "|" and last > first
        cuts = [m.span() for m in re.finditer(r"\|", line[:last]) if m.start() >= first]
    elif way == "tab":
        cuts = [m.span() for m in re.finditer("\t", line)]
    else:
        first = len(line) - len(line.lstrip(" \u00a0"))
        last = len(line.rstrip(" \u00a0"))
        cuts = [m.span() for m in _WIDE.finditer(line, first, last)]
    for cut_first, cut_last in [*cuts, (last, last)]:
        yield _cell(line, first, max(first, cut_first), start)
        first = cut_last


def _cell(line: str, first: int, last: int, start: int) -> Cell:
    while first < last and line[first] in _OUTER:
        first += 1
    while last > first and line[last - 1] in _OUTER:
        last -= 1
    plain = " ".join(nfc(line[first:last]).replace("*", " ").split())
    return Cell(plain, start + first, start + last)


__all__ = ["Cell", "Grid", "grids_of", "measured", "ranks"]
