"""Editing a paragraph as plain text, keeping what its pieces carry where their words still stand.

A paragraph is pieces of text, each with a look (bold, italic) and maybe the source of a number. It
is edited as one text. Of the edited text the words that stood there before keep their look; a
number keeps its source only whole, and only where the text right beside it was not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

Look = TypeVar("Look")
Source = TypeVar("Source")

_LIGHT = " \t\n\u00a0.,;:()"
_TOKENS = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|\s+|.", re.DOTALL)


class Piece(NamedTuple, Generic[Look, Source]):
    """Some text, how it looks, and the source its number rests on (None: none)."""

    text: str
    look: Look
    source: Source | None = None


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def respan(was: Sequence[Piece[Look, Source]], text: str, plain: Look) -> list[Piece[Look, Source]]:
    """The edited text as pieces, which together are exactly `text`; `plain` is the look of none.

    A sourced piece is kept where it stands whole, the sign before it and the word after it (its
    unit) being what they were. Words typed anew look like what precedes them.

    >>> was = [Piece("Thu đạt ", ""), Piece("5.851", "", "f1"), Piece(" tỷ đồng.", "")]
    >>> [tuple(each) for each in respan(was, "Tổng thu đạt 5.851 tỷ đồng.", "")]
    [('Tổng thu đạt ', '', None), ('5.851', '', 'f1'), (' tỷ đồng.', '', None)]
    >>> [each.source for each in respan(was, "Thu đạt 5.852 tỷ đồng.", "")]
    [None]
    """
    old = "".join(each.text for each in was)
    from_old = _mapped(old, text)
    looks, sources = _spread(was)
    look, told = was[0].look if was else plain, []
    for place in range(len(text)):
        if from_old[place] >= 0:
            look = looks[from_old[place]]
        told.append(look)
    marks: list[int | None] = [None] * len(text)
    for number, (start, end, _) in enumerate(sources):
        kept = _kept(old, text, from_old, start, end)
        if kept is not None:
            marks[kept : kept + end - start] = [number] * (end - start)
    return list(_pieces(text, told, marks, [source for _, _, source in sources]))


def _mapped(old: str, new: str) -> list[int]:
    """For each character of the new text where it stood in the old; -1 for what is new."""
    before, after = list(_tokens(old)), list(_tokens(new))
    matcher = SequenceMatcher(
        None, [each.text for each in before], [each.text for each in after], autojunk=False
    )
    found = [-1] * len(new)
    for i, j, size in matcher.get_matching_blocks():
        for was, now in zip(before[i : i + size], after[j : j + size], strict=True):
            found[now.start : now.end] = range(was.start, was.end)
    return found


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKENS.finditer(text):
        yield _Token(found.group(), found.start(), found.end())


def _spread(
    was: Iterable[Piece[Look, Source]],
) -> tuple[list[Look], list[tuple[int, int, Source]]]:
    """The look of every character, and where each sourced piece stands."""
    looks: list[Look] = []
    sources: list[tuple[int, int, Source]] = []
    for each in was:
        start = len(looks)
        looks += [each.look] * len(each.text)
        if each.source is not None and each.text:
            sources.append((start, len(looks), each.source))
    return looks, sources


def _kept(old: str, new: str, from_old: Sequence[int], start: int, end: int) -> int | None:
    """Where the old piece [start, end) stands whole in the new text between like neighbours."""
    if start not in from_old:
        return None
    at = from_old.index(start)
    last = at + end - start
    if list(from_old[at:last]) != list(range(start, end)):
        return None
    before = (old[:start][-1:], new[:at][-1:])
    behind = (_next_word(old[end:]), _next_word(new[last:]))
    return at if _alike(*before) and _alike(*behind) else None


def _next_word(text: str) -> str:
    """The first token that is no space."""
    return next((each.text for each in _tokens(text[:80]) if not each.text.isspace()), "")


def _alike(was: str, now: str) -> bool:
    """The same, or both nothing that changes what a number says."""
    return was == now or (not was.strip(_LIGHT) and not now.strip(_LIGHT))


def _pieces(
    text: str,
    looks: Sequence[Look],
    marks: Sequence[int | None],
    sources: Sequence[Source],
) -> Iterator[Piece[Look, Source]]:
    start = 0
    for (look, mark), run in groupby(zip(looks, marks, strict=True)):
        size = sum(1 for _ in run)
        source = None if mark is None else sources[mark]
        yield Piece(text[start : start + size], look, source)
        start += size


__all__ = ["Piece", "respan"]
