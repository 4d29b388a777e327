"""What was and what is to be: the year of a paper, aims among results, words that only look like cues."""

from __future__ import annotations

import pytest

from dieuhanh.paper.reading import read
from tests.paper.reading.clauses import claims

DEADLINE = (
    "Năm 2018, giá trị sản xuất tăng 7,4% so với năm 2017; dịch vụ tăng 6,2%.\n"
    "Chủ tịch UBND tỉnh đề nghị các sở phấn đấu đến 31/01/2019 giải ngân đạt 95% kế hoạch."
)

CLAUSES = [
    (
        "Đầu năm còn 246 hộ nghèo (5,5%); mục tiêu đến cuối năm giảm 30 hộ. Từ đầu năm đến nay đã mở 12 lớp.",
        ["count", "share", "change down plan", "count"],
    ),
    (
        "Sản lượng đạt 410 tấn, phấn đấu cả năm đạt 520 tấn. Diện tích nuôi đạt 96 ha.",
        ["level", "level plan", "level"],
    ),
    ("Phấn đấu sản lượng đạt 520 tấn. Diện tích nuôi đạt 96 ha.", ["level plan", "level plan"]),
    (
        "2. Mục tiêu phấn đấu\n- Cơ cấu kinh tế (giá hiện hành): nông nghiệp 27%, dịch vụ 31%.",
        ["share plan", "share plan"],
    ),
    ("Có 412 doanh nghiệp quay trở lại hoạt động, tăng 15,1% so với cùng kỳ.", ["count"]),
    ("Tạo việc làm tăng thêm cho 2.300 lao động.", ["count"]),
]


def test_a_day_awaited_is_not_the_papers_own() -> None:
    """A deadline in the next year leaves this year's figures results, and its own figure a target."""
    assert claims(DEADLINE) == [
        "giá trị sản xuất | 7.4 % | growth up",
        "dịch vụ | 6.2 % | growth up",
        "giải ngân | 95 % | share plan | plan_ratio_pct 95",
    ]


@pytest.mark.parametrize(("text", "kinds"), CLAUSES, ids=[text[:40] for text, _ in CLAUSES])
def test_what_was_and_what_is_to_be(text: str, kinds: list[str]) -> None:
    """Kind, direction and role of each claim, in the order of the text."""
    assert [line.split(" | ")[2] for line in claims(text)] == kinds


def test_the_year_told_is_the_one_of_results() -> None:
    """Neither the year compared with nor the next one's budget; the plan held against is no aim."""
    text = (
        "Đến hết tháng 11/2019, thu ngân sách đạt 1.250 tỷ đồng, bằng 104% dự toán năm. Nợ thuế 61 "
        "tỷ đồng, giảm 4 tỷ đồng so với thời điểm 31/12/2018. Năm 2020, dự toán thu là 1.271 tỷ đồng."
    )
    roles = [claim.role for claim in read(text).claims if claim.kind == "level"]
    assert roles == ["actual", "actual", "plan"]


def test_a_return_sets_no_bound() -> None:
    """ "trở lại" behind a verb of coming back is no "at most"."""
    assert claims("Có 412 doanh nghiệp quay trở lại hoạt động.") == [
        "doanh nghiệp quay trở lại hoạt động | 412 doanh nghiệp | count"
    ]


def test_places_in_order_are_named_bare() -> None:
    """Who leads and who comes next is said before a name, and a speaker's marks close behind it."""
    assert claims("Thu ngân sách đạt 95%; dẫn đầu là thị xã Kỳ Anh (168%).")[1:] == [
        "thị xã Kỳ Anh | 168 % | share"
    ]
    assert claims('Ông nói: "Nhà máy sản xuất 6,5 triệu tấn phôi thép".') == [
        "sản xuất phôi thép | 6.5 triệu tấn | level"
    ]


def test_equals_is_written_as_a_sign_too() -> None:
    """ "1.250 ha = 92% KH"."""
    assert claims("Ngô 1.250 ha = 92% KH.") == ["Ngô | 1250 ha | level | plan_ratio_pct 92"]


def test_an_aim_ends_with_its_sentence() -> None:
    """ "… chỉ tiêu. Phạm pháp hình sự 18 vụ": what follows the stop is a result."""
    told = [claim.role for claim in read("Giao quân đạt 100% chỉ tiêu. Cháy 18 vụ.").claims]
    assert told == ["actual", "actual"]


def test_a_period_takes_the_year_told_after_the_next_one() -> None:
    """ "quý I, nhiệm vụ trọng tâm quý II năm 2019" reports the first quarter of 2019."""
    text = "Kết quả thực hiện quý I, nhiệm vụ quý II năm 2019.\nThu ngân sách đạt 48 tỷ đồng."
    assert [claim.period for claim in read(text).claims] == ["quý I"]
