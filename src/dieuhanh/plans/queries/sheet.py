"""The table on which the next plan is settled: last year, this year, what is expected, what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count

from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import Rule, TargetKind

from ..models import Draft, DraftLine, Proposal, Target
from .drafts import lines as lines_of
from .parts import Held, PartsSheet, held_of, sheets
from .plans import targets
from .reading import Typed, rule_of_line, typed
from .results import Result, Results
from .rules import rule_for

LEVELS = frozenset({TargetKind.LEVEL, TargetKind.CUMULATIVE, TargetKind.AVERAGE})


@dataclass(frozen=True)
class Row:
    """A line with everything that stands beside it."""

    line: DraftLine
    depth: int
    numbers: Typed
    rule: Rule | None
    fault: BadInput | None
    last_year: Result | None
    this_year: Result | None
    plan_rule: Rule | None
    plan: Target | None
    proposals: int = 0
    parts: Sequence[PartsSheet] = field(default_factory=tuple)

    @property
    def expected(self) -> Fraction | None:
        """Ước thực hiện: as typed, else as the books have it, in the line's unit."""
        if self.numbers.estimate is not None:
            return Fraction(self.numbers.estimate)
        return self.this_year.number_in(self.line.unit) if self.this_year else None

    @property
    def done_pct(self) -> Decimal | None:
        """Expected result over this year's plan, in %."""
        plan = self.plan
        same = plan is not None and plan.unit == self.line.unit
        return self._share(self.expected, plan.value if plan and same else None)

    @property
    def next_pct(self) -> Decimal | None:
        """Next year's plan over the expected result, in %."""
        value = self.numbers.value
        return self._share(None if value is None else Fraction(value), self.expected)

    @property
    def known(self) -> list[Decimal]:
        """Results at hand that the rule may be tried on, in the line's unit as printed."""
        found = [
            result.exact_in(self.line.unit) for result in (self.last_year, self.this_year) if result
        ]
        return [number for number in (*found, self.numbers.estimate) if number is not None]

    @property
    def last_unit(self) -> bool:
        """Whether last year's result stands in another unit than the line's."""
        return self.last_year is not None and self.last_year.value.unit != self.line.unit

    @property
    def this_unit(self) -> bool:
        """Whether this year's result stands in another unit than the line's."""
        return self.this_year is not None and self.this_year.value.unit != self.line.unit

    @property
    def parts_settled(self) -> bool:
        """Whether what is handed down could be issued as it stands."""
        return all(sheet.settled for sheet in self.parts)

    def _share(self, top: Fraction | None, bottom: Fraction | Decimal | None) -> Decimal | None:
        if self.line.kind not in LEVELS or top is None or bottom is None or bottom <= 0:
            return None
        return half_up(top / Fraction(bottom) * 100, 1)


@dataclass(frozen=True)
class Sheet:
    """A draft's rows, with the periods its columns speak of."""

    draft: Draft
    rows: tuple[Row, ...]
    removed: tuple[DraftLine, ...]

    @property
    def next(self) -> Period:
        """The period that is planned."""
        return Period.parse(self.draft.period)

    @property
    def this(self) -> Period:
        """The period whose result is expected: the one before, or of an adjustment its own."""
        own = self.draft.purpose == "adjustment"
        return self.next if own else Period.parse(self.draft.base.plan.period)

    @property
    def last(self) -> Period:
        """The period before that."""
        return self.this.shifted(-self.this.months)


def sheet_of(draft: Draft, *, seen_by: Actor, results: Results, on: date) -> Sheet:
    """The draft's table as an actor sees it. At most 14 queries, however many lines."""
    found = lines_of(draft, seen_by=seen_by)
    ready = [line for line in found if not line.removed]
    bare = Sheet(draft, (), tuple(line for line in found if line.removed))
    wanted = {line.indicator_id for line in ready if line.indicator_id}
    plan = draft.base.plan
    last = results(plan, str(bare.last), wanted, seen_by=seen_by, on=on)
    this = results(plan, str(bare.this), wanted, seen_by=seen_by, on=on)
    reader = _Reader(draft, ready, last, this)
    return Sheet(draft, tuple(reader.row(line) for line in ready), bare.removed)


class _Reader:
    """Everything beside the lines, asked for once."""

    def __init__(
        self,
        draft: Draft,
        found: Sequence[DraftLine],
        last: Mapping[int, Result],
        this: Mapping[int, Result],
    ) -> None:
        self.last, self.this = last, this
        self.held, self.atlas = held_of(draft), Atlas()
        self.below: dict[int | None, list[DraftLine]] = {}
        for line in found:
            self.below.setdefault(line.parent_id, []).append(line)
        base = targets(draft.base)
        self.plan = {target.pk: target for target in base}
        self.plan_below: dict[int | None, list[Target]] = {}
        for target in base:
            self.plan_below.setdefault(target.parent_id, []).append(target)
        bodies = Proposal.objects.filter(line__draft=draft).values("line")
        counted = bodies.annotate(count=Count("body", distinct=True))
        self.proposals = {each["line"]: each["count"] for each in counted}

    def row(self, line: DraftLine) -> Row:
        rule, fault = None, None
        numbers = typed(line)
        try:
            rule = rule_of_line(line, self.below.get(line.pk, []))
        except BadInput as found:
            fault = found
        plan = self.plan.get(line.source_id) if line.source_id else None
        indicator = line.indicator_id or 0
        return Row(
            line=line, depth=1 if line.parent_id else 0, numbers=numbers, rule=rule, fault=fault,
            last_year=self.last.get(indicator), this_year=self.this.get(indicator),
            plan_rule=self._plan_rule(plan), plan=plan, proposals=self.proposals.get(line.pk, 0),
            parts=sheets(line, self.atlas, self.held.get(line.pk, Held())),
        )  # fmt: skip

    def _plan_rule(self, plan: Target | None) -> Rule | None:
        return rule_for(plan, self.plan_below.get(plan.pk, [])) if plan else None
