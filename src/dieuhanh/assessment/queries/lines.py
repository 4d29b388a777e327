"""A judged target as the overview's tile and the table's row show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.figures import Value
from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.domain.targets import NUMBERLESS, Rule
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.plans.models import Target
from dieuhanh.reports.queries.rolled import RolledFigure
from dieuhanh.ui.language import page_lang, pick

from .board import Board
from .judged import Judged
from .look import Look


@dataclass(frozen=True)
class TargetLine:
    """One target in the page's language. `value` is as printed; `plan_text` is the rule in words."""

    no: str
    name: str
    verdict: str
    sub_label: str | None
    basis: str
    reason: str
    plan_text: str
    plan_note: str
    plan_value: Decimal | None
    value: Value | None
    status: str
    simulated: bool
    completion: Decimal | None
    published_label: str
    differs: bool
    judged: Judged
    plan: str
    look: Look

    decimals: int | None = None
    coverage: tuple[int, int] | None = None

    @cached_property
    def href(self) -> str:
        """The target's page, keeping what the reader looks by. Asked for only by what links."""
        page = reverse("assessment:target", kwargs={"plan": self.plan, "no": self.no})
        return page + self.look.query()

    @cached_property
    def value_href(self) -> str:
        """The passport of the result; "" where there is none."""
        figure, rolled = self.judged.evidence.figure, self.judged.evidence.rolled
        if rolled is not None:
            return rolled_href(rolled, self.look.on)
        return reverse("reports:figure", args=[figure.pk]) if figure else ""

    @property
    def target(self) -> Target:
        """The plan's target."""
        return self.judged.target


def target_lines(board: Board, look: Look) -> list[TargetLine]:
    """The board's targets in the plan's order, their links keeping what the reader looks by."""
    return [target_line(judged, board.plan.code, look) for judged in board.verdicts]


def target_line(judged: Judged, plan: str, look: Look) -> TargetLine:
    """One target, or a part of one."""
    target, outcome = judged.target, judged.outcome
    judgement = judged.evidence.judgement
    return TargetLine(
        no=target.no,
        name=pick(target.name, target.name_en),
        verdict=outcome.verdict.value,
        sub_label=outcome.sub_label,
        basis=judged.basis.value,
        reason=reason_text(outcome.reason, page_lang()),
        plan_text=plan_words(judged.rule),
        plan_note=plan_note(target),
        plan_value=target.value,
        **_shown(judged),
        completion=outcome.plan_ratio_pct,
        published_label=judgement.label if judgement else "",
        differs=judged.differs,
        judged=judged,
        plan=plan,
        look=look,
    )


def _shown(judged: Judged) -> dict[str, Any]:
    """The result as it is shown: the figure, or the sum of the level below with its coverage."""
    figure, rolled = judged.evidence.figure, judged.evidence.rolled
    if rolled is not None:
        return {
            "value": Value(rolled.indicator.unit, number=rolled.shown),
            "status": rolled.status if rolled.status == "estimated" else "",
            "simulated": rolled.simulated,
            "coverage": (rolled.reported, rolled.expected),
        }
    return {
        "value": figure.stated if figure else None,
        "status": figure.status if figure and figure.status == "estimated" else "",
        "simulated": figure.simulated if figure else False,
    }


def rolled_href(rolled: RolledFigure, on: date) -> str:
    """The passport of a sum, as known on a day."""
    page = reverse("reports:rolled", args=[rolled.indicator.code, rolled.area])
    return f"{page}?{urlencode({'ky': rolled.period, 'date': write_vi_date(on)}, safe='/')}"


def plan_words(rule: Rule | None) -> str:
    """What the plan asks, in words; "" while its value is not known."""
    if rule is None or (rule.plan is None and rule.comparator not in NUMBERLESS):
        return ""
    return rule_in_words(rule, page_lang())


def plan_note(target: Target) -> str:
    """How surely a plan value that nobody states outright is known, in few words."""
    status = ValueStatus(target.value_status)
    if status is ValueStatus.DERIVED:
        return pick(target.value_source.partition(" (")[0], _("suy ra"))
    return _("gần đúng") if status is ValueStatus.APPROXIMATE else ""
