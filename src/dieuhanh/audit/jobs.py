"""The sealer: numbers committed entries and chains their hashes, so that no writer waits."""

from __future__ import annotations

from django.db import connection, transaction

from .models import Entry, Seal, door_open
from .queries import GENESIS, digest

SEALER_LOCK = 0x5EA1


def seal() -> int:
    """Seal every committed entry that has no number yet; returns how many.

    One sealer at a time: SQLite's write transaction or PostgreSQL's advisory lock sees to it.
    """
    with transaction.atomic(), door_open():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_xact_lock(%s)", [SEALER_LOCK])
        last = Seal.last()
        number, previous = (last.number, last.digest) if last else (0, GENESIS)
        seals = []
        for entry in Entry.objects.filter(seal=None).order_by("id"):
            number += 1
            link = digest(previous, number, entry)
            seals.append(Seal(entry=entry, number=number, previous=previous, digest=link))
            previous = link
        Seal.objects.bulk_create(seals, batch_size=500)
    return len(seals)
