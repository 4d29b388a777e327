"""The live room: 5,000 open pages of one conference, and how soon a change reaches them all.

Clients, server (`dieuhanh serve`) and database share this machine. A change is a press at the
chair's console; its time runs from the moment it is sent to the moment a page's socket holds the
event. Then the lines of a tenth of the pages are cut, the chair goes on, and they come back asking
after the last number they saw. Measured on PostgreSQL (fsync on) and on SQLite.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from benchmarks.lines import Line, at_most
from benchmarks.load.database import Postgres, children, processor_seconds
from benchmarks.load.listeners import Listeners, Page
from benchmarks.load.server import Installation

PAGES = int(os.environ.get("DIEUHANH_BENCH_PAGES", "5000"))
WORKERS = int(os.environ.get("DIEUHANH_BENCH_WORKERS", "0")) or 2 * (os.cpu_count() or 1)
CHANGES, PAUSE, REACHED = 20, 2.0, 1.0
LONGEST = 20.0


def run() -> list[Line]:
    """How late a change is, and what was missed, on either database."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if most < PAGES + 200:
        raise RuntimeError(f"{most} files may be open: ulimit -n {PAGES + 200}")
    where = f"clients, server ({WORKERS} workers) and database on this machine"
    print(f"live: {PAGES} pages; {where}; load before {os.getloadavg()[0]:.1f}", file=sys.stderr)
    database = Postgres()
    try:
        lines = _measured("PostgreSQL", database.address, database)
    finally:
        database.stop()
    return lines + _measured("SQLite", "", None)


def _measured(name: str, address: str, database: Postgres | None) -> list[Line]:
    there = Installation(address)
    try:
        told = there.script("benchmarks.load.meeting", str(PAGES))
        there.serve(WORKERS)
        after = last_number(there, told)
        pages = Listeners(there.port, told["code"], told["sessions"], after)
        try:
            return _held(name, there, told, pages, database)
        finally:
            pages.close()
    finally:
        there.remove()


def _held(
    name: str,
    there: Installation,
    told: dict[str, Any],
    pages: Listeners,
    database: Postgres | None,
) -> list[Line]:
    opened = pages.open_all(pages.pages)
    print(f"{name}: opened in {opened:.0f} s", file=sys.stderr)
    here = pages.until(lambda: all(p.connected == told["sites"] for p in pages.pages), LONGEST)
    missing = 0 if here else sum(p.connected != told["sites"] for p in pages.pages)
    connections = _connections(database)
    with chair_of(there, told) as chair:
        late, unreached = _changes(chair, pages, pages.pages)
        cut = pages.pages[::10]
        pages.cut(cut)
        _changes(chair, pages, [page for page in pages.pages if page.line is not None], times=5)
        back = pages.open_all(cut)
        last = last_number(there, told)
        pages.until(lambda: all(page.last == last for page in pages.pages), LONGEST)
    behind = sum(page.last != last or bool(page.gaps) for page in pages.pages)
    idle = _idle(there, pages)
    return [
        at_most(f"{name}: pages opened one after the other, each through its door", round(opened, 1), "s"),
        at_most(f"{name}: pages that do not know all sites are connected", missing, "pages", 0),
        at_most(f"{name}: p50 from the chair's press to a page", _part(late, 50), "s"),
        at_most(f"{name}: p95 from the chair's press to a page", _part(late, 95), "s", REACHED),
        at_most(f"{name}: last page", _part(late, 100), "s"),
        at_most(f"{name}: changes that did not reach a page", unreached, "events", 0),
        at_most(f"{name}: {len(cut)} cut lines back again", round(back, 1), "s"),
        at_most(f"{name}: pages out of step or with a gap", behind, "pages", 0),
        at_most(f"{name}: lines the server let go", sum(page.lost for page in pages.pages), "lines"),
        at_most(f"{name}: processor while nothing happens", idle, "cores"),
        at_most(f"{name}: memory of the server's processes", _memory(there), "MB"),
        *connections,
    ]  # fmt: skip


def _changes(
    chair: httpx.Client, pages: Listeners, awaited: list[Page], times: int = CHANGES
) -> tuple[list[float], int]:
    """So many changes, one after the other; seconds each took to each page, and how many never came."""
    late: list[float] = []
    unreached = 0
    for turn in range(times):
        pages.until(lambda: False, PAUSE)
        number = max(page.last for page in awaited) + 1
        began = time.monotonic()
        sent = threading.Thread(target=press, args=(chair, turn))
        sent.start()
        _await(pages, awaited, number)
        sent.join()
        late += [page.seen[number] - began for page in awaited if number in page.seen]
        unreached += sum(number not in page.seen for page in awaited)
    return sorted(late), unreached


def _await(pages: Listeners, awaited: list[Page], number: int) -> None:
    left = [page for page in awaited if number not in page.seen]
    end = time.monotonic() + LONGEST
    while left and time.monotonic() < end:
        pages.read(0.02)
        left = [page for page in left if number not in page.seen]


def press(chair: httpx.Client, turn: int) -> None:
    """One change at the chair's console: the length of a turn."""
    answer = chair.post("dieu-khien/luot/", data={"giay": str(60 + 60 * (turn % 5))})
    answer.raise_for_status()


@contextmanager
def chair_of(there: Installation, told: dict[str, Any]) -> Iterator[httpx.Client]:
    """The chair, signed in."""
    token = "a" * 32
    with httpx.Client(
        base_url=f"{there.url}/hoi-nghi/{told['code']}/", timeout=60,
        cookies={"sessionid": told["chair"], "csrftoken": token},
        headers={"X-CSRFToken": token, "HX-Request": "true"},
    ) as chair:  # fmt: skip
        yield chair


def last_number(there: Installation, told: dict[str, Any]) -> int:
    """The number of the room's last event."""
    with chair_of(there, told) as chair:
        found: int = (
            chair.get("phong-hop/tu/", params={"after": "0"}).raise_for_status().json()["number"]
        )
    return found


def _part(sorted_seconds: list[float], per_cent: int) -> float:
    place = max(0, -(-per_cent * len(sorted_seconds) // 100) - 1)
    return round(sorted_seconds[place], 2)


def _idle(there: Installation, pages: Listeners) -> float:
    """Cores the server uses to keep all lines open, beats and presence included."""
    assert there.server is not None
    before, began = processor_seconds(there.server.pid), time.monotonic()
    pages.until(lambda: False, 20)
    return round((processor_seconds(there.server.pid) - before) / (time.monotonic() - began), 2)


def _memory(there: Installation) -> int:
    assert there.server is not None
    size = resource.getpagesize()
    pids = [there.server.pid, *children(there.server.pid)]
    return sum(_resident(pid) for pid in pids) * size // 2**20


def _resident(pid: int) -> int:
    with open(f"/proc/{pid}/statm", encoding="ascii") as told:  # noqa: PTH123 - a file of the kernel
        return int(told.read().split()[1])


def _connections(database: Postgres | None) -> list[Line]:
    """The database's connections while all pages are open: of desks and watches, not of pages."""
    if database is None:
        return []
    import psycopg  # noqa: PLC0415 - only where PostgreSQL is measured

    with psycopg.connect(database.address) as asked:
        row = asked.execute(
            "select count(*) from pg_stat_activity where backend_type = 'client backend'"
        ).fetchone()
    return [
        at_most(
            "PostgreSQL: database connections with all pages open",
            row[0] if row else 0,
            "connections",
            100,
        )
    ]
