"""Officers at the deadline: each saves a form of thirty figures, hands it in, and reads the answer.

They do what the page does: the save as the sheet's script sends it, the handing-in with the key
of the page, then the page that says the form is safe. The clock runs from the first to the last.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from .line import Line

SAFE = "Biểu đã được nhận an toàn".encode()
PATIENCE = 120.0
AGAIN = 0.4


@dataclass
class Visit:
    """What one officer saw."""

    officer: int
    seconds: float = 0.0
    saved: bool = False
    filed: bool = False
    safe: bool = False
    broken: list[str] = field(default_factory=list)


def text_of(officer: int, row: int, turn: int) -> str:
    """What an officer types in a row: different for everyone, so that a mix-up is seen."""
    return str(turn * 1_000_000 + officer * 100 + row)


async def visit(
    told: dict[str, Any], officer: int, port: int, turn: int, start: float, *, again: bool
) -> Visit:
    """Come at `start`, save, hand in, read. With `again`, a broken line is tried again, same key."""
    await asyncio.sleep(max(0.0, start - time.monotonic()))
    seen, began = Visit(officer), time.monotonic()
    me = told["officers"][officer]
    line = Line(port, me["session"])
    try:
        for step in (_save, _file, _read):
            await _patiently(step, line, told, me, seen, turn, again=again)
    except (ConnectionError, TimeoutError) as error:
        seen.broken.append(f"gave up: {error!r}")
    finally:
        line.hang_up()
    seen.seconds = time.monotonic() - began
    return seen


async def _patiently(
    step: Any, line: Line, told: Any, me: Any, seen: Visit, turn: int, *, again: bool
) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            status = await asyncio.wait_for(step(line, told, me, seen, turn), PATIENCE)
        except (ConnectionError, TimeoutError) as error:
            status = repr(error)
        if status is None:
            return
        seen.broken.append(f"{step.__name__} {status}")
        if not again or time.monotonic() > until:
            raise ConnectionError(status)
        await asyncio.sleep(AGAIN)


async def _save(line: Line, told: Any, me: Any, seen: Visit, turn: int) -> str | None:
    cells = [
        {"id": f"{row}:{me['area']}", "text": text_of(seen.officer, number, turn), "note": "",
         "base": 0}
        for number, row in enumerate(told["rows"])
    ]  # fmt: skip
    sent = {"writer": f"w{seen.officer}", "seen": 0, "cells": cells}
    answer = await line.post_json(f"/bao-cao/{me['owes'][turn]}/luu/", sent)
    seen.saved = answer.status == 200
    return None if seen.saved else f"{answer.status} {answer.body[:200]!r}"


async def _file(line: Line, told: Any, me: Any, seen: Visit, turn: int) -> str | None:  # noqa: ARG001
    key = {"key": f"do-tai-{turn}-{seen.officer}"}
    answer = await line.post_form(f"/bao-cao/{me['owes'][turn]}/nop/", key)
    seen.filed = answer.status == 302
    return None if seen.filed else f"{answer.status} {answer.body[:200]!r}"


async def _read(line: Line, told: Any, me: Any, seen: Visit, turn: int) -> str | None:  # noqa: ARG001
    answer = await line.get(f"/bao-cao/{me['owes'][turn]}/bien-nhan/")
    seen.safe = answer.status == 200 and SAFE in answer.body
    return None if seen.safe else f"{answer.status}, not safe"


async def all_visit(
    told: dict[str, Any], port: int, turn: int, over: float, *, again: bool = False
) -> list[Visit]:
    """Every officer, their arrivals spread evenly over so many seconds."""
    count, start = len(told["officers"]), time.monotonic() + 0.2
    visits = [
        visit(told, number, port, turn, start + over * number / count, again=again)
        for number in range(count)
    ]
    return await asyncio.gather(*visits)


__all__ = ["Visit", "all_visit", "text_of", "visit"]
