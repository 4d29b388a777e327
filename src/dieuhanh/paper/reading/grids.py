"""Tables in plain text, found by how their lines are cut: pipes, tabs, or columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dieuhanh.domain.text import nfc

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)")
_WIDE = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0]*")
_RULE = re.compile(r"[\s|:+=_-]+")
_FEWEST_ROWS = 2
_FEWEST_CELLS = 3
_OUTER = " \t\u00a0*_`|\r\n"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text without stars, and where it stands in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table, and the span of its lines."""

    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def grids_of(text: str) -> list[Grid]:
    """Every table of the text: at least two lines cut alike into two cells or more."""
    found: list[Grid] = []
    block: list[tuple[Cell, ...]] = []
    way, begin, end = "", 0, 0
    for start, line in _lines(text):
        told = _way(line)
        if told == "rule" and block:
            end = start + len(line)
            continue
        if told and (told == way or not block) and told != "rule":
            way, begin = told, begin if block else start
            block.append(tuple(_cells(line, start, told)))
            end = start + len(line)
            continue
        found += _finished(block, begin, end)
        block = []
        if told and told != "rule":
            way, begin, end = told, start, start + len(line)
            block = [tuple(_cells(line, start, told))]
    return found + _finished(block, begin, end)


def _finished(block: list[tuple[Cell, ...]], begin: int, end: int) -> list[Grid]:
    return [Grid(tuple(block), begin, end)] if len(block) >= _FEWEST_ROWS else []


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            yield match.start(), match.group().rstrip("\r\n\x0b\x0c\x85\u2028\u2029")


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
    return "space" if len(_WIDE.findall(inner)) >= _FEWEST_CELLS - 1 else ""


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


__all__ = ["Cell", "Grid", "grids_of"]
