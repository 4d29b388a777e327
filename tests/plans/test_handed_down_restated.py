"""What is handed down, told on the areas of a later day: sums where areas merged, kept elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import Atlas
from dieuhanh.plans.models import Allocation, Target
from dieuhanh.plans.queries.restated import restated_allocations
from tests.pages import page, words

pytestmark = pytest.mark.usefixtures("example")
Seats = Callable[[str], Client]
PLAN, START, REFORM = "ca-mau-2021", date(2021, 1, 1), date(2025, 7, 1)


@pytest.fixture
def merged(example: None) -> tuple[Area, list[Area]]:
    """A commune of 2025 with all the communes of 2021 that it was made of, two at least."""
    atlas = Atlas()
    by_heir: dict[int, list[Area]] = {}
    for commune in atlas.below(atlas.at("96", START), START):
        heirs = atlas.heirs(commune, REFORM)
        if len(heirs) == 1 and atlas.level(commune) == "commune":
            by_heir.setdefault(heirs[0].pk, []).append(commune)
    for heir, communes in by_heir.items():
        forebears = atlas.successions.before(atlas.noun_of[heir].id)
        if len(communes) == len(forebears) > 1:
            return atlas.rows[heir], communes
    raise AssertionError("no such merge in the example")


@pytest.fixture
def handed(merged: tuple[Area, list[Area]]) -> Target:
    """Revenue handed to those communes (3, 4, …), to a district and to a department."""
    target = Target.objects.get(version__plan__code=PLAN, version__number=1, no="1")
    holders = [*merged[1], Atlas().at("964", START)]
    with door_open():
        for n, area in enumerate(holders):
            Allocation.objects.create(target=target, position=n, area=area, value=n + 3)
        body = Body.objects.get(code="so-y-te-ca-mau")
        Allocation.objects.create(target=target, position=90, body=body, value=50)
    return target


def test_what_merged_is_summed_and_what_has_no_heir_is_kept(
    handed: Target, merged: tuple[Area, list[Area]]
) -> None:
    parts = list(Allocation.objects.filter(target=handed).select_related("area", "body"))
    told = restated_allocations(handed, parts, REFORM, atlas=Atlas(), lang="vi")
    sums, district, body = told
    assert sums.holder == merged[0]
    assert sums.value == sum(Decimal(n + 3) for n in range(len(merged[1])))
    assert (sums.words, set(sums.made_of)) == ("đủ", {area.name for area in merged[1]})
    assert (district.holder, district.kept, district.of_body) == (
        Atlas().at("964", START),
        True,
        False,
    )
    assert (body.value, body.kept, body.of_body) == (Decimal(50), True, True)
    assert sum(line.value or 0 for line in told) == sum(part.value or 0 for part in parts)


def test_rates_are_never_added_up(handed: Target, merged: tuple[Area, list[Area]]) -> None:
    with door_open():
        handed.kind, handed.unit = "growth", "%"
    parts = list(Allocation.objects.filter(target=handed).select_related("area", "body"))
    first = restated_allocations(handed, parts, REFORM, atlas=Atlas(), lang="vi")[0]
    assert (first.holder, first.value) == (merged[0], None)
    assert "không cộng được giữa các địa bàn" in first.words


@pytest.mark.parametrize("seat", ["chu-tich", "nguoi-dan"])
@pytest.mark.parametrize("where", ["plans:handed-down", "assessment:target"])
def test_both_pages_offer_both(
    handed: Target, merged: tuple[Area, list[Area]], client_as: Seats, seat: str, where: str
) -> None:
    args = [PLAN, handed.no] if where == "assessment:target" else [PLAN]
    address = reverse(where, args=args)
    reported = page(client_as(seat), address)
    assert "Quy về địa bàn ngày 01/07/2025" in reported
    assert "areas=2025-07-01" in reported
    told = words(page(client_as(seat), f"{address}?areas=2025-07-01"))
    assert merged[0].name in told
    assert "giữ như đã giao: không có địa bàn kế thừa" in told
    assert "giao cho cơ quan: không theo địa bàn" in told


def test_the_download_is_the_screen(
    handed: Target, merged: tuple[Area, list[Area]], client_as: Seats
) -> None:
    client, address = client_as("chu-tich"), reverse("plans:handed-down", args=[PLAN])
    (link,) = re.findall(
        r'href="([^"]+\.csv[^"]*|[^"]+/csv/?\?[^"]*)"', page(client, f"{address}?areas=2025-07-01")
    )
    text = client.get(html.unescape(link)).content.decode("utf-8-sig")
    (row,) = [
        line
        for line in text.splitlines()
        if f",{merged[0].name}," in line or f";{merged[0].name};" in line
    ]
    assert all(area.name in row for area in merged[1])


def test_a_day_before_the_plan_is_refused(handed: Target, client_as: Seats) -> None:
    address = reverse("plans:handed-down", args=[PLAN])
    assert client_as("chu-tich").get(f"{address}?areas=2020-01-01").status_code == 400
