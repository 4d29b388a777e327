"""A draft's line as typed, read: its numbers, its rule, and the record it would be issued as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.indicators import Better, ValueStatus
from dieuhanh.domain.numbers import read_vi, write_vi
from dieuhanh.domain.targets import Part, Rule, rule_of
from dieuhanh.exchange.templates import Record

from ..models import DraftLine, Target

NUMBERS = ("value", "value_high", "base_value", "tolerance_pct", "estimate")


@dataclass(frozen=True)
class Typed:
    """The numbers of a line, None where nothing was typed or it could not be read."""

    value: Decimal | None = None
    value_high: Decimal | None = None
    base_value: Decimal | None = None
    tolerance_pct: Decimal | None = None
    estimate: Decimal | None = None
    faults: Mapping[str, BadInput] = field(default_factory=dict)


def typed(line: DraftLine) -> Typed:
    """What a line's cells say; each that says no number is told by its name."""
    read: dict[str, Decimal] = {}
    faults: dict[str, BadInput] = {}
    for name in NUMBERS:
        text = getattr(line, name).strip()
        if not text:
            continue
        try:
            read[name] = read_vi(text)
        except BadInput as fault:
            faults[name] = fault.at(Place(column=name))
    return Typed(**read, faults=faults)


def rule_of_line(line: DraftLine, parts: Sequence[DraftLine] = ()) -> Rule | None:
    """The rule a line asks for so far; None while kind or comparator is open. Raises BadInput."""
    if not line.kind or not line.comparator:
        return None
    numbers = typed(line)
    below = [Part(part.no or part.name, rule) for part in parts if (rule := rule_of_line(part))]
    return rule_of(
        line.kind,
        line.comparator,
        value=numbers.value,
        value_high=numbers.value_high,
        unit=line.unit,
        base_value=numbers.base_value,
        base_unit=line.base_unit,
        better=Better(line.better),
        tolerance_pct=numbers.tolerance_pct,
        decimals=line.decimals,
        parts=below if line.comparator == "composite" else (),
    )


def record_of(line: DraftLine, parent: DraftLine | None, place: int) -> Record:
    """The line as a row of the import's template, at its place in the draft. Raises BadInput."""
    numbers = typed(line)
    where = Place(row=place)
    for fault in numbers.faults.values():
        if fault.place.column != "estimate":
            raise fault.at(where)
    unknown = line.value_status == ValueStatus.UNKNOWN
    lead = line.lead_body or (parent.lead_body if parent else None)
    values: dict[str, Any] = {
        **{name: getattr(line, name).strip() for name in _TEXTS},
        "value": None if unknown else numbers.value,
        "value_high": None if unknown or line.comparator != "between" else numbers.value_high,
        "base_value": numbers.base_value,
        "tolerance_pct": numbers.tolerance_pct,
        "decimals": line.decimals,
        "part_of": parent.no.strip() if parent else "",
        "indicator": line.indicator.code if line.indicator else "",
        "value_document": line.value_document.code if line.value_document else "",
        "candidate": line.candidate,
        "lead_body": lead.code if lead else "",
        "head": (line.head or (parent.head if parent else "")).strip(),
    }
    return Record(values, where)


_TEXTS = (
    "no", "name", "name_en", "group", "kind", "comparator", "unit", "base_unit", "better",
    "value_status", "value_source", "note",
)  # fmt: skip


def as_typed(target: Target) -> dict[str, str]:
    """A target's numbers as somebody would type them."""
    return {
        name: "" if (number := getattr(target, name)) is None else write_vi(number)
        for name in ("value", "value_high", "base_value", "tolerance_pct")
    }
