"""Marked workbooks kept for a day, for their author alone to take back."""

from __future__ import annotations

import re
import time
from pathlib import Path
from secrets import token_urlsafe

from django.conf import settings
from django.core import signing

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing

A_DAY = 24 * 60 * 60
SALT = "returned-workbook"
TOKEN = re.compile(r"[A-Za-z0-9_-]{20,40}")


def keep_returned(content: bytes, *, by: Actor) -> str:
    """Keep a marked workbook; what this answers opens it, for the same person, for a day."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _forget_old(folder)
    token = token_urlsafe(24)
    (folder / token).write_bytes(content)
    return signing.dumps({"by": by.id, "token": token}, salt=SALT)


def returned_workbook(ticket: str, *, by: Actor) -> bytes:
    """The workbook. Raises Missing for a ticket that is old, forged, or somebody else's."""
    try:
        return _kept(ticket, by=by).read_bytes()
    except OSError:
        raise Missing("workbook.gone") from None


def take_returned(ticket: str, *, by: Actor) -> bytes:
    """The workbook, once: sent twice, or again from the page before, it is taken but once.

    Raises Missing as above, BadInput("workbook.taken") where it was taken already.
    """
    path = _kept(ticket, by=by)
    try:
        content = path.read_bytes()
        path.unlink()
    except FileNotFoundError:
        raise BadInput("workbook.taken") from None
    return content


def _kept(ticket: str, *, by: Actor) -> Path:
    try:
        told = signing.loads(ticket, salt=SALT, max_age=A_DAY)
        token = str(told["token"])
        if told["by"] == by.id and TOKEN.fullmatch(token):
            return _folder() / token
    except (signing.BadSignature, KeyError, TypeError):
        pass
    raise Missing("workbook.gone")


def _folder() -> Path:
    """Beside the register's files, and no part of what a backup keeps."""
    return Path(settings.FILES_FOLDER).parent / "returned"


def _forget_old(folder: Path) -> None:
    before = time.time() - A_DAY
    for path in folder.iterdir():
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


__all__ = ["keep_returned", "returned_workbook", "take_returned"]
