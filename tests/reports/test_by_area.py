"""Lower figures roll up to what the province published; on today's areas nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.restating import Made
from dieuhanh.plans.models import Indicator, Plan
from dieuhanh.reports.queries import ByArea, RestatedView, by_area, restated_view, slices

CONFERENCE = date(2022, 1, 12)
REFORM = date(2025, 7, 1)
COMMUNE_COUNTED = ("giam-ty-le-ho-ngheo", "xa-nong-thon-moi", "nuoc-hop-ve-sinh")
DISTRICT_COUNTED = ("thu-ngan-sach", "bhxh-bat-buoc", "bhxh-tu-nguyen", "rac-thai-thu-gom")

pytestmark = pytest.mark.usefixtures("example")


def table(code: str, by: Actor, known: date = CONFERENCE) -> ByArea:
    plan, indicator = Plan.objects.get(code="ca-mau-2021"), Indicator.objects.get(code=code)
    asked = slices(indicator, plan.area, plan.period, seen_by=by)[0]
    return by_area(
        indicator, plan.area, asked, source=plan.judged_source_id, seen_by=by, as_known_on=known
    )


def on_reform(code: str, by: Actor) -> RestatedView:
    plan, indicator = Plan.objects.get(code="ca-mau-2021"), Indicator.objects.get(code=code)
    asked = slices(indicator, plan.area, plan.period, seen_by=by)[0]
    return restated_view(
        indicator, plan.area, asked, source=plan.judged_source_id, areas_of=REFORM, seen_by=by,
        as_known_on=CONFERENCE,
    )  # fmt: skip


@pytest.mark.parametrize("code", COMMUNE_COUNTED + DISTRICT_COUNTED)
def test_lower_figures_meet_the_published_one_at_its_printed_decimals(
    at_machine: Actor, code: str
) -> None:
    made = table(code, at_machine)
    assert made.gap is not None
    assert made.gap.agrees
    assert made.top.rolled is not None
    assert made.top.rolled.reported == made.top.rolled.expected
    assert made.top.rests_on_simulated


def test_the_gap_of_new_rural_communes_is_shown(at_machine: Actor) -> None:
    made = table("xa-nong-thon-moi", at_machine)
    assert made.gap is not None
    assert made.gap.difference == Fraction(4600, 82) - 56


def test_jobs_meet_the_published_nine_months(at_machine: Actor) -> None:
    made = table("giai-quyet-viec-lam", at_machine)
    assert made.slice.period == "2021-01-01/P9M"
    assert made.top.figure is None
    assert made.rolled_value is not None
    assert round(made.rolled_value / 39300 * 100, 2) == Fraction("52.54")


def test_each_vintage_of_revenue_has_its_districts(at_machine: Actor) -> None:
    assert table("thu-ngan-sach", at_machine, date(2021, 12, 31)).rolled_value == 5220
    assert table("thu-ngan-sach", at_machine).rolled_value == 5851


@pytest.mark.parametrize("code", ["giuong-benh", "kim-ngach-xuat-khau", "grdp"])
def test_what_communes_do_not_count_has_no_lower_figures(at_machine: Actor, code: str) -> None:
    plan, indicator = Plan.objects.get(code="ca-mau-2021"), Indicator.objects.get(code=code)
    assert slices(indicator, plan.area, plan.period, seen_by=at_machine) == []
    assert indicator.reported_by is not None


def test_a_commune_officer_sees_no_other_commune_and_no_sum(
    actor: Callable[[str], Actor],
) -> None:
    made = table("giam-ty-le-ho-ngheo", actor("can-bo-xa"))
    seen = [b.area.name for line in made.top.below for b in line.below if b.figure]
    assert seen == ["Xã Đất Mũi"]
    assert not made.whole
    assert made.top.rolled is None


def test_a_citizen_sees_no_lower_figure(actor: Callable[[str], Actor]) -> None:
    plan, indicator = (
        Plan.objects.get(code="ca-mau-2021"),
        Indicator.objects.get(code="thu-ngan-sach"),
    )
    assert slices(indicator, plan.area, plan.period, seen_by=actor("nguoi-dan")) == []


@pytest.mark.parametrize("code", COMMUNE_COUNTED)
def test_restated_on_the_areas_of_2025(at_machine: Actor, code: str) -> None:
    view = on_reform(code, at_machine)
    assert len(view.lines) == 64
    counts = [view.count(made) for made in ("complete", "converted", "no_value", "no_figures")]
    assert counts == [18, 0, 21, 25]


@pytest.mark.parametrize("code", COMMUNE_COUNTED + DISTRICT_COUNTED)
def test_the_new_province_carries_the_old_total_and_says_so(at_machine: Actor, code: str) -> None:
    view = on_reform(code, at_machine)
    reported = table(code, at_machine).top.figure
    assert view.top is not None
    assert reported is not None
    assert view.top.value == Fraction(reported.value)
    assert view.top.piece.made is Made.PARTIAL
    assert [area.name for area in view.top.present] == ["Tỉnh Cà Mau"]
    assert [area.name for area in view.top.missing] == ["Tỉnh Bạc Liêu"]


def test_wards_two_and_four_are_followed_into_the_merged_ward(at_machine: Actor) -> None:
    view = on_reform("giam-ty-le-ho-ngheo", at_machine)
    line = next(line for line in view.lines if line.area.code == "32002")
    assert {"Phường 2", "Phường 4"} <= {area.name for area in line.present}
    assert {"32011", "32002"} <= {area.code for area in line.present}
