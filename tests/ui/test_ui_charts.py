"""Charts: right words and days in the SVG, nothing a strict policy would stop."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from dieuhanh.ui.charts import NARROW, Point, bars_svg, trend_svg, vintages_svg

PLAN = Point("kế hoạch", Decimal(5478), "5.478")
REVENUE = [
    (date(2021, 12, 31), Point("2021", Decimal(5220), "5.220 (ước)")),
    (date(2022, 1, 12), Point("2021", Decimal(5851), "5.851")),
]


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_a_trend_says_its_figures_its_unit_and_its_plan() -> None:
    years = [Point("2020", Decimal(5050), "5.050"), Point("2021", Decimal(5851), "5.851")]
    said = words(trend_svg(years, "tỷ đồng", PLAN))
    assert {"2020", "2021", "5.050", "5.851", "tỷ đồng", "kế hoạch 5.478"} <= set(said)


def test_the_axis_counts_in_the_language_of_the_page() -> None:
    years = [Point("2020", Decimal(5050), ""), Point("2021", Decimal(5851), "")]
    assert "5.400" in words(trend_svg(years, "", lang="vi"))
    assert "5,400" in words(trend_svg(years, "", lang="en"))


def test_bars_are_as_long_as_their_values() -> None:
    rows = [Point("Năm Căn", Decimal(100), "100"), Point("U Minh", Decimal(50), "50")]
    bars = re.findall(r'd="M0,[\d.]+h([\d.]+)v', bars_svg(rows, "tỷ đồng").replace("M0.0", "M0"))
    lengths = sorted({float(bar) for bar in bars if float(bar) > 0}, reverse=True)
    assert lengths[0] / lengths[1] == pytest.approx(2, rel=0.01)


def test_vintages_stand_on_their_own_days_wherever_the_server_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    said = words(vintages_svg(REVENUE, "tỷ đồng", PLAN, width=NARROW))
    assert {"31/12/2021", "12/01/2022", "5.220 (ước)", "5.851"} <= set(said)


@pytest.mark.parametrize("width", [640, NARROW])
def test_nothing_inline_and_nothing_spoken_by_the_drawing(width: int) -> None:
    svg = vintages_svg(REVENUE, "tỷ đồng", PLAN, width=width)
    assert not re.search(r"style=|<style|<script|\son[a-z]+=|role=", svg)
    assert svg.startswith('<svg aria-hidden="true"')
    assert f'viewBox="0 0 {width} ' in svg
    assert ' width="' not in svg.split(">", 1)[0]


def test_a_name_cannot_break_out_of_the_drawing() -> None:
    hostile = Point('</text><script>alert("x")</script>', Decimal(1), "<b>1</b>")
    svg = bars_svg([hostile], "<i>")
    assert "<script" not in svg
    assert "<b>" not in svg
    assert "<i>" not in svg


def test_drawn_once() -> None:
    assert vintages_svg(REVENUE, "tỷ đồng") is vintages_svg(iter(REVENUE), "tỷ đồng")
