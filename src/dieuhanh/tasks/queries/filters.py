"""Which tasks a reader asked for, as the address of the list says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dieuhanh.domain.dates import read_vi_date, write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.periods import Period
from dieuhanh.domain.tasks import Standing, State
from dieuhanh.domain.text import fold

from ..models import ORIGINS

NAMES = {
    "words": "q", "standing": "tinh-trang", "state": "buoc", "lead": "chu-tri",
    "assigner": "giao", "field": "linh-vuc", "programme": "chuong-trinh", "origin": "nguon",
    "office": "chuc-danh", "due_from": "han-tu", "due_to": "han-den", "period": "ky",
    "mine": "cua-toi", "extended": "gia-han", "returned": "tra-lai", "disputed": "vuong-mac",
    "series": "dinh-ky", "asking": "xin-gia-han", "sort": "sort",
}  # fmt: skip
STANDINGS = (*(each.value for each in Standing), "done", "open")
SORTS = ("due", "code", "lead", "assigner", "field", "percent", "assigned", "done")
LONGEST = 120
MOST_WORDS = 8
NO_OFFICE = "-"
YES = "x"


@dataclass(frozen=True)
class TaskFilter:
    """What is asked for; empty asks for all. `standing` is one of the four, or done, or open.

    With `period` the tasks followed up in it, each as it stood on its last day or today. `series`
    asks for the recurring tasks themselves, which count nowhere; their occurrences do. `asking`
    are those for which an extension is asked and not decided.
    """

    words: str = ""
    standing: str = ""
    state: str = ""
    lead: str = ""
    assigner: str = ""
    field: str = ""
    programme: str = ""
    origin: str = ""
    office: str = ""
    due_from: date | None = None
    due_to: date | None = None
    period: Period | None = None
    mine: bool = False
    extended: bool = False
    returned: bool = False
    disputed: bool = False
    series: bool = False
    asking: bool = False
    sort: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> TaskFilter:
        """What an address asks for. Raises BadInput("filter.…", "date.…", "period.…")."""
        told: dict[str, Any] = {}
        for field in fields(cls):
            text = query.get(NAMES[field.name], "").strip()[:LONGEST]
            if text:
                told[field.name] = READERS.get(field.name, _text)(text)
        asked = cls(**told)
        if asked.due_from and asked.due_to and asked.due_from > asked.due_to:
            raise BadInput("filter.days", first=write_vi_date(asked.due_from),
                           last=write_vi_date(asked.due_to))  # fmt: skip
        return asked

    def query(self, **changed: Any) -> str:
        """The address's question, with the leading "?"; changed where asked."""
        asked = replace(self, **changed) if changed else self
        told = {NAMES[f.name]: _written(getattr(asked, f.name)) for f in fields(asked)}
        text = urlencode({name: value for name, value in told.items() if value}, safe="/")
        return f"?{text}" if text else "?"

    def judged_on(self, today: date) -> date:
        """The day on which the four states are read."""
        return min(today, self.period.end) if self.period else today

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The column, and whether from the far end; without one, what presses first."""
        name, _, way = self.sort.partition(":")
        return name, way == "desc"

    @property
    def terms(self) -> list[str]:
        """The words searched for, without accents."""
        return fold(self.words).split()[:MOST_WORDS]

    @property
    def fine(self) -> bool:
        """Whether more was asked for than words, a state and one's own."""
        return replace(self, words="", standing="", mine=False, sort="") != TaskFilter()

    @property
    def narrow(self) -> bool:
        """Whether anything but the order was asked for."""
        return replace(self, sort="") != TaskFilter()


def _text(text: str) -> str:
    return text


def _one_of(known: tuple[str, ...]) -> Any:
    def read(text: str) -> str:
        if text not in known:
            raise BadInput("filter.unknown", text=text[:40], known=", ".join(known))
        return text

    return read


def _sort(text: str) -> str:
    name, _, way = text.partition(":")
    if name not in SORTS or way not in {"", "desc"}:
        raise BadInput("filter.unknown", text=text[:40], known=", ".join(SORTS))
    return text


READERS: dict[str, Any] = {
    "standing": _one_of(STANDINGS),
    "state": _one_of(tuple(State)),
    "origin": _one_of(ORIGINS),
    "due_from": read_vi_date,
    "due_to": read_vi_date,
    "period": Period.parse,
    "sort": _sort,
    **dict.fromkeys(("mine", "extended", "returned", "disputed", "series", "asking"), bool),
}


def _written(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, date):
        return write_vi_date(value)
    return str(value) if value else ""


__all__ = ["NAMES", "NO_OFFICE", "SORTS", "STANDINGS", "TaskFilter"]
