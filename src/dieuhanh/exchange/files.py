"""Files handed in beside a table: their checksum, and marks of secrecy that are refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.text import fold

from .sheets import MAX_BYTES

SECRET_MARKS = ("mat", "toi mat", "tuyet mat")
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


def read_attachment(folder: Path, name: str) -> tuple[bytes, str]:
    """The bytes and SHA-256 of a file beside a table; never outside its folder."""
    place = Place(file=name)
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise BadInput("file.missing", place=place)
    if path.stat().st_size > MAX_BYTES:
        raise BadInput("file.too_large", place=place, size=path.stat().st_size, limit=MAX_BYTES)
    content = path.read_bytes()
    return content, hashlib.sha256(content).hexdigest()


def check_attachment(name: str, content: bytes) -> str:
    """The SHA-256 of a file handed in on a page. Raises BadInput when it is too large."""
    if len(content) > MAX_BYTES:
        place = Place(file=name)
        raise BadInput("file.too_large", place=place, size=len(content), limit=MAX_BYTES)
    return hashlib.sha256(content).hexdigest()


def refuse_secret(mark: str) -> None:
    """Raise BadInput for Mật, Tối mật or Tuyệt mật: this system stores no state secret."""
    if fold(mark).strip() in SECRET_MARKS:
        raise BadInput("document.secret", mark=mark)
