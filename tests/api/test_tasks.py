"""Tasks for programs: listed by who leads and by when, followed up by the verbs of the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dieuhanh.domain.actors import Actor
from tests.api.conftest import Caller, problem_of
from tests.api.tokens import token_with
from tests.security.planted import plant

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]


@pytest.fixture
def things(example: None, at_machine: Actor) -> dict[str, Any]:
    """A task of a commune of Phú Tân, assigned by its district from a conclusion."""
    return plant(at_machine)


def test_a_task_tells_where_it_comes_from_and_its_steps(
    caller: Call, things: dict[str, Any]
) -> None:
    told = caller("chu-tich").json(f"/tasks/{things['task']}")
    assert (told["lead"], told["assigner"], told["due_on"]) == (
        "ubnd-32212", "ubnd-972", "2022-01-12",
    )  # fmt: skip
    assert told["comes_from"] == {
        "conference": things["meeting"],
        "conclusion": things["conclusion"],
    }
    assert [(step["number"], step["kind"]) for step in told["steps"]] == [(1, "assigned")]
    steps = caller("chu-tich").json(f"/tasks/{things['task']}/steps")
    assert steps == told["steps"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"lead": "ubnd-32212"}, 1),
        ({"lead": "ubnd-32248"}, 0),
        ({"assigner": "ubnd-972", "programme": "kin-ct", "conference": "kin-hop"}, 1),
        ({"due_until": "2022-01-12"}, 1),
        ({"due_until": "2022-01-11"}, 0),
        ({"due_from": "2022-01-13"}, 0),
        ({"state": "confirmed"}, 0),
        ({"disputed": "false"}, 1),
    ],
)
def test_the_list_is_cut_to_what_is_asked(
    caller: Call, things: dict[str, Any], asked: dict[str, str], found: int
) -> None:
    codes = [each["code"] for each in caller("chu-tich").json("/tasks", **asked)["items"]]
    assert codes.count(things["task"]) == found


def test_another_body_is_told_there_is_nothing(caller: Call, things: dict[str, Any]) -> None:
    for seat in ("can-bo-xa", "can-bo-huyen", "so-y-te", "nguoi-dan"):
        ask = caller(seat)
        assert things["task"] not in {each["code"] for each in ask.json("/tasks")["items"]}
        there = problem_of(ask.get(f"/tasks/{things['task']}"), 404)
        absent = problem_of(ask.get("/tasks/khong-co"), 404)
        assert {**there, "instance": ""} == {**absent, "instance": ""}


def test_a_token_without_the_scope_sees_none(
    things: dict[str, Any], actor: Callable[[str], Actor]
) -> None:
    owner = actor("chu-tich")
    assert token_with(owner, "chu-tich", {"conference.view"}).json("/tasks")["items"] == []
    seen = token_with(owner, "chu-tich", {"task.view"}).json("/tasks")["items"]
    assert things["task"] in {each["code"] for each in seen}


def test_a_list_asks_a_fixed_number_of_times(
    caller: Call, things: dict[str, Any], django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    ask = caller("chu-tich")
    ask.json("/me")
    with django_assert_max_num_queries(10):
        ask.json("/tasks")


ORDER = {
    "title": "Rà soát nhà ở", "assigner": "ubnd-ca-mau", "lead": "so-y-te-ca-mau",
    "due_on": "2022-03-31", "co_bodies": ["ubnd-973"],
}  # fmt: skip


def test_a_task_is_assigned_once_and_followed_step_by_step(caller: Call) -> None:
    office, health = caller("van-phong"), caller("so-y-te")
    key = {"Idempotency_Key": "k-1"}
    made = [office.send("/tasks", ORDER, **key) for _ in range(2)]
    assert [answer.status_code for answer in made] == [201, 201]
    assert made[0].json()["code"] == made[1].json()["code"]
    steps = f"/tasks/{made[0].json()['code']}/steps"
    told = health.send(steps, {"kind": "accepted", "revision": 1}).json()
    assert (told["state"], told["revision"]) == ("accepted", 2)
    late = problem_of(health.send(steps, {"kind": "progress", "text": "x", "revision": 1}), 422)
    assert "vừa làm một bước" in late["detail"]
    figure = {"kind": "progress", "percent": 30, "documents": ["bai-bao-2022-01-12"]}
    told = health.send(steps, figure).json()
    assert told["percent"] == 30
    assert told["steps"][-1]["evidence"][0]["document"] == "bai-bao-2022-01-12"
    health.send(steps, {"kind": "reported", "text": "xong"})
    problem_of(health.send(steps, {"kind": "confirmed"}), 403)
    told = office.send(steps, {"kind": "confirmed"}).json()
    assert (told["state"], told["done_on"]) == ("confirmed", "2022-01-12")


def test_what_is_no_step_of_its_own_is_refused(caller: Call, things: dict[str, Any]) -> None:
    office = caller("van-phong")
    code = office.send("/tasks", ORDER).json()["code"]
    problem_of(office.send(f"/tasks/{code}/steps", {"kind": "assigned"}), 404)
    problem_of(office.send(f"/tasks/{code}/steps", {"kind": "x"}), 422)
    problem_of(office.send("/tasks", ORDER | {"lead": "bao-dan-tri"}), 422)
    asked = ORDER | {"origin": "conclusion", "comes_from": "999"}
    problem_of(office.send("/tasks", asked), 404)
    problem_of(caller("can-bo-xa").send("/tasks", ORDER), 403)
