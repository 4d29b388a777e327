"""What is measured: aggregations over areas and over time, polarity, where it is counted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from .errors import BadInput


class OverAreas(StrEnum):
    """How figures of several areas make one of the area above."""

    SUM = "sum"
    RATIO_OF_SUMS = "ratio_of_sums"
    WEIGHTED_MEAN = "weighted_mean"
    MIN = "min"
    MAX = "max"
    NONE = "none"


class OverTime(StrEnum):
    """How figures of several periods make one of the longer period."""

    SUM = "sum"
    LAST = "last"
    AVERAGE = "average"
    RATIO_OF_SUMS = "ratio_of_sums"
    NONE = "none"


class Better(StrEnum):
    """Polarity: which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Level(StrEnum):
    """Levels of administration an indicator may be counted at."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class PlanKind(StrEnum):
    """Kinds of plan."""

    ANNUAL = "annual"
    FIVE_YEAR = "five_year"
    THEMATIC = "thematic"


class ValueStatus(StrEnum):
    """How surely a plan value is known; only the first two are computed with."""

    STATED = "stated"
    DERIVED = "derived"
    APPROXIMATE = "approximate"
    UNKNOWN = "unknown"


COMPUTABLE = frozenset({ValueStatus.STATED, ValueStatus.DERIVED})


def find_ring(parents: Mapping[str, str]) -> list[str]:
    """A chain child → parent that comes back to its start, or an empty list.

    >>> find_ring({"8a": "8", "8": "8a"})
    ['8a', '8', '8a']
    >>> find_ring({"8a": "8"})
    []
    """
    for start in parents:
        chain = [start]
        while chain[-1] in parents:
            chain.append(parents[chain[-1]])
            if chain[-1] == start:
                return chain
            if len(chain) > len(parents) + 1:
                break
    return []


def read_breakdowns(text: str) -> dict[str, tuple[str, ...]]:
    """Declared breakdowns: "nguon=noi-dia|dau-tho; gioi=nam|nu" → dimension to its codes."""
    declared: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        dimension, equals, codes = part.partition("=")
        if not equals or not codes.strip():
            raise BadInput("indicator.breakdown", text=text)
        declared[dimension.strip()] = tuple(c.strip() for c in codes.split("|"))
    return declared
