"""The review's sentences follow from their values alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from dieuhanh.domain.dates import Dated, Precision
from dieuhanh.domain.growth import Growth, Unlike
from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.domain.wording.review import (
    Published,
    Result,
    by_verdict,
    joined,
    opening,
    result_pieces,
)

DAY = date(2022, 1, 12)
REVENUE = Result(
    "1", "Thu ngân sách", Verdict.EXCEEDED, Basis.COMPUTED, "5.851 tỷ đồng", 7,
    "tối thiểu 5.478 tỷ đồng", Decimal("106.8"),
)  # fmt: skip
KEPT = Result("4", "Lao động", Verdict.MET_OR_EXCEEDED, Basis.AS_PUBLISHED, "48%", 8)
JOBS = Result("16", "Việc làm", Verdict.NOT_MET, Basis.AS_PUBLISHED, plan="tối thiểu 39.300")
SILENT = Result("21", "chưa rõ tên", Verdict.NO_DATA, Basis.NONE)
ALL = [REVENUE, KEPT, JOBS, SILENT]
TOLD = Published(2, 4, "Tòa soạn", Dated(DAY))


def test_the_opening_counts_and_tells_the_basis() -> None:
    first, basis, beside = opening(ALL, TOLD, plan="Kế hoạch A", on=DAY, lang="vi")
    assert first == (
        "Theo số liệu biết được đến ngày 12/01/2022, trong 4 chỉ tiêu chủ yếu của Kế hoạch A có "
        "2 chỉ tiêu đạt và vượt kế hoạch (1 chỉ tiêu vượt kế hoạch; 1 chỉ tiêu được công bố là "
        "đạt hoặc vượt mà không tách riêng); 1 chỉ tiêu không đạt; 1 chỉ tiêu chưa đủ số liệu để "
        "đánh giá."
    )
    assert "Trong 3 chỉ tiêu đã có đánh giá, 1 chỉ tiêu được tính lại" in basis
    assert beside == "Kết quả này trùng với tỷ số 2/4 đã công bố (Tòa soạn, 12/01/2022)."


def test_a_published_count_that_differs_or_is_not_there_is_said() -> None:
    placed = replace(TOLD, met=3, dated=Dated(date(2021, 12, 31), Precision.PLACED))
    differs = opening(ALL, placed, plan="A", on=DAY, lang="vi")[-1]
    assert "3/4 (Tòa soạn, 31/12/2021 (ngày ước định)), khác với kết quả 2/4" in differs
    assert "chưa có tỷ số" in opening(ALL, None, plan="A", on=DAY, lang="vi")[-1]


def test_a_board_computed_whole_does_not_speak_of_publication() -> None:
    told = opening([REVENUE], None, plan="A", on=DAY, lang="vi")
    assert told[1].startswith("Cả 1 chỉ tiêu đã có đánh giá đều được tính lại")


def test_each_verdict_has_its_sentence_and_each_figure_its_piece() -> None:
    groups = by_verdict(ALL, "vi")
    assert [head for head, _ in groups] == [
        "Vượt kế hoạch (1)",
        "Đạt hoặc vượt, theo công bố (1)",
        "Không đạt (1)",
        "Chưa đủ số liệu (1)",
    ]
    assert [piece.figure for piece in groups[0][1] if piece.figure] == [7]
    assert joined(groups[2][1]) == "Việc làm (kế hoạch: tối thiểu 39.300)."
    assert joined(groups[3][1]) == "chưa rõ tên."


def test_growth_is_told_only_where_the_years_compare() -> None:
    grown = replace(REVENUE, growth=Growth(Decimal("-17.3"), in_points=False))
    assert joined(result_pieces(grown, "vi")).endswith(", giảm 17,3% so với năm trước")
    unlike = replace(REVENUE, growth=Unlike.STATUS)
    assert result_pieces(unlike, "vi") == result_pieces(REVENUE, "vi")


def test_a_near_miss_is_named() -> None:
    assert joined(result_pieces(replace(JOBS, near_miss=True), "vi")).endswith(", xấp xỉ đạt")


def test_the_english_is_whole() -> None:
    first, basis, beside = opening(ALL, TOLD, plan="Plan A", on=DAY, lang="en")
    assert first.startswith("By what was known on 12 January 2022, 2 of the 4 main targets")
    assert "Targets with a verdict: 3, of which 1 recomputed" in basis
    assert "2/4" in beside
    assert joined(result_pieces(replace(REVENUE, plan="at least 5,478"), "en")) == (
        "Thu ngân sách: 5.851 tỷ đồng, 106.8% of the plan (at least 5,478)"
    )
