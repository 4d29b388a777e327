"""Scorecards of bodies: every number leads to the tasks it counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dieuhanh.assessment.queries import Look
from dieuhanh.assessment.queries.lines import target_line
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.periods import Frequency, Period
from dieuhanh.domain.tasks import PUBLISHED_2017, Rate, Standing, rate
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.domain.wording.tasks import formula_word, standing_word
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries.filters import TaskFilter
from ..queries.scores import Card, Score, score, scores, simulated_in
from ..templatetags.task_lists import SHAPES

YEARS_BACK = 4


class Cell(NamedTuple):
    """One number of a card, and the tasks it counts."""

    name: str
    number: int
    href: str
    shape: str = ""


class Line(NamedTuple):
    """One row of a scorecard table."""

    name: str
    href: str
    total: Cell
    cells: list[Cell]
    rate: Decimal | None
    of: Any = None


def score_list(request: Asked) -> HttpResponse:
    """Every body's card for a period."""
    period, fault = _period(request)
    plan = request.GET.get("plan", "")
    held = scores(period, seen_by=request.actor, today=request.today, plan=plan)
    asked = TaskFilter(period=period)
    lines = []
    for each in held.cards:
        href = reverse("tasks:score", args=[each.body.code]) + _kept(period, plan)
        own = TaskFilter(period=period, lead=each.body.code)
        lines.append(_line(each.body.name, href, own, each.card, each))
    context = {
        "scores": held, "lines": lines, "whole": _line(_("Cộng"), "", asked, held.whole),
        "verdicts": [(code.value, code) for code in Verdict], "fault": fault,
        "simulated": simulated_in(asked, seen_by=request.actor, today=request.today),
        **_around(period, request.today, held.whole.rate),
    }  # fmt: skip
    return render(request, "tasks/scores.html", context, status=422 if fault else 200)


def one_score(request: Asked, body: str) -> HttpResponse:
    """One body's card: its rate with the formula, its offices, its targets, what others left."""
    period, fault = _period(request)
    held = score(body, period, seen_by=request.actor, today=request.today,
                 plan=request.GET.get("plan", ""))  # fmt: skip
    context = {
        "score": held, "body": held.body, "fault": fault,
        "simulated": simulated_in(held.asked, seen_by=request.actor, today=request.today),
        "line": _line(held.body.name, "", held.asked, held.card),
        "offices": _offices(held), "targets": _targets(held, request),
        "taken": [(each, reverse("tasks:list") + held.asked.query()) for each in held.taken],
        "on_time": held.card.on_time.half_up(1),
        "on_time_formula": formula_word(held.card.on_time.formula, page_lang()),
        **_around(period, request.today, held.card.rate),
    }  # fmt: skip
    return render(request, "tasks/score.html", context, status=422 if fault else 200)


def _line(name: str, href: str, asked: TaskFilter, card: Card, of: Any = None) -> Line:
    page, lang = reverse("tasks:list"), page_lang()
    cells = [
        Cell(standing_word(each.value, lang), int(getattr(card.counts, each.value)),
             page + asked.query(standing=each.value), SHAPES[each.value])
        for each in Standing
    ]  # fmt: skip
    cells += [
        Cell(_("bị trả lại"), card.returned, page + asked.query(returned=True)),
        Cell(_("đã gia hạn"), card.extended, page + asked.query(extended=True)),
        Cell(_("có ý kiến không thống nhất"), card.disputed, page + asked.query(disputed=True)),
    ]
    total = Cell(_("tổng số"), card.counts.total, page + asked.query())
    return Line(name, href, total, cells, card.rate.half_up(1), of)


def _offices(held: Score) -> list[Line]:
    return [
        _line(each.office or _("chưa ghi chức danh"), "",
              TaskFilter(period=held.asked.period, lead=held.body.code, office=each.asked), each.card)
        for each in held.offices
    ]  # fmt: skip


def _targets(held: Score, request: Asked) -> list[Any]:
    if held.plan is None:
        return []
    look = Look(request.today)
    return [target_line(each, held.plan.code, look) for each in held.targets]


def _period(request: Asked) -> tuple[Period, str]:
    """The period asked for, this year without one; what is wrong with one that cannot be."""
    this_year = Period.of_year(request.today.year)
    text = request.GET.get("ky", "").strip()
    try:
        return (Period.parse(text) if text else this_year), ""
    except BadInput as wrong:
        return this_year, message(wrong, page_lang())


def _around(period: Period, today: date, reckoned: Rate) -> Mapping[str, Any]:
    lang = page_lang()
    offered = [Period.of_year(today.year - back) for back in range(YEARS_BACK + 1)]
    quarters = [p for p in offered[0].parts(Frequency.QUARTER) if p.start <= today]
    shown = [*offered[:1], *quarters, *offered[1:]]
    if period not in shown:
        shown.insert(0, period)
    return {
        "period": period,
        "periods": [(str(each), period_name(each, lang), each == period) for each in shown],
        "rate": reckoned, "rate_told": reckoned.half_up(2),
        "formula": formula_word(reckoned.formula, lang), "published": _published(),
    }  # fmt: skip


def _published() -> Mapping[str, Any]:
    """The rate of the one published year whose counts are known, rounded and as it was printed."""
    told = rate(PUBLISHED_2017)
    return {"rate": told, "rounded": told.half_up(), "printed": told.cut()}


def _kept(period: Period, plan: str) -> str:
    return f"?ky={period}" + (f"&plan={plan}" if plan else "")
