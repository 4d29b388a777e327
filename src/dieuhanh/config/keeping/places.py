"""Files written whole or not at all, and the folder of papers."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

from dieuhanh.config.home import own_law_folder, paper_templates_folder
from dieuhanh.domain.errors import BadInput, Place

CHECKSUM = re.compile(r"[0-9a-f]{64}")
CHUNK = 1024 * 1024
OWN_FILE = re.compile(r"[a-z][a-z0-9_-]*\.(?:toml|typ|png|jpg|svg)")


def own_folders() -> dict[str, Path]:
    """What an office wrote itself beside the books, by its name in an archive: the province's
    provisions, the office's templates of papers."""
    return {"law": own_law_folder(), "templates": paper_templates_folder()}


def own_files() -> list[tuple[str, Path]]:
    """Each such file with its name in an archive."""
    return [
        (f"{name}/{path.name}", path)
        for name, folder in own_folders().items()
        for path in sorted(folder.glob("*"))
        if path.is_file() and OWN_FILE.fullmatch(path.name)
    ]


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A new file, its owner's alone, that has its name only once all of it is on the disk.

    A run that is killed leaves `NAME.partial`, which the next run to the same name writes over.
    Raises BadInput where the file is there already or another run is writing it.
    """
    if path.exists():
        raise BadInput("backup.exists", place=Place(file=path.name))
    draft = path.with_name(f"{path.name}.partial")
    with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BadInput("backup.running", place=Place(file=path.name)) from None
        try:
            stream.truncate()
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            os.link(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See that names made in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def papers() -> list[Path]:
    """The files of the register, each named by its checksum."""
    folder = Path(settings.FILES_FOLDER)
    held = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in held if CHECKSUM.fullmatch(path.name)]


def chunks(path: Path) -> Iterator[bytes]:
    """A file's bytes, a little at a time."""
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def damaged_papers() -> list[str]:
    """The files whose content is not what their name says."""
    return [path.name for path in papers() if _sha256(path) != path.name]


def _sha256(path: Path) -> str:
    seen = hashlib.sha256()
    for chunk in chunks(path):
        seen.update(chunk)
    return seen.hexdigest()
