"""The board of Cà Mau's 2021, as known on each day, and of the country's 2019."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.assessment.queries import Board, board, board_json
from dieuhanh.domain.actors import Actor

CONFERENCE = date(2022, 1, 12)
YEAR_END = date(2021, 12, 31)
COMPUTED = {"1", "2", "3", "5", "6", "8"}
UNSPLIT = {"4", "7", "9", "10", "11", "12"}

pytestmark = pytest.mark.usefixtures("example")


def judged(by: Actor, day: date, plan: str = "ca-mau-2021") -> Board:
    return board(plan, seen_by=by, as_known_on=day)


def rows(made: Board) -> dict[str, dict[str, object]]:
    return {row["no"]: row for row in board_json(made)["verdicts"]}


def test_conference_reads_twelve_of_twenty_two(at_machine: Actor) -> None:
    tally = board_json(judged(at_machine, CONFERENCE))["tally"]
    published = tally.pop("published")
    assert tally == {
        "total": 22, "met_or_exceeded": 12, "exceeded": 6, "met": 0, "unsplit": 6, "not_met": 2,
        "no_data": 8, "not_due": 0, "not_comparable": 0, "computed": 6, "as_published": 8,
    }  # fmt: skip
    assert (published["met"], published["total"]) == (12, 22)


def test_six_are_computed_and_six_stand_as_published(at_machine: Actor) -> None:
    told = rows(judged(at_machine, CONFERENCE))
    assert {no for no, r in told.items() if r["basis"] == "computed"} == COMPUTED
    assert all(told[no]["verdict"] == "exceeded" for no in COMPUTED)
    for no in UNSPLIT:
        assert told[no]["verdict"] == "met_or_exceeded"
        assert told[no]["basis"] == "as_published"
        assert told[no]["plan"] is None
        assert told[no]["reason"]["code"] == "published.plan_unknown"


def test_derived_plan_values_say_so(at_machine: Actor) -> None:
    told = rows(judged(at_machine, CONFERENCE))
    assert (told["1"]["plan"], told["2"]["plan"]) == ("5478", "1100")
    assert all("suy ra từ bài báo" in told[no]["plan_source"] for no in ("1", "2"))
    assert told["1"]["plan_ratio_pct"] == "106.8"


def test_two_misses_are_named_and_eight_wait(at_machine: Actor) -> None:
    told = rows(judged(at_machine, CONFERENCE))
    assert (told["15"]["verdict"], told["15"]["sub_label"]) == ("not_met", "near_miss")
    assert told["15"]["reason"]["code"] == "published.plan_approximate"
    assert told["16"]["verdict"] == "not_met"
    waiting = {"13", "14", "17", "18", "19", "20", "21", "22"}
    assert {no for no, row in told.items() if row["verdict"] == "no_data"} == waiting
    assert all(told[no]["reason"]["text"] for no in waiting)
    assert told["21"]["indicator"] == told["22"]["indicator"] == "chưa rõ tên"


def test_december_has_revenue_missed_and_most_without_a_figure(at_machine: Actor) -> None:
    made = judged(at_machine, YEAR_END)
    told, tally = rows(made), board_json(made)["tally"]
    assert (tally["published"]["met"], tally["published"]["total"]) == (11, 22)
    assert told["1"]["verdict"] == "not_met"
    assert (told["1"]["actual"], told["1"]["plan_ratio_pct"]) == ("5220", "95.3")
    assert (told["2"]["verdict"], told["2"]["actual"]) == ("met", "1100")
    assert told["2"]["figures"][0]["value"] == "1.1"
    assert told["5"]["reason"]["code"] == "board.no_figure_yet"
    assert "12/01/2022" in told["5"]["reason"]["text"]


def test_country_2019_is_met_whole(at_machine: Actor) -> None:
    made = judged(at_machine, CONFERENCE, "viet-nam-2019")
    tally = made.tally
    assert (tally["met_or_exceeded"], tally["exceeded"], tally["met"]) == (12, 7, 5)
    assert tally["computed"] == 12
    assert not any(each.differs for each in made.verdicts)


def test_before_the_year_ends_what_has_no_figure_is_not_due(at_machine: Actor) -> None:
    tally = judged(at_machine, date(2021, 10, 1)).tally
    assert tally["not_due"] == tally["total"] == 22


def test_citizen_sees_the_same_published_board(actor: Callable[[str], Actor]) -> None:
    assert judged(actor("nguoi-dan"), CONFERENCE).tally["met_or_exceeded"] == 12


@pytest.mark.parametrize("name", ["practice", "literal", "rounded"])
def test_every_convention_judges_the_whole_board(at_machine: Actor, name: str) -> None:
    made = board("ca-mau-2021", seen_by=at_machine, as_known_on=CONFERENCE, convention=name)
    assert made.tally["total"] == 22
    assert made.tally["computed"] == 6


def test_a_board_counts_its_queries(
    at_machine: Actor, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        judged(at_machine, CONFERENCE)
