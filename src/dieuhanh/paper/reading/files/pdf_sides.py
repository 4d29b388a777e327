"""Lines whose runs stand in columns: tables without drawn lines, and texts side by side.

A letterhead sets issuer and national title beside each other; a signature stands beside the list
of receivers. Those are read one after the other; a table is read row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .pdf_letters import Row, Run

LEAST_ROWS = 3
LEAST_COLUMNS = 3


@dataclass(slots=True)
class Aligned:
    """A table without drawn lines: its rows as cells."""

    rows: list[list[str]]


@dataclass(slots=True)
class Side:
    """Lines that stand beside others: each is one of its own unless it plainly runs on."""

    rows: list[Row]


def parts_of(rows: Sequence[Row]) -> Iterator[list[Row] | Aligned | Side]:
    """Lines of a page in reading order: plain ones together, each table and each side by itself."""
    plain: list[Row] = []
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _apart(rows, at, end):
            end += 1
        block = rows[at:end]
        if not any(len(row.runs) > 1 for row in block):
            plain.append(rows[at])
            at += 1
            continue
        yield plain
        plain = []
        yield from _side_by_side(block)
        at = end
    yield plain


def _apart(rows: Sequence[Row], first: int, at: int) -> bool:
    """Whether the line goes on with a block of lines that have a gap in common."""
    row = rows[at]
    if at == first:
        return len(row.runs) > 1
    before = rows[at - 1]
    if before.bottom - row.top > 1.6 * row.height:
        return False
    gaps = _gaps(rows[first:at])
    return any(_keeps(row, gap) for gap in gaps)


def _keeps(row: Row, gap: tuple[float, float]) -> bool:
    """Whether a line leaves enough of a gap open."""
    low, high = gap
    for run in row.runs:
        if run.left <= low and run.right >= high:
            return False
        if run.right <= low or run.left >= high:
            continue
        if run.left < (low + high) / 2:
            low = run.right
        else:
            high = run.left
    return high - low > 0.8 * row.height


def _gaps(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The upright strips in which none of these lines has a letter."""
    edges = sorted((run.left, run.right) for row in rows for run in row.runs)
    height = rows[0].height
    gaps, reached = [], edges[0][1]
    for left, right in edges[1:]:
        if left - reached > 0.8 * height:
            gaps.append((reached, left))
        reached = max(reached, right)
    return gaps


def _side_by_side(block: Sequence[Row]) -> Iterator[list[Row] | Aligned | Side]:
    gaps = _gaps(block)
    if not gaps:
        yield list(block)
        return
    table = _table(block, gaps)
    if table is not None:
        yield Aligned(table)
        return
    for side in range(len(gaps) + 1):
        column = [Row(runs) for row in block if (runs := _between(row, gaps, side))]
        if column:
            yield Side(column)


def _between(row: Row, gaps: Sequence[tuple[float, float]], side: int) -> list[Run]:
    return [run for run in row.runs if _side(run, gaps) == side]


def _side(run: Run, gaps: Sequence[tuple[float, float]]) -> int:
    return sum(run.left >= low + (high - low) / 2 for low, high in gaps)


def _table(block: Sequence[Row], gaps: Sequence[tuple[float, float]]) -> list[list[str]] | None:
    """The rows of a table, a cell's further lines joined to its first; None where there is none."""
    if len(block) < LEAST_ROWS or len(gaps) + 1 < LEAST_COLUMNS:
        return None
    cells = [
        [" ".join(run.text for run in _between(row, gaps, side)) for side in range(len(gaps) + 1)]
        for row in block
    ]
    whole = [row for row in cells if sum(map(bool, row)) >= LEAST_COLUMNS]
    figures = sum(any(_figure(cell) for cell in row) for row in whole)
    if len(whole) < 2 or figures * 2 < len(whole):
        return None
    made: list[list[str]] = []
    for row in cells:
        filled = [at for at, cell in enumerate(row) if cell]
        runs_on = made and not any(_figure(cell) for cell in row) and len(filled) * 2 <= len(row)
        if runs_on and (len(made) == 1 or all(made[-1][at] for at in filled)):
            made[-1] = [f"{old} {new}".strip() for old, new in zip(made[-1], row, strict=True)]
        else:
            made.append(row)
    return made


def _figure(text: str) -> bool:
    """Whether a cell holds a figure and little else."""
    bare = text.strip("()%+-–*< >≥≤")
    digits = sum(letter.isdigit() for letter in bare)
    return digits > 0 and digits * 2 >= len(bare.replace(".", "").replace(",", ""))
