"""One target of a board: its rule, the figure in force, what was published, the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dieuhanh.domain.conventions import Convention
from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.domain.judging import Actual, judge
from dieuhanh.domain.numbers import plain
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import Rule
from dieuhanh.domain.verdicts import Basis, Outcome, Reason, Verdict, published_outcome
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.rolled import RolledFigure, RolledUp

from ..models import PublishedJudgement
from .rules import actual_of, actual_of_sum, computable, figure_text, number_text, rule_for


@dataclass(frozen=True)
class Evidence:
    """What is known of one target on the day asked for.

    `by_sum`: the indicator is judged by what the level below makes of it, `rolled`; the figure
    reported for the area itself stands `beside`. `unseen`: not for this reader to add up.
    """

    target: Target
    parts: tuple[Evidence, ...]
    figure: Figure | None
    judgement: PublishedJudgement | None
    first_known: Figure | None
    by_sum: bool = False
    unseen: bool = False
    rolled: RolledFigure | None = None
    beside: Figure | None = None


@dataclass(frozen=True)
class Judged:
    """A target with its verdict. The published label is kept beside a computed one."""

    evidence: Evidence
    rule: Rule | None
    outcome: Outcome
    basis: Basis
    parts: tuple[Judged, ...]

    @property
    def target(self) -> Target:
        """The plan's target."""
        return self.evidence.target

    @property
    def verdict(self) -> Verdict:
        """The answer."""
        return self.outcome.verdict

    @property
    def figures(self) -> list[Figure]:
        """The figures the verdict rests on, its parts' among them."""
        own = [self.evidence.figure] if self.evidence.figure else []
        return own + [figure for part in self.parts for figure in part.figures]

    @property
    def actual(self) -> str | None:
        """The result in the target's unit, with a decimal point."""
        figure, rolled = self.evidence.figure, self.evidence.rolled
        if rolled is not None and rolled.shown is not None:
            return number_text(rolled.shown, rolled.indicator.unit, self.target.unit)
        return figure_text(figure, self.target.unit) if figure else None

    @property
    def sums(self) -> list[RolledFigure]:
        """The sums the verdict rests on, its parts' among them."""
        own = [self.evidence.rolled] if self.evidence.rolled else []
        return own + [rolled for part in self.parts for rolled in part.sums]

    @property
    def simulated(self) -> int:
        """How many of the figures it rests on nobody reported."""
        stated = sum(figure.simulated for figure in self.figures)
        return stated + sum(rolled.total.simulated for rolled in self.sums)

    @cached_property
    def published(self) -> Outcome | None:
        """What the published label says."""
        judgement = self.evidence.judgement
        return published_outcome(judgement.label) if judgement else None

    @property
    def differs(self) -> bool:
        """Whether our computed verdict contradicts the published label."""
        if self.published is None or self.basis is not Basis.COMPUTED:
            return False
        split = self.published.verdict is not Verdict.MET_OR_EXCEEDED
        same = self.published.verdict == self.verdict
        return not same if split else self.verdict.is_met is not True


def judge_target(known: Evidence, convention: Convention, on: date) -> Judged:
    """Compute where plan and result are known, else keep what was published, else say why not."""
    parts = tuple(judge_target(part, convention, on) for part in known.parts)
    rule = rule_for(known.target, [part.target for part in known.parts])
    if rule is not None and computable(known.target):
        actual = _actual(known)
        outcome = judge(rule, actual, convention)
        if outcome.verdict is not Verdict.NO_DATA:
            return Judged(known, rule, _with_coverage(outcome, known), Basis.COMPUTED, parts)
    judgement = known.judgement
    kept = published_outcome(judgement.label) if judgement else None
    if judgement is not None and kept is not None:
        outcome = _as_published(known, judgement, kept)
        return Judged(known, rule, outcome, Basis.AS_PUBLISHED, parts)
    why = _without_sum if known.by_sum else _without_verdict
    return Judged(known, rule, why(known, on), Basis.NONE, parts)


def _actual(known: Evidence) -> Actual:
    if known.parts:
        return Actual.of_parts({part.target.no: _actual(part) for part in known.parts})
    if known.by_sum:
        rolled = known.rolled
        return actual_of_sum(rolled) if rolled and rolled.conclusive else Actual.missing()
    return actual_of(known.figure)


def _with_coverage(outcome: Outcome, known: Evidence) -> Outcome:
    """The verdict's reason with how many of the areas below stand behind it."""
    rolled = known.rolled
    if rolled is None:
        return outcome
    told = {"reported": rolled.reported, "expected": rolled.expected, "level": _level(rolled)}
    values = {**outcome.reason.values, "coverage": told}
    return replace(outcome, reason=Reason(outcome.reason.code, values))


def _level(rolled: RolledFigure) -> str:
    return rolled.indicator.counted_at


def _as_published(known: Evidence, judgement: PublishedJudgement, kept: Outcome) -> Outcome:
    status = ValueStatus(known.target.value_status)
    otherwise = "published.sum_waiting" if known.by_sum else "published.no_figure"
    why = {
        ValueStatus.UNKNOWN: "published.plan_unknown",
        ValueStatus.APPROXIMATE: "published.plan_approximate",
    }.get(status, otherwise)
    reason = Reason(
        why,
        {
            "label": judgement.label,
            "source": str(judgement.document.issuer_name or judgement.document),
            "date": judgement.known_from.isoformat(),
            "precision": judgement.date_precision,
        },
    )
    return Outcome(kept.verdict, reason, sub_label=kept.sub_label)


def _without_verdict(known: Evidence, on: date) -> Outcome:
    """No verdict, with the reason a reader most needs."""
    target, has_figure = known.target, known.figure is not None
    status = ValueStatus(target.value_status)
    if on < Period.parse(target.version.plan.period).end and not has_figure:
        return Outcome(Verdict.NOT_DUE, Reason("board.not_due"))
    if target.indicator_id is None and not known.parts:
        return _no_data("board.name_unknown")
    if not has_figure and known.first_known is not None:
        return _no_data("board.no_figure_yet", known.first_known)
    if status is ValueStatus.UNKNOWN:
        return _no_data("board.plan_unknown" if has_figure else "board.nothing_known")
    if status is ValueStatus.APPROXIMATE and has_figure:
        return _no_data("board.plan_approximate")
    return _no_data("board.no_figure")


def _without_sum(known: Evidence, on: date) -> Outcome:
    """No verdict where the sum of the level below is judged: missing areas are never zero."""
    over = on >= Period.parse(known.target.version.plan.period).end
    verdict = Verdict.NO_DATA if over else Verdict.NOT_DUE
    rolled = known.rolled
    if known.unseen:
        return Outcome(verdict, Reason("board.sum_unseen"))
    if rolled is None or not rolled.reported or rolled.shown is None:
        return Outcome(verdict, Reason("board.sum_none" if over else "board.not_due"))
    told = {"reported": rolled.reported, "expected": rolled.expected, "level": _level(rolled)}
    if rolled.conclusive:
        return Outcome(verdict, Reason("board.plan_unknown", {"coverage": told}))
    value = {"value": plain(rolled.shown), "unit": rolled.indicator.unit}
    return Outcome(verdict, Reason("board.sum_waiting", {**told, **value}))


def _no_data(code: str, first: Figure | None = None) -> Outcome:
    values = (
        {"date": first.known_from.isoformat(), "precision": first.date_precision} if first else {}
    )
    return Outcome(Verdict.NO_DATA, Reason(code, values))


def evidence_of(
    targets: Sequence[Target],
    current: dict[int, Figure],
    first_known: dict[int, Figure],
    judgements: dict[str, PublishedJudgement],
    sums_now: dict[int, RolledFigure],
    sums: RolledUp,
) -> list[Evidence]:
    """What is known of each whole target, its parts inside; figures and sums by indicator id."""
    by_parent: dict[int | None, list[Target]] = {}
    for target in targets:
        by_parent.setdefault(target.parent_id, []).append(target)

    def gather(target: Target) -> Evidence:
        indicator = target.indicator_id or 0
        by_sum, figure = indicator in sums.indicators, current.get(indicator)
        return Evidence(
            target,
            tuple(gather(part) for part in by_parent.get(target.pk, [])),
            None if by_sum else figure,
            judgements.get(target.no),
            None if by_sum else first_known.get(indicator),
            by_sum,
            by_sum and indicator not in sums.below,
            sums_now.get(indicator),
            figure if by_sum else None,
        )

    return [gather(target) for target in by_parent.get(None, [])]
