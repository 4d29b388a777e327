"""The indicator's name: the noun phrase left of the predicate, found from its right end."""

from __future__ import annotations

from dataclasses import dataclass

from .compounds import compounded
from .layout import Page
from .lexicon import Phrases, lexicon
from .times import Times
from .trimming import (
    BREAKERS,
    HEADS,
    broken_at,
    head_of,
    kept,
    opened_in,
    stripped,
    without_opening,
)

_CONNECTORS = Phrases(dict.fromkeys(lexicon("heads")["connectors"]["words"], True))
_NO_NAME = Phrases(dict.fromkeys(lexicon("heads")["no_name"]["words"], True))
_LABELS = Phrases(dict.fromkeys(lexicon("heads")["labels"]["words"], True))
_PREDICATES = frozenset({"đạt", "vượt", "tăng", "giảm", "chiếm", "bằng"})
_NO_PREDICATES = (["chuẩn"], ["cấp"], ["trưởng"], ["khen"], ["lái"], ["sáng"], ["tiêu"])
_SEPARATORS = frozenset({",", ":", ";", "."})
_CHANGING = frozenset({"giảm", "tăng", "nâng"})
_INNER = frozenset({"của", "các", "và", "theo", "về"})
_ACTIONS = Phrases(dict.fromkeys(lexicon("heads")["actions"]["words"], True))
_STRONG = frozenset({"growth", "rate", "amount"})
_MADE = (["việc"], ["rõ"], ["mới"], ["tốt"])  # "làm rõ 12 vụ" causes nothing
_WHOLES = (
    ["thời", "gian"],
    ["tổng", "mức"],
    ["tổng", "vốn"],
    ["tổng", "số"],
    ["tổng", "kinh"],
    ["tổng", "diện"],
)
_PRICES = Phrases(dict.fromkeys(["trị giá", "tổng trị giá", "kinh phí", "tổng kinh phí"], True))
_LONGEST = 32
_FEW = 3
_MOST_COMMAS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A noun phrase, and what kind of measure its head announces ("growth", "rate", "amount")."""

    first: int
    last: int
    head: str


def name_before(page: Page, times: Times, floor: int, end: int, *, follows: bool) -> Name | None:
    """The name that ends at `end`; None when nothing there names anything.

    `follows`: the region begins right behind another quantity, whose own words come first.
    """
    segments = _segments(page, floor, end)
    if follows and segments:
        first, last = segments[0]
        cut = _connected(page, first, last)
        if len(segments) == 1 and cut is None:
            return None
        whole = len(segments) == 1 or (cut is not None and head_of(page, cut, last))
        segments[0] = (cut if cut and whole else last, last)
    return _core(page, times, segments, follows=follows)


def _circumstance(page: Page, segment: tuple[int, int], first: int) -> bool:
    """Whether a part before a comma tells where or when: "về giáo dục", "trong bối cảnh …"."""
    if _NO_NAME.at(page.words, first, segment[1]):
        return True
    opened = _NO_NAME.at(page.words, *segment)
    return opened is not None and opened[1] == first


def causes(page: Page, at: int) -> bool:
    """ "mưa lũ làm 11 người chết": what follows is another thing; not "việc làm", "đi làm việc"."""
    if page.words[at] not in {"làm", "khiến"} or page.words[at + 1 : at + 2] in _MADE:
        return False
    return at == 0 or page.words[at - 1] not in {"việc", "đi", "người"}


def deed_before(page: Page, floor: int, end: int) -> Name | None:
    """A verb of doing right before a figure that follows another: "… huy động được 6 công trình"."""
    found = _ACTIONS.before(page.words, end, floor)
    if found is None or found[1] <= floor:
        return None
    return Name(found[1], end, "")


def _core(
    page: Page, times: Times, segments: list[tuple[int, int]], *, follows: bool
) -> Name | None:
    for at in range(len(segments) - 1, -1, -1):
        if at < len(segments) - 1 and _labels(page, segments[at]):
            return None
        first, last = stripped(page, times, *segments[at])
        if first >= last:
            continue
        apart = at < len(segments) - 1
        if apart and _circumstance(page, segments[at], first):
            return None
        if apart and follows and at and _listed_on(page, first, last, segments[at][1]):
            return None
        if (
            at < len(segments) - 1
            and _predicate(page, first)
            and not head_of(page, first + 1, last)
        ):
            continue
        if at < len(segments) - 1 and page.words[segments[at][1]] == ",":
            last = _said_of(page, first, last)
        bare = first == segments[at][0]
        whole = _extended(page, times, segments[:at], first, last) if bare else first
        whole = _headed(page, _shortened(page, whole, last), last)
        return Name(whole, last, head_of(page, whole, last))
    return None


def _labels(page: Page, segment: tuple[int, int]) -> bool:
    """ "Hạn chế: khoảng 8% …": what the items are called together names none of them."""
    first, last = segment
    found = _LABELS.at(page.words, first, last)
    return page.words[last] == ":" and found is not None and found[1] == last


def _listed_on(page: Page, first: int, last: int, end: int) -> bool:
    """ "cấp 389 giấy cho hộ gia đình, cá nhân, đạt 91,8%": what goes on a list names nothing."""
    short = last - first <= _FEW and not head_of(page, first, last)
    return short and page.words[end] == ","


def _said_of(page: Page, first: int, last: int) -> int:
    """Where a clause's subject ends that something was said of: "thu ngân sách vượt dự toán"."""
    head = HEADS.at(page.words, first, last)
    for at in range(head[1] if head else first + 2, last):
        if _predicate(page, at):
            return at - 1 if page.words[at - 1] == "đã" else at
    return last


def _predicate(page: Page, at: int) -> bool:
    """A verb of measurement, not "đạt chuẩn", "bằng cấp", "tăng trưởng"."""
    return page.words[at] in _PREDICATES and page.words[at + 1 : at + 2] not in _NO_PREDICATES


def _headed(page: Page, first: int, last: int) -> int:
    """A clause without a head of its own whose indicator comes later: "báo cáo … khi tỷ lệ X"."""
    bound = {"phải", "cần"}.isdisjoint(page.words[first:last])
    if head_of(page, first, last) in ({"growth", "rate", "amount", "sector"} if bound else _STRONG):
        return first
    for at in range(first + 1, last):
        whole = page.words[at : at + 2] in _WHOLES or (
            page.words[at - 1] in {"là", "có"} and head_of(page, at, last) in _STRONG
        )
        headed = whole or head_of(page, at, last) in {"rate", "growth"}
        if headed and page.words[at - 1] not in _INNER and not opened_in(page, first, at):
            return at - 1 if page.words[at - 1] in _CHANGING else at
    return first


def _segments(page: Page, floor: int, end: int) -> list[tuple[int, int]]:
    """The parts between commas and colons, brackets passed over."""
    found, first, depth = [], floor, 0
    for at in range(floor, end):
        word = page.words[at]
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif word in _SEPARATORS and not depth and not (word == "," and compounded(page, at)):
            found.append((first, at))
            first = at + 1
    found.append((first, end))
    return found


def _connected(page: Page, first: int, last: int) -> int | None:
    """Behind which connector a new name begins in "doanh nghiệp mới với tổng vốn đăng ký"."""
    cuts: list[int] = []
    for at in range(first, last):
        found = None if opened_in(page, first, at) else _CONNECTORS.at(page.words, at, last)
        if page.words[at - 1 : at + 1] == ["đối", "với"]:
            continue
        if found and found[1] < last and (not cuts or found[1] > cuts[-1]):
            cuts.append(found[1])
    priced = _PRICES.before(page.words, last, first)
    if priced and priced[1] > first:
        return priced[1]  # "98.000 suất quà trị giá 54 tỷ đồng"
    headed = [cut for cut in cuts if head_of(page, cut, last)]
    owned = [cut for cut in headed if page.words[cut - 1] == "với"]
    return next(iter(owned[-1:] or headed or cuts), None)


def _extended(
    page: Page, times: Times, before: list[tuple[int, int]], first: int, last: int
) -> int:
    """The beginning of a name that holds commas: "tỷ lệ lao động khu vực ngư, nông, lâm nghiệp"."""
    if head_of(page, first, last) in _STRONG or not before or page.words[before[-1][1]] != ",":
        return first
    weak, short = first, last - first <= _FEW
    for start, end in reversed(before[-_MOST_COMMAS:]):
        few = end - start - page.words[start:end].count(",") <= _FEW
        if start >= end or page.words[end] != "," or not _names(page, times, start, end):
            break
        bare, _ = stripped(page, times, start, end)
        if bare >= end:
            break
        headed = head_of(page, bare, end)
        if headed in _STRONG:
            return bare
        if headed or (short and (bare > start or few)):
            weak = bare
        elif not few:
            break
        if broken_at(page, start, end) is not None:
            break
    return weak


def _names(page: Page, times: Times, first: int, last: int) -> bool:
    """Whether a part before a comma can go on the name: no circumstance, no predicate of its own."""
    circumstance = _NO_NAME.at(page.words, first, last) and not BREAKERS.at(page.words, first, last)
    if first in times.by_first or circumstance:
        return False
    bare = without_opening(page, times, first, last)
    head = HEADS.at(page.words, bare, last)  # "tốc độ tăng": the verb is the head's own
    return not any(_predicate(page, at) for at in range(head[1] if head else first + 1, last))


def _shortened(page: Page, first: int, last: int) -> int:
    """A name too long to be one begins at its last head."""
    if last - first <= _LONGEST:
        return first
    for at in range(last - _LONGEST, last):
        found = HEADS.at(page.words, at, last)
        if found and found[0] in {"rate", "growth"}:
            return at
    for at in range(last - _LONGEST, last):
        if HEADS.at(page.words, at, last):
            return at
    return last - _LONGEST


def written(page: Page, name: Name) -> str:
    """The name as written, without explanations in brackets."""
    parts, first, at = [], name.first, name.first
    while at < name.last:
        if page.words[at] == "(":
            close = next((i for i in range(at, name.last) if page.words[i] == ")"), name.last - 1)
            if not kept(page, at, close + 1):
                parts.append(page.said(first, at))
                first = close + 1
            at = close
        at += 1
    parts.append(page.said(first, name.last))
    return " ".join(part for part in parts if part).strip(" ,:-–“”\"'")


__all__ = ["Name", "causes", "deed_before", "head_of", "name_before", "without_opening", "written"]
