"""The signatures in a paper's PDF, judged by the certificates that the installation trusts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.signed import Signature, roots_in, signatures_of

from ..models import Document
from .register import stored_file

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file; `fault` where it could not be checked."""

    signatures: tuple[Signature, ...] = ()
    fault: BadInput | None = None


def may_be_signed(document: Document) -> bool:
    """Whether the register holds a PDF of it."""
    return document.media_type == PDF and bool(document.sha256)


def signatures_in(document: Document, *, on: date) -> Checked:
    """The signatures of the paper's PDF, certificates judged as of the end of that day."""
    if not may_be_signed(document):
        return Checked()
    try:
        roots = tuple(roots_in(settings.TRUST_ROOTS_FOLDER))
        return _checked(stored_file(document), roots, on)
    except BadInput as fault:
        return Checked(fault=fault)


@lru_cache(maxsize=256)
def _checked(path: Path, roots: tuple[str, ...], on: date) -> Checked:
    """A file named by its checksum never changes, so one day's answer stands."""
    end = timezone.make_aware(datetime.combine(on + timedelta(1), time()))
    return Checked(signatures_of(path.read_bytes(), roots, now=end - timedelta(seconds=1)))


__all__ = ["Checked", "may_be_signed", "signatures_in"]
