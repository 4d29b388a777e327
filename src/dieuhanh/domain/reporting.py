"""Reporting periods of the law: which days a report covers, when it closes and is due.

Decree 09/2019 counts from the 15th to the 14th; the year for paying out public investment
stays open into the next one. Neither is a calendar period, so neither is a `Period`: days of
two calendars are never added (`one_calendar`). The law comes in as data, dated and cited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .dates import last_day_of_month
from .errors import BadInput
from .law_entries import holds, in_force, provenance
from .periods import Frequency, Period, ReportSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ONE_DAY = timedelta(days=1)


class ReportKind(StrEnum):
    """The periods the law names."""

    MONTH = "month"
    QUARTER = "quarter"
    FIRST_HALF = "first_half"
    NINE_MONTHS = "nine_months"
    SECOND_HALF = "second_half"
    YEAR = "year"
    INVESTMENT_YEAR = "investment_year"

    def named_after(self, year: int) -> tuple[Period, ...]:
        """The calendar periods of `year` that such reports are named after, in order."""
        whole = Period.of_year(year)
        match self:
            case ReportKind.MONTH:
                return whole.parts(Frequency.MONTH)
            case ReportKind.QUARTER:
                return whole.parts(Frequency.QUARTER)
            case ReportKind.FIRST_HALF:
                return whole.parts(Frequency.HALF)[:1]
            case ReportKind.SECOND_HALF:
                return whole.parts(Frequency.HALF)[1:]
            case ReportKind.NINE_MONTHS:
                return (Period(whole.first, 9),)
        return (whole,)


@dataclass(frozen=True, slots=True)
class Mark:
    """A day of a month counted from another: day 15, one month before, is (15, -1)."""

    day: int
    months: int

    def of(self, month: int) -> date:
        """The day, `month` counting months since year 0; a 31st becomes the month's last."""
        year, index = divmod(month + self.months, 12)
        last = last_day_of_month(year, index + 1)
        return last.replace(day=min(self.day, last.day))


@dataclass(frozen=True, slots=True)
class ReportRule:
    """One provision: `opens` counts from the first month, `closes` and `due` from the last.

    `scope` is the province whose own rule it is, empty for the whole country. `confidence`
    is how surely we know the provision: high (read in a source), medium, low; `note` says
    what could not be confirmed.
    """

    kind: ReportKind
    opens: Mark
    closes: Mark
    due: Mark | None
    citation: str
    in_force_from: date
    in_force_to: date | None
    scope: str
    confidence: str
    source: str
    note: str

    def holds(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return holds(self, day)


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The days a report covers. `named` is the calendar period it takes its name from."""

    kind: ReportKind
    named: Period
    rule: ReportRule

    @property
    def start(self) -> date:
        """The first day covered."""
        return self.rule.opens.of(self.named.first)

    @property
    def end(self) -> date:
        """The last day covered: when the figures close (thời gian chốt số liệu)."""
        return self.rule.closes.of(self._last_month)

    @property
    def due(self) -> date | None:
        """The day it must have been sent to the Government by; None when the rule names none."""
        return self.rule.due.of(self._last_month) if self.rule.due else None

    def contains(self, day: date) -> bool:
        """Whether what happened on the day belongs in this report."""
        return self.start <= day <= self.end

    def __str__(self) -> str:
        """The SDMX time range: the report year 2021 is 2020-12-15/P1Y."""
        after = self.end + ONE_DAY
        months = (after.year - self.start.year) * 12 + after.month - self.start.month
        length = f"{months // 12}Y" if months % 12 == 0 else f"{months}M"
        return f"{self.start.isoformat()}/P{length}"

    @property
    def _last_month(self) -> int:
        return self.named.first + self.named.months - 1


def read_law(data: Mapping[str, Any]) -> tuple[ReportRule, ...]:
    """The rules in the tables of `law/reporting.toml`. Raises BadInput("reporting.law")."""
    rules = []
    for place, entry in enumerate(data.get("periods", ()), start=1):
        try:
            rules.append(_rule(entry))
        except (KeyError, TypeError, ValueError) as fault:
            raise BadInput("reporting.law", entry=place, fault=str(fault)) from fault
    return tuple(rules)


def rule_for(
    rules: Iterable[ReportRule], kind: ReportKind, day: date, scope: str = ""
) -> ReportRule:
    """The rule in force on the day: the province's own before the country's, newest first.

    Raises BadInput("reporting.no_rule"): nobody's rule is made up from another's.
    """
    if found := _rule_or_none(rules, kind, day, scope):
        return found
    raise BadInput("reporting.no_rule", kind=kind.value, day=day.strftime("%d/%m/%Y"))


def report_period(
    rules: Iterable[ReportRule], kind: ReportKind, year: int, number: int = 1, *, scope: str = ""
) -> ReportPeriod:
    """The report named after `year` (and month or quarter `number`), by the rule of its day.

    The rule is the one in force when the calendar period it is named after ends.
    """
    names = kind.named_after(year)
    if not 1 <= number <= len(names):
        raise BadInput("reporting.number", number=number, most=len(names), kind=kind.value)
    named = names[number - 1]
    return ReportPeriod(kind, named, rule_for(rules, kind, named.end, scope))


def report_periods_on(
    rules: Iterable[ReportRule], kind: ReportKind, day: date, *, scope: str = ""
) -> tuple[ReportPeriod, ...]:
    """The reports that cover the day: one, none without a rule, or two in an open January."""
    known = tuple(rules)
    near = (name for year in range(day.year - 1, day.year + 2) for name in kind.named_after(year))
    found = ((name, _rule_or_none(known, kind, name.end, scope)) for name in near)
    periods = (ReportPeriod(kind, name, rule) for name, rule in found if rule)
    return tuple(period for period in periods if period.contains(day))


def one_calendar(periods: Iterable[Period | ReportPeriod]) -> None:
    """Raises BadInput("period.two_calendars") where figures of two calendars would be added."""
    calendars = {_calendar(each) for each in periods}
    if len(calendars) > 1:
        raise BadInput("period.two_calendars")


def _calendar(period: Period | ReportPeriod) -> str:
    if isinstance(period, ReportPeriod):
        invested = period.kind is ReportKind.INVESTMENT_YEAR
        return period.kind.value if invested else "report"
    return "report" if isinstance(period, ReportSpan) else "calendar"


def _rule_or_none(
    rules: Iterable[ReportRule], kind: ReportKind, day: date, scope: str
) -> ReportRule | None:
    return in_force((rule for rule in rules if rule.kind is kind), day, scope)


def _rule(entry: Mapping[str, Any]) -> ReportRule:
    return ReportRule(
        kind=ReportKind(entry["kind"]),
        opens=_mark(entry["opens"]),
        closes=_mark(entry["closes"]),
        due=_mark(entry["due"]) if "due" in entry else None,
        **provenance(entry),
    )


def _mark(entry: Mapping[str, Any]) -> Mark:
    day, months = entry["day"], entry["months"]
    if type(day) is not int or type(months) is not int or not 1 <= day <= 31:
        raise ValueError(f"day={day!r}, months={months!r}")
    return Mark(day, months)


__all__ = [
    "Mark",
    "ReportKind",
    "ReportPeriod",
    "ReportRule",
    "one_calendar",
    "read_law",
    "report_period",
    "report_periods_on",
    "rule_for",
]
