"""Tables of indicators read as tables: a row is one clause, its columns tell plan and result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dieuhanh.domain.text import nfc

from .columns import Column, columns_of, unit_in
from .grids import Cell, Grid
from .kinds import kind_of
from .layout import Page
from .lexicon import lexicon
from .naming import head_of
from .numbers import value_of
from .quantities import Quantity
from .records import Bound, Claim, Role
from .units import Unit, normal_unit, unit_at

_DITTO = frozenset(lexicon("tables")["ditto"]["words"])
_VALUE = re.compile(
    r"(?P<bound>[<>≥≤~]|trên|dưới|từ|khoảng|tối thiểu|không quá)?\s*(?P<low>[0-9][0-9.,]*)"
    r"\s*(?:[-–]\s*(?P<high>[0-9][0-9.,]*))?\s*(?P<unit>\S.*)?",
    re.IGNORECASE,
)
_BOUNDS: dict[str, Bound] = {
    ">": "more_than", "trên": "more_than", "<": "less_than", "dưới": "less_than", "≥": "at_least",
    "từ": "at_least", "tối thiểu": "at_least", "≤": "at_most", "không quá": "at_most",
    "~": "about", "khoảng": "about",
}  # fmt: skip
_LEADING = re.compile(
    r"^(?:trong đó\s*:?|[-+–•*]|[0-9]+(?:\.[0-9]+)*[.)]|[a-zđ]\)|[ivx]+\.)\s*", re.IGNORECASE
)
_CAPTION_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*([^\n\r)]{1,30})", re.IGNORECASE)
_CAPTION = 300  # characters above a table in which "ĐVT: triệu đồng" may stand
_PARTS = ("-", "+", "–", "•", "trong đó")
_HUNDRED = Decimal(100)
LATEST = 9999  # a result whose head names no year is the one reported
_INDEX = Decimal(50)  # a comparison from here on is an index (108,5), below it a growth (8,5)


class _Head(NamedTuple):
    """A row's name and unit, and what the row it is a part of announces."""

    name: Cell
    unit: str
    parent: str


@dataclass(frozen=True, slots=True)
class _Value:
    value: Decimal
    high: Decimal | None
    bound: Bound | None
    unit: str
    cell: Cell
    column: Column


def table_claims(
    page: Page, grid: Grid, *, year: int | None, planned: bool, period: str | None
) -> Iterator[Claim]:
    """The claims of a table; none when its heads are not those of a table of indicators.

    `year` is the one reported, `planned` whether a figure without a head that tells is a target.
    """
    read = columns_of(grid)
    if read is None:
        return
    columns, first = read
    caption = _CAPTION_UNIT.search(nfc(page.text[max(0, grid.start - _CAPTION) : grid.start]))
    unit = caption.group(1).strip(" .*_") if caption else ""
    above = parent = ""
    for row in grid.rows[first:]:
        cells = dict(zip(range(len(columns)), row, strict=False))
        named = _cell_of("name", columns, cells)
        if named is None or not named.text:
            continue
        unit_cell = _cell_of("unit", columns, cells)
        told = unit_cell.text if unit_cell else ""
        above = above if told.lower() in _DITTO or not told else told
        part = named.text.lower().startswith(_PARTS)
        parent = parent if part else _head(named.text)
        head = _Head(named, (told and above) or unit, parent if part else "")
        yield from _row(page, head, columns, cells, year=year, planned=planned, period=period)


def _cell_of(kind: str, columns: list[Column], cells: dict[int, Cell]) -> Cell | None:
    return next((cells[i] for i, c in enumerate(columns) if c.kind == kind and i in cells), None)


def _head(name: str) -> str:
    """What a row's name announces: a growth's parts are growths too."""
    small = Page(_bare(name))
    return head_of(small, 0, len(small.words))


def _row(
    page: Page, head: _Head, columns: list[Column], cells: dict[int, Cell],
    *, year: int | None, planned: bool, period: str | None,
) -> Iterator[Claim]:  # fmt: skip
    values = [v for i, c in enumerate(columns) if i in cells and (v := _value(cells[i], c))]
    results = [v for v in values if _is_result(v.column, year, planned=planned)]
    plans = [
        v
        for v in values
        if v not in results and v.column.kind in {"plan", "year", "actual", "estimate"}
    ]
    result = max(results, key=lambda v: (v.column.year or LATEST, v.cell.start), default=None)
    before = [v for v in results if v is not result] + [
        v for v in values if v.column.kind == "previous"
    ]
    reported = _reported(result, plans, year)
    own = [p for p in plans if result and p.column.year in {None, reported}]
    coming = [p for p in plans if p not in own]
    more: dict[str, Decimal | None] = {}
    if own:
        more = {"plan_value": own[-1].value, "plan_value_high": own[-1].high}
    if before:
        more["prev_value"] = before[-1].value
    used = [*own, *before, *_compared(values, more)]
    if result and (own or not coming):
        yield _claim(page, head, result, "actual", more, used, period)
    for plan in coming[-1:]:
        prev: dict[str, Decimal | None] = {"prev_value": result.value} if result else {}
        yield _claim(page, head, plan, "plan", prev, [result] if result else [], period)


def _is_result(column: Column, year: int | None, *, planned: bool) -> bool:
    if column.kind in {"actual", "estimate"}:
        return True
    if column.kind != "year":
        return False
    return not planned if year is None or column.year == year else (column.year or 0) < year


def _reported(result: _Value | None, plans: list[_Value], year: int | None) -> int | None:
    """The year of a row's result: its head's, the paper's if a plan is of it, the first planned."""
    planned = [p.column.year for p in plans if p.column.year]
    if result is None or result.column.year or not planned:
        return result.column.year if result else year
    return year if year in planned else min(planned)


def _compared(values: list[_Value], more: dict[str, Decimal | None]) -> list[_Value]:
    """Completion and growth told in columns of their own."""
    used = []
    for value in values:
        if value.column.kind == "ratio" and "plan_ratio_pct" not in more:
            more["plan_ratio_pct"] = value.value
            used.append(value)
        elif value.column.kind == "growth" and "yoy_pct" not in more:
            more["yoy_pct"] = value.value - _HUNDRED if value.value >= _INDEX else value.value
            used.append(value)
    return used


def _value(cell: Cell, column: Column) -> _Value | None:
    if column.kind in {"name", "unit", "number", "note", ""}:
        return None
    found = _VALUE.fullmatch(cell.text)
    low = value_of(found["low"]) if found else None
    if found is None or low is None:
        return None
    high = value_of(found["high"]) if found["high"] else None
    bound = _BOUNDS.get((found["bound"] or "").lower())
    return _Value(low, high, bound, (found["unit"] or "").strip(), cell, column)


def _claim(
    page: Page, row: _Head, value: _Value, role: Role,
    more: dict[str, Decimal | None], used: list[_Value], period: str | None,
) -> Claim:  # fmt: skip
    named, unit = row.name, row.unit
    written = normal_unit(value.unit or unit or unit_in(value.column.head) or unit_in(named.text))
    name = _bare(named.text.removesuffix(f"({unit_in(named.text)})") if not unit else named.text)
    small = Page(name)
    quantity, completed = _measured(value, written, name)
    head = head_of(small, 0, len(small.words))
    head = row.parent if row.parent == "growth" and head in {"", "sector"} else head
    opening = small.words[0] if small.words else ""
    falls = "giảm" in small.words and quantity.is_rate
    kind, direction = kind_of(
        quantity,
        ["down"] if falls and opening != "giảm" else [],
        head,
        opening,
        falls=falls,
        unit=completed,
    )
    end = max([value.cell.end, *(v.cell.end for v in used if v.cell.start < value.cell.end)])
    tail = [v.cell.end for v in used if v.column.kind in {"ratio", "growth"}]
    end = max([end, *tail]) if role == "actual" else end
    start = named.start
    year = value.column.year
    return Claim(
        indicator=name, value=value.value, value_high=value.high, unit=completed, kind=kind,
        direction=direction, bound=value.bound, role=role,
        estimate=value.column.kind == "estimate", period=f"năm {year}" if year else period,
        quote=page.text[start:end], start=start, end=end, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _bare(name: str) -> str:
    """A row's name without its list mark and "Trong đó"."""
    bare = name
    while (shorter := _LEADING.sub("", bare, count=1)) != bare and shorter:
        bare = shorter
    return bare.strip(" :;.,*")


def _measured(value: _Value, unit: str, name: str) -> tuple[Quantity, str]:
    """The quantity of a cell with its unit's family, and the unit completed by the row's name."""
    cell = Page(unit)
    read = unit_at(cell, 0, len(cell.words)) if cell.words else None
    found = Unit(0, unit, read.family if read else "open", (0, 0), "/" in unit)
    completed = unit
    if (
        "/" in name
        and "/" not in unit
        and read is not None
        and read.family not in {"percent", "permille", "money"}
    ):
        under = name.split("/", 1)[1].split(" (", maxsplit=1)[0].strip()
        short = under if len(under.split()) <= 2 else under.split()[0]
        completed = f"{unit}/{short}"
    return Quantity(0, 0, value.value, value.high, found), completed


__all__ = ["table_claims"]
