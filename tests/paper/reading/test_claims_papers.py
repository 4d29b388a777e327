"""Clauses of reports, resolutions, notices and letters read as claims, in words of our own."""

from __future__ import annotations

import pytest

from tests.paper.reading.clauses import claims

ONE_WORD = [
    (
        "Chi phí khám, chữa bệnh đạt 412 tỷ đồng.",
        ["Chi phí khám, chữa bệnh | 412 tỷ đồng | level"],
    ),
    (
        "Giá trị sản xuất nông, lâm nghiệp, thủy sản đạt 1.240 tỷ đồng.",
        ["Giá trị sản xuất nông, lâm nghiệp, thủy sản | 1240 tỷ đồng | level"],
    ),
    (
        "Huyện bố trí kinh phí phòng cháy, chữa cháy 1,6 tỷ đồng.",
        ["bố trí kinh phí phòng cháy, chữa cháy | 1.6 tỷ đồng | level"],
    ),
    (
        "Đã tiếp nhận 38 ý kiến, kiến nghị của nhân dân.",
        ["tiếp nhận ý kiến, kiến nghị của nhân dân | 38 ý kiến, kiến nghị | count"],
    ),
]

THINGS = [
    (
        "Toàn huyện có 5.210 ha rừng và đất rừng, trong đó rừng phòng hộ 3.400 ha.",
        ["rừng và đất rừng | 5210 ha | level", "rừng phòng hộ | 3400 ha | level"],
    ),
    (
        "Xã có 25 hộ nghèo và 17 hộ cận nghèo.",
        ["hộ nghèo | 25 hộ | count", "hộ cận nghèo | 17 hộ | count"],
    ),
    (
        "Đã trao 60 suất quà và phát động phong trào thi đua.",
        ["trao suất quà | 60 suất | count"],
    ),
    (
        "Chủ đầu tư bàn giao 2,4 ha mặt bằng cho nhà thầu.",
        ["bàn giao mặt bằng | 2.4 ha | level"],
    ),
    (
        "Mật độ điện thoại 21 máy/100 dân; điện thoại: 0269.3824404.",
        ["Mật độ điện thoại | 21 máy/100 dân | level"],
    ),
    (
        "Nhân dân góp 2.300 ngày công.",
        ["Nhân dân góp ngày công | 2300 ngày công | count"],
    ),
    (
        "Kho bạc rút ngắn thời gian xử lý hồ sơ xuống còn 3 giờ/hồ sơ.",
        ["thời gian xử lý hồ sơ | 3 giờ/hồ sơ | level down"],
    ),
]

ROLES = [
    (
        "Vốn Trung ương hỗ trợ có mục tiêu đạt 61,5%.",
        ["Vốn Trung ương hỗ trợ có mục tiêu | 61.5 % | share"],
    ),
    (
        "Công trình đã được đưa vào Kế hoạch đầu tư công trung hạn với tổng mức đầu tư 88 tỷ đồng.",
        ["tổng mức đầu tư | 88 tỷ đồng | level plan"],
    ),
]


@pytest.mark.parametrize(("text", "told"), ONE_WORD)
def test_a_comma_inside_a_word_parts_nothing(text: str, told: list[str]) -> None:
    """Compounds with a comma are one name."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), THINGS)
def test_things(text: str, told: list[str]) -> None:
    """What is counted or measured, with the words that go on behind it."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), ROLES)
def test_roles(text: str, told: list[str]) -> None:
    """Result or target."""
    assert claims(text) == told
