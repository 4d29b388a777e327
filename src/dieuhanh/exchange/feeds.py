"""Tables that come as JSON: a list of objects, told as the rows of a sheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal

from dieuhanh.domain.errors import BadInput, Place

from .sheets import MAX_ROWS, Cell, Row, Sheet


def read_json_rows(content: bytes, header: Sequence[str]) -> Sheet:
    """A JSON list of objects whose names are columns of `header`, as a sheet of plain numbers.

    Numbers keep every digit they were sent with; null and what is left out are empty. Raises
    BadInput("api.…" | "header.unknown"), located.
    """
    try:
        told = json.loads(content, parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BadInput("api.not_json", reason=str(error)[:200]) from error
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise BadInput("api.not_objects")
    if len(told) > MAX_ROWS:
        raise BadInput("file.too_many_rows", limit=MAX_ROWS)
    known = frozenset(header)
    rows = tuple(_row(number, each, known) for number, each in enumerate(told, start=1))
    return Sheet(Place(), tuple(header), rows, numbers="plain")


def _row(number: int, told: dict[str, object], known: frozenset[str]) -> Row:
    place = Place(row=number)
    if not told.keys() <= known:
        head = min(told.keys() - known)
        columns = ", ".join(sorted(known))
        raise BadInput(
            "header.unknown", place=place, head=head, template="figures", columns=columns
        )
    cells: dict[str, Cell] = {}
    for name, value in told.items():
        if isinstance(value, str):
            text = value.strip()
            if text:
                cells[name] = text
        elif isinstance(value, Decimal):
            cells[name] = str(value)
        elif isinstance(value, bool):
            cells[name] = value
        elif value is not None:
            raise BadInput("api.not_a_cell", place=Place(row=number, column=name))
    return Row(cells, place)


def _refuse(constant: str) -> Decimal:
    raise ValueError(constant)
