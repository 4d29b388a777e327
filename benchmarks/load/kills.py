"""Killing the server and the database while officers hand in, and starting them again."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from .database import Postgres
from .officers import Visit, all_visit
from .server import Installation

WORKERS = os.cpu_count() or 1


async def interrupted(
    there: Installation, told: dict[str, Any], turn: int, over: float, database: Postgres | None
) -> list[Visit]:
    """Let them come; a third of the way kill the server, at two thirds the database (or the server
    again, which is the database where it is a file). Whoever was cut off comes again, same key."""
    visits = asyncio.create_task(all_visit(told, there.port, turn, over, again=True))
    await killed(there, over, database)
    return await visits


async def killed(there: Installation, over: float, database: Postgres | None) -> None:
    """The two kills of so many seconds, while others are at work."""
    await asyncio.sleep(over / 3)
    await asyncio.to_thread(_kill_server, there)
    await asyncio.sleep(over / 3)
    if database is None:
        await asyncio.to_thread(_kill_server, there)
    else:
        await asyncio.to_thread(_kill_database, database)


def _kill_server(there: Installation) -> None:
    there.kill()
    there.serve(WORKERS)


def _kill_database(database: Postgres) -> None:
    database.kill()
    database.start()
