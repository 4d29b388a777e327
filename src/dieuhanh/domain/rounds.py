"""A reporting round before it is opened: which days it covers and who owes it by when.

The law fixes the last day for the top level only. Lower levels' days are proposed so many
working days before it: the province's own choice, to be changed before opening.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from .errors import BadInput
from .figures import Status
from .indicators import Level
from .periods import Period
from .reporting import ReportKind, ReportRule, report_period
from .working_days import Due, WorkCalendar

OPENS_BEFORE_CLOSING = 10
TOP_AFTER_CLOSING = 10
EARLIER_BY_LEVEL = {Level.DISTRICT: 2, Level.COMMUNE: 5}
REMINDERS = (-3, 0, 1, 3, 5)
LEVELS = (Level.COUNTRY, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


class Basis(StrEnum):
    """By which calendar a round counts: the statistics law's, or reports' by Decree 09/2019
    (the investment year's rule is found there too)."""

    CALENDAR = "calendar"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class RoundTerms:
    """What the officer asks for. Days left out are proposed."""

    kind: ReportKind
    year: int
    number: int = 1
    basis: Basis = Basis.CALENDAR
    status: Status = Status.OFFICIAL
    opens_on: date | None = None
    closes_on: date | None = None
    dues: Mapping[Level, date] = field(default_factory=dict)
    name: str = ""
    note: str = ""
    reminders: tuple[int, ...] = REMINDERS


@dataclass(frozen=True, slots=True)
class RoundDays:
    """The days of a round. `lawful` are the levels whose day the law sets; others are our own."""

    named: Period
    period: str
    opens_on: date
    closes_on: date
    dues: Mapping[Level, Due]
    citation: str
    lawful: frozenset[Level]


def round_days(
    terms: RoundTerms,
    levels: Sequence[Level],
    *,
    rules: Iterable[ReportRule],
    calendar: WorkCalendar,
    scope: str = "",
) -> RoundDays:
    """The round's days: as asked, else as the law says, else as proposed.

    `levels` go from the owner's down to the fillers'. Raises BadInput("reporting.…", "round.…").
    """
    rules = tuple(rules)
    named, period, closing, lawful_due, citation = _covered(terms, rules, scope)
    closes_on = terms.closes_on or closing
    opens_on = opening_day(terms, rules=rules, calendar=calendar, scope=scope)
    top, *below = levels
    asked = {level: day for level, day in terms.dues.items() if level in levels}
    top_day = asked.get(top) or lawful_due or calendar.add(closes_on, TOP_AFTER_CLOSING)
    dues = {top: calendar.due(top_day)}
    for level in below:
        earlier = calendar.add(dues[top].day, -EARLIER_BY_LEVEL.get(level, 0))
        dues[level] = calendar.due(asked.get(level) or max(earlier, min(closes_on, dues[top].day)))
    lawful = frozenset({top} if lawful_due and top_day == lawful_due else ())
    _check(opens_on, dues, levels)
    return RoundDays(named, period, opens_on, closes_on, dues, citation, lawful)


def opening_day(
    terms: RoundTerms,
    *,
    rules: Iterable[ReportRule],
    calendar: WorkCalendar,
    scope: str = "",
) -> date:
    """The day a round opens: whoever stands then is asked."""
    if terms.opens_on:
        return terms.opens_on
    closes_on = terms.closes_on or _covered(terms, tuple(rules), scope)[2]
    return calendar.add(closes_on, -OPENS_BEFORE_CLOSING)


def check_order(dues: Mapping[Level, date]) -> None:
    """Raises BadInput("round.dues_order") where a lower level is due after an upper one."""
    known = [dues[level] for level in LEVELS if level in dues]
    for upper, lower in pairwise(known):
        if lower > upper:
            raise BadInput(
                "round.dues_order",
                lower=lower.strftime("%d/%m/%Y"), upper=upper.strftime("%d/%m/%Y"),
            )  # fmt: skip


def kind_numbers(kind: ReportKind) -> int:
    """How many such reports a year has.

    >>> kind_numbers(ReportKind.QUARTER), kind_numbers(ReportKind.YEAR)
    (4, 1)
    """
    return len(kind.named_after(2021))


def _covered(
    terms: RoundTerms, rules: tuple[ReportRule, ...], scope: str
) -> tuple[Period, str, date, date | None, str]:
    if terms.basis is Basis.REPORT or terms.kind is ReportKind.INVESTMENT_YEAR:
        report = report_period(rules, terms.kind, terms.year, terms.number, scope=scope)
        return report.named, str(report), report.end, report.due, report.rule.citation
    names = terms.kind.named_after(terms.year)
    if not 1 <= terms.number <= len(names):
        raise BadInput(
            "reporting.number", number=terms.number, most=len(names), kind=terms.kind.value
        )
    named = names[terms.number - 1]
    return named, str(named), named.end, None, ""


def _check(opens_on: date, dues: Mapping[Level, Due], levels: Sequence[Level]) -> None:
    """Lower levels are never due after those they report to, and none before the opening."""
    check_order({level: dues[level].day for level in levels})
    first = min(due.day for due in dues.values())
    if first < opens_on:
        raise BadInput(
            "round.due_before_opening",
            due=first.strftime("%d/%m/%Y"),
            opens=opens_on.strftime("%d/%m/%Y"),
        )


__all__ = [
    "EARLIER_BY_LEVEL",
    "LEVELS",
    "REMINDERS",
    "Basis",
    "RoundDays",
    "RoundTerms",
    "check_order",
    "kind_numbers",
    "opening_day",
    "round_days",
]
