"""What a paper is, as far as its figures go: of results or of targets, of which year and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from .layout import Page, Paragraph
from .lexicon import Phrases, lexicon, meanings
from .times import Time, Times, dates_paper

_LEXICON = lexicon("roles")
_KINDS = Phrases(meanings(_LEXICON["kinds"]))
_REPORTED = Phrases(dict.fromkeys(_LEXICON["reported"]["words"], True))
_AIMED = Phrases(dict.fromkeys(_LEXICON["aimed"]["words"], True))
_STRIVEN = Phrases({"phấn đấu": True, "đặt mục tiêu": True, "dự định": True})
_WITH = {"với", "so"}
_STOPS = frozenset({".", ";", ":", "!", "?"})
_OPENING = 25  # paragraphs among which the period reported is told
TITLE = 14  # paragraphs among which the title of the paper stands
_CLAUSE = 60  # tokens looked back over: a text without a stop costs no more than its length
_NEAR = 4  # tokens before a time that tell what it is
_EARLY = 3  # months
_CONGRESS = Phrases(dict.fromkeys(["đại hội", "đảng bộ"], True))
Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Setting:
    """Whether figures are targets unless told, the year reported, the paper's own day."""

    plans: bool = False
    year: int | None = None
    period: str | None = None
    """The period reported, as written where it is first told."""
    day: Day | None = None


def setting_of(page: Page, times: Times) -> Setting:
    """The kind of paper by its title, and its time."""
    kinds = (_title_kind(page, paragraph) for paragraph in page.paragraphs[:TITLE])
    plans = next((kind for kind in kinds if kind), "") == "plan"
    days = ((day, time) for time in times.all if (day := day_of(page, time)))
    own = (day for day, time in days if not (dates_paper(page, time) or _apart(page, time)))
    day = next(own, None)
    told = _told(page, times)
    if told is not None:
        return Setting(plans, told.year, page.said(told.first, told.last), day)
    usual = _usual(page, times)
    if day is not None:
        # A paper of the first months tells of the year that has just ended.
        ended = day[1] <= _EARLY and (plans or (usual is not None and usual.year == day[0] - 1))
        return Setting(plans, day[0] - ended, None, day)
    return (
        Setting(plans, usual.year, page.said(usual.first, usual.last)) if usual else Setting(plans)
    )


def _apart(page: Page, time: Time) -> bool:
    """A day to do something by ("phấn đấu đến 31/01/2019 …") or compared with, not the paper's."""
    near = set(page.words[max(0, time.begin - 1) : time.first])
    if near & {"trước", "hạn", "nhất"} or _compared(page, time):
        return True
    floor = max(0, time.begin - _CLAUSE)
    begun = next(
        (at for at in range(time.begin - 1, floor - 1, -1) if page.words[at] in _STOPS), -1
    )
    return _STRIVEN.within(page.words, max(begun + 1, floor), time.begin) is not None


def _just_before(page: Page, time: Time) -> list[str]:
    """The few words of its own clause in front of a time, nearest first."""
    words = reversed(page.words[max(0, time.begin - _NEAR) : time.begin])
    return list(takewhile(lambda word: word not in _STOPS and word != ",", words))


def _compared(page: Page, time: Time) -> bool:
    return not _WITH.isdisjoint(_just_before(page, time))


def day_of(page: Page, time: Time) -> Day | None:
    """The day a time tells: "12/01/2022", "ngày 09 tháng 12 năm 2021"; None for anything longer."""
    words = page.words[time.first : time.last]
    numbers = [int(w) for w in words if w.isdecimal() and w.isascii() and len(w) <= 4]
    if len(numbers) != 3 or time.same or "-" in words or not time.year:
        return None
    day, month, year = numbers
    whole = year == time.year and 1 <= month <= 12 and 1 <= day <= 31
    return (year, month, day) if whole else None


def _title_kind(page: Page, paragraph: Paragraph) -> str:
    """NGHỊ QUYẾT, QUYẾT ĐỊNH, KẾ HOẠCH … as a line of its own, in capitals."""
    found = _KINDS.at(page.words, paragraph.body, paragraph.last)
    if found and page.tokens[paragraph.body].text.isupper():
        return found[0]
    return ""


def _told(page: Page, times: Times) -> Time | None:
    """The time told beside "kết quả", "tổng kết" … at the beginning or in a heading."""
    for index, paragraph in enumerate(page.paragraphs):
        if index >= _OPENING and not paragraph.heading:
            continue
        for sentence in paragraph.sentences:
            cue = _REPORTED.within(page.words, sentence.first, sentence.last)
            if cue is None:
                continue
            if told := _first_reported(page, times.covers(cue[1], sentence.last)):
                return told
    return None


def _first_reported(page: Page, found: list[Time]) -> Time | None:
    """The first time told, its year perhaps only with a later one: "quý I, nhiệm vụ quý II năm 2019"."""
    reported: Time | None = None
    for time in found:
        if time.same or time.length or page.words[time.first] == "ngày":
            continue
        if reported is None and not _AIMED.within(
            page.words, max(0, time.begin - _NEAR), time.begin
        ):
            reported = time
        if time.year:
            return reported._replace(year=time.year) if reported else time
    return None


def _usual(page: Page, times: Times) -> Time | None:
    """The year told most; of several the last: "từ 60% năm 2020 lên 65% năm 2021"."""
    counted = Counter(time.year for time in _free(page, times))
    year = max(counted, key=lambda y: (counted[y], y or 0), default=None)
    return next((time for time in times.all if year and time.year == year), None)


def _free(page: Page, times: Times) -> Iterator[Time]:
    """Years that are neither aimed at nor compared with."""
    for paragraph in page.paragraphs:
        for sentence in paragraph.sentences:
            if _STRIVEN.within(page.words, sentence.first, sentence.last):
                continue
            for time in times.covers(sentence.first, sentence.last):
                term = page.words[time.first] == "nhiệm"  # of a congress: the one to come
                if term and _CONGRESS.within(page.words, sentence.first, sentence.last):
                    continue
                first, last = max(sentence.first, time.begin - _NEAR), time.last + _NEAR
                until = page.words[time.begin] == "đến" and time.first == time.begin + 1
                aimed = until or _AIMED.within(page.words, first, min(last, sentence.last))
                if time.year and not (
                    time.same or aimed or _compared(page, time) or dates_paper(page, time)
                ):
                    yield time


__all__ = ["TITLE", "Day", "Setting", "day_of", "setting_of"]
