"""The orders in one sentence: who is told to do what.

Two forms. Someone gives an order ("Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát …", "Giao Sở Tài
chính chủ trì …"); or, where orders are given, whoever is ordered begins the sentence ("UBND các
huyện khẩn trương …", "Sở Y tế: …"). Semicolons part orders with addressees of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .addressees import ORDERS, STRONG, addressee_end, order_begin
from .bodies import DETERMINERS
from .lexicon import lexicon
from .lines import Line
from .names import name_end
from .people import address_end
from .wordlists import Wordlist

_LEXICON = lexicon("orders")
GIVING = Wordlist(_LEXICON["giving"])
_NOT_BEFORE = frozenset(_LEXICON["not_before"])
_SUPERIORS = Wordlist(_LEXICON["superiors"])
_NEVER = Wordlist(_LEXICON["never"])
_FORMULAS = Wordlist(_LEXICON["formulas"])
_OPENERS = Wordlist(
    ["căn cứ", "để", "trên cơ sở", "theo", "trong", "đối với", "thời gian", "trước", "từ", "đồng thời",
     "bên cạnh", "ngoài", "riêng", "cùng với", "về", "sau", "hằng", "định kỳ", "tại", "khi", "nhằm",
     "vì vậy", "do đó", "từ nay", "năm"]
)  # fmt: skip
_PASSED_ON = Wordlist(_LEXICON["passed_on"])
_TURNS = Wordlist(_LEXICON["turns"])
_OPENING_QUOTES = frozenset({"“", '"', "‘", "«"})
_LONGEST_SUBJECT = 24
_REPORTED = frozenset({"rất", "không", "chưa", "đã", "còn"})
_GOVERNING = frozenset({"của", "cho", "với", "mà", "giúp", "do", "theo", "để", "nhu"})
_FARTHEST_SUBJECT = 40
_FARTHEST_TURN = 60
_WATCHING = frozenset({("đại", "biểu"), ("hội", "nghị"), ("đại", "hội"), ("kỳ", "họp")})
_STRICT = frozenset({"giao", "yêu", "đề"})


@dataclass(slots=True)
class Order:
    """An order inside a line: its addressee's words, and its own."""

    lead: tuple[int, int]
    first: int
    last: int


def orders_in(line: Line, *, ordering: bool, item: bool = False) -> list[Order]:
    """The orders of a sentence, each up to the next.

    `ordering`: the sentence stands among orders; `item`: it is an item of a list, or an article.
    """
    found: list[Order] = []
    at = 0
    while at < len(line):
        stop = _clause_stop(line, at)
        among = ordering or bool(found)
        sure = bool(found) or (item and ordering)
        told = _begun(line, at, ordering=among, item=sure) or _given(line, at, stop)
        if told is None:
            if found:
                found[-1].last = stop
            at = stop + 1
            continue
        stop = max(stop, _clause_stop(line, told.first))
        found += _parted(line, told, stop)
        at = stop + 1
    return [order for order in found if not (_formula(line, order) or _open_ended(line, order))]


def _clause_stop(line: Line, at: int) -> int:
    """The semicolon outside brackets that ends the clause, or the line's end."""
    depth = 0
    for stop in range(at, len(line)):
        word = line.words[stop]
        depth = max(0, depth + (word == "(") - (word == ")"))
        if word == ";" and not depth:
            return stop
    return len(line)


def _begun(line: Line, at: int, *, ordering: bool, item: bool = False) -> Order | None:
    """ "UBND các huyện khẩn trương …", also after "Căn cứ …," and the like."""
    first = _subject(line, at)
    end = addressee_end(line, first)
    if end == first or _watches(line, first, end) or _is_person(line, first):
        return None
    told = order_begin(line, end, any_verb=item)
    if told is None or _NEVER.end(line.words, told[1]) > told[1]:
        return None
    begin = told[1]
    if not ordering and STRONG.end(line.words, begin) == begin:
        return None
    if _SUPERIORS.end(line.words, first) >= end:
        passed = item or _PASSED_ON.end(line.words, begin) > begin
        if not ordering or not passed or GIVING.end(line.words, begin) > begin:
            return None
    return Order((first, told[0]), begin, begin)


def _is_person(line: Line, at: int) -> bool:
    """Persons are told of ("ông A, Phó Chủ tịch, chủ trì"); orders are given to them."""
    address = address_end(line, at)
    return name_end(line, address, sure=address > at) > address


def _subject(line: Line, at: int) -> int:
    """Where the subject stands: at once, or after an adverbial and its comma."""
    at += line.word(at) in _OPENING_QUOTES
    for turn in range(at, min(at + _FARTHEST_TURN, len(line))):
        after = _TURNS.end(line.words, turn)
        if after > turn:
            return after + (line.word(after) == ",")
        if line.words[turn] == ";":
            break
    if line.word(at) == "riêng":
        return at + 1
    if _OPENERS.end(line.words, at) == at or addressee_end(line, at) > at:
        return at
    for comma in range(at, min(at + _FARTHEST_SUBJECT, len(line))):
        if line.words[comma] == ";" or _gives(line, comma):
            break
        if line.words[comma] in {",", ":"} and _opens(line, comma + 1):
            return comma + 1
    return at


def _gives(line: Line, at: int) -> bool:
    """Whether somebody is given an order here, rather than told to have been given one."""
    after = GIVING.end(line.words, at)
    return (
        after > at and line.word(at - 1) not in _NOT_BEFORE and addressee_end(line, after) > after
    )


def _opens(line: Line, at: int) -> bool:
    """Whether an addressee begins here, rather than goes on."""
    begins = line.capital(at) or DETERMINERS.end(line.words, at) > at
    return begins and addressee_end(line, at) > at


def _watches(line: Line, first: int, end: int) -> bool:
    """ "Các đại biểu thảo luận", "Hội nghị thống nhất": told of, not told to."""
    head = line.words[first : first + 3]
    return end - first < 4 and any(pair in _WATCHING for pair in pairwise(head))


def _given(line: Line, at: int, stop: int) -> Order | None:
    """ "… yêu cầu Sở Y tế rà soát": the first giving verb with an addressee and an order."""
    for verb in range(at, stop):
        if line.words[verb] == ":" and (told := _begun(line, verb + 1, ordering=False)):
            return told
        if line.words[verb] == "cần" and (told := _needed(line, at, verb)):
            return told
        after = GIVING.end(line.words, verb)
        if after == verb or (line.word(verb - 1) in _NOT_BEFORE and verb > at):
            continue
        if line.words[verb : verb + 2] == ["giao", "ban"] and not line.capital(verb + 1):
            continue
        told = _order_after(line, after)
        if told is None and line.word(after) in {":", ","}:
            told = _begun(line, after + 1, ordering=True)
        if told:
            return told
    return None


def _needed(line: Line, at: int, verb: int) -> Order | None:
    """ "…, phát huy kết quả đó các cấp, các ngành cần tăng cường …": the subject stands before."""
    if ORDERS.end(line.words, verb + 1) == verb + 1 or line.word(verb - 1) in _REPORTED:
        return None
    if "là" in line.words[verb : verb + _LONGEST_SUBJECT]:
        return None  # "diện tích các địa phương cần chuyển đổi là 1.200 ha" tells, not orders
    for first in range(max(at, verb - _LONGEST_SUBJECT), verb):
        begins = DETERMINERS.end(line.words, first) > first or line.capital(first)
        before = line.word(first - 1) if first > at else ""
        if begins and before not in _GOVERNING and addressee_end(line, first) == verb:
            return Order((first, verb), verb, verb)
    return None


def _order_after(line: Line, at: int) -> Order | None:
    end = addressee_end(line, at)
    told = order_begin(line, end, any_verb=True) if end > at else None
    return Order((at, told[0]), told[1], told[1]) if told else None


def _parted(line: Line, told: Order, stop: int) -> list[Order]:
    """The order, and those that follow it in the clause: "…, giao Sở B …"."""
    found = [told]
    for verb in range(told.first + 1, stop):
        if line.words[verb] not in _STRICT or line.words[verb - 1] not in {",", "và", "thời", ":"}:
            continue
        after = GIVING.end(line.words, verb)
        more = _order_after(line, after) if after > verb else None
        if more and more.first < stop:
            cut = verb - 1
            if line.words[cut] == "thời" and line.word(cut - 1) == "đồng":
                cut -= 1
            found[-1].last = cut
            found.append(more)
    found[-1].last = stop
    return found


def _open_ended(line: Line, order: Order) -> bool:
    """ "Các đơn vị tập trung:" announces a list."""
    return order.last <= len(line) and line.word(order.last - 1) == ":"


def _formula(line: Line, order: Order) -> bool:
    """ "… chịu trách nhiệm thi hành Quyết định này": who is bound, not what to do."""
    return any(
        _FORMULAS.end(line.words, at) > at
        for at in range(order.first, min(order.last, order.first + 14))
    )


def starts_order(line: Line, at: int) -> bool:
    """Whether an order's verb stands there: an item of a list of orders."""
    reported = _NEVER.end(line.words, at) > at and line.words[at] != "báo"
    return ORDERS.end(line.words, at) > at and not reported


__all__ = ["GIVING", "Order", "orders_in", "starts_order"]
