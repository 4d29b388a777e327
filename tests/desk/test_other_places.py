"""Figures of other places never pass for the province's: neither among the sure nor in a check."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.desk.queries.reading_cards import Card, cards_of
from dieuhanh.desk.queries.text_checks import check_text
from dieuhanh.documents.queries.readings import items_of
from dieuhanh.paper.reading.checking import Mark
from tests.desk.readings_made import BY, TODAY, entered, pasted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
TEXT = (
    "Năm 2021 tỉnh Bạc Liêu thu ngân sách nhà nước trên địa bàn đạt 3.500 tỷ đồng. "
    "Năm 2021 huyện U Minh có tỷ lệ đô thị hóa 12%. "
    "Kim ngạch xuất khẩu của tỉnh Kiên Giang năm 2021 đạt 760 triệu USD. "
    "Tại Sóc Trăng, tỷ lệ hộ nghèo còn 2,5%."
)


def _cards(text: str) -> list[Card]:
    of = entered(pasted(text))
    items = [each for each in items_of(of) if each.row.kind == "claim"]
    return cards_of(of, items, seen_by=BY, today=TODAY)


def test_figures_of_other_places_are_never_sure() -> None:
    cards = _cards(TEXT)
    assert len(cards) == 4
    assert not [card for card in cards if card.certain or card.item.best.get("certain")]
    assert [card.figure.area for card in cards if card.figure] == ["", "966", "", ""]
    lacks = [card.lack.code if card.lack else "" for card in cards]
    assert lacks == ["reading.other_place", "", "reading.other_place", "reading.other_place"]


def test_the_province_s_own_stay_sure_and_names_alike_do_not() -> None:
    own, named, alike = _cards(
        "Kim ngạch xuất khẩu năm 2021 đạt 1.112,5 triệu USD.\n"
        "So với Bạc Liêu, kim ngạch xuất khẩu năm 2021 đạt 1.112,5 triệu USD.\n"
        "Kim ngạch xuất khẩu thủy hải sản năm 2021 đạt 1.100 triệu USD."
    )
    assert own.certain
    assert (named.certain, named.lack) == (False, None)
    assert (alike.certain, alike.item.best["reason"]) == (False, "words")


def test_the_page_says_whose_a_figure_is(client_as: Callable[[str], Client]) -> None:
    of = entered(pasted(TEXT))
    page = client_as("chuyen-vien").get(f"/doc-van-ban/{of.pk}/").content.decode()
    assert "cần xem lại: câu này nói về tỉnh Bạc Liêu" in page
    assert "cần xem lại: câu này nói về huyện U Minh" in page


def _marks(text: str) -> list[tuple[Mark, str]]:
    found = check_text(text, seen_by=BY, as_known_on=TODAY, plan="ca-mau-2021")
    return [(each.mark, each.reasons[0].code) for each in found.claims]


def test_a_check_holds_each_place_to_its_own_figure() -> None:
    text = "Năm 2021, {} thu ngân sách nhà nước trên địa bàn đạt {} tỷ đồng."
    assert _marks(text.format("tỉnh Bạc Liêu", "3.500")) == [(Mark.UNKNOWN, "other_place")]
    assert _marks(text.format("huyện U Minh", "203")) == [(Mark.AGREES, "figure_agrees")]
    assert _marks(text.format("huyện U Minh", "310")) == [(Mark.DISAGREES, "figure_differs")]
    assert _marks(text.format("tỉnh Cà Mau", "5.851")) == [(Mark.AGREES, "figure_agrees")]


def test_another_province_s_report_is_not_held_to_these_books() -> None:
    head = "UBND TỈNH BẠC LIÊU\nBÁO CÁO\nKinh tế - xã hội năm 2021\n\n"
    body = "Thu ngân sách nhà nước đạt 3.500 tỷ đồng.\nKim ngạch xuất khẩu đạt 760 triệu USD."
    assert _marks(head + body) == [(Mark.UNKNOWN, "other_place")] * 2
    assert {mark for mark, _ in _marks(body)} == {Mark.DISAGREES}
