"""A form's rows: what each asks, in which order, and when they hang together.

Headings order the page; entries are typed; ratios are made of two entries and never typed.
A row with a parent is one of its "trong đó" lines.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .errors import BadInput, Place
from .figures import Span
from .indicators import find_ring
from .text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_DECIMALS = 6
MOST_ROWS = 500


class RowKind(StrEnum):
    """What a row is for."""

    HEADING = "heading"
    ENTRY = "entry"
    RATIO = "ratio"


class Periodicity(StrEnum):
    """How often a form is asked for."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class RowSpec:
    """One row as asked. Parent, numerator and denominator are keys of other rows."""

    key: str
    label: str
    kind: RowKind = RowKind.ENTRY
    no: str = ""
    parent: str = ""
    label_en: str = ""
    indicator: str = ""
    breakdown: str = ""
    span: Span = Span.IN_PERIOD
    unit: str = ""
    decimals: int = 0
    required: bool = True
    numerator: str = ""
    denominator: str = ""

    @property
    def asks(self) -> tuple[str, str, str]:
        """What makes two rows ask the same figure: indicator, breakdown, span."""
        return self.indicator, self.breakdown, self.span.value

    def as_json(self) -> dict[str, Any]:
        """The row in a draft."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> RowSpec:
        """What `as_json` wrote."""
        known = {name: data[name] for name in cls.__slots__ if name in data}
        return cls(**known | {"kind": RowKind(data["kind"]), "span": Span(data["span"])})


@dataclass(frozen=True, slots=True)
class FormHead:
    """How often a form is asked and of whom: bodies of a kind at a level, narrowed by codes.

    Each reports on its own area, or, with `about_level`, on all areas of that level below it.
    """

    periodicity: Periodicity
    filler_kind: str
    filler_level: str
    filler_bodies: tuple[str, ...] = ()
    about_level: str = ""
    money_unit: str = ""

    def as_json(self) -> dict[str, Any]:
        """The head in a draft."""
        return asdict(self) | {"filler_bodies": list(self.filler_bodies)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> FormHead:
        """What `as_json` wrote."""
        known = {name: data[name] for name in cls.__slots__ if name in data}
        bodies = tuple(data.get("filler_bodies", ()))
        return cls(
            **known | {"periodicity": Periodicity(data["periodicity"]), "filler_bodies": bodies}
        )


def check_rows(rows: Sequence[RowSpec]) -> None:
    """Refuse rows that do not hang together. Raises BadInput("form.…") at the row.

    >>> poor = RowSpec("a", "Hộ nghèo", indicator="so-ho-ngheo", unit="hộ")
    >>> check_rows([RowSpec("a", "Tổng số hộ", indicator="so-ho", unit="hộ"), poor])
    Traceback (most recent call last):
    ...
    dieuhanh.domain.errors.BadInput: form.key_twice {'key': 'a'}
    """
    for fault in row_faults(rows):
        raise fault


def row_faults(rows: Sequence[RowSpec]) -> list[BadInput]:
    """Everything by which rows do not hang together: of the whole first, then row by row."""
    if not any(row.kind is not RowKind.HEADING for row in rows):
        return [BadInput("form.no_rows")]
    if len(rows) > MOST_ROWS:
        return [BadInput("form.too_many_rows", count=len(rows), most=MOST_ROWS)]
    by_key: dict[str, RowSpec] = {}
    found: list[BadInput] = []
    for place, row in enumerate(rows, start=1):
        found += _faults_alone(row, Place(row=place))
        if row.key in by_key:
            found.append(BadInput("form.key_twice", place=Place(row=place), key=row.key))
        by_key[row.key] = row
    for place, row in enumerate(rows, start=1):
        found += _faults_of_links(row, by_key, Place(row=place))
    if ring := find_ring({row.key: row.parent for row in rows if row.parent in by_key}):
        found.append(BadInput("form.ring", ring=" → ".join(by_key[key].label for key in ring)))
    found += _asked_twice(rows)
    return sorted(found, key=lambda fault: fault.place.row or 0)


def tidied(row: RowSpec) -> RowSpec:
    """The row without what its kind has no use for, its words without stray blanks."""
    row = replace(row, no=row.no.strip(), label=tidy(row.label), label_en=tidy(row.label_en))
    if row.kind is RowKind.HEADING:
        return RowSpec(
            row.key, row.label, RowKind.HEADING, row.no, label_en=row.label_en, required=False
        )
    row = replace(row, unit=tidy(row.unit))
    if row.kind is RowKind.RATIO:
        return replace(row, required=False)
    return replace(row, numerator="", denominator="")


def parts_of(rows: Iterable[RowSpec]) -> dict[str, tuple[str, ...]]:
    """The keys of each row's "trong đó" lines.

    >>> parts_of([RowSpec("a", "A"), RowSpec("b", "B", parent="a"), RowSpec("c", "C", parent="a")])
    {'a': ('b', 'c')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.parent:
            found[row.parent] = (*found.get(row.parent, ()), row.key)
    return found


def _faults_alone(row: RowSpec, where: Place) -> Iterator[BadInput]:
    if not KEY.fullmatch(row.key) or len(row.key) > 80:
        yield BadInput("form.key", place=where, key=row.key[:40])
    if not row.label.strip():
        yield BadInput("form.no_label", place=where, key=row.key)
    if row.kind is RowKind.HEADING:
        if row.indicator:
            yield BadInput("form.heading_asks", place=where, label=row.label)
        return
    if not row.indicator:
        yield BadInput("form.no_indicator", place=where, label=row.label)
    if not row.unit.strip():
        yield BadInput("form.no_unit", place=where, label=row.label)
    if not 0 <= row.decimals <= MOST_DECIMALS:
        yield BadInput("form.decimals", place=where, label=row.label, most=MOST_DECIMALS)


def _faults_of_links(
    row: RowSpec, by_key: Mapping[str, RowSpec], where: Place
) -> Iterator[BadInput]:
    links = [key for key in (row.parent, row.numerator, row.denominator) if key]
    lost = [key for key in links if key not in by_key]
    for key in lost:
        yield BadInput("form.no_such_row", place=where, label=row.label, key=key)
    if row.parent in by_key and by_key[row.parent].kind is RowKind.HEADING:
        yield BadInput("form.part_of_heading", place=where, label=row.label)
    if row.kind is not RowKind.RATIO or lost:
        return
    if not row.numerator or not row.denominator:
        yield BadInput("form.ratio_parts", place=where, label=row.label)
    elif any(by_key[key].kind is not RowKind.ENTRY for key in (row.numerator, row.denominator)):
        yield BadInput("form.ratio_of_typed", place=where, label=row.label)


def _asked_twice(rows: Sequence[RowSpec]) -> Iterator[BadInput]:
    asked: dict[tuple[str, str, str], RowSpec] = {}
    for place, row in enumerate(rows, start=1):
        if row.kind is RowKind.HEADING or not row.indicator:
            continue
        if there := asked.get(row.asks):
            yield BadInput(
                "form.asked_twice", place=Place(row=place), label=row.label, other=there.label
            )
        asked[row.asks] = row


__all__ = [
    "FormHead",
    "Periodicity",
    "RowKind",
    "RowSpec",
    "check_rows",
    "parts_of",
    "row_faults",
    "tidied",
]
