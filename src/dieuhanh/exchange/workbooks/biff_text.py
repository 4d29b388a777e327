"""Texts of an .xls workbook: narrow or wide letters, and shared ones cut across records."""

from __future__ import annotations

import struct

from dieuhanh.domain.errors import BadInput

WIDE, RICH, EXTENDED = 0x01, 0x08, 0x04
RUN = 4  # bytes that tell one change of font inside a text


def short_text(content: bytes, at: int) -> str:
    """A text whose length is one byte."""
    return _letters(content[at + 2 :], content[at], wide=bool(content[at + 1] & WIDE))


def wide_text(content: bytes, at: int) -> str:
    """A text whose length is two bytes."""
    length, flags = struct.unpack_from("<HB", content, at)
    return _letters(content[at + 3 :], length, wide=bool(flags & WIDE))


def _letters(content: bytes, length: int, *, wide: bool) -> str:
    if wide:
        return content[: 2 * length].decode("utf-16-le", "replace")
    return content[:length].decode("latin-1")


def shared_strings(pieces: list[bytes]) -> list[str]:
    """The workbook's shared texts, from their record and those that continue it.

    A text cut by the end of a record goes on in the next after a byte that tells anew whether
    its letters are wide. Raises BadInput("workbook.broken") where a text runs out.
    """
    reader = _Pieces(pieces)
    reader.skip(4)
    (count,) = struct.unpack("<I", reader.take(4))
    texts: list[str] = []
    while len(texts) < count and reader.more():
        texts.append(reader.text())
    return texts


class _Pieces:
    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces, self.piece, self.at = pieces, 0, 0

    def more(self) -> bool:
        """Whether anything is left."""
        self._next()
        return self.piece < len(self.pieces)

    def take(self, size: int) -> bytes:
        """Bytes that may run on into the next record."""
        told = b""
        while len(told) < size:
            self._next()
            if self.piece >= len(self.pieces):
                raise BadInput("workbook.broken")
            part = self.pieces[self.piece][self.at : self.at + size - len(told)]
            told += part
            self.at += len(part)
        return told

    def skip(self, size: int) -> None:
        """Pass over bytes; no more than there are."""
        while size and self.more():
            step = min(size, len(self.pieces[self.piece]) - self.at)
            self.at += step
            size -= step

    def text(self) -> str:
        """The next text, without its fonts and reading aids."""
        length, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & RICH else 0
        extra = struct.unpack("<I", self.take(4))[0] if flags & EXTENDED else 0
        told = self._letters(length, wide=bool(flags & WIDE))
        self.skip(RUN * runs + extra)
        return told

    def _letters(self, length: int, *, wide: bool) -> str:
        told = ""
        while len(told) < length:
            if self.at >= len(self.pieces[self.piece]):
                self._next()
                wide = bool(self.take(1)[0] & WIDE)
            size = 2 if wide else 1
            left = (len(self.pieces[self.piece]) - self.at) // size
            count = min(length - len(told), left)
            if not count:
                raise BadInput("workbook.broken")
            told += _letters(self.pieces[self.piece][self.at :], count, wide=wide)
            self.at += size * count
        return told

    def _next(self) -> None:
        while self.piece < len(self.pieces) and self.at >= len(self.pieces[self.piece]):
            self.piece, self.at = self.piece + 1, 0
