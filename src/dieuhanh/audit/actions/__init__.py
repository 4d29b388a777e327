"""The frame of every write: one transaction, one attributed line in the record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, models, transaction
from django.utils import timezone

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Broken

from ..models import Entry, Receipt, door_open

P = ParamSpec("P")
R = TypeVar("R")
LONGEST_KEY = 80


def verb(action: Callable[P, R]) -> Callable[P, R]:
    """Run the action in one transaction with the guarded models' door open.

    Who acts is looked up before: on SQLite a transaction holds the one write lock from its start.
    """

    @wraps(action)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        getattr(kwargs.get("by"), "id", None)
        with transaction.atomic(), door_open():
            return action(*args, **kwargs)

    return run


def record(
    *,
    by: Actor,
    verb: str,
    subject: str,
    was: Any = None,
    now: Any = None,
    count: int = 1,
    checksum: str = "",
) -> Entry:
    """Write one line, in the change's own transaction. Raises Broken for an unknown actor."""
    if not by.id:
        raise Broken("write.unattributed", verb=verb)
    return Entry.objects.create(
        recorded_at=timezone.now(),
        actor_id=by.id,
        actor_name=by.name,
        verb=verb,
        subject=subject,
        was=was,
        now=now,
        count=count,
        checksum=checksum,
    )


def checksum(rows: Any) -> str:
    """SHA-256 of the canonical JSON of what a bulk verb wrote."""
    text = json.dumps(rows, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Tally:
    """What a bulk verb did to a catalogue or a ledger."""

    added: int = 0
    changed: int = 0
    same: int = 0


@dataclass(frozen=True)
class Answer:
    """What a request got, and whether it had been answered before."""

    told: dict[str, Any]
    again: bool


def put_all(
    *,
    by: Actor,
    verb: str,
    model: type[models.Model],
    key: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
) -> Tally:
    """Bring catalogue rows to the given values: add what is new, change what differs.

    Writes one line in the record for the whole, with what changed rows were and are.
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    held = {tuple(getattr(o, k) for k in key): o for o in model._default_manager.all()}
    new: list[models.Model] = []
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    for row in rows:
        there = held.get(tuple(row[k] for k in key))
        if there is None:
            new.append(model(**row))
            continue
        differing = [name for name in names if name in row and getattr(there, name) != row[name]]
        if differing:
            label = "/".join(str(row[k]) for k in key)
            was[label] = {name: str(getattr(there, name)) for name in differing}
            now[label] = {name: str(row[name]) for name in differing}
            for name in differing:
                setattr(there, name, row[name])
            there.save(update_fields=[model._meta.get_field(name).name for name in differing])
    model._default_manager.bulk_create(new, batch_size=500)
    tally = Tally(len(new), len(was), len(rows) - len(new) - len(was))
    if new or was:
        record(
            by=by, verb=verb, subject=model.__name__, was=was or None, now=now or None,
            count=len(new) + len(was), checksum=checksum([dict(row) for row in rows]),
        )  # fmt: skip
    return tally


def check_key(key: str) -> None:
    """Raise BadInput("idempotency.key") for what cannot be a key."""
    if len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise BadInput("idempotency.key", most=LONGEST_KEY)


@verb
def once(*, by: Actor, key: str, asked: bytes, work: Callable[[], dict[str, Any]]) -> Answer:
    """Do the work once for a key of this actor; a repeat gets the first answer and writes nothing.

    Of two at the same time one waits: on SQLite for the one writer, on PostgreSQL for a lock of
    the key. Raises BadInput for a key that cannot be one, or that came with another request.
    """
    if not key:
        return Answer(work(), again=False)
    check_key(key)
    _wait_for(by, key)
    content = hashlib.sha256(asked).hexdigest()
    held = Receipt.objects.filter(actor_id=by.id, key=key).first()
    if held is not None:
        if held.request_sha256 != content:
            raise BadInput("idempotency.other_request", key=key)
        return Answer(held.answer, again=True)
    answer = work()
    Receipt.objects.create(
        actor_id=by.id, key=key, request_sha256=content, answer=answer, at=timezone.now()
    )
    return Answer(answer, again=False)


def _wait_for(by: Actor, key: str) -> None:
    if connection.vendor == "postgresql":
        told = hashlib.sha256(f"{by.id}|{key}".encode()).digest()
        number = int.from_bytes(told[:8], signed=True)
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [number])
