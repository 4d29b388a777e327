"""What is read out of a document, each with the words it was read from.

`start` and `end` are character offsets in the text as it was handed in, and
`quote == text[start:end]`. Values are exact decimals; `as_json` writes them as the schema of
`docs/reference/schemas/read-output.schema.json` says.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal

from dieuhanh.domain.numbers import plain

Kind = Literal["level", "count", "share", "growth", "change"]
Role = Literal["actual", "plan", "previous", "benchmark"]
Direction = Literal["up", "down"]
Bound = Literal["at_least", "at_most", "about", "more_than", "less_than"]
Json = dict[str, Any]

# Numbers in JSON; every other decimal is written as a string, exactly as it was printed.
_AS_NUMBERS = frozenset({"vs_plan_pct", "plan_ratio_pct", "yoy_pct"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One stated measurement, with the figures that ride along in its clause."""

    indicator: str
    value: Decimal
    value_high: Decimal | None = None
    unit: str
    kind: Kind
    direction: Direction | None = None
    bound: Bound | None = None
    role: Role = "actual"
    estimate: bool = False
    vs_plan_pct: Decimal | None = None
    plan_ratio_pct: Decimal | None = None
    yoy_pct: Decimal | None = None
    plan_value: Decimal | None = None
    plan_value_high: Decimal | None = None
    prev_value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    numerator_unit: str | None = None
    period: str | None = None
    about: str | None = None
    """The area or body that a row or column of a table is about, where the paper tells several."""
    quote: str
    start: int
    end: int

    def as_json(self) -> Json:
        """The claim by the schema; `about` only where there is one."""
        shape = _shape(self)
        return shape if self.about else {k: v for k, v in shape.items() if k != "about"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoreboard:
    """How many of the targets were reached: "12/22 chỉ tiêu đạt và vượt kế hoạch"."""

    met: int
    total: int
    unit: str
    quote: str
    start: int
    end: int

    def as_json(self) -> Json:
        """The tally by the schema."""
        return _shape(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person, with every title the text gives."""

    name: str
    titles: tuple[str, ...] = ()
    quote: str
    start: int
    end: int

    def as_json(self) -> Json:
        """The person by the schema."""
        return _shape(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A document the text cites; `date` is ISO, None when not stated."""

    type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    quote: str
    start: int
    end: int

    def as_json(self) -> Json:
        """The document by the schema."""
        return _shape(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedTask:
    """An order to an addressee; `deadline` is YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD."""

    text: str
    lead: str | None = None
    deadline: str | None = None
    quote: str
    start: int
    end: int

    def as_json(self) -> Json:
        """The task by the schema."""
        return _shape(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read out of one text, each kind in the order of the text."""

    claims: tuple[Claim, ...] = ()
    scoreboard: Scoreboard | None = None
    people: tuple[Person, ...] = ()
    documents: tuple[CitedDocument, ...] = ()
    tasks: tuple[AssignedTask, ...] = ()

    def as_json(self) -> Json:
        """The whole reading by the schema."""
        return {
            "claims": [claim.as_json() for claim in self.claims],
            "scoreboard": self.scoreboard.as_json() if self.scoreboard else None,
            "people": [person.as_json() for person in self.people],
            "documents": [document.as_json() for document in self.documents],
            "tasks": [task.as_json() for task in self.tasks],
        }


def _shape(record: Any) -> Json:
    return {
        field.name: _written(field.name, getattr(record, field.name)) for field in fields(record)
    }


def _written(name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if not isinstance(value, Decimal):
        return value
    if name not in _AS_NUMBERS:
        return plain(value)
    # JSON has one kind of number; the percentage as printed is the shortest text of this float.
    return int(value) if value == value.to_integral_value() else float(value)


__all__ = [
    "AssignedTask", "Bound", "CitedDocument", "Claim", "Direction", "Json", "Kind", "Person",
    "Reading", "Role", "Scoreboard",
]  # fmt: skip
