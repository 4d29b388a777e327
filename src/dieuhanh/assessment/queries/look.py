"""What a reader asks a plan's pages to show, as it stands in their addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.domain.dates import read_vi_date, write_vi_date

NAMES = ("date", "convention", "areas")


@dataclass(frozen=True)
class Look:
    """As known on a day, by a convention, on the areas of a day (None: those of the plan)."""

    on: date
    convention: str = DEFAULT_CONVENTION
    areas_of: date | None = None
    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, query: Mapping[str, str], *, today: date) -> Look:
        """From `date`, `convention` and `areas` of an address. Raises BadInput("date.…")."""
        given = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
        return cls(
            on=read_vi_date(given["date"]) if "date" in given else today,
            convention=given.get("convention", DEFAULT_CONVENTION),
            areas_of=read_vi_date(given["areas"]) if "areas" in given else None,
            given=given,
        )

    @property
    def is_usual(self) -> bool:
        """Whether it judges by the default convention; another is told on the page."""
        return self.convention == DEFAULT_CONVENTION

    def query(self, *, on: date | None = None, **more: str) -> str:
        """ "?date=31/12/2021&…" to keep along in a link, with another day or more names; or ""."""
        kept = {**more, **self.given}
        if on is not None:
            kept["date"] = write_vi_date(on)
        return f"?{urlencode(kept, safe='/')}" if kept else ""
