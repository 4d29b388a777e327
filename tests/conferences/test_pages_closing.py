"""The pages of what a meeting leaves, as its office, its chairman and a reader see them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dieuhanh.conferences.actions.conclusions import note_conclusion
from dieuhanh.conferences.actions.preparing import open_conference
from dieuhanh.conferences.models import Conclusion, Conference, Photo, Text
from dieuhanh.conferences.queries.texts import notice_due_of, notices_owed
from dieuhanh.desk.jobs import tell_all
from dieuhanh.desk.models import Notice
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.models import Plan
from tests.conferences.conferences_made import made_by, seat
from tests.pages import addresses, between, page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
EXAMPLE = "hoi-nghi-2022-01-12"
HOME = f"/hoi-nghi/{EXAMPLE}/"


@pytest.fixture
def meeting(example: None, actor: Callable[[str], Actor]) -> Conference:
    made = made_by(actor("van-phong"), plan=Plan.objects.get(code="ca-mau-2021"))
    seat(made, "ubnd-973", 1)
    open_conference(by=actor("chu-tich"), conference=made)
    made.refresh_from_db()
    return made


def picture(width: int = 2, height: int = 2) -> bytes:
    """A whole PNG of one colour."""
    rows = b"".join(b"\x00" + b"\x20\x60\x60" * width for _ in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + head + data + chunk(b"IEND", b"")


def test_conclusions_are_listed_by_group_and_lead_to_what_they_rest_on(client_as: As) -> None:
    reader = client_as("chu-tich")
    source = page(reader, f"{HOME}ket-luan/")
    told = words(source)
    assert "VI. Quốc phòng, an ninh và đối ngoại" in told
    number = Conclusion.objects.get(conference__code=EXAMPLE, number=7)
    assert f"/hoi-nghi/ket-luan/{number.pk}/" in addresses(source)
    one = page(reader, f"/hoi-nghi/ket-luan/{number.pk}/")
    assert "Kim ngạch xuất khẩu" in words(one)
    assert "1.112,5" in words(one)
    assert "Sở Công Thương" in words(one)
    assert any(each.startswith("/so-lieu/") for each in addresses(one))
    assert any(each.startswith("/nhan-dinh/") for each in addresses(one))
    assert f"{HOME}chuong-trinh/" in addresses(one)
    assert f"/nhiem-vu/tu/conclusion/{number.pk}/" in addresses(one)


def test_a_list_of_conclusions_asks_a_fixed_number_of_times(
    client_as: As, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    reader = client_as("van-phong")
    reader.get(f"{HOME}ket-luan/")
    with django_assert_max_num_queries(24):
        reader.get(f"{HOME}ket-luan/")
    pk = Conclusion.objects.get(conference__code=EXAMPLE, number=7).pk
    with django_assert_max_num_queries(60):
        reader.get(f"/hoi-nghi/ket-luan/{pk}/")


def test_the_chair_notes_beside_the_live_room_and_a_site_sees_only_what_is_final(
    meeting: Conference, client_as: As
) -> None:
    chair, site = client_as("chu-tich"), client_as("can-bo-huyen")
    now = f"/hoi-nghi/{meeting.code}/ket-luan/ngay/"
    assert "<textarea" in page(chair, now)
    answer = chair.post(
        f"/hoi-nghi/{meeting.code}/ket-luan/ghi/", {"text": "Giao việc làm."},
        headers={"HX-Request": "true"},
    )  # fmt: skip
    assert 'data-told="success"' in answer.content.decode()
    assert "Giao việc làm." in page(chair, f"{now}?phan=danh-sach")
    at_site = page(site, now)
    assert "Giao việc làm." not in at_site
    assert "<textarea" not in at_site
    office = client_as("van-phong")
    drafts = page(office, f"/hoi-nghi/{meeting.code}/ket-luan/")
    chosen = between(drafts, 'name="chon" value="', '"')
    office.post(f"/hoi-nghi/{meeting.code}/ket-luan/chinh-thuc/", {"chon": chosen})
    assert "Giao việc làm." in page(site, now)


def test_a_wrong_form_keeps_what_was_typed(meeting: Conference, client_as: As, actor: Any) -> None:
    noted = note_conclusion(by=actor("chu-tich"), conference=meeting, text="Lời.")
    answer = client_as("van-phong").post(
        f"/hoi-nghi/ket-luan/{noted.pk}/", {"text": "Lời dài hơn", "due_on": "45/01/2022"}
    )
    assert answer.status_code == 400
    assert "Lời dài hơn" in answer.content.decode()
    noted.refresh_from_db()
    assert noted.text == "Lời."


def test_a_final_one_is_worded_anew_on_its_page(client_as: As) -> None:
    found = Conclusion.objects.get(conference__code=EXAMPLE, number=1)
    address = f"/hoi-nghi/ket-luan/{found.pk}/"
    office = client_as("van-phong")
    assert "Ghi lời mới" in words(page(office, address))
    typed = {"text": "Lời mới.", "reason": "Thiếu địa phương.", "seen": 1, "body": "", "due_on": ""}
    assert office.post(address, typed).status_code == 302
    told = words(page(client_as("chu-tich"), address))
    assert "Lời thứ 2" in told
    assert "Thiếu địa phương." in told
    late = office.post(address, typed | {"text": "Lời khác."})
    assert late.status_code == 400
    assert "Lời khác." in late.content.decode()


def test_minutes_are_drafted_kept_in_versions_and_told_apart(client_as: As) -> None:
    office = client_as("van-phong")
    address = f"{HOME}van-ban/minutes/"
    drafted = page(office, f"{address}soan/")
    assert "BIÊN BẢN" in drafted
    assert "Hội nghị họp tại 111 điểm cầu; số người tại các điểm cầu không được báo." in drafted
    first = {"text": "Dòng một.\n\nDòng hai.", "seen": 0, "document": ""}
    assert office.post(f"{address}soan/", first).status_code == 302
    again = office.post(f"{address}soan/", first)
    assert again.status_code == 400, "somebody else had written meanwhile"
    second = {"text": "Dòng một.\n\nDòng ba.", "seen": 1, "document": ""}
    assert office.post(f"{address}soan/", second).status_code == 302
    shown = page(client_as("chu-tich"), address)
    assert "<del>hai.</del>" in shown
    assert "<ins>ba.</ins>" in shown
    assert "Dòng hai." in page(client_as("chu-tich"), f"{address}?ban=1")
    assert Text.objects.filter(conference__code=EXAMPLE, kind="minutes").count() == 2


def test_the_notice_is_due_five_working_days_after_and_waits_on_the_desk(
    client_as: As, actor: Callable[[str], Actor]
) -> None:
    of = Conference.objects.select_related("host__area").get(code=EXAMPLE)
    due = notice_due_of(of)
    assert due is not None
    assert f"{due.day:%d/%m/%Y}" == "19/01/2022"
    office = client_as("van-phong")
    assert "19/01/2022" in words(page(office, f"{HOME}van-ban/"))
    assert "Soạn thông báo kết luận" in words(page(office, "/viec-cua-toi/"))
    assert "Soạn thông báo kết luận" not in words(page(client_as("can-bo-huyen"), "/viec-cua-toi/"))
    notice = page(office, f"{HOME}van-ban/notice/soan/")
    assert "THÔNG BÁO" in notice
    text = {"text": "Thông báo.", "seen": 0, "document": ""}
    office.post(f"{HOME}van-ban/notice/soan/", text)
    assert notices_owed(seen_by=actor("van-phong")) == []
    assert due.day - of.starts_at.date() == timedelta(days=7)


def test_whoever_writes_the_notice_is_told_before_on_and_after_its_day(
    example: None, client_as: As
) -> None:
    for day, many in (("14", 0), ("17", 1), ("18", 1), ("19", 2), ("20", 3), ("21", 3)):
        tell_all(today=date(2022, 1, int(day)))
        told = Notice.objects.filter(code__startswith="notice.")
        assert told.count() == many, day
    assert set(told.values_list("user__username", flat=True)) == {"van-phong"}
    assert "Đã quá hạn 19/01/2022" in words(page(client_as("van-phong"), "/thong-bao/"))


def test_photos_are_what_their_bytes_are(client_as: As) -> None:
    office, reader = client_as("van-phong"), client_as("chu-tich")
    address = f"{HOME}anh/"
    assert "chưa có tệp ảnh" in words(page(reader, address))
    lying = SimpleUploadedFile("anh.png", b"<svg onload=alert(1)>", "image/png")
    told = office.post(address, {"file": lying, "caption": "Một ảnh"})
    assert told.status_code == 400
    assert "không phải ảnh JPEG, PNG hoặc WebP" in words(told.content.decode())
    true = SimpleUploadedFile("x.exe", picture(), "text/html")
    assert office.post(address, {"file": true, "caption": "Hội trường"}).status_code == 302
    made = Photo.objects.get(conference__code=EXAMPLE, caption="Hội trường")
    assert 'alt="Hội trường"' in page(reader, address)
    served = reader.get(f"{address}{made.pk}/")
    assert served.headers["Content-Type"] == "image/png"
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in served.headers["Content-Security-Policy"]
    assert b"".join(served.streaming_content) == picture()  # type: ignore[attr-defined]
    assert made.document is not None
    assert made.document.code not in page(client_as("nguoi-dan"), "/van-ban/")
    assert reader.post(address, {"file": true, "caption": "x"}).status_code in {403, 404}
    office.post(f"{address}{made.pk}/sua/", {"lam": "bo"})
    assert "Hội trường" not in words(page(reader, address))
    assert reader.get(f"{address}{made.pk}/").status_code == 404


def test_a_caption_gets_its_picture_once(client_as: As) -> None:
    office = client_as("van-phong")
    photo = Photo.objects.filter(conference__code=EXAMPLE).order_by("position")[0]
    change = f"{HOME}anh/{photo.pk}/sua/"
    for _ in range(2):
        office.post(change, {"lam": "anh", "file": SimpleUploadedFile("a.png", picture())})
    photo.refresh_from_db()
    assert photo.document is not None
    assert Photo.objects.filter(conference__code=EXAMPLE).count() == 3


def test_a_finding_leads_to_its_targets_its_conclusions_and_its_tasks(client_as: As) -> None:
    found = Conclusion.objects.get(conference__code=EXAMPLE, number=12)
    finding = found.findings.get()
    source = page(client_as("chu-tich"), f"/nhan-dinh/{finding.pk}/")
    assert f"/hoi-nghi/ket-luan/tu/finding/{finding.pk}/" in addresses(source)
    assert f"/nhiem-vu/tu/finding/{finding.pk}/" in addresses(source)
    resting = page(client_as("chu-tich"), f"/hoi-nghi/ket-luan/tu/finding/{finding.pk}/")
    assert f"/hoi-nghi/ket-luan/{found.pk}/" in addresses(resting)
