"""Backups made while a secret vote runs tell nothing of a choice; restored, the ballot is void."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from tests.house.books import Books

ROOT = Path(__file__).resolve().parents[2]
ITS_OWN = {"tables/audit.entry.jsonl", "tables/audit.seal.jsonl"}
"""A backup leaves its own line in the record."""
TURNOUT = {"tables/conferences.room.jsonl", "tables/conferences.roomevent.jsonl"}
"""How many have voted, told to the room."""
DATABASES = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgres)]


def there(books: Books, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.conferences.voting_there", *words],
        cwd=ROOT, env=books.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def backed_up(books: Books, path: Path) -> dict[str, bytes]:
    assert books.run("backup", str(path)).code == 0
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(archive: dict[str, bytes], table: str) -> list[dict[str, Any]]:
    heads, *lines = map(json.loads, archive[f"tables/{table}.jsonl"].splitlines())
    return [dict(zip(heads, line, strict=True)) for line in lines]


@pytest.fixture
def new_database(postgres_server: str) -> Iterator[str]:
    """A PostgreSQL database of this test's own."""
    name = sql.Identifier(f"dieuhanh_urn_{uuid4().hex[:12]}")
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(sql.SQL("create database {}").format(name))
        yield f"{postgres_server.rsplit('/', 1)[0]}/{name.as_string().strip(chr(34))}"
        server.execute(sql.SQL("drop database {} with (force)").format(name))


@pytest.fixture(params=DATABASES)
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Books:
    """An installation on either database."""
    home = tmp_path / "home"
    if request.param == "sqlite":
        return Books(home).demo()
    return Books(home, DATABASE_URL=request.getfixturevalue("new_database")).demo()


def test_copies_around_each_vote_link_no_voter_to_a_choice(books: Books, tmp_path: Path) -> None:
    key = (books.home / "urn-keys" / there(books, "open")["key"]).read_bytes()
    archives = [backed_up(books, tmp_path / "before.zip")]
    for place, choice in ((4, 0), (1, 2), (5, 0)):
        there(books, "vote", str(place), str(choice))
        archives.append(backed_up(books, tmp_path / f"{place}.zip"))
    for was, now in pairwise(archives):
        changed = {name for name in now if was.get(name) != now[name]} - ITS_OWN
        assert changed - {"manifest.json"} == {"tables/conferences.urn.jsonl", *TURNOUT}
        [before], [after] = rows(was, "conferences.urn"), rows(now, "conferences.urn")
        assert len(before["sealed"]) == len(after["sealed"])
        assert before["sealed"] != after["sealed"]
        assert rows(now, "conferences.roomevent")[-1]["data"].keys() == {"ballot", "voted"}
        new = rows(now, "audit.entry")[len(rows(was, "audit.entry")) :]
        assert {line["verb"] for line in new} == {"books.backed_up"}
    for archive in archives:
        assert not any(key in content for content in archive.values())
        assert not any("urn-keys" in name for name in archive)


def test_restored_the_ballot_is_void_and_says_why(books: Books, tmp_path: Path) -> None:
    there(books, "open")
    for place in range(4):
        there(books, "vote", str(place), "0")
    backed_up(books, tmp_path / "a.zip")
    second = Books(tmp_path / "second")
    assert second.run("restore", str(tmp_path / "a.zip")).code == 0
    held = there(second, "look")
    assert (held["state"], held["note"], held["counts"]) == ("void", "void.restored", None)
    assert second.run("verify").code == 0
    assert there(books, "look")["state"] == "open"


def test_restored_where_the_old_key_still_lies_it_is_void_all_the_same(tmp_path: Path) -> None:
    """Votes cast since the backup would be missing from the urn, and nobody would know."""
    books = Books(tmp_path / "home").demo()
    key = there(books, "open")["key"]
    there(books, "vote", "0", "0")
    backed_up(books, tmp_path / "a.zip")
    there(books, "vote", "1", "1")
    for left in books.home.glob("dieuhanh.sqlite3*"):
        left.unlink()
    assert (books.home / "urn-keys" / key).exists()
    assert books.run("restore", str(tmp_path / "a.zip")).code == 0
    assert there(books, "look")["state"] == "void"
    assert list((books.home / "urn-keys").iterdir()) == []
