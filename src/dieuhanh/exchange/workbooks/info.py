"""The sheet “Thông tin”: what the workbook is, and how to fill it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .layout import INFO_SHEET
from .shape import BookForm
from .styles import HEAD_FILL, Styles
from .texts import put_text

SIMULATED = "Số liệu mô phỏng"
HOW_TO = (
    "Chỉ điền vào các ô nền vàng: cột số liệu và cột Ghi chú. Các ô khác đã khóa.",
    "Số viết như thường lệ: 5851,5 hoặc 5.851,5. Ô có danh sách chọn cho bốn trường hợp không có số:",
    "“-” là không phát sinh; “…” là có mà chưa thu thập được; “x” là không áp dụng; để trống là chưa điền. Không ô nào trong số đó là số 0.",
    "Không thêm, xóa, chuyển, gộp hay ẩn dòng và cột; không đổi tên chỉ tiêu; không thêm trang tính.",
    "Công thức được nhận bằng kết quả đã tính của nó; cột “TH/KH (%)” và “So với cùng kỳ (%)” tự tính.",
    "Nộp lại tệp .xlsx hoặc .xls tại trang báo cáo. Sai một ô thì chưa ô nào được ghi; tệp trả về có đánh dấu từng ô cần sửa.",
)


def write_info(sheet: Any, forms: Sequence[BookForm], names: Sequence[str], styles: Styles) -> None:
    """Fill in the first sheet."""
    sheet.title = INFO_SHEET
    for letter, width in zip("ABCDE", (28, 46, 26, 12, 18), strict=True):
        sheet.column_dimensions[letter].width = width
    row = _facts(sheet, forms[0], styles)
    for sentence in HOW_TO:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
        put_text(sheet.cell(row, 1), sentence, styles, border=False)
        sheet.row_dimensions[row].height = 32
        row += 1
    row += 1
    for column, head in enumerate(("Trang", "Cơ quan", "Mã cơ quan", "Bản nháp", "Mã kiểm tra"), 1):
        put_text(sheet.cell(row, column), head, styles, bold=True, fill=HEAD_FILL)
    for form, name in zip(forms, names, strict=True):
        row += 1
        told = (name, form.body_name, form.body, str(form.revision), form.checksum())
        for column, text in enumerate(told, 1):
            put_text(sheet.cell(row, column), text, styles)
    sheet.protection.sheet = True
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _facts(sheet: Any, form: BookForm, styles: Styles) -> int:
    told = (
        ("Biểu mẫu", form.form_name),
        ("Mã biểu, phiên bản", f"{form.form}/{form.version}"),
        ("Kỳ báo cáo", form.round_name),
        ("Mã kỳ", form.round),
        ("Đơn vị tiền", form.money_unit or "theo từng dòng"),
        ("Tính chất", SIMULATED if form.simulated else "Số liệu báo cáo"),
    )
    for row, (name, value) in enumerate(told, 1):
        put_text(sheet.cell(row, 1), name, styles, bold=True, border=False)
        put_text(sheet.cell(row, 2), value, styles, border=False)
    return len(told) + 2
