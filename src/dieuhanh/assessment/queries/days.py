"""The days on which what is known of a plan changed: the marks of the date handle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.dates import Precision

from .ledger import Ledger

# What is told to the day outweighs what was placed there, and that what is only known to the month.
WEIGHT = (Precision.DAY, Precision.PLACED, Precision.MONTH, Precision.YEAR)


@dataclass(frozen=True, order=True)
class ChangeDay:
    """A day something became known, and how well the sources tell that day."""

    day: date
    precision: Precision


def change_days(ledger: Ledger) -> list[ChangeDay]:
    """Days on which a figure, a sum, a label or a count of the plan became known, in order."""
    told = [
        *((day, Precision.DAY) for day in ledger.sums.days()),
        *((f.known_from, f.date_precision) for f in ledger.figures),
        *((j.known_from, j.date_precision) for j in ledger.judgements),
        *((t.as_of, t.date_precision) for t in ledger.tallies),
    ]
    days: dict[date, list[str]] = {}
    for day, precision in told:
        days.setdefault(day, []).append(precision)
    return [ChangeDay(day, _best(days[day])) for day in sorted(days)]


def _best(precisions: Iterable[str]) -> Precision:
    return min((Precision(each or "day") for each in precisions), key=WEIGHT.index)
