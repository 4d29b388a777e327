"""Days, months, quarters and years as Vietnamese papers write them, in ISO text."""

from __future__ import annotations

import re
from datetime import date

from .lines import Line
from .tokens import Kind

_DOTTED = re.compile(r"([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
             "một": 1, "hai": 2, "ba": 3, "bốn": 4, "01": 1, "02": 2, "03": 3, "04": 4}  # fmt: skip
_MONTHS = {"giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
           "chín": 9, "mười": 10, "chạp": 12}  # fmt: skip
_SIGNS = frozenset({"/", "-", "–", "."})
Told = tuple[str, int]


def number_at(line: Line, at: int, most: int) -> int | None:
    """The whole number from 1 to `most` that stands there."""
    if not 0 <= at < len(line) or line.tokens[at].kind is not Kind.NUMBER:
        return None
    text = line.words[at]
    return int(text) if text.isdigit() and len(text) <= 4 and 0 < int(text) <= most else None


def year_at(line: Line, at: int) -> int | None:
    """A year that can be meant (1930 to 2099)."""
    found = number_at(line, at, 2099)
    return found if found and found >= 1930 else None


def day_at(line: Line, at: int, year: int | None = None) -> Told | None:
    """The day told at `at` and the place after it: "09/12/2020", "9-12-2020", "09 tháng 12 năm 2020".

    A day without its year takes `year`; with neither, or on no day of the calendar, it is none.
    """
    at += line.word(at) in {"mùng", "mồng"}
    if at >= len(line):
        return None
    if dotted := _DOTTED.fullmatch(line.words[at]):
        return _iso(int(dotted[1]), int(dotted[2]), int(dotted[3]), at + 1)
    day = number_at(line, at, 31)
    if day is None:
        return None
    if line.word(at + 1) == "tháng":
        month, end = number_at(line, at + 2, 12), at + 3
        told, end = _year_after(line, end)
    else:
        month, told, end = _after_sign(line, at, needs_year=year is None)
    return _iso(day, month, told or year, end) if month else None


def _after_sign(line: Line, at: int, *, needs_year: bool) -> tuple[int | None, int | None, int]:
    """Month and year of "9/12/2020", "9-12-2020", "9/12 năm 2020", "9/12"; and their end."""
    sign = line.word(at + 1)
    month = number_at(line, at + 2, 12) if sign in _SIGNS else None
    told = year_at(line, at + 4) if line.word(at + 3) == sign else None
    if told:
        return month, told, at + 5
    if sign in {"-", "–"} and needs_year:
        return None, None, at
    told, end = _year_after(line, at + 3)
    return month, told, end


def span_at(line: Line, at: int, year: int | None = None) -> Told | None:
    """The month, quarter, half or year told at `at`: "tháng 8/2022", "quý II năm 2023", "năm 2025"."""
    word = line.word(at)
    if word == "tháng":
        month = number_at(line, at + 1, 12) or _MONTHS.get(line.word(at + 1))
        return _part(line, at + 2, year, f"{month:02}") if month else None
    if word == "quý":
        quarter = _QUARTERS.get(line.word(at + 1))
        return _part(line, at + 2, year, f"Q{quarter}") if quarter else None
    if word == "năm" and (told := year_at(line, at + 1)):
        return str(told), at + 2
    if word == "năm" and line.word(at + 1) in {"nay", "này"} and year:
        return str(year), at + 2
    if (told := number_at(line, at, 12)) and line.words[at + 1 : at + 3] == ["tháng", "đầu"]:
        return _part(line, at + 3, year, f"{told:02}")
    return None


def _part(line: Line, at: int, year: int | None, part: str) -> Told | None:
    told, end = _year_after(line, at)
    if told is None and line.word(at) == "năm" and line.word(at + 1) in {"nay", "này"}:
        end = at + 2
    chosen = told or year
    return (f"{chosen}-{part}", end) if chosen else None


def _year_after(line: Line, at: int) -> tuple[int | None, int]:
    """The year of "/2022", "-2022" or "năm 2022"."""
    if line.word(at) in {"/", "-", "–", "năm", ","} and (told := year_at(line, at + 1)):
        return (told, at + 2) if line.word(at) != "," else (None, at)
    return None, at


def _iso(day: int, month: int, year: int | None, end: int) -> Told | None:
    if year is None:
        return None
    try:
        return date(year, month, day).isoformat(), end
    except ValueError:
        return None


__all__ = ["day_at", "number_at", "span_at", "year_at"]
