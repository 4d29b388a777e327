"""Figures of single areas in a paper's table: never the whole area's, each told to its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dieuhanh.desk.actions.accepting import Answer, accept_claim
from dieuhanh.desk.queries.reading_cards import cards_of
from dieuhanh.desk.queries.reading_plan import planned
from dieuhanh.desk.queries.text_checks import check_text
from dieuhanh.documents.queries.readings import items_of
from dieuhanh.paper.reading.checking import Mark
from dieuhanh.reports.models import Figure
from tests.desk.readings_made import BY, MACHINE_DAY, TODAY, entered, pasted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
TABLE = """BIỂU 1. THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN NĂM 2021 THEO HUYỆN
ĐVT: tỷ đồng
TT\tHuyện, thành phố\tThực hiện
1\tTP. Cà Mau\t1.450
2\tHuyện U Minh\t55,5
3\tSở Y tế\t2,5
\tTổng số\t5.851
"""


def test_each_figure_is_told_to_its_own_area() -> None:
    of = entered(pasted(TABLE))
    items = [each for each in items_of(of) if each.row.kind == "claim"]
    cards = cards_of(of, items, seen_by=BY, today=TODAY)
    names = [(c.item.payload.get("about"), c.figure.area if c.figure else "") for c in cards]
    assert names == [
        ("TP. Cà Mau", "964"), ("Huyện U Minh", "966"), ("Sở Y tế", ""), (None, "96"),
    ]  # fmt: skip
    lacks = [card.lack.code if card.lack else "" for card in cards]
    assert lacks == ["", "", "reading.no_area", ""]


def test_an_accepted_figure_stands_at_its_area() -> None:
    of = entered(pasted(TABLE))
    item = next(each for each in items_of(of) if each.row.payload.get("about") == "Huyện U Minh")
    card = cards_of(of, [item], seen_by=BY, today=TODAY)[0]
    assert card.figure is not None
    decision = accept_claim(
        by=BY, item=item.row, told=card.figure, answer=Answer(item.seen), today=MACHINE_DAY
    )
    figure = Figure.objects.get(pk=decision.made_key)
    assert (figure.area.code, figure.value, figure.indicator.unit) == (
        "966", Decimal("55.5"), "tỷ đồng",
    )  # fmt: skip


def test_a_check_does_not_hold_a_district_to_the_province() -> None:
    found = check_text(TABLE, seen_by=BY, as_known_on=TODAY)
    told = {each.claim.about: (each.mark, each.reasons[0].code) for each in found.claims}
    assert told["Huyện U Minh"] == (Mark.DISAGREES, "figure_differs")
    assert told["Sở Y tế"] == (Mark.UNKNOWN, "other_place")
    own = next(each for each in found.claims if each.claim.about == "Huyện U Minh")
    assert own.reasons[0].values["books"] == Decimal("202.9")
    assert told[None][0] is Mark.AGREES


def test_targets_of_single_areas_are_no_lines_of_the_plan_of_the_whole() -> None:
    table = TABLE.replace("THU NGÂN", "GIAO DỰ TOÁN THU NGÂN").replace("Thực hiện", "Dự toán")
    of = entered(pasted(table))
    assert [each.payload["value"] for each in planned(items_of(of))] == ["5851"]
