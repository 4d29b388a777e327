"""A report while the year still runs: the pace of what adds up, what stands, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.paper.writing.checking import faults
from dieuhanh.paper.writing.compose.press import press_release
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.compose.saying import said
from dieuhanh.paper.writing.compose.year import SoFar, Year, YearTarget
from dieuhanh.paper.writing.model import Made, Paragraph, Role
from dieuhanh.paper.writing.papers import as_text, sources
from tests.paper.composed import FRAME, cited, rate, target, year

OPEN = {
    "verdict": Verdict.NOT_DUE, "basis": Basis.NONE, "actual": (), "actual_cell": (), "past": (),
    "completion": (), "code": "board.not_due",
}  # fmt: skip
REVENUE = SoFar(
    "6 tháng đầu năm", said(cited("2.800"), " tỷ đồng"), (cited("2.800"),), Made("figure", "7", "2.800"),
    share=(cited("51,1", "so-far"),), left=said(cited("2.678", "so-far"), " tỷ đồng"),
)  # fmt: skip
RATE = SoFar(
    "6 tháng đầu năm", said(cited("25,1"), "%"), (cited("25,1"),), Made("figure", "8", "25,1")
)


def running(*targets: YearTarget) -> Year:
    held = year(*targets, on=date(2021, 6, 30))
    return replace(held, closes=date(2021, 12, 31), span="6 tháng đầu năm")


def half_year() -> Year:
    return running(
        target(**OPEN, so_far=REVENUE), rate(**OPEN, so_far=RATE),
        target(no="3", name="Xuất khẩu", **OPEN), target(no="21", name="chưa rõ tên", **OPEN),
    )  # fmt: skip


def test_the_pace_is_told_of_what_adds_up_and_of_nothing_else() -> None:
    told = as_text(report(half_year(), FRAME))
    for part in (
        "Tình hình thực hiện kế hoạch phát triển kinh tế - xã hội tỉnh năm 2021 trong 6 tháng đầu năm\n",
        ("Kỳ kế hoạch kết thúc ngày 31/12/2021; đến ngày 30/06/2021 chưa đánh giá chỉ tiêu đạt hay không "
        "đạt. Trong 04 chỉ tiêu chủ yếu có 02 chỉ tiêu đã có số thực hiện lũy kế, trong đó 01 chỉ tiêu so "
        "được với kế hoạch cả năm; 02 chỉ tiêu chưa có số thực hiện trong kỳ."),
        ("Thu ngân sách nhà nước 6 tháng đầu năm đạt 2.800 tỷ đồng, bằng 51,1% kế hoạch cả năm (tối thiểu "
        "5.478 tỷ đồng); còn phải thực hiện 2.678 tỷ đồng;"[:-1]),
        "Tỷ lệ đô thị hóa 6 tháng đầu năm đạt 25,1% (kế hoạch cuối kỳ tối thiểu 24,2%)",
        "Xuất khẩu; 01 chỉ tiêu chưa rõ tên (số thứ tự 21 của kế hoạch).",
        "1\tThu ngân sách nhà nước\ttỷ đồng\t5.478\t2.800\t6 tháng đầu năm\t51,1",
        "trong 6 tháng đầu năm của Ủy ban nhân dân tỉnh Cà Mau./.",
    ):  # fmt: skip
        assert part in told, part
    assert "chưa đến hạn" not in told


def test_its_sections_are_numbered_through_and_it_has_no_faults() -> None:
    made = report(half_year(), FRAME)
    assert faults(made) == ()
    numbers = [b.number for b in made.blocks if isinstance(b, Paragraph) and b.role is Role.GROUP]
    assert numbers == ["I.", "II.", "III.", "IV.", "V."]
    clauses = [
        b.number for b in made.blocks if isinstance(b, Paragraph) and b.role is Role.HEADED_CLAUSE
    ]
    assert clauses == ["1.", "2.", "3.", "4.", "5."]


def test_a_plan_already_reached_has_nothing_left() -> None:
    done = replace(REVENUE, share=(cited("104,2", "so-far"),), left=())
    told = as_text(report(running(target(**OPEN, so_far=done)), FRAME))
    assert "bằng 104,2% kế hoạch cả năm (tối thiểu 5.478 tỷ đồng), đã đạt kế hoạch cả năm" in told


def test_what_was_judged_within_the_year_is_told_with_its_verdict() -> None:
    told = as_text(report(running(target(), target(no="2", **OPEN, so_far=REVENUE)), FRAME))
    assert "Chỉ tiêu đã có kết quả" in told
    assert "vượt 6,8% kế hoạch" in told


def test_the_counts_rest_on_the_figures_they_count() -> None:
    held = {each.key: each for each in sources(report(half_year(), FRAME))}
    known = held["ke-hoach/2021-06-30/known"]
    assert [each.key for each in known.made_of] == ["7", "8"]


def test_the_press_release_of_a_running_year_judges_nothing() -> None:
    told = as_text(press_release(half_year(), FRAME))
    assert "Tình hình thực hiện kế hoạch" in told
    assert "bằng 51,1% kế hoạch cả năm" in told
    assert "Bảng tổng hợp" not in told


def test_simulated_numbers_to_date_say_so() -> None:
    faked = replace(REVENUE, simulated=True)
    told = as_text(report(running(target(**OPEN, so_far=faked)), FRAME))
    assert "đạt 2.800 tỷ đồng (*), bằng" in told
    assert "(*) Số liệu mô phỏng, không phải số liệu thật." in told
