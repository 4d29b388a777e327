"""The whole life of a paper in the books, who may take which step, and what each step refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from dieuhanh.audit.actions import verb
from dieuhanh.audit.models import Entry
from dieuhanh.documents.actions.asking import (
    ask_paper_opinions,
    give_paper_opinion,
    reply_paper_opinion,
)
from dieuhanh.documents.actions.deciding import approve_paper, return_paper, submit_paper
from dieuhanh.documents.actions.drafting import (
    begin_paper,
    drop_paper,
    edit_paper,
    restore_version,
    set_symbol,
    write_version,
)
from dieuhanh.documents.actions.issuing import Numbering, issue_paper, keep_signed
from dieuhanh.documents.models import Document, Paper, PaperOpinionRequest
from dieuhanh.documents.queries import document, documents, text_of
from dieuhanh.documents.queries.numbers import taken
from dieuhanh.documents.queries.papers import content_of, paper, papers, steps_of, version_of
from dieuhanh.documents.queries.places import askable, issuers_for
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, BadInputs, Missing, Refused
from dieuhanh.domain.papers import EditBy, Mending
from dieuhanh.paper.writing.model import Paragraph, plain, words
from tests.documents.papers_made import BY, TODAY, approved, body, drafted, issued, report
from tests.paper.paper_files import pdf

pytestmark = pytest.mark.django_db
Of = Callable[[str], Actor]
HEALTH = "so-y-te-ca-mau"


def again(of: Paper) -> Paper:
    return Paper.objects.get(pk=of.pk)


def test_a_paper_goes_its_way_from_draft_to_number(actor: Of) -> None:
    planner, office, chairman = actor("chuyen-vien"), actor("van-phong"), actor("chu-tich")
    made = drafted(planner)
    assert (made.state, made.version, made.symbol) == ("draft", 1, "BC-UBND")
    asked = ask_paper_opinions(
        by=planner, paper=made, bodies=[body(HEALTH)], due_on=date(2022, 1, 14), today=TODAY
    )
    assert (asked, again(made).state) == (1, "asked")
    request = PaperOpinionRequest.objects.get()
    said = give_paper_opinion(
        by=actor("so-y-te"), request=request, agrees=False, text="Ghi rõ số giường."
    )
    with pytest.raises(BadInput, match=r"paper\.opinions_open"):
        submit_paper(by=planner, paper=made, seen=1, today=TODAY)
    reply_paper_opinion(by=planner, opinion=said, accepted=True, text="Đã ghi ở phụ lục.")
    submit_paper(by=planner, paper=made, seen=1, today=TODAY)
    return_paper(by=chairman, paper=made, words="Bổ sung nguyên nhân.", today=TODAY)
    assert again(made).state == "draft"
    edit_paper(by=planner, paper=made, typed={"body-3": "Nguyên nhân: …\nTrên đây là."}, seen=1)
    submit_paper(by=planner, paper=made, seen=2, today=TODAY)
    approve_paper(by=chairman, paper=made, seen=2, today=TODAY)
    done = issue_paper(by=office, paper=made, as_=Numbering(TODAY, public=True), today=TODAY)
    assert (done.state, done.number, done.year, done.issued_on) == ("issued", 1, 2022, TODAY)
    said_last = content_of(version_of(done, done.version)).letterhead
    assert (said_last.number, said_last.day) == (1, TODAY)
    assert "Số: 01/BC-UBND" in version_of(done, 3).text
    assert [each.kind for each in steps_of(done)] == [
        "issued", "approved", "submitted", "returned", "submitted", "asked", "begun"
    ]  # fmt: skip
    entered = document(done.document.code, seen_by=actor("nguoi-dan"))  # type: ignore[union-attr]
    assert (entered.number, entered.type) == ("01/BC-UBND", "Báo cáo")
    assert "Thu ngân sách đạt 5.851 tỷ đồng" in text_of(entered)


def test_number_and_day_come_at_issue_only() -> None:
    early = report(letterhead=replace(report().letterhead, number=7, day=TODAY))
    made = drafted(content=early)
    head = content_of(version_of(made, 1)).letterhead
    assert (head.number, head.day) == (None, None)
    write_version(
        by=BY, paper=made, seen=1,
        content=replace(early, blocks=(Paragraph(words("Khác hẳn.")),)),
    )  # fmt: skip
    assert content_of(version_of(made, 2)).letterhead.number is None


@verb
def _numbered(*, by: Actor, of: Paper, **values: Any) -> None:
    Paper.objects.filter(pk=of.pk).update(**values)


def test_the_database_holds_a_number_once_and_none_before_issue() -> None:
    first, second = issued(), approved()
    out = {"state": "issued", "number": 1, "year": 2022, "issued_on": TODAY}
    for wrong in (out, {"number": 9}, {"year": 2022}, {"state": "issued"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            _numbered(by=BY, of=second, **wrong)
    assert first.number == 1
    _numbered(by=BY, of=second, **(out | {"number": 2}))


def test_numbers_run_by_issuer_type_and_year() -> None:
    assert [issued().number for _ in range(3)] == [1, 2, 3]
    notice = report(kind="thong-bao", letterhead=replace(report().letterhead, symbol="TB-UBND"))
    assert issued(content=notice).number == 1
    own = issued(issuer=body("so-khdt-ca-mau"), content=report(
        letterhead=replace(report().letterhead, symbol="")))  # fmt: skip
    assert (own.number, own.symbol) == (1, "BC-SKHĐT")
    assert issued(today=date(2023, 1, 3)).number == 1


def test_the_register_is_asked_which_numbers_are_taken() -> None:
    decision = report(kind="quyet-dinh", letterhead=replace(report().letterhead, symbol="QĐ-UBND"))
    issuer = body("ubnd-ca-mau")
    of = Document.objects.get(number="2361/QĐ-UBND")
    numbers = [each.number for each in taken(issuer, "quyet-dinh", 2021)]
    assert numbers == ([2361] if of.issued_on and of.issued_on.year == 2021 else [])
    assert issued(content=decision).number == 1


def test_a_number_taken_by_hand_is_warned_about_and_never_doubled() -> None:
    issued()
    for number, day in ((4, TODAY), (2, date(2022, 1, 11))):
        early = min(day, TODAY)
        made = approved(today=early)
        as_ = Numbering(early, number)
        with pytest.raises(BadInput, match=r"paper\.number_odd"):
            issue_paper(by=BY, paper=made, as_=as_, today=TODAY)
        done = issue_paper(by=BY, paper=made, as_=replace(as_, confirmed=True), today=TODAY)
        assert done.number == number
    for number in (1, 4):
        made = approved()
        with pytest.raises(BadInput, match=r"paper\.number_taken"):
            issue_paper(
                by=BY, paper=made, as_=Numbering(TODAY, number, confirmed=True), today=TODAY
            )
        assert again(made).state == "approved"
    assert issued().number == 5


def test_the_day_is_neither_to_come_nor_before_the_approval() -> None:
    made = approved()
    for day in (date(2022, 1, 13), date(2022, 1, 11)):
        with pytest.raises(BadInput, match=r"paper\.day_"):
            issue_paper(by=BY, paper=made, as_=Numbering(day), today=TODAY)
    assert again(made).number is None


def test_a_correction_marks_what_it_corrects_only_when_issued() -> None:
    first = issued()
    correcting = approved(mends=(first, Mending.CORRECTION))
    assert again(first).state == "issued"
    issue_paper(by=BY, paper=correcting, as_=Numbering(TODAY), today=TODAY)
    assert again(first).state == "corrected"
    last = issued(mends=(again(first), Mending.REPLACEMENT))
    held = again(first)
    assert held.state == "replaced"
    assert [each.other for each in steps_of(held)][:2] == [last, correcting]
    with pytest.raises(BadInput, match=r"paper\.mends_draft"):
        drafted(mends=(held, Mending.CORRECTION))
    with pytest.raises(BadInput, match=r"paper\.mends_other"):
        drafted(mends=(last, Mending.CORRECTION), issuer=body("so-khdt-ca-mau"))
    with pytest.raises(BadInput, match=r"paper\.mends_draft"):
        drafted(mends=(drafted(), Mending.CORRECTION))


@pytest.mark.parametrize("seat", ["chu-tich", "so-y-te", "can-bo-xa", "nguoi-dan", "quan-tri"])
def test_only_who_drafts_writes(seat: str, actor: Of) -> None:
    made, by = drafted(), actor(seat)
    before = Entry.objects.count()
    for work in (
        lambda: edit_paper(by=by, paper=made, typed={"subject": "Khác"}, seen=1),
        lambda: write_version(by=by, paper=made, content=report(archive="VT"), seen=1),
        lambda: restore_version(by=by, paper=made, number=1, seen=1),
        lambda: set_symbol(by=by, paper=made, symbol="BC-X", seen=1),
        lambda: submit_paper(by=by, paper=made, seen=1, today=TODAY),
        lambda: drop_paper(by=by, paper=made, words="vì", today=TODAY),
        lambda: ask_paper_opinions(
            by=by, paper=made, bodies=[body(HEALTH)], due_on=TODAY, today=TODAY
        ),
        lambda: drafted(by),
    ):
        with pytest.raises(Refused):
            work()
    assert Entry.objects.count() == before


@pytest.mark.parametrize("seat", ["chuyen-vien", "van-phong", "so-y-te", "can-bo-xa", "nguoi-dan"])
def test_only_the_head_approves(seat: str, actor: Of) -> None:
    made = drafted()
    submit_paper(by=BY, paper=made, seen=1, today=TODAY)
    with pytest.raises(Refused):
        approve_paper(by=actor(seat), paper=made, seen=1, today=TODAY)


@pytest.mark.parametrize("seat", ["chu-tich", "chuyen-vien", "so-y-te", "can-bo-xa", "nguoi-dan"])
def test_only_the_issuers_office_issues(seat: str, actor: Of) -> None:
    made = approved()
    with pytest.raises(Refused):
        issue_paper(by=actor(seat), paper=made, as_=Numbering(TODAY), today=TODAY)
    with pytest.raises(Refused):
        keep_signed(by=actor(seat), paper=issued(), file=("ky.pdf", b"%PDF-1.7"), today=TODAY)


def test_who_has_no_part_in_it_finds_no_paper(actor: Of) -> None:
    made, open_to_all = drafted(), issued()
    for seat in ("chuyen-vien", "van-phong", "chu-tich"):
        assert paper(made.pk, seen_by=actor(seat)) == made
    for seat in ("so-y-te", "can-bo-huyen", "can-bo-xa", "nguoi-dan", "quan-tri"):
        with pytest.raises(Missing):
            paper(made.pk, seen_by=actor(seat))
        assert list(papers(seen_by=actor(seat))) == [open_to_all]
    ask_paper_opinions(by=BY, paper=made, bodies=[body(HEALTH)], due_on=TODAY, today=TODAY)
    assert paper(made.pk, seen_by=actor("so-y-te")) == made
    kept_in = issued(public=False)
    assert kept_in.document not in documents(seen_by=actor("chu-tich"))
    with pytest.raises(Missing):
        paper(kept_in.pk, seen_by=actor("nguoi-dan"))


def test_steps_out_of_turn_change_nothing() -> None:
    made = drafted()
    before = Entry.objects.count()
    for work in (
        lambda: approve_paper(by=BY, paper=made, seen=1, today=TODAY),
        lambda: issue_paper(by=BY, paper=made, as_=Numbering(TODAY), today=TODAY),
        lambda: return_paper(by=BY, paper=made, words="vì", today=TODAY),
        lambda: keep_signed(by=BY, paper=made, file=("ky.pdf", b"%PDF-1.7"), today=TODAY),
    ):
        with pytest.raises(BadInput, match=r"paper\.wrong_step"):
            work()
    submit_paper(by=BY, paper=made, seen=1, today=TODAY)
    with pytest.raises(BadInput, match=r"paper\.no_words"):
        return_paper(by=BY, paper=made, words=" ", today=TODAY)
    with pytest.raises(BadInput, match=r"paper\.not_writable"):
        edit_paper(by=BY, paper=made, typed={"subject": "Khác"}, seen=1)
    assert again(made).state == "submitted"
    assert Entry.objects.count() == before + 1


def test_what_cannot_be_a_paper_is_refused_and_nothing_kept() -> None:
    for wrong, code in (
        (report(kind="khong-co"), "paper.type"),
        (report(subject=words(" ")), "paper.empty"),
        (report(blocks=()), "paper.empty"),
        (report(letterhead=replace(report().letterhead, symbol="B C")), "paper.symbol"),
    ):
        with pytest.raises((BadInput, BadInputs), match=code):
            drafted(content=wrong)
    with pytest.raises(BadInput, match=r"paper\.issuer"):
        begin_paper(by=BY, content=report(), issuer=body(HEALTH), drafter=body("so-khdt-ca-mau"),
                    today=TODAY)  # fmt: skip
    assert Paper.objects.count() == 0


def test_a_dropped_draft_stays_readable_and_still() -> None:
    made = drafted()
    drop_paper(by=BY, paper=made, words="Trùng với báo cáo tháng.", today=TODAY)
    assert steps_of(made)[0].words == "Trùng với báo cáo tháng."
    with pytest.raises(BadInput, match=r"paper\.ended"):
        submit_paper(by=BY, paper=made, seen=1, today=TODAY)


def test_a_signed_copy_is_a_pdf_and_kept_beside_earlier_ones() -> None:
    made = issued()
    for name, content in (("ky.docx", b"PK"), ("ky.pdf", b"not a pdf")):
        with pytest.raises(BadInput, match=r"paper\.not_pdf"):
            keep_signed(by=BY, paper=made, file=(name, content), today=TODAY)
    copies = [
        keep_signed(by=BY, paper=made, file=(f"{n}.pdf", pdf(f"Bản {n}")), today=TODAY)
        for n in "ab"
    ]
    assert [each.document.internal for each in copies] == [True, True]
    assert list(made.signed.order_by("pk")) == copies
    assert again(made).state == "issued"


def test_a_draft_goes_back_to_an_older_version_by_a_new_one() -> None:
    made = drafted()
    edit_paper(by=BY, paper=made, typed={"subject": "Tình hình năm 2021, bản hai"}, seen=1)
    with pytest.raises(BadInput, match=r"paper\.newer"):
        edit_paper(by=BY, paper=made, typed={"subject": "Bản của tôi"}, seen=1)
    with pytest.raises(BadInput, match=r"paper\.same"):
        restore_version(by=BY, paper=made, number=2, seen=2)
    restored = restore_version(by=BY, paper=made, number=1, seen=2)
    assert (restored.number, restored.edit, restored.restored) == (3, EditBy.RESTORED, 1)
    assert restored.content == version_of(made, 1).content
    assert again(made).title == plain(report().subject)
    with pytest.raises(Missing):
        restore_version(by=BY, paper=made, number=9, seen=3)


def test_a_body_drafts_for_itself_and_for_those_above() -> None:
    above = [each.code for each in issuers_for(body("so-khdt-ca-mau"), TODAY)]
    assert above == ["so-khdt-ca-mau", "ubnd-ca-mau"]
    asked = {each.code for each in askable(drafted(), TODAY)}
    assert {HEALTH, "ubnd-973"} <= asked
    assert not asked & {"so-khdt-ca-mau", "ubnd-ca-mau", "bao-dan-tri"}
