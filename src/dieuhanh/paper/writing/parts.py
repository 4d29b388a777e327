"""The parts the decree words itself: number, place and day, title, the mark of the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dieuhanh.domain.text import nfc

from .model import Block, Letterhead, Paper, Paragraph, Role, Span, plain
from .rules import document_type

END_MARK = "./."
BLANK = "\u2003" * 2
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def printable(text: str) -> str:
    """Composed letters, without those that no paper holds: control signs, halves of letters.

    >>> printable("Ca\\u0300 Mau\\x07")
    'Cà Mau'
    """
    return _UNPRINTABLE.sub("", nfc(text))


def roman(number: int) -> str:
    """The number in Roman figures, for parts, groups and appendices.

    >>> roman(4), roman(19)
    ('IV', 'XIX')
    """
    figures = ""
    for value, letters in _ROMAN:
        figures += letters * (number // value)
        number %= value
    return figures


def letter(place: int) -> str:
    """The letter of a point (điểm), counted from one in the Vietnamese alphabet.

    >>> letter(1), letter(5)
    ('a', 'đ')
    """
    return _LETTERS[place - 1]


def number_of(paper: Paper) -> str:
    """The line of the number; a blank before issue, a leading zero below ten; "" for types without.

    >>> from .model import Signature
    >>> head = Letterhead("UBND", "Cà Mau", "BC-UBND", number=5)
    >>> number_of(Paper("bao-cao", head, (), (), Signature("CHỦ TỊCH")))
    'Số: 05/BC-UBND'
    """
    head = paper.letterhead
    if not head.symbol:
        return ""
    number = BLANK if head.number is None else f"{head.number:02}"
    return f"Số: {number}/{head.symbol}"


def place_and_day(head: Letterhead) -> str:
    """Place and day; the blanks of a paper not yet issued keep their room.

    >>> place_and_day(Letterhead("UBND", "Cà Mau", day=date(2022, 1, 5)))
    'Cà Mau, ngày 05 tháng 01 năm 2022'
    """
    if head.day:
        day, month, year = f"{head.day.day:02}", month_of(head.day), f"{head.day.year}"
    else:
        day, month, year = BLANK, BLANK, f"{head.year}" if head.year else BLANK
    return f"{head.place}, ngày {day} tháng {month} năm {year}"


def month_of(day: date) -> str:
    """The month as the decree writes it: January and February with a leading zero.

    >>> month_of(date(2022, 2, 1)), month_of(date(2022, 3, 1))
    ('02', '3')
    """
    return f"{day.month:02}" if day.month < 3 else f"{day.month}"


def is_letter(paper: Paper) -> bool:
    """Whether it is an official letter: no title, its subject stands under its number."""
    return not document_type(paper.kind).own_symbol


def title_of(paper: Paper) -> str:
    """The name of the type in capitals; "" for an official letter."""
    if is_letter(paper):
        return ""
    return (paper.title or document_type(paper.kind).name).upper()


def letter_subject(paper: Paper) -> str:
    """The subject of an official letter, with its "V/v"; "" for any other paper."""
    return f"V/v {plain(paper.subject)}" if is_letter(paper) else ""


def head_of(paper: Paper) -> tuple[str, ...]:
    """Title and subject as lines."""
    letters = letter_subject(paper)
    return (letters,) if letters else (title_of(paper), plain(paper.subject))


def attached_to(paper: Paper) -> str:
    """The line under an appendix's title that names the paper it belongs to."""
    head, kind = paper.letterhead, document_type(paper.kind)
    number = number_of(paper).replace("Số: ", " số ")
    day = place_and_day(head).partition(", ")[2]
    issuer = f" của {head.name}" if head.name else ""
    return f"(Kèm theo {kind.name}{number} {day}{issuer})"


def closed(paper: Paper) -> tuple[Block, ...]:
    """The body with the mark of its end after the last paragraph, where none is yet.

    Remarks after it are no part of the text. What ends with a table is left as it is.
    """
    told = [at for at, block in enumerate(paper.blocks) if not is_note(block)]
    last = paper.blocks[told[-1]] if told else None
    if not isinstance(last, Paragraph) or plain(last.text).rstrip().endswith(END_MARK):
        return paper.blocks
    *spans, end = last.text or (Span(""),)
    mended = replace(end, text=end.text.rstrip().removesuffix(".") + END_MARK)
    ended = replace(last, text=(*spans, mended))
    return (*paper.blocks[: told[-1]], ended, *paper.blocks[told[-1] + 1 :])


def is_note(block: Block) -> bool:
    """Whether it is a remark, in italics, and no part of the text."""
    return isinstance(block, Paragraph) and block.role is Role.NOTE


__all__ = [
    "END_MARK",
    "attached_to",
    "closed",
    "head_of",
    "is_letter",
    "is_note",
    "letter",
    "letter_subject",
    "month_of",
    "number_of",
    "place_and_day",
    "printable",
    "roman",
    "title_of",
]
