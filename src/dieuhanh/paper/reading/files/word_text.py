"""The words of one Word paragraph: runs, breaks, fields, boxes; what was deleted is not there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .word_lists import Lists, not_shown
from .word_notes import PARTS, Reference
from .xml import name_of, told

SKIPPED = {
    "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "annotationRef", "footnoteRef", "endnoteRef", "softHyphen", "rt",
}  # fmt: skip
LETTERS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}
RAISED = {"2": "²", "3": "³"}


@dataclass(slots=True)
class Line:
    """One paragraph's text, boxes and notes that hang on it, and whether its end was deleted."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[Reference] = field(default_factory=list)
    runs_on: bool = False
    hidden: set[str] = field(default_factory=set)
    """Styles whose text is not shown."""

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @classmethod
    def plain(cls, paragraph: Any) -> str:
        """The words of a paragraph alone."""
        line = cls()
        _walk(paragraph, line)
        return line.text


def lines_of(paragraph: Any, lists: Lists) -> Line:
    """A paragraph read, with the number or bullet its list gives it."""
    line = Line(hidden=lists.hidden)
    properties = next((child for child in paragraph if name_of(child) == "pPr"), None)
    if properties is not None:
        line.runs_on = _end_deleted(properties)
        if style_of(properties) in lists.hidden:
            return line
    _walk(paragraph, line)
    if line.text.strip():
        line.parts.insert(0, lists.label(paragraph))
    return line


def style_of(properties: Any) -> str:
    """The style a paragraph is in; empty for the usual one."""
    return next((told(mark, "val") for mark in properties if name_of(mark) == "pStyle"), "")


def _walk(element: Any, line: Line) -> None:
    for child in element:
        name = name_of(child)
        if name in SKIPPED or not name:
            continue
        if name in {"t", "delText"}:
            line.parts.append(child.text or "")
        elif name == "br":
            line.parts.append("" if told(child, "type") in {"page", "column"} else "\n")
        elif name in LETTERS:
            line.parts.append(LETTERS[name])
        elif name == "r":
            _run(child, line)
        elif name in PARTS:
            line.notes.append(Reference(name, told(child, "id")))
        elif name == "txbxContent":
            line.boxes.append(child)
        elif name == "AlternateContent":
            _alternate(child, line)
        else:
            _walk(child, line)


def _run(run: Any, line: Line) -> None:
    look = {name_of(mark): mark for part in run if name_of(part) == "rPr" for mark in part}
    if not_shown(look.values()) or (
        "rStyle" in look and told(look["rStyle"], "val") in line.hidden
    ):
        return
    before = len(line.parts)
    _walk(run, line)
    if "vertAlign" in look and told(look["vertAlign"], "val") == "superscript":
        line.parts[before:] = [RAISED.get(part.strip(), part) for part in line.parts[before:]]


def _alternate(element: Any, line: Line) -> None:
    """The same thing told twice, for newer and older programs: the first that says something."""
    for child in element:
        before = len(line.parts), len(line.boxes)
        _walk(child, line)
        if (len(line.parts), len(line.boxes)) != before:
            return


def _end_deleted(properties: Any) -> bool:
    """Whether a tracked change deleted the paragraph's end: its text runs on into the next."""
    return any(
        name_of(part) == "rPr" and any(name_of(mark) in {"del", "moveFrom"} for mark in part)
        for part in properties
    )
