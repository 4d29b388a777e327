"""Commas inside a word: "khám, chữa bệnh", "nông, lâm nghiệp" part neither names nor clauses."""

from __future__ import annotations

from .layout import Page
from .lexicon import lexicon
from .tokens import tokens_of


def _around_commas() -> frozenset[tuple[str, str]]:
    """The words on both sides of each comma of the lexicon."""
    found = set()
    for phrase in lexicon("compounds")["commas"]["words"]:
        words = [token.folded for token in tokens_of(phrase)]
        found |= {(words[i - 1], words[i + 1]) for i, word in enumerate(words) if word == ","}
    return frozenset(found)


_AROUND = _around_commas()


def compounded(page: Page, at: int) -> bool:
    """Whether the comma at a token stands inside a word."""
    words = page.words
    return 0 < at < len(words) - 1 and (words[at - 1], words[at + 1]) in _AROUND


__all__ = ["compounded"]
