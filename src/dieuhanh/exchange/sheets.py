"""Tables out of CSV and XLSX files: cells with the place they stand in, nothing guessed."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import python_calamine

from dieuhanh.domain.errors import BadInput, Place

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_ROWS = 200_000
DECLARATION = "# dieuhanh:"

Cell = str | Decimal | date | bool


@dataclass(frozen=True)
class Row:
    """One line of a table: its filled cells by column, and where it stands."""

    cells: dict[str, Cell]
    place: Place


@dataclass(frozen=True)
class Sheet:
    """A table as handed in. `template` and `numbers` are what its first line declares."""

    place: Place
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    template: str = ""
    numbers: str = "vi"
    declared: dict[str, str] = field(default_factory=dict)


def read_sheet(path: Path) -> Sheet:
    """The table of a .csv or .xlsx file (its first sheet).

    Raises BadInput, located, for a file that is missing, too large, broken, not a table, or
    carries macros.
    """
    place = Place(file=path.name)
    if not path.is_file():
        raise BadInput("file.missing", place=place)
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise BadInput("file.too_large", place=place, size=size, limit=MAX_BYTES)
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return read_csv(path.read_bytes(), path.name)
    if suffix == ".xlsx":
        sheet_name, lines = _xlsx_lines(path, place)
        return _assemble(Place(file=path.name, sheet=sheet_name), lines)
    raise BadInput("file.type", place=place, suffix=suffix or "?")


def read_xlsx(content: bytes, name: str = "") -> Sheet:
    """The table of a workbook's bytes (its first sheet). Raises BadInput, located."""
    sheet_name, lines = _xlsx_lines(io.BytesIO(content), Place(file=name))
    return _assemble(Place(file=name, sheet=sheet_name), lines)


def read_csv(content: bytes, name: str = "") -> Sheet:
    """The table of a CSV file's bytes. Raises BadInput, located."""
    place = Place(file=name)
    return _assemble(place, _csv_lines(content, place))


def _csv_lines(content: bytes, place: Place) -> Iterator[tuple[int, list[Cell]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("file.encoding", place=place) from error
    if "\0" in text:
        raise BadInput("file.broken", place=place)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, list(cells)
    except csv.Error as error:
        raise BadInput(
            "file.csv", place=Place(place.file, row=reader.line_num), detail=str(error)
        ) from error


def _xlsx_lines(
    source: Path | io.BytesIO, place: Place
) -> tuple[str, Iterator[tuple[int, list[Cell]]]]:
    check_archive(source, place)
    if isinstance(source, io.BytesIO):
        source.seek(0)
    try:
        book = python_calamine.CalamineWorkbook.from_object(source)
        name = book.sheet_names[0]
        table = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError, OSError) as error:
        raise BadInput("file.broken", place=place) from error
    return name, ((n, [_typed(cell) for cell in cells]) for n, cells in enumerate(table, start=1))


def check_archive(source: Path | io.BytesIO, place: Place) -> None:
    """Raise BadInput for a broken zip, one that unpacks to too much, or one with macros."""
    try:
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise BadInput("file.broken", place=place) from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise BadInput("file.too_large", place=place, size=unpacked, limit=MAX_UNPACKED)
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise BadInput("file.macros", place=place)


def _typed(cell: object) -> Cell:
    """A workbook cell as text, exact decimal, date or yes/no; Excel's float by its shortest text."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)):
        number = Decimal(repr(cell))
        return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return str(cell)


def _assemble(place: Place, lines: Iterator[tuple[int, list[Cell]]]) -> Sheet:
    declared: dict[str, str] = {}
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, cells in lines:
        if not any(_filled(cell) for cell in cells):
            continue
        if not header and str(cells[0]).startswith(DECLARATION):
            declared = _declaration(str(cells[0]))
        elif not header:
            header = tuple(str(cell).strip() for cell in cells)
        else:
            rows.append(_row(place, number, header, cells))
            if len(rows) > MAX_ROWS:
                raise BadInput("file.too_many_rows", place=place, limit=MAX_ROWS)
    if not header:
        raise BadInput("file.empty", place=place)
    numbers = declared.get("numbers", "vi")
    if numbers not in {"vi", "plain"}:
        raise BadInput("file.numbers", place=place, text=numbers)
    return Sheet(place, header, tuple(rows), declared.get("template", ""), numbers, declared)


def _row(place: Place, number: int, header: tuple[str, ...], cells: list[Cell]) -> Row:
    here = Place(place.file, place.sheet, number)
    if any(_filled(cell) for cell in cells[len(header) :]):
        raise BadInput("row.too_long", place=here, expected=len(header), found=len(cells))
    stripped = [cell.strip() if isinstance(cell, str) else cell for cell in cells]
    pairs = zip(header, stripped, strict=False)
    return Row({name: cell for name, cell in pairs if cell != ""}, here)


def _filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(cell.strip())


def _declaration(line: str) -> dict[str, str]:
    """`# dieuhanh: figures; numbers=vi` → template and number format."""
    name, *settings = (part.strip() for part in line[len(DECLARATION) :].split(";"))
    pairs = (setting.partition("=") for setting in settings if setting)
    return {"template": name, **{key.strip(): value.strip() for key, _, value in pairs}}
