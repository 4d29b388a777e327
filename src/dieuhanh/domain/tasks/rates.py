"""Counts by the four states, and rates, each of which says by which formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ..numbers import half_up
from .standing import Standing


class Counts(NamedTuple):
    """How many tasks are in each of the four states."""

    done_on_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_overdue: int = 0

    @property
    def done(self) -> int:
        """Done, on time or late."""
        return self.done_on_time + self.done_late

    @property
    def open(self) -> int:
        """Not done, in time or overdue."""
        return self.open_in_time + self.open_overdue

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.open


PUBLISHED_2017 = Counts(14068, 1983, 5640, 223)
"""As the report 1270/BC-TCTTTg counts the year 2017; it prints the rate cut, 98,62."""


class Formula(StrEnum):
    """By which formula a rate is reckoned."""

    DONE_OF_DUE = "done_of_due"
    """done ÷ (done + open overdue): the published one; what is not yet due counts nowhere."""
    ON_TIME_OF_DONE = "on_time_of_done"
    """done on time ÷ done."""
    ON_TIME_OF_DUE = "on_time_of_due"
    """done on time ÷ (done + open overdue)."""
    DONE_OF_ALL = "done_of_all"
    """done ÷ all."""
    OVERDUE_OF_ALL = "overdue_of_all"
    """open overdue ÷ all."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate as its two counts; told rounded half up, or cut as some sources print it."""

    formula: Formula
    numerator: int
    denominator: int

    def half_up(self, decimals: int = 2) -> Decimal | None:
        """Per cent, a half away from zero; None of nothing.

        >>> Rate(Formula.DONE_OF_DUE, 16051, 16274).half_up()
        Decimal('98.63')
        """
        exact = self._percent()
        return None if exact is None else half_up(exact, decimals)

    def cut(self, decimals: int = 2) -> Decimal | None:
        """Per cent with the further digits cut off; None of nothing.

        >>> Rate(Formula.DONE_OF_DUE, 16051, 16274).cut()
        Decimal('98.62')
        """
        exact = self._percent()
        if exact is None:
            return None
        scale = 10**decimals
        return half_up(Fraction(exact * scale // 1, scale), decimals)

    def _percent(self) -> Fraction | None:
        return Fraction(self.numerator * 100, self.denominator) if self.denominator else None


def counts_of(standings: Iterable[Standing]) -> Counts:
    """How many are in each state.

    >>> counts_of([Standing.DONE_LATE, Standing.DONE_LATE]).done
    2
    """
    held = Counter(standings)
    return Counts(*(held[each] for each in Standing))


def rate(counts: Counts, formula: Formula = Formula.DONE_OF_DUE) -> Rate:
    """The rate by a formula.

    >>> rate(PUBLISHED_2017).half_up(), rate(PUBLISHED_2017).cut()
    (Decimal('98.63'), Decimal('98.62'))
    """
    due = counts.done + counts.open_overdue
    top, bottom = {
        Formula.DONE_OF_DUE: (counts.done, due),
        Formula.ON_TIME_OF_DONE: (counts.done_on_time, counts.done),
        Formula.ON_TIME_OF_DUE: (counts.done_on_time, due),
        Formula.DONE_OF_ALL: (counts.done, counts.total),
        Formula.OVERDUE_OF_ALL: (counts.open_overdue, counts.total),
    }[formula]
    return Rate(formula, top, bottom)


__all__ = ["PUBLISHED_2017", "Counts", "Formula", "Rate", "counts_of", "rate"]
