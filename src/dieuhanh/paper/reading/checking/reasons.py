"""What a check found, as a code and values; `domain.wording.paper_checks` says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dieuhanh.domain.numbers import plain

Value = Decimal | str | int


class Mark(StrEnum):
    """How a claim stands; the worst of its reasons."""

    INCONSISTENT = "inconsistent"
    DISAGREES = "disagrees"
    AGREES = "agrees"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing found of a claim. `link`, `vintage`: whence the books' value is, when it is theirs."""

    mark: Mark
    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    link: str = ""
    vintage: str = ""

    def as_json(self) -> dict[str, object]:
        """The reason for machines: decimals as text."""
        values = {
            name: plain(value) if isinstance(value, Decimal) else value
            for name, value in self.values.items()
        }
        return {"mark": self.mark.value, "code": self.code, "values": values, "link": self.link,
                "vintage": self.vintage}  # fmt: skip


__all__ = ["Mark", "Reason", "Value"]
