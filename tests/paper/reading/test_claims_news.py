"""Clauses as news tells them: comparisons, anecdotes, lists in brackets, aims told last."""

from __future__ import annotations

import pytest

from tests.paper.reading.clauses import claims

CLAUSES = [
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
    (
        "Tỷ lệ bao phủ đạt 90,2%. Kế hoạch Thủ tướng Chính phủ giao cho tỉnh năm nay là 92%.",
        ["Tỷ lệ bao phủ | 90.2 % | share", "Tỷ lệ bao phủ | 92 % | share plan"],
    ),
    (
        "Khảo sát thu về 2.874 phiếu hợp lệ, đạt 71,85%.",
        ["thu về phiếu hợp lệ | 2874 phiếu | count | plan_ratio_pct 71.85"],
    ),
    (
        "GRDP tăng 9,24%; mục tiêu cả năm là 10% trở lên.",
        ["GRDP | 9.24 % | growth up | plan_value 10", "GRDP | at_least 10 % | growth up plan"],
    ),
    (
        "Cả tỉnh mới có 2.300 hộ thiếu nước, năm nay con số ấy tăng gấp 2,6 lần.",
        ["hộ thiếu nước | 2300 hộ | count", "hộ thiếu nước | 2.6 lần | growth up"],
    ),
    (
        "Kế hoạch năm 2012, toàn tỉnh trồng mới 5.600 ha rừng; đưa độ che phủ rừng lên 48%.",
        ["trồng mới rừng | 5600 ha | level plan", "độ che phủ rừng | 48 % | share plan"],
    ),
    (
        "Tỷ lệ hồ sơ trực tuyến đạt 34,7% (yêu cầu của Trung ương tối thiểu 50%).",
        ["Tỷ lệ hồ sơ trực tuyến | 34.7 % | share | plan_value 50"],
    ),
    (
        "Tổng sản phẩm trên địa bàn (GRDP) ước đạt 8,05%.",
        ["Tổng sản phẩm trên địa bàn (GRDP) | 8.05 % | growth up ước"],
    ),
    (
        "Tổng vốn đầu tư tăng 12%; giảm tỷ lệ hộ nghèo 1,2%.",
        ["Tổng vốn đầu tư | 12 % | growth up", "giảm tỷ lệ hộ nghèo | 1.2 % | change down"],
    ),
    (
        "Thu ngân sách vượt dự toán từ 5% trở lên.",
        ["Thu ngân sách | at_least 5 % | change up | vs_plan_pct 5"],
    ),
    (
        "98,5% chi bộ hoàn thành nhiệm vụ; 15 tổ chức đảng và 120 đảng viên bị kỷ luật.",
        [
            "chi bộ hoàn thành nhiệm vụ | 98.5 % | share",
            "tổ chức đảng | 15 tổ chức đảng | count",
            "đảng viên bị kỷ luật | 120 đảng viên | count",
        ],
    ),
    (
        "Giao quân đạt 100% chỉ tiêu với 1.650 thanh niên nhập ngũ.",
        [
            "Giao quân | 100 % | share | plan_ratio_pct 100",
            "thanh niên nhập ngũ | 1650 thanh niên | count",
        ],
    ),
    (
        "Toàn ngành giáo dục có 645 trường.",
        ["trường | 645 trường | count"],
    ),
    (
        "Xã tặng 980 suất quà trị giá 54 triệu đồng.",
        ["tặng suất quà | 980 suất | count", "trị giá | 54 triệu đồng | level"],
    ),
    (
        "Dự án có diện tích 675 ha, tổng mức đầu tư 6.270 tỷ đồng.",
        ["diện tích | 675 ha | level", "tổng mức đầu tư | 6270 tỷ đồng | level"],
    ),
    (
        "Vốn đầu tư công được Thủ tướng Chính phủ giao 5.678 tỷ đồng, HĐND tỉnh giao 6.120 tỷ đồng.",
        [
            "Vốn đầu tư công | 5678 tỷ đồng | level plan",
            "HĐND tỉnh giao | 6120 tỷ đồng | level plan",
        ],
    ),
    (
        "Có 8/25 đơn vị, địa phương có tỷ lệ giải ngân trên 80%.",
        [
            "đơn vị, địa phương có tỷ lệ giải ngân trên 80% | 8 đơn vị, địa phương | count | numerator 8; denominator 25; numerator_unit đơn vị, địa phương"
        ],
    ),
    (
        "98% cơ quan, đơn vị đạt chuẩn văn hóa.",
        ["cơ quan, đơn vị đạt chuẩn văn hóa | 98 % | share"],
    ),
    (
        "Nhân dân đóng góp 12.300 ngày công và 8,7 tỷ đồng.",
        [
            "Nhân dân đóng góp ngày công | 12300 ngày công | count",
            "Nhân dân đóng góp | 8.7 tỷ đồng | level",
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), CLAUSES)
def test_clauses_of_news(text: str, told: list[str]) -> None:
    assert claims(text) == told
