"""Simulated lower figures say that they are, meet what was published and come out the same twice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.examples.example_files import CA_MAU, Row, half_up, number, rows

if TYPE_CHECKING:
    from pathlib import Path

GENERATOR = CA_MAU / "simulate.py"
ROLLED = {
    "giam-ty-le-ho-ngheo": 101,
    "xa-nong-thon-moi": 82,
    "nuoc-hop-ve-sinh": 82,
    "bhxh-bat-buoc": 9,
    "bhxh-tu-nguyen": 9,
    "rac-thai-thu-gom": 9,
}


def simulated(indicator: str, folder: Path = CA_MAU) -> list[Row]:
    return [r for r in rows(folder, "figures_simulated") if r["indicator"] == indicator]


def published(indicator: str, period: str = "2021", folder: Path = CA_MAU) -> str:
    """What the province last stated, as printed."""
    found = rows(folder, "figures")
    return [r for r in found if (r["indicator"], r["period"]) == (indicator, period)][-1]["value"]


def percent(indicator: str, folder: Path = CA_MAU) -> Decimal:
    """The sum of numerators over the sum of denominators."""
    parts = [row for row in simulated(indicator, folder) if not row["absence"]]
    above = sum((number(row["numerator"]) for row in parts), Decimal(0))
    below = sum((number(row["denominator"]) for row in parts), Decimal(0))
    return above / below * 100


def decimals(printed: str) -> int:
    return len(printed.partition(",")[2])


def run(folder: Path, out: Path) -> bytes:
    command = [sys.executable, str(folder / GENERATOR.name), str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return out.read_bytes()


def test_running_again_gives_the_same_bytes(tmp_path: Path) -> None:
    assert run(CA_MAU, tmp_path / "again.csv") == (CA_MAU / "figures_simulated.csv").read_bytes()


def test_every_row_says_that_it_is_simulated_and_no_other_does() -> None:
    found = rows(CA_MAU, "figures_simulated")
    assert all(row["simulated"] == "x" for row in found)
    assert all(row["note"].startswith("dữ liệu mô phỏng") for row in found)
    assert all(row["area_code"] != "96" and not row["document"] for row in found)
    assert not [row for row in rows(CA_MAU, "figures") if row["simulated"]]


def test_only_what_lower_levels_count_is_simulated_at_that_level() -> None:
    levels = {row["code"]: row["counted_at"] for row in rows(CA_MAU, "indicators")}
    kept = {"commune": 5, "district": 3}
    found = rows(CA_MAU, "figures_simulated")
    assert {row["indicator"] for row in found} == {*ROLLED, "giai-quyet-viec-lam", "thu-ngan-sach"}
    for row in found:
        assert len(row["area_code"]) == kept[levels[row["indicator"]]]


@pytest.mark.parametrize(("indicator", "reporting"), ROLLED.items())
def test_ratios_meet_the_published_figure_at_its_printed_decimals(
    indicator: str, reporting: int
) -> None:
    parts = [row for row in simulated(indicator) if not row["absence"]]
    assert len(parts) == len({row["area_code"] for row in parts}) == reporting
    for row in parts:
        assert row["value"] == ""
        assert 0 <= number(row["numerator"]) <= number(row["denominator"])
    printed = published(indicator)
    assert half_up(percent(indicator), decimals(printed)) == number(printed)


@pytest.mark.parametrize("indicator", ["xa-nong-thon-moi", "nuoc-hop-ve-sinh"])
def test_wards_and_townships_are_outside_rural_indicators(indicator: str) -> None:
    absent = [row for row in simulated(indicator) if row["absence"]]
    assert len(absent) == 19
    assert {row["absence"] for row in absent} == {"not_applicable"}
    assert {row["area_name"].split()[0] for row in absent} == {"Phường", "Thị"}
    assert not any(row["value"] or row["numerator"] or row["denominator"] for row in absent)


def test_forty_six_communes_of_eighty_two_meet_the_standards() -> None:
    met = [row["numerator"] for row in simulated("xa-nong-thon-moi") if not row["absence"]]
    assert met.count("1") == 46
    assert met.count("0") == 82 - 46


@pytest.mark.parametrize(
    ("status", "known_from", "total"),
    [("estimated", "31/12/2021", "5.220"), ("preliminary", "10/01/2022", "5.851")],
)
def test_districts_revenue_adds_up_exactly(status: str, known_from: str, total: str) -> None:
    parts = [row for row in simulated("thu-ngan-sach") if row["status"] == status]
    assert len(parts) == 9
    assert {row["known_from"] for row in parts} == {known_from}
    assert sum(number(row["value"]) for row in parts) == number(total)


def test_jobs_are_those_of_nine_months_only() -> None:
    parts = simulated("giai-quyet-viec-lam")
    assert len(parts) == 101
    assert {(r["period"], r["span"]) for r in parts} == {("2021-01-01/P9M", "to_date")}
    (target,) = [t for t in rows(CA_MAU, "targets") if t["indicator"] == "giai-quyet-viec-lam"]
    share = sum(number(row["value"]) for row in parts) / number(target["value"]) * 100
    assert half_up(share, 2) == number(published("hoan-thanh-viec-lam", "2021-01-01/P9M"))


def test_another_published_figure_gives_other_lower_figures(tmp_path: Path) -> None:
    folder = tmp_path / "example"
    shutil.copytree(CA_MAU, folder)
    figures = folder / "figures.csv"
    text = figures.read_text(encoding="utf-8")
    line = next(x for x in text.split("\n") if x.startswith("nuoc-hop-ve-sinh,"))
    figures.write_text(text.replace(line, line.replace('"94,1"', '"88,8"', 1)), encoding="utf-8")
    run(folder, folder / "figures_simulated.csv")
    assert published("nuoc-hop-ve-sinh", folder=folder) == "88,8"
    assert half_up(percent("nuoc-hop-ve-sinh", folder), 1) == Decimal("88.8")
    assert half_up(percent("nuoc-hop-ve-sinh"), 1) == Decimal("94.1")
