"""Many figures in one request: read as JSON or CSV, then checked and taken as a table's rows are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from dieuhanh.audit.actions import Answer, once
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.catalogue import FIGURES
from dieuhanh.exchange.feeds import read_json_rows
from dieuhanh.exchange.sheets import Sheet, read_csv

from .figures import import_figures

MOST_FAULTS = 1_000
READERS: dict[str, Callable[[bytes], Sheet]] = {
    "application/json": partial(read_json_rows, header=[c.name for c in FIGURES.columns]),
    "text/csv": read_csv,
}


def take_figures(*, by: Actor, content: bytes, media_type: str, key: str, today: date) -> Answer:
    """Append the figures of a request, all or none; a repeat of the key writes nothing.

    `today` is the machine's own day. Raises BadInput("api.…", "file.…", "idempotency.…"), or
    BadInputs with up to MOST_FAULTS faults, each located by row and column.
    """
    reader = READERS.get(media_type)
    if reader is None:
        raise BadInput("api.media_type", given=media_type[:80], known=", ".join(READERS))
    return once(by=by, key=key, asked=content, work=lambda: _take(by, reader(content), today))


def _take(by: Actor, sheet: Sheet, today: date) -> dict[str, Any]:
    records, faults = FIGURES.read(sheet, most=MOST_FAULTS)
    tally = import_figures(by=by, records=records, today=today, faults=faults, most=MOST_FAULTS)
    return {"added": tally.added, "same": tally.same}
