"""One watch per process and conference: it polls the room's log for all its open pages at once.

The database is asked from one thread with one connection, so that neither the event loop waits
for it nor an open page costs a connection. See docs/explanation/adr/0019-live-by-polling-the-log.md.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import socket
import time
import weakref
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from dieuhanh.people.queries import signed_out

from ..actions.presence import keep_presence
from ..queries.events import told_after
from ..queries.live import Present, presence_of
from .channel import Channel, Listener, frame

log = logging.getLogger(__name__)
T = TypeVar("T")
TICK, AGAIN_AFTER = 0.1, 1.0
PRESENCE_EVERY, RENEW_EVERY, BEAT_EVERY, CHECK_EVERY = 2.0, 10.0, 15.0, 30.0
LIFE, SPREAD = 600.0, 120.0
MOST_AT_ONCE = 200
COMES_BACK = (500, 2500)
"""Within how many milliseconds a dropped page comes back: spread, so that not all do at once."""


class Watch:
    """The watch over one conference, at work while it has pages."""

    def __init__(self, conference: int, number: int, hub: Hub) -> None:
        self.conference, self.hub = conference, hub
        self.channel = Channel(number)
        self._written: dict[int, int] = {}
        self._due = dict.fromkeys(("presence", "renew", "beat", "check"), 0.0)

    async def run(self) -> None:
        """Until the last page has gone. What fails once is told to the log and tried again."""
        try:
            while self.channel.listeners:
                try:
                    await self._round()
                except Exception:  # a watch that dies would silence every page for good
                    log.exception("room %s", self.conference)
                    await self.hub.ask(_hang_up)
                    await asyncio.sleep(AGAIN_AFTER)
                await asyncio.sleep(TICK)
        finally:
            self.hub.watches.pop(self.conference, None)
            await self._leave()

    async def _round(self) -> None:
        channel = self.channel
        events = await self.hub.ask(told_after, self.conference, channel.number, MOST_AT_ONCE)
        channel.tell(events)
        if self._is_due("presence", PRESENCE_EVERY):
            present = await self.hub.ask(self._presence, dict(channel.pages()))
            channel.see(present.pages, present.people)
        if self._is_due("check", CHECK_EVERY):
            sessions = {each.session: each.user for each in channel.listeners}
            gone = await self.hub.ask(signed_out, sessions)
            self._end(lambda each: each.session in gone)
        if self._is_due("beat", BEAT_EVERY):
            now = time.monotonic()
            self._end(lambda each: each.until < now)
            channel.say(frame("beat", {"number": channel.number, "now": _now()}))

    def _end(self, which: Callable[[Listener], bool]) -> None:
        """Let pages go; whoever still may comes back through the door."""
        for listener in [each for each in self.channel.listeners if which(each)]:
            listener.end()
            self.channel.leave(listener)

    def _presence(self, pages: dict[int, int]) -> Present:
        """In the thread: write what changed here, read what is everywhere."""
        at, held = timezone.now(), self._written
        changed = {
            s: pages.get(s, 0) for s in pages.keys() | held.keys() if pages.get(s) != held.get(s)
        }
        renew = self._is_due("renew", RENEW_EVERY)
        if changed or renew:
            keep_presence(
                conference=self.conference, process=self.hub.process, changed=changed, at=at,
                renew=renew,
            )  # fmt: skip
            self._written = pages
        return presence_of(self.conference, at=at)

    async def _leave(self) -> None:
        changed = dict.fromkeys(self._written, 0)
        try:
            await self.hub.ask(
                lambda: keep_presence(
                    conference=self.conference, process=self.hub.process, changed=changed,
                    at=timezone.now(), renew=False,
                )
            )  # fmt: skip
            if not self.hub.watches:
                await self.hub.ask(_hang_up)
        except Exception:  # the rows age out by themselves
            log.exception("room %s", self.conference)

    def _is_due(self, what: str, every: float) -> bool:
        now = time.monotonic()
        if now < self._due[what]:
            return False
        self._due[what] = now + every
        return True


class Hub:
    """The watches of one process, and the one thread that asks the database for them."""

    def __init__(self) -> None:
        self.process = f"{socket.gethostname()[:16]}:{os.getpid()}:{uuid4().hex[:8]}"
        self.watches: dict[int, Watch] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="room")

    async def ask(self, work: Callable[..., T], *told: Any) -> T:
        """Have the thread do something with the database."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *told)

    def watch(self, conference: int, number: int) -> Watch:
        """The watch over a conference; if there is none it is begun, to look after `number`.

        It ends when it finds no page: join its channel before the loop gets its next turn.
        """
        found = self.watches.get(conference)
        if found is None:
            found = self.watches[conference] = Watch(conference, number, self)
            task = asyncio.get_running_loop().create_task(found.run())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return found


_hubs: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = weakref.WeakKeyDictionary()


def hub() -> Hub:
    """This event loop's: one a process."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]


async def listen(
    *,
    conference: int,
    number: int,
    after: int,
    missed: Sequence[dict[str, Any]],
    site: int | None,
    session: str,
    user: int,
) -> AsyncIterator[bytes]:
    """What an open page is sent: what it missed, where the room stands, then each change.

    `missed` was read of the log after `after`, as the room stood at `number`.
    """
    life = LIFE + random.uniform(0, SPREAD)  # noqa: S311 - only spreads the load
    yield b"retry: %d\n\n" % random.randint(*COMES_BACK)  # noqa: S311 - the same
    if missed:
        yield b"".join(frame("room", each, each["number"]) for each in missed)
        after = missed[-1]["number"]
    listener = Listener(site, session=session, user=user, until=time.monotonic() + life)
    channel = hub().watch(conference, number).channel
    channel.join(listener, after, {"now": _now()})
    try:
        while part := await listener.take():
            yield part
    finally:
        channel.leave(listener)


def _hang_up() -> None:
    """In the thread: close its own connection, which the next question opens again."""
    connection.close()


def _now() -> str:
    return timezone.now().isoformat()


__all__ = ["Hub", "Watch", "hub", "listen"]
