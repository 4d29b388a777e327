"""Many hands at the register's numbers, on both databases: no number twice, none lost, none skipped."""

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

from tests.documents.issuing_at_once import HANDS
from tests.house.books import Books

ROOT = Path(__file__).resolve().parents[2]
NAME = f"dieuhanh_numbers_{os.getpid()}"  # two suites may use one server


def hands(books: Books, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.documents.issuing_at_once", what],
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


def next_numbers(books: Books) -> None:
    """Each got one; together they are one run without a gap."""
    after = hands(books, "next")
    got = sorted(int(said.removeprefix("done ")) for said in after["told"])
    assert got == list(range(got[0], got[0] + HANDS)), after
    assert after["states"] == ["issued"] * HANDS
    assert len(set(after["numbers"])) == len(after["numbers"])
    assert after["issued"] == after["registered"] == len(after["numbers"])


def same_number(books: Books) -> None:
    after = hands(books, "same-number")
    assert after["told"].count("done 500") == 1, after
    assert after["told"].count("paper.number_taken") == HANDS - 1
    assert after["states"].count("approved") == HANDS - 1


def same_paper(books: Books) -> None:
    after = hands(books, "same-paper")
    assert sum(said.startswith("done") for said in after["told"]) == 1, after
    assert after["told"].count("paper.ended") == HANDS - 1
    assert after["states"] == ["issued"]


def approving(books: Books) -> None:
    """One decision is taken; whoever was late is told so, and nothing is decided twice."""
    after = hands(books, "approving")
    allowed = {"done None", "paper.wrong_step"}
    assert set(after["told"]) <= allowed, after
    assert after["states"][0] in {"draft", "approved"}
    # An approval may still be returned, so at most two decisions follow one another.
    assert 1 <= after["told"].count("done None") <= 2


def writing(books: Books) -> None:
    after = hands(books, "writing")
    assert after["told"].count("done 2") == 1, after
    assert after["told"].count("paper.newer") == HANDS - 1


CHECKS = [next_numbers, same_number, same_paper, approving, writing]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
