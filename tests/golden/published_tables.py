"""The published tables of examples/tallies/, with what our engine says of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dieuhanh.domain.conventions import Convention
from dieuhanh.domain.tallies import PublishedTally
from dieuhanh.domain.verdicts import Outcome, published_outcome
from dieuhanh.exchange.judge_cases import Case
from dieuhanh.exchange.judge_files import judge_case, read_cases

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "tallies"


class Row(NamedTuple):
    """One counted target: its case, its raw line, its outcome, what was published of it."""

    table: str
    line: dict[str, str]
    case: Case
    outcome: Outcome
    published: Outcome | None

    @property
    def has_actual(self) -> bool:
        """A number of its own; a composite's numbers are its parts'."""
        return bool(self.line["actual"])

    @property
    def is_composite(self) -> bool:
        """Judged from its parts."""
        return self.line["comparator"] == "composite"


def tables() -> list[str]:
    """The tables' names, oldest plan first."""
    return sorted(path.stem for path in FOLDER.glob("vn-*.csv"))


def rows(convention: Convention, names: list[str] | None = None) -> Iterator[Row]:
    """Every counted target of the tables, judged under a convention."""
    for table in names or tables():
        path = FOLDER / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            lines = {line["no"]: line for line in csv.DictReader(file)}
        for case in read_cases(path):
            line = lines[str(case.id)]
            if line["counts"] == "1":
                outcome = judge_case(case, convention)
                yield Row(table, line, case, outcome, published_outcome(case.label))


def published_tallies() -> dict[str, PublishedTally]:
    """What each publisher printed."""
    with (FOLDER / "tallies.csv").open(encoding="utf-8", newline="") as file:
        return {
            line["id"]: PublishedTally(
                int(line["met"]),
                int(line["total"]),
                int(line["exceeded"]) if line["exceeded"] else None,
            )
            for line in csv.DictReader(file)
        }
