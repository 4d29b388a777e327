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
from dieuhanh.domain.wording import message

err = Console(stderr=True, highlight=False, soft_wrap=True)
MENDABLE = 2
OUR_FAULT = 1


def run(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; an error of ours becomes sentences on standard error and an exit code."""
    lang = options.lang
    try:
        return command(options)
    except BadInputs as several:
        for fault in several.faults:
            err.print(message(fault, lang), markup=False)
        err.print(message(several, lang), markup=False)
        return MENDABLE
    except (BadInput, Missing, Refused) as fault:
        err.print(message(fault, lang), markup=False)
        return MENDABLE
    except DieuHanhError as fault:
        err.print(message(fault, lang), markup=False)
        return OUR_FAULT
    except BrokenPipeError:
        return 0


def open_books(*, create: bool = False) -> None:
    """Start Django and see that the books are there, or (create) bring their tables up to date."""
    import django  # noqa: PLC0415 - `judge` and `--help` need no Django
    from django.core.management import call_command  # noqa: PLC0415

    from dieuhanh.config.home import home  # noqa: PLC0415

    home().mkdir(parents=True, exist_ok=True)
    django.setup()
    if create:
        call_command("migrate", verbosity=0, interactive=False)
        return
    from dieuhanh.config.databases import books_open  # noqa: PLC0415

    if not books_open():
        raise BadInput("books.none", home=str(home()))


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
