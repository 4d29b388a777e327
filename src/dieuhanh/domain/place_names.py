"""When two spellings name the same place: tone marks, abbreviations and kinds of area."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .text import tidy

# Longest first, so that "thị trấn" is not read as a name that begins with "thị".
KIND_WORDS = (
    "quốc gia",
    "thành phố",
    "thị trấn",
    "đặc khu",
    "phường",
    "thị xã",
    "huyện",
    "quận",
    "tỉnh",
    "xã",
)
_SHORT_KINDS = {
    "tp": "thành phố",
    "tt": "thị trấn",
    "tx": "thị xã",
    "p": "phường",
    "h": "huyện",
    "q": "quận",
    "t": "tỉnh",
    "x": "xã",
}
_SHORT_KIND = re.compile(r"^(tp|tt|tx|p|h|q|t|x)(?:\.\s*|\s+(?=\d))")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def same_place_name(one: str, other: str) -> bool:
    """Whether two names are of one place; a name without its kind fits any kind.

    >>> same_place_name("Xã Hoà Mỹ", "xã  Hòa Mỹ")
    True
    >>> same_place_name("P.2", "Phường 2"), same_place_name("An Xuyên", "Phường An Xuyên")
    (True, True)
    >>> same_place_name("Thị trấn Năm Căn", "Xã Năm Căn")
    False
    """
    (kind, name), (other_kind, other_name) = _kind_and_name(one), _kind_and_name(other)
    return name == other_name and (kind == other_kind or not kind or not other_kind)


def bare_name(full: str) -> str:
    """The name without the word for its kind, except where only a number would be left.

    >>> bare_name("Tỉnh Cà Mau"), bare_name("Phường 2"), bare_name("Việt Nam")
    ('Cà Mau', 'Phường 2', 'Việt Nam')
    """
    name = tidy(full)
    for kind in KIND_WORDS:
        rest = name[len(kind) + 1 :]
        if name.lower().startswith(kind + " ") and not rest.isdigit():
            return rest
    return name


@lru_cache(maxsize=16_384)
def _kind_and_name(text: str) -> tuple[str, str]:
    name = tidy(text).lower()
    short = _SHORT_KIND.match(name)
    if short:
        name = f"{_SHORT_KINDS[short[1]]} {name[short.end() :]}"
    for kind in KIND_WORDS:
        if name.startswith(kind + " "):
            return kind, _tones_last(name[len(kind) + 1 :])
    return "", _tones_last(name)


def _tones_last(name: str) -> str:
    """Each syllable with its tone at the end: "hoà" and "hòa" are one syllable."""
    return " ".join(_tone_last(syllable) for syllable in name.split())


def _tone_last(syllable: str) -> str:
    marks = unicodedata.normalize("NFD", syllable)
    tones = "".join(mark for mark in marks if mark in _TONES)
    return "".join(mark for mark in marks if mark not in _TONES) + tones


__all__ = ["KIND_WORDS", "bare_name", "same_place_name"]
