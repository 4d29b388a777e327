"""A draft edited by hand and composed anew: the page asks part by part, no typed word is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.desk.actions.composing import compose_paper, redraft_paper
from dieuhanh.desk.queries.papers import Wanted
from dieuhanh.desk.queries.papers.redrafting import redraft_of
from dieuhanh.documents.actions.drafting import edit_paper
from dieuhanh.documents.models import Paper, PaperVersion
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.domain.actors import keeper
from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing.editing import places
from dieuhanh.paper.writing.merging import Keep
from dieuhanh.paper.writing.papers import as_text
from tests.desk.test_compose_report import correct_revenue
from tests.documents.papers_made import body
from tests.pages import page

pytestmark = pytest.mark.usefixtures("example")
TODAY = date(2022, 1, 12)
BY = keeper("kiểm thử")
PLAN = "ca-mau-2021"
MINE = "Thu ngân sách đạt 5.851 tỷ đồng nhờ thu từ khí - điện - đạm tăng."
CAUSE = "Nguyên nhân chủ yếu là dịch bệnh kéo dài."


def edited_by_hand() -> Paper:
    """The year's report, its sentence on revenue and its list of causes typed over."""
    made = compose_paper(
        by=BY, wanted=Wanted("bao-cao-nam", PLAN, TODAY), issuer=body("ubnd-ca-mau"),
        drafter=body("van-phong-ubnd-ca-mau"), today=TODAY,
    )  # fmt: skip
    at = {each.text: each.key for each in places(content_of(version_of(made, 1)))}
    revenue = next(key for text, key in at.items() if text.startswith("Thu ngân sách nhà nước"))
    cause = next(key for text, key in at.items() if text.startswith("Chưa có nội dung"))
    edit_paper(by=BY, paper=made, typed={revenue: MINE, cause: CAUSE}, seen=1)
    return Paper.objects.get(pk=made.pk)


def told(of: Paper) -> str:
    held = Paper.objects.get(pk=of.pk)
    return as_text(content_of(version_of(held, held.version)))


def test_a_draft_typed_into_is_not_composed_anew_without_choosing() -> None:
    made = edited_by_hand()
    correct_revenue("5.400")
    with pytest.raises(BadInput, match=r"compose\.typed"):
        redraft_paper(by=BY, paper=made, seen=2, today=TODAY)
    assert PaperVersion.objects.filter(paper=made).count() == 2
    assert MINE in told(made)


def test_what_was_typed_stays_what_the_books_moved_follows_and_both_versions_are_kept() -> None:
    made = edited_by_hand()
    correct_revenue("5.400")
    redraft_paper(by=BY, paper=made, seen=2, today=TODAY, choices={})
    text = told(made)
    for part in (MINE, CAUSE, "\t5.478\t5.400\t98,6\t", "có 11 chỉ tiêu đạt và vượt"):
        assert part in text, part
    edits = list(
        PaperVersion.objects.filter(paper=made).order_by("number").values_list("edit", flat=True)
    )
    assert edits == ["composed", "typed", "composed", "typed"]
    assert "đạt 5.400 tỷ đồng, thiếu 78 tỷ đồng" in version_of(made, 3).text
    assert MINE not in version_of(made, 3).text
    # once more: what was kept is still known to be typed
    held = Paper.objects.get(pk=made.pk)
    correct_revenue("5.300")
    with pytest.raises(BadInput, match=r"compose\.typed"):
        redraft_paper(by=BY, paper=held, seen=4, today=TODAY)


def test_whoever_takes_the_books_everywhere_gets_them_alone() -> None:
    made = edited_by_hand()
    correct_revenue("5.400")
    asked = redraft_of(made, seen_by=BY, today=TODAY).asked
    redraft_paper(by=BY, paper=made, seen=2, today=TODAY,
                  choices={each.key: Keep.BOOKS for each in asked})  # fmt: skip
    assert Paper.objects.get(pk=made.pk).version == 3
    assert MINE not in told(made)
    assert MINE in version_of(made, 2).text


def test_books_that_did_not_move_make_no_version() -> None:
    made = edited_by_hand()
    with pytest.raises(BadInput, match=r"compose\.unchanged"):
        redraft_paper(by=BY, paper=made, seen=2, today=TODAY, choices={})
    assert PaperVersion.objects.filter(paper=made).count() == 2


def test_the_page_lays_both_side_by_side_and_takes_the_choice(
    client_as: Callable[[str], Client],
) -> None:
    made = edited_by_hand()
    correct_revenue("5.400")
    office, at = client_as("van-phong"), reverse("desk:paper-redraft", args=[made.pk])
    first = office.post(at, {"seen": "2"})
    assert first.status_code == 400
    shown = first.content.decode()
    assert "đã được sửa tay" in shown
    assert shown.count('value="typed" checked') == 2
    as_typed = " ".join(re.sub(r"<del>.*?</del>|</?ins>", "", shown).split())
    assert "nhờ thu từ khí - điện - đạm tăng" in as_typed
    for part in ("5.400", "Phần 2/2"):
        assert part in shown, part
    sent = {
        "seen": "2",
        "dau": re.findall(r'name="dau" value="(\w+)"', shown)[0],
        re.findall(r'name="(phan-[^"]+)"', shown)[0]: "books",
    }
    stale = office.post(at, sent | {"dau": "0" * 16})
    assert stale.status_code == 400
    assert re.search(r'value="books" checked', stale.content.decode())  # the choice is not lost
    assert office.post(at, sent).status_code == 302
    text = told(made)
    assert MINE not in text
    assert CAUSE in text
    assert "5.400 tỷ đồng" in text


def test_a_draft_nobody_typed_into_is_told_so_on_the_page(
    client_as: Callable[[str], Client],
) -> None:
    made = compose_paper(
        by=BY, wanted=Wanted("bao-cao-nam", PLAN, TODAY), issuer=body("ubnd-ca-mau"),
        drafter=body("van-phong-ubnd-ca-mau"), today=TODAY,
    )  # fmt: skip
    correct_revenue("5.400")
    shown = page(client_as("van-phong"), reverse("desk:paper-redraft", args=[made.pk]))
    assert "Chưa ai sửa chữ" in shown
    assert "đoạn khác đổi theo sổ" in shown
