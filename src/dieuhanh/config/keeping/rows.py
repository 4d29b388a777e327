"""Rows of every table as JSON lines, the same from SQLite and PostgreSQL, and back."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.state import StateApps
from django.utils.duration import duration_iso_string

AT_ONCE = 2000
# Sessions are keys to a seat: whoever restores signs in again. The cache holds pickled counts of
# the last minutes: nothing to keep, and nothing to be taken from a file.
LEFT_OUT = frozenset({"sessions.session", "usersessions.usersession", "people.sharedcount"})
# Rows of the framework, made by migrating; everything else is ours and must be empty.
MADE_BY_MIGRATING = frozenset({"contenttypes.contenttype", "auth.permission"})

Row = Sequence[Any]


def name_of(model: type[models.Model]) -> str:
    """A table's name in an archive."""
    return f"{model._meta.app_label}.{model._meta.model_name}"


def tables(apps_then: StateApps) -> list[type[models.Model]]:
    """Every table that is kept, by name."""
    kept = (
        model
        for model in apps_then.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and name_of(model) not in LEFT_OUT
    )
    return sorted(kept, key=name_of)


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a table."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def lines(model: type[models.Model], using: str) -> Iterator[bytes]:
    """A table's column names, then its rows, each a JSON array on one line."""
    names = [field.attname for field in columns(model)]
    yield _line(names)
    rows = model._default_manager.using(using).order_by("pk").values_list(*names)
    for row in rows.iterator(AT_ONCE):
        yield _line(row)


def _line(row: Sequence[Any]) -> bytes:
    # PostgreSQL keeps no order of an object's keys: sorted, both databases give the same bytes.
    text = json.dumps(
        row, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_plain
    )
    return text.encode() + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return base64.b64encode(value).decode()
    raise TypeError(f"no JSON for {type(value).__name__}")


def insert(model: type[models.Model], rows: Iterable[Row], connection: BaseDatabaseWrapper) -> int:
    """Write rows as they are, past every default; returns how many."""
    fields = columns(model)
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column or "") for field in fields)
    into = f"{quote(model._meta.db_table)} ({names})"
    stored = (_stored(fields, row, connection) for row in rows)
    copying = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        return (_copied if copying else _inserted)(cursor, into, len(fields), stored)


def _copied(cursor: Any, into: str, _width: int, stored: Iterable[Row]) -> int:
    """By PostgreSQL's own way in, some ten times as quick as sentences."""
    count = 0
    with cursor.copy(f"copy {into} from stdin") as copy:
        for count, row in enumerate(stored, 1):  # noqa: B007 - the last number is how many
            copy.write_row(row)
    return count


def _inserted(cursor: Any, into: str, width: int, stored: Iterable[Row]) -> int:
    sentence = f"insert into {into} values ({', '.join(['%s'] * width)})"  # noqa: S608
    count, waiting = 0, iter(stored)
    while batch := list(islice(waiting, AT_ONCE)):
        cursor.executemany(sentence, batch)
        count += len(batch)
    return count


def _stored(
    fields: Sequence[models.Field[Any, Any]], row: Row, connection: BaseDatabaseWrapper
) -> list[Any]:
    return [
        field.get_db_prep_save(field.to_python(value), connection)
        for field, value in zip(fields, row, strict=True)
    ]
