"""Clauses whose role, name or year hangs on the words around: orders, cited papers, plans beside."""

from __future__ import annotations

import pytest

from dieuhanh.paper.reading import read
from tests.paper.reading.clauses import claims

CLAUSES = [
    (
        "UBND tỉnh yêu cầu các địa phương giải ngân đạt 95% kế hoạch vốn.",
        ["giải ngân | 95 % | share plan | plan_ratio_pct 95"],
    ),
    (
        "Giao Sở Y tế tiêm đủ 98% đối tượng trước ngày 30/6/2022.",
        ["tiêm đủ đối tượng | 98 % | share plan"],
    ),
    (
        "Thu ngân sách đạt 980 tỷ đồng (dự toán giao 850 tỷ đồng), vượt 15,3%.",
        ["Thu ngân sách | 980 tỷ đồng | level | vs_plan_pct 15.3; plan_value 850"],
    ),
    (
        "Thu ngân sách đạt 900 tỷ đồng, vượt 12% so với cùng kỳ.",
        ["Thu ngân sách | 900 tỷ đồng | level | yoy_pct 12"],
    ),
    (
        "Tăng trưởng kinh tế đạt 7,6%, trong khi kế hoạch là 7%.",
        ["Tăng trưởng kinh tế | 7.6 % | growth up | plan_value 7"],
    ),
    (
        "Giá trị sản xuất đạt 5.200 tỷ đồng, còn kế hoạch là 5.000 tỷ đồng.",
        ["Giá trị sản xuất | 5200 tỷ đồng | level | plan_value 5000"],
    ),
    (
        "Phấn đấu tốc độ tăng trưởng bình quân 8,5 - 9%/năm.",
        ["tốc độ tăng trưởng bình quân | 8.5-9 %/năm | growth up plan"],
    ),
    (
        "Trong đó, vốn chương trình mục tiêu quốc gia 96 tỷ đồng, đạt 22,7%.",
        ["vốn chương trình mục tiêu quốc gia | 96 tỷ đồng | level | plan_ratio_pct 22.7"],
    ),
    (
        "Vốn bổ sung có mục tiêu từ trung ương đạt 420 tỷ đồng.",
        ["Vốn bổ sung có mục tiêu từ trung ương | 420 tỷ đồng | level"],
    ),
    (
        "Giá tôm thẻ cỡ 50 con/kg ở mức 128.000 đồng/kg.",
        ["Giá tôm thẻ cỡ 50 con/kg | 128000 đồng/kg | level"],
    ),
    (
        "Bình quân mỗi năm có 91,5% tổ chức đảng hoàn thành tốt nhiệm vụ.",
        ["tổ chức đảng hoàn thành tốt nhiệm vụ | 91.5 % | share"],
    ),
    (
        "Thêm 8 xã đạt chuẩn nông thôn mới, lũy kế đến nay có 80 xã.",
        ["Thêm xã đạt chuẩn nông thôn mới | 8 xã | count", "Thêm xã đạt chuẩn nông thôn mới | 80 xã | count"],
    ),
    (
        "Có 312/415 trường đạt chuẩn quốc gia, đạt tỷ lệ 75,2%, tăng 8 trường so với đầu năm.",
        [
            "trường đạt chuẩn quốc gia | 312 trường | count | numerator 312; denominator 415; numerator_unit trường",
            "trường đạt chuẩn quốc gia | 75.2 % | share",
            "trường đạt chuẩn quốc gia | 8 trường | change up",
        ],
    ),
    (
        ("Có 1.215 doanh nghiệp thành lập mới với tổng vốn đăng ký 11.400 tỷ đồng, tăng 8% về số doanh "
        "nghiệp và giảm 3,2% về vốn."),
        ["doanh nghiệp thành lập mới | 1215 doanh nghiệp | count | yoy_pct 8",
         "tổng vốn đăng ký | 11400 tỷ đồng | level | yoy_pct -3.2"],
    ),
    (
        "Xuất khẩu gạo đạt 500 nghìn tấn, trị giá 300 triệu USD, tăng 12% về lượng và 8% về giá trị.",
        ["Xuất khẩu gạo | 500 nghìn tấn | level | yoy_pct 12",
         "trị giá | 300 triệu USD | level | yoy_pct 8"],
    ),
    (
        "Tỷ lệ giải ngân đạt 71,5%, cao hơn cùng kỳ 6,2 điểm phần trăm.",
        ["Tỷ lệ giải ngân | 71.5 % | share", "Tỷ lệ giải ngân | 6.2 điểm % | change up"],
    ),
    (
        "Đến nay 132/142 xã (92,9%) đạt chuẩn nông thôn mới.",
        ["xã đạt chuẩn nông thôn mới | 132 xã | count | numerator 132; denominator 142; numerator_unit xã",
         "xã đạt chuẩn nông thôn mới | 92.9 % | share"],
    ),
    (
        "Thu nội địa 5.120 tỷ đồng (đạt 102,4% dự toán, tăng 6% so cùng kỳ).",
        ["Thu nội địa | 5120 tỷ đồng | level | plan_ratio_pct 102.4; yoy_pct 6"],
    ),
    (
        "Có 132/142 xã (92,9%)\n\nThu ngân sách đạt 900 tỷ đồng.",
        ["xã | 132 xã | count | numerator 132; denominator 142; numerator_unit xã",
         "xã | 92.9 % | share", "Thu ngân sách | 900 tỷ đồng | level"],
    ),
    (
        "Vụ đông xuân gieo trồng 45.600 ha, đạt 100,5% kế hoạch.",
        ["gieo trồng | 45600 ha | level | plan_ratio_pct 100.5"],
    ),
    (
        "Kế hoạch năm 2024 trồng 3.500 ha rừng, kết quả trồng được 3.642 ha.",
        ["trồng rừng | 3500 ha | level plan", "trồng | 3642 ha | level"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CLAUSES)
def test_clauses(text: str, told: list[str]) -> None:
    assert claims(text) == told


def test_the_day_of_a_cited_paper_is_no_year_reported_and_no_period() -> None:
    text = (
        "Năm 2021, thu ngân sách đạt 5.851 tỷ đồng. Năm 2024, theo Nghị quyết số 20/NQ-HĐND "
        "ngày 09/12/2022, phấn đấu thu ngân sách đạt 6.000 tỷ đồng."
    )
    told = [(claim.role, claim.period) for claim in read(text).claims]
    assert told == [("actual", "Năm 2021"), ("plan", "Năm 2024")]


def test_the_day_of_the_paper_an_annex_goes_with_is_its_own() -> None:
    text = (
        "KẾ HOẠCH\n(Kèm theo Quyết định số 88/QĐ-UBND ngày 11/01/2024)\n\nI. KẾT QUẢ\n"
        "Hết năm 2023, tỷ lệ hồ sơ nộp trực tuyến đạt 54,6%."
    )
    assert [claim.role for claim in read(text).claims] == ["actual"]


def test_a_tax_is_not_its_office() -> None:
    text = "QUYẾT NGHỊ:\nCơ cấu kinh tế: dịch vụ 30,2%; thuế sản phẩm trừ trợ cấp 5%."
    assert read(text).tasks == ()


NEWS = "Ninh Thuận đón khách. Năm 2024, tỉnh Ninh Thuận đón 3,2 triệu lượt khách. "


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Trong khi đó, tỉnh Bình Thuận đón 9,6 triệu lượt khách.", "benchmark"),
        ("Khánh Hòa đạt 10,5 triệu lượt khách.", "benchmark"),
        ("Lâm Đồng chiếm 12% lượng khách của tỉnh.", "actual"),
        ("Ninh Thuận đón 95.000 lượt khách quốc tế.", "actual"),
    ],
)
def test_a_sentence_of_another_province_is_a_benchmark(sentence: str, role: str) -> None:
    assert [claim.role for claim in read(NEWS + sentence).claims] == ["actual", role]


@pytest.mark.parametrize(
    "text",
    [
        "Bình Thuận đón 9,6 triệu lượt khách. Ninh Thuận đón 3,2 triệu lượt khách.",
        "Học tập Bác Hồ Chí Minh, tư tưởng Hồ Chí Minh. Hà Nam đạt 12 triệu đồng.",
    ],
)
def test_without_a_province_of_its_own_nothing_is_elsewhere(text: str) -> None:
    assert {claim.role for claim in read(text).claims} == {"actual"}


def test_a_committee_named_for_society_is_no_commune() -> None:
    text = "Dự hội nghị có bà Nguyễn Thị Hồng Vân, Phó Chủ nhiệm Ủy ban Xã hội của Quốc hội."
    assert [person.titles for person in read(text).people] == [
        ("Phó Chủ nhiệm Ủy ban Xã hội của Quốc hội",)
    ]
