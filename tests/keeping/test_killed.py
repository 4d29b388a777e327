"""A run that is killed in the middle leaves nothing half: no archive, no books."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.books import Books
from tests.keeping.looking import BOTH, files

Emptied = Callable[[str], Books]
# The process ends itself at the place named, as by `kill -9`: nothing after it runs.
DYING = """
import os, sys
from pathlib import Path
from dieuhanh.config.commands.frame import at_machine, start
start()
from dieuhanh.config.keeping import backing_up, restoring
path, place, times = Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
seen = []

def progress(name):
    seen.append(name)
    if seen.count(place) == times:
        os.kill(os.getpid(), 9)

def placed(*files):
    kept(*files)
    os.kill(os.getpid(), 9)

if place == "files moved":
    kept, restoring._place = restoring._place, placed
{"backup": backing_up.back_up, "restore": restoring.restore}[sys.argv[1]](
    path, by=at_machine(), progress=progress
)
"""


def killed(books: Books, command: str, path: Path, place: str, times: int = 1) -> None:
    """Run the verb until it kills itself at a place."""
    environment = {**books.environment, "DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", DYING, command, str(path), place, str(times)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("place", ["audit.entry", "reports.figure", "reports.step"])
def test_a_killed_backup_leaves_no_archive(
    example_books: Books, tmp_path: Path, place: str
) -> None:
    path = tmp_path / "a.zip"
    killed(example_books, "backup", path, place)
    assert [left.name for left in tmp_path.iterdir()] == ["a.zip.partial"]
    said = example_books.run("restore", str(tmp_path / "a.zip.partial"))
    assert said.code == 2
    assert example_books.run("backup", str(path)).code == 0
    assert [left.name for left in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("kind", BOTH)
def test_a_killed_restore_leaves_no_books(
    example_books: Books, without_books: Emptied, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "a.zip"
    assert example_books.run("backup", str(path)).code == 0
    books = without_books(kind)
    books.home.mkdir()
    table = "tables/reports.figure.jsonl"
    # While it is checked, while it is written, and with the files in place but nothing committed.
    for place, times in ((table, 1), (table, 2), ("files moved", 1)):
        killed(books, "restore", path, place, times)
        said = books.run("assess", "ca-mau-2021", "--json")
        assert said.code == 2, said.out
        assert not (books.home / "dieuhanh.toml").exists()
    assert books.run("restore", str(path)).code == 0
    words = ("assess", "ca-mau-2021", "--json")
    assert books.run(*words).json == example_books.run(*words).json
    assert files(books) == files(example_books)
    assert not list(books.home.glob("files.restoring*"))
