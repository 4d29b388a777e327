"""Streams made by the loop: they hold no desk, and end with their reader or with the server."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

import pytest
from django.http import StreamingHttpResponse

from dieuhanh.config import desks
from dieuhanh.config.desks import DeskHandler

Message = Mapping[str, Any]


class Line:
    """One streamed answer: what was sent, and whether its maker was let go."""

    def __init__(self, send: Callable[[], Awaitable[None]] | None = None) -> None:
        self.sent: list[Message] = []
        self.ended = False
        self.gone = asyncio.Event()
        self.more = asyncio.Event()
        self.slow = send

    async def parts(self) -> AsyncIterator[bytes]:
        try:
            yield b"one"
            await self.more.wait()
            yield b"two"
        finally:
            self.ended = True

    async def receive(self) -> Message:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if self.slow and message["type"] == "http.response.body":
            await self.slow()
        self.sent.append(message)

    def bodies(self) -> list[tuple[bytes, bool]]:
        found = [each for each in self.sent if each["type"] == "http.response.body"]
        return [(each["body"], each.get("more_body", False)) for each in found]

    def run(self, handler: DeskHandler) -> asyncio.Task[None]:
        answer = StreamingHttpResponse(self.parts())
        return asyncio.create_task(handler._stream(answer, self.receive, self.send))


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0.005)


def play(story: Callable[[DeskHandler], Awaitable[None]]) -> None:
    async def run() -> None:
        await asyncio.wait_for(story(DeskHandler(1)), 10)

    asyncio.run(run())


def test_every_part_is_sent_at_once_and_no_desk_is_held() -> None:
    async def story(handler: DeskHandler) -> None:
        line = Line()
        task = line.run(handler)
        await settled()
        assert line.bodies() == [(b"one", True)]
        assert handler.free.qsize() == 1
        line.more.set()
        await task
        assert line.bodies() == [(b"one", True), (b"two", True), (b"", False)]

    play(story)


def test_a_stream_ends_when_its_reader_leaves() -> None:
    async def story(handler: DeskHandler) -> None:
        line = Line()
        task = line.run(handler)
        await settled()
        line.gone.set()
        await task
        await settled()
        assert line.ended
        assert handler.free.qsize() == 1

    play(story)


def test_a_reader_who_takes_nothing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "LONGEST_SEND", 0.05)

    async def story(handler: DeskHandler) -> None:
        line = Line(asyncio.Event().wait)  # type: ignore[arg-type]
        await line.run(handler)
        await settled()
        assert line.ended
        assert line.bodies() == []

    play(story)


def test_a_server_that_stops_ends_the_answer_in_good_order() -> None:
    async def story(handler: DeskHandler) -> None:
        handler.loop = asyncio.get_running_loop()
        line = Line()
        task = line.run(handler)
        await settled()
        handler.end_streams()
        await task
        await settled()
        assert line.ended
        assert line.bodies()[-1] == (b"", False)
        assert handler.streams == set()

    play(story)


def test_a_signal_ends_streams_before_the_server_hears_of_it() -> None:
    told: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda *_: told.append("server"))
    try:
        desks._before(signal.SIGTERM, lambda: told.append("streams"))
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == ["streams", "server"]


def test_a_fault_of_the_stream_is_not_hidden() -> None:
    async def faulty() -> AsyncIterator[bytes]:
        yield b"one"
        raise ValueError("broken")

    async def story(handler: DeskHandler) -> None:
        line = Line()
        with pytest.raises(ValueError, match="broken"):
            await handler._stream(StreamingHttpResponse(faulty()), line.receive, line.send)

    play(story)
