"""Fan-out inside one process: order, what was missed, slow pages let go, presence as deltas."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from dieuhanh.conferences.jobs.channel import KEPT, MOST_UNSENT, Channel, Listener, frame


def listener(site: int | None = 1) -> Listener:
    return Listener(site, session="s", user=1, until=0)


def event(number: int, kind: str = "turn.set") -> dict[str, Any]:
    return {"number": number, "kind": kind, "data": {}, "at": ""}


def told(part: bytes) -> list[tuple[str, dict[str, Any]]]:
    """The events of what was sent: kind and data."""
    found = []
    for block in part.decode().strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((lines["event"], json.loads(lines["data"])))
    return found


def taken(page: Listener) -> list[tuple[str, dict[str, Any]]]:
    async def take() -> bytes:
        return await asyncio.wait_for(page.take(), 1)

    part = asyncio.run(take())
    return told(part) if part else []


def numbers(page: Listener) -> list[int]:
    return [data["number"] for kind, data in taken(page) if kind == "room"]


def test_a_page_is_told_where_the_room_stands_then_each_change_once() -> None:
    channel, page = Channel(4), listener()
    channel.join(page, 4, {"now": "x"})
    channel.tell([event(5), event(6)])
    kinds = taken(page)
    assert kinds[0] == (
        "hello",
        {"now": "x", "number": 4, "sites": {}, "connected": 0, "people": 0},
    )
    assert [data["number"] for _, data in kinds[1:]] == [5, 6]


def test_who_comes_back_is_told_what_it_missed() -> None:
    channel = Channel(0)
    channel.tell([event(number) for number in range(1, 11)])
    page = listener()
    channel.join(page, 7, {})
    assert numbers(page) == [8, 9, 10]


def test_what_is_no_longer_kept_shows_in_the_hello() -> None:
    channel = Channel(0)
    channel.tell([event(number) for number in range(1, KEPT + 11)])
    page = listener()
    channel.join(page, 3, {})
    sent = taken(page)
    first = next(data["number"] for kind, data in sent if kind == "room")
    assert first == 11, "a gap the page sees, and fetches"
    assert sent[-1][1]["number"] == KEPT + 10


def test_a_slow_page_is_let_go_and_holds_nobody_up() -> None:
    channel, slow, quick = Channel(0), listener(), listener(2)
    channel.join(slow, 0, {})
    channel.join(quick, 0, {})
    for number in range(1, MOST_UNSENT + 2):
        channel.tell([event(number)])
        if number % 10 == 0:
            taken(quick)
    assert slow.over
    assert slow not in channel.listeners
    assert taken(slow) == [], "it asks again after the last number it saw"
    assert quick in channel.listeners
    assert channel.pages() == {2: 1}


def test_presence_is_told_as_what_changed() -> None:
    channel, page = Channel(0), listener()
    channel.join(page, 0, {})
    channel.see({1: 1, 2: 3}, 40)
    channel.see({1: 1, 2: 3}, 40)
    channel.see({1: 2}, 40)
    channel.see({1: 2}, 45)
    assert [data for kind, data in taken(page) if kind == "presence"] == [
        {"sites": {"1": 1, "2": 3}, "connected": 2, "people": 40},
        {"sites": {"1": 2, "2": 0}, "connected": 1, "people": 40},
        {"sites": {}, "connected": 1, "people": 45},
    ]
    late = listener()
    channel.join(late, 0, {})
    assert taken(late)[0][1]["sites"] == {"1": 2}


def test_whoever_only_watches_is_nobodys_presence() -> None:
    channel = Channel(0)
    for site in (1, 1, None, 2):
        channel.join(listener(site), 0, {})
    assert channel.pages() == {1: 2, 2: 1}


def test_a_waiting_page_is_woken() -> None:
    async def play() -> bytes:
        page = listener()
        waiting = asyncio.create_task(page.take())
        await asyncio.sleep(0)
        page.put(b"x")
        return await asyncio.wait_for(waiting, 1)

    assert asyncio.run(play()) == b"x"


@pytest.mark.parametrize("text", ["a\nb", "Hội nghị", "</script>", "\r\n\r\ndata: x"])
def test_no_text_breaks_out_of_its_event(text: str) -> None:
    part = frame("room", {"text": text}, 1)
    assert part.count(b"\n\n") == 1
    assert b"\r" not in part
    assert told(part) == [("room", {"text": text})]
