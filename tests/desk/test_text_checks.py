"""A text held against the example's books: what agrees, what does not, and by which figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.desk.queries.text_checks import CheckedText, check_text
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.paper.reading.checking import Mark
from dieuhanh.plans.models import Plan

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 12)
ARTICLE = Path(__file__).parents[2] / "examples/ca-mau-2021/documents/bai-bao-2022-01-12.txt"


@pytest.fixture
def check(example: None, at_machine: Actor) -> Callable[..., CheckedText]:
    def checked(text: str, on: date = DAY, **asked: object) -> CheckedText:
        return check_text(text, seen_by=at_machine, as_known_on=on, **asked)  # type: ignore[arg-type]

    return checked


Check = Callable[..., CheckedText]


def _told(found: CheckedText) -> list[tuple[Mark, str]]:
    return [(each.mark, each.reasons[0].code) for each in found.claims]


def test_all_thirteen_figures_of_the_article_agree_with_the_books(check: Check) -> None:
    found = check(ARTICLE.read_text("utf-8"))
    assert (found.plan.code, found.year) == ("ca-mau-2021", 2021)
    assert _told(found) == [(Mark.AGREES, "figure_agrees")] * 13
    assert found.claims[0].reasons[0].link.startswith("/so-lieu/")
    assert found.claims[0].reasons[0].vintage == "12/01/2022"
    assert not found.contradicted


def test_as_known_before_the_conference_the_revenue_disagrees(check: Check) -> None:
    found = check(ARTICLE.read_text("utf-8"), date(2021, 12, 31))
    mark, code = _told(found)[0]
    assert (mark, code) == (Mark.DISAGREES, "figure_differs")
    assert str(found.claims[0].reasons[0].values["books"]) == "5220"
    assert found.contradicted


@pytest.mark.parametrize(
    ("text", "mark", "code"),
    [
        (
            "Thu ngân sách nhà nước đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch (kế hoạch 5.400 tỷ đồng).",
            Mark.INCONSISTENT,
            "vs_plan",
        ),
        ("Kim ngạch xuất khẩu đạt 1.200 triệu USD.", Mark.DISAGREES, "figure_differs"),
        ("Kim ngạch xuất khẩu đạt 1,1 tỷ USD.", Mark.AGREES, "figure_agrees"),
        (
            "Thu ngân sách nhà nước ước đạt 5.220 tỷ đồng.",
            Mark.DISAGREES,
            "figure_since_changed",
        ),
        (
            "Tỷ lệ đô thị hóa đạt 27% (kế hoạch 25%).",
            Mark.DISAGREES,
            "told_plan_differs",
        ),
        ("Sản lượng muối đạt 1.234 tấn.", Mark.UNKNOWN, "no_match"),
        ("Năm 2019, kim ngạch xuất khẩu đạt 1.112,5 triệu USD.", Mark.UNKNOWN, "no_figure"),
    ],
)
def test_one_figure(check: Check, text: str, mark: Mark, code: str) -> None:
    assert _told(check(text, plan="ca-mau-2021")) == [(mark, code)]


def test_a_year_asked_for_is_that_of_figures_without_one(check: Check) -> None:
    text = "Kim ngạch xuất khẩu đạt 1.112,5 triệu USD."
    assert check(text, plan="ca-mau-2021", year=2019).claims[0].mark is Mark.UNKNOWN
    assert check(text, plan="ca-mau-2021").claims[0].mark is Mark.AGREES


def test_questions_to_the_database_do_not_grow_with_the_text(check: Check) -> None:
    sentence = "Kim ngạch xuất khẩu đạt 1.112,5 triệu USD. Tỷ lệ đô thị hóa đạt 27%.\n"
    with CaptureQueriesContext(connection) as few:
        check(sentence)
    with CaptureQueriesContext(connection) as many:
        assert len(check(sentence * 50).claims) == 100
    assert len(many) == len(few) <= 14


@pytest.mark.parametrize(("plan", "grants"), [("khong-co", True), ("ca-mau-2021", False)])
def test_an_unknown_plan_and_one_not_for_the_reader_are_alike_not_there(
    example: None, at_machine: Actor, plan: str, grants: bool
) -> None:
    reader = at_machine if grants else Actor("x", "không quyền")
    with pytest.raises(Missing) as gone:
        check_text("Kim ngạch đạt 5 tỷ đồng.", seen_by=reader, as_known_on=DAY, plan=plan)
    assert gone.value.code == "plan.missing"


def test_without_any_plan_the_fault_says_what_to_do(
    example: None, at_machine: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = "dieuhanh.desk.queries.text_checks.plans"
    monkeypatch.setattr(where, lambda **_: Plan.objects.none())
    with pytest.raises(BadInput) as none:
        check_text("Kim ngạch đạt 5 tỷ đồng.", seen_by=at_machine, as_known_on=DAY)
    assert none.value.code == "check.no_plan"


def _tally(found: CheckedText) -> tuple[Mark, str] | None:
    return (found.tally.mark, found.tally.reasons[0].code) if found.tally else None


def test_the_article_s_tally_agrees_with_the_one_published(check: Check) -> None:
    found = check(ARTICLE.read_text("utf-8"))
    assert _tally(found) == (Mark.AGREES, "tally_agrees")
    assert sum(found.counts.values()) == 13


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Năm 2021 tỉnh Cà Mau có 14/22 chỉ tiêu đạt và vượt.",
            (Mark.DISAGREES, "tally_differs"),
        ),
        (
            "Năm 2021 tỉnh Cà Mau có 12/22 chỉ tiêu đạt và vượt.",
            (Mark.AGREES, "tally_agrees"),
        ),
        (
            "Năm 2021 có 12 đạt, 5 vượt, 7 không đạt trong 22 chỉ tiêu.",
            (Mark.INCONSISTENT, "tally_sum"),
        ),
        (
            "Năm 2021, tỉnh Bạc Liêu có 14/22 chỉ tiêu đạt và vượt.",
            (Mark.UNKNOWN, "tally_unheld"),
        ),
        ("Năm 2009 có 14/22 chỉ tiêu đạt và vượt.", (Mark.UNKNOWN, "tally_unheld")),
        ("Kim ngạch xuất khẩu đạt 1.112,5 triệu USD.", None),
    ],
)
def test_a_tally_is_held_against_the_plan_s(
    check: Check, text: str, told: tuple[Mark, str] | None
) -> None:
    found = check(text, plan="ca-mau-2021")
    assert _tally(found) == told
    assert found.contradicted == (told is not None and told[0] in {"disagrees", "inconsistent"})


def test_a_plan_told_behind_the_excess_is_held_against_the_books(check: Check) -> None:
    text = "Năm 2021, thu ngân sách nhà nước trên địa bàn đạt 5.851 tỷ đồng, tăng {}% so với kế hoạch {} tỷ đồng."
    assert _told(check(text.format("6,8", "5.400"))) == [(Mark.INCONSISTENT, "vs_plan")]
    assert _told(check(text.format("8,4", "5.400"))) == [(Mark.DISAGREES, "told_plan_differs")]
    assert _told(check(text.format("6,8", "5.478"))) == [(Mark.AGREES, "figure_agrees")]
