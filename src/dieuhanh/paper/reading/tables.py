"""Tables read as tables: what names the figures, rows or columns, and each figure's claim.

Of three sorts: rows are indicators and columns tell plan, result, year; rows are areas, bodies or
things and columns tell what is measured; rows are indicators and columns areas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from .columns import Column, columns_of, unit_in
from .grids import Cell, Grid, ranks
from .layout import Page
from .lexicon import lexicon
from .measures import (
    Measure,
    composed,
    is_place,
    is_whole,
    measure_of,
    place_in,
    usual_unit,
)
from .records import Claim
from .table_heads import caption_in
from .table_rows import Row, Setting, row_claims, words_of_name
from .table_titles import Title, title_of
from .units import family_of

_DITTO = frozenset(lexicon("tables")["ditto"]["words"])
_LEADING = re.compile(
    r"^(?:trong đó\s*:?|[-+–•*]|[0-9]+(?:\.[0-9]+)*[.)]|[a-zđ]\)|[ivx]+\.|[A-Z]\.)\s*",
    re.IGNORECASE,
)
_PARTS = ("-", "+", "–", "•", "trong đó")
_LOOKED_AT = 40
_SEVERAL = 2
_OF_PLANS = frozenset({"plan", "actual", "estimate"})
COMPARED = frozenset({"ratio", "growth"})
_YEAR_ROW = re.compile(r"(?:năm\s*)?((?:19|20)[0-9]{2})", re.IGNORECASE)
Cells = dict[int, Cell]


class _Table(NamedTuple):
    columns: list[Column]
    rows: Sequence[Sequence[Cell]]
    title: Title
    setting: Setting


class _Group(NamedTuple):
    """Columns that tell of one measure."""

    measure: str
    unit: str
    columns: dict[int, Column]
    sure: bool = False
    """Whether its words are those an indicator's name begins with."""


def table_claims(
    page: Page, grid: Grid, *, year: int | None, planned: bool, period: str | None
) -> Iterator[Claim]:
    """The claims of a table; none when its heads tell nothing that is measured.

    `year` is the one reported, `planned` whether a figure without a head that tells is a target.
    """
    read = columns_of(grid)
    if read is None:
        return
    columns, first = read
    title = title_of(page.text, grid.start, caption_in(grid))
    setting = _with_plan(columns, Setting(year, planned, period))
    rows = [row for row in grid.rows[first:] if not ranks(row)]
    table = _Table(columns, rows, title, setting)
    if _of_places(table):
        yield from _by_columns(page, table, places=True)
    elif areas := {
        at: p for at, c in enumerate(columns) if c.kind == "" and (p := place_in(c.head))
    }:
        yield from _by_areas(page, table, areas)
    elif _of_indicators(table):
        yield from _by_rows(page, table)
    else:
        yield from _by_columns(page, table, places=False)


def _of_indicators(table: _Table) -> bool:
    """Whether heads tell plan, result or year, and not those of several measures."""
    told = [m for c in table.columns if (m := measure_of(c))]
    kinds = {m.kind for m in told} - {"growth", ""}
    return bool(kinds) and len({m.name for m in told if m.sure}) < _SEVERAL


def _with_plan(columns: list[Column], of: Setting) -> Setting:
    """Beside columns of a plan, those of a bare year before it tell what was."""
    plans = [c for c in columns if c.kind == "plan"]
    first = min((c.year for c in plans if c.year), default=None)
    before = [c.year for c in columns if c.kind == "year" and c.year and first and c.year < first]
    return replace(of, year=max(before, default=of.year), planned=of.planned and not plans)


def _of_places(table: _Table) -> bool:
    """Whether rows are areas or bodies: by the head, or by most of the names."""
    if any(c.kind == "place" for c in table.columns):
        return True
    at = next((at for at, c in enumerate(table.columns) if c.kind == "name"), None)
    held = [row[at].text for row in table.rows[:_LOOKED_AT] if at is not None and at < len(row)]
    named = [bare(text) for text in held if text and not is_whole(bare(text))]
    return 2 * sum(map(is_place, named)) > len(named)


def _by_rows(page: Page, table: _Table) -> Iterator[Claim]:
    """A row names its indicator; the columns tell plan, result and comparison, or parts of a year."""
    setting = _setting(table)
    for row, cells in _named(table):
        measured = [(c, cells[at]) for at, c in enumerate(table.columns) if at in cells]
        yield from row_claims(page, row, measured, table.setting)
        for column, cell in measured:
            if column.kind == "part":
                yield from row_claims(page, row, [(replace(column, kind="value"), cell)], setting)


def _by_areas(page: Page, table: _Table, areas: dict[int, str]) -> Iterator[Claim]:
    """A row names its indicator, a column the area: "Chỉ tiêu | ĐVT | Toàn tỉnh | Huyện A"."""
    setting = _setting(table)
    for row, cells in _named(table):
        told = [(c, cells[at]) for at, c in enumerate(table.columns) if at in cells]
        yield from row_claims(page, row, told, table.setting)
        for at, place in areas.items():
            if at in cells:
                of = replace(row, about=None if is_whole(place) else place)
                column = replace(table.columns[at], kind="value", head="")
                yield from row_claims(page, of, [(column, cells[at])], setting)


def _named(table: _Table) -> Iterator[tuple[Row, Cells]]:
    """Rows by their indicator, with its unit."""
    above = parent = ""
    for line in table.rows:
        cells = dict(enumerate(line))
        named = _cell_of("name", table.columns, cells)
        if named is None or not named.text:
            continue
        unit_cell = _cell_of("unit", table.columns, cells)
        told = unit_cell.text if unit_cell else ""
        above = above if told.lower() in _DITTO or not told else told
        part = named.text.lower().startswith(_PARTS)
        parent = parent if part else words_of_name(bare(named.text))[1]
        own = (told and above) or unit_in(named.text)
        whole = named.text.removesuffix(f"({unit_in(named.text)})") if not told else named.text
        name = bare(whole)
        unit = own or usual_unit(name, table.title.unit, own=False)
        yield Row(named, name, unit, parent if part else ""), cells


def _by_columns(page: Page, table: _Table, *, places: bool) -> Iterator[Claim]:
    """A column names what is measured, of the area, body, thing or year that the row is."""
    groups = _groups(table, places=places)
    setting = _setting(table)
    for line in table.rows:
        cells = dict(enumerate(line))
        named = _cell_of("place", table.columns, cells) or _cell_of("name", table.columns, cells)
        if named is None or not named.text:
            continue
        name = bare(named.text)
        year = _YEAR_ROW.fullmatch(name)
        for group in groups:
            row = _row_of(named, name, group, table.title, places=places, year=bool(year))
            named_well = year or (places and group.sure)
            if not (row.unit or named_well) or family_of(row.unit) == "uncounted":
                continue  # a number of nothing in particular, or of tasks
            told = [(c, cells[at]) for at, c in group.columns.items() if at in cells]
            if year:
                told = [(replace(c, year=int(year[1])), cell) for c, cell in told]
            yield from row_claims(page, row, told, replace(setting, year=None) if year else setting)


def _row_of(
    named: Cell, name: str, group: _Group, title: Title, *, places: bool, year: bool
) -> Row:
    measure = group.measure or (title.measure if places else "")
    about = name if places and not is_whole(name) else None
    if not measure:
        indicator = name
    elif places or year:
        indicator = measure
    else:
        indicator = composed(measure, name)
    own = bool(group.unit)
    return Row(
        named, indicator, usual_unit(indicator, group.unit or title.unit, own=own), "", about
    )


def _groups(table: _Table, *, places: bool) -> list[_Group]:
    """The columns by what they measure, in the order of the table."""
    told = {at: m for at, c in enumerate(table.columns) if (m := measure_of(c))}
    found: dict[str, list[tuple[int, Measure]]] = {}
    for at, measure in told.items():
        if _counts(measure, told, table, places=places):
            found.setdefault(measure.name, []).append((at, measure))
        elif measure.kind:
            found.setdefault("", []).append((at, measure))
    made = []
    for name, members in found.items():
        columns = {at: replace(table.columns[at], kind=m.kind or "value") for at, m in members}
        unit = next((m.unit for _, m in members if m.unit and m.kind not in COMPARED), "")
        if any(column.kind not in COMPARED for column in columns.values()):
            sure = any(m.sure for _, m in members) or not name
            made.append(_Group(name or _deed(columns), unit, columns, sure))
            continue
        for at, column in columns.items():
            if "%" not in column.head and not _shares(column.head):
                continue  # "Hoàn thành" of things counted
            share = _share(name, column, told[at])
            share = "" if not name and table.title.measure and share == "Tỷ lệ" else share
            made.append(_Group(share, "%", {at: replace(column, kind="value")}))
    return made


def _shares(head: str) -> bool:
    return any(word in head.lower() for word in ("tỷ lệ", "tỉ lệ", "tốc độ"))


def _share(name: str, column: Column, measure: Measure) -> str:
    """The name of a share without a plan beside it: "Tỷ lệ hộ nghèo", "Tỷ lệ giải ngân"."""
    if column.kind == "ratio" and name:
        return composed("Tỷ lệ", name)
    return name or (measure.whole if _shares(measure.whole) else "Tỷ lệ")


def _counts(measure: Measure, told: dict[int, Measure], table: _Table, *, places: bool) -> bool:
    """Whether a head's words name what is measured, not only whose plan it is."""
    if not measure.name:
        return False
    if measure.sure or (measure.kind == "" and (places or bool(measure.unit or table.title.unit))):
        return True
    if measure.kind and sum(m.name == measure.name for m in told.values()) > 1:
        return True
    return measure.kind in COMPARED and not any(m.kind in _OF_PLANS for m in told.values())


def _deed(columns: dict[int, Column]) -> str:
    """What was done, where a head of results says it: "Giải ngân"."""
    heads = (c.head for c in columns.values() if c.kind == "actual")
    return "Giải ngân" if any("giải ngân" in head.lower() for head in heads) else ""


def _setting(table: _Table) -> Setting:
    """As the title says, where it does: targets or results, and of which year."""
    of, title = table.setting, table.title
    planned = title.role == "plan" if title.role else of.planned
    period = f"năm {title.year}" if title.year else of.period
    return Setting(title.year or of.year, planned, period)


def _cell_of(kind: str, columns: list[Column], cells: Cells) -> Cell | None:
    return next((cells[i] for i, c in enumerate(columns) if c.kind == kind and i in cells), None)


def bare(name: str) -> str:
    """A row's name without its list mark and "Trong đó"."""
    shown = name
    while (shorter := _LEADING.sub("", shown, count=1)) != shown and shorter:
        shown = shorter
    return shown.strip(" :;.,*")


__all__ = ["table_claims"]
