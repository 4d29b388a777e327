"""Expressions of time: years, months, quarters, dates, terms, "cùng kỳ năm trước"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from .layout import Page
from .lexicon import Phrases, lexicon
from .tokens import Kind

_LEXICON = lexicon("times")
_NAMED: Phrases[int] = Phrases(_LEXICON["named"])
_PREFIXES = Phrases(dict.fromkeys(_LEXICON["prefixes"]["words"], True))
_SPANS = Phrases(dict.fromkeys(_LEXICON["spans"]["words"], True))
_SAME = Phrases(dict.fromkeys(_LEXICON["same"]["words"], True))
_LENGTHS = frozenset(_LEXICON["lengths"]["words"])
_AFTER_LENGTH = Phrases(dict.fromkeys(_LEXICON["after_length"]["words"], True))
_NUMERALS = frozenset(_LEXICON["numerals"]["words"])
_STARTERS = (
    _NAMED.openers() | _SPANS.openers() | _SAME.openers()
    | {"năm", "tháng", "quý", "ngày"} | _NUMERALS
)  # fmt: skip
_ROMAN = re.compile(r"[ivx]{1,4}")
_NUMBERED = re.compile(r"\d[\d/]*[/-][^\W\d_][\w/-]*")  # 20/NQ-HĐND, 45-KL/TW, 04/2021/NQ-HĐND
_SPELLED_LENGTHS = frozenset({"năm", "tháng", "quý", "tuần"})
_DASHES = frozenset({"-", "–", "—", "đến", "tới"})
_ATTACHED = 6  # tokens from "kèm theo" to a number
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Time(NamedTuple):
    """Tokens [first, last) tell a time; `begin` counts its preposition ("đến hết") in."""

    begin: int
    first: int
    last: int
    year: int | None
    since: int | None
    """The first year of a span of years; else the year."""
    shift: int | None
    """Years from the reported one, when told by word: -1 "năm trước", 1 "năm tới"."""
    same: bool
    """ "cùng kỳ": the period one compares with."""
    length: bool
    """A mere length ("5 năm", "3 ngày"), no point in time."""


@dataclass(frozen=True, slots=True)
class Times:
    """The expressions of time of a page, found from either end."""

    all: tuple[Time, ...]
    by_first: dict[int, Time]
    by_last: dict[int, Time]
    firsts: tuple[int, ...]

    def covers(self, first: int, last: int) -> list[Time]:
        """Those that stand within the tokens."""
        found = []
        for time in self.all[bisect_left(self.firsts, first) :]:
            if time.first >= last:
                break
            if time.last <= last:
                found.append(time)
        return found


def times_of(page: Page, first: int, last: int) -> list[Time]:
    """Every expression of time among the tokens, left to right."""
    found, at = [], first
    while at < last:
        if page.words[at] not in _STARTERS and page.tokens[at].kind is not Kind.NUMBER:
            at += 1
            continue
        time = _time_at(page, at, first, last)
        if time is None:
            at += 1
            continue
        found.append(time)
        at = time.last
    return found


def table_of(found: list[Time]) -> Times:
    """The same, to look up."""
    by_first = {t.first: t for t in found}
    by_first.update({t.begin: t for t in found})
    by_last = {t.last: t for t in found}
    return Times(tuple(found), by_first, by_last, tuple(t.first for t in found))


def dates_paper(page: Page, time: Time) -> bool:
    """Whether a time is the day of the paper cited in front of it: "số 20/NQ-HĐND ngày 09/12/2022"."""
    at = time.begin - 1
    if at < 1 or page.words[time.first] != "ngày":
        return False
    first = at
    while first > 0 and page.tokens[first].start == page.tokens[first - 1].end:
        first -= 1
    if "kèm" in page.words[max(0, first - _ATTACHED) : first]:
        return False  # "(Kèm theo Quyết định số 88/QĐ-UBND ngày …)": the day is this paper's too
    return _NUMBERED.fullmatch(page.said(first, time.begin)) is not None


def _time_at(  # noqa: PLR0911 - one for each way to tell a time
    page: Page, at: int, floor: int, last: int
) -> Time | None:
    words = page.words
    word = words[at]
    if page.tokens[at].kind is Kind.NUMBER:
        return _numbered(page, at, floor, last)
    if word in _NUMERALS and at + 1 < last and words[at + 1] in _SPELLED_LENGTHS:
        return _numbered(page, at, floor, last)  # "sau một năm", "sáu tháng đầu năm 2014"
    if same := _SAME.at(words, at, last):
        nested = same[1] < last and not _SAME.at(words, same[1], last)
        inner = _time_at(page, same[1], same[1], last) if nested else None
        end = inner.last if inner else same[1]
        year = inner.year if inner else None
        return _made(page, at, end, floor, year=year, shift=-1 if year is None else None, same=True)
    if spans := _SPANS.at(words, at, last):
        end, year = _years(page, spans[1], last)
        if year:
            return _made(page, at, end, floor, year=year, since=_year(page, spans[1]))
    if (named := _NAMED.at(words, at, last)) and not _goes_on(page, named[1], last):
        return _made(page, at, named[1], floor, shift=named[0])
    if word == "năm":
        end, year = _years(page, at + 1, last)
        return _made(page, at, end, floor, year=year, since=_year(page, at + 1)) if year else None
    if word in {"tháng", "quý", "ngày"}:
        return _unit_of_time(page, at, floor, last)
    return None


def _falls(page: Page, at: int, last: int) -> bool:
    """ "đến 31-12": two numbers that fall are no range, but a day and its month."""
    if at + 2 >= last or page.words[at + 1] != "-" or page.tokens[at + 2].kind is not Kind.NUMBER:
        return False
    touching = page.tokens[at].end == page.tokens[at + 1].start
    day, month = page.words[at], page.words[at + 2]
    whole = day.isdecimal() and month.isdecimal() and day.isascii() and month.isascii()
    return touching and whole and int(day) > int(month) and len(day) <= 2


def _goes_on(page: Page, at: int, last: int) -> bool:
    """Whether "trong tháng", "trong quý" has its number behind it."""
    if page.words[at - 1] not in {"tháng", "quý", "tuần"} or at >= last:
        return False
    return page.tokens[at].kind is Kind.NUMBER or _ROMAN.fullmatch(page.words[at]) is not None


def _numbered(page: Page, at: int, floor: int, last: int) -> Time | None:
    """6 tháng đầu năm 2022; 12/01/2022; 2021 - 2025; 2021."""
    words = page.words
    after = words[at + 1] if at + 1 < last else ""
    if after in _LENGTHS and "," not in words[at]:
        if at + 2 < last and words[at + 2] in {"tuổi", "/", "công"}:
            return None  # "năm tuổi"; "15 phút/lượt"
        end = at + 2
        told = _AFTER_LENGTH.at(words, end, last)
        end = told[1] if told else end
        year = _year(page, end) if told and end < last and words[end - 1] == "năm" else None
        end, year = (end + 1, year) if year else _own_year(page, end, last)
        point = (told is not None or year is not None) and after in {"tháng", "năm", "quý", "tuần"}
        return _made(page, at, end, floor, year=year, length=not point)
    if "." in words[at] and at > floor and words[at - 1] in _LEXICON["before_date"]["words"]:
        return _pointed(page, at, at, floor)
    if (after == "/" or _falls(page, at, last)) and (end := _date(page, at, last)):
        year = _year(page, end - 1)
        dated = year is not None or (
            at > floor and words[at - 1] in _LEXICON["before_date"]["words"]
        )
        return _made(page, at, end, floor, year=year) if dated else None
    year = _year(page, at)
    if year is None or after in {"%", "/"}:
        return None
    since = year
    end, year = _years(page, at, last)
    return _made(page, at, end, floor, year=year, since=since)


def _unit_of_time(page: Page, at: int, floor: int, last: int) -> Time | None:
    """ngày 12/01/2022; ngày 12 tháng 01 năm 2022; tháng 6/2022; quý IV năm 2022."""
    if at + 1 >= last:
        return None
    words, token = page.words, page.tokens[at + 1]
    if token.kind is not Kind.NUMBER and not (
        words[at] == "quý" and _ROMAN.fullmatch(words[at + 1])
    ):
        return None
    if words[at] == "ngày":
        return _day(page, at, floor, last)
    end = at + 2
    if end + 1 < last and words[end] in {"/", "-", "."} and _year(page, end + 1):
        return _made(page, at, end + 2, floor, year=_year(page, end + 1))
    end, year = _own_year(page, end, last)
    return _made(page, at, end, floor, year=year)


def _day(page: Page, at: int, floor: int, last: int) -> Time | None:
    """ngày 12/01/2022; ngày 12 tháng 01 năm 2022; ngày 25.11.2016."""
    if dated := _date(page, at + 1, last):
        return _made(page, at, dated, floor, year=_year(page, dated - 1))
    end = at + 2
    monthly = end < last and page.words[end] == "tháng"
    month = _unit_of_time(page, end, end, last) if monthly else None
    if month is not None:
        return _made(page, at, month.last, floor, year=month.year)
    if end + 1 < last and page.words[end] in _DASHES and (until := _date(page, end + 1, last)):
        return _made(page, at, until, floor, year=_year(page, until - 1))  # "ngày 10 - 15/10"
    return _pointed(page, at, at + 1, floor)


def _date(page: Page, at: int, last: int) -> int:
    """Where a date 12/01 or 12/01/2022 ends; 0 when it is none."""
    numbers: list[str] = []
    end = at
    while end < last and page.tokens[end].kind is Kind.NUMBER and len(numbers) < 3:
        numbers.append(page.words[end])
        end += 1
        if end + 1 < last and page.words[end] in {"/", "-", "."} and len(numbers) < 3 and (
            page.tokens[end + 1].kind is Kind.NUMBER
        ):  # fmt: skip
            end += 1
        else:
            break
    if len(numbers) < 2 or not all(n.isdecimal() and n.isascii() and len(n) <= 4 for n in numbers):
        return 0
    day, month = int(numbers[0]), int(numbers[1])
    if len(numbers) == 2 and FIRST_YEAR < month < LAST_YEAR and day <= 12:
        return end
    if len(numbers) == 3 and not FIRST_YEAR < int(numbers[2]) < LAST_YEAR:
        return 0
    return end if 1 <= day <= 31 and 1 <= month <= 12 else 0


def _pointed(page: Page, first: int, at: int, floor: int) -> Time | None:
    """31.10 or 25.11.2016, one number with points."""
    parts = page.words[at].split(".")
    if not 2 <= len(parts) <= 3 or not all(p.isdecimal() and p.isascii() for p in parts):
        return None
    day, month = int(parts[0]), int(parts[1])
    year = int(parts[2]) if len(parts) == 3 else None
    whole = len(parts[1]) <= 2 and 1 <= day <= 31 and 1 <= month <= 12
    if not whole or (year is not None and not FIRST_YEAR < year < LAST_YEAR):
        return None
    return _made(page, first, at + 1, floor, year=year)


def _years(page: Page, at: int, last: int) -> tuple[int, int | None]:
    """2021; 2021 - 2025; 2021, 2022 và 2023: where they end and the last of them."""
    year = _year(page, at) if at < last else None
    if year is None:
        return at, None
    end = at + 1
    if end + 1 < last and page.words[end] in _DASHES and (later := _year(page, end + 1)):
        return end + 2, later
    return end, year


def _own_year(page: Page, at: int, last: int) -> tuple[int, int | None]:
    """The year that closes an expression: "năm 2022", "/2022"."""
    words = page.words
    if at + 1 < last and words[at] in {"năm", "/", "của", "-"}:
        step = at + (2 if words[at] == "của" and words[at + 1] == "năm" else 1)
        if step < last and (year := _year(page, step)):
            return step + 1, year
    return at, None


def _year(page: Page, at: int) -> int | None:
    text = page.words[at]
    if len(text) != 4 or not (text.isascii() and text.isdecimal()):
        return None
    return int(text) if FIRST_YEAR < int(text) < LAST_YEAR else None


def _made(  # noqa: PLR0913 - a time has so many sides
    page: Page, first: int, last: int, floor: int, *, year: int | None = None,
    since: int | None = None, shift: int | None = None, same: bool = False, length: bool = False,
) -> Time:  # fmt: skip
    prefix = _PREFIXES.before(page.words, first, floor)
    return Time(
        prefix[1] if prefix else first, first, last, year, since or year, shift, same, length
    )


__all__ = ["Time", "Times", "dates_paper", "table_of", "times_of"]
