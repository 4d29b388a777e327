"""An archive that is cut short, altered, swollen, or of a newer release changes nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.archives import Archive, ArchiveWriter
from tests.house.books import Books
from tests.keeping.looking import BOTH, boards

Members = dict[str, bytes]
Emptied = Callable[[str], Books]
FIGURES = "tables/reports.figure.jsonl"
ENTRIES = "tables/audit.entry.jsonl"


@pytest.fixture(scope="module")
def members(example_books: Books, tmp_path_factory: pytest.TempPathFactory) -> Members:
    """The members of the example's backup."""
    path = tmp_path_factory.mktemp("archive") / "a.zip"
    assert example_books.run("backup", str(path)).code == 0
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, members: Members) -> Path:
    """These members as an archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def retold(members: Members, **facts: Any) -> Members:
    """The members with a manifest made to fit them, as a forger would."""
    manifest = {**json.loads(members["manifest.json"]), **facts}
    for member in manifest["members"]:
        content = members[member["name"]]
        member |= {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        if member["rows"] is not None:
            member["rows"] = content.count(b"\n") - 1
    return {**members, "manifest.json": json.dumps(manifest).encode()}


def swapped(members: Members, name: str, old: bytes, new: bytes) -> Members:
    assert old in members[name]
    return {**members, name: members[name].replace(old, new, 1)}


def without(members: Members, name: str) -> Members:
    return {each: content for each, content in members.items() if each != name}


ALTERED: dict[str, tuple[Callable[[Members], Members], str]] = {
    "a figure": (lambda m: swapped(m, FIGURES, b"5851", b"9999"), FIGURES),
    "a line less": (lambda m: {**m, FIGURES: m[FIGURES][:-2]}, FIGURES),
    "a table less": (lambda m: without(m, FIGURES), FIGURES),
    "a file more": (lambda m: {**m, "files/../../x": b"x"}, "files/../../x"),
    "no manifest": (lambda m: without(m, "manifest.json"), "chưa ghi xong"),
    "a broken manifest": (lambda m: {**m, "manifest.json": b"{"}, "manifest.json"),
    "another format": (lambda m: retold(m, format=99), "99"),
    "another product": (lambda m: retold(m, product="khac"), "Không phải bản sao lưu"),
    "a newer release": (
        lambda m: retold(
            m,
            version="9.9",
            migrations=[*json.loads(m["manifest.json"])["migrations"], ["reports", "9999_later"]],
        ),
        "9.9",
    ),
    "the record, by a forger": (
        lambda m: retold(swapped(m, ENTRIES, b"figures.imported", b"figures.imborted")),
        "không còn như lúc sao lưu",
    ),
    "a plan for no area, by a forger": (
        lambda m: retold(
            {
                **m,
                "tables/bodies.area.jsonl": m["tables/bodies.area.jsonl"].split(b"\n", 1)[0]
                + b"\n",
            }
        ),
        "không khớp nhau",
    ),
    "a number that is none, by a forger": (
        lambda m: retold(swapped(m, FIGURES, b'"5851"', b'"58x1"')),
        FIGURES,
    ),
    "columns, by a forger": (
        lambda m: retold(swapped(m, FIGURES, b'"quote"', b'"quite"')),
        FIGURES,
    ),
}


@pytest.mark.parametrize("kind", BOTH)
def test_an_altered_archive_changes_nothing(
    members: Members, example_books: Books, without_books: Emptied, tmp_path: Path, kind: str
) -> None:
    """Refused in words whatever was altered; the untouched archive is then taken in that place."""
    books = without_books(kind)
    for number, how in enumerate(ALTERED):
        alter, told = ALTERED[how]
        altered = packed(tmp_path / f"altered-{number}.zip", alter(members))
        said = books.run("restore", str(altered))
        assert said.code == 2, f"{how}: {said.err}"
        assert told in said.err, how
        assert not (books.home / "dieuhanh.toml").exists()
        assert not list(books.home.glob("files*/*"))
    assert books.run("restore", str(packed(tmp_path / "whole.zip", members))).code == 0
    assert boards(books) == boards(example_books)


def test_a_forger_is_stopped_by_the_checksum_the_backup_told(
    members: Members, example_books: Books, without_books: Emptied, tmp_path: Path
) -> None:
    """A manifest made to fit hides a changed figure from all but who kept the checksum."""
    told = hashlib.sha256(members["manifest.json"]).hexdigest()
    forged = packed(
        tmp_path / "forged.zip", retold(swapped(members, FIGURES, b'"5851"', b'"9999"'))
    )
    books = without_books("sqlite")
    said = books.run("restore", str(forged), "--checksum", told)
    assert said.code == 2
    assert "bản sao lưu khác" in said.err
    whole = packed(tmp_path / "whole.zip", members)
    assert books.run("restore", str(whole), "--checksum", told.upper()).code == 0
    assert boards(books) == boards(example_books)


@pytest.mark.parametrize("cut", [1, 200, 5000])
def test_a_backup_cut_short_is_no_backup(members: Members, tmp_path: Path, cut: int) -> None:
    path = packed(tmp_path / "a.zip", members)
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(BadInput, match=r"archive\.no_archive"):
        Archive(path)


def flipped(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_one_bit_of_any_member_is_seen(members: Members, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", members)
    with zipfile.ZipFile(path) as archive:
        middles = [
            info.header_offset + 30 + len(info.filename) + info.compress_size // 2
            for info in archive.infolist()
        ]
    for at in middles:
        flipped(path, at)
        with pytest.raises(BadInput, match="archive"), Archive(path) as archive_:
            archive_.check()
        flipped(path, at)


def test_one_bit_anywhere_is_seen_or_changes_nothing(members: Members, tmp_path: Path) -> None:
    """A bit of the container that nobody reads, such as a member's hour, is no alteration."""
    path = packed(tmp_path / "a.zip", members)
    size = path.stat().st_size
    for at in range(7, size, size // 200):
        flipped(path, at)
        try:
            with Archive(path) as archive:
                archive.check()
                read = {name: b"".join(archive.chunks(name)) for name in archive.members}
        except BadInput:
            pass
        else:
            assert read == {name: members[name] for name in archive.members}, at
            assert archive.members.keys() | {"manifest.json"} == members.keys()
        flipped(path, at)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A hundred megabytes of nothing pack to a hundred kilobytes."""
    path = tmp_path / "bomb.zip"
    with path.open("w+b") as stream:
        writer = ArchiveWriter(stream)
        with writer.member("files/" + "0" * 64) as sink:
            for _ in range(100):
                sink.write(bytes(1024 * 1024))
        writer.finish({})
    assert path.stat().st_size < 200_000
    with pytest.raises(BadInput, match=r"archive\.bomb"), Archive(path) as archive:
        archive.check()


def test_a_member_larger_than_its_manifest_says_is_refused(tmp_path: Path) -> None:
    manifest = {"format": 1, "members": [{"name": "x", "size": 3, "sha256": "", "rows": None}]}
    members = {"x": bytes(10_000_000), "manifest.json": json.dumps(manifest).encode()}
    with (
        pytest.raises(BadInput, match=r"archive\.altered"),
        Archive(packed(tmp_path / "a.zip", members)) as archive,
    ):
        archive.check()


def test_an_archive_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with path.open("w+b") as stream:
        writer = ArchiveWriter(stream)
        with writer.member("tables/a.jsonl") as sink:
            sink.write('["x","Cà Mau"]\n'.encode())
            sink.write(b"[1,null]\n")
            sink.rows = 1
        checksum = writer.finish({"version": "1"})
    with Archive(path) as archive:
        archive.check()
        assert archive.checksum == checksum
        assert archive.facts["version"] == "1"
        assert list(archive.lines("tables/a.jsonl")) == [["x", "Cà Mau"], [1, None]]
