"""The PDF held against the decree's table of rules, as poppler reads it."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
import typst

from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.paper.writing import pdf
from dieuhanh.paper.writing.look import LOOK, TEMPLATES, look
from dieuhanh.paper.writing.model import Paper, Paragraph, words
from dieuhanh.paper.writing.pdf import typeface, write_pdf
from dieuhanh.paper.writing.rules import form
from dieuhanh.paper.writing.word import write_word
from tests.paper.examples import board, decision, letter, report, row

LAW = form()
MM = 72 / 25.4
XHTML = "{http://www.w3.org/1999/xhtml}"


class Word(NamedTuple):
    """A word and its box in millimetres from the upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    """A page in millimetres and its words."""

    width: float
    height: float
    words: list[Word]


class Piece(NamedTuple):
    """Letters of one face, as poppler tells them, and how far down the page they are in points."""

    text: str
    size: int
    family: str
    top: int


def run(program: str, *options: str, paper: bytes) -> str:
    """What one of poppler's programs says of the paper."""
    done = subprocess.run(
        [program, *options], input=paper, capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode()


def pages(paper: bytes) -> list[Page]:
    """Every page with its words."""
    tree = ET.fromstring(run("pdftotext", "-bbox", "-", "-", paper=paper))  # noqa: S314 - ours
    return [
        Page(
            float(page.get("width", 0)) / MM, float(page.get("height", 0)) / MM, list(_words(page))
        )
        for page in tree.iter(f"{XHTML}page")
    ]


def _words(page: ET.Element) -> Iterator[Word]:
    for word in page.iter(f"{XHTML}word"):
        box = [float(word.get(side, 0)) / MM for side in ("xMin", "yMin", "xMax", "yMax")]
        yield Word(word.text or "", *box)


def pieces(paper: bytes, folder: Path) -> list[Piece]:
    """Letters with size in points and font, in reading order."""
    file = folder / "paper.pdf"
    file.write_bytes(paper)
    told = run(
        "pdftohtml", "-xml", "-i", "-zoom", "1", "-fontfullname", "-stdout", str(file), paper=b""
    )
    tree = ET.fromstring(told.encode())  # noqa: S314 - ours
    fonts = {each.get("id"): each for each in tree.iter("fontspec")}
    return [
        Piece(
            "".join(text.itertext()).strip(),
            int(font.get("size", 0)),
            font.get("family", ""),
            int(text.get("top", 0)),
        )
        for text in tree.iter("text")
        if (font := fonts[text.get("font")]) is not None
    ]


@pytest.fixture(scope="module")
def written() -> bytes:
    """The year's report."""
    return write_pdf(report())


@pytest.mark.poppler
def test_pages_are_a4_and_the_appendix_lies_on_its_side(written: bytes) -> None:
    sizes = [(round(page.width), round(page.height)) for page in pages(written)]
    upright, lying = (
        (LAW.page["width"], LAW.page["height"]),
        (LAW.page["height"], LAW.page["width"]),
    )
    assert sizes[0] == upright
    assert sizes[-1] == upright
    assert set(sizes) == {upright, lying}


@pytest.mark.poppler
def test_nothing_is_printed_in_the_margins_but_the_page_number(written: bytes) -> None:
    for page in pages(written):
        body = [word for word in page.words if word.top > LAW.page["top"][0] - 1]
        assert min(word.left for word in body) >= LAW.page["left"][0] - 0.2
        assert max(word.right for word in body) <= page.width - LAW.page["right"][0] + 0.2
        assert max(word.bottom for word in body) <= page.height - LAW.page["bottom"][0] + 0.5


@pytest.mark.poppler
def test_the_page_number_is_centred_in_the_top_margin_and_not_on_page_one(written: bytes) -> None:
    first, *others = pages(written)
    assert [word for word in first.words if word.top < LAW.page["top"][0] - 1] == []
    for number, page in enumerate(others, start=2):
        (said,) = (word for word in page.words if word.top < LAW.page["top"][0] - 1)
        middle = (look().page.left + page.width - look().page.right) / 2
        assert said.text == str(number)
        assert (said.left + said.right) / 2 == pytest.approx(middle, abs=0.5)
        assert said.bottom < look().page.top


FACES = [
    ("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("motto", "Độc lập - Tự do - Hạnh phúc"),
    ("issuer", "ỦY BAN NHÂN DÂN"), ("number", "Số: 05/BC-UBND"),
    ("place_and_day", "Cà Mau, ngày 12 tháng 01 năm 2022"), ("title", "BÁO CÁO"),
    ("subject", "Tình hình kinh tế - xã hội năm 2021 và nhiệm vụ năm 2022"),
    ("heading", "I. KẾT QUẢ THỰC HIỆN"), ("body", "Thu ngân sách nhà nước 5.851 tỷ đồng."),
    ("recipients_head", "Nơi nhận:"), ("recipients", "- Như trên;"), ("recipients", "- Lưu: VT, TH."),
    ("capacity", "KT. CHỦ TỊCH"), ("appendix_number", "Phụ lục I"),
    ("appendix_title", "SỐ LIỆU THEO ĐỊA BÀN"),
]  # fmt: skip


@pytest.mark.poppler
def test_each_component_has_its_size_and_face(written: bytes, tmp_path: Path) -> None:
    told = pieces(written, tmp_path)
    for name, text in FACES:
        rule = LAW.components[name]
        found = [piece for piece in told if piece.text == text]
        assert found, text
        piece = found[0]
        assert rule.size[0] <= piece.size <= rule.size[1], piece
        assert ("Bold" in piece.family, "Italic" in piece.family) == (rule.bold, rule.italic), piece


@pytest.mark.poppler
def test_the_page_number_has_its_size_and_face(written: bytes, tmp_path: Path) -> None:
    above = [each for each in pieces(written, tmp_path) if each.top < (look().page.top - 2) * MM]
    low, high = LAW.components["page_number"].size
    assert [each.text for each in above] == [str(n) for n in range(2, len(above) + 2)]
    assert all(low <= each.size <= high and "Bold" not in each.family for each in above)


@pytest.mark.poppler
def test_the_parts_come_in_the_decrees_order(written: bytes, tmp_path: Path) -> None:
    told = [piece.text for piece in pieces(written, tmp_path)]
    # The issuer stands left of the nation and its motto: their order on one line is not told.
    order = ["Số: 05/BC-UBND", "BÁO CÁO", "Kính gửi:", "- Thường trực Tỉnh ủy.", "I. KẾT QUẢ THỰC HIỆN",
             "Nơi nhận:", "Phụ lục I", "SỐ LIỆU THEO ĐỊA BÀN", "Phụ lục II"]  # fmt: skip
    places = [told.index(text) for text in order]
    assert places == sorted(places)


@pytest.mark.poppler
def test_fonts_are_embedded_and_named_first_the_decrees(written: bytes) -> None:
    rows = run("pdffonts", "-", paper=written).splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes\s+(?:yes|no)\s+yes\b", row) for row in rows)
    assert look().page.fonts[0] == "Times New Roman"
    assert typeface() in look().page.fonts
    family = typeface().replace(" ", "")
    assert all(family in row.replace("-", "") for row in rows)


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no font but the typesetter's own."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)


@pytest.mark.poppler
def test_without_any_font_of_the_machine_it_is_set_all_the_same(bundled: None) -> None:
    first = pages(write_pdf(report(areas=3)))[0]
    nation = [word for word in first.words if word.text in {"CỘNG", "NAM"}]
    assert nation[0].top == pytest.approx(nation[1].top)
    assert typeface() == "Libertinus Serif"


@pytest.mark.poppler
def test_title_issuer_day_and_archival_profile(written: bytes) -> None:
    told = run("pdfinfo", "-", paper=written)
    assert "Báo cáo Tình hình kinh tế - xã hội năm 2021" in told
    assert "Ủy ban nhân dân tỉnh Cà Mau" in told
    assert "pdfaid:part>2<" in run("pdfinfo", "-meta", "-", paper=written).replace(" ", "")
    assert re.search(r"Tagged:\s+yes", told)


@pytest.mark.poppler
def test_its_words_are_read_out_in_vietnamese_as_they_were_written(written: bytes) -> None:
    told = " ".join(run("pdftotext", "-", "-", paper=written).split())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in told
    assert "Độc lập - Tự do - Hạnh phúc" in told
    assert unicodedata.normalize("NFC", told) == told
    assert b"/Lang(vi-VN)" in written or b"/Lang (vi-VN)" in written


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("paper", "count"), [(decision(), 2), (letter(), 1)], ids=["quyet-dinh", "cong-van"]
)
def test_drafts_and_letters(paper: Paper, count: int) -> None:
    written = write_pdf(paper)
    assert len(pages(written)) == count
    text = " ".join(run("pdftotext", "-layout", "-", "-", paper=written).split())
    wanted = {"quyet-dinh": ["DỰ THẢO", "QUYẾT ĐỊNH:", "Điều 2.", "Phụ lục CHỈ TIÊU GIAO"],
              "cong-van": ["V/v đôn đốc thực hiện", "Kính gửi: Sở Y tế", "ngày 08 tháng 3 năm 2022", "PHÓ GIÁM ĐỐC"]}  # fmt: skip
    assert [part for part in wanted[paper.kind] if part not in text] == []


def test_equal_papers_are_equal_bytes(written: bytes) -> None:
    again = write_pdf(report())
    assert hashlib.sha256(again).digest() == hashlib.sha256(written).digest()
    other = write_pdf(replace(report(), archive="VT"))
    assert hashlib.sha256(other).digest() != hashlib.sha256(written).digest()


def test_a_number_leads_to_its_source() -> None:
    assert b"/so-lieu/thu-ngan-sach:96:2021" in write_pdf(
        report(areas=2), link=lambda source: f"https://dieuhanh.example/so-lieu/{source.key}"
    )
    assert b"dieuhanh.example" not in write_pdf(report(areas=2))


@pytest.mark.poppler
def test_letters_of_a_paper_are_never_the_templates_language() -> None:
    hostile = "#panic() $x$ *đậm* _nghiêng_ = đề @tham <nhãn> \\ // /* - gạch"
    text = run(
        "pdftotext",
        "-",
        "-",
        paper=write_pdf(replace(letter(), blocks=(Paragraph(words(hostile)),))),
    )
    assert hostile in " ".join(text.split())


@pytest.mark.parametrize("odd", ["\x07", "\ud800", "\ufffe", "\x85"])
def test_what_no_paper_holds_is_left_out(odd: str) -> None:
    sound = replace(letter(), blocks=(Paragraph(words("Cà Mau")),))
    spoiled = replace(
        letter(), blocks=(Paragraph(words(f"Ca\u0300 {odd}Mau")),), recipients=(f"Như {odd}trên",)
    )
    assert write_pdf(spoiled) == write_pdf(sound)
    assert write_word(spoiled) == write_word(sound)


@pytest.mark.parametrize(("odd", "shown"), [("漢", "漢"), ("\ue123", "U+E123")])
def test_a_letter_no_font_has_is_told_where_it_stands(bundled: None, odd: str, shown: str) -> None:
    table = replace(board(1), rows=(row("1", f"Chữ {odd}", "", "", ""),))
    with pytest.raises(BadInput, match=r"paper\.letter") as refused:
        write_pdf(replace(letter(), blocks=(Paragraph(words("Cà Mau")), table)))
    assert refused.value.values["letter"] == shown
    assert refused.value.place.column == "blocks[1]"


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    """The template copied there, with one thing changed."""
    shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)
    file = folder / name
    said = file.read_text("utf-8")
    assert old in said
    file.write_text(said.replace(old, new, 1), "utf-8")
    return folder


def test_what_an_office_has_no_template_for_is_ours(tmp_path: Path) -> None:
    assert write_pdf(letter(), templates=tmp_path) == write_pdf(letter())
    assert look(tmp_path) == look()


def test_an_edited_template_is_followed(tmp_path: Path) -> None:
    folder = edited(tmp_path, LOOK, "left = 30", "left = 35")
    assert look(folder).page.left == 35
    assert write_pdf(letter(), templates=folder) != write_pdf(letter())


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("left = 30", "left = 10", "page.left"),
        ('fonts = ["Times New Roman", ', "fonts = [", "page.fonts"),
        ('rule = "nation"\nsize = 13\nbold = true', 'rule = "nation"\nsize = 14\nbold = true', "style.nation.size"),
        ('rule = "motto"\nsize = 14\nbold = true', 'rule = "motto"\nsize = 14', "style.motto.bold"),
        ("line = 1.1", "line = 2", "style.body.line"),
        ('align = "centre"', 'align = "middle"', "style.parent.align"),
        ('rule = "parent"', 'rule = "cha"', "style.parent.rule"),
    ],
)  # fmt: skip
def test_a_template_against_the_decree_is_refused(
    tmp_path: Path, old: str, new: str, column: str
) -> None:
    folder = edited(tmp_path, LOOK, old, new)
    with pytest.raises(BadInput, match=r"paper\.look_rule") as refused:
        write_pdf(letter(), templates=folder)
    assert (refused.value.place.file, refused.value.place.column) == (LOOK, column)


@pytest.mark.parametrize(
    ("old", "new"),
    [("[page]", "[page"), ("top = 20", "roof = 20"), ("[style.motto]", "[style.moto]")],
)
def test_a_template_that_cannot_be_read_says_so(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises((BadInput, BadInputs), match=r"paper\.look|inputs"):
        look(edited(tmp_path, LOOK, old, new))


def test_a_fault_in_the_layout_is_told(tmp_path: Path) -> None:
    folder = edited(tmp_path, pdf.LAYOUT, "#head()", "#haed()")
    with pytest.raises(BadInput, match=r"paper\.template") as refused:
        write_pdf(letter(), templates=folder)
    assert "haed" in refused.value.values["detail"]
