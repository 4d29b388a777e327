"""The books as of one moment, on a second connection: readers and writers go on meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "snapshot"


@contextmanager
def snapshot() -> Iterator[BaseDatabaseWrapper]:
    """A connection inside one read-only transaction; its alias is `connection.alias`.

    SQLite in WAL mode and PostgreSQL both show every later read what the first one saw.
    """
    other = connection.copy(ALIAS)
    if other.vendor == "sqlite":
        other.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"
    connections[ALIAS] = other
    try:
        with transaction.atomic(using=ALIAS):
            if other.vendor == "postgresql":
                with other.cursor() as cursor:
                    cursor.execute("set transaction isolation level repeatable read, read only")
            yield other
    finally:
        other.close()
        del connections[ALIAS]
