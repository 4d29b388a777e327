"""The pages of a conference with ten thousand delegates, on both databases."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from benchmarks.approval import installed
from benchmarks.lines import Line, at_most
from benchmarks.load.database import programs

DELEGATES, CONFERENCES, MILLISECONDS = 10_000, 300, 100


def run() -> list[Line]:
    """The median of each page as the office that prepares it and a commune that comes see it.

    Asked for in the process that serves, the database on this machine.
    """
    lines = []
    for database in ("SQLite", "PostgreSQL") if programs() else ("SQLite",):
        with installed(database) as environment:
            told = _measured(environment)
        for page, taken in told.items():
            name = f"{page}: {taken['queries']} queries, {database}"
            lines.append(at_most(name, taken["ms"], "ms", MILLISECONDS))
    return lines


def _measured(environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.meeting.run", str(DELEGATES), str(CONFERENCES)]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
