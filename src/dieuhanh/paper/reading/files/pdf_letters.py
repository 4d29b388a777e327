"""Letters with their places gathered into runs, runs into lines. Measures are points, y upward."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

FAR = 1.0  # heights of a letter: a gap so wide parts two columns
AFTER_MARK = 3.5  # a list's number or bullet stands that far before its text
READABLE = 20  # letters; a page with fewer, covered by a picture, was scanned

_MARK = re.compile(r"[-–•·+*▪●○◦➢►✓]|\(?[0-9]{1,3}[.)]|\(?[a-zđ][.)]|[IVX]{1,5}\.")


class Glyph(NamedTuple):
    """A letter and its box; a space has no box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Rule(NamedTuple):
    """A straight line, level or upright."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Leaf:
    """A page: its letters, its rules, its lower and upper edge, whether pictures cover it."""

    glyphs: list[Glyph]
    rules: list[Rule]
    bottom: float
    top: float
    covered: bool
    pictured: bool
    slanted: str = ""

    @property
    def readable(self) -> bool:
        """Whether there is text to read: a stamp over a scan is none."""
        letters = sum(glyph.text.isalnum() for glyph in self.glyphs)
        return letters > (4 * READABLE if self.covered else 0)


@dataclass(slots=True)
class Run:
    """Letters that follow each other on a line with no gap wider than words have."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class Row:
    """One line of a page: its runs from left to right, parted by wide gaps."""

    runs: list[Run] = field(default_factory=list)

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def bottom(self) -> float:
        return min(run.bottom for run in self.runs)

    @property
    def top(self) -> float:
        return max(run.top for run in self.runs)

    @property
    def height(self) -> float:
        return max(run.height for run in self.runs)

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The lines of a page from the top down."""
    rows: list[list[Run]] = []
    for run in sorted(_runs(glyphs), key=lambda run: (-run.top - run.bottom, run.left)):
        for row in reversed(rows[-6:]):
            if _level(run, row[0]):
                row.append(run)
                break
        else:
            rows.append([run])
    made = [Row(list(_joined(sorted(row, key=lambda run: run.left)))) for row in rows]
    return sorted(made, key=lambda row: -row.top)


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    run: Run | None = None
    space = False
    for glyph in glyphs:
        if math.isnan(glyph.left):
            space = True
            continue
        if run is not None and _follows(glyph, run):
            run.text += (" " if space else "") + glyph.text
            run.left, run.right = min(run.left, glyph.left), max(run.right, glyph.right)
            if glyph.top - glyph.bottom > run.height:
                run.bottom, run.top = glyph.bottom, glyph.top
        else:
            if run is not None:
                yield run
            run = Run(glyph.text, glyph.left, glyph.bottom, glyph.right, glyph.top)
        space = False
    if run is not None:
        yield run


def _follows(glyph: Glyph, run: Run) -> bool:
    """Whether a letter goes on with a run: level with it, and not far ahead or behind."""
    if unicodedata.combining(glyph.text):
        return True
    size = max(run.height, glyph.top - glyph.bottom)
    gap = glyph.left - run.right
    return _level(glyph, run) and -0.5 * size < gap < FAR * size


def _level(one: Glyph | Run, other: Glyph | Run) -> bool:
    """Whether two boxes stand on one line: more than half of the lower one's height is shared."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs of one line; those that stand close are one."""
    last: Run | None = None
    for run in runs:
        if last is None:
            last = run
            continue
        gap, size = run.left - last.right, max(run.height, last.height)
        if gap < (AFTER_MARK if _MARK.fullmatch(last.text) else FAR) * size:
            between = " " if gap > 0.12 * size and not last.text.endswith(" ") else ""
            last.text += between + run.text
            last.right = max(last.right, run.right)
            last.bottom, last.top = min(last.bottom, run.bottom), max(last.top, run.top)
        else:
            yield last
            last = run
    if last is not None:
        yield last
