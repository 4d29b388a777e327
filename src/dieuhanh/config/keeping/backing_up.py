"""`backup`: the whole of the books in one portable archive, while they are worked in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps
from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.audit.queries import walk
from dieuhanh.config.home import home
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.exchange.archives import ArchiveWriter

from . import places, rows, schema
from .snapshots import snapshot

INSTALLATION = "installation.toml"
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Kept:
    """What an archive holds, as told to whoever made or restored it."""

    checksum: str
    version: str
    made_at: datetime
    rows: int
    files: int
    sealed: int
    head: str
    faults: int
    damaged: tuple[str, ...] = ()


def back_up(path: Path, *, by: Actor, progress: Progress = lambda _name: None) -> Kept:
    """Write the books as they stand at this moment to a new file, whole or not at all.

    Raises Refused, or BadInput("backup.…") where the file is there or being written.
    """
    by.require(Permission.BOOKS_KEEP)
    made_at = timezone.now()
    with places.written_whole(path) as stream:
        writer = ArchiveWriter(stream)
        with snapshot() as seen:
            facts, count = _tables(writer, seen, progress)
        files, damaged = _files(writer, progress)
        told = {"product": schema.PRODUCT, "version": schema.product_version()}
        checksum = writer.finish({**told, "made_at": made_at.isoformat(), **facts})
    chain = facts["chain"]
    kept = Kept(
        checksum, told["version"], made_at, count, files,
        chain["sealed"], chain["head"], len(chain["faults"]), damaged,
    )  # fmt: skip
    if not schema.waiting():
        _record(by, path.name, kept)
    return kept


def _tables(
    writer: ArchiveWriter, seen: BaseDatabaseWrapper, progress: Progress
) -> tuple[dict[str, Any], int]:
    """Every table of the moment, and what the manifest tells of the books."""
    had = schema.applied(seen)
    apps_then = schema.tables_of(had, MigrationLoader(seen))
    total = 0
    for model in rows.tables(apps_then):
        name = rows.name_of(model)
        progress(name)
        with writer.member(f"tables/{name}.jsonl") as sink:
            count = -1
            for line in rows.lines(model, seen.alias):
                sink.write(line)
                count += 1
            sink.rows = count
        total += count
    chain = chain_facts(seen.alias, apps_then)
    facts = {"database": seen.vendor, "migrations": sorted(map(list, had)), "chain": chain}
    return facts, total


def chain_facts(using: str, apps_then: StateApps) -> dict[str, Any]:
    """The record's chain, re-walked: what restoring must find again, faults included."""
    models = {"entries": ("audit", "Entry"), "seals": ("audit", "Seal")}
    then: dict[str, Any] = {name: apps_then.get_model(*of) for name, of in models.items()}
    told = asdict(walk(using=using, **then))
    return {**told, "faults": [list(fault) for fault in told["faults"]]}


def _files(writer: ArchiveWriter, progress: Progress) -> tuple[int, tuple[str, ...]]:
    """The papers, what the installation says of itself, its own provisions and templates. Written
    before the rows that name them, so none is missing; those whose content is not their name's are
    told, and kept so."""
    damaged = []
    held = places.papers()
    for path in held:
        progress(path.name[:12])
        with writer.member(f"files/{path.name}") as sink:
            for chunk in places.chunks(path):
                sink.write(chunk)
        if sink.sha256 != path.name:
            damaged.append(path.name)
    about = home() / "dieuhanh.toml"
    if about.exists():
        with writer.member(INSTALLATION) as sink:
            sink.write(about.read_bytes())
    for name, path in places.own_files():
        with writer.member(name) as sink:
            sink.write(path.read_bytes())
    return len(held), tuple(damaged)


@verb
def _record(by: Actor, name: str, kept: Kept) -> None:
    now = {"rows": kept.rows, "files": kept.files, "sealed": kept.sealed, "head": kept.head}
    record(by=by, verb="books.backed_up", subject=name, now=now, checksum=kept.checksum)
