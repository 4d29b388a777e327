"""Reading the record: for `verify` and for investigation; no feature decides by it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from .models import Entry, Seal

GENESIS = "0" * 64


@dataclass(frozen=True)
class ChainReport:
    """What re-walking the chain found."""

    sealed: int
    unsealed: int
    faults: tuple[tuple[int, str], ...]
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing was altered, lost or renumbered."""
        return not self.faults


def digest(previous: str, number: int, entry: Entry) -> str:
    """The hash of one link: the previous hash, its number and everything it recorded."""
    content = Entry.content(entry)
    text = json.dumps([previous, number, content], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def walk(
    *, using: str = DEFAULT_DB_ALIAS, entries: type[Entry] = Entry, seals: type[Seal] = Seal
) -> ChainReport:
    """Recompute every link, in order; also of the tables as an earlier release had them."""
    faults = tuple(_faults(seals.objects.using(using)))
    unsealed = entries.objects.using(using).filter(seal=None).count()
    last = seals.objects.using(using).order_by("-number").first()
    sealed = seals.objects.using(using).count()
    return ChainReport(sealed, unsealed, faults, last.digest if last else GENESIS)


def _faults(seals: QuerySet[Seal]) -> Iterator[tuple[int, str]]:
    previous, expected = GENESIS, 1
    for seal in seals.select_related("entry").order_by("number").iterator(2000):
        if seal.number != expected:
            yield seal.number, "gap"
        if seal.previous != previous:
            yield seal.number, "broken-link"
        if seal.digest != digest(seal.previous, seal.number, seal.entry):
            yield seal.number, "altered"
        previous, expected = seal.digest, seal.number + 1
