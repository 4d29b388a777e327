"""Last period's shortcomings open the review: mended, not mended, no evidence, off their tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.test import Client

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.actions import verb
from dieuhanh.conferences.actions.running import show
from dieuhanh.conferences.models import Conference
from dieuhanh.desk.queries.shortcomings import shortcomings
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.mending import Mended
from dieuhanh.plans.models import Plan
from dieuhanh.tasks.models import Task
from tests.conferences.conferences_made import made_by
from tests.conferences.room_books import Meeting, meeting
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


@pytest.fixture
def room(example: None, at_machine: Actor) -> Meeting:
    caches["process"].clear()
    return meeting(at_machine)


def test_everybody_in_the_room_sees_them_while_they_are_shown(
    room: Meeting, at_machine: Actor, client_as: As
) -> None:
    """Also who may see no task; the tasks themselves are named to nobody."""
    first, second = lacking()[:2]
    done = given(at_machine, "finding", str(first.pk))
    given(at_machine, "finding", str(second.pk))
    stand(by=at_machine, task=done, state="confirmed")
    of, commune = room.conference, client_as("can-bo-xa")
    address = f"/ton-tai-han-che/man-hinh/{of.code}/"
    assert commune.get(address).status_code == 204
    office = client_as("van-phong")
    offered = page(office, f"/hoi-nghi/{of.code}/dieu-khien/")
    assert '<option value="shortcomings:">' in offered
    office.post(f"/hoi-nghi/{of.code}/dieu-khien/chieu/", {"chieu": "shortcomings:"})
    for seat in ("can-bo-xa", "so-y-te"):
        client = client_as(seat)
        assert f'hx-get="{address}"' in page(client, f"/hoi-nghi/{of.code}/phong-hop/man-hinh/")
        told = page(client, address)
        counted = f"1 đã khắc phục, 1 chưa khắc phục, {len(lacking()) - 2} chưa có căn cứ."
        assert counted in words(told)
        assert done.code not in told
    show(by=at_machine, conference=of, kind="blank")
    assert commune.get(address).status_code == 204


def test_without_a_plan_there_are_none_to_show(room: Meeting, client_as: As) -> None:
    of = room.conference
    drop_plan(by=keeper("văn phòng"), of=of)
    office = client_as("van-phong")
    assert "shortcomings:" not in page(office, f"/hoi-nghi/{of.code}/dieu-khien/")
    sent = {"chieu": "shortcomings:"}
    told = office.post(f"/hoi-nghi/{of.code}/dieu-khien/chieu/", sent, follow=True)
    assert "Không đưa được lên màn hình" in words(told.content.decode())


@verb
def drop_plan(*, by: Actor, of: Conference) -> None:
    """As if it had been prepared without one."""
    of.plan = None
    of.save(update_fields=["plan"])
