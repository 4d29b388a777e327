"""Many hands at one ballot, on both databases: no vote is lost, doubled, or counted after closing."""

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

from tests.conferences.voting_at_once import HANDS, SITES
from tests.house.books import Books

ROOT = Path(__file__).resolve().parents[2]
NAME = f"dieuhanh_votes_{os.getpid()}"  # two suites may use one server
MODES = ("named", "secret")


def hands(books: Books, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.conferences.voting_at_once", *words],
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


def one_elector(books: Books, mode: str) -> None:
    """Six presses of one elector: all answered, one vote; of a secret one nothing was changed."""
    after = hands(books, "same", mode)
    assert all(said.startswith("done") for said in after["told"]), after
    assert after["voted"] == 1
    if mode == "secret":
        assert after["told"].count("done False") == 1, after
    else:
        assert after["rows"] == after["told"].count("done False") <= HANDS


def everybody(books: Books, mode: str) -> None:
    after = hands(books, "many", mode)
    assert after["told"] == ["done False"] * SITES, after
    assert (after["voted"], after["rows"]) == (SITES, SITES if mode == "named" else 0)


def voting_while_counted(books: Books, mode: str) -> None:
    """What was acknowledged is in the count, what came late was told so, and nothing else is."""
    after = hands(books, "closing", mode)
    *votes, count = after["told"]
    assert count == "done closed", after
    taken, late = votes.count("done False"), votes.count("ballot.not_open")
    assert taken + late == len(votes), after
    assert after["counts"] == [3, taken, 0]
    assert after["rows"] == (3 + taken if mode == "named" else 0)


def two_chairs(books: Books, mode: str) -> None:
    after = hands(books, "two-chairs", mode)
    assert after["told"].count("ballot.not_open") == 2, after
    assert after["state"] in {"closed", "void"}


def opening(books: Books, mode: str) -> None:
    after = hands(books, "opening", mode)
    assert after["told"].count("done open") == 1, after
    assert after["told"].count("ballot.one_at_a_time") == HANDS - 1
    assert after["running"] == 1


CHECKS = [one_elector, everybody, voting_while_counted, two_chairs, opening]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any, mode: str) -> None:
    check(embedded, mode)


@pytest.mark.postgres
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any, mode: str) -> None:
    check(on_server, mode)
