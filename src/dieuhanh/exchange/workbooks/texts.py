"""Text into a cell so that no program ever runs it, and so that it reads back to the letter."""

from __future__ import annotations

import re
from typing import Any

from ..writing import FORMULA_STARTS
from .styles import Look, Styles

# Characters XML cannot carry; a text typed on a page may still hold one.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
LONGEST_TEXT = 32_767


def put_text(cell: Any, text: str, styles: Styles, **look: Any) -> None:
    """Write text as text. One that looks like a formula carries the mark Excel itself uses."""
    styles.put(cell, Look(quoted=text.startswith(FORMULA_STARTS), **look))
    _put(cell, text)


def put_plain(cell: Any, text: str) -> None:
    """The same without a style of ours."""
    _put(cell, text)
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _put(cell: Any, text: str) -> None:
    if not text:
        return
    cell.value = LIKE_ESCAPED.sub("_x005F_", UNPRINTABLE.sub("", text)[:LONGEST_TEXT])
    cell.data_type = "s"
