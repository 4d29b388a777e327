"""Numbers kept in machine spelling, said again: "5851", "6.6-6.8", "trên 4"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dieuhanh.domain.numbers import write

from .measures import unit_name

if TYPE_CHECKING:
    from dieuhanh.domain.numbers import Lang

_STORED = re.compile(
    r"(?P<word>trên |dưới )?(?P<low>-?\d+(?:\.\d+)?)(?:-(?P<high>-?\d+(?:\.\d+)?))?"
)
_WORDS_EN = {"trên ": "more than ", "dưới ": "less than "}


def stored_number(text: str | None, lang: Lang) -> str:
    """A stored value as the language writes it; what is not a number stays as it is.

    >>> stored_number("1112.5", "vi"), stored_number("6.6-6.8", "vi"), stored_number("-3.6", "en")
    ('1.112,5', '6,6–6,8', '-3.6')
    >>> stored_number("trên 4", "en"), stored_number("đạt", "en"), stored_number(None, "vi")
    ('more than 4', 'đạt', '')
    """
    if text is None:
        return ""
    found = _STORED.fullmatch(text)
    if found is None:
        return text
    word = found["word"] or ""
    low = write(Decimal(found["low"]), lang)
    high = f"–{write(Decimal(found['high']), lang)}" if found["high"] else ""
    return (_WORDS_EN.get(word, "") if lang == "en" else word) + low + high


def stored_amount(text: str | None, unit: str, lang: Lang) -> str:
    """A stored value with its unit, "%" set close; "" where there is none.

    >>> stored_amount("5851", "tỷ đồng", "vi"), stored_amount("6.6-6.8", "%", "en")
    ('5.851 tỷ đồng', '6.6–6.8%')
    """
    number, named = stored_number(text, lang), unit_name(unit, lang) if unit else ""
    gap = "" if not named or named[0] in "%‰" else " "
    return f"{number}{gap}{named}" if number else ""


__all__ = ["stored_amount", "stored_number"]
