"""The columns of the sheet, named as officers name them, with their periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dieuhanh.domain.periods import Frequency, Period
from dieuhanh.ui import formats

from ..queries.sheets import Sheet
from .lines import Line


@dataclass(frozen=True)
class Heads:
    """The columns' names; an empty name is a column this form does not have."""

    last_year: str
    last_period: str
    plan: str
    now: str
    of_plan: str
    of_year: str

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        optional = (self.last_period, self.plan, self.of_plan)
        return 7 + sum(1 for name in optional if name)


def heads(sheet: Sheet, shown: Iterable[Line]) -> Heads:
    """Names from the round's period and status; plan and last period only where there are any."""
    lines = list(shown)
    period = Period.parse(sheet.submission.round.period)
    year = period.cadence == Frequency.YEAR
    before = period.previous() if period.cadence and not year else None
    planned = any(line.plan for line in lines)
    statuses = {"estimated": _("Ước TH"), "preliminary": _("TH (sơ bộ)")}
    now = statuses.get(sheet.submission.round.status, _("TH"))
    return Heads(
        _("TH %(period)s") % {"period": formats.period(period.year_earlier())},
        _("TH %(period)s") % {"period": formats.period(before)}
        if before and any(line.last_period for line in lines)
        else "",
        _("KH năm %(year)s") % {"year": period.end.year} if planned else "",
        f"{now} {formats.period(period)}",
        _("TH/KH (%)") if planned else "",
        _("So với năm trước (%)") if year else _("So với cùng kỳ (%)"),
    )


__all__ = ["Heads", "heads"]
