"""Papers and the books: a corrected figure marks what used it; what papers ask of each officer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.desk.jobs import tell_all
from dieuhanh.desk.models import Notice
from dieuhanh.desk.queries import work
from dieuhanh.desk.queries.paper_books import PaperBooks
from dieuhanh.documents.actions.asking import (
    ask_paper_opinions,
    give_paper_opinion,
    reply_paper_opinion,
)
from dieuhanh.documents.actions.deciding import return_paper, submit_paper
from dieuhanh.documents.models import Paper, PaperOpinionRequest
from dieuhanh.documents.queries.sources import Cited
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.wording.notices import notice_text
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Source, Span
from dieuhanh.reports.actions.correcting import correct_figure
from dieuhanh.reports.models import Figure
from tests.conftest import DEMO_DAY
from tests.documents.papers_made import BY, TODAY, approved, body, drafted, issued, report
from tests.pages import page, words

pytestmark = pytest.mark.usefixtures("example")
As = Callable[[str], Client]
Of = Callable[[str], Actor]
LOOK: dict[str, Any] = {"seen_by": BY, "on": DEMO_DAY}


@pytest.fixture
def revenue() -> Figure:
    """The year's revenue of Cà Mau that stands: 5.851, of the article of 12 January 2022."""
    return Figure.objects.get(
        indicator__code="thu-ngan-sach", period="2021", area__code="96", status="preliminary"
    )


def resting_on(figure: Figure) -> Content:
    """The report, its revenue taken from the figure."""
    source = Source("figure", str(figure.pk), "Thu ngân sách năm 2021")
    made = report()
    text = (Span("Thu ngân sách đạt "), Span("5.851", source), Span(" tỷ đồng."))
    first, table = replace(made.blocks[1], text=text), made.blocks[3]  # type: ignore[type-var]
    return replace(made, blocks=(made.blocks[0], first, table), appendices=())


def corrected(figure: Figure) -> Figure:
    return correct_figure(
        by=BY, figure=figure.pk, text="5.900,5", status="official", reason="Quyết toán.",
        known_from=DEMO_DAY, today=DEMO_DAY,
    )  # fmt: skip


def test_a_correction_marks_the_draft_and_the_issued_paper(revenue: Figure, client_as: As) -> None:
    content = resting_on(revenue)
    draft, out = drafted(content=content), issued(content=content)
    planner = client_as("chuyen-vien")
    addresses = [reverse("documents:paper", args=[each.pk]) for each in (draft, out)]
    told = [words(page(planner, each)) for each in (*addresses, reverse("documents:papers"))]
    assert not any("đã đổi" in each for each in told)
    corrected(revenue)
    for address in addresses:
        shown = page(planner, address)
        assert "1 con số đã đổi từ khi văn bản được soạn" in words(shown)
        assert "<del>5.851</del> → <ins>5.900,5</ins>" in shown
        assert reverse("reports:figure", args=[revenue.pk]) in shown
    assert words(page(planner, reverse("documents:papers"))).count("1 con số đã đổi") == 2
    listed = words(page(planner, reverse("documents:paper-sources", args=[draft.pk])))
    assert "5.851 5.900,5" in listed


def test_a_figures_page_leads_to_the_papers_that_print_it(revenue: Figure, client_as: As) -> None:
    out, kept_in = issued(content=resting_on(revenue)), drafted(content=resting_on(revenue))
    now = corrected(revenue)
    planner = client_as("chuyen-vien")
    passport = page(planner, reverse("reports:figure", args=[now.pk]))
    [fragment] = re.findall(r'hx-get="(/van-ban/soan-thao/dung/[^"]+)"', passport)
    assert str(revenue.pk) in fragment
    told = page(planner, fragment)
    for each in (out, kept_in):
        assert reverse("documents:paper", args=[each.pk]) in told
    seen_by_all = page(client_as("nguoi-dan"), fragment)
    assert reverse("documents:paper", args=[out.pk]) in seen_by_all
    assert reverse("documents:paper", args=[kept_in.pk]) not in seen_by_all


def test_who_may_not_see_the_new_figure_is_not_told_of_it(
    revenue: Figure, client_as: As, settings: Any
) -> None:
    settings.DEMO = True  # what a demo corrects is simulated, and so not published
    out = issued(content=resting_on(revenue))
    made = corrected(revenue)
    assert made.simulated
    shown = words(page(client_as("nguoi-dan"), reverse("documents:paper", args=[out.pk])))
    assert "5.851" in shown
    assert "5.900,5" not in shown


@pytest.mark.parametrize(
    ("printed", "now"),
    [
        ("5.851", "5.900,5"),
        ("5.851,0", "5.900,5"),
        ("6,8%", "5.900,5 tỷ đồng"),
        ("", "5.900,5 tỷ đồng"),
    ],
)
def test_what_would_be_printed_now(revenue: Figure, printed: str, now: str) -> None:
    cited = Cited("figure", str(revenue.pk), printed)
    books = PaperBooks()
    assert books.now([cited], **LOOK).get(cited, printed) == printed
    corrected(revenue)
    assert books.now([cited], **LOOK)[cited] == now
    before = date(2022, 1, 11)
    assert books.now([cited], seen_by=BY, on=before).get(cited, printed) != now


def test_sources_that_are_no_records_are_left_alone() -> None:
    odd = [Cited("figure", "thu", "1"), Cited("figure", "9" * 30, "1"), Cited("lạ", "1", "1"),
           Cited("figure", "99999999", "1"), Cited("task", "NV-1", "1")]  # fmt: skip
    books = PaperBooks()
    assert books.now(odd, **LOOK) == {}
    assert books.hrefs(odd) == {
        odd[3]: reverse("reports:figure", args=[99999999]), odd[4]: reverse("tasks:one", args=["NV-1"])
    }  # fmt: skip


def test_hundreds_of_sources_ask_thrice(
    revenue: Figure, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    keys = Figure.objects.order_by("pk").values_list("pk", flat=True)[:300]
    cited = [Cited("figure", str(pk), "1") for pk in keys]
    with django_assert_max_num_queries(3):
        assert len(PaperBooks().now(cited, **LOOK)) == len(cited)


def kinds(by: Actor, today: date = TODAY) -> list[str]:
    return [each.kind for each in work(seen_by=by, today=today).errands if each.kind[:5] == "paper"]


def test_papers_ask_each_officer_for_their_part(actor: Of) -> None:
    health, head, office, planner = (
        actor(seat) for seat in ("so-y-te", "chu-tich", "van-phong", "chuyen-vien")
    )
    asked = drafted()
    ask_paper_opinions(
        by=BY, paper=asked, bodies=[body("so-y-te-ca-mau")], due_on=TODAY, today=TODAY
    )
    assert kinds(health) == ["paper_opinion"]
    [errand] = [
        e
        for e in work(seen_by=health, today=date(2022, 1, 13)).errands
        if e.kind == "paper_opinion"
    ]
    assert errand.pressing == "late"
    give_paper_opinion(by=BY, request=PaperOpinionRequest.objects.get(), agrees=True)
    assert kinds(health) == []
    submit_paper(by=BY, paper=asked, seen=1, today=TODAY)
    assert (kinds(head), kinds(office), kinds(planner)) == (["paper_approve"], [], [])
    return_paper(by=BY, paper=asked, words="Thiếu phụ lục.", today=TODAY)
    assert (kinds(head), kinds(planner)) == ([], ["paper_fix"])
    approved()
    assert kinds(office) == ["paper_issue"]
    assert kinds(actor("can-bo-xa")) == []


def test_the_work_list_names_them(client_as: As) -> None:
    submit_paper(by=BY, paper=drafted(), seen=1, today=TODAY)
    told = words(page(client_as("chu-tich"), reverse("desk:work")))
    assert "Duyệt văn bản" in told
    assert Paper.objects.get().title in told


def told_to(seat: str) -> list[tuple[str, str]]:
    found = Notice.objects.filter(user__username=seat).order_by("pk")
    return [(each.code, notice_text(each.code, each.values, "vi")) for each in found]


def test_each_step_is_told_to_whose_turn_it_is_and_once() -> None:
    made = drafted()
    ask_paper_opinions(
        by=BY, paper=made, bodies=[body("so-y-te-ca-mau")], due_on=date(2022, 1, 14), today=TODAY
    )
    tell_all(today=TODAY)
    [asked] = told_to("so-y-te")
    assert asked[0] == "opinion.asked"
    assert "trả lời chậm nhất ngày 14/01/2022" in asked[1]
    said = give_paper_opinion(
        by=BY, request=PaperOpinionRequest.objects.get(), agrees=False, text="Sửa."
    )
    reply_paper_opinion(by=BY, opinion=said, accepted=False, text="Giữ nguyên.")
    submit_paper(by=BY, paper=made, seen=1, today=TODAY)
    tell_all(today=TODAY)
    assert [code for code, _ in told_to("so-y-te")] == ["opinion.asked", "opinion.explained"]
    assert [code for code, _ in told_to("chu-tich")] == ["paper.submitted"]
    return_paper(by=BY, paper=made, words="Thiếu phụ lục.", today=TODAY)
    tell_all(today=TODAY)
    assert (
        "paper.returned",
        "Văn bản “Tình hình kinh tế - xã hội năm 2021” bị trả lại: “Thiếu phụ lục.”.",
    ) in told_to("chuyen-vien")
    approved()
    tell_all(today=TODAY)
    again = Notice.objects.count()
    assert [code for code, _ in told_to("van-phong")] == ["paper.approved"]
    tell_all(today=TODAY)
    assert Notice.objects.count() == again
