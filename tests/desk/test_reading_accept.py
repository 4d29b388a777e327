"""Records accepted: what enters the books, by whose right, and the way back to the sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.audit.models import Entry
from dieuhanh.bodies.models import Area
from dieuhanh.desk.actions.accepting import Answer, accept_claim
from dieuhanh.desk.actions.accepting_others import (
    PaperTold,
    accept_cited,
    accept_person,
    accept_tally,
)
from dieuhanh.desk.queries.reading_cards import cards_of
from dieuhanh.desk.queries.reading_told import FigureTold
from dieuhanh.desk.views.reading.item import claim_corrected
from dieuhanh.documents.models import PaperReading, ReadingDecision
from dieuhanh.documents.queries.readings import ReadItem, item_of, items_of
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.plans.models import IndicatorSynonym
from dieuhanh.plans.queries.synonyms import folded_words
from dieuhanh.reports.models import Figure
from tests.desk.readings_made import BY, MACHINE_DAY, TODAY, entered, found, pasted
from tests.pages import page, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Of = Callable[[str], Actor]
EXPORT = "kim ngạch xuất khẩu"


def told(of: PaperReading, item: ReadItem, by: Actor = BY) -> FigureTold:
    card = cards_of(of, [item], seen_by=by, today=TODAY)[0]
    assert card.figure is not None
    return card.figure


def accepted(of: PaperReading, item: ReadItem, by: Actor = BY, **changed: object) -> Figure:
    decision = accept_claim(
        by=by, item=item.row, told=replace(told(of, item, by), **changed),
        answer=Answer(item.seen), today=MACHINE_DAY,
    )  # fmt: skip
    assert decision.made_kind == "figure"
    return Figure.objects.get(pk=decision.made_key)


def test_a_claim_becomes_a_figure_that_leads_to_its_sentence(
    actor: Of, client_as: Callable[[str], Client]
) -> None:
    planner = actor("chuyen-vien")
    of = entered(pasted(by=planner), by=planner)
    made = accepted(of, found(of, "claim", EXPORT), planner)
    assert (made.indicator.code, made.value, made.unit) == (
        "kim-ngach-xuat-khau", Decimal("1112.5"), "triệu USD",
    )  # fmt: skip
    assert (made.period, made.span, made.status) == ("2021", "in_period", "preliminary")
    assert (made.known_from, made.source.code) == (TODAY, "ubnd-ca-mau")
    assert made.as_printed == "1.112,5 triệu USD"
    client = client_as("chu-tich")
    assert f"/so-lieu/{made.pk}/" in page(
        client, reverse("assessment:target", args=["ca-mau-2021", "2"])
    )
    passport = page(client, f"/so-lieu/{made.pk}/")
    assert made.quote in words(passport)
    start = of.text.index(made.quote)
    sentence = f"/van-ban/{of.document.code}/?trich={start}-{start + len(made.quote)}"
    assert sentence in passport
    assert "kim ngạch xuất khẩu đạt" in words(page(client, sentence))


def test_the_whole_article_s_results_match_the_books_that_hold_it(actor: Of) -> None:
    """The example's own figures were typed by hand from this article: the same values come out."""
    planner = actor("chuyen-vien")
    of = entered(pasted(by=planner), by=planner)
    held = {
        each.indicator.code: each.value
        for each in Figure.objects.filter(document__code="bai-bao-2022-01-12").select_related("indicator")
    }  # fmt: skip
    seen = {}
    for card in cards_of(of, items_of(of), seen_by=planner, today=TODAY):
        if card.figure is not None and card.item.best:
            seen[card.figure.indicator] = card.figure.value
    shared = {code: value for code, value in seen.items() if code in held}
    assert len(shared) >= 11
    assert {code: held[code] for code in shared} == shared


def test_an_estimate_in_other_magnitudes_stays_exact() -> None:
    of = entered(pasted("Năm 2021, kim ngạch xuất khẩu ước đạt 1,1 tỷ USD."))
    item = found(of, "claim")
    made = accepted(of, item)
    assert (made.value, made.unit, made.status) == (Decimal("1.1"), "tỷ USD", "estimated")
    card = cards_of(of, [item], seen_by=BY, today=TODAY)[0]
    assert card.restated == "= 1.100 triệu USD"


def test_nothing_enters_before_the_paper_is_entered_or_without_an_indicator() -> None:
    of = pasted()
    claim = found(of, "claim", EXPORT)
    before = Figure.objects.count()
    with pytest.raises(BadInput, match=r"reading\.no_paper"):
        accepted(of, claim)
    of = entered(of)
    for changed, code in (({"indicator": ""}, "no_indicator"), ({"source": ""}, "no_source"),
                          ({"period": ""}, "no_period")):  # fmt: skip
        with pytest.raises(BadInput, match=rf"reading\.{code}"):
            accepted(of, claim, **changed)
    with pytest.raises(BadInput, match=r"unit\.incompatible"):
        accepted(of, claim, unit="tấn")
    assert Figure.objects.count() == before
    assert not ReadingDecision.objects.exists()


def test_a_commune_officer_cannot_accept_for_the_province() -> None:
    commune = Area.objects.get(code="32248", valid_to=date(2025, 6, 30))
    here = frozenset({commune.pk})
    clerk = Actor(
        "user:xa", "cán bộ xã",
        tuple(Grant(p, here) for p in (Permission.DOCUMENT_EDIT, Permission.FIGURE_IMPORT)),
    )  # fmt: skip
    head = replace_head()
    of = entered(pasted("Năm 2021, thu ngân sách nhà nước đạt 2 tỷ đồng.", by=clerk, area=commune), by=clerk, head=head)  # fmt: skip
    item = found(of, "claim")
    with pytest.raises(Refused):
        accepted(of, item, clerk, area="96")
    assert not ReadingDecision.objects.exists()
    assert accepted(of, item, clerk).area == commune
    province = entered(pasted())
    with pytest.raises(Refused):
        accepted(province, found(province, "claim", EXPORT), clerk)


def replace_head() -> object:
    from tests.desk.readings_made import HEAD  # noqa: PLC0415

    return replace(HEAD, title="Báo cáo của xã")


def test_the_office_reads_papers_and_writes_no_figure(actor: Of) -> None:
    office = actor("van-phong")
    of = entered(pasted(by=office), by=office)
    item = found(of, "claim", EXPORT)
    card = cards_of(of, [item], seen_by=office, today=TODAY)[0]
    assert card.lack is not None
    assert card.lack.code == "reading.no_right"
    with pytest.raises(Refused):
        accepted(of, item, office)


def test_two_who_accept_at_once_write_one_figure(actor: Of) -> None:
    of = entered(pasted())
    item = found(of, "claim", EXPORT)
    accepted(of, item, actor("chuyen-vien"))
    count = Figure.objects.count()
    with pytest.raises(BadInput, match=r"reading\.decided"):
        accepted(of, item)
    again = item_of(of, item.row.position)
    with pytest.raises(BadInput, match=r"reading\.in_books"):
        accepted(of, again)
    assert Figure.objects.count() == count


def test_another_indicator_chosen_teaches_the_wording(actor: Of) -> None:
    planner = actor("chuyen-vien")
    of = entered(pasted("Năm 2021, thu nội địa đạt 4.900 tỷ đồng."))
    item = found(of, "claim")
    accepted(of, item, planner, indicator="thu-ngan-sach")
    held = IndicatorSynonym.objects.get()
    assert (held.indicator.code, held.folded) == ("thu-ngan-sach", folded_words("thu nội địa"))
    later = pasted("Trong 9 tháng năm 2021, thu nội địa đạt 3.000 tỷ đồng.")
    again = found(later, "claim")
    assert again.best["key"] == "thu-ngan-sach"
    figure = told(later, again)
    assert (figure.period, figure.span) == ("2021-01-01/P9M", "to_date")


def test_a_correction_is_kept_as_a_case() -> None:
    of = entered(pasted())
    item = found(of, "claim", EXPORT)
    payload = {**item.payload, "value": "1112.6"}
    decision = accept_claim(
        by=BY, item=item.row, told=replace(told(of, item), value=Decimal("1112.6")),
        answer=Answer(0, payload), today=MACHINE_DAY,
    )  # fmt: skip
    assert decision.outcome == "corrected"
    again = item_of(of, item.row.position)
    assert (again.state, again.payload["value"]) == ("corrected", "1112.6")
    assert again.row.payload["value"] == "1112.5"


def test_people_papers_and_the_tally_are_decided_and_make_nothing_unasked() -> None:
    of = entered(pasted())
    person, cited = found(of, "person"), found(of, "document")
    accept_person(by=BY, item=person.row, answer=Answer(0))
    assert item_of(of, person.row.position).last.made_kind == ""  # type: ignore[union-attr]
    paper = PaperTold(
        "128/NQ-CP", "Nghị quyết", "Thích ứng an toàn", "ubnd-ca-mau", date(2021, 10, 11)
    )
    made = accept_cited(by=BY, item=cited.row, answer=Answer(0), told=paper)
    assert made.made_key == "128-nq-cp-2021"
    tally = found(of, "scoreboard")
    accept_tally(by=BY, item=tally.row, answer=Answer(0))
    assert item_of(of, tally.row.position).state == "accepted"
    again = pasted()
    assert found(again, "document").best["key"] == "128-nq-cp-2021"
    with pytest.raises(BadInput, match=r"reading\.kind"):
        accept_person(by=BY, item=found(again, "document").row, answer=Answer(0))


def test_one_line_of_the_record_says_what_a_decision_made() -> None:
    of = entered(pasted())
    item = found(of, "claim", EXPORT)
    made = accepted(of, item)
    line = Entry.objects.get(verb="reading.accepted")
    assert line.subject == f"reading/{of.pk}/{item.row.position}"
    assert line.now["made"] == f"figure:{made.pk}"


def test_an_earlier_figure_is_accepted_only_once_its_period_is_said() -> None:
    of = entered(pasted("Năm 2021, thu ngân sách nhà nước đạt 5.851 tỷ đồng."))
    item = found(of, "claim")
    item.row.payload["role"] = "previous"
    card = cards_of(of, [item], seen_by=BY, today=TODAY)[0]
    assert card.lack is not None
    assert card.lack.code == "reading.elsewhere"
    item.row.payload["role"] = "plan"
    planned = cards_of(of, [item], seen_by=BY, today=TODAY)[0]
    assert (planned.figure, planned.lack and planned.lack.code) == (None, "reading.not_figure")


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({}, None),
        ({"indicator": "khac", "source": "khac", "status": "official"}, None),
        ({"value": Decimal("3.6")}, {"value": "3.6", "direction": "up"}),
        ({"value": Decimal("-3.7"), "unit": "‰"}, {"value": "3.7", "unit": "‰"}),
        ({"status": "estimated", "period": "2020"}, {"estimate": True, "period": "2020"}),
    ],
)
def test_only_what_was_read_wrong_is_a_correction(
    changed: dict[str, object], kept: dict[str, object] | None
) -> None:
    read = {
        "value": "3.6",
        "direction": "down",
        "unit": "%",
        "estimate": False,
        "period": "năm 2021",
    }
    before = FigureTold("grdp", "96", "2021", Decimal("-3.6"), "%", source="ubnd-ca-mau")
    told = claim_corrected(read, before, replace(before, **changed))  # type: ignore[arg-type]
    assert told == (None if kept is None else read | kept)
