"""What can go wrong, as a code and values; `wording` turns them into sentences.

DieuHanhError
├── BadInput    the person can mend it: carries where it stands and a code that says what to do
├── BadInputs   several of them, found in one reading
├── Refused     the actor may not; says nothing about what exists
├── Missing     no such thing, or not for this actor
└── Broken      the books contradict themselves: a fault of ours or of the disk
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Place:
    """Where a fault stands in what was handed in; empty parts are not known."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def within(self, outer: Place) -> Place:
        """This place, its unknown parts taken from the place around it."""
        return Place(
            file=self.file or outer.file,
            sheet=self.sheet or outer.sheet,
            row=self.row if self.row is not None else outer.row,
            column=self.column or outer.column,
        )


class DieuHanhError(Exception):
    """Every error of ours. `code` names the sentence in `wording`, `values` fill it."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return f"{self.code} {self.values}" if self.values else self.code


class BadInput(DieuHanhError):
    """Input a person can mend. `place` says where it stands."""

    def __init__(self, code: str, *, place: Place | None = None, **values: Any) -> None:
        super().__init__(code, **values)
        self.place = place or Place()

    def at(self, place: Place) -> Self:
        """The same fault, located more fully."""
        located = type(self)(self.code, place=self.place.within(place), **self.values)
        return located.with_traceback(self.__traceback__)


class BadInputs(DieuHanhError):
    """All that is wrong with what was handed in, so that it is mended in one go."""

    def __init__(self, faults: Sequence[BadInput]) -> None:
        super().__init__("inputs", count=len(faults))
        self.faults = tuple(faults)


class Refused(DieuHanhError):
    """The actor lacks the permission. The page says only that."""


class Missing(DieuHanhError):
    """Not there, or not for this actor: the two are told alike."""


class Broken(DieuHanhError):
    """The books contradict themselves."""


__all__ = ["BadInput", "BadInputs", "Broken", "DieuHanhError", "Missing", "Place", "Refused"]
