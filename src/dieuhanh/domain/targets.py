"""A target's rule: what a plan asks of a figure, in the form judging reads.

Plans store a pair (kind, comparator) as people speak of targets; judging reads one `Comparator`
with flags. `rule_of` is the only bridge between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from .errors import BadInput, Place
from .indicators import Better
from .numbers import MOST_DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


class TargetKind(StrEnum):
    """What of the indicator the plan fixes: its level, or a change of it."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"
    GROWTH = "growth"
    CUMULATIVE = "cumulative"
    AVERAGE = "average"


class PlanComparator(StrEnum):
    """How the plan words the value, as stored and shown in templates."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EQUAL = "equal"
    ABOUT = "about"
    BETWEEN = "between"
    MAINTAIN = "maintain"
    QUALITATIVE = "qualitative"
    COMPOSITE = "composite"


class Comparator(StrEnum):
    """Kind and comparator in one, as judging reads them."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUAL = "equal"
    BETWEEN = "between"
    INCREASE_AT_LEAST = "increase_at_least"
    DECREASE_AT_LEAST = "decrease_at_least"
    DECREASE_BETWEEN = "decrease_between"
    GROWTH_AT_LEAST = "growth_at_least"
    MAINTAIN = "maintain"
    QUALITATIVE = "qualitative"
    COMPOSITE_ALL = "composite_all"


CHANGES = frozenset(
    {
        Comparator.INCREASE_AT_LEAST,
        Comparator.DECREASE_AT_LEAST,
        Comparator.DECREASE_BETWEEN,
        Comparator.GROWTH_AT_LEAST,
    }
)
DECREASES = frozenset({Comparator.DECREASE_AT_LEAST, Comparator.DECREASE_BETWEEN})
RANGES = frozenset({Comparator.BETWEEN, Comparator.DECREASE_BETWEEN})
NUMBERLESS = frozenset({Comparator.QUALITATIVE, Comparator.COMPOSITE_ALL})
_WITH_BASE = CHANGES | {Comparator.MAINTAIN}
_BY_POLARITY = frozenset({Comparator.EQUAL, Comparator.BETWEEN, Comparator.MAINTAIN})


@dataclass(frozen=True, slots=True)
class Rule:
    """What is asked of a figure. An unknown plan value is None, never guessed.

    `value` (and `value_high` of a range) are in `unit`; `base_value` of a change is the level
    it starts from, in `base_unit`. Raises BadInput, located by field, when it contradicts itself.
    """

    comparator: Comparator
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str = ""
    base_value: Decimal | None = None
    base_unit: str = ""
    better: Better | None = None
    strict: bool = False
    approx: bool = False
    tolerance_pct: Decimal | None = None
    decimals: int | None = None
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.value is not None and self.value_high is not None and self.value_high < self.value:
            _refuse("rule.range_reversed", "value_high", low=self.value, high=self.value_high)
        if self.tolerance_pct is not None and self.tolerance_pct < 0:
            _refuse("rule.tolerance_negative", "tolerance_pct", text=str(self.tolerance_pct))
        if self.decimals is not None and not 0 <= self.decimals <= MOST_DECIMALS:
            _refuse("rule.decimals", "decimals", text=str(self.decimals), most=MOST_DECIMALS)
        if self.parts or self.comparator is Comparator.COMPOSITE_ALL:
            self._check_parts()

    def _check_parts(self) -> None:
        if self.comparator is not Comparator.COMPOSITE_ALL:
            _refuse("rule.parts_of_plain", "sub", comparator=self.comparator.value)
        if not self.parts:
            _refuse("rule.no_parts", "sub")
        names = [part.name for part in self.parts]
        for name in names:
            if names.count(name) > 1:
                _refuse("rule.part_twice", "sub", name=name)
        for part in self.parts:
            if part.rule.comparator is Comparator.COMPOSITE_ALL:
                _refuse("rule.composite_in_composite", "sub", name=part.name)

    @property
    def lower_is_good(self) -> bool:
        """A ceiling and a floor say it themselves; a change is counted by its size."""
        if self.comparator in _BY_POLARITY:
            return self.better is Better.LOWER
        return self.comparator is Comparator.AT_MOST

    @property
    def is_change(self) -> bool:
        """Whether the plan asks for a change rather than a level."""
        return self.comparator in CHANGES

    @property
    def plan(self) -> Decimal | None:
        """The number judged against, a range's low end; what is maintained may be the base."""
        if self.comparator is Comparator.MAINTAIN and self.base_value is not None:
            return self.base_value
        return self.value

    @property
    def plan_unit(self) -> str:
        """The unit of `plan`."""
        if self.comparator is Comparator.MAINTAIN and self.base_value is not None:
            return self.base_unit or self.unit
        return self.unit


class Part(NamedTuple):
    """One part of a composite, by the name its actual is given under."""

    name: str
    rule: Rule


class _Meaning(NamedTuple):
    comparator: Comparator
    strict: bool = False
    approx: bool = False


_LEVEL = {
    PlanComparator.AT_LEAST: _Meaning(Comparator.AT_LEAST),
    PlanComparator.MORE_THAN: _Meaning(Comparator.AT_LEAST, strict=True),
    PlanComparator.AT_MOST: _Meaning(Comparator.AT_MOST),
    PlanComparator.LESS_THAN: _Meaning(Comparator.AT_MOST, strict=True),
    PlanComparator.EQUAL: _Meaning(Comparator.EQUAL),
    PlanComparator.ABOUT: _Meaning(Comparator.EQUAL, approx=True),
    PlanComparator.BETWEEN: _Meaning(Comparator.BETWEEN),
    PlanComparator.MAINTAIN: _Meaning(Comparator.MAINTAIN),
    PlanComparator.QUALITATIVE: _Meaning(Comparator.QUALITATIVE),
    PlanComparator.COMPOSITE: _Meaning(Comparator.COMPOSITE_ALL),
}


def _change(comparator: Comparator) -> dict[PlanComparator, _Meaning]:
    """A floor is of the change; a ceiling, a range or "khoảng" reads the size as it is stated."""
    return {
        PlanComparator.AT_LEAST: _Meaning(comparator),
        PlanComparator.MORE_THAN: _Meaning(comparator, strict=True),
        **{word: _LEVEL[word] for word in _BY_SIZE},
    }


_BY_SIZE = (
    PlanComparator.AT_MOST,
    PlanComparator.LESS_THAN,
    PlanComparator.EQUAL,
    PlanComparator.ABOUT,
    PlanComparator.BETWEEN,
)
_NOT_SUMMED = {PlanComparator.MAINTAIN, PlanComparator.QUALITATIVE, PlanComparator.COMPOSITE}
_OVER_TIME = {word: meaning for word, meaning in _LEVEL.items() if word not in _NOT_SUMMED}
_MEANINGS: dict[TargetKind, dict[PlanComparator, _Meaning]] = {
    TargetKind.LEVEL: _LEVEL,
    TargetKind.CUMULATIVE: _OVER_TIME,
    TargetKind.AVERAGE: _OVER_TIME,
    TargetKind.INCREASE: _change(Comparator.INCREASE_AT_LEAST),
    TargetKind.DECREASE: {
        **_change(Comparator.DECREASE_AT_LEAST),
        PlanComparator.BETWEEN: _Meaning(Comparator.DECREASE_BETWEEN),
    },
    TargetKind.GROWTH: _change(Comparator.GROWTH_AT_LEAST),
}


_KINDS = frozenset(kind.value for kind in TargetKind)
_PLAN_COMPARATORS = frozenset(word.value for word in PlanComparator)


def comparators_of(kind: TargetKind) -> tuple[PlanComparator, ...]:
    """The comparators that make sense with a kind, in the order forms list them.

    >>> [word.value for word in comparators_of(TargetKind.DECREASE)]
    ['at_least', 'more_than', 'at_most', 'less_than', 'equal', 'about', 'between']
    """
    return tuple(_MEANINGS[kind])


def rule_of(  # noqa: PLR0913 - the fields of a stored target, one for one
    kind: TargetKind | str,
    comparator: PlanComparator | str,
    *,
    value: Decimal | None = None,
    value_high: Decimal | None = None,
    unit: str = "",
    base_value: Decimal | None = None,
    base_unit: str = "",
    better: Better | None = None,
    tolerance_pct: Decimal | None = None,
    decimals: int | None = None,
    parts: Iterable[Part] = (),
) -> Rule:
    """The rule a stored target stands for. Raises BadInput for a pair that means nothing.

    A ceiling, a range or "khoảng" of a change reads the change as it is stated ("tăng 6,6-6,8%");
    the base is then for display and no part of the rule.

    >>> rule_of("level", "less_than", unit="%").strict
    True
    """
    meaning = _meaning(str(kind), str(comparator))
    if meaning.approx and better is Better.NONE:
        _refuse("rule.about_without_better", "better")
    return Rule(
        comparator=meaning.comparator,
        value=value,
        value_high=value_high,
        unit=unit,
        base_value=base_value if meaning.comparator in _WITH_BASE else None,
        base_unit=base_unit if meaning.comparator in _WITH_BASE else "",
        better=better,
        strict=meaning.strict,
        approx=meaning.approx,
        tolerance_pct=tolerance_pct,
        decimals=decimals,
        parts=tuple(parts),
    )


def _meaning(kind: str, comparator: str) -> _Meaning:
    if kind not in _KINDS:
        _refuse("rule.unknown_kind", "kind", text=kind, possible=_listed(TargetKind))
    if comparator not in _PLAN_COMPARATORS:
        possible = _listed(PlanComparator)
        _refuse("rule.unknown_comparator", "comparator", text=comparator, possible=possible)
    meanings = _MEANINGS[TargetKind(kind)]
    meaning = meanings.get(PlanComparator(comparator))
    if meaning is None:
        possible = _listed(meanings)
        pair = {"kind": kind, "comparator": comparator}
        _refuse("rule.impossible_pair", "comparator", **pair, possible=possible)
    return meaning


def _listed(words: Iterable[StrEnum]) -> str:
    return ", ".join(word.value for word in words)


def _refuse(code: str, column: str, **values: object) -> NoReturn:
    raise BadInput(code, place=Place(column=column), **values)


__all__ = [
    "CHANGES",
    "DECREASES",
    "NUMBERLESS",
    "RANGES",
    "Comparator",
    "Part",
    "PlanComparator",
    "Rule",
    "TargetKind",
    "comparators_of",
    "rule_of",
]
