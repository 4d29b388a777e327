"""A backup of books that are being written: one moment of them, and nobody waits."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.books import Books
from tests.keeping.looking import BOTH

Emptied = Callable[[str], Books]
# Each user made is one row here and one line in the record, in one transaction.
WRITING = """
import sys, time
from pathlib import Path
from dieuhanh.config.commands.frame import at_machine, start
start()
from dieuhanh.people.actions import create_user
stop, longest, made, end = Path(sys.argv[1]), 0.0, 0, time.monotonic() + 300
print("writing", flush=True)
while not stop.exists() and time.monotonic() < end:
    begun = time.monotonic()
    create_user(by=at_machine(), username=f"u{made}", full_name="x")
    longest, made = max(longest, time.monotonic() - begun), made + 1
print(made, longest)
"""
SLOWLY = """
import sys, time
from pathlib import Path
from dieuhanh.config.commands.frame import at_machine, start
start()
from dieuhanh.config.keeping.backing_up import back_up
back_up(Path(sys.argv[1]), by=at_machine(), progress=lambda _name: time.sleep(0.05))
"""


def lines(path: Path, name: str) -> list[list[object]]:
    with zipfile.ZipFile(path) as archive:
        return [json.loads(line) for line in archive.read(f"tables/{name}.jsonl").splitlines()]


@pytest.mark.parametrize("kind", BOTH)
def test_a_backup_is_of_one_moment_and_holds_up_no_writer(
    without_books: Emptied, tmp_path: Path, kind: str
) -> None:
    books = without_books(kind).demo()
    environment = {**books.environment, "DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"}
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(tmp_path / "stop")],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        path = tmp_path / "a.zip"
        begun = time.monotonic()
        subprocess.run([sys.executable, "-c", SLOWLY, str(path)], env=environment, check=True)
        taken = time.monotonic() - begun
        (tmp_path / "stop").touch()
        made, longest = writer.stdout.readline().split()
    users = [row for row in lines(path, "people.user")[1:] if str(row[3]).startswith("u")]
    told = [row for row in lines(path, "audit.entry")[1:] if "user.created" in row]
    seats = len(lines(path, "people.user")) - 1 - len(users)
    assert len(told) == len(users) + seats
    assert 0 < len(users) < int(made)
    # The backup holds its moment for most of its time: had it held writers up, one waited as long.
    assert float(longest) < taken / 2
    second = without_books("sqlite")
    assert second.run("restore", str(path)).code == 0
    assert second.run("verify", "--json").json["sound"] is True
