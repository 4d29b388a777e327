"""From an actual to the number a rule judges: converted, divided, or taken from its base.

Everything stays exact (`Fraction`), so no verdict hangs on how a quotient was rounded.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from dieuhanh.domain.conventions import Percentage, RangeActual, Switches
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import Exact, half_up, plain
from dieuhanh.domain.targets import DECREASES, Comparator, Rule
from dieuhanh.domain.units import convert, is_percent, is_points, measure, share_factor
from dieuhanh.domain.verdicts import Outcome, Reason, Verdict

from .actuals import Actual, Manner

_HUNDRED = 100
_LONGEST_EXACT = 8
_ZERO = Decimal(0)


class Measured(NamedTuple):
    """What is judged, in the unit of the plan: `low` to `high`, `edge` past it when they meet.

    `first` is the number of the range that stands first in print: completion is counted by it.
    `shown` are the values the reason shows.
    """

    low: Exact
    high: Exact
    edge: int
    first: Exact
    shown: dict[str, Any]

    def in_fractions(self) -> Measured:
        """The same, for arithmetic that decimals cannot do exactly."""
        low, high = Fraction(self.low), Fraction(self.high)
        return Measured(low, high, self.edge, Fraction(self.first), self.shown)


class _Level(NamedTuple):
    """The actual as stated, in its own unit."""

    low: Exact
    high: Exact
    edge: int
    unit: str


def measured(rule: Rule, actual: Actual, switches: Switches) -> Measured | Outcome:
    """The number to judge, or the outcome (no_data, not_comparable) when there is none."""
    if actual.absent:
        return no_data(actual.absent)
    if not _answers(rule, actual):
        return no_data("actual_in_words", text=actual.text)
    if actual.denominator is not None and actual.denominator <= 0:
        return no_data("denominator_not_positive", denominator=plain(actual.denominator))
    try:
        if rule.is_change and rule.base_value is not None:
            return _against_base(rule, rule.base_value, actual, switches)
        return _against_plan(rule, actual, switches)
    except BadInput as fault:
        if fault.code != "unit.incompatible":
            raise
        return Outcome(Verdict.NOT_COMPARABLE, Reason("units_differ", fault.values))


def no_data(code: str, **values: Any) -> Outcome:
    """The outcome of a rule that has nothing to be judged by."""
    return Outcome(Verdict.NO_DATA, Reason(code, values))


def _answers(rule: Rule, actual: Actual) -> bool:
    """Whether the actual says a number this rule can be judged by."""
    if actual.value is None and actual.numerator is None:
        return False
    manner = actual.manner
    if manner is Manner.PLAIN:
        return True
    by_size = rule.is_change and rule.base_value is None
    if manner is Manner.LEFT:
        return not by_size
    if manner is Manner.SURPLUS:
        return rule.lower_is_good
    if manner is Manner.DECREASE:
        return by_size and rule.comparator in DECREASES
    return by_size and rule.comparator not in DECREASES


def _against_plan(rule: Rule, actual: Actual, switches: Switches) -> Measured:
    """The actual itself; of a change without a base it is the change's size."""
    unit = rule.plan_unit
    level = _level(rule, actual, unit, switches)
    low, high = level.low, level.high
    if level.unit and level.unit != unit:
        low, high = told_in(low, level.unit, unit), told_in(high, level.unit, unit)
    return Measured(low, high, level.edge, low, _shown(actual, level, unit))


def _against_base(
    rule: Rule, base: Decimal, actual: Actual, switches: Switches
) -> Measured | Outcome:
    """How far the level reached lies from the base: relative, in points, or in the unit."""
    relative = is_relative(rule)
    if relative and base <= 0:
        return Outcome(Verdict.NOT_COMPARABLE, Reason("base_not_positive", {"base": plain(base)}))
    unit = rule.base_unit if relative else rule.unit or rule.base_unit
    level = _level(rule, actual, rule.base_unit or unit, switches)
    if relative and not unit and is_percent(level.unit):
        # A base without a unit is an amount here; a percentage is no level of it.
        raise BadInput("unit.incompatible", frm=level.unit, to="")
    stated_in = level.unit or rule.base_unit
    start = Fraction(told_in(base, rule.base_unit, unit))
    ends = (told_in(level.low, stated_in, unit), told_in(level.high, stated_in, unit))
    changes = [Fraction(end) - start for end in ends]
    if relative:
        size = share_factor(rule.unit) if is_percent(rule.unit) else _HUNDRED
        changes = [change / start * size for change in changes]
    return _change(rule, changes, level.edge, _shown(actual, level, stated_in or unit))


def _change(rule: Rule, changes: list[Fraction], edge: int, shown: dict[str, Any]) -> Measured:
    if rule.comparator in DECREASES:
        changes, edge = [-change for change in changes], -edge
    shown["change"] = exact_text(changes[0])
    if changes[1] != changes[0]:
        shown["change_high"] = exact_text(changes[1])
    return Measured(min(changes), max(changes), edge, changes[0], shown)


def is_relative(rule: Rule) -> bool:
    """Relative when the rule is in % and its base is not; growth without a unit is in %."""
    base_in_percent = is_percent(rule.base_unit) or is_points(rule.base_unit)
    if is_points(rule.unit) or base_in_percent:
        return False
    return is_percent(rule.unit) or rule.comparator is Comparator.GROWTH_AT_LEAST


def _level(rule: Rule, actual: Actual, unit: str, switches: Switches) -> _Level:
    """The stated level; a ratio is told in `unit`, which is what its share is out of."""
    if actual.numerator is not None and actual.denominator is not None:
        share = Fraction(actual.numerator) / Fraction(actual.denominator) * share_factor(unit)
        rounds = switches.percentage is Percentage.ROUNDED_FIRST and not rule.strict
        in_percent = is_percent(unit) or is_points(unit)
        if rounds and in_percent and rule.decimals is not None:
            share = Fraction(half_up(share, rule.decimals))
        return _Level(share, share, actual.edge, unit)
    low = actual.value or _ZERO
    if actual.high is None:
        return _Level(low, low, actual.edge, actual.unit)
    high = low if switches.range_actual is RangeActual.LOW_NUMBER else actual.high
    return _Level(low, high, 0, actual.unit)


def told_in(value: Exact, frm: str, to: str) -> Exact:
    """Converted; "22.730 tỷ" names no base and is a magnitude of whatever the other names."""
    if not frm or not to or frm == to:
        return value
    source, target = measure(frm), measure(to)
    in_percent = any(is_percent(unit) or is_points(unit) for unit in (frm, to))
    if in_percent or (source.dimension and target.dimension):
        return convert(Fraction(value), frm, to)
    return Fraction(value) * source.scale / target.scale


def _shown(actual: Actual, level: _Level, unit: str) -> dict[str, Any]:
    """The stated value as printed and its unit, for the reason."""
    shown = _stated(actual, level)
    if level.unit or unit:
        shown["unit"] = level.unit or unit
    return shown


def _stated(actual: Actual, level: _Level) -> dict[str, Any]:
    if actual.numerator is not None and actual.denominator is not None:
        return {
            "actual": exact_text(level.low),
            "numerator": plain(actual.numerator),
            "denominator": plain(actual.denominator),
        }
    if actual.manner is Manner.SURPLUS:
        return {"actual": "0", "edge": "surplus"}
    shown: dict[str, Any] = {"actual": exact_text(actual.value or _ZERO)}
    if actual.high is not None:
        shown["actual_high"] = exact_text(actual.high)
    elif actual.edge:
        shown["edge"] = "more_than" if actual.edge > 0 else "less_than"
    return shown


def exact_text(value: Exact) -> str:
    """Machine text: a decimal as printed; a fraction exact in eight decimals, else to six.

    >>> exact_text(Fraction(373)), exact_text(Fraction(4600, 82))
    ('373', '56.097561')
    """
    if isinstance(value, Decimal):
        return plain(value)
    if value.denominator == 1:
        return str(value.numerator)
    scaled = value * 10**_LONGEST_EXACT
    if scaled.denominator == 1:
        return plain(half_up(value, _LONGEST_EXACT)).rstrip("0")
    return plain(half_up(value, 6))


__all__ = ["Measured", "exact_text", "is_relative", "measured", "no_data", "told_in"]
