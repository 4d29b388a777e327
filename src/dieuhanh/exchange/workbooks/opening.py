"""A workbook in: guarded, then its values and what stands around them, sheet by sheet."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from dieuhanh.domain.errors import BadInput, Place

from . import biff, ooxml
from .grid import Grid, Value
from .guarding import OLE_BOOK, Kind, kind_of
from .layout import FAULTS_SHEET, INFO_SHEET, NO, STAMP_ROW
from .ole import Container
from .shape import MARK, Stamp


@dataclass(frozen=True)
class RawSheet:
    """A sheet as handed in."""

    name: str
    grid: Grid

    def value(self, row: int, column: int) -> Value:
        """The value of a cell, both counted from 1; an empty one is ""."""
        return self.grid.cells.get((row, column), "")

    def stamp(self) -> Stamp | None:
        """What binds the sheet; None where it is none of ours. Raises BadInput for a torn stamp."""
        told = str(self.value(STAMP_ROW, NO)).strip()
        return Stamp.parse(told) if told.startswith(MARK) else None

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return all(value == "" for value in self.grid.cells.values())

    def place(self, row: int | None = None, column: str = "") -> Place:
        """A place in it."""
        return Place(sheet=self.name, row=row, column=column)


@dataclass(frozen=True)
class RawBook:
    """A workbook as handed in, guarded and read."""

    name: str
    kind: Kind
    data: bytes
    sheets: tuple[RawSheet, ...]


def open_book(data: bytes, name: str) -> RawBook:
    """Read a workbook. Raises BadInput, naming what it is refused for."""
    try:
        kind = kind_of(data, name)
        grids = _grids(data, kind)
    except BadInput as fault:
        raise fault.at(Place(file=name)) from fault
    return RawBook(name, kind, data, tuple(RawSheet(*each) for each in grids.items()))


def _grids(data: bytes, kind: Kind) -> dict[str, Grid]:
    if kind is Kind.XLSX:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            grids = ooxml.read_grids(archive)
    else:
        grids = biff.read_grids(Container(data).stream(*OLE_BOOK) or b"")
    if not grids:
        raise BadInput("workbook.broken")
    return grids


def is_ours(sheet: RawSheet) -> bool:
    """Whether it is a sheet we added: the explanation, or the list of what to mend."""
    return sheet.name.strip() in {INFO_SHEET, FAULTS_SHEET}
