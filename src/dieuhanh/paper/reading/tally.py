"""The tally of targets reached, however it is worded.

"12/22 chỉ tiêu đạt và vượt", "đạt và vượt 18 trên 20 chỉ tiêu", "cả 25 chỉ tiêu đều đạt",
"15 chỉ tiêu đạt, 5 chỉ tiêu chưa đạt" (the total is their sum).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from .layout import Page, Paragraph
from .lexicon import Phrases, lexicon, meanings
from .numbers import value_of
from .records import Scoreboard
from .tokens import Kind

_LEXICON = lexicon("tally")
_UNITS: Phrases[int] = Phrases(_LEXICON["units"])
_OVER = Phrases(meanings(_LEXICON["links"]))
_QUANTIFIERS = Phrases(meanings(_LEXICON["quantifiers"]))
_VERDICTS = Phrases(meanings(_LEXICON["verdicts"]))
_BREAKDOWN = Phrases({"trong đó": True, "gồm": True, "bao gồm": True})
_BREAKS = frozenset({",", ";", ":", "(", ")", "."})
_FILLERS = frozenset(_LEXICON["quantifiers"]["fillers"])
_FAR = 3  # words between a number and what it counts: "12/22 các chỉ tiêu"
_BOUNDS = frozenset({"trên", "từ", "hơn", "dưới", "khoảng", "gần", "được"})
_WHOLE = 100
_FAR_PLACES = 8
_CRITERIA = 2
_PLACES = frozenset({"xã", "huyện", "thôn", "ấp", "bản", "phường"})
_SEVERAL = frozenset({"mỗi", "các", "những", "nhiều", "số"})
MOST = 99_999

Verdict = Literal["reached", "failed", "all", "whole", ""]


@dataclass(frozen=True, slots=True)
class _Count:
    """ "15 chỉ tiêu", "12/22 chỉ tiêu": tokens, numbers, and what is said of them."""

    first: int
    last: int
    count: int
    total: int | None
    unit: int
    verdict: str = ""
    inner: bool = False


def read_scoreboard(page: Page) -> Scoreboard | None:
    """The text's tally; of several the first that counts targets and says what was reached."""
    found = [
        (unit, paragraph.first, board)
        for paragraph in page.paragraphs
        for unit, board in _boards(page, paragraph)
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


def _boards(page: Page, paragraph: Paragraph) -> Iterator[tuple[int, Scoreboard]]:
    counts = list(_counts(page, paragraph.body, paragraph.last))
    if not counts:
        return
    inner = _inner(page, counts)
    judged = [
        replace(count, verdict=_verdict(page, paragraph, counts, at), inner=inner[at])
        for at, count in enumerate(counts)
    ]
    unit = min(count.unit for count in judged)
    tallied = [count for count in judged if count.unit == unit]
    added = _by_fraction(tallied) or _by_sum(tallied)
    if added is None:
        return
    met, total, used = added
    if 0 <= met <= total and total > 0:
        first, last = _quoted(page, paragraph, used)
        quote, start, end = page.span(first, last)
        name = _unit_name(page, used[0])
        yield unit, Scoreboard(met=met, total=total, unit=name, quote=quote, start=start, end=end)


def _by_fraction(counts: list[_Count]) -> tuple[int, int, list[_Count]] | None:
    """12/22 reached; of two shares of one total ("vượt 8/20, đạt 10/20") the sum."""
    shares = [c for c in counts if c.total is not None and not c.inner]
    met = [c for c in shares if c.verdict == "reached"]
    if met:
        first = met[0]
        beside = [c for c in met if c.total == first.total]
        total = first.total or 0
        if sum(c.count for c in beside) <= total and len(beside) > 1:
            return sum(c.count for c in beside), total, beside
        return first.count, total, [first]
    failed = [c for c in shares if c.verdict == "failed"]
    if failed:
        total = failed[0].total or 0
        return total - failed[0].count, total, failed[:1]
    return None


def _by_sum(counts: list[_Count]) -> tuple[int, int, list[_Count]] | None:
    whole = [c for c in counts if c.verdict == "whole"]
    every = [c for c in counts if c.verdict == "all"]
    if every:
        return every[0].count, every[0].count, every[:1]
    outer = [c for c in counts if not c.inner or whole]
    met = [c for c in outer if c.verdict == "reached"]
    failed = [c for c in outer if c.verdict == "failed"]
    reached = sum(c.count for c in met)
    if whole and (met or failed):
        total = whole[0].count
        if met and max(c.count for c in met) + sum(c.count for c in failed) == total:
            reached = max(c.count for c in met)  # the rest told once more, in parts
        return (
            (reached if met else total - sum(c.count for c in failed)),
            total,
            [*whole, *met, *failed],
        )
    if met and failed:
        return reached, reached + sum(c.count for c in failed), [*met, *failed]
    return None


def _counts(page: Page, first: int, last: int) -> Iterator[_Count]:
    at = first
    while at < last:
        found = _count_at(page, at, last) if page.tokens[at].kind is Kind.NUMBER else None
        if found is None:
            at += 1
            continue
        if not _of_places(page, first, found):
            yield found
        at = found.last


def _of_places(page: Page, first: int, count: _Count) -> bool:
    """ "4 xã hoàn thành 19/19 tiêu chí": how many places reached all, not how many criteria were."""
    if count.unit != _CRITERIA or count.total is None:
        return False
    words = page.words[max(first, count.first - _FAR_PLACES) : count.first]
    return any(
        (word in _PLACES and before in _SEVERAL) or (word in _PLACES and before.isdigit())
        for before, word in pairwise(words)
    )


def _count_at(page: Page, at: int, last: int) -> _Count | None:
    count, total, end = _whole_number(page, at), None, at + 1
    link = _over(page, end, last)
    if link is not None and link < last and page.tokens[link].kind is Kind.NUMBER:
        total, end = _whole_number(page, link), link + 1
    if count is None or (total is None and end != at + 1):
        return None
    for unit_at in range(end, min(end + _FAR, last)):
        named = _UNITS.at(page.words, unit_at, last)
        if named is None:
            if page.words[unit_at] not in _FILLERS:
                return None
            continue
        return _Count(at, named[1], count, total, named[0])
    return None


def _over(page: Page, at: int, last: int) -> int | None:
    if at < last and page.words[at] == "/":
        return at + 1
    if named := _UNITS.at(page.words, at, last):  # "18 chỉ tiêu trên tổng số 20 chỉ tiêu"
        at = named[1]
    found = _OVER.at(page.words, at, last)
    return found[1] if found else None


def _whole_number(page: Page, at: int) -> int | None:
    value = value_of(page.words[at])
    if value is None or value != value.to_integral_value() or value > MOST:
        return None
    return int(value)


def _verdict(page: Page, paragraph: Paragraph, counts: list[_Count], at: int) -> str:
    """What is said of a count: beside it first, then at the end of a long list of adjectives."""
    count, words = counts[at], page.words
    before = counts[at - 1].last if at else paragraph.body
    after = counts[at + 1].first if at + 1 < len(counts) else paragraph.last
    told = _QUANTIFIERS.before(words, count.first, before)
    near = next((i for i in range(count.last, after) if words[i] in _BREAKS), after)
    if count.total is None and told and told[0] == "whole":
        return "whole"
    back = next(
        (i + 1 for i in range(count.first - 1, before - 1, -1) if words[i] in _BREAKS), before
    )
    for first, last in ((count.last, near), (back, count.first), (near, after)):
        if found := _VERDICTS.within(words, first, last):
            if found[0] == "reached" and _in_part(page, found[2], paragraph.last):
                return ""
            return "all" if told and told[0] == "all" and found[0] == "reached" else found[0]
    return "whole" if count.total is None and _BREAKDOWN.within(words, near, after) else ""


def _in_part(page: Page, at: int, last: int) -> bool:
    """ "9/22 chỉ tiêu đạt trên 50% kế hoạch": on the way, not reached."""
    at += at < last and page.words[at] in _BOUNDS
    if at + 1 >= last or page.words[at + 1] != "%":
        return False
    value = value_of(page.words[at])
    return value is not None and value < _WHOLE


def _inner(page: Page, counts: list[_Count]) -> list[bool]:
    """Which counts only part one told before: "18/20, trong đó 12 chỉ tiêu vượt"."""
    parts = [False]
    for before, count in pairwise(counts):
        gap = page.words[before.last : count.first]
        goes_on = parts[-1] and not any(word in {";", "."} for word in gap)
        begins = _BREAKDOWN.within(page.words, before.last, count.first) is not None
        parts.append(begins or goes_on)
    return parts


def _quoted(page: Page, paragraph: Paragraph, used: list[_Count]) -> tuple[int, int]:
    """From the beginning of the first count's clause to the end of the last one's."""
    first, last = used[0].first, used[-1].last
    while first > paragraph.body and page.words[first - 1] not in _BREAKS:
        first -= 1
    while last < paragraph.last and page.words[last] not in _BREAKS:
        last += 1
    return first, last


def _unit_name(page: Page, count: _Count) -> str:
    return next(
        page.said(at, found[1]).lower()
        for at in range(count.first, count.last)
        if (found := _UNITS.at(page.words, at, count.last))
    )


__all__ = ["read_scoreboard"]
