"""Permissions in words, for the pages on which they are given and explained."""

from __future__ import annotations

from dieuhanh.domain.actors import Permission as P

WORDS: dict[P, tuple[str, str]] = {
    P.BOARD_VIEW: ("xem bảng điểm", "see the board"),
    P.PUBLISHED_VIEW: ("xem số liệu, văn bản đã công bố", "see published figures and papers"),
    P.FIGURE_VIEW: ("xem số liệu chưa công bố", "see unpublished figures"),
    P.FIGURE_IMPORT: ("nhập số liệu từ tệp", "import figures from files"),
    P.AREA_EDIT: ("sửa danh mục địa bàn", "edit areas"),
    P.BODY_EDIT: ("sửa danh mục cơ quan", "edit bodies"),
    P.DOCUMENT_EDIT: ("đăng ký văn bản", "register papers"),
    P.PAPER_EDIT: ("soạn văn bản", "draft papers"),
    P.PAPER_APPROVE: ("duyệt, ký văn bản", "approve papers"),
    P.PAPER_ISSUE: ("cấp số, ban hành văn bản", "number and issue papers"),
    P.PLAN_EDIT: ("lập, sửa kế hoạch", "make and change plans"),
    P.PLAN_PROPOSE: ("đề xuất chỉ tiêu kế hoạch", "propose targets"),
    P.PLAN_ISSUE: ("ban hành kế hoạch", "issue plans"),
    P.FORM_EDIT: ("lập biểu mẫu", "make forms"),
    P.ROUND_EDIT: ("mở kỳ báo cáo", "open reporting rounds"),
    P.ROUND_CLOSE: ("chốt kỳ báo cáo", "close reporting rounds"),
    P.SUBMISSION_VIEW: ("xem báo cáo đang làm", "see reports in progress"),
    P.FIGURE_ENTER: ("nhập và nộp báo cáo", "fill in and submit reports"),
    P.FIGURE_APPROVE: ("duyệt hoặc trả lại báo cáo", "approve or return reports"),
    P.FIGURE_CORRECT: ("đính chính số liệu", "correct figures"),
    P.CALENDAR_EDIT: ("sửa lịch ngày làm việc", "edit the working calendar"),
    P.JUDGEMENT_EDIT: ("ghi kết quả đã công bố", "record published judgements"),
    P.FINDING_EDIT: ("ghi nhận định đánh giá", "record findings"),
    P.ASSESSMENT_FREEZE: ("chốt bản đánh giá", "freeze assessments"),
    P.CONFERENCE_VIEW: ("xem hội nghị", "see conferences"),
    P.CONFERENCE_EDIT: ("chuẩn bị hội nghị, ra kết luận", "prepare conferences and conclude them"),
    P.CONFERENCE_RUN: ("điều hành hội nghị", "run conferences"),
    P.SITE_KEEP: ("phụ trách điểm cầu, cho ý kiến", "keep a site, give opinions"),
    P.TASK_VIEW: ("xem nhiệm vụ", "see tasks"),
    P.TASK_ASSIGN: ("giao nhiệm vụ, xác nhận, gia hạn", "assign tasks, confirm, extend"),
    P.TASK_REPORT: ("nhận nhiệm vụ, báo cáo tiến độ", "take on tasks, report progress"),
    P.USER_EDIT: ("quản lý người dùng và quyền", "keep users and rights"),
    P.RIGHTS_EXPLAIN: ("xem giải thích quyền", "have rights explained"),
    P.BOOKS_KEEP: ("giữ sổ: sao lưu, phục hồi", "keep the books: backup, restore"),
}


def permission_text(permission: P, lang: str = "vi") -> str:
    """What a permission lets its holder do.

    >>> permission_text(P.FIGURE_ENTER), permission_text(P.FIGURE_ENTER, "en")
    ('nhập và nộp báo cáo', 'fill in and submit reports')
    """
    vietnamese, english = WORDS[permission]
    return english if lang == "en" else vietnamese
