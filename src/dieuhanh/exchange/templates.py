"""The import templates: one table a kind of record, in the order in which they depend."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from dieuhanh.domain.errors import BadInput, BadInputs, Place
from dieuhanh.domain.text import fold

from .columns import Column
from .sheets import DECLARATION, Row, Sheet

MAX_FAULTS = 50


@dataclass(frozen=True)
class Record:
    """One row read by a template: values by column name, and where the row stands."""

    values: dict[str, Any]
    place: Place

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    @contextmanager
    def cell(self, column: str) -> Iterator[None]:
        """Locate at this row and column any BadInput raised inside."""
        try:
            yield
        except BadInput as fault:
            raise fault.at(Place("", "", None, column)).at(self.place) from None

    def fault(self, code: str, column: str = "", **values: Any) -> BadInput:
        """A BadInput located at this row and the named column."""
        where = Place(self.place.file, self.place.sheet, self.place.row, column)
        return BadInput(code, place=where, **values)


@dataclass(frozen=True)
class Template:
    """A kind of table that can be imported."""

    name: str
    title: str
    columns: tuple[Column, ...]

    def parse(self, sheet: Sheet) -> list[Record]:
        """Every row typed. Raises BadInputs with all faults found, or BadInput for the header."""
        records, faults = self.read(sheet)
        if faults:
            raise BadInputs(faults)
        return records

    def read(self, sheet: Sheet, most: int = MAX_FAULTS) -> tuple[list[Record], list[BadInput]]:
        """The rows that could be typed, and what is wrong with the others.

        Reading stops at `most` faults. Raises BadInput for the header.
        """
        names = self._columns_of(sheet)
        plan = _Plan(self, names, sheet.numbers)
        faults: list[BadInput] = []
        records: list[Record] = []
        for row in sheet.rows:
            before = len(faults)
            values = plan.values(row, faults)
            if len(faults) == before:
                records.append(Record(values, row.place))
            elif len(faults) >= most:
                break
        return records, faults

    def _columns_of(self, sheet: Sheet) -> dict[str, str]:
        """Column name → its head in this sheet; heads may be code names or Vietnamese labels."""
        known = {fold(c.name): c.name for c in self.columns}
        known |= {fold(c.label): c.name for c in self.columns}
        found: dict[str, str] = {}
        for header in filter(None, sheet.header):
            name = known.get(fold(header))
            if name is None:
                raise BadInput(
                    "header.unknown", place=sheet.place, head=header, template=self.name,
                    columns=", ".join(c.name for c in self.columns),
                )  # fmt: skip
            if name in found:
                raise BadInput("header.twice", place=sheet.place, head=header)
            found[name] = header
        # A column left out is not a column left empty: it would quietly become a default.
        missing = [c.name for c in self.columns if c.name not in found and not c.later]
        if missing:
            raise BadInput(
                "header.missing", place=sheet.place, columns=", ".join(missing), template=self.name
            )
        return found

    def matches(self, sheet: Sheet) -> int:
        """How many heads of the sheet are columns of this template; −1 when one is not."""
        known = {fold(c.name) for c in self.columns} | {fold(c.label) for c in self.columns}
        heads = {fold(head) for head in sheet.header if head}
        return len(heads & known) if heads <= known else -1

    def as_csv(self) -> str:
        """An empty table to fill in, its first line declaring template and number format."""
        text = io.StringIO()
        text.write(f"{DECLARATION} {self.name}; numbers=vi\r\n")
        csv.writer(text).writerow(column.name for column in self.columns)
        return text.getvalue()

    def as_workbook(self, lists: Mapping[str, Sequence[Sequence[str]]] | None = None) -> bytes:
        """The same as a workbook, with a second sheet that explains each column.

        `lists` are further sheets by name: what may be written in a column, to be looked up.
        """
        book = Workbook()
        table = book.worksheets[0]
        table.title = self.name
        table.append([f"{DECLARATION} {self.name}; numbers=vi"])
        table.append([column.name for column in self.columns])
        for cell in table[2]:
            cell.font = Font(bold=True)
        notes = book.create_sheet("giai-thich")
        notes.append(["cột", "tên", "kiểu", "bắt buộc", "giá trị được nhận"])
        for c in self.columns:
            notes.append([c.name, c.label, c.kind, "x" if c.required else "", ", ".join(c.choices)])
        for name, rows in (lists or {}).items():
            looked_up = book.create_sheet(name)
            for row in rows:
                looked_up.append(list(row))
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()


class _Plan:
    """How a sheet's filled cells become a template's values, settled once for all its rows."""

    def __init__(self, template: Template, names: dict[str, str], numbers: str) -> None:
        columns = [column for column in template.columns if column.name in names]
        self.empty = {column.name: column.empty for column in columns}
        self.required = {names[c.name]: c for c in columns if c.required}
        self.readers = {names[c.name]: (c.name, c.reader(numbers)) for c in columns}
        self.numbers = numbers

    def values(self, row: Row, faults: list[BadInput]) -> dict[str, Any]:
        """The row's values by column name; what cannot be read is added to the faults."""
        values = dict(self.empty)
        for head, cell in row.cells.items():
            name, read = self.readers[head]
            try:
                values[name] = read(cell)
            except BadInput as fault:
                faults.append(fault.at(Place("", "", None, name)).at(row.place))
        if not self.required.keys() <= row.cells.keys():
            for column in (c for head, c in self.required.items() if head not in row.cells):
                lacking = BadInput("cell.required", label=column.label)
                faults.append(lacking.at(Place("", "", None, column.name)).at(row.place))
        return values


def template_of(sheet: Sheet, templates: Iterable[Template]) -> Template:
    """The template a sheet declares, or else the one whose columns its heads are."""
    by_name = {template.name: template for template in templates}
    if sheet.template:
        if sheet.template not in by_name:
            raise BadInput(
                "template.unknown", place=sheet.place, name=sheet.template,
                names=", ".join(by_name),
            )  # fmt: skip
        return by_name[sheet.template]
    best = max(by_name.values(), key=lambda template: template.matches(sheet))
    if best.matches(sheet) < len(sheet.header) or best.matches(sheet) < 2:
        raise BadInput("template.not_told", place=sheet.place, names=", ".join(by_name))
    return best
