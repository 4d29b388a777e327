"""`upgrade`: books of an earlier release brought to this one, after a copy is put aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.config.home import home
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Broken

from . import schema
from .backing_up import Progress, back_up, chain_facts


@dataclass(frozen=True)
class Upgraded:
    """What an upgrade did: how many steps, and where the copy from before lies."""

    steps: int
    version: str
    sealed: int
    aside: Path | None = None
    checksum: str = ""


def upgrade(
    *, by: Actor, aside: Path | None = None, progress: Progress = lambda _name: None
) -> Upgraded:
    """Migrate the books; a copy from before is written to `aside` first, if given.

    Raises Refused, BadInput("books.newer"), or Broken where the record's chain does not hold
    afterwards as it held before.
    """
    by.require(Permission.BOOKS_KEEP)
    steps, before = schema.waiting(), _chain()
    if not steps:
        return Upgraded(0, schema.product_version(), before["sealed"])
    checksum = ""
    if aside is not None:
        aside.parent.mkdir(parents=True, exist_ok=True)
        checksum = back_up(aside, by=by, progress=progress).checksum
    call_command("migrate", verbosity=0, interactive=False)
    if _chain() != before:
        raise Broken("books.chain_moved", aside=str(aside or "–"))
    done = Upgraded(steps, schema.product_version(), before["sealed"], aside, checksum)
    _record(by, done)
    return done


def _chain() -> dict[str, Any]:
    """The record's chain in the books as they stand, of whatever release."""
    apps_then = schema.tables_of(schema.applied(), MigrationLoader(connection))
    return chain_facts(connection.alias, apps_then)


def copy_aside() -> Path:
    """Where the copy from before an upgrade goes."""
    stamp = timezone.localtime().strftime("%Y-%m-%d-%H%M%S")
    return home() / "backups" / f"before-upgrade-{stamp}.zip"


@verb
def _record(by: Actor, done: Upgraded) -> None:
    record(
        by=by,
        verb="books.upgraded",
        subject=done.version,
        now={"steps": done.steps},
        checksum=done.checksum,
    )
