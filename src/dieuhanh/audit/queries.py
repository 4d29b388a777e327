"""Reading the record: for `verify` and for investigation; no feature decides by it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from .models import Entry, Seal

GENESIS = "0" * 64


@dataclass(frozen=True)
class ChainReport:
    """What re-walking the chain found."""

    sealed: int
    unsealed: int
    faults: tuple[tuple[int, str], ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was altered, lost or renumbered."""
        return not self.faults


def digest(previous: str, number: int, entry: Entry) -> str:
    """The hash of one link: the previous hash, its number and everything it recorded."""
    text = json.dumps([previous, number, entry.content()], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def walk() -> ChainReport:
    """Recompute every link, in order."""
    faults = tuple(_faults())
    sealed = Seal.objects.count()
    return ChainReport(sealed, Entry.objects.filter(seal=None).count(), faults)


def _faults() -> Iterator[tuple[int, str]]:
    previous, expected = GENESIS, 1
    for seal in Seal.objects.select_related("entry").order_by("number").iterator(2000):
        if seal.number != expected:
            yield seal.number, "gap"
        if seal.previous != previous:
            yield seal.number, "broken-link"
        if seal.digest != digest(seal.previous, seal.number, seal.entry):
            yield seal.number, "altered"
        previous, expected = seal.digest, seal.number + 1
