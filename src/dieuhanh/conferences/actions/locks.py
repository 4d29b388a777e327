"""The lock of a ballot: votes hold it together, counting holds it alone.

On PostgreSQL an advisory lock of the transaction, since its queue is fair: a count that waits is
not passed by later votes, as it would be with shared row locks. SQLite has one writer anyway.
"""

from __future__ import annotations

from django.db import connection

BALLOT_LOCK = 0xBA110
MOST = 2**31


def hold_shared(ballot: int) -> None:
    """Vote: no count begins before this transaction ends."""
    _hold("pg_advisory_xact_lock_shared", ballot)


def hold_alone(ballot: int) -> None:
    """Count: every vote that has begun is in the books, and none begins."""
    _hold("pg_advisory_xact_lock", ballot)


def _hold(function: str, ballot: int) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"select {function}(%s, %s)", [BALLOT_LOCK, ballot % MOST])


__all__ = ["hold_alone", "hold_shared"]
