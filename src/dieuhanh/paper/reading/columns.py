"""What the columns of a table hold, by their heads: name, unit, plan, result, comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .grids import Grid
from .lexicon import Phrases, lexicon, meanings
from .tokens import tokens_of

_LEXICON = lexicon("tables")
_HEADS = Phrases(meanings(_LEXICON["heads"]))
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMERIC = re.compile(
    r"(?:[<>≥≤~]|trên|dưới|từ|khoảng|tối thiểu|không quá)?\s*[0-9][0-9.,]*\s*(?:[-–]\s*[0-9][0-9.,]*)?\s*%?"
)
_IN_BRACKETS = re.compile(r"\(([^)]{1,30})\)")
_MOST_HEADS = 3
_NAMES = {
    kind: Phrases(dict.fromkeys(phrases, True)) for kind, phrases in _LEXICON["values"].items()
}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: "name", "unit", "plan", "actual", "estimate", "previous", "ratio",
    "growth", "year" (a bare year), "number", "note" or "" (unknown)."""

    kind: str
    year: int | None
    head: str


def columns_of(grid: Grid) -> tuple[list[Column], int] | None:
    """The columns and the first row of values; None when the lines are no table of indicators."""
    first = next((i for i, row in enumerate(grid.rows) if _values(row) and i), None)
    if first is None or first > _MOST_HEADS:
        return None
    width = max(len(row) for row in grid.rows[: first + 1])
    heads = [
        " ".join(row[at].text for row in grid.rows[:first] if at < len(row)).strip()
        for at in range(width)
    ]
    columns = [_column(head) for head in heads]
    if not any(c.kind in {"plan", "actual", "estimate", "year", "ratio"} for c in columns):
        return None
    return _with_name(columns, grid, first), first


def _values(row: tuple[object, ...]) -> bool:
    """Whether a row holds a measured value: a number that is no year and not only its place."""
    texts = [getattr(cell, "text", "") for cell in row[1:]]
    return any(_NUMERIC.fullmatch(t) and not _YEAR.fullmatch(t) for t in texts)


def _column(head: str) -> Column:
    words = [token.folded for token in tokens_of(head)]
    years = [int(y) for y in _YEAR.findall(head)]
    year = max(years) if years else None
    if not words:
        return Column("", year, head)
    named = _HEADS.at(words, 0, len(words))
    if named and (named[0] != "unit" or len(words) <= named[1] + 2) and not years:
        return Column(named[0], year, head)
    if "%" in words and "/" in words and _NAMES["plan"].within(words, 0, len(words)):
        return Column("ratio", year, head)  # "ƯTH/KH (%)"
    for kind in ("ratio", "growth", "previous", "estimate", "plan", "actual"):
        if _NAMES[kind].within(words, 0, len(words)):
            return Column(kind, year, head)
    if words in (["%"], ["(", "%", ")"]):
        return Column("ratio", year, head)
    return Column("year" if year else "", year, head)


def _with_name(columns: list[Column], grid: Grid, first: int) -> list[Column]:
    """The column of names, if no head says so: the first that holds words."""
    if any(c.kind == "name" for c in columns):
        return columns
    for at, column in enumerate(columns):
        held = [row[at].text for row in grid.rows[first:] if at < len(row)]
        if column.kind in {"", "note"} and any(
            len(t) > 3 and not _NUMERIC.fullmatch(t) for t in held
        ):
            return [*columns[:at], Column("name", None, column.head), *columns[at + 1 :]]
    return columns


def unit_in(head: str) -> str:
    """A unit told in brackets: "Kế hoạch (tỷ đồng)"; "" when none is."""
    found = _IN_BRACKETS.findall(head)
    return found[-1].strip() if found and not _YEAR.search(found[-1]) else ""


__all__ = ["Column", "columns_of", "unit_in"]
