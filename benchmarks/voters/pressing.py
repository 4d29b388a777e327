"""Electors press a choice on the live page, as its script sends it; of a secret ballot confirmed."""

from __future__ import annotations

import asyncio
import time
from typing import Any, NamedTuple

from benchmarks.load.line import Line

OPTIONS, TWICE = 3, 10
PATIENCE, AGAIN = 60.0, 0.3


class Pressed(NamedTuple):
    """What became of one elector's press; None seconds: not answered as a vote is."""

    number: int
    seconds: float | None
    broken: int


async def all_press(
    told: dict[str, Any], opened: dict[str, Any], port: int, over: float, *, again: bool = False
) -> list[Pressed]:
    """Every elector once, every tenth twice, their presses spread evenly over so many seconds.

    With `again`, whoever was not answered presses again until they are.
    """
    path = f"/hoi-nghi/{told['conference']}/bieu-quyet/{opened['ballot']}/phieu/"
    start, electors = time.monotonic() + 0.3, sorted(opened["electors"].items())
    presses = [
        _press(
            Line(port, told["keepers"][body], live=True), path, number, elector,
            start + over * number / len(electors), again=again,
        )
        for number, (body, elector) in enumerate(electors)
    ]  # fmt: skip
    return await asyncio.gather(*presses)


def wanted(electors: int) -> list[int]:
    """What the count must be: each elector chooses by their number."""
    counts = [0] * OPTIONS
    for number in range(electors):
        counts[number % OPTIONS] += 1
    return counts


async def _press(
    line: Line, path: str, number: int, elector: int, start: float, *, again: bool
) -> Pressed:
    await asyncio.sleep(max(0.0, start - time.monotonic()))
    told = {"elector": str(elector), "choice": str(number % OPTIONS), "sure": "1"}
    began, broken = time.monotonic(), 0
    while not (well := await _sent(line, path, told)) and again:
        broken += 1
        if time.monotonic() - began > PATIENCE:
            break
        await asyncio.sleep(AGAIN)
    taken = time.monotonic() - began
    if well and number % TWICE == 0:
        well = await _sent(line, path, told)
    line.hang_up()
    return Pressed(number, taken if well else None, broken)


async def _sent(line: Line, path: str, told: dict[str, str]) -> bool:
    try:
        return (await line.post_form(path, told)).status == 200
    except ConnectionError:
        return False


__all__ = ["OPTIONS", "Pressed", "all_press", "wanted"]
