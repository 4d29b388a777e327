"""Cases out of a CSV or XLSX table of targets, one row a target or a part of one.

The columns are those of `examples/tallies/`; its README says how a row is read. Numbers have a
decimal point unless the first line declares `numbers=vi`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.indicators import Better
from dieuhanh.domain.judging import Actual, Manner, read_note
from dieuhanh.domain.numbers import plain, read_plain, read_vi
from dieuhanh.domain.targets import Comparator, Part, Rule, rule_of

from .judge_cases import Case
from .judge_json import STATUSES
from .sheets import read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dieuhanh.domain.judging.actuals import Reader

    from .sheets import Row

COLUMNS = (
    "no", "unit", "comparator", "plan_low", "plan_high", "actual", "actual_status",
    "better", "actual_high", "actual_text",
)  # fmt: skip
# The tables say kind and comparator in one word; the pair is what plans store.
_PAIRS = {
    "at_least": ("level", "at_least"),
    "more_than": ("level", "more_than"),
    "at_most": ("level", "at_most"),
    "less_than": ("level", "less_than"),
    "equal": ("level", "equal"),
    "about": ("level", "about"),
    "between": ("level", "between"),
    "maintain": ("level", "maintain"),
    "qualitative": ("level", "qualitative"),
    "composite": ("level", "composite"),
    "composite_all": ("level", "composite"),
    "increase_at_least": ("increase", "at_least"),
    "decrease_at_least": ("decrease", "at_least"),
    "decrease_between": ("decrease", "between"),
    "growth_at_least": ("growth", "at_least"),
}
_READ_HIGH = {"at_most", "less_than"}
_RANGES = {"between", "decrease_between"}
_COMPOSITE = {"composite", "composite_all"}
_BETTER = {"": None, "higher": Better.HIGHER, "lower": Better.LOWER}
_PART_NO = re.compile(r"(.*\d)[a-zđ]+", re.IGNORECASE)


class _Line(NamedTuple):
    """A row with its number, its word and the number of the target it is a part of."""

    no: str
    word: str
    parent: str
    row: Row
    read: Reader


def cases_of_table(path: Path) -> Iterator[Case]:
    """One case a target, parts folded into theirs. Raises BadInput with row and column."""
    sheet = read_sheet(path)
    for name in COLUMNS:
        if name not in sheet.header:
            place = Place(sheet.place.file, sheet.place.sheet, column=name)
            raise BadInput("judge.missing_column", place=place, name=name)
    read = read_vi if sheet.declared.get("numbers") == "vi" else read_plain
    lines: dict[str, _Line] = {}
    for row in sheet.rows:
        line = _line(row, read)
        if line.no in lines:
            raise BadInput("judge.no_twice", place=_at(row, "no"), no=line.no)
        lines[line.no] = line
    yield from _cases(lines)


def _cases(lines: dict[str, _Line]) -> Iterator[Case]:
    parts: dict[str, list[_Line]] = {}
    for line in lines.values():
        if not line.parent:
            continue
        parent = lines.get(line.parent)
        if parent is None or parent.word not in _COMPOSITE:
            values = {"no": line.no, "parent": line.parent}
            raise BadInput("judge.part_without_parent", place=_at(line.row, "no"), **values)
        parts.setdefault(line.parent, []).append(line)
    for line in lines.values():
        if not line.parent:
            yield _case(line, parts.get(line.no, []))


def _line(row: Row, read: Reader) -> _Line:
    no, word = _text(row, "no"), _text(row, "comparator")
    if not no:
        raise BadInput("judge.missing_no", place=_at(row, "no"))
    if word not in _PAIRS:
        possible = ", ".join(_PAIRS)
        place = _at(row, "comparator")
        raise BadInput("judge.unknown_word", place=place, text=word, possible=possible)
    part = _PART_NO.fullmatch(no)
    return _Line(no, word, part[1] if part else "", row, read)


def _case(line: _Line, part_lines: list[_Line]) -> Case:
    parts = tuple(Part(part.no, _rule(part)) for part in part_lines)
    if line.word in _COMPOSITE:
        actual = Actual.of_parts({part.no: _actual(part) for part in part_lines})
    else:
        actual = _actual(line)
    label = _text(line.row, "published_judgement")
    return Case(line.no, _rule(line, parts), actual, line.row.place, label)


def _rule(line: _Line, parts: tuple[Part, ...] = ()) -> Rule:
    row, word = line.row, line.word
    kind, comparator = _PAIRS[word]
    low, high = _number(line, "plan_low"), _number(line, "plan_high")
    try:
        return rule_of(
            kind,
            comparator,
            value=high if word in _READ_HIGH else low,
            value_high=high if word in _RANGES else None,
            unit=_text(row, "unit"),
            better=_BETTER[_word(row, "better", tuple(filter(None, _BETTER)))],
            parts=parts,
        )
    except BadInput as fault:
        column = _RULE_COLUMNS.get(fault.place.column, fault.place.column)
        raise BadInput(fault.code, place=_at(row, column), **fault.values) from fault


_RULE_COLUMNS = {"value": "plan_low", "value_high": "plan_high", "sub": "comparator"}


def _actual(line: _Line) -> Actual:
    row = line.row
    if _word(row, "actual_status", STATUSES) == "missing":
        return Actual.missing("actual_missing")
    note = _text(row, "actual_text")
    if line.word == Comparator.QUALITATIVE:
        return Actual.of_text(_text(row, "actual") or note)
    number, high = _number(line, "actual"), _number(line, "actual_high")
    if number is None:
        return Actual.missing()
    noted_high, edge, manner = read_note(number, note)
    high = high if high is not None else noted_high
    if manner is Manner.SURPLUS and row.cells.get("better") == "lower":
        return Actual(value=min(number, Decimal(0)), edge=-1, text=note, manner=manner)
    if high is not None and high < number:
        values = {"low": plain(number), "high": plain(high)}
        raise BadInput("judge.actual_reversed", place=_at(row, "actual_high"), **values)
    return Actual(value=number, high=high, edge=0 if high is not None else edge, text=note)


def _number(line: _Line, column: str) -> Decimal | None:
    cell = line.row.cells.get(column)
    if cell is None or isinstance(cell, Decimal):
        return cell
    try:
        return line.read(str(cell))
    except BadInput as fault:
        raise fault.at(_at(line.row, column)) from fault


def _text(row: Row, column: str) -> str:
    cell = row.cells.get(column, "")
    return plain(cell) if isinstance(cell, Decimal) else str(cell)


def _word(row: Row, column: str, possible: tuple[str, ...]) -> str:
    word = _text(row, column)
    if word and word not in possible:
        listed = ", ".join(possible)
        raise BadInput("judge.unknown_word", place=_at(row, column), text=word, possible=listed)
    return word


def _at(row: Row, column: str) -> Place:
    return Place(row.place.file, row.place.sheet, row.place.row, column)


__all__ = ["COLUMNS", "cases_of_table"]
