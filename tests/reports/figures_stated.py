"""Figures put in the books for a test."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.models import Figure


def state(by: Actor, indicator: str, body: Body, period: str, value: Decimal, unit: str) -> Figure:
    """A body states a number about its own area."""
    with door_open():
        return Figure.objects.create(
            indicator=Indicator.objects.get(code=indicator), area=body.area, period=period,
            span="in_period", source=body, value=value, unit=unit, status="official",
            known_from=date(2021, 1, 10), date_precision="day", recorded_by=by.name,
            recorded_at=datetime(2021, 1, 10, tzinfo=UTC),
        )  # fmt: skip
