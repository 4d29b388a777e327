"""The urn of a secret ballot: counts sealed under a key that is a file outside the database.

AES-256-GCM with a nonce of chance each time: two seals of the same counts look unrelated, and all
seals of a ballot are equally long. The list of who has voted is bound to the seal, so that a list
changed by hand no longer opens it. How this holds, and where it ends: docs/explanation/
algorithms/ballots.md.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from dieuhanh.domain.ballots import no_votes_yet, turnout, with_vote
from dieuhanh.domain.errors import BadInput

from ..models import Ballot, Urn

NONCE, COUNT = 12, 8
KEY_NAME = re.compile(r"[0-9a-f]{32}")
UNNAMED_FOR = 3600.0
"""Seconds after which a key that no urn names was left by an opening that did not come about."""


def new_urn(ballot: Ballot, electors: int) -> Urn:
    """An empty urn with a key of its own, on the disk before the urn is in the books."""
    urn = Urn(ballot=ballot, key_name=secrets.token_hex(16), voted=no_votes_yet(electors))
    key = AESGCM.generate_key(bit_length=256)
    _write_key(urn.key_name, key)
    urn.sealed = _seal(urn, key, [0] * len(ballot.options))
    urn.save(force_insert=True)
    return urn


def put_in(urn: Urn, votes: Iterable[tuple[int, int]]) -> None:
    """Votes more, each its elector's place and choice: the row is written whole, once for all.

    Raises BadInput("ballot.key_gone") where the key is not on this machine, "ballot.urn".
    """
    key = _read_key(urn.key_name)
    counts, voted = _open(urn, key), bytes(urn.voted)
    for place, choice in votes:
        counts[choice] += 1
        voted = with_vote(voted, place)
    urn.voted = voted
    urn.sealed = _seal(urn, key, counts)
    urn.save(update_fields=["voted", "sealed"])


def count_out(urn: Urn) -> tuple[int, ...]:
    """What is in the urn. Raises BadInput("ballot.key_gone"), "ballot.urn" for one tampered with."""
    counts = _open(urn, _read_key(urn.key_name))
    if sum(counts) != turnout(bytes(urn.voted)):
        raise BadInput("ballot.urn", ballot=urn.ballot_id)
    return tuple(counts)


def empty(urn: Urn) -> None:
    """Leave no ciphertext: its key is about to go."""
    urn.sealed = b""
    urn.save(update_fields=["sealed"])


def destroy_key(name: str) -> None:
    """Write over the key and take its file away; a key that is gone already is well."""
    path = _folder() / name
    with contextlib.suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        _sync(path.parent)


def spent_keys(running: Iterable[str], known: Iterable[str]) -> list[str]:
    """Names of keys that open no running ballot: of ended ones, and of openings that failed."""
    there, kept, named = _folder(), set(running), set(known)
    if not there.is_dir():
        return []
    found = []
    for path in there.iterdir():
        if not KEY_NAME.fullmatch(path.name) or path.name in kept:
            continue
        with contextlib.suppress(FileNotFoundError):
            if path.name in named or time.time() - path.stat().st_mtime > UNNAMED_FOR:
                found.append(path.name)
    return found


def _seal(urn: Urn, key: bytes, counts: Sequence[int]) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    plain = b"".join(count.to_bytes(COUNT) for count in counts)
    return nonce + AESGCM(key).encrypt(nonce, plain, _bound(urn))


def _open(urn: Urn, key: bytes) -> list[int]:
    sealed = bytes(urn.sealed)
    try:
        plain = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], _bound(urn))
    except InvalidTag:
        raise BadInput("ballot.urn", ballot=urn.ballot_id) from None
    return [int.from_bytes(plain[at : at + COUNT]) for at in range(0, len(plain), COUNT)]


def _bound(urn: Urn) -> bytes:
    """What a seal is only good for: this ballot, this key, this list of who has voted."""
    return f"{urn.ballot_id}|{urn.key_name}|".encode() + bytes(urn.voted)


def _folder() -> Path:
    return Path(settings.URN_KEYS_FOLDER)


def _write_key(name: str, key: bytes) -> None:
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    _sync(folder)


def _read_key(name: str) -> bytes:
    try:
        return (_folder() / name).read_bytes()
    except FileNotFoundError:
        raise BadInput("ballot.key_gone") from None


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


__all__ = ["count_out", "destroy_key", "empty", "new_urn", "put_in", "spent_keys"]
