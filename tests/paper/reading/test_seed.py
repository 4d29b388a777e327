"""The article of 12 January 2022: every claim with every attribute, and the tally, exactly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dieuhanh.paper.reading import read
from tests.paper.reading.scoring import ALIKE, similarity

FOLDER = Path(__file__).parents[3] / "examples" / "ca-mau-2021" / "documents"
LABELS: dict[str, Any] = json.loads((FOLDER / "bai-bao-2022-01-12.labels.json").read_text("utf-8"))
TEXT = (FOLDER / "bai-bao-2022-01-12.txt").read_bytes().decode("utf-8")
NOT_READ = {"optional", "alternates"}  # notes of the labels, not of a reading


def test_the_thirteen_claims_are_exact() -> None:
    found = read(TEXT).as_json()["claims"]
    assert len(found) == len(LABELS["claims"]) == 13
    for claim, label in zip(found, LABELS["claims"], strict=True):
        wrong = {k: (claim[k], v) for k, v in label.items() if k not in NOT_READ and claim[k] != v}
        assert wrong == {}


def test_the_tally_is_exact() -> None:
    board = read(TEXT).as_json()["scoreboard"]
    assert board == LABELS["scoreboard"]


def test_every_quote_stands_where_it_says() -> None:
    shape = read(TEXT).as_json()
    found = [*shape["claims"], *shape["people"], *shape["documents"], *shape["tasks"]]
    assert all(TEXT[item["start"] : item["end"]] == item["quote"] for item in found)


def test_names_are_alike_only_between_texts_of_comparable_length() -> None:
    assert similarity("tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo đa chiều") >= ALIKE
    assert similarity("hoà", "Hòa") == 1
    assert (
        similarity("hộ nghèo", "tỷ lệ hộ nghèo của tỉnh năm nay giảm mạnh so với năm trước") < ALIKE
    )
