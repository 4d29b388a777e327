"""One target of a board: its rule, the figure in force, what was published, the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dieuhanh.domain.conventions import Convention
from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.domain.judging import Actual, judge
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import Rule
from dieuhanh.domain.verdicts import Basis, Outcome, Reason, Verdict, published_outcome
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure

from ..models import PublishedJudgement
from .rules import actual_of, computable, figure_text, rule_for


@dataclass(frozen=True)
class Evidence:
    """What is known of one target on the day asked for."""

    target: Target
    parts: tuple[Evidence, ...]
    figure: Figure | None
    judgement: PublishedJudgement | None
    first_known: Figure | None


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
        figure = self.evidence.figure
        return figure_text(figure, self.target.unit) if figure else None

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
            return Judged(known, rule, outcome, Basis.COMPUTED, parts)
    judgement = known.judgement
    kept = published_outcome(judgement.label) if judgement else None
    if judgement is not None and kept is not None:
        outcome = _as_published(known.target, judgement, kept)
        return Judged(known, rule, outcome, Basis.AS_PUBLISHED, parts)
    return Judged(known, rule, _without_verdict(known, on), Basis.NONE, parts)


def _actual(known: Evidence) -> Actual:
    if known.parts:
        return Actual.of_parts({part.target.no: actual_of(part.figure) for part in known.parts})
    return actual_of(known.figure)


def _as_published(target: Target, judgement: PublishedJudgement, kept: Outcome) -> Outcome:
    status = ValueStatus(target.value_status)
    why = {
        ValueStatus.UNKNOWN: "published.plan_unknown",
        ValueStatus.APPROXIMATE: "published.plan_approximate",
    }.get(status, "published.no_figure")
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
) -> list[Evidence]:
    """What is known of each whole target, its parts inside; figures by indicator id."""
    by_parent: dict[int | None, list[Target]] = {}
    for target in targets:
        by_parent.setdefault(target.parent_id, []).append(target)

    def gather(target: Target) -> Evidence:
        indicator = target.indicator_id
        return Evidence(
            target,
            tuple(gather(part) for part in by_parent.get(target.pk, [])),
            current.get(indicator) if indicator else None,
            judgements.get(target.no),
            first_known.get(indicator) if indicator else None,
        )

    return [gather(target) for target in by_parent.get(None, [])]
