"""Sentences: codes and values in, Vietnamese or English out. The only place that speaks."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from dieuhanh.domain.errors import BadInput, DieuHanhError, Place

TOPICS = (
    "planning",
    "values",
    "areas",
    "verdicts",
    "imports",
    "boards",
    "entry",
    "flow",
    "keeping",
    "changes",
    "reporting",
    "people",
    "api",
    "workbooks",
    "conferences",
    "live",
    "ballots",
    "closing",
    "task_faults",
    "task_lists",
    "paper_faults",
    "paper_life",
    "paper_files",
    "paper_checks",
    "signatures",
    "readings",
    "composing",
)
LANGUAGES = ("vi", "en")


@cache
def errors() -> dict[str, tuple[str, str]]:
    """Every error's sentence in both languages, by code."""
    known: dict[str, tuple[str, str]] = {}
    for topic in TOPICS:
        known |= import_module(f"{__name__}.{topic}").ERRORS
    return known


def message(error: DieuHanhError, lang: str = "vi") -> str:
    """The error's sentence, with where it stands in front when that is known."""
    template = errors()[error.code][LANGUAGES.index(lang)]
    sentence = template.format(**error.values)
    place = where(error.place, lang) if isinstance(error, BadInput) else ""
    return f"{place}: {sentence}" if place else sentence


def where(place: Place, lang: str = "vi") -> str:
    """A place in words: file, sheet, row, column.

    >>> where(Place("so-lieu.csv", "", 3, "value"))
    'so-lieu.csv, dòng 3, cột value'
    """
    row, column, sheet = ("row", "column", "sheet") if lang == "en" else ("dòng", "cột", "trang")
    parts = [place.file]
    parts += [f"{sheet} {place.sheet}"] if place.sheet else []
    parts += [f"{row} {place.row}"] if place.row is not None else []
    parts += [f"{column} {place.column}"] if place.column else []
    return ", ".join(part for part in parts if part)
