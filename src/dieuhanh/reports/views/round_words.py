"""The words and shapes by which pages and downloads of rounds tell where a report stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

STANDINGS: dict[str, Promise] = {
    "overdue": _("quá hạn"),
    "returned": _("bị trả lại"),
    "open": _("chưa nộp"),
    "waiting": _("chờ duyệt"),
    "approved": _("đã duyệt"),
}
MARKS = {
    "overdue": "not_met",
    "returned": "near_miss",
    "open": "no_data",
    "waiting": "not_due",
    "approved": "met",
}
LEVELS: dict[str, Promise] = {
    "country": _("trung ương"),
    "province": _("tỉnh"),
    "district": _("huyện"),
    "commune": _("xã"),
}
BODY_KINDS: dict[str, Promise] = {
    "ubnd": _("Ủy ban nhân dân"),
    "so": _("Sở, ngành"),
    "cuc": _("Cơ quan ngành dọc"),
    "bhxh": _("Bảo hiểm xã hội"),
    "hdnd": _("Hội đồng nhân dân"),
    "van_phong": _("Văn phòng"),
    "mat_tran": _("Mặt trận Tổ quốc"),
    "tinh_uy": _("Cấp ủy"),
    "government": _("Cơ quan Chính phủ"),
    "press": _("Báo chí"),
}
PERIODICITIES: dict[str, Promise] = {
    "month": _("tháng"),
    "quarter": _("quý"),
    "half": _("6 tháng"),
    "nine_months": _("9 tháng"),
    "year": _("năm"),
}
KINDS: dict[str, Promise] = {
    "month": _("tháng"),
    "quarter": _("quý"),
    "first_half": _("6 tháng đầu năm"),
    "nine_months": _("9 tháng"),
    "second_half": _("6 tháng cuối năm"),
    "year": _("năm"),
    "investment_year": _("năm giải ngân đầu tư công"),
}
BASES: dict[str, Promise] = {
    "calendar": _("theo lịch (báo cáo thống kê)"),
    "report": _("báo cáo định kỳ theo Nghị định 09/2019"),
}
