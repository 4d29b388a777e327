"""The page as its writer laid it out: paragraphs, list marks, headings, sentences, clauses.

A line break inside a sentence (hard-wrapped text) joins; a paragraph knows the headings and
list heads above it, so that "II. Nhiệm vụ năm 2022" and "như sau:" reach the items below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .marks import Mark, mark_of
from .tokens import Kind, Token, tokens_of

WIDEST_WRAP = 140
NARROWEST_WRAP = 40
SLACK = 5  # letters of unequal breadth
LONGEST_HEADING = 30
LONGEST_PARAGRAPH = 2_000  # tokens
LONGEST_TITLE = 8  # words; a shorter line before a bracket is a title with its note
PLAIN_RANK = 90
_ENDS = frozenset({".", "!", "?", "…", "...", ";", ":"})
_NO_HEADING = frozenset({".", ";", ",", "…", "..."})
_STOPS = frozenset({".", "!", "?", "…", "..."})
_CLOSERS = frozenset({'"', "”", "’", ")", "»", "]"})
# A full stop after these ends no sentence.
_SHORTENED = frozenset({
    "tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "cn", "ks", "q", "p", "h", "đc", "c", "tr", "v",
})  # fmt: skip


Line = tuple[int, int, int]  # first token, last, number of the line


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` up to, not including, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or heading, with its list mark and what stands above it."""

    first: int
    body: int
    """First token after the list mark ("1.", "a)", "-", "Điều 2.")."""
    last: int
    mark: Mark | None
    rank: int
    """Depth: the smaller, the higher; plain paragraphs are the deepest."""
    heading: bool
    lead: bool
    """Ends in ":", so that what follows hangs on it."""
    heads: tuple[int, ...]
    """Indexes of the headings and list heads above it, the outermost first."""
    sentences: tuple[Stretch, ...]


class Page:
    """A text laid out. `words[i]` is the folded text of `tokens[i]`; ends of lines are no tokens
    here: what they part are paragraphs."""

    __slots__ = ("paragraphs", "text", "tokens", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        written = tokens_of(text)
        self.tokens: tuple[Token, ...] = tuple(t for t in written if t.kind is not Kind.NEWLINE)
        self.words: list[str] = [token.folded for token in self.tokens]
        # Rows of a table are lines of their own, whatever ends or begins them.
        lines = [(f, e, -2 * n - 5 if self._tabbed(f, e) else n) for f, e, n in _lines(written)]
        self.paragraphs: tuple[Paragraph, ...] = tuple(_paragraphs(self.tokens, self.words, lines))

    def _tabbed(self, first: int, last: int) -> bool:
        return "\t" in self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def span(self, first: int, last: int) -> tuple[str, int, int]:
        """The quote of tokens [first, last) with its offsets in the text handed in."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return self.text[start:end], start, end

    def said(self, first: int, last: int) -> str:
        """The tokens as a reader would retype them: composed, single spaces, no stars."""
        parts: list[str] = []
        before = -1
        for token in self.tokens[first:last]:
            if parts and token.start > before and self.text[before : token.start] not in _NO_SPACE:
                parts.append(" ")
            parts.append(token.text)
            before = token.end
        return "".join(parts)

    def clauses(self, stretch: Stretch) -> Iterator[Stretch]:
        """The parts of a sentence between semicolons that stand outside brackets."""
        depth, first = 0, stretch.first
        for at in range(stretch.first, stretch.last):
            word = self.words[at]
            if word == "(":
                depth += 1
            elif word == ")":
                depth = max(0, depth - 1)
            elif word == ";" and not depth:
                if at > first:
                    yield Stretch(first, at)
                first = at + 1
        if stretch.last > first:
            yield Stretch(first, stretch.last)


_NO_SPACE = frozenset({"", "*", "**", "***", "_", "__", "`"})


def _paragraphs(
    tokens: Sequence[Token], words: Sequence[str], lines: Sequence[Line]
) -> Iterator[Paragraph]:
    heads: list[tuple[int, int]] = []  # (rank, index of paragraph)
    for index, (first, last) in enumerate(_blocks(tokens, words, lines)):
        mark, body = mark_of(tokens, words, first, last)
        rank = mark.rank if mark else PLAIN_RANK
        lead = words[last - 1] == ":"
        heading = _is_heading(tokens, words, body, last, mark)
        if heading and mark is None:
            rank = 5 if _shouted(tokens, body, last) else 15
        while heads and heads[-1][0] >= rank:
            heads.pop()
        sentences = tuple(_sentences(tokens, words, body, last))
        yield Paragraph(
            first, body, last, mark, rank, heading, lead, tuple(i for _, i in heads), sentences
        )
        if heading or lead or (mark is not None and mark.numbered):
            heads.append((min(rank, PLAIN_RANK - 5) if lead and mark is None else rank, index))


def _blocks(
    tokens: Sequence[Token], words: Sequence[str], lines: Sequence[Line]
) -> Iterator[tuple[int, int]]:
    """Token ranges of paragraphs: lines, joined where the break is only the edge of the paper."""
    width = max((_width(tokens, first, last) for first, last, _ in lines), default=0)
    at = 0
    while at < len(lines):
        first, last, _ = lines[at]
        while at + 1 < len(lines) and _wraps(tokens, words, lines[at], lines[at + 1], width):
            at += 1
            last = lines[at][1]
        yield from _cut(words, first, last)
        at += 1


def _cut(words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """What no hand wrote, a line without end, in pieces: work on a paragraph may grow with its
    square. Cut at the end of a sentence where there is one."""
    while last - first > LONGEST_PARAGRAPH:
        end = first + LONGEST_PARAGRAPH
        stop = next((at for at in range(end, first + 1, -1) if words[at - 1] in _ENDS), end)
        yield first, stop
        first = stop
    yield first, last


def _lines(written: Sequence[Token]) -> Iterator[Line]:
    """Every line that holds something; its tokens counted without the ends of lines."""
    first = seen = number = 0
    for token in written:
        if token.kind is not Kind.NEWLINE:
            seen += 1
            continue
        if seen > first:
            yield first, seen, number
        first, number = seen, number + 1
    if seen > first:
        yield first, seen, number


def _width(tokens: Sequence[Token], first: int, last: int) -> int:
    """Letters on a line as printed, however they are composed."""
    spaces = sum(tokens[at].start > tokens[at - 1].end for at in range(first + 1, last))
    return spaces + sum(len(token.text) for token in tokens[first:last])


def _wraps(  # noqa: PLR0911 - one for each sign of a break
    tokens: Sequence[Token],
    words: Sequence[str],
    line: Line,
    after: Line,
    width: int,
) -> bool:
    """Whether the sentence runs on over the break between two lines."""
    if after[2] != line[2] + 1 or "|" in (words[line[0]], words[after[0]]):
        return False
    if words[line[0]] == "#":
        return False  # a heading of markdown is its line
    last_word, opener = words[line[1] - 1], tokens[after[0]]
    if mark_of(tokens, words, after[0], after[1])[0] is not None:
        return False
    if (last_word == ";" and opener.text[:1].islower()) or (
        last_word == ":" and opener.kind is Kind.NUMBER
    ):
        return _is_full(tokens, line, opener, width)
    if last_word in _ENDS:
        return False
    if opener.kind is Kind.WORD and opener.text[:1].islower():
        return True
    if (
        opener.kind is Kind.NUMBER
        and after[1] - after[0] > 1
        and not tokens[after[0] + 1].text[:1].isupper()
    ):
        return True  # "đạt" at the margin, "13,2 tấn" on the next line
    if opener.text == "(" and line[1] - line[0] > LONGEST_TITLE:
        return True
    if last_word == ",":
        return True
    return _is_full(tokens, line, opener, width)


def _is_full(tokens: Sequence[Token], line: Line, opener: Token, width: int) -> bool:
    """Whether the next word would not have fitted on the line."""
    if width > WIDEST_WRAP:
        return False
    length = _width(tokens, line[0], line[1])
    return length + len(opener.text) > width - SLACK and length > NARROWEST_WRAP


def _is_heading(
    tokens: Sequence[Token], words: Sequence[str], body: int, last: int, mark: Mark | None
) -> bool:
    if not 0 < last - body <= LONGEST_HEADING:
        return False
    if mark is not None and mark.always_heading:
        return True
    if words[last - 1] == ":":
        return mark is not None and mark.numbered
    if words[last - 1] in _NO_HEADING or any(tokens[at].kind is Kind.NUMBER and words[at + 1 : at + 2] == ["%"]
           for at in range(body, last)):  # fmt: skip
        return False
    if mark is not None:
        return mark.numbered
    return _shouted(tokens, body, last)


def _shouted(tokens: Sequence[Token], body: int, last: int) -> bool:
    """Every word in capitals, and more than one of them."""
    written = [t.text for t in tokens[body:last] if t.kind is Kind.WORD]
    return len(written) > 1 and all(word.isupper() for word in written)


def _sentences(
    tokens: Sequence[Token], words: Sequence[str], body: int, last: int
) -> Iterator[Stretch]:
    first = body
    for at in range(body, last):
        if words[at] in _STOPS and _closes(tokens, words, at, last):
            end = at + 1
            while (
                end < last and words[end] in _CLOSERS and tokens[end].start == tokens[end - 1].end
            ):
                end += 1
            if end > first:
                yield Stretch(first, end)
            first = end
    if last > first:
        yield Stretch(first, last)


def _closes(tokens: Sequence[Token], words: Sequence[str], at: int, last: int) -> bool:
    """Whether the stop at `at` ends a sentence: not "TP. Cà Mau", not "v.v.", not "a.b"."""
    after = at + 1
    while after < last and words[after] in _CLOSERS:
        after += 1
    if after >= last:
        return True
    if tokens[after].start == tokens[at].end:
        return False
    if words[at] == "." and at and words[at - 1] in _SHORTENED:
        # "v.v." may close a sentence; the others never do.
        return words[at - 1] == "v" and tokens[after].text[:1].isupper()
    return not (tokens[after].kind is Kind.WORD and tokens[after].text[:1].islower() and
                words[at] != ".")  # fmt: skip


__all__ = ["Page", "Paragraph", "Stretch"]
