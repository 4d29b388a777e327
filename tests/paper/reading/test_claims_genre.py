"""Clauses of the genre at large: what happens, make-ups, deeds, parts of a whole, aims."""

from __future__ import annotations

import pytest

from tests.paper.reading.clauses import claims

CLAUSES = [
    (
        "Tai nạn giao thông: xảy ra 129 vụ (giảm 8,5%), làm chết 61 người.",
        ["Tai nạn giao thông | 129 vụ | count | yoy_pct -8.5", "chết người | 61 người | count"],
    ),
    (
        "Trong tháng, xảy ra 12 vụ tai nạn, làm chết 5 người; so với cùng kỳ giảm 3 vụ, 2 người chết.",
        [
            "xảy ra vụ tai nạn | 12 vụ | count",
            "chết người | 5 người | count",
            "xảy ra vụ tai nạn | 3 vụ | change down",
            "chết người | 2 người | change down",
        ],
    ),
    (
        "Cúm gia cầm đã xảy ra tại 46 hộ, phải tiêu hủy 5.730 con.",
        ["Cúm gia cầm | 46 hộ | count", "tiêu hủy con | 5730 con | count"],
    ),
    (
        "Nắng nóng làm chết hơn 700 con gia súc.",
        ["chết con gia súc | more_than 700 con | count"],
    ),
    (
        "Sau một năm giảm được 52 hộ nghèo, xã còn 90 hộ nghèo.",
        ["hộ nghèo | 52 hộ | change down", "hộ nghèo | 90 hộ | count"],
    ),
    (
        "Sáu tháng đầu năm 2014, toàn tỉnh xảy ra 141 vụ cháy.",
        ["xảy ra vụ cháy | 141 vụ | count"],
    ),
    (
        "Nợ thuế đến 31.10 là 412 tỷ đồng.",
        ["Nợ thuế | 412 tỷ đồng | level"],
    ),
    (
        "Có 02 (hai) đơn vị chưa giải ngân.",
        ["đơn vị chưa giải ngân | 2 đơn vị | count"],
    ),
    (
        "Sở xử lý xong 12 điểm đen.",
        ["xử lý điểm đen | 12 điểm đen | count"],
    ),
    (
        "GRDP tăng 7%. Cơ cấu kinh tế: nông nghiệp 21%; công nghiệp 36%; dịch vụ 43%.",
        [
            "GRDP | 7 % | growth up",
            "nông nghiệp | 21 % | share",
            "công nghiệp | 36 % | share",
            "dịch vụ | 43 % | share",
        ],
    ),
    (
        "Sản xuất trang phục (+14,6%), sản xuất đồ uống (-3,9%).",
        ["Sản xuất trang phục | 14.6 % | growth up", "sản xuất đồ uống | 3.9 % | growth down"],
    ),
    (
        "Thức ăn chăn nuôi 1,02 triệu tấn, tăng 6,4%.",
        ["Thức ăn chăn nuôi | 1.02 triệu tấn | level | yoy_pct 6.4"],
    ),
    (
        "Ngành du lịch đón 2,1 triệu lượt khách.",
        ["đón lượt khách | 2.1 triệu lượt khách | count"],
    ),
    (
        "Lực lượng chức năng đã lập biên bản 38 trường hợp vi phạm.",
        ["lập biên bản trường hợp vi phạm | 38 trường hợp | count"],
    ),
    (
        "Tổng vốn đầu tư 18.500 tỷ đồng, bằng 35% GRDP.",
        ["Tổng vốn đầu tư | 18500 tỷ đồng | level", "Tổng vốn đầu tư | 35 % | share"],
    ),
    (
        "Sản lượng vải 100 nghìn tấn, bằng 50% sản lượng năm trước.",
        ["Sản lượng vải | 100 nghìn tấn | level | yoy_pct -50"],
    ),
    (
        "Tỷ lệ hộ nghèo còn 24,8%, giảm 4,5%.",
        ["Tỷ lệ hộ nghèo | 24.8 % | share", "Tỷ lệ hộ nghèo | 4.5 % | change down"],
    ),
    (
        "Thu nội địa 1.950,2 tỷ đồng/81% DT.",
        ["Thu nội địa | 1950.2 tỷ đồng | level | plan_ratio_pct 81"],
    ),
    (
        "Tạo việc làm cho 9.870 lượt lao động (KH: 11.500).",
        ["Tạo việc làm | 9870 lượt lao động | count | plan_value 11500"],
    ),
    (
        "Chỉ tiêu tăng trưởng năm 2022 là 6,5%.",
        ["tăng trưởng | 6.5 % | growth up plan"],
    ),
    (
        "Sở tính khả năng hoàn thành mục tiêu tăng trưởng 7,5% của cả năm.",
        ["tăng trưởng | 7.5 % | growth up plan"],
    ),
    (
        "Tốc độ tăng giá trị sản xuất nông, lâm, ngư nghiệp đạt 4,86%, cao hơn mục tiêu đề ra là 4,5%.",
        [
            "Tốc độ tăng giá trị sản xuất nông, lâm, ngư nghiệp | 4.86 % | growth up | plan_value 4.5"
        ],
    ),
    (
        "Còn 05 chủ đầu tư có tỷ lệ giải ngân dưới 30%.",
        ["chủ đầu tư có tỷ lệ giải ngân dưới 30% | 5 chủ đầu tư | count"],
    ),
    (
        "Thu nhập chỉ 14 triệu đồng, nay con số này là 38,5 triệu đồng.",
        ["Thu nhập | 14 triệu đồng | level", "Thu nhập | 38.5 triệu đồng | level"],
    ),
    (
        "Toàn tỉnh có 64 xã, phường, gồm 55 xã và 9 phường.",
        ["xã, phường | 64 xã, phường | count", "xã | 55 xã | count", "phường | 9 phường | count"],
    ),
    (
        "Tổng lượng nước tại 21 hồ chứa chỉ còn 50 triệu m3, đạt 25,8% dung tích thiết kế.",
        [
            "Tổng lượng nước tại 21 hồ chứa | 50 triệu m3 | level",
            "Tổng lượng nước tại 21 hồ chứa | 25.8 % | share",
        ],
    ),
    (
        "Thu ngân sách đạt 450 tỷ đồng, tăng bình quân hằng năm 10-11%.",
        ["Thu ngân sách | 450 tỷ đồng | level", "Thu ngân sách | 10-11 %/năm | growth up"],
    ),
    (
        "Tỉnh cấp mới 26 dự án, vốn tăng thêm 331 triệu USD.",
        ["cấp mới dự án | 26 dự án | count", "vốn tăng thêm | 331 triệu USD | level"],
    ),
    (
        "Rút ngắn thời gian kiểm soát chi xuống còn tối đa 02 ngày.",
        ["thời gian kiểm soát chi | at_most 2 ngày | level down"],
    ),
    (
        "Ban đặt mục tiêu kéo giảm 5 - 10% số người chết.",
        ["số người chết | 5-10 % | growth down plan"],
    ),
    (
        "Số xã đạt chuẩn lên 49 xã; bình quân đạt 14,1 tiêu chí/xã.",
        ["Số xã đạt chuẩn | 49 xã | count", "bình quân tiêu chí | 14.1 tiêu chí/xã | level"],
    ),
    (
        "Tỷ lệ giải ngân thiếu 2,3 điểm phần trăm so với mục tiêu.",
        ["Tỷ lệ giải ngân | 2.3 điểm % | change down"],
    ),
    (
        "Huyện thiếu 53 giáo viên.",
        ["Huyện thiếu giáo viên | 53 giáo viên | count"],
    ),
    (
        "Yêu cầu Sở Y tế tiêm 12.000 liều vắc xin trước ngày 30/6/2022; hiện còn 900 liều.",
        ["tiêm liều vắc xin | 12000 liều | count plan", "tiêm liều vắc xin | 900 liều | count"],
    ),
    (
        "Vụ hè thu dự kiến ngừng gieo trồng 12.300 ha.",
        ["gieo trồng | 12300 ha | level plan"],
    ),
    (
        "Lưu lượng xe 45 chỗ tăng 35%.",
        ["Lưu lượng xe 45 chỗ | 35 % | growth up"],
    ),
]


@pytest.mark.parametrize(("text", "told"), CLAUSES)
def test_clauses_of_the_genre(text: str, told: list[str]) -> None:
    assert claims(text) == told
