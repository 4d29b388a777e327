"""A text as pages show it: lines and tables; and what a paper says of itself at its head."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.paper.reading.blocks import blocks_of, is_figure
from dieuhanh.paper.reading.own_head import own_head

TABLE = "TT\tChỉ tiêu\tThực hiện\n1\tThu ngân sách\t5.851\n2\tGRDP"


def cells(text: str) -> list[list[str]]:
    (block,) = [each for each in blocks_of(text) if each.rows]
    return [[text[slice(*cell)] for cell in row] for row in block.rows]


def test_rows_with_tabs_are_a_table_of_equal_rows_under_its_heads() -> None:
    text = f"Biểu 1\n{TABLE}\n\nHết.\tA"
    assert [len(block.rows) for block in blocks_of(text)] == [0, 3, 0]
    assert cells(text) == [
        ["TT", "Chỉ tiêu", "Thực hiện"], ["1", "Thu ngân sách", "5.851"], ["2", "GRDP", ""],
    ]  # fmt: skip
    assert blocks_of(text)[1].heads == 1


def test_rows_with_bars_are_a_table_without_the_rule() -> None:
    text = "| A | B |\n|---|--:|\n| Lúa | 12,5 |\n"
    assert cells(text) == [["A", "B"], ["Lúa", "12,5"]]


@pytest.mark.parametrize(
    ("cell", "told"),
    [("5.851", True), ("-2,3", True), ("12,5%", True), ("3 - 4", True), ("-", True), ("", False),
     ("Lúa", False), ("5 xã", False)],
)  # fmt: skip
def test_a_figure_stands_to_the_right(cell: str, told: bool) -> None:
    assert is_figure(cell) is told


@given(st.text("ab1\t|\n -:", max_size=80))
def test_every_letter_is_shown_once_and_in_order(text: str) -> None:
    shown = []
    for block in blocks_of(text):
        spans = [cell for row in block.rows for cell in row] or [(block.start, block.end)]
        shown += [text[slice(*span)] for span in spans]
        assert all(block.start <= start <= end <= block.end for start, end in spans)
        assert spans == sorted(spans)
    letters = [letter for letter in text if letter in "ab1"]
    assert [letter for part in shown for letter in part if letter in "ab1"] == letters


HEADS = [
    (
        (
            "UBND TỈNH CÀ MAU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND\tCà Mau, ngày 09 tháng 12 "
            "năm 2021\n\nQUYẾT ĐỊNH\nVề việc giao dự toán năm 2022\n\nCăn cứ Luật số 1/QH ngày 01 tháng 01 năm 2020"
        ),
        ("Quyết định", "12/QĐ-UBND", date(2021, 12, 9), "Về việc giao dự toán năm 2022"),
    ),
    (
        "SỞ Y TẾ\nSố: 45/SYT-KHTC\nV/v đôn đốc báo cáo\nKính gửi: Ủy ban nhân dân tỉnh",
        ("Công văn", "45/SYT-KHTC", None, "đôn đốc báo cáo"),
    ),
    (
        "BÁO CÁO TÓM TẮT KẾT QUẢ NĂM 2016\n\nNăm 2016 đạt và vượt kế hoạch.",
        ("Báo cáo", "", None, "TÓM TẮT KẾT QUẢ NĂM 2016"),
    ),
    (
        "Thu ngân sách vượt dự toán\nThứ tư, 12/01/2022 08:30\nSáng nay, báo cáo cho biết",
        ("", "", date(2022, 1, 12), "Thu ngân sách vượt dự toán"),
    ),
    ("Quyết định mới giúp dân thoát nghèo\nHôm qua", ("", "", None, "Quyết định mới giúp dân thoát nghèo")),
    ("", ("", "", None, "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), HEADS)
def test_a_paper_says_what_it_is(text: str, told: tuple[object, ...]) -> None:
    assert tuple(own_head(text)) == told


@given(st.text(max_size=300))
def test_reading_the_head_never_raises(text: str) -> None:
    assert own_head(text).title in {"", own_head(text).title.strip()}
