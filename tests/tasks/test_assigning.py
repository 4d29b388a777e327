"""Where tasks come from, whom they may be given, how they go down and come again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body, BodySuccession
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.plans.models import Target
from dieuhanh.tasks.actions.assigning import amend, reassign
from dieuhanh.tasks.actions.following import accept, confirm, progress, report_done, withdraw
from dieuhanh.tasks.actions.handing import hand_over
from dieuhanh.tasks.jobs import KEEPER, keep_tasks
from dieuhanh.tasks.models import Point, Step, Task
from dieuhanh.tasks.queries import task as find_task
from dieuhanh.tasks.queries.leads import below, may_lead
from dieuhanh.tasks.queries.origins import origin
from tests.security.planted import plant
from tests.tasks.given import COMMUNE, DISTRICT, DUE, HEALTH, PROVINCE, TODAY, again, given, order

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Seat = Callable[[str], Actor]
REFORM = date(2025, 7, 1)


@pytest.fixture
def things(at_machine: Actor) -> dict[str, Any]:
    return plant(at_machine)


def test_a_task_comes_from_whatever_the_assigner_may_see(
    actor: Seat, at_machine: Actor, things: dict[str, Any]
) -> None:
    finding = Finding.objects.order_by("pk")[0]
    target = Target.objects.filter(version__plan__code="ca-mau-2021", no="1")[0]
    for kind, key, quoted in (
        ("conclusion", str(things["conclusion"]), "Kết luận"),
        ("point", str(things["point"]), "Một điểm"),
        ("finding", str(finding.pk), finding.sentence),
        ("target", str(target.pk), ""),
        ("document", "bai-bao-2022-01-12", "câu này"),
    ):
        made = given(at_machine, kind, key, quote="câu này" if kind == "document" else "")
        assert made.origin == kind
        assert quoted in made.quote
        came = origin(kind, key, seen_by=at_machine)
        assert made in Task.objects.filter(came.alike)


@pytest.mark.parametrize(
    ("kind", "key"),
    [("conclusion", "conclusion"), ("parent", "task"), ("finding", "999999"), ("point", "x"),
     ("document", "khong-co"), ("target", "²"), ("nothing", "1"), ("conclusion", "")],
)  # fmt: skip
def test_what_one_may_not_see_is_no_origin(
    actor: Seat, things: dict[str, Any], kind: str, key: str
) -> None:
    with pytest.raises(Missing):
        origin(kind, str(things.get(key, key)), seen_by=actor("can-bo-xa"))


def test_a_citizen_finds_what_is_public_but_assigns_nothing(actor: Seat) -> None:
    finding = Finding.objects.order_by("pk")[0]
    with pytest.raises(Refused):
        given(actor("nguoi-dan"), "finding", str(finding.pk))


def codes(found: Any) -> set[str]:
    return {body.code for body in found}


def test_a_committee_gives_tasks_to_its_place_others_to_what_is_below_them() -> None:
    province, health, district = (
        Body.objects.get(code=code) for code in (PROVINCE, HEALTH, DISTRICT)
    )
    whole = codes(may_lead(province, TODAY))
    assert {HEALTH, DISTRICT, COMMUNE, "cuc-thong-ke-ca-mau", PROVINCE} <= whole
    assert "bao-dan-tri" not in whole
    assert len([code for code in whole if code.startswith("ubnd-")]) == 1 + 9 + 101
    of_health = codes(may_lead(health, TODAY))
    assert {DISTRICT, COMMUNE} <= of_health
    assert not of_health & {HEALTH, PROVINCE, "so-khdt-ca-mau"}
    assert codes(may_lead(district, TODAY)) >= {COMMUNE, DISTRICT}
    assert PROVINCE not in codes(may_lead(district, TODAY))
    assert "ubnd-32212" not in codes(may_lead(district, TODAY))
    assert DISTRICT not in codes(below(district, TODAY))
    assert DISTRICT not in codes(may_lead(province, REFORM))


def test_a_task_goes_down_in_parts_whose_progress_is_each_ones_own(actor: Seat) -> None:
    office, health, district = actor("van-phong"), actor("so-y-te"), actor("can-bo-huyen")
    whole = given(office)
    accept(by=health, task=whole.code, today=TODAY)
    part = given(health, "parent", whole.code, lead=DISTRICT, due_on=date(2022, 3, 15))
    assert (part.assigner.code, part.parent, part.origin) == (HEALTH, whole, "parent")
    for wrong in (date(2022, 4, 1), None):
        with pytest.raises(BadInput, match="part_after_whole"):
            given(health, "parent", whole.code, lead=DISTRICT, due_on=wrong)
    with pytest.raises(BadInput, match=r"task\.lead"):
        given(health, "parent", whole.code, lead="so-khdt-ca-mau", due_on=DUE)
    with pytest.raises(Refused):
        given(office, "parent", whole.code, lead=DISTRICT, due_on=DUE)
    last = Step.objects.filter(task=whole).latest("number")
    assert last.kind == "handed_down"
    assert part.code in last.text
    with pytest.raises(BadInput, match="parts_open"):
        report_done(by=health, task=whole.code, text="xong", today=TODAY)
    accept(by=district, task=part.code, today=TODAY)
    smaller = given(district, "parent", part.code, lead=COMMUNE, due_on=date(2022, 3, 1))
    withdraw(by=district, task=smaller.code, text="thôi", today=TODAY)
    report_done(by=district, task=part.code, text="xong", today=TODAY)
    confirm(by=health, task=part.code, today=TODAY)
    report_done(by=health, task=whole.code, text="xong", today=TODAY)
    assert again(whole).state == "reported"


def handed_down(actor: Seat) -> tuple[Task, Task, Task]:
    """A task, its part with a district, that part's part with a commune."""
    whole = given(actor("van-phong"))
    accept(by=actor("so-y-te"), task=whole.code, today=TODAY)
    part = given(actor("so-y-te"), "parent", whole.code, lead=DISTRICT, due_on=date(2022, 3, 15))
    accept(by=actor("can-bo-huyen"), task=part.code, today=TODAY)
    smaller = given(actor("can-bo-huyen"), "parent", part.code, lead=COMMUNE, due_on=part.due_on)
    return whole, part, smaller


def test_what_was_handed_down_goes_with_the_whole(actor: Seat) -> None:
    whole, part, smaller = handed_down(actor)
    withdraw(by=actor("van-phong"), task=whole.code, text="Không cần nữa", today=TODAY)
    assert {again(each).state for each in (whole, part, smaller)} == {"withdrawn"}
    told = Step.objects.filter(task=smaller).latest("number").text
    assert part.code in told
    assert "Không cần nữa" in told


def test_another_lead_hands_down_anew(actor: Seat) -> None:
    whole, part, smaller = handed_down(actor)
    reassign(by=actor("van-phong"), task=whole.code, lead="so-khdt-ca-mau", text="x", today=TODAY)
    assert again(whole).state == "assigned"
    assert {again(each).state for each in (part, smaller)} == {"withdrawn"}


def test_a_deadline_is_not_brought_before_its_parts(actor: Seat) -> None:
    whole, *_parts = handed_down(actor)
    told = order(due_on=date(2022, 3, 1))
    with pytest.raises(BadInput, match="parts_later"):
        amend(by=actor("van-phong"), task=whole.code, order=told, today=TODAY)
    told = order(due_on=date(2022, 3, 20))
    amend(by=actor("van-phong"), task=whole.code, order=told, today=TODAY)


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"title": " "}, "no_title"), ({"lead": ""}, "no_lead"), ({"priority": "x"}, "priority"),
     ({"due_on": date(2022, 1, 11)}, "due_past"), ({"repeats": "week"}, "repeats"),
     ({"repeats": "month", "due_on": None}, "repeats"), ({"co_bodies": ("x",)}, "body.unknown"),
     ({"assigner": "x"}, "body.unknown"), ({"lead": "bao-dan-tri"}, "task.lead")],
)  # fmt: skip
def test_a_bad_order_changes_nothing(actor: Seat, changed: dict[str, Any], code: str) -> None:
    before = Task.objects.count()
    with pytest.raises(BadInput, match=code):
        given(actor("van-phong"), **changed)
    assert Task.objects.count() == before


def test_a_task_may_have_no_deadline(actor: Seat) -> None:
    made = given(actor("van-phong"), due_on=None)
    assert (made.due_on, made.first_due_on) == (None, None)


def test_a_recurring_task_assigns_an_occurrence_a_period_and_none_twice(actor: Seat) -> None:
    office, health = actor("van-phong"), actor("so-y-te")
    series = given(office, repeats="month", due_on=date(2022, 1, 25), co_bodies=(DISTRICT,))
    assert series.due_on is None
    for _ in range(2):
        keep_tasks(today=date(2022, 3, 2))
    made = list(Task.objects.filter(series=series).order_by("due_on"))
    assert [(each.period, each.due_on) for each in made] == [
        ("2022-01", date(2022, 1, 25)), ("2022-02", date(2022, 2, 25)),
        ("2022-03", date(2022, 3, 25)),
    ]  # fmt: skip
    assert [each.assigned_on for each in made] == [TODAY, date(2022, 2, 1), date(2022, 3, 1)]
    assert {each.co_bodies.get().body.code for each in made} == {DISTRICT}
    with pytest.raises(BadInput, match="series"):
        accept(by=health, task=series.code, today=TODAY)
    accept(by=health, task=made[0].code, today=TODAY)
    progress(by=health, task=made[0].code, percent=10, text="", today=TODAY)
    withdraw(by=office, task=series.code, text="Không cần nữa", today=TODAY)
    assert keep_tasks(today=date(2022, 6, 1)) == 0


def became(lead: Body, code: str = "ubnd-moi", kind: str = "merge") -> Body:
    """What the body becomes at the reform."""
    with door_open():
        new = Body.objects.create(
            code=code, name=f"UBND xã mới {code}", kind="ubnd", valid_from=REFORM,
            parent=Body.objects.get(code=PROVINCE),
        )  # fmt: skip
        BodySuccession.objects.create(effective=REFORM, kind=kind, before=lead, after=new)
    return new


def test_what_ended_without_an_heir_waits_for_its_assigner(actor: Seat, at_machine: Actor) -> None:
    made = given(actor("can-bo-huyen"), assigner=DISTRICT, lead=COMMUNE, field="", due_on=None)
    assert keep_tasks(today=REFORM) == 1
    assert (again(made).lead.code, again(made).assigner.code) == (COMMUNE, PROVINCE)
    hand_over(by=at_machine, task=made.code, to=PROVINCE, today=REFORM)
    assert again(made).lead.code == PROVINCE


def test_what_an_ended_body_led_goes_on_with_its_successor(actor: Seat) -> None:
    made = given(actor("can-bo-huyen"), assigner=DISTRICT, lead=COMMUNE, field="", due_on=None)
    before = again(made)
    new = became(before.lead)
    assert keep_tasks(today=TODAY) == 0
    assert keep_tasks(today=REFORM) == 1
    after = again(made)
    assert (after.lead, after.first_lead) == (new, before.lead)
    assert after.assigner.code == PROVINCE
    assert after.state == "assigned"
    step = Step.objects.filter(task=made).latest("number")
    assert (step.kind, step.by_name) == ("handed_over", KEEPER.name)
    assert "30/06/2025" in step.text
    office = actor_of(User.objects.get(username="van-phong"), on=REFORM)
    assert find_task(made.code, seen_by=office) == made


def test_of_several_successors_the_assigner_chooses(actor: Seat, at_machine: Actor) -> None:
    made = given(actor("can-bo-huyen"), assigner=DISTRICT, lead=COMMUNE, field="", due_on=None)
    lead = Body.objects.get(code=COMMUNE)
    heir = [became(lead, code, "split") for code in ("ubnd-mot", "ubnd-hai")][1]
    assert keep_tasks(today=REFORM) == 1
    assert (again(made).lead, again(made).assigner.code) == (lead, PROVINCE)
    assert keep_tasks(today=REFORM) == 0
    with pytest.raises(BadInput, match="successor"):
        hand_over(by=at_machine, task=made.code, to=DISTRICT, today=REFORM)
    with pytest.raises(BadInput, match="not_ended"):
        hand_over(by=at_machine, task=made.code, to=heir.code, today=TODAY)
    with pytest.raises((Refused, Missing)):
        hand_over(by=actor("so-y-te"), task=made.code, to=heir.code, today=REFORM)
    assert hand_over(by=at_machine, task=made.code, to=heir.code, today=REFORM).lead == heir


def test_a_point_of_a_paper_keeps_its_tasks(at_machine: Actor, things: dict[str, Any]) -> None:
    made = given(at_machine, "point", str(things["point"]))
    assert Point.objects.get(pk=things["point"]).tasks.get() == made
