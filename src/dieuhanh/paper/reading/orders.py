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
from .order_signs import (
    FARTHEST_SUBJECT,
    GOVERNING,
    LONGEST_SUBJECT,
    NEVER,
    OPENERS,
    announced,
    announces_list,
    is_formula,
    petitions,
    reports,
)
from .titles import address_end, title_end
from .tokens import Kind
from .wordlists import Wordlist

_LEXICON = lexicon("orders")
GIVING = Wordlist(_LEXICON["giving"])
_NOT_BEFORE = frozenset(_LEXICON["not_before"])
_SUPERIORS = Wordlist(_LEXICON["superiors"])
_TOWARDS = Wordlist(_LEXICON["towards"])
_PASSED_ON = Wordlist(_LEXICON["passed_on"])
_TURNS = Wordlist(_LEXICON["turns"])
_OPENING_QUOTES = frozenset({"“", '"', "‘", "«"})
_REPORTED = frozenset({"rất", "không", "chưa", "đã", "còn"})
_LONGEST_LIST = 14
_FARTHEST_TURN = 60
_WATCHING = frozenset({("đại", "biểu"), ("hội", "nghị"), ("đại", "hội"), ("kỳ", "họp")})
_LONGEST_TIME = 12
_TIMES = frozenset({"tới", "này", "năm", "nay", "tháng", "quý", "iv", "iii", "ii", "i"})
_LOWER = (["lực", "lượng"], ["chính", "quyền"], ["cấp", "ủy"], ["người", "đứng"], ["cơ", "quan"])
_STRICT = frozenset({"giao", "yêu", "đề"})


@dataclass(slots=True)
class Order:
    """An order inside a line: its addressee's words, and its own."""

    lead: tuple[int, int]
    first: int
    last: int
    joined: bool = False
    """It goes on a sentence in which another order stands before it."""
    begun: bool = False
    """The addressee begins the sentence: where no list or order surrounds it, it may be a report."""


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
    return [
        order
        for order in found
        if not (is_formula(line, order.first, order.last) or announces_list(line, order.last))
        and (item or not order.begun or not reports(line, order.first, order.last))
    ]


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
    first = subject(line, at)
    end = addressee_end(line, first)
    if end == first or _watches(line, first, end) or _is_person(line, first):
        return None
    told = order_begin(line, end, any_verb=item)
    if told is None or NEVER.end(line.words, told[1]) > told[1]:
        return None
    begin = told[1]
    if line.words[begin] == "cần" and ORDERS.end(line.words, begin + 1) == begin + 1:
        return None  # "các địa phương cần khoảng 120 tỷ đồng"
    strong = STRONG.end(line.words, begin) > begin
    if not ordering and not strong:
        return None
    if _SUPERIORS.end(line.words, first) >= end:
        passed = item or line.word(end) == ":" or _PASSED_ON.end(line.words, begin) > begin
        leads = item and line.words[begin] == "chỉ"  # "2. UBND tỉnh chỉ đạo các ngành …"
        if not ordering or not passed or (GIVING.end(line.words, begin) > begin and not leads):
            return None
    return Order((first, told[0]), begin, begin, begun=not strong)


def _is_person(line: Line, at: int) -> bool:
    """Persons are told of ("ông A, Phó Chủ tịch, chủ trì"); orders are given to them."""
    address = address_end(line, at)
    title = title_end(line, address)
    return name_end(line, title, sure=title > at) > title


def subject(line: Line, at: int) -> int:
    """Where the subject stands: at once, or after an adverbial and its comma."""
    at += line.word(at) in _OPENING_QUOTES
    towards = _TOWARDS.end(line.words, at)
    if towards > at and addressee_end(line, towards) > towards:
        return towards
    for turn in range(at, min(at + _FARTHEST_TURN, len(line))):
        after = _TURNS.end(line.words, turn)
        if after > turn:
            return after + (line.word(after) == ",")
        if line.words[turn] == ";":
            break
    if line.word(at) == "riêng":
        return at + 1
    if OPENERS.end(line.words, at) == at or addressee_end(line, at) > at:
        return at
    for comma in range(at, min(at + FARTHEST_SUBJECT, len(line))):
        if line.words[comma] == ";" or _gives_somebody(line, comma):
            break
        if line.words[comma] in {",", ":"} and _opens(line, comma + 1):
            return comma + 1
    return at


def gives(line: Line, at: int) -> bool:
    """Whether an order is given here: not "được giao", "theo yêu cầu"."""
    return GIVING.end(line.words, at) > at and line.word(at - 1) not in _NOT_BEFORE


def _gives_somebody(line: Line, at: int) -> bool:
    after = GIVING.end(line.words, at)
    return gives(line, at) and addressee_end(line, after) > after


def _opens(line: Line, at: int) -> bool:
    """Whether an addressee begins here, rather than goes on."""
    begins = line.capital(at) or DETERMINERS.end(line.words, at) > at
    return (begins or line.words[at : at + 2] in _LOWER) and addressee_end(line, at) > at


def _watches(line: Line, first: int, end: int) -> bool:
    """ "Các đại biểu thảo luận", "Hội nghị thống nhất": told of, not told to."""
    head = line.words[first : first + 3]
    return end - first < 4 and any(pair in _WATCHING for pair in pairwise(head))


def _given(line: Line, at: int, stop: int) -> Order | None:
    """ "… yêu cầu Sở Y tế rà soát": the first giving verb with an addressee and an order."""
    for verb in range(at, stop):
        if line.words[verb] == ":" and (
            told := _begun(line, verb + 1, ordering=announced(line, at, verb))
        ):
            return told
        if line.words[verb] == "cần" and (told := _needed(line, at, verb)):
            return told
        after = GIVING.end(line.words, verb)
        if verb == at and line.capital(at) and line.words[at : at + 2] == ["kiến", "nghị"]:
            after = at + 2
        if after == verb or (line.word(verb - 1) in _NOT_BEFORE and verb > at):
            continue
        if line.words[verb : verb + 2] == ["giao", "ban"] and not line.capital(verb + 1):
            continue
        if petitions(line, at, verb):
            return None
        told = _order_after(line, after) or _told_towards(line, at, verb, after)
        if told is None and line.word(after) in {":", ","}:
            told = _begun(line, after + 1, ordering=True)
        if told:
            return told
    return None


def _told_towards(line: Line, at: int, verb: int, after: int) -> Order | None:
    """ "Đối với Sở Y tế, Chủ tịch UBND tỉnh yêu cầu tập trung …": named before, told here."""
    first = _TOWARDS.end(line.words, at)
    if first == at or addressee_end(line, first) == first or ORDERS.end(line.words, after) == after:
        return None
    end = next((each for each in range(verb - 1, first, -1) if line.words[each] == ","), first)
    return Order((first, end), after, after) if end > first else None


def _needed(line: Line, at: int, verb: int) -> Order | None:
    """ "…, phát huy kết quả đó các cấp, các ngành cần tăng cường …": the subject stands before."""
    if ORDERS.end(line.words, verb + 1) == verb + 1 or line.word(verb - 1) in _REPORTED:
        return None
    if "là" in line.words[verb : verb + LONGEST_SUBJECT]:
        return None  # "diện tích các địa phương cần chuyển đổi là 1.200 ha" tells, not orders
    for first in range(max(at, verb - LONGEST_SUBJECT), verb):
        begins = DETERMINERS.end(line.words, first) > first or line.capital(first)
        before = line.word(first - 1) if first > at else ""
        if begins and before not in GOVERNING and addressee_end(line, first) == verb:
            return Order((first, verb), verb, verb)
    return None


def _order_after(line: Line, at: int) -> Order | None:
    if addressee_end(line, at) == at and OPENERS.end(line.words, at) > at:
        at = _after_time(line, at)
    end = addressee_end(line, at)
    told = order_begin(line, end, any_verb=True) if end > at else None
    return Order((at, told[0]), told[1], told[1]) if told else None


def _after_time(line: Line, at: int) -> int:
    """ "yêu cầu từ ngày 01/8 các cơ quan …": past the time between the order and its addressee."""
    for begin in range(at + 1, min(at + _LONGEST_TIME, len(line))):
        if line.words[begin] == "," and _opens(line, begin + 1):
            return begin + 1
        if line.words[begin] in {",", ";", ".", ":"}:
            return at
        timed = line.tokens[begin - 1].kind is Kind.NUMBER or line.words[begin - 1] in _TIMES
        if timed and _opens(line, begin):
            return begin
    return at


def _parted(line: Line, told: Order, stop: int) -> list[Order]:
    """The order, and those that follow it in the clause: "…, giao Sở B …"."""
    found = [told]
    for verb in range(told.first + 1, stop):
        if line.words[verb - 1] == "," and (more := _next_told(line, verb, found[-1], stop)):
            found[-1].last, more.joined = verb - 1, True
            found.append(more)
            continue
        if line.words[verb] not in _STRICT or line.words[verb - 1] not in {",", "và", "thời", ":"}:
            continue
        after = GIVING.end(line.words, verb)
        more = _order_after(line, after) if after > verb else None
        if more and more.first < stop:
            cut = verb - 1
            if line.words[cut] == "thời" and line.word(cut - 1) == "đồng":
                cut -= 1
            found[-1].last, more.joined = cut, True
            found.append(more)
    found[-1].last = stop
    return found


def _next_told(line: Line, at: int, before: Order, stop: int) -> Order | None:
    """ "…, Công an các huyện duy trì …": another addressee after a comma that joins no list of them."""
    dated = line.tokens[at - 2].kind is Kind.NUMBER and DETERMINERS.end(line.words, at) > at
    end = addressee_end(line, at) if line.capital(at) or dated else at
    told = order_begin(line, end) if end > at else None
    if told is None or told[1] >= stop or told != (end, end):
        return None
    if _is_person(line, at) or GIVING.end(line.words, end) > end:
        return None  # "“…”, Chủ tịch UBND tỉnh chỉ đạo"
    nearest = max(before.first, at - _LONGEST_LIST)
    if any(addressee_end(line, first) >= at for first in range(nearest, at - 1)):
        return None
    return Order((at, end), end, stop)


__all__ = ["GIVING", "Order", "gives", "orders_in", "subject"]
