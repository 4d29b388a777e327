"""Installations to keep: one with the example, empty ones on either database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from tests.house.books import Books

Emptied = Callable[[str], Books]


@pytest.fixture(scope="session")
def example_books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """The example in the embedded database. Tests read it and leave it as it is."""
    return Books(tmp_path_factory.mktemp("example")).demo()


@pytest.fixture
def new_database(postgres_server: str) -> Iterator[Callable[[], str]]:
    """Makes PostgreSQL databases, dropped afterwards; gives their addresses."""
    made: list[sql.Identifier] = []
    with psycopg.connect(postgres_server, autocommit=True) as server:

        def make() -> str:
            name = f"dieuhanh_keep_{uuid4().hex[:12]}"
            made.append(sql.Identifier(name))
            server.execute(sql.SQL("create database {}").format(made[-1]))
            return f"{postgres_server.rsplit('/', 1)[0]}/{name}"

        yield make
        for name in made:
            server.execute(sql.SQL("drop database {} with (force)").format(name))


@pytest.fixture
def without_books(tmp_path: Path, request: pytest.FixtureRequest) -> Emptied:
    """An installation without books on "sqlite" or "postgresql"."""

    def make(kind: str) -> Books:
        home = tmp_path / f"home-{uuid4().hex[:6]}"
        if kind == "sqlite":
            return Books(home)
        return Books(home, DATABASE_URL=request.getfixturevalue("new_database")())

    return make
