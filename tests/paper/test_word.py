"""The Word file held against the decree's table of rules: pages, styles, order, lines, tables."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing import word_parts
from dieuhanh.paper.writing.look import look
from dieuhanh.paper.writing.model import Paper, Role, Source, Span, Urgency, words
from dieuhanh.paper.writing.model import Paragraph as Said
from dieuhanh.paper.writing.parts import printable
from dieuhanh.paper.writing.rules import form
from dieuhanh.paper.writing.widths import bold_width
from dieuhanh.paper.writing.word import write_word
from dieuhanh.paper.writing.word_xml import style_id
from tests.paper.examples import decision, letter, report

TWIPS_PER_MM = 1440 / 25.4
LAW = form()


def opened(paper: Paper, **how: Any) -> Document:
    """The paper's Word file, opened by another's reader."""
    return docx.Document(io.BytesIO(write_word(paper, **how)))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those in cells too."""
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield item


def under(document: Document, style: str) -> Paragraph:
    """The thin paragraph right after the last one in that style."""
    found: Paragraph | None = None
    for each in paragraphs(document):
        if found is not None and each.style is not None and each.style.name == "VB Đường kẻ":
            return each
        if each.style is not None and each.style.style_id == style_id(style):
            found = each
    raise AssertionError(style)


def millimetres(paragraph: Paragraph, room: float) -> float:
    """How long the line of the paragraph's border is."""
    assert paragraph._p.pPr is not None
    inside = paragraph._p.pPr.find(qn("w:ind"))
    assert inside is not None
    assert paragraph._p.pPr.find(qn("w:pBdr")) is not None
    sides = sum(int(inside.get(qn(f"w:{side}"))) for side in ("left", "right"))
    return room - sides / TWIPS_PER_MM


@pytest.mark.parametrize("paper", [report(), decision(), letter()], ids=lambda p: p.kind)
def test_pages_are_a4_with_the_decrees_margins(paper: Paper) -> None:
    for section in opened(paper).sections:
        size = sorted(round(length.mm) for length in (section.page_width, section.page_height))
        assert size == [LAW.page["width"], LAW.page["height"]]
        for side in ("top", "bottom", "left", "right"):
            low, high = LAW.page[side]
            assert low <= round(getattr(section, f"{side}_margin").mm, 1) <= high


def test_only_the_appendix_that_asks_lies_on_its_side() -> None:
    sections = opened(report()).sections
    assert [section.page_width > section.page_height for section in sections] == [
        False,
        True,
        False,
    ]


STYLED = {style.key: style for style in look().styles.values() if style.rule}


@pytest.mark.parametrize("key", STYLED)
def test_each_style_is_within_the_rule_of_its_component(key: str) -> None:
    rule = LAW.components[STYLED[key].rule]
    style = {each.style_id: each for each in opened(report()).styles}[style_id(key)]
    assert style.base_style.name == "Normal"
    assert rule.size[0] <= style.font.size.pt <= rule.size[1]
    assert (bool(style.font.bold), bool(style.font.italic)) == (rule.bold, rule.italic)
    if STYLED[key].rule == "body":
        shape = style.paragraph_format
        low, high = LAW.page["first_line_indent"]
        assert low <= round(shape.first_line_indent.mm, 1) <= high
        assert LAW.page["line_spacing"][0] <= shape.line_spacing <= LAW.page["line_spacing"][1]
        assert shape.space_before.pt >= LAW.page["paragraph_spacing"]
        assert shape.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY


def test_the_font_is_the_decrees_in_vietnamese_and_black() -> None:
    defaults = opened(report()).styles.element.find(qn("w:docDefaults"))
    fonts = defaults.find(f".//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == "vi-VN"
    assert defaults.find(f".//{qn('w:color')}").get(qn("w:val")) == "000000"


ORDERS = {
    "bao-cao": (report(), "issuer issuer nation motto number place_and_day title subject addressed_head addressee addressee body group headed_clause"),
    "quyet-dinh": (decision(), "issuer issuer nation motto number urgency place_and_day title subject authority basis basis enacting article article recipients_head recipients recipients capacity capacity signer appendix_number appendix_title appendix_note"),
    "cong-van": (letter(), "parent issuer nation motto number letter_subject place_and_day addressed_to body recipients_head recipients recipients capacity capacity signer"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ORDERS)
def test_components_stand_in_the_decrees_order(kind: str) -> None:
    paper, order = ORDERS[kind]
    found = [
        p.style.style_id
        for p in paragraphs(opened(paper))
        if p.style and p.style.name != "VB Đường kẻ"
    ]
    wanted = [style_id(key) for key in order.split()]
    assert found[: len(wanted)] == wanted


def test_capitals_are_letters_and_not_a_look() -> None:
    paper = replace(decision(), urgency=Urgency.VERY_URGENT)
    capital = {style_id(s.key) for s in STYLED.values() if LAW.components[s.rule].capitals}
    said = [p.text for p in paragraphs(opened(paper)) if p.style and p.style.style_id in capital]
    assert {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "QUYẾT ĐỊNH",
        "DỰ THẢO",
        "THƯỢNG KHẨN",
        "CHỈ TIÊU GIAO THEO CƠ QUAN",
    } <= set(said)
    assert [text for text in said if text != text.upper()] == []


def test_the_page_number_is_centred_in_the_top_margin_and_not_on_page_one() -> None:
    first, *others = opened(report()).sections
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == ""
    assert not any(each.different_first_page_header_footer for each in others)
    for section in (first, *others):
        (line,) = section.header.paragraphs
        assert line._p.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")).strip() == "PAGE"
        assert line.style is not None
        assert line.style.paragraph_format.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
        assert section.header_distance.mm + line.style.font.size.mm * 1.15 < section.top_margin.mm


def test_lines_under_are_as_long_as_the_decree_says() -> None:
    document, page = opened(report()), look().page
    left, right = page.letterhead
    motto = bold_width(LAW.components["motto"].text, look().styles["motto"].size)
    assert millimetres(under(document, "motto"), right) == pytest.approx(motto, abs=0.1)
    low, high = LAW.page["line_under"]
    issuer = bold_width("ỦY BAN NHÂN DÂN", look().styles["issuer"].size)
    assert low <= millimetres(under(document, "issuer"), left) / issuer <= high
    subject = bold_width("Tình hình kinh tế - xã hội năm 2021 và nhiệm vụ năm 2022", 14)
    assert low <= millimetres(under(document, "subject"), 165) / subject <= high


def test_tables_fill_the_page_repeat_their_heads_and_cut_no_row() -> None:
    document = opened(report())
    width = {False: 165, True: 252}
    for table, landscape in zip(
        document.tables[1:2] + document.tables[3:], (False, True, False), strict=True
    ):
        columns = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]
        assert sum(columns) / TWIPS_PER_MM == pytest.approx(width[landscape], abs=0.1)
        heads = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
        assert len(heads) == (2 if landscape else 1)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        for row in table._tbl.tr_lst:
            wide = sum(int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst)
            assert wide == sum(columns)


def test_merged_heads_and_totals_come_through() -> None:
    table = opened(report()).tables[3]
    assert [cell.text for cell in table.rows[0].cells] == [
        "TT",
        "Địa bàn",
        *["Kế hoạch"] * 3,
        *["Thực hiện"] * 3,
    ]
    assert [cell.text for cell in table.rows[1].cells] == [
        "TT",
        "Địa bàn",
        *["2019", "2020", "2021"] * 2,
    ]
    assert len(table.rows) == 113
    total = opened(report()).tables[1].rows[-1]
    assert {run.bold for cell in total.cells for p in cell.paragraphs for run in p.runs} == {True}


def test_a_number_leads_to_its_source() -> None:
    def link(source: Source) -> str:
        return f"https://dieuhanh.example/so-lieu/{source.key}?a=1&b=2"

    document = opened(report(), link=link)
    (shown,) = (each for p in document.paragraphs for each in p.hyperlinks)
    assert (shown.text, shown.address) == (
        "5.851",
        "https://dieuhanh.example/so-lieu/thu-ngan-sach:96:2021?a=1&b=2",
    )
    assert not any(p.hyperlinks for p in opened(report()).paragraphs)


def test_the_file_says_what_it_is() -> None:
    told = opened(report()).core_properties
    assert told.title == "Báo cáo Tình hình kinh tế - xã hội năm 2021 và nhiệm vụ năm 2022"
    assert (told.author, told.language) == ("Ủy ban nhân dân tỉnh Cà Mau", "vi-VN")
    assert told.created is not None
    assert told.created.date().isoformat() == "2022-01-12"


def test_equal_papers_are_equal_bytes() -> None:
    first, second = (hashlib.sha256(write_word(report())).hexdigest() for _ in range(2))
    assert first == second
    assert hashlib.sha256(write_word(report(areas=110))).hexdigest() != first
    with zipfile.ZipFile(io.BytesIO(write_word(report()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(st.text(), st.sampled_from(Role))
def test_any_text_opens_and_comes_back(text: str, role: Role) -> None:
    paper = replace(letter(), blocks=(Said(words(f"x{text}"), role), Said(words("Hết"))))
    shown = "\n".join(p.text for p in opened(paper).paragraphs)
    kept = printable(f"x{text}")
    upper = role in {Role.PART, Role.CHAPTER, Role.SECTION}
    assert (kept.upper() if upper else kept) in shown


EVERY_ROLE = replace(
    letter(),
    urgency=Urgency.IMMEDIATE,
    blocks=tuple(Said(words("Nội dung"), role, "1.") for role in Role),
)


@pytest.mark.parametrize(
    "paper", [report(areas=5), decision(), EVERY_ROLE], ids=["bao-cao", "quyet-dinh", "vai"]
)
def test_the_file_keeps_the_standards_schema(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(
        write_word(paper, link=lambda source: f"https://dieuhanh.example/?{source.key}")
    )
    found = OpenXmlValidator().validate(file)
    assert [(error.part_uri, error.description) for error in found.errors] == []


def test_the_schema_would_notice_an_order_of_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(style: Any) -> str:
        return right(style).replace("<w:qFormat/>", "").replace("</w:rPr>", "</w:rPr><w:qFormat/>")

    right = word_parts._style
    monkeypatch.setattr(word_parts, "_style", backwards)
    file = tmp_path / "van-ban.docx"
    file.write_bytes(write_word(letter()))
    assert not OpenXmlValidator().validate(file).is_valid


def test_a_paper_at_fault_is_not_written() -> None:
    with pytest.raises(BadInput, match=r"paper\.type"):
        write_word(replace(report(), kind="thu-tay"))


def test_faces_within_a_paragraph_are_kept() -> None:
    paper = replace(
        letter(), blocks=(Said((Span("a", bold=True), Span("b", italic=True), Span("c\nd"))),)
    )
    (line,) = (p for p in opened(paper).paragraphs if p.text.startswith("ab"))
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in line.runs] == [
        ("a", True, False),
        ("b", False, True),
        ("c\nd./.", False, False),
    ]
