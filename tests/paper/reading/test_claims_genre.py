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
    (
        "Giá gỗ có chứng chỉ bán được 1,65 triệu đồng/m3, cao hơn gỗ thường 35 - 40%.",
        ["Giá gỗ có chứng chỉ bán | 1.65 triệu đồng/m3 | level"],
    ),
    (
        "Toàn tỉnh có 29 em đoạt giải học sinh giỏi quốc gia, nhiều hơn Đắk Lắk 3 giải.",
        [
            "em đoạt giải học sinh giỏi quốc gia | 29 em | count",
            "nhiều hơn Đắk Lắk giải | 3 giải | count",
        ],
    ),
    (
        'Anh Thủy kể: "Năm 2003 tôi vay 15 triệu đồng trồng 7 hécta keo lai. Lứa vừa rồi bán được 420 triệu".',
        [],
    ),
    (
        "Gia đình bà Nhá ở thôn Đồng Dày có 5 con bò và hơn 40 con dê, cừu.",
        [],
    ),
    (
        'Ông Quyền kể: "Năm 2011 xã tôi mới được 6 tiêu chí, thu nhập của bà con chỉ hơn 14 triệu đồng".',
        ["thu nhập của bà con | more_than 14 triệu đồng | level"],
    ),
    (
        "Toàn tỉnh ghi nhận 3.914 ca sốt xuất huyết, giảm 68,5% so với cùng kỳ, 01 ca tử vong.",
        [
            "ghi nhận ca sốt xuất huyết | 3914 ca | count | yoy_pct -68.5",
            "ca tử vong | 1 ca | count",
        ],
    ),
    (
        "Trong năm có 59 bác sĩ nghỉ việc, tăng 12 người so với năm trước.",
        ["bác sĩ nghỉ việc | 59 bác sĩ | count", "bác sĩ nghỉ việc | 12 người | change up"],
    ),
    (
        "Hạn chế: khoảng 8% diện tích tôm nuôi bị bệnh.",
        ["diện tích tôm nuôi bị bệnh | about 8 % | share"],
    ),
    (
        "Xây dựng thêm 03 trường đạt chuẩn quốc gia.",
        ["Xây dựng thêm trường đạt chuẩn quốc gia | 3 trường | count"],
    ),
    (
        "Mật độ điện thoại 14 máy/100 dân.",
        ["Mật độ điện thoại | 14 máy/100 dân | level"],
    ),
    (
        "Khảo sát 150 doanh nghiệp cho thấy 22% dự định thu hẹp sản xuất.",
        [
            "Khảo sát doanh nghiệp | 150 doanh nghiệp | count",
            "dự định thu hẹp sản xuất | 22 % | share",
        ],
    ),
    (
        "Còn 63 tỷ đồng chi phí khám, chữa bệnh BHYT chưa được thanh toán.",
        ["chi phí khám, chữa bệnh BHYT chưa được thanh toán | 63 tỷ đồng | level"],
    ),
    (
        "Ngày điều trị trung bình 6,5 ngày.",
        ["Ngày điều trị trung bình | 6.5 ngày | level"],
    ),
    (
        "Đã cấp được 389.214 giấy chứng nhận cho hộ gia đình, cá nhân, đạt 91,8% số thửa cần cấp.",
        [
            "cấp giấy chứng nhận | 389214 giấy chứng nhận | count",
            "cấp giấy chứng nhận | 91.8 % | share",
        ],
    ),
    (
        "GRDP tăng 9,24% • Chỉ số hài lòng đạt 94% • 35/40 xã, phường không có hồ sơ trễ hạn",
        [
            "GRDP | 9.24 % | growth up",
            "Chỉ số hài lòng | 94 % | share",
            "xã, phường không có hồ sơ trễ hạn | 35 xã, phường | count | numerator 35; denominator 40; numerator_unit xã, phường",
        ],
    ),
    (
        "Hai khoản vượt xa tiến độ là thu tiền sử dụng đất (1.024/2.100 tỷ đồng).",
        ["thu tiền sử dụng đất | 1024 tỷ đồng | level | plan_value 2100"],
    ),
    (
        "Việc tinh gọn được đẩy mạnh: giảm 2 phòng chuyên môn, 9 đơn vị sự nghiệp.",
        [
            "giảm phòng chuyên môn | 2 phòng | change down",
            "đơn vị sự nghiệp | 9 đơn vị | change down",
        ],
    ),
    (
        "Hiện nay toàn tỉnh có 93.420 hecta rừng và đất lâm nghiệp, trong đó đất có rừng 61.875 hecta.",
        ["rừng và đất lâm nghiệp | 93420 ha | level", "đất có rừng | 61875 ha | level"],
    ),
    (
        "Mưa lũ làm 64,3 ha lúa và hoa màu bị vùi lấp.",
        ["lúa và hoa màu bị vùi lấp | 64.3 ha | level"],
    ),
    (
        "Toàn tỉnh có 29 em đoạt giải (1 giải nhì, 11 giải ba, 17 giải khuyến khích).",
        [
            "em đoạt giải | 29 em | count",
            "giải nhì | 1 giải | count",
            "giải ba | 11 giải | count",
            "giải khuyến khích | 17 giải | count",
        ],
    ),
    (
        "Toàn tỉnh hiện có 9.672 tàu cá, trong đó 3.566 tàu từ 15m trở lên.",
        ["tàu cá | 9672 tàu cá | count", "tàu từ 15m trở lên | 3566 tàu | count"],
    ),
    (
        "Công ty Cấp nước đang thi công 34,7 km tuyến ống phân phối.",
        ["thi công tuyến ống phân phối | 34.7 km | level"],
    ),
    (
        "Phường làm chủ đầu tư 09 công trình với kế hoạch vốn năm 87,4 tỷ đồng.",
        [
            "chủ đầu tư công trình | 9 công trình | count",
            "kế hoạch vốn năm | 87.4 tỷ đồng | level plan",
        ],
    ),
    (
        "HĐND giao dự toán thu ngân sách 1.900 tỷ đồng; nợ thuế là 412 tỷ đồng.",
        ["thu ngân sách | 1900 tỷ đồng | level plan", "nợ thuế | 412 tỷ đồng | level"],
    ),
]


@pytest.mark.parametrize(("text", "told"), CLAUSES)
def test_clauses_of_the_genre(text: str, told: list[str]) -> None:
    assert claims(text) == told
