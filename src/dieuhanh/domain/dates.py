"""Dates as people write them, and dates of which the source tells only a part."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .errors import BadInput

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_VI_DATE = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2}")
_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{4})|([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")


class Precision(StrEnum):
    """How much of a date its source tells."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PLACED = "placed"
    """The source tells no date; we placed one and say so ("ngày ước định")."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day to count with, and how much of it the source really tells.

    A month or a year stands on its last day: what is told of December was surely known by
    31 December, and nothing is shown as known before it surely was.
    """

    day: date
    precision: Precision = Precision.DAY

    @property
    def earliest(self) -> date:
        """The first day it can have been.

        >>> read_dated("12/2021").earliest
        datetime.date(2021, 12, 1)
        """
        if self.precision is Precision.MONTH:
            return self.day.replace(day=1)
        if self.precision is Precision.YEAR:
            return self.day.replace(month=1, day=1)
        return self.day


def read_vi_date(text: str) -> date:
    """The day in "12/01/2022" (day first) or ISO "2022-01-12".

    Raises BadInput("date.…"), also for years outside 1900-2100: they are typing errors.

    >>> read_vi_date("12/01/2022"), read_vi_date("2022-01-12") == read_vi_date("12-1-2022")
    (datetime.date(2022, 1, 12), True)
    """
    stripped = text.strip()
    if found := _VI_DATE.fullmatch(stripped):
        day, _, month, year = found.groups()
    elif found := _ISO_DATE.fullmatch(stripped):
        year, month, day = found.groups()
    else:
        raise _unreadable(stripped)
    return _day(int(year), int(month), int(day), stripped)


def read_dated(text: str, precision: str = "") -> Dated:
    """A whole or partial date: "12/01/2022", "12/2021", "2021".

    `precision` is what a file states beside it; empty means as much as the text tells.

    >>> read_dated("12/2021")
    Dated(day=datetime.date(2021, 12, 31), precision=<Precision.MONTH: 'month'>)
    >>> read_dated("31/12/2021", "placed").precision
    <Precision.PLACED: 'placed'>
    """
    stripped = text.strip()
    told = _read_partial(stripped) or Dated(read_vi_date(stripped))
    if not precision:
        return told
    if precision not in set(Precision):
        raise BadInput("date.precision", text=precision[:20], known=", ".join(Precision))
    stated = Precision(precision)
    if told.precision is not Precision.DAY and told.precision is not stated:
        raise BadInput("date.precision_mismatch", text=stripped, precision=precision)
    return Dated(told.day, stated)


def write_vi_date(day: date) -> str:
    """Day first, two digits each.

    >>> write_vi_date(date(2022, 1, 5))
    '05/01/2022'
    """
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def check_year(year: int, text: str) -> int:
    """The year, if it can be meant; else BadInput("date.implausible") telling `text`.

    >>> check_year(2021, "2021")
    2021
    """
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise BadInput("date.implausible", text=text, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    return year


def last_day_of_month(year: int, month: int) -> date:
    """The month's last day.

    >>> last_day_of_month(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, calendar.monthrange(year, month)[1])


def _read_partial(text: str) -> Dated | None:
    if _YEAR.fullmatch(text):
        return Dated(_day(int(text), 12, 31, text), Precision.YEAR)
    if found := _MONTH.fullmatch(text):
        month, year = int(found[1] or found[4]), int(found[2] or found[3])
        first = _day(year, month, 1, text)
        return Dated(last_day_of_month(first.year, first.month), Precision.MONTH)
    return None


def _day(year: int, month: int, day: int, text: str) -> date:
    check_year(year, text)
    try:
        return date(year, month, day)
    except ValueError as fault:
        raise BadInput("date.no_such_day", text=text) from fault


def _unreadable(text: str) -> BadInput:
    if not text:
        return BadInput("date.empty")
    if _SHORT_YEAR.fullmatch(text):
        return BadInput("date.short_year", text=text)
    return BadInput("date.unreadable", text=text[:40])


__all__ = [
    "EARLIEST_YEAR",
    "LATEST_YEAR",
    "Dated",
    "Precision",
    "check_year",
    "last_day_of_month",
    "read_dated",
    "read_vi_date",
    "write_vi_date",
]
