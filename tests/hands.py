"""Many hands in the same moment, on either database.

A module of hands is a program: `python -m tests.tasks.at_once decide` runs on an installation with
the example and prints what each hand got and what is in the books afterwards. Its test runs it with
`hands_of` and checks that; `tests/conftest.py` gives it an installation of each kind.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.house.books import Books

ROOT = Path(__file__).resolve().parents[1]
HANDS = 6
Hands = Callable[..., dict[str, Any]]


def hands_of(module: str) -> Hands:
    """Runs a module of hands on an installation: what it printed."""

    def run(books: Books, *words: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=ROOT, env=books.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    return run


def set_up() -> None:
    """Django, as a served installation has it: before anything of it is imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")
    import django  # noqa: PLC0415

    django.setup()


def tell(outcome: Callable[..., dict[str, Any]]) -> None:
    """The program of a module of hands: its words from the command line, its outcome printed."""
    set_up()
    sys.stdout.write(json.dumps(outcome(*sys.argv[1:]), ensure_ascii=False))


def at_once(works: Sequence[Callable[[], object]]) -> list[str]:
    """Do all works, each in a thread that starts with the others; each one's outcome as a word."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    from dieuhanh.domain.errors import DieuHanhError  # noqa: PLC0415

    start, told = threading.Barrier(len(works)), [""] * len(works)

    def run(hand: int) -> None:
        start.wait()
        try:
            told[hand] = f"done {works[hand]()}"
        except DieuHanhError as fault:
            told[hand] = fault.code
        except Exception as fault:  # noqa: BLE001 - told to the test, which expects none
            told[hand] = repr(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(hand,)) for hand in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def six_hands(work: Callable[[int], object]) -> list[str]:
    """One work by several hands, each told its number; their outcomes in order of words."""
    return sorted(at_once([partial(work, hand) for hand in range(HANDS)]))


@contextmanager
def on_postgresql(server: str, home: Path) -> Iterator[Books]:
    """An installation with the example in a database of its own, dropped afterwards."""
    name = f"dieuhanh_hands_{os.getpid()}"  # two suites may use one server
    known = sql.Identifier(name)
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(sql.SQL("drop database if exists {} with (force)").format(known))
        there.execute(sql.SQL("create database {}").format(known))
        try:
            yield Books(home, DATABASE_URL=f"{server.rsplit('/', 1)[0]}/{name}").demo()
        finally:
            there.execute(sql.SQL("drop database {} with (force)").format(known))
