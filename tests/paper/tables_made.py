"""One table with heads in two rows, made as Word, page of the web and PDF."""

from __future__ import annotations

from typing import Any

TITLE = ("Biểu 1. Kết quả thu ngân sách, giảm nghèo năm 2022 theo huyện", "Đơn vị tính: tỷ đồng")
HEADS = (
    "TT", "Huyện, thành phố", "Thu nội địa Dự toán", "Thu nội địa Thực hiện",
    "Thu nội địa TH/DT (%)", "Hộ nghèo Số hộ", "Hộ nghèo Tỷ lệ (%)", "Ghi chú",
)  # fmt: skip
UPPER = {0: "TT", 1: "Huyện, thành phố", 2: "Thu nội địa", 5: "Hộ nghèo", 7: "Ghi chú"}
WIDE = {2: 3, 5: 2}
LOWER = ("Dự toán", "Thực hiện", "TH/DT (%)", "Số hộ", "Tỷ lệ (%)")
ROWS = (
    ("1", "TP. Cà Mau", "1.200", "1.350,4", "112,5", "520", "0,9", ""),
    ("2", "Huyện U Minh", "210", "205", "97,6", "-", "3,1", "chưa đủ"),
    ("", "Tổng cộng", "1.410", "1.555,4", "110,3", "", "2,0", ""),
)


def word_table(document: Any) -> None:
    """In a Word file, heads merged."""
    table = document.add_table(2 + len(ROWS), len(HEADS))
    for at, text in UPPER.items():
        table.cell(0, at).text = text
        if at in WIDE:
            table.cell(0, at).merge(table.cell(0, at + WIDE[at] - 1))
        else:
            table.cell(0, at).merge(table.cell(1, at))
    for at, text in enumerate(LOWER, start=2):
        table.cell(1, at).text = text
    for row, cells in enumerate(ROWS, start=2):
        for at, text in enumerate(cells):
            table.cell(row, at).text = text


def html_table() -> str:
    """In a page of the web."""
    upper = "".join(
        f"<td colspan={WIDE[at]}>{text}" if at in WIDE else f"<td rowspan=2>{text}"
        for at, text in UPPER.items()
    )
    rows = [upper, "".join(f"<td>{text}" for text in LOWER)]
    rows += ["".join(f"<td>{text}" for text in cells) for cells in ROWS]
    title = "".join(f"<p>{line}</p>" for line in TITLE)
    return (
        f"<html><body>{title}<table>{''.join(f'<tr>{row}' for row in rows)}</table></body></html>"
    )


def typst_table() -> str:
    """In typst's markup."""
    upper = ", ".join(
        f"table.cell({'colspan' if at in WIDE else 'rowspan'}: {WIDE.get(at, 2)})[{text}]"
        for at, text in UPPER.items()
    )
    rest = ", ".join(f"[{text}]" for text in (*LOWER, *(cell for row in ROWS for cell in row)))
    title = "\n\n".join(TITLE)
    return f"{title}\n\n#set text(size: 10pt)\n#table(columns: {len(HEADS)}, {upper}, {rest})\n"
