"""The container of .xls files and of encrypted workbooks: a small file system in one file.

Only what is needed: the names of its streams, and the content of one of them. Layout after the
published format [MS-CFB]; every chain of sectors is bounded, so that a crafted ring ends.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from dieuhanh.domain.errors import BadInput

MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
END_OF_CHAIN = 0xFFFFFFFA  # this and all above it are no sector
HEADER = 512
ENTRY = 128
STREAM = 2
ROOT = 5
HEADER_FAT_PARTS = 109


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream or storage of the container."""

    name: str
    kind: int
    start: int
    size: int


class Container:
    """An OLE compound file, held in memory. Raises BadInput("workbook.broken") where it is torn."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError, OverflowError) as error:
            raise BadInput("workbook.broken") from error

    def names(self) -> set[str]:
        """Of every stream and storage."""
        return {entry.name for entry in self.entries}

    def stream(self, *names: str) -> bytes | None:
        """The content of the first of these streams that is there."""
        for name in names:
            for entry in self.entries:
                if entry.name == name and entry.kind == STREAM:
                    return self._content(entry)
        return None

    def _open(self, data: bytes) -> None:
        sector_shift, small_shift = struct.unpack_from("<HH", data, 30)
        if sector_shift not in {9, 12} or small_shift != 6:
            raise BadInput("workbook.broken")
        self.data, self.size, self.small = data, 1 << sector_shift, 1 << small_shift
        first_directory, _, self.cutoff, first_small = struct.unpack_from("<IIII", data, 48)
        self.fat = self._fat()
        self.entries = self._directory(self._chain(first_directory))
        small_fat = self._chain(first_small)
        self.small_fat = struct.unpack(f"<{len(small_fat) // 4}I", small_fat)
        root = next((e for e in self.entries if e.kind == ROOT), None)
        self.small_data = self._chain(root.start) if root else b""

    def _fat(self) -> tuple[int, ...]:
        count, (first, parts) = self._word(44), struct.unpack_from("<II", self.data, 68)
        places = list(struct.unpack_from(f"<{HEADER_FAT_PARTS}I", self.data, 76))
        while first < END_OF_CHAIN and parts:
            sector = self._sector(first)
            *more, first = struct.unpack(f"<{len(sector) // 4}I", sector)
            places += more
            parts -= 1
        found = b"".join(self._sector(place) for place in places[:count] if place < END_OF_CHAIN)
        return struct.unpack(f"<{len(found) // 4}I", found)

    def _word(self, at: int) -> int:
        return int(struct.unpack_from("<I", self.data, at)[0])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        sector = self.data[start : start + self.size]
        if start >= len(self.data):
            raise BadInput("workbook.broken")
        return sector.ljust(self.size, b"\0")

    def _chain(self, first: int) -> bytes:
        parts, seen, at = [], 0, first
        while at < END_OF_CHAIN:
            parts.append(self._sector(at))
            at, seen = self.fat[at], seen + 1
            if seen > len(self.fat):
                raise BadInput("workbook.broken")
        return b"".join(parts)

    def _small_chain(self, first: int) -> bytes:
        parts, at = [], first
        while at < END_OF_CHAIN:
            parts.append(self.small_data[at * self.small : (at + 1) * self.small])
            at = self.small_fat[at]
            if len(parts) > len(self.small_fat):
                raise BadInput("workbook.broken")
        return b"".join(parts)

    def _content(self, entry: Entry) -> bytes:
        try:
            whole = entry.size >= self.cutoff
            chain = self._chain(entry.start) if whole else self._small_chain(entry.start)
        except (struct.error, IndexError) as error:
            raise BadInput("workbook.broken") from error
        return chain[: entry.size]

    @staticmethod
    def _directory(content: bytes) -> list[Entry]:
        entries = []
        for at in range(0, len(content) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", content, at + 64)
            if kind and 2 <= length <= 64:
                name = content[at : at + length - 2].decode("utf-16-le", "replace")
                start, size = struct.unpack_from("<II", content, at + 116)
                entries.append(Entry(name, kind, start, size))
        return entries
