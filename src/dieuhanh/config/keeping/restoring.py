"""`restore`: an archive into an installation without books, all of it or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from dieuhanh.audit.actions import record, verb
from dieuhanh.conferences.actions.ballots import void_restored
from dieuhanh.config.home import home
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.archives import Archive

from . import places, rows, schema
from .backing_up import INSTALLATION, Kept, Progress, chain_facts


def restore(
    path: Path, *, by: Actor, checksum: str = "", progress: Progress = lambda _name: None
) -> Kept:
    """Fill an installation without books from an archive, of this release or an earlier one.

    `checksum` is the one its backup told; any other archive is refused. A secret ballot that was
    running is void afterwards: the key of its urn is in no archive. Raises Refused, or
    BadInput("archive.…" | "restore.…"), with nothing changed.
    """
    by.require(Permission.BOOKS_KEEP)
    with Archive(path) as archive:
        had = _trusted(archive, checksum, progress)
        _require_room(archive)
        installation, own = _installation(archive), _own(archive)
        _require_no_books(had)
        executor = MigrationExecutor(connection)
        if not schema.applied():
            if had == schema.known():
                schema.begin()
            else:
                executor.migrate(schema.leaves(had, executor.loader))
        apps_then = schema.tables_of(had, executor.loader)
        with _staged(archive) as files, transaction.atomic():
            count = _fill(archive, apps_then, progress)
            if chain_facts(connection.alias, apps_then) != archive.facts["chain"]:
                raise archive.fault("archive.chain")
            _place(files)
            if installation:
                _write(home() / "dieuhanh.toml", installation)
            for kept_at, content in own.items():
                _write(kept_at, content)
        kept = _told(archive, count, len(files))
    call_command("migrate", verbosity=0, interactive=False)
    _record(by, path.name, kept)
    void_restored(by=by)
    return kept


def _trusted(archive: Archive, checksum: str, progress: Progress) -> frozenset[schema.Node]:
    """The migrations of the books in an archive that is whole, ours and not newer than we are."""
    if checksum and checksum != archive.checksum:
        raise archive.fault("archive.checksum", found=archive.checksum)
    facts = archive.facts
    if facts.get("product") != schema.PRODUCT:
        raise archive.fault("archive.no_archive")
    had = frozenset((app, name) for app, name in facts["migrations"])
    if foreign := had - schema.known():
        told = {"theirs": facts["version"], "ours": schema.product_version()}
        raise archive.fault("archive.newer", names=schema.told(foreign), **told)
    archive.check(progress)
    return had


def _require_room(archive: Archive) -> None:
    folder = home()
    free = shutil.disk_usage(folder).free
    if archive.unpacked > free:
        raise archive.fault("restore.no_room", size=archive.unpacked, free=free, home=str(folder))


def _installation(archive: Archive) -> bytes:
    """What the archive's installation said of itself, which must not differ from this one."""
    theirs = b"".join(archive.chunks(INSTALLATION)) if INSTALLATION in archive.members else b""
    ours = home() / "dieuhanh.toml"
    if ours.exists() and ours.read_bytes() != theirs:
        raise BadInput("restore.other_installation", path=str(ours))
    return theirs


def _own(archive: Archive) -> dict[Path, bytes]:
    """The office's own provisions and templates, where they go; those of this installation must
    not differ."""
    found = {}
    for member, folder in (
        (member, folder)
        for under, folder in places.own_folders().items()
        for member in archive.under(under)
    ):
        name = member.name.partition("/")[2]
        if not places.OWN_FILE.fullmatch(name):
            raise archive.fault("archive.altered", member=member.name)
        path, content = folder / name, b"".join(archive.chunks(member.name))
        if path.exists() and path.read_bytes() != content:
            raise BadInput("restore.other_installation", path=str(path))
        found[path] = content
    return found


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".restoring")
    draft.write_bytes(content)
    draft.replace(path)


def _require_no_books(had: frozenset[schema.Node]) -> None:
    """No row of ours anywhere, and tables either absent or of the archive's own release."""
    standing = schema.applied()
    if not standing:
        return
    loader = MigrationExecutor(connection).loader
    for model in rows.tables(schema.tables_of(standing & schema.known(), loader)):
        name = rows.name_of(model)
        if name not in rows.MADE_BY_MIGRATING and model._default_manager.exists():
            raise BadInput("restore.not_empty", table=name, home=str(home()))
    if standing != had:
        raise BadInput("restore.other_tables", home=str(home()))


@contextmanager
def _staged(archive: Archive) -> Iterator[list[Path]]:
    """The archive's files, on the disk beside the folder of papers; gone again afterwards."""
    staged = Path(settings.FILES_FOLDER).with_name("files.restoring")
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    try:
        yield [_stage(archive, member.name, staged) for member in archive.under("files")]
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _stage(archive: Archive, member: str, staged: Path) -> Path:
    name = member.removeprefix("files/")
    if not places.CHECKSUM.fullmatch(name):
        raise archive.fault("archive.altered", member=member)
    with (staged / name).open("wb") as stream:
        for chunk in archive.chunks(member):
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return staged / name


def _place(staged: list[Path]) -> None:
    """Move the files to where papers are kept: done before the rows that name them are there."""
    folder = Path(settings.FILES_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for path in staged:
        path.replace(folder / path.name)
    places.sync_folder(folder)


def _fill(archive: Archive, apps_then: StateApps, progress: Progress) -> int:
    """Every row of every table, held to the manifest and to each other."""
    tables = {f"tables/{rows.name_of(model)}.jsonl": model for model in rows.tables(apps_then)}
    for name in {*tables} ^ {member.name for member in archive.under("tables")}:
        raise archive.fault("archive.altered", member=name)
    for model in tables.values():
        if rows.name_of(model) in rows.MADE_BY_MIGRATING:
            model._default_manager.all().delete()
    total = 0
    for name, model in tables.items():
        progress(name)
        try:
            total += _fill_one(archive, name, model)
        except (ValueError, TypeError, ValidationError):
            raise archive.fault("archive.altered", member=name) from None
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise archive.fault("archive.contradiction", reason=str(error)) from None
    _set_sequences(list(tables.values()))
    return total


def _fill_one(archive: Archive, name: str, model: type[models.Model]) -> int:
    lines = archive.lines(name)
    if next(lines, None) != [field.attname for field in rows.columns(model)]:
        raise archive.fault("archive.altered", member=name)
    count = rows.insert(model, lines, connection)
    if count != archive.members[name].rows:
        raise archive.fault("archive.altered", member=name)
    return count


def _set_sequences(filled: list[type[models.Model]]) -> None:
    """The next row gets the next number (PostgreSQL keeps its own count)."""
    with connection.cursor() as cursor:
        for sentence in connection.ops.sequence_reset_sql(no_style(), filled):
            cursor.execute(sentence)


def _told(archive: Archive, count: int, files: int) -> Kept:
    facts, chain = archive.facts, archive.facts["chain"]
    return Kept(
        archive.checksum, facts["version"], datetime.fromisoformat(facts["made_at"]), count, files,
        chain["sealed"], chain["head"], len(chain["faults"]), tuple(places.damaged_papers()),
    )  # fmt: skip


@verb
def _record(by: Actor, name: str, kept: Kept) -> None:
    now = {"made_at": kept.made_at.isoformat(), "version": kept.version, "rows": kept.rows,
           "files": kept.files, "sealed": kept.sealed, "head": kept.head}  # fmt: skip
    record(by=by, verb="books.restored", subject=name, now=now, checksum=kept.checksum)
