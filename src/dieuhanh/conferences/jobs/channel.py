"""Fan-out of one conference inside one server process: what happened, to every open page of it.

No database and no web here. Everything runs in the event loop's own thread.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from typing import Any

MOST_UNSENT = 64
KEPT = 512


def frame(event: str, data: Mapping[str, Any], number: int | None = None) -> bytes:
    r"""One server-sent event; with a number, the browser asks on after it when the line drops.

    >>> frame("room", {"kind": "queue.closed"}, 7)
    b'id: 7\nevent: room\ndata: {"kind":"queue.closed"}\n\n'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    head = f"id: {number}\n" if number is not None else ""
    return f"{head}event: {event}\ndata: {text}\n\n".encode()


class Listener:
    """One open page and what it has not been sent yet.

    Bounded: whoever does not keep up is let go, and comes back asking after the last number seen.
    """

    __slots__ = ("_unsent", "_woken", "over", "session", "site", "until", "user")

    def __init__(self, site: int | None, *, session: str, user: int, until: float) -> None:
        self.site, self.session, self.user, self.until = site, session, user, until
        self.over = False
        self._unsent: deque[bytes] = deque()
        self._woken: asyncio.Future[None] | None = None

    def put(self, part: bytes) -> None:
        """Add something to be sent; too much unsent ends the line."""
        if len(self._unsent) >= MOST_UNSENT:
            self.end()
            return
        self._unsent.append(part)
        self._wake()

    def end(self) -> None:
        """Let the page go, with nothing more to send."""
        self.over = True
        self._unsent.clear()
        self._wake()

    async def take(self) -> bytes:
        """All that is unsent, in one piece, once there is some; b"" when the line has ended."""
        while not self._unsent and not self.over:
            self._woken = asyncio.get_running_loop().create_future()
            await self._woken
        parts = b"".join(self._unsent)
        self._unsent.clear()
        return parts

    def _wake(self) -> None:
        if self._woken is not None and not self._woken.done():
            self._woken.set_result(None)


class Channel:
    """The open pages of one conference, its last events, and who is present everywhere."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.listeners: set[Listener] = set()
        self.present: dict[int, int] = {}
        self.people = 0
        self._kept: deque[tuple[int, bytes]] = deque(maxlen=KEPT)

    def join(self, listener: Listener, after: int, hello: Mapping[str, Any]) -> None:
        """Give a page what it missed of what is kept here, where the room stands, then the rest.

        What is no longer kept shows in the number of the hello: the page asks for it by itself.
        """
        if missed := b"".join(part for number, part in self._kept if number > after):
            listener.put(missed)
        sites = {str(site): pages for site, pages in self.present.items()}
        here = {"sites": sites, "connected": len(self.present), "people": self.people}
        listener.put(frame("hello", {**hello, "number": self.number, **here}))
        self.listeners.add(listener)

    def leave(self, listener: Listener) -> None:
        """A page was closed, or its line dropped."""
        self.listeners.discard(listener)

    def tell(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Events in order, each with its `number`, to every page."""
        parts = []
        for event in events:
            part = frame("room", event, event["number"])
            self._kept.append((event["number"], part))
            self.number = event["number"]
            parts.append(part)
        if parts:
            self.say(b"".join(parts))

    def see(self, present: Mapping[int, int], people: int) -> None:
        """Who is present now: only what changed is told, all joins and leaves of a while at once."""
        were = self.present
        changed = {
            str(site): present.get(site, 0)
            for site in present.keys() | were.keys()
            if present.get(site, 0) != were.get(site, 0)
        }
        if changed or people != self.people:
            told = {"sites": changed, "connected": len(present), "people": people}
            self.say(frame("presence", told))
        self.present, self.people = dict(present), people

    def say(self, part: bytes) -> None:
        """The same bytes to every page; those that do not keep up are let go."""
        for listener in tuple(self.listeners):
            listener.put(part)
            if listener.over:
                self.leave(listener)

    def pages(self) -> Counter[int]:
        """Open pages of this process by site; a page that only watches is nobody's presence."""
        return Counter(each.site for each in self.listeners if each.site is not None)


__all__ = ["Channel", "Listener", "frame"]
