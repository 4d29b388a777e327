"""A .docx unpacked: counted piece by piece before anything in it is believed."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from dieuhanh.domain.errors import BadInput

from .looks import packed_look

MAX_UNPACKED = 150 * 1024 * 1024
MAX_PART = 24 * 1024 * 1024  # of a part that is read
MAX_PARTS = 5_000
STEEP = 250  # no honest paper packs this many times; a bomb packs a thousand
STEEP_FROM = 5 * 1024 * 1024
PIECE = 1 << 20
LOCKED = 0x1
TYPES = "[Content_Types].xml"
# What the standard library raises over a damaged archive.
TORN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError,
    ValueError, KeyError, OverflowError, struct.error, IndexError,
)  # fmt: skip


def open_docx(content: bytes) -> dict[str, bytes]:
    """The XML parts of a Word file by name.

    Raises BadInput("paper.broken" | "paper.encrypted" | "paper.macros" | "paper.bomb" |
    "paper.not_word").
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive, content)
            return _parts(archive, len(content))
    except TORN as error:
        raise BadInput("paper.broken") from error
    except RuntimeError as error:  # zipfile's word for a part locked by a password
        raise BadInput("paper.encrypted") from error


def _check(archive: zipfile.ZipFile, content: bytes) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise BadInput("paper.bomb", size=f"{len(parts)} phần", limit=f"{MAX_PARTS} phần")
    _refuse_bomb(sum(part.file_size for part in parts), len(content))
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & LOCKED for part in parts):
        raise BadInput("paper.encrypted")
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise BadInput("paper.macros")
    if len(set(names)) != len(names):
        raise BadInput("paper.broken")
    if TYPES.lower() not in names or not any(name.startswith("word/") for name in names):
        raise BadInput("paper.not_word", found=packed_look(content))


def _parts(archive: zipfile.ZipFile, packed: int) -> dict[str, bytes]:
    """Every part unpacked once, piece by piece: sizes that a directory tells can be lies."""
    unpacked, kept = 0, {}
    for part in archive.infolist():
        wanted = part.filename.lower().endswith((".xml", ".rels"))
        pieces: list[bytes] = []
        with archive.open(part) as stream:
            size = 0
            while piece := stream.read(PIECE):
                unpacked, size = unpacked + len(piece), size + len(piece)
                _refuse_bomb(unpacked, packed)
                if wanted and size > MAX_PART:
                    raise BadInput("paper.bomb", size=_mb(size), limit=_mb(MAX_PART))
                if wanted:
                    pieces.append(piece)
        if wanted:
            kept[part.filename] = b"".join(pieces)
    if b"macroEnabled" in kept.get(TYPES, b""):
        raise BadInput("paper.macros")
    return kept


def _refuse_bomb(unpacked: int, packed: int) -> None:
    steep = unpacked > STEEP_FROM and unpacked > STEEP * packed
    if steep or unpacked > MAX_UNPACKED:
        raise BadInput("paper.bomb", size=_mb(unpacked), limit=_mb(MAX_UNPACKED))


def _mb(size: int) -> str:
    return f"{-(-size * 10 // (1024 * 1024)) / 10:.1f} MB".replace(".", ",")
