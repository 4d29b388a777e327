"""Conventions: named sets of switches that say how a rule's words are read.

Nothing in judging asks which convention it is under; it asks the switches. Their values live
in `law/conventions.toml`, each with where it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .errors import BadInput, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_CONVENTION = "practice"


class About(StrEnum):
    """How "khoảng X" is read."""

    ONE_SIDED = "one_sided"  # a floor or, where lower is better, a ceiling; no tolerance
    EQUALITY = "equality"  # equal to X within the stated tolerance (none = 0)
    TOLERANCE = "tolerance"  # within the tolerance met, past it on the good side exceeded


class Strict(StrEnum):
    """What "trên N" and "dưới N" say of N itself."""

    BOUND_INCLUDED = "bound_included"
    BOUND_EXCLUDED = "bound_excluded"
    BOUND_EXCLUDED_NEVER_EXCEEDED = "bound_excluded_never_exceeded"


class CeilingExceeded(StrEnum):
    """When staying under a ceiling is more than met."""

    SIGN_TURNS = "sign_turns"
    BELOW = "below"


class EqualWithin(StrEnum):
    """Whether `equal` without `approx` looks at the rule's tolerance."""

    NOTHING = "nothing"
    TOLERANCE = "tolerance"


class RangeActual(StrEnum):
    """Which number of an estimate given as a range is judged."""

    BOTH_ENDS = "both_ends"  # met if the good end reaches the plan, exceeded if the bad end does
    LOW_NUMBER = "low_number"


class Shortfall(StrEnum):
    """Whether a shortfall may be rounded away. Excess never is."""

    UNROUNDED = "unrounded"
    ROUNDED_AWAY = "rounded_away"


class Percentage(StrEnum):
    """What happens first to a percentage made of numerator and denominator."""

    EXACT = "exact"
    ROUNDED_FIRST = "rounded_first"


@dataclass(frozen=True, slots=True)
class Switches:
    """One way to read rules, switch by switch."""

    about: About
    strict: Strict
    ceiling_exceeded: CeilingExceeded
    equal_within: EqualWithin
    range_actual: RangeActual
    shortfall: Shortfall
    percentage: Percentage


@dataclass(frozen=True, slots=True)
class Convention:
    """A named set of switches, with where each comes from."""

    name: str
    title: Mapping[str, str]
    source: str
    switches: Switches
    because: Mapping[str, str]


_TYPES: dict[str, type[StrEnum]] = {
    "about": About,
    "strict": Strict,
    "ceiling_exceeded": CeilingExceeded,
    "equal_within": EqualWithin,
    "range_actual": RangeActual,
    "shortfall": Shortfall,
    "percentage": Percentage,
}
SWITCHES = tuple(switch.name for switch in fields(Switches))


def parse_conventions(tables: Mapping[str, Any]) -> dict[str, Convention]:
    """Conventions out of parsed TOML. Raises BadInput naming the table and the key at fault."""
    return {name: _convention(name, table) for name, table in tables.items()}


def find_convention(conventions: Mapping[str, Convention], name: str) -> Convention:
    """The convention of that name. Raises BadInput that lists those there are."""
    if name not in conventions:
        raise BadInput("convention.unknown", name=name, known=", ".join(conventions))
    return conventions[name]


def _convention(name: str, table: Mapping[str, Any]) -> Convention:
    switches = {key: _switch(name, key, _entry(name, table, key)) for key in SWITCHES}
    because = {key: _text(name, key, table[key], "because") for key in SWITCHES}
    title = {lang: _text(name, "title", table.get("title", {}), lang) for lang in ("vi", "en")}
    source = _text(name, "", table, "source")
    return Convention(name, title, source, Switches(**switches), because)


def _entry(name: str, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    entry = table.get(key)
    if not isinstance(entry, dict):
        raise BadInput("convention.missing_switch", place=_place(name, key), key=key)
    return entry


def _switch(name: str, key: str, entry: Mapping[str, Any]) -> Any:
    choices = {choice.value: choice for choice in _TYPES[key]}
    word = entry.get("value")
    if word not in choices:
        place, possible = _place(name, key), ", ".join(choices)
        raise BadInput("convention.unknown_value", place=place, text=str(word), possible=possible)
    return choices[word]


def _text(name: str, key: str, entry: Mapping[str, Any], field: str) -> str:
    text = entry.get(field)
    if not isinstance(text, str) or not text.strip():
        raise BadInput("convention.missing_text", place=_place(name, key, field), field=field)
    return text.strip()


def _place(*path: str) -> Place:
    return Place(column=".".join(step for step in path if step))


__all__ = [
    "DEFAULT_CONVENTION",
    "SWITCHES",
    "About",
    "CeilingExceeded",
    "Convention",
    "EqualWithin",
    "Percentage",
    "RangeActual",
    "Shortfall",
    "Strict",
    "Switches",
    "find_convention",
    "parse_conventions",
]
