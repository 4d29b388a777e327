"""Lower figures summed to the areas above them, with their coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .tables import FigureRow, connection, figures_table
from .vintages import CURRENT

SUMMABLE = {"sum", "ratio_of_sums", "min", "max"}


class RolledUp(NamedTuple):
    """A figure made of lower ones. Missing is never zero: `reported` of `expected` had a value.

    Only what its method adds up counts as one: a rate without its two numbers adds to no ratio.
    """

    indicator: int
    area: int
    period: str
    span: str
    breakdown: str
    known_from: date
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    reported: int
    expected: int


ROLL_UP = """
with current_figures as ({current}),
one_source as (
  select * from current_figures qualify row_number() over (
    partition by indicator, area, period, span, breakdown order by source
  ) = 1
),
within as (select unnest(?::bigint[]) as lower_area, unnest(?::bigint[]) as upper_area),
methods as (select unnest(?::bigint[]) as indicator, unnest(?::varchar[]) as method),
sizes as (select upper_area, count(*) as areas from within group by upper_area)
select f.indicator, w.upper_area, f.period, f.span, f.breakdown, max(f.known_from),
  case any_value(m.method)
    when 'sum' then sum(f.value) when 'min' then min(f.value) when 'max' then max(f.value)
  end,
  sum(f.numerator) filter (m.method in ('sum', 'ratio_of_sums') and f.denominator is not null),
  sum(f.denominator) filter (m.method in ('sum', 'ratio_of_sums') and f.numerator is not null),
  count(*) filter (case m.method when 'ratio_of_sums'
    then f.numerator is not null and f.denominator is not null else f.value is not null end),
  any_value(s.areas) - count(*) filter (f.absence = 'not_applicable')
from one_source f
join within w on w.lower_area = f.area
join methods m on m.indicator = f.indicator
join sizes s on s.upper_area = w.upper_area
group by f.indicator, w.upper_area, f.period, f.span, f.breakdown
order by f.indicator, w.upper_area, f.period, f.span, f.breakdown
"""


def roll_up(
    rows: Sequence[FigureRow],
    within: Sequence[tuple[int, int]],
    methods: Mapping[int, str],
    *,
    as_known_on: date,
) -> list[RolledUp]:
    """Sum current figures of lower areas up `within` (lower, upper) pairs.

    `methods` gives each indicator's aggregation over areas; one that cannot be summed
    (none, weighted mean without its weights) is left out, never approximated.
    """
    summable = {key: method for key, method in methods.items() if method in SUMMABLE}
    if not rows or not within or not summable:
        return []
    figures, parameters = figures_table(rows)
    sql = ROLL_UP.format(current=CURRENT.format(figures=figures))
    clocks = [as_known_on.isoformat(), None, None]
    lower, upper = (list(side) for side in zip(*within, strict=True))
    shape = [lower, upper, list(summable), list(summable.values())]
    result = connection().execute(sql, [*parameters, *clocks, *shape]).fetchall()
    return [RolledUp(*row) for row in result]
