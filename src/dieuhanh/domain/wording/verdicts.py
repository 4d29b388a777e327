"""Verdicts and their reasons in sentences. Reasons may come fresh or out of stored JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dieuhanh.domain.targets import CHANGES, DECREASES, Comparator
from dieuhanh.domain.verdicts import AS_PUBLISHED, NEAR_MISS, Reason, Verdict

from .judging_faults import ERRORS
from .measures import amount, amounts, difference_unit
from .rules import rule_in_words, said_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dieuhanh.domain.numbers import Lang

_LABELS: dict[str, tuple[str, str]] = {
    Verdict.EXCEEDED: ("vượt", "exceeded"),
    Verdict.MET: ("đạt", "met"),
    Verdict.MET_OR_EXCEEDED: ("đạt hoặc vượt", "met or exceeded"),
    Verdict.NOT_MET: ("không đạt", "not met"),
    Verdict.NO_DATA: ("chưa đủ số liệu", "no data"),
    Verdict.NOT_DUE: ("chưa đến hạn", "not yet due"),
    Verdict.NOT_COMPARABLE: ("không so sánh được", "not comparable"),
    NEAR_MISS: ("xấp xỉ đạt", "near miss"),
}

# {a}: what was achieved; {r}: the rule; {m}: by how much; {c}: completion in brackets.
_SENTENCES: dict[str, tuple[str, str]] = {
    "past": (
        "Thực hiện {a}, vượt mức kế hoạch {r}{m}{c}.",
        "Achieved {a}; the plan was {r}, exceeded{m}{c}.",
    ),
    "past_lower": (
        "Thực hiện {a}, thấp hơn mức kế hoạch {r}{m}, tính là vượt.",
        "Achieved {a}; the plan was {r}, undercut{m}, which counts as exceeded.",
    ),
    "sign_turned": (
        "Thực hiện {a}, đổi dấu so với mức kế hoạch {r}, tính là vượt.",
        "Achieved {a}; the plan was {r}: the sign has turned, which counts as exceeded.",
    ),
    "exactly": (
        "Thực hiện {a}, đúng bằng mức kế hoạch {r}.",
        "Achieved {a}; the plan was {r}, met exactly.",
    ),
    "reached": (
        "Thực hiện {a}, đạt mức kế hoạch {r}{c}.",
        "Achieved {a}; the plan was {r}, reached{c}.",
    ),
    "inside": (
        "Thực hiện {a}, nằm trong mức kế hoạch {r}.",
        "Achieved {a}; the plan was {r}: inside.",
    ),
    "under_ceiling": (
        "Thực hiện {a}, trong giới hạn kế hoạch {r}.",
        "Achieved {a}; the plan was {r}: within the limit.",
    ),
    "good_end": (
        "Ước thực hiện {a}: đầu tốt của khoảng ước đạt mức kế hoạch {r}.",
        "Estimated at {a}; the plan was {r}: the good end of the estimate reaches it.",
    ),
    "range_holds_plan": (
        "Ước thực hiện {a}: khoảng ước chứa mức kế hoạch {r}.",
        "Estimated at {a}; the plan was {r}: the estimate holds it.",
    ),
    "within_tolerance": (
        "Thực hiện {a}, trong sai số cho phép của mức kế hoạch {r}.",
        "Achieved {a}; the plan was {r}: within its tolerance.",
    ),
    "rounded": (
        "Thực hiện {a}{m}; làm tròn đến {decimals} chữ số thập phân thì đạt mức kế hoạch {r}.",
        "Achieved {a}; the plan was {r}{m}, which rounding to {decimals} decimals removes.",
    ),
    "kept": (
        "Thực hiện {a}, giữ được mức kế hoạch {r}.",
        "Achieved {a}; the plan was to have it {r}, which was held.",
    ),
    "short": (
        "Thực hiện {a}, chưa tới mức kế hoạch {r}{m}{c}.",
        "Achieved {a}; the plan was {r}: short{m}{c}.",
    ),
    "over": (
        "Thực hiện {a}, cao hơn mức kế hoạch {r}{m}.",
        "Achieved {a}; the plan was {r}: above{m}.",
    ),
    "bound_excluded": (
        "Thực hiện {a}, mới bằng mốc của kế hoạch {r}; quy ước này không tính mốc.",
        "Achieved {a}; the plan was {r}: only the bound, which this convention excludes.",
    ),
    "differs": (
        "Thực hiện {a}, khác mức kế hoạch {r}{m}.",
        "Achieved {a}; the plan was {r}: not equal{m}.",
    ),
}
_WITHOUT_NUMBERS: dict[str, tuple[str, str]] = {
    "qualitative_met": ("Được đánh giá là đạt.", "Assessed as fulfilled."),
    "qualitative_not_met": ("Được đánh giá là không đạt.", "Assessed as not fulfilled."),
    "qualitative_unclear": (
        "Chỉ tiêu định tính: “{text}” không nói rõ đạt hay không đạt.",
        "A qualitative target: “{text}” says neither “đạt” nor “không đạt”.",
    ),
    "no_actual": ("Chưa có số liệu thực hiện.", "There is no actual figure yet."),
    "actual_missing": (
        "Số liệu thực hiện được ghi là chưa có.",
        "The actual is recorded as missing.",
    ),
    "no_plan": (
        "Chưa rõ mức kế hoạch nên không tính được.",
        "The plan value is not known, so nothing can be computed.",
    ),
    "actual_in_words": (
        "Số liệu ghi bằng lời “{text}”, không đọc thành số để so sánh được.",
        "The actual is given in words, “{text}”, which cannot be read as a number to compare.",
    ),
    "denominator_not_positive": (
        "Mẫu số là {denominator} nên không tính được tỷ lệ.",
        "The denominator is {denominator}, so there is no ratio.",
    ),
    "units_differ": (
        "Không so sánh được: số liệu theo “{frm}”, kế hoạch theo “{to}”.",
        "Not comparable: the figure is in “{frm}”, the plan in “{to}”.",
    ),
    "base_not_positive": (
        "Không so sánh được: mức gốc {base} không dương nên không có tỷ lệ tăng, giảm.",
        "Not comparable: the base {base} is not positive, so there is no relative change.",
    ),
    "parts_exceeded": (
        "Không phần nào hụt và có phần vượt: {parts}.",
        "No part is missed and some are exceeded: {parts}.",
    ),
    "parts_met": ("Các phần đều đạt: {parts}.", "All parts are met: {parts}."),
    "part_failed": ("Có phần không đạt: {parts}.", "A part is not met: {parts}."),
    "part_without_data": ("Có phần chưa đủ số liệu: {parts}.", "A part has no data: {parts}."),
    "part_not_comparable": (
        "Có phần không so sánh được: {parts}.",
        "A part is not comparable: {parts}.",
    ),
    AS_PUBLISHED: (
        "Giữ theo kết quả đã công bố “{label}”, không tính lại từ số liệu.",
        "Kept as published, “{label}”; not computed from figures.",
    ),
}


def verdict_label(verdict: Verdict | str, lang: Lang = "vi") -> str:
    """The verdict (or the sub-label "near_miss") as pages and papers print it.

    >>> verdict_label("exceeded"), verdict_label("near_miss", "en")
    ('vượt', 'near miss')
    """
    return _LABELS[verdict][lang == "en"]


def sentence(reason: Reason | Mapping[str, Any], lang: Lang = "vi") -> str:
    """The reason as one sentence; a stored reason is {"code", "values"}.

    >>> sentence(Reason("no_actual"))
    'Chưa có số liệu thực hiện.'
    """
    if isinstance(reason, Reason):
        code, values = reason.code, reason.values
    else:
        code, values = reason["code"], reason["values"]
    if code in _SENTENCES:
        return _measured_sentence(code, values, lang)
    template = _WITHOUT_NUMBERS[code][lang == "en"]
    if "parts" in values:
        return template.format(parts=_parts(values["parts"], lang))
    return template.format_map(values)


def _measured_sentence(code: str, values: Mapping[str, Any], lang: Lang) -> str:
    rule = values["rule"]
    if code == "past" and rule.get("lower"):
        code = "past_lower"
    template = _SENTENCES[code][lang == "en"]
    return template.format(
        a=_achieved(values, lang),
        r=said_in_words(rule, lang),
        m=_margin(code, values, lang) if "margin" in values else "",
        c=_completion(values, lang) if "{c}" in template else "",
        decimals=values.get("decimals"),
    )


def _achieved(values: Mapping[str, Any], lang: Lang) -> str:
    unit, low = values.get("unit", ""), values["actual"]
    high, edge = values.get("actual_high"), values.get("edge")
    said = amount(low, unit, lang) if high is None else amounts(low, high, unit, lang)
    if edge:
        said = _EDGES[edge][lang == "en"].format(said)
    if "numerator" in values:
        said += (
            f" ({amount(values['numerator'], '', lang)}/{amount(values['denominator'], '', lang)})"
        )
    comparator = values["rule"]["comparator"]
    if "change" in values:
        return said + _change(values, lang)
    if comparator in CHANGES:
        said = _SIZES[comparator in DECREASES][lang == "en"].format(said)
    return said


_EDGES = {
    "more_than": ("trên {}", "more than {}"),
    "less_than": ("dưới {}", "less than {}"),
    "surplus": ("xuất siêu (dưới 0)", "a surplus (below zero)"),
}
_SIZES = {False: ("tăng {}", "a rise of {}"), True: ("giảm {}", "a fall of {}")}
_CHANGED = {
    False: (", tức mức tăng {}", ", a rise of {}"),
    True: (", tức mức giảm {}", ", a fall of {}"),
}


def _change(values: Mapping[str, Any], lang: Lang) -> str:
    rule = values["rule"]
    comparator = rule["comparator"]
    relative = "%" if comparator == Comparator.GROWTH_AT_LEAST else ""
    unit = rule.get("unit", relative or rule.get("base_unit", ""))
    low, high = values["change"], values.get("change_high")
    said = amount(low, unit, lang) if high is None else amounts(low, high, unit, lang)
    return _CHANGED[comparator in DECREASES][lang == "en"].format(said)


_MARGINS = {
    "rounded": (", lệch {}", ", off by {}"),
    "short": (", thiếu {}", " by {}"),
    "differs": (", lệch {}", ", off by {}"),
}


def _margin(code: str, values: Mapping[str, Any], lang: Lang) -> str:
    margin = Decimal(values["margin"])
    if not margin:
        return ""
    rule = values["rule"]
    unit = difference_unit(rule.get("unit") or rule.get("base_unit", ""))
    form = _MARGINS.get(code, (" là {}", " by {}"))[lang == "en"]
    return form.format(amount(margin, unit, lang))


def _completion(values: Mapping[str, Any], lang: Lang) -> str:
    ratio = values.get("plan_ratio_pct")
    if ratio is None:
        return ""
    said = amount(ratio, "%", lang)
    return f" (bằng {said} kế hoạch)" if lang == "vi" else f" ({said} of the plan)"


def _parts(parts: list[Mapping[str, Any]], lang: Lang) -> str:
    return "; ".join(f"{part['name']}: {verdict_label(part['verdict'], lang)}" for part in parts)


__all__ = ["ERRORS", "rule_in_words", "sentence", "verdict_label"]
