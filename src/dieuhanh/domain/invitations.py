"""When an invitation must be sent: so many working days before the meeting, later with a reason."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .errors import BadInput
from .meeting_terms import MeetingTerm
from .working_days import WorkCalendar


class Ahead(NamedTuple):
    """How many working days an invitation sent on a day leaves, and how many it must leave."""

    days: int
    needed: int
    last_day: date

    @property
    def late(self) -> bool:
        """Whether it leaves fewer than it must."""
        return self.days < self.needed


def ahead(term: MeetingTerm | None, sent_on: date, meets_on: date, calendar: WorkCalendar) -> Ahead:
    """What an invitation sent today leaves; without a rule it need leave none.

    >>> from .meeting_terms import TermKind
    >>> rule = MeetingTerm(TermKind.INVITATION, 3, "…", date(2018, 12, 25))
    >>> friday, monday, day = date(2022, 1, 7), date(2022, 1, 10), date(2022, 1, 12)
    >>> ahead(rule, friday, day, WorkCalendar()).late, ahead(rule, monday, day, WorkCalendar()).late
    (False, True)
    """
    needed = term.working_days if term else 0
    last = calendar.add(meets_on, -needed) if needed else meets_on
    return Ahead(calendar.between(sent_on, meets_on), needed, last)


def check_ahead(found: Ahead, sent_on: date, meets_on: date, reason: str) -> None:
    """Late is allowed with a reason, after the day it is not.

    Raises BadInput("invitation.past", "invitation.late").
    """
    if sent_on > meets_on:
        raise BadInput("invitation.past", day=meets_on.strftime("%d/%m/%Y"))
    if found.late and not reason:
        last = found.last_day.strftime("%d/%m/%Y")
        raise BadInput("invitation.late", needed=found.needed, last=last)


__all__ = ["Ahead", "ahead", "check_ahead"]
