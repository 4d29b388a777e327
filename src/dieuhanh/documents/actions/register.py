"""Registering papers and keeping their files."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from dieuhanh.audit.actions import Tally, put_all, verb
from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.text import fold
from dieuhanh.exchange.files import MEDIA_TYPES, check_attachment, refuse_secret
from dieuhanh.exchange.templates import Record

from ..models import Document
from .vetting import refuse_file

Attachments = Callable[[str], tuple[bytes, str]]
LONGEST_NAME, LONGEST_TITLE = 200, 500
COLUMNS = ("code", "number", "type", "issuer_name", "issued_on", "title", "url", "note")


@verb
def import_documents(*, by: Actor, records: Sequence[Record], attachments: Attachments) -> Tally:
    """Register papers with their files. A paper marked Mật or above is refused whole."""
    by.require(Permission.DOCUMENT_EDIT)
    known = bodies_by_code()
    rows: list[dict[str, Any]] = []
    for record in records:
        try:
            refuse_secret(record["secrecy"])
            issuer = body(record["issuer_code"], known)
            stored = _store(record["file"], attachments)
        except BadInput as fault:
            raise fault.at(record.place) from None
        rows.append(
            {
                **{name: record[name] for name in COLUMNS},
                "date_precision": record["date_precision"]
                or ("day" if record["issued_on"] else ""),
                "issuer": issuer,
                **stored,
            }
        )
    return put_all(by=by, verb="documents.registered", model=Document, key=("code",), rows=rows)


@verb
def register_paper(
    *,
    by: Actor,
    number: str,
    title: str,
    kind: str,
    issuer: str,
    issued_on: date,
    file: tuple[str, bytes] | None = None,
) -> Document:
    """One paper, typed in on a page; its code is its number in plain letters.

    Held to what an import is. Raises BadInput for a number that is registered already.
    """
    code = "-".join(re.findall(r"[a-z0-9]+", fold(f"{number} {issued_on.year}")))
    if Document.objects.filter(code=code).exists():
        raise BadInput("document.twice", number=number)
    name, content = file or ("", b"")
    values: dict[str, Any] = {
        **dict.fromkeys(("issuer_name", "url", "secrecy", "note"), ""),
        "code": code, "number": number, "type": kind, "issuer_code": issuer, "title": title,
        "issued_on": issued_on, "date_precision": "day", "file": name,
    }  # fmt: skip
    checked = check_attachment(name, content) if file else ""
    if file:
        refuse_file(name, content)
    import_documents(
        by=by, records=[Record(values, Place())], attachments=lambda _name: (content, checked)
    )
    return Document.objects.get(code=code)


def keep_attachment(
    *, code: str, title: str, file: tuple[str, bytes], issuer: Body | None, on: date
) -> Document:
    """Register a file as an internal paper, for a verb of a higher app that attaches it.

    That verb has asked for the right and writes the record. Nothing is kept of a refused file:
    raises BadInput("file.too_large") and what `refuse_file` raises.
    """
    name, content = file
    checksum = check_attachment(name, content)
    refuse_file(name, content)
    stored = _store(name, lambda _name: (content, checksum))
    return Document.objects.create(
        code=code, title=title[:LONGEST_TITLE], issuer=issuer, issued_on=on, date_precision="day",
        internal=True, **stored | {"file_name": stored["file_name"][-LONGEST_NAME:]},
    )  # fmt: skip


def store(name: str, content: bytes) -> dict[str, str]:
    """Keep a file; what a row of the register holds of it."""
    return _store(name, lambda _name: (content, hashlib.sha256(content).hexdigest()))


def _store(name: str, attachments: Attachments) -> dict[str, str]:
    """Keep a file under its checksum; the same content is kept once, whole or not at all."""
    if not name:
        return {"file_name": "", "media_type": "", "sha256": ""}
    content, sha256 = attachments(name)
    path = Path(settings.FILES_FOLDER) / sha256
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
    suffix = Path(name).suffix.lower()
    media_type = MEDIA_TYPES.get(suffix, "application/octet-stream")
    return {"file_name": Path(name).name, "media_type": media_type, "sha256": sha256}
