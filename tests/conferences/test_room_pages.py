"""The room's pages: what each site sees and may do, what the chair does, in how many queries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.floor import ask_floor, give_floor
from dieuhanh.conferences.actions.preparing import close_conference
from dieuhanh.conferences.actions.running import set_queue
from dieuhanh.conferences.models import Contribution, Paper, Site, SpeakRequest
from dieuhanh.domain.actors import Actor
from tests.conferences.room_books import Meeting, meeting
from tests.pages import words

pytestmark = pytest.mark.django_db
Acting = Callable[[str], Actor]
As = Callable[[str], Client]


@pytest.fixture
def held(example: None, actor: Acting) -> Meeting:
    caches["process"].clear()
    return meeting(actor("van-phong"))


def at(held: Meeting, name: str, *more: object) -> str:
    return reverse(f"conferences:{name}", args=[held.conference.code, *more])


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return words(answer.content.decode())


def test_a_site_sees_where_the_meeting_stands(
    held: Meeting, client_as: As, at_machine: Actor
) -> None:
    ask_floor(by=at_machine, conference=held.conference, site=held.sites["nam-can"], about="Vốn")
    ask_floor(by=at_machine, conference=held.conference, site=held.sites["dam-doi"])
    give_floor(by=at_machine, conference=held.conference)
    text = shown(client_as("can-bo-xa"), at(held, "room"))
    for told in (
        "Chưa vào nội dung nào.", held.sites["nam-can"].name, held.sites["dam-doi"].name,
        "Đăng ký phát biểu", held.sites["rach-goc"].name, "0/6",
    ):  # fmt: skip
        assert told in text
    assert "Bàn chủ trì" not in text


def test_whoever_only_watches_has_nothing_to_press(held: Meeting, client_as: As) -> None:
    text = client_as("chuyen-vien").get(at(held, "room")).content.decode()
    assert at(held, "ask") not in text
    assert at(held, "heads") not in text


def test_asking_on_the_page(held: Meeting, client_as: As) -> None:
    client, site = client_as("can-bo-xa"), held.sites["rach-goc"]
    sent = {"diem-cau": site.pk, "noi-dung": "Nước sạch"}
    live = client.post(at(held, "ask"), sent, headers={"HX-Request": "true"})
    assert 'data-told="success"' in live.content.decode()
    again = client.post(at(held, "ask"), sent, headers={"HX-Request": "true"})
    assert 'data-told="error"' in again.content.decode()
    plain = client.post(at(held, "ask"), sent, follow=True)
    assert "đang chờ đến lượt" in plain.content.decode()
    request = SpeakRequest.objects.get()
    assert request.about == "Nước sạch"
    client.post(at(held, "withdraw"), {"luot": request.pk})
    request.refresh_from_db()
    assert request.state == "withdrawn"


def test_another_site_cannot_be_named(held: Meeting, client_as: As) -> None:
    client = client_as("can-bo-xa")
    elsewhere = held.sites["nam-can"].pk
    assert client.get(at(held, "room"), {"diem-cau": elsewhere}).status_code == 404
    assert client.post(at(held, "ask"), {"diem-cau": elsewhere}).status_code == 404
    assert client.post(at(held, "heads"), {"diem-cau": elsewhere, "so-nguoi": 3}).status_code == 404
    own, other = held.sites["rach-goc"].pk, held.delegates["nam-can"].pk
    assert client.post(at(held, "ask"), {"diem-cau": own, "dai-bieu": other}).status_code == 403
    assert not SpeakRequest.objects.exists()


def test_heads_are_counted_on_the_page(held: Meeting, client_as: As) -> None:
    site = held.sites["rach-goc"]
    client_as("can-bo-xa").post(at(held, "heads"), {"diem-cau": site.pk, "so-nguoi": "24"})
    site.refresh_from_db()
    assert site.head_count == 24
    assert "24 người" in shown(client_as("chu-tich"), at(held, "presence"))


def test_the_chair_runs_it_from_the_console(
    held: Meeting, client_as: As, at_machine: Actor
) -> None:
    chair = client_as("chu-tich")
    asked = ask_floor(by=at_machine, conference=held.conference, site=held.sites["nam-can"])
    live = {"HX-Request": "true"}
    steps = [
        ("begin-item", {"noi-dung": held.items[1].pk}, "Thảo luận"),
        ("turn", {"giay": 180}, "thời gian"),
        ("queue", {"dung": ""}, "dừng"),
        ("floor", {}, held.sites["nam-can"].name),
        (
            "contribute",
            {"luot": asked.pk, "y-kien": "Xin thêm vốn", "chuc-vu": "Chủ tịch"},
            "Đã ghi",
        ),
        ("floor-end", {"luot": asked.pk}, "kết thúc"),
        ("call", {"ai": f"d:{held.delegates['centre'].pk}"}, "Chuyên viên Sở Y tế"),
        ("show", {"chieu": "board:"}, "màn hình"),
    ]
    for name, sent, told in steps:
        answer = chair.post(at(held, name), sent, headers=live)
        assert answer.status_code == 200, name
        assert 'data-told="success"' in answer.content.decode(), name
        assert told in answer.content.decode(), name
    said = Contribution.objects.get(conference=held.conference)
    assert (said.request, said.office, said.item) == (asked, "Chủ tịch", held.items[1])
    text = shown(chair, at(held, "console"))
    assert "Chuyên viên Sở Y tế" in text
    assert "Xin thêm vốn" in shown(chair, at(held, "noted"))


def test_a_fault_is_said_on_the_console(held: Meeting, client_as: As) -> None:
    chair = client_as("van-phong")
    live = chair.post(at(held, "floor"), {}, headers={"HX-Request": "true"})
    assert "Không còn ai chờ phát biểu." in live.content.decode()
    plain = chair.post(at(held, "floor"), {}, follow=True)
    assert "Không còn ai chờ phát biểu." in plain.content.decode()


def test_the_console_is_the_chairs_alone(held: Meeting, client_as: As) -> None:
    for seat in ("can-bo-xa", "so-y-te", "chuyen-vien"):
        client = client_as(seat)
        assert client.get(at(held, "room")).status_code == 200
        assert client.get(at(held, "console")).status_code == 404
        assert client.post(at(held, "floor")).status_code == 404


def test_voices_are_found_by_words(held: Meeting, client_as: As) -> None:
    chair = client_as("van-phong")
    found = chair.get(at(held, "voices"), {"tim": "Sở Y tế"}).content.decode()
    assert f'value="d:{held.delegates["centre"].pk}"' in found
    assert "Không thấy ai" in chair.get(at(held, "voices"), {"tim": "zzz"}).content.decode()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("paper:", "Hội nghị trực tuyến"), ("board:", "chỉ tiêu đạt và vượt"), ("target:1", "Thực hiện"),
        ("finding:", "."), ("blank:", "để trống"),
    ],
)  # fmt: skip
def test_everybody_sees_the_screen(held: Meeting, client_as: As, kind: str, told: str) -> None:
    chair = client_as("chu-tich")
    offered = chair.get(at(held, "console")).context["choices"]
    chosen = (
        kind
        if kind[-1] != ":" or kind in {"board:", "blank:"}
        else kind + offered[kind[:-1]][0].ref
    )
    chair.post(at(held, "show"), {"chieu": chosen})
    for seat in ("can-bo-xa", "so-y-te"):
        assert told in shown(client_as(seat), at(held, "screen"))


def test_the_board_on_the_screen_is_made_once_for_all(held: Meeting, client_as: As) -> None:
    chair, commune = client_as("chu-tich"), client_as("can-bo-xa")
    chair.post(at(held, "show"), {"chieu": "board:"})
    first = commune.get(at(held, "screen")).content
    other = client_as("so-y-te")
    with CaptureQueriesContext(connection) as asked:
        assert other.get(at(held, "screen")).content == first
    assert len(asked) == 8, "who is looking, the door and the room: nothing of the board"
    chair.post(at(held, "show"), {"chieu": "blank:"})
    assert commune.get(at(held, "screen")).content != first


def test_after_the_end_nothing_can_be_asked_for_and_no_pause_is_told(
    held: Meeting, client_as: As, at_machine: Actor
) -> None:
    paused = "data-queue-closed>"
    keeper, address = client_as("can-bo-xa"), at(held, "room")
    set_queue(by=at_machine, conference=held.conference, is_open=False)
    before = keeper.get(address).content.decode()
    assert (paused in before, at(held, "ask") in before, at(held, "heads") in before) == (True,) * 3
    chair, console = client_as("chu-tich"), at(held, "console")
    assert chair.get(console).status_code == 200
    close_conference(by=at_machine, conference=held.conference)
    assert chair.get(console).headers["Location"] == address
    assert console not in chair.get(address).content.decode()
    after = keeper.get(address).content.decode()
    assert "Hội nghị đã bế mạc." in words(after)
    assert (paused in after, at(held, "ask") in after, at(held, "heads") in after) == (False,) * 3


def test_people_are_told_once_somebody_counted_them(held: Meeting, client_as: As) -> None:
    text = client_as("can-bo-xa").get(at(held, "room")).content.decode()
    assert "<span data-people-told hidden>" in text


def test_the_projector_has_nothing_to_press(held: Meeting, client_as: As) -> None:
    text = client_as("chu-tich").get(at(held, "projector")).content.decode()
    assert "hx-post" not in text
    assert at(held, "screen") in text


def test_slots_of_others_are_there_once_their_pages_are(held: Meeting, client_as: As) -> None:
    text = client_as("can-bo-xa").get(at(held, "room")).content.decode()
    for name in ("ballot-now", "conclusions-now"):
        try:
            assert f'hx-get="{at(held, name)}"' in text
        except NoReverseMatch:
            assert name not in text


@verb
def many_sites(of: Meeting, count: int) -> None:
    """Sites with a request each."""
    bodies = Body.objects.exclude(
        pk__in=Site.objects.filter(conference=of.conference).values("body")
    )[:count]
    for place, body in enumerate(bodies, 100 + Site.objects.count()):
        site = Site.objects.create(
            conference=of.conference, body=body, name=body.name, level="commune", position=place,
            parent=of.sites["ngoc-hien"],
        )  # fmt: skip
        SpeakRequest.objects.create(
            conference=of.conference, site=site, asked_at=of.conference.opened_at
        )


@pytest.mark.parametrize("name", ["room", "console", "presence"])
def test_pages_ask_no_more_for_a_hundred_sites(held: Meeting, client_as: As, name: str) -> None:
    chair = client_as("van-phong")
    many_sites(held, 1)
    chair.get(at(held, name))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert chair.get(at(held, name)).status_code == 200
        return len(queries)

    before = asked()
    many_sites(held, 100)
    assert asked() == before
    assert before <= 32


@verb
def bare(of: Meeting, *, by: Actor, plan: bool) -> None:
    """Without papers, and without a plan where that is asked."""
    Paper.objects.filter(item__conference=of.conference).update(removed=True)
    if plan:
        of.conference.plan = None
        of.conference.save(update_fields=["plan"])


def test_a_chooser_with_nothing_says_why_and_leads_to_where_to_add(
    held: Meeting, client_as: As, at_machine: Actor
) -> None:
    office, chair = client_as("van-phong"), client_as("chu-tich")
    assert "Chưa có tài liệu nào" not in shown(office, at(held, "console"))
    bare(held, by=at_machine, plan=False)
    told = office.get(at(held, "console")).content.decode()
    assert "Chưa có tài liệu nào ở chương trình." in told
    assert f'<a href="{at(held, "agenda")}">Thêm tài liệu</a>' in told
    assert '<select id="chieu"' in told, "the board is still there to show"
    bare(held, by=at_machine, plan=True)
    told = office.get(at(held, "console")).content.decode()
    assert '<select id="chieu"' not in told
    assert f'<a href="{at(held, "change")}">Chọn kế hoạch</a>' in told
    assert "Chưa có gì để chiếu." in told
    seen = chair.get(at(held, "console")).content.decode()
    assert "Người soạn của cơ quan tổ chức thêm được" in seen
    assert at(held, "change") not in seen
