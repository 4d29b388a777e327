"""Registering papers and keeping their files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from dieuhanh.audit.actions import Tally, put_all, verb
from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.files import MEDIA_TYPES, refuse_secret
from dieuhanh.exchange.templates import Record

from .models import Document

Attachments = Callable[[str], tuple[bytes, str]]
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
