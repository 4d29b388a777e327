"""One sheet of an .xlsx workbook, followed element by element."""

from __future__ import annotations

import re
from collections.abc import Callable

from .formats import Shown, day_of
from .grid import Grid, Value

Attributes = dict[str, str]
DIGITS = "0123456789"
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
TEXTS = {"str", "inlineStr", "e", "d"}


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2]


def flag(attributes: Attributes, name: str) -> bool:
    """A yes or no of XML."""
    return attributes.get(name, "0") in {"1", "true"}


def text_of(told: str) -> str:
    """A stored text as typed: characters XML cannot carry stand as _x000D_.

    >>> text_of("a_x005F_x000D_b")
    'a_x000D_b'
    """
    return ESCAPED.sub(lambda code: chr(int(code.group(1), 16)), told) if "_x" in told else told


class Follower:
    """Told of every element that opens and closes in a part, and of the text between."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, piece: str) -> None:
        """Text stands here."""


class SheetReader(Follower):
    """Fills a grid; cells without an address stand after the one before."""

    def __init__(self, grid: Grid, strings: list[str], looks: Shown) -> None:
        self.grid, self.strings = grid, strings
        self.percents = {str(style) for style in looks.percents}
        self.dates = {str(style) for style in looks.dates}
        self.row = self.column = 0
        self.kind = self.style = ""
        self.pieces: list[str] = []
        self.inside = self.aside = False
        self.columns: dict[str, int] = {}
        self.opens: dict[str, Callable[[Attributes], None]] = {
            "c": self._cell, "v": self._collect, "t": self._collect, "row": self._row,
            "f": self._formula, "col": self._col, "mergeCell": self._merge, "rPh": self._aside,
        }  # fmt: skip
        self.closes: dict[str, Callable[[], None]] = {
            "v": self._leave, "t": self._leave, "c": self._finish, "rPh": self._back,
        }  # fmt: skip

    def start(self, name: str, attributes: Attributes) -> None:
        step = self.opens.get(name) or (self.opens.get(local(name)) if ":" in name else None)
        if step:
            step(attributes)

    def end(self, name: str) -> None:
        step = self.closes.get(name) or (self.closes.get(local(name)) if ":" in name else None)
        if step:
            step()

    def text(self, piece: str) -> None:
        if self.inside:
            self.pieces.append(piece)

    def _collect(self, _: Attributes) -> None:
        self.inside = not self.aside

    def _leave(self) -> None:
        self.inside = False

    def _back(self) -> None:
        self.aside = False

    def _aside(self, _: Attributes) -> None:
        self.aside = True

    def _row(self, attributes: Attributes) -> None:
        told = attributes.get("r", "")
        self.row = int(told) if told else self.row + 1
        self.column = 0
        if flag(attributes, "hidden"):
            self.grid.hidden_rows.add(self.row)

    def _cell(self, attributes: Attributes) -> None:
        told = attributes.get("r")
        if told:
            letters = told.rstrip(DIGITS)
            self.column = self.columns.get(letters) or self._column(letters)
            self.row = int(told[len(letters) :])
        else:
            self.column += 1
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
        self.pieces = []
        self.grid.written += 1

    def _finish(self) -> None:
        if not self.pieces:
            return
        spot = (self.row, self.column)
        self.grid.put(spot, self._value("".join(self.pieces)))
        if self.style in self.percents:
            self.grid.percents.add(spot)

    def _value(self, told: str) -> Value:
        if self.kind == "s":
            return self.strings[_index(told)]
        if self.kind in TEXTS:
            return text_of(told)
        if self.kind == "b":
            return told.strip() == "1"
        number = float(told)
        return day_of(number) if self.style in self.dates else number

    def _column(self, letters: str) -> int:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - 64
        self.columns[letters] = number
        return number

    def _formula(self, _: Attributes) -> None:
        self.grid.formulas.add((self.row, self.column))

    def _col(self, attributes: Attributes) -> None:
        if flag(attributes, "hidden"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.grid.hidden_columns |= set(range(max(first, 1), min(last, 64) + 1))

    def _merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        top, left = self._spot(first)
        bottom, right = self._spot(last or first)
        self.grid.merged.append((top, left, bottom, right))

    def _spot(self, told: str) -> tuple[int, int]:
        letters = told.rstrip(DIGITS)
        return int(told[len(letters) :]), self._column(letters)


def _index(told: str) -> int:
    """The number of a shared text; a negative one is no number of any."""
    number = int(told)
    if number < 0:
        raise IndexError(number)
    return number
