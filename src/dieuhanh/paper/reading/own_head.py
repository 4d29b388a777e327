"""What a paper says of itself at its head: type, number, day, subject. What it does not say is empty.

A text without any of a paper's signs (no type in capitals, no own number) is news: its first line is
its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dieuhanh.domain.text import nfc

from .lexicon import lexicon

_TYPES = lexicon("documents")["types"]
KNOWN_TYPES = frozenset(_TYPES)
_BY_LETTERS = {letters: name for name, known in _TYPES.items() for letters in known}
_BY_NAME = {name.casefold(): name for name in sorted(_TYPES, key=len)}
_LONGEST_FIRST = sorted(_BY_NAME, key=len, reverse=True)
_NUMBER = re.compile(r"(?:^|\s)Số\s*:\s*([0-9]{1,6}[a-zđ]?\s*[/-]\s*[A-ZĐƯ0-9][\w/&.-]{0,40})")
_DATED = re.compile(
    r"ngày\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+((?:19|20)[0-9]{2})", re.IGNORECASE
)
_PRINTED = re.compile(r"(?<![0-9/])([0-9]{1,2})[/-]([0-9]{1,2})[/-]((?:19|20)[0-9]{2})(?![0-9])")
_SUBJECT = re.compile(r"^V/v:?\s*(.+)", re.IGNORECASE)
_ENDS = re.compile(
    r"^(?:căn cứ|kính gửi|theo đề nghị|xét |thực hiện |phần |điều 1\b|[IVX]+\.|[0-9]+\.|\(|[_*=–-]{3,})",
    re.IGNORECASE,
)
_GROUNDS = re.compile(r"^căn cứ", re.IGNORECASE)
_LETTERS = 6_000
_LINES = 30
_NEWS_LINES = 8
_MOST_SUBJECT = 4
_LONGEST_TITLE = 400


class OwnHead(NamedTuple):
    """A paper's own head; `type` is "" for news."""

    type: str = ""
    number: str = ""
    issued_on: date | None = None
    title: str = ""


def own_head(text: str) -> OwnHead:
    """What is printed at the head of a text. Never raises.

    >>> own_head("UBND TỈNH CÀ MAU\\nSố: 12/QĐ-UBND\\nQUYẾT ĐỊNH\\nVề việc giao dự toán năm 2022")
    OwnHead(type='Quyết định', number='12/QĐ-UBND', issued_on=None, title='Về việc giao dự toán năm 2022')
    >>> own_head("Thu ngân sách vượt dự toán\\n12/01/2022 08:30\\nSáng nay, …")
    OwnHead(type='', number='', issued_on=datetime.date(2022, 1, 12), title='Thu ngân sách vượt dự toán')
    """
    lines, after_gap = _lines(text[:_LETTERS])
    number = next((found[1] for line in lines if (found := _NUMBER.search(line))), "")
    number = re.sub(r"\s+", "", number).rstrip(".,;")
    at, kind, rest = _type_in(lines)
    if not kind:
        kind = _type_of(number)
    if not kind and not number:
        return OwnHead("", "", _day(lines[:_NEWS_LINES], _DATED, _PRINTED), _short(lines[:1]))
    until = next((i for i, line in enumerate(lines) if _GROUNDS.match(line)), len(lines))
    return OwnHead(kind, number, _day(lines[:until], _DATED), _subject(lines, at, rest, after_gap))


def _lines(text: str) -> tuple[list[str], set[int]]:
    """The first lines that hold words, and which of them begin behind an empty one."""
    lines: list[str] = []
    after_gap, gap = set(), False
    for line in text.splitlines():
        for part in line.split("\t"):
            shown = " ".join(nfc(part).strip(" *#_|").split())
            if shown and gap:
                after_gap.add(len(lines))
            gap = not shown and not line.strip()
            lines += [shown] if shown else []
    return lines[:_LINES], after_gap


def _type_in(lines: Sequence[str]) -> tuple[int, str, str]:
    """The line that holds the type in capitals, the type, and what follows it on that line."""
    for at, line in enumerate(lines):
        low = line.casefold()
        name = next((n for n in _LONGEST_FIRST if low == n or low.startswith(f"{n} ")), "")
        if name and line[: len(name)].isupper():
            return at, _BY_NAME[name], line[len(name) :].strip()
    return -1, "", ""


def _type_of(number: str) -> str:
    """The type that a number's letters stand for; a number without such letters is a letter's."""
    letters = re.split(r"[/-]", number)[1:]
    named = next((_BY_LETTERS[part] for part in letters if part in _BY_LETTERS), "")
    return named or ("Công văn" if number else "")


def _subject(lines: Sequence[str], at: int, rest: str, after_gap: set[int]) -> str:
    """The lines under the type, while they go on one sentence."""
    told = next((found[1] for line in lines if (found := _SUBJECT.match(line))), "")
    if told or at < 0:
        return told
    taken = [rest] if rest else []
    for place, line in enumerate(lines[at + 1 : at + 1 + _MOST_SUBJECT], start=at + 1):
        if taken and place in after_gap and not line[0].islower():
            break
        if _ENDS.match(line) or _NUMBER.search(line) or _DATED.search(line) or line.endswith(":"):
            break
        if taken and line.isupper() and not taken[-1].isupper():
            break
        taken.append(line)
        if line.endswith((".", ";")):
            break
    return _short(taken)


def _short(lines: Sequence[str]) -> str:
    return " ".join(lines).strip(" .;:")[:_LONGEST_TITLE]


def _day(lines: Sequence[str], *forms: re.Pattern[str]) -> date | None:
    for line in lines:
        for form in forms:
            if found := form.search(line):
                try:
                    return date(int(found[3]), int(found[2]), int(found[1]))
                except ValueError:
                    continue
    return None


__all__ = ["KNOWN_TYPES", "OwnHead", "own_head"]
