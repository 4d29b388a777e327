"""Pictures handed in on a page: what they truly are, read off their bytes and not their names."""

from __future__ import annotations

import struct
from typing import NamedTuple

from dieuhanh.domain.errors import BadInput, Place

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 60_000_000
PNG = b"\x89PNG\r\n\x1a\n"
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
BARE = frozenset({0x01, *range(0xD0, 0xD8)})


class Picture(NamedTuple):
    """What a picture is: the suffix of its kind and its size in pixels."""

    suffix: str
    width: int
    height: int


def read_picture(name: str, content: bytes) -> Picture:
    """What the bytes are, JPEG, PNG or WebP; the name is not believed.

    Raises BadInput("picture.kind", "picture.large", "picture.wide"), located at the name.
    """
    place = Place(file=name[:200])
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise BadInput("picture.large", place=place, most=most)
    try:
        found = _jpeg(content) or _png(content) or _webp(content)
    except (struct.error, IndexError):
        found = None
    if found is None or not (found.width and found.height):
        raise BadInput("picture.kind", place=place)
    if found.width * found.height > MOST_PIXELS:
        raise BadInput("picture.wide", place=place, width=found.width, height=found.height)
    return found


def _png(content: bytes) -> Picture | None:
    """The header comes first and the end mark last."""
    if not content.startswith(PNG) or content[12:16] != b"IHDR" or b"IEND" not in content[-16:]:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return Picture(".png", width, height)


def _jpeg(content: bytes) -> Picture | None:
    """Segments are walked up to the frame, which tells the size."""
    if not content.startswith(b"\xff\xd8\xff") or b"\xff\xd9" not in content:
        return None
    at = 2
    while content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF or mark in BARE:
            at += 1 if mark == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        if mark in FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture(".jpg", width, height)
        at += 2 + length
    return None


def _webp(content: bytes) -> Picture | None:
    """One of the three kinds of first chunk."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    if struct.unpack("<I", content[4:8])[0] + 8 > len(content):
        return None
    kind, body = content[12:16], content[20:]
    if kind == b"VP8X":
        return Picture(
            ".webp",
            1 + int.from_bytes(body[4:7], "little"),
            1 + int.from_bytes(body[7:10], "little"),
        )
    if kind == b"VP8L" and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return Picture(".webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", body[6:10])
        return Picture(".webp", width & 0x3FFF, height & 0x3FFF)
    return None


__all__ = ["MOST_BYTES", "Picture", "read_picture"]
