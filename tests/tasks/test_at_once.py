"""Several people act on one task at once: one step is taken, and the others read whose it was."""

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
NAME = f"dieuhanh_tasks_at_once_{os.getpid()}"


def hands(books: Books, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.tasks.at_once", what],
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


def deciding(books: Books) -> None:
    after = hands(books, "decide")
    assert after["told"].count("done decided") == 1, after
    assert after["told"].count("task.changed") == HANDS - 1, after
    assert after["steps"] == after["revision"] == 4


def granting(books: Books) -> None:
    after = hands(books, "grant")
    assert after["told"].count("done granted") == 1, after
    assert after["extensions"] == 1


def assigning(books: Books) -> None:
    after = hands(books, "assign")
    assert len(set(after["told"])) == HANDS, after
    assert all(told.startswith("done nv-2022-") for told in after["told"]), after


def recurring(books: Books) -> None:
    after = hands(books, "occur")
    assert set(after["told"]) == {"done kept"}, after
    assert after["periods"] == ["2022-03", "2022-04", "2022-05"]


CHECKS = [deciding, granting, assigning, recurring]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
