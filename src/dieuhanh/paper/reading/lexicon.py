"""The lexicons, TOML files beside this module, as phrases that are found over tokens."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from .tokens import tokens_of

FOLDER = Path(__file__).parent / "lexicons"
Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases of one or several words, each with what it means; the longest one is found."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, meanings: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(token.folded for token in tokens_of(phrase))
            self._by_first.setdefault(words[0], []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))
        for table in (self._by_first, self._by_last):
            for phrases in table.values():
                phrases.sort(key=lambda found: -len(found[0]))

    def openers(self) -> frozenset[str]:
        """The words phrases begin with, to pass over all others quickly."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[str], at: int, last: int) -> tuple[Value, int] | None:
        """What the longest phrase beginning at `at` means, and where it ends."""
        for phrase, meaning in self._by_first.get(words[at], ()) if at < last else ():
            end = at + len(phrase)
            if end <= last and (len(phrase) == 1 or tuple(words[at:end]) == phrase):
                return meaning, end
        return None

    def before(self, words: Sequence[str], at: int, first: int) -> tuple[Value, int] | None:
        """What the longest phrase ending just before `at` means, and where it begins."""
        for phrase, meaning in self._by_last.get(words[at - 1], ()) if at > first else ():
            begin = at - len(phrase)
            if begin >= first and tuple(words[begin:at]) == phrase:
                return meaning, begin
        return None

    def within(self, words: Sequence[str], first: int, last: int) -> tuple[Value, int, int] | None:
        """The first phrase found from `first` on: its meaning, where it begins and ends."""
        for at in range(first, last):
            if words[at] in self._by_first and (found := self.at(words, at, last)):
                return found[0], at, found[1]
        return None


@cache
def lexicon(name: str) -> dict[str, Any]:
    """A lexicon file as it stands."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def meanings(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Phrases to the name of the group they are listed under."""
    return {phrase: name for name, phrases in groups.items() for phrase in phrases}


__all__ = ["Phrases", "lexicon", "meanings"]
