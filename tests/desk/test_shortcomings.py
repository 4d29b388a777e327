"""Last period's shortcomings open the review: mended, not mended, no evidence, off their tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.actions import verb
from dieuhanh.desk.queries.shortcomings import shortcomings
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.mending import Mended
from dieuhanh.plans.models import Plan
from dieuhanh.tasks.models import Task
from tests.conferences.conferences_made import made_by
from tests.conftest import DEMO_DAY
from tests.pages import page, words
from tests.tasks.given import given

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


def lacking() -> list[Finding]:
    found = Finding.objects.filter(plan__code="ca-mau-2021", kind="shortcoming")
    return list(found.order_by("position"))


@verb
def stand(*, by: Actor, task: Task, state: str) -> None:
    """A task as its steps would leave it."""
    done = DEMO_DAY if state == "confirmed" else None
    Task.objects.filter(pk=task.pk).update(state=state, done_on=done)


@verb
def next_plan(*, by: Actor) -> Plan:
    """The plan of the year after."""
    of = Plan.objects.get(code="ca-mau-2021")
    return Plan.objects.create(
        code="ca-mau-2022", name="Kế hoạch năm 2022", kind=of.kind, period="2022", area=of.area,
        owner=of.owner, judged_source=of.judged_source,
    )  # fmt: skip


def test_each_stands_as_its_tasks_do(example: None, at_machine: Actor) -> None:
    first, second, third = lacking()[:3]
    done = given(at_machine, "finding", str(first.pk))
    going = given(at_machine, "finding", str(second.pk))
    dropped = given(at_machine, "finding", str(third.pk))
    for task, state in ((done, "confirmed"), (going, "accepted"), (dropped, "withdrawn")):
        stand(by=at_machine, task=task, state=state)
    plan = Plan.objects.get(code="ca-mau-2021")
    told = shortcomings(plan, seen_by=at_machine, on=DEMO_DAY)
    states = {line.finding.pk: line.state for line in told.lines}
    assert states[first.pk] is Mended.MENDED
    assert states[second.pk] is Mended.NOT_MENDED
    assert states[third.pk] is Mended.NO_EVIDENCE
    assert told.counts == {"mended": 1, "not_mended": 1, "no_evidence": len(lacking()) - 2}


def test_the_year_after_opens_with_them(example: None, at_machine: Actor, client_as: As) -> None:
    following = next_plan(by=at_machine)
    stand(by=at_machine, task=given(at_machine, "finding", str(lacking()[0].pk)), state="confirmed")
    office = client_as("van-phong")
    told = words(page(office, f"/ton-tai-han-che/{following.code}/"))
    assert f"1 đã khắc phục, 0 chưa khắc phục, {len(lacking()) - 1} chưa có căn cứ." in told
    assert lacking()[0].sentence in told
    part = page(office, f"/ton-tai-han-che/{following.code}/", **{"HX-Request": "true"})
    assert "<html" not in part
    first = words(page(office, "/ton-tai-han-che/ca-mau-2021/"))
    assert "Kế hoạch của kỳ trước chưa có trong sổ" in first


def test_a_conference_about_the_plan_embeds_them(
    example: None, at_machine: Actor, client_as: As
) -> None:
    made = made_by(at_machine, plan=Plan.objects.get(code="ca-mau-2021"))
    source = page(client_as("van-phong"), f"/hoi-nghi/{made.code}/")
    assert 'hx-get="/ton-tai-han-che/ca-mau-2021/"' in source
    bare = made_by(at_machine)
    assert "ton-tai-han-che" not in page(client_as("van-phong"), f"/hoi-nghi/{bare.code}/")
