"""Items of a plan whose lead and time stand behind labels."""

from __future__ import annotations

from dieuhanh.paper.reading.layout import Page
from dieuhanh.paper.reading.tasks import tasks_of

BELOW = """II. NHIỆM VỤ, GIẢI PHÁP
1. Rà soát, cắt giảm thủ tục hành chính
- Cơ quan chủ trì: Văn phòng UBND tỉnh; cơ quan phối hợp: các sở.
- Thời gian hoàn thành: Quý II/2024.
2. Số hóa hồ sơ
Đơn vị chủ trì: Sở Tư pháp, Sở Nội vụ
Thời hạn: trước ngày 30/9/2024"""

BEHIND = """II. NHIỆM VỤ
1. Xây dựng cơ sở dữ liệu. Đơn vị chủ trì: Sở Nội vụ; đơn vị phối hợp: các sở; thời gian: quý I/2024.
2. Tổ chức tập huấn (Sở Y tế chủ trì, xong trong tháng 8/2024).
3. Nâng cấp Cổng thông tin (chủ trì: Văn phòng UBND tỉnh; thời gian: tháng 6/2024)."""

INVITATION = """1. Nội dung: Đánh giá tình hình.
2. Chủ trì: Đồng chí Lê Văn Ví, Chủ tịch UBND tỉnh.
3. Thời gian: 8 giờ 00 ngày 12/10/2024."""


def _tasks(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(task.lead, task.text, task.deadline) for task in tasks_of(Page(text))]


def test_labels_on_lines_below_an_item_tell_its_lead_and_time() -> None:
    assert _tasks(BELOW) == [
        ("Văn phòng UBND tỉnh", "Rà soát, cắt giảm thủ tục hành chính", "2024-Q2"),
        ("Sở Tư pháp, Sở Nội vụ", "Số hóa hồ sơ", "2024-09-30"),
    ]


def test_labels_behind_an_item_or_in_its_bracket_tell_the_same() -> None:
    assert _tasks(BEHIND) == [
        ("Sở Nội vụ", "Xây dựng cơ sở dữ liệu", "2024-Q1"),
        ("Sở Y tế", "Tổ chức tập huấn", "2024-08"),
        ("Văn phòng UBND tỉnh", "Nâng cấp Cổng thông tin", "2024-06"),
    ]


def test_who_chairs_a_meeting_leads_no_task() -> None:
    assert _tasks(INVITATION) == []


def test_a_list_announced_below_a_condition_is_its_addressees() -> None:
    text = (
        "Điều 2. Căn cứ chỉ tiêu được giao, Giám đốc các sở có trách nhiệm:\n"
        "1. Giao chỉ tiêu cho các đơn vị trước ngày 31/12/2023.\n2. Định kỳ hằng quý báo cáo."
    )
    assert [(lead, due) for lead, _, due in _tasks(text)] == [
        ("Giám đốc các sở", "2023-12-31"),
        ("Giám đốc các sở", None),
    ]
