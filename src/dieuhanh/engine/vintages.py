"""Which figure of each key is in force: as known on a day, as the books stood at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from .tables import FigureRow, connection, figures_table

CURRENT = """
select * exclude (vintage) from (
  select *, row_number() over (
    partition by indicator, area, period, span, breakdown, source
    order by known_from desc, recorded_at desc, id desc
  ) as vintage
  from ({figures})
  where known_from <= ?::date and (?::timestamptz is null or recorded_at <= ?::timestamptz)
) where vintage = 1 and not withdrawn
"""


def current_ids(
    rows: Sequence[FigureRow], *, as_known_on: date, as_recorded_by: datetime | None = None
) -> set[int]:
    """Ids of the figures in force. Held equal to `domain.figures.current` by a test."""
    if not rows:
        return set()
    figures, parameters = figures_table(rows)
    moment = as_recorded_by.isoformat() if as_recorded_by else None
    sql = f"select id from ({CURRENT.format(figures=figures)})"  # noqa: S608 - only column names
    clocks = [as_known_on.isoformat(), moment, moment]
    return {row[0] for row in connection().execute(sql, [*parameters, *clocks]).fetchall()}
