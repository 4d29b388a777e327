"""Tables out: CSV, XLSX and JSON of the same rows, whole, with nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import plain, write_vi

from .sheets import DECLARATION

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True)
class Table:
    """Rows under named columns (name, head). `template` is set where `import` reads it back."""

    name: str
    title: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Mapping[str, Any]]
    notes: Sequence[str] = field(default_factory=tuple)
    template: str = ""


def write_table(table: Table, kind: str) -> bytes:
    """The table as "csv", "xlsx" or "json". Raises BadInput("export.type") for another kind."""
    if kind not in WRITERS:
        raise BadInput("export.type", text=kind)
    return WRITERS[kind](table)


def inert(text: str) -> str:
    """Text a spreadsheet shows and never runs.

    >>> inert("=1+1"), inert("Xã Đất Mũi")
    ("'=1+1", 'Xã Đất Mũi')
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def alive(text: str) -> str:
    """What `inert` made harmless, as it was.

    >>> alive(inert("-5%")), alive("'tis")
    ('-5%', "'tis")
    """
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


def _heads(table: Table) -> list[str]:
    return [name if table.template else head for name, head in table.columns]


def _csv(table: Table) -> bytes:
    text = io.StringIO()
    if table.template:
        text.write(f"{DECLARATION} {table.template}; numbers=vi\r\n")
    writer = csv.writer(text)
    writer.writerow(_heads(table))
    for row in table.rows:
        writer.writerow(_csv_cell(row.get(name)) for name, _ in table.columns)
    mark = "" if table.template else "\ufeff"
    return (mark + text.getvalue()).encode()


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, Decimal):
        return write_vi(value)
    if isinstance(value, date):
        return write_vi_date(value)
    return inert(str(value))


def _xlsx(table: Table) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.name[:31])
    if table.template:
        sheet.append([f"{DECLARATION} {table.template}; numbers=vi"])
    sheet.append([_bold(sheet, head) for head in _heads(table)])
    for row in table.rows:
        sheet.append([_xlsx_cell(row.get(name)) for name, _ in table.columns])
    if table.notes:
        notes = book.create_sheet("ghi-chu")
        for note in table.notes:
            notes.append([inert(note)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _bold(sheet: Any, head: str) -> Any:
    cell = WriteOnlyCell(sheet, head)
    cell.font = Font(bold=True)
    return cell


def _xlsx_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "x" if value else None
    if value is None or isinstance(value, (Decimal, date, int)):
        return value
    return inert(str(value))


def _json(table: Table) -> bytes:
    shape = {
        "table": table.name,
        "title": table.title,
        "notes": list(table.notes),
        "rows": [
            {name: _json_cell(row.get(name)) for name, _ in table.columns} for row in table.rows
        ],
    }
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()


def _json_cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


WRITERS: dict[str, Callable[[Table], bytes]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
