"""What a check found, in a sentence: what is wrong, with its numbers, and what to do."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dieuhanh.domain.numbers import write

if TYPE_CHECKING:
    from dieuhanh.domain.checks import Finding
    from dieuhanh.domain.numbers import Lang

EXPLAIN = (
    " Nếu số đúng, hãy ghi lý do vào cột ghi chú.",
    " If the number is right, say why in the note.",
)
FINDINGS: dict[str, tuple[str, str]] = {
    "unreadable": (
        "“{label}”: không đọc được ô này. Hãy nhập một số, hoặc “-” (không phát sinh), “…” (chưa có số liệu), “x” (không áp dụng).",
        "“{label}”: this cell cannot be read. Enter a number, or “-” (none), “…” (not collected), “x” (not applicable).",
    ),
    "missing": (
        "“{label}” còn trống. Hãy nhập số; nếu không có thì ghi “-” (không phát sinh), “…” (chưa có số liệu) hoặc “x” (không áp dụng).",
        "“{label}” is empty. Enter a number; where there is none, write “-” (none), “…” (not collected) or “x” (not applicable).",
    ),
    "longer": (
        "“{label}”: nhập {typed}, biểu chỉ giữ {decimals} số lẻ nên ghi nhận {kept}. Hãy kiểm tra lại số.",
        "“{label}”: {typed} was typed; the form keeps {decimals} decimals and takes {kept}. Check the number.",
    ),
    "over_zero": (
        "“{label}”: “{top}” có số mà “{bottom}” bằng 0 nên không chia được. Hãy xem lại một trong hai dòng.",
        "“{label}”: “{top}” has a number but “{bottom}” is 0, so there is nothing to divide by. Look at both rows again.",
    ),
    "below": (
        "“{label}”: {value} {unit} thấp hơn mức thấp nhất {limit}. Hãy kiểm tra số và đơn vị tính.",
        "“{label}”: {value} {unit} is below the least allowed, {limit}. Check the number and its unit.",
    ),
    "above": (
        "“{label}”: {value} {unit} cao hơn mức cao nhất {limit}. Hãy kiểm tra số và đơn vị tính.",
        "“{label}”: {value} {unit} is above the most allowed, {limit}. Check the number and its unit.",
    ),
    "rose_year": (
        "“{label}”: {value} {unit} tăng {percent}% so với cùng kỳ năm trước ({base}), quá mức {limit}%. Hãy kiểm tra lại.",
        "“{label}”: {value} {unit} is {percent}% up on the year before ({base}), over the limit of {limit}%. Check it.",
    ),
    "fell_year": (
        "“{label}”: {value} {unit} giảm {percent}% so với cùng kỳ năm trước ({base}), quá mức {limit}%. Hãy kiểm tra lại.",
        "“{label}”: {value} {unit} is {percent}% down on the year before ({base}), over the limit of {limit}%. Check it.",
    ),
    "rose_period": (
        "“{label}”: {value} {unit} tăng {percent}% so với kỳ trước ({base}), quá mức {limit}%. Hãy kiểm tra lại.",
        "“{label}”: {value} {unit} is {percent}% up on the period before ({base}), over the limit of {limit}%. Check it.",
    ),
    "fell_period": (
        "“{label}”: {value} {unit} giảm {percent}% so với kỳ trước ({base}), quá mức {limit}%. Hãy kiểm tra lại.",
        "“{label}”: {value} {unit} is {percent}% down on the period before ({base}), over the limit of {limit}%. Check it.",
    ),
    "outlier": (
        "“{label}”: {value} {unit} khác thường so với {count} kỳ trước (thường từ {low} đến {high}, giữa là {median}). Hãy kiểm tra lại.",
        "“{label}”: {value} {unit} is unlike the {count} periods before (mostly {low} to {high}, the middle {median}). Check it.",
    ),
    "parts_over": (
        "“{label}” là {value} mà các phần ({parts}) cộng lại được {sum}, nhiều hơn {gap} {unit}. Hãy sửa tổng hoặc phần.",
        "“{label}” is {value} but its parts ({parts}) add up to {sum}, {gap} {unit} more. Mend the whole or a part.",
    ),
    "parts_under": (
        "“{label}” là {value} mà các phần ({parts}) cộng lại chỉ được {sum}, thiếu {gap} {unit}. Hãy sửa tổng hoặc phần.",
        "“{label}” is {value} but its parts ({parts}) add up to only {sum}, {gap} {unit} short. Mend the whole or a part.",
    ),
    "sum_over": (
        "“{label}” là {value} mà tổng của {parts} là {sum}, nhiều hơn {gap} {unit}. Hãy đối chiếu các dòng.",
        "“{label}” is {value} but the sum of {parts} is {sum}, {gap} {unit} more. Compare the rows.",
    ),
    "sum_under": (
        "“{label}” là {value} mà tổng của {parts} chỉ là {sum}, thiếu {gap} {unit}. Hãy đối chiếu các dòng.",
        "“{label}” is {value} but the sum of {parts} is only {sum}, {gap} {unit} short. Compare the rows.",
    ),
    "ratio_differs": (
        "“{label}” ghi {value} {unit}, nhưng “{top}” chia “{bottom}” được {made}. Hãy sửa tỷ lệ, tử số hoặc mẫu số.",
        "“{label}” says {value} {unit}, but “{top}” over “{bottom}” makes {made}. Mend the ratio, its numerator or denominator.",
    ),
    "part_over_whole": (
        "“{label}”: “{top}” là {value}, lớn hơn “{bottom}” là {whole}. Phần không thể hơn tổng: hãy sửa một trong hai dòng.",
        "“{label}”: “{top}” is {value}, more than “{bottom}”, {whole}. A part cannot exceed its whole: mend one of the rows.",
    ),
}


def finding_text(finding: Finding, lang: Lang) -> str:
    """The finding in words; a soft one also says that it may be explained.

    >>> from decimal import Decimal
    >>> from dieuhanh.domain.checks import Finding, Severity
    >>> told = {"label": "Hộ nghèo", "value": Decimal(5851), "unit": "hộ", "limit": Decimal(100)}
    >>> finding_text(Finding("a", 1, Severity.HARD, "above", told), "vi")
    '“Hộ nghèo”: 5.851 hộ cao hơn mức cao nhất 100. Hãy kiểm tra số và đơn vị tính.'
    """
    english = lang == "en"
    told = {
        name: write(value, lang) if isinstance(value, Decimal) else str(value)
        for name, value in finding.values.items()
    }
    sentence = FINDINGS[finding.code][english].format(**told)
    own = finding.words[english] or finding.words[0]
    asks = "" if finding.severity == "hard" or finding.explained else EXPLAIN[english]
    return f"{own.rstrip('.')}. {sentence}{asks}" if own else f"{sentence}{asks}"


__all__ = ["FINDINGS", "finding_text"]
