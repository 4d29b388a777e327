"""How a reporting workbook looks: one prepared style for each kind of cell."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

FACE = "Times New Roman"
VIETNAMESE = "[$-42A]"  # Vietnamese separators, wherever the program follows the format's language
THIN = Side(style="thin", color="FF9AA5B1")
GREY, BLACK = "FF6B7785", "FF000000"
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD_FILL = "FFE8EDF3"
BAND_FILL = "FFF2F5F8"
ENTRY_FILL = "FFFFFBE0"
FAULT_FILL = "FFFFC7C2"
WARN_FILL = "FFFFE59A"


def solid(color: str) -> PatternFill:
    """A plain fill of a colour."""
    return PatternFill("solid", fgColor=color)


def number_format(decimals: int) -> str:
    """The format of a figure at the form's decimals.

    >>> number_format(0), number_format(2)
    ('[$-42A]#,##0', '[$-42A]#,##0.00')
    """
    return f"{VIETNAMESE}#,##0" + ("." + "0" * decimals if decimals else "")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `open_` ones may be typed into, `quoted` text never runs."""

    bold: bool = False
    italic: bool = False
    side: str = "left"
    fill: str = ""
    border: bool = True
    open_: bool = False
    format_: str = "General"
    indent: int = 0
    size: int = 11
    grey: bool = False
    quoted: bool = False


class Styles:
    """Styles of one workbook, each made once: giving a cell a made style is cheap."""

    def __init__(self) -> None:
        self._made: dict[Look, Any] = {}

    def put(self, cell: Any, look: Look) -> None:
        """Give the cell this look."""
        if look in self._made:
            cell._style = copy(self._made[look])  # noqa: SLF001 - openpyxl has no other quick way
            return
        color = GREY if look.grey else BLACK
        cell.font = Font(name=FACE, size=look.size, bold=look.bold, italic=look.italic, color=color)
        cell.alignment = Alignment(
            horizontal=look.side, vertical="center", wrap_text=True, indent=look.indent
        )
        if look.fill:
            cell.fill = solid(look.fill)
        if look.border:
            cell.border = BORDER
        cell.protection = Protection(locked=not look.open_)
        cell.number_format = look.format_
        cell.quotePrefix = look.quoted
        self._made[look] = copy(cell._style)  # noqa: SLF001
