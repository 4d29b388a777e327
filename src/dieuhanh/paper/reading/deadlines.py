"""When a task is due, and the day a paper bears, from which a missing year is taken."""

from __future__ import annotations

from collections import Counter
from datetime import date

from .days import day_at, span_at, year_at
from .layout import Page
from .lexicon import lexicon
from .lines import Line
from .wordlists import Wordlist

_LEXICON = lexicon("orders")["deadlines"]
_TIERS = tuple(Wordlist(_LEXICON[tier]) for tier in ("before", "within", "until"))
_DONE_BY = Wordlist(_LEXICON["done_by"])
_SKIPPED = Wordlist(_LEXICON["skipped"])
_REPORTING = frozenset({"tính", "kể", "lũy", "kế", "từ"})
_SHORT_LINE = 16
_FIRST_PARAGRAPHS = 5
_LONGEST_DATELINE = 12
_DAYTIMES = frozenset({"sáng", "chiều", "tối", "trưa", "ngày"})
_CITING = frozenset({"căn", "theo", "xét", "thực", "quyết", "nghị", "luật"})
_COMPARED = frozenset({"so", "kỳ", "kì"})
_NEAR = 4  # words before a year that tell it is compared with
_ANY_YEAR = 2000
_LATE, _EARLY = 10, 3


class Issued:
    """The day of a paper or of the news as far as it tells one, or the year it speaks of most."""

    def __init__(self, page: Page) -> None:
        self.day: date | None = None
        self.year: int | None = None
        years: Counter[int] = Counter()
        told: list[Line] = []
        for paragraph in page.paragraphs:
            line = Line(page, paragraph.first, paragraph.last)
            if self.day is None and len(line) <= _SHORT_LINE:
                self.day = _head_day(line)
            if len(told) < _FIRST_PARAGRAPHS:
                told.append(line)
            for at in range(len(line)):
                year = year_at(line, at)
                dated = line.word(at - 1) in {"năm", "/", "-"} and not _not_the_papers(line, at)
                if year and dated:
                    years[year] += 1
        self.day = self.day or next((day for line in told if (day := _news_day(line, years))), None)
        if self.day:
            self.year = self.day.year
        elif years:
            self.year = max(years, key=lambda told: (years[told], told))


def _not_the_papers(line: Line, at: int) -> bool:
    """A year compared with ("so với năm 2019"), of a span ("giai đoạn 2024 - 2030"), or aimed at."""
    if _COMPARED & set(line.words[max(0, at - _NEAR) : at]):
        return True
    first = at - 2 if line.word(at - 1) in {"-", "–"} and year_at(line, at - 2) else at
    return line.word(first - 1) in {"đoạn", "kỳ"} or line.words[max(0, at - 2) : at] == [
        "đến",
        "năm",
    ]


def _news_day(line: Line, years: Counter[int]) -> date | None:
    """ "Sáng 08/01/2020, …", "(THO) - Ngày 18-12, …": the day the news opens with.

    Without its year it is of the year spoken of most; late in the year news speaks of the year that
    ends and of the one to come, early in it of the one that has ended too.
    """
    at = next(
        (at for at, word in enumerate(line.words[:_LONGEST_DATELINE]) if word in _DAYTIMES), -1
    )
    if at < 0 or not line.capital(at):
        return None
    at += 1 + (line.word(at + 1) in {"ngày", "nay", ","})
    at += line.word(at) in {"(", "ngày"}
    told = day_at(line, at)
    if told is None and years:
        most = sorted(years, key=lambda year: (-years[year], -year))[:2]
        without = day_at(line, at, most[0])
        if without is None:
            return None
        month = int(without[0][5:7])
        near = most if abs(most[0] - most[-1]) == 1 else most[:1]
        year = min(near) if month > _LATE else max(near) if month < _EARLY else most[0]
        told = day_at(line, at, year)
    return date.fromisoformat(told[0]) if told else None


def _head_day(line: Line) -> date | None:
    """ "Bến Tre, ngày 08 tháng 6 năm 2023"."""
    for at, word in enumerate(line.words):
        if (
            word == "ngày"
            and (line.word(at - 1) in {"", ","} or line.word(0) not in _CITING)
            and line.words[at + 2 : at + 3] == ["tháng"]
            and (told := day_at(line, at + 1))
        ):
            return date.fromisoformat(told[0])
    return None


def deadline_in(
    line: Line, first: int, last: int, issued: Issued, *, surely: bool = False
) -> str | None:
    """The deadline told between `first` and `last`, in ISO text as far as it is told.

    `surely`: only one that nothing else can be meant by ("trước ngày", "chậm nhất").

    "trước ngày 30/6" of a paper of 8 June 2023 is 2023-06-30, "trước ngày 15/01" the next year's.
    """
    for tier, phrases in enumerate(_TIERS[:1] if surely else _TIERS):
        for at in range(first, last):
            end = phrases.end(line.words, at)
            if end == at or (tier == 2 and line.word(at - 1) in _REPORTING):
                continue
            for _ in range(3):
                end = _SKIPPED.end(line.words, _hour_end(line, end))
            told = _told(line, end, issued)
            if told is None or told[1] > last or _comes_round(line, told[1]):
                continue
            if _long_past(told[0], issued) or (
                line.words[at] == "," and not _done_by(line, told[1])
            ):
                continue
            return told[0]
    return None


def _comes_round(line: Line, at: int) -> bool:
    """ "trước 31/12 hằng năm" is no single day, "trong năm 2021 đã …" is over."""
    if line.word(at) == "và" and (more := day_at(line, at + 1, _ANY_YEAR)):
        at = more[1]  # "trước ngày 15/6 và 15/12 hằng năm"
    return line.word(at) in {"hằng", "hàng", "mỗi", "đã"}


def _long_past(told: str, issued: Issued) -> bool:
    """ "vi phạm phát sinh trước ngày 01/7/2014", in a paper of 2022, sets no deadline."""
    return issued.day is not None and int(told[:4]) < issued.day.year


def _done_by(line: Line, at: int) -> bool:
    """ ", đến 31-12 phải giải ngân …": a day by which something must be done."""
    return _DONE_BY.end(line.words, at) > at


def _hour_end(line: Line, at: int) -> int:
    """Over "16 giờ", "16 giờ 30", "17h00"."""
    if line.word(at).isdigit() and line.word(at + 1) in {"giờ", "h"}:
        return at + 3 if line.word(at + 2).isdigit() else at + 2
    if line.word(at).isdigit() and line.word(at + 1).startswith("h") and line.touching(at + 1):
        return at + 2
    return at


def day_or_span(line: Line, at: int, issued: Issued) -> str | None:
    """The deadline that stands right there: "Quý II/2024", "tháng 6", "30/9/2024"."""
    told = _told(line, at, issued)
    return told[0] if told and not _comes_round(line, told[1]) else None


def _told(line: Line, at: int, issued: Issued) -> tuple[str, int] | None:
    whole = day_at(line, at) or span_at(line, at)
    if whole:
        return whole
    told = day_at(line, at, issued.year) or span_at(line, at, issued.year)
    if told is None or issued.day is None:
        return told
    if len(told[0]) == 10 and date.fromisoformat(told[0]) < issued.day:
        return day_at(line, at, issued.day.year + 1)
    return told


__all__ = ["Issued", "day_or_span", "deadline_in"]
