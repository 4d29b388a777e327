"""Several who prepare one conference in the same moment: nothing twice, nobody's place taken."""

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
NAME = f"dieuhanh_preparing_at_once_{os.getpid()}"  # two suites may use one server


def hands(books: Books, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.conferences.preparing_at_once", what],
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


def making(books: Books) -> None:
    """Of one name each gets an address of its own."""
    told = hands(books, "make")["told"]
    assert len(set(told)) == HANDS
    assert all(each.startswith("done hoi-nghi-tong-ket") for each in told), told


def inviting(books: Books) -> None:
    after = hands(books, "invite")
    assert sorted(after["told"]) == ["done 0"] * (HANDS - 1) + ["done 10"]
    assert after["invited"] == 10


def laying(books: Books) -> None:
    after = hands(books, "lay")
    assert sorted(after["told"]) == ["done 0"] * (HANDS - 1) + ["done 101"]
    assert after["sites"] == 111


def ordering(books: Books) -> None:
    after = hands(books, "order")
    assert after["told"] == ["done moved"] * HANDS
    assert after["places"] == [1, 2, 3, 4]


def arranging(books: Books) -> None:
    after = hands(books, "arrange")
    assert sorted(after["told"]) == ["done 0"] * (HANDS - 1) + ["done 2"]
    assert after["offices"] == ["Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh", "Giám đốc Sở"]


def noting(books: Books) -> None:
    after = hands(books, "note")
    assert after["told"] == ["done kept"] * HANDS
    assert after["notes"] == 1


CHECKS = [making, inviting, laying, ordering, arranging, noting]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
