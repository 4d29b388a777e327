"""Figures of one clause held against each other: bases, changes, shares, totals, tallies."""

from __future__ import annotations

import pytest

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.checking import Count, Mark, Stated, check_reading, check_tally


class Empty:
    """Books that hold nothing."""

    def figures(self, indicator: str, period: str | None) -> tuple[Stated, ...]:
        return ()

    def figures_at(
        self, area: str, indicator: str, period: str | None
    ) -> tuple[Stated, ...] | None:
        return None

    def plan_values(self, indicator: str, period: str | None) -> tuple[Stated, ...]:
        return ()


def _wrong(text: str) -> list[str]:
    checked = check_reading(text, read(text), lambda _: None, Empty())
    return [
        reason.code
        for each in checked
        for reason in each.reasons
        if reason.mark is Mark.INCONSISTENT
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("đạt 812 tỷ đồng, tăng 6,8% so với kế hoạch 700 tỷ đồng.", ["vs_plan"]),
        ("đạt 812 tỷ đồng, tăng 16% so với kế hoạch 700 tỷ đồng.", []),
        ("đạt 4.812 tỷ đồng, tăng 6,8% so với kế hoạch (4,1 nghìn tỷ đồng).", ["vs_plan"]),
        ("đạt 4.812 tỷ đồng, tăng 17,4% so với kế hoạch (4,1 nghìn tỷ đồng).", []),
        ("đạt 660 tỷ đồng, tăng 20% so với năm 2020 (600 tỷ đồng).", ["yoy"]),
        ("đạt 660 tỷ đồng, tăng 10% so với năm 2020 (600 tỷ đồng).", []),
        ("đạt 660 tỷ đồng, tăng 10% so với năm 2020 (60 tỷ đồng).", []),  # the change itself
        ("đạt 660 tỷ đồng, tăng 20% so với cùng kỳ năm trước là 600 tỷ đồng.", ["yoy"]),
        ("đạt 660 tỷ đồng, tăng 20% so với cùng kỳ năm trước là 600.", ["yoy"]),
        ("đạt 660 tỷ đồng, tăng 20% so với cùng kỳ và bằng 97,2% kế hoạch.", []),
        ("đạt 660 tỷ đồng, tăng 20% so với năm 2020.", []),
        ("đạt 660 tỷ đồng, tăng 60 tỷ đồng, tương đương 6,8% so với kế hoạch.", ["change"]),
        ("đạt 660 tỷ đồng, tăng 60 tỷ đồng, tương đương 10% so với kế hoạch.", []),
        ("đạt 660 tỷ đồng, tăng 60 tỷ đồng (6,8%) so với kế hoạch.", ["change"]),
    ],
)
def test_growth_against_the_base_told_behind_it(text: str, codes: list[str]) -> None:
    assert _wrong(f"Thu ngân sách nhà nước {text}") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Toàn tỉnh có 33/60 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 60%.", ["share"]),
        ("Toàn tỉnh có 33/60 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 55%.", []),
        ("Toàn tỉnh có 33/60 xã (60%) đạt chuẩn nông thôn mới.", ["share"]),
        ("Có 33 xã trên tổng số 60 xã đạt chuẩn nông thôn mới, bằng 60%.", ["share"]),
        ("Toàn tỉnh có 33/60 xã đạt chuẩn nông thôn mới, đạt 60% kế hoạch.", []),
    ],
)
def test_a_count_of_all_against_the_share_beside_it(text: str, codes: list[str]) -> None:
    assert _wrong(text) == codes


def test_a_total_without_a_verb_against_its_parts() -> None:
    parts = "trong đó 40 dự án hoàn thành, 35 dự án đang thi công, {} dự án chưa khởi công."
    assert _wrong(f"Tổng số 100 dự án, {parts.format(30)}") == ["parts_more"]
    assert _wrong(f"Tổng số 100 dự án, {parts.format(25)}") == []


BOOKS = (Count(12, 22), Count(13, 22, judged=True))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Có 12/22 chỉ tiêu đạt và vượt.", ["tally_agrees"]),
        ("Có 13/22 chỉ tiêu đạt và vượt.", ["tally_judged"]),
        ("Có 14/22 chỉ tiêu đạt và vượt.", ["tally_differs", "tally_judged_differs"]),
        ("Có 12 đạt, 5 vượt, 7 không đạt trong 22 chỉ tiêu.", ["tally_sum"]),
        ("Có 9 đạt, 4 vượt, 9 không đạt trong 22 chỉ tiêu.", ["tally_judged"]),
        ("Trong 22 chỉ tiêu có 12 chỉ tiêu đạt, 5 chỉ tiêu vượt, 10 chỉ tiêu không đạt.", []),
    ],
)
def test_a_tally_against_its_groups_and_the_books(text: str, codes: list[str]) -> None:
    found = check_tally(text, read(text), lambda _: BOOKS)
    told = [reason.code for reason in found.reasons] if found else []
    assert told[: len(codes)] == codes
    assert ("tally_sum" in told) == ("tally_sum" in codes)


def test_books_without_a_count_leave_the_tally_unknown() -> None:
    text = "Có 12/22 chỉ tiêu đạt và vượt."
    found = check_tally(text, read(text), lambda _: ())
    assert found is not None
    assert found.mark is Mark.UNKNOWN
