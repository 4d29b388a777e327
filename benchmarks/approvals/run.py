"""Run inside an installation with the example: approve reports, look at the overview. Prints JSON.

python -m benchmarks.approvals.run COMMUNES REPORTS

Ten of the plan's 22 targets are judged by the sum of the communes. All communes but REPORTS have
stated their figures; those are then approved one by one from the approver's page, and after each
the overview is fetched whole. The last approval makes the sums complete and turns the verdicts.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from dieuhanh.audit.actions.bulk import append_rows  # noqa: E402
from dieuhanh.audit.models import door_open  # noqa: E402
from dieuhanh.bodies.models import Area, AreaParent, Body  # noqa: E402
from dieuhanh.domain.actors import keeper  # noqa: E402
from dieuhanh.domain.indicators import Level  # noqa: E402
from dieuhanh.people.models import User  # noqa: E402
from dieuhanh.plans.models import Indicator, Plan, Target  # noqa: E402
from dieuhanh.reports.actions.drafts import CellChange  # noqa: E402
from dieuhanh.reports.actions.filing import file_submission  # noqa: E402
from dieuhanh.reports.models import (  # noqa: E402
    Figure,
    Form,
    FormRow,
    FormVersion,
    Round,
    Submission,
)
from dieuhanh.reports.queries.rolled import areas_below  # noqa: E402

PLAN, SUMS, DAY = "ca-mau-2021", 10, date(2022, 1, 12)
BY = keeper("đo duyệt")
COLUMNS = (
    "indicator_id", "area_id", "source_id", "period", "span", "breakdown", "value", "value_high",
    "bound", "numerator", "denominator", "unit", "absence", "status", "release", "known_from",
    "date_precision", "recorded_at", "recorded_by", "document_id", "quote", "as_printed",
    "simulated", "withdrawn", "filing_id", "reason", "entry_id", "note",
)  # fmt: skip


def communes(count: int) -> list[Area]:
    """The example's communes of 2021, and as many more under its districts as are asked for."""
    below = areas_below(Plan.objects.get(code=PLAN).area, date(2021, 12, 31))
    found = list(Area.objects.filter(pk__in=below[Level.COMMUNE]).order_by("pk"))
    districts = list(Area.objects.filter(pk__in=below[Level.DISTRICT]).order_by("pk"))
    since = date(2021, 1, 1)
    with door_open():
        more = Area.objects.bulk_create(
            Area(code=f"8{n:05}", name=f"Xã đo {n}", kind="Xã", valid_from=since)
            for n in range(count - len(found))
        )
        AreaParent.objects.bulk_create(
            AreaParent(area=each, parent=districts[n % len(districts)], valid_from=since)
            for n, each in enumerate(more)
        )
    return (found + more)[:count]


def judged_by_sums() -> list[Indicator]:
    """Ten of the plan's indicators, counted by communes and judged by their sum."""
    targets = Target.objects.filter(version__plan__code=PLAN, indicator__isnull=False)
    chosen = list(
        Indicator.objects.filter(targets__in=targets.order_by("position")[:SUMS]).distinct()
    )
    with door_open():
        Indicator.objects.filter(pk__in=[each.pk for each in chosen]).update(
            judged_origin="rolled_up", over_areas="sum", counted_at="commune"
        )
    return chosen


def state(areas: list[Area], indicators: list[Indicator]) -> None:
    """A figure of each indicator for each commune, as an import would have brought it."""
    source = Body.objects.get(code="so-khdt-ca-mau").pk
    now = timezone.now()

    def rows() -> Iterator[tuple[Any, ...]]:
        for each in indicators:
            for number, area in enumerate(areas):
                value = Decimal(1 + number % 9) / 100
                yield (
                    each.pk, area.pk, source, "2021", "in_period", "", value, None, "", None,
                    None, each.unit, "", "preliminary", "", date(2022, 1, 11), "day", now, "đo",
                    None, "", "", True, False, None, "", None, "",
                )  # fmt: skip

    with door_open():
        append_rows(Figure, COLUMNS, rows())


def filed(areas: list[Area], indicators: list[Indicator]) -> list[Submission]:
    """Those communes' reports, handed in and waiting for the department."""
    owner = Body.objects.get(code="so-khdt-ca-mau")
    with door_open():
        form = Form.objects.create(code="do-duyet", owner=owner, name="Biểu đo duyệt")
        version = FormVersion.objects.create(
            form=form, number=1, periodicity="year", filler_kind="ubnd", filler_level="commune",
            recorded_at=timezone.now(), recorded_by="đo",
        )  # fmt: skip
        for n, each in enumerate(indicators):
            FormRow.objects.create(
                version=version, key=f"dong-{n}", position=n, kind="entry", label=each.name[:200],
                span="in_period", indicator=each, unit=each.unit, decimals=2,
            )  # fmt: skip
        sent = Round.objects.create(
            version=version, code="do-duyet-2021", name="Năm 2021", named="2021", period="2021",
            opens_on=date(2021, 12, 1), closes_on=date(2021, 12, 31), status="preliminary",
            simulated=True,
        )  # fmt: skip
        owing = []
        for area in areas:
            body = Body.objects.create(code=f"do-{area.pk}", name=area.name, kind="ubnd", area=area)
            owing.append(
                Submission.objects.create(round=sent, body=body, route=[owner.pk], holder=body)
            )
    for owed, area in zip(owing, areas, strict=True):
        cells = [CellChange(f"dong-{n}", area.pk, "0,05") for n in range(SUMS)]
        file_submission(by=BY, submission=owed.pk, today=DAY, cells=cells)
    return owing


def main(count: int, reports: int) -> dict[str, Any]:
    """Milliseconds of each approval with the overview after it, and what the overview said."""
    areas, indicators = communes(count), judged_by_sums()
    state(areas[reports:], indicators)
    owing = filed(areas[:reports], indicators)
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(username="chuyen-vien"))
    look(client)
    taken = [approve(client, each) for each in owing]
    last = taken[-1][1]
    return {
        "ms": [round(ms, 1) for ms, _told in taken],
        "told": [told for _ms, told in taken],
        "verdict": last,
        "figures": Figure.objects.filter(period="2021").count(),
    }


def approve(client: Client, found: Submission) -> tuple[float, str]:
    """One approval from its page, then the overview; and what this says of coverage."""
    start = time.perf_counter()
    answer = client.post(f"/bao-cao/{found.pk}/duyet/", {"approve": "1", "filing": "1"})
    told = look(client)
    taken = (time.perf_counter() - start) * 1000
    if answer.status_code != 302:
        raise RuntimeError(f"not approved: {answer.status_code}")
    return taken, told


def look(client: Client) -> str:
    """The overview's first tile: its verdict and how many communes stand behind it."""
    answer = client.get("/")
    if answer.status_code != 200:
        raise RuntimeError(f"overview: {answer.status_code}")
    source = answer.content.decode()
    tile = source[source.index('<article class="tile') :]
    verdict = re.search(r'data-verdict="(\w+)"', tile)
    coverage = re.search(r'class="coverage.*?>(\d+/\d+)<', tile[: tile.index("</article>")])
    return f"{verdict[1] if verdict else ''} {coverage[1] if coverage else ''}"


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
