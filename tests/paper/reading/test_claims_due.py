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


HEADLINES = [
    ("# Xã An Bình nỗ lực hoàn thành kế hoạch năm 2020\nXuất khẩu đạt 410 triệu USD.", "actual"),
    ("Phấn đấu cho một năm thắng lợi\n\nSáng 30/11, xuất khẩu đạt 410 triệu USD.", "actual"),
    ("# Mục tiêu\n- Xuất khẩu đạt 410 triệu USD.", "plan"),
]


@pytest.mark.parametrize(("text", "role"), HEADLINES)
def test_a_headline_makes_no_targets(text: str, role: str) -> None:
    """What a story is about decides nothing of its figures; a heading over a list does."""
    assert [claim.role for claim in read(text).claims] == [role]


LATER = [
    (
        "Giải ngân đạt 487 tỷ đồng, bằng 83,6% kế hoạch; ước đến hết 31/01/2024 đạt trên 95%.",
        [
            "Giải ngân | 487 tỷ đồng | level | plan_ratio_pct 83.6",
            "Giải ngân | more_than 95 % | share ước",
        ],
    ),
    (
        "Năng suất lao động đạt 81 triệu đồng/người, nhưng chỉ bằng 69% bình quân cả nước.",
        ["Năng suất lao động | 81 triệu đồng/người | level", "Năng suất lao động | 69 % | share"],
    ),
    (
        "Đàn trâu 24 con (bằng 99% cùng kỳ), đàn bò 15 con (103,5%).",
        ["Đàn trâu | 24 con | count | yoy_pct -1", "đàn bò | 15 con | count | yoy_pct 3.5"],
    ),
    (
        "Đạt 12 bác sĩ và 30 giường bệnh/vạn dân.",
        ["bác sĩ | 12 bác sĩ/vạn dân | level", "giường bệnh | 30 giường bệnh/vạn dân | level"],
    ),
]


@pytest.mark.parametrize(("text", "told"), LATER)
def test_a_rate_of_another_time_place_or_item(text: str, told: list[str]) -> None:
    """Foreseen for later or held against the nation it is a claim; in the next bracket it is alike."""
    assert claims(text) == told


def test_a_result_told_behind_its_budget() -> None:
    """ "Dự toán thu … 950; ước thực hiện 980": both are told, the completion is the result's."""
    text = "Dự toán thu ngân sách 950 tỷ đồng; ước thực hiện 980 tỷ đồng (đạt 103,2% dự toán)."
    assert claims(text) == [
        "Dự toán thu ngân sách | 950 tỷ đồng | level plan",
        "thu ngân sách | 980 tỷ đồng | level ước | plan_ratio_pct 103.2",
    ]
