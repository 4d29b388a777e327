"""Numbers as Vietnamese papers print them, read exactly; a reader asks, it does not refuse."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

LONGEST = 40


@lru_cache(maxsize=4096)
def value_of(text: str) -> Decimal | None:  # noqa: PLR0911 - one for each way to print
    """The value of a number token; None for what is no number of a measurement.

    "." groups by three and "," is the decimal mark, unless the digits say otherwise.

    >>> [str(value_of(t)) for t in ("5.851", "1.112,5", "0,33", "05", "5 851", "6.5", "1,234.5")]
    ['5851', '1112.5', '0.33', '5', '5851', '6.5', '1234.5']
    >>> value_of("1.2.3")
    """
    digits = "".join(sign for sign in text if sign.isdigit() or sign in ".,")
    if not digits or len(digits) > LONGEST or not digits.isascii():
        return None
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        decimal = max(".,", key=digits.rfind)
        grouping = "." if decimal == "," else ","
        if digits.count(decimal) > 1:
            return None
        whole, part = digits.split(decimal)
        return _grouped(whole, grouping, part)
    if points:
        if _groups(digits, "."):
            return Decimal(digits.replace(".", ""))
        return Decimal(digits) if points == 1 else None
    if commas > 1:
        return Decimal(digits.replace(",", "")) if _groups(digits, ",") else None
    return Decimal(digits.replace(",", "."))


def _grouped(whole: str, grouping: str, part: str) -> Decimal | None:
    if not _groups(whole, grouping):
        return None
    return Decimal(f"{whole.replace(grouping, '')}.{part}")


def _groups(digits: str, grouping: str) -> bool:
    """Whether the separators cut off groups of three, as thousands are grouped."""
    head, *groups = digits.split(grouping)
    return 0 < len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in groups)


__all__ = ["value_of"]
