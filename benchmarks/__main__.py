"""Run the benchmarks named, or all; print a table, write bench.json, fail where one is over."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dieuhanh.config.home import home

FOLDER = Path(__file__).parent
HELPERS = {"__init__", "__main__", "lines", "installation"}


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(p.stem for p in FOLDER.glob("*.py") if p.stem not in HELPERS)


def machine() -> str:
    """What the numbers were measured on."""
    told = Path("/proc/cpuinfo")
    rows = told.read_text().splitlines() if told.exists() else []
    model = next((r.split(":", 1)[1].strip() for r in rows if r.startswith("model name")), "")
    processor = model or platform.processor() or platform.machine()
    return f"{os.cpu_count()} × {processor}, Python {platform.python_version()}"


def measured(asked: list[str]) -> Iterator[dict[str, Any]]:
    """Every line of the benchmarks asked for."""
    for name in asked:
        yield from import_module(f"benchmarks.{name}").run()


def table(lines: list[dict[str, Any]]) -> Table:
    """The lines, for people."""
    shown = Table(title=machine(), box=None)
    for head, side in (("", "left"), ("value", "right"), ("unit", "left"), ("budget", "right")):
        shown.add_column(head, justify=side)  # type: ignore[arg-type]
    shown.add_column("")
    for line in lines:
        budget = "" if line["budget"] is None else f"{line['budget']:,}"
        mark = "" if line["budget"] is None else ("✓" if line["ok"] else "✗ over budget")
        shown.add_row(line["name"], f"{line['value']:,}", line["unit"], budget, mark)
    return shown


def main(asked: list[str]) -> int:
    """0 when every budget is kept, 1 when one is not, 2 for a name that is none."""
    known = names()
    if unknown := [name for name in asked if name not in known]:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(known)}")
        return 2
    folder = home()
    lines = list(measured(asked or known))
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(lines, ensure_ascii=False, indent=1)
    (folder / "bench.json").write_text(text + "\n", "utf-8")
    Console(width=110).print(table(lines))
    return 0 if all(line["ok"] for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
