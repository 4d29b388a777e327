"""Files handed in through a page: what is too large is dropped while it arrives, not stored."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

LARGEST = 10 * 1024 * 1024
DROPPED = "a_file_was_dropped"
SLACK = 64 * 1024  # the other fields of the form that carries the file


class BoundedUpload(FileUploadHandler):
    """The first handler of every upload: lets no file grow beyond the largest we take."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 - Django's
        """Raises SkipFile, Django's word for "read on, keep nothing"."""
        self.received += len(raw_data)
        if self.received > LARGEST:
            if self.request is not None:
                setattr(self.request, DROPPED, True)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps it."""


def dropped(request: HttpRequest) -> int:
    """How many bytes came with a request whose file was dropped for its size; 0 for none."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdecimal() else 0
    none_came = not request.FILES  # reads the request, so that the handler has seen every file
    lost = getattr(request, DROPPED, False) or (size > LARGEST and none_came)
    return size if lost else 0
