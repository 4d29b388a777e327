"""Trying a rule out on the last round before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.checks import Finding, Rule, run_checks
from dieuhanh.domain.text import vi_key

from ..models import Filing, Form, Round
from .cells import filed_cells
from .checking import elsewhere, ground_of
from .past import past_of
from .submissions import submissions


@dataclass(frozen=True)
class Flagged:
    """A body whose last filing the rule would have stopped or asked about."""

    submission: int
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class DryRun:
    """What a rule would have found among those that filed in a round."""

    round: Round
    bodies: int
    flagged: tuple[Flagged, ...]


def dry_run(form: Form, rule: Rule, *, seen_by: Actor) -> DryRun | None:
    """The rule run on the last filings of the last round; None where nobody has filed yet.

    A fixed number of queries, however many bodies filed.
    """
    seen = submissions(seen_by=seen_by).filter(round__version__form=form, filings__gt=0)
    last = Round.objects.filter(pk__in=seen.values("round")).order_by("-opens_on", "-pk").first()
    if last is None:
        return None
    filings = list(
        Filing.objects.filter(
            submission__in=seen.filter(round=last).values("pk"), number=F("submission__filings")
        ).select_related("submission__body")
    )
    ground = ground_of(last.version_id, [rule])
    said = {filing.pk: filed_cells(filing.cells) for filing in filings}
    bodies = {area: f.submission.body_id for f in filings for _, area in said[f.pk]}
    past = past_of(ground.rows, last, bodies) if ground.looks_back else {}
    others = elsewhere(ground, last, list(bodies), list(bodies.values()))
    flagged = []
    for filing in filings:
        cells = said[filing.pk]
        found = run_checks(
            [rule], rows=ground.rows, areas=sorted({area for _, area in cells}),
            cells={key: typed.cell for key, typed in cells.items()}, past=past, elsewhere=others,
            named=ground.named,
        )  # fmt: skip
        told = tuple(each for each in found if each.check_code == rule.code)
        if told:
            flagged.append(Flagged(filing.submission_id, filing.submission.body.name, told))
    flagged.sort(key=lambda each: vi_key(each.name))
    return DryRun(last, len(filings), tuple(flagged))


__all__ = ["DryRun", "Flagged", "dry_run"]
