"""Texts in their versions, wordings of conclusions and exhibits, for programs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dieuhanh.assessment.models import Finding
from dieuhanh.conferences.actions.agenda import show_beside
from dieuhanh.conferences.actions.conclusions import note_conclusion
from dieuhanh.conferences.actions.finals import finalize_conclusions, reword_conclusion
from dieuhanh.conferences.actions.preparing import close_conference
from dieuhanh.conferences.models import Text
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.agenda import Shown
from dieuhanh.plans.models import Target
from tests.api.conftest import Caller, problem_of
from tests.conferences.room_books import Meeting, meeting

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]


@pytest.fixture
def held(example: None, at_machine: Actor) -> Meeting:
    return meeting(at_machine)


def test_versions_are_written_over_the_one_read_and_all_are_kept(
    caller: Call, held: Meeting
) -> None:
    office, at = caller("van-phong"), f"/conferences/{held.conference.code}/texts/concluding"
    first = {"text": "Kết luận.", "seen": 0, "office": "Chủ tịch UBND tỉnh"}
    for _ in range(2):
        made = office.send(at, first, Idempotency_Key="t1")
        assert (made.status_code, made.json()["version"]) == (201, 1)
    later = first | {"text": "Kết luận, bản sửa.", "seen": 1}
    assert office.send(at, later).json()["version"] == 2
    assert problem_of(office.send(at, first), 422)["code"] == "text.newer"
    told = caller("chu-tich").json(at)
    assert [(each["version"], each["text"]) for each in told] == [
        (2, "Kết luận, bản sửa."), (1, "Kết luận."),
    ]  # fmt: skip
    story = caller("chu-tich").json(f"/conferences/{held.conference.code}")
    assert [(each["kind"], each["version"]) for each in story["texts"]] == [("concluding", 2)]


def test_who_may_not_write_and_what_is_no_text(caller: Call, held: Meeting) -> None:
    at = f"/conferences/{held.conference.code}/texts"
    sent = {"text": "x", "seen": 0, "office": "y"}
    problem_of(caller("chu-tich").send(f"{at}/minutes", sent), 403)
    problem_of(caller("van-phong").send(f"{at}/la", sent), 422)
    problem_of(caller("van-phong").get(f"{at}/la"), 404)
    problem_of(caller("nguoi-dan").get(f"{at}/minutes"), 404)
    none = problem_of(caller("van-phong").send(f"{at}/directing", sent | {"office": ""}), 422)
    assert none["code"] == "text.no_office"
    unknown = caller("van-phong").send(f"{at}/notice", sent | {"document": "khong-co"})
    problem_of(unknown, 404)
    assert not Text.objects.filter(conference=held.conference).exists()


def test_a_conclusion_tells_how_it_was_worded(
    caller: Call, held: Meeting, at_machine: Actor
) -> None:
    made = note_conclusion(by=at_machine, conference=held.conference, text="Giao Sở Y tế.")
    at = f"/conferences/{held.conference.code}/conclusions/{made.pk}"
    problem_of(caller("can-bo-xa").get(at), 404)
    close_conference(by=at_machine, conference=held.conference)
    finalize_conclusions(by=at_machine, conference=held.conference, chosen=[made.pk])
    reword_conclusion(
        by=at_machine,
        conclusion=made,
        text="Giao Sở Y tế chủ trì.",
        reason="nêu rõ",
        seen=1,
        body=None,
        due_on=None,
    )
    told = caller("can-bo-xa").json(at)
    assert (told["number"], told["text"]) == (1, "Giao Sở Y tế chủ trì.")
    assert [(each["number"], each["text"], each["reason"]) for each in told["wordings"]] == [
        (2, "Giao Sở Y tế chủ trì.", "nêu rõ"), (1, "Giao Sở Y tế.", ""),
    ]  # fmt: skip


def test_an_item_tells_what_is_shown_at_it(caller: Call, held: Meeting, at_machine: Actor) -> None:
    item = held.items[0]
    target = Target.objects.filter(version__plan__code="ca-mau-2021").order_by("position")[0]
    finding = Finding.objects.filter(plan__code="ca-mau-2021").order_by("pk")[0]
    show_beside(by=at_machine, item=item, kind=Shown.SHORTCOMINGS)
    show_beside(by=at_machine, item=item, kind=Shown.TARGET, target=target)
    show_beside(by=at_machine, item=item, kind=Shown.FINDING, finding=finding)
    told = caller("chu-tich").json(f"/conferences/{held.conference.code}")["agenda"]
    assert [(e["kind"], e["plan"], e["no"], e["finding"]) for e in told[0]["exhibits"]] == [
        ("shortcomings", None, None, None), ("target", "ca-mau-2021", target.no, None),
        ("finding", None, None, finding.pk),
    ]  # fmt: skip
    assert told[1]["exhibits"] == []
