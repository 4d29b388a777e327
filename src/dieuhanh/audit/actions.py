"""The frame of every write: one transaction, one attributed line in the record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction
from django.utils import timezone

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Broken

from .models import Entry, door_open

P = ParamSpec("P")
R = TypeVar("R")


def verb(action: Callable[P, R]) -> Callable[P, R]:
    """Run the action in one transaction with the guarded models' door open."""

    @wraps(action)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
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
