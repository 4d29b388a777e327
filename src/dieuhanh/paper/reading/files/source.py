"""The text of a paper as it was read, and where each stretch of it stood in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dieuhanh.domain.errors import BadInput

MAX_CHARACTERS = 1_000_000  # about 400 full pages
PARAGRAPH_END = "\n\n"


class Kind(StrEnum):
    """What a paper came as."""

    PASTED = "pasted"
    TEXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one stretch of the text stood: paragraph or cell, counted from 1; None where unknown.

    `page` is known for PDF alone: in the other kinds the pages are the viewing program's.
    """

    start: int
    end: int
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    note: str | None = None
    """The number of the footnote ("1") or endnote ("i") that hangs on the paragraph."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One string for the reader, whose offsets are those of every record found in it.

    `notes` say what was done to get it: codes and values, as errors are worded.
    """

    name: str
    kind: Kind
    text: str
    spots: tuple[Spot, ...]
    notes: tuple[BadInput, ...] = ()

    def spot(self, offset: int) -> Spot:
        """Where the character at this offset stood; what parts two stretches counts to the first.

        Raises IndexError for an offset outside the text.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(offset)
        found = bisect_right(self.spots, offset, key=lambda spot: spot.start) - 1
        return self.spots[max(found, 0)]


class Draft:
    """A text put together paragraph by paragraph, row by row. Raises BadInput("paper.too_long")."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spots: list[Spot] = []
        self.cut = False
        """Whether a table had more columns than are read."""
        self._length = 0
        self._paragraphs = 0
        self._tables = 0
        self._rows = 0

    def paragraph(self, text: str, page: int | None = None, *, note: str | None = None) -> None:
        """A paragraph of its own, or one of a note on the last; one without a letter is left out."""
        if not (text := text.strip()):
            return
        self._part(PARAGRAPH_END)
        self._paragraphs += note is None
        self._stretch(text, Spot(0, 0, page, max(1, self._paragraphs), note=note))

    def passage(self, parts: Sequence[tuple[str, int]]) -> None:
        """A paragraph that runs over pages: its parts, each with its page."""
        kept = [(text.strip(), page) for text, page in parts if text.strip()]
        if not kept:
            return
        self._part(PARAGRAPH_END)
        self._paragraphs += 1
        for at, (text, page) in enumerate(kept):
            if at:
                self._put(" ")
            self._stretch(text, Spot(0, 0, page, self._paragraphs))

    def begin_table(self) -> None:
        """The rows that follow are of a new table."""
        self._part(PARAGRAPH_END)
        self._tables += 1
        self._rows = 0

    def row(self, cells: Sequence[str], page: int | None = None) -> None:
        """A row of the table begun last: its cells with tabs between, on one line."""
        if self._rows:
            self._part("\n")
        self._rows += 1
        for column, cell in enumerate(cells, start=1):
            if column > 1:
                self._put("\t")
            spot = Spot(0, 0, page, None, self._tables, self._rows, column)
            self._stretch(" ".join(cell.split()), spot)

    def finish(self, name: str, kind: Kind, notes: Sequence[BadInput] = ()) -> SourceText:
        """The text whole."""
        said = [*notes, BadInput("paper.noted_wide")] if self.cut else notes
        return SourceText(name, kind, "".join(self._parts), tuple(self._spots), tuple(said))

    def _part(self, between: str) -> None:
        if self._parts:
            self._put(between)

    def _stretch(self, text: str, spot: Spot) -> None:
        start = self._length
        self._put(text)
        self._spots.append(replace(spot, start=start, end=self._length))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        refuse_length(self._length)


def refuse_length(length: int) -> None:
    """Raise BadInput("paper.too_long") for more characters than are read at once."""
    if length > MAX_CHARACTERS:
        raise BadInput("paper.too_long", limit=f"{MAX_CHARACTERS:,}".replace(",", "."))
