"""kill -9 while people vote: what was acknowledged is counted, once. On both databases."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from benchmarks.load.database import Postgres, programs
from benchmarks.load.kills import killed
from benchmarks.load.server import Installation
from benchmarks.voters.pressing import Pressed, all_press, wanted
from benchmarks.votes import counted_by_chair

VOTERS = 24
OVER = 3.0


async def pressed_under_kills(
    there: Installation, told: dict[str, Any], opened: dict[str, Any], database: Postgres | None
) -> list[Pressed]:
    """Electors press while all is killed under them; who was cut off presses again."""
    presses = asyncio.create_task(all_press(told, opened, there.port, OVER, again=True))
    await killed(there, OVER, database)
    return await presses


def check_nothing_lost(there: Installation, database: Postgres | None) -> None:
    told = there.script("benchmarks.voters.prepare", str(VOTERS))
    there.serve(2)
    for mode in ("named", "secret"):
        opened = there.script("benchmarks.voters.opened", told["conference"], mode)
        presses = asyncio.run(pressed_under_kills(there, told, opened, database))
        assert [each for each in presses if each.seconds is None] == []
        assert any(each.broken for each in presses), "nobody noticed: the kill came too late"
        asyncio.run(counted_by_chair(there, told, opened["ballot"]))
        books = there.script("benchmarks.voters.counted", str(opened["ballot"]))
        assert books["counts"] == wanted(VOTERS), mode
        assert books["rows"] == (VOTERS if mode == "named" else 0)
        assert books["record_sound"] is True
    assert list((there.home / "urn-keys").iterdir()) == []


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
