"""The watch over a room: one for all its pages, told of faults, gone with the last page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest

from dieuhanh.conferences.jobs import watch as watching
from dieuhanh.conferences.jobs.watch import hub, listen
from dieuhanh.conferences.queries.live import Present
from tests.conferences.test_channel import event, told

ROOM = 7


class Books:
    """The log, the presence and the sessions, as the watch asks for them in its thread."""

    def __init__(self) -> None:
        self.log: list[dict[str, Any]] = []
        self.asked = 0
        self.faults = 0
        self.written: list[dict[int, int]] = []
        self.held: dict[int, int] = {}
        self.out: set[str] = set()

    def told_after(self, conference: int, number: int, most: int) -> list[dict[str, Any]]:
        assert conference == ROOM
        self.asked += 1
        if self.faults:
            self.faults -= 1
            raise ConnectionError("the database is away")
        return [each for each in self.log if each["number"] > number][:most]

    def keep_presence(self, *, changed: Mapping[int, int], **_more: object) -> None:
        if changed:
            self.written.append(dict(changed))
        self.held = {s: n for s, n in {**self.held, **changed}.items() if n}

    def presence_of(self, _conference: int, **_more: object) -> Present:
        return Present(dict(self.held), 10 * len(self.held))

    def signed_out(self, sessions: Mapping[str, int]) -> set[str]:
        return self.out & sessions.keys()


@pytest.fixture
def books(monkeypatch: pytest.MonkeyPatch) -> Books:
    made = Books()
    for name in ("told_after", "keep_presence", "presence_of", "signed_out"):
        monkeypatch.setattr(watching, name, getattr(made, name))
    monkeypatch.setattr(watching, "_hang_up", lambda: None)
    for name in ("TICK", "PRESENCE_EVERY", "CHECK_EVERY", "BEAT_EVERY", "AGAIN_AFTER"):
        monkeypatch.setattr(watching, name, 0.01)
    return made


class Reader:
    """One open page: what it was sent so far."""

    def __init__(self, session: str, site: int | None, **asked: Any) -> None:
        told_more = {"number": 0, "after": 0, "missed": [], **asked}
        self.parts = listen(conference=ROOM, site=site, session=session, user=1, **told_more)
        self.text = b""
        self.over = False
        self.task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for part in self.parts:
            self.text += part
        self.over = True

    def events(self) -> list[tuple[str, dict[str, Any]]]:
        _retry, _, rest = self.text.partition(b"\n\n")
        return told(rest) if rest else []

    def numbers(self) -> list[int]:
        return [data["number"] for kind, data in self.events() if kind == "room"]


@asynccontextmanager
async def reading(session: str = "s", site: int | None = 1, **asked: Any) -> AsyncIterator[Reader]:
    made = Reader(session, site, **asked)
    try:
        yield made
    finally:
        made.task.cancel()
        await asyncio.gather(made.task, return_exceptions=True)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - what is waited for is in many places
            await asyncio.sleep(0.01)


def play(story: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(story())  # type: ignore[arg-type]


def test_one_watch_serves_all_pages(books: Books) -> None:
    async def story() -> None:
        async with reading() as one, reading(site=2) as two:
            await until(lambda: len(one.events()) > 0 and len(two.events()) > 0)
            books.log += [event(1), event(2)]
            await until(lambda: one.numbers() == [1, 2] == two.numbers())
            assert len(hub().watches) == 1

    play(story)


def test_what_was_missed_is_sent_first_and_once(books: Books) -> None:
    books.log += [event(number) for number in range(1, 6)]

    async def story() -> None:
        async with reading(number=5, after=2, missed=books.log[2:]) as page:
            await until(lambda: any(kind == "beat" for kind, _ in page.events()))
            assert page.numbers() == [3, 4, 5]
            assert page.text.startswith(b"retry: ")
            books.log.append(event(6))
            await until(lambda: page.numbers() == [3, 4, 5, 6])

    play(story)


def test_presence_is_written_in_batches_and_taken_back(books: Books) -> None:
    async def story() -> None:
        async with reading(site=1) as one, reading(site=1), reading(site=2), reading(site=None):
            await until(lambda: ("presence", {"sites": {"1": 2, "2": 1}, "connected": 2, "people": 20})
                        in one.events())  # fmt: skip
            assert books.written == [{1: 2, 2: 1}]
        await until(lambda: not hub().watches)
        await until(lambda: books.held == {})

    play(story)


def test_a_database_that_is_away_silences_nobody_for_good(books: Books) -> None:
    books.faults = 3

    async def story() -> None:
        async with reading() as page:
            books.log.append(event(1))
            await until(lambda: page.numbers() == [1])
            assert books.faults == 0

    play(story)


def test_who_signed_out_is_let_go(books: Books) -> None:
    async def story() -> None:
        async with reading("stays") as stays, reading("leaves", site=2) as leaves:
            await until(lambda: len(stays.events()) > 0 and len(leaves.events()) > 0)
            books.out.add("leaves")
            await until(lambda: leaves.over)
            assert not stays.over

    play(story)


def test_every_line_comes_back_through_the_door_in_time(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LIFE", 0.05)
    monkeypatch.setattr(watching, "SPREAD", 0.01)

    async def story() -> None:
        async with reading() as page:
            await until(lambda: page.over)
            assert page.events()[0][0] == "hello"

    play(story)


def test_nothing_is_asked_when_nobody_watches(books: Books) -> None:
    async def story() -> None:
        async with reading() as page:
            await until(lambda: len(page.events()) > 0)
        await until(lambda: not hub().watches)
        asked = books.asked
        await asyncio.sleep(0.1)
        assert books.asked == asked
        async with reading() as again:
            await until(lambda: len(again.events()) > 0 and books.asked > asked)

    play(story)
