"""Figures in bulk over the API: validated, appended, acknowledged; on PostgreSQL and on SQLite.

Client, server (`dieuhanh serve`) and database are on this machine, fsync on. Every figure is new,
and the books hold as many already each time. JSON and CSV, 20,000 figures a request.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx

from benchmarks.lines import Line
from benchmarks.load.database import Postgres
from benchmarks.load.server import Installation

FLOOR = 10_000
COUNT = 20_000
TURNS = 3


def run() -> list[Line]:
    """Figures a second, from the first byte sent to the answer; the slowest of the turns."""
    print("bulk: client, server and database (fsync on) on this machine", file=sys.stderr)
    database = Postgres()
    try:
        lines = _measured("PostgreSQL", Installation(database.address))
    finally:
        database.stop()
    return lines + _measured("SQLite", Installation())


def _measured(name: str, there: Installation) -> list[Line]:
    try:
        told = there.script("benchmarks.load.prepare", "101", "1")
        there.serve()
        figures = _figures(told)
        with httpx.Client(base_url=there.url, timeout=120) as client:
            client.headers["Authorization"] = f"Bearer {told['token']}"
            return [
                _line(name, kind, [_sent(client, kind, _some(figures)) for _ in range(TURNS)])
                for kind in ("application/json", "text/csv")
            ]
    finally:
        there.remove()


def _some(figures: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return [next(figures) for _ in range(COUNT)]


def _figures(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Commune figures, month after month, indicator after indicator, each another value."""
    number = 0
    for day in range(1, 29):
        for month in range(1, 13):
            for row in told["rows"]:
                for officer in told["officers"]:
                    number += 1
                    yield {
                        "indicator": row, "area_code": officer["code"], "unit": "hộ",
                        "period": f"2021-{month:02}", "source": officer["body"],
                        "value": f"{number}.25", "status": "estimated",
                        "known_from": f"2022-01-{day:02}",
                    }  # fmt: skip


def _sent(client: httpx.Client, kind: str, figures: list[dict[str, Any]]) -> float:
    """Figures a second for one request."""
    content = json.dumps(figures).encode() if kind == "application/json" else _csv(figures)
    key = f"{kind}-{figures[0]['value']}"
    start = time.perf_counter()
    answer = client.post(
        "/api/v1/figures", content=content, headers={"Content-Type": kind, "Idempotency-Key": key}
    )
    seconds = time.perf_counter() - start
    if answer.status_code != 201 or answer.json() != {"added": len(figures), "same": 0}:
        raise RuntimeError(answer.text[:500])
    return len(figures) / seconds


def _csv(figures: list[dict[str, Any]]) -> bytes:
    from dieuhanh.exchange.catalogue import FIGURES  # noqa: PLC0415

    names = [column.name for column in FIGURES.columns]
    lines = ["# dieuhanh: figures; numbers=plain", ",".join(names)]
    lines += [",".join(str(figure.get(name, "")) for name in names) for figure in figures]
    return "\n".join(lines).encode()


def _line(name: str, kind: str, rates: list[float]) -> Line:
    slowest = round(min(rates))
    told = f"{name}, {kind}: {COUNT:,} figures a request, slowest of {len(rates)}"
    return {"name": told, "value": slowest, "unit": "figures/s, at least", "budget": FLOOR,
            "ok": slowest >= FLOOR}  # fmt: skip
