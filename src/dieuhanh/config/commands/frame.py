"""What all commands share: errors told plainly, the books opened, JSON, dates, progress."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput, BadInputs, DieuHanhError, Missing, Refused
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.wording import message

err = Console(stderr=True, highlight=False, soft_wrap=True)
MENDABLE = 2
OUR_FAULT = 1


def run(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; an error of ours becomes sentences on standard error and an exit code."""
    try:
        return command(options)
    except BrokenPipeError:
        return 0
    except (BadInputs, BadInput, Missing, Refused) as fault:
        return _tell(fault, options.lang, MENDABLE)
    except DieuHanhError as fault:
        return _tell(fault, options.lang, OUR_FAULT)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        told = BadInput("system.file", path=fault.filename or "", reason=reason)
        return _tell(told, options.lang, MENDABLE)
    except _database_error() as fault:
        return _tell(BadInput("system.database", reason=str(fault)), options.lang, MENDABLE)


def _tell(fault: DieuHanhError, lang: Lang, code: int) -> int:
    """Every fault on a line of its own, and last how many there are."""
    for each in [*(fault.faults if isinstance(fault, BadInputs) else ()), fault]:
        err.print(message(each, lang), markup=False)
    return code


def _database_error() -> type[Exception]:
    """Django's own, without importing Django for the commands that need none."""
    if "django.db" not in sys.modules:
        return DieuHanhError
    from django.db import DatabaseError  # noqa: PLC0415

    return DatabaseError


def start() -> None:
    """Start Django in the home folder, whatever state the books are in."""
    import django  # noqa: PLC0415 - `judge` and `--help` need no Django

    from dieuhanh.config.home import home  # noqa: PLC0415

    home().mkdir(parents=True, exist_ok=True)
    django.setup()


def open_books(*, create: bool = False) -> None:
    """Start Django and see that there are books of this release, or (create) begin new ones.

    Raises BadInput("books.none" | "books.older" | "books.newer").
    """
    start()
    from dieuhanh.config.databases import books_open, require_books  # noqa: PLC0415
    from dieuhanh.config.keeping import schema  # noqa: PLC0415

    if create and not books_open():
        schema.begin()
        return
    require_books()
    schema.require_this_release()


def at_machine() -> Actor:
    """The person at this machine, who keeps the installation."""
    return keeper(getpass.getuser())


def seal() -> None:
    """Seal what the command wrote."""
    from dieuhanh.audit.jobs import seal as seal_entries  # noqa: PLC0415

    seal_entries()


def day(text: str) -> date:
    """A date of the command line: 2022-01-12 or 12/01/2022."""
    return read_vi_date(text)


def say_json(shape: Any, *, indent: int | None = 1) -> int:
    """Print JSON alone on standard output; without indent it is several times as quick."""
    sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=indent))
    sys.stdout.write("\n")
    return 0


def progress() -> Progress:
    """A bar on standard error, so that standard output holds the answer alone."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
    )
    return Progress(*columns, console=err, transient=True)
