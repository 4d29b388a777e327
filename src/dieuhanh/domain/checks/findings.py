"""What a check found, and what it may look back on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from .rules import Severity

Told = Decimal | str | int


@dataclass(frozen=True)
class Finding:
    """One fault or question about one cell. `code` names its sentence, `values` fill it.

    `explained` tells that the cell's note answers a soft one; `check_code` is the rule's, empty
    for what every form is checked for; `words` are the rule's own, Vietnamese and English.
    """

    row_key: str
    area_id: int
    severity: Severity
    code: str
    values: Mapping[str, Told] = field(default_factory=dict)
    check_code: str = ""
    explained: bool = False
    words: tuple[str, str] = ("", "")

    @property
    def blocks(self) -> bool:
        """Whether the form cannot be filed as it is."""
        return self.severity is Severity.HARD or not self.explained


@dataclass(frozen=True)
class Past:
    """What the same cell was before, in its row's unit.

    `series` are earlier periods of the same length, the latest first, those unknown left out.
    """

    last_period: Fraction | None = None
    last_year: Fraction | None = None
    series: tuple[Fraction, ...] = ()


__all__ = ["Finding", "Past", "Told"]
