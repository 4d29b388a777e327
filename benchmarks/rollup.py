"""22 targets in 111 areas: commune figures rolled up to districts and province, all judged."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from benchmarks.installation import installation
from benchmarks.lines import Line, at_most, median_ms

BUDGET = 150
DAY = date(2021, 12, 31)
TARGETS = 22


def run() -> list[Line]:
    """Milliseconds to roll up and judge, and what the two parts of it take."""
    installation()
    from dieuhanh.engine.rollups import roll_up  # noqa: PLC0415 - once Django is set up

    rows, pairs, methods = _figures()
    judged = _Judging()

    def rolled() -> list[Any]:
        return roll_up(rows, pairs, methods, as_known_on=date(2022, 1, 12))

    areas = {row.area for row in rows} | {upper for _, upper in pairs}
    count = judged.everything(rows, rolled())
    if count != TARGETS * len(areas):
        raise RuntimeError(f"{count} verdicts for {TARGETS} targets in {len(areas)} areas")
    name = f"{TARGETS} targets × {len(areas)} areas"
    floor = median_ms(lambda: _by_hand(rows, pairs))
    apart = median_ms(rolled)
    return [
        at_most(
            f"{name}: rolled up and judged",
            median_ms(lambda: judged.everything(rows, rolled())),
            "ms",
            BUDGET,
        ),
        at_most(f"{name}: rolled up", apart, "ms"),
        at_most(
            "rolling up ÷ a bare loop over the same decimals", round(apart / floor, 1), "times"
        ),
    ]


def _by_hand(rows: list[Any], pairs: list[tuple[int, int]]) -> dict[tuple[int, int], Decimal]:
    """The same sums without clocks, vintages or coverage: the least there is to do."""
    above: dict[int, list[int]] = {}
    for lower, upper in pairs:
        above.setdefault(lower, []).append(upper)
    sums: dict[tuple[int, int], Decimal] = {}
    for row in rows:
        for upper in above[row.area]:
            key = (row.indicator, upper)
            sums[key] = sums.get(key, Decimal(0)) + row.value
    return sums


def _figures() -> tuple[list[Any], list[tuple[int, int]], dict[int, str]]:
    """A figure for every commune of 2021 and every target, and what each commune stands under."""
    from dieuhanh.bodies.queries import Atlas  # noqa: PLC0415
    from dieuhanh.domain.indicators import Level  # noqa: PLC0415
    from dieuhanh.engine.tables import FigureRow  # noqa: PLC0415

    atlas, chance = Atlas(), random.Random(2021)  # noqa: S311 - the same figures every time
    province = atlas.at("96", DAY)
    communes = [a for a in atlas.below(province, DAY) if atlas.level(a) is Level.COMMUNE]
    pairs = [(a.pk, above.pk) for a in communes for above in atlas.above(a, DAY)]
    inside = {a.pk for a in atlas.below(province, DAY)} | {province.pk}
    rows = [
        FigureRow(
            number * 1000 + area.pk, number, area.pk, "2021", "in_period", "", 1,
            date(2022, 1, 10), datetime(2022, 1, 10, tzinfo=UTC),
            Decimal(chance.randint(100, 99_999)) / 100, None, None, "", False,
        )
        for number in range(TARGETS)
        for area in communes
    ]  # fmt: skip
    within = [pair for pair in pairs if pair[1] in inside]
    return rows, within, dict.fromkeys(range(TARGETS), "sum")


class _Judging:
    """A rule a target, and every area's result held against it."""

    def __init__(self) -> None:
        from dieuhanh.domain.targets import Comparator, Rule  # noqa: PLC0415
        from dieuhanh.exchange.law import load_conventions  # noqa: PLC0415

        self.convention = load_conventions()["practice"]
        self.rules = [
            Rule(Comparator.AT_LEAST, value=Decimal(20 * number + 5), unit="tỷ đồng", decimals=1)
            for number in range(TARGETS)
        ]

    def everything(self, rows: list[Any], rolled: list[Any]) -> int:
        """Judge each target in each area; how many verdicts that made."""
        from dieuhanh.domain.judging import Actual, judge  # noqa: PLC0415

        verdicts = [
            judge(self.rules[each.indicator], Actual.of(each.value), self.convention)
            for each in (*rows, *rolled)
        ]
        return len(verdicts)
