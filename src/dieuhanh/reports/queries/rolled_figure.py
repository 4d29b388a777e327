"""One figure made of the level below: its value, its coverage, what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from hashlib import sha256

from dieuhanh.domain.coherence import Gap
from dieuhanh.domain.figures import Status, Value
from dieuhanh.domain.numbers import decimals_of, half_up
from dieuhanh.domain.units import convert, share_factor
from dieuhanh.engine.sweeps import Sweep, Total
from dieuhanh.plans.models import Indicator

from ..models import Figure

FIRM = (Status.ESTIMATED, Status.PRELIMINARY, Status.OFFICIAL)


@dataclass(frozen=True)
class RolledFigure:
    """What the areas below make of one indicator on a day: `reported` of `expected` said a number.

    `closed`: the round was closed by then, so that whoever is missing is named with a reason;
    until then a sum that lacks some is not yet the total.
    """

    indicator: Indicator
    area: int
    period: str
    on: date
    total: Total
    below: int
    closed: bool
    sweep: Sweep

    @property
    def expected(self) -> int:
        """Areas to which the indicator applies."""
        return self.below - self.total.not_applicable

    @property
    def reported(self) -> int:
        """Those that stated a number."""
        return self.total.reported

    @property
    def complete(self) -> bool:
        """Whether none is missing."""
        return self.reported >= self.expected

    @property
    def conclusive(self) -> bool:
        """Whether a verdict may rest on it: nobody is missing, or the gaps were closed with names."""
        return self.reported > 0 and (self.complete or self.closed)

    @property
    def simulated(self) -> bool:
        """Whether any of its figures was generated."""
        return self.total.simulated > 0

    @property
    def status(self) -> str:
        """As firm as its least firm figure."""
        held = {name for name, _count in self.total.statuses}
        return next((status.value for status in FIRM if status.value in held), "")

    @property
    def known_from(self) -> date:
        """The day of its last figure."""
        return date.fromisoformat(self.total.since)

    @cached_property
    def stated(self) -> Value:
        """As a value of the indicator's unit; a ratio keeps its pair."""
        total, unit = self.total, self.indicator.unit
        if total.numerator is not None and total.denominator:
            return Value(
                unit, numerator=tidied(total.numerator), denominator=tidied(total.denominator)
            )
        return Value(unit, number=tidied(total.value))

    @property
    def exact(self) -> Fraction | None:
        """The exact number in the indicator's unit."""
        value = self.stated
        if value.number is not None:
            return Fraction(value.number)
        if value.numerator is None or not value.denominator:
            return None
        share = Fraction(value.numerator) / Fraction(value.denominator)
        return share * share_factor(self.indicator.unit)

    @property
    def shown(self) -> Decimal | None:
        """For reading: a ratio at one decimal more than the indicator's, so that a gap is seen."""
        exact = self.exact
        if self.stated.number is not None or exact is None:
            return self.stated.number
        return half_up(exact, self.indicator.decimals + 1)

    def gap(self, reported: Figure | None) -> Gap | None:
        """Rolled up less what the area's own figure says; None unless both are numbers."""
        if reported is None or reported.value is None or self.exact is None:
            return None
        return Gap.between(reported.value, convert(self.exact, self.indicator.unit, reported.unit))

    @cached_property
    def ids(self) -> tuple[int, ...]:
        """The figures it is made of."""
        return tuple(sorted(each.id for each in self.sweep.standing(self.on).values()))

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of what it is made of, coverage and closing included."""
        told = [*self.ids, "of", self.expected, "closed", self.closed]
        return sha256(" ".join(map(str, told)).encode()).hexdigest()


def tidied(value: Decimal | None) -> Decimal | None:
    """Without trailing zeros behind the decimal mark."""
    return (
        None if value is None else half_up(Fraction(value), max(decimals_of(value.normalize()), 0))
    )


__all__ = ["RolledFigure", "tidied"]
