"""A fixed number of desks at which requests are served: each a thread with its own connection.

Left to itself Django gives every request under ASGI a thread of its own, so a database connection
of its own: at reporting hour four hundred, more than PostgreSQL takes, all after SQLite's one
write lock; and it crosses between loop and thread half a dozen times a request. Here whoever
comes waits, in order and in memory, for a free desk, and is served there in one go.
"""

from __future__ import annotations

import asyncio
import contextvars
import signal
import tempfile
import threading
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import IO, Any

from django.core import signals
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler
from django.http import HttpResponseBadRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_resolver, set_script_prefix

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]

DESKS = 8
IN_MEMORY = 256 * 1024
LARGEST_BODY = 64 * 1024 * 1024
LONGEST_SEND = 30.0


class DeskHandler(BaseHandler):
    """The ASGI application: takes the whole request in first, so that a slow line holds no desk."""

    def __init__(self, count: int = DESKS) -> None:
        super().__init__()
        self.load_middleware(is_async=False)
        get_resolver().url_patterns  # noqa: B018 - the pages are read now, not in the first hour
        self.streams: set[asyncio.Future[None]] = set()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.free: asyncio.Queue[ThreadPoolExecutor] = asyncio.Queue()
        for number in range(count):
            desk = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"desk-{number}")
            self.free.put_nowait(desk)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            raise ValueError(scope["type"])
        if self.loop is None:
            self._begin()
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
            if not await _take_in(body, receive):
                await _tell(send, 413, [(b"connection", b"close")], b"413")
                return
            desk = await self.free.get()
            try:
                response, content = await _at(desk, self._respond, scope, body)
                if isinstance(response, StreamingHttpResponse) and not response.is_async:
                    await _hand_over(desk, response, send)
                    return
            finally:
                self.free.put_nowait(desk)
        if isinstance(response, StreamingHttpResponse):
            await self._stream(response, receive, send)
        else:
            await _tell(send, response.status_code, _head(response), content)

    def _begin(self) -> None:
        """Once in the loop that serves: from now on streams are ended when the server is told to
        stop, which would else wait for them, while whatever else is asked is answered."""
        self.loop = asyncio.get_running_loop()
        if threading.current_thread() is threading.main_thread():
            for told in (signal.SIGINT, signal.SIGTERM):
                _before(told, self.end_streams)

    def end_streams(self) -> None:
        """End every stream in good order; its reader comes back to whoever serves then."""
        if self.loop is not None and not self.loop.is_closed():
            for stream in tuple(self.streams):
                self.loop.call_soon_threadsafe(stream.cancel)

    def _respond(self, scope: dict[str, Any], body: IO[bytes]) -> tuple[HttpResponseBase, bytes]:
        """In the desk's thread: the response, finished unless it streams."""
        set_script_prefix(str(scope.get("root_path", "")) or "/")
        signals.request_started.send(sender=type(self), scope=scope)
        try:
            request = ASGIRequest(scope, body)
        except UnicodeDecodeError:
            return HttpResponseBadRequest(), b""
        response = self.get_response(request)
        response._handler_class = type(self)  # type: ignore[attr-defined] # noqa: SLF001 - as every handler does
        if isinstance(response, StreamingHttpResponse):
            return response, b""
        content: bytes = response.content  # type: ignore[attr-defined] # all but streams have it
        response.close()
        return response, content

    async def _stream(self, response: StreamingHttpResponse, receive: Receive, send: Send) -> None:
        """A stream made by the loop: no desk is held while it lasts, and it ends with its reader."""
        await send({"type": "http.response.start", "status": response.status_code,
                    "headers": _head(response)})  # fmt: skip
        sending = asyncio.ensure_future(_send_parts(response, send))
        leaving = asyncio.ensure_future(_until_gone(receive))
        self.streams.add(sending)
        try:
            await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
            if sending.cancelled():
                await send({"type": "http.response.body", "body": b""})
            elif sending.done():
                sending.result()
        finally:
            self.streams.discard(sending)
            sending.cancel()
            leaving.cancel()
            await asyncio.gather(sending, leaving, return_exceptions=True)
            desk = await self.free.get()
            try:
                await _at(desk, response.close)
            finally:
                self.free.put_nowait(desk)


def _before(told: signal.Signals, work: Callable[[], None]) -> None:
    """Have something done before whatever answers a signal now."""
    held = signal.getsignal(told)
    if not callable(held):
        return

    def both(number: int, frame: FrameType | None) -> None:
        work()
        held(number, frame)

    signal.signal(told, both)


async def _send_parts(response: StreamingHttpResponse, send: Send) -> None:
    """Every part as it is made. A reader that takes none for long is let go, unfinished."""
    parts = aiter(response)
    try:
        async for part in parts:
            async with asyncio.timeout(LONGEST_SEND):
                await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    except TimeoutError:
        return
    finally:
        await parts.aclose()  # type: ignore[attr-defined] # it is a generator


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _at(desk: ThreadPoolExecutor, work: Callable[..., Any], *told: Any) -> Any:
    """Have the desk do something, in a context of its own."""
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(desk, context.run, work, *told)


async def _hand_over(desk: ThreadPoolExecutor, response: StreamingHttpResponse, send: Send) -> None:
    """A stream that must be read in a thread, such as a file."""
    await send({"type": "http.response.start", "status": response.status_code,
                "headers": _head(response)})  # fmt: skip
    parts = iter(response)
    try:
        while (part := await _at(desk, next, parts, None)) is not None:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    finally:
        await _at(desk, response.close)


async def _take_in(body: IO[bytes], receive: Receive) -> bool:
    """Read the request's body to its end; False when it is too long to be taken."""
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > LARGEST_BODY:
            return False
        body.write(chunk)
        more = message.get("more_body", False)
    body.seek(0)
    return True


async def _tell(send: Send, status: int, head: list[tuple[bytes, bytes]], content: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": content})


def _head(response: HttpResponseBase) -> list[tuple[bytes, bytes]]:
    told = [(name.encode("latin-1"), text.encode("latin-1")) for name, text in response.items()]
    cookies = (cookie.OutputString() for cookie in response.cookies.values())
    return told + [(b"set-cookie", cookie.encode("latin-1")) for cookie in cookies]
