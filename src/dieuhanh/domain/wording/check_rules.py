"""A rule in words, so that an officer reads what was set."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from dieuhanh.domain.checks.rules import Against, CheckKind, Relation
from dieuhanh.domain.numbers import write

if TYPE_CHECKING:
    from dieuhanh.domain.checks import Rule
    from dieuhanh.domain.numbers import Lang

KINDS: dict[CheckKind, tuple[str, str]] = {
    CheckKind.RANGE: ("trong khoảng", "within limits"),
    CheckKind.CHANGE: ("so với kỳ trước, năm trước", "against an earlier period"),
    CheckKind.OUTLIER: ("khác thường so với nhiều kỳ", "unlike many periods before"),
    CheckKind.PARTS: ("các phần so với tổng", "parts against the whole"),
    CheckKind.SUM: ("tổng các dòng, các biểu", "sum of rows and forms"),
    CheckKind.RATIO: ("tỷ lệ từ tử số, mẫu số", "ratio of two rows"),
}
AGAINST = {
    Against.LAST_YEAR: ("cùng kỳ năm trước", "the year before"),
    Against.LAST_PERIOD: ("kỳ trước", "the period before"),
}
RELATIONS: dict[Relation, tuple[str, str]] = {
    Relation.EQUAL: ("bằng", "equal"),
    Relation.AT_MOST: ("không quá", "at most"),
    Relation.AT_LEAST: ("không dưới", "at least"),
}


def rule_text(rule: Rule, labels: Mapping[str, str], lang: Lang) -> str:
    """What the rule asks, with its numbers; `labels` names rows by their keys.

    >>> from dieuhanh.domain.checks import Rule, Severity
    >>> rule = Rule("a", CheckKind.RANGE, "ho", Severity.HARD, {"low": "0", "high": "5000"})
    >>> rule_text(rule, {"ho": "Tổng số hộ"}, "vi")
    '“Tổng số hộ” từ 0 đến 5.000'
    """
    label = labels.get(rule.row_key, rule.row_key)
    return f"“{label}” {TEXTS[rule.kind](rule, labels, lang)}"


def _range(rule: Rule, _labels: Mapping[str, str], lang: Lang) -> str:
    low, high = _number(rule, "low", lang), _number(rule, "high", lang)
    if low and high:
        return f"từ {low} đến {high}" if lang == "vi" else f"from {low} to {high}"
    if low:
        return f"không dưới {low}" if lang == "vi" else f"at least {low}"
    return f"không quá {high}" if lang == "vi" else f"at most {high}"


def _change(rule: Rule, _labels: Mapping[str, str], lang: Lang) -> str:
    english = lang == "en"
    base = AGAINST[Against(str(rule.parameters.get("against")))][english]
    ways = []
    if up := _number(rule, "up", lang):
        ways.append(f"up over {up}%" if english else f"tăng quá {up}%")
    if down := _number(rule, "down", lang):
        ways.append(f"down over {down}%" if english else f"giảm quá {down}%")
    told = (" or " if english else " hoặc ").join(ways)
    least = _number(rule, "least", lang)
    floor = ""
    if least and Decimal(str(rule.parameters["least"])):
        floor = f", by {least} or more" if english else f", chênh từ {least} trở lên"
    return f"{told} on {base}{floor}" if english else f"{told} so với {base}{floor}"


def _outlier(rule: Rule, _labels: Mapping[str, str], lang: Lang) -> str:
    limit, history = _number(rule, "limit", lang), rule.parameters.get("history")
    if lang == "en":
        return f"over {limit} spreads from the middle of {history} or more periods before"
    return f"lệch quá {limit} lần độ phân tán so với mức giữa của ít nhất {history} kỳ trước"


def _parts(rule: Rule, labels: Mapping[str, str], lang: Lang) -> str:
    english = lang == "en"
    relation = RELATIONS[Relation(str(rule.parameters.get("relation")))][english]
    keys = rule.parameters.get("parts") or ()
    named = "; ".join(labels.get(str(key), str(key)) for key in keys)
    if english:
        return f"its parts{f' ({named})' if named else ''} add up to {relation} it"
    return f"các phần{f' ({named})' if named else ' “trong đó”'} cộng lại {relation} tổng"


def _sum(rule: Rule, labels: Mapping[str, str], lang: Lang) -> str:
    english = lang == "en"
    relation = RELATIONS[Relation(str(rule.parameters.get("relation")))][english]
    terms = " + ".join(labels.get(str(t), str(t)) for t in rule.parameters.get("terms", ()))
    return f"{terms} is {relation} it" if english else f"{terms} {relation} số này"


def _ratio(rule: Rule, labels: Mapping[str, str], lang: Lang) -> str:
    top, bottom = (str(rule.parameters.get(n) or "") for n in ("numerator", "denominator"))
    if not top:
        return (
            "its numerator does not exceed its denominator"
            if lang == "en"
            else "tử số không lớn hơn mẫu số"
        )
    names = labels.get(top, top), labels.get(bottom, bottom)
    if lang == "en":
        return f"equals {names[0]} ÷ {names[1]}"
    return f"bằng {names[0]} chia {names[1]}"


TEXTS = {
    CheckKind.RANGE: _range,
    CheckKind.CHANGE: _change,
    CheckKind.OUTLIER: _outlier,
    CheckKind.PARTS: _parts,
    CheckKind.SUM: _sum,
    CheckKind.RATIO: _ratio,
}


def _number(rule: Rule, name: str, lang: Lang) -> str:
    value = rule.number(name)
    return "" if value is None else write(value, lang)


__all__ = ["AGAINST", "KINDS", "RELATIONS", "rule_text"]
