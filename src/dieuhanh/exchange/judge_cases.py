"""A case to judge, whatever file it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dieuhanh.domain.errors import BadInput, Place

if TYPE_CHECKING:
    from dieuhanh.domain.judging import Actual
    from dieuhanh.domain.targets import Rule


class Case(NamedTuple):
    """One free-standing target. `label` is what was published of it, "" when nothing was."""

    id: str | int
    rule: Rule
    actual: Actual
    place: Place
    label: str = ""


def under(fault: BadInput, path: str) -> BadInput:
    """The same fault, its column put under `path`: "value" under "[3].rule"."""
    inner = fault.place.column
    joined = inner if not path else f"{path}.{inner}" if inner else path
    place = Place(fault.place.file, fault.place.sheet, fault.place.row, joined)
    return BadInput(fault.code, place=place, **fault.values)


__all__ = ["Case", "under"]
