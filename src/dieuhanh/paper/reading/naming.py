"""The indicator's name: the noun phrase left of the predicate, found from its right end."""

from __future__ import annotations

from dataclasses import dataclass

from .layout import Page
from .lexicon import Phrases, lexicon, meanings
from .times import Times
from .tokens import Kind

_LEXICON = lexicon("heads")
_HEADS = Phrases(
    meanings({k: _LEXICON[k]["words"] for k in ("growth", "rate", "amount", "sector")})
)
_OPENERS = Phrases(
    dict.fromkeys(_LEXICON["openers"]["words"] + _LEXICON["scopes"]["words"]
                  + lexicon("relations")["estimates"]["words"], True)
)  # fmt: skip
_BREAKERS: Phrases[bool] = Phrases(
    dict.fromkeys(_LEXICON["breakers"]["words"], True)
    | dict.fromkeys(_LEXICON["breakers"]["but"], False)
)
_CONNECTORS = Phrases(dict.fromkeys(_LEXICON["connectors"]["words"], True))
_NO_NAME = Phrases(dict.fromkeys(_LEXICON["no_name"]["words"], True))
_TRAILING: Phrases[bool] = Phrases(
    dict.fromkeys(_LEXICON["trailing"]["words"], True)
    | dict.fromkeys(_LEXICON["trailing"]["but"], False)
)
_PREDICATES = frozenset({"đạt", "vượt", "tăng", "giảm", "chiếm", "bằng"})
_SEPARATORS = frozenset({",", ":", ";", "."})
_CHANGING = frozenset({"giảm", "tăng", "nâng"})
_INNER = frozenset({"của", "các", "và", "theo", "về"})
_ACTIONS = Phrases(dict.fromkeys(_LEXICON["actions"]["words"], True))
_STRONG = frozenset({"growth", "rate", "amount"})
_LONGEST = 32
_FEW = 3
_MOST_COMMAS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A noun phrase, and what kind of measure its head announces ("growth", "rate", "amount")."""

    first: int
    last: int
    head: str


def head_of(page: Page, first: int, last: int) -> str:
    """What the first words of a name announce; "" when they are in no list."""
    if first < last and (found := _HEADS.at(page.words, first, last)):
        return found[0]
    return ""


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
        segments[0] = (cut or last, last)
    return _core(page, times, segments)


def deed_before(page: Page, floor: int, end: int) -> Name | None:
    """A verb of doing right before a figure that follows another: "… mới thu hút được 4 dự án"."""
    found = _ACTIONS.before(page.words, end, floor)
    if found is None or found[1] <= floor:
        return None
    return Name(found[1], end, "")


def _core(page: Page, times: Times, segments: list[tuple[int, int]]) -> Name | None:
    for at in range(len(segments) - 1, -1, -1):
        first, last = _stripped(page, times, *segments[at])
        if first >= last:
            continue
        if at < len(segments) - 1 and _NO_NAME.at(page.words, first, last):
            return None
        if at < len(segments) - 1 and page.words[segments[at][1]] == ",":
            last = _said_of(page, first, last)
        bare = first == segments[at][0]
        whole = _extended(page, times, segments[:at], first, last) if bare else first
        whole = _headed(page, _shortened(page, whole, last), last)
        return Name(whole, last, head_of(page, whole, last))
    return None


def _said_of(page: Page, first: int, last: int) -> int:
    """Where a clause's subject ends that something was said of: "thu ngân sách vượt dự toán"."""
    head = _HEADS.at(page.words, first, last)
    for at in range(head[1] if head else first + 2, last):
        word = page.words[at]
        if word in _PREDICATES and page.words[at + 1 : at + 2] != ["chuẩn"]:
            return at - 1 if page.words[at - 1] == "đã" else at
    return last


def _headed(page: Page, first: int, last: int) -> int:
    """A clause without a head of its own whose indicator comes later: "báo cáo … khi tỷ lệ X"."""
    if head_of(page, first, last):
        return first
    for at in range(first + 1, last):
        if head_of(page, at, last) in {"rate", "growth"} and page.words[at - 1] not in _INNER:
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
        elif word in _SEPARATORS and not depth:
            found.append((first, at))
            first = at + 1
    found.append((first, end))
    return found


def _connected(page: Page, first: int, last: int) -> int | None:
    """Behind which connector a new name begins in "doanh nghiệp mới với tổng vốn đăng ký"."""
    cuts: list[int] = []
    for at in range(first, last):
        found = None if _opened_in(page, first, at) else _CONNECTORS.at(page.words, at, last)
        if found and found[1] < last and (not cuts or found[1] > cuts[-1]):
            cuts.append(found[1])
    headed = [cut for cut in cuts if head_of(page, cut, last)]
    return next(iter(headed or cuts), None)


def _stripped(page: Page, times: Times, first: int, last: int) -> tuple[int, int]:
    """The segment without what stands before its name and what trails behind it."""
    first = _broken(page, first, last) or first
    for at in range(last - 2, first, -1):
        if (
            page.words[at] == "với"
            and page.words[at - 1] != "so"
            and not _opened_in(page, first, at)
            and head_of(page, at + 1, last) in {"amount", "rate"}
        ):
            first = at + 1  # "trang trại điện gió với công suất 252 MW"
            break
    first = _front(page, times, first, last)
    return first, _back(page, times, first, last)


def _front(page: Page, times: Times, first: int, last: int) -> int:
    while first < last:
        time = times.by_first.get(first)
        if time is not None and time.last <= last:
            first = time.last
            continue
        if _HEADS.at(page.words, first, last):
            break
        found = _OPENERS.at(page.words, first, last) or _dangling(page, first, last)
        if found is None:
            break
        first = found[1]
    return first


def _back(page: Page, times: Times, first: int, last: int) -> int:
    while first < last:
        opened = _opened(page, first, last) if page.words[last - 1] == ")" else None
        time = times.by_last.get(last)
        if opened is not None and not _kept(page, opened, last):
            last = opened
        elif time is not None and time.begin >= first:
            last = time.begin
        elif (found := _TRAILING.before(page.words, last, first)) and found[0]:
            last = found[1]
        else:
            break
    return last


def _dangling(page: Page, first: int, last: int) -> tuple[bool, int] | None:
    """A sign that begins no name."""
    if page.tokens[first].kind is Kind.PUNCTUATION and page.words[first] not in {"(", '"', "“"}:
        return True, min(first + 1, last)
    return None


def _opened(page: Page, first: int, last: int) -> int | None:
    depth = 0
    for at in range(last - 1, first - 1, -1):
        depth += (page.words[at] == ")") - (page.words[at] == "(")
        if not depth:
            return at
    return None


def _kept(page: Page, first: int, last: int) -> bool:
    """A bracket that belongs to the name: "(GRDP)", "(lũy kế)"."""
    inner = page.tokens[first + 1 : last - 1]
    return len(inner) <= 2 and all(t.kind is Kind.WORD for t in inner)


def _opened_in(page: Page, first: int, at: int) -> bool:
    """Whether a token stands in a bracket opened since `first`."""
    return page.words[first:at].count("(") > page.words[first:at].count(")")


def _extended(
    page: Page, times: Times, before: list[tuple[int, int]], first: int, last: int
) -> int:
    """The beginning of a name that holds commas: "tỷ lệ lao động khu vực ngư, nông, lâm nghiệp"."""
    if head_of(page, first, last) in _STRONG or not before or page.words[before[-1][1]] != ",":
        return first
    weak, short = first, last - first <= _FEW
    for start, end in reversed(before[-_MOST_COMMAS:]):
        if start >= end or page.words[end] != "," or not _names(page, times, start, end):
            break
        stripped, _ = _stripped(page, times, start, end)
        if stripped >= end:
            break
        headed = head_of(page, stripped, end)
        if headed in _STRONG:
            return stripped
        if headed or (short and (stripped > start or end - start <= _FEW)):
            weak = stripped
        elif end - start > _FEW:
            break
        if _broken(page, start, end) is not None:
            break
    return weak


def _broken(page: Page, first: int, last: int) -> int | None:
    """Behind the last word after which a name begins anew ("trong đó", "phấn đấu")."""
    for at in range(last - 1, first - 1, -1):
        found = _BREAKERS.at(page.words, at, last)
        if found and found[0]:
            return found[1]
    return None


def _names(page: Page, times: Times, first: int, last: int) -> bool:
    """Whether a part before a comma can go on the name: no circumstance, no predicate of its own."""
    if first in times.by_first or _NO_NAME.at(page.words, first, last):
        return False
    return not any(
        page.words[at] in _PREDICATES and at > first and page.words[at + 1 : at + 2] != ["chuẩn"]
        for at in range(first, last)
    )


def _shortened(page: Page, first: int, last: int) -> int:
    """A name too long to be one begins at its last head."""
    if last - first <= _LONGEST:
        return first
    for at in range(last - _LONGEST, last):
        found = _HEADS.at(page.words, at, last)
        if found and found[0] in {"rate", "growth"}:
            return at
    for at in range(last - _LONGEST, last):
        if _HEADS.at(page.words, at, last):
            return at
    return last - _LONGEST


def written(page: Page, name: Name) -> str:
    """The name as written, without explanations in brackets."""
    parts, first, at = [], name.first, name.first
    while at < name.last:
        if page.words[at] == "(":
            close = next((i for i in range(at, name.last) if page.words[i] == ")"), name.last - 1)
            if not _kept(page, at, close + 1):
                parts.append(page.said(first, at))
                first = close + 1
            at = close
        at += 1
    parts.append(page.said(first, name.last))
    return " ".join(part for part in parts if part).strip(" ,:-–“”\"'")


__all__ = ["Name", "deed_before", "head_of", "name_before", "written"]
