"""Who answers for a body that ended: its heirs, who take up what it had in hand.

Of one that ended without an heir it is the body it stood under.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection

WALK = """
WITH RECURSIVE edge (before_id, after_id) AS (
    SELECT made.before_id, COALESCE(made.after_id, ended.parent_id)
    FROM bodies_bodysuccession made JOIN bodies_body ended ON ended.id = made.before_id
    WHERE NOT made.void AND made.effective <= %s
    UNION ALL
    SELECT ended.id, ended.parent_id FROM bodies_body ended
    WHERE ended.valid_to < %s AND NOT EXISTS (
        SELECT 1 FROM bodies_bodysuccession made WHERE made.before_id = ended.id AND NOT made.void
    )
), walk (root, body) AS (
    SELECT id, id FROM bodies_body WHERE id IN ({roots})
    UNION
    SELECT walk.root, edge.{to} FROM walk JOIN edge ON edge.{from_} = walk.body
    WHERE edge.{to} IS NOT NULL
)
SELECT root, body FROM walk
"""


def forebears(bodies: Iterable[int], on: date) -> dict[int, frozenset[int]]:
    """For each body: itself and those ended by a day that became it, through every step.

    One query. What is done for these is done by its officers.
    """
    return _walk(bodies, on, from_="after_id", to="before_id")


def heirs(bodies: Iterable[int], on: date) -> dict[int, frozenset[int]]:
    """For each body: itself and all that it has become by a day. One query."""
    return _walk(bodies, on, from_="before_id", to="after_id")


def _walk(bodies: Iterable[int], on: date, *, from_: str, to: str) -> dict[int, frozenset[int]]:
    roots = sorted(set(bodies))
    found: dict[int, set[int]] = {root: set() for root in roots}
    if not roots:
        return {}
    sql = WALK.format(roots=", ".join(["%s"] * len(roots)), from_=from_, to=to)
    with connection.cursor() as cursor:
        cursor.execute(sql, [on, on, *roots])
        for root, body in cursor.fetchall():
            found[root].add(body)
    return {root: frozenset(reached) for root, reached in found.items()}


__all__ = ["forebears", "heirs"]
