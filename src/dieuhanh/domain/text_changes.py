"""What changed between two versions of a text, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

LONGEST_BY_WORDS = 2000
ALIKE = 0.5


class Kind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Run(NamedTuple):
    """Some words and what became of them."""

    kind: Kind
    text: str


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: lines with something in them.

    >>> paragraphs("Một.\\n\\n  Hai. \\n")
    ['Một.', 'Hai.']
    """
    return [line.strip() for line in text.splitlines() if line.strip()]


def changes(was: str, now: str) -> list[list[Run]]:
    """The paragraphs of both versions in order, each as runs of words kept, gone and new.

    >>> [[(run.kind.value, run.text) for run in each] for each in changes("Giao Sở A.", "Giao Sở B.")]
    [[('same', 'Giao Sở '), ('gone', 'A.'), ('new', 'B.')]]
    """
    before, after = paragraphs(was), paragraphs(now)
    told: list[list[Run]] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            told += [[Run(Kind.SAME, each)] for each in before[i:j]]
        else:
            told += _paired(before[i:j], after[k:m])
    return told


def _paired(gone: list[str], new: list[str]) -> list[list[Run]]:
    """Paragraphs that stand for each other are told by words, the others whole."""
    pairs = min(len(gone), len(new))
    told = []
    for old, fresh in zip(gone[:pairs], new[:pairs], strict=True):
        told += _by_words(old, fresh)
    told += [[Run(Kind.GONE, each)] for each in gone[pairs:]]
    return told + [[Run(Kind.NEW, each)] for each in new[pairs:]]


def _by_words(was: str, now: str) -> list[list[Run]]:
    before, after = (re.findall(r"\s+|\S+", text) for text in (was, now))
    whole = [[Run(Kind.GONE, was)], [Run(Kind.NEW, now)]]
    if len(before) + len(after) > LONGEST_BY_WORDS:
        return whole
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return whole
    runs = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run(Kind.SAME, "".join(before[i:j])))
            continue
        parts = ((Kind.GONE, before[i:j]), (Kind.NEW, after[k:m]))
        runs += [Run(kind, "".join(words)) for kind, words in parts if words]
    return [runs]


__all__ = ["Kind", "Run", "changes", "paragraphs"]
