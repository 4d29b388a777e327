"""Whether the text of a copy is that of a paper: its number, its day and its subject."""

from __future__ import annotations

import re

from dieuhanh.domain.text import fold

from .model import Paper, plain


def differing(paper: Paper, text: str) -> tuple[str, ...]:
    """Which of "number", "day" and "subject" the text does not tell as the issued paper does;
    accents, spaces and signs apart, for a PDF's text breaks at its lines.

    >>> from datetime import date
    >>> from .model import Letterhead, Signature, words
    >>> head = Letterhead("UBND", "Cà Mau", "BC-UBND", number=3, day=date(2022, 1, 12))
    >>> paper = Paper("bao-cao", head, words("Tình hình năm 2021"), (), Signature("CHỦ TỊCH"))
    >>> differing(paper, "Số: 03/BC-UBND, ngày 12 tháng 01 năm 2022. Tình hình \\n năm 2021")
    ()
    >>> differing(paper, "Số: 13/BC-UBND, ngày 12 tháng 01 năm 2022. Tình hình năm 2020")
    ('number', 'subject')
    """
    head, told = paper.letterhead, _bare(text)
    wanted = {"subject": re.escape(_bare(plain(paper.subject)))}
    if head.symbol and head.number is not None:
        wanted["number"] = rf"(?<!\d)0*{head.number}{_bare(head.symbol)}"
    if head.day is not None:
        day = head.day
        wanted["day"] = rf"ngay0?{day.day}thang0?{day.month}nam{day.year}"
    parts = ("number", "day", "subject")
    return tuple(part for part in parts if part in wanted and not re.search(wanted[part], told))


def _bare(text: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", fold(text)))


__all__ = ["differing"]
