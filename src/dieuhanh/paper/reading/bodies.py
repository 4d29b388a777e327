"""Where the name of a body (cơ quan) or an area ends: "Sở Văn hóa, Thể thao và Du lịch tỉnh Cà Mau".

A body is a head ("Sở", "UBND", "Ban Thường vụ") followed by what it is for, by the area it
answers for, and by bodies it hangs on. What it is for is told by a lexicon of fields, since a
comma or "và" inside a name looks like one between names.
"""

from __future__ import annotations

from .lexicon import lexicon
from .lines import Line
from .names import POSTS, begins_name, known_place, name_end, place_end
from .wordlists import Wordlist

_LEXICON = lexicon("bodies")
HEADS = Wordlist(_LEXICON["heads"])
FUNCTIONS = Wordlist(_LEXICON["functions"])
INNER = Wordlist(_LEXICON["inner"])
DETERMINERS = Wordlist(_LEXICON["determiners"])
NO_BODIES = Wordlist(_LEXICON["no_bodies"])
KINDS = Wordlist(_LEXICON["kinds"])
GROUPS = Wordlist(_LEXICON["groups"])
_VERBS = [words.split() for words in _LEXICON["verbs_too"]]
_SHORT_KINDS = frozenset({"tp", "tx", "tt", "h", "p", "q", "x"})
_TIGHT = frozenset({"&", "-", "–", "/"})
_BEFORE_FIELDS = frozenset({"sở", "ngành", "phòng", "bộ", "ban"})
_JOINTS = frozenset({"và", "&", "-", "–", ",", "/", ":"})


def body_end(line: Line, at: int) -> int:
    """The place after the body named at `at`; `at` when none is.

    "Sở Y tế khẩn trương" ends before "khẩn trương".
    """
    end = HEADS.end(line.words, at)
    if end == at or NO_BODIES.end(line.words, at) >= end:
        return at
    if end == at + 1 and line.word(at) == "thuế" and not line.capital(at):
        return at  # the tax, not its office
    return names_end(line, end, after_head=True)


def names_end(line: Line, at: int, *, after_head: bool = False) -> int:
    """The place after all that belongs to a body's name from `at` on."""
    end, closed = at, False
    while end < len(line):
        area = areas_end(line, end)
        if area > end:
            end, after_head, closed = area, False, True
            continue
        step = _one_step(line, end, after_head=after_head)
        if step == end and not closed:
            step = _proper_end(line, end)
            closed = step > end + 1
        if step == end:
            break
        after_head = HEADS.end(line.words, end) == step
        end = step
    return end


def _proper_end(line: Line, at: int) -> int:
    """Over a proper name that is no person's. None follows an area: "UBND tỉnh" is complete."""
    if not line.capital(at) or begins_name(line, at) or POSTS.end(line.words, at) > at:
        return at
    place = place_end(line, at)
    return place if place > at else at + 1


def _one_step(line: Line, at: int, *, after_head: bool) -> int:
    words = line.words
    head = HEADS.end(words, at)
    verb = (
        words[at : at + 2] == ["thanh", "tra"] and not line.capital(at) and words[at - 1] == "tỉnh"
    )
    if NO_BODIES.end(words, at) >= head or verb:
        head = at
    if head == at + 1 and name_end(line, at) > at + 2:
        return at  # "Chủ tịch UBND TP Đoàn Văn …": Đoàn is a surname here
    if head == at + 2 and words[at + 1] == "đoàn" and _named_doan(line, at):
        return at + 1
    function = FUNCTIONS.end(words, at)
    named = line.capital(at) or (after_head and not _verb_after_head(line, at))
    if function > at and function >= head and named:
        return function
    if head > at and (line.capital(at) or len(words[at]) > 3 or head - at > 1):
        return head
    inner = INNER.end(words, at)
    if inner > at:
        return inner
    return _over_joint(line, at) if words[at] in _JOINTS else at


def _named_doan(line: Line, at: int) -> bool:
    """ "UBND tỉnh Đoàn Minh …": an area and a person, not the Youth Union of the province."""
    return not line.capital(at) and name_end(line, at + 1) > at + 2


def _kind_end(line: Line, at: int) -> int:
    """An area: its kind and, if one follows, its name; "các huyện A, B và C" is one."""
    kind = KINDS.end(line.words, at)
    longer = max(HEADS.end(line.words, at), FUNCTIONS.end(line.words, at)) > kind
    if kind == at or (longer and not (line.word(kind) == "đoàn" and _named_doan(line, at))):
        return at  # "Ủy ban Xã hội"
    named = line.words[kind - 1]
    if named in _SHORT_KINDS:
        if line.word(kind) == "." and line.capital(kind + 1):
            kind += 1
        elif len(named) == 1:
            return at
    return place_end(line, kind, named)


def _verb_after_head(line: Line, at: int) -> bool:
    """ "Sở tổ chức …", "Sở kiểm tra …" tell what it does; "sở xây dựng" names it."""
    verb = any(line.words[at : at + len(order)] == order for order in _VERBS)
    return verb and (line.capital(at - 1) or line.capital(HEADS.begin(line.words, at)))


def areas_end(line: Line, at: int) -> int:
    """One area, or several of a kind: "các huyện Ba Tri, Bình Đại", "các huyện, thị xã, thành phố"."""
    if line.word(at) != "các":
        return _kind_end(line, at)
    end = _kind_end(line, at + 1)
    if end == at + 1:
        return at
    while line.word(end) in {",", "và", ":"}:
        after = end + 1
        proper = line.capital(after) and line.capital(after + 1)
        if line.word(end) == ":" and not (proper or known_place(line, after)):
            break
        more = _kind_end(line, after)
        if more == after and line.capital(after) and HEADS.end(line.words, after) == after:
            more = after if POSTS.end(line.words, after) > after else place_end(line, after)
        if more == after:
            break
        end = more
    return end


def _over_joint(line: Line, at: int) -> int:
    """Over "và", "&", "-", a comma or colon where the same body's fields go on after it."""
    after, sign = at + 1, line.words[at]
    if sign == ":" and line.word(at - 1) not in _BEFORE_FIELDS:
        return at
    end = FUNCTIONS.end(line.words, after)
    if end > after and line.capital(after) and HEADS.end(line.words, after) < end:
        return end
    if sign in _TIGHT:
        if end > after:
            return end
        close = line.touching(at) and line.touching(after)
        return after + 1 if line.capital(after) and (close or sign == "&") else at
    short = sign == "và" and line.shouted(after) and HEADS.end(line.words, after) == after
    return after + 1 if short else at


__all__ = [
    "DETERMINERS",
    "FUNCTIONS",
    "GROUPS",
    "HEADS",
    "INNER",
    "KINDS",
    "NO_BODIES",
    "areas_end",
    "body_end",
    "names_end",
]
