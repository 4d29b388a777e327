"""The `law/` folder: dated legal data and conventions, as TOML beside the source.

A province's own provisions stand in files of the same names in a folder of its installation. They
are added to those here, name their province, and go before the country's; an upgrade leaves them.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from dieuhanh.domain.conventions import parse_conventions
from dieuhanh.domain.errors import BadInput, Broken, Place
from dieuhanh.domain.meeting_terms import read_meeting_terms
from dieuhanh.domain.papers.signing import SigningRule, read_signing
from dieuhanh.domain.papers.units import Unit, read_units
from dieuhanh.domain.reporting import read_law
from dieuhanh.domain.tasks import read_task_law

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dieuhanh.domain.conventions import Convention
    from dieuhanh.domain.meeting_terms import MeetingTerm
    from dieuhanh.domain.reporting import ReportRule
    from dieuhanh.domain.tasks import TaskLaw


class Scoped(Protocol):
    """What may be a province's or a body's own."""

    @property
    def scope(self) -> str:
        """Whose it is; empty: everybody's."""


Rule = TypeVar("Rule", bound=Scoped)
Told = TypeVar("Told")
CONVENTIONS = "conventions.toml"
CONFERENCES = "conferences.toml"
GROUNDS = "grounds.toml"
PAPERS = "papers.toml"
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


class Ground(NamedTuple):
    """A law as papers cite it, its number, and whether the entry was read off a source."""

    text: str
    number: str
    sure: bool


def load_grounds(on: date, folder: Path | None = None) -> tuple[Ground, ...]:
    """The laws a decision that assigns targets rests on, in force on a day, as papers cite them."""
    return tuple(
        Ground(entry["text"], str(entry.get("number", "")), entry["confidence"] == "high")
        for entry in _grounds(folder or law_folder())
        if entry["in_force_from"] <= on <= entry.get("in_force_to", on)
    )


@cache
def _grounds(folder: Path) -> tuple[dict[str, Any], ...]:
    found = read_law_file(GROUNDS, folder).get("ground", [])
    for number, entry in enumerate(found, start=1):
        dated = isinstance(entry.get("in_force_from"), date)
        told = (entry.get(name) for name in ("text", "confidence", "source"))
        if not dated or not all(isinstance(each, str) and each for each in told):
            detail = f"[[ground]] {number}: text, in_force_from, confidence, source"
            raise Broken("convention.no_file", file=GROUNDS, detail=detail)
    return tuple(found)


def load_signing(folder: Path | None = None) -> Mapping[str, SigningRule]:
    """How papers of each type are signed, by the type's key, read once. Raises BadInput located in
    the file."""
    return _signing(folder or law_folder())


def load_units(folder: Path | None = None, own: Path | None = None) -> tuple[Unit, ...]:
    """The drafting units of official letters, with the office's own, read once. Raises BadInput
    located in the file."""
    return _units(folder or law_folder(), own)


@cache
def _signing(folder: Path) -> Mapping[str, SigningRule]:
    return _read(PAPERS, read_signing, folder / PAPERS)


@cache
def _units(folder: Path, own: Path | None) -> tuple[Unit, ...]:
    return _with_own(PAPERS, read_units, folder, own)


def load_reporting(folder: Path | None = None, own: Path | None = None) -> tuple[ReportRule, ...]:
    """The rules of reporting periods, with the province's own, read once. Raises BadInput located
    in the file."""
    return _reporting(folder or law_folder(), own)


def load_task_law(folder: Path | None = None, own: Path | None = None) -> tuple[TaskLaw, ...]:
    """The provisions on following up tasks, with the province's own, read once. Raises BadInput
    located in the file."""
    return _tasks(folder or law_folder(), own)


def load_meeting_terms(
    folder: Path | None = None, own: Path | None = None
) -> tuple[MeetingTerm, ...]:
    """The terms of meetings, with the province's own, read once. Raises BadInput located in the
    file."""
    return _meetings(folder or law_folder(), own)


@cache
def _meetings(folder: Path, own: Path | None) -> tuple[MeetingTerm, ...]:
    return _with_own(CONFERENCES, read_meeting_terms, folder, own)


@cache
def _tasks(folder: Path, own: Path | None) -> tuple[TaskLaw, ...]:
    return _with_own(TASKS, read_task_law, folder, own)


@cache
def _reporting(folder: Path, own: Path | None) -> tuple[ReportRule, ...]:
    return _with_own(REPORTING, read_law, folder, own)


def _with_own(
    name: str, read: Callable[[Mapping[str, Any]], tuple[Rule, ...]], folder: Path, own: Path | None
) -> tuple[Rule, ...]:
    """The provisions here, and those of the province: each of them must say whose it is."""
    rules = _read(name, read, folder / name)
    path = own / name if own else None
    if path is None or not path.is_file():
        return rules
    theirs = _read(str(path), read, path)
    for number, each in enumerate(theirs, start=1):
        if not each.scope:
            raise BadInput("law.no_scope", entry=number, place=Place(file=str(path)))
    return (*rules, *theirs)


def _read(name: str, read: Callable[[Mapping[str, Any]], Told], path: Path) -> Told:
    try:
        return read(read_law_file(path.name, path.parent))
    except BadInput as fault:
        raise fault.at(Place(file=name)) from fault


@cache
def _conventions(folder: Path) -> Mapping[str, Convention]:
    try:
        return parse_conventions(read_law_file(CONVENTIONS, folder))
    except BadInput as fault:
        raise fault.at(Place(file=CONVENTIONS)) from fault


__all__ = [
    "CONFERENCES",
    "CONVENTIONS",
    "PAPERS",
    "REPORTING",
    "TASKS",
    "law_folder",
    "load_conventions",
    "load_meeting_terms",
    "load_reporting",
    "load_signing",
    "load_task_law",
    "load_units",
    "read_law_file",
]
