"""The `law/` folder: dated legal data and conventions, as TOML beside the source."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dieuhanh.domain.conventions import parse_conventions
from dieuhanh.domain.errors import BadInput, Broken, Place
from dieuhanh.domain.meeting_terms import read_meeting_terms
from dieuhanh.domain.reporting import read_law
from dieuhanh.domain.tasks import read_task_law

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dieuhanh.domain.conventions import Convention
    from dieuhanh.domain.meeting_terms import MeetingTerm
    from dieuhanh.domain.reporting import ReportRule
    from dieuhanh.domain.tasks import TaskLaw

CONVENTIONS = "conventions.toml"
CONFERENCES = "conferences.toml"
REPORTING = "reporting.toml"
TASKS = "tasks.toml"


def law_folder() -> Path:
    """Where the installation keeps its law files."""
    return Path(__file__).resolve().parents[3] / "law"


def read_law_file(name: str, folder: Path | None = None) -> dict[str, Any]:
    """A law file, parsed. Raises Broken when it is gone or is not TOML: nobody typed it."""
    path = (folder or law_folder()) / name
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Broken("convention.no_file", file=path.name, detail=str(error)) from error


def load_conventions(folder: Path | None = None) -> Mapping[str, Convention]:
    """The conventions by name, read once. Raises BadInput located in the file."""
    return _conventions(folder or law_folder())


def load_reporting(folder: Path | None = None) -> tuple[ReportRule, ...]:
    """The rules of reporting periods, read once. Raises BadInput located in the file."""
    return _reporting(folder or law_folder())


def load_task_law(folder: Path | None = None) -> tuple[TaskLaw, ...]:
    """The provisions on following up tasks, read once. Raises BadInput located in the file."""
    return _tasks(folder or law_folder())


def load_meeting_terms(folder: Path | None = None) -> tuple[MeetingTerm, ...]:
    """The terms of meetings, read once. Raises BadInput located in the file."""
    return _meetings(folder or law_folder())


@cache
def _meetings(folder: Path) -> tuple[MeetingTerm, ...]:
    try:
        return read_meeting_terms(read_law_file(CONFERENCES, folder))
    except BadInput as fault:
        raise fault.at(Place(file=CONFERENCES)) from fault


@cache
def _tasks(folder: Path) -> tuple[TaskLaw, ...]:
    try:
        return read_task_law(read_law_file(TASKS, folder))
    except BadInput as fault:
        raise fault.at(Place(file=TASKS)) from fault


@cache
def _reporting(folder: Path) -> tuple[ReportRule, ...]:
    try:
        return read_law(read_law_file(REPORTING, folder))
    except BadInput as fault:
        raise fault.at(Place(file=REPORTING)) from fault


@cache
def _conventions(folder: Path) -> Mapping[str, Convention]:
    try:
        return parse_conventions(read_law_file(CONVENTIONS, folder))
    except BadInput as fault:
        raise fault.at(Place(file=CONVENTIONS)) from fault


__all__ = [
    "CONFERENCES",
    "CONVENTIONS",
    "REPORTING",
    "TASKS",
    "law_folder",
    "load_conventions",
    "load_meeting_terms",
    "load_reporting",
    "load_task_law",
    "read_law_file",
]
