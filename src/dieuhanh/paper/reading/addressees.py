"""To whom an order is given: bodies, offices, persons and groups of them, up to the order's verb."""

from __future__ import annotations

from .bodies import DETERMINERS, GROUPS, KINDS, NO_BODIES, areas_end, body_end, names_end
from .lexicon import lexicon
from .lines import Line
from .names import POSTS, name_end, place_end
from .titles import address_end, title_end
from .tokens import Kind
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
_DASHES = frozenset({"-", "–"})
_NARROWING = frozenset({"có", "được", "còn", "chưa", "thuộc", "trên", "tại", "trong", "liên"})
_TOLD = (
    ["được", "giao"],
    ["được", "phân", "công"],
    ["được", "yêu", "cầu"],
    ["được", "giao", "nhiệm", "vụ"],
)
_WHEN = frozenset(
    {"tháng", "quý", "năm", "thời", "những", "tuần", "ngày", "đầu", "cuối", "nửa", "vòng"}
)
_NAMELY = Wordlist(_LEXICON["namely"])
_SAYING = Wordlist(_LEXICON["saying"])
_SHORT_KINDS = frozenset({"tp", "tx", "tt"})
_NO_VERBS = syllables(_LEXICON["no_verbs"])
_LED = frozenset({"các", "tỉnh", "huyện", "xã", "phường", "ubnd", "sở", "thành", "đảng"})
_WHOLE = frozenset({"phủ", "tỉnh", "ủy", "huyện", "bộ"})
_SHORT_VERBS = frozenset({"nộp", "trình", "gửi", "phải", "cần", "lập", "sớm"})
_WIDEST_GAP = 14
_LONGEST_REST = 6
_AFTER_ORGANISATIONS = frozenset({",", "có", "liên", "chính", "đảng", "cá", "khác", "đoàn", ")"})


def addressee_end(line: Line, at: int) -> int:
    """The place after everyone named from `at` on; `at` when nobody is.

    "Giám đốc các sở, ban, ngành; Chủ tịch UBND các huyện chịu …" ends before "chịu".
    """
    end = _one_end(line, at)
    while end > at and line.word(end) in _JOINTS | _DASHES:
        after = end + 1
        titled = line.word(end) not in _DASHES or title_end(line, after) > after
        more = _one_end(line, after) if titled else after
        if more == after:
            more = _next_area(line, at, after)
        if more == after:
            break
        end = more
    return end


def _next_area(line: Line, at: int, after: int) -> int:
    """ "UBND huyện Quang Bình, Bắc Quang": a further area of the same kind."""
    if line.word(after) in _SHORT_KINDS:
        return areas_end(line, after)
    if not line.capital(after) or not line.capital(after - 2):
        return after
    if not any(KINDS.end(line.words, each) > each for each in range(at, after)):
        return after
    end = place_end(line, after)
    goes_on = line.word(end) in _JOINTS or (ORDERS.end(line.words, end) > end)
    return end if goes_on else after


def order_begin(line: Line, at: int, *, any_verb: bool = False) -> tuple[int, int] | None:
    """Where the addressee that is read up to `at` really ends, and where its order begins.

    None when no order follows. What stands between narrows the addressee ("các đơn vị được giao
    vốn khẩn trương …"), is an adverbial, or belongs to a name we do not know whole ("Ban Quản lý
    Vườn ươm khẩn trương …"). `any_verb`: it is sure that an order follows, whatever its verb.
    """
    past = _past_aside(line, at)
    told = _begin(line, past, any_verb=any_verb)
    return (at, told[1]) if told and told[0] == past else told


def _begin(line: Line, at: int, *, any_verb: bool) -> tuple[int, int] | None:
    first = at + 1 if line.word(at) in {":", ","} else at
    if first >= len(line):
        return None
    verb = ORDERS.end(line.words, first) > first
    if line.word(at) == ":" and not verb:
        person = name_end(line, first, sure=True) > first or title_end(line, first) > first
        report = line.tokens[first].kind is Kind.NUMBER or line.words[first] in _NO_VERBS
        return None if person or report or addressee_end(line, first) > first else (at, first)
    if verb:
        return at, first
    if first > at or line.capital(first):
        return None
    return _after_gap(line, at) or ((at, at) if any_verb and _may_be_verb(line, at) else None)


def _after_gap(line: Line, at: int) -> tuple[int, int] | None:
    gap = line.word(at) in _GAPS
    if line.word(at) == "được" and addressee_end(line, at + 1) > at + 1:
        return None  # "Tỉnh được Bộ Y tế phân bổ …"
    if line.word(at) == "có" and line.word(at - 1) in _WHOLE:
        return None  # "Văn phòng Chính phủ có văn bản …"
    for begin in range(at + 1, min(at + (_WIDEST_GAP if gap else _LONGEST_REST), len(line))):
        word = line.words[begin]
        if word == ":" and begin + 1 < len(line):
            named = addressee_end(line, begin + 1) > begin + 1
            return (begin, begin + 1) if line.is_word(begin + 1) and not named else None
        if word in {";", ".", ":", ","} | _REPORTED or _SAYING.end(line.words, begin) > begin:
            return None
        verbs = ORDERS if gap else STRONG
        plain = verbs.end(line.words, begin) > begin + (word not in _SHORT_VERBS)
        if plain and not line.capital(begin) and line.word(begin - 1) != "được":
            return (at if gap and not _narrows(line, at, begin) else begin), begin
    return None


def _narrows(line: Line, at: int, begin: int) -> bool:
    """Whether what stands there says which addressees are meant, rather than when, or that they are told."""
    if line.words[at:begin] in _TOLD:
        return False
    return line.words[at] in _NARROWING and line.word(at + 1) not in _WHEN


def narrowed(line: Line, at: int, last: int) -> bool:
    """Whether nothing but what narrows an addressee stands there: "các huyện có rừng:"."""
    return line.word(at) in _NARROWING and order_begin(line, at) is None and at < last


def _past_aside(line: Line, at: int) -> int:
    """The place after a bracket, or after ", nhất là …" up to its comma; `at` where none stands."""
    named = line.word(at) == "," and _NAMELY.end(line.words, at + 1) > at + 1
    if line.word(at) != "(" and not named:
        return at
    for end in range(at + 1, min(at + _WIDEST_GAP, len(line))):
        if line.words[end] == ("," if named else ")"):
            return end + (not named)
    return at


def _may_be_verb(line: Line, at: int) -> bool:
    return line.is_word(at) and line.words[at] not in _GAPS | _REPORTED | _NO_VERBS


def _one_end(line: Line, at: int) -> int:
    """One addressee: determiner, then a person, an office, a body or a group."""
    if at >= len(line) or (_orders(line, at) and not line.capital(at) and not _leaders(line, at)):
        return at
    address = address_end(line, at)
    if address > at:
        name = name_end(line, address, sure=True)
        if name > address:
            return name
    first = max(DETERMINERS.end(line.words, at), address)
    end = max(title_end(line, first), body_end(line, first))
    office = end if end > first else POSTS.end(line.words, first)
    if office > first and line.word(office) in {"các", "những"}:
        several = _one_end(line, office + 1)
        return several if several > office + 1 else end
    if _member_end(line, first) > end or end == first:
        group = _group_end(line, first)
        end = names_end(line, group, after_head=line.capital(first)) if group > first else first
    if end == first:
        return at
    return max(_whose_end(line, end), name_end(line, end, sure=True) if office > first else end)


def _whose_end(line: Line, at: int) -> int:
    """ "các Ban của HĐND tỉnh", "Ban Chấp hành Đảng bộ khóa XX": whose or which belongs to them."""
    if line.word(at) == "khóa" and line.capital(at + 1):
        return at + 2
    if line.word(at) != "của":
        return at
    end = body_end(line, at + 1)
    return end if end > at + 1 else at


def _group_end(line: Line, at: int) -> int:
    """Kinds of bodies in a row: "sở, ban, ngành, đoàn thể cấp tỉnh", "các cơ quan, đơn vị"."""
    end = at
    while True:
        joint = end + 1 if end > at and line.word(end) in _GROUP_JOINTS else end
        member = _member_end(line, joint)
        if joint > end > at and line.words[joint : joint + 2] == ["nhân", "dân"]:
            member = joint + 2
        if member == joint:
            return end
        end = member


def _member_end(line: Line, at: int) -> int:
    end = GROUPS.end(line.words, at)
    if NO_BODIES.end(line.words, at) > end or (end == at + 1 and ORDERS.end(line.words, at) > end):
        return at  # "phòng, chống", "thành lập"
    if end > at and line.words[at : at + 2] == ["tổ", "chức"] and end == at + 2:
        return end if line.word(end) in _AFTER_ORGANISATIONS else at
    return end


def _leaders(line: Line, at: int) -> bool:
    """ "lãnh đạo tỉnh", "lãnh đạo các sở": who leads, not the order to lead."""
    return line.words[at : at + 2] == ["lãnh", "đạo"] and line.word(at + 2) in _LED


def _orders(line: Line, at: int) -> bool:
    return ORDERS.end(line.words, at) > at


__all__ = ["ORDERS", "STRONG", "addressee_end", "narrowed", "order_begin"]
