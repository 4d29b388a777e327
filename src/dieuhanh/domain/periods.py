"""Calendar periods: whole months, told in SDMX text, with the algebra figures need.

The reporting periods of Decree 09/2019 begin on the 15th. What a figure of one is about is a
`ReportSpan`, another type: it equals no calendar period, holds none and has no such parts, since
a sum over both kinds would count two weeks twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from .dates import check_year, last_day_of_month
from .errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable

REPORT_DAY = 15
_TEXT = re.compile(r"([0-9]{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?")
_RANGE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})/P([0-9]{1,4})([MY])")


class Frequency(StrEnum):
    """How often a figure is told, in SDMX letters."""

    YEAR = "A"
    HALF = "S"
    QUARTER = "Q"
    MONTH = "M"

    @property
    def months(self) -> int:
        """How many months one lasts.

        >>> [each.months for each in Frequency]
        [12, 6, 3, 1]
        """
        return {"A": 12, "S": 6, "Q": 3, "M": 1}[self.value]


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """Whole calendar months: `first` counts months since year 0, `months` how many.

    One span of days has one spelling: twelve months from January are the year.

    >>> Period.parse("2021-01-01/P12M") == Period.parse("2021")
    True
    >>> str(Period.parse("2021-01-01/P9M")), str(Period.parse("2021-01-01/P60M"))
    ('2021-01-01/P9M', '2021-01-01/P5Y')
    """

    first: int
    months: int

    def __post_init__(self) -> None:
        if self.months < 1:
            raise BadInput("period.no_length", months=self.months)
        for month in (self.first, self.first + self.months - 1):
            check_year(month // 12, f"{month // 12}")

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period in SDMX text. Raises BadInput("period.…").

        >>> Period.parse("2021-Q3").start, Period.parse("2021-Q3").end
        (datetime.date(2021, 7, 1), datetime.date(2021, 9, 30))
        """
        return _parse(text.strip())

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The calendar year.

        >>> str(Period.of_year(2021))
        '2021'
        """
        return cls(year * 12, 12)

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """The calendar month, `month` from 1 to 12."""
        return cls(year * 12 + month - 1, 1)

    @property
    def start(self) -> date:
        """The first day."""
        year, month = divmod(self.first, 12)
        return date(year, month + 1, 1)

    @property
    def end(self) -> date:
        """The last day, included."""
        year, month = divmod(self.first + self.months - 1, 12)
        return last_day_of_month(year, month + 1)

    @property
    def after(self) -> int:
        """The month after the last, counted as `first` is."""
        return self.first + self.months

    @property
    def frequency(self) -> Frequency | None:
        """Year, half, quarter or month; None for spans that are none of these.

        >>> Period.parse("2021-S2").frequency, Period.parse("2021-01-01/P9M").frequency
        (<Frequency.HALF: 'S'>, None)
        """
        for each in Frequency:
            if self.months == each.months and self.first % each.months == 0:
                return each
        return None

    @property
    def cadence(self) -> Frequency | None:
        """How often one like it comes round; a report's is that of the period it is named after.

        >>> Period.parse("2021-06-15/P1M").cadence, Period.parse("2021-01-01/P9M").cadence
        (<Frequency.MONTH: 'M'>, None)
        """
        return self.frequency

    def __str__(self) -> str:
        """The SDMX text, one for each span."""
        year, month = divmod(self.first, 12)
        match self.frequency:
            case Frequency.YEAR:
                return f"{year:04}"
            case Frequency.HALF:
                return f"{year:04}-S{month // 6 + 1}"
            case Frequency.QUARTER:
                return f"{year:04}-Q{month // 3 + 1}"
            case Frequency.MONTH:
                return f"{year:04}-{month + 1:02}"
        whole = self.months % 12 == 0
        length = f"{self.months // 12}Y" if whole else f"{self.months}M"
        return f"{year:04}-{month + 1:02}-01/P{length}"

    def contains(self, other: date | Period) -> bool:
        """Whether the day, or every day of the period, is in this one.

        >>> Period.parse("2021").contains(Period.parse("2021-Q4"))
        True
        """
        if isinstance(other, Period):
            inside = self.first <= other.first and other.after <= self.after
            return inside and type(self) is type(other)
        return self.start <= other <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether some day is in both.

        >>> Period.parse("2021-S1").overlaps(Period.parse("2021-Q3"))
        False
        """
        return self.start <= other.end and other.start <= self.end

    def parts(self, frequency: Frequency) -> tuple[Period, ...]:
        """The years, halves, quarters or months it is made of, in order.

        Raises BadInput("period.no_parts") unless they fill it exactly.

        >>> [str(part) for part in Period.parse("2021-01-01/P9M").parts(Frequency.QUARTER)]
        ['2021-Q1', '2021-Q2', '2021-Q3']
        """
        step = frequency.months
        if self.first % step or self.months % step:
            raise BadInput("period.no_parts", period=str(self), months=step)
        return tuple(Period(month, step) for month in range(self.first, self.after, step))

    def missing(self, having: Iterable[Period], frequency: Frequency) -> tuple[Period, ...]:
        """The parts that `having` lacks: a year is made of months only when this is empty.

        >>> have = Period.parse("2021-01-01/P9M").parts(Frequency.QUARTER)
        >>> [str(part) for part in Period.parse("2021").missing(have, Frequency.QUARTER)]
        ['2021-Q4']
        """
        there = set(having)
        return tuple(part for part in self.parts(frequency) if part not in there)

    def shifted(self, months: int) -> Period:
        """As long, `months` later (earlier when below zero)."""
        return type(self)(self.first + months, self.months)

    def previous(self) -> Period:
        """As long, ending the day before this begins.

        >>> str(Period.parse("2021-Q1").previous()), str(Period.parse("2021-01-01/P5Y").previous())
        ('2020-Q4', '2016-01-01/P5Y')
        """
        return self.shifted(-self.months)

    def year_earlier(self) -> Period:
        """The same months of the year before (cùng kỳ năm trước).

        >>> str(Period.parse("2021-01-01/P9M").year_earlier())
        '2020-01-01/P9M'
        """
        return self.shifted(-12)

    def to_date(self) -> Period:
        """From 1 January to the end of this period (lũy kế từ đầu năm).

        >>> str(Period.parse("2021-Q3").to_date())
        '2021-01-01/P9M'
        """
        january = self.first // 12 * 12
        if (self.after - 1) // 12 * 12 != january:
            raise BadInput("period.not_one_year", period=str(self))
        return Period(january, self.after - january)


@dataclass(frozen=True, order=True, slots=True)
class ReportSpan(Period):
    """The days of a report by Decree 09/2019: from the 15th to the 14th, `first` as it begins.

    >>> year = Period.parse("2020-12-15/P1Y")
    >>> year.start, year.end, year.year_earlier()
    (datetime.date(2020, 12, 15), datetime.date(2021, 12, 14), ReportSpan(first=24239, months=12))
    >>> year == year.named, Period.parse("2021").contains(Period.parse("2021-06-15/P1M"))
    (False, False)
    """

    @property
    def named(self) -> Period:
        """The calendar period it takes its name from."""
        return Period(self.first + 1, self.months)

    @property
    def start(self) -> date:
        """The first day, a 15th."""
        return Period.of_month(*_year_month(self.first)).start.replace(day=REPORT_DAY)

    @property
    def end(self) -> date:
        """The last day, a 14th, included."""
        return Period.of_month(*_year_month(self.after)).start.replace(day=REPORT_DAY - 1)

    @property
    def frequency(self) -> Frequency | None:
        """None: years, quarters and months are the calendar's."""
        return None

    @property
    def cadence(self) -> Frequency | None:
        """That of the calendar period it is named after."""
        return self.named.frequency

    def __str__(self) -> str:
        """The SDMX text."""
        year, month = _year_month(self.first)
        whole = self.months % 12 == 0
        length = f"{self.months // 12}Y" if whole else f"{self.months}M"
        return f"{year:04}-{month:02}-{REPORT_DAY}/P{length}"

    def parts(self, frequency: Frequency) -> tuple[Period, ...]:
        """The shorter reports it is made of."""
        return tuple(
            type(self)(part.first - 1, part.months) for part in self.named.parts(frequency)
        )

    def to_date(self) -> Period:
        """From the beginning of its report year to its end."""
        named = self.named.to_date()
        return type(self)(named.first - 1, named.months)


def _year_month(month: int) -> tuple[int, int]:
    return month // 12, month % 12 + 1


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    if found := _TEXT.fullmatch(text):
        january = check_year(int(found[1]), text) * 12
        if found[2]:
            return Period(january + (int(found[2]) - 1) * 6, 6)
        if found[3]:
            return Period(january + (int(found[3]) - 1) * 3, 3)
        return Period(january + int(found[4]) - 1, 1) if found[4] else Period(january, 12)
    if found := _RANGE.fullmatch(text):
        year, month, day, count, scale = found.groups()
        if day not in {"01", f"{REPORT_DAY}"}:
            raise BadInput("period.start_day", text=text)
        months = int(count) * (12 if scale == "Y" else 1)
        made = Period if day == "01" else ReportSpan
        return made(check_year(int(year), text) * 12 + int(month) - 1, months)
    raise BadInput("period.unreadable", text=text[:40])


__all__ = ["Frequency", "Period", "ReportSpan"]
