"""Archives of an installation's books: a ZIP of tables line by line, files, and a manifest.

The manifest is written last and names every member with its size and SHA-256, so that a truncated,
altered or swollen archive is known before anything of it is used.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Self

from dieuhanh.domain.errors import BadInput, Place

MANIFEST = "manifest.json"
FORMAT = 1
LARGEST_MANIFEST = 16 * 1024 * 1024
LONGEST_LINE = 64 * 1024 * 1024
CHUNK = 1024 * 1024
# Text of tables packs ten to sixty times; a bomb packs a thousand times.
MOST_SWELLING = 250
UNSWOLLEN = 64 * 1024 * 1024
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class Member:
    """One member of an archive as its manifest names it; `rows` of tables alone."""

    name: str
    size: int
    sha256: str
    rows: int | None = None


class Sink:
    """What a member is written to: counts and hashes as it goes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.size = 0
        self.rows: int | None = None

    def write(self, content: bytes) -> None:
        """Add these bytes."""
        self._stream.write(content)
        self._hash.update(content)
        self.size += len(content)

    @property
    def sha256(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()


class ArchiveWriter:
    """Writes members one after another, then the manifest."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._members: list[Member] = []

    @contextmanager
    def member(self, name: str) -> Iterator[Sink]:
        """Open the next member; `sink.rows` may be set before it closes."""
        with self._zip.open(name, "w", force_zip64=True) as stream:
            sink = Sink(stream)
            yield sink
        self._members.append(Member(name, sink.size, sink.sha256, sink.rows))

    def finish(self, facts: Mapping[str, Any]) -> str:
        """Write the manifest and close; returns the archive's checksum: the manifest's SHA-256."""
        told = {"format": FORMAT, **facts, "members": [asdict(each) for each in self._members]}
        content = json.dumps(told, ensure_ascii=False, indent=1).encode()
        self._zip.writestr(MANIFEST, content)
        self._zip.close()
        return hashlib.sha256(content).hexdigest()


class Archive:
    """An archive opened for reading. Nothing in it is believed before `check` has passed."""

    def __init__(self, path: Path) -> None:
        """Raises BadInput("archive.…"), with the file named."""
        self._place = Place(file=path.name)
        self.packed = path.stat().st_size
        try:
            self._zip = zipfile.ZipFile(path)
        except UNREADABLE:
            raise BadInput("archive.no_archive", place=self._place) from None
        content = self._manifest()
        self.checksum = hashlib.sha256(content).hexdigest()
        self.facts, self.members = self._read(content)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    @property
    def unpacked(self) -> int:
        """How many bytes the members say they unpack to."""
        return sum(member.size for member in self.members.values())

    def under(self, folder: str) -> list[Member]:
        """The members below a folder of the archive."""
        return [m for name, m in self.members.items() if name.startswith(f"{folder}/")]

    def check(self, progress: Any = lambda _name: None) -> None:
        """Read every member once, whole, and hold it to the manifest. Raises BadInput."""
        self._check_names()
        if self.unpacked > UNSWOLLEN and self.unpacked > MOST_SWELLING * self.packed:
            raise self.fault("archive.bomb", size=self.unpacked, packed=self.packed)
        for name in self.members:
            progress(name)
            for _chunk in self.chunks(name):
                pass

    def chunks(self, name: str) -> Iterator[bytes]:
        """A member's bytes; raises BadInput where they are not those of the manifest."""
        member, seen, read = self.members[name], hashlib.sha256(), 0
        with self._open(name) as stream:
            while chunk := self._some(stream, name, CHUNK):
                seen.update(chunk)
                read += len(chunk)
                if read > member.size:
                    raise self.fault("archive.altered", member=name)
                yield chunk
        if read != member.size or seen.hexdigest() != member.sha256:
            raise self.fault("archive.altered", member=name)

    def lines(self, name: str) -> Iterator[Any]:
        """A table's lines, each a JSON value."""
        rest = b""
        for chunk in self.chunks(name):
            *whole, rest = (rest + chunk).split(b"\n")
            if len(rest) > LONGEST_LINE:
                raise self.fault("archive.altered", member=name)
            for line in whole:
                yield self._value(line, name)
        if rest:
            raise self.fault("archive.altered", member=name)

    def fault(self, code: str, **values: Any) -> BadInput:
        """What is wrong with it, located."""
        return BadInput(code, place=self._place, **values)

    def _manifest(self) -> bytes:
        try:
            info = self._zip.getinfo(MANIFEST)
        except KeyError:
            raise self.fault("archive.no_archive") from None
        if info.file_size > LARGEST_MANIFEST:
            raise self.fault("archive.bomb", size=info.file_size, packed=self.packed)
        with self._open(MANIFEST) as stream:
            return self._some(stream, MANIFEST, LARGEST_MANIFEST)

    def _read(self, content: bytes) -> tuple[dict[str, Any], dict[str, Member]]:
        try:
            facts = json.loads(content)
            number = facts["format"]
            if number != FORMAT:
                raise self.fault("archive.format", format=number)
            members = {told["name"]: Member(**told) for told in facts.pop("members")}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise self.fault("archive.altered", member=MANIFEST) from None
        return facts, members

    def _check_names(self) -> None:
        held = Counter(self._zip.namelist())
        told = Counter([MANIFEST, *self.members])
        for name in {name for name in held | told if held[name] != told[name]}:
            raise self.fault("archive.altered", member=name)
        for name, member in self.members.items():
            if self._zip.getinfo(name).file_size != member.size:
                raise self.fault("archive.altered", member=name)

    def _value(self, line: bytes, name: str) -> Any:
        try:
            return json.loads(line)
        except ValueError:
            raise self.fault("archive.altered", member=name) from None

    def _open(self, name: str) -> IO[bytes]:
        try:
            return self._zip.open(name)
        except UNREADABLE:
            raise self.fault("archive.altered", member=name) from None

    def _some(self, stream: IO[bytes], name: str, most: int) -> bytes:
        try:
            return stream.read(most)
        except UNREADABLE:
            raise self.fault("archive.altered", member=name) from None


__all__ = ["Archive", "ArchiveWriter", "Member", "Sink"]
