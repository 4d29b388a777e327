"""What accepting a record would write, shown before anybody accepts it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dieuhanh.audit.actions import checksum
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Span, Status
from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.period_words import is_to_date, read_period
from dieuhanh.domain.periods import Period
from dieuhanh.domain.text import fold
from dieuhanh.domain.units import convert
from dieuhanh.plans.models import Indicator

FIGURE_BOUNDS = frozenset({"more_than", "less_than", "about"})
LONGEST_TITLE = 500


@dataclass(frozen=True)
class FigureTold:
    """A figure as it would be written; numbers exact, in the unit the paper prints."""

    indicator: str
    area: str
    period: str
    value: Decimal
    unit: str
    status: str = Status.PRELIMINARY.value
    source: str = ""
    value_high: Decimal | None = None
    bound: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    note: str = ""

    @property
    def span(self) -> Span:
        """In the period alone, or from the year's beginning."""
        known = bool(self.period) and is_to_date(Period.parse(self.period))
        return Span.TO_DATE if known else Span.IN_PERIOD

    def fingerprint(self) -> str:
        """What a page showed, so that nothing else is accepted in its place."""
        return checksum({name: str(value) for name, value in asdict(self).items()})

    def in_unit(self, unit: str) -> Fraction | None:
        """The value in another unit, exactly; None where the two do not measure the same."""
        try:
            return convert(Fraction(self.value), self.unit, unit)
        except BadInput:
            return None


def figure_told(item: ReadItem, of: PaperReading, indicator: Indicator | None) -> FigureTold:
    """The figure a claim would become, by an indicator or, without one, by its best suggestion.

    What is not known stays empty; `what_lacks` says so.
    """
    read = item.payload
    code = indicator.code if indicator else str(item.best.get("key", ""))
    name = indicator.name if indicator else str(item.best.get("name", ""))
    bound = str(read.get("bound") or "")
    value, high = _signed(read, name)
    both = bool(read.get("numerator") and read.get("denominator"))
    return FigureTold(
        indicator=code, area=area_of(read, of), period=_period(read, of), value=value, value_high=high,
        unit=str(read["unit"]), source=of.source.code if of.source else "",
        status=(Status.ESTIMATED if read.get("estimate") else Status.PRELIMINARY).value,
        bound=bound if bound in FIGURE_BOUNDS else "",
        numerator=Decimal(read["numerator"]) if both else None,
        denominator=Decimal(read["denominator"]) if both else None,
        note=_note(read, bound),
    )  # fmt: skip


def area_of(read: dict[str, Any], of: PaperReading) -> str:
    """The code of the area a figure is of: the paper's, or that of its row; "" where not known."""
    return str(read.get("area", "")) if read.get("about") else str(of.area.code)


def _signed(read: dict[str, Any], name: str) -> tuple[Decimal, Decimal | None]:
    """A fall is negative, unless the indicator counts the fall itself ("mức giảm tỷ lệ hộ nghèo")."""
    value = Decimal(read["value"])
    high = Decimal(read["value_high"]) if read.get("value_high") else None
    falls = read.get("direction") == "down" and read["kind"] in {"growth", "change"}
    if not falls or "giam" in fold(name).split():
        return value, high
    return (-high, -value) if high is not None else (-value, None)


def _period(read: dict[str, Any], of: PaperReading) -> str:
    try:
        return str(read_period(str(read.get("period") or of.period)))
    except BadInput:
        return of.period


def _note(read: dict[str, Any], bound: str) -> str:
    parts = {"at_least": "Nguồn ghi “ít nhất”.", "at_most": "Nguồn ghi “không quá”."}
    told = [parts[bound]] if bound in parts else []
    if read.get("numerator") and not read.get("denominator"):
        counted = write_vi(Decimal(read["numerator"]))
        told.append(f"Tương đương {counted} {read.get('numerator_unit') or ''}".strip() + ".")
    return " ".join(told)


def what_lacks(told: FigureTold, of: PaperReading) -> BadInput | None:
    """Why the figure cannot be written yet; None where it can."""
    if of.document.internal:
        return BadInput("reading.no_paper")
    if of.document.issued_on is None:
        return BadInput("reading.no_date")
    if not told.source:
        return BadInput("reading.no_source")
    if not told.indicator:
        return BadInput("reading.no_indicator")
    if not told.area:
        return BadInput("reading.no_area")
    return None if told.period else BadInput("reading.no_period")


def as_printed(read: dict[str, Any]) -> str:
    """The number with its unit, as a page prints it: 1.112,5 triệu USD."""
    numbers = [write_vi(Decimal(read[n])) for n in ("value", "value_high") if read.get(n)]
    unit = str(read["unit"])
    return "–".join(numbers) + (unit if unit.startswith("%") else f" {unit}")


@dataclass(frozen=True)
class TaskOrdered:
    """A task as it would be assigned."""

    title: str
    lead: str
    assigner: str
    due_on: date | None

    def fingerprint(self) -> str:
        """What a page showed."""
        return checksum({name: str(value) for name, value in asdict(self).items()})


def task_told(item: ReadItem, assigner: Body | None) -> TaskOrdered:
    """The task a record would become, in the name of a body."""
    read = item.payload
    title = " ".join(str(read["text"]).split())[:LONGEST_TITLE]
    return TaskOrdered(
        title[:1].upper() + title[1:], str(item.best.get("key", "")),
        assigner.code if assigner else "", last_day(str(read.get("deadline") or "")),
    )  # fmt: skip


def last_day(deadline: str) -> date | None:
    """The last day of YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD; None for none or another text."""
    try:
        return date.fromisoformat(deadline) if len(deadline) == 10 else Period.parse(deadline).end
    except (ValueError, BadInput):
        return None


__all__ = [
    "FigureTold", "TaskOrdered", "as_printed", "figure_told", "last_day", "task_told",
    "what_lacks",
]  # fmt: skip
