"""Work of many threads of one process, written together: one transaction, one wait for the disk.

Whoever comes while another writes waits, and the next to write takes along all who wait. Each
gets its own answer, and only once what it asked for is committed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")


class _Waiting(Generic[Asked, Told]):
    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.told: list[Told] = []
        self.fault: BaseException | None = None


class Together(Generic[Asked, Told]):
    """Gathers what threads ask for and has `write` do it, some at a time.

    `write` answers each in order; where it raises, all it was given get that fault.

    >>> sums = Together(lambda numbers: [number * 2 for number in numbers])
    >>> sums.do(4)
    8
    """

    def __init__(self, write: Callable[[Sequence[Asked]], Sequence[Told]]) -> None:
        self._write = write
        self._gathering = threading.Lock()
        self._writing = threading.Lock()
        self._waiting: list[_Waiting[Asked, Told]] = []

    def do(self, asked: Asked) -> Told:
        """Have it written, and what came of it. Raises what `write` raised."""
        own: _Waiting[Asked, Told] = _Waiting(asked)
        with self._gathering:
            self._waiting.append(own)
        with self._writing:
            if not own.told and own.fault is None:
                self._write_all()
        if own.fault is not None:
            raise own.fault
        return own.told[0]

    def _write_all(self) -> None:
        with self._gathering:
            batch, self._waiting = self._waiting, []
        try:
            for each, told in zip(batch, self._write([e.asked for e in batch]), strict=True):
                each.told.append(told)
        except BaseException as fault:  # noqa: BLE001 - each of them is told in its own thread
            for each in batch:
                each.fault = fault


__all__ = ["Together"]
