"""A backup restored is the same installation: board, chain and files, on either database."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dieuhanh.paper.writing.look import TEMPLATES
from tests.house.books import Books
from tests.keeping.looking import BOTH, boards, chain, files

Emptied = Callable[[str], Books]


def backed_up(books: Books, path: Path) -> Any:
    """What the command tells of the backup it made."""
    said = books.run("backup", str(path), "--json")
    assert said.code == 0, said.err
    return said.json


def tables(path: Path) -> dict[str, list[bytes]]:
    """Every line of every table of an archive."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("tables/")]
        return {name: archive.read(name).splitlines() for name in names}


@pytest.mark.parametrize("to", BOTH)
@pytest.mark.parametrize("origin", BOTH)
def test_a_backup_restores_to_the_same_installation(
    example_books: Books, without_books: Emptied, tmp_path: Path, origin: str, to: str
) -> None:
    first = example_books if origin == "sqlite" else without_books(origin).demo()
    told = backed_up(first, tmp_path / "first.zip")
    second = without_books(to)
    said = second.run("restore", str(tmp_path / "first.zip"), "--json")
    assert said.code == 0, said.err
    assert said.json == told
    assert boards(second) == boards(first)
    assert files(second) == files(first) != {}
    again = tmp_path / "second.zip"
    backed_up(second, again)
    was, now = tables(tmp_path / "first.zip"), tables(again)
    assert was.keys() == now.keys()
    grown = {name for name in was if was[name] != now[name]}
    # One line more: that it was restored, from which archive. Nothing else moved.
    assert grown == {"tables/audit.entry.jsonl", "tables/audit.seal.jsonl"}
    assert all(now[name][: len(was[name])] == was[name] for name in grown)
    line = json.loads(now["tables/audit.entry.jsonl"][-1])
    assert "books.restored" in line
    assert told["checksum"] in line
    assert chain(second) == {**chain(second), "sound": True, "unsealed": 0}


@pytest.mark.parametrize("to", BOTH)
def test_the_restored_books_are_worked_on(
    example_books: Books, without_books: Emptied, tmp_path: Path, to: str
) -> None:
    """Rows get numbers of their own: PostgreSQL's counters go on where the archive's ended."""
    backed_up(example_books, tmp_path / "a.zip")
    second = without_books(to)
    assert second.run("restore", str(tmp_path / "a.zip")).code == 0
    frozen = second.run("assess", "ca-mau-2021", "--freeze", "--json")
    assert frozen.code == 0, frozen.err
    assert isinstance(frozen.json["run"], int)
    assert second.run("demo", "--no-serve").code == 0
    assert chain(second)["sound"] is True


def test_a_backup_is_its_owner_s_alone_and_never_written_over(
    example_books: Books, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    told = backed_up(example_books, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert told["sealed"] > 20
    content = path.read_bytes()
    said = example_books.run("backup", str(path))
    assert said.code == 2
    assert "không bao giờ bị ghi đè" in said.err
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_no_key_and_no_session_leaves_the_installation(
    example_books: Books, tmp_path: Path
) -> None:
    backed_up(example_books, tmp_path / "a.zip")
    key = (example_books.home / "secret_key").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert not any("session" in name or "sharedcount" in name for name in names)
        assert not any(key in archive.read(name) for name in names)


def test_books_are_never_restored_over_books(
    example_books: Books, without_books: Emptied, tmp_path: Path
) -> None:
    backed_up(example_books, tmp_path / "a.zip")
    before = chain(example_books)
    said = example_books.run("restore", str(tmp_path / "a.zip"))
    assert said.code == 2
    assert "không khôi phục đè lên" in said.err
    assert chain(example_books) == before


def test_an_installation_that_says_otherwise_of_itself_is_left_alone(
    example_books: Books, without_books: Emptied, tmp_path: Path
) -> None:
    backed_up(example_books, tmp_path / "a.zip")
    second = without_books("sqlite")
    second.home.mkdir()
    about = second.home / "dieuhanh.toml"
    about.write_text('first_plan = "khac"\n', "utf-8")
    said = second.run("restore", str(tmp_path / "a.zip"))
    assert said.code == 2
    assert str(about) in said.err
    about.unlink()
    assert second.run("restore", str(tmp_path / "a.zip")).code == 0
    assert about.read_text("utf-8") == (example_books.home / "dieuhanh.toml").read_text("utf-8")


OWN = """[[follow_up]]
scope = "Cà Mau"
extensions = { most = 2, after_deadline = true }
ladder = [{ days = 1, to = ["head"] }]
citation = "Quy chế làm việc, bản thử"
in_force_from = 2021-01-01
confidence = "high"
source = "bản thử"
"""


def test_the_provinces_own_provisions_go_with_the_books(
    without_books: Emptied, tmp_path: Path
) -> None:
    first, second = without_books("sqlite").demo(), without_books("sqlite")
    own = first.home / "law" / "tasks.toml"
    own.parent.mkdir()
    own.write_text(OWN, "utf-8")
    backed_up(first, tmp_path / "a.zip")
    there = second.home / "law" / "tasks.toml"
    there.parent.mkdir(parents=True)
    there.write_text(OWN + "# khác", "utf-8")
    said = second.run("restore", str(tmp_path / "a.zip"))
    assert (said.code, str(there) in said.err) == (2, True)
    there.unlink()
    assert second.run("restore", str(tmp_path / "a.zip")).code == 0
    assert there.read_text("utf-8") == OWN
    assert "Quy định riêng của tỉnh: tasks.toml: 1" in second.run("doctor").out
    there.write_text(OWN.replace('scope = "Cà Mau"\n', ""), "utf-8")
    broken = second.run("doctor")
    assert (broken.code, "không ghi scope" in broken.out) == (1, True)


def test_the_offices_own_templates_of_papers_go_with_the_books(
    without_books: Emptied, tmp_path: Path
) -> None:
    first, second = without_books("sqlite").demo(), without_books("sqlite")
    look = (TEMPLATES / "van-ban.toml").read_text("utf-8").replace("left = 30", "left = 35")
    own = {"van-ban.toml": look.encode(), "huy-hieu.png": b"\x89PNG"}
    (first.home / "templates").mkdir()
    for name, content in {**own, "Ghi chu.txt": b"no template"}.items():
        (first.home / "templates" / name).write_bytes(content)
    backed_up(first, tmp_path / "a.zip")
    there = second.home / "templates" / "van-ban.toml"
    there.parent.mkdir(parents=True)
    there.write_bytes(look.encode() + b"# another")
    said = second.run("restore", str(tmp_path / "a.zip"))
    assert (said.code, str(there) in said.err) == (2, True)
    there.unlink()
    assert second.run("restore", str(tmp_path / "a.zip")).code == 0
    assert {path.name: path.read_bytes() for path in there.parent.iterdir()} == own


def test_nothing_to_back_up_is_said(without_books: Emptied, tmp_path: Path) -> None:
    said = without_books("sqlite").run("backup", str(tmp_path / "a.zip"))
    assert said.code == 2
    assert not (tmp_path / "a.zip").exists()


def test_a_damaged_paper_is_kept_as_it_is_and_told(without_books: Emptied, tmp_path: Path) -> None:
    books = without_books("sqlite").demo()
    paper = next((books.home / "files").iterdir())
    paper.write_bytes(paper.read_bytes() + b" ")
    said = books.run("backup", str(tmp_path / "a.zip"), "--json")
    assert said.code == 1
    assert said.json["damaged"] == [paper.name]
    second = without_books("sqlite")
    restored = second.run("restore", str(tmp_path / "a.zip"), "--json")
    assert (restored.code, restored.json["damaged"]) == (1, [paper.name])
    assert files(second) == files(books)
