"""A paper as data: there and back as JSON, its sources and text, what is wrong with it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput, BadInputs, Broken
from dieuhanh.paper.writing.checking import checked, faults
from dieuhanh.paper.writing.look import look
from dieuhanh.paper.writing.model import (
    Cell,
    Letterhead,
    Paper,
    Paragraph,
    Role,
    Row,
    Signature,
    Source,
    Span,
    Table,
    plain,
    words,
)
from dieuhanh.paper.writing.papers import as_text, from_json, sources, to_json
from dieuhanh.paper.writing.parts import attached_to, closed, number_of, place_and_day
from dieuhanh.paper.writing.rules import LAW, document_types, form
from dieuhanh.paper.writing.setting import setting_of
from dieuhanh.paper.writing.source_list import with_source_list
from dieuhanh.paper.writing.widths import bold_width, evenly
from tests.paper.examples import HEAD, REVENUE, board, decision, letter, report, row

WORDS = st.text(min_size=1, max_size=20)
TEXTS = st.tuples(
    st.builds(
        Span, WORDS, source=st.none() | st.builds(Source, WORDS, WORDS, WORDS),
        bold=st.booleans(), italic=st.booleans(),
    )
)  # fmt: skip
PARAGRAPHS = st.builds(Paragraph, TEXTS, role=st.sampled_from(Role), number=st.text(max_size=5))
BLOCKS = st.lists(PARAGRAPHS | st.just(board(2)), max_size=4).map(tuple)
PAPERS = st.builds(
    Paper, st.sampled_from(sorted(document_types())),
    st.builds(Letterhead, WORDS, WORDS, day=st.none() | st.dates()), TEXTS, BLOCKS,
    st.builds(Signature, WORDS), bases=st.lists(TEXTS, max_size=2).map(tuple),
)  # fmt: skip


@given(PAPERS)
def test_json_and_back_is_the_same_paper(paper: Paper) -> None:
    assert from_json(json.loads(json.dumps(to_json(paper)))) == paper


@pytest.mark.parametrize("paper", [report(), decision(), letter()], ids=lambda p: p.kind)
def test_examples_are_whole_and_come_back(paper: Paper) -> None:
    assert faults(paper) == ()
    assert from_json(json.loads(json.dumps(to_json(paper)))) == paper


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": 5}, "kind"),
        ({"urgency": "GẤP"}, "urgency"),
        ({"letterhead": {"issuer": "A", "place": "B", "day": "12/01/2022"}}, "letterhead.day"),
        ({"letterhead": {"issuer": "A"}}, "letterhead"),
        ({"blocks": [{"text": ["a"]}, {"text": "b"}]}, "blocks[1].text"),
        ({"blocks": [{"columns": [{"head": "a", "width": "2"}], "rows": []}]}, "blocks[0].columns[0].width"),
        ({"colour": "red"}, "colour"),
        ({"appendices": [3]}, "appendices[0]"),
    ],
)  # fmt: skip
def test_json_of_another_shape_is_refused_where_it_stands(
    change: dict[str, Any], place: str
) -> None:
    with pytest.raises(BadInput) as refused:
        from_json(to_json(letter()) | change)
    assert (refused.value.code, refused.value.place.column) == ("paper.json", place)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_any_json_is_a_paper_or_refused(data: Any) -> None:
    with pytest.raises(BadInput) as refused:
        from_json(data)
    assert refused.value.code == "paper.json"


def test_a_source_is_told_once_in_reading_order() -> None:
    paper = report()
    more = Paragraph((Span("5.851", REVENUE), Span("9", Source("target", "9", "Chỉ tiêu 9"))))
    found = sources(replace(paper, blocks=(*paper.blocks, more)))
    assert [source.key for source in found] == [REVENUE.key, "9"]


def test_number_place_and_day_by_the_decree() -> None:
    assert number_of(report()) == "Số: 05/BC-UBND"
    assert place_and_day(HEAD) == "Cà Mau, ngày 12 tháng 01 năm 2022"
    assert place_and_day(letter().letterhead) == "Cà Mau, ngày 08 tháng 3 năm 2022"
    assert number_of(letter()) == "Số: 112/SKHĐT-TH"
    blank = decision()
    assert number_of(blank).split() == ["Số:", "/QĐ-UBND"]
    assert place_and_day(blank.letterhead).endswith(" năm 2022")
    issued = blank.issued(7, date(2022, 10, 3))
    assert number_of(issued) == "Số: 07/QĐ-UBND"
    assert issued.draft_mark == ""
    assert attached_to(report()) == (
        "(Kèm theo Báo cáo số 05/BC-UBND ngày 12 tháng 01 năm 2022 của Ủy ban nhân dân tỉnh Cà Mau)"
    )


def test_the_end_is_marked_once() -> None:
    last = closed(report())[-1]
    assert isinstance(last, Paragraph)
    assert last.text[-1].text == " năm 2021./."
    again = replace(report(), blocks=closed(report()))
    assert closed(again) == again.blocks


def test_a_remark_stands_after_the_end() -> None:
    remark = Paragraph(words("Số liệu mô phỏng."), Role.NOTE)
    *_, last, note = closed(replace(report(), blocks=(*report().blocks, remark)))
    assert isinstance(last, Paragraph)
    assert last.text[-1].text == " năm 2021./."
    assert note == remark
    assert closed(replace(report(), blocks=(remark,))) == (remark,)


def test_the_signature_keeps_the_end_of_the_text_and_its_remarks() -> None:
    remark = Paragraph(words("Số liệu mô phỏng."), Role.NOTE)
    lines = setting_of(replace(report(), blocks=(*report().blocks, remark)), look()).body.lines
    assert [getattr(line, "keep", False) for line in lines[-3:]] == [False, True, True]


def test_what_announces_a_list_stays_with_its_first_line() -> None:
    said = (
        "Giao các cơ quan:",
        "Sở Y tế chủ trì;",
        "Sở Nội vụ phối hợp.",
        "Các cơ quan thực hiện.",
    )
    blocks = tuple(Paragraph(words(each)) for each in said)
    lines = setting_of(replace(report(), blocks=blocks), look()).body.lines
    assert [getattr(line, "keep", False) for line in lines] == [True, False, False, True]


def test_plain_text_holds_every_part_in_order() -> None:
    text = as_text(report())
    parts = ["Số: 05/BC-UBND", "BÁO CÁO", "Kính gửi: Hội đồng", "I. KẾT QUẢ", "5.851", "./.", "KT. CHỦ TỊCH", "- Lưu: VT, TH.", "Phụ lục I\n", "Phụ lục II\n"]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "V/v đôn đốc thực hiện nhiệm vụ quá hạn\n" in as_text(letter())


BROKEN: dict[str, tuple[Paper, str]] = {
    "paper.type": (replace(report(), kind="thu-tay"), "kind"),
    "paper.no_symbol": (replace(report(), letterhead=replace(HEAD, symbol="")), "letterhead.symbol"),
    "paper.number": (replace(report(), letterhead=replace(HEAD, number=0)), "letterhead.number"),
    "paper.on_behalf": (replace(report(), signature=Signature("A", ("THAY MẶT",))), "signature.on_behalf"),
    "paper.titled_name": (replace(report(), signature=Signature("A", name="TS. Nguyễn")), "signature.name"),
    "paper.columns": (replace(report(), blocks=(Table((), ()),)), "blocks[0].columns"),
    "paper.width": (replace(report(), blocks=(replace(board(1), columns=tuple(replace(c, width=0) if c.head == "TT" else c for c in board(1).columns)),)), "blocks[0].columns[0].width"),
    "paper.row": (replace(report(), blocks=(replace(board(1), rows=(row("1", "2"),)),)), "blocks[0].rows[0]"),
    "paper.empty": (replace(report(), blocks=()), "blocks"),
}  # fmt: skip


@pytest.mark.parametrize("code", BROKEN)
def test_a_fault_is_told_at_its_place(code: str) -> None:
    paper, place = BROKEN[code]
    assert [(fault.code, fault.place.column) for fault in faults(paper)] == [(code, place)]
    with pytest.raises(BadInput, match=code):
        checked(paper)


def test_several_faults_are_told_together() -> None:
    empty = replace(report(), subject=words(" "), blocks=(Paragraph(()),))
    with pytest.raises(BadInputs) as told:
        checked(empty)
    assert [fault.place.column for fault in told.value.faults] == ["subject", "blocks[0].text"]


@pytest.mark.parametrize(
    "rows",
    [
        (Row((Cell(rows=2), *(Cell(),) * 4)),),  # reaches past the end
        (Row((Cell(columns=2, rows=2), *(Cell(),) * 3)), Row((Cell(),) * 4)),
        (Row((Cell(), Cell(rows=2), *(Cell(),) * 3)), Row((Cell(columns=3), Cell(), Cell()))),
        (Row((Cell(columns=0), *(Cell(),) * 4)),),
    ],
)
def test_merged_cells_must_fill_the_table(rows: tuple[Row, ...]) -> None:
    paper = replace(report(), blocks=(replace(board(1), rows=rows),))
    assert {fault.code for fault in faults(paper)} == {"paper.row"}


def test_the_law_names_every_type_and_component_once() -> None:
    law = form()
    assert len(law.types) == 29
    abbreviations = [kind.abbreviation for kind in law.types.values() if kind.abbreviation]
    assert len(abbreviations) == len(set(abbreviations)) == 27
    assert not law.types["thu-cong"].numbered
    assert law.components["nation"].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_list_of_sources_is_added_on_request() -> None:
    target = Source("target", "9", "Chỉ tiêu 9 của Kế hoạch năm 2021")
    more = Paragraph(
        (
            Span("Đạt "),
            Span("5.851", REVENUE),
            Span(" trên "),
            Span("5.", target),
            Span("478", target),
        )
    )
    paper = replace(report(areas=1), blocks=(*report().blocks, more))
    listed = with_source_list(paper)
    assert "5.851 [1] tỷ đồng." in as_text(listed)
    assert "Đạt 5.851 [1] trên 5.478 [2]./." in as_text(listed)
    *before, last = listed.appendices
    assert len(before) == len(paper.appendices)
    assert isinstance(last.blocks[0], Table)
    lines = [[plain(cell.text) for cell in row.cells] for row in last.blocks[0].rows]
    assert lines == [["1", "5.851", REVENUE.label], ["2", "5.; 478", target.label]]
    assert sources(listed) == sources(paper)
    assert with_source_list(letter()) == letter()


@given(st.text(alphabet="AÂBC ĐO \n", max_size=120), st.integers(min_value=20, max_value=200))
def test_even_lines_lose_no_letter_and_fit_where_words_do(text: str, room: int) -> None:
    broken = evenly(text, 13, room)
    assert broken.replace("\n", " ") == text.replace("\n", " ")
    for line in broken.split("\n"):
        fits = bold_width(line, 13) <= room
        assert fits or " " not in line.strip() or broken.count("\n") - text.count("\n") >= 1


def test_no_line_of_a_title_opens_with_a_dash() -> None:
    title = "Tình hình thực hiện kế hoạch phát triển kinh tế - xã hội tỉnh Cà Mau năm 2021"
    for room in range(60, 170, 5):
        assert "\n-" not in evenly(title, 14, room)


def test_a_title_ends_with_no_lonely_word() -> None:
    name = "UỶ BAN NHÂN DÂN TỈNH CÀ MAU"
    lines = evenly(name, 13, 62).split("\n")
    assert len(lines) == 2
    assert min(len(line) for line in lines) > len(name) // 3


def test_a_law_that_is_gone_or_spoiled_is_our_fault(tmp_path: Path) -> None:
    with pytest.raises(Broken, match=r"paper\.law"):
        form(tmp_path / "papers.toml")
    spoiled = tmp_path / "sai.toml"
    spoiled.write_text(LAW.read_text("utf-8").replace("size = [13, 14]", "size = 13", 1), "utf-8")
    with pytest.raises(Broken, match=r"paper\.law"):
        form(spoiled)
