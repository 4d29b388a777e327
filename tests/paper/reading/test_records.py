"""Records by the schema: decimals as strings, percentages and tallies as numbers."""

from __future__ import annotations

import json
from decimal import Decimal

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.records import Claim, Person, Reading, Scoreboard

CLAIM = Claim(
    indicator="Thu ngân sách", value=Decimal("5851.0"), unit="tỷ đồng", kind="level",
    vs_plan_pct=Decimal("6.8"), yoy_pct=Decimal(-15), plan_value=Decimal("0.30"),
    quote="x", start=0, end=1,
)  # fmt: skip


def test_a_claim_is_written_by_the_schema() -> None:
    shape = CLAIM.as_json()
    assert shape["value"] == "5851.0"
    assert shape["plan_value"] == "0.30"
    assert json.dumps([shape["vs_plan_pct"], shape["yoy_pct"]]) == "[6.8, -15]"
    assert shape["estimate"] is False
    assert shape["role"] == "actual"


def test_a_reading_holds_its_five_keys_and_no_other() -> None:
    board = Scoreboard(met=12, total=22, unit="chỉ tiêu", quote="12/22 chỉ tiêu", start=0, end=14)
    person = Person(name="A", titles=("Bí thư", "Chủ tịch"), quote="A", start=0, end=1)
    shape = Reading(claims=(CLAIM,), scoreboard=board, people=(person,)).as_json()
    assert list(shape) == ["claims", "scoreboard", "people", "documents", "tasks"]
    assert shape["scoreboard"]["met"] == 12
    assert shape["people"][0]["titles"] == ["Bí thư", "Chủ tịch"]
    assert json.loads(json.dumps(shape)) == shape


def test_an_empty_text_reads_as_nothing() -> None:
    assert read("").as_json() == {
        "claims": [], "scoreboard": None, "people": [], "documents": [], "tasks": [],
    }  # fmt: skip
