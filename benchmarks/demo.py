"""How long a newcomer waits for the example's books, from nothing to the printed scoreboard."""

from __future__ import annotations

from benchmarks.installation import installation
from benchmarks.lines import Line, at_most

BUDGET = 10.0


def run() -> list[Line]:
    """Seconds of `dieuhanh demo --no-serve` in an empty home, and rows taken in per second."""
    made = installation()
    from dieuhanh.config.demo import example_files  # noqa: PLC0415 - once Django is set up

    rows = sum(max(text.count("\n") - 2, 0) for text in (p.read_text() for p in example_files()))
    seconds = round(made.seconds, 2)
    return [
        at_most("demo --no-serve from nothing", seconds, "s", BUDGET),
        at_most(f"the same, {rows} rows", round(rows / made.seconds), "rows/s"),
    ]
