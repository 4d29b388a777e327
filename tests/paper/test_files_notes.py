"""What hangs on a Word file's paragraphs, and what of a Word file or page of the web is not its text."""

from __future__ import annotations

import pytest

from dieuhanh.domain.wording.paper_files import spot_text
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.files import SourceText, text_of
from tests.paper.paper_files import raw, repacked, says, targets, word

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FOOT, END = "word/footnotes.xml", "word/endnotes.xml"


def note(kind: str, number: int, text: str, sort: str = "") -> str:
    """A note as Word keeps it."""
    told = f' w:type="{sort}"' if sort else ""
    run = f"<w:r><w:{kind}Ref/></w:r><w:r><w:t>{text}</w:t></w:r>"
    return f'<w:{kind} w:id="{number}"{told}><w:p>{run}</w:p></w:{kind}>'


def notes(kind: str, *told: str) -> bytes:
    """The part that holds them."""
    rule = note(kind, 0, "vạch", "separator")
    return f"<w:{kind}s {NS}>{rule}{''.join(told)}</w:{kind}s>".encode()


def refers(kind: str, number: int) -> str:
    """A run that refers to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def read_word(content: bytes) -> SourceText:
    return text_of("bao-cao.docx", content)


def where(source: SourceText, words: str) -> str:
    spot = source.spot(source.text.index(words))
    return spot_text(paragraph=spot.paragraph, table=spot.table, row=spot.row, note=spot.note)


def test_notes_follow_their_paragraph_and_say_so() -> None:
    inside = (
        f"<w:r><w:t>Thu đạt 5.851 tỷ đồng</w:t></w:r>{refers('footnote', 7)}<w:r><w:t>, vượt dự "
        f"toán.</w:t></w:r>{refers('footnote', 2)}{refers('endnote', 3)}"
    )
    content = repacked(
        word(says("Mở đầu."), raw(inside), says("Hết.")),
        {
            FOOT: notes("footnote", note("footnote", 2, "Tính đến 31/12."),
                        note("footnote", 7, "Thu nội địa đạt 5.400 tỷ đồng."),
                        note("footnote", 9, "Không ai nhắc đến.")),
            END: notes("endnote", note("endnote", 3, "Nguồn: Sở Tài chính.")),
        },
    )  # fmt: skip
    source = read_word(content)
    assert source.text.split("\n\n") == [
        "Mở đầu.", "Thu đạt 5.851 tỷ đồng, vượt dự toán.", "Thu nội địa đạt 5.400 tỷ đồng.",
        "Tính đến 31/12.", "Nguồn: Sở Tài chính.", "Hết.",
    ]  # fmt: skip
    assert where(source, "Thu nội địa") == "đoạn 2, chú thích 1"
    assert where(source, "Nguồn") == "đoạn 2, chú thích i"
    assert where(source, "Hết") == "đoạn 3"
    assert {str(claim.value) for claim in read(source.text).claims} == {"5851", "5400"}


def test_notes_of_a_table_stand_behind_it() -> None:
    def with_note(document: object) -> None:
        targets(document)
        cell = document.tables[-1].cell(2, 1)  # type: ignore[attr-defined]
        cell.paragraphs[0]._p.append(raw_run())

    content = repacked(
        word(with_note, says("Hết.")),
        {FOOT: notes("footnote", note("footnote", 1, "Chưa trừ hoàn thuế."))},
    )
    source = read_word(content)
    assert source.text.endswith("6,8\n\nChưa trừ hoàn thuế.\n\nHết.")
    assert where(source, "Chưa trừ").endswith("chú thích 1")


def raw_run() -> object:
    """A run with a reference, for a cell."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - slow to load

    return parse_xml(f'<w:r {NS}><w:footnoteReference w:id="1"/></w:r>')


@pytest.mark.parametrize("part", [b"<w:footnotes", b"", b"\0\1"])
def test_a_torn_part_of_notes_leaves_the_text(part: bytes) -> None:
    inside = f"<w:r><w:t>Thu đạt 5.851 tỷ đồng.</w:t></w:r>{refers('footnote', 1)}"
    assert read_word(repacked(word(raw(inside)), {FOOT: part})).text == "Thu đạt 5.851 tỷ đồng."


def test_text_hidden_by_a_style_and_contents_are_not_the_text() -> None:
    def style(document: object) -> None:
        made = document.styles.add_style("Giau", 1)  # type: ignore[attr-defined]
        made.font.hidden = True
        document.styles.add_style("TOC1", 1)  # type: ignore[attr-defined]

    source = read_word(
        word(
            style, says("Thu ngân sách 5\t3", "TOC1"), says("Số giả 9.999 tỷ đồng", "Giau"),
            says("Thu đạt 5.851 tỷ đồng."),
        )
    )  # fmt: skip
    assert source.text == "Thu đạt 5.851 tỷ đồng."


def test_heads_and_feet_of_pages_are_not_the_text() -> None:
    def head(document: object) -> None:
        section = document.sections[0]  # type: ignore[attr-defined]
        section.header.paragraphs[0].text = "Báo cáo năm 2021 - 1.234 trang"
        section.footer.paragraphs[0].text = "Trang 7"

    assert read_word(word(head, says("Thu đạt 5.851 tỷ đồng."))).text == "Thu đạt 5.851 tỷ đồng."


NEWS = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Tin</title></head>
<body class="home has-sidebar">
<div id="cookie-banner">Trang này dùng cookie, đã có 12.000 lượt đồng ý.</div>
<div><ul><li><a href="/">Trang chủ</a></li><li><a href="/kt">Kinh tế</a></li></ul></div>
<div role="dialog"><p>Đăng ký nhận 5 tin mỗi ngày</p></div>
<div class="khung"><div class="cot"><h1>Thu ngân sách 9 tháng đạt 4.520 tỷ đồng</h1>
<div class="noi-dung"><p><b>Chín tháng năm 2022, thu ngân sách nhà nước đạt 4.520 tỷ đồng, bằng 84,5% dự toán.</b></p>
<p>Trong đó, thu nội địa 4.100&nbsp;tỷ đồng, t&#259;ng 12% so với cùng kỳ; thu t&#7915; xuất nhập khẩu 420 tỷ đồng.</p>
<figure><img src="a.jpg"><figcaption>Bốc xếp hàng tại cảng.</figcaption></figure>
<p>Xem <a href="/nq">Nghị quyết số 12/NQ-HĐND</a> về dự toán, phân bổ vốn và các nhiệm vụ còn lại của năm.</p></div>
<div class="tin-lien-quan"><h3>Tin liên quan</h3><ul><li><a href="/1">Xuất khẩu tôm đạt 800 triệu USD</a></li>
<li><a href="/2">Hộ nghèo còn 2,1%</a></li></ul></div></div>
<div><h3>Đọc nhiều</h3><a href="/3">Giá vàng tăng 3%</a> <a href="/4">Xăng giảm 500 đồng</a></div></div>
<div><p>Cơ quan chủ quản: Tỉnh ủy. Giấy phép số 12/GP-BTTTT ngày 01/01/2020.</p></div></body></html>"""
STORY = [
    "Thu ngân sách 9 tháng đạt 4.520 tỷ đồng",
    "Chín tháng năm 2022, thu ngân sách nhà nước đạt 4.520 tỷ đồng, bằng 84,5% dự toán.",
    "Trong đó, thu nội địa 4.100 tỷ đồng, tăng 12% so với cùng kỳ; thu từ xuất nhập khẩu 420 tỷ đồng.",
    "Bốc xếp hàng tại cảng.",
    "Xem Nghị quyết số 12/NQ-HĐND về dự toán, phân bổ vốn và các nhiệm vụ còn lại của năm.",
]


def test_a_page_of_news_without_article_is_its_story() -> None:
    assert text_of("tin.html", NEWS.encode()).text.split("\n\n") == STORY


@pytest.mark.parametrize("mark", ["<article>", "<main>", '<div role="main">'])
def test_a_page_that_marks_its_text_keeps_the_title_outside(mark: str) -> None:
    page = NEWS.replace('<div class="noi-dung">', mark).replace(
        "của năm.</p></div>", f"của năm.</p></{mark[1:].split(maxsplit=1)[0].strip('<>')}>"
    )
    assert text_of("tin.html", page.encode()).text.split("\n\n") == STORY


def test_a_paper_in_boxes_loses_nothing() -> None:
    boxes = "".join(
        f"<div><p>Mục {n}. Thu đạt {n}.851 tỷ đồng, vượt dự toán.</p></div>" for n in range(1, 9)
    )
    text = text_of(
        "bc.html", f"<html><body><header>BÁO CÁO</header>{boxes}</body></html>".encode()
    ).text
    told = [line.split(".", maxsplit=1)[0] for line in text.split("\n\n")]
    assert told == ["BÁO CÁO", *(f"Mục {n}" for n in range(1, 9))]


def test_a_page_that_is_a_list_of_papers_keeps_it() -> None:
    items = "".join(f'<li><a href="/{n}">Nghị quyết số {n}/NQ-HĐND</a></li>' for n in range(1, 9))
    text = text_of("ds.html", f"<html><body><ul>{items}</ul></body></html>".encode()).text
    assert text.count("NQ-HĐND") == 8


def test_windows_1258_is_composed_and_said() -> None:
    page = "<html><head><meta charset='windows-1258'></head><body>Thu ngân sa\u0301ch</body></html>"
    source = text_of("a.html", page.encode("cp1258"))
    assert source.text == "Thu ngân sách"
    assert [each.values for each in source.notes] == [{"encoding": "Windows-1258"}]
