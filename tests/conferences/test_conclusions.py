"""Conclusions: noted while people speak, ordered, made final, worded anew and never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import Entry
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.conclusions import (
    drop_conclusion,
    edit_conclusion,
    link_conclusion,
    move_conclusion,
    note_conclusion,
)
from dieuhanh.conferences.actions.finals import finalize_conclusions, reword_conclusion
from dieuhanh.conferences.actions.preparing import close_conference, open_conference
from dieuhanh.conferences.models import Conclusion, Conference, RoomEvent, Wording
from dieuhanh.conferences.queries.concluded import (
    conclusion,
    conclusions,
    resting_on,
    rests_of,
    shelf_of,
)
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.plans.models import Plan, Target
from tests.conferences.conferences_made import made_by, seat

pytestmark = pytest.mark.django_db
As = Callable[[str], Actor]
EXAMPLE = "hoi-nghi-2022-01-12"


@pytest.fixture
def meeting(example: None, actor: As) -> Conference:
    """A conference of the province about its plan of 2021, under way."""
    made = made_by(actor("van-phong"), plan=Plan.objects.get(code="ca-mau-2021"))
    seat(made, "ubnd-973", 1)
    open_conference(by=actor("chu-tich"), conference=made)
    made.refresh_from_db()
    return made


def refused(code: str, work: Callable[[], object]) -> None:
    with pytest.raises(BadInput) as told:
        work()
    assert told.value.code == code


def worded(of: Conclusion, by: Actor, **more: object) -> Wording:
    told = {"text": "Lời mới.", "reason": "Sót cơ quan.", "body": None, "due_on": None, "seen": 1}
    return reword_conclusion(by=by, conclusion=of, **told | more)  # type: ignore[arg-type]


def test_the_chair_notes_and_the_office_makes_final(meeting: Conference, actor: As) -> None:
    target = Target.objects.get(version__plan=meeting.plan, no="16")
    finding = Finding.objects.get(sentence__startswith="Công tác giải quyết việc làm")
    noted = note_conclusion(
        by=actor("chu-tich"), conference=meeting, text="  Giao việc làm. ",
        links={"targets": [target.pk], "findings": [finding.pk]},
    )  # fmt: skip
    other = note_conclusion(by=actor("van-phong"), conference=meeting, text="Giao đầu tư.")
    assert (noted.text, noted.state, noted.number) == ("Giao việc làm.", "draft", None)
    with pytest.raises(Refused):
        finalize_conclusions(by=actor("chu-tich"), conference=meeting, chosen=[noted.pk])
    move_conclusion(by=actor("van-phong"), conclusion=other, step=-1)
    final = finalize_conclusions(
        by=actor("van-phong"), conference=meeting, chosen=[noted.pk, other.pk]
    )
    assert [(each.text, each.number) for each in final] == [
        ("Giao đầu tư.", 1), ("Giao việc làm.", 2),
    ]  # fmt: skip
    assert Wording.objects.filter(conclusion__in=final, number=1).count() == 2
    kinds = RoomEvent.objects.filter(conference=meeting).order_by("number")
    assert list(kinds.values_list("kind", flat=True)) == [
        "opened", "conclusion.noted", "conclusion.noted", "conclusion.moved", "conclusion.final",
        "conclusion.final",
    ]  # fmt: skip
    told = [event.data for event in kinds.filter(kind__startswith="conclusion.")]
    assert all(set(data) == {"conclusion"} for data in told), "a draft's words are not for all"


def test_numbers_go_on_and_are_never_given_twice(meeting: Conference, actor: As) -> None:
    office = actor("van-phong")
    drafts = [
        note_conclusion(by=office, conference=meeting, text=f"Điểm {n}.") for n in range(1, 5)
    ]
    finalize_conclusions(by=office, conference=meeting, chosen=[drafts[2].pk])
    finalize_conclusions(by=office, conference=meeting, chosen=[each.pk for each in drafts])
    found = Conclusion.objects.filter(conference=meeting).order_by("number")
    assert [(each.number, each.text) for each in found] == [
        (1, "Điểm 3."), (2, "Điểm 1."), (3, "Điểm 2."), (4, "Điểm 4."),
    ]  # fmt: skip
    refused(
        "conclusion.none_chosen",
        lambda: finalize_conclusions(by=office, conference=meeting, chosen=[drafts[0].pk]),
    )


def test_a_final_one_is_worded_anew_and_every_wording_kept(meeting: Conference, actor: As) -> None:
    office = actor("van-phong")
    noted = note_conclusion(by=office, conference=meeting, text="Lời đầu.")
    refused("conclusion.not_final", lambda: worded(noted, office))
    finalize_conclusions(by=office, conference=meeting, chosen=[noted.pk])
    for name in ("edit", "drop"):
        verb = {"edit": edit_conclusion, "drop": drop_conclusion}[name]
        refused("conclusion.final", lambda verb=verb: verb(by=office, conclusion=noted))  # type: ignore[misc]
    refused("wording.no_reason", lambda: worded(noted, office, reason=" "))
    refused("wording.same", lambda: worded(noted, office, text="Lời đầu."))
    lead = Body.objects.get(code="so-y-te-ca-mau")
    worded(noted, office, body=lead, due_on=date(2022, 6, 30))
    refused("wording.newer", lambda: worded(noted, office, text="Lời ba."))
    noted.refresh_from_db()
    assert (noted.text, noted.body, noted.due_on) == ("Lời mới.", lead, date(2022, 6, 30))
    kept = [(each.number, each.text, each.reason) for each in noted.wordings.order_by("number")]
    assert kept == [(1, "Lời đầu.", ""), (2, "Lời mới.", "Sót cơ quan.")]
    line = Entry.objects.get(verb="conclusion.reworded")
    assert (line.was["text"], line.now["text"]) == ("Lời đầu.", "Lời mới.")  # type: ignore[index]


def test_a_draft_is_edited_dropped_and_taken_up_again(meeting: Conference, actor: As) -> None:
    office = actor("van-phong")
    noted = note_conclusion(by=office, conference=meeting, text="Lời đầu.")
    edit_conclusion(by=office, conclusion=noted, text="Lời sau.", group="I. Việc gấp")
    refused("conclusion.empty", lambda: edit_conclusion(by=office, conclusion=noted, text="  "))
    drop_conclusion(by=office, conclusion=noted)
    refused("conclusion.dropped", lambda: edit_conclusion(by=office, conclusion=noted, text="x"))
    shelf = shelf_of(meeting, seen_by=office)
    assert (shelf.drafts, [each.text for each in shelf.dropped]) == ([], ["Lời sau."])
    drop_conclusion(by=office, conclusion=noted, dropped=False)
    assert [each.group for each in shelf_of(meeting, seen_by=office).drafts] == ["I. Việc gấp"]


def test_only_what_belongs_to_the_conference_is_tied(meeting: Conference, actor: As) -> None:
    office = actor("van-phong")
    noted = note_conclusion(by=office, conference=meeting, text="Lời.")
    foreign = Conclusion.objects.get(conference__code=EXAMPLE, number=1).contributions.first()
    assert foreign is not None
    for links in ({"contributions": [foreign.pk]}, {"targets": [0]}, {"findings": [0]}):
        refused(
            "conclusion.link",
            lambda links=links: link_conclusion(by=office, conclusion=noted, links=links),  # type: ignore[misc]
        )
    refused(
        "conclusion.link",
        lambda: edit_conclusion(by=office, conclusion=noted, item=foreign.item),
    )


@pytest.mark.parametrize("other", ["chuyen-vien", "so-y-te", "can-bo-huyen", "can-bo-xa"])
def test_nobody_else_writes_or_reads_drafts(meeting: Conference, actor: As, other: str) -> None:
    noted = note_conclusion(by=actor("chu-tich"), conference=meeting, text="Chưa ai biết.")
    by = actor(other)
    for work in (
        lambda: note_conclusion(by=by, conference=meeting, text="x"),
        lambda: edit_conclusion(by=by, conclusion=noted, text="x"),
        lambda: link_conclusion(by=by, conclusion=noted, links={}),
        lambda: move_conclusion(by=by, conclusion=noted, step=1),
        lambda: drop_conclusion(by=by, conclusion=noted),
        lambda: worded(noted, by),
    ):
        with pytest.raises(Refused):
            work()
    with pytest.raises(Missing):
        conclusion(noted.pk, seen_by=by)
    assert not conclusions(seen_by=by).filter(pk=noted.pk).exists()
    assert shelf_of(meeting, seen_by=by).empty


def test_after_closing_conclusions_are_still_written_without_telling_a_room(
    meeting: Conference, actor: As
) -> None:
    close_conference(by=actor("chu-tich"), conference=meeting)
    before = RoomEvent.objects.filter(conference=meeting).count()
    noted = note_conclusion(by=actor("van-phong"), conference=meeting, text="Bổ sung.")
    finalize_conclusions(by=actor("van-phong"), conference=meeting, chosen=[noted.pk])
    assert RoomEvent.objects.filter(conference=meeting).count() == before


def test_what_it_rests_on_is_told_as_known_on_the_day_and_leads_back(actor: As) -> None:
    reader = actor("chu-tich")
    found = Conclusion.objects.get(conference__code=EXAMPLE, number=7)
    told = {rest.target.no: rest.line for rest in rests_of(found, seen_by=reader)}
    line = told["2"]
    assert line is not None
    assert line.verdict == "exceeded"
    assert line.value_href.startswith("/so-lieu/")
    target = found.targets.get(no="2")
    assert found in resting_on("target", target.pk, seen_by=reader)
    finding = found.findings.first()
    assert finding is not None
    assert found in resting_on("finding", finding.pk, seen_by=reader)
    assert resting_on("target", 0, seen_by=reader) == []


def test_a_list_of_conclusions_asks_a_fixed_number_of_times(
    actor: As, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    of, reader = Conference.objects.get(code=EXAMPLE), actor("van-phong")
    with django_assert_max_num_queries(6):  # type: ignore[attr-defined]
        shelf = shelf_of(of, seen_by=reader)
        assert [len(each.findings.all()) for each in shelf.final]
    assert len(shelf.final) == 16
