"""A table handed in on a page: guarded before it is believed, its cells told as a workbook does."""

from __future__ import annotations

from pathlib import Path

from openpyxl.utils import get_column_letter

from dieuhanh.domain.errors import BadInput, Place

from .columns import Column
from .sheets import Sheet, read_csv, read_xlsx
from .workbooks.guarding import kind_of, refuse_size


def read_upload(content: bytes, name: str) -> Sheet:
    """The table of a .csv or .xlsx file. Raises BadInput, located, for anything else."""
    refuse_size(len(content))
    suffix = Path(name).suffix.lower()
    if suffix == ".csv":
        return read_csv(content, name)
    if suffix == ".xlsx":
        kind_of(content, name)
        return read_xlsx(content, name)
    raise BadInput("file.type", place=Place(file=name), suffix=suffix or "?")


def cell_address(sheet: Sheet, column: Column | None, row: int | None) -> str:
    """Where a fault stands, as a spreadsheet says it: "C7"; the row alone for a column not there."""
    heads = {head: place for place, head in enumerate(sheet.header, start=1)}
    place = (heads.get(column.name) or heads.get(column.label)) if column else None
    return (get_column_letter(place) if place else "") + ("" if row is None else str(row))


__all__ = ["cell_address", "read_upload"]
