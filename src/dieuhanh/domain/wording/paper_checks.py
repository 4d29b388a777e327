"""What checking a text against the books found, in a sentence; reasons come fresh or from JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dieuhanh.domain.numbers import write

from .measures import unit_name
from .spans import day_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dieuhanh.domain.numbers import Lang

ERRORS: dict[str, tuple[str, str]] = {
    "check.no_plan": (
        "Trong sổ chưa có kế hoạch nào để đối chiếu. Hãy nhập hoặc lập kế hoạch trước.",
        "The books hold no plan to check against. Import or make one first.",
    ),
}
SIGNS = {"agrees": "✓", "disagrees": "≠", "inconsistent": "!", "unknown": "?"}
"""The shape that stands beside a mark's word."""
MARKS: dict[str, tuple[str, str]] = {
    "agrees": ("khớp số liệu", "agrees"),
    "disagrees": ("khác số liệu", "disagrees"),
    "inconsistent": ("tự mâu thuẫn", "inconsistent in itself"),
    "unknown": ("chưa đối chiếu được", "unknown"),
}
REASONS: dict[str, tuple[str, str]] = {
    "figure_agrees": (
        "Khớp với số liệu trong sổ: {books} {unit}.",
        "Agrees with the books: {books} {unit}.",
    ),
    "plan_agrees": (
        "Khớp với mức kế hoạch trong sổ: {books} {unit}.",
        "Agrees with the plan in the books: {books} {unit}.",
    ),
    "figure_differs": (
        "Văn bản ghi {value} {unit}, trong sổ là {books} {unit}.",
        "The text says {value} {unit}; the books have {books} {unit}.",
    ),
    "plan_differs": (
        "Văn bản ghi kế hoạch {value} {unit}, kế hoạch trong sổ là {books} {unit}.",
        "The text gives a plan of {value} {unit}; the plan in the books is {books} {unit}.",
    ),
    "figure_since_changed": (
        "Số {then} {unit} là số biết từ {day}; số hiện hành là {books} {unit}.",
        "{then} {unit} was known from {day}; the current figure is {books} {unit}.",
    ),
    "plan_since_changed": (
        "{then} {unit} là kế hoạch cũ (từ {day}); kế hoạch đang có hiệu lực là {books} {unit}.",
        "{then} {unit} is an earlier plan (of {day}); the one in force is {books} {unit}.",
    ),
    "told_plan_differs": (
        "Văn bản ghi kế hoạch {stated} {unit}, kế hoạch trong sổ là {books} {unit}.",
        "The text gives a plan of {stated} {unit}; the plan in the books is {books} {unit}.",
    ),
    "vs_plan": (
        "{value} {unit} so với kế hoạch {base} {unit} là {made}%, không phải {stated}%.",
        "{value} {unit} over a plan of {base} {unit} is {made}%, not {stated}%.",
    ),
    "ratio": (
        "{value} {unit} trên kế hoạch {base} {unit} là {made}%, không phải {stated}%.",
        "{value} {unit} of a plan of {base} {unit} is {made}%, not {stated}%.",
    ),
    "vs_plan_by_books": (
        "Kế hoạch trong sổ là {base} {unit}: {value} {unit} hơn kém {made}%, không phải {stated}%.",
        "The plan in the books is {base} {unit}: {value} {unit} is {made}% from it, not {stated}%.",
    ),
    "ratio_by_books": (
        "Kế hoạch trong sổ là {base} {unit}: {value} {unit} bằng {made}%, không phải {stated}%.",
        "The plan in the books is {base} {unit}: {value} {unit} is {made}% of it, not {stated}%.",
    ),
    "yoy": (
        "{value} {unit} so với {base} {unit} của kỳ trước là {made}%, không phải {stated}%.",
        "{value} {unit} after {base} {unit} is {made}%, not {stated}%.",
    ),
    "ratio_before": (
        "{value} {unit} bằng {made}% của {base} {unit} kỳ trước, không phải {stated}%.",
        "{value} {unit} is {made}% of the {base} {unit} before, not {stated}%.",
    ),
    "change": (
        "{value} {unit} sau khi thay đổi {base} {unit} là {made}%, không phải {stated}%.",
        "{value} {unit} after a change of {base} {unit} is {made}%, not {stated}%.",
    ),
    "tally_agrees": (
        "Khớp với số công bố trong sổ: {met}/{total} chỉ tiêu.",
        "Agrees with the count published in the books: {met}/{total} targets.",
    ),
    "tally_judged": (
        "Khớp với kết quả đánh giá từ số liệu: {met}/{total} chỉ tiêu.",
        "Agrees with what the figures come to: {met}/{total} targets.",
    ),
    "tally_differs": (
        "Văn bản ghi {value}/{of} chỉ tiêu, trong sổ số công bố là {met}/{total}.",
        "The text says {value}/{of} targets; the count published in the books is {met}/{total}.",
    ),
    "tally_judged_differs": (
        "Văn bản ghi {value}/{of} chỉ tiêu, đánh giá từ số liệu là {met}/{total}.",
        "The text says {value}/{of} targets; the figures come to {met}/{total}.",
    ),
    "tally_sum": (
        "Các nhóm cộng lại là {sum} chỉ tiêu, không phải {total}.",
        "The groups come to {sum} targets, not {total}.",
    ),
    "tally_unheld": (
        "Số chỉ tiêu của năm khác, nơi khác, hoặc sổ chưa có.",
        "A count of another year or place, or one that the books do not hold.",
    ),
    "share": (
        "{top} trên {bottom} là {made}%, không phải {stated}%.",
        "{top} of {bottom} is {made}%, not {stated}%.",
    ),
    "more_than_all": (
        "{top} nhiều hơn tổng số {bottom}.",
        "{top} is more than all there are, {bottom}.",
    ),
    "over_hundred": (
        "{stated}% của một tổng thể là không thể có.",
        "{stated}% of a whole cannot be.",
    ),
    "parts_more": (
        "{count} phần cộng lại là {sum} {unit}, nhiều hơn tổng {value} {unit}.",
        "The {count} parts come to {sum} {unit}, more than the whole, {value} {unit}.",
    ),
    "parts_less": (
        "{count} phần cộng lại là {sum} {unit}, ít hơn tổng {value} {unit}.",
        "The {count} parts come to {sum} {unit}, less than the whole, {value} {unit}.",
    ),
    "plan_year": (
        "{document} là văn bản năm {year}, được dẫn cho kế hoạch năm {planned}.",
        "{document} is of {year}, and is cited for the plan of {planned}.",
    ),
    "no_match": (
        "Chưa rõ là chỉ tiêu nào trong danh mục.",
        "Which indicator of the catalogue is meant is not known.",
    ),
    "no_figure": (
        "Trong sổ chưa có số liệu của kỳ này.",
        "The books have no figure of that period.",
    ),
    "no_plan": (
        "Trong sổ chưa có mức kế hoạch của kỳ này.",
        "The books have no plan value of that period.",
    ),
    "unit": (
        "Văn bản tính bằng {unit}, sổ tính bằng {books_unit}: không quy đổi được.",
        "The text counts in {unit}, the books in {books_unit}: these cannot be converted.",
    ),
    "of_one_area": (
        "Số của {area}: trong sổ chưa có số liệu kỳ này của địa bàn ấy.",
        "A figure of {area}: the books have none of that area and period.",
    ),
    "other_place": (
        "Số này là của {area}, không phải của địa bàn kế hoạch: sổ không có số liệu để đối chiếu.",
        "A figure of {area}, not of the plan's area: the books hold none to check it by.",
    ),
    "benchmark": (
        "Số của nơi khác hoặc bình quân chung, không có trong sổ.",
        "A figure of elsewhere or an average, which the books do not hold.",
    ),
}


def mark_in_words(mark: str, lang: Lang = "vi") -> str:
    """The mark, short, to stand beside a claim.

    >>> mark_in_words("disagrees"), mark_in_words("disagrees", "en")
    ('khác số liệu', 'disagrees')
    """
    return MARKS[mark][lang == "en"]


def reason_in_words(code: str, values: Mapping[str, object], lang: Lang = "vi") -> str:
    """The reason in a sentence.

    >>> reason_in_words("share", {"top": 46, "bottom": 82, "stated": Decimal(60),
    ...                           "made": Decimal("56.10")})
    '46 trên 82 là 56,10%, không phải 60%.'
    >>> reason_in_words("figure_agrees", {"books": Decimal(5851), "unit": "tỷ đồng"}, "en")
    'Agrees with the books: 5,851 billion dong.'
    """
    shown = {name: _shown(name, value, lang) for name, value in values.items()}
    return REASONS[code][lang == "en"].format(**shown).replace(" %", "%")


def held_against(plan: str, on: date, lang: Lang = "vi") -> str:
    """What a text was held against.

    >>> held_against("Kế hoạch năm 2021", date(2022, 1, 12))
    'Đối chiếu với sổ của: Kế hoạch năm 2021, số liệu biết đến 12/01/2022.'
    """
    told = (
        f"Đối chiếu với sổ của: {plan}, số liệu biết đến {day_name(on, 'vi')}.",
        f"Held against the books of: {plan}, figures known by {day_name(on, lang)}.",
    )
    return told[lang == "en"]


def _shown(name: str, value: object, lang: Lang) -> str:
    if name in {"year", "planned"}:
        return str(value)
    if name == "unit" and lang == "en":
        return unit_name(str(value), lang)
    if isinstance(value, int):
        value = Decimal(value)
    return write(value, lang) if isinstance(value, Decimal) else str(value)


__all__ = [
    "ERRORS",
    "MARKS",
    "REASONS",
    "SIGNS",
    "held_against",
    "mark_in_words",
    "reason_in_words",
]
