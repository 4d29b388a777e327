"""An .xlsx workbook, streamed off its XML: values, formulas, merges, what is hidden.

The parser knows no entities: a part that declares any is refused before it can be expanded. No
size a file tells is believed: a reader that sets memory aside for it can be brought down by it.
"""

from __future__ import annotations

import posixpath
import zipfile
from typing import Any
from xml.parsers import expat

from dieuhanh.domain.errors import BadInput

from .formats import Shown, shown
from .grid import MOST_SHEETS, Grid, refuse_crowd
from .guarding import TORN
from .ooxml_sheet import Attributes, Follower, SheetReader, local, text_of

PIECE = 1 << 16


def read_grids(archive: zipfile.ZipFile) -> dict[str, Grid]:
    """Each worksheet by name. Raises BadInput("workbook.broken") and the like."""
    sheets, targets = _sheets(archive)
    look = _looks(archive, targets["styles"])
    strings = _strings(archive, targets["sharedStrings"])
    told = {}
    for name, (part, hidden) in sheets.items():
        reader = SheetReader(Grid(hidden=hidden), strings, look)
        scan(archive, part, reader)
        told[name] = reader.grid
        refuse_crowd(sum(len(grid.cells) for grid in told.values()))
    return told


def scan(archive: zipfile.ZipFile, part: str, follower: Follower) -> None:
    """Stream a part to a follower. Raises BadInput for what is no XML or declares entities."""
    try:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = follower.start
        parser.EndElementHandler = follower.end
        parser.CharacterDataHandler = follower.text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        with archive.open(part) as stream:
            while piece := stream.read(PIECE):
                parser.Parse(piece)
            parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, *TORN) as error:
        raise BadInput("workbook.broken") from error


def _refuse_doctype(*_: Any) -> None:
    raise BadInput("workbook.entities")


class _Attributes(Follower):
    """Gathers the attributes of the elements of one name."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.found: list[tuple[str, Attributes]] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if (bare := local(name)) in self.names:
            self.found.append((bare, attributes))


def _sheets(archive: zipfile.ZipFile) -> tuple[dict[str, tuple[str, bool]], dict[str, str]]:
    """Each worksheet's part and whether it is hidden; the parts of styles and shared texts."""
    relations, listed = _Attributes("Relationship"), _Attributes("sheet")
    scan(archive, "xl/_rels/workbook.xml.rels", relations)
    scan(archive, "xl/workbook.xml", listed)
    if len(listed.found) > MOST_SHEETS:
        raise BadInput("workbook.too_many_sheets", limit=MOST_SHEETS)
    parts = {"styles": "", "sharedStrings": ""}
    worksheets: dict[str, str] = {}
    for _, told in relations.found:
        kind = told.get("Type", "").rpartition("/")[2]
        if kind == "worksheet":
            worksheets[told.get("Id", "")] = _part(told.get("Target", ""))
        elif kind in parts:
            parts[kind] = _part(told.get("Target", ""))
    found = {}
    for _, sheet in listed.found:
        reference = next((v for k, v in sheet.items() if local(k) == "id"), "")
        if part := worksheets.get(reference):
            found[sheet.get("name", "")] = (part, sheet.get("state", "visible") != "visible")
    return found, parts


def _part(target: str) -> str:
    whole = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
    return posixpath.normpath(whole)


class _Looks(Follower):
    """The number formats, and which of them each style of a cell has."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.styles: list[int] = []
        self._of_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        bare = local(name)
        if bare == "numFmt":
            self.codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif bare in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            self._of_cells = bare == "cellXfs"
        elif bare == "xf" and self._of_cells:
            self.styles.append(int(attributes.get("numFmtId", "0")))


def _looks(archive: zipfile.ZipFile, part: str) -> Shown:
    looks = _Looks()
    if part:
        scan(archive, part, looks)
    return shown(looks.codes, looks.styles)


class _Strings(Follower):
    """The shared texts; the reading aids of East Asian texts are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._aside = False

    def start(self, name: str, _: Attributes) -> None:
        bare = local(name)
        if bare == "t":
            self._inside = not self._aside
        elif bare == "rPh":
            self._aside = True

    def end(self, name: str) -> None:
        bare = local(name)
        if bare == "t":
            self._inside = False
        elif bare == "rPh":
            self._aside = False
        elif bare == "si":
            self.found.append(text_of("".join(self._pieces)))
            self._pieces = []

    def text(self, piece: str) -> None:
        if self._inside:
            self._pieces.append(piece)


def _strings(archive: zipfile.ZipFile, part: str) -> list[str]:
    strings = _Strings()
    if part:
        scan(archive, part, strings)
    return strings.found
