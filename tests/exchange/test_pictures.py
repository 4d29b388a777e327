"""Pictures are known by their bytes; what is none, is cut short or is too large is refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.pictures import MOST_BYTES, PNG, read_picture


def png(width: int, height: int) -> bytes:
    return (
        PNG
        + b"\x00\x00\x00\x0dIHDR"
        + struct.pack(">II", width, height)
        + b"\x08\x02"
        + bytes(9)
        + b"IEND\xaeB`\x82"
    )


def jpeg(width: int, height: int) -> bytes:
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(10)
    return head + frame + b"\xff\xda\x00\x02" + b"\x12\x34" + b"\xff\xd9"


def webp(kind: bytes, body: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


LOSSY = webp(b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 640, 480))
LOSSLESS = webp(b"VP8L", b"\x2f" + (639 | 479 << 14).to_bytes(4, "little"))
EXTENDED = webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (png(640, 480), ".png"),
        (jpeg(640, 480), ".jpg"),
        (LOSSY, ".webp"),
        (LOSSLESS, ".webp"),
        (EXTENDED, ".webp"),
    ],
)
def test_each_kind_is_told_with_its_size(content: bytes, suffix: str) -> None:
    assert read_picture("gì cũng được.exe", content) == (suffix, 640, 480)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture.kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture.kind"),
        (b"GIF89a" + bytes(20), "picture.kind"),
        (b"%PDF-1.7", "picture.kind"),
        (png(640, 480)[:30], "picture.kind"),
        (jpeg(640, 480)[:20], "picture.kind"),
        (jpeg(640, 480)[:-2], "picture.kind"),
        (LOSSY[:-3], "picture.kind"),
        (png(0, 480), "picture.kind"),
        (png(20_000, 20_000), "picture.wide"),
        (png(1, 1) + bytes(MOST_BYTES), "picture.large"),
    ],
)
def test_what_is_no_whole_picture_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as told:
        read_picture("anh.png", content)
    assert told.value.code == code
    assert told.value.place.file == "anh.png"


@given(st.binary(max_size=400), st.sampled_from([PNG, b"\xff\xd8\xff", b"RIFF", b""]))
def test_any_bytes_are_read_or_refused_never_broken(rest: bytes, start: bytes) -> None:
    told = ""
    try:
        read_picture("x", start + rest)
    except BadInput as fault:
        told = fault.code
    assert told in {"", "picture.kind", "picture.wide"}
