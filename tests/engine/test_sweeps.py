"""Sums through time equal the sums of each day, whatever the vintages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.engine.rollups import roll_up
from dieuhanh.engine.sweeps import Vintage, sweep
from dieuhanh.engine.tables import FigureRow

START = date(2021, 12, 1)
MOMENT = datetime(2022, 1, 1, tzinfo=UTC)
AREAS = range(1, 5)
numbers = st.decimals(-(10**9), 10**9, places=3)


@st.composite
def histories(draw: st.DrawFn) -> list[FigureRow]:
    size = draw(st.integers(0, 20))
    rows = []
    for pk in range(1, size + 1):
        kind = draw(st.sampled_from(["number", "pair", "none", "not_applicable"]))
        pair = (draw(numbers), draw(numbers)) if kind == "pair" else (None, None)
        rows.append(
            FigureRow(
                pk, 7, draw(st.sampled_from(AREAS)), "2021", "in_period", "",
                draw(st.integers(1, 2)), START + timedelta(days=draw(st.integers(0, 6))),
                MOMENT + timedelta(minutes=draw(st.integers(0, 3))),
                draw(numbers) if kind == "number" else None, *pair,
                kind if kind in {"none", "not_applicable"} else "", draw(st.booleans()),
            )
        )  # fmt: skip
    return rows


def as_vintages(rows: list[FigureRow]) -> list[Vintage]:
    ordered = sorted(rows, key=lambda r: (r.known_from, r.recorded_at, r.id))
    return [
        Vintage(
            r.id, r.indicator, r.area, r.source, r.known_from.isoformat(),
            *(None if n is None else format(n, "f") for n in (r.value, r.numerator, r.denominator)),
            "tỷ đồng", r.absence, "estimated", r.id % 2 == 0, r.withdrawn,
        )
        for r in ordered
    ]  # fmt: skip


@given(histories(), st.sampled_from(["sum", "ratio_of_sums", "min", "max"]), st.integers(0, 7))
def test_a_day_of_the_sweep_is_the_roll_up_of_that_day(
    rows: list[FigureRow], method: str, after: int
) -> None:
    day = START + timedelta(days=after)
    made = sweep(as_vintages(rows), method=method, unit="tỷ đồng")
    total = made.on(day)
    found = roll_up(rows, [(area, 99) for area in AREAS], {7: method}, as_known_on=day)
    if not found:
        assert total is None or (total.reported, total.not_applicable) == (0, 0)
        return
    (expected,) = found
    assert total is not None
    assert total.reported == expected.reported
    assert len(AREAS) - total.not_applicable == expected.expected
    if method == "ratio_of_sums":
        assert (total.numerator, total.denominator) == (expected.numerator, expected.denominator)
    else:
        assert total.value == expected.value
    standing = made.standing(day).values()
    assert sum(1 for each in standing if each.absence == "not_applicable") == total.not_applicable
    assert total.simulated <= total.reported <= len(standing)


def test_units_meet_before_they_are_added() -> None:
    rows = [
        Vintage(1, 7, 1, 1, "2021-12-01", "1.5", None, None, "tỷ đồng", "", "official", False, False),
        Vintage(2, 7, 2, 1, "2021-12-01", "700", None, None, "triệu đồng", "", "estimated", False, False),
        Vintage(3, 7, 3, 1, "2021-12-01", "9", None, None, "người", "", "official", False, False),
    ]  # fmt: skip
    total = sweep(rows, method="sum", unit="tỷ đồng").on(START)
    assert total is not None
    assert (total.value, total.reported) == (Decimal("2.2"), 2)
    assert dict(total.statuses) == {"estimated": 1, "official": 1}
