"""Choosing a rule in words, and a rule read back: "5.851 → vượt 6,8%"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dieuhanh.domain.targets import DECREASES, PlanComparator, TargetKind, comparators_of
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.domain.worked import points_matter

from .measures import amount, difference_unit
from .verdicts import verdict_label

if TYPE_CHECKING:
    from dieuhanh.domain.judging import Actual
    from dieuhanh.domain.numbers import Lang
    from dieuhanh.domain.targets import Rule
    from dieuhanh.domain.verdicts import Outcome
    from dieuhanh.domain.worked import Worked

KINDS: dict[TargetKind, tuple[str, str]] = {
    TargetKind.LEVEL: ("mức đạt được của kỳ", "the level reached in the period"),
    TargetKind.INCREASE: ("mức tăng thêm", "an increase"),
    TargetKind.DECREASE: ("mức giảm", "a decrease"),
    TargetKind.GROWTH: ("tốc độ tăng trưởng", "growth"),
    TargetKind.CUMULATIVE: ("tổng cộng dồn cả kỳ", "the total of the whole period"),
    TargetKind.AVERAGE: ("mức bình quân của kỳ", "the average of the period"),
}
COMPARATORS: dict[PlanComparator, tuple[str, str]] = {
    PlanComparator.AT_LEAST: ("tối thiểu (từ … trở lên)", "at least"),
    PlanComparator.MORE_THAN: ("trên (hơn …)", "more than"),
    PlanComparator.AT_MOST: ("không quá (từ … trở xuống)", "at most"),
    PlanComparator.LESS_THAN: ("dưới (kém …)", "less than"),
    PlanComparator.EQUAL: ("bằng đúng", "equal to"),
    PlanComparator.ABOUT: ("khoảng", "about"),
    PlanComparator.BETWEEN: ("trong khoảng từ … đến …", "from … to …"),
    PlanComparator.MAINTAIN: ("duy trì", "kept at"),
    PlanComparator.QUALITATIVE: ("định tính (đạt hoặc không đạt)", "qualitative"),
    PlanComparator.COMPOSITE: ("gồm nhiều phần, phải đạt cả", "all of several parts"),
}
_SIZES = {False: ("tăng {}", "up {}"), True: ("giảm {}", "down {}")}
_PAST = {"vi": "{} {}", "en": "{} by {}"}


def worked_text(rule: Rule, sample: Worked, lang: Lang = "vi") -> str:
    """A sample with its outcome in a line.

    >>> from dieuhanh.domain.targets import rule_of
    >>> from dieuhanh.domain.verdicts import Outcome, Reason
    >>> from dieuhanh.domain.judging import Actual
    >>> from dieuhanh.domain.worked import Worked
    >>> rule = rule_of("level", "at_least", value=Decimal(5478), unit="tỷ đồng")
    >>> past = Outcome(Verdict.EXCEEDED, Reason("past", {"margin": "373"}), Decimal("106.8"))
    >>> worked_text(rule, Worked(Actual.of(Decimal(5851)), past))
    '5.851 → vượt 6,8%'
    """
    return f"{sample_text(rule, sample, lang)} → {outcome_text(rule, sample.outcome, lang)}"


def sample_text(rule: Rule, sample: Worked, lang: Lang = "vi") -> str:
    """The sample as somebody would state it; of a change also its size."""
    actual = sample.actual
    if rule.parts:
        return "; ".join(
            f"{part.name}: {sample_text(part.rule, _part(sample, part.name), lang)}"
            for part in rule.parts
        )
    if not isinstance(actual.value, Decimal):
        return actual.text or verdict_label(Verdict.NO_DATA, lang)
    level = amount(actual.value, "", lang)
    if not rule.is_change:
        return level
    told = _SIZES[rule.comparator in DECREASES][lang == "en"]
    if rule.base_value is None:
        return told.format(level)
    change = sample.outcome.reason.values.get("change")
    if change is None:
        return level
    return f"{level} ({told.format(amount(change, rule.unit or '%', lang))})"


def _part(sample: Worked, name: str) -> Worked:
    actual: Actual = sample.actual.parts[name]
    return sample._replace(actual=actual)


def outcome_text(rule: Rule, outcome: Outcome, lang: Lang = "vi") -> str:
    """The verdict, an excess with its size: relative for amounts, points for rates."""
    label = verdict_label(outcome.verdict, lang)
    margin = outcome.reason.values.get("margin")
    if outcome.verdict is not Verdict.EXCEEDED or margin is None:
        return label
    ratio = outcome.plan_ratio_pct
    excess = None if ratio is None else ratio - 100
    if points_matter(rule) or not excess or excess < 0:
        unit = difference_unit(rule.unit) if points_matter(rule) else rule.unit
        return _PAST[lang].format(label, amount(margin, unit, lang))
    return _PAST[lang].format(label, amount(excess, "%", lang))


def kind_words(kind: TargetKind | str, lang: Lang = "vi") -> str:
    """What of the indicator is fixed, as a form names it."""
    return KINDS[TargetKind(kind)][lang == "en"]


def comparator_words(comparator: PlanComparator | str, lang: Lang = "vi") -> str:
    """How the value is to be read, as a form names it."""
    return COMPARATORS[PlanComparator(comparator)][lang == "en"]


def possible_words(kind: TargetKind | str, lang: Lang = "vi") -> str:
    """The comparators that go with a kind, listed."""
    return "; ".join(comparator_words(each, lang) for each in comparators_of(TargetKind(kind)))


__all__ = [
    "COMPARATORS",
    "KINDS",
    "comparator_words",
    "kind_words",
    "outcome_text",
    "possible_words",
    "sample_text",
    "worked_text",
]
