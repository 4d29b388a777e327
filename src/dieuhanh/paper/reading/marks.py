"""List marks and section numbers at the beginning of a line: "-", "a)", "1.2.", "II.", "Điều 3."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .tokens import Kind, Token

# Also the private letters by which Word's symbol fonts draw their bullets.
_SIGNS = {60: "-–—\uf02d", 65: "*•·●▪■□✓>\uf0b7\uf0a7\uf0fc", 70: "○◦→", 75: "+"}
_BULLETS = {sign: rank for rank, signs in _SIGNS.items() for sign in signs}
_SECTIONS = {"phần": 1, "chương": 2, "mục": 3, "điều": 6, "khoản": 30, "phụ": 1}
_ROMAN = re.compile(r"[IVXL]{1,6}")
_LETTER = re.compile(r"[a-zđ]{1,2}")
_OUTLINE = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}")
_CLOSING = frozenset({".", ")", "/", "-", ":", "–"})


class Mark(NamedTuple):
    """A list mark: how deep it stands, whether it numbers, whether its line is a heading."""

    rank: int
    numbered: bool
    always_heading: bool = False


def mark_of(  # noqa: PLR0911 - one for each kind of mark
    tokens: Sequence[Token], words: Sequence[str], first: int, last: int
) -> tuple[Mark | None, int]:
    """The mark a line opens with, and the first token after it."""
    if words[first] == "#":
        return _hashes(words, first, last)
    if last - first < 2:
        return None, first
    word = words[first]
    if word in _BULLETS and not (
        tokens[first + 1].kind is Kind.NUMBER and tokens[first + 1].start == tokens[first].end
    ):
        if words[first + 1] not in _BULLETS:
            inner, body = mark_of(tokens, words, first + 1, last)
            if inner is not None and inner.numbered:
                return inner, body
        return Mark(_BULLETS[word], numbered=False), first + 1
    if word in _SECTIONS:
        return _section(tokens, words, first, last)
    if word == "(" and last - first > 3 and words[first + 2] == ")":
        return _bracketed(tokens, first)
    return _numbered(tokens, words, first, last)


def _hashes(words: Sequence[str], first: int, last: int) -> tuple[Mark | None, int]:
    body = first
    while body < last and words[body] == "#":
        body += 1
    if body == last:
        return None, first
    return Mark(body - first, numbered=False, always_heading=True), body


def _section(
    tokens: Sequence[Token], words: Sequence[str], first: int, last: int
) -> tuple[Mark | None, int]:
    """Điều 3., Phần II, Chương I, Phụ lục 2: only as a line's own beginning, in capitals."""
    number = first + (2 if words[first + 1] == "lục" else 1)
    if not tokens[first].text[:1].isupper() or number >= last:
        return None, first
    token = tokens[number]
    if token.kind is not Kind.NUMBER and not _ROMAN.fullmatch(token.text):
        return None, first
    body = number + 1
    if body < last and words[body] in _CLOSING:
        body += 1
    elif body < last and not tokens[body].text.isupper():
        return None, first  # "Điều 3 của Nghị quyết …" begins a sentence
    return Mark(_SECTIONS[words[first]], numbered=True), min(body, last - 1)


def _bracketed(tokens: Sequence[Token], first: int) -> tuple[Mark | None, int]:
    inner = tokens[first + 1]
    if inner.kind is Kind.NUMBER and len(inner.text) < 3:
        return Mark(45, numbered=True), first + 3
    if _LETTER.fullmatch(inner.text) or _ROMAN.fullmatch(inner.text):
        return Mark(50, numbered=True), first + 3
    return None, first


def _numbered(  # noqa: PLR0911 - one for each kind of number
    tokens: Sequence[Token], words: Sequence[str], first: int, last: int
) -> tuple[Mark | None, int]:
    token, sign, body = tokens[first], words[first + 1], first + 2
    if body >= last:
        return None, first
    apart = tokens[body].start > tokens[first + 1].end
    touching = tokens[first + 1].start == token.end
    if token.kind is Kind.NUMBER and _OUTLINE.fullmatch(token.text):
        dots = token.text.count(".")
        if sign in _CLOSING and touching and (apart or tokens[body].kind is Kind.WORD):
            return Mark(_number_rank(dots, sign), numbered=True), body
        if dots and tokens[first + 1].text[:1].isupper() and len(token.text.split(".")[-1]) < 3:
            return Mark(20 + dots, numbered=True), first + 1
        return None, first
    if token.kind is not Kind.WORD or sign not in _CLOSING or not (touching or sign in "-–"):
        return None, first
    if _ROMAN.fullmatch(token.text) and apart:
        return Mark(10, numbered=True), body
    if _LETTER.fullmatch(token.text) and len(token.text) == 1 and sign in ").":
        return Mark(40, numbered=True), body
    if len(token.text) == 1 and token.text.isupper() and sign in ".)" and apart:
        return Mark(8, numbered=True), body
    return None, first


def _number_rank(dots: int, sign: str) -> int:
    return 20 + dots + (5 if sign == ")" else 0)


__all__ = ["Mark", "mark_of"]
