"""What in a sentence says that it orders, or that it only reports, asks or announces a list."""

from __future__ import annotations

from .addressees import ORDERS
from .lexicon import lexicon
from .lines import Line
from .tokens import Kind
from .wordlists import Wordlist

_LEXICON = lexicon("orders")
NEVER = Wordlist(_LEXICON["never"])
OPENERS = Wordlist(_LEXICON["openers"])
GOVERNING = frozenset({"của", "cho", "với", "mà", "giúp", "do", "theo", "để", "nhu"})
FARTHEST_SUBJECT = 40
LONGEST_SUBJECT = 24
_ORDINALS = Wordlist(_LEXICON["ordinals"])
_FORMULAS = Wordlist(_LEXICON["formulas"])
_REPORTS = Wordlist(_LEXICON["reports"])
_PETITIONERS = Wordlist(_LEXICON["petitioners"])
_SECTIONS_ON = Wordlist(_LEXICON["sections_on"])
_SECTIONS_OFF = Wordlist(_LEXICON["sections_off"])
_ASKING = frozenset({"đề", "kiến", "mong"})
_FARTHEST_FORMULA = 14
_TELLING = (["nêu", "rõ"], ["nhấn", "mạnh"], ["chỉ", "rõ"], ["ghi", "rõ"])
_PAPERS = Wordlist(["chỉ thị", "công điện", "thông báo", "kết luận", "văn bản", "công văn"])


def starts_order(line: Line, at: int) -> bool:
    """Whether an order's verb stands there: an item of a list of orders."""
    at += 2 * (line.words[at : at + 2] == ["tuyệt", "đối"])
    denied = line.word(at) == "không"
    reported = NEVER.end(line.words, at) > at and line.words[at] != "báo"
    return ORDERS.end(line.words, at + denied) > at + denied and not reported


def past_ordinal(line: Line) -> int:
    """The place after the "Một là,", "Thứ hai:" a sentence opens with; 0 when it has none."""
    end = _ORDINALS.end(line.words, 0)
    return end + (line.word(end) in {",", ":", ";"}) if end else 0


def turns_to_order(line: Line, at: int) -> bool:
    """Whether an order follows an adverbial: "Trước ngày 25/10 phải …", "Trên cơ sở đó, tham mưu …"."""
    if OPENERS.end(line.words, at) == at:
        return False
    for begin in range(at + 1, min(at + FARTHEST_SUBJECT, len(line))):
        if line.words[begin] in {";", ":"}:
            return False
        apart = line.word(begin - 1) == "," or line.tokens[begin - 1].kind is Kind.NUMBER
        if (apart and starts_order(line, begin)) or line.words[begin] in {"phải", "cần"}:
            return not reports(line, at, len(line))
    return False


def reports(line: Line, first: int, last: int) -> bool:
    """Whether a sentence in the form of an order tells what was done: "… đã …", "… năm qua …"."""
    return any(_REPORTS.end(line.words, at) > at for at in range(first, last))


def announced(line: Line, first: int, colon: int) -> bool:
    """ "… nhấn mạnh một số nhiệm vụ trọng tâm: Sở Tài chính tham mưu …"."""
    on, off = (
        any(topics.end(line.words, at) > at for at in range(first, colon))
        for topics in (_SECTIONS_ON, _SECTIONS_OFF)
    )
    told = line.words[colon - 2 : colon] in _TELLING and any(
        _PAPERS.end(line.words, at) > at for at in range(first, colon)
    )
    return (on or told) and not off


def petitions(line: Line, at: int, verb: int) -> bool:
    """Electors, delegates and businesses ask, a province "has asked" a ministry: they order nobody."""
    if line.words[verb] not in _ASKING:
        return False
    if "đã" in line.words[at:verb] or _PETITIONERS.end(line.words, at) > at:
        return True
    for first in range(max(at, verb - LONGEST_SUBJECT), verb):
        end = _PETITIONERS.end(line.words, first)
        if end > first and line.word(first - 1) not in GOVERNING | {"trước", ","}:
            return "," not in line.words[end:verb] or first == at
    return False


def announces_list(line: Line, last: int) -> bool:
    """ "Các đơn vị tập trung:" announces a list."""
    return last <= len(line) and line.word(last - 1) == ":"


def is_formula(line: Line, first: int, last: int) -> bool:
    """ "… chịu trách nhiệm thi hành Quyết định này": who is bound, not what to do."""
    nearest = min(last, first + _FARTHEST_FORMULA)
    return any(_FORMULAS.end(line.words, at) > at for at in range(first, nearest))


__all__ = [
    "FARTHEST_SUBJECT",
    "GOVERNING",
    "LONGEST_SUBJECT",
    "NEVER",
    "OPENERS",
    "announced",
    "announces_list",
    "is_formula",
    "past_ordinal",
    "petitions",
    "reports",
    "starts_order",
    "turns_to_order",
]
