"""Appending many facts at once: by COPY on PostgreSQL, by one prepared statement on SQLite.

The ORM's own way makes an object of every row and a long statement of every few hundred; at
reporting hour that is most of the time a large import takes. What is written is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import connection

from ..models import AppendOnly, ExactDecimalField, check_door

if TYPE_CHECKING:
    Prepare = Callable[[Any], Any]


def append_rows(
    model: type[AppendOnly], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Append rows given as values in the order of `names` (attribute names, keys as ids).

    Inside a verb only, as every write of a fact. The caller has checked the values; what the
    database holds to (constraints, foreign keys) it still holds to.
    """
    check_door(model)
    fields = [model._meta.get_field(name) for name in names]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)  # type: ignore[union-attr, arg-type]
    table = connection.ops.quote_name(model._meta.db_table)
    columns_told = zip(*rows, strict=True)
    ready = [_prepared(field, told) for field, told in zip(fields, columns_told, strict=True)]
    prepared = zip(*ready, strict=True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in prepared:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(prepared))  # noqa: S608 - names of our own model


def _prepared(field: Any, told: Sequence[Any]) -> list[Any]:
    """A column as the database takes it; what repeats is prepared once.

    Decimals are never looked up: 27 and 27.0 are equal, and yet printed differently.
    """
    if isinstance(field, ExactDecimalField):
        return [None if value is None else format(value, "f") for value in told]
    known = {value: field.get_db_prep_save(value, connection) for value in set(told)}
    return [known[value] for value in told]
