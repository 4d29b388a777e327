"""A task from hand to hand: who may take which step, what it leaves, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.audit.models import Entry
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import documents
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.domain.tasks import Standing, standing
from dieuhanh.domain.wording import message
from dieuhanh.reports.models import Figure
from dieuhanh.tasks.actions.assigning import amend, reassign
from dieuhanh.tasks.actions.extending import ask_extension, grant_extension, refuse_extension
from dieuhanh.tasks.actions.following import (
    accept,
    answer,
    ask_back,
    confirm,
    dispute,
    give_back,
    progress,
    report_done,
    settle_dispute,
    withdraw,
)
from dieuhanh.tasks.actions.frame import Shown
from dieuhanh.tasks.models import CoBody, Evidence, Step, Task
from tests.paper.paper_files import png
from tests.tasks.given import COMMUNE, DISTRICT, DUE, TODAY, again, given, order

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Seat = Callable[[str], Actor]
LATER = date(2022, 4, 5)
PICTURE = ("anh.png", png())


@pytest.fixture
def task(actor: Seat) -> Task:
    return given(actor("van-phong"), co_bodies=("so-tttt-ca-mau", DISTRICT))


def kinds(found: Task) -> list[str]:
    return list(Step.objects.filter(task=found).order_by("number").values_list("kind", flat=True))


def test_a_task_is_assigned_with_all_that_was_said(task: Task, actor: Seat) -> None:
    assert task.code == f"nv-2022-{task.pk}"
    assert (task.state, task.lead.code, task.first_lead.code) == (
        "assigned", "so-y-te-ca-mau", "so-y-te-ca-mau",
    )  # fmt: skip
    assert (task.due_on, task.first_due_on, task.assigned_on) == (DUE, DUE, TODAY)
    assert {each.body.code for each in CoBody.objects.filter(task=task)} == {
        "so-tttt-ca-mau", DISTRICT,
    }  # fmt: skip
    assert Entry.objects.filter(verb="task.assigned", subject=task.code).count() == 1


@pytest.mark.parametrize("seat", ["so-y-te", "can-bo-huyen", "can-bo-xa", "nguoi-dan", "quan-tri"])
def test_nobody_assigns_in_the_provinces_name_but_those_who_act_for_it(
    actor: Seat, seat: str
) -> None:
    with pytest.raises(Refused):
        given(actor(seat))
    assert not Task.objects.filter(title=order().title).exists()


def test_from_the_assigning_to_a_late_end(task: Task, actor: Seat) -> None:
    health, office = actor("so-y-te"), actor("van-phong")
    accept(by=health, task=task.code, today=TODAY, official="Phó Giám đốc Sở")
    progress(by=health, task=task.code, today=TODAY, text="Đã tiêm hai huyện", percent=40)
    report_done(by=health, task=task.code, today=DUE, text="Đã xong")
    assert again(task).reported_on == DUE
    give_back(by=office, task=task.code, today=DUE, text="Thiếu huyện Năm Căn")
    held = again(task)
    assert (held.state, held.reported_on, held.done_on) == ("accepted", None, None)
    assert held.percent == 40, "what its lead had stated, not the hundred of its report"
    assert standing(due_on=held.due_on, done_on=held.done_on, today=LATER) is Standing.OPEN_OVERDUE
    report_done(by=health, task=task.code, today=LATER, text="Đã đủ các huyện")
    confirm(by=office, task=task.code, today=date(2022, 4, 20))
    held = again(task)
    assert (held.state, held.done_on, held.percent) == ("confirmed", LATER, 100)
    assert standing(due_on=held.due_on, done_on=held.done_on, today=LATER) is Standing.DONE_LATE
    assert kinds(task) == [
        "assigned", "accepted", "progress", "reported", "returned", "reported", "confirmed",
    ]  # fmt: skip
    said = Entry.objects.filter(subject=task.code, verb="task.confirmed").get()
    assert said.was["state"] == "reported"
    assert said.now["done_on"] == "2022-04-05"


def test_each_step_is_for_its_side_and_a_stranger_is_told_there_is_nothing(
    task: Task, actor: Seat
) -> None:
    office, helper, commune = actor("van-phong"), actor("can-bo-huyen"), actor("can-bo-xa")
    for stranger in (commune, actor("nguoi-dan")):
        with pytest.raises(Missing):
            accept(by=stranger, task=task.code, today=TODAY)
    for wrong in (office, helper):
        with pytest.raises(Refused):
            accept(by=wrong, task=task.code, today=TODAY)
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    report_done(by=actor("so-y-te"), task=task.code, today=TODAY, text="xong")
    for wrong in (actor("so-y-te"), helper):
        with pytest.raises(Refused):
            confirm(by=wrong, task=task.code, today=TODAY)
        with pytest.raises(Refused):
            give_back(by=wrong, task=task.code, today=TODAY, text="x")
        with pytest.raises(Refused):
            withdraw(by=wrong, task=task.code, today=TODAY, text="x")
    assert again(task).state == "reported"


def test_asking_back_needs_words_and_waits_for_an_answer(task: Task, actor: Seat) -> None:
    health, office = actor("so-y-te"), actor("van-phong")
    with pytest.raises(BadInput, match="no_words"):
        ask_back(by=health, task=task.code, today=TODAY, text=" ")
    ask_back(by=health, task=task.code, today=TODAY, text="Có gồm trẻ em không?")
    with pytest.raises(BadInput, match="wrong_step"):
        accept(by=health, task=task.code, today=TODAY)
    answer(by=office, task=task.code, today=TODAY, text="Từ 12 tuổi")
    accept(by=health, task=task.code, today=TODAY)
    assert kinds(task) == ["assigned", "asked_back", "answered", "accepted"]


def test_a_helper_reports_in_words_alone_and_in_its_own_name(task: Task, actor: Seat) -> None:
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    helper = actor("can-bo-huyen")
    with pytest.raises(BadInput, match="percent"):
        progress(by=helper, task=task.code, today=TODAY, text="", percent=50)
    step = progress(by=helper, task=task.code, today=TODAY, text="Đã bố trí điểm tiêm")
    assert step.body == Body.objects.get(code=DISTRICT)
    assert again(task).percent == 0


@pytest.mark.parametrize("percent", [-1, 101])
def test_progress_is_a_percentage_or_something_said(task: Task, actor: Seat, percent: int) -> None:
    health = actor("so-y-te")
    accept(by=health, task=task.code, today=TODAY)
    with pytest.raises(BadInput, match=r"task\.percent"):
        progress(by=health, task=task.code, today=TODAY, text="x", percent=percent)
    with pytest.raises(BadInput, match="no_progress"):
        progress(by=health, task=task.code, today=TODAY, text="")


def test_evidence_is_a_paper_a_figure_or_a_file_seen_only_with_the_task(
    task: Task, actor: Seat
) -> None:
    health = actor("so-y-te")
    accept(by=health, task=task.code, today=TODAY)
    figure = Figure.objects.filter(document__isnull=False, simulated=False)[0]
    shown = [
        Shown(document="bai-bao-2022-01-12"), Shown(figure=figure.pk),
        Shown(file=PICTURE, words="Ảnh điểm tiêm"),
    ]  # fmt: skip
    step = progress(by=health, task=task.code, today=TODAY, text="xem", evidence=shown)
    kept = Evidence.objects.filter(step=step).order_by("pk")
    assert [each.figure_id for each in kept] == [None, figure.pk, None]
    file = kept[2].document
    assert file is not None
    assert (file.internal, file.title, file.media_type) == (True, "Ảnh điểm tiêm", "image/png")
    assert not documents(seen_by=actor("chu-tich")).filter(pk=file.pk).exists()
    for wrong, code in ((("x.exe", b"MZ"), "kind"), (("x.pdf", b""), "blank")):
        with pytest.raises(BadInput, match=f"file.{code}"):
            progress(by=health, task=task.code, today=TODAY, text="x", evidence=[Shown(file=wrong)])
    with pytest.raises(Missing):
        progress(
            by=health, task=task.code, today=TODAY, text="x", evidence=[Shown(document=file.code)]
        )
    assert Document.objects.filter(internal=True).count() == 1


def test_who_saw_an_older_task_is_told_whose_step_came_between(task: Task, actor: Seat) -> None:
    health, office = actor("so-y-te"), actor("van-phong")
    seen = task.revision
    accept(by=health, task=task.code, today=TODAY, seen=seen)
    with pytest.raises(BadInput) as fault:
        withdraw(by=office, task=task.code, today=TODAY, text="thôi", seen=seen)
    assert fault.value.code == "task.changed"
    assert "Chuyên viên Sở Y tế" in message(fault.value)
    withdraw(by=office, task=task.code, today=TODAY, text="thôi", seen=seen + 1)
    assert again(task).state == "withdrawn"


def test_an_extension_is_asked_with_a_reason_decided_by_the_assigner_and_counted(
    task: Task, actor: Seat
) -> None:
    health, office, until = actor("so-y-te"), actor("van-phong"), date(2022, 4, 30)
    accept(by=health, task=task.code, today=TODAY)
    with pytest.raises(BadInput, match="no_words"):
        ask_extension(by=health, task=task.code, until=until, text="", today=TODAY)
    ask_extension(by=health, task=task.code, until=until, text="Thiếu vắc xin", today=TODAY)
    with pytest.raises(Refused):
        grant_extension(by=health, task=task.code, today=TODAY)
    grant_extension(by=office, task=task.code, today=date(2022, 4, 2))
    held = again(task)
    assert (held.due_on, held.first_due_on, held.extensions) == (until, DUE, 1)
    assert held.extension_asked is None
    with pytest.raises(BadInput, match="too_many"):
        ask_extension(by=health, task=task.code, until=date(2022, 5, 30), text="nữa", today=TODAY)


def test_a_refused_extension_leaves_the_deadline_and_uses_nothing(task: Task, actor: Seat) -> None:
    health, office = actor("so-y-te"), actor("van-phong")
    accept(by=health, task=task.code, today=TODAY)
    with pytest.raises(BadInput, match="not_asked"):
        grant_extension(by=office, task=task.code, today=TODAY)
    ask_extension(by=health, task=task.code, until=LATER, text="x", today=TODAY)
    report_done(by=health, task=task.code, today=TODAY, text="xong")
    with pytest.raises(BadInput, match="extension_waits"):
        confirm(by=office, task=task.code, today=TODAY)
    with pytest.raises(BadInput, match="no_words"):
        refuse_extension(by=office, task=task.code, text="", today=TODAY)
    refuse_extension(by=office, task=task.code, text="Không có lý do chính đáng", today=TODAY)
    held = again(task)
    assert (held.due_on, held.extensions, held.extension_asked) == (DUE, 0, None)
    confirm(by=office, task=task.code, today=TODAY)


def test_after_the_deadline_nothing_is_asked_for(task: Task, actor: Seat) -> None:
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    with pytest.raises(BadInput, match="too_late"):
        ask_extension(
            by=actor("so-y-te"), task=task.code, until=date(2022, 5, 1), text="x", today=LATER
        )


def test_an_edited_task_keeps_its_first_day_and_a_later_one_is_an_extension(
    task: Task, actor: Seat
) -> None:
    office, sooner = actor("van-phong"), date(2022, 3, 15)
    told = order(title="Tiêm cho mọi người", due_on=sooner, co_bodies=("so-tttt-ca-mau",))
    amend(by=office, task=task.code, order=told, today=TODAY)
    held = again(task)
    assert (held.title, held.due_on, held.first_due_on) == ("Tiêm cho mọi người", sooner, DUE)
    assert [c.body.code for c in CoBody.objects.filter(task=task, removed=False)] == [
        "so-tttt-ca-mau"
    ]
    assert Step.objects.filter(task=task).latest("number").text == "-ubnd-973"
    for wrong in (LATER, None):
        with pytest.raises(BadInput, match="later_is_extension"):
            amend(by=office, task=task.code, order=order(due_on=wrong), today=TODAY)
    with pytest.raises(Refused):
        amend(by=actor("so-y-te"), task=task.code, order=told, today=TODAY)
    ask_back(by=actor("so-y-te"), task=task.code, text="Quá gấp", today=TODAY)
    amend(by=office, task=task.code, order=order(due_on=None), today=TODAY)
    assert again(task).due_on is None
    ask_back(by=actor("so-y-te"), task=task.code, text="Vậy khi nào?", today=TODAY)
    amend(by=office, task=task.code, order=order(due_on=LATER), today=TODAY)
    held = again(task)
    assert (held.due_on, held.first_due_on, held.state, held.extensions) == (
        LATER, DUE, "assigned", 0,
    )  # fmt: skip


def test_a_task_is_given_to_another_lead_who_takes_it_up_anew(task: Task, actor: Seat) -> None:
    office = actor("van-phong")
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    progress(by=actor("so-y-te"), task=task.code, text="", percent=30, today=TODAY)
    with pytest.raises(BadInput, match="no_words"):
        reassign(by=office, task=task.code, lead=DISTRICT, text="", today=TODAY)
    with pytest.raises(BadInput, match=r"task\.lead"):
        reassign(by=office, task=task.code, lead="bao-dan-tri", text="x", today=TODAY)
    reassign(by=office, task=task.code, lead=DISTRICT, text="Đúng địa bàn", today=TODAY)
    held = again(task)
    assert (held.lead.code, held.first_lead.code, held.state, held.percent) == (
        DISTRICT, "so-y-te-ca-mau", "assigned", 0,
    )  # fmt: skip
    with pytest.raises((Refused, Missing)):
        accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    accept(by=actor("can-bo-huyen"), task=task.code, today=TODAY)
    report_done(by=actor("can-bo-huyen"), task=task.code, text="Xong", today=TODAY)
    give_back(by=office, task=task.code, text="Chưa đủ", today=TODAY)
    assert again(task).percent == 0, "what another lead had stated is not this one's"


def test_a_dispute_is_noted_by_the_lead_and_settled_by_the_assigner(
    task: Task, actor: Seat
) -> None:
    health, office = actor("so-y-te"), actor("van-phong")
    with pytest.raises(BadInput, match="no_dispute"):
        settle_dispute(by=office, task=task.code, text="x", today=TODAY)
    with pytest.raises(Refused):
        dispute(by=office, task=task.code, text="x", today=TODAY)
    dispute(by=health, task=task.code, text="Việc của hai sở", today=TODAY)
    assert again(task).disputed
    with pytest.raises(Refused):
        settle_dispute(by=health, task=task.code, text="x", today=TODAY)
    settle_dispute(by=office, task=task.code, text="Giữ nguyên", today=TODAY)
    assert not again(task).disputed


def test_what_ended_takes_no_more_steps(task: Task, actor: Seat) -> None:
    office = actor("van-phong")
    with pytest.raises(BadInput, match="no_words"):
        withdraw(by=office, task=task.code, text="", today=TODAY)
    withdraw(by=office, task=task.code, text="Trùng việc", today=TODAY)
    with pytest.raises(BadInput, match="ended"):
        accept(by=actor("so-y-te"), task=task.code, today=TODAY)


def test_a_post_holder_of_the_lead_answers_for_it_and_nobody_else(task: Task, actor: Seat) -> None:
    health = actor("so-y-te")
    stranger = int(actor("can-bo-xa").id.removeprefix("user:"))
    with pytest.raises(BadInput, match="official"):
        accept(by=health, task=task.code, today=TODAY, official_user=stranger)
    own = int(health.id.removeprefix("user:"))
    accept(by=health, task=task.code, today=TODAY, official_user=own)
    assert again(task).official_user_id == own
    assert COMMUNE
