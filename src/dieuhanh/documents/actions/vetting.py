"""What is asked of every file before a line of it is kept: its kind, nothing harmful, nothing secret."""

from __future__ import annotations

from pathlib import PurePath

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.exchange.files import MEDIA_TYPES
from dieuhanh.exchange.pictures import read_picture
from dieuhanh.exchange.workbooks.guarding import kind_of as workbook_kind
from dieuhanh.paper.reading.files import SUFFIXES, refuse_bad

LONGEST_NAME = 200
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
WORKBOOKS = frozenset({".xlsx"})


def refuse_file(name: str, content: bytes) -> None:
    """Raise BadInput, located at the file, for one that is not to be kept.

    One of a kind that is not taken, of another kind than its name says, empty, broken, locked by a
    password, with macros, that unpacks to too much, or marked Mật: "file.…", "paper.…",
    "picture.…", "workbook.…". A scan may be kept.
    """
    shown = name[-LONGEST_NAME:]
    suffix = PurePath(name).suffix.lower()
    if not content:
        raise BadInput("file.blank", place=Place(file=shown))
    if suffix in PICTURES:
        read_picture(shown, content)
    elif suffix in WORKBOOKS:
        try:
            workbook_kind(content, name)
        except BadInput as fault:
            raise fault.at(Place(file=shown)) from None
    elif suffix in SUFFIXES or suffix not in MEDIA_TYPES:
        refuse_bad(shown, content)
    if suffix not in MEDIA_TYPES:
        known = ", ".join(each.removeprefix(".") for each in MEDIA_TYPES)
        raise BadInput("file.kind", place=Place(file=shown), name=shown, known=known)


__all__ = ["refuse_file"]
