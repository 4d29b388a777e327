"""Bytes into letters: Unicode as it stands, the encodings before it recognised and converted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.legacy_text import Encoding, convert, is_syllable, recognise

_PIECE = re.compile(r"(?:\S+\s+){0,7}\S+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {Encoding.TCVN3: "TCVN3 (ABC)", Encoding.VNI: "VNI"}
_SURE = 3, 5  # at least three of five pieces must be recognised before all is converted


def decode(content: bytes) -> tuple[str, list[BadInput]]:
    """The text, and a note where it was in an old encoding. Newlines are as in the file.

    UTF-8 keeps its mark of byte order, so that offsets are those of the file as text.
    Raises BadInput("paper.encoding" | "paper.binary").
    """
    text = _unicode(content)
    if text is not None:
        if len(_CONTROL.findall(text)) * 100 > len(text):
            raise BadInput("paper.binary")
        if _UNICODE.search(text):
            return text, []  # its offsets are the file's, whatever stands beside in an old font
        lines, notes = modern(text.split("\n"))
        return "\n".join(lines), notes
    if b"\0" in content:
        raise BadInput("paper.binary")
    return _single_byte(content)


def modern(lines: Sequence[str]) -> tuple[list[str], list[BadInput]]:
    """Lines, those in an old encoding converted, and a note that says so.

    Words typed in old fonts stand in files of every kind, often beside Unicode.
    """
    found = [recognise(line) if not line.isascii() else None for line in lines]
    known = Counter(encoding for encoding in found if encoding)
    if not known:
        return list(lines), []
    likely = known.most_common(1)[0][0]
    done = [
        convert(line, likely) if encoding or recognise(line, likely) else line
        for line, encoding in zip(lines, found, strict=True)
    ]
    return done, [BadInput("paper.noted_legacy", encoding=_NAMES[likely])]


def _unicode(content: bytes) -> str | None:
    """The text in UTF-8 or UTF-16, None where it is in neither."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in content:
        codec = _wide_codec(content)
        return _try(content, codec) if codec else None
    return _try(content, "utf-16" if wide else "utf-8")


def _wide_codec(content: bytes) -> str:
    """UTF-16 without its mark: of text, every second byte is mostly zero, one or thirty."""
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = content[first:4096:2]
        if sum(byte in {0x00, 0x01, 0x1E, 0x20} for byte in half) * 10 > len(half) * 9:
            return codec
    return ""


def _try(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _single_byte(content: bytes) -> tuple[str, list[BadInput]]:
    text = _try(content, "cp1252")
    encoding = _encoding(text) if text is not None else None
    if text is not None and encoding:
        done = "\n".join(convert(line, encoding) for line in text.split("\n"))
        return done, [BadInput("paper.noted_legacy", encoding=_NAMES[encoding])]
    if composed := _windows(content):
        return composed, [BadInput("paper.noted_legacy", encoding="Windows-1258")]
    raise BadInput("paper.encoding")


def _encoding(text: str) -> Encoding | None:
    """The old encoding most pieces of the text are in. One odd word spoils a piece, not the text."""
    pieces = [piece for piece in _PIECE.findall(text) if not piece.isascii()]
    found = Counter(filter(None, map(recognise, pieces)))
    if not found:
        return None
    likely, _ = found.most_common(1)[0]
    sure = sum(recognise(piece, likely) is likely for piece in pieces)
    return likely if sure * _SURE[1] >= len(pieces) * _SURE[0] else None


def _windows(content: bytes) -> str:
    """The text in the code page of Vietnamese Windows, empty where it is none."""
    text = unicodedata.normalize("NFC", _try(content, "cp1258") or "")
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    good = sum(map(is_syllable, words))
    return text if words and good * _SURE[1] >= len(words) * _SURE[0] else ""
