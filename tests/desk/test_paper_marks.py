"""A correction in the books marks every number that was made of it, in drafts and issued papers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.actions.imports import import_findings
from dieuhanh.bodies.models import Area
from dieuhanh.config import demo_tasks
from dieuhanh.desk.actions.composing import compose_paper, redraft_paper
from dieuhanh.desk.queries.paper_books import PaperBooks
from dieuhanh.desk.queries.papers import COMPOSED, Wanted
from dieuhanh.desk.queries.papers.today import boards
from dieuhanh.documents.actions.deciding import approve_paper, submit_paper
from dieuhanh.documents.actions.drafting import edit_paper
from dieuhanh.documents.actions.issuing import Numbering, issue_paper
from dieuhanh.documents.models import Paper, PaperSource
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.documents.queries.sources import changed_in, sources_of
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import Place
from dieuhanh.exchange.templates import Record
from dieuhanh.paper.writing.model import texts
from dieuhanh.plans.actions.allocating import PartChange, put_parts, put_reason
from dieuhanh.plans.actions.drafts import CellChange, change_cells, open_draft
from dieuhanh.plans.actions.issuing import issue
from dieuhanh.plans.models import PlanVersion
from dieuhanh.plans.queries import plan, versions
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.actions.following import confirm, progress, report_done, withdraw
from dieuhanh.tasks.models import Task
from dieuhanh.tasks.queries.origins import origin
from tests.desk.test_compose_papers import OF, day_of
from tests.desk.test_compose_report import correct_revenue
from tests.documents.papers_made import body
from tests.pages import page, words
from tests.plans.plan_2022 import CODE, DECISION, JULY, RESOLUTION, by_no, register
from tests.plans.test_issuing import issued_2022

pytestmark = pytest.mark.usefixtures("followed")
JUNE = date(2022, 6, 30)
BY = keeper("kiểm thử")
OTHER = "literal"
Moved = set[tuple[str, str, str]]


@pytest.fixture
def followed(example: None, settings: LazySettings) -> None:
    """The example's tasks as they stand in June."""
    demo_tasks.set_up(BY, JUNE)
    settings.TODAY = JUNE.isoformat()


def kept(kind: str, of: str = "", on: date = JUNE) -> tuple[Paper, Paper]:
    """A draft and an issued paper of a kind; an invitation comes before its conference."""
    on = min(on, day_of(kind))
    made = [
        compose_paper(
            by=BY, wanted=Wanted(kind, of or OF[kind], on), issuer=body("ubnd-ca-mau"),
            drafter=body("van-phong-ubnd-ca-mau"), today=on,
        )
        for _ in range(2)
    ]  # fmt: skip
    out = made[1]
    submit_paper(by=BY, paper=out, seen=1, today=on)
    approve_paper(by=BY, paper=out, seen=1, today=on)
    issue_paper(by=BY, paper=out, as_=Numbering(on, public=True), today=on)
    return Paper.objects.get(pk=made[0].pk), Paper.objects.get(pk=out.pk)


def moved(of: Paper, on: date = JUNE) -> Moved:
    """Kind, then and now of each number that changed."""
    lines = sources_of(version_of(of, of.version), PaperBooks(), seen_by=BY, on=on)
    return {(each.source.kind, each.source.value, each.now) for each in lines if each.changed}


@pytest.mark.parametrize("kind", sorted(COMPOSED))
def test_nothing_is_marked_while_nothing_has_changed(kind: str) -> None:
    draft, out = kept(kind)
    assert moved(draft) == moved(out) == set()
    later = date(2022, 8, 31)
    assert moved(draft, later) == set()


def test_a_corrected_figure_marks_counts_shares_and_verdicts(
    client_as: Callable[[str], Client],
) -> None:
    papers = (*kept("bao-cao-nam"), *kept("thong-cao-bao-chi"))
    before = [version_of(each, each.version).content for each in papers]
    correct_revenue("5.400")
    for each in papers:
        told = moved(each)
        assert {
            ("figure", "5.851", "5.400"), ("verdict", "6,8", "không còn"), ("tally", "12", "11"),
        } <= told  # fmt: skip
    of_report = moved(papers[0])
    assert {
        ("tally", "06", "05"), ("tally", "02", "03"), ("verdict", "106,8", "98,6"),
        ("verdict", "Vượt", "Không đạt"), ("tally", "01", "0"),
    } <= of_report  # fmt: skip
    assert of_report == moved(papers[1])
    shown = page(client_as("chuyen-vien"), reverse("documents:paper", args=[papers[1].pk]))
    assert f"{len(of_report)} con số đã đổi từ khi văn bản được soạn" in words(shown)
    assert "<del>12</del> → <ins>11</ins>" in shown
    assert [version_of(each, each.version).content for each in papers] == before


def test_a_task_that_moves_marks_what_was_counted_of_it() -> None:
    draft, out = kept("don-doc")
    late = Task.objects.filter(due_on__lt=JUNE, state__in=("assigned", "accepted")).order_by("pk")
    first, second = late[0], late[1]
    withdraw(by=BY, task=first.code, text="Trùng nhiệm vụ khác.", today=JUNE)
    progress(by=BY, task=second.code, text="Đã trình.", percent=90, today=JUNE)
    count = {each.source.value for each in sources_of(
        version_of(draft, 1), PaperBooks(), seen_by=BY, on=JUNE) if each.source.kind == "late-bodies"}  # fmt: skip
    whole = int(count.pop())
    for each in (draft, out):
        told = moved(each)
        assert ("late-bodies", f"{whole:02}", f"{whole - 1:02}") in told
        assert ("late-count", f"{whole:02}", f"{whole - 1:02}") in told
        assert ("late-count", "01", "0") in told
        assert ("progress", str(second.percent), "90") in told
        assert ("late", str((JUNE - first.due_on).days), "đã rút") in told  # type: ignore[operator]


def test_what_is_done_after_the_letter_was_late_when_it_was_written() -> None:
    draft, _ = kept("don-doc")
    first = Task.objects.filter(due_on__lt=JUNE, state="accepted").order_by("pk")[0]
    report_done(by=BY, task=first.code, text="Đã xong.", today=JULY)
    confirm(by=BY, task=first.code, today=JULY)
    assert moved(draft, JULY) == {("progress", str(first.percent), "100")}


def test_a_task_given_later_marks_the_programme_that_counted_them() -> None:
    draft, out = kept("chuong-trinh-hanh-dong")
    order = Order(
        title="Việc giao thêm", assigner="ubnd-ca-mau", lead="so-y-te-ca-mau", field="y tế",
        due_on=date(2022, 9, 30), programme=OF["chuong-trinh-hanh-dong"],
    )  # fmt: skip
    assign(by=BY, order=order, origin=origin("hand", "", seen_by=BY), today=JUNE)
    [counted] = [each for each in moved(draft) if each[0] == "task-count"]
    assert int(counted[2]) == int(counted[1]) + 1
    assert moved(out) == moved(draft) == {counted}


def adjusted() -> PlanVersion:
    """The plan of 2022 with another value of revenue, and another part of one district."""
    register(BY, DECISION, "77/QĐ-UBND", JULY)
    base = versions(plan(CODE, seen_by=BY))[0]
    draft = open_draft(by=BY, base=base, purpose="adjustment", code=f"{CODE}-2", name="Điều chỉnh")
    line = by_no(draft)["1"]
    change_cells(by=BY, draft=draft, changes=[CellChange(line.pk, "value", "5.600", "5.700")])
    district = Area.objects.get(code="966", valid_to__isnull=False)
    put_parts(
        by=BY, draft=draft, line=line, changes=[PartChange(district, None, "value", "300", "400")]
    )
    put_reason(by=BY, draft=draft, line=line, parent=draft.base.plan.area, reason="")
    return issue(by=BY, draft=draft, document=RESOLUTION, decided_by=DECISION, in_force_from=JULY)


def test_an_adjusted_allocation_marks_the_decision_that_handed_it_down() -> None:
    issued_2022(BY)
    draft, out = kept("giao-chi-tieu", f"{CODE}@1")
    assert moved(draft) == set()
    adjusted()
    assert moved(draft) == set(), "not before it is in force"
    for each in (draft, out):
        assert moved(each, JULY) == {("allocation", "300", "400"), ("assigned", "5.600", "5.700")}
    later, _ = kept("giao-chi-tieu", f"{CODE}@2")
    assert moved(later) == set(), "a decision on a version to come is held against that version"


def test_a_day_earlier_is_told_as_it_was_known_and_marked_by_what_came_since() -> None:
    early = Wanted("bao-cao-nam", OF["bao-cao-nam"], date(2022, 1, 5))
    made = compose_paper(
        by=BY, wanted=early, issuer=body("ubnd-ca-mau"), drafter=body("so-khdt-ca-mau"), today=JUNE
    )
    printed = {each.value for each in PaperSource.objects.filter(version__paper=made)}
    assert "5.220" in printed
    assert "5.851" not in printed
    assert moved(made) == set(), "what was known when it was composed is no change"
    correct_revenue("5.400")
    told = moved(made)
    assert ("figure", "5.220", "5.400") in told
    again = edit_paper(by=BY, paper=made, typed={"subject": "Tình hình năm 2021"}, seen=1)
    assert moved(Paper.objects.get(pk=made.pk)) == told
    assert again.books == version_of(made, 1).books != {}


def test_a_paper_is_held_against_the_books_by_its_own_convention() -> None:
    frozen = freeze(by=BY, plan=OF["bao-cao-nam"], as_known_on=JUNE, convention=OTHER)
    of = f"{OF['bao-cao-nam']}#{frozen.pk}"
    usual, other = kept("bao-cao-nam")[0], kept("bao-cao-nam", of)[0]
    assert moved(usual) == moved(other) == set()
    tallies = {
        each.key: each.value
        for each in PaperSource.objects.filter(version__paper=other, kind="tally")
    }
    assert all(key.startswith(f"{OF['bao-cao-nam']}~{OTHER}/") for key in tallies)
    correct_revenue("5.478")
    exactly = ("verdict", "Vượt", "Đạt")
    assert exactly in moved(usual)
    assert exactly in moved(other)
    redraft_paper(by=BY, paper=other, seen=1, today=JUNE)
    rows = PaperSource.objects.filter(version__paper=other, version__number=2, kind="tally")
    assert {each.key.partition("/")[0] for each in rows} == {f"{OF['bao-cao-nam']}~{OTHER}"}
    assert moved(Paper.objects.get(pk=other.pk)) == set()


def test_whoever_sees_less_is_told_no_change_that_is_none(
    actor: Callable[[str], Actor],
) -> None:
    papers = [kept(kind)[1] for kind in sorted(COMPOSED)]
    seats = ("nguoi-dan", "can-bo-xa", "so-y-te")
    for seat in seats:
        assert changed_in(papers, PaperBooks(), seen_by=actor(seat), on=JUNE) == {}, seat
    correct_revenue("5.400")
    for seat in seats:
        for each in papers:
            lines = sources_of(
                version_of(each, each.version), PaperBooks(), seen_by=actor(seat), on=JUNE
            )
            told = {
                (line.source.kind, line.source.value, line.now) for line in lines if line.changed
            }
            assert told <= moved(each), seat


def test_no_board_is_judged_while_the_books_stand_where_they_stood(
    monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    papers = [paper for kind in sorted(COMPOSED) for paper in kept(kind)]
    judged: list[str] = []
    for name in ("year_of", "board"):
        told = getattr(boards, name)
        monkeypatch.setattr(
            boards,
            name,
            lambda *a, _told=told, _n=name, **k: (judged.append(_n), _told(*a, **k))[1],
        )
    with django_assert_max_num_queries(32):
        assert changed_in(papers, PaperBooks(), seen_by=BY, on=JUNE) == {}
    assert judged == []
    correct_revenue("5.400")
    assert set(changed_in(papers, PaperBooks(), seen_by=BY, on=JUNE)) == {
        each.pk for each in papers if each.kind in {"bao-cao", "thong-cao"}
    }
    assert judged == ["year_of"], "the plan's board once, none of its areas"


def test_questions_do_not_grow_with_the_papers(
    django_assert_max_num_queries: Any,
) -> None:
    few = [kept(kind)[0] for kind in sorted(COMPOSED)]
    more = [kept(kind)[0] for kind in sorted(COMPOSED)]
    correct_revenue("5.400")
    for papers in (few, few + more):
        with django_assert_max_num_queries(60):
            changed_in(papers, PaperBooks(), seen_by=BY, on=JUNE)


def derived_page(of: Paper, kind: str, value: str) -> str:
    """Where a paper tells what one of its numbers was made of."""
    row = PaperSource.objects.get(
        version=version_of(of, of.version), kind=kind, value=value, key__contains="/reached"
    )
    return reverse("documents:paper-source", args=[of.pk, row.position])


def test_a_count_leads_by_links_alone_to_who_reported_a_figure_behind_it(
    client_as: Callable[[str], Client],
) -> None:
    _, out = kept("bao-cao-nam")
    planner = client_as("chuyen-vien")
    paper = page(planner, reverse("documents:paper", args=[out.pk]))
    derived = derived_page(out, "tally", "12")
    assert f'href="{derived}?ban={out.version}"' in paper
    told = page(planner, derived)
    assert "đếm từ 22 chỉ tiêu" in told
    assert "Được tính từ 12 bản ghi" in words(told)
    target = reverse("assessment:target", args=[OF["bao-cao-nam"], "1"])
    assert f'href="{target}"' in told
    figures = re.findall(r'href="(/so-lieu/\d+/)', page(planner, target))
    assert figures
    passport = words(page(planner, figures[0]))
    assert "Ủy ban nhân dân tỉnh Cà Mau" in passport
    correct_revenue("5.400")
    told = page(planner, derived)
    assert "<del>12</del> → <ins>11</ins>" in told
    assert '<mark class="paper-moved">Không đạt</mark>' in told


def test_what_a_count_was_made_of_is_shown_as_far_as_one_sees_it(
    client_as: Callable[[str], Client],
) -> None:
    _, out = kept("don-doc")
    row = PaperSource.objects.filter(version__paper=out, kind="late-count").last()
    assert row is not None
    address = reverse("documents:paper-source", args=[out.pk, row.position])
    titles = [task.title for task in Task.objects.filter(due_on__lt=JUNE)]
    seen = page(client_as("van-phong"), address)
    assert any(title in seen for title in titles)
    hidden = page(client_as("nguoi-dan"), address)
    assert not any(title in hidden for title in titles)
    assert "bản ghi khác không mở cho người xem này" in words(hidden)
    for absent in (0, 9999):
        assert (
            client_as("van-phong")
            .get(reverse("documents:paper-source", args=[out.pk, absent]))
            .status_code
            == 404
        )


def test_a_number_in_a_findings_words_is_marked_when_its_figure_is_corrected() -> None:
    values = {
        "plan": OF["bao-cao-nam"], "kind": "lesson", "field": "tài chính - ngân sách",
        "sentence": "Thu ngân sách đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch là nhờ thu từ đất.",
        "body": "so-tai-chinh-ca-mau", "targets": "1", "document": "bai-bao-2022-01-12",
        "quote": "", "known_from": date(2022, 1, 12), "note": "",
    }  # fmt: skip
    import_findings(by=BY, records=[Record(values, Place())])
    draft, out = kept("bao-cao-nam")
    content = content_of(version_of(draft, 1))
    [line] = [
        text for text in texts(content) if any("nhờ thu từ đất" in span.text for span in text)
    ]
    led = {span.text: span.source.kind for span in line if span.source}
    assert led["5.851"] == "figure"
    assert led["6,8"] == "verdict"
    kinds = {each.value: each.kind for each in PaperSource.objects.filter(version__paper=draft)}
    assert kinds[values["sentence"]] == "finding"
    correct_revenue("5.400")
    for each in (draft, out):
        assert {("figure", "5.851", "5.400"), ("verdict", "6,8", "không còn")} <= moved(each)


def test_a_board_looked_at_by_another_convention_is_composed_by_it(
    client_as: Callable[[str], Client],
) -> None:
    planner = client_as("chuyen-vien")
    at = reverse("desk:compose-kind", args=["bao-cao-nam"])
    seen = page(
        planner, reverse("assessment:targets", args=[OF["bao-cao-nam"]]) + f"?convention={OTHER}"
    )
    assert f"{at}?tu={OF['bao-cao-nam']}&quy-uoc={OTHER}" in seen
    shown = page(planner, f"{at}?tu={OF['bao-cao-nam']}&quy-uoc={OTHER}")
    assert f'<option value="{OTHER}" selected>' in shown
    assert "được đánh giá theo quy ước “" in shown
    assert "được đánh giá theo quy ước “" not in page(planner, f"{at}?tu={OF['bao-cao-nam']}")
    sent = {"tu": OF["bao-cao-nam"], "quy-uoc": OTHER}
    planner.post(at, sent)
    made = Paper.objects.get()
    assert made.recipe["convention"] == OTHER
    assert moved(made) == set()
    refused = planner.post(at, sent | {"quy-uoc": "khong-co"})
    assert refused.status_code == 400
    assert Paper.objects.count() == 1
