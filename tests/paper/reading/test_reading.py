"""What holds of any text: reading never raises, quotes stand where they say, NFD reads as NFC."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dieuhanh.paper.reading import read
from tests.paper.reading.scoring import half

# Pieces the grammar knows, so that what is generated reaches every production.
PIECES = (
    "Thu ngân sách", "tỷ lệ hộ nghèo", "GRDP", "đạt", "ước đạt", "tăng", "giảm", "giảm còn", "vượt", "bằng", "chiếm",
    "từ", "lên", "xuống còn", "trên", "khoảng", "tối thiểu", "5.851", "6,8", "0,33", "12/22", "46/82", "10 - 13",
    "1.112,5", "999999999999999999999999", "%", "‰", "tỷ đồng", "triệu USD", "giường/vạn dân", "xã", "chỉ tiêu",
    "kế hoạch", "dự toán HĐND tỉnh giao", "so với cùng kỳ", "năm 2021", "đến năm 2025", "ngày 12/01/2022", "(", ")", ",",
    ";", ":", ".", "\n", "\n\n", "- ", "1. ", "a) ", "|", "\t", "  ", "**", "trong đó", "và", "với", "(kế hoạch", "trở lên",
    "tương đương", "cả nước", "Điều 1.", "128/NQ-CP", "II. NHIỆM VỤ NĂM 2022", "\u0301", "\ud800", "\x00", "đ", "/",
)  # fmt: skip
likely = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
any_text = st.one_of(st.text(st.characters(), max_size=400), likely)


def items(shape: dict[str, Any]) -> list[dict[str, Any]]:
    board = [shape["scoreboard"]] if shape["scoreboard"] else []
    return [*shape["claims"], *board, *shape["people"], *shape["documents"], *shape["tasks"]]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_text)
def test_reading_never_raises_and_offsets_point_at_the_quote(text: str) -> None:
    for item in items(read(text).as_json()):
        assert 0 <= item["start"] < item["end"] <= len(text)
        assert item["quote"] == text[item["start"] : item["end"]]


def without_places(shape: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in shape.items() if k not in {"claims", "people", "documents", "tasks"}}
    for key in ("claims", "people", "documents", "tasks"):
        kept[key] = [
            {k: v for k, v in item.items() if k not in {"quote", "start", "end"}}
            for item in shape[key]
        ]
    board = kept["scoreboard"]
    kept["scoreboard"] = board and (board["met"], board["total"])
    return kept


@settings(max_examples=150, deadline=None)
@given(likely)
def test_decomposed_letters_read_as_composed_ones(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert without_places(read(composed).as_json()) == without_places(read(decomposed).as_json())


OPEN = list(half("open"))


@pytest.mark.parametrize(("name", "text", "labels"), OPEN, ids=[name for name, _, _ in OPEN])
def test_a_real_text_reads_the_same_decomposed(
    name: str, text: str, labels: dict[str, Any]
) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert without_places(read(composed).as_json()) == without_places(read(decomposed).as_json())


def test_reading_twice_gives_the_same() -> None:
    text = OPEN[0][1]
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3000,
        "1 " * 3000,
        "tăng " * 2000,
        "5% " * 2000,
        "\n" * 5000,
        "a,b;" * 2000,
        "- " * 3000,
    ],
)
def test_strange_texts_are_read_in_no_more_than_their_length(text: str) -> None:
    assert read(text).people == ()
