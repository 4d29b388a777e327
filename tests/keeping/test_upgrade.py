"""Books of the previous release, made by that release itself, keep every figure in this one."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.house.books import Books
from tests.keeping.looking import BOTH, chain

FOLDER = Path(__file__).resolve().parents[1] / "upgrade"
LASTING = ("no", "verdict", "basis", "plan", "actual", "unit", "plan_ratio_pct")
Rows = dict[str, list[tuple[Any, ...]]]
Emptied = Callable[[str], Books]
SILENT = {"django_migrations", "django_session", "sqlite_sequence"}


def old_books(books: Books, kind: str) -> Books:
    """The old release's database, put into this installation."""
    text = gzip.decompress((FOLDER / f"books-0.1.0.{kind}.sql.gz").read_bytes()).decode()
    books.home.mkdir()
    (books.home / "dieuhanh.toml").write_text('demo = true\ntoday = "2022-01-12"\n', "utf-8")
    if kind == "sqlite":
        with sqlite3.connect(books.home / "dieuhanh.sqlite3") as database:
            database.executescript(text)
    else:
        with psycopg.connect(books.environment["DATABASE_URL"]) as database:
            database.execute(text)  # type: ignore[call-overload] # our own fixture
    return books


def every_row(books: Books, names: Rows | None = None) -> Rows:
    """Every row of every table by its first columns; only those of `names`, where given."""
    address = books.environment.get("DATABASE_URL")
    if address:
        with psycopg.connect(address) as server:
            return _rows(lambda text: server.execute(text).fetchall(), POSTGRES_COLUMNS, names)
    with sqlite3.connect(books.home / "dieuhanh.sqlite3") as file:
        return _rows(lambda text: file.execute(text).fetchall(), SQLITE_COLUMNS, names)


SQLITE_COLUMNS = (
    "select m.name, p.name from sqlite_master m join pragma_table_info(m.name) p"
    " where m.type = 'table'"
)
POSTGRES_COLUMNS = (
    "select table_name, column_name from information_schema.columns where table_schema = 'public'"
)


def _rows(ask: Callable[[Any], list[Any]], columns: str, names: Rows | None) -> Rows:
    held: dict[str, list[str]] = {}
    for table, column in ask(columns):
        held.setdefault(table, []).append(column)
    found: Rows = {}
    for table, its in sorted(held.items()):
        if table in SILENT or (names is not None and table not in names):
            continue
        wanted = sorted(its) if names is None else [str(c) for c in names[table][0]]
        chosen = sql.SQL(", ").join(map(sql.Identifier, wanted)).as_string()
        rows = ask(f'select {chosen} from "{table}"')  # noqa: S608 - names from the catalogue
        found[table] = [tuple(wanted), *sorted(map(repr, rows))]
    return found


@pytest.mark.parametrize("kind", BOTH)
def test_an_upgrade_keeps_every_figure(without_books: Emptied, kind: str) -> None:
    books = old_books(without_books(kind), kind)
    before = every_row(books)
    assert len(before["reports_figure"]) > 400
    refused = books.run("assess", "ca-mau-2021")
    assert refused.code == 2
    assert "dieuhanh upgrade" in refused.err
    said = books.run("upgrade", "--lang", "en")
    assert said.code == 0, said.err
    after = every_row(books, before)
    for table, rows in before.items():
        grown = {"audit_entry", "audit_seal", "django_content_type", "auth_permission"}
        assert set(rows) <= set(after[table]), table
        assert table in grown or len(rows) == len(after[table]), table
    held_boards(books)
    assert chain(books)["sound"] is True
    assert chain(books)["altered_assessments"] == []
    again = books.run("upgrade", "--lang", "en")
    assert "already" in again.out


def held_boards(books: Books) -> None:
    """What the old release said of every target, said again."""
    for day, verdicts in json.loads((FOLDER / "boards.json").read_text("utf-8")).items():
        told = books.run("assess", "ca-mau-2021", "--json", "--as-known-on", day).json
        assert [{name: v[name] for name in LASTING} for v in told["verdicts"]] == verdicts


@pytest.mark.parametrize("to", BOTH)
def test_a_backup_of_the_old_books_restores_into_the_new(
    without_books: Emptied, tmp_path: Path, to: str
) -> None:
    """The copy an upgrade puts aside is no dead end: it restores, and is upgraded, in one go."""
    books = old_books(without_books("sqlite"), "sqlite")
    figures = len(every_row(books)["reports_figure"])
    assert books.run("backup", str(tmp_path / "old.zip")).code == 0
    second = without_books(to)
    said = second.run("restore", str(tmp_path / "old.zip"))
    assert said.code == 0, said.err
    assert len(every_row(second)["reports_figure"]) == figures
    held_boards(second)
    assert chain(second)["sound"] is True


def test_the_copy_put_aside_is_whole(without_books: Emptied) -> None:
    books = old_books(without_books("sqlite"), "sqlite")
    before = every_row(books)
    assert books.run("upgrade").code == 0
    (aside,) = (books.home / "backups").iterdir()
    other = without_books("sqlite")
    assert other.run("restore", str(aside)).code == 0
    assert every_row(other, before)["reports_figure"] == before["reports_figure"]


def test_books_of_a_newer_release_are_left_alone(without_books: Emptied) -> None:
    books = without_books("sqlite").demo()
    with sqlite3.connect(books.home / "dieuhanh.sqlite3") as database:
        database.execute(
            "insert into django_migrations (app, name, applied)"
            " values ('reports', '9999_later', '2030-01-01')"
        )
    for words in (("assess", "ca-mau-2021"), ("upgrade",), ("demo", "--no-serve")):
        said = books.run(*words)
        assert said.code == 2
        assert "reports.9999_later" in said.err
