"""Clauses read as claims: each a rule of the language, in words of our own."""

from __future__ import annotations

import pytest

from tests.paper.reading.clauses import claims

RELATIONS = [
    (
        "Thu ngân sách đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch.",
        ["Thu ngân sách | 5851 tỷ đồng | level | vs_plan_pct 6.8"],
    ),
    (
        "Thu ngân sách vượt dự toán 6,8%.",
        ["Thu ngân sách | 6.8 % | change up | vs_plan_pct 6.8"],
    ),
    (
        "Thu nội địa ước đạt 4.200 tỷ đồng, bằng 95% dự toán HĐND tỉnh giao và tăng 8,2% so với cùng kỳ.",
        ["Thu nội địa | 4200 tỷ đồng | level ước | plan_ratio_pct 95; yoy_pct 8.2"],
    ),
    (
        "Giải ngân vốn đầu tư công đạt 60% kế hoạch.",
        ["Giải ngân vốn đầu tư công | 60 % | share | plan_ratio_pct 60"],
    ),
    (
        "Chi thường xuyên bằng 85% so với cùng kỳ năm trước.",
        ["Chi thường xuyên | 85 % | share | yoy_pct -15"],
    ),
    (
        "Vốn trung ương giải ngân 512/2.150 tỷ đồng, đạt 23,8%.",
        ["Vốn trung ương giải ngân | 512 tỷ đồng | level | plan_ratio_pct 23.8; plan_value 2150"],
    ),
    (
        "Giá điện bình quân tháng 4 tăng 1,4% so với tháng trước, tăng 2,2% so với cùng kỳ.",
        ["Giá điện bình quân | 1.4 % | growth up", "Giá điện bình quân | 2.2 % | growth up"],
    ),
    (
        "Doanh thu vận tải đạt 640 tỷ đồng, giảm 5% so với quý trước.",
        ["Doanh thu vận tải | 640 tỷ đồng | level"],
    ),
    (
        "Tốc độ tăng trưởng GRDP đạt 6,3% (kế hoạch 6,5 - 7%).",
        ["Tốc độ tăng trưởng GRDP | 6.3 % | growth up | plan_value 6.5; plan_value_high 7"],
    ),
    (
        "Sản lượng tôm ước tăng 9,4% (đạt kế hoạch 9 - 10%).",
        ["Sản lượng tôm | 9.4 % | growth up ước | plan_value 9; plan_value_high 10"],
    ),
    (
        "Tỷ lệ lấp đầy khu công nghiệp đạt 61%, thấp hơn mức 64,5% của năm 2019.",
        ["Tỷ lệ lấp đầy khu công nghiệp | 61 % | share | prev_value 64.5"],
    ),
    (
        "Lượng khách đạt 5 triệu lượt, gấp 1,5 lần năm trước.",
        ["Lượng khách | 5 triệu lượt | count | yoy_pct 50"],
    ),
    (
        "Xã có 154 hộ cận nghèo, chiếm 5,29%.",
        ["hộ cận nghèo | 154 hộ | count", "hộ cận nghèo | 5.29 % | share"],
    ),
    (
        "Đàn heo có 3.240 con (cùng kỳ 3.600 con), giảm 10%.",
        ["Đàn heo | 3240 con | count | yoy_pct -10; prev_value 3600"],
    ),
    (
        "Tổng chi 900 tỷ đồng (tăng 5%; kế hoạch 950 tỷ đồng).",
        ["Tổng chi | 900 tỷ đồng | level | yoy_pct 5; plan_value 950"],
    ),
    (
        "Giải ngân vốn ODA mới đạt 12,5 tỷ đồng/45 tỷ đồng (27,8%).",
        ["Giải ngân vốn ODA | 12.5 tỷ đồng | level | plan_ratio_pct 27.8; plan_value 45"],
    ),
    (
        "Tổng vốn ước 21.500 tỷ đồng, tăng 12,3% so với năm 2022 (năm 2022 đạt 19.145 tỷ đồng).",
        ["Tổng vốn | 21500 tỷ đồng | level ước | yoy_pct 12.3; prev_value 19145"],
    ),
]

MOVEMENTS = [
    (
        "Tỷ lệ hộ nghèo giảm từ 7,5% xuống còn 5,1%.",
        ["Tỷ lệ hộ nghèo | 5.1 % | share down | prev_value 7.5"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm còn 2,5%, giảm 1,2 điểm % so với năm 2020.",
        ["Tỷ lệ hộ nghèo | 2.5 % | share down", "Tỷ lệ hộ nghèo | 1.2 điểm % | change down"],
    ),
    (
        "Tỷ lệ lao động qua đào tạo tăng từ 60% năm 2020 lên 65% năm 2021.",
        ["Tỷ lệ lao động qua đào tạo | 65 % | share | prev_value 60"],
    ),
    (
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 11,3%.",
        ["Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng | 11.3 % | share"],
    ),
    (
        "Giảm tỷ lệ hộ nghèo 0,5 - 0,7%.",
        ["Giảm tỷ lệ hộ nghèo | 0.5-0.7 % | change down"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm 1%, miền núi giảm 4%.",
        ["Tỷ lệ hộ nghèo | 1 % | change down", "miền núi | 4 % | change down"],
    ),
    (
        "Sản lượng lúa 1,2 triệu tấn, tăng 50 nghìn tấn.",
        ["Sản lượng lúa | 1.2 triệu tấn | level", "Sản lượng lúa | 50 nghìn tấn | change up"],
    ),
    (
        "Số thuê bao tăng bình quân 10-13%/năm.",
        ["Số thuê bao | 10-13 %/năm | growth up"],
    ),
    (
        "Tỷ suất sinh giảm 0,2‰.",
        ["Tỷ suất sinh | 0.2 ‰ | change down"],
    ),
    (
        "Số xã đạt chuẩn nông thôn mới tăng thêm: 05 xã.",
        ["Số xã đạt chuẩn nông thôn mới | 5 xã | change up"],
    ),
    (
        "Mỗi năm giảm 1 - 1,5% hộ nghèo.",
        ["giảm hộ nghèo | 1-1.5 % | change down"],
    ),
    (
        "Tỷ lệ giảm nghèo bình quân 2,1%/năm.",
        ["Tỷ lệ giảm nghèo bình quân | 2.1 %/năm | change down"],
    ),
    (
        "Tỉ lệ che phủ rừng ổn định 55%.",
        ["Tỉ lệ che phủ rừng | 55 % | share"],
    ),
]

LISTS = [
    (
        "GRDP tăng 5,5%, trong đó: nông nghiệp 2%; công nghiệp 8%; dịch vụ 4,5%.",
        [
            "GRDP | 5.5 % | growth up",
            "nông nghiệp | 2 % | growth up",
            "công nghiệp | 8 % | growth up",
            "dịch vụ | 4.5 % | growth up",
        ],
    ),
    (
        "Tổng thu 900 tỷ đồng, trong đó thu nội địa 700 tỷ đồng, thu xuất nhập khẩu 200 tỷ đồng.",
        [
            "Tổng thu | 900 tỷ đồng | level",
            "thu nội địa | 700 tỷ đồng | level",
            "thu xuất nhập khẩu | 200 tỷ đồng | level",
        ],
    ),
    (
        "Cơ cấu kinh tế: nông nghiệp khoảng 20%; công nghiệp khoảng 30%; dịch vụ khoảng 50%.",
        [
            "nông nghiệp | about 20 % | share",
            "công nghiệp | about 30 % | share",
            "dịch vụ | about 50 % | share",
        ],
    ),
    (
        "Thu nội địa: 7.685 tỷ đồng, đạt 71,2% dự toán năm và tăng 31,4%.",
        ["Thu nội địa | 7685 tỷ đồng | level | plan_ratio_pct 71.2; yoy_pct 31.4"],
    ),
    (
        "Lúa tăng 5%, ngô 3%.",
        ["Lúa | 5 % | growth up", "ngô | 3 % | growth up"],
    ),
    (
        "Khu vực I, khu vực II và khu vực III tăng lần lượt 3%, 8% và 6%.",
        [
            "Khu vực I | 3 % | growth up",
            "khu vực II | 8 % | growth up",
            "khu vực III | 6 % | growth up",
        ],
    ),
    (
        "Năm 2022, nông nghiệp, công nghiệp và dịch vụ chiếm tỷ trọng tương ứng 20%, 35% và 45%.",
        ["nông nghiệp | 20 % | share", "công nghiệp | 35 % | share", "dịch vụ | 45 % | share"],
    ),
]

NAMES = [
    (
        "Tỷ lệ lao động khu vực nông, lâm, ngư nghiệp còn 48%.",
        ["Tỷ lệ lao động khu vực nông, lâm, ngư nghiệp | 48 % | share"],
    ),
    (
        "Ngành chế biến gỗ tăng 11%, đóng góp 0,8 điểm phần trăm vào mức tăng chung.",
        ["Ngành chế biến gỗ | 11 % | growth up", "Ngành chế biến gỗ | 0.8 điểm % | change up"],
    ),
    (
        "Tỷ lệ rác thải đô thị và khu, cụm công nghiệp được thu gom xử lý đạt 86%.",
        ["Tỷ lệ rác thải đô thị và khu, cụm công nghiệp được thu gom xử lý | 86 % | share"],
    ),
    (
        "Tỷ lệ dân số tham gia bảo hiểm (số người tham gia so với số người thuộc diện) đạt 95,5%.",
        ["Tỷ lệ dân số tham gia bảo hiểm | 95.5 % | share"],
    ),
    (
        "Tỷ lệ lao động qua đào tạo 70%, trong đó có bằng cấp, chứng chỉ 31,5%.",
        ["Tỷ lệ lao động qua đào tạo | 70 % | share", "bằng cấp, chứng chỉ | 31.5 % | share"],
    ),
    (
        "Tỷ lệ tiêm đủ 2 mũi vắc xin cho người từ 18 tuổi trở lên đạt 86,9%.",
        ["Tỷ lệ tiêm đủ 2 mũi vắc xin cho người từ 18 tuổi trở lên | 86.9 % | share"],
    ),
    (
        "Diện tích rau màu mở rộng, giảm so với năm 2016, ước đạt 2.150 ha.",
        ["Diện tích rau màu mở rộng | 2150 ha | level ước"],
    ),
    (
        "Tỷ lệ che phủ rừng (38,9%) và tỷ lệ đô thị hóa (18,4%, kế hoạch 19%).",
        [
            "Tỷ lệ che phủ rừng | 38.9 % | share",
            "tỷ lệ đô thị hóa | 18.4 % | share | plan_value 19",
        ],
    ),
    (
        "Số sản phẩm chất lượng nâng cao đạt 27 sản phẩm.",
        ["Số sản phẩm chất lượng nâng cao | 27 sản phẩm | count"],
    ),
    (
        "Đại biểu băn khoăn khi tỷ lệ hồ sơ trễ hẹn còn khoảng 2,4%.",
        ["tỷ lệ hồ sơ trễ hẹn | about 2.4 % | share"],
    ),
    (
        "Tỷ lệ sinh con thứ ba trở lên dưới 8%.",
        ["Tỷ lệ sinh con thứ ba trở lên | less_than 8 % | share"],
    ),
    (
        "Có 2 chỉ tiêu chưa đạt: thu tiền sử dụng đất (đạt 62% dự toán), giải ngân (đạt 78%).",
        ["thu tiền sử dụng đất | 62 % | share | plan_ratio_pct 62", "giải ngân | 78 % | share"],
    ),
    (
        "Hộ dùng nước giếng còn 730 hộ, tỷ lệ 4,4%.",
        ["Hộ dùng nước giếng | 730 hộ | count", "Hộ dùng nước giếng | 4.4 % | share"],
    ),
    (
        "Trạm bơm cấp hai với công suất 36 MW.",
        ["công suất | 36 MW | level"],
    ),
    (
        "Tỷ lệ hộ nghèo theo chuẩn mới còn 7,15%.",
        ["Tỷ lệ hộ nghèo theo chuẩn mới | 7.15 % | share"],
    ),
]

COUNTS = [
    (
        "Toàn tỉnh có 46/82 xã đạt chuẩn nông thôn mới.",
        [
            "xã đạt chuẩn nông thôn mới | 46 xã | count | numerator 46; denominator 82; numerator_unit xã"
        ],
    ),
    (
        "Tỷ lệ xã đạt chuẩn nông thôn mới đạt 56%, tương đương 46 xã.",
        ["Tỷ lệ xã đạt chuẩn nông thôn mới | 56 % | share | numerator 46; numerator_unit xã"],
    ),
    (
        "Tỷ lệ trạm y tế có bác sĩ đạt 93,9% (432/460 trạm).",
        [
            "Tỷ lệ trạm y tế có bác sĩ | 93.9 % | share | numerator 432; denominator 460; numerator_unit trạm"
        ],
    ),
    (
        "Thu hút 640 nghìn lượt khách, tăng 12%.",
        ["Thu hút lượt khách | 640 nghìn lượt khách | count | yoy_pct 12"],
    ),
    (
        "Sở Y tế đã khởi công 03 trạm y tế, 02 bệnh viện.",
        ["khởi công trạm y tế | 3 trạm y tế | count", "khởi công bệnh viện | 2 bệnh viện | count"],
    ),
    (
        "Giải quyết việc làm cho 40.000 lao động, đạt 105% kế hoạch.",
        ["Giải quyết việc làm | 40000 lao động | count | plan_ratio_pct 105"],
    ),
    (
        "Có 7 chủ đầu tư giải ngân dưới 15%.",
        ["chủ đầu tư giải ngân dưới 15% | 7 chủ đầu tư | count"],
    ),
    (
        "Có 118 cơ sở nuôi cá lồng với tổng kinh phí 42 tỷ đồng.",
        ["cơ sở nuôi cá lồng | 118 cơ sở | count", "tổng kinh phí | 42 tỷ đồng | level"],
    ),
    (
        "100% chất thải y tế được xử lý.",
        ["chất thải y tế được xử lý | 100 % | share"],
    ),
    (
        "Có 33 hợp tác xã thành lập mới huy động được 06 công trình.",
        [
            "hợp tác xã thành lập mới | 33 hợp tác xã | count",
            "huy động công trình | 6 công trình | count",
        ],
    ),
    (
        "Lốc xoáy làm 04 người bị thương, 260 ha chuối bị gãy đổ.",
        ["người bị thương | 4 người | count", "chuối bị gãy đổ | 260 ha | level"],
    ),
    (
        "Tỉnh có 9 huyện với 101 xã, phường, thị trấn.",
        ["huyện | 9 huyện | count", "xã, phường, thị trấn | 101 xã, phường, thị trấn | count"],
    ),
    (
        "Đàn bò có 3.240 con.",
        ["Đàn bò | 3240 con | count"],
    ),
    (
        "Hộ nghèo giảm 1.250 hộ, còn 3.480 hộ.",
        ["Hộ nghèo | 1250 hộ | change down", "Hộ nghèo | 3480 hộ | count"],
    ),
    (
        "Cháy rừng giảm 12 vụ, giảm 9 người bị thương.",
        ["Cháy rừng | 12 vụ | change down", "giảm người bị thương | 9 người | change down"],
    ),
    (
        "Số trạm quan trắc đang chạy là 14.",
        ["Số trạm quan trắc đang chạy | 14 trạm | count"],
    ),
    (
        "Tính đến đầu tháng 5, trên địa bàn huyện có 96 ao lắng.",
        ["ao lắng | 96 ao lắng | count"],
    ),
    (
        "Y tế: toàn tỉnh có 21 bệnh viện với 4.300 bác sĩ.",
        ["bệnh viện | 21 bệnh viện | count", "bác sĩ | 4300 bác sĩ | count"],
    ),
    (
        "Lũy kế có 72/104 xã đạt chuẩn, bằng 69,2%.",
        [
            "xã đạt chuẩn | 72 xã | count | numerator 72; denominator 104; numerator_unit xã",
            "xã đạt chuẩn | 69.2 % | share",
        ],
    ),
    (
        "Về giáo dục, duy trì 100% xã, thị trấn đạt chuẩn phổ cập.",
        ["xã, thị trấn đạt chuẩn phổ cập | 100 % | share"],
    ),
    (
        "Chỉ có 2/14 huyện đạt tỷ lệ trên 50%.",
        [
            "huyện đạt tỷ lệ trên 50% | 2 huyện | count | numerator 2; denominator 14; numerator_unit huyện"
        ],
    ),
    (
        "Đã hoàn thành 45 km đường.",
        ["hoàn thành đường | 45 km | level"],
    ),
    (
        "Thu ngân sách hoàn thành 95% dự toán.",
        ["Thu ngân sách | 95 % | share | plan_ratio_pct 95"],
    ),
]


@pytest.mark.parametrize(("text", "told"), RELATIONS)
def test_relations(text: str, told: list[str]) -> None:
    """Held against the plan, the same period, another base; what only rides along."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), MOVEMENTS)
def test_movements(text: str, told: list[str]) -> None:
    """Up, down, from and to."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_lists(text: str, told: list[str]) -> None:
    """Breakdowns and lists that leave out the verb or share it."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), NAMES)
def test_names(text: str, told: list[str]) -> None:
    """Where a name begins and ends."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), COUNTS)
def test_counts(text: str, told: list[str]) -> None:
    """Things counted, and deeds."""
    assert claims(text) == told
