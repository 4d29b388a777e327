"""What is counted, done and shortened in papers read as claims, in words of our own."""

from __future__ import annotations

import pytest

from tests.paper.reading.clauses import claims

SHORT = [
    (
        "Thu ngân sách 1.310 tr.đ, đạt 64% DT; chi 2.050 trđ.",
        [
            "Thu ngân sách | 1310 tr.đ | level | plan_ratio_pct 64",
            "chi | 2050 trđ | level",
        ],
    ),
    (
        "Thu NSNN 210,5 tỷ đồng/DT 300 tỷ đồng (70,2%).",
        ["Thu NSNN | 210.5 tỷ đồng | level | plan_ratio_pct 70.2; plan_value 300"],
    ),
    (
        "Vay vốn chính sách: 210 hộ/8,4 tỷ đồng; kết nạp Đảng 5 đ/c.",
        [
            "Vay vốn chính sách | 210 hộ | count",
            "Vay vốn chính sách | 8.4 tỷ đồng | level",
            "kết nạp Đảng | 5 đ/c | count",
        ],
    ),
    (
        "Đàn lợn 9.120 con = 97% KH; đàn trâu 860 con, bằng 102% CK.",
        [
            "Đàn lợn | 9120 con | count | plan_ratio_pct 97",
            "đàn trâu | 860 con | count | yoy_pct 2",
        ],
    ),
]

COUNTED = [
    (
        "Nhà thầu thi công 3 ca, 4 kíp; cấp 1.150 hộ chiếu; toàn tỉnh có 21 dân tộc.",
        [
            "cấp hộ chiếu | 1150 hộ chiếu | count",
            "dân tộc | 21 dân tộc | count",
        ],
    ),
    (
        "Hiện có mặt 840 người; tinh giản 31 người (nghỉ hưu trước tuổi 25, thôi việc 6).",
        [
            "có mặt | 840 người | count",
            "tinh giản người | 31 người | count",
            "nghỉ hưu trước tuổi | 25 người | count",
            "thôi việc | 6 người | count",
        ],
    ),
    (
        "Tham gia 8 giải thể thao, đạt 27 huy chương; tổng lượt khách 1,1 triệu.",
        [
            "Tham gia giải thể thao | 8 giải | count",
            "huy chương | 27 huy chương | count",
            "tổng lượt khách | 1.1 triệu | count",
        ],
    ),
    (
        "Kho bạc từ chối thanh toán 120 triệu đồng.",
        ["từ chối thanh toán | 120 triệu đồng | level"],
    ),
    (
        "Có 75 đơn vị nợ bảo hiểm trên 6 tháng với 21 tỷ đồng.",
        [
            "đơn vị nợ bảo hiểm trên 6 tháng | 75 đơn vị | count",
            "đơn vị nợ bảo hiểm trên 6 tháng | 21 tỷ đồng | level",
        ],
    ),
    (
        "Đã hỗ trợ 22 xã; thực hiện 96 công trình.",
        ["hỗ trợ xã | 22 xã | count", "thực hiện công trình | 96 công trình | count"],
    ),
    (
        "Toàn Đảng bộ có 510 chi bộ trực thuộc với 9.400 đảng viên.",
        ["chi bộ trực thuộc | 510 chi bộ | count", "đảng viên | 9400 đảng viên | count"],
    ),
    (
        "Tổ chức 7 hội nghị báo cáo viên với 640 lượt người tham dự.",
        [
            "Tổ chức hội nghị báo cáo viên | 7 hội nghị | count",
            "lượt người tham dự | 640 lượt người | count",
        ],
    ),
    (
        "Tiếp nhận 95 đơn thư, giảm 12 đơn so với quý trước.",
        ["Tiếp nhận đơn thư | 95 đơn thư | count", "Tiếp nhận đơn thư | 12 đơn | change down"],
    ),
    (
        "Ngân hàng miễn, giảm lãi cho 840 khách hàng; số lãi được miễn, giảm 6,2 tỷ đồng.",
        [
            "miễn, giảm lãi | 840 khách hàng | count",
            "số lãi được miễn, giảm | 6.2 tỷ đồng | level",
        ],
    ),
    (
        "Khu kinh tế có 180 dự án còn hiệu lực (75 dự án nước ngoài), tỷ lệ lấp đầy 61%.",
        [
            "dự án còn hiệu lực | 180 dự án | count",
            "dự án nước ngoài | 75 dự án | count",
            "tỷ lệ lấp đầy | 61 % | share",
        ],
    ),
    (
        "Công ty Điện lực đầu tư 120 km đường dây trung thế, đã cho thuê 14 ha mặt bằng.",
        [
            "đầu tư đường dây trung thế | 120 km | level",
            "cho thuê mặt bằng | 14 ha | level",
        ],
    ),
    (
        "Toàn tỉnh giao 900 thanh niên nhập ngũ, trong đó 31 đảng viên.",
        [
            "thanh niên nhập ngũ | 900 thanh niên | count",
            "đảng viên | 31 đảng viên | count",
        ],
    ),
    (
        "Ngành có 8.200 cán bộ, giáo viên, nhân viên.",
        ["cán bộ, giáo viên, nhân viên | 8200 cán bộ, giáo viên, nhân viên | count"],
    ),
    (
        "Tỷ suất sinh 15,1‰, giảm 0,3‰.",
        ["Tỷ suất sinh | 15.1 ‰ | level", "Tỷ suất sinh | 0.3 ‰ | change down"],
    ),
    (
        "Chuẩn bị lực lượng (ít nhất 120 cán bộ, chiến sĩ, 9 máy bơm).",
        [
            "Chuẩn bị lực lượng cán bộ, chiến sĩ | at_least 120 cán bộ, chiến sĩ | count",
            "Chuẩn bị lực lượng máy bơm | 9 máy | count",
        ],
    ),
    (
        "Tổng đài 1022 tiếp nhận 4.100 phản ánh, đến 31-12 xử lý xong 3.980 phản ánh.",
        [
            "Tổng đài 1022 tiếp nhận | 4100 phản ánh | count",
            "xử lý phản ánh | 3980 phản ánh | count",
        ],
    ),
]

DEEDS = [
    (
        "Trang bị 9 máy tính; sau sáp nhập, xã có diện tích 31,5 km2.",
        ["Trang bị máy tính | 9 máy | count", "diện tích | 31.5 km2 | level"],
    ),
    (
        "Bệnh tụ huyết trùng xảy ra tại 84 hộ, 21 thôn của 6/12 xã; 150 con trâu mắc bệnh.",
        [
            "Bệnh tụ huyết trùng | 84 hộ | count",
            "Bệnh tụ huyết trùng | 21 thôn | count",
            "Bệnh tụ huyết trùng | 6 xã | count | numerator 6; denominator 12; numerator_unit xã",
            "con trâu mắc bệnh | 150 con | count",
        ],
    ),
    (
        "Tổ chức 18 lớp tập huấn cho 950 hội viên.",
        ["Tổ chức lớp tập huấn | 18 lớp tập huấn | count", "hội viên | 950 hội viên | count"],
    ),
    (
        "Giá trị sản xuất trên 1 ha đất trồng màu đạt 132 triệu đồng.",
        ["Giá trị sản xuất | 132 triệu đồng/ha | level"],
    ),
    (
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững: kế hoạch vốn giao 41 tỷ đồng.",
        ["Chương trình mục tiêu quốc gia giảm nghèo bền vững | 41 tỷ đồng | level plan"],
    ),
    (
        "Sở Xây dựng điều chỉnh tổng mức đầu tư dự án từ 90 tỷ đồng lên 120 tỷ đồng.",
        ["tổng mức đầu tư dự án | 120 tỷ đồng | level | prev_value 90"],
    ),
    (
        "Các cấp vận động 3,1 tỷ đồng giúp hội viên nghèo.",
        ["vận động | 3.1 tỷ đồng | level"],
    ),
    (
        "Nâng cấp, cải tạo 18 km đường liên xã; làm mới 4 cây cầu.",
        [
            "Nâng cấp, cải tạo đường liên xã | 18 km | level",
            "làm mới cây cầu | 4 cây cầu | count",
        ],
    ),
    (
        "Vốn thực hiện 64 triệu USD; thu phí 12 tỷ 350 triệu đồng.",
        ["Vốn thực hiện | 64 triệu USD | level", "thu phí | 12.350 tỷ đồng | level"],
    ),
]


@pytest.mark.parametrize(("text", "told"), SHORT)
def test_abbreviations(text: str, told: list[str]) -> None:
    """Units and plans as communes shorten them."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_counted(text: str, told: list[str]) -> None:
    """People and things, in brackets and lists, and how their number moves."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), DEEDS)
def test_deeds(text: str, told: list[str]) -> None:
    """What is done, without whoever does it."""
    assert claims(text) == told
