"""A paper handed in on a page: refused when it is bad, its signatures and text shown when not."""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dieuhanh.documents.models import Document
from tests.paper.paper_files import SENTENCE, locked_pdf, pdf, repacked, says, scanned, word
from tests.paper.signing import BODY, NOW, added_to, holder, signed

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _files_apart(settings: LazySettings, tmp_path: Path) -> None:
    settings.FILES_FOLDER = tmp_path / "files"
    settings.TODAY = (NOW + timedelta(1)).date().isoformat()


def hand_in(client: Client, name: str, content: bytes, number: str = "7/QĐ-UBND") -> str:
    """The page after a paper was registered with this file, or the form that refused it."""
    sent = {
        "number": number, "kind": "Quyết định", "issuer": "ubnd-ca-mau", "issued_on": "12/01/2022",
        "title": "Quyết định mẫu", "file": SimpleUploadedFile(name, content),
    }  # fmt: skip
    response = client.post(reverse("documents:new"), sent, follow=True)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def page(client: Client, view: str, code: str = "7-qd-ubnd-2022", **headers: str) -> str:
    response = client.get(reverse(view, args=[code]), headers=headers)
    assert response.status_code == 200
    return " ".join(html.unescape(response.content.decode()).split())


@pytest.mark.parametrize(
    ("name", "made", "why"),
    [
        ("a.pdf", locked_pdf, "có mật khẩu"),
        ("a.docx", lambda: pdf("a"), "nội dung là PDF"),
        ("a.docx", lambda: repacked(word(says("a")), {"word/vbaProject.bin": b"a"}), "macro"),
        ("a.docx", lambda: word(says("MẬT"), says("a")), "đóng dấu “Mật”"),
        ("a.exe", lambda: b"MZ\0", "Không đọc văn bản loại .exe"),
        ("a.bat", lambda: b"echo 1", "không thuộc loại tệp nhận được"),
    ],
    ids=["locked", "another type", "macros", "secret", "program", "script"],
)
def test_a_bad_file_is_refused_and_nothing_stored(
    client_as: Seats, settings: LazySettings, name: str, made: Callable[[], bytes], why: str
) -> None:
    before = Document.objects.count()
    assert why in hand_in(client_as("chuyen-vien"), name, made())
    assert Document.objects.count() == before
    assert not Path(settings.FILES_FOLDER).exists()


def test_the_text_of_a_word_file_and_of_a_pdf_is_shown(client_as: Seats) -> None:
    seat = client_as("chuyen-vien")
    hand_in(seat, "a.docx", word(says(SENTENCE)))
    assert SENTENCE in page(seat, "documents:one")
    hand_in(seat, "b.pdf", pdf(SENTENCE), number="8/QĐ-UBND")
    assert SENTENCE in page(seat, "documents:one", "8-qd-ubnd-2022")


def test_a_scan_is_kept_though_it_cannot_be_read(client_as: Seats) -> None:
    seat = client_as("chuyen-vien")
    hand_in(seat, "a.pdf", scanned())
    assert "Trong sổ chưa có toàn văn" in page(seat, "documents:one")
    assert "chưa có chữ ký số nào" in page(seat, "documents:signatures")


def test_the_signatures_of_a_pdf_are_told(
    client_as: Seats, settings: LazySettings, tmp_path: Path
) -> None:
    seat = client_as("chuyen-vien")
    authority = holder("Nơi cấp chứng thư Mẫu")
    office = holder("Văn phòng Mẫu", by=authority)
    hand_in(seat, "a.pdf", signed(pdf(SENTENCE), office))
    address = reverse("documents:signatures", args=["7-qd-ubnd-2022"])
    assert f'hx-get="{address}"' in page(seat, "documents:one")
    told = page(seat, "documents:signatures", **{"HX-Request": "true"})
    assert "Chưa có gốc tin cậy" in told
    assert "Văn phòng Mẫu" in told
    assert BODY in told
    assert "10:00 20/01/2022" in told
    assert "<html" not in told
    settings.TRUST_ROOTS_FOLDER = tmp_path / "roots"
    settings.TRUST_ROOTS_FOLDER.mkdir()
    (tmp_path / "roots" / "mau.pem").write_text(authority.pem, "utf-8")
    whole = page(seat, "documents:signatures")
    assert "<html" in whole
    assert "Chữ ký hợp lệ" in whole
    assert "không biết chứng thư có bị thu hồi" in whole


def test_a_paper_changed_after_signing_says_so(client_as: Seats) -> None:
    seat = client_as("chuyen-vien")
    hand_in(seat, "a.pdf", added_to(signed(pdf(SENTENCE), holder("Tự ký"))))
    assert "Bị sửa sau khi ký" in page(seat, "documents:signatures")


def test_a_pdf_without_signature_says_so_and_a_word_file_is_not_asked(client_as: Seats) -> None:
    seat = client_as("chuyen-vien")
    hand_in(seat, "a.pdf", pdf(SENTENCE))
    assert "chưa có chữ ký số nào" in page(seat, "documents:signatures")
    hand_in(seat, "a.docx", word(says(SENTENCE)), number="9/QĐ-UBND")
    assert "documents:signatures" not in page(seat, "documents:one", "9-qd-ubnd-2022")
    assert "chu-ky/" not in page(seat, "documents:one", "9-qd-ubnd-2022")


def test_a_root_that_is_none_is_named(
    client_as: Seats, settings: LazySettings, tmp_path: Path
) -> None:
    seat = client_as("chuyen-vien")
    hand_in(seat, "a.pdf", signed(pdf(SENTENCE), holder("Tự ký")))
    (tmp_path / "hong.pem").write_text("abc", "utf-8")
    settings.TRUST_ROOTS_FOLDER = tmp_path
    assert "hong.pem" in page(seat, "documents:signatures")
