"""How soon `dieuhanh --help` answers, from a shell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.lines import Line, at_most, median_ms

BUDGET = 0.3
COMMAND = str(Path(sys.executable).with_name("dieuhanh"))


def run() -> list[Line]:
    """Seconds from start to end of the process, the median of eleven."""
    taken = median_ms(_ask, rounds=11)
    return [at_most("dieuhanh --help", round(taken / 1000, 3), "s", BUDGET)]


def _ask() -> None:
    subprocess.run([COMMAND, "--help"], check=True, capture_output=True)
