"""What a file is, before anything in it is believed: size, kind, macros, encryption, bombs."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from enum import StrEnum

from dieuhanh.domain.errors import BadInput

from .ole import MAGIC, Container

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 2_000
STEEP = 250  # no honest sheet packs this many times; a bomb packs a thousand
STEEP_FROM = 5 * 1024 * 1024
PIECE = 1 << 20
ZIP = b"PK\x03\x04"
MACRO_NAMES = (".xlsm", ".xltm", ".xlam", ".xlsb")
MACRO_STORAGES = {"_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"}
OLE_BOOK = ("Workbook", "Book")
# What the standard library raises over a damaged archive.
TORN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError,
    ValueError, KeyError, OverflowError, struct.error,
)  # fmt: skip


class Kind(StrEnum):
    """The two kinds of workbook that are read."""

    XLSX = "xlsx"
    XLS = "xls"


def refuse_size(size: int) -> None:
    """Raise BadInput("workbook.too_large"); asked before a byte is read."""
    if size > MAX_BYTES:
        raise BadInput("workbook.too_large", size=_mb(size), limit=_mb(MAX_BYTES))


def kind_of(data: bytes, name: str) -> Kind:
    """What the content is, whatever the name says.

    Raises BadInput for a file that is too large, no workbook, encrypted, with macros, or that
    unpacks to too much.
    """
    refuse_size(len(data))
    if name.lower().endswith(MACRO_NAMES):
        raise BadInput("workbook.macros")
    if data.startswith(ZIP):
        _check_archive(data)
        return Kind.XLSX
    if data.startswith(MAGIC):
        _check_container(Container(data))
        return Kind.XLS
    raise BadInput("workbook.not_one")


def _check_container(container: Container) -> None:
    names = container.names()
    if "EncryptedPackage" in names:
        raise BadInput("workbook.encrypted")
    if names & MACRO_STORAGES:
        raise BadInput("workbook.macros")
    if not names & set(OLE_BOOK):
        raise BadInput("workbook.not_one")


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive, len(data))
    except TORN as error:
        raise BadInput("workbook.broken") from error
    except RuntimeError as error:  # zipfile's word for a part locked by a password
        raise BadInput("workbook.encrypted") from error


def _check_parts(archive: zipfile.ZipFile, packed: int) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise BadInput("workbook.bomb", size=f"{len(parts)} phần", limit=str(MAX_PARTS))
    _refuse_bomb(sum(part.file_size for part in parts), packed)
    names = {part.filename.lower() for part in parts}
    if len(names) != len(parts):
        raise BadInput("workbook.broken")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise BadInput("workbook.macros")
    if "xl/workbook.xml" not in names:
        raise BadInput("workbook.not_one")
    _unpack(archive, packed)
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise BadInput("workbook.macros")


def _unpack(archive: zipfile.ZipFile, packed: int) -> None:
    """Unpack every part once, piece by piece: sizes that a directory tells can be lies."""
    unpacked = 0
    for part in archive.infolist():
        with archive.open(part) as stream:
            while piece := stream.read(PIECE):
                unpacked += len(piece)
                _refuse_bomb(unpacked, packed)


def _refuse_bomb(unpacked: int, packed: int) -> None:
    steep = unpacked > STEEP_FROM and unpacked > STEEP * packed
    if steep or unpacked > MAX_UNPACKED:
        raise BadInput("workbook.bomb", size=_mb(unpacked), limit=_mb(MAX_UNPACKED))


def _mb(size: int) -> str:
    return f"{-(-size * 10 // (1024 * 1024)) / 10:.1f} MB".replace(".", ",")
