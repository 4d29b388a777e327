"""To whom an order is given: bodies, offices, persons and groups of them, up to the order's verb."""

from __future__ import annotations

from .bodies import DETERMINERS, GROUPS, body_end, names_end
from .lexicon import lexicon
from .lines import Line
from .names import name_end
from .people import address_end
from .titles import title_end
from .wordlists import Wordlist, syllables

_LEXICON = lexicon("orders")
ORDERS = Wordlist(
    phrase.strip()
    for row in _LEXICON["orders"].split("\n")
    for phrase in row.split("|")
    if phrase.strip()
)
STRONG = Wordlist(_LEXICON["strong"])
_REPORTED = frozenset({"đã", "đang", "vừa", "sẽ", "bị", "vẫn", "mới", "từng"})
_GAPS = syllables(" ".join(_LEXICON["gaps"]))
_GROUP_JOINTS = frozenset({",", "và", "các", "-", "/", "những"})
_JOINTS = frozenset({",", "và", ";", "cùng", "&", "hoặc"})
_WIDEST_GAP = 14
_LONGEST_REST = 6
_AFTER_ORGANISATIONS = frozenset({",", "có", "liên", "chính", "đảng", "cá", "khác", "đoàn", ")"})


def addressee_end(line: Line, at: int) -> int:
    """The place after everyone named from `at` on; `at` when nobody is.

    "Giám đốc các sở, ban, ngành; Chủ tịch UBND các huyện chịu …" ends before "chịu".
    """
    end = _one_end(line, at)
    while end > at and line.word(end) in _JOINTS:
        after = end + 1
        more = _one_end(line, after)
        if more == after:
            break
        end = more
    return end


def order_begin(line: Line, at: int) -> tuple[int, int] | None:
    """Where the addressee that is read up to `at` really ends, and where its order begins.

    None when no order follows. What stands between may belong to neither ("các đơn vị được giao
    vốn khẩn trương …") or to a name we do not know whole ("Ban Quản lý Vườn ươm khẩn trương …").
    """
    first = at + 1 if line.word(at) in {":", ","} else at
    if first >= len(line):
        return None
    if line.word(at) == ":" or ORDERS.end(line.words, first) > first:
        return at, first
    if first > at:
        return None
    gap = line.word(first) in _GAPS
    for begin in range(first + 1, min(first + (_WIDEST_GAP if gap else _LONGEST_REST), len(line))):
        if line.words[begin] in {";", ".", ":", ","}:
            colon = line.words[begin] == ":" and begin + 1 < len(line)
            return (begin, begin + 1) if colon else None
        verbs = ORDERS if gap else STRONG
        if line.words[begin] in _REPORTED:
            return None
        if not line.capital(begin) and verbs.end(line.words, begin) > begin + 1:
            return (at if gap else begin), begin
    return None


def _one_end(line: Line, at: int) -> int:
    """One addressee: determiner, then a person, an office, a body or a group."""
    if at >= len(line) or (_orders(line, at) and not line.capital(at)):
        return at
    address = address_end(line, at)
    if address > at:
        name = name_end(line, address, sure=True)
        if name > address:
            return name
    first = max(DETERMINERS.end(line.words, at), address)
    end = max(title_end(line, first), body_end(line, first))
    if end > first:
        several = end + 1 if line.word(end) in {"các", "những"} else end
        group = _one_end(line, several) if several > end else end
        return group if group > several else end
    group = _group_end(line, first)
    return names_end(line, group, after_head=line.capital(first)) if group > first else at


def _group_end(line: Line, at: int) -> int:
    """Kinds of bodies in a row: "sở, ban, ngành, đoàn thể cấp tỉnh", "các cơ quan, đơn vị"."""
    end = at
    while True:
        joint = end + 1 if end > at and line.word(end) in _GROUP_JOINTS else end
        member = _member_end(line, joint)
        if member == joint:
            return end
        end = member


def _member_end(line: Line, at: int) -> int:
    end = GROUPS.end(line.words, at)
    if end > at and line.words[at : at + 2] == ["tổ", "chức"] and end == at + 2:
        return end if line.word(end) in _AFTER_ORGANISATIONS else at
    return end


def _orders(line: Line, at: int) -> bool:
    return ORDERS.end(line.words, at) > at


__all__ = ["ORDERS", "STRONG", "addressee_end", "order_begin"]
