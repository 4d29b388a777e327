"""Terms of meetings by law: so many working days before or after, since when, by what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from .errors import BadInput
from .law_entries import holds, in_force
from .working_days import WorkCalendar


class TermKind(StrEnum):
    """What the term is of: the notice of conclusions, counted from the meeting's last day, or
    the invitation, counted back from the meeting's day."""

    NOTICE = "notice"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class MeetingTerm:
    """One provision: how many working days, since when, by what paper, how surely known."""

    kind: TermKind
    working_days: int
    citation: str
    in_force_from: date
    in_force_to: date | None = None
    scope: str = ""
    confidence: str = ""
    source: str = ""
    note: str = ""

    def holds(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return holds(self, day)


def read_meeting_terms(told: Mapping[str, Any]) -> tuple[MeetingTerm, ...]:
    """The provisions of a law file. Raises BadInput("law.term") for one that is not whole."""
    terms = []
    for number, each in enumerate(told.get("terms", ()), start=1):
        try:
            terms.append(MeetingTerm(**{**each, "kind": TermKind(each["kind"])}))
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput("law.term", number=number, detail=str(error)) from error
    return tuple(terms)


def term_on(
    terms: Iterable[MeetingTerm], kind: TermKind, day: date, scope: str = ""
) -> MeetingTerm | None:
    """The provision in force: the province's own before the country's, the newest first.

    >>> rule = MeetingTerm(TermKind.NOTICE, 5, "…", date(2019, 1, 1))
    >>> term_on([rule], TermKind.NOTICE, date(2022, 1, 12)) is rule
    True
    >>> term_on([rule], TermKind.NOTICE, date(2018, 1, 12)) is None
    True
    """
    return in_force((term for term in terms if term.kind is kind), day, scope)


def notice_due(term: MeetingTerm, closed_on: date, calendar: WorkCalendar) -> date:
    """The last day for the notice: the meeting's own day is not counted.

    >>> rule = MeetingTerm(TermKind.NOTICE, 5, "…", date(2019, 1, 1))
    >>> notice_due(rule, date(2022, 1, 12), WorkCalendar())
    datetime.date(2022, 1, 19)
    """
    return calendar.add(closed_on, term.working_days)


__all__ = ["MeetingTerm", "TermKind", "notice_due", "read_meeting_terms", "term_on"]
