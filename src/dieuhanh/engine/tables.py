"""Figures as columns, and the one connection to DuckDB of each thread."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import duckdb

_here = threading.local()


class FigureRow(NamedTuple):
    """What selection and roll-up need of a figure; ids are those of our books."""

    id: int
    indicator: int
    area: int
    period: str
    span: str
    breakdown: str
    source: int
    known_from: date
    recorded_at: datetime
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    absence: str
    withdrawn: bool


COLUMNS = {
    "id": "bigint",
    "indicator": "bigint",
    "area": "bigint",
    "period": "varchar",
    "span": "varchar",
    "breakdown": "varchar",
    "source": "bigint",
    "known_from": "date",
    "recorded_at": "timestamptz",
    "value": "decimal(38, 10)",
    "numerator": "decimal(38, 10)",
    "denominator": "decimal(38, 10)",
    "absence": "varchar",
    "withdrawn": "boolean",
}
AS_TEXT = {"known_from", "recorded_at", "value", "numerator", "denominator"}


def connection() -> duckdb.DuckDBPyConnection:
    """This thread's in-memory database: tables in, tables out, nothing kept."""
    if not hasattr(_here, "connection"):
        _here.connection = duckdb.connect(":memory:", config={"threads": 1})
        _here.connection.execute("set timezone = 'UTC'")
    opened: duckdb.DuckDBPyConnection = _here.connection
    return opened


def figures_table(rows: Iterable[FigureRow]) -> tuple[str, list[list[Any]]]:
    """A SELECT that yields the rows, and its parameters, column by column.

    Decimals travel as text and are cast, so that no float is ever between the books and a sum.
    """
    columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    parts: list[str] = []
    parameters: list[list[Any]] = []
    for (name, kind), values in zip(COLUMNS.items(), columns, strict=True):
        if name in AS_TEXT:
            parts.append(f"unnest(?::varchar[])::{kind} as {name}")
            parameters.append([None if value is None else str(value) for value in values])
        else:
            parts.append(f"unnest(?::{kind}[]) as {name}")
            parameters.append(list(values))
    return "select " + ", ".join(parts), parameters
