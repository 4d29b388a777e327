"""Many at once, at a real server with two processes: once a key, walks that hold, a feed without gaps."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

import dieuhanh
from benchmarks.load.database import Postgres
from benchmarks.load.server import Installation

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
BATCHES, SIZE = 12, 40


class Door:
    """The API of a running installation, and what its planner may send."""

    def __init__(self, there: Installation, told: dict[str, Any]) -> None:
        self.there = there
        self.told = told
        self.sent = 0
        self.client = httpx.Client(
            base_url=f"{there.url}/api/v1", timeout=60,
            headers={"Authorization": f"Bearer {told['token']}"},
        )  # fmt: skip

    def close(self) -> None:
        """Hang up."""
        self.client.close()

    def batch(self, value: str) -> list[dict[str, str]]:
        """Figures nobody has sent before."""
        officers = [self.told["officers"][n % len(self.told["officers"])] for n in range(SIZE)]
        return [
            {
                "indicator": self.told["rows"][n % 30], "area_code": officer["code"], "unit": "hộ",
                "source": officer["body"], "period": "2021-05", "value": f"{value}.{n}",
                "status": "estimated", "known_from": "2022-01-05",
            }
            for n, officer in enumerate(officers)
        ]  # fmt: skip

    def send(self, figures: list[dict[str, str]], key: str) -> httpx.Response:
        """POST them."""
        return self.client.post("/figures", json=figures, headers={"Idempotency-Key": key})

    def walk(self, pause: float = 0.0) -> list[int]:
        """The ids of a whole walk through the figures of that period."""
        found, cursor = [], ""
        while cursor is not None:
            time.sleep(pause)
            asked = {"period": "2021-05", "limit": 25, "cursor": cursor}
            page = self.client.get("/figures", params=asked).raise_for_status().json()
            found += [each["id"] for each in page["items"]]
            cursor = page["next"]
        return found


@pytest.fixture(scope="module", params=KINDS)
def door(request: pytest.FixtureRequest) -> Iterator[Door]:
    """A server of two processes on either database."""
    database = Postgres() if request.param == "postgres" else None
    there = Installation(database.address if database else "")
    try:
        told = there.script("benchmarks.load.prepare", "12", "1")
        there.serve(2)
        with closing(Door(there, told)) as made:
            yield made
    finally:
        there.remove()
        if database:
            database.stop()


def test_the_same_key_at_the_same_moment_is_taken_once(door: Door) -> None:
    before, figures = len(door.walk()), door.batch("1")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: door.send(figures, "cùng lúc".encode().hex()), range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert [answer.json() for answer in answers] == [{"added": SIZE, "same": 0}] * 8
    replayed = sorted(answer.headers["Idempotency-Replayed"] for answer in answers)
    assert replayed == ["false", *["true"] * 7]
    assert len(door.walk()) == before + SIZE


def test_a_walk_holds_while_figures_are_appended(door: Door) -> None:
    before = door.walk()
    with ThreadPoolExecutor(4) as pool:
        sending = [pool.submit(door.send, door.batch(f"2{n}"), f"walk-{n}") for n in range(BATCHES)]
        walks = [door.walk(pause=0.02) for _ in range(2)]
        assert {each.result().status_code for each in sending} == {201}
    for walk in walks:
        assert len(walk) == len(set(walk))
        assert walk[: len(before)] == before
    after = door.walk()
    assert len(after) == len(before) + BATCHES * SIZE


def test_the_feed_misses_nothing_written_together(door: Door) -> None:
    first = door.client.get("/changes", params={"after": 0}).json()
    while first["more"]:
        first = door.client.get("/changes", params={"after": first["until"]}).json()
    start, wanted = first["until"], BATCHES * SIZE
    numbers: list[int] = []
    taken = 0
    with ThreadPoolExecutor(4) as pool:
        sending = [pool.submit(door.send, door.batch(f"3{n}"), f"feed-{n}") for n in range(BATCHES)]
        until, patience = start, time.monotonic() + 60
        while taken < wanted and time.monotonic() < patience:
            page = door.client.get("/changes", params={"after": until}).json()
            numbers += [line["number"] for line in page["items"]]
            taken += sum(line["figures"] for line in page["items"] if line["number"] > start)
            until = page["until"]
            time.sleep(0.1)
        assert {each.result().status_code for each in sending} == {201}
    assert numbers == sorted(set(numbers))
    assert taken >= wanted


def test_two_hundred_at_once_wait_their_turn(door: Door) -> None:
    with ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(lambda _: door.client.get("/me").status_code, range(200)))
    assert answers == [200] * 200


def test_a_file_comes_whole_and_a_body_without_end_is_refused(door: Door) -> None:
    from dieuhanh.config.desks import LARGEST_BODY  # noqa: PLC0415

    kept = Path(dieuhanh.__file__).parent / "ui" / "static" / "ui" / "tokens.css"
    assert httpx.get(f"{door.there.url}/static/ui/tokens.css").content == kept.read_bytes()

    def endless() -> Iterator[bytes]:
        for _ in range(LARGEST_BODY // 2**20 + 2):
            yield b" " * 2**20

    try:
        answer = door.client.post("/figures", content=endless())
    except httpx.TransportError:
        return  # the server hung up before all of it was sent
    assert answer.status_code == 413
