"""Units, roles, rows and the wild state of clauses; and what is no claim at all."""

from __future__ import annotations

import pytest

from tests.paper.reading.clauses import claims

UNITS = [
    (
        "Kim ngạch xuất khẩu 5,4 nghìn tỷ đồng.",
        ["Kim ngạch xuất khẩu | 5.4 nghìn tỷ đồng | level"],
    ),
    (
        "Xuất khẩu đạt 1.112,5 triệu đô la Mỹ.",
        ["Xuất khẩu | 1112.5 triệu USD | level"],
    ),
    (
        "Diện tích rừng 5.000 hecta, năng suất 6,1 tấn/ha.",
        ["Diện tích rừng | 5000 ha | level", "năng suất | 6.1 tấn/ha | level"],
    ),
    (
        "Thu nhập bình quân đầu người 48 triệu đồng/người/năm.",
        ["Thu nhập bình quân đầu người | 48 triệu đồng/người/năm | level"],
    ),
    (
        "Số giường bệnh/vạn dân 33,4 giường.",
        ["Số giường bệnh/vạn dân | 33.4 giường/vạn dân | level"],
    ),
    (
        "Số bác sĩ/vạn dân đạt 9,6.",
        ["Số bác sĩ/vạn dân | 9.6 bác sĩ/vạn dân | level"],
    ),
    (
        "Số giường bệnh trên vạn dân đạt 33 giường.",
        ["Số giường bệnh trên vạn dân | 33 giường/vạn dân | level"],
    ),
    (
        "Mật độ dân số 327 người/km2, tỷ suất sinh 14,5‰.",
        ["Mật độ dân số | 327 người/km2 | level", "tỷ suất sinh | 14.5 ‰ | level"],
    ),
    (
        "Chỉ số PAR INDEX đạt 87 điểm.",
        ["Chỉ số PAR INDEX | 87 điểm | level"],
    ),
    (
        "Thời gian chờ không quá 15 phút/lượt.",
        ["Thời gian chờ | at_most 15 phút/lượt | level"],
    ),
    (
        "Tỉ lệ nợ xấu 1,26 phần trăm, dư nợ 90.750 tỉ đồng.",
        ["Tỉ lệ nợ xấu | 1.26 % | share", "dư nợ | 90750 tỷ đồng | level"],
    ),
    (
        "Lãi suất cho vay bình quân giảm còn 8,9%/năm.",
        ["Lãi suất cho vay bình quân | 8.9 %/năm | level down"],
    ),
]

ROLES = [
    (
        "Phấn đấu thu ngân sách từ 7.600 tỷ đồng trở lên.",
        ["thu ngân sách | at_least 7600 tỷ đồng | level plan"],
    ),
    (
        "Năm 2021, GRDP tăng 5%. Năm 2022, phấn đấu GRDP tăng 7 - 7,5%; tỷ lệ đô thị hóa đạt 30%.",
        [
            "GRDP | 5 % | growth up",
            "GRDP | 7-7.5 % | growth up plan",
            "tỷ lệ đô thị hóa | 30 % | share plan",
        ],
    ),
    (
        "II. MỤC TIÊU NĂM 2022\n- Thu ngân sách 5.500 tỷ đồng;\n- GRDP bình quân đầu người: 62 triệu đồng.",
        [
            "Thu ngân sách | 5500 tỷ đồng | level plan",
            "GRDP bình quân đầu người | 62 triệu đồng | level plan",
        ],
    ),
    (
        "NGHỊ QUYẾT\nVề nhiệm vụ năm 2022\n- Tỷ lệ che phủ rừng: 45%.",
        ["Tỷ lệ che phủ rừng | 45 % | share plan"],
    ),
    (
        "5. Nhiệm vụ cuối năm: bảo hiểm y tế đạt ít nhất 85%.",
        ["bảo hiểm y tế | at_least 85 % | share plan"],
    ),
    (
        "Tỷ lệ bao phủ bảo hiểm y tế đạt 91,3% (cả nước 89,8%).",
        [
            "Tỷ lệ bao phủ bảo hiểm y tế | 91.3 % | share",
            "Tỷ lệ bao phủ bảo hiểm y tế | 89.8 % | share benchmark",
        ],
    ),
    (
        "Giải ngân đạt 42,4%, cao hơn bình quân cả nước (36,1%).",
        ["Giải ngân | 42.4 % | share", "Giải ngân | 36.1 % | share benchmark"],
    ),
    (
        "Tổng kế hoạch vốn là 720 tỷ đồng. Đến nay, giải ngân 205 tỷ đồng.",
        ["Tổng kế hoạch vốn | 720 tỷ đồng | level plan", "giải ngân | 205 tỷ đồng | level"],
    ),
    (
        "Chăn nuôi tăng 2,6%, thấp hơn mục tiêu đề ra. Quy mô đàn bò đạt 88 nghìn con.",
        ["Chăn nuôi | 2.6 % | growth up", "Quy mô đàn bò | 88 nghìn con | count"],
    ),
    (
        "Phấn đấu tỷ lệ tưới tiết kiệm đạt tối thiểu 35%. Tổng kinh phí trên 310 tỷ đồng.",
        [
            "tỷ lệ tưới tiết kiệm | at_least 35 % | share plan",
            "Tổng kinh phí | more_than 310 tỷ đồng | level plan",
        ],
    ),
    (
        "Mục tiêu đến năm 2030: 100% xã có đường ô tô; tỷ lệ đô thị hóa trên 40%.",
        ["xã có đường ô tô | 100 % | share plan", "tỷ lệ đô thị hóa | more_than 40 % | share plan"],
    ),
    (
        "Bảo đảm không để nợ thuế vượt quá 5%.",
        ["nợ thuế | at_most 5 % | share"],
    ),
    (
        "Kết quả năm 2022: thu ngân sách ước 5.000 tỷ đồng. Năm 2021, thu ngân sách là 4.500 tỷ đồng.",
        [
            "thu ngân sách | 5000 tỷ đồng | level ước",
            "thu ngân sách | 4500 tỷ đồng | level previous",
        ],
    ),
    (
        "Tổng số vốn giao là 1.890 tỷ đồng, đến 30/6 giải ngân 756 tỷ đồng, bằng 40%.",
        [
            "Tổng số vốn giao | 1890 tỷ đồng | level plan",
            "giải ngân | 756 tỷ đồng | level | plan_ratio_pct 40",
        ],
    ),
    (
        "Năm 2023 toàn tỉnh trồng được 6.200 ha rừng, đến năm 2025 trồng 20.000 ha.",
        ["trồng rừng | 6200 ha | level", "trồng | 20000 ha | level plan"],
    ),
    (
        "Kết quả thu năm 2023 thực hiện 980 tỷ đồng, đạt 104% so dự toán.",
        ["thu | 980 tỷ đồng | level | plan_ratio_pct 104"],
    ),
]

WILD = [
    (
        "**Thu  ngân sách** đạt 5.851\u00a0tỷ đồng,vượt 6,8% kế hoạch.",
        ["Thu ngân sách | 5851 tỷ đồng | level | vs_plan_pct 6.8"],
    ),
    (
        "Thu ngân sách đạt\n5.851 tỷ đồng, vượt\n6,8% kế hoạch.",
        ["Thu ngân sách | 5851 tỷ đồng | level | vs_plan_pct 6.8"],
    ),
    (
        "Năng suất bình quân đạt 6,2 tạ/ha; sản lượng của cả huyện ước\n14.140 tấn, tăng 3%.",
        [
            "Năng suất bình quân | 6.2 tạ/ha | level",
            "sản lượng của cả huyện | 14140 tấn | level ước | yoy_pct 3",
        ],
    ),
    (
        "Thuỷ sản tăng 3%.",
        ["Thuỷ sản | 3 % | growth up"],
    ),
]

TABLES = [
    (
        "| Chỉ tiêu | ĐVT | KH 2021 | TH 2021 | TH/KH (%) |\n|---|---|--:|--:|--:|\n| Thu ngân sách | tỷ đồng | 5.478 | 5.851 | 106,8 |\n| Tỷ lệ hộ nghèo | % | 3,0 | 2,5 | - |",
        [
            "Thu ngân sách | 5851 tỷ đồng | level | plan_ratio_pct 106.8; plan_value 5478",
            "Tỷ lệ hộ nghèo | 2.5 % | share | plan_value 3.0",
        ],
    ),
    (
        "Chỉ tiêu\tĐơn vị tính\tKế hoạch năm 2020\nTrồng rừng\tHa\t5.000\nTrong đó: rừng gỗ lớn\tnt\t1.200",
        ["Trồng rừng | 5000 ha | level plan", "rừng gỗ lớn | 1200 ha | level plan"],
    ),
    (
        "STT  Chỉ tiêu               Đơn vị     Ước TH 2023   KH 2024\n1    Số bác sĩ/vạn dân      bác sĩ     13,8          14,2\n2    Tốc độ tăng GRDP       %          5,1           10",
        [
            "Số bác sĩ/vạn dân | 14.2 bác sĩ/vạn dân | level plan | prev_value 13.8",
            "Tốc độ tăng GRDP | 10 % | growth up plan | prev_value 5.1",
        ],
    ),
    (
        "Chỉ tiêu\tĐVT\tThực hiện 2022\tKế hoạch 2023\tƯớc 2023\tƯTH/KH (%)\tKế hoạch 2024\nI. KINH TẾ\t\t\t\t\t\t\n1. Tốc độ tăng GTSX\t%\t9,1\t9,5\t9,7\t102,1\t10\n2. Thu ngân sách\tTỷ đồng\t410\t430\t455\t105,8\t470",
        [
            "Tốc độ tăng GTSX | 9.7 % | growth up ước | plan_ratio_pct 102.1; plan_value 9.5; prev_value 9.1",
            "Tốc độ tăng GTSX | 10 % | growth up plan | prev_value 9.7",
            "Thu ngân sách | 455 tỷ đồng | level ước | plan_ratio_pct 105.8; plan_value 430; prev_value 410",
            "Thu ngân sách | 470 tỷ đồng | level plan | prev_value 455",
        ],
    ),
    (
        "Đơn vị tính: triệu đồng\n| TT | Nội dung | Dự toán năm 2023 | Ước thực hiện | So sánh (%) |\n|---|---|---|---|---|\n| A | TỔNG THU | 980.000 | 1.012.500 | 103,3 |",
        ["TỔNG THU | 1012500 triệu đồng | level ước | plan_ratio_pct 103.3; plan_value 980000"],
    ),
    (
        "| Chỉ tiêu | Đơn vị | Kế hoạch giao |\n|--|--|--|\n| Tỷ lệ hộ nghèo | % | dưới 3 |\n| Số xã đạt chuẩn | xã | ≥ 5 |",
        [
            "Tỷ lệ hộ nghèo | less_than 3 % | share plan",
            "Số xã đạt chuẩn | at_least 5 xã | count plan",
        ],
    ),
    (
        "| Chỉ tiêu | Kế hoạch | Thực hiện |\n|--|--|--|\n| Thu ngân sách (tỷ đồng) | 500 | 520 |",
        ["Thu ngân sách | 520 tỷ đồng | level | plan_value 500"],
    ),
    (
        "| STT | Chỉ tiêu | ĐVT | Năm 2022 | Năm 2023 | | So sánh TH/KH |\n| | | | | KH | TH | (%) |\n|--|--|--|--|--|--|--|\n| 1 | Diện tích lúa | ha | 12.000 | 12.200 | 12.350 | 101,2 |",
        [
            "Diện tích lúa | 12350 ha | level | plan_ratio_pct 101.2; plan_value 12200; prev_value 12000"
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), UNITS)
def test_units(text: str, told: list[str]) -> None:
    """Units as written, or completed by the name."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), ROLES)
def test_roles(text: str, told: list[str]) -> None:
    """Result, target, earlier figure, somebody else’s."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), WILD)
def test_wild(text: str, told: list[str]) -> None:
    """Stars, spaces, hard breaks, spellings."""
    assert claims(text) == told


@pytest.mark.parametrize(("text", "told"), TABLES)
def test_tables(text: str, told: list[str]) -> None:
    """Rows of tables."""
    assert claims(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện phương châm “4 tại chỗ”, thông điệp 5K, trực 24/24 giờ.",
        "Kỳ họp thứ 8, khóa XV thông qua 24 nghị quyết; kèm theo 03 phụ lục.",
        "Đồng chí 52 tuổi, có 30 năm tuổi Đảng.",
        "Dịch COVID-19 ảnh hưởng; Quyết định số 128/QĐ-UBND ngày 12/01/2022; Điều 5; xếp thứ 27/63.",
        "Tỉnh giao 15 chỉ tiêu, 6 nhiệm vụ và 3 giải pháp.",
        "Dự hội nghị có 250 đại biểu tại 12 điểm cầu.",
        "Hành vi vi phạm bị phạt tiền từ 2.000.000 đồng đến 3.000.000 đồng.",
        "Có 12/22 chỉ tiêu đạt và vượt kế hoạch.",
        "Điện thoại 0251.382456, lúc 8h30 ngày 5/6, quốc lộ 1A, phường 5.",
        "Trong 5 năm qua, 6 tháng đầu năm 2022, quý III/2021.",
        "Nằm trong nhóm 20 tỉnh dẫn đầu, tăng 3 bậc.",
    ],
)
def test_what_measures_nothing_is_no_claim(text: str) -> None:
    """Dates, numbers of papers, ranks, tallies, attendance, fines."""
    assert claims(text) == []
