"""How alike two names are, in whole per cent: short forms written out, empty words left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ..lexicon import lexicon
from ..wordlists import syllables, words_of

_LEXICON = lexicon("matching")
_SHORT = {key: words_of(full) for key, full in _LEXICON["short_forms"].items()}
_EMPTY = syllables(_LEXICON["words"]["empty"])
_SAME = sorted(
    ((words_of(said), words_of(meant)) for said, meant in _LEXICON["same"].items()),
    key=lambda pair: -len(pair[0]),
)
_SHORTEST_FUZZY = 4
WORDS_COUNT, ORDER_COUNTS = 7, 3
"""Shares of the score: words found again by their weight, and the likeness of the whole."""


@lru_cache(maxsize=16_384)
def spelled_out(name: str) -> tuple[str, ...]:
    """The words of a name with its short forms written out, and one word for one thing.

    >>> spelled_out("Tỷ lệ tham gia BHXH")
    ('tỷ', 'lệ', 'tham', 'gia', 'bảo', 'hiểm', 'xã', 'hội')
    """
    words: list[str] = []
    for word in words_of(name):
        if word[:1].isalnum():
            words += _SHORT.get(word, ("tỷ",) if word == "tỉ" else (word,))
    for said, meant in _SAME:
        words = _replaced(words, said, meant)
    return tuple(words)


def _replaced(words: list[str], said: tuple[str, ...], meant: tuple[str, ...]) -> list[str]:
    for at in range(len(words) - len(said) + 1):
        if tuple(words[at : at + len(said)]) == said and said != meant:
            begin = max(0, at - len(meant) + len(said))
            if tuple(words[begin : begin + len(meant)]) == meant:
                return words
            return [*words[:at], *meant, *words[at + len(said) :]]
    return words


@lru_cache(maxsize=16_384)
def telling(name: str) -> tuple[str, ...]:
    """The words that tell a name apart; all of them when every one is empty."""
    words = spelled_out(name)
    return tuple(word for word in words if word not in _EMPTY) or words


def weights_of(names: Iterable[str]) -> dict[str, int]:
    """How much each word tells: the fewer names hold it, the more. Whole numbers."""
    counts: dict[str, int] = {}
    total = 0
    for name in names:
        total += 1
        for word in set(telling(name)):
            counts[word] = counts.get(word, 0) + 1
    return {word: 10 + (10 * total) // (count * count) for word, count in counts.items()}


def likeness(one: str, other: str, weights: Mapping[str, int], unknown: int = 20) -> int:
    """0 to 100. Word overlap by weight, a slip of one letter forgiven, and the whole's likeness.

    >>> likeness("thu ngân sách nhà nước", "Thu NSNN", {})
    100
    """
    a, b = telling(one), telling(other)
    if a == b:
        return 100
    common = sum(_weight(word, weights, unknown) for word in _common(a, b))
    whole = sum(_weight(word, weights, unknown) for word in {*a, *b})
    shared = 100 * common // whole if whole else 0
    order = int(fuzz.token_sort_ratio(" ".join(a), " ".join(b)))
    return min(99, (WORDS_COUNT * shared + ORDER_COUNTS * order) // (WORDS_COUNT + ORDER_COUNTS))


def _weight(word: str, weights: Mapping[str, int], unknown: int) -> int:
    return weights.get(word, unknown)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> set[str]:
    found = set(one) & set(other)
    for word in set(one) - found:
        if len(word) >= _SHORTEST_FUZZY and any(
            len(each) >= _SHORTEST_FUZZY and Levenshtein.distance(word, each, score_cutoff=1) <= 1
            for each in set(other) - found
        ):
            found.add(word)
    return found


__all__ = ["likeness", "spelled_out", "telling", "weights_of"]
