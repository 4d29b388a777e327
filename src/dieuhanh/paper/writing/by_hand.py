"""What a hand changed in a paper made from the books: numbers typed in, words beside sourced ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, takewhile
from typing import NamedTuple

from .model import Block, Paper, Paragraph, Source, Span, Text, plain
from .numbers import Printed, runs
from .papers import WORDED

TYPED = "typed"
AROUND = 45
WORDS_BEFORE, WORDS_AFTER = 4, 3
_ENDS = re.compile(r"[.;:!?…]$")


class Beside(NamedTuple):
    """A number in the letters around it, those cut at words."""

    before: str
    text: str
    after: str


def typed(paper: Paper) -> list[Beside]:
    """The numbers of running text without a source, in reading order (tables are not edited);
    those of dates, of other papers, of sections and of legal grounds need none."""
    return [
        _around(each.text, each.start, each.run)
        for place, text in _running(paper)
        for each in runs(place, text)
        if each.bare
    ]


def with_typed_marked(paper: Paper) -> Paper:
    """The paper with each such number resting on a source of the kind TYPED,
    its key the number's place among them from 1, for a page to draw it."""
    at = count(1)
    return replace(
        paper,
        subject=_marked("subject", paper.subject, at),
        blocks=_blocks(paper.blocks, at),
        appendices=tuple(replace(a, blocks=_blocks(a.blocks, at)) for a in paper.appendices),
    )


def reworded(was: Paper, now: Paper) -> list[Beside]:
    """The numbers that kept their source while the few words before or behind them in the sentence
    are none of those that stood there in `was`."""
    known = defaultdict(set)
    for source, beside in _sourced(was):
        known[source].add(_words(beside))
    return [
        _around(beside.before + beside.text + beside.after, len(beside.before), beside.text)
        for source, beside in _sourced(now)
        if source in known and _words(beside) not in known[source]
    ]


def _around(whole: str, start: int, run: str) -> Beside:
    before, after = whole[:start], whole[start + len(run) :]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return Beside(before, run, after)


def _blocks(blocks: tuple[Block, ...], at: Iterator[int]) -> tuple[Block, ...]:
    return tuple(
        replace(each, text=_marked(each.role.value, each.text, at))
        if isinstance(each, Paragraph)
        else each
        for each in blocks
    )


def _marked(place: str, text: Text, at: Iterator[int]) -> Text:
    bare = [each for each in runs(place, text) if each.bare]
    if not bare:
        return text
    made: list[Span] = []
    start = 0
    for span in text:
        made += _cut(span, start, bare, at)
        start += len(span.text)
    return tuple(made)


def _cut(span: Span, start: int, bare: list[Printed], at: Iterator[int]) -> Iterator[Span]:
    """The span in pieces; of a number over several spans the first piece alone has its key."""
    done = 0
    for each in bare:
        first = max(each.start - start, done)
        last = min(each.start + len(each.run) - start, len(span.text))
        if first >= last:
            continue
        key = str(next(at)) if each.start >= start else ""
        if first > done:
            yield replace(span, text=span.text[done:first])
        yield replace(span, text=span.text[first:last], source=Source(TYPED, key, ""))
        done = last
    if done < len(span.text):
        yield replace(span, text=span.text[done:])


def _sourced(paper: Paper) -> Iterator[tuple[tuple[str, str], Beside]]:
    """Each sourced number of running text; tables are not edited, sentences are their own words."""
    for _place, text in _running(paper):
        for at, span in enumerate(text):
            if span.source is not None and span.source.kind not in WORDED:
                key = (span.source.kind, span.source.key)
                yield key, Beside(plain(text[:at]), span.text, plain(text[at + 1 :]))


def _running(paper: Paper) -> Iterator[tuple[str, Text]]:
    yield "subject", paper.subject
    for blocks in (paper.blocks, *(each.blocks for each in paper.appendices)):
        yield from ((e.role.value, e.text) for e in blocks if isinstance(e, Paragraph))


def _words(beside: Beside) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words right before and behind, up to the sentence's end or another number."""
    before = takewhile(_goes_on, reversed(beside.before.split()))
    after = []
    for word in beside.after.split()[:WORDS_AFTER]:
        if _numbered(word):
            break
        after.append(word)
        if _ENDS.search(word) or word.endswith(","):
            break
    return _bare(list(before)[:WORDS_BEFORE]), _bare(after)


def _goes_on(word: str) -> bool:
    return not _numbered(word) and not _ENDS.search(word)


def _numbered(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _bare(words: list[str]) -> tuple[str, ...]:
    bare = (re.sub(r"\W+", "", word).casefold() for word in words)
    return tuple(word for word in bare if word)


__all__ = ["TYPED", "Beside", "reworded", "typed", "with_typed_marked"]
