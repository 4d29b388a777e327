"""What a target's page tells beside the verdict: versions, years, other periods, findings."""

from __future__ import annotations

from dataclasses import dataclass

from dieuhanh.documents.queries import sentence_url
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.figures import Span
from dieuhanh.domain.periods import Frequency, Period
from dieuhanh.domain.units import same_dimension
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import in_force, of_area

from ..models import Finding, PublishedJudgement
from .board import Board
from .findings import findings
from .judged import Judged


@dataclass(frozen=True)
class Label:
    """A published label with the address of its sentence."""

    judgement: PublishedJudgement
    href: str


@dataclass(frozen=True)
class SourceHistory:
    """One source's versions of the plan's period, the one it stands by marked."""

    name: str
    name_en: str
    judged: bool
    versions: tuple[Figure, ...]
    standing: frozenset[int]


@dataclass(frozen=True)
class Story:
    """Everything known of a target by the day looked at."""

    sources: tuple[SourceHistory, ...]
    years: tuple[Figure, ...]
    others: tuple[Figure, ...]
    labels: tuple[Label, ...]
    findings: tuple[Finding, ...]


def story_of(judged: Judged, board: Board, *, seen_by: Actor) -> Story:
    """Read the story of one target, as known on the board's day."""
    target, plan, on = judged.target, board.plan, board.as_known_on
    found: list[Figure] = []
    if target.indicator_id:
        found = of_area(plan.area_id, [target.indicator_id], seen_by=seen_by)
    known = [figure for figure in found if figure.known_from <= on]
    standing = in_force(known, as_known_on=on)
    own = [f for f in known if (f.period, f.span) == (plan.period, Span.IN_PERIOD)]
    return Story(
        _sources(own, standing, plan.judged_source_id),
        tuple(_years(standing, plan.judged_source_id)),
        tuple(f for f in standing if f.period != plan.period or f.span != Span.IN_PERIOD),
        tuple(_labels(plan.pk, target.no, board)),
        tuple(
            each
            for each in findings(plan, seen_by=seen_by, on=on)
            if target.pk in {cited.pk for cited in each.targets.all()}
        ),
    )


def _sources(
    own: list[Figure], standing: list[Figure], judged_by: int
) -> tuple[SourceHistory, ...]:
    ids = frozenset(figure.pk for figure in standing)
    by_source: dict[int, list[Figure]] = {}
    for figure in sorted(own, key=lambda f: (f.known_from, f.recorded_at, f.pk)):
        by_source.setdefault(figure.source_id, []).append(figure)
    return tuple(
        SourceHistory(
            held[0].source.name, held[0].source.name_en, pk == judged_by, tuple(held), ids
        )
        for pk, held in by_source.items()
    )


def _years(standing: list[Figure], source: int) -> list[Figure]:
    """One figure a calendar year from the judged source, in one dimension, the earliest first."""
    years = [
        figure
        for figure in standing
        if figure.source_id == source
        and figure.span == Span.IN_PERIOD
        and figure.value is not None
        and not figure.bound
        and Period.parse(figure.period).frequency is Frequency.YEAR
        and same_dimension(figure.unit, figure.indicator.unit)
    ]
    return sorted(years, key=lambda figure: figure.period)


def _labels(plan: int, no: str, board: Board) -> list[Label]:
    found = PublishedJudgement.objects.filter(plan=plan, no=no, known_from__lte=board.as_known_on)
    return [
        Label(each, sentence_url(each.document, each.quote))
        for each in found.select_related("document").order_by("known_from", "pk")
    ]
