"""101 communes of 2021 told on the areas of 2025, for 22 indicators."""

from __future__ import annotations

import random
from datetime import date

from benchmarks.installation import installation
from benchmarks.lines import Line, at_most, median_ms

BUDGET = 50
INDICATORS = 22
THEN, NOW = date(2021, 12, 31), date(2025, 7, 1)


def run() -> list[Line]:
    """Milliseconds to find what became of each commune and to restate every indicator."""
    installation()
    from dieuhanh.bodies.queries import Atlas  # noqa: PLC0415 - once Django is set up
    from dieuhanh.domain.indicators import Level, OverAreas  # noqa: PLC0415
    from dieuhanh.domain.restating import Amount, restate  # noqa: PLC0415

    atlas, chance = Atlas(), random.Random(2021)  # noqa: S311 - the same figures every time
    below = atlas.below(atlas.at("96", THEN), THEN)
    communes = [atlas.noun_of[a.pk].id for a in below if atlas.level(a) is Level.COMMUNE]
    onto = atlas.standing(NOW, Level.COMMUNE)
    figures = [
        {area: Amount.of(chance.randint(1, 9999)) for area in communes} for _ in range(INDICATORS)
    ]

    def work() -> None:
        crossing = atlas.crossing(THEN, NOW, onto)
        for amounts in figures:
            restate(amounts, crossing, OverAreas.SUM)

    name = f"restating {INDICATORS} indicators of {len(communes)} areas onto {len(onto)}"
    return [at_most(name, median_ms(work), "ms", BUDGET)]
