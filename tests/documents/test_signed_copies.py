"""A signed copy handed in: what its signature and its text show is told on the page and the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.paper.writing.pdf import write_pdf
from tests.documents.papers_made import issued
from tests.documents.test_pages_papers import again, at
from tests.pages import page, words
from tests.paper.paper_files import pdf, scanned
from tests.paper.signing import added_to, holder, signed

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
UNSIGNED = "Bản nộp không có chữ ký số"
CHANGED = "Bản nộp bị sửa sau khi ký"
OTHER = "không khớp văn bản đã ban hành: số, ký hiệu; ngày ban hành; trích yếu"
SCAN = "ảnh quét hoặc không đọc được chữ"


@pytest.fixture(autouse=True)
def _files_apart(settings: LazySettings, tmp_path: Path) -> None:
    settings.FILES_FOLDER = tmp_path / "files"


def as_issued(paper: Paper) -> bytes:
    return write_pdf(content_of(version_of(paper, again(paper).version)))


def handed_in(office: Client, paper: Paper, content: bytes) -> str:
    """What the page says right after, the message first."""
    file = SimpleUploadedFile("ky.pdf", content, "application/pdf")
    answer = office.post(at("paper-sign", paper), {"file": file}, follow=True)
    assert answer.status_code == 200
    return words(answer.content.decode())


def test_the_paper_itself_signed_has_nothing_to_tell(client_as: As) -> None:
    office, made = client_as("van-phong"), issued()
    told = handed_in(office, made, signed(as_issued(made), holder("Văn phòng Mẫu")))
    assert "Đã nhận bản đã ký." in told
    assert "Bản nộp" not in told
    kept = made.signed.get()
    assert (kept.found, kept.differs) == ("signed", [])
    assert "bản nộp" not in words(page(office, reverse("documents:papers")))


def test_the_paper_itself_without_a_signature_is_told_as_unsigned(client_as: As) -> None:
    office, made = client_as("van-phong"), issued()
    told = handed_in(office, made, as_issued(made))
    assert "Đã nhận bản đã ký." not in told
    assert "Đã giữ tệp, nhưng cần xem lại." in told
    again_told = words(page(client_as("nguoi-dan"), at("paper", made)))
    assert UNSIGNED in again_told
    assert "không khớp" not in again_told
    assert "bản nộp không có chữ ký số" in words(page(office, reverse("documents:papers")))


def test_a_copy_changed_after_signing_is_told_on_the_page_and_in_the_list(client_as: As) -> None:
    office, made = client_as("van-phong"), issued()
    handed_in(office, made, added_to(signed(as_issued(made), holder("Tự ký"))))
    assert CHANGED in words(page(office, at("paper", made)))
    assert CHANGED.lower() in words(page(office, reverse("documents:papers"))).lower()


def test_the_signed_pdf_of_another_paper_is_told_as_such(client_as: As) -> None:
    office, made = client_as("van-phong"), issued()
    handed_in(office, made, signed(pdf("Số: 99/BC-UBND, chuyện khác"), holder("Tự ký")))
    told = words(page(office, at("paper", made)))
    assert OTHER in told
    assert UNSIGNED not in told
    assert "bản nộp khác văn bản" in words(page(office, reverse("documents:papers")))


def test_the_last_copy_counts_and_a_scan_is_told_as_one(client_as: As) -> None:
    office, made = client_as("van-phong"), issued()
    handed_in(office, made, pdf("chuyện khác"))
    handed_in(office, made, scanned())
    told = words(page(office, at("paper", made)))
    assert SCAN in told
    assert "không khớp" not in told
    handed_in(office, made, signed(as_issued(made), holder("Văn phòng Mẫu")))
    assert "Bản nộp" not in words(page(office, at("paper", made))).replace("Bản ký nộp trước", "")


def test_it_is_told_in_english(client_as: As) -> None:
    office, made = client_as("van-phong"), issued()
    office.cookies["django_language"] = "en"
    told = handed_in(office, made, pdf("chuyện khác"))
    assert "The file was kept, but look at it again." in told
    assert "number and symbol; day of issue; subject" in told
    assert "copy is not this paper" in words(page(office, reverse("documents:papers")))
