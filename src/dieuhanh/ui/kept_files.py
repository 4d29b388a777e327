"""A kept file handed to whoever may have it: as a download, nothing a browser would open or run."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse

from dieuhanh.domain.errors import Missing

SAFE = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}


def kept_file(path: Path, name: str, media_type: str) -> FileResponse:
    """The answer that downloads a file under its name. Raises Missing where it is not there.

    The caller has asked whether the reader may have it.
    """
    if not path.is_file():
        raise Missing("document.missing")
    kind = media_type or "application/octet-stream"
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=kind)
    for header, value in SAFE.items():
        answer.headers[header] = value
    return answer


__all__ = ["kept_file"]
