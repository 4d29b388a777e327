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

BESIDE = [
    (
        "Đã xảy ra 9 vụ cháy, thiệt hại 21 ha, giảm 2 vụ và giảm 14 ha so với năm trước.",
        [
            "xảy ra vụ cháy | 9 vụ | count",
            "thiệt hại | 21 ha | level",
            "xảy ra vụ cháy | 2 vụ | change down",
            "thiệt hại | 14 ha | change down",
        ],
    ),
    (
        "Có 31 giáo viên thôi việc, tăng 7 người so với năm trước.",
        [
            "giáo viên thôi việc | 31 giáo viên | count",
            "giáo viên thôi việc | 7 người | change up",
        ],
    ),
    (
        "Các trường mở lớp bán trú, bảo đảm ít nhất 85% học sinh được học 2 buổi/ngày.",
        ["học sinh được học | at_least 85 % | share"],
    ),
    (
        "Hạn chế: khoảng 6% diện tích lúa bị ngập.",
        ["diện tích lúa bị ngập | about 6 % | share"],
    ),
    (
        "Vốn đăng ký 930 tỷ đồng (bình quân 4,5 tỷ đồng/doanh nghiệp).",
        [
            "Vốn đăng ký | 930 tỷ đồng | level",
            "Vốn đăng ký bình quân | 4.5 tỷ đồng/doanh nghiệp | level",
        ],
    ),
    (
        "Xã làm chủ đầu tư 5 công trình với kế hoạch vốn 12 tỷ đồng, đã giải ngân 7 tỷ đồng.",
        [
            "chủ đầu tư công trình | 5 công trình | count",
            "kế hoạch vốn | 12 tỷ đồng | level plan",
            "giải ngân | 7 tỷ đồng | level",
        ],
    ),
    (
        "Giải ngân đạt 41% (bình quân toàn tỉnh 37,5%).",
        ["Giải ngân | 41 % | share", "Giải ngân | 37.5 % | share benchmark"],
    ),
    (
        "Ghi nhận 840 ca sốt xuất huyết, 2 ca tử vong.",
        ["Ghi nhận ca sốt xuất huyết | 840 ca | count", "ca tử vong | 2 ca | count"],
    ),
    (
        "Khởi công 3 cầu; có 12 dự án hoàn thành, 7 dự án đang triển khai.",
        [
            "Khởi công cầu | 3 cầu | count",
            "dự án hoàn thành | 12 dự án | count",
            "dự án đang triển khai | 7 dự án | count",
        ],
    ),
    (
        "Phạm pháp hình sự xảy ra 120 vụ; điều tra làm rõ 104 vụ, đạt 86,7%.",
        [
            "Phạm pháp hình sự | 120 vụ | count",
            "điều tra làm rõ vụ | 104 vụ | count | plan_ratio_pct 86.7",
        ],
    ),
    (
        "Chỉ số PCI đạt 66,1 điểm, xếp thứ 21/63 tỉnh, tăng 1,2 điểm so với năm trước.",
        ["Chỉ số PCI | 66.1 điểm | level", "Chỉ số PCI | 1.2 điểm | change up"],
    ),
    (
        "Trong tháng, thu ngân sách 31 tỷ đồng; hệ số quay vòng đất 2,1 lần.",
        ["thu ngân sách | 31 tỷ đồng | level", "hệ số quay vòng đất | 2.1 lần | level"],
    ),
]

LISTS = [
    (
        "Lãi suất huy động 5,2%/năm, cho vay 8,1%/năm.",
        ["Lãi suất huy động | 5.2 %/năm | level", "cho vay | 8.1 %/năm | level"],
    ),
    (
        "Giá trị sản xuất đạt 640 tỷ đồng, tăng 7%, thấp hơn mức tăng 9,1% của năm 2012.",
        ["Giá trị sản xuất | 640 tỷ đồng | level | yoy_pct 7"],
    ),
    (
        "Giảm 1.310 hộ nghèo, tỷ lệ giảm 1,9%, còn 4,7%.",
        [
            "giảm hộ nghèo | 1310 hộ | change down",
            "giảm hộ nghèo | 1.9 % | change down",
            "hộ nghèo | 4.7 % | share",
        ],
    ),
    (
        "Có 4 Mẹ Việt Nam anh hùng, 310 thương binh.",
        [
            "Mẹ Việt Nam anh hùng | 4 mẹ việt nam anh hùng | count",
            "thương binh | 310 thương binh | count",
        ],
    ),
    (
        "Kinh phí năm 2022: 12 tỷ đồng; năm 2023: 30 tỷ đồng.",
        ["Kinh phí | 12 tỷ đồng | level", "Kinh phí | 30 tỷ đồng | level"],
    ),
    (
        "Tai nạn giao thông 84 vụ, chết 41, bị thương 62 (so cùng kỳ giảm 6 vụ, giảm 3 người chết).",
        [
            "Tai nạn giao thông | 84 vụ | count",
            "chết | 41 người | count",
            "bị thương | 62 người | count",
            "Tai nạn giao thông | 6 vụ | change down",
            "chết | 3 người | change down",
        ],
    ),
    (
        "Phát hiện 210 vụ phạm pháp hình sự (tăng 9 vụ, 4,5%).",
        [
            "Phát hiện vụ phạm pháp hình sự | 210 vụ | count | yoy_pct 4.5",
            "Phát hiện vụ phạm pháp hình sự | 9 vụ | change up",
        ],
    ),
    (
        "Dư nợ 910 tỷ đồng/21.400 khách hàng; trợ giúp pháp lý 76 vụ.",
        [
            "Dư nợ | 910 tỷ đồng | level",
            "Dư nợ | 21400 khách hàng | count",
            "trợ giúp pháp lý vụ | 76 vụ | count",
        ],
    ),
    (
        "Dư nợ đạt 840 tỷ đồng, tăng 70 tỷ đồng, tương đương 9,1% so với cùng kỳ.",
        ["Dư nợ | 840 tỷ đồng | level | yoy_pct 9.1", "Dư nợ | 70 tỷ đồng | change up"],
    ),
    (
        "Dư nợ đạt 840 tỷ đồng, tăng 70 tỷ đồng, tương đương 9,1% so với đầu năm.",
        ["Dư nợ | 840 tỷ đồng | level", "Dư nợ | 70 tỷ đồng | change up"],
    ),
    (
        "Kế hoạch vốn năm là 40 tỷ đồng, đã giải ngân 11 tỷ đồng (27,5%).",
        [
            "Kế hoạch vốn năm | 40 tỷ đồng | level plan",
            "giải ngân | 11 tỷ đồng | level | plan_ratio_pct 27.5",
        ],
    ),
    (
        "Tiếp nhận 320 đơn, đã giải quyết 305 đơn, đúng hạn 290, quá hạn 15.",
        [
            "Tiếp nhận đơn | 320 đơn | count",
            "giải quyết đơn | 305 đơn | count",
            "đúng hạn | 290 đơn | count",
            "quá hạn | 15 đơn | count",
        ],
    ),
    (
        "Thi hành kỷ luật 21 đảng viên, trong đó khiển trách 14, cảnh cáo 6, cách chức 1.",
        [
            "Thi hành kỷ luật đảng viên | 21 đảng viên | count",
            "khiển trách | 14 đảng viên | count",
            "cảnh cáo | 6 đảng viên | count",
            "cách chức | 1 đảng viên | count",
        ],
    ),
    (
        "Mưa lũ từ ngày 7 - 12/9 làm 2 người chết, 310 ha lúa và 95 ha rau màu bị ngập.",
        [
            "người chết | 2 người | count",
            "lúa | 310 ha | level",
            "rau màu bị ngập | 95 ha | level",
        ],
    ),
    (
        "Giải ngân đạt 47% kế hoạch; trong đó vốn trong nước đạt 52%, vốn ngoài nước đạt 18%.",
        [
            "Giải ngân | 47 % | share | plan_ratio_pct 47",
            "vốn trong nước | 52 % | share | plan_ratio_pct 52",
            "vốn ngoài nước | 18 % | share | plan_ratio_pct 18",
        ],
    ),
    (
        "Tuyển quân đạt 100% chỉ tiêu (85/85 thanh niên).",
        [
            "Tuyển quân | 100 % | share | plan_ratio_pct 100; numerator 85; denominator 85; numerator_unit thanh niên"
        ],
    ),
    (
        "Gieo trồng 75/80 ha ngô đông, đạt 93,8% kế hoạch.",
        ["Gieo trồng ngô đông | 75 ha | level | plan_ratio_pct 93.8; plan_value 80"],
    ),
    (
        "Thu ngân sách 6 tháng đạt từ 55% dự toán trở lên.",
        ["Thu ngân sách | at_least 55 % | share | plan_ratio_pct 55"],
    ),
    (
        "Đã hoàn thành 9/15 nhiệm vụ, đạt 60%.",
        [],
    ),
]

ROLES = [
    (
        (
            "BÁO CÁO\n\nChính trị tại Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025\n\n"
            "Thu ngân sách tăng từ 3 tỷ đồng năm 2015 lên 7 tỷ đồng năm 2020."
        ),
        ["Thu ngân sách | 7 tỷ đồng | level | prev_value 3"],
    ),
    (
        (
            "CHỈ THỊ\n\nVề triển khai vụ Đông Xuân\n\nVụ Đông Xuân năm nay, toàn huyện gieo trồng 4.200 ha."
            "\n\n1. Các xã gieo trồng 4.500 ha."
        ),
        ["gieo trồng | 4200 ha | level", "gieo trồng | 4500 ha | level plan"],
    ),
    (
        "Gió cấp 9; hiện còn 310 tàu. Yêu cầu sơ tán 640 hộ trước 17 giờ.",
        ["tàu | 310 tàu | count", "sơ tán hộ | 640 hộ | count plan"],
    ),
    (
        (
            "NGHỊ QUYẾT\n\nvề phát triển rừng giai đoạn 2021 - 2025\n\nI. TÌNH HÌNH\n\nGiai đoạn 2016 - 2020,"
            " diện tích trồng rừng đạt 900 ha.\n\nII. MỤC TIÊU\n\nDiện tích trồng rừng đạt 1.500 ha."
        ),
        [
            "diện tích trồng rừng | 900 ha | level",
            "Diện tích trồng rừng | 1500 ha | level plan",
        ],
    ),
    (
        (
            "NGHỊ QUYẾT\n\nĐiều 1. Phê chuẩn quyết toán thu ngân sách huyện năm 2018: 41.200 triệu đồng."
            "\n\nĐiều 2. Kết dư ngân sách huyện: 1.150 triệu đồng."
        ),
        [
            "quyết toán thu ngân sách huyện | 41200 triệu đồng | level",
            "Kết dư ngân sách huyện | 1150 triệu đồng | level",
        ],
    ),
    (
        "NGHỊ QUYẾT\n\nĐiều 1. Thông qua danh mục 36 dự án cần thu hồi đất.",
        ["danh mục dự án cần thu hồi đất | 36 dự án | count plan"],
    ),
    (
        "Kế hoạch năm 2016, toàn huyện trồng 300 ha rừng; đưa độ che phủ rừng lên 41%.",
        ["trồng rừng | 300 ha | level plan", "độ che phủ rừng | 41 % | share plan"],
    ),
    (
        "Các phòng, ban phải công khai tiến độ giải ngân, phấn đấu đến hết quý III đạt 60%.",
        ["tiến độ giải ngân | 60 % | share plan"],
    ),
    (
        "Xã đặt mục tiêu thu 1.400 triệu đồng.",
        ["thu | 1400 triệu đồng | level plan"],
    ),
    (
        "Tổng thu: điều chỉnh giảm từ 950 tỷ đồng còn 880 tỷ đồng; việc làm từ 900 lao động thành 750 lao động.",
        [
            "Tổng thu | 880 tỷ đồng | level down | prev_value 950",
            "việc làm | 750 lao động | count | prev_value 900",
        ],
    ),
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


@pytest.mark.parametrize(("text", "told"), BESIDE)
def test_what_stands_beside_another(text: str, told: list[str]) -> None:
    """Differences, shares, averages and plans told beside or behind another figure."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_lists_and_completion(text: str, told: list[str]) -> None:
    """Items that leave out the unit or the plan the one before has told."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), ROLES)
def test_roles(text: str, told: list[str]) -> None:
    """Result or target."""
    assert claims(text) == told
