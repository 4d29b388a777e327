"""The unit or field that closes the symbol of an official letter: "UBND-KT".

Source: Decree 30/2020/NĐ-CP, Phụ lục I phần I mục II khoản 3: the short form of the body, then of
the unit that drafted the letter or of the field it deals with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import BadInput
from ..law_entries import words
from ..text import storable

LONGEST_UNIT = 10
_UNIT = re.compile(r"[^\W\d_][^\W_]*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of bodies of some kinds, or of the one body it names (`scope`); `fields` are those it
    deals with, none for whatever no other unit does."""

    abbreviation: str
    name: str
    bodies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    scope: str = ""


def read_units(data: Mapping[str, Any]) -> tuple[Unit, ...]:
    """The `[[unit]]` tables of a law file. Raises BadInput("law.unit") by the place of the entry."""
    told = []
    for number, entry in enumerate(data.get("unit", ()), start=1):
        try:
            told.append(_read(entry))
        except (KeyError, TypeError, ValueError) as fault:
            raise BadInput("law.unit", entry=number, detail=str(fault)) from None
    return tuple(told)


def _read(entry: Mapping[str, Any]) -> Unit:
    unit = check_unit(words(entry, "abbreviation"))
    bodies, fields = (tuple(map(str, entry.get(name, ()))) for name in ("bodies", "fields"))
    scope = str(entry.get("scope", ""))
    if not bodies and not scope:
        raise ValueError("bodies")
    return Unit(unit, words(entry, "name"), bodies, fields, scope)


def check_unit(text: str) -> str:
    """A unit's short form: letters and digits. Raises BadInput("paper.unit"), a ValueError too.

    >>> check_unit(" KT ")
    'KT'
    """
    told = storable(text).strip()
    if len(told) > LONGEST_UNIT or not _UNIT.fullmatch(told):
        raise BadInput("paper.unit", text=told[:LONGEST_UNIT])
    return told


def units_of(units: Iterable[Unit], code: str, kind: str) -> tuple[Unit, ...]:
    """The units of a body: its own where it has named some, else those of its kind.

    >>> both = (Unit("TH", "Tổng hợp", ("ubnd",)), Unit("KTN", "Kinh tế ngành", scope="ubnd-a"))
    >>> [u.abbreviation for u in units_of(both, "ubnd-a", "ubnd")], units_of(both, "x", "ubnd")[0].name
    (['KTN'], 'Tổng hợp')
    """
    told = tuple(units)
    own = tuple(each for each in told if each.scope and each.scope == code)
    return own or tuple(each for each in told if not each.scope and kind in each.bodies)


def unit_for(units: Sequence[Unit], fields: Iterable[str] = ()) -> str:
    """The unit that deals with more than half of these; else the one for all the rest; "" of none.

    >>> both = (Unit("TH", "Tổng hợp", ("ubnd",)), Unit("VX", "Văn xã", ("ubnd",), ("y tế",)))
    >>> unit_for(both, ["y tế", "y tế", "đầu tư"]), unit_for(both), unit_for(())
    ('VX', 'TH', '')
    """
    by_field = {field: each.abbreviation for each in units for field in each.fields}
    rest = next((each.abbreviation for each in units if not each.fields), "")
    told = Counter(by_field.get(field, rest) for field in fields)
    leading = [unit for unit, count in told.items() if 2 * count > told.total()]
    usual = rest or (units[0].abbreviation if units else "")
    return leading[0] if leading else usual


__all__ = ["LONGEST_UNIT", "Unit", "check_unit", "read_units", "unit_for", "units_of"]
