"""Texts read and held against the books by programs, and what was read and decided."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from dieuhanh.audit.models import Entry
from dieuhanh.documents.actions.readings import reject_item, reopen_item
from dieuhanh.documents.models import Document, PaperReading
from dieuhanh.domain.actors import Actor
from dieuhanh.ui.uploads import LARGEST
from tests.api.conftest import Caller, problem_of
from tests.desk.readings_made import ARTICLE, BY, entered, found, pasted
from tests.house.test_json_shapes import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Call = Callable[..., Caller]


def sent(ask: Caller, path: str, **form: Any) -> HttpResponse:
    """A form with a text or a file."""
    return ask.client.post(f"/api/v1{path}", form, headers=ask.headers)


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_text_is_read_by_the_reader_s_schema_and_nothing_is_stored(caller: Call) -> None:
    before = Document.objects.count(), Entry.objects.count()
    ask = caller("can-bo-xa")
    before = Document.objects.count(), Entry.objects.count()
    told = json.loads(sent(ask, "/texts/read", text=ARTICLE).content)
    text = told.pop("text")
    assert faults("read-output", told) == []
    assert len(told["claims"]) == 13
    assert all(text[c["start"] : c["end"]] == c["quote"] for c in told["claims"])
    of_file = sent(ask, "/texts/read", file=file("bai-bao.txt", ARTICLE.encode()))
    assert of_file.json() == told | {"text": text}  # type: ignore[attr-defined]
    crossed = sent(ask, "/texts/read", text="Thu đạt 5 tỷ đồng.\r\nXong.").json()  # type: ignore[attr-defined]
    assert crossed["text"] == "Thu đạt 5 tỷ đồng.\nXong."
    assert (Document.objects.count(), Entry.objects.count()) == before
    assert not PaperReading.objects.exists()


def test_a_text_is_held_against_the_books(caller: Call) -> None:
    told = sent(caller("chu-tich"), "/texts/check", text=ARTICLE).json()  # type: ignore[attr-defined]
    assert faults("check-output", told) == []
    assert (told["plan"], told["year"], told["as_known_on"]) == ("ca-mau-2021", 2021, "2022-01-12")
    assert (told["counts"]["agrees"], len(told["claims"])) == (13, 13)
    june = sent(caller("chu-tich"), "/texts/check", text=ARTICLE, as_known_on="2021-06-30")
    assert june.json()["counts"]["agrees"] < 13  # type: ignore[attr-defined]
    english = sent(caller("chu-tich", "en"), "/texts/check", text=ARTICLE, plan="ca-mau-2021")
    assert english.json()["claims"][0]["reasons"][0]["text"].startswith("Agrees")  # type: ignore[attr-defined]
    none = problem_of(sent(caller("chu-tich"), "/texts/check", text=ARTICLE, plan="x"), 404)
    assert none["code"] == "api.missing"


@pytest.mark.parametrize("path", ["/texts/read", "/texts/check"])
def test_what_is_no_text_is_told_with_its_place(caller: Call, path: str) -> None:
    ask = caller("chu-tich")
    before = Document.objects.count()
    for name, content, code in (
        ("a.docm", b"PK\x03\x04x", "paper.macros"),
        ("a.txt", b"  ", "paper.no_text"),
        ("a.txt", "TUYỆT MẬT\n\nThu đạt 5 tỷ đồng.".encode(), "document.secret"),
        ("a.pdf", b"%PDF-1.7 x", "paper.broken"),
    ):
        told = problem_of(sent(ask, path, file=file(name, content)), 422)
        assert told["code"] == code
        assert name in told["detail"]
    for form in ({}, {"text": " "}, {"text": "x", "file": file("a.txt", b"x")}):
        assert problem_of(sent(ask, path, **form), 422)["code"] == "paper.one_of_two"
    large = sent(ask, path, file=file("a.txt", b"x" * (LARGEST + 1)))
    assert problem_of(large, 413)["code"] == "file.too_large"
    problem_of(sent(ask, path, text="x" * 1_000_001), 422)
    problem_of(sent(Caller(), path, text="x"), 401)
    assert Document.objects.count() == before


def test_readings_and_what_was_decided_are_listed(
    caller: Call, at_machine: Actor, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    of = entered(pasted())
    claim = found(of, "claim", "kim ngạch xuất khẩu")
    reject_item(by=at_machine, item=claim.row, seen=0, note="thử")
    ask = caller("chuyen-vien")
    ask.json("/me")
    with django_assert_max_num_queries(8):
        [line] = ask.json("/readings")["items"]
    assert line["document"] == of.document.code
    assert (line["area"], line["source"], line["period"]) == ("96", "ubnd-ca-mau", "2021")
    assert line["waiting"] == line["found"] - 1
    at = f"/readings/{of.pk}/records"
    [record] = ask.json(at, state="rejected")["items"]
    assert (record["kind"], record["decided_by"]) == ("claim", BY.name)
    assert record["record"]["value"] == "1112.5"
    assert len(ask.json(at, limit="500")["items"]) == line["found"]
    assert {e["kind"] for e in ask.json(at, kind="person")["items"]} == {"person"}
    reopen_item(by=at_machine, item=claim.row, seen=1)
    assert ask.json("/readings", decided="false")["items"][0]["waiting"] == line["found"]
    assert ask.json("/readings", decided="true")["items"] == []
    assert caller("chu-tich").json("/readings")["items"] == []
    problem_of(caller("chu-tich").get(at), 404)
