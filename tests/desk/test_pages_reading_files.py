"""A reading's file given back, its head begun from the text, its tables shown as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dieuhanh.documents.models import PaperReading
from dieuhanh.domain.wording.paper_checks import SIGNS
from tests.desk.readings_made import ARTICLE, RESOLUTION, entered, pasted, province
from tests.pages import page, words
from tests.paper.paper_files import letterhead, says, targets, word

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
As = Callable[[str], Client]
AT = "/doc-van-ban/"


def paper() -> bytes:
    """A resolution as a Word file."""
    return word(
        letterhead, says("Số: 7/NQ-HĐND"), says("Cà Mau, ngày 09 tháng 12 năm 2021"), says("NGHỊ QUYẾT"),
        says("Về nhiệm vụ năm 2022"), says("Kết quả năm 2021:"), targets,
    )  # fmt: skip


def handed_in(client: Client) -> PaperReading:
    file = SimpleUploadedFile("nghị quyết.docx", paper())
    client.post(AT, {"area": str(province().pk), "file": file})
    return PaperReading.objects.get()


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_the_file_handed_in_is_given_back_and_opens_nowhere(client_as: As) -> None:
    client = client_as("chuyen-vien")
    of = handed_in(client)
    assert of.original is not None
    assert f'href="{AT}{of.pk}/tep/"' in page(client, f"{AT}{of.pk}/")
    answer = client.get(f"{AT}{of.pk}/tep/")
    assert content(answer).startswith(b"PK")
    told = answer.headers
    assert (
        told["Content-Disposition"]
        == "attachment; filename*=utf-8''ngh%E1%BB%8B%20quy%E1%BA%BFt.docx"
    )
    assert (told["X-Content-Type-Options"], told["Cache-Control"]) == (
        "nosniff",
        "private, no-store",
    )
    assert told["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for stranger in ("chu-tich", "can-bo-xa", "nguoi-dan"):
        assert client_as(stranger).get(f"{AT}{of.pk}/tep/").status_code in {403, 404}
    assert Client().get(f"{AT}{of.pk}/tep/").status_code == 302


def test_pasted_text_is_given_back_as_text(client_as: As) -> None:
    of = pasted("Thu đạt 5.851 tỷ đồng.")
    answer = client_as("chuyen-vien").get(f"{AT}{of.pk}/tep/")
    assert content(answer).decode() == "Thu đạt 5.851 tỷ đồng."


def test_the_register_gives_its_file_to_whoever_sees_the_paper(client_as: As) -> None:
    address = reverse("documents:file", args=["bai-bao-2022-01-12"])
    assert address in page(
        client_as("nguoi-dan"), reverse("documents:one", args=["bai-bao-2022-01-12"])
    )
    answer = client_as("nguoi-dan").get(address)
    assert content(answer).decode() == ARTICLE
    assert "attachment" in answer.headers["Content-Disposition"]
    absent = client_as("nguoi-dan").get(reverse("documents:file", args=["khong-co"]))
    assert absent.status_code == 404


def test_a_paper_entered_leads_its_keepers_to_the_file_as_handed_in(client_as: As) -> None:
    of = entered(handed_in(client_as("chuyen-vien")))
    address = reverse("documents:one", args=[of.document.code])
    assert "nghị quyết.docx" in page(client_as("chuyen-vien"), address)
    assert "nghị quyết.docx" not in page(client_as("nguoi-dan"), address)


def test_the_head_begins_with_what_the_text_says(client_as: As) -> None:
    client = client_as("chuyen-vien")
    source = page(client, f"{AT}{handed_in(client).pk}/")
    assert '<option value="Nghị quyết" selected>' in source
    assert 'value="7/NQ-HĐND"' in source
    assert 'value="09/12/2021"' in source
    assert "Về nhiệm vụ năm 2022</textarea>" in source


def test_a_type_that_is_not_in_the_list_is_offered_and_taken(client_as: As) -> None:
    client = client_as("chuyen-vien")
    of = pasted("TỜ TRÌNH\nVề dự toán năm 2022\n\nThu đạt 5.851 tỷ đồng.")
    assert '<option value="Tờ trình" selected>' in page(client, f"{AT}{of.pk}/")
    told = {"title": "Về dự toán", "kind": "Tờ trình", "issued_on": "05/01/2022"}
    assert client.post(f"{AT}{of.pk}/vao-so/", told).status_code == 302
    assert PaperReading.objects.get(pk=of.pk).document.type == "Tờ trình"


def test_news_begins_as_news(client_as: As) -> None:
    of = pasted("Thu ngân sách vượt dự toán\nSáng 12/01/2022, thu đạt 5.851 tỷ đồng.")
    source = page(client_as("chuyen-vien"), f"{AT}{of.pk}/")
    assert '<option value="Bài báo" selected>Tin, bài báo</option>' in source


def test_a_table_of_the_text_is_a_table_of_the_page(client_as: As) -> None:
    of = entered(pasted(RESOLUTION))
    for address in (f"{AT}{of.pk}/", reverse("documents:one", args=[of.document.code])):
        source = page(client_as("chuyen-vien"), address)
        assert source.count('aria-label="Bảng trong văn bản"') == 1
        table = source.split("<thead>")[1].split("</table>")[0]
        assert words(table).split()[:3] == ["TT", "Chỉ", "tiêu"]
        assert table.count('<td class="num">') == 4
        assert "18.500" in words(table)


def test_a_check_names_the_figure_of_a_row_that_is_meant(client_as: As) -> None:
    table = "Xã\tDiện tích (ha)\tHộ nghèo (%)\nXã Tân Ân\t1.250\t2,5\nXã Đất Mới\t900\t3,1"
    source = client_as("chuyen-vien").post("/doi-chieu-van-ban/", {"text": table}).content.decode()
    told = words(source)
    assert "Diện tích (Xã Tân Ân): 1.250 ha" in told
    assert "Hộ nghèo (Xã Đất Mới): 3,1%" in told


def test_the_sign_of_a_check_is_the_one_of_its_mark(client_as: As) -> None:
    answer = client_as("chuyen-vien").post(
        "/doi-chieu-van-ban/", {"text": f"{ARTICLE}\nTổng đàn voi đạt 5 con."}
    )
    source = answer.content.decode()
    for mark in ("agrees", "unknown"):
        shown = f'<span class="check-sign" aria-hidden="true">{SIGNS[mark]}</span>'
        assert f'class="found check-{mark}"' in source
        assert shown in source.split(f'class="found check-{mark}"')[1][:200]
