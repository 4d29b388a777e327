"""Sentences about filling in a form."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "submission.missing": (
        "Không có báo cáo này, hoặc không phải của bạn.",
        "There is no such report, or it is not yours.",
    ),
    "submission.not_open": (
        "Báo cáo đã nộp hoặc đã duyệt nên không sửa được nữa: xin trả lại, hoặc đính chính số liệu.",
        "The report is filed or approved and cannot be edited: have it returned, or correct the figure.",
    ),
    "cell.unknown": (
        "Biểu không có ô nhập “{row}” ở địa bàn này: hãy tải lại trang.",
        "The form has no cell “{row}” for this area: load the page again.",
    ),
    "cell.too_long": (
        "Ô “{row}” quá dài: tối đa {most} ký tự; phần giải thích xin ghi ở cột ghi chú.",
        "The cell “{row}” is too long: {most} characters at most; explain in the note.",
    ),
    "cells.unreadable": (
        "Không đọc được gói dữ liệu gửi lên: hãy tải lại trang; những gì đã gõ vẫn còn trong máy.",
        "What was sent cannot be read: load the page again; what was typed is still on this machine.",
    ),
}
