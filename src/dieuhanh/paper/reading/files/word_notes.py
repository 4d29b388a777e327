"""Footnotes and endnotes of a Word file, numbered as they are first referred to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dieuhanh.domain.errors import BadInput

from .word_lists import roman
from .xml import name_of, parse, told

PARTS = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_RULES = {"separator", "continuationSeparator", "continuationNotice"}


class Reference(NamedTuple):
    """Where a text refers to a note: by which mark, to which."""

    mark: str
    id: str


class Notes:
    """The notes of one file; each is told once, at the paragraph that first refers to it."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._notes = {mark: _read(parts.get(part)) for mark, part in PARTS.items()}
        self._told = dict.fromkeys(PARTS, 0)
        self.waiting: list[Reference] = []
        """Those of a table's cells: they are told behind the table."""

    def take(self, references: list[Reference]) -> Iterator[tuple[str, Any]]:
        """The number and element of each note not told yet: "1", "2"; endnotes "i", "ii"."""
        for mark, number in references:
            note = self._notes[mark].pop(number, None)
            if note is None:
                continue
            self._told[mark] += 1
            count = self._told[mark]
            yield roman(count) if mark == "endnoteReference" else str(count), note

    def take_waiting(self) -> Iterator[tuple[str, Any]]:
        """The notes of the cells read so far."""
        waiting, self.waiting = self.waiting, []
        yield from self.take(waiting)


def _read(part: bytes | None) -> dict[str, Any]:
    if part is None:
        return {}
    try:
        root = parse(part)
    except BadInput as fault:
        if fault.code == "paper.entities":
            raise
        return {}
    return {told(note, "id"): note for note in root if told(note, "type") not in _RULES
            and name_of(note) in {"footnote", "endnote"}}  # fmt: skip


__all__ = ["PARTS", "Notes", "Reference"]
