"""Results of a period, as the books above hold them.

Plans stand below reports and may not ask for figures; whoever mounts the pages (config) hands
this reading down to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Value
from dieuhanh.domain.units import convert

from ..models import Plan


@dataclass(frozen=True)
class Result:
    """The figure in force of one indicator, leading to its passport."""

    value: Value
    href: str
    status: str
    simulated: bool

    def number_in(self, unit: str) -> Fraction | None:
        """The number in another unit; None for an absence, a ratio without one, or no way there."""
        if self.value.number is None:
            return None
        if not unit or unit == self.value.unit:
            return Fraction(self.value.number)
        try:
            return convert(Fraction(self.value.number), self.value.unit, unit)
        except BadInput:
            return None

    def exact_in(self, unit: str) -> Decimal | None:
        """The number as printed where it is in that unit already."""
        same = not unit or unit == self.value.unit
        return self.value.number if same else None


class Results(Protocol):
    """By indicator: what the plan's judged source says of the plan's area in a period."""

    def __call__(
        self, plan: Plan, period: str, indicators: Iterable[int], *, seen_by: Actor, on: date
    ) -> Mapping[int, Result]:
        """The figures in force on a day, as far as the actor may see them."""
        ...
