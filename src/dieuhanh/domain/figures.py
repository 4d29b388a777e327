"""A figure: an SDMX observation with two clocks, kept for ever.

`known_from` is the day its source stated it, `recorded_at` when our books took it. Within one key
a later `known_from` replaces an earlier one and, of equal days, the later `recorded_at`, in
whatever order they were entered. Two sources never replace each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from .errors import BadInput


class Span(StrEnum):
    """Whether the figure is of the period alone or of the year up to its end (lũy kế)."""

    IN_PERIOD = "in_period"
    TO_DATE = "to_date"


class Origin(StrEnum):
    """Nguồn gốc: stated by a source, or made by us from lower figures or older areas."""

    REPORTED = "reported"
    ROLLED_UP = "rolled_up"
    RESTATED = "restated"


class Status(StrEnum):
    """SDMX OBS_STATUS in the words of the statistics law: ước, sơ bộ, chính thức."""

    ESTIMATED = "estimated"
    PRELIMINARY = "preliminary"
    OFFICIAL = "official"


class Absence(StrEnum):
    """Why there is no number: "-" none, "…" not collected, "x" not applicable. Never zero."""

    NONE = "none"
    NOT_COLLECTED = "not_collected"
    NOT_APPLICABLE = "not_applicable"


class Bound(StrEnum):
    """How the source worded the number: "trên 4", "dưới 4", "khoảng 24" or "gần 19.000"."""

    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"
    NEAR = "near"


@dataclass(frozen=True, order=True)
class FigureKey:
    """What one history of figures is about. `area` is our id of the area, not its code."""

    indicator: str
    area: int
    period: str
    span: Span = Span.IN_PERIOD
    breakdown: str = ""
    source: str = ""
    origin: Origin = Origin.REPORTED


DECIMALS = 10
WHOLE_DIGITS = 25


def _fits(number: Decimal) -> bool:
    """Whether sums over a nation of such numbers stay exact in DECIMAL(38, 10)."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -DECIMALS and number.adjusted() < WHOLE_DIGITS


@dataclass(frozen=True)
class Value:
    """The exact decimal as printed, or numerator and denominator, or a reason for absence."""

    unit: str
    number: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    absence: Absence | None = None

    def check(self) -> None:
        """Raise BadInput unless exactly one way of stating the value is used, and in full."""
        if (self.numerator is None) != (self.denominator is None):
            raise BadInput("figure.half_ratio")
        if self.denominator is not None and self.denominator == 0 and self.absence is None:
            raise BadInput("figure.zero_denominator")
        stated = self.number is not None or self.numerator is not None
        if stated == (self.absence is not None):
            raise BadInput("figure.both" if stated else "figure.nothing")
        for number in (self.number, self.high, self.numerator, self.denominator):
            if number is not None and not _fits(number):
                raise BadInput("figure.digits", text=format(number, "f"), decimals=DECIMALS)
        if self.high is not None and (self.number is None or self.high < self.number):
            raise BadInput("figure.range")


@dataclass(frozen=True)
class Figure:
    """One row of the books, as the domain sees it."""

    id: int
    key: FigureKey
    value: Value
    status: Status
    known_from: date
    recorded_at: datetime
    withdrawn: bool = False


def current(
    figures: Iterable[Figure], *, as_known_on: date, as_recorded_by: datetime | None = None
) -> dict[FigureKey, Figure]:
    """The figure in force of each key; the oracle the engine's SQL is held equal to."""
    latest: dict[FigureKey, Figure] = {}
    for figure in figures:
        if figure.known_from > as_known_on:
            continue
        if as_recorded_by is not None and figure.recorded_at > as_recorded_by:
            continue
        held = latest.get(figure.key)
        if held is None or precedence(held) < precedence(figure):
            latest[figure.key] = figure
    return {key: figure for key, figure in latest.items() if not figure.withdrawn}


def precedence(figure: Figure) -> tuple[date, datetime, int]:
    """Of two figures with one key, the greater stands."""
    return figure.known_from, figure.recorded_at, figure.id


def write_breakdown(pairs: Mapping[str, str]) -> str:
    """Canonical text of a breakdown: "dimension=code" pairs in order of dimension.

    >>> write_breakdown({"nguon": "noi-dia", "gioi": "nu"})
    'gioi=nu;nguon=noi-dia'
    """
    return ";".join(f"{dimension}={code}" for dimension, code in sorted(pairs.items()))


def read_breakdown(text: str, declared: Mapping[str, tuple[str, ...]]) -> str:
    """The canonical breakdown, checked against what the indicator declares."""
    pairs: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        dimension, _, code = (piece.strip() for piece in part.partition("="))
        if code not in declared.get(dimension, ()):
            raise BadInput("figure.breakdown", text=part, declared=dict(declared))
        pairs[dimension] = code
    return write_breakdown(pairs)
