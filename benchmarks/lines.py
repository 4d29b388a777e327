"""What benchmarks share: a line of the table, and how a piece of work is timed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

Line = dict[str, Any]


def at_most(name: str, value: float, unit: str, budget: float | None = None) -> Line:
    """A line that is well while the value stays within its budget; None only informs."""
    ok = budget is None or value <= budget
    return {"name": name, "value": value, "unit": unit, "budget": budget, "ok": ok}


def median_ms(work: Callable[[], object], *, rounds: int = 15, warm_up: int = 3) -> float:
    """The median time of the work, in milliseconds, after it has run a few times."""
    for _ in range(warm_up):
        work()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(taken), 1)
