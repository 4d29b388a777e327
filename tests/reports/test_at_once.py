"""Two approvers at once, one form posted twice: one outcome, and one clear word for the others."""

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
NAME = f"dieuhanh_at_once_{os.getpid()}"  # two suites may use one server


def hands(books: Books, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.reports.at_once", what],
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


def one_of_them(told: list[str], done: str, other: str) -> None:
    assert told.count(done) == 1, told
    assert told.count(other) == HANDS - 1, told


def approving(books: Books) -> None:
    after = hands(books, "approve")
    one_of_them(after["told"], "done 4", "decision.approved_already")
    assert (after["figures"], after["steps"]) == (4, 2)


def filing(books: Books) -> None:
    after = hands(books, "file")
    assert after["told"].count("filing.already_filed") == HANDS - 1, after
    assert after["filings"] == 1


def filing_with_a_key(books: Books) -> None:
    after = hands(books, "file-with-key")
    assert len(set(after["told"])) == 1, after
    assert after["told"][0].startswith("done")
    assert after["filings"] == 1


def correcting(books: Books) -> None:
    after = hands(books, "correct")
    one_of_them(after["told"], "done corrected", "correction.not_standing")
    assert after["figures"] == 5


@pytest.mark.parametrize("check", [approving, filing, filing_with_a_key, correcting])
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", [approving, filing, filing_with_a_key, correcting])
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
