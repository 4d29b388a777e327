"""The engine selects what the domain's oracle selects, whatever the order of entry."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.figures import Figure, FigureKey, Status, Value, current
from dieuhanh.engine.rollups import roll_up
from dieuhanh.engine.tables import FigureRow
from dieuhanh.engine.vintages import current_ids

START = date(2021, 12, 1)
MOMENT = datetime(2022, 1, 1, tzinfo=UTC)


def row(pk: int, source: int, known: int, recorded: int, *, withdrawn: bool = False) -> FigureRow:
    return FigureRow(
        pk, 1, 1, "2021", "in_period", "", source, START + timedelta(days=known),
        MOMENT + timedelta(minutes=recorded), Decimal(pk), None, None, "", withdrawn,
    )  # fmt: skip


def noun(each: FigureRow) -> Figure:
    key = FigureKey("i", each.area, each.period, source=str(each.source))
    value = Value(unit="tỷ đồng", number=each.value)
    return Figure(
        each.id, key, value, Status.ESTIMATED, each.known_from, each.recorded_at, each.withdrawn
    )


histories = st.lists(
    st.builds(
        lambda source, known, recorded, withdrawn: (source, known, recorded, withdrawn),
        st.integers(1, 3), st.integers(0, 60), st.integers(0, 5), st.booleans(),
    ),
    max_size=25,
)  # fmt: skip


@given(histories, st.integers(-1, 61), st.none() | st.integers(0, 5), st.randoms())
def test_engine_equals_oracle_in_any_order(
    history: list[tuple[int, int, int, bool]], day: int, minute: int | None, order: object
) -> None:
    rows = [row(pk, s, k, r, withdrawn=w) for pk, (s, k, r, w) in enumerate(history, start=1)]
    order.shuffle(rows)  # type: ignore[attr-defined]
    on = START + timedelta(days=day)
    by = None if minute is None else MOMENT + timedelta(minutes=minute)
    expected = current([noun(r) for r in rows], as_known_on=on, as_recorded_by=by)
    found = current_ids(rows, as_known_on=on, as_recorded_by=by)
    assert found == {figure.id for figure in expected.values()}


def test_a_withdrawn_figure_leaves_nothing_behind() -> None:
    rows = [row(1, 1, 0, 0), row(2, 1, 5, 1, withdrawn=True)]
    assert current_ids(rows, as_known_on=START + timedelta(days=9)) == set()
    assert current_ids(rows, as_known_on=START) == {1}


def amounts(values: list[str | None]) -> list[FigureRow]:
    return [
        FigureRow(
            n, 7, n, "2021", "in_period", "", 1, START, MOMENT,
            Decimal(v) if v is not None else None, None, None, "" if v else "not_collected", False,
        )
        for n, v in enumerate(values, start=1)
    ]  # fmt: skip


@given(st.lists(st.none() | st.decimals(-(10**12), 10**12, places=4), min_size=1, max_size=20))
def test_sums_are_exact_and_missing_is_never_zero(values: list[Decimal | None]) -> None:
    rows = amounts([None if v is None else format(v, "f") for v in values])
    within = [(r.area, 99) for r in rows]
    (total,) = roll_up(rows, within, {7: "sum"}, as_known_on=START)
    present = [v for v in values if v is not None]
    assert total.value == (sum(present, Decimal(0)) if present else None)
    assert (total.reported, total.expected) == (len(present), len(values))


def test_an_indicator_that_cannot_be_summed_is_left_out() -> None:
    assert roll_up(amounts(["1"]), [(1, 99)], {7: "none"}, as_known_on=START) == []
    assert roll_up(amounts(["1"]), [(1, 99)], {7: "weighted_mean"}, as_known_on=START) == []
