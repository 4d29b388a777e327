"""Phrases without a meaning of their own, found by where they end or begin in running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .lexicon import Phrases
from .tokens import Kind, tokens_of


def words_of(text: str) -> tuple[str, ...]:
    """The words of a lexicon entry, as the words of a text are compared.

    >>> words_of("UBND tỉnh Hoà Bình")
    ('ubnd', 'tỉnh', 'hòa', 'bình')
    """
    return tuple(token.folded for token in tokens_of(text) if token.kind is not Kind.NEWLINE)


def syllables(block: str) -> frozenset[str]:
    """The single words of a block of them."""
    return frozenset(words_of(block))


class Wordlist(Phrases[str]):
    """A list of phrases; the longest that stands at a place is the one meant.

    >>> Wordlist(["Phó Chủ tịch", "Chủ tịch"]).end(("phó", "chủ", "tịch", "xã"), 0)
    3
    """

    __slots__ = ()

    def __init__(self, phrases: Iterable[str]) -> None:
        super().__init__({phrase: phrase for phrase in phrases})

    def end(self, words: Sequence[str], at: int) -> int:
        """The place after the phrase that begins at `at`; `at` itself when none does."""
        if at >= len(words) or words[at] not in self._by_first:
            return at
        found = self.at(words, at, len(words))
        return found[1] if found else at

    def begin(self, words: Sequence[str], at: int) -> int:
        """Where the phrase that ends right before `at` begins; `at` itself when none does."""
        found = self.before(words, at, 0)
        return found[1] if found else at

    def written(self, words: Sequence[str]) -> str:
        """The phrase as the list writes it."""
        found = self.at(words, 0, len(words))
        return found[0] if found else " ".join(words)


__all__ = ["Wordlist", "syllables", "words_of"]
