"""Pages into blocks of text in reading order: paragraphs, tables, columns side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .pdf_grids import Grid, grids_of
from .pdf_letters import Leaf, Row, rows_of
from .pdf_paragraphs import paragraphs_of
from .pdf_sides import Aligned, Side, parts_of

MARGIN = 0.12  # of a page's height, above and below: where heads, feet and page numbers stand
_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Sheet:
    """A page told apart: its lines outside tables, its tables, what was left out of it."""

    rows: list[Row]
    grids: list[Grid]
    bottom: float
    top: float
    dropped: list[Row] = field(default_factory=list)


def told_pages(leaves: Sequence[Leaf]) -> dict[str, Any]:
    """All pages as blocks: `p` a paragraph's [[text, page], …], `cells` a ruled table's, `rows` those
    of one without rules."""
    sheets = []
    for leaf in leaves:
        grids, left = grids_of(leaf.rules, leaf.glyphs)
        sheets.append(Sheet(rows_of(left), grids, leaf.bottom, leaf.top))
    head = " \n".join(_head_words(sheets, leaves))
    _drop_heads(sheets)
    _join_tables(sheets)
    blocks: list[dict[str, Any]] = []
    for page, sheet in enumerate(sheets, start=1):
        _add(blocks, list(_blocks(sheet)), page)
    pictured = [n for n, leaf in enumerate(leaves, 1) if leaf.pictured and not leaf.readable]
    dropped = sum(len(sheet.dropped) for sheet in sheets)
    return {"blocks": blocks, "pictured": pictured, "dropped": dropped, "head": head}


def _head_words(sheets: Sequence[Sheet], leaves: Sequence[Leaf]) -> Iterator[str]:
    """What may carry a mark of secrecy: the first page's lines, all pages' edges and watermarks."""
    for row in sheets[0].rows[:40]:
        yield from (run.text for run in row.runs)
    for sheet in sheets[1:]:
        yield from (row.text for row in _edge_rows(sheet))
    yield from dict.fromkeys(leaf.slanted.strip() for leaf in leaves if leaf.slanted.strip())


def _edge_rows(sheet: Sheet) -> list[Row]:
    """The lines in a page's upper and lower margin, two of each at most."""
    edge = (sheet.top - sheet.bottom) * MARGIN
    high = [row for row in sheet.rows[:2] if row.bottom > sheet.top - edge]
    low = [row for row in sheet.rows[-2:] if row.top < sheet.bottom + edge and row not in high]
    return high + low


def _drop_heads(sheets: Sequence[Sheet]) -> None:
    """Leave out page numbers, and what stands at the edge of most pages alike."""
    edges = [_edge_rows(sheet) for sheet in sheets]
    shapes = Counter(shape for rows in edges for shape in {_shape(row) for row in rows})
    offsets = Counter(
        offset for page, rows in enumerate(edges, 1) for offset in {*_offsets(rows, page)}
    )
    for page, (sheet, rows) in enumerate(zip(sheets, edges, strict=True), start=1):
        for row in rows:
            often = shapes[_shape(row)]
            repeated = often >= 3 and often * 2 >= len(sheets)
            numbered = any(offset == 0 or offsets[offset] > 1 for offset in _offsets([row], page))
            if numbered or repeated:
                sheet.rows.remove(row)
                sheet.dropped.append(row)


def _shape(row: Row) -> str:
    return _DIGITS.sub("#", row.text.lower())


def _offsets(rows: Sequence[Row], page: int) -> Iterator[int]:
    """By how much the numbers that stand alone differ from the page's own."""
    for row in rows:
        if found := _NUMBER.fullmatch(row.text):
            yield int(found[1]) - page


def _join_tables(sheets: Sequence[Sheet]) -> None:
    """Make one of a ruled table that ends a page and goes on at the top of the next."""
    before: Grid | None = None
    for page, sheet in enumerate(sheets, start=1):
        sheet.grids.sort(key=lambda grid: -grid.top)
        for grid in sheet.grids:
            grid.pages = [page] * (len(grid.ys) - 1)
        first = sheet.grids[0] if sheet.grids else None
        ends = sheet.grids and not any(row.top < sheet.grids[-1].bottom for row in sheet.rows)
        last = sheet.grids[-1] if ends else None
        tops = first is not None and not any(row.top > first.top for row in sheet.rows)
        if before is not None and first is not None and tops and before.fits(first):
            before.take(first)
            sheet.grids.remove(first)
            last = before if last is first else last
        before = last


def _blocks(sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """A page's paragraphs and tables from the top down."""
    tables = list(sheet.grids)
    waiting: list[Row] = []
    for row in sheet.rows:
        while tables and tables[0].top > row.top:
            yield from _text(waiting)
            waiting = []
            yield "grid", tables.pop(0)
        waiting.append(row)
    yield from _text(waiting)
    yield from (("grid", table) for table in tables)


def _text(rows: Sequence[Row]) -> Iterator[tuple[str, Any]]:
    for part in parts_of(rows):
        if isinstance(part, Aligned):
            yield "rows", part.rows
        elif isinstance(part, Side):
            yield from (("p", passage) for passage in paragraphs_of(part.rows, beside=True))
        else:
            yield from (("p", passage) for passage in paragraphs_of(part))


def _add(blocks: list[dict[str, Any]], found: Sequence[tuple[str, Any]], page: int) -> None:
    """Put a page's blocks behind those of the pages before it; what the page broke goes on."""
    for at, (kind, block) in enumerate(found):
        last = blocks[-1] if blocks and at == 0 else {}
        if kind == "grid":
            cells = [
                [c.row, c.column, c.text, c.rows, c.columns, list(c.paragraphs)]
                for c in block.cells()
            ]
            blocks.append({"cells": cells, "pages": block.pages})
        elif kind == "rows":
            if "rows" in last and len(last["rows"][0][0]) == len(block[0]):
                again = block[0] == last["rows"][0][0]
                last["rows"] += [[row, page] for row in block[again:]]
            else:
                blocks.append({"rows": [[row, page] for row in block]})
        elif last.get("full") and not block.begins and block.text[:1].islower():
            last["p"].append([block.text, page])
            last["full"] = block.full
        else:
            blocks.append({"p": [[block.text, page]], "full": block.full})
