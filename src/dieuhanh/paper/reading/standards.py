"""What a figure is held against: a plan and whoever set it, another period, somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from .layout import Page
from .lexicon import Phrases, lexicon, meanings
from .times import Time, Times
from .tokens import Kind

_LEXICON = lexicon("relations")
_PLANS = Phrases(dict.fromkeys(_LEXICON["plans"]["words"], True))
_SETTERS = frozenset(_LEXICON["plans"]["setters"])
_LOOSE = frozenset(
    {"và", "của", "đã", "được", "đến", "theo", "trên", "tổng", "thu", "chi", "thực", "hiện"}
)
STANDARDS = Phrases(meanings({k: _LEXICON["compared"][k] for k in ("past", "base", "elsewhere")}))
_LONGEST_PLAN = 14


@dataclass(slots=True)
class Standard:
    """What a figure is held against: "plan", "past", "base", "elsewhere" or "other"."""

    kind: str
    year: int | None = None
    linked: bool = False
    """Said with "so với", so that it is compared with, not told itself."""


def standard_before(page: Page, times: Times, at: int, floor: int) -> Standard | None:
    """The standard named in front of a bracket that holds its value: "cao hơn cả nước (22,3%)"."""
    time = times.by_last.get(at)
    if time is not None and time.begin >= floor and (time.same or time.shift == -1):
        return Standard("past", time.year)
    named = STANDARDS.before(page.words, at, floor)
    if named:
        return Standard(named[0])
    return Standard("plan") if plan_before(page, at, floor) is not None else None


def plan_before(page: Page, at: int, floor: int) -> int | None:
    """Where "dự toán HĐND tỉnh giao" begins that ends at a token."""
    begin = at
    if page.words[at - 2 : at] in (["tiêu", "thu"], ["tiêu", "chi"]):
        return None  # "đặt mục tiêu thu 1.200 tỷ đồng"
    while begin > max(floor, at - _LONGEST_PLAN) and _sets(page, begin - 1):
        begin -= 1
    for first in range(begin, at):
        if page.words[first - 1 : first] == ["toàn"]:
            continue  # "toàn tỉnh giao 1.350 thanh niên nhập ngũ" sets no plan
        if _PLANS.at(page.words, first, at):
            return first
    return None


def _sets(page: Page, at: int) -> bool:
    token = page.tokens[at]
    return token.folded in _SETTERS or token.folded in {"kh", "dt", "nq", "dự", "toán", "mục", "kịch", "bản"} or (
        token.kind is Kind.NUMBER and len(token.text) == 4 and token.text.startswith("20")
    )  # fmt: skip


def past_or_base(page: Page, time: Time) -> str:
    """The same period of another year, or another base ("tháng trước", "đầu năm")."""
    if time.same:
        return "past"
    monthly = page.words[time.first] in {"tháng", "quý", "ngày", "đầu", "cuối"}
    return "past" if (time.year or time.shift == -1) and not monthly else "base"


def plan_after(page: Page, at: int, last: int) -> int:
    """Where the plan named at a token ends, whoever set it told too; 0 when none is."""
    named = _PLANS.at(page.words, at, last)
    if named is None:
        return 0
    end = named[1]
    while end < last and _sets(page, end):
        end += 1
    while end > named[1] and page.words[end - 1] in _LOOSE:
        end -= 1
    return end


__all__ = ["STANDARDS", "Standard", "past_or_base", "plan_after", "plan_before", "standard_before"]
