"""Programmes and the points of resolutions: covered by a task or not, and who may say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.audit.actions import verb
from dieuhanh.audit.models import Entry
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Ballot, Conference
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.points import read_points
from dieuhanh.tasks.actions.programmes import (
    ProgrammeTold,
    add_points,
    change_point,
    change_programme,
    make_programme,
)
from dieuhanh.tasks.models import Point, Programme
from dieuhanh.tasks.queries.programmes import resolution
from tests.pages import page, words
from tests.tasks.task_builders import HEALTH, PROVINCE, put

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
PAPER = "bai-bao-2022-01-12"
PASTED = "1. Thu ngân sách đạt dự toán\n2. Giải ngân vốn đầu tư công\nTrồng rừng"


@pytest.fixture
def paper(db: None) -> Document:
    return Document.objects.get(code=PAPER)


def agreed(by: Actor, *, passed: bool = True) -> Ballot:
    @verb
    def make(*, by: Actor) -> Ballot:
        meeting = Conference.objects.create(
            code=f"hn-{passed}".lower(), name="Hội nghị tổng kết",
            host=Body.objects.get(code=PROVINCE), starts_at=timezone.now(), state="closed",
        )  # fmt: skip
        return Ballot.objects.create(
            conference=meeting, question="Tán thành ba chương trình?", mode="open", by="site",
            options=["tán thành", "không"], state="closed", counts=[9, 0], passed=passed,
            opened_at=timezone.now(),
        )  # fmt: skip

    return make(by=by)


def test_points_are_pasted_one_a_line_and_numbered_on(at_machine: Actor, paper: Document) -> None:
    before = Entry.objects.count()
    made = add_points(by=at_machine, document=paper, pasted=PASTED)
    assert [(p.number, p.position) for p in made] == [("1", 1), ("2", 2), ("3", 3)]
    assert Entry.objects.count() == before + 1
    more = add_points(by=at_machine, document=paper, pasted="Xây dựng nông thôn mới")
    assert [(p.number, p.position) for p in more] == [("4", 4)]


def test_a_number_that_is_taken_is_told_with_its_line_and_nothing_is_entered(
    at_machine: Actor, paper: Document
) -> None:
    add_points(by=at_machine, document=paper, pasted=PASTED)
    with pytest.raises(BadInput) as fault:
        add_points(by=at_machine, document=paper, pasted="9. Mới\n\n2. Lại")
    assert (fault.value.code, fault.value.place.row) == ("point.number_twice", 3)
    with pytest.raises(BadInput, match=r"point\.none"):
        add_points(by=at_machine, document=paper, pasted=" \n")
    assert Point.objects.filter(document=paper).count() == 3


@given(st.lists(st.text(alphabet="abc 12.)iđ", min_size=1, max_size=12), max_size=8))
def test_whatever_is_pasted_numbers_are_once_only_and_no_word_is_lost(lines: list[str]) -> None:
    try:
        found = read_points("\n".join(lines))
    except BadInput:
        return
    assert len({p.number for p in found}) == len(found)
    for point in found:
        assert point.text
        assert point.text in " ".join(lines[point.line - 1].split())


def test_a_point_is_covered_by_its_tasks_and_by_no_withdrawn_one(
    at_machine: Actor, paper: Document
) -> None:
    one, two, three = add_points(by=at_machine, document=paper, pasted=PASTED)
    put(at_machine, "A", origin="point", point=one)
    put(at_machine, "B", origin="point", point=two, state="withdrawn")
    change_point(by=at_machine, point=three, number="3", text="Trồng rừng", needs_task=False)
    found = resolution(PAPER, seen_by=at_machine)
    assert [line.cover for line in found.lines] == ["covered", "uncovered", "not_needed"]
    assert (found.covered, found.needing) == (1, 2)
    with pytest.raises(BadInput, match=r"point\.has_tasks"):
        change_point(by=at_machine, point=one, number="1", text="x", needs_task=False)
    with pytest.raises(BadInput, match=r"point\.number_twice"):
        change_point(by=at_machine, point=one, number="2", text="x", needs_task=True)
    with pytest.raises(BadInput, match=r"point\.empty"):
        change_point(by=at_machine, point=one, number="1", text=" ", needs_task=True)


def test_only_who_keeps_papers_enters_points(actor: Seat, paper: Document) -> None:
    for seat in ("can-bo-xa", "can-bo-huyen", "so-y-te", "chu-tich"):
        with pytest.raises(Refused):
            add_points(by=actor(seat), document=paper, pasted=PASTED)
    [one, *_] = add_points(by=actor("van-phong"), document=paper, pasted=PASTED)
    with pytest.raises(Refused):
        change_point(by=actor("so-y-te"), point=one, number="1", text="x", needs_task=True)


def test_a_programme_carries_out_papers_and_rests_on_a_ballot_that_passed(
    at_machine: Actor, paper: Document
) -> None:
    ballot, lost = agreed(at_machine), agreed(at_machine, passed=False)
    body = Body.objects.get(code=PROVINCE)
    told = ProgrammeTold(
        "Chương trình hành động 2022", 2022, carries_out=[paper], conference=ballot.conference,
        ballot=ballot,
    )  # fmt: skip
    made = make_programme(by=at_machine, code="ct-2022", body=body, told=told)
    assert list(made.carries_out.all()) == [paper]
    for wrong, code in (
        (ProgrammeTold(" ", 2022), "programme.no_name"),
        (ProgrammeTold("x", 22), "date.implausible"),
        (ProgrammeTold("x", 2022, ballot=ballot), "programme.ballot_elsewhere"),
        (ProgrammeTold("x", 2022, conference=lost.conference, ballot=lost),
         "programme.ballot_not_passed"),
    ):  # fmt: skip
        with pytest.raises(BadInput, match=code.replace(".", r"\.")):
            change_programme(by=at_machine, programme=made, told=wrong)
    with pytest.raises(BadInput, match=r"programme\.code_taken"):
        make_programme(by=at_machine, code="ct-2022", body=body, told=told)


def test_whoever_assigns_for_a_body_makes_its_programmes_and_no_others(
    actor: Seat, paper: Document
) -> None:
    body, told = Body.objects.get(code=HEALTH), ProgrammeTold("Chương trình", 2022)
    made = make_programme(by=actor("so-y-te"), code="yt", body=body, told=told)
    for seat in ("can-bo-xa", "can-bo-huyen", "nguoi-dan"):
        with pytest.raises(Refused):
            make_programme(by=actor(seat), code="yt-2", body=body, told=told)
        with pytest.raises(Refused):
            change_programme(by=actor(seat), programme=made, told=told)


def test_pages_set_up_a_programme_and_show_its_points(
    at_machine: Actor, paper: Document, client_as: Callable[[str], Client]
) -> None:
    client = client_as("van-phong")
    ballot = agreed(at_machine)
    page(client, reverse("tasks:programme-new"))
    sent = {
        "name": "Chương trình hành động năm 2022", "code": "ct-2022", "body": PROVINCE,
        "year": "2022", "carries_out": [PAPER], "conference": ballot.conference.code,
        "ballot": str(ballot.pk),
    }  # fmt: skip
    add_points(by=at_machine, document=paper, pasted=PASTED)
    answer = client.post(reverse("tasks:programme-new"), sent)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    one = Programme.objects.get(code="ct-2022")
    assert one.ballot == ballot
    said = words(page(client, reverse("tasks:programme", args=["ct-2022"])))
    assert "0/3" in said
    assert "Tán thành ba chương trình?" in said
    edited = client.post(
        reverse("tasks:programme-edit", args=["ct-2022"]), sent | {"name": "Tên mới"}
    )
    assert edited.status_code == 302
    assert "Tên mới" in page(client, reverse("tasks:programmes"))


def test_a_refused_paste_stays_in_the_box(
    at_machine: Actor, paper: Document, client_as: Callable[[str], Client]
) -> None:
    client, address = client_as("van-phong"), reverse("tasks:resolution", args=[PAPER])
    assert client.post(address, {"points": PASTED}).status_code == 302
    answer = client.post(address, {"points": "7. Mới\n1. Lại"})
    assert answer.status_code == 422
    assert "7. Mới\n1. Lại" in answer.content.decode()
    assert "dòng 2" in answer.content.decode()
    point = Point.objects.filter(document=paper)[0]
    told = {"number": "1", "text": "Thu ngân sách vượt dự toán", "needs": "x"}
    client.post(reverse("tasks:point", args=[point.pk]), told)
    assert "Thu ngân sách vượt dự toán" in page(client, address)


def test_a_papers_page_leads_to_its_points_for_who_may_see_tasks(
    paper: Document, client_as: Callable[[str], Client]
) -> None:
    fragment = reverse("tasks:from", args=["document", PAPER])
    points = reverse("tasks:resolution", args=[PAPER])
    assert points in page(client_as("van-phong"), fragment)
    assert points not in page(client_as("nguoi-dan"), fragment)
