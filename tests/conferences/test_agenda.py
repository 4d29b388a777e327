"""The agenda: ordered, with papers, with what is shown beside an item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import Entry
from dieuhanh.conferences.actions.agenda import (
    add_item,
    change_item,
    move_item,
    remove_item,
    show_beside,
    take_from_beside,
)
from dieuhanh.conferences.actions.papers import keep_note, lay_paper, take_paper_away, upload_paper
from dieuhanh.conferences.actions.preparing import open_conference
from dieuhanh.conferences.models import (
    AgendaItem,
    Conference,
    Exhibit,
    Paper,
    PrivateNote,
    RoomEvent,
)
from dieuhanh.conferences.queries.screen import choices
from dieuhanh.conferences.queries.screen import prepared as ready_for
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.agenda import Shown
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.people.actions import delegate as lend
from dieuhanh.people.models import Post, User
from dieuhanh.people.queries import actor_of
from dieuhanh.plans.models import Plan, Target
from tests.conferences.conferences_made import made_by, seat
from tests.pages import page, words
from tests.paper.paper_files import pdf

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
DAY = date(2022, 1, 12)


@pytest.fixture
def prepared(example: None, at_machine: Actor) -> Conference:
    """A conference about the plan of 2021, with three items."""
    made = made_by(at_machine, plan=Plan.objects.get(code="ca-mau-2021"))
    for title, minutes in (("Khai mạc", 15), ("Báo cáo", 30), ("Thảo luận", None)):
        add_item(by=at_machine, conference=made, title=title, minutes=minutes)
    return made


def titles(of: Conference) -> list[str]:
    kept = AgendaItem.objects.filter(conference=of, removed=False).order_by("position")
    return list(kept.values_list("title", flat=True))


def item(title: str) -> AgendaItem:
    return AgendaItem.objects.select_related("conference__host").get(title=title)


def test_items_move_and_are_taken_off(prepared: Conference, at_machine: Actor) -> None:
    move_item(by=at_machine, item=item("Thảo luận"), steps=-1)
    assert titles(prepared) == ["Khai mạc", "Thảo luận", "Báo cáo"]
    move_item(by=at_machine, item=item("Thảo luận"), steps=-5)
    assert titles(prepared) == ["Thảo luận", "Khai mạc", "Báo cáo"]
    lines = Entry.objects.count()
    move_item(by=at_machine, item=item("Thảo luận"), steps=-1)
    assert Entry.objects.count() == lines
    remove_item(by=at_machine, item=item("Khai mạc"))
    assert titles(prepared) == ["Thảo luận", "Báo cáo"]
    add_item(by=at_machine, conference=prepared, title="Kết luận")
    move_item(by=at_machine, item=item("Kết luận"), steps=-1)
    assert titles(prepared) == ["Thảo luận", "Kết luận", "Báo cáo"]


def test_an_item_needs_a_title_and_a_sensible_time(prepared: Conference, at_machine: Actor) -> None:
    with pytest.raises(BadInput, match=r"agenda\.title"):
        add_item(by=at_machine, conference=prepared, title=" ")
    with pytest.raises(BadInput, match=r"agenda\.minutes"):
        change_item(by=at_machine, item=item("Báo cáo"), minutes=1000)
    changed = change_item(by=at_machine, item=item("Báo cáo"), presenter="Sở KH&ĐT")
    assert changed.presenter == "Sở KH&ĐT"


def test_an_open_room_is_told_that_the_agenda_changed(
    prepared: Conference, at_machine: Actor
) -> None:
    seat(prepared, "ubnd-972", 1)
    open_conference(by=at_machine, conference=prepared)
    move_item(by=at_machine, item=item("Thảo luận"), steps=-1)
    assert list(RoomEvent.objects.values_list("kind", flat=True)) == ["opened", "agenda"]


def test_papers_come_from_the_register_or_stay_with_the_conference(
    prepared: Conference, at_machine: Actor, client_as: As
) -> None:
    known = Document.objects.get(code="bai-bao-2022-01-12")
    lay_paper(by=at_machine, item=item("Báo cáo"), document=known)
    with pytest.raises(BadInput, match=r"paper\.twice"):
        lay_paper(by=at_machine, item=item("Báo cáo"), document=known)
    told = "Dự thảo báo cáo".encode()
    kept = upload_paper(
        by=at_machine, item=item("Báo cáo"), title="Dự thảo báo cáo", on=DAY, draft=True,
        file=("du-thao.txt", told),
    )  # fmt: skip
    assert kept.document.internal
    office = client_as("van-phong")
    assert "Dự thảo báo cáo" not in page(office, "/van-ban/")
    address = f"/hoi-nghi/{prepared.code}/tai-lieu/{kept.pk}/"
    assert "Dự thảo báo cáo" in words(page(office, address))
    answer = office.get(f"{address}tep/")
    assert b"".join(answer.streaming_content) == told  # type: ignore[attr-defined]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    take_paper_away(by=at_machine, paper=kept)
    assert office.get(address).status_code == 404


@pytest.mark.parametrize(
    ("title", "file", "code"),
    [
        ("", ("a.txt", b"x"), "paper.title"),
        ("Tên", ("a.exe", b"x"), "file.kind"),
        ("Tên", ("a.txt", b""), "file.blank"),
    ],
)
def test_a_file_that_cannot_be_a_paper_is_refused(
    prepared: Conference, at_machine: Actor, title: str, file: tuple[str, bytes], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        upload_paper(by=at_machine, item=item("Báo cáo"), title=title, file=file, on=DAY)
    assert refused.value.code == code
    assert not Paper.objects.filter(item__conference=prepared).exists()


def test_the_board_a_target_and_a_finding_are_laid_beside_an_item(
    prepared: Conference, at_machine: Actor
) -> None:
    target = Target.objects.filter(version__plan__code="ca-mau-2021").first()
    finding = Finding.objects.filter(plan__code="ca-mau-2021").first()
    assert target is not None
    here = item("Báo cáo")
    show_beside(by=at_machine, item=here, kind=Shown.BOARD)
    show_beside(by=at_machine, item=here, kind=Shown.BOARD)
    shown = show_beside(by=at_machine, item=here, kind=Shown.TARGET, target=target)
    show_beside(by=at_machine, item=here, kind=Shown.FINDING, finding=finding)
    assert Exhibit.objects.count() == 3
    take_from_beside(by=at_machine, exhibit=shown)
    assert Exhibit.objects.filter(removed=False).count() == 2
    with pytest.raises(BadInput, match=r"agenda\.foreign"):
        show_beside(by=at_machine, item=here, kind=Shown.TARGET)
    other = made_by(at_machine)
    bare = add_item(by=at_machine, conference=other, title="Không kế hoạch")
    with pytest.raises(BadInput, match=r"agenda\.no_plan"):
        show_beside(by=at_machine, item=bare, kind=Shown.BOARD)


def test_what_was_prepared_for_the_item_under_way_is_offered_first(
    prepared: Conference, at_machine: Actor
) -> None:
    target = Target.objects.filter(version__plan__code="ca-mau-2021").order_by("position")[0]
    here = item("Báo cáo")
    show_beside(by=at_machine, item=here, kind=Shown.TARGET, target=target)
    show_beside(by=at_machine, item=here, kind=Shown.BOARD)
    show_beside(by=at_machine, item=here, kind=Shown.SHORTCOMINGS)
    known = Document.objects.get(code="bai-bao-2022-01-12")
    paper = lay_paper(by=at_machine, item=here, document=known)
    offered = choices(prepared, seen_by=at_machine)
    told = [(each.kind, each.ref) for each in ready_for(here.pk, offered)]
    assert told == [
        ("paper", str(paper.pk)), ("target", target.no), ("board", ""), ("shortcomings", ""),
    ]  # fmt: skip
    assert ready_for(item("Khai mạc").pk, offered) == ready_for(None, offered) == []


def test_a_private_note_is_read_by_its_writer_alone(prepared: Conference, client_as: As) -> None:
    mine, address = "điều chỉ văn phòng nghĩ", f"/hoi-nghi/{prepared.code}/chuong-trinh/"
    office = client_as("van-phong")
    pk = item("Báo cáo").pk
    office.post(f"{address}{pk}/ghi-chu/", {"text": mine})
    assert mine in page(office, address)
    for other in ("chu-tich", "quan-tri"):
        seen = client_as(other).get(address).content.decode()
        assert mine not in seen
    told = [str(entry.now) + str(entry.was) for entry in Entry.objects.filter(verb="note.kept")]
    assert told == ["NoneNone"]
    assert (
        mine
        not in client_as("chu-tich").get(f"/api/v1/conferences/{prepared.code}").content.decode()
    )
    office.post(f"{address}{pk}/ghi-chu/", {"text": ""})
    assert PrivateNote.objects.get().text == ""


def test_who_stands_in_reads_their_own_notes_not_those_of_whom_they_stand_in_for(
    prepared: Conference, at_machine: Actor
) -> None:
    away, here = (User.objects.get(username=name) for name in ("van-phong", "chuyen-vien"))
    keep_note(by=actor_of(away, on=DAY), item=item("Báo cáo"), text="của người đi vắng")
    lent = lend(
        by=at_machine, post=Post.objects.get(user=away).pk, to=here.pk, since=DAY, until=DAY,
        reason="đi công tác", today=DAY,
    )  # fmt: skip
    standing = actor_of(here, on=DAY, delegation=lent.pk)
    keep_note(by=standing, item=item("Báo cáo"), text="của người đi thay")
    assert PrivateNote.objects.get(user=away).text == "của người đi vắng"
    assert PrivateNote.objects.get(user=here).text == "của người đi thay"
    with pytest.raises(Refused):
        keep_note(by=at_machine, item=item("Báo cáo"), text="không ai cả")


@pytest.mark.parametrize("seat_of", ["chu-tich", "can-bo-huyen"])
def test_others_change_no_agenda(
    prepared: Conference, actor: Callable[[str], Actor], seat_of: str
) -> None:
    by, here = actor(seat_of), item("Báo cáo")
    known = Document.objects.get(code="bai-bao-2022-01-12")
    for refused in (
        lambda: add_item(by=by, conference=prepared, title="x"),
        lambda: move_item(by=by, item=here, steps=1),
        lambda: remove_item(by=by, item=here),
        lambda: lay_paper(by=by, item=here, document=known),
        lambda: show_beside(by=by, item=here, kind=Shown.BOARD),
    ):
        with pytest.raises(Refused):
            refused()
    assert titles(prepared) == ["Khai mạc", "Báo cáo", "Thảo luận"]


def test_pages_build_the_agenda(prepared: Conference, client_as: As) -> None:
    office, address = client_as("van-phong"), f"/hoi-nghi/{prepared.code}/chuong-trinh/"
    office.post(address, {"title": "Kết luận hội nghị", "kind": "conclusion"})
    assert office.post(address, {"title": "", "kind": "report"}).status_code == 400
    here = f"{address}{item('Kết luận hội nghị').pk}/"
    told = words(page(office, address))
    assert "08:00 · thảo luận · 15 phút" in told
    assert "08:15" in told
    office.post(f"{here}chuyen/", {"way": "up"})
    assert titles(prepared)[2] == "Kết luận hội nghị"
    file = SimpleUploadedFile("bao-cao.pdf", pdf("Báo cáo"))
    office.post(f"{here}tai-lieu/", {"file": file, "title": "Báo cáo của Sở", "draft": "on"})
    office.post(f"{here}tai-lieu/", {"document": "bai-bao-2022-01-12"})
    target = Target.objects.filter(version__plan__code="ca-mau-2021").first()
    for what in ("board", "shortcomings", f"target:{target.pk}" if target else ""):
        office.post(f"{here}chieu/", {"what": what})
    told = words(page(office, here))
    assert "Báo cáo của Sở dự thảo" in told
    assert "Bảng điểm các chỉ tiêu" in told
    assert "Báo cáo của Sở" in words(page(office, f"/hoi-nghi/{prepared.code}/tai-lieu/"))
    refused = office.post(f"{here}tai-lieu/", {}, follow=True).content.decode()
    assert "Chọn một văn bản trong sổ" in refused
    office.post(f"{here}bo/")
    assert office.get(here).status_code == 404


def test_the_agenda_asks_a_fixed_number_of_times(
    prepared: Conference, at_machine: Actor, client_as: As,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    office, known = client_as("van-phong"), Document.objects.get(code="bai-bao-2022-01-12")
    for n in range(8):
        made = add_item(by=at_machine, conference=prepared, title=f"Mục {n}")
        lay_paper(by=at_machine, item=made, document=known)
        show_beside(by=at_machine, item=made, kind=Shown.BOARD)
    page(office, f"/hoi-nghi/{prepared.code}/chuong-trinh/")
    with django_assert_max_num_queries(14):
        page(office, f"/hoi-nghi/{prepared.code}/chuong-trinh/")
