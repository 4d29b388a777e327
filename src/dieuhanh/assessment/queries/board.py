"""The board: every target of a plan judged on request, from the books as they stand."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conventions import DEFAULT_CONVENTION, Convention, find_convention
from dieuhanh.domain.periods import Period
from dieuhanh.domain.tallies import PublishedTally as CountedElsewhere
from dieuhanh.domain.tallies import Tally, tally
from dieuhanh.exchange.law import load_conventions
from dieuhanh.plans.models import Plan, PlanVersion

from ..models import PublishedTally
from .judged import Judged, evidence_of, judge_target
from .ledger import Ledger, open_ledger


@dataclass(frozen=True)
class Board:
    """All verdicts of a plan's version, as known on a day, under a convention. Never stored."""

    version: PlanVersion
    as_known_on: date
    areas_of: date
    convention: Convention
    verdicts: tuple[Judged, ...]
    published: PublishedTally | None

    @property
    def plan(self) -> Plan:
        """The plan that is judged."""
        return self.version.plan

    @cached_property
    def counts(self) -> Tally:
        """Counts by verdict and by basis."""
        return tally(self.verdicts)

    @cached_property
    def tally(self) -> dict[str, int]:
        """The counts as the JSON of `assess` names them; the verdicts add up to the total."""
        counts = asdict(self.counts)
        return {"total": counts["total"], "met_or_exceeded": self.counts.met_or_exceeded, **counts}

    @property
    def reproduced(self) -> bool:
        """Whether the published count comes out by computing every target, keeping none."""
        told = self.published
        if told is None:
            return False
        return self.counts.reproduces(CountedElsewhere(told.met, told.total, told.exceeded))

    def _sums(self) -> dict[str, Any]:
        """What verdicts by sum were made of; nothing where there are none."""
        sums = sorted(
            [part.target.no, part.evidence.rolled.checksum]
            for judged in self.verdicts
            for part in (judged, *judged.parts)
            if part.evidence.rolled
        )
        return {"sums": sums} if sums else {}

    def inputs_sha256(self) -> str:
        """Checksum of everything the verdicts were made of."""
        made_of: dict[str, Any] = {
            "version": self.version.pk,
            "targets": [judged.target.pk for judged in self.verdicts],
            "figures": sorted(figure.pk for judged in self.verdicts for figure in judged.figures),
            **self._sums(),
            "judgements": sorted(
                judged.evidence.judgement.pk
                for judged in self.verdicts
                if judged.evidence.judgement
            ),
            "as_known_on": self.as_known_on.isoformat(),
            "areas_of": self.areas_of.isoformat(),
            "switches": repr(self.convention.switches),
        }
        return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


def board(
    code: str,
    *,
    seen_by: Actor,
    as_known_on: date,
    areas_of: date | None = None,
    convention: str = DEFAULT_CONVENTION,
    as_recorded_by: datetime | None = None,
) -> Board:
    """Judge a plan. Raises Missing for an unknown plan, BadInput for an unknown convention."""
    return board_of(
        open_ledger(code, seen_by=seen_by, as_recorded_by=as_recorded_by),
        as_known_on=as_known_on,
        areas_of=areas_of,
        convention=convention,
        as_recorded_by=as_recorded_by,
    )


def board_of(
    ledger: Ledger,
    *,
    as_known_on: date,
    areas_of: date | None = None,
    convention: str = DEFAULT_CONVENTION,
    as_recorded_by: datetime | None = None,
) -> Board:
    """Judge a plan whose ledger is open, without asking the books again.

    Sums of the level below stand as the ledger was opened: by the same `as_recorded_by`.
    """
    chosen = find_convention(load_conventions(), convention)
    version = ledger.version_on(as_known_on)
    known = evidence_of(
        ledger.targets[version.pk],
        ledger.figures_on(as_known_on, as_recorded_by),
        ledger.first_figures,
        ledger.judgements_on(as_known_on),
        ledger.sums_on(as_known_on),
        ledger.sums,
    )
    return Board(
        version,
        as_known_on,
        areas_of or Period.parse(ledger.plan.period).end,
        chosen,
        tuple(judge_target(each, chosen, as_known_on) for each in known),
        ledger.tally_on(as_known_on),
    )
