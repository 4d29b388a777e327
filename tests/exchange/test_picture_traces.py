"""A picture is kept without where, when and with what it was taken; nothing else of it changes."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.picture_traces import without_traces
from dieuhanh.exchange.pictures import PNG, read_picture

PLACE = b"GPS 9.1766 N 105.1524 E"
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
FRAME = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 480, 640) + bytes(10)
SCANS = b"\xff\xda\x00\x02\x12\xff\x00\x34\xff\xd3\x56\xff\xda\x00\x02\x78\x9a"
END = b"\xff\xd9"


def segment(mark: int, body: bytes) -> bytes:
    return bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body


def exif(turned: int = 1, order: str = ">") -> bytes:
    """An Exif segment that says how to turn the picture, and where it was taken."""
    mark = b"MM" if order == ">" else b"II"
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    tiff = mark + struct.pack(f"{order}HIH", 42, 8, 1) + entries + bytes(4) + PLACE
    return segment(0xE1, b"Exif\x00\x00" + tiff)


ICC = segment(0xE2, b"ICC_PROFILE\x00\x01\x01 colours")
XMP = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + PLACE)
SECOND = b"\xff\xd8" + exif() + FRAME + SCANS + END
TRACES = [
    exif(), XMP, segment(0xED, b"Photoshop 3.0\x00" + PLACE), segment(0xFE, PLACE),
    segment(0xE2, b"MPF\x00" + PLACE), segment(0xEA, PLACE),
]  # fmt: skip


@pytest.mark.parametrize("trace", TRACES)
def test_a_jpeg_keeps_its_picture_alone(trace: bytes) -> None:
    plain = b"\xff\xd8" + JFIF + ICC + FRAME + SCANS + END
    told = b"\xff\xd8" + JFIF + trace + ICC + FRAME + SCANS[:11] + trace + SCANS[11:] + END + SECOND
    assert without_traces("anh.jpg", told) == (".jpg", plain)
    assert without_traces("anh.jpg", plain) == (".jpg", plain)


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("turned", range(2, 9))
def test_a_jpeg_is_turned_as_before(turned: int, order: str) -> None:
    first = exif(turned, order) + JFIF
    kept = without_traces("anh.jpg", b"\xff\xd8" + first + FRAME + SCANS + END)[1]
    assert PLACE not in kept
    assert kept.startswith(b"\xff\xd8" + JFIF + b"\xff\xe1\x00\x22Exif\x00\x00MM")
    assert struct.pack(">HHIH", 0x0112, 3, 1, turned) in kept
    assert without_traces("anh.jpg", kept)[1] == kept


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 640, 480, 8, 2, 0, 0, 0))
DATA = chunk(b"sRGB", b"\x00") + chunk(b"IDAT", zlib.compress(bytes(20)))


@pytest.mark.parametrize("kind", [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"prVt"])
def test_a_png_keeps_its_picture_alone(kind: bytes) -> None:
    plain = PNG + HEAD + DATA + chunk(b"IEND", b"")
    told = PNG + HEAD + chunk(kind, PLACE) + DATA + chunk(b"IEND", b"")
    assert without_traces("anh.png", told) == (".png", plain)


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(
        kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for kind, data in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def test_a_webp_keeps_its_picture_alone() -> None:
    size = bytes(3) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
    alpha, told = (b"ALPH", b"odd"), (b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a\x80\x02\xe0\x01")
    given = riff((b"VP8X", b"\x3c" + size), alpha, (b"EXIF", PLACE), told, (b"XMP ", PLACE))
    kept = without_traces("anh.webp", given)[1]
    assert kept == riff((b"VP8X", b"\x30" + size), alpha, told)
    assert read_picture("anh.webp", kept) == (".webp", 640, 480)


WEBP = riff((b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a\x80\x02\xe0\x01"), (b"EXIF", PLACE))


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8" + JFIF + FRAME + b"\x00" + SCANS + END,
        b"\xff\xd8" + JFIF + FRAME + b"\xff\xe1\xff\xff" + PLACE + END,
        PNG + HEAD + chunk(b"IDAT", b"x" * 90)[:60] + b"IEND",
        WEBP[:4] + struct.pack("<I", len(WEBP) - 12) + WEBP[8:],
    ],
)  # fmt: skip
def test_what_cannot_be_taken_apart_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput) as told:
        without_traces("anh.jpg", content)
    assert told.value.code == "picture.kind"
    assert told.value.place.file == "anh.jpg"


@given(st.binary(max_size=300), st.sampled_from([PNG + HEAD, b"\xff\xd8\xff", b"RIFF"]))
def test_any_bytes_are_kept_as_a_picture_or_refused(rest: bytes, start: bytes) -> None:
    told = ""
    try:
        suffix, kept = without_traces("x", start + rest + END)
        assert read_picture("x", kept).suffix == suffix
    except BadInput as fault:
        told = fault.code
    assert told in {"", "picture.kind", "picture.wide"}
