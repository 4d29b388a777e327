"""A thousand electors vote within ten seconds: named, then secret, on PostgreSQL and on SQLite.

Each elector is a signed-in keeper of a site who presses a choice on the live page (of a secret
ballot the confirmation). PostgreSQL with fsync on, the server and the client are on this machine.
All press within one second, every tenth twice; then the chair ends the vote.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from typing import Any

from benchmarks.lines import Line, at_most
from benchmarks.load.database import Postgres, processor_seconds
from benchmarks.load.line import Line as Connection
from benchmarks.load.server import Installation
from benchmarks.voters.pressing import OPTIONS, all_press, wanted

VOTERS = int(os.environ.get("DIEUHANH_BENCH_VOTERS", "1000"))
WORKERS = os.cpu_count() or 1
RUSH, WITHIN, RESULT = 1.0, 10.0, 2.0
MOST_TOLD = WORKERS  # events a second: one from each process


def run() -> list[Line]:
    """Seconds of the rush and of the count, and what of the votes got lost or doubled."""
    print(f"votes: {VOTERS} electors, server of {WORKERS} workers, fsync on", file=sys.stderr)
    database = Postgres()
    try:
        lines = _measured("PostgreSQL", database.address)
    finally:
        database.stop()
    return lines + _measured("SQLite", "")


def _measured(name: str, address: str) -> list[Line]:
    there = Installation(address)
    try:
        told: dict[str, Any] = there.script("benchmarks.voters.prepare", str(VOTERS))
        there.serve(WORKERS)
        lines = []
        for mode in ("named", "secret"):
            lines += asyncio.run(_rush(there, told, mode, f"{mode} on {name}"))
        return lines
    finally:
        there.remove()


async def _rush(there: Installation, told: dict[str, Any], mode: str, name: str) -> list[Line]:
    opened = there.script("benchmarks.voters.opened", told["conference"], mode)
    began, worked = time.monotonic(), _worked(there)
    pressed = await all_press(told, opened, there.port, RUSH)
    whole, worked = time.monotonic() - began, _worked(there) - worked
    counting, shown = await counted_by_chair(there, told, opened["ballot"])
    books = there.script("benchmarks.voters.counted", str(opened["ballot"]))
    seconds = sorted(each.seconds for each in pressed if each.seconds is not None)
    p95 = seconds[len(seconds) * 95 // 100] if seconds else 0.0
    return [
        at_most(f"{name}: not answered", len(pressed) - len(seconds), "votes", 0),
        at_most(f"{name}: last of {VOTERS} answered", round(whole, 1), "s", WITHIN),
        at_most(f"{name}: p95 of one vote", round(p95, 2), "s"),
        at_most(f"{name}: processors' time of the server", round(worked, 1), "s"),
        *_books(books, mode, name),
        at_most(
            f"{name}: turnout told to the room", books["told"], "events", MOST_TOLD * (whole + 1)
        ),
        at_most(f"{name}: result on the page after closing", round(counting, 2), "s", RESULT),
        at_most(f"{name}: page without a result", int(b"ballot-parts" not in shown), "", 0),
    ]


async def counted_by_chair(
    there: Installation, told: dict[str, Any], ballot: int
) -> tuple[float, bytes]:
    """The chair ends the vote and reads the result: seconds, and the page."""
    path = f"/hoi-nghi/{told['conference']}/bieu-quyet/{ballot}"
    chair, began = Connection(there.port, told["chair"]), time.monotonic()
    await chair.post_form(f"{path}/ket-thuc/", {})
    shown = await chair.get(f"{path}/")
    chair.hang_up()
    return time.monotonic() - began, shown.body


def _worked(there: Installation) -> float:
    """Seconds of the processors that the server has used, whatever else the machine does."""
    return processor_seconds(there.server.pid) if there.server else 0.0


def _books(books: dict[str, Any], mode: str, name: str) -> list[Line]:
    """Every elector's vote is there once, as it was pressed."""
    counts, rows = books["counts"] or [0] * OPTIONS, VOTERS if mode == "named" else 0
    wrong = sum(abs(a - b) for a, b in zip(counts, wanted(VOTERS), strict=True))
    return [
        at_most(f"{name}: lost or doubled", wrong, "votes", 0),
        at_most(f"{name}: rows too many or too few", abs(books["rows"] - rows), "rows", 0),
        at_most(f"{name}: record unsound", int(not books["record_sound"]), "", 0),
    ]
