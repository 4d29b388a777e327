"""kill -9 in the middle: what was acknowledged is there, once, as it was typed. On both databases."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from benchmarks.deadline import counted, prepared
from benchmarks.load.database import Postgres, programs
from benchmarks.load.kills import interrupted
from benchmarks.load.officers import all_visit
from benchmarks.load.server import Installation

OFFICERS = 24
OVER = 3.0


def held(there: Installation, turn: int) -> dict[str, Any]:
    """What the books hold, without what is as it should be."""
    books = counted(there, turn)
    assert books.pop("record_sound") is True
    assert books.pop("lines_of_filing") == books.pop("filings")
    return books


def check_nothing_lost(there: Installation, database: Postgres | None) -> None:
    """Officers hand in while all is killed under them; then the same once more in peace."""
    told = prepared(there, OFFICERS, 2)
    there.serve(2)
    visits = asyncio.run(interrupted(there, told, 0, OVER, database))
    assert [visit.officer for visit in visits if not visit.safe] == []
    assert any(visit.broken for visit in visits), "nobody noticed: the kill came too early or late"
    nothing = {"missing": [], "doubled": [], "not_submitted": [], "other_figures": []}
    assert held(there, 0) == nothing
    visits = asyncio.run(all_visit(told, there.port, 1, 0.2))
    assert [visit.broken for visit in visits if visit.broken] == []
    assert held(there, 1) == nothing


def test_killed_on_sqlite() -> None:
    there = Installation()
    try:
        check_nothing_lost(there, None)
    finally:
        there.remove()


@pytest.mark.postgres
def test_killed_on_postgresql(postgres_server: str) -> None:
    assert programs() is not None, "the server of the tests runs, so its programs are here"
    database = Postgres()
    try:
        there = Installation(database.address)
        try:
            check_nothing_lost(there, database)
        finally:
            there.remove()
    finally:
        database.stop()
