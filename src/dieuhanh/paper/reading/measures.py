"""What a column measures where rows are areas, bodies or things: told by its head, or the title."""

from __future__ import annotations

import re
from typing import NamedTuple

from .columns import Column, is_unit, kind_in, unit_in
from .layout import Page
from .lexicon import Phrases, lexicon
from .provinces import is_known_province
from .tokens import Token, tokens_of
from .trimming import HEADS

_LEXICON = lexicon("tables")
_WHOLE = frozenset(_LEXICON["places"]["whole"])
_KINDS = Phrases(dict.fromkeys(_LEXICON["places"]["kinds"], True))
_UNDER = Phrases(dict.fromkeys(_LEXICON["places"]["under"], True))
_MEASURELESS = Phrases(dict.fromkeys(_LEXICON["measureless"]["words"], True))
_STRONG = frozenset({"amount", "rate", "growth"})
_RATES = frozenset({"tỷ", "tỉ", "độ"})  # "tỷ lệ", "tỷ trọng", "độ che phủ": per cent unless told
_COMPARING = frozenset({"so", "/", "kế", "kh", "dự", "dt", "đạt", "thực", "hoàn", "giải"})
_BRACKETED = re.compile(r"\((?!\s*%\s*\))[^)]*\)")
_TIMES = re.compile(
    r"(?:tính )?đến (?:hết )?(?:ngày |tháng |năm )*[0-9][0-9/.-]*"
    r"|(?:năm |học kỳ |vụ )?(?:19|20)[0-9]{2}(?:\s*[-–]\s*(?:19|20)?[0-9]{2,4})?"
    r"|[0-9]{1,2} tháng(?: đầu năm| cuối năm)?|quý [ivx0-9]+|tháng [0-9]{1,2}(?:/[0-9]{4})?|cả năm"
    r"|cùng kỳ năm trước",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    {"trong", "đó", "chia", "ra", ":", ",", "-", "+", "của", "năm", "và", "/", ".", "(", ")", "%"}
)


_THEMSELVES = (["tỷ", "lệ"], ["tốc", "độ"], ["tăng", "trưởng"])


class Measure(NamedTuple):
    """What a column measures ("" where its title or neighbours tell), and the kind of its figures."""

    name: str
    kind: str
    unit: str
    sure: bool
    """Whether the words are those an indicator's name begins with."""
    whole: str = ""
    """The head without brackets and times."""


def measure_of(column: Column) -> Measure | None:
    """What a column's head says; None for a column that measures nothing."""
    if column.kind in {"name", "place", "unit", "number", "note"}:
        return None
    told = unit_in(column.head)
    unit = told if is_unit(told) or "/" in told else ""
    head = _TIMES.sub(" ", _BRACKETED.sub(" ", column.head))
    tokens = tokens_of(head)
    words = [token.folded for token in tokens]
    if all(word in _FILLERS for word in words):
        kind = column.kind or ("ratio" if "%" in column.head else "")
        return Measure("", kind, unit, sure=False) if kind else None
    if _MEASURELESS.at(words, 0, len(words)):
        return None
    name, kind = _split(tokens, words, column.kind)
    if kind == "" and column.year:
        kind = "year"
    whole = _said(tokens, 0, len(tokens))
    return Measure(_turned(name), kind, unit, sure=_strong(name), whole=whole)


def _split(tokens: tuple[Token, ...], words: list[str], kind: str) -> tuple[str, str]:
    """The words that measure, and the kind that the others tell."""
    found = kind_in(words)
    if found is None or kind in {"", "year"}:
        return _said(tokens, 0, len(tokens)), kind
    _, first, last = found
    before, behind = _said(tokens, 0, first), _said(tokens, last, len(tokens))
    if words[first : first + 2] in _THEMSELVES and behind and not before:
        later = kind_in(words[last:])
        end = last + later[1] if later else len(words)
        if end > last and not _COMPARING & set(words[first + 1 : end]):
            return _said(tokens, first, end), later[0] if later else ""
    if before:
        return before, kind
    if kind in {"plan", "actual", "estimate"} and _strong(behind):
        return behind, kind
    return "", kind


def _said(tokens: tuple[Token, ...], first: int, last: int) -> str:
    while first < last and tokens[first].folded in _FILLERS:
        first += 1
    while last > first and tokens[last - 1].folded in _FILLERS:
        last -= 1
    parts = ""
    for at, token in enumerate(tokens[first:last], start=first):
        parts += " " if parts and token.start > tokens[at - 1].end else ""
        parts += token.text
    return parts


def _strong(name: str) -> bool:
    words = [token.folded for token in tokens_of(name)]
    found = HEADS.within(words, 0, len(words))
    return found is not None and found[0] in _STRONG


def _turned(name: str) -> str:
    """ "Lúa đông xuân Diện tích", a head under another, is "Diện tích lúa đông xuân"."""
    tokens = tokens_of(name)
    words = [token.folded for token in tokens]
    for at in range(1, len(tokens)):
        found = HEADS.at(words, at, len(words))
        if found and found[0] in _STRONG and tokens[at].text[:1].isupper():
            return composed(name[tokens[at].start :], name[: tokens[at].start].strip(" :-,"))
    return name


def composed(measure: str, thing: str) -> str:
    """A measure of a thing: "Số hộ" and "Hộ nghèo" are "Số hộ nghèo"."""
    if not thing or thing.lower() in _WHOLE:
        return measure or thing
    if not measure:
        return thing
    left, right = measure.split(), thing.split()
    if not thing.isupper() and not right[0].isupper():
        right[0] = right[0][:1].lower() + right[0][1:]
    if [w.lower() for w in left[-len(right) :]] == [w.lower() for w in right]:
        return measure
    if left[-1].lower() == right[0].lower():
        left.pop()
    return " ".join([*left, *right])


def is_whole(name: str) -> bool:
    """Whether a row or column is of the whole: "Tổng cộng", "Toàn tỉnh"."""
    return name.lower().strip(" :") in _WHOLE


def is_place(name: str) -> bool:
    """Whether a name is an area's: "Huyện Năm Căn", "TP. Cà Mau", "Bạc Liêu"."""
    tokens = tokens_of(name)
    words = [token.folded for token in tokens]
    kind = _KINDS.at(words, 0, len(words))
    if kind and kind[1] < len(tokens):
        named = tokens[kind[1]].text
        return (named[:1].isupper() and (name.isupper() or not named.isupper())) or named.isdigit()
    return is_known_province(name)


def place_in(head: str) -> str:
    """The area a column is about: "Chia theo huyện Cái Nước" is Cái Nước's; "" for none."""
    bare = _BRACKETED.sub(" ", head).strip()
    if is_place(bare) or is_whole(bare):
        return bare
    tokens = tokens_of(bare)
    words = [token.folded for token in tokens]
    found = _UNDER.at(words, 0, len(words))
    if found is None:
        return ""
    at = next((i for i in range(found[1], len(tokens)) if tokens[i].text[:1].isupper()), None)
    return bare[tokens[at].start :] if at is not None else ""


def usual_unit(name: str, unit: str, *, own: bool) -> str:
    """The unit by the name where none is told for it alone: a share is %, "Số hộ nghèo" hộ.

    `unit` may be told above the whole table (not `own`): then the name's own goes before.
    """
    small = Page(name)
    if own or not small.words:
        return unit
    if small.words[0] in _RATES and HEADS.at(small.words, 0, len(small.words)):
        return "%"
    at = 1 + (small.words[:2] == ["tổng", "số"])
    if small.words[at - 1] == "số":
        for last in range(min(len(small.words), at + 4), at, -1):
            if is_unit(said := small.said(at, last)):
                return said.lower()
    return unit


__all__ = [
    "Measure", "composed", "is_place", "is_whole", "measure_of", "place_in", "usual_unit",
]  # fmt: skip
