"""Periods as officials write them, told in the text figures are kept by."""

from __future__ import annotations

import re

from .errors import BadInput
from .periods import Period
from .text import fold, tidy

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BEFORE = re.compile(r"^(?:(?:trong|tinh|den|het|vao|cuoi|uoc|ca|o|tai)\s+)+(?=\S)")
_YEAR = r"(?:nam\s+|/|-|\s)?\s*((?:19|20)[0-9]{2})"
_YEARS = re.compile(
    r"(?:giai doan|nhiem ky|thoi ky|cac nam)?\s*((?:19|20)[0-9]{2})\s*[-–]\s*((?:19|20)[0-9]{2})"
)
_QUARTER = re.compile(rf"quy\s+(iv|iii|ii|i|[1-4])\s*{_YEAR}")
_HALF = re.compile(rf"(?:6|sau)\s+thang\s+(dau|cuoi)\s*{_YEAR}")
_MONTHS = re.compile(rf"([0-9]{{1,2}})\s+thang(?:\s+dau)?\s*{_YEAR}")
_MONTH = re.compile(rf"thang\s+([0-9]{{1,2}})\s*{_YEAR}")
_UP_TO = re.compile(
    r"(?:tinh\s+)?(?:den|toi)\s+(?:het\s+)?(?:ngay\s+[0-9]{1,2}\s*/\s*|[0-9]{1,2}\s*/\s*|thang\s+)"
    rf"([0-9]{{1,2}})\s*{_YEAR}"
)
_ONE = re.compile(r"(?:(?:ca\s+)?nam\s+)?((?:19|20)[0-9]{2})")


def read_period(text: str) -> Period:
    """The period a text names, SDMX or in words. Raises BadInput("period.words").

    >>> [str(read_period(t)) for t in ("năm 2021", "quý III/2021", "6 tháng đầu năm 2022")]
    ['2021', '2021-Q3', '2022-S1']
    >>> [str(read_period(t)) for t in ("9 tháng năm 2021", "tháng 7/2021", "giai đoạn 2021-2025")]
    ['2021-01-01/P9M', '2021-07', '2021-01-01/P5Y']
    >>> str(read_period("2021-Q3")), str(read_period("Trong 9 tháng năm 2021"))
    ('2021-Q3', '2021-01-01/P9M')
    """
    try:
        return Period.parse(text)
    except BadInput:
        found = _in_words(_BEFORE.sub("", fold(tidy(text)).strip(" .,;:()")))
    if found is None:
        raise BadInput("period.words", text=text[:60])
    return found


def _in_words(words: str) -> Period | None:
    if found := _YEARS.fullmatch(words):
        first, last = int(found[1]), int(found[2])
        return Period(first * 12, (last - first + 1) * 12) if last >= first else None
    if found := _QUARTER.fullmatch(words):
        quarter = _ROMAN.get(found[1]) or int(found[1])
        return Period(int(found[2]) * 12 + (quarter - 1) * 3, 3)
    if found := _HALF.fullmatch(words):
        return Period(int(found[2]) * 12 + (0 if found[1] == "dau" else 6), 6)
    if found := _MONTHS.fullmatch(words):
        months = int(found[1])
        return Period(int(found[2]) * 12, months) if 1 <= months <= 12 else None
    if found := _MONTH.fullmatch(words):
        month = int(found[1])
        return Period.of_month(int(found[2]), month) if 1 <= month <= 12 else None
    found = _ONE.fullmatch(words)
    return Period.of_year(int(found[1])) if found else None


def period_said(written: str | None, year: int | None) -> Period | None:
    """The period of a figure's own words; `year`, the paper's own, completes what names none.

    "đến 31/10/2025" is the months to that day. None where no one period is told, or no year.

    >>> [str(period_said(told, 2021)) for told in (None, "9 tháng", "quý I", "đến năm 2025")]
    ['2021', '2021-01-01/P9M', '2021-Q1', '2025']
    >>> [str(period_said(told, 2021)) for told in ("đến ngày 31/5/2023", "đến hết tháng 9", "đến hết năm")]
    ['2023-01-01/P5M', '2021-01-01/P9M', '2021']
    >>> [period_said(told, 2021) for told in ("5 năm", "năm học 2020 - 2021", "đến tháng 13")]
    [None, None, None]
    """
    words = fold(tidy(written or "năm"))
    if not re.search(r"(?:19|20)[0-9]{2}", words):
        if year is None:
            return None
        words = f"{words} {year}"
    if found := _UP_TO.fullmatch(words):
        words = f"{int(found[1])} thang nam {found[2]}"
    try:
        return read_period(words)
    except BadInput:
        return None


def is_to_date(period: Period) -> bool:
    """Whether a figure of the period counts from the year's beginning and is no year, half, quarter
    or month of its own (lũy kế).

    >>> is_to_date(read_period("9 tháng năm 2021")), is_to_date(read_period("năm 2021"))
    (True, False)
    """
    return period.first % 12 == 0 and period.frequency is None and period.months < 12


__all__ = ["is_to_date", "period_said", "read_period"]
