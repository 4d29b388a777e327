"""The page that holds a text to the books: marks in place, reasons beside, the same rows as a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dieuhanh.audit.models import Entry
from dieuhanh.documents.models import Document
from tests.pages import words

pytestmark = pytest.mark.django_db
PAGE = "/doi-chieu-van-ban/"
TEXT = (
    "Năm 2021, tỷ lệ đô thị hóa đạt 27%. Kim ngạch xuất khẩu đạt 1.200 triệu USD.\r\n"
    "Thu ngân sách nhà nước đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch (kế hoạch 5.400 tỷ đồng).\r\n"
    "Sản lượng muối đạt 1.234 tấn."
)


@pytest.fixture
def editor(client_as: Callable[[str], Client]) -> Client:
    return client_as("chu-tich")


def test_each_figure_is_marked_with_a_sign_and_a_word_and_nothing_is_kept(editor: Client) -> None:
    lines, papers = Entry.objects.count(), Document.objects.count()
    answer = editor.post(PAGE, {"text": TEXT})
    assert answer.status_code == 200
    told = words(answer.content.decode())
    assert "✓ khớp số liệu (1)" in told
    assert "≠ khác số liệu (1)" in told
    assert "! tự mâu thuẫn (1)" in told
    assert "? chưa đối chiếu được (1)" in told
    assert "Văn bản ghi 1.200 triệu USD, trong sổ là 1.112,5 triệu USD." in told
    assert "8,35%, không phải 6,8%" in told
    assert 'href="/so-lieu/' in answer.content.decode()
    assert (Entry.objects.count(), Document.objects.count()) == (lines, papers)


def test_one_mark_is_chosen_and_the_text_stays_whole(editor: Client) -> None:
    told = words(editor.post(PAGE, {"text": TEXT, "dau": "inconsistent"}).content.decode())
    assert "trong sổ là 1.112,5" not in told
    assert "8,35%, không phải 6,8%" in told
    assert "Sản lượng muối đạt 1.234 tấn" in told


def test_the_file_has_the_rows_of_the_page(editor: Client) -> None:
    answer = editor.post(PAGE, {"text": TEXT, "tai": "csv"})
    assert answer["Content-Disposition"] == 'attachment; filename="doi-chieu.csv"'
    rows = [line for line in answer.content.decode().splitlines() if "khác số liệu" in line]
    assert len(rows) == 1
    assert "1.200" in rows[0]
    assert editor.post(PAGE, {"text": TEXT, "tai": "exe"}).status_code == 404


def test_a_link_brings_the_text_of_a_registered_paper(editor: Client) -> None:
    page = editor.get(PAGE, {"tai-lieu": "bai-bao-2022-01-12"}).content.decode()
    assert "vượt 6,8% kế hoạch" in page
    assert editor.get(PAGE, {"tai-lieu": "khong-co"}).status_code == 404
    assert editor.get(PAGE, {"van-ban": "999999"}).status_code == 404


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Hãy chọn một tệp, hoặc dán nội dung"),
        ({"text": "Thu đạt 5 tỷ đồng.", "on": "32/01/2022"}, "32/01/2022"),
        ({"text": "Thu đạt 5 tỷ đồng.", "plan": "khong-co"}, "khong-co"),
        ({"file": SimpleUploadedFile("a.pdf", b"\x89PNG\r\n\x1a\n" + b"0" * 64)}, ".pdf"),
    ],
)
def test_what_cannot_be_checked_is_told_beside_its_field(
    editor: Client, sent: dict[str, object], told: str
) -> None:
    answer = editor.post(PAGE, sent)
    assert answer.status_code == 422
    assert told in words(answer.content.decode())
