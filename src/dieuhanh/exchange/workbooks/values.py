"""One cell of a workbook: what it says, and what has to be said about it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from dieuhanh.domain.cells import Cell, of_number, read_cell
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import DECIMALS, WHOLE_DIGITS
from dieuhanh.domain.numbers import plain, write_vi
from dieuhanh.domain.text import tidy

ERROR_VALUE = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|CALC!|SPILL!|GETTING_DATA)")
LINE_ENDS = re.compile("\r\n?")
Noted = list[BadInput]


def exact(number: float) -> Decimal:
    """A workbook's number at the 15 digits it shows: 0.1+0.2 is 0.3, as the officer sees it.

    >>> exact(0.1 + 0.2), exact(5851.0), exact(1e20)
    (Decimal('0.3'), Decimal('5851'), Decimal('100000000000000000000'))
    """
    if isinstance(number, int):
        return Decimal(number)
    told = f"{number:.15g}"
    return Decimal(plain(Decimal(told)) if "e" in told else told)


def read_number(value: Any, decimals: int, *, formula: bool, percent: bool) -> tuple[Cell, Noted]:
    """What a cell for a figure says, at the form's decimals, with what is to be told of it.

    Raises BadInput for what is no figure: a date, an error, a formula without its result, text.
    """
    if formula and value == "":
        raise BadInput("workbook.formula_empty")
    if isinstance(value, str):
        cell, noted = _text_number(value, decimals)
    elif isinstance(value, bool):
        raise BadInput("workbook.boolean", text="TRUE" if value else "FALSE")
    elif isinstance(value, (date, time, timedelta)):
        raise BadInput("workbook.date", text=date_text(value))
    else:
        number = exact(value)
        if percent:
            raise _percent(number, exact(value * 100))
        cell, noted = of_number(number, decimals), []
    if cell.number is not None and cell.number.adjusted() >= WHOLE_DIGITS:
        raise BadInput("figure.digits", text=plain(cell.number)[:40], decimals=DECIMALS)
    if formula:
        noted.append(BadInput("workbook.noted_formula", text=cell.text()))
    if cell.longer is not None:
        longer = write_vi(cell.longer)
        noted.append(
            BadInput("workbook.noted_longer", text=longer, kept=cell.text(), decimals=decimals)
        )
    return cell, noted


def _percent(number: Decimal, hundred: Decimal) -> BadInput:
    """A number shown in percent: whether 0.95 or 95 is meant, only the officer knows."""
    told = write_vi(hundred)
    return BadInput("workbook.percent", text=f"{told}%", number=write_vi(number), hundred=told)


def _text_number(value: str, decimals: int) -> tuple[Cell, Noted]:
    text = value.strip()
    if ERROR_VALUE.fullmatch(text):
        raise BadInput("workbook.formula_error", text=text)
    if text.startswith("="):
        raise BadInput("workbook.formula_text", text=text[:60])
    cell = read_cell(text, decimals)
    if cell.number is None:
        return cell, []
    return cell, [
        BadInput("workbook.noted_text", text=text, number=write_vi(cell.longer or cell.number))
    ]


def as_text(value: Any) -> str:
    """Any value as a person would read it in the cell."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (date, time, timedelta)):
        return date_text(value)
    return plain(exact(value))


def date_text(value: date | time | timedelta) -> str:
    """A date, an hour or a length of time as read in the cell."""
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{write_vi_date(value.date())} {value:%H:%M}"
    if isinstance(value, datetime):
        return write_vi_date(value.date())
    return write_vi_date(value) if isinstance(value, date) else str(value)


def same_words(one: str, other: str) -> bool:
    """Whether two labels are the same to a reader: spaces, case and composition aside.

    >>> same_words("Tổng  số ", "TỔNG SỐ")
    True
    """
    return one == other or tidy(one).casefold() == tidy(other).casefold()


def same_note(one: str, other: str) -> bool:
    """Whether two notes are the same but for the line ends a workbook cannot keep."""
    return LINE_ENDS.sub("\n", one) == LINE_ENDS.sub("\n", other)
