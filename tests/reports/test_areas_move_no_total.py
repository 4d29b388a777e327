"""What became of areas moves no figure: as reported stays, restated sums, the total is the same."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.actions import record_area_change, take_back
from dieuhanh.bodies.models import Area
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.changes import Heir, Recorded
from dieuhanh.domain.successions import SuccessionKind
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.rolled_page import RolledPage, restated_parts, rolled_page

pytestmark = pytest.mark.usefixtures("example")
MERGED_ON = date(2027, 1, 1)
KNOWN = date(2028, 1, 1)
WARDS = {"31825": Decimal(120), "31834": Decimal(45)}


@pytest.fixture
def counted(example: None) -> Indicator:
    """A sum counted in communes, stated by two wards of today for 2026."""
    like = Figure.objects.filter(indicator__counted_at="commune", indicator__over_areas="sum")
    row = like.filter(breakdown="", value__isnull=False).order_by("pk").values().first()
    assert row is not None
    for code, value in WARDS.items():
        area = Area.objects.get(code=code, valid_from="2025-07-01")
        changes = {
            "id": None,
            "area_id": area.pk,
            "period": "2026",
            "value": value,
            "span": "in_period",
        }
        with door_open():
            Figure.objects.create(**{**row, **changes, "known_from": date(2027, 2, 1)})
    return Indicator.objects.get(pk=row["indicator_id"])


def looked_at(indicator: Indicator, by: Actor) -> RolledPage:
    top = Area.objects.get(code="96", valid_from="2025-07-01")
    return rolled_page(indicator.code, top.pk, period="2026", seen_by=by, on=KNOWN)


def told(page: RolledPage) -> list[tuple[str, Decimal | None]]:
    assert page.rolled is not None
    whole: list[tuple[str, Decimal | None]] = [("total", page.rolled.shown)]  # type: ignore[list-item]
    return whole + [(f.area.name, f.value) for f in page.made_of]


def test_a_merge_moves_no_total_and_restates_by_summing(
    at_machine: Actor, counted: Indicator
) -> None:
    before = told(looked_at(counted, at_machine))
    merged = Recorded(
        SuccessionKind.MERGE, MERGED_ON, tuple(WARDS),
        (Heir("31825", "Phường Bạc Liêu Mới", "Phường"),), document="12/NQ thử",
    )  # fmt: skip
    made = record_area_change(by=at_machine, change=merged)
    page = looked_at(counted, at_machine)
    assert told(page) == before
    parts = {part.area.name: part for part in restated_parts(page, MERGED_ON, seen_by=at_machine)}
    heir = parts["Phường Bạc Liêu Mới"]
    assert heir.value == sum(WARDS.values())
    assert "Phường Vĩnh Trạch" not in parts
    assert sum(p.value for p in parts.values() if p.value is not None) == sum(WARDS.values())
    take_back(by=at_machine, change=made.pk, reason="ghi nhầm")
    assert told(looked_at(counted, at_machine)) == before


@pytest.mark.parametrize(("weights", "values"), [(("0.4", "0.6"), (48, 72)), (None, (None, None))])
def test_a_split_is_shared_by_stated_weights_or_left_empty(
    at_machine: Actor, counted: Indicator, weights: tuple[str, str] | None, values: Any
) -> None:
    heirs = [
        Heir(f"4000{n}", f"Phường {n}", "Phường", weight=weights and Decimal(weights[n]))
        for n in (0, 1)
    ]
    split = Recorded(
        SuccessionKind.SPLIT, MERGED_ON, ("31825",), tuple(heirs), document="12/NQ", source="Điều 2"
    )
    before = told(looked_at(counted, at_machine))
    record_area_change(by=at_machine, change=split)
    page = looked_at(counted, at_machine)
    assert told(page) == before
    parts = {part.area.code: part for part in restated_parts(page, MERGED_ON, seen_by=at_machine)}
    assert tuple(parts[f"4000{n}"].value for n in (0, 1)) == values
    assert all(part.words["vi"] and part.words["en"] for part in parts.values())


def test_the_page_offers_the_days_on_which_areas_changed(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("chu-tich")
    indicator = Indicator.objects.filter(
        counted_at="commune", figures__area__kind="Xã", figures__period="2021"
    ).first()
    assert indicator is not None
    top = Area.objects.get(code="96", valid_from="2020-01-01")
    address = reverse("reports:rolled", args=[indicator.code, top.pk])
    shown = client.get(address, {"ky": "2021"}).content.decode()
    links = re.findall(r'href="(\?[^"#]*areas=([0-9-]+))', html.unescape(shown))
    assert [day for _, day in links] == ["2024-12-01", "2025-07-01"]
    assert "Huyện Ngọc Hiển" in shown or "Xã" in shown
    restated = client.get(address, {"ky": "2021", "areas": "2025-07-01"}).content.decode()
    assert 'id="restated-parts"' in restated
    assert 'aria-current="true"' in restated
    assert "Tổng của kỳ không đổi" in restated
    early = client.get(address, {"ky": "2021", "areas": "01/01/2020"})
    assert early.status_code == 400
