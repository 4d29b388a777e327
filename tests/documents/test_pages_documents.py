"""The register of papers: what is known of each, and its text opened at the quoted sentence."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import quoted_part, sentence_url, text_of
from dieuhanh.documents.views.register import paragraphs
from dieuhanh.reports.models import Figure

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]
ARTICLE = "bai-bao-2022-01-12"


def body(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def test_what_no_source_tells_stays_unknown_in_the_register(client_as: Seats) -> None:
    page = body(client_as("nguoi-dan"), reverse("documents:list"))
    assert "18/NQ-HĐND" in page
    assert "2361/QĐ-UBND" in page
    resolution = body(client_as("nguoi-dan"), reverse("documents:one", args=["nq-18-hdnd"]))
    assert "chưa rõ" in resolution
    assert "2021</dd>" not in resolution, "no day is made up for it"
    assert "Trong sổ chưa có toàn văn" in resolution


def test_the_whole_article_is_there_with_its_checksum_and_address(client_as: Seats) -> None:
    page = body(client_as("nguoi-dan"), reverse("documents:one", args=[ARTICLE]))
    document = Document.objects.get(code=ARTICLE)
    for line in text_of(document).splitlines():
        assert line.strip() in page
    assert document.sha256 in page
    assert document.url in page
    assert "<mark" not in page


def test_a_figures_own_sentence_is_marked_and_anchored(client_as: Seats) -> None:
    figure = Figure.objects.select_related("document").get(
        indicator__code="thu-ngan-sach", period="2021", area__code="96", status="preliminary"
    )
    assert figure.document is not None
    address = sentence_url(figure.document, figure.quote)
    assert address.endswith("#trich")
    page = body(client_as("nguoi-dan"), address)
    assert f'<mark id="trich">{figure.quote}</mark>' in page
    by_words = body(
        client_as("nguoi-dan"),
        reverse("documents:one", args=[ARTICLE]) + "?trich=vượt 6,8%25 kế hoạch",
    )
    assert '<mark id="trich">vượt 6,8% kế hoạch</mark>' in by_words


@pytest.mark.parametrize(
    "asked", ["9-3", "5-999999", "không có câu này", "<script>alert(1)</script>", "1-1"]
)
def test_what_does_not_occur_is_ignored(client_as: Seats, asked: str) -> None:
    response = client_as("nguoi-dan").get(
        reverse("documents:one", args=[ARTICLE]), {"trich": asked}
    )
    assert response.status_code == 200
    assert b"<mark" not in response.content
    assert b"<script>alert" not in response.content


def test_every_quote_in_the_books_leads_to_its_sentence() -> None:
    quoted = Figure.objects.exclude(quote="").filter(document__code=ARTICLE)
    assert quoted.count() > 10
    for figure in quoted.select_related("document"):
        assert figure.document is not None
        assert "#trich" in sentence_url(figure.document, figure.quote), figure.quote


def test_a_paper_without_text_is_linked_whole() -> None:
    paper = Document.objects.get(code="bao-thanh-tra-5220")
    assert sentence_url(paper, "5.220") == reverse("documents:one", args=[paper.code])


def test_a_quote_over_two_lines_is_marked_in_both_and_anchored_once() -> None:
    text = "Một hai.\n\nBa bốn."
    start, end = quoted_part(text, "hai.\n\nBa")
    made = paragraphs(text, start, end)
    assert [(p.before, p.quoted, p.after) for p in made] == [
        ("Một ", "hai.", ""),
        ("", "Ba", " bốn."),
    ]
    assert [p.first for p in made] == [True, False]


def test_a_guessed_code_is_as_absent_as_any(client_as: Seats) -> None:
    client = client_as("can-bo-xa")
    absent = client.get(reverse("documents:one", args=["khong-co"]))
    assert absent.status_code == 404
    assert client.get(reverse("documents:cited", args=["khong-co"])).status_code == 404
    assert client.get(reverse("assessment:document-uses", args=["khong-co"])).status_code == 404


def test_what_rests_on_the_article_is_named(client_as: Seats) -> None:
    address = reverse("assessment:document-uses", args=[ARTICLE])
    fragment = body(client_as("nguoi-dan"), address, **{"HX-Request": "true"})
    assert "<html" not in fragment
    assert "12/22" in fragment
    assert "Số giường bệnh" in fragment
    assert "Hệ thống y tế bộc lộ nhiều hạn chế" in fragment
    whole = body(client_as("nguoi-dan"), address)
    assert "<html" in whole
    assert "Hệ thống y tế bộc lộ nhiều hạn chế" in whole


def test_the_register_does_not_ask_the_books_per_paper(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chu-tich")
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
        client.get(reverse("documents:list"))


def test_it_speaks_english(client_as: Seats) -> None:
    client = client_as("nguoi-dan")
    client.cookies["django_language"] = "en"
    assert "Tên văn bản" not in body(client, reverse("documents:list"))
    page = body(client, reverse("documents:one", args=["bao-thanh-tra-5220"]))
    assert "December 2021 (day not known)" in page
