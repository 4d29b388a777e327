"""A hundred thousand tasks: the overdue list, scorecards, the escalation run, on both databases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from benchmarks.approval import installed
from benchmarks.lines import Line, at_most
from benchmarks.load.database import programs

TASKS = int(os.environ.get("BENCH_TASKS", "100000"))
PAGE_BUDGET, ESCALATION_BUDGET = 300, 10
BUDGETS = {
    "overdue": PAGE_BUDGET, "overdue, page 40": PAGE_BUDGET, "scores": PAGE_BUDGET,
    "score of a body": PAGE_BUDGET,
}  # fmt: skip


def run() -> list[Line]:
    """Whole pages, asked for in the process by the office that sees every task; medians of nine."""
    lines = []
    for name in ("SQLite", "PostgreSQL") if programs() else ("SQLite",):
        with installed(name) as environment:
            told = _measured(environment)
        _check(told)
        lines += [
            at_most(f"{page}, {TASKS:,} tasks, {name}", ms, "ms", BUDGETS.get(page))
            for page, ms in told["ms"].items()
        ]
        first, second = told["tell"]
        written, alerts, _ = told["told"]
        what = f"escalation, {alerts:,} alerts in {written:,} notices, {name}"
        lines.append(at_most(what, first, "s", ESCALATION_BUDGET))
        lines.append(at_most(f"escalation again, nothing to tell, {name}", second, "s"))
        seconds, rows = told["export"]
        lines.append(at_most(f"CSV of all {rows:,} tasks, {name}", seconds, "s"))
    return lines


def _measured(environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.assigned.run", str(TASKS)]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _check(told: dict[str, Any]) -> None:
    """Every task is counted once, and nothing is told twice."""
    written, alerts, again = told["told"]
    pairs = (told["overdue"], told["all"], [told["export"][1], told["all"][1]])
    if any(seen != planted for seen, planted in pairs) or not written or not alerts or again:
        raise RuntimeError(f"the tasks were not counted or told rightly: {told}")
