"""The tally of targets in the wordings of reports, news and notices."""

from __future__ import annotations

import pytest

from dieuhanh.paper.reading import read


@pytest.mark.parametrize(
    ("text", "met", "total"),
    [
        ("Kết quả có 12/22 các chỉ tiêu kinh tế - xã hội chủ yếu đạt và vượt kế hoạch giao, như: a.", 12, 22),
        ("Tỉnh đạt và vượt 18 trên 20 chỉ tiêu.", 18, 20),
        ("Có 15 chỉ tiêu đạt, 5 chỉ tiêu chưa đạt.", 15, 20),
        ("Cả 25 chỉ tiêu đều đạt và vượt kế hoạch.", 25, 25),
        ("Trong 20 chỉ tiêu chủ yếu, có 12 chỉ tiêu vượt, 6 chỉ tiêu đạt và 2 chỉ tiêu không đạt.", 18, 20),
        ("Dự kiến vượt 10 chỉ tiêu, đạt 8 chỉ tiêu, không đạt 2 chỉ tiêu.", 18, 20),
        ("Hoàn thành 18/20 chỉ tiêu, trong đó 12 chỉ tiêu vượt, 6 chỉ tiêu đạt; 2 chỉ tiêu chưa đạt.", 18, 20),
        ("Có 10/22 chỉ tiêu chủ yếu chưa đạt.", 12, 22),
        ("Toàn bộ 17 chỉ tiêu được giao đã hoàn thành.", 17, 17),
        ("Có 14 trong tổng số 16 chỉ tiêu hoàn thành.", 14, 16),
        ("Có 14 chỉ tiêu trên tổng số 16 chỉ tiêu hoàn thành.", 14, 16),
        ("Huyện có 08/24 chỉ tiêu vượt, 14/24 chỉ tiêu đạt, 02/24 chỉ tiêu không đạt.", 22, 24),
        ("Có 9 nhiệm vụ hoàn thành, 1 nhiệm vụ chưa hoàn thành. Đạt 12/15 chỉ tiêu.", 12, 15),
    ],
)  # fmt: skip
def test_a_tally_is_read(text: str, met: int, total: int) -> None:
    board = read(text).scoreboard
    assert board
    assert (board.met, board.total) == (met, total)
    assert text[board.start : board.end] == board.quote


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết giao 15 chỉ tiêu cho các sở.",
        "Ngày 12/22 chỉ tiêu được giao.",
        "Tập trung 06 nhiệm vụ, giải pháp chủ yếu.",
        "Thu ngân sách đạt 12/22 tỷ đồng.",
    ],
)
def test_no_tally_is_made_up(text: str) -> None:
    assert read(text).scoreboard is None


def test_the_unit_and_the_clause_are_told() -> None:
    board = read("Kết quả có 12/22 các chỉ tiêu chủ yếu đạt và vượt, như: x.").scoreboard
    assert board
    assert (board.unit, board.quote) == (
        "chỉ tiêu",
        "Kết quả có 12/22 các chỉ tiêu chủ yếu đạt và vượt",
    )
