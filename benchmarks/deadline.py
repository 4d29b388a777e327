"""The deadline hour: 400 signed-in officers hand in a form of thirty figures each.

PostgreSQL with fsync on, the server (`dieuhanh serve`) and the client are all on this machine. An
officer's time runs from the save of the thirty cells over the handing-in to the page that says the
form is safe. Then the server and the database are killed (kill -9) in the middle, on PostgreSQL
and on SQLite: whoever lost the line comes again with the same key.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import Any

from benchmarks.lines import Line, at_most
from benchmarks.load.database import Postgres
from benchmarks.load.kills import interrupted
from benchmarks.load.officers import Visit, all_visit
from benchmarks.load.server import Installation

OFFICERS = int(os.environ.get("DIEUHANH_BENCH_OFFICERS", "400"))
WORKERS = os.cpu_count() or 1
SPREAD, RUSH, IN_THE_MIDDLE = 60.0, 1.0, 8.0
P99, LAST = 3.0, 20.0


def run() -> list[Line]:
    """Seconds of the spread hour and of the rush, and what of each got lost."""
    where = f"client, server ({WORKERS} workers) and PostgreSQL (fsync on) on this machine"
    print(f"deadline: {OFFICERS} officers; {where}", file=sys.stderr)
    database = Postgres()
    try:
        lines = _on_postgres(database)
    finally:
        database.stop()
    return lines + _on_sqlite()


def _on_postgres(database: Postgres) -> list[Line]:
    there = Installation(database.address)
    try:
        told = prepared(there, OFFICERS, 3)
        there.serve(WORKERS)
        lines = _hour(there, told, 0, SPREAD, "spread over 60 s")
        lines += _hour(there, told, 1, RUSH, "all in one second")
        visits = asyncio.run(interrupted(there, told, 2, IN_THE_MIDDLE, database))
        return lines + _kept(there, 2, "PostgreSQL", visits)
    finally:
        there.remove()


def _on_sqlite() -> list[Line]:
    there = Installation()
    try:
        told = prepared(there, OFFICERS, 1)
        there.serve(WORKERS)
        visits = asyncio.run(interrupted(there, told, 0, IN_THE_MIDDLE, None))
        return _kept(there, 0, "SQLite", visits)
    finally:
        there.remove()


def prepared(there: Installation, officers: int, rounds: int) -> dict[str, Any]:
    """Officers, their form and rounds, made in the installation; kept for counting later."""
    told: dict[str, Any] = there.script("benchmarks.load.prepare", str(officers), str(rounds))
    (there.home / "told.json").write_text(json.dumps(told), "utf-8")
    return told


def counted(there: Installation, turn: int) -> dict[str, Any]:
    """What the books hold of a turn."""
    words = (str(there.home / "told.json"), str(turn))
    found: dict[str, Any] = there.script("benchmarks.load.counted", *words)
    return found


def _hour(
    there: Installation, told: dict[str, Any], turn: int, over: float, name: str
) -> list[Line]:
    began = time.monotonic()
    visits = asyncio.run(all_visit(told, there.port, turn, over))
    whole = time.monotonic() - began
    seconds = sorted(visit.seconds for visit in visits)
    p99 = seconds[max(0, -(-99 * len(seconds) // 100) - 1)]
    books = counted(there, turn)
    failed = [visit for visit in visits if visit.broken or not visit.safe]
    for visit in failed[:3]:
        print(f"{name}: officer {visit.officer}: {visit.broken}", file=sys.stderr)
    slow = over == SPREAD
    return [
        at_most(f"{name}: failed, or not told that it is safe", len(failed), "forms", 0),
        *_lost(books, name),
        at_most(f"{name}: p99 of save + file + answer", round(p99, 2), "s", P99 if slow else None),
        at_most(f"{name}: last answer", round(whole, 1), "s", None if slow else LAST),
    ]


def _lost(books: dict[str, Any], name: str) -> list[Line]:
    unsound = 0 if books["record_sound"] else 1
    other = len(books["other_figures"]) + len(books["not_submitted"]) + unsound
    return [
        at_most(f"{name}: lost", len(books["missing"]), "forms", 0),
        at_most(f"{name}: doubled", len(books["doubled"]), "forms", 0),
        at_most(f"{name}: other than typed", other, "forms", 0),
    ]


def _kept(there: Installation, turn: int, database: str, visits: list[Visit]) -> list[Line]:
    name = f"kill -9 on {database}"
    again = sum(len(visit.broken) for visit in visits)
    unsafe = sum(not visit.safe for visit in visits)
    return [
        at_most(f"{name}: requests that broke and were sent again", again, "requests"),
        at_most(f"{name}: never told that it is safe", unsafe, "forms", 0),
        *_lost(counted(there, turn), name),
    ]
