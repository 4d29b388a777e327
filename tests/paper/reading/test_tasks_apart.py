"""What parts orders from reports and requests, and deadlines from other days: own clauses."""

from __future__ import annotations

import pytest

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.layout import Page
from dieuhanh.paper.reading.tasks import tasks_of

TOLD = [
    ("Chủ tịch UBND tỉnh yêu cầu:\nĐối với Sở Tài chính: khẩn trương thẩm định dự toán.",
     [("Sở Tài chính", "khẩn trương thẩm định dự toán", None)]),
    ("Chủ tịch UBND tỉnh yêu cầu:\n1. Đối với Công ty Điện lực tỉnh, bảo đảm cung cấp điện.",
     [("Công ty Điện lực tỉnh", "bảo đảm cung cấp điện", None)]),
    ("Đối với Sở Y tế, Chủ tịch UBND tỉnh yêu cầu tập trung mua sắm thuốc.",
     [("Sở Y tế", "tập trung mua sắm thuốc", None)]),
    ("Giao Sở Nội vụ chủ trì xây dựng đề án. Thời gian hoàn thành: trước ngày 15/8/2024.",
     [("Sở Nội vụ", "chủ trì xây dựng đề án. Thời gian hoàn thành: trước ngày 15/8/2024",
       "2024-08-15")]),
    ("Yêu cầu các sở rà soát chỉ tiêu. Hoàn thành trước ngày 30/9/2023.",
     [("các sở", "rà soát chỉ tiêu. Hoàn thành trước ngày 30/9/2023", "2023-09-30")]),
    ("Giao Sở Nội vụ rà soát trong tháng 8/2024. Báo cáo UBND tỉnh trước ngày 15/9/2024.",
     [("Sở Nội vụ", "rà soát trong tháng 8/2024", "2024-08")]),
    ("Giao Sở Tài chính (cơ quan thường trực) tổng hợp vướng mắc.",
     [("Sở Tài chính", "tổng hợp vướng mắc", None)]),
    ("Giao Thường trực HĐND, các Ban của HĐND tỉnh giám sát.",
     [("Thường trực HĐND, các Ban của HĐND tỉnh", "giám sát", None)]),
    ("Chủ tịch UBND tỉnh giao UBND huyện Ba Chẽ trong tháng 9 phải bàn giao mặt bằng.",
     [("UBND huyện Ba Chẽ", "phải bàn giao mặt bằng", None)]),
    ("Sở Xây dựng được giao chủ trì lập quy hoạch.",
     [("Sở Xây dựng", "chủ trì lập quy hoạch", None)]),
    ("Tỉnh ủy yêu cầu cả hệ thống chính trị vào cuộc đồng bộ.",
     [("cả hệ thống chính trị", "vào cuộc đồng bộ", None)]),
    ("Giao Sở Công Thương là cơ quan đầu mối, theo dõi tiến độ.",
     [("Sở Công Thương", "là cơ quan đầu mối, theo dõi tiến độ", None)]),
    ("Đề nghị Chính phủ xem xét, bố trí 1.200 tỷ đồng.",
     [("Chính phủ", "xem xét, bố trí 1.200 tỷ đồng", None)]),
    ("Ban An toàn giao thông yêu cầu Sở Xây dựng xóa 12 điểm đen, Công an các huyện duy trì tuần tra.",
     [("Sở Xây dựng", "xóa 12 điểm đen", None), ("Công an các huyện", "duy trì tuần tra", None)]),
    ("Giao Sở Y tế phối hợp với Sở Tài chính, Sở Nội vụ rà soát biên chế.",
     [("Sở Y tế", "phối hợp với Sở Tài chính, Sở Nội vụ rà soát biên chế", None)]),
    ("Ông nêu một số nhiệm vụ: Sở Tài chính tham mưu nguồn lực; Sở Xây dựng đẩy nhanh quy hoạch.",
     [("Sở Tài chính", "tham mưu nguồn lực", None), ("Sở Xây dựng", "đẩy nhanh quy hoạch", None)]),
    ("Yêu cầu UBND TP. Thuận An, TP. Dĩ An và thị xã Tân Uyên rà soát.",
     [("UBND TP. Thuận An, TP. Dĩ An và thị xã Tân Uyên", "rà soát", None)]),
    ("Ông đề nghị các huyện gửi số liệu trước 30/6/2020, các trường nghề gắn tuyển sinh với việc làm.",
     [("các huyện", "gửi số liệu trước 30/6/2020", "2020-06-30"),
      ("các trường nghề", "gắn tuyển sinh với việc làm", None)]),
    ("Giao Sở Xây dựng rà soát các dự án; chủ trì lập kế hoạch, xong trong tháng 12/2025.",
     [("Sở Xây dựng", "rà soát các dự án", None),
      ("Sở Xây dựng", "chủ trì lập kế hoạch, xong trong tháng 12/2025", "2025-12")]),
    ("Yêu cầu các sở tham mưu, hoàn thành trong quý II/2023; tập trung bồi dưỡng cán bộ.",
     [("các sở", "tham mưu, hoàn thành trong quý II/2023", "2023-Q2"),
      ("các sở", "tập trung bồi dưỡng cán bộ", None)]),
    ("Yêu cầu đối với các sở, ngành: nâng cao trách nhiệm.",
     [("các sở, ngành", "nâng cao trách nhiệm", None)]),
    ("Ông lưu ý, từ nay đến Tết, lực lượng công an tăng cường tuần tra.",
     [("lực lượng công an", "tăng cường tuần tra", None)]),
    ("Đề nghị các cơ quan báo chí, nhất là Báo và Đài tỉnh, tăng thời lượng tuyên truyền.",
     [("các cơ quan báo chí", "tăng thời lượng tuyên truyền", None)]),
    ("UBND tỉnh yêu cầu từ ngày 01/8 các cơ quan làm việc theo giờ mới.",
     [("các cơ quan", "làm việc theo giờ mới", None)]),
    ("Giao Ban Thường vụ Huyện đoàn xây dựng kế hoạch.",
     [("Ban Thường vụ Huyện đoàn", "xây dựng kế hoạch", None)]),
    ("Bộ trưởng đề nghị lãnh đạo tỉnh quan tâm công tác cán bộ.",
     [("lãnh đạo tỉnh", "quan tâm công tác cán bộ", None)]),
    ("Yêu cầu Giám đốc Sở Y tế Lê Ví Hà chịu trách nhiệm toàn diện.",
     [("Giám đốc Sở Y tế Lê Ví Hà", "chịu trách nhiệm toàn diện", None)]),
    ("Giao đồng chí Lê Ví Hà - Phó Giám đốc Sở Xây dựng làm Tổ trưởng.",
     [("đồng chí Lê Ví Hà - Phó Giám đốc Sở Xây dựng", "làm Tổ trưởng", None)]),
    ("V. ĐỀ XUẤT, KIẾN NGHỊ\n1. Đối với Chính phủ: Xem xét bố trí vốn.\n- Kiến nghị Trung ương: Bổ sung vốn.",
     [("Chính phủ", "Xem xét bố trí vốn", None), ("Trung ương", "Bổ sung vốn", None)]),
    ('Yêu cầu các sở cử cán bộ xuống cơ sở "cầm tay chỉ việc".',
     [("các sở", 'cử cán bộ xuống cơ sở "cầm tay chỉ việc"', None)]),
    ("Sở Công Thương đề nghị các siêu thị, chợ đầu mối ưu tiên tiêu thụ nông sản.",
     [("các siêu thị, chợ đầu mối", "ưu tiên tiêu thụ nông sản", None)]),
    ("Chỉ thị nêu rõ: Các cấp ủy, tổ chức đảng lãnh đạo thực hiện nghiêm.",
     [("Các cấp ủy, tổ chức đảng", "lãnh đạo thực hiện nghiêm", None)]),
    ("Giao Chủ tịch UBND các huyện: Krông Búk, Ea Kar đối thoại với người dân.",
     [("Chủ tịch UBND các huyện: Krông Búk, Ea Kar", "đối thoại với người dân", None)]),
]  # fmt: skip

NO_TASKS = [
    "Cử tri đề nghị UBND tỉnh sớm sửa chữa tuyến đường.",
    "Đại biểu đề nghị các cơ quan chức năng làm rõ nguyên nhân.",
    "Doanh nghiệp kiến nghị tỉnh tiếp tục cải cách thủ tục hành chính.",
    "Đề nghị các đơn vị quan tâm phối hợp thực hiện./.",
    "Cục trưởng Cục Thống kê cho biết các doanh nghiệp cần vốn.",
    "Theo báo cáo, các địa phương cần khoảng 120 tỷ đồng để sửa chữa hồ đập.",
    "Phó Chủ tịch UBND thành phố Lê Ví Hà chủ trì, cùng dự có lãnh đạo các sở.",
    "Đại biểu Lê Ví Hà (tổ Ba Tri) hỏi về cấp giấy chứng nhận, đề nghị Giám đốc Sở Y tế làm rõ.",
    "Người lao động chỉ mong công ty gọi đi làm lại.",
    "UBND tỉnh đã có Tờ trình số 127/TTr-UBND đề nghị Bộ Nội vụ bổ sung 1.500 biên chế.",
    "Giao chỉ tiêu cho các xã. Tỉnh được Bộ Y tế phân bổ 1 triệu liều vắc xin.",
    "I. NHIỆM VỤ\n7. Trạm y tế có bác sĩ: 12/16 trạm.\n8. Phòng, chống dịch: đến ngày 10/12 có 3.914 ca.",
    "Thực hiện Quyết định số 35/QĐ-UBND về giao chỉ tiêu, Sở báo cáo kết quả như sau:\nToàn ngành triển khai 214 kỹ thuật.",
    "Kế hoạch giao cho tỉnh năm nay là 92%, tức là còn thiếu 1,8 điểm phần trăm.",
    "Các huyện tích cực triển khai xây dựng nông thôn mới, đến nay có 82 xã đạt chuẩn.",
]

DUE = [
    ("chậm nhất đến ngày 30/11", "2023-11-30"),
    ("trong nửa đầu tháng 9/2023", "2023-09"),
    ("trong tuần đầu tháng 8", "2023-08"),
    ("và cam kết, đến 31-12 phải giải ngân 95%", "2023-12-31"),
    ("và phấn đấu đến ngày 31/01/2024 giải ngân 95%", "2024-01-31"),
    ("vào dịp 02/9", "2023-09-02"),
    ("trước thứ Sáu, ngày 14/7/2023", "2023-07-14"),
    ("các vi phạm phát sinh trước ngày 01/7/2014", None),
    ("các vi phạm trước ngày 01/7/2014, xong trước 30/10/2023", "2023-10-30"),
    ("trước 31/12 hằng năm", None),
]

BESIDE = [
    ("Năm 2023. Trước ngày 15/8, các huyện phải hoàn thành kiểm kê.", "2023-08-15"),
    ("Năm 2023. Chậm nhất đến 31/12, các chủ đầu tư phải quyết toán xong.", "2023-12-31"),
    ("Năm 2023. Giao UBND huyện trong tháng 8 hoàn thành kiểm kê.", "2023-08"),
    ("Năm 2023. Giao UBND huyện, trước ngày 15/8, hoàn thành kiểm kê.", "2023-08-15"),
    ("Năm 2023. UBND tỉnh yêu cầu trước ngày 20/9, các sở gửi báo cáo.", "2023-09-20"),
    ("Trong 6 tháng đầu năm 2023, yêu cầu các sở rà soát.", None),
    ("Năm 2023. Giao Sở Nội vụ lập Đề án giai đoạn 2024 - 2030, trình trước ngày 15/12.", "2023-12-15"),
    ("Năm 2023. Giao Sở Xây dựng lập quy hoạch đến năm 2035, xong trong tháng 9.", "2023-09"),
    ("Năm 2023. Giao các sở báo cáo trước ngày 15/6 và 15/12 hằng năm.", None),
]  # fmt: skip

OPENED = [
    ("Sáng 08/01/2020, UBND tỉnh họp. Giao Sở Y tế báo cáo trước 20/01.", "2020-01-20"),
    ("Ngày 18-12, Sở thông tin, năm 2024 đạt 95%, năm 2025 phấn đấu 96%. Giao Sở Y tế báo cáo trước 31-12.",
     "2024-12-31"),
    ("Ngày 18-12, Sở thông tin, năm 2024 đạt 95%, năm 2025 phấn đấu 96%. Giao Sở Y tế báo cáo trước 15-1.",
     "2025-01-15"),
    ("Căn cứ Luật Ngân sách ngày 16 tháng 12 năm 2002;\nNăm 2012. Giao Sở Y tế báo cáo trước 31/12.",
     "2012-12-31"),
]  # fmt: skip

NOTICE = """II. NHIỆM VỤ
Chủ tịch UBND tỉnh yêu cầu:
a) Các chủ đầu tư:
- Trước ngày 25/10/2017 phải cam kết bằng văn bản.
- Hoàn thiện hồ sơ, không để dồn vào cuối năm. Khẩn trương thu hồi tạm ứng.
b) Sở Y tế:
- Chỉ đạo Trung tâm Kiểm soát bệnh tật tỉnh tăng cường giám sát.
Riêng UBND thị xã Ba Đồn kiểm điểm trách nhiệm."""


def _tasks(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(task.lead, task.text, task.deadline) for task in tasks_of(Page(text))]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_orders_are_told_with_addressee_and_deadline(
    text: str, told: list[tuple[str | None, str, str | None]]
) -> None:
    assert _tasks(text) == told


@pytest.mark.parametrize("text", NO_TASKS)
def test_who_asks_or_reports_orders_nobody(text: str) -> None:
    assert _tasks(text) == []


@pytest.mark.parametrize(("words", "due"), DUE)
def test_days_by_which_it_is_due_and_other_days(words: str, due: str | None) -> None:
    text = f"Bến Tre, ngày 08 tháng 6 năm 2023\n\nGiao Sở Y tế rà soát {words}."
    assert [task.deadline for task in tasks_of(Page(text))] == [due]


@pytest.mark.parametrize(("text", "due"), BESIDE)
def test_a_deadline_may_stand_before_the_order(text: str, due: str | None) -> None:
    assert [task.deadline for task in tasks_of(Page(text))] == [due]


@pytest.mark.parametrize(("text", "due"), OPENED)
def test_a_day_without_its_year_is_counted_from_the_day_the_news_opens_with(
    text: str, due: str
) -> None:
    assert [task.deadline for task in tasks_of(Page(text))] == [due]


def test_a_report_in_the_form_of_an_order_is_none_after_one() -> None:
    text = (
        "Chủ tịch UBND tỉnh đề nghị các ngành vào cuộc. Sở Du lịch tổ chức 12 sự kiện trong năm qua. "
        "Các địa phương tổ chức lại sản xuất."
    )
    assert [lead for lead, _, _ in _tasks(text)] == ["các ngành", "Các địa phương"]


def test_items_that_open_with_a_day_or_pass_an_order_on_are_their_lists() -> None:
    assert _tasks(NOTICE) == [
        ("Các chủ đầu tư", "Trước ngày 25/10/2017 phải cam kết bằng văn bản", "2017-10-25"),
        ("Các chủ đầu tư", "Hoàn thiện hồ sơ, không để dồn vào cuối năm", None),
        ("Các chủ đầu tư", "Khẩn trương thu hồi tạm ứng", None),
        ("Sở Y tế", "Chỉ đạo Trung tâm Kiểm soát bệnh tật tỉnh tăng cường giám sát", None),
        ("UBND thị xã Ba Đồn", "kiểm điểm trách nhiệm", None),
    ]


def test_ordinals_in_words_part_a_list_of_orders() -> None:
    text = (
        "Bí thư Tỉnh ủy yêu cầu:\nMột là, các cấp ủy tập trung lãnh đạo.\n"
        "Hai là, UBND tỉnh chỉ đạo các ngành giải ngân vốn.\n"
        "Kết luận, ông giao các sở tập trung: Thứ nhất, đẩy nhanh giải ngân. Thứ hai, rà soát vướng mắc."
    )
    assert [(lead, order) for lead, order, _ in _tasks(text)] == [
        ("các cấp ủy", "tập trung lãnh đạo"),
        ("UBND tỉnh", "chỉ đạo các ngành giải ngân vốn"),
        ("các sở", "tập trung: Thứ nhất, đẩy nhanh giải ngân"),
        ("các sở", "rà soát vướng mắc"),
    ]


def test_bodies_named_in_a_section_that_reports_are_told_nothing() -> None:
    report = "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Sở Y tế\n- Tổ chức 12 lớp tập huấn.\n"
    orders = "III. NHIỆM VỤ\n1. Sở Y tế\n- Không tổ chức tập huấn tập trung."
    assert _tasks(report) == []
    assert _tasks(report + orders) == [("Sở Y tế", "Không tổ chức tập huấn tập trung", None)]


def test_a_semicolon_at_the_margin_ends_no_paragraph() -> None:
    text = (
        "Giao các đơn vị thực hiện các nhiệm vụ sau đây trong những tháng còn lại:\n"
        "- Sở Công Thương: tìm thêm thị trường xuất khẩu gạo và thủy sản tỉnh;\n"
        "báo cáo đề xuất trong quý I/2017."
    )
    order = "tìm thêm thị trường xuất khẩu gạo và thủy sản tỉnh; báo cáo đề xuất trong quý I/2017"
    assert _tasks(text) == [("Sở Công Thương", order, "2017-Q1")]


def test_a_year_compared_with_dates_no_news() -> None:
    """ "so với năm 2019", "cùng kỳ năm 2019" beside 2020 leave the news of 30 November in 2020."""
    text = (
        "Sáng 30-11, UBND tỉnh họp đánh giá tình hình năm 2020. Xuất khẩu giảm 2,5% so với năm 2019; "
        "du lịch giảm 8% so với cùng kỳ năm 2019.\n"
        "Chủ tịch UBND tỉnh yêu cầu các địa phương hoàn thành bầu cử trưởng thôn trước 15-12."
    )
    assert [task.deadline for task in read(text).tasks] == ["2020-12-15"]
