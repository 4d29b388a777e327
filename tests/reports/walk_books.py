"""The demo's round but for two communes: one is walked through the pages, one comes late.

Every number filed here is made up.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet, Sum

from dieuhanh.domain.actors import keeper
from dieuhanh.reports.actions.deciding import approve
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.models import Figure, Submission

ROUND, WALKER = "kt-xh-xa-2021-uoc", "ubnd-32248"
INDICATOR, PLAN = "giai-quyet-viec-lam", 39_300
WALKER_AT_LAST, LATE_JOBS = 170, 200
OPENING, ARRIVAL = date(2022, 1, 12), date(2022, 1, 18)


def prepare() -> dict[str, str]:
    """File and approve for every commune but the walker and the late one.

    The sum of all 101 is then the plan to the unit once the walker says 170.
    """
    late = _late()
    waiting = [each for each in _owing("draft") if each.body.code not in {WALKER, late.body.code}]
    stated = Figure.objects.filter(indicator__code=INDICATOR, period="2021", breakdown="")
    there = stated.filter(filing__isnull=False).aggregate(sum=Sum("value"))["sum"]
    share, more = divmod(int(PLAN - there) - WALKER_AT_LAST - LATE_JOBS, len(waiting))
    assert share > 10, "the demo's own figures leave too little to the others"
    for place, each in enumerate(waiting):
        _file(each, share + (place < more), OPENING)
    _approve(waiting, OPENING)
    assert _owing("approved").count() == 99
    return {"name": late.round.name, "late": late.body.name, "late_code": late.body.code}


def arrive() -> dict[str, str]:
    """The late commune files, and its district approves."""
    late = _late()
    _file(late, LATE_JOBS, ARRIVAL)
    _approve([late], ARRIVAL)
    return {"late": late.body.name}


def _owing(state: str) -> QuerySet[Submission]:
    found = Submission.objects.filter(round__code=ROUND, state=state)
    return found.select_related("body", "round").order_by("body__code")


def _late() -> Submission:
    """The last by code that has not filed and answers to another district than the walker."""
    own = Submission.objects.get(round__code=ROUND, body__code=WALKER).route
    return next(each for each in _owing("draft").reverse() if each.route != own)


def _file(found: Submission, jobs: int, today: date) -> None:
    area = found.body.area_id
    assert area is not None
    typed = {
        "viec-lam": jobs, "viec-lam-trong-tinh": jobs - 5, "viec-lam-ngoai-tinh": 4,
        "viec-lam-ngoai-nuoc": 1, "tong-so-ho": 900, "so-ho-ngheo": 30,
    }  # fmt: skip
    cells = [CellChange(row, area, str(number)) for row, number in typed.items()]
    file_submission(by=keeper("kiểm thử"), submission=found.pk, today=today, cells=cells)


def _approve(found: Iterable[Submission], today: date) -> None:
    approve(by=keeper("kiểm thử"), submissions=[each.pk for each in found], today=today)
