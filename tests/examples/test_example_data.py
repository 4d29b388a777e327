"""Every example file follows its template, and everything it cites is declared."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.examples.example_files import (
    CA_MAU,
    COLUMNS,
    VIET_NAM,
    area_on,
    codes,
    day,
    number,
    rows,
    template,
)

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = (CA_MAU, VIET_NAM)
FILES = sorted(path for folder in FOLDERS for path in folder.glob("*.csv"))
NUMBERS = {
    "value",
    "value_high",
    "base_value",
    "tolerance_pct",
    "numerator",
    "denominator",
    "weight",
}
DAYS = {
    "valid_from",
    "valid_to",
    "effective",
    "issued_on",
    "in_force_from",
    "known_from",
    "as_of",
    "day",
}
WORDS = {
    "over_areas": "sum ratio_of_sums weighted_mean min max none",
    "over_time": "sum last average ratio_of_sums none",
    "better": "higher lower none",
    "counted_at": "country province district commune",
    "comparator": "at_least more_than at_most less_than equal about between maintain qualitative "
    "composite",
    "value_status": "stated derived approximate unknown",
    "span": "in_period to_date",
    "bound": "more_than less_than about near",
    "absence": "none not_collected not_applicable",
    "status": "estimated preliminary official",
    "date_precision": "day month year placed",
    "in_force_precision": "day month year placed",
    "candidate": "x",
    "simulated": "x",
}


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_each_file_follows_its_template(path: Path) -> None:
    declaration, header, *_ = path.read_text(encoding="utf-8").split("\n")
    assert declaration == f"# dieuhanh: {template(path)}; numbers=vi"
    assert header == COLUMNS[template(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_each_cell_is_written_as_declared(path: Path) -> None:
    found = rows(path.parent, path.stem)
    assert found
    for row in found:
        assert None not in row
        for column, text in row.items():
            assert text == text.strip()
            if column in NUMBERS and text and template(path) != "indicators":
                number(text)
            if column in DAYS and text:
                assert 2010 <= day(text).year <= 2025
            if column == "kind" and template(path) == "targets":
                assert text in {"", "level", "decrease"}
            if column in WORDS and text:
                assert text in WORDS[column].split(), (column, text)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_every_reference_is_declared(folder: Path) -> None:
    known = {name: codes(folder, name) for name in ("bodies", "documents", "indicators", "plans")}
    known["conferences"] = codes(folder, "conferences") if folder == CA_MAU else set()
    columns = {
        "bodies": "parent_code issuer_code reported_by owner_code judged_source lead_body source body "
        "host site parent",
        "documents": "document decided_by value_document",
        "indicators": "indicator",
        "plans": "plan",
        "conferences": "conference",
    }
    for path in folder.glob("*.csv"):
        if path.stem == "areas":
            continue
        for row in rows(folder, path.stem):
            for name, cited in columns.items():
                for column in cited.split():
                    assert row.get(column, "") in known[name] | {""}, (path.name, column, row)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
@pytest.mark.parametrize("name", ["bodies", "documents", "indicators", "plans"])
def test_a_code_is_a_slug_and_stands_once(folder: Path, name: str) -> None:
    found = [row["code"] for row in rows(folder, name)]
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in found)


def test_the_two_examples_share_no_code() -> None:
    for name in ("bodies", "documents", "indicators", "plans"):
        assert not codes(CA_MAU, name) & codes(VIET_NAM, name)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_figures_and_bodies_stand_in_areas_of_their_day(folder: Path) -> None:
    for path in folder.glob("figures*.csv"):
        for row in rows(folder, path.stem):
            on = date(int(row["period"][:4]), 12, 31)
            assert area_on(folder, row["area_code"], on)["name"] == row["area_name"]
    for row in rows(folder, "bodies"):
        if row["area_code"]:
            on = day(row["valid_from"]) if row["valid_from"] else date(2019, 12, 31)
            area_on(folder, row["area_code"], on)
    for row in rows(folder, "figures"):
        assert (row["value"] != "") == (row["absence"] == "")


def test_every_area_of_2021_has_its_peoples_committee() -> None:
    own = {row["area_code"]: row for row in rows(CA_MAU, "bodies") if row["kind"] == "ubnd"}
    local = [
        row
        for row in rows(CA_MAU, "areas")
        if row["parent_code"] in own and row["valid_from"] == "01/01/2021"
    ]
    assert len(local) == 9 + 101
    for area in local:
        body = own[area["code"]]
        assert body["name"].lower() == f"ủy ban nhân dân {area['name']}".lower()
        assert own[area["parent_code"]]["code"] == body["parent_code"]
        assert body["valid_to"] == area["valid_to"]


def test_only_what_lower_levels_count_is_counted_there() -> None:
    levels = {row["code"]: row["counted_at"] for row in rows(CA_MAU, "indicators")}
    assert {c for c, level in levels.items() if level == "commune"} == {
        "giam-ty-le-ho-ngheo", "ty-le-ho-ngheo", "xa-nong-thon-moi", "nuoc-hop-ve-sinh",
        "giai-quyet-viec-lam",
    }  # fmt: skip
    assert {c for c, level in levels.items() if level == "district"} == {
        "bhxh-bat-buoc", "bhxh-tu-nguyen", "rac-thai-thu-gom", "thu-ngan-sach",
    }  # fmt: skip


def test_ratios_name_their_parts_and_growth_is_never_added() -> None:
    for folder in FOLDERS:
        for row in rows(folder, "indicators"):
            ratio = row["over_areas"] == "ratio_of_sums"
            assert ratio == bool(row["numerator"]) == bool(row["denominator"])
            if row["name"].startswith("Tốc độ tăng"):
                assert (row["over_areas"], row["over_time"]) == ("none", "none")
