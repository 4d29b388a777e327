"""Tasks: a life without dead ends, four states that part all dates, rates told by name."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import (
    OPEN,
    Alert,
    Counts,
    Formula,
    Part,
    Repeats,
    Rung,
    Standing,
    State,
    StepKind,
    after,
    alert_on,
    check_extension,
    check_step,
    counts_of,
    days_left,
    due_days,
    law_on,
    may_follow,
    occurrences,
    rate,
    read_task_law,
    rolled_percent,
    standing,
    still_open,
)
from dieuhanh.domain.tasks.life import NEEDS_WORDS
from dieuhanh.domain.tasks.terms import ExtensionRule
from dieuhanh.domain.wording import tasks as words
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.exchange.law import load_task_law, read_law_file

PUBLISHED = Path(__file__).parents[1] / "examples" / "facts" / "task_status.csv"
DAYS = st.dates(date(2021, 1, 1), date(2023, 12, 31))
MAYBE = st.none() | DAYS
STATES = st.sampled_from(State)
KINDS = st.sampled_from(StepKind)


@given(STATES, KINDS)
def test_what_has_ended_stays_ended_and_every_step_leads_somewhere_known(
    state: State, kind: StepKind
) -> None:
    if not may_follow(state, kind):
        return
    assert after(state, kind) in set(State)
    if state not in OPEN:
        assert after(state, kind) is state
        assert kind in {StepKind.DISPUTED, StepKind.DISPUTE_SETTLED}


@given(st.lists(KINDS, max_size=25))
def test_whatever_is_tried_done_comes_only_of_a_confirmed_report(tried: list[StepKind]) -> None:
    state, taken = State.ASSIGNED, [StepKind.ASSIGNED]
    for kind in tried:
        if may_follow(state, kind):
            state = after(state, kind)
            taken.append(kind)
    if state is State.CONFIRMED:
        moves = [
            k for k in taken if k in {StepKind.REPORTED, StepKind.RETURNED, StepKind.CONFIRMED}
        ]
        assert moves[-2:] == [StepKind.REPORTED, StepKind.CONFIRMED]
        assert StepKind.ACCEPTED in taken


@given(STATES.filter(lambda s: s in OPEN))
def test_from_every_open_state_the_end_can_be_reached(state: State) -> None:
    seen, waiting = {state}, [state]
    while waiting:
        here = waiting.pop()
        reached = {after(here, kind) for kind in StepKind if may_follow(here, kind)}
        waiting += reached - seen
        seen |= reached
    assert {State.CONFIRMED, State.WITHDRAWN} <= seen


def test_a_returned_task_is_not_done() -> None:
    assert after(State.REPORTED, StepKind.RETURNED) is State.ACCEPTED


@pytest.mark.parametrize("kind", sorted(NEEDS_WORDS))
def test_some_steps_are_not_taken_without_a_reason(kind: StepKind) -> None:
    state = next(state for state in State if may_follow(state, kind))
    with pytest.raises(BadInput, match="no_words"):
        check_step(state, kind, "  ")
    check_step(state, kind, "vì mưa")


def test_a_step_out_of_turn_says_whether_the_task_has_ended() -> None:
    with pytest.raises(BadInput, match="wrong_step"):
        check_step(State.ASSIGNED, StepKind.CONFIRMED)
    with pytest.raises(BadInput, match="ended"):
        check_step(State.WITHDRAWN, StepKind.PROGRESS)


@given(MAYBE, MAYBE, DAYS)
def test_the_four_states_are_the_rules_of_the_decision(
    due: date | None, done: date | None, today: date
) -> None:
    told = {
        Standing.DONE_ON_TIME: done is not None and (due is None or done <= due),
        Standing.DONE_LATE: done is not None and due is not None and done > due,
        Standing.OPEN_IN_TIME: done is None and (due is None or today <= due),
        Standing.OPEN_OVERDUE: done is None and due is not None and today > due,
    }
    assert [each for each, holds in told.items() if holds] == [
        standing(due_on=due, done_on=done, today=today)
    ]


@given(MAYBE, DAYS, DAYS, DAYS)
def test_what_is_done_no_longer_changes_with_the_day(
    due: date | None, done: date, one: date, other: date
) -> None:
    told = {standing(due_on=due, done_on=done, today=day) for day in (one, other)}
    assert len(told) == 1
    assert told.pop().done


@given(DAYS, DAYS, st.integers(0, 400))
def test_an_overdue_task_stays_overdue_while_days_pass(due: date, today: date, more: int) -> None:
    later = today + timedelta(days=more)
    if standing(due_on=due, done_on=None, today=today).late:
        assert standing(due_on=due, done_on=None, today=later).late


@given(DAYS, MAYBE, DAYS, st.integers(1, 200))
def test_an_extension_never_makes_a_task_later(
    due: date, done: date | None, today: date, more: int
) -> None:
    extended = due + timedelta(days=more)
    before = standing(due_on=due, done_on=done, today=today)
    now = standing(due_on=extended, done_on=done, today=today)
    assert now.done == before.done
    assert before.late or not now.late


@given(MAYBE, DAYS)
def test_days_left_are_below_zero_only_when_overdue(due: date | None, today: date) -> None:
    left = days_left(due, today, WorkCalendar())
    if left is None:
        assert due is None
    elif left != 0:
        late = standing(due_on=due, done_on=None, today=today).late
        assert late == (left < 0)


@given(st.lists(st.sampled_from(Standing)), st.sampled_from(Formula))
def test_rates_lie_between_nothing_and_all_and_cutting_never_adds(
    held: list[Standing], formula: Formula
) -> None:
    counts = counts_of(held)
    assert counts.total == len(held) == counts.done + counts.open
    found = rate(counts, formula)
    rounded, cut = found.half_up(), found.cut()
    if rounded is None or cut is None:
        assert found.denominator == 0
        return
    assert Decimal(0) <= cut <= rounded <= Decimal(100)
    assert rounded - cut in {Decimal(0), Decimal("0.01")}


def test_the_published_example_is_told_rounded_and_as_printed() -> None:
    with PUBLISHED.open(encoding="utf-8") as rows:
        told = [int(row["example_2017_count"]) for row in csv.DictReader(rows)]
    counts = Counts(*told)
    assert counts.total == 21_914
    found = rate(counts, Formula.DONE_OF_DUE)
    assert (found.numerator, found.denominator) == (16_051, 16_274)
    assert (found.half_up(), found.cut()) == (Decimal("98.63"), Decimal("98.62"))


@given(st.lists(st.builds(Part, STATES, st.integers(0, 100)), max_size=8))
def test_parts_make_a_whole_only_when_each_is_confirmed(parts: list[Part]) -> None:
    rolled = rolled_percent(parts)
    counted = [part for part in parts if part.state is not State.WITHDRAWN]
    assert (rolled is None) == (not counted)
    if rolled is not None:
        assert 0 <= rolled <= 100
        assert (rolled == 100) == all(part.state is State.CONFIRMED for part in counted)
        assert (still_open(parts) == 0) == (rolled == 100)


@given(DAYS, st.sampled_from(Repeats), st.integers(0, 800))
def test_a_period_has_one_occurrence_due_within_it(
    first: date, repeats: Repeats, more: int
) -> None:
    until = first + timedelta(days=more)
    found = occurrences(first, repeats, until)
    assert found[0].due_on == first
    assert len({each.period for each in found}) == len(found)
    assert all(each.period.start <= each.due_on <= each.period.end for each in found)
    assert all(each.period.start <= until for each in found[1:])
    assert found[-1].period.end >= until
    last = found[len(found) // 2].due_on
    assert [each.due_on for each in occurrences(first, repeats, until, last)] == [
        each.due_on for each in found if each.due_on <= last
    ]


ONCE = ExtensionRule(1, after_deadline=False)
MARCH = date(2022, 3, 31)


def _asked(**changed: object) -> None:
    asked = {
        "due_on": MARCH, "asked_for": date(2022, 4, 15), "granted": 0,
        "today": date(2022, 3, 1), **changed,
    }  # fmt: skip
    check_extension(ONCE, **asked)  # type: ignore[arg-type]


def test_an_extension_is_asked_before_the_deadline_for_a_later_day_and_as_often_as_allowed() -> (
    None
):
    _asked()
    _asked(today=MARCH)
    for code, changed in {
        "no_deadline": {"due_on": None},
        "not_later": {"asked_for": MARCH},
        "past": {"today": date(2022, 5, 1)},
        "too_many": {"granted": 1},
        "too_late": {"today": date(2022, 4, 1)},
    }.items():
        with pytest.raises(BadInput, match=f"extension.{code}"):
            _asked(**changed)


def test_the_law_is_read_with_its_citation_and_a_province_overrules_it() -> None:
    country = load_task_law()
    law = law_on(country, date(2022, 1, 12), "Cà Mau")
    assert law.extensions == ONCE
    assert law.confidence == "low"
    assert "42/2014" in law.citation
    assert [rung for alert in law.ladder[:1] for rung in alert.rungs] == [Rung.OFFICER]
    assert Rung.ASSIGNER in law.ladder[-1].rungs
    data = read_law_file("tasks.toml")
    own = {
        **data["follow_up"][0],
        "scope": "Cà Mau",
        "extensions": {"most": 2, "after_deadline": True},
    }
    both = read_task_law({"follow_up": [*data["follow_up"], own]})
    assert law_on(both, date(2022, 1, 12), "Cà Mau").extensions.most == 2
    assert law_on(both, date(2022, 1, 12), "Bạc Liêu").extensions.most == 1
    with pytest.raises(BadInput, match="no_law"):
        law_on(country, date(2010, 1, 1))
    for fault in ({"extensions": {"most": -1, "after_deadline": False}}, {"citation": " "},
                  {"in_force_from": "2022"}, {"ladder": [{"days": 1, "to": []}]}):  # fmt: skip
        with pytest.raises(BadInput, match=r"task\.law"):
            read_task_law({"follow_up": [own | fault]})


@given(DAYS, st.sets(st.integers(-10, 20), min_size=1))
def test_due_days_are_those_with_an_alert_today(today: date, marks: set[int]) -> None:
    ladder = [Alert(mark, (Rung.OFFICER,)) for mark in sorted(marks)]
    calendar = WorkCalendar()
    found = due_days(today, ladder, calendar, reach=40)
    for offset in range(-40, 41):
        day = today + timedelta(days=offset)
        assert found.get(day) == alert_on(day, today, ladder, calendar)


def test_everything_has_its_words() -> None:
    tables = (
        (words.STATES, State), (words.STEPS, StepKind), (words.STANDINGS, Standing),
        (words.FORMULAS, Formula), (words.RUNGS, Rung),
    )  # fmt: skip
    for table, known in tables:
        assert set(table) == {each.value for each in known}
    assert set(words.DEEDS_EN) == {k.value for k in StepKind} - {"assigned"}
    assert set(words.REPEATS) == {"", *(each.value for each in Repeats)}
