"""The one verb of judging, and how a composite is put together from its parts."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any

from dieuhanh.domain.numbers import plain
from dieuhanh.domain.targets import RANGES, Comparator, Part, Rule
from dieuhanh.domain.text import tidy
from dieuhanh.domain.verdicts import Outcome, Reason, Verdict

from .actuals import Actual
from .bands import Finding, find
from .measuring import Measured, measured, no_data

if TYPE_CHECKING:
    from dieuhanh.domain.conventions import Convention, Switches

_QUALITATIVE = {
    "đạt": (Verdict.MET, "qualitative_met"),
    "không đạt": (Verdict.NOT_MET, "qualitative_not_met"),
}
_NO_ACTUAL = Actual.missing()
_TENTHS = 1000  # tenths of a percent in one
_EXACT = Context(prec=400)


def judge(rule: Rule, actual: Actual, convention: Convention) -> Outcome:
    """The verdict on `actual` by `rule`, read under `convention`.

    No data, an unknown plan value and units that do not meet are outcomes, not errors.
    """
    if rule.comparator is Comparator.COMPOSITE_ALL:
        return _judge_parts(rule, actual, convention)
    if rule.comparator is Comparator.QUALITATIVE:
        return _judge_words(actual)
    return _judge_number(rule, actual, convention.switches)


def _judge_number(rule: Rule, actual: Actual, switches: Switches) -> Outcome:
    if rule.plan is None or (rule.comparator in RANGES and rule.value_high is None):
        return no_data("no_plan", rule=said(rule))
    value = measured(rule, actual, switches)
    if isinstance(value, Outcome):
        return Outcome(
            value.verdict, Reason(value.reason.code, {"rule": said(rule), **value.reason.values})
        )
    finding = find(rule, value, switches)
    completion = _completion(rule.plan, value)
    return Outcome(finding.verdict, _reason(rule, value, finding, completion), completion)


def _reason(rule: Rule, value: Measured, finding: Finding, completion: Decimal | None) -> Reason:
    values: dict[str, Any] = {"rule": said(rule), **value.shown, **finding.values}
    if completion is not None:
        values["plan_ratio_pct"] = str(completion)
    return Reason(finding.code, values)


def _completion(plan: Decimal, value: Measured) -> Decimal | None:
    """Actual ÷ plan × 100, half up to one decimal; none for a plan or an actual below zero."""
    first = value.first
    if plan <= 0 or first < 0 or (first == 0 and value.edge < 0):
        return None
    top, bottom = first.as_integer_ratio()
    plan_top, plan_bottom = plan.as_integer_ratio()
    tenths = _TENTHS * top * plan_bottom
    of = bottom * plan_top
    return Decimal((2 * tenths + of) // (2 * of)).scaleb(-1, _EXACT)


def _judge_words(actual: Actual) -> Outcome:
    if actual.absent:
        return no_data(actual.absent)
    known = _QUALITATIVE.get(tidy(actual.text).lower())
    if known is None:
        text = actual.text or ("" if actual.value is None else str(actual.value))
        return no_data("qualitative_unclear", text=text)
    verdict, code = known
    return Outcome(verdict, Reason(code, {}))


def _judge_parts(rule: Rule, actual: Actual, convention: Convention) -> Outcome:
    """Fails if any part fails; has no verdict while a part has none; exceeded if one is."""
    outcomes = [
        (part, judge(part.rule, actual.parts.get(part.name, _absent(actual)), convention))
        for part in rule.parts
    ]
    found = {outcome.verdict for _, outcome in outcomes}
    parts = [_part_values(part, outcome) for part, outcome in outcomes]
    for verdict, code in _ORDER:
        if verdict in found:
            return Outcome(verdict, Reason(code, {"parts": parts}))
    return Outcome(Verdict.MET, Reason("parts_met", {"parts": parts}))


_ORDER = (
    (Verdict.NOT_MET, "part_failed"),
    (Verdict.NO_DATA, "part_without_data"),
    (Verdict.NOT_COMPARABLE, "part_not_comparable"),
    (Verdict.EXCEEDED, "parts_exceeded"),
)


def _absent(actual: Actual) -> Actual:
    return Actual.missing(actual.absent) if actual.absent else _NO_ACTUAL


def _part_values(part: Part, outcome: Outcome) -> dict[str, Any]:
    ratio = outcome.plan_ratio_pct
    return {
        "name": part.name,
        "verdict": outcome.verdict.value,
        "plan_ratio_pct": None if ratio is None else str(ratio),
        "reason": {"code": outcome.reason.code, "values": dict(outcome.reason.values)},
    }


def said(rule: Rule) -> dict[str, Any]:
    """The rule as values, for a sentence that may be worded long after."""
    words: dict[str, Any] = {"comparator": rule.comparator.value}
    if rule.value is not None:
        words["value"] = plain(rule.value)
    if rule.value_high is not None:
        words["value_high"] = plain(rule.value_high)
    if rule.unit:
        words["unit"] = rule.unit
    if rule.base_value is not None:
        words["base_value"] = plain(rule.base_value)
    if rule.base_unit:
        words["base_unit"] = rule.base_unit
    flags = (("strict", rule.strict), ("approx", rule.approx), ("lower", rule.lower_is_good))
    for name, flag in flags:
        if flag:
            words[name] = True
    return words


__all__ = ["judge", "said"]
