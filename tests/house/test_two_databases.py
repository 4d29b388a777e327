"""SQLite and PostgreSQL give the same board, to the letter, and the same sound record."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.house.books import Books

NAME = f"dieuhanh_two_databases_{os.getpid()}"  # two suites may use one server
BY_DATABASE = {"id", "run"}


def without_ids(shape: Any) -> Any:
    """The shape without the numbers each database gives its own rows."""
    if isinstance(shape, dict):
        return {k: without_ids(v) for k, v in shape.items() if k not in BY_DATABASE}
    return [without_ids(each) for each in shape] if isinstance(shape, list) else shape


@pytest.mark.postgres
def test_both_databases_say_the_same(books: Books, postgres_server: str, tmp_path: Path) -> None:
    name = sql.Identifier(NAME)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(sql.SQL("drop database if exists {}").format(name))
        server.execute(sql.SQL("create database {}").format(name))
        try:
            address = f"{postgres_server.rsplit('/', 1)[0]}/{NAME}"
            other = Books(tmp_path, DATABASE_URL=address).demo().demo()
            for day in ("2021-12-31", "2022-01-12"):
                words = ("assess", "ca-mau-2021", "--as-known-on", day, "--json")
                assert without_ids(other.run(*words).json) == without_ids(books.run(*words).json)
            words = ("export", "areas", "ca-mau-2021", "--no", "3", "--format", "json")
            assert other.run(*words).json == books.run(*words).json
            assert other.run("verify", "--json").json["sound"] is True
            assert not (tmp_path / "dieuhanh.sqlite3").exists()
        finally:
            server.execute(sql.SQL("drop database {} with (force)").format(name))
