"""What the columns of a table hold, by their heads: name, unit, plan, result, comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .grids import Grid
from .layout import Page
from .lexicon import Phrases, lexicon, meanings
from .table_heads import heads_of
from .times import times_of
from .tokens import tokens_of
from .units import unit_at

_LEXICON = lexicon("tables")
_HEADS = Phrases(meanings(_LEXICON["heads"]))
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_FIGURE = re.compile(r"\W*[0-9][0-9.,]*\s*(?:[-–]\s*[0-9][0-9.,]*)?\s*%?\W*")
_IN_BRACKETS = re.compile(r"\(([^)]{1,30})\)")
_NAMES = {
    kind: Phrases(dict.fromkeys(phrases, True)) for kind, phrases in _LEXICON["values"].items()
}
_YEARLY = frozenset({"năm", "tháng", "quý", "kỳ", "thời", "gian", "vụ", "/", ",", "mùa"})
_PART = re.compile(
    r"(?:quý|tháng)\s+(?:[ivx]{1,4}|[0-9]{1,2})|[0-9]{1,2} tháng(?: đầu năm| cuối năm)?|cả năm",
    re.IGNORECASE,
)
_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: "name", "place" (names of areas or bodies), "unit", "plan", "actual",
    "estimate", "previous", "ratio", "growth", "year" (a bare year), "part" (of a year: "Quý I"),
    "number", "note" or "" (unknown)."""

    kind: str
    year: int | None
    head: str
    period: str | None = None
    """What of a year the head names: "6 tháng đầu năm 2022"."""


def columns_of(grid: Grid) -> tuple[list[Column], int] | None:
    """The columns and the first row of values; None when no heads stand above values."""
    read = heads_of(grid)
    if read is None:
        return None
    heads, first = read
    return _with_name([_column(head) for head in heads], grid, first), first


def kind_in(words: list[str]) -> tuple[str, int, int] | None:
    """Which kind of figure a head tells, and where it says so."""
    for kind in ("ratio", "growth", "previous", "estimate", "plan", "actual"):
        if found := _NAMES[kind].within(words, 0, len(words)):
            return kind, found[1], found[2]
    return None


def _column(head: str) -> Column:  # noqa: PLR0911 - one for each way to name a column
    words = [token.folded for token in tokens_of(head)]
    years = [int(y) for y in _YEAR.findall(head)]
    year = max(years) if years else None
    if not words:
        return Column("", year, head)
    if all(word in _YEARLY for word in words):
        return Column("name", None, head)
    named = _HEADS.at(words, 0, len(words))
    if named and (named[0] != "unit" or len(words) <= named[1] + 2) and not years:
        return Column(named[0], year, head)
    if compared := _compared(words):
        return Column(compared, year, head)
    period = _period(head) if year else None
    if told := kind_in(words):
        return Column(told[0], year, head, period)
    if words in (["%"], ["(", "%", ")"]):
        return Column("ratio", year, head)
    if not year and _PART.fullmatch(head.strip()):
        return Column("part", None, head, _small(head.strip()).replace(" năm", ""))
    return Column("year" if year else "", year, head, period)


def _small(head: str) -> str:
    return head[:1].lower() + head[1:]


def _compared(words: list[str]) -> str:
    """ "ƯTH/KH (%)", "2022/2021", "KH 2023/ƯTH 2022 (%)": by what stands under the stroke; "" where
    none compares."""
    if words.count("/") != 1 or not ("%" in words or "sánh" in words):
        return ""
    at = words.index("/")
    above, below = words[:at], words[at + 1 :]
    planned = [bool(_NAMES["plan"].within(part, 0, len(part))) for part in (above, below)]
    years = [[int(w) for w in part if _YEAR.fullmatch(w)] for part in (above, below)]
    if planned[1]:
        return "ratio"
    if planned[0]:
        return "note"  # of a plan against what was before: nothing of the result
    return "growth" if all(years) and years[0][-1] > years[1][0] else ""


def _period(head: str) -> str | None:
    """The part of a year that a head names; None for a whole one."""
    small = Page(head)
    told = [t for t in times_of(small, 0, len(small.words)) if t.year and not t.same]
    parts = [t for t in told if {"tháng", "quý", "-"} & set(small.words[t.first : t.last])]
    return small.said(parts[-1].first, parts[-1].last) if parts else None


def _with_name(columns: list[Column], grid: Grid, first: int) -> list[Column]:
    """The column of names, if no head says so: "Đơn vị" over none of measure, or the first that
    holds words."""
    held = [
        [row[at].text for row in grid.rows[first : first + _LOOKED_AT] if at < len(row)]
        for at in range(len(columns))
    ]
    for at, column in enumerate(columns):
        if column.kind == "unit" and _of_words(held[at]) and not any(is_unit(t) for t in held[at]):
            columns = [*columns[:at], replace(column, kind="place"), *columns[at + 1 :]]
    if any(c.kind in {"name", "place"} for c in columns):
        return columns
    for at, column in enumerate(columns):
        if column.kind in {"", "note"} and _of_words(held[at]):
            return [*columns[:at], Column("name", None, column.head), *columns[at + 1 :]]
    return columns


def _of_words(texts: list[str]) -> bool:
    return any(len(text) > 3 and not _FIGURE.fullmatch(text) for text in texts)


def is_unit(text: str) -> bool:
    """Whether a text is the name of a known unit and nothing more: "Tấn", "triệu đồng"."""
    small = Page(text)
    found = unit_at(small, 0, len(small.words)) if small.words else None
    return found is not None and found.last == len(small.words) and found.family != "open"


def unit_in(head: str) -> str:
    """A unit told in brackets: "Kế hoạch (tỷ đồng)"; "" when none is."""
    found = _IN_BRACKETS.findall(head)
    return found[-1].strip() if found and not _YEAR.search(found[-1]) else ""


__all__ = ["Column", "columns_of", "is_unit", "kind_in", "unit_in"]
