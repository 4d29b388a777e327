"""Numbers and bullets that Word keeps apart from the text: "1.", "a)", "-"."""

from __future__ import annotations

import re
from typing import Any

from dieuhanh.domain.errors import BadInput

from .xml import name_of, parse, told

PART = "word/numbering.xml"
STYLES = "word/styles.xml"
DEEPEST = 9
OFF = {"0", "false", "off"}
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Lists:
    """The lists of one file, counted as its paragraphs go by."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self.hidden: set[str] = set()
        """Styles whose text is not shown."""
        try:
            if STYLES in parts:
                self._read_styles(parse(parts[STYLES]))
            self._read(parts)
        except BadInput as fault:
            if fault.code == "paper.entities":
                raise

    def label(self, paragraph: Any) -> str:
        """What stands before the paragraph, with a space; empty where it is in no list."""
        number, level = self._list_of(paragraph)
        levels = self._levels.get(number)
        if not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(number, [0] * DEEPEST)
        counts[level] = counts[level] + 1 if counts[level] else levels[level][2]
        counts[level + 1 :] = [0] * (DEEPEST - level - 1)
        form, text, _ = levels[level]
        if form == "bullet":
            return "- "
        if form == "none":
            return ""

        def told_at(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            known = levels.get(at)
            return _written(counts[at] or (known[2] if known else 1), known[0] if known else "")

        written = _PLACE.sub(told_at, text)
        return f"{written} " if written else ""

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        for properties in paragraph:
            if name_of(properties) != "pPr":
                continue
            number, style = ("", 0), ""
            for mark in properties:
                if name_of(mark) == "numPr":
                    number = _number(mark)
                elif name_of(mark) == "pStyle":
                    style = told(mark, "val")
            return number if number[0] else self._styles.get(style, ("", 0))
        return "", 0

    def _read(self, parts: dict[str, bytes]) -> None:
        if PART not in parts:
            return
        root = parse(parts[PART])
        abstract = {told(each, "abstractNumId"): _levels(each) for each in _of(root, "abstractNum")}
        for number in _of(root, "num"):
            for link in _of(number, "abstractNumId"):
                self._levels[told(number, "numId")] = abstract.get(told(link, "val"), {})

    def _read_styles(self, root: Any) -> None:
        for style in _of(root, "style"):
            name = told(style, "styleId")
            if any(not_shown(look) for look in _of(style, "rPr")):
                self.hidden.add(name)
            for properties in _of(style, "pPr"):
                for mark in _of(properties, "numPr"):
                    self._styles[name] = _number(mark)


def not_shown(look: Any) -> bool:
    """Whether the look of a run or style hides its text."""
    return any(
        name_of(mark) in {"vanish", "specVanish"} and told(mark, "val") not in OFF for mark in look
    )


def _of(parent: Any, name: str) -> list[Any]:
    return [child for child in parent if name_of(child) == name]


def _number(properties: Any) -> tuple[str, int]:
    """The list a paragraph is in, and how deep."""
    number, level = "", 0
    for mark in properties:
        value = told(mark, "val")
        if name_of(mark) == "numId":
            number = "" if value == "0" else value
        elif name_of(mark) == "ilvl" and value in "012345678" and value:
            level = int(value)
    return number, level


def _levels(abstract: Any) -> dict[int, tuple[str, str, int]]:
    """Each level's form of number, its text ("%1."), and where it starts."""
    found = {}
    for level in abstract:
        depth = told(level, "ilvl") if name_of(level) == "lvl" else ""
        if len(depth) == 1 and depth in "012345678":
            marks = {name_of(mark): told(mark, "val") for mark in level}
            start = marks.get("start", "1")
            first = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
            found[int(depth)] = (marks.get("numFmt", ""), marks.get("lvlText", ""), first)
    return found


def roman(count: int) -> str:
    """A count in small Roman letters: 4 is "iv"."""
    written, left = "", min(count, 3999)
    for value, letters in _ROMAN:
        written += letters * (left // value)
        left %= value
    return written


def _written(count: int, form: str) -> str:
    """A count in a form of number: 4 is "4", "d", "D", "iv", "IV"."""
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        return roman(count).upper() if form == "upperRoman" else roman(count)
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)
