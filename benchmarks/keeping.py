"""Keeping the books: how long a backup and a restore of the example and of many figures take."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.installation import COMMAND, installation
from benchmarks.lines import Line, at_most

FIGURES = 200_000
SECONDS, MEGABYTES = 60.0, 300.0


def run() -> list[Line]:
    """The whole command, as a keeper would run it, on SQLite or the database configured."""
    installation()
    with tempfile.TemporaryDirectory() as folder:
        small = _both(Path(folder), "example")
        _add_figures(FIGURES)
        large = _both(Path(folder), f"{FIGURES:,} figures", SECONDS)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        *small, *large,
        at_most("keeping: most memory of any of these", round(peak, 1), "MB", MEGABYTES),
    ]  # fmt: skip


def _both(folder: Path, name: str, budget: float | None = None) -> list[Line]:
    archive, other = folder / f"{name}.zip", folder / f"home of {name}"
    out = _seconds(["backup", str(archive)], {})
    into = _seconds(["restore", str(archive)], {"DIEUHANH_HOME": str(other)})
    size = archive.stat().st_size / 1024
    return [
        at_most(f"backup: {name}", out, "s", budget),
        at_most(f"backup: {name}, size", round(size, 1), "kB"),
        at_most(f"restore: {name}", into, "s", budget),
    ]


def _seconds(words: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [*COMMAND, *words], env={**os.environ, **environment}, check=True, capture_output=True
    )
    return round(time.perf_counter() - start, 2)


def _add_figures(count: int) -> None:
    """The example's figures again and again, each a little later."""
    from dieuhanh.audit.models import door_open  # noqa: PLC0415 - once Django is set up
    from dieuhanh.reports.models import Figure  # noqa: PLC0415

    names = [field.attname for field in Figure._meta.concrete_fields if field.attname != "id"]
    there = list(Figure.objects.values(*names))
    with door_open():
        made = (_later(there[number % len(there)], number) for number in range(count))
        while batch := list(islice(made, 2000)):
            Figure.objects.bulk_create([Figure(**row) for row in batch])


def _later(row: dict[str, Any], number: int) -> dict[str, Any]:
    when = datetime.fromtimestamp(1_700_000_000 + number, UTC)
    return {**row, "recorded_at": when, "note": f"lần {number}"}
