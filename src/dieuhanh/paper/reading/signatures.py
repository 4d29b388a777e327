"""Signatures: the block of offices in capitals, and the name alone on a line below it."""

from __future__ import annotations

from collections.abc import Iterator

from .layout import Page, Paragraph
from .lines import Line
from .names import LONGEST_NAME, POSTS, name_end
from .titles import title_end, title_text

LONGEST_OFFICE = 14
FARTHEST_NAME = 5
_LONGEST_ROW = 40
_WIDE = 4


def signed(page: Page) -> Iterator[tuple[str, tuple[str, ...], str, int, int]]:
    """(name, titles, quote, start, end) of everyone who signs.

    "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Văn Sử": the last office before the name is his.
    """
    title, opened, age = "", 0, FARTHEST_NAME
    for paragraph in page.paragraphs:
        line = Line(page, _right_column(page, paragraph), paragraph.last)
        if len(line) > LONGEST_OFFICE:
            title = ""
            continue
        if not len(line):
            continue
        told = _office(line)
        if told:
            title, opened, age = told, line.tokens[0].start, 0
            continue
        age += 1
        if title and age <= FARTHEST_NAME and _is_name(line):
            said = line.said(0, _bare_end(line))
            name = " ".join(w.capitalize() for w in said.split()) if said.isupper() else said
            end = line.tokens[_bare_end(line) - 1].end
            yield name, (title,), page.text[opened:end], opened, end
            title = ""


def _right_column(page: Page, paragraph: Paragraph) -> int:
    """Where the signature's side begins: "Nơi nhận:     KT. CHỦ TỊCH"."""
    if paragraph.last - paragraph.first > _LONGEST_ROW:
        return paragraph.first
    for at in range(paragraph.last - 1, paragraph.first, -1):
        gap = page.text[page.tokens[at - 1].end : page.tokens[at].start]
        if "\t" in gap or len(gap) >= _WIDE:
            return at
    return paragraph.first


def _office(line: Line) -> str:
    """The office a line in capitals names last, "" when it is none."""
    if not any(line.shouted(at) for at in range(len(line))):
        return ""
    at, found = 0, ""
    while at < len(line):
        if line.shouted(at) and POSTS.end(line.words, at) > at:
            end = title_end(line, at)
            if end > at:
                found, at = title_text(line, at, end), end
                continue
        if line.is_word(at) and not line.shouted(at) and len(line.tokens[at].text) > 3:
            return ""
        at += 1
    return found


def _bare_end(line: Line) -> int:
    return len(line) - 1 if line.word(len(line) - 1) in {".", "/"} else len(line)


def _is_name(line: Line) -> bool:
    return 2 <= _bare_end(line) <= LONGEST_NAME and name_end(line, 0, sure=True) == _bare_end(line)


__all__ = ["signed"]
