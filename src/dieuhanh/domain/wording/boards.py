"""Why a target on the board stands as published, or has no verdict yet."""

from __future__ import annotations

from typing import Any

from dieuhanh.domain.dates import read_dated
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.verdicts import Reason

from .measures import amount
from .spans import dated_name
from .verdicts import sentence

ERRORS: dict[str, tuple[str, str]] = {
    "assessment.missing": (
        "Không có bản đánh giá này.",
        "There is no such assessment.",
    ),
    "compare.neither": (
        "“{text}” không phải số của bản đánh giá, cũng không phải ngày (31/12/2021 hoặc 2021-12-31).",
        "“{text}” is neither an assessment's number nor a date (31/12/2021 or 2021-12-31).",
    ),
    "compare.plans": (
        "Hai bản đánh giá thuộc hai kế hoạch khác nhau ({left}, {right}) nên không so sánh.",
        "The two assessments are of different plans ({left}, {right}) and are not compared.",
    ),
    "plan.not_chosen": (
        "Hãy nêu kế hoạch bằng --plan: các kế hoạch là {known}.",
        "Name the plan with --plan: there are {known}.",
    ),
}
LEVELS: dict[str, tuple[str, str]] = {
    "commune": ("xã, phường, thị trấn", "communes"),
    "district": ("huyện, thành phố", "districts"),
    "province": ("tỉnh, thành phố", "provinces"),
    "country": ("quốc gia", "countries"),
}
COVERAGE: dict[bool, tuple[str, str]] = {
    True: (
        "Tổng hợp từ đủ {reported}/{expected} {level}.",
        "Rolled up from all {reported} of {expected} {level}.",
    ),
    False: (
        "Tổng hợp từ {reported}/{expected} {level}; phần thiếu đã nêu lý do khi chốt và không tính là 0.",
        "Rolled up from {reported} of {expected} {level}; those missing were named at closing and are not zero.",
    ),
}
REASONS: dict[str, tuple[str, str]] = {
    "published.plan_unknown": (
        "Giữ theo công bố “{label}” ({source}, {date}): không nguồn nào nêu số kế hoạch nên không tính lại được.",
        "Kept as published, “{label}” ({source}, {date}): no source gives the plan value, so it cannot be recomputed.",
    ),
    "published.plan_approximate": (
        "Giữ theo công bố “{label}” ({source}, {date}): số kế hoạch chỉ biết gần đúng nên không tính.",
        "Kept as published, “{label}” ({source}, {date}): the plan value is known only approximately, so it is not computed.",
    ),
    "published.no_figure": (
        "Giữ theo công bố “{label}” ({source}, {date}): chưa nguồn nào nêu kết quả cả kỳ nên không tính lại được.",
        "Kept as published, “{label}” ({source}, {date}): no source gives the result of the whole period, so it cannot be recomputed.",
    ),
    "published.sum_waiting": (
        "Giữ theo công bố “{label}” ({source}, {date}): chỉ tiêu đánh giá theo tổng hợp từ cấp dưới, mới có một phần số liệu nên chưa tính lại.",
        "Kept as published, “{label}” ({source}, {date}): it is judged by the level below, of which only a part is in, so it is not recomputed yet.",
    ),
    "board.name_unknown": (
        "Các nguồn cho biết có chỉ tiêu này nhưng không nêu tên, số kế hoạch và kết quả.",
        "The sources say there is such a target, but give neither its name, its plan value nor its result.",
    ),
    "board.no_figure_yet": (
        "Đến ngày xem chưa có số liệu nào; số đầu tiên được nêu {date}.",
        "No figure is known by the day asked for; the first was stated on {date}.",
    ),
    "board.no_figure": (
        "Có số kế hoạch nhưng chưa nguồn nào nêu kết quả của kỳ.",
        "The plan value is known, but no source gives the result of the period.",
    ),
    "board.plan_unknown": (
        "Có kết quả nhưng không nguồn nào nêu số kế hoạch và không có đánh giá công bố cho bộ chỉ tiêu này.",
        "The result is known, but no source gives the plan value and none published a judgement for this set.",
    ),
    "board.plan_approximate": (
        "Số kế hoạch chỉ biết gần đúng nên không tính; chưa có đánh giá công bố.",
        "The plan value is known only approximately, so it is not computed; no judgement was published.",
    ),
    "board.nothing_known": (
        "Chưa nguồn nào nêu số kế hoạch, kết quả hay đánh giá cho chỉ tiêu này.",
        "No source gives a plan value, a result or a judgement for this target.",
    ),
    "board.sum_waiting": (
        "Đánh giá theo tổng hợp từ cấp dưới: mới có {reported}/{expected} {level} có số, gộp được {amount}. Phần thiếu không tính là 0; khi đủ hoặc khi kỳ báo cáo được chốt sẽ có đánh giá.",
        "Judged by the level below: {reported} of {expected} {level} have a number so far, together {amount}. What is missing is not zero; there is a verdict once all are in or the round is closed.",
    ),
    "board.sum_none": (
        "Đánh giá theo tổng hợp từ cấp dưới; chưa địa bàn nào có số của kỳ.",
        "Judged by the level below; no area has a figure of the period yet.",
    ),
    "board.sum_unseen": (
        "Đánh giá theo tổng hợp từ cấp dưới; chỉ người xem được mọi địa bàn mới thấy kết quả.",
        "Judged by the level below; only those who may see every area see the result.",
    ),
    "board.not_due": (
        "Kỳ kế hoạch chưa kết thúc và chưa có số liệu cả kỳ.",
        "The plan's period has not ended and no figure of the whole period is known.",
    ),
}


def reason_text(reason: Reason, lang: Lang) -> str:
    """The sentence of a verdict's reason, whether judging gave it or the board."""
    values = dict(reason.values)
    behind = _coverage(values.pop("coverage", None), lang)
    if reason.code not in REASONS:
        return sentence(Reason(reason.code, values), lang) + behind
    if reason.code == "board.sum_waiting":
        values["amount"] = amount(values["value"], values["unit"], lang)
        values["level"] = LEVELS[values["level"]][lang == "en"]
    if values.get("date"):
        dated = read_dated(values["date"], values.get("precision", "day"))
        values["date"] = dated_name(dated, lang)
    return REASONS[reason.code][lang == "en"].format(**values) + behind


def _coverage(told: dict[str, Any] | None, lang: Lang) -> str:
    """How many of the areas below stand behind a sum; whether some are missing."""
    if not told:
        return ""
    level = LEVELS[told["level"]][lang == "en"]
    full = told["reported"] >= told["expected"]
    template = COVERAGE[full][lang == "en"]
    return " " + template.format(**{**told, "level": level})
