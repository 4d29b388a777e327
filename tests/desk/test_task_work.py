"""Tasks on the desk: what waits for whom, and what is told, once, gathered, up the ladder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from dieuhanh.bodies.models import Body
from dieuhanh.desk.jobs import tell_all
from dieuhanh.desk.models import Notice, TaskTold
from dieuhanh.desk.queries import acts_for_somebody, begins_with_work, work
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.tasks import StepKind
from dieuhanh.domain.wording.notices import NOTICES, notice_text
from dieuhanh.people.actions import appoint, create_user
from dieuhanh.people.models import User
from dieuhanh.people.roles import ROLES
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.actions.extending import ask_extension, grant_extension
from dieuhanh.tasks.actions.following import accept, confirm, give_back, report_done
from dieuhanh.tasks.actions.imports import import_tasks
from dieuhanh.tasks.models import Task
from dieuhanh.tasks.queries.origins import Origin
from tests.conftest import DEMO_DAY
from tests.pages import page, words
from tests.tasks.task_builders import COMMUNE, HEALTH, PROVINCE, put
from tests.tasks.test_tables import ROW, records, table

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
DUE = date(2022, 1, 25)


def given(by: Actor, *, lead: str = HEALTH, due: date | None = DUE, title: str = "Việc") -> Task:
    order = Order(title=title, lead=lead, assigner=PROVINCE, due_on=due)
    return assign(by=by, order=order, origin=Origin(), today=DEMO_DAY)


def kinds(actor: Actor, today: date = DEMO_DAY) -> list[tuple[str, str]]:
    return [
        (e.kind, e.pressing)
        for e in work(seen_by=actor, today=today).errands
        if e.kind.startswith("task_")
    ]


def test_a_task_goes_round_and_each_time_waits_for_one_side(actor: Seat) -> None:
    office, health = actor("van-phong"), actor("so-y-te")
    code = given(office).code
    assert kinds(health) == [("task_accept", "later")]
    assert kinds(office) == []
    accept(by=health, task=code, today=DEMO_DAY)
    assert kinds(health) == []
    assert kinds(health, DUE - timedelta(days=7)) == [("task_do", "later")]
    assert kinds(health, DUE) == [("task_do", "today")]
    assert kinds(health, DUE + timedelta(days=1)) == [("task_do", "late")]
    assert kinds(office, DUE) == []
    assert kinds(office, DUE + timedelta(days=1)) == [("task_urge", "late")]
    ask_extension(by=health, task=code, until=date(2022, 2, 25), text="chờ số liệu", today=DEMO_DAY)
    assert kinds(office) == [("task_extend", "later")]
    grant_extension(by=office, task=code, until=date(2022, 2, 25), today=DEMO_DAY)
    report_done(by=health, task=code, text="Đã xong", today=DEMO_DAY)
    assert kinds(office) == [("task_confirm", "later")]
    assert kinds(health) == []
    give_back(by=office, task=code, text="thiếu biểu", today=DEMO_DAY)
    [errand] = [e for e in work(seen_by=health, today=DEMO_DAY).errands if e.kind == "task_fix"]
    assert errand.comment == "thiếu biểu"
    report_done(by=health, task=code, text="Đã bổ sung", today=DEMO_DAY)
    confirm(by=office, task=code, today=DEMO_DAY)
    assert kinds(office) == kinds(health) == []


def test_what_waits_for_an_assigner_is_counted_and_its_list_holds_as_many(
    at_machine: Actor, actor: Seat, client_as: Callable[[str], Client]
) -> None:
    for n in range(3):
        put(at_machine, f"R-{n}", state="reported", reported_on=DEMO_DAY)
    put(at_machine, "H", state="asked_back")
    put(at_machine, "E", state="reported", reported_on=DEMO_DAY, extension_asked=DUE)
    for n in range(2):
        put(at_machine, f"L-{n}", state="accepted", due_on=DEMO_DAY - timedelta(days=1 + n))
    found = {e.kind: e for e in work(seen_by=actor("van-phong"), today=DEMO_DAY).errands}
    counts = {"task_confirm": 3, "task_answer": 1, "task_extend": 1, "task_urge": 2}
    assert {kind: found[kind].count for kind in counts} == counts
    client = client_as("van-phong")
    for kind in ("task_answer", "task_extend", "task_urge"):
        said = words(page(client, found[kind].href))
        assert f"{counts[kind]} nhiệm vụ tìm thấy" in said
    said = words(page(client, reverse("desk:work")))
    assert "3 nhiệm vụ đang chờ" in said
    assert "Quyết định gia hạn" in said


def test_nobody_is_shown_work_of_another(at_machine: Actor, actor: Seat) -> None:
    put(at_machine, "A", state="assigned", lead=COMMUNE, assigner="ubnd-973")
    assert kinds(actor("so-y-te")) == kinds(actor("nguoi-dan")) == kinds(actor("van-phong")) == []
    assert kinds(actor("can-bo-xa")) == [("task_accept", "later")]


def test_a_leader_begins_with_the_overview_and_has_the_list(actor: Seat) -> None:
    leader = actor("chu-tich")
    assert acts_for_somebody(leader)
    assert not begins_with_work(leader)
    assert begins_with_work(actor("can-bo-xa"))
    assert not acts_for_somebody(actor("nguoi-dan"))


def test_the_list_costs_the_same_for_many(
    at_machine: Actor, actor: Seat, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    health, spent = actor("so-y-te"), []
    for start in (0, 20):
        for n in range(start, start + 20):
            put(at_machine, f"N-{n}", state="assigned")
        with django_assert_max_num_queries(20) as held:
            work(seen_by=health, today=DEMO_DAY)
        spent.append(len(held.captured_queries))
    assert spent[0] == spent[1]


def told_to(seat: str) -> list[str]:
    found = Notice.objects.filter(user__username=seat, code__startswith="task.").order_by("pk")
    return [notice.code for notice in found]


def test_steps_are_told_to_the_other_side_once(actor: Seat) -> None:
    office, health = actor("van-phong"), actor("so-y-te")
    code = given(office).code
    tell_all(today=DEMO_DAY)
    tell_all(today=DEMO_DAY)
    assert told_to("so-y-te") == ["task.assigned.one"]
    assert told_to("van-phong") == []
    accept(by=health, task=code, today=DEMO_DAY)
    report_done(by=health, task=code, text="Đã xong", today=DEMO_DAY)
    tell_all(today=DEMO_DAY)
    assert told_to("van-phong") == told_to("chu-tich") == ["task.reported.one"]
    give_back(by=office, task=code, text="thiếu", today=DEMO_DAY)
    tell_all(today=DEMO_DAY)
    assert told_to("so-y-te") == ["task.assigned.one", "task.returned.one"]
    assert told_to("van-phong") == ["task.reported.one"]


def test_many_at_once_are_one_notice_that_leads_to_their_list(
    actor: Seat, client_as: Callable[[str], Client]
) -> None:
    rows = [(f"Việc {n}", *ROW[1:]) for n in range(40)]
    told = records(table(*rows), "a.csv")
    import_tasks(by=actor("van-phong"), records=told, today=DEMO_DAY)
    tell_all(today=DEMO_DAY)
    [notice] = Notice.objects.filter(user__username="so-y-te", code__startswith="task.")
    assert (notice.code, notice.values["count"]) == ("task.assigned.many", 40)
    assert "40 nhiệm vụ tìm thấy" in words(page(client_as("so-y-te"), notice.href))


def ladder_of(seat: str) -> list[tuple[str, str]]:
    found = Notice.objects.filter(user__username=seat, code__startswith="task.due")
    return [(n.code.split(".")[2], str(n.values["days"])) for n in found.order_by("pk")]


def walk(first: date, last: date) -> None:
    day = first
    while day <= last:
        tell_all(today=day)
        tell_all(today=day)
        day += timedelta(days=1)


@pytest.fixture
def head(at_machine: Actor) -> User:
    """The head of the department has a seat of their own, by office."""
    user = create_user(by=at_machine, username="giam-doc", full_name="Giám đốc Sở Y tế")
    body = Body.objects.get(code=HEALTH)
    appoint(by=at_machine, user=user, body=body, role=ROLES["leader"], title="Giám đốc",
            since=date(2021, 1, 1))  # fmt: skip
    return user


def test_the_ladder_climbs_from_the_officer_to_the_head_to_the_assigner_once_each(
    at_machine: Actor, head: User
) -> None:
    put(at_machine, "T", due_on=date(2022, 3, 15))
    walk(date(2022, 3, 1), date(2022, 4, 20))
    assert ladder_of("so-y-te") == [
        ("before", "5"), ("before", "2"), ("today", "0"), ("late", "1"),
    ]  # fmt: skip
    assert ladder_of("giam-doc") == [
        ("before", "2"), ("today", "0"), ("late", "1"), ("late", "3"), ("late", "10"),
        ("late", "20"),
    ]  # fmt: skip
    assert ladder_of("van-phong") == [("late", "3"), ("late", "10"), ("late", "20")]
    assert ladder_of("can-bo-xa") == []


def test_a_day_the_machine_stood_still_is_made_up_for_and_only_the_latest_rung_told(
    at_machine: Actor,
) -> None:
    put(at_machine, "T", due_on=date(2022, 3, 15))
    tell_all(today=date(2022, 3, 17))
    assert ladder_of("so-y-te") == [("late", "2")]
    tell_all(today=date(2022, 3, 18))
    tell_all(today=date(2022, 4, 30))
    assert ladder_of("so-y-te")[0] == ("late", "2")


def test_done_withdrawn_and_recurring_tasks_are_not_chased(at_machine: Actor) -> None:
    due = date(2022, 3, 15)
    put(at_machine, "A", due_on=due, state="confirmed", done_on=due)
    put(at_machine, "B", due_on=due, state="withdrawn")
    put(at_machine, "C", due_on=due, repeats="month")
    put(at_machine, "D", due_on=None)
    walk(date(2022, 3, 8), date(2022, 3, 20))
    assert not TaskTold.objects.filter(what="alert").exists()


def test_an_extension_begins_the_ladder_anew(at_machine: Actor) -> None:
    from dieuhanh.audit.models import door_open  # noqa: PLC0415

    task = put(at_machine, "T", due_on=date(2022, 3, 15))
    walk(date(2022, 3, 8), date(2022, 3, 11))
    task.due_on = date(2022, 3, 31)
    with door_open():
        task.save()
    walk(date(2022, 3, 12), date(2022, 3, 31))
    assert ladder_of("so-y-te")[-3:] == [("before", "5"), ("before", "2"), ("today", "0")]


def test_the_official_in_person_is_told_in_place_of_the_officers(at_machine: Actor) -> None:
    official = create_user(by=at_machine, username="phu-trach", full_name="Trưởng phòng")
    put(at_machine, "T", due_on=date(2022, 3, 15), official_user=official)
    tell_all(today=date(2022, 3, 8))
    assert ladder_of("phu-trach") == [("before", "5")]
    assert ladder_of("so-y-te") == []


def test_telling_costs_the_same_for_many(
    at_machine: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(60):
        put(at_machine, f"N-{n}", due_on=date(2022, 3, 15), lead=COMMUNE if n % 2 else HEALTH)
    with django_assert_max_num_queries(43):
        assert tell_all(today=date(2022, 3, 15)) == 2


def test_every_step_that_is_told_has_its_sentence_in_both_languages() -> None:
    from dieuhanh.desk.queries.task_alerts import TO_ASSIGNER, TO_LEAD  # noqa: PLC0415

    assert not TO_LEAD & TO_ASSIGNER
    assert set(StepKind) >= TO_LEAD | TO_ASSIGNER
    values = {"body": "Sở", "title": "Việc", "count": 2, "days": 3, "due": "2022-03-15"}
    for kind in (*TO_LEAD, *TO_ASSIGNER, "due.before", "due.today", "due.late"):
        for number in ("one", "many"):
            code = f"task.{kind}.{number}"
            assert code in NOTICES
            assert len(code) <= Notice._meta.get_field("code").max_length
            said = [notice_text(code, values, lang) for lang in ("vi", "en")]
            assert said[0] != said[1]
            assert "{" not in "".join(said)
