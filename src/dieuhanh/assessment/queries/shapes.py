"""The board as JSON: measured values are strings with a decimal point, counts are integers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dieuhanh.domain.numbers import Lang, plain
from dieuhanh.domain.targets import Comparator
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.rolled import RolledFigure

from ..models import PublishedTally
from .board import Board
from .judged import Judged
from .rules import figure_text


def board_json(
    board: Board, *, run: int | None = None, lang: Lang = "vi", whole: bool = True
) -> dict[str, Any]:
    """The shape of `assess --json`; docs/reference/schemas/assess-output.schema.json.

    Not `whole`: sums do not name every figure they are made of, which is enough to compare by.
    """
    return {
        "run": run,
        "plan": board.plan.code,
        "as_known_on": board.as_known_on.isoformat(),
        "areas_of": board.areas_of.isoformat(),
        "convention": board.convention.name,
        "tally": {**board.tally, "published": _tally_json(board.published)},
        "verdicts": [_verdict_json(judged, lang, whole=whole) for judged in board.verdicts],
    }


def _tally_json(tally: PublishedTally | None) -> dict[str, Any] | None:
    if tally is None:
        return None
    return {"met": tally.met, "total": tally.total, "source": _source(tally)}


def _source(tally: PublishedTally) -> str:
    document = tally.document
    return document.url or document.number or document.title


def _verdict_json(judged: Judged, lang: Lang, *, whole: bool) -> dict[str, Any]:
    target, outcome = judged.target, judged.outcome
    ratio = outcome.plan_ratio_pct
    judgement = judged.evidence.judgement
    return {
        "no": target.no,
        "indicator": target.name_en if lang == "en" and target.name_en else target.name,
        "verdict": outcome.verdict.value,
        "basis": judged.basis.value,
        "plan": plan_text(judged),
        "plan_source": target.value_source or None,
        "actual": judged.actual,
        "unit": target.unit,
        "plan_ratio_pct": plain(ratio) if ratio is not None else None,
        "sub_label": outcome.sub_label,
        "published_label": judgement.label if judgement else None,
        "figures": [figure_json(figure) for figure in judged.figures],
        **_sums_json(judged, whole=whole),
        "reason": {
            "code": outcome.reason.code,
            "values": dict(outcome.reason.values),
            "text": reason_text(outcome.reason, lang),
        },
    }


def _sums_json(judged: Judged, *, whole: bool) -> dict[str, Any]:
    """The sums of the level below that a verdict rests on, where it rests on any."""
    if not judged.sums:
        return {}
    beside = judged.evidence.beside
    told = [rolled_json(rolled, whole=whole) for rolled in judged.sums]
    return {"rolled_up": told, "reported_beside": figure_json(beside) if beside else None}


def rolled_json(rolled: RolledFigure, *, whole: bool = True) -> dict[str, Any]:
    """A sum as a verdict cites it: what it says, its coverage, the checksum of its figures."""
    return {
        "indicator": rolled.indicator.code,
        "value": None if rolled.shown is None else plain(rolled.shown),
        "unit": rolled.indicator.unit,
        "numerator": _plain(rolled.stated.numerator),
        "denominator": _plain(rolled.stated.denominator),
        "status": rolled.status,
        "reported": rolled.reported,
        "expected": rolled.expected,
        "closed": rolled.closed,
        "simulated": rolled.total.simulated,
        "known_from": rolled.known_from.isoformat(),
        **({"figures": list(rolled.ids), "sha256": rolled.checksum} if whole else {}),
    }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def plan_text(judged: Judged) -> str | None:
    """The plan value with a decimal point, "6.6-6.8" for a range; None while it is unknown."""
    target: Target = judged.target
    numberless = judged.rule is not None and judged.rule.comparator is Comparator.COMPOSITE_ALL
    if target.value is None or numberless:
        return None
    low = plain(target.value)
    return f"{low}-{plain(target.value_high)}" if target.value_high is not None else low


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure as a verdict cites it: value and unit as printed."""
    return {
        "id": figure.pk,
        "value": figure_text(figure),
        "unit": figure.unit,
        "status": figure.status,
        "known_from": figure.known_from.isoformat(),
        "source": figure.source.code,
        "area": figure.area.code,
        "period": figure.period,
    }
