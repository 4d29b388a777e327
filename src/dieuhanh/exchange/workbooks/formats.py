"""Number formats: which of them show a percentage or a date, and what day a number then is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

BUILT_IN_PERCENTS = frozenset({9, 10})
BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
BRACKETED = re.compile(r"\[[^\]]*\]")
DATE_LETTER = re.compile(r"[ymdhs]", re.IGNORECASE)
FIRST_DAY, LAST_SERIAL = datetime(1899, 12, 30), 2_958_466  # noqa: DTZ001 - a day in a cell has no zone


@dataclass(frozen=True, slots=True)
class Shown:
    """The style numbers under which a number is shown as a percentage or as a date."""

    percents: frozenset[int]
    dates: frozenset[int]


def shown(codes: Mapping[int, str], styles: Iterable[int]) -> Shown:
    """From the format codes by number, and each style's format number in order."""
    percents = BUILT_IN_PERCENTS | {n for n, code in codes.items() if shows_percent(code)}
    dates = (BUILT_IN_DATES - codes.keys()) | {n for n, code in codes.items() if shows_date(code)}
    placed = list(enumerate(styles))
    return Shown(
        frozenset(place for place, number in placed if number in percents),
        frozenset(place for place, number in placed if number in dates),
    )


def shows_percent(code: str) -> bool:
    """Whether a format multiplies by a hundred; a quoted sign is only shown.

    >>> shows_percent("0.0%"), shows_percent('0.0"%"')
    (True, False)
    """
    return "%" in QUOTED.sub("", code)


def shows_date(code: str) -> bool:
    """Whether a format shows a date or an hour; "General" and colours do not.

    >>> [shows_date(code) for code in ("dd/mm/yyyy", "[h]:mm", "[Red]#,##0", "[$-42A]#,##0.0")]
    [True, True, False, False]
    """
    bare = QUOTED.sub("", code.partition(";")[0])
    if bare.strip().lower() == "general":
        return False
    return bool(ELAPSED.search(bare) or DATE_LETTER.search(BRACKETED.sub("", bare)))


def day_of(serial: float) -> datetime | float:
    """The day a serial number is shown as; the number itself where it is none."""
    if not 0 <= serial < LAST_SERIAL:
        return serial
    return FIRST_DAY + timedelta(days=serial)
