"""Chairs who press in the same moment: one floor, one end, one step on, numbers without a gap."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.house.books import Books
from tests.reports.at_once import HANDS

ROOT = Path(__file__).resolve().parents[2]
NAME = f"dieuhanh_two_chairs_{os.getpid()}"  # two suites may use one server


def hands(books: Books, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.conferences.two_chairs", what],
        cwd=ROOT, env=books.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """An installation on a SQLite file, as served."""
    return Books(tmp_path_factory.mktemp("embedded")).demo()


@pytest.fixture(scope="module")
def on_server(tmp_path_factory: pytest.TempPathFactory, postgres_server: str) -> Iterator[Books]:
    """An installation on PostgreSQL."""
    name = sql.Identifier(NAME)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(sql.SQL("drop database if exists {} with (force)").format(name))
        server.execute(sql.SQL("create database {}").format(name))
        try:
            address = f"{postgres_server.rsplit('/', 1)[0]}/{NAME}"
            yield Books(tmp_path_factory.mktemp("server"), DATABASE_URL=address).demo()
        finally:
            server.execute(sql.SQL("drop database {} with (force)").format(name))


def numbered(after: dict[str, Any]) -> None:
    assert after["numbers"] == list(range(1, len(after["numbers"]) + 1))


def giving(books: Books) -> None:
    after = hands(books, "give")
    assert after["told"].count("floor.taken") == HANDS - 1, after
    assert (after["speaking"], after["kinds"].count("floor.given")) == (1, 1)
    numbered(after)


def ending(books: Books) -> None:
    after = hands(books, "end")
    assert after["told"].count("done ended") == 1, after
    assert after["told"].count("floor.not_speaking") == HANDS - 1, after
    assert (after["speaking"], after["kinds"].count("floor.ended")) == (0, 1)
    numbered(after)


def stepping(books: Books) -> None:
    after = hands(books, "item")
    assert after["told"] == ["done begun"] * HANDS
    assert after["kinds"].count("item.begun") == 1
    numbered(after)


def asking(books: Books) -> None:
    after = hands(books, "ask")
    assert after["told"].count("done asked") == 1, after
    assert after["told"].count("queue.already_waiting") == HANDS - 1, after
    numbered(after)


@pytest.mark.parametrize("check", [giving, ending, stepping, asking])
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", [giving, ending, stepping, asking])
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
