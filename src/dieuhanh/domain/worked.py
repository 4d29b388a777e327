"""A rule worked out on sample results, so that it can be read back before it is kept.

The samples lie on the rule's bounds and on round numbers beside them; every outcome is what
`judging.judge` says of the sample, never a guess at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from .errors import BadInput
from .judging import Actual, is_relative, judge, told_in
from .numbers import Exact, decimals_of, half_up
from .targets import DECREASES, RANGES, Comparator, Rule
from .units import is_percent, is_points, share_factor

if TYPE_CHECKING:
    from .conventions import Convention
    from .verdicts import Outcome

_EXACT = Context(prec=200)
_ZERO = Decimal(0)
_LONGEST = 6
_WORDS = ("đạt", "không đạt", "đang thực hiện")


class Worked(NamedTuple):
    """One sample and what judging says of it."""

    actual: Actual
    outcome: Outcome


def worked(rule: Rule, convention: Convention, known: Iterable[Decimal] = ()) -> tuple[Worked, ...]:
    """The rule on samples, the lowest first. `known` are results at hand, in the rule's unit.

    A result at hand takes the place of the round number on its side. Empty while the plan value
    is not known.

    >>> from dieuhanh.domain.targets import rule_of
    >>> samples(rule_of("level", "at_least", value=Decimal(5478)), [Decimal(5851)])
    [Decimal('5400'), Decimal('5478'), Decimal('5851')]
    """
    return tuple(
        Worked(actual, judge(rule, actual, convention)) for actual in _actuals(rule, known)
    )


def _actuals(rule: Rule, known: Iterable[Decimal]) -> list[Actual]:
    if rule.comparator is Comparator.QUALITATIVE:
        return [Actual.of_text(words) for words in _WORDS]
    if rule.comparator is Comparator.COMPOSITE_ALL:
        return _composites(rule)
    sizes_only = rule.is_change and rule.base_value is None
    at_hand = [] if sizes_only else list(known)
    return [Actual.of(number, unit=_unit(rule)) for number in samples(rule, at_hand)]


def _unit(rule: Rule) -> str:
    """What a sample is stated in: of a change from a base, the base's unit."""
    if rule.is_change and rule.base_value is not None:
        return rule.base_unit or rule.unit
    return rule.plan_unit


def samples(rule: Rule, known: Sequence[Decimal] = ()) -> list[Decimal]:
    """Results worth telling of a rule with numbers, in order."""
    bounds = _bounds(rule)
    if not bounds:
        return []
    step = _step(bounds, rule)
    low, high = _beside(bounds[0], step, -1), _beside(bounds[-1], step, 1)
    sizes = {low, *bounds, *_middle(bounds), high}
    if rule.comparator is Comparator.AT_MOST and bounds[0] > 0 and not is_percent(rule.unit):
        sizes.add(-step)
    levels = {size: _level(rule, size) for size in sizes if _possible(rule, size, bounds)}
    ends = sorted((levels[bounds[0]], levels[bounds[-1]]))
    for size in (low, high):
        there = levels.get(size)
        if there is not None and any(_same_side(there, each, ends) for each in known):
            del levels[size]
    return sorted({*levels.values(), *known})


def _bounds(rule: Rule) -> list[Decimal]:
    """The numbers the rule turns on, each once: the plan, a range's ends, a tolerance's."""
    plan = rule.plan
    if plan is None or (rule.comparator in RANGES and rule.value_high is None):
        return []
    found = {plan}
    if rule.comparator in RANGES and rule.value_high is not None:
        found.add(rule.value_high)
    elif rule.tolerance_pct and rule.comparator is Comparator.EQUAL:
        part = _EXACT.divide(_EXACT.multiply(abs(plan), rule.tolerance_pct), Decimal(100))
        found |= {_EXACT.subtract(plan, part), _EXACT.add(plan, part)}
    return sorted(found)


def _step(bounds: Sequence[Decimal], rule: Rule) -> Decimal:
    """One in the second digit that counts, but never finer than the target is told."""
    decimals = max([*map(decimals_of, bounds), rule.decimals or 0])
    largest = max(abs(bound) for bound in bounds)
    finest = Decimal(1).scaleb(-decimals)
    return max(Decimal(1).scaleb(largest.adjusted() - 1), finest) if largest else finest


def _beside(bound: Decimal, step: Decimal, way: int) -> Decimal:
    """The next round number below or above.

    >>> _beside(Decimal(5478), Decimal(100), -1), _beside(Decimal("0.3"), Decimal("0.1"), 1)
    (Decimal('5400'), Decimal('0.4'))
    """
    steps = Fraction(bound) / Fraction(step)
    whole = steps.numerator // steps.denominator
    if way > 0:
        whole += 1
    elif whole == steps:
        whole -= 1
    return Decimal(f"{_EXACT.multiply(Decimal(whole), step):f}")


def _middle(bounds: Sequence[Decimal]) -> set[Decimal]:
    if len(bounds) != 2:
        return set()
    decimals = max(map(decimals_of, bounds))
    half = half_up(Fraction(bounds[0] + bounds[1]) / 2, decimals)
    return {half} if bounds[0] < half < bounds[1] else set()


def _possible(rule: Rule, size: Decimal, bounds: Sequence[Decimal]) -> bool:
    """No share of a whole past 100%, none below zero where the rule asks for none."""
    share = is_percent(rule.unit) and not rule.is_change
    if share and bounds[-1] <= 100 < size:
        return False
    return size >= 0 or bounds[0] <= 0 or rule.comparator is Comparator.AT_MOST


def _level(rule: Rule, size: Decimal) -> Decimal:
    """The result that has this size of change from the base; the size itself where there is none."""
    base = rule.base_value
    if not rule.is_change or base is None:
        return size
    way = -1 if rule.comparator in DECREASES else 1
    if is_relative(rule):
        share = share_factor(rule.unit) if is_percent(rule.unit) else 100
        return _decimal(Fraction(base) * (1 + way * Fraction(size) / share))
    try:
        change = Fraction(told_in(size, rule.unit, rule.base_unit))
    except BadInput:  # judging says the same of every sample: not comparable
        change = Fraction(size)
    return _decimal(Fraction(base) + way * change)


def _decimal(value: Exact) -> Decimal:
    """Exact where six decimals hold it, and without idle zeros.

    >>> _decimal(Fraction(11119, 2)), _decimal(Fraction(300))
    (Decimal('5559.5'), Decimal('300'))
    """
    rounded = half_up(Fraction(value), _LONGEST)
    text = f"{rounded:f}"
    return Decimal(text.rstrip("0").rstrip("."))


def _same_side(sample: Decimal, at_hand: Decimal, ends: Sequence[Decimal]) -> bool:
    below, above = ends
    return (sample < below and at_hand < below) or (sample > above and at_hand > above)


def _composites(rule: Rule) -> list[Actual]:
    """All parts on their bounds; each failing in turn; one past its bound; one without a result."""
    exact = {part.name: _met(part.rule) for part in rule.parts}
    found = [Actual.of_parts(exact)]
    found += [
        Actual.of_parts({**exact, part.name: _end(part.rule, good=False)}) for part in rule.parts
    ]
    first = rule.parts[0]
    found.append(Actual.of_parts({**exact, first.name: _end(first.rule, good=True)}))
    found.append(Actual.of_parts({**exact, first.name: Actual.missing()}))
    return found


def _met(rule: Rule) -> Actual:
    if rule.comparator is Comparator.QUALITATIVE:
        return Actual.of_text(_WORDS[0])
    bounds = _bounds(rule)
    return Actual.of(_level(rule, bounds[0]), unit=_unit(rule)) if bounds else Actual.missing()


def _end(rule: Rule, *, good: bool) -> Actual:
    """A sample at the good end, or at the bad one."""
    found = _actuals(rule, ())
    if rule.comparator is Comparator.QUALITATIVE:
        return found[0 if good else 1]
    lower = rule.lower_is_good
    if rule.is_change and rule.base_value is not None and rule.comparator in DECREASES:
        lower = not lower
    return (found[0] if good == lower else found[-1]) if found else Actual.missing()


def points_matter(rule: Rule) -> bool:
    """Whether an excess is told as an amount of the unit: of rates and of changes it is."""
    return rule.is_change or is_percent(rule.unit) or is_points(rule.unit)


__all__ = ["Worked", "points_matter", "samples", "worked"]
