"""Thousands of open live pages in one process: plain sockets, so that the client costs little.

Every page keeps the number of the last event it saw and when it saw it. A cut line is opened again
as a browser does, with Last-Event-ID.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

NUMBER = re.compile(rb"^id: (\d+)$", re.MULTILINE)
CONNECTED = re.compile(rb'"connected":(\d+)')
AT_ONCE = 64
LONGEST_OPENING = 300.0


@dataclass
class Page:
    """One open page. `seen` holds when each numbered event came; `open` that its hello has come."""

    session: str
    line: socket.socket | None = None
    rest: bytes = b""
    open: bool = False
    last: int = 0
    connected: int = 0
    seen: dict[int, float] = field(default_factory=dict)
    gaps: int = 0
    lost: int = 0

    def read(self, data: bytes, at: float) -> None:
        """Take what came in: whole events only, the rest is kept."""
        whole, _, self.rest = (self.rest + data).rpartition(b"\n\n")
        for found in NUMBER.findall(whole):
            number = int(found)
            if number <= self.last:
                continue
            if self.last and number != self.last + 1:
                self.gaps += 1
            self.last = number
            self.seen[number] = at
        if told := CONNECTED.findall(whole):
            self.connected = int(told[-1])
        if b"event: hello" in whole:
            self.open = True


class Listeners:
    """All the pages, read by one loop in the caller's own thread."""

    def __init__(self, port: int, code: str, sessions: Iterable[str], after: int) -> None:
        self.port, self.code = port, code
        self.pages = [Page(session, last=after) for session in sessions]
        self.selector = selectors.DefaultSelector()

    def open_all(self, pages: Iterable[Page]) -> float:
        """Open the pages, so many at once as browsers would be waited for; seconds taken."""
        began, waiting = time.monotonic(), list(pages)
        opening: list[Page] = []
        while waiting or opening:
            if time.monotonic() - began > LONGEST_OPENING:
                raise RuntimeError(f"{len(waiting) + len(opening)} pages never opened")
            while waiting and len(opening) < AT_ONCE:
                opening.append(page := waiting.pop())
                self._open(page)
            self.read(0.05)
            for page in [each for each in opening if each.line is None]:
                self._open(page)
            opening = [page for page in opening if not page.open]
        return time.monotonic() - began

    def _open(self, page: Page) -> None:
        line = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        ask = (
            f"GET /hoi-nghi/{self.code}/phong-hop/dong/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Cookie: sessionid={page.session}\r\nLast-Event-ID: {page.last}\r\n\r\n"
        )
        line.sendall(ask.encode())
        line.setblocking(False)
        page.line, page.rest, page.open = line, b"", False
        self.selector.register(line, selectors.EVENT_READ, page)

    def cut(self, pages: Iterable[Page]) -> None:
        """The line of these pages breaks."""
        for page in pages:
            self._close(page)

    def _close(self, page: Page) -> None:
        if page.line is not None:
            self.selector.unregister(page.line)
            page.line.close()
            page.line = None

    def read(self, most: float) -> None:
        """Take in whatever has come, waiting for it no longer than that.

        What came is stamped with the moment it was there, not with that of its being read.
        """
        ready, at = self.selector.select(most), time.monotonic()
        for key, _ in ready:
            page: Page = key.data
            assert page.line is not None
            try:
                data = page.line.recv(65536)
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if data:
                page.read(data, at)
            else:
                page.lost += 1
                self._close(page)

    def until(self, done: Callable[[], bool], most: float) -> bool:
        """Read until something holds; False when it took longer than that."""
        end = time.monotonic() + most
        while not done():
            if time.monotonic() > end:
                return False
            self.read(0.02)
        return True

    def close(self) -> None:
        """Hang up all."""
        self.cut(self.pages)
        self.selector.close()
