"""The example's papers: composed from the books, brought as far as the day, marked simulated all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from dieuhanh.config import demo_papers, demo_tasks
from dieuhanh.documents.actions.deciding import return_paper
from dieuhanh.documents.models import Document, Paper, PaperReading, PaperStep
from dieuhanh.documents.queries.opinions import asked_about
from dieuhanh.documents.queries.readings import items_of
from dieuhanh.domain.actors import Actor, keeper
from tests.pages import page, words

pytestmark = pytest.mark.django_db
DAY, LATER, JUNE = date(2022, 1, 12), date(2022, 1, 18), date(2022, 6, 30)
SAMPLE = "Bản mô phỏng, soạn từ sổ của bản dữ liệu mẫu"


@pytest.fixture
def by(example: None, settings: Any) -> Actor:
    settings.DEMO = True
    told = keeper("dữ liệu mẫu")
    demo_tasks.set_up(told, DAY)
    return told


def of_kind(kind: str) -> Paper:
    return Paper.objects.get(recipe__kind=kind)


def test_on_the_day_each_paper_stands_where_the_file_says(by: Actor) -> None:
    demo_papers.set_up(by, DAY)
    out = of_kind("giay-moi")
    assert (out.state, out.number, out.issued_on) == ("issued", 1, date(2022, 1, 5))
    asked = of_kind("bao-cao-nam")
    told = {e.request.body.code: e.state.value for e in asked_about(asked, seen_by=by, today=DAY)}
    assert told == {
        "so-y-te-ca-mau": "accepted", "so-tai-chinh-ca-mau": "agrees", "ubnd-973": "waiting",
    }  # fmt: skip
    assert of_kind("thong-bao-ket-luan").state == "submitted"
    assert not Paper.objects.filter(simulated=False).exists()
    assert all(SAMPLE in each.versions.get(number=1).text for each in Paper.objects.all())


def test_later_they_are_numbered_each_once_whichever_way_one_goes_there(by: Actor) -> None:
    for day in (DAY, LATER, LATER, JUNE, JUNE):
        demo_papers.set_up(by, day)
    assert Paper.objects.count() == 3
    told = {(each.kind, each.state, each.number, each.issued_on) for each in Paper.objects.all()}
    assert told == {
        ("giay-moi", "issued", 1, date(2022, 1, 5)),
        ("thong-bao", "issued", 1, date(2022, 1, 18)),
        ("bao-cao", "issued", 1, date(2022, 1, 19)),
    }
    assert PaperStep.objects.count() == 4 + 5 + 4


def test_going_there_in_one_go_is_the_same(by: Actor) -> None:
    demo_papers.set_up(by, JUNE)
    assert set(Paper.objects.values_list("state", flat=True)) == {"issued"}
    assert Document.objects.filter(written__isnull=False, internal=False).count() == 3


def test_what_somebody_did_with_a_paper_is_left(by: Actor, actor: Callable[[str], Actor]) -> None:
    demo_papers.set_up(by, DAY)
    held = of_kind("thong-bao-ket-luan")
    return_paper(by=actor("chu-tich"), paper=held, words="Sửa điểm 3.", today=DAY)
    demo_papers.set_up(by, JUNE)
    assert of_kind("thong-bao-ket-luan").state == "draft"
    assert of_kind("bao-cao-nam").state == "issued"


def test_the_article_is_read_once_and_waits(by: Actor, client_as: Callable[[str], Client]) -> None:
    for day in (DAY, DAY):
        demo_papers.set_up(by, day)
    of = PaperReading.objects.get()
    found = items_of(of)
    assert {each.state for each in found} == {"waiting"}
    assert sum(each.row.kind == "claim" for each in found) == 13
    assert (of.document.code, of.period) == ("bai-bao-2022-01-12", "2021")
    told = words(page(client_as("chuyen-vien"), "/doc-van-ban/"))
    assert f"{len(found)}/{len(found)}" in told


def test_pages_and_files_say_that_it_is_simulated(
    by: Actor, client_as: Callable[[str], Client]
) -> None:
    demo_papers.set_up(by, JUNE)
    client = client_as("nguoi-dan")
    for each in Paper.objects.all():
        told = words(page(client, f"/van-ban/soan-thao/{each.pk}/"))
        assert SAMPLE in told
        assert "mô phỏng" in told.replace(SAMPLE, "")
    register = words(page(client, "/van-ban/"))
    assert register.count("mô phỏng") == 3


def test_the_work_lists_lead_to_them(by: Actor, client_as: Callable[[str], Client]) -> None:
    demo_papers.set_up(by, DAY)
    for seat, paper, said in (
        ("chu-tich", of_kind("thong-bao-ket-luan"), "Duyệt văn bản"),
        ("can-bo-huyen", of_kind("bao-cao-nam"), "Góp ý dự thảo"),
    ):
        source = page(client_as(seat), "/viec-cua-toi/")
        assert said in words(source)
        assert f"/van-ban/soan-thao/{paper.pk}/" in source
