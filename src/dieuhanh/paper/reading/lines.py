"""A paragraph's tokens without its line breaks: what the readers of names and orders walk over."""

from __future__ import annotations

from .layout import Page
from .tokens import Kind, Token


class Line:
    """Tokens of one paragraph, or of a part of it, and where they stood."""

    __slots__ = ("_ids", "page", "tokens", "words")

    def __init__(self, page: Page, first: int, last: int) -> None:
        self.page = page
        tokens, newline = page.tokens, Kind.NEWLINE
        self._ids = [at for at in range(first, last) if tokens[at].kind is not newline]
        self.tokens: list[Token] = [tokens[at] for at in self._ids]
        self.words: list[str] = [page.words[at] for at in self._ids]

    def __len__(self) -> int:
        return len(self.words)

    def quote(self, first: int, last: int) -> tuple[str, int, int]:
        """The text's own words from `first` up to `last`, with their offsets."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return self.page.text[start:end], start, end

    def said(self, first: int, last: int) -> str:
        """The same, retyped: composed, single spaces, no stars."""
        return self.page.said(self._ids[first], self._ids[last - 1] + 1)

    def word(self, at: int) -> str:
        """The word at a place; "" outside the line."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_word(self, at: int) -> bool:
        """Whether a word, not a sign or number, stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind is Kind.WORD

    def capital(self, at: int) -> bool:
        """Whether the word there begins with a capital."""
        return self.is_word(at) and self.tokens[at].text[:1].isupper()

    def shouted(self, at: int) -> bool:
        """Whether the word there is in capitals throughout, and no single letter."""
        return self.is_word(at) and len(self.tokens[at].text) > 1 and self.tokens[at].text.isupper()

    def touching(self, at: int) -> bool:
        """Whether no space stands before the token there."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start


__all__ = ["Line"]
