"""What every provision in `law/` says of itself, read in one way: since when, by what, how surely.

A provision is one table of a law file. A province's own (`scope`) goes before the country's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol, TypeVar

from .place_names import bare_name


class Provision(Protocol):
    """What is dated and scoped."""

    @property
    def in_force_from(self) -> date:
        """Its first day."""

    @property
    def in_force_to(self) -> date | None:
        """Its last day; None while it stands."""

    @property
    def scope(self) -> str:
        """The province whose own it is; empty: the country's."""


Rule = TypeVar("Rule", bound=Provision)


def holds(rule: Provision, day: date) -> bool:
    """Whether a provision is in force on the day, its first and last included."""
    return rule.in_force_from <= day and (rule.in_force_to is None or day <= rule.in_force_to)


def in_force(rules: Iterable[Rule], day: date, scope: str = "") -> Rule | None:
    """The one in force: the province's own before the country's, the newest first. A province is
    named with its kind or without: "Cà Mau", "Tỉnh Cà Mau"."""
    whose = {"", bare_name(scope)}
    fitting = [each for each in rules if bare_name(each.scope) in whose and holds(each, day)]
    return max(fitting, key=lambda each: (bool(each.scope), each.in_force_from), default=None)


def provenance(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Of a table of a law file: citation, days in force, scope, confidence, source and note.

    Raises KeyError, TypeError or ValueError for what lacks or is none; its reader says where.

    >>> told = {"citation": "Nghị định 09/2019", "in_force_from": date(2019, 3, 12),
    ...         "confidence": "high", "source": "văn bản"}
    >>> provenance(told)["in_force_to"] is None, provenance(told)["scope"]
    (True, '')
    """
    until = entry.get("in_force_to")
    return {
        "citation": words(entry, "citation"),
        "in_force_from": day_of(entry["in_force_from"]),
        "in_force_to": None if until is None else day_of(until),
        "scope": str(entry.get("scope", "")),
        "confidence": words(entry, "confidence"),
        "source": words(entry, "source"),
        "note": str(entry.get("note", "")),
    }


def day_of(value: object) -> date:
    """A TOML day, and no moment. Raises TypeError."""
    if type(value) is not date:
        raise TypeError(f"{value!r}")
    return value


def words(entry: Mapping[str, Any], name: str) -> str:
    """A text that must be there. Raises KeyError, ValueError."""
    value = entry[name]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(name)
    return value


__all__ = ["Provision", "day_of", "holds", "in_force", "provenance", "words"]
