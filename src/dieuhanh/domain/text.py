"""Vietnamese text: one Unicode form, a folded form for search, an order for lists."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_ORDER = {letter: place for place, letter in enumerate(_ALPHABET)}
# The order of tones in Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONE_ORDER = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PIECES = re.compile(r"[0-9]+|[^\W\d_]+", re.UNICODE)
_SPACES = re.compile(r"\s+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_DIGITS, _LETTERS = 0, 1
SortKey = tuple[tuple[tuple[int, tuple[int, ...]], ...], tuple[int, ...], str, str]


def nfc(text: str) -> str:
    """The text in the composed Unicode form, in which it is stored and compared.

    >>> nfc("Ca\\u0300 Mau") == "Cà Mau"
    True
    """
    return unicodedata.normalize("NFC", text)


def storable(text: str) -> str:
    """Composed, and what no database keeps (a NUL, half of a letter) shown as "\ufffd".

    >>> storable("Ca\\u0300\\x00") == "Cà\\ufffd"
    True
    """
    return _UNSTORABLE.sub("\ufffd", nfc(text))


def tidy(text: str) -> str:
    """Composed, outer space gone, inner runs of space (also no-break ones) made one.

    >>> tidy("  Cà\\u00a0  Mau ")
    'Cà Mau'
    """
    return _SPACES.sub(" ", nfc(text)).strip()


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Lower case without accents, đ as d: what search compares.

    >>> fold("Xã Đất Mũi")
    'xa dat mui'
    """
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(mark for mark in bare if not unicodedata.combining(mark))


@lru_cache(maxsize=16_384)
def vi_key(text: str) -> SortKey:
    """Sort key in Vietnamese order: alphabet first, then tone, digits by their number.

    >>> sorted(["Phường 10", "Phường 2", "Đầm Dơi", "Dương", "Ân", "An"], key=vi_key)
    ['An', 'Ân', 'Dương', 'Đầm Dơi', 'Phường 2', 'Phường 10']
    >>> sorted(["hạ", "há", "hã", "hả", "hà", "ha"], key=vi_key)
    ['ha', 'hà', 'hả', 'hã', 'há', 'hạ']
    """
    composed = nfc(text)
    pieces: list[tuple[int, tuple[int, ...]]] = []
    tones: list[int] = []
    for piece in _PIECES.findall(composed.lower()):
        if piece[0] in "0123456789":
            # Length then digits orders as the number does, without building a huge int.
            digits = piece.lstrip("0")
            pieces.append((_DIGITS, (len(digits), *map(ord, digits))))
            continue
        letters = [_letter_and_tone(letter) for letter in piece]
        pieces.append((_LETTERS, tuple(order for order, _ in letters)))
        tones.extend(tone for _, tone in letters)
    return tuple(pieces), tuple(tones), composed.swapcase(), composed


@lru_cache(maxsize=1024)
def _letter_and_tone(letter: str) -> tuple[int, int]:
    tone, kept = 0, ""
    for mark in unicodedata.normalize("NFD", letter):
        if mark in _TONE_ORDER:
            tone = _TONE_ORDER[mark]
        else:
            kept += mark
    base = unicodedata.normalize("NFC", kept)
    foreign = len(_ALPHABET) + ord(base[0]) if base else 0
    return _LETTER_ORDER.get(base, foreign), tone


__all__ = ["fold", "nfc", "storable", "tidy", "vi_key"]
