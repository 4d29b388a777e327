"""What a program reads: the same things as the pages, for the same eyes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dieuhanh.audit.jobs import seal
from dieuhanh.plans.models import Plan
from dieuhanh.reports.models import Figure
from tests.api.conftest import Caller, problem_of

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]


def test_the_board_is_the_one_of_the_page(caller: Call) -> None:
    board = caller("chu-tich").json("/plans/ca-mau-2021/board", as_known_on="2022-01-12")
    assert board["tally"]["met_or_exceeded"] == 12
    first = board["verdicts"][0]
    assert (first["no"], first["actual"], first["verdict"]) == ("1", "5851", "exceeded")
    assert first["reason"]["text"].startswith("Thực hiện 5.851")
    english = caller("chu-tich", "en-GB, vi;q=0.3").json("/plans/ca-mau-2021/board")
    assert "5,851" in english["verdicts"][0]["reason"]["text"]


def test_a_day_before_the_figures_gives_another_board(caller: Call) -> None:
    board = caller("chu-tich").json("/plans/ca-mau-2021/board", as_known_on="2021-12-31")
    assert board["verdicts"][0]["actual"] == "5220"


def test_areas_are_those_of_the_day(caller: Call) -> None:
    ask = caller("nguoi-dan")
    then = ask.json("/areas", on="2021-12-31", under="96", level="commune", limit=500)
    now = ask.json("/areas", on="2025-07-01", under="96", level="commune", limit=500)
    assert (len(then["items"]), then["next"], len(now["items"])) == (101, None, 64)
    old, new = (ask.json("/areas/32002", on=day) for day in ("2021-12-31", "2025-07-02"))
    assert (old["name"], new["name"]) == ("Phường 4", "Phường An Xuyên")
    assert old["above"] == ["964", "96", *old["above"][2:]]
    assert {edge["kind"] for edge in new["came_from"]} == {"merge"}


def test_targets_by_area_as_reported_and_restated(caller: Call) -> None:
    ask = caller("chu-tich")
    counted = [
        (target["no"], table)
        for target in ask.json("/plans/ca-mau-2021/versions/1/targets")["items"]
        if target["indicator"]
        if (table := ask.json(f"/plans/ca-mau-2021/targets/{target['no']}/areas"))["lines"]
    ]
    assert counted
    for no, table in counted:
        assert table["restated"] is None
        path = f"/plans/ca-mau-2021/targets/{no}/areas"
        again = ask.json(path, areas_of="2025-07-01")
        assert again["lines"] == table["lines"]
        assert all("made" in line for line in again["restated"])


@pytest.mark.parametrize("path", ["/indicators", "/plans", "/bodies", "/areas", "/figures"])
def test_a_walk_page_by_page_is_the_whole_list(caller: Call, path: str) -> None:
    ask = caller("chu-tich")
    whole = ask.json(path, limit=500)["items"][:60]
    walked: list[Any] = []
    cursor: str | None = ""
    while cursor is not None and len(walked) < len(whole):
        page = ask.json(path, limit=7, cursor=cursor)
        walked += page["items"]
        cursor = page["next"]
    assert walked[: len(whole)] == whole
    assert len(whole) > 1


def test_decimals_are_told_as_printed(caller: Call) -> None:
    ask = caller("chu-tich")
    for kept in Figure.objects.exclude(value=None)[:200]:
        told = ask.json(f"/figures/{kept.pk}")
        assert told["value"] == format(kept.value, "f")
        assert told["history"]
    assert any(
        "." in each["value"] for each in ask.json("/figures", limit=300)["items"] if each["value"]
    )


def test_figures_are_found_by_what_they_are_of(caller: Call) -> None:
    found = caller("chu-tich").json("/figures", indicator="thu-ngan-sach", area="96", period="2021")
    assert {(f["indicator"], f["area"], f["period"]) for f in found["items"]} == {
        ("thu-ngan-sach", "96", "2021")
    }
    one = caller("chu-tich").json(f"/figures/{found['items'][-1]['id']}")
    assert [f["value"] for f in one["history"] if f["value"] in {"5220", "5851"}]


def test_a_figure_carries_the_number_of_the_line_that_took_it_in(caller: Call) -> None:
    seal()
    ask = caller("chu-tich")
    lines = [line for line in ask.json("/changes")["items"] if line["kind"] == "figures.imported"]
    assert lines
    for line in lines:
        listed = ask.json("/figures", change=line["number"], limit=500)
        assert {each["change"] for each in listed["items"]} == {line["number"]}
        assert len(listed["items"]) == min(line["figures"], 500)


def test_a_list_asks_a_fixed_number_of_times(
    caller: Call, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    ask = caller("chu-tich")
    ask.json("/figures", limit=10)
    for path, most in (("/figures", 8), ("/plans", 7), ("/submissions", 8), ("/rounds", 8)):
        with django_assert_max_num_queries(most):
            ask.json(path, limit=500)


def test_an_unchanged_answer_is_not_sent_again(caller: Call) -> None:
    ask = caller("chu-tich")
    first = ask.get("/plans/ca-mau-2021")
    ask.headers["If-None-Match"] = first.headers["ETag"]
    again = ask.get("/plans/ca-mau-2021")
    assert (again.status_code, again.content) == (304, b"")
    assert "Authorization" in first.headers["Vary"]


def test_a_signed_in_page_may_ask_too(client_as: Callable[[str], Client], example: None) -> None:
    told = client_as("chu-tich").get("/api/v1/plans").json()
    assert {plan["code"] for plan in told["items"]} == set(
        Plan.objects.values_list("code", flat=True)
    )


def test_who_am_i(caller: Call) -> None:
    told = caller("can-bo-xa").json("/me")
    assert "figure.enter" in told["permissions"]
    assert "plan.issue" not in told["permissions"]
    assert told["today"] == "2022-01-12"


def test_a_broken_cursor_is_told(caller: Call) -> None:
    for cursor in ("x", "LTEuMw", "MS4", "MS4yLjM", "đ"):
        told = problem_of(caller("chu-tich").get("/figures", cursor=cursor), 422)
        assert told["code"] == "cursor.unreadable"


def test_no_figure_was_taken_in_by_line_nought(caller: Call) -> None:
    assert caller("chu-tich").json("/figures", change=0) == {"items": [], "next": None}
