"""What a camera writes beside a picture, taken out: place, time, device, names, thumbnails.

Nothing is encoded anew: the parts that make the picture are kept byte for byte, the rest is left
out. How a JPEG is to be turned is kept, alone. Sources: ITU-T T.81 annex B (segments), CIPA DC-008
(Exif), W3C PNG 3rd edition 5 and 11 (chunks), RFC 9649 (WebP).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from dieuhanh.domain.errors import BadInput, Place

from .pictures import PNG, read_picture

SCAN, END, COMMENT, FIRST_APP, EXIF_APP = 0xDA, 0xD9, 0xFE, 0xE0, 0xE1
KEPT_APPS = ((0xE0, b"JFIF\x00"), (0xE2, b"ICC_PROFILE\x00"), (0xEE, b"Adobe"))
EXIF = b"Exif\x00\x00"
ORIENTATION, TURNED = 0x0112, range(2, 9)
KEPT_PNG = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
        b"cICP", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    )
)  # fmt: skip
KEPT_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
TRACES_IN_WEBP = 0x08 | 0x04
"""The flags of a WebP header that say that Exif, that XMP follow."""


def without_traces(name: str, content: bytes) -> tuple[str, bytes]:
    """The suffix of what the bytes are, and the picture alone.

    Raises BadInput as `read_picture`; also "picture.kind" where its parts cannot be told apart,
    since what they hold could not be taken out.
    """
    suffix = read_picture(name, content).suffix
    take = {".jpg": _jpeg, ".png": _png, ".webp": _webp}[suffix]
    try:
        kept = take(content)
    except (struct.error, IndexError, ValueError):
        raise BadInput("picture.kind", place=Place(file=name[:200])) from None
    return suffix, kept


def _jpeg(content: bytes) -> bytes:
    """Up to the first end mark: what some cameras put behind it is a second picture."""
    kept, turned = bytearray(content[:2]), 0
    for mark, segment in _segments(content):
        body = segment[4:]
        if mark == EXIF_APP and body.startswith(EXIF):
            turned = turned or _orientation(body[len(EXIF) :])
        if _makes_the_picture(mark, body):
            kept += segment
    if turned in TURNED:
        at = 2 + _length_of_jfif(kept)
        kept[at:at] = _exif_that_turns(turned)
    return bytes(kept)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each mark with its bytes; a scan with the coded data that follows it."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise ValueError(at)
        while content[at + 1] == 0xFF:  # fill
            at += 1
        mark = content[at + 1]
        if mark == END:
            yield mark, content[at : at + 2]
            return
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        after = at + 2 + length
        if length < 2 or after > len(content):
            raise ValueError(at)
        if mark == SCAN:
            after = _end_of_scan(content, after)
        yield mark, content[at:after]
        at = after


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the coded data ends: at a mark that neither stuffs a byte nor restarts."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] != 0x00 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _makes_the_picture(mark: int, body: bytes) -> bool:
    if mark == COMMENT:
        return False
    if FIRST_APP <= mark <= FIRST_APP + 15:
        return any(mark == app and body.startswith(start) for app, start in KEPT_APPS)
    return True


def _length_of_jfif(kept: bytearray) -> int:
    """How long the segment is that must stay first, none where it is another."""
    if kept[2:4] != b"\xff\xe0":
        return 0
    (length,) = struct.unpack(">H", kept[4:6])
    return 2 + int(length)


def _orientation(tiff: bytes) -> int:
    """How the picture is to be turned, 0 where it is not told in a way that can be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for entry in range(count):
            tag, kind, _many, value = struct.unpack_from(
                f"{order}HHIH", tiff, first + 2 + entry * 12
            )
            if tag == ORIENTATION and kind == 3:
                return int(value)
    except struct.error:
        return 0
    return 0


def _exif_that_turns(turned: int) -> bytes:
    """An Exif segment with the orientation and nothing else."""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, turned, 0)
    body = EXIF + b"MM\x00\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(content: bytes) -> bytes:
    kept, at = bytearray(PNG), len(PNG)
    while True:
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        after = at + 12 + length
        if after > len(content):
            raise ValueError(at)
        if kind in KEPT_PNG:
            kept += content[at:after]
        if kind == b"IEND":
            return bytes(kept)
        at = after


def _webp(content: bytes) -> bytes:
    (size,) = struct.unpack("<I", content[4:8])
    kept, at, end = bytearray(), 12, 8 + size
    while at < end:
        kind, length = struct.unpack("<4sI", content[at : at + 8])
        after = at + 8 + length + length % 2
        if at + 8 + length > end:
            raise ValueError(at)
        chunk = bytearray(content[at : min(after, end)])
        if kind == b"VP8X":
            chunk[8] &= ~TRACES_IN_WEBP
        if kind in KEPT_WEBP:
            kept += chunk
        at = after
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + bytes(kept)


__all__ = ["without_traces"]
