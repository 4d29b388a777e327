"""Sums of lower figures through time: one pass over the vintages tells every day's total.

`rollups.roll_up` answers for one day; a page that moves through the days (a date handle, a
comparison) would ask it again for each. Here each vintage replaces its forerunner's share in the
running sums, so that the whole story costs one pass. A test holds the two equal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.ratios import ended
from dieuhanh.domain.units import convert

EXACT = Context(prec=80)  # 25 whole digits and 10 decimals of a nation's figures fit with room
ZERO = Decimal(0)


class Vintage(NamedTuple):
    """A lower figure as text from the books; days are ISO text, which orders as days do."""

    id: int
    indicator: int
    area: int
    source: int
    known_from: str
    value: str | None
    numerator: str | None
    denominator: str | None
    unit: str
    absence: str
    status: str
    simulated: bool
    withdrawn: bool


class Total(NamedTuple):
    """What the lower figures made from a day on. Missing is never zero: see `reported`."""

    since: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    reported: int
    not_applicable: int
    simulated: int
    statuses: tuple[tuple[str, int], ...]


# What one area's standing figure adds: value or numerator, denominator, status, simulated.
Share = tuple[Decimal, Decimal | None, str, bool]


@dataclass
class Sweep:
    """One indicator's totals by day, in order, and the vintages they were made of."""

    totals: list[Total] = field(default_factory=list)
    vintages: list[Vintage] = field(default_factory=list)

    def on(self, day: date) -> Total | None:
        """The total as known on a day; None before the first figure."""
        place = bisect_right([total.since for total in self.totals], day.isoformat())
        return self.totals[place - 1] if place else None

    def standing(self, day: date) -> dict[int, Vintage]:
        """By area: the figure in force on a day."""
        latest: dict[tuple[int, int], Vintage] = {}
        for each in self.vintages:
            if each.known_from > day.isoformat():
                break
            latest[each.area, each.source] = each
        chosen: dict[int, Vintage] = {}
        for (area, source), each in latest.items():
            held = chosen.get(area)
            if not each.withdrawn and (held is None or source < held.source):
                chosen[area] = each
        return chosen


def sweep(vintages: Iterable[Vintage], *, method: str, unit: str) -> Sweep:
    """Totals of one indicator. `vintages` in order of known_from, recorded_at and id.

    `method` is the aggregation over areas (sum, ratio_of_sums, min, max); sums are in `unit`.
    """
    running = _Running(method, unit)
    made = Sweep()
    with localcontext(EXACT):
        day = ""
        for each in vintages:
            made.vintages.append(each)
            if each.known_from != day and day:
                made.totals.append(running.total(day))
            day = each.known_from
            running.take(each)
        if day:
            made.totals.append(running.total(day))
    return made


class _Running:
    """Sums that follow the vintages one by one."""

    def __init__(self, method: str, unit: str) -> None:
        self.method, self.unit = method, unit
        self.ratio = method == "ratio_of_sums"
        self.first: dict[int, Vintage] = {}
        self.held: dict[int, dict[int, Vintage]] = {}
        self.shares: dict[int, Share] = {}
        self.not_applicable: set[int] = set()
        self.top, self.bottom = ZERO, ZERO
        self.simulated = 0
        self.statuses: Counter[str] = Counter()
        self.factors: dict[str, Decimal | None] = {unit: Decimal(1)}

    def take(self, each: Vintage) -> None:
        """Put a vintage in place of the one its source stated before."""
        first = self.first.setdefault(each.area, each)
        if first is each:  # the usual: one figure an area
            if not each.withdrawn:
                self._add(each)
            return
        by_source = self.held.setdefault(each.area, {first.source: first})
        by_source[each.source] = each
        self._drop(each.area)
        standing = [source for source, one in by_source.items() if not one.withdrawn]
        if standing:
            self._add(by_source[min(standing)])

    def _drop(self, area: int) -> None:
        self.not_applicable.discard(area)
        share = self.shares.pop(area, None)
        if share is None:
            return
        value, denominator, status, simulated = share
        self.top -= value
        if denominator is not None:
            self.bottom -= denominator
        self.simulated -= simulated
        self.statuses[status] -= 1

    def _add(self, each: Vintage) -> None:
        """Nothing where the figure does not say what the method adds up."""
        denominator: Decimal | None = None
        if self.ratio:
            if each.numerator is None or each.denominator is None:
                return self._without(each)
            value, denominator = Decimal(each.numerator), Decimal(each.denominator)
            self.bottom += denominator
        else:
            factor = (
                self.factors[each.unit] if each.unit in self.factors else self._factor(each.unit)
            )
            if each.value is None or factor is None:
                return self._without(each)
            value = Decimal(each.value)
            if each.unit != self.unit:
                value *= factor
        self.shares[each.area] = (value, denominator, each.status, each.simulated)
        self.top += value
        self.simulated += each.simulated
        self.statuses[each.status] += 1
        return None

    def _without(self, each: Vintage) -> None:
        if each.absence == "not_applicable":
            self.not_applicable.add(each.area)

    def _factor(self, unit: str) -> Decimal | None:
        """What a number in another unit is multiplied by; None where the two do not meet."""
        try:
            self.factors[unit] = ended(convert(Fraction(1), unit, self.unit))
        except BadInput:
            self.factors[unit] = None
        return self.factors[unit]

    def total(self, day: str) -> Total:
        """The sums as they stand."""
        ratio, some = self.ratio, bool(self.shares)
        value: Decimal | None = self.top if some and not ratio else None
        if some and self.method in {"min", "max"}:
            pick = min if self.method == "min" else max
            value = pick(share[0] for share in self.shares.values())
        return Total(
            day,
            value,
            self.top if some and ratio else None,
            self.bottom if some and ratio else None,
            len(self.shares),
            len(self.not_applicable),
            self.simulated,
            tuple(sorted((name, count) for name, count in self.statuses.items() if count)),
        )


def by_indicator(vintages: Sequence[Vintage]) -> Iterator[tuple[int, list[Vintage]]]:
    """Vintages apart by indicator, their order kept."""
    groups: dict[int, list[Vintage]] = {}
    for each in vintages:
        groups.setdefault(each.indicator, []).append(each)
    yield from groups.items()


__all__ = ["Sweep", "Total", "Vintage", "by_indicator", "sweep"]
