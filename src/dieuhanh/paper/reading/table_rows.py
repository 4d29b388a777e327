"""One row of a table is one clause: its result is the claim, plan and comparisons ride along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from .columns import Column, unit_in
from .grids import Cell
from .kinds import Said, kind_of
from .layout import Page
from .naming import head_of
from .numbers import value_of
from .quantities import Quantity
from .records import Bound, Claim, Role
from .units import Unit, normal_unit, unit_at

_VALUE = re.compile(
    r"(?:(?P<way>tăng|giảm)(?: thêm)?\s+)?(?P<bound>[<>≥≤~]|trên|dưới|từ|khoảng|tối thiểu|không quá)?\s*(?P<minus>[-–−]\s*)?"
    r"(?P<low>[0-9][0-9.,]*)\s*(?:[-–]\s*(?P<high>[0-9][0-9.,]*))?\s*(?P<unit>\S.*)?",
    re.IGNORECASE,
)
_BOUNDS: dict[str, Bound] = {
    ">": "more_than", "trên": "more_than", "<": "less_than", "dưới": "less_than", "≥": "at_least",
    "từ": "at_least", "tối thiểu": "at_least", "≤": "at_most", "không quá": "at_most",
    "~": "about", "khoảng": "about",
}  # fmt: skip
_WAYS = {"tăng": "up", "giảm": "down"}
_NEVER = frozenset({"name", "place", "unit", "number", "note", ""})
_HUNDRED = Decimal(100)
_INDEX = Decimal(50)  # a comparison from here on is an index (108,5), below it a growth (8,5)
_GROWS = ("tăng", "giảm", "+/-", "±")
LATEST = 9999  # a result whose head names no year is the one reported


@dataclass(frozen=True, slots=True)
class Row:
    """What a row's figures measure, in which unit, and what the row it is a part of announces."""

    first: Cell
    """The cell its words begin with."""
    indicator: str
    unit: str
    parent: str = ""
    about: str | None = None
    """The area or body the row is about, where its name is no indicator's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole table: the year reported, whether untold figures are targets."""

    year: int | None
    planned: bool
    period: str | None


@dataclass(frozen=True, slots=True)
class _Value:
    value: Decimal
    high: Decimal | None
    bound: Bound | None
    unit: str
    cell: Cell
    column: Column
    below: bool
    """Whether it is printed below zero."""
    way: str = ""
    """"up", "down" where the cell tells a change: "Giảm 0,4"."""


def row_claims(
    page: Page, row: Row, cells: Sequence[tuple[Column, Cell]], of: Setting
) -> Iterator[Claim]:
    """The claims of the cells that measure one thing, told by their columns."""
    values = [v for column, cell in cells if (v := _value(cell, column))]
    results = [v for v in values if _is_result(v.column, of)]
    plans = [
        v
        for v in values
        if v not in results and v.column.kind in {"plan", "year", "actual", "estimate", "value"}
    ]
    result = max(results, key=lambda v: (v.column.year or LATEST, v.cell.start), default=None)
    before = [v for v in results if v is not result] + [
        v for v in values if v.column.kind == "previous"
    ]
    reported = _reported(result, plans, of.year)
    grows = words_of_name(row.indicator)[1] == "growth"  # "Tăng 8 - 9" beside 5,8: both its growth
    moved = [p for p in plans if result and p.way != result.way and not grows]
    plans = [p for p in plans if p not in moved]
    before = [v for v in before if result and (grows or v.way == result.way)]
    own = [p for p in plans if result and p.column.year in {None, reported}]
    past = [p for p in plans if result and (p.column.year or LATEST) < (reported or 0)]
    coming = [p for p in plans if p not in own and p not in past]
    more: dict[str, Decimal | None] = {}
    if own:
        more = {"plan_value": own[-1].value, "plan_value_high": own[-1].high}
    if before and not before[-1].below:
        more["prev_value"] = before[-1].value
    used = [*own, *before, *_compared(values, more, coming)]
    if result and (own or not coming):
        yield _claim(page, row, result, "actual", more, used, of)
    for plan in moved:
        yield _claim(page, row, plan, "plan", {}, [], of)
    by_year = {plan.column.year: plan for plan in coming}  # of two plans of a year the last
    for place, plan in enumerate(by_year.values()):
        first = result if place == 0 else None
        prev: dict[str, Decimal | None] = {"prev_value": first.value} if first else {}
        yield _claim(page, row, plan, "plan", prev, [first] if first else [], of)


def _is_result(column: Column, of: Setting) -> bool:
    if column.kind in {"actual", "estimate"}:
        return True
    if column.kind == "value":
        return not of.planned
    if column.kind != "year":
        return False
    if of.year is None or column.year == of.year:
        return not of.planned
    return (column.year or 0) < of.year


def _reported(result: _Value | None, plans: list[_Value], year: int | None) -> int | None:
    """The year of a row's result: its head's, the paper's if a plan is of it, the first planned."""
    planned = [p.column.year for p in plans if p.column.year]
    if result is None or result.column.year or not planned:
        return result.column.year if result else year
    return year if year in planned else min(planned)


def _compared(
    values: list[_Value], more: dict[str, Decimal | None], coming: list[_Value]
) -> list[_Value]:
    """Completion and growth told in columns of their own; "So sánh" behind a plan to come is none."""
    used = []
    for place, value in enumerate(values):
        beside = value.column.head.lower()
        if place and values[place - 1] in coming and "sánh" in beside and "/" not in beside:
            continue
        if value.column.kind == "ratio" and "plan_ratio_pct" not in more:
            more["plan_ratio_pct"] = value.value
            used.append(value)
        elif value.column.kind == "growth" and "yoy_pct" not in more:
            more["yoy_pct"] = _growth(value)
            used.append(value)
    return used


def _growth(value: _Value) -> Decimal:
    if value.below:
        return -value.value
    told = any(word in value.column.head.lower() for word in _GROWS)
    return value.value - _HUNDRED if value.value >= _INDEX and not told else value.value


def _value(cell: Cell, column: Column) -> _Value | None:
    if column.kind in _NEVER:
        return None
    found = _VALUE.fullmatch(cell.text)
    low = value_of(found["low"]) if found else None
    if found is None or low is None:
        return None
    high = value_of(found["high"]) if found["high"] else None
    bound = _BOUNDS.get((found["bound"] or "").lower())
    unit = (found["unit"] or "").strip()
    way = _WAYS.get((found["way"] or "").lower(), "")
    return _Value(low, high, bound, unit, cell, column, bool(found["minus"]), way)


def _claim(
    page: Page, row: Row, value: _Value, role: Role,
    more: dict[str, Decimal | None], used: list[_Value], of: Setting,
) -> Claim:  # fmt: skip
    written = normal_unit(value.unit or row.unit or unit_in(value.column.head))
    quantity, completed = _measured(value, written, row.indicator)
    kind, direction = _kind(row, quantity, completed, value)
    end = max([value.cell.end, *(v.cell.end for v in used if v.cell.start < value.cell.end)])
    tail = [v.cell.end for v in used if v.column.kind in {"ratio", "growth"}]
    end = max([end, *tail]) if role == "actual" else end
    start = min(row.first.start, value.cell.start)
    return Claim(
        indicator=row.indicator, value=value.value, value_high=value.high, unit=completed,
        kind=kind, direction=direction, bound=value.bound, role=role,
        estimate=value.column.kind == "estimate", period=_period(value.column, of),
        about=row.about, quote=page.text[start:end], start=start, end=end,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _period(column: Column, of: Setting) -> str | None:
    """As its head says, else the table's, where that is of the same year."""
    if column.year is None:
        return f"{column.period} năm {of.year}" if column.period and of.year else (
            column.period or of.period
        )  # fmt: skip
    return column.period or f"năm {column.year}"


def _kind(row: Row, quantity: Quantity, unit: str, value: _Value) -> Said:
    words, head = words_of_name(row.indicator)
    head = row.parent if row.parent == "growth" and head in {"", "sector"} else head
    opening = words[0] if words else ""
    falls = "giảm" in words and quantity.is_rate
    verbs = ["down"] if falls and opening != "giảm" else []
    verbs = [value.way] if value.way else verbs
    kind, direction = kind_of(quantity, verbs, head, opening, falls=falls, unit=unit)
    return kind, "down" if value.below and kind in {"growth", "change"} else direction


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> tuple[tuple[str, ...], str]:
    """The words of a name, and what its head announces."""
    small = Page(name)
    return tuple(small.words), head_of(small, 0, len(small.words))


@lru_cache(maxsize=1024)
def _family(unit: str) -> str:
    """The family of a cell's unit; "" for what is none."""
    cell = Page(unit)
    read = unit_at(cell, 0, len(cell.words)) if cell.words else None
    return read.family if read else ""


def _measured(value: _Value, unit: str, name: str) -> tuple[Quantity, str]:
    """The quantity of a cell with its unit's family, and the unit completed by the row's name."""
    family = _family(unit)
    found = Unit(0, unit, family or "open", (0, 0), "/" in unit)
    completed = unit
    if (
        "/" in name
        and "/" not in unit
        and family
        and family not in {"percent", "permille", "money"}
    ):
        under = name.split("/", 1)[1].split(" (", maxsplit=1)[0].strip()
        short = under if len(under.split()) <= 2 else under.split()[0]
        completed = f"{unit}/{short}"
    return Quantity(0, 0, value.value, value.high, found), completed


__all__ = ["Row", "Setting", "row_claims", "words_of_name"]
