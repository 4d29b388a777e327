"""A number typed over in a paper composed from the books: told to its drafter and its approver."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.documents.actions.deciding import approve_paper, submit_paper
from dieuhanh.documents.actions.drafting import edit_paper
from dieuhanh.documents.actions.issuing import Numbering, issue_paper
from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.sources import Taken
from tests.documents.papers_made import BY, TODAY, drafted
from tests.documents.test_pages_papers import again, at
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
TYPED = "Thu ngân sách đạt 5.999 tỷ đồng, thiếu 6,8% dự toán."
TOLD = "1 con số gõ tay, không có nguồn"
TURNED = "1 con số có nguồn, chữ quanh con số đã sửa tay"


def typed_over(*, composed: bool = True) -> Paper:
    taken = Taken(recipe={"kind": "bao-cao-nam"} if composed else {})
    made = drafted(taken=taken)
    edit_paper(by=BY, paper=made, typed={"body-1": TYPED}, seen=1)
    return again(made)


def test_a_number_typed_over_is_told_from_the_draft_to_the_issue(client_as: As) -> None:
    planner, head = client_as("chuyen-vien"), client_as("chu-tich")
    made = typed_over()
    for address in (at("paper", made), at("paper-sources", made)):
        told = page(planner, address)
        assert TOLD in words(told)
        assert TURNED in words(told)
        assert '<strong class="paper-typed">5.999</strong>' in told
    submit_paper(by=BY, paper=made, seen=2, today=TODAY)
    told = page(head, at("paper", made))
    panel = told[told.index('id="approve-title"') :]
    panel = panel[: panel.index("</section>")]
    assert f'{TOLD}: <a href="#go-tay-1">5.999</a>' in " ".join(panel.split())
    assert 'value="duyet"' in panel
    assert 'id="go-tay-1"' in told
    approve_paper(by=BY, paper=again(made), seen=2, today=TODAY)
    issue_paper(by=BY, paper=again(made), as_=Numbering(TODAY, public=True), today=TODAY)
    assert TOLD in words(page(head, at("paper", made)))
    assert TOLD in words(page(client_as("nguoi-dan"), at("paper-sources", made)))


def test_a_paper_as_composed_and_one_written_by_hand_say_nothing(client_as: As) -> None:
    planner = client_as("chuyen-vien")
    composed = drafted(taken=Taken(recipe={"kind": "bao-cao-nam"}))
    for made in (composed, typed_over(composed=False)):
        told = words(page(planner, at("paper", made)))
        assert "gõ tay" not in told
        assert "sửa tay" not in told


def test_it_is_told_in_english(client_as: As) -> None:
    client = client_as("van-phong")
    client.cookies["django_language"] = "en"
    told = words(page(client, at("paper", typed_over())))
    assert "1 number typed by hand, without a source" in told
    assert "1 sourced number whose words beside it were changed by hand" in told
