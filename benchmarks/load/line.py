"""A browser's line to the server, as thin as can be: one connection, HTTP/1.1, cookies of one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

FORGERY = "a" * 32


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Line:
    """One signed-in officer's connection; opened when needed, given up when it breaks.

    `live`: it asks as the scripts of a live page do, for parts.
    """

    def __init__(self, port: int, session: str, *, live: bool = False) -> None:
        self.port = port
        self.asks_for = ["HX-Request: true"] if live else []
        self.cookies = f"sessionid={session}; csrftoken={FORGERY}"
        self.pair: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """GET a page."""
        return await self._ask("GET", path, b"", "")

    async def post_json(self, path: str, told: Any) -> Answer:
        """POST as a script does."""
        return await self._ask("POST", path, json.dumps(told).encode(), "application/json")

    async def post_form(self, path: str, told: Mapping[str, str]) -> Answer:
        """POST as a form does."""
        kind = "application/x-www-form-urlencoded"
        return await self._ask("POST", path, urlencode(told).encode(), kind)

    async def _ask(self, method: str, path: str, body: bytes, kind: str) -> Answer:
        try:
            return await self._told(method, path, body, kind)
        except (OSError, EOFError, ValueError):
            self.hang_up()
            raise ConnectionError(path) from None

    async def _told(self, method: str, path: str, body: bytes, kind: str) -> Answer:
        if self.pair is None:
            self.pair = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.pair
        head = [
            f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: {self.cookies}",
            f"X-CSRFToken: {FORGERY}", f"Content-Length: {len(body)}",
        ]  # fmt: skip
        head += [f"Content-Type: {kind}"] if kind else []
        head += self.asks_for
        writer.write("\r\n".join([*head, "", ""]).encode() + body)
        await writer.drain()
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines if line)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        if "content-length" not in headers:  # told in chunks, as only a fault outside all pages is
            self.hang_up()
            return Answer(int(first.split()[1]), headers, b"")
        content = await reader.readexactly(int(headers["content-length"]))
        return Answer(int(first.split()[1]), headers, content)

    def hang_up(self) -> None:
        """Let the connection go."""
        if self.pair is not None:
            self.pair[1].close()
            self.pair = None
