"""A target's rule in words: "tối thiểu 5.478 tỷ đồng", "giảm từ 1 đến 1,5 điểm %"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dieuhanh.domain.judging import said
from dieuhanh.domain.targets import CHANGES, Comparator

from .measures import amount, amounts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dieuhanh.domain.numbers import Lang
    from dieuhanh.domain.targets import Rule

# Comparator → (plain, strict, approximate), Vietnamese then English.
_WORDS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    Comparator.AT_LEAST: (
        ("tối thiểu {}", "trên {}", "tối thiểu khoảng {}"),
        ("at least {}", "more than {}", "at least about {}"),
    ),
    Comparator.AT_MOST: (
        ("không quá {}", "dưới {}", "không quá khoảng {}"),
        ("at most {}", "less than {}", "at most about {}"),
    ),
    Comparator.EQUAL: (
        ("bằng {}", "bằng {}", "khoảng {}"),
        ("equal to {}", "equal to {}", "about {}"),
    ),
    Comparator.BETWEEN: (
        ("{}", "{}", "khoảng {}"),
        ("{}", "{}", "about {}"),
    ),
    Comparator.INCREASE_AT_LEAST: (
        ("tăng tối thiểu {}", "tăng trên {}", "tăng khoảng {}"),
        ("up by at least {}", "up by more than {}", "up by about {}"),
    ),
    Comparator.DECREASE_AT_LEAST: (
        ("giảm tối thiểu {}", "giảm trên {}", "giảm khoảng {}"),
        ("down by at least {}", "down by more than {}", "down by about {}"),
    ),
    Comparator.DECREASE_BETWEEN: (
        ("giảm {}", "giảm {}", "giảm khoảng {}"),
        ("down by {}", "down by {}", "down by about {}"),
    ),
    Comparator.GROWTH_AT_LEAST: (
        ("tăng trưởng tối thiểu {}", "tăng trưởng trên {}", "tăng trưởng khoảng {}"),
        ("growth of at least {}", "growth of more than {}", "growth of about {}"),
    ),
}
_MAINTAIN = {
    ("vi", False): "duy trì từ {} trở lên",
    ("vi", True): "duy trì không quá {}",
    ("en", False): "kept at {} or more",
    ("en", True): "kept at {} or less",
}
_QUALITATIVE = {"vi": "đạt yêu cầu (chỉ tiêu định tính)", "en": "fulfilled (a qualitative target)"}
_UNKNOWN = {"vi": "(chưa rõ mức kế hoạch)", "en": "(plan value not known)"}
_FROM = {"vi": " so với {}", "en": " from {}"}
_ALL = {"vi": "đạt cả {count} phần: {parts}", "en": "all {count} parts: {parts}"}


def rule_in_words(rule: Rule, lang: Lang = "vi") -> str:
    """What the plan asks, as a phrase.

    >>> from decimal import Decimal
    >>> from dieuhanh.domain.targets import rule_of
    >>> rule_in_words(rule_of("level", "at_least", value=Decimal(5478), unit="tỷ đồng"))
    'tối thiểu 5.478 tỷ đồng'
    >>> rule_in_words(rule_of("level", "less_than", value=Decimal(4), unit="%"), "en")
    'less than 4%'
    """
    if rule.comparator is Comparator.COMPOSITE_ALL:
        parts = "; ".join(f"{part.name} {rule_in_words(part.rule, lang)}" for part in rule.parts)
        return _ALL[lang].format(count=len(rule.parts), parts=parts)
    return said_in_words(said(rule), lang)


def said_in_words(values: Mapping[str, Any], lang: Lang) -> str:
    """The same phrase out of a reason's values, also after they were stored."""
    comparator = values["comparator"]
    if comparator == Comparator.QUALITATIVE:
        return _QUALITATIVE[lang]
    if comparator == Comparator.MAINTAIN:
        return _maintain(values, lang)
    form = 2 if values.get("approx") else 1 if values.get("strict") else 0
    phrase = _WORDS[comparator][lang == "en"][form].format(_wanted(values, lang))
    base = values.get("base_value")
    if base is None or comparator not in CHANGES:
        return phrase
    unit = values.get("base_unit", "")
    return phrase + _FROM[lang].format(amount(base, unit, lang))


def _wanted(values: Mapping[str, Any], lang: Lang) -> str:
    low, high, unit = values.get("value"), values.get("value_high"), values.get("unit", "")
    if low is None:
        return _UNKNOWN[lang]
    return amount(low, unit, lang) if high is None else amounts(low, high, unit, lang)


def _maintain(values: Mapping[str, Any], lang: Lang) -> str:
    if "base_value" in values:
        unit = values.get("base_unit", values.get("unit", ""))
        level = amount(values["base_value"], unit, lang)
    else:
        level = _wanted({**values, "value_high": None}, lang)
    return _MAINTAIN[lang, bool(values.get("lower"))].format(level)


__all__ = ["rule_in_words", "said_in_words"]
