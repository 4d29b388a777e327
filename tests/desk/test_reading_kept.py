"""A paper read and kept: what is stored, who sees it, what is refused, what a decision needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dieuhanh.audit.models import Entry
from dieuhanh.desk.actions.reading import read_paper
from dieuhanh.documents.actions.readings import reject_item, reopen_item
from dieuhanh.documents.models import Document, PaperReading, ReadingDecision
from dieuhanh.documents.queries import stored_file, text_of
from dieuhanh.documents.queries.readings import (
    corrected_cases,
    item_of,
    items_of,
    reading,
    readings,
    spots_of,
)
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.plans.actions.synonyms import forget_wording, learn_wording
from dieuhanh.plans.models import Indicator, IndicatorSynonym
from tests.desk.readings_made import ARTICLE, BY, HEAD, TODAY, entered, found, pasted, province
from tests.paper.paper_files import letterhead, says, targets, word

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Of = Callable[[str], Actor]


def test_a_text_is_kept_with_every_record_and_its_words(actor: Of) -> None:
    of = pasted(by=actor("chuyen-vien"))
    items = items_of(of)
    assert of.text == ARTICLE
    assert of.kind == "pasted"
    assert of.document.internal
    kinds = [each.row.kind for each in items]
    assert (kinds.count("claim"), kinds.count("person"), kinds.count("document")) == (13, 6, 1)
    assert kinds.count("scoreboard") == 1
    for each in items:
        assert of.text[each.row.start : each.row.end] == each.row.payload["quote"]
        assert each.state == "waiting"
    assert Entry.objects.filter(verb="reading.kept", subject=f"reading/{of.pk}").count() == 1


def test_pasted_lines_are_counted_as_the_register_keeps_them() -> None:
    of = pasted("Năm 2021\r\nThu ngân sách nhà nước đạt 5.851 tỷ đồng.\r\n")
    claim = found(of, "claim").row
    assert "\r" not in of.text
    assert of.text[claim.start : claim.end] == claim.payload["quote"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("", "MẬT\n\nThu ngân sách nhà nước đạt 5.851 tỷ đồng.".encode(), "document.secret"),
        ("a.pdf", b"PK\x03\x04", "paper.mismatch"),
        ("a.docm", b"PK\x03\x04", "paper.macros"),
        ("a.txt", b"   ", "paper.no_text"),
    ],
)
def test_what_may_not_be_read_leaves_nothing(name: str, content: bytes, code: str) -> None:
    before = (PaperReading.objects.count(), Document.objects.count(), Entry.objects.count())
    with pytest.raises(BadInput) as refused:
        read_paper(by=BY, name=name, content=content, area=province(), today=TODAY)
    assert refused.value.code == code
    assert before == (
        PaperReading.objects.count(), Document.objects.count(), Entry.objects.count(),
    )  # fmt: skip


def test_only_who_keeps_papers_of_the_place_reads_and_sees(actor: Of) -> None:
    of = pasted(by=actor("chuyen-vien"))
    with pytest.raises(Refused):
        pasted(by=actor("can-bo-xa"))
    for seat in ("can-bo-xa", "so-y-te", "nguoi-dan", "chu-tich"):
        assert not readings(seen_by=actor(seat)).exists()
        with pytest.raises(Missing):
            reading(of.pk, seen_by=actor(seat))
    assert reading(of.pk, seen_by=actor("van-phong")).pk == of.pk


def test_the_first_of_two_deciders_stands_and_the_second_is_told(actor: Of) -> None:
    of = pasted()
    claim = found(of, "claim")
    reject_item(by=actor("chuyen-vien"), item=claim.row, seen=claim.seen, note="số của nơi khác")
    with pytest.raises(BadInput) as told:
        reject_item(by=actor("van-phong"), item=claim.row, seen=claim.seen)
    assert told.value.code == "reading.decided"
    assert told.value.values["who"] == actor("chuyen-vien").name
    assert ReadingDecision.objects.filter(item=claim.row).count() == 1
    again = item_of(of, claim.row.position)
    assert again.state == "rejected"
    assert corrected_cases(seen_by=BY)[0]["note"] == "số của nơi khác"
    reopen_item(by=actor("van-phong"), item=claim.row, seen=1)
    assert item_of(of, claim.row.position).state == "waiting"
    assert corrected_cases(seen_by=BY) == []
    with pytest.raises(BadInput, match=r"reading\.not_rejected"):
        reopen_item(by=BY, item=claim.row, seen=2)


def test_a_paper_is_entered_once_and_keeps_its_head() -> None:
    of = entered(pasted())
    assert not of.document.internal
    assert (of.document.title, of.source and of.source.code) == (HEAD.title, "ubnd-ca-mau")
    with pytest.raises(BadInput, match=r"document\.twice"):
        entered(pasted())


def test_a_wording_is_learned_used_changed_and_put_away(actor: Of) -> None:
    planner = actor("chuyen-vien")
    first, second = (Indicator.objects.get(code=c) for c in ("thu-ngan-sach", "chi-ngan-sach"))
    learn_wording(by=planner, indicator=first, words="Thu  cân đối,  địa phương")
    assert learn_wording(by=planner, indicator=first, words="thu cân đối địa phương") is None
    learn_wording(by=planner, indicator=second, words="thu cân đối địa phương")
    held = IndicatorSynonym.objects.get(removed_at=None)
    assert held.indicator == second
    of = pasted("Năm 2021, thu cân đối địa phương đạt 900 tỷ đồng.")
    best = found(of, "claim").best
    assert (best["key"], best["reason"], best["certain"]) == ("chi-ngan-sach", "learned", True)
    with pytest.raises(Refused):
        forget_wording(by=actor("van-phong"), synonym=held.pk)
    forget_wording(by=planner, synonym=held.pk)
    with pytest.raises(Missing):
        forget_wording(by=planner, synonym=held.pk)
    with pytest.raises(BadInput, match=r"wording\.empty"):
        learn_wording(by=planner, indicator=first, words=" … ")


def test_a_word_file_is_kept_beside_its_text_and_its_places_are_told() -> None:
    content = word(
        letterhead, says("Năm 2021, kim ngạch xuất khẩu đạt 1.112,5 triệu USD."), targets
    )
    of = read_paper(by=BY, name="bao-cao.docx", content=content, area=province(), today=TODAY)
    assert (of.kind, of.name) == ("docx", "bao-cao.docx")
    assert of.original is not None
    assert stored_file(of.original).read_bytes() == content
    assert of.original.internal
    assert text_of(of.document) == of.text
    claim = found(of, "claim", "xuất khẩu").row
    spot = next(s for s in spots_of(of) if s.start <= claim.start < s.end)
    assert spot.paragraph is not None
    assert any(s.table for s in spots_of(of))
