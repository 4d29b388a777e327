"""What a file truly is where it is none of ours: told to whoever handed it in under another name."""

from __future__ import annotations

import io
import zipfile

PICTURES = {
    b"\x89PNG\r\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_STARTS = (
    (b"MZ", "EXE"), (b"\x7fELF", "ELF"), (b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "GZIP"), (b"BZh", "BZIP2"), (b"\xfd7zXZ", "XZ"), (b"%!PS", "PostScript"),
    (b"{\\rtf", "RTF"), (b"ID3", "MP3"), (b"OggS", "OGG"), (b"\x00\x00\x01\x00", "ICO"),
    (b"SQLite format 3", "SQLite"), (b"<?xml", "XML"), (b"wOFF", "WOFF"), (b"\xca\xfe\xba\xbe", "Java"),
)  # fmt: skip
_PACKED = (
    ("xl/workbook.xml", "Excel (.xlsx)"), ("xl/workbook.bin", "Excel (.xlsb)"),
    ("ppt/presentation.xml", "PowerPoint (.pptx)"), ("word/document.xml", "Word (.docx)"),
    ("meta-inf/manifest.xml", "OpenDocument (.odt, .ods)"), ("androidmanifest.xml", "APK"),
)  # fmt: skip


def look_of(content: bytes) -> str:
    """A name for what the first bytes are; "" for text, "?" for what is not recognised."""
    head = content[:64]
    if head[4:8] == b"ftyp":
        return "MP4"
    if head[:4] == b"RIFF":
        return {b"WEBP": "WebP", b"AVI ": "AVI", b"WAVE": "WAV"}.get(head[8:12], "RIFF")
    known = next(
        (name for start, name in (*_STARTS, *PICTURES.items()) if head.startswith(start)), ""
    )
    if known:
        return known
    if head.startswith(b"PK"):
        return packed_look(content)
    return "?" if b"\0" in content[:4096] else ""


def packed_look(content: bytes) -> str:
    """What a packed file holds, by the names of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {name.lower() for name in archive.namelist()[:5_000]}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return "ZIP"
    return next((look for part, look in _PACKED if part in names), "ZIP")


__all__ = ["PICTURES", "look_of", "packed_look"]
