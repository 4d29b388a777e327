"""One line of the list of what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dieuhanh.bodies.models import Body
from dieuhanh.reports.models import Round

SOON_DAYS = 3


@dataclass(frozen=True)
class Errand:
    """One thing to do; `due` may be unknown.

    `kind` is fix, fill, approve, close or propose; of conferences opinion, register, notice; of
    tasks task_accept, task_fix, task_do, and of those one assigned task_confirm, task_extend,
    task_answer, task_urge; of papers paper_opinion, paper_approve, paper_issue, paper_fix.
    """

    kind: str
    name: str
    name_en: str
    body: Body
    due: date | None
    today: date
    href: str
    count: int = 1
    comment: str = ""
    again: bool = False
    simulated: bool = False

    @classmethod
    def of(
        cls, kind: str, of: Round, body: Body, due: date | None, today: date, href: str, **more: Any
    ) -> Errand:
        """An errand of a round."""
        return cls(
            kind, of.name, of.name_en, body, due, today, href, simulated=of.simulated, **more
        )

    @property
    def pressing(self) -> str:
        """late, today, soon or later."""
        if self.due is None:
            return "later"
        left = (self.due - self.today).days
        if left < 0:
            return "late"
        return "today" if left == 0 else "soon" if left <= SOON_DAYS else "later"

    @property
    def days(self) -> int:
        """Calendar days to the due day, or since it."""
        return abs((self.due - self.today).days) if self.due else 0


__all__ = ["SOON_DAYS", "Errand"]
