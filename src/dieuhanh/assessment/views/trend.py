"""The trend of a target over the years, as a chart and as its table."""

from __future__ import annotations

from fractions import Fraction

from django.utils.translation import gettext as _

from dieuhanh.domain.numbers import half_up, write
from dieuhanh.domain.periods import Period
from dieuhanh.domain.units import convert
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.reports.models import Figure
from dieuhanh.ui.charts import NARROW, WIDE, Chart, Point, trend_svg
from dieuhanh.ui.formats import unit as unit_words
from dieuhanh.ui.language import page_lang, pick
from dieuhanh.ui.marks import STATUSES

from ..queries import Judged
from ..queries.rules import computable
from ..queries.story import Story


def trend_chart(story: Story, judged: Judged) -> Chart | None:
    """The years' figures with the plan's value; None where there are fewer than two years."""
    target, lang = judged.target, page_lang()
    if len(story.years) < 2 or target.indicator is None:
        return None
    unit = target.unit or target.indicator.unit
    points = [_point(figure, unit) for figure in story.years]
    plan = None
    if computable(target) and target.value is not None and target.kind == "level":
        plan = Point(_("kế hoạch"), target.value, write(target.value, lang))
    title = pick(target.name, target.name_en)
    summary = "; ".join(f"{point.label}: {point.shown}" for point in points)
    drawn = [trend_svg(points, unit_words(unit), plan, lang, width) for width in (WIDE, NARROW)]
    heads = (_("Kỳ"), unit_words(unit), _("Tình trạng"))
    rows = [
        (period_name(Period.parse(f.period), lang), point.shown, _status(f))
        for f, point in zip(story.years, points, strict=True)
    ]
    return Chart(title, summary, drawn[0], drawn[1], heads, rows)


def _point(figure: Figure, unit: str) -> Point:
    value = figure.value
    if value is None:
        raise ValueError(figure.pk)
    if figure.unit != unit:
        exact = convert(Fraction(value), figure.unit, unit)
        value = half_up(exact, figure.indicator.decimals)
    return Point(figure.period, value, write(value, page_lang()))


def _status(figure: Figure) -> str:
    return str(STATUSES[figure.status])
