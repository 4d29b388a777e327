"""Make the books of the previous release by really running it. See README.md beside this file.

python tests/upgrade/make.py REVISION [postgresql://…]
"""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DAYS = ("2021-12-31", "2022-01-12")
# What stays true of a verdict in every later release, whatever its words become.
LASTING = ("no", "verdict", "basis", "plan", "actual", "unit", "plan_ratio_pct")


def main(revision: str, postgres: str = "") -> None:
    """Write the SQL of the books, of SQLite and of PostgreSQL, and the boards they gave."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        source.mkdir()
        tar = subprocess.run(
            ["git", "archive", revision], cwd=ROOT, capture_output=True, check=True
        ).stdout
        subprocess.run(["tar", "-x", "-C", str(source)], input=tar, check=True)
        home = Path(folder) / "sqlite"
        boards = fill(source, home)
        (HERE / "boards.json").write_text(json.dumps(boards, ensure_ascii=False, indent=1) + "\n")
        with sqlite3.connect(home / "dieuhanh.sqlite3") as books:
            keep("sqlite", "\n".join(books.iterdump()))
        if postgres:
            fill(source, Path(folder) / "postgres", DATABASE_URL=postgres)
            keep("postgresql", dump(postgres))


def fill(source: Path, home: Path, **environment: str) -> dict[str, object]:
    """The release's own demo with one frozen assessment; returns its boards."""
    environment = {
        **os.environ, **environment, "DIEUHANH_HOME": str(home), "PYTHONPATH": str(source / "src"),
        "LOGNAME": "keeper", "DIEUHANH_SECRET_KEY": "made for this run alone",
    }  # fmt: skip

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "dieuhanh.config.command", *words]
        return subprocess.run(
            command, cwd=source, env=environment, capture_output=True, text=True, check=True
        ).stdout

    run("demo", "--no-serve")
    run("assess", "ca-mau-2021", "--freeze", "--as-known-on", DAYS[0])
    boards: dict[str, object] = {}
    for day in DAYS:
        told = json.loads(run("assess", "ca-mau-2021", "--json", "--as-known-on", day))
        boards[day] = [{name: verdict[name] for name in LASTING} for verdict in told["verdicts"]]
    return boards


def dump(address: str) -> str:
    """The PostgreSQL database as statements any client can send."""
    told = subprocess.run(
        ["pg_dump", "--inserts", "--rows-per-insert=200", "--no-owner", "--no-privileges", address],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    kept = (line for line in told.splitlines() if not line.startswith("\\"))
    assert urlsplit(address).scheme.startswith("postgres")
    return "\n".join(kept)


def keep(name: str, text: str) -> None:
    """Pack it, the same bytes for the same text."""
    packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    (HERE / f"books-0.1.0.{name}.sql.gz").write_bytes(packed)


if __name__ == "__main__":
    main(*sys.argv[1:])
