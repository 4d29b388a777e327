"""The symbol that follows a paper's number: how a body is abbreviated in it, and what it may hold.

Source: Decree 30/2020/NĐ-CP of 5 March 2020, Điều 8 khoản 3 and Phụ lục I: the abbreviation of the
type (`paper.writing.rules`), then that of the body that issues; an official letter has that of the
body, then of the unit that drafted it.
"""

from __future__ import annotations

import re

from ..errors import BadInput
from ..text import fold, storable

LONGEST_SYMBOL = 30
_SYMBOL = re.compile(r"[^\W\d_][^\W_]*(?:[-.&][^\W_]+)*", re.UNICODE)
_PLACES = frozenset({"tinh", "huyen", "xa", "phuong", "quan", "thi", "thanh"})
_JOINING = frozenset({"va", "cac", "cua"})
_KINDS = {"ubnd": "UBND", "hdnd": "HĐND"}


def issuer_abbreviation(name: str, kind: str = "") -> str:
    """How a body is abbreviated in a symbol: proposed from its name, open to the office's own use.

    A committee or a council by its kind; else the initials, capitals kept, the place left out.

    >>> issuer_abbreviation("UBND thành phố Cà Mau", "ubnd")
    'UBND'
    >>> [issuer_abbreviation(n) for n in ("Sở KH&ĐT", "Sở Y tế", "Văn phòng UBND tỉnh")]
    ['SKHĐT', 'SYT', 'VPUBND']
    """
    if kind in _KINDS:
        return _KINDS[kind]
    made = []
    for word in re.findall(r"[^\W\d_]+", name):
        if fold(word) in _PLACES and not word.isupper():
            break
        if fold(word) not in _JOINING:
            made.append(word if word.isupper() else word[0].upper())
    return "".join(made)


def check_symbol(text: str) -> str:
    """A symbol as it is kept: letters, digits and hyphens. Raises BadInput("paper.symbol").

    >>> check_symbol(" BC-UBND ")
    'BC-UBND'
    """
    told = storable(text).strip()
    if len(told) > LONGEST_SYMBOL or not _SYMBOL.fullmatch(told):
        raise BadInput("paper.symbol", text=told[:LONGEST_SYMBOL])
    return told


__all__ = ["check_symbol", "issuer_abbreviation"]
