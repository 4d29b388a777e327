"""From an approval to the changed verdict on the overview, on both databases."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.installation import COMMAND
from benchmarks.lines import Line, at_most
from benchmarks.load.database import Postgres, programs

REPORTS = 5
BUDGETS = {101: 200, 10_000: 2000}


def run() -> list[Line]:
    """The slowest of five approvals, each with the overview fetched whole after it.

    Client, application and database on this machine; the pages are asked for in the process.
    """
    lines = []
    for name in ("SQLite", "PostgreSQL") if programs() else ("SQLite",):
        for communes, budget in BUDGETS.items():
            with installed(name) as environment:
                told = _measured(environment, communes)
            _check(told, communes)
            lines.append(
                at_most(
                    f"approved → overview, {communes:,} communes, {told['figures']:,} figures, {name}",
                    max(told["ms"]), "ms", budget,
                )
            )  # fmt: skip
    return lines


@contextmanager
def installed(database: str) -> Iterator[dict[str, str]]:
    """The example in a home of its own, on a database of its own; its environment."""
    home = tempfile.mkdtemp(prefix="dieuhanh-bench-")
    server = Postgres() if database == "PostgreSQL" else None
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {"DIEUHANH_HOME": home, "DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"}
    if server:
        environment["DATABASE_URL"] = server.address
    try:
        subprocess.run(
            [*COMMAND, "demo", "--no-serve"], env=environment, check=True, capture_output=True
        )
        yield environment
    finally:
        if server:
            server.stop()
        shutil.rmtree(home, ignore_errors=True)


def _measured(environment: dict[str, str], communes: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.approvals.run", str(communes), str(REPORTS)]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _check(told: dict[str, Any], communes: int) -> None:
    """Every approval was seen on the overview, and the last one turned the verdict."""
    wanted = [f"{communes - REPORTS + n}/{communes}" for n in range(1, REPORTS + 1)]
    seen = [each.split()[1] for each in told["told"]]
    verdicts = [each.split()[0] for each in told["told"]]
    if seen != wanted or verdicts[-1] == verdicts[-2]:
        raise RuntimeError(f"the overview did not follow the approvals: {told['told']}")
