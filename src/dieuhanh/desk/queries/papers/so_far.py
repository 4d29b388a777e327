"""Numbers to date of a plan whose period still runs, read off the books as known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dieuhanh.assessment.queries.board import Board
from dieuhanh.assessment.queries.judged import Judged
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Span as Reach
from dieuhanh.domain.indicators import OverTime
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import Comparator, Rule
from dieuhanh.domain.units import convert
from dieuhanh.domain.wording.measures import amount, unit_name
from dieuhanh.paper.writing.compose.saying import said, sourced, unit_after
from dieuhanh.paper.writing.compose.year import SoFar
from dieuhanh.paper.writing.model import Made, Source, Span, Text
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.figures import figures, in_force
from dieuhanh.ui.formats import number, value_text

from .labels import of_figure

RISING = frozenset({Comparator.AT_LEAST, Comparator.EQUAL, Comparator.BETWEEN})
REPORT_DAY, LAST_MONTHS = 14, 11


def span_of(period: Period, on: date) -> str:
    """How papers call the part of a period that is over on a day; empty once the whole is.

    A month counts from the day its reports are due: the 14th, Decree 09/2019/NĐ-CP, Điều 12.

    >>> year = Period.parse("2021")
    >>> [span_of(year, date(*each)) for each in ((2021, 6, 30), (2021, 10, 5), (2021, 1, 9), (2021, 12, 31))]
    ['6 tháng đầu năm', '9 tháng đầu năm', 'tháng đầu năm', '']
    """
    if on >= period.end:
        return ""
    if period.months > LAST_MONTHS + 1:
        return f"tính đến ngày {on:%d/%m/%Y}"
    gone = (on.year - period.start.year) * 12 + on.month - period.start.month
    gone += 1 if on.day >= REPORT_DAY else 0
    gone = min(gone, LAST_MONTHS)
    return f"{gone} tháng đầu năm" if gone > 1 else "tháng đầu năm"


def so_far_of(board: Board, key: str, *, seen_by: Actor) -> Mapping[str, SoFar]:
    """By target's number, its latest number to date from the source the plan is judged by. `key`
    opens the keys of what is made of them. One query."""
    judged = {each.target.indicator_id: each for each in board.verdicts if each.target.indicator_id}
    held = _to_date(board, list(judged), seen_by)
    found = {}
    for indicator, figure in held.items():
        each = judged[indicator]
        if (told := _told(each, figure, f"{key}/{each.target.no}")) is not None:
            found[each.target.no] = told
    return found


def _to_date(board: Board, indicators: list[int], seen_by: Actor) -> dict[int, Figure]:
    plan = board.plan
    period = Period.parse(plan.period)
    rows = figures(seen_by=seen_by).filter(
        indicator__in=indicators, area__code=plan.area.code, source=plan.judged_source,
        span=Reach.TO_DATE.value, breakdown="", period__startswith=f"{period.start.year}-",
    )  # fmt: skip
    rows = rows.select_related("indicator", "area", "source").order_by("pk")
    found: dict[int, Figure] = {}
    for each in in_force(list(rows), as_known_on=board.as_known_on):
        reach = Period.parse(each.period)
        if reach.start != period.start or reach.end > board.as_known_on:
            continue
        held = found.get(each.indicator_id)
        if held is None or Period.parse(held.period).end < reach.end:
            found[each.indicator_id] = each
    return found


def _told(judged: Judged, figure: Figure, key: str) -> SoFar | None:
    value, target = figure.stated, judged.target
    text = value_text(value)
    if value.number is None or not text:
        return None
    source = of_figure(figure)
    bare = sourced(text, [number(value.number)], source)
    unit = unit_after(unit_name(value.unit, "vi"), target.name)
    reach = Period.parse(figure.period)
    among = Made("figure", str(figure.pk), number(value.number), source.label)
    share, left = _pace(judged.rule, figure, key, among) if _is_flow(judged) else ((), ())
    return SoFar(
        period=f"{reach.months} tháng đầu năm" if reach.months > 1 else "tháng đầu năm",
        actual=said(bare, unit), cell=bare if value.unit == target.unit else said(bare, unit),
        among=among, share=share, left=left, simulated=figure.simulated,
    )  # fmt: skip


def _is_flow(judged: Judged) -> bool:
    """Whether parts of the year add up to the year, and the plan asks for an amount of it."""
    indicator, rule = judged.target.indicator, judged.rule
    if indicator is None or rule is None or indicator.over_time != OverTime.SUM.value:
        return False
    return rule.comparator in RISING and bool(rule.value)


def _pace(rule: Rule | None, figure: Figure, key: str, among: Made) -> tuple[Text, Text]:
    """The share of the year's plan, and what is left of it; exact, rounded once."""
    value = figure.stated
    if rule is None or not rule.value or value.number is None:
        return (), ()
    try:
        done = convert(Fraction(value.number), value.unit, rule.unit)
    except BadInput:
        return (), ()
    plan = Fraction(rule.value)
    share = number(half_up(done / plan * 100, 1))
    label = f"Tỷ lệ so với kế hoạch cả năm: {figure.indicator.name}, {figure.period}"
    asked = Made("target", key, number(rule.value), f"Mức kế hoạch: {figure.indicator.name}")
    source = Source("so-far", f"{key}/{figure.period}", label, (among, asked))
    rest = _decimal(plan - done)
    if rest is None or rest <= 0:
        return (Span(share, source),), ()
    remaining = Source("so-far", f"{key}/{figure.period}/left", label, (among, asked))
    return (Span(share, source),), sourced(amount(rest, rule.unit, "vi"), [number(rest)], remaining)


def _decimal(value: Fraction) -> Decimal | None:
    """The fraction as an exact decimal; None where it has none."""
    made = Decimal(value.numerator) / Decimal(value.denominator)
    return made if Fraction(made) == value else None


__all__ = ["so_far_of", "span_of"]
