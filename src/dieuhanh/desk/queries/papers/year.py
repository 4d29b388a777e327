"""The year of a plan, gathered for the report and the press release."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from django.utils import translation

from dieuhanh.assessment.models import Finding
from dieuhanh.assessment.queries import Look, board
from dieuhanh.assessment.queries.assessments import assessment
from dieuhanh.assessment.queries.review import Review, review
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.domain.periods import Period
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.paper.writing.compose.year import Findings, PublishedCount, Year
from dieuhanh.paper.writing.model import Made, Source

from .areas import area_table
from .keys import key_of, known_by
from .labels import of_paper
from .so_far import so_far_of, span_of
from .targets import Teller, recorded

# A finding that only counts targets is told live by the counts of the paper.
_COUNTS = re.compile(r"\b\d+\s*/\s*\d+\b[^.]*\bchỉ tiêu\b")


def year_of(
    plan: str,
    *,
    seen_by: Actor,
    on: date,
    convention: str = DEFAULT_CONVENTION,
    as_recorded_by: datetime | None = None,
    areas: bool = True,
) -> Year:
    """The year as known on a day, in Vietnamese whatever the page speaks. Raises Missing."""
    with translation.override("vi"):
        look = Look(on, convention)
        judged = board(
            plan, seen_by=seen_by, as_known_on=on, convention=convention,
            as_recorded_by=as_recorded_by,
        )  # fmt: skip
        told = review(judged, look, seen_by=seen_by)
        return _year(told, look, seen_by=seen_by, areas=areas)


def frozen_year(pk: int, *, seen_by: Actor, areas: bool = True) -> Year:
    """The year as an assessment froze it: its day, its convention, the books of that moment."""
    held = assessment(pk, seen_by=seen_by)
    return year_of(
        held.version.plan.code, seen_by=seen_by, on=held.as_known_on, convention=held.convention,
        as_recorded_by=held.frozen_at, areas=areas,
    )  # fmt: skip


def _year(told: Review, look: Look, *, seen_by: Actor, areas: bool) -> Year:
    judged = told.board
    plan, version = judged.plan, judged.version
    kept = [each for each in told.findings if not _COUNTS.search(each.sentence)]
    teller = Teller(told, look, kept)
    period = Period.parse(plan.period)
    targets = tuple(teller.told(row) for row in told.rows)
    span = span_of(period, judged.as_known_on)
    if span:
        held = so_far_of(judged, key_of(plan.code, look.convention), seen_by=seen_by)
        targets = tuple(replace(each, so_far=held.get(each.no)) for each in targets)
    papers = [each for each in (version.document, version.decided_by) if each is not None]
    return Year(
        plan=key_of(plan.code, look.convention), plan_name=plan.name, period=period_name(period, "vi"),
        before=period_name(period.year_earlier(), "vi"), on=judged.as_known_on, targets=targets,
        bases=tuple((of_paper(each),) for each in papers), published=_published(told),
        findings=_findings(kept),
        areas=area_table(judged, targets, seen_by=seen_by) if areas else None,
        known=known_by(judged), closes=period.end if span else None, span=span,
        judged_by=judged.convention.title["vi"] if look.convention != DEFAULT_CONVENTION else "",
    )  # fmt: skip


def _published(told: Review) -> PublishedCount | None:
    held = told.board
    tally = held.published
    if tally is None:
        return None
    document = tally.document
    by = document.issuer_name or document.title
    named = f"{document.title} ({by})"
    said = Made("document", document.code, f"{tally.met}/{tally.total}", named)
    key = f"{key_of(held.plan.code, held.convention.name)}/published"
    source = Source("published", key, f"Số đã công bố: {named}", (said,))
    return PublishedCount(tally.met, tally.total, by, tally.as_of, source)


def _findings(kept: list[Finding]) -> Findings:
    """By kind. A highlight that rests on a target is told by the target's own sentence."""

    def of(kind: str) -> tuple[tuple[str, object], ...]:
        return tuple((each.field, recorded(each)) for each in kept if each.kind == kind)

    highlights = tuple(
        (each.field, recorded(each))
        for each in kept
        if each.kind == "highlight" and not each.targets.all()
    )
    return Findings(highlights, of("shortcoming"), of("cause"), of("lesson"))  # type: ignore[arg-type]


__all__ = ["frozen_year", "year_of"]
