"""Papers of every kind give their text as a reader sees it, and say where each stretch stood."""

from __future__ import annotations

import pytest

from dieuhanh.domain.wording.paper_files import spot_text
from dieuhanh.paper.reading.files import Kind, SourceText, text_of
from dieuhanh.paper.writing.pdf import write_pdf
from dieuhanh.paper.writing.word import write_word
from tests.paper.examples import report
from tests.paper.paper_files import (
    LETTERHEAD,
    PAGE,
    SENTENCE,
    TOLD_ROWS,
    letterhead,
    pdf,
    raw,
    says,
    table,
    targets,
    word,
)


def read_word(*changes: object) -> SourceText:
    return text_of("bao-cao.docx", word(*changes))  # type: ignore[arg-type]


def codes(source: SourceText) -> list[str]:
    return [note.code for note in source.notes]


def where(source: SourceText, words: str) -> str:
    """Where these words stood."""
    spot = source.spot(source.text.index(words))
    return spot_text(
        page=spot.page, paragraph=spot.paragraph, table=spot.table, row=spot.row, column=spot.column
    )


def test_plain_text_stands_as_in_the_file() -> None:
    text = "Thu ngân sách\r\n5.851 tỷ đồng\r\n\r\nHết.\n"
    source = text_of("a.txt", text.encode())
    assert source.text == text
    assert (source.kind, codes(source)) == (Kind.TEXT, [])
    assert where(source, "Hết") == "đoạn 3"
    assert text_of("", b"\xef\xbb\xbf" + text.encode()).text == "\ufeff" + text
    assert text_of("", text.encode()).kind is Kind.PASTED


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Thu ng©n s¸ch n¨m 2021".encode("latin-1"), "TCVN3 (ABC)"),
        ("Thu ng©n s¸ch n¨m 2021".encode(), "TCVN3 (ABC)"),
        ("Thu ngaân saùch naêm 2021".encode("latin-1"), "VNI"),
        ("Thu ngân sa\u0301ch năm 2021".encode("cp1258"), "Windows-1258"),
    ],
)
def test_old_encodings_are_recognised_and_said(content: bytes, encoding: str) -> None:
    source = text_of("a.txt", content)
    assert source.text == "Thu ngân sách năm 2021"
    assert [note.values for note in source.notes] == [{"encoding": encoding}]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_unicode_of_every_width(codec: str) -> None:
    assert text_of("a.txt", SENTENCE.encode(codec)).text == SENTENCE


def test_a_unicode_text_is_left_as_it_is_whatever_stands_in_it() -> None:
    text = f"{SENTENCE}\nThu ng©n s¸ch n¨m 2021 cña x· §Êt Mòi\n"
    source = text_of("a.txt", text.encode())
    assert (source.text, source.notes) == (text, ())


def test_text_under_an_unknown_name_is_text() -> None:
    assert text_of("ghi-chep.log", SENTENCE.encode()).kind is Kind.TEXT


def test_old_fonts_beside_unicode_in_word_are_converted() -> None:
    source = read_word(says(SENTENCE), says("Thu ng©n s¸ch n¨m 2021 cña x· §Êt Mòi"))
    assert source.text == f"{SENTENCE}\n\nThu ngân sách năm 2021 của xã Đất Mũi"
    assert codes(source) == ["paper.noted_legacy"]


def test_one_odd_word_does_not_spoil_an_old_encoding() -> None:
    old = "Thu ng©n s¸ch cña x· §Êt Mòi n¨m 2021 ®¹t kÕ ho¹ch; thÞ trÊn vµ huyÖn ®Òu v­ît, CafÐ Xyz."
    assert text_of("a.txt", old.encode("latin-1")).text.startswith("Thu ngân sách của xã Đất Mũi")


def test_word_in_order_with_tables_as_rows() -> None:
    source = read_word(letterhead, says("Kết quả:"), targets, says("Hết."))
    assert source.text == (
        "ỦY BAN NHÂN DÂN\n\nTỈNH CÀ MAU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        f"Kết quả:\n\n{TOLD_ROWS}\n\nHết."
    )
    assert where(source, "5.851") == "bảng 1, dòng 2, cột 5"
    assert where(source, "Kết quả") == "đoạn 4"
    assert all(source.text[s.start : s.end].strip() or s.table for s in source.spots)


def test_word_numbers_and_bullets_are_written_out() -> None:
    source = read_word(
        says("một", "List Number"), says("hai", "List Number"), says("ba", "List Bullet")
    )
    assert source.text == "1. một\n\n2. hai\n\n- ba"


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (
            (
                "<w:r><w:t>đạt </w:t></w:r><w:del><w:r><w:delText>60%</w:delText></w:r></w:del>"
                "<w:ins><w:r><w:t>65%</w:t></w:r></w:ins>"
            ),
            "đạt 65%",
        ),
        ("<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:r><w:t>mới</w:t></w:r>", "mới"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
        (
            (
                "<w:r><w:t>km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
                "<w:t>2</w:t></w:r>"
            ),
            "km²",
        ),
        ("<w:r><w:t>trước</w:t><w:br/><w:t>sau</w:t></w:r>", "trước\nsau"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>bảy</w:t></w:r>", "bảy"),
        (
            (
                "<w:r><w:t>ngoài</w:t><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
                "<w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
                "</mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p>"
                "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "ngoài\n\nhộp",
        ),
    ],
    ids=["inserted", "moved", "hidden", "raised", "break", "field", "text box"],
)
def test_word_as_its_reader_sees_it(inside: str, seen: str) -> None:
    assert read_word(raw(inside)).text == seen


def test_word_joins_what_a_deleted_paragraph_end_joined() -> None:
    ends = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>đạt </w:t></w:r>"
    assert read_word(raw(ends), says("65%.")).text == "đạt 65%."


def test_a_page_of_the_web_without_what_is_around_it() -> None:
    page = """<!doctype html><html><head><title>Báo</title><style>p{}</style></head><body>
      <nav>Trang chủ</nav><article><h1>Thu   ngân <b>sách</b></h1>
      <p>Đạt 5.851 tỷ<br>vượt dự toán.</p><ul><li>một</li><li><p>hai</p></li></ul>
      <table><tr><th rowspan=2>TT<th rowspan=2>Chỉ tiêu<th rowspan=2>Đơn vị<th colspan=2>Năm 2021
      </tr><tr><th>Kế hoạch<th>Thực hiện</tr><tr><td>1<td>Thu ngân sách<td>tỷ đồng<td>5.220<td>5.851
      </tr><tr><td>2<td>GRDP<td>%<td>6,5<td>6,8</tr></table>
      <p hidden>ẩn</p>Diện tích 5.221 km<sup>2</sup>.<script>alert(1)</script></article>
      <footer>Bản quyền</footer></body></html>"""
    source = text_of("tin.html", page.encode())
    assert source.text == (
        "Thu ngân sách\n\nĐạt 5.851 tỷ\nvượt dự toán.\n\n- một\n\n- hai\n\n"
        f"{TOLD_ROWS}\n\nDiện tích 5.221 km²."
    )
    assert where(source, "6,8") == "bảng 1, dòng 3, cột 5"


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    page = "<html><table><tr><td><p>Đầu.</p><table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table></table>"
    assert text_of("tin.html", page.encode()).text == "Đầu.\n\n1\t2\t3\n4\t5\t6"


def test_a_pdf_in_paragraphs_by_pages() -> None:
    body = "\n\n".join(f"{SENTENCE}\n\n1. Mục tiêu số {at}: đạt kế hoạch." for at in range(30))
    source = text_of("nq.pdf", pdf(PAGE + LETTERHEAD + body))
    paragraphs = source.text.split("\n\n")
    assert paragraphs[:4] == [
        "HỘI ĐỒNG NHÂN DÂN", "TỈNH CÀ MAU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip
    assert paragraphs[4::2] == [SENTENCE] * 30
    assert codes(source) == ["paper.noted_heads"]
    assert where(source, "Mục tiêu số 0") == "trang 1, đoạn 6"
    assert where(source, "Mục tiêu số 29").startswith("trang 4")


@pytest.mark.parametrize("repeat", [True, False])
def test_a_pdf_table_over_pages_is_one(repeat: bool) -> None:
    source = text_of("nq.pdf", pdf(PAGE + SENTENCE + table(40, repeat=repeat)))
    rows = source.text.split("\n\n")[1].split("\n")
    assert rows[0] == TOLD_ROWS.split("\n", maxsplit=1)[0]
    wanted = [
        f"{n}\tThu ngân sách nhà nước trên địa bàn số {n}\ttỷ đồng\t5.220\t5.851"
        for n in range(1, 41)
    ]
    assert rows[1:] == wanted
    assert where(source, "bàn số 1\t") == "trang 1, bảng 1, dòng 2, cột 2"
    assert where(source, "bàn số 40").endswith("bảng 1, dòng 41, cột 2")
    pages = [spot.page for spot in source.spots if spot.page is not None]
    assert pages == sorted(pages)
    assert pages[-1] > 2


def test_a_row_that_a_page_breaks_is_one() -> None:
    cells = "".join(
        f"[{at}], [{SENTENCE if at == 6 else 'Thu ngân sách'}], [tỷ đồng], [5.220], [5.851],"
        for at in range(1, 9)
    )
    heads = "table.header([TT], [Chỉ tiêu], [Đơn vị], [Kế hoạch], [Thực hiện])"
    columns = "columns: (1cm, 4cm, 2.4cm, 3cm, 3cm)"
    source = text_of("nq.pdf", pdf(f"{PAGE}#v(14cm)\n#table({columns}, {heads}, {cells})"))
    rows = source.text.split("\n")
    assert rows[6] == f"6\t{SENTENCE}\ttỷ đồng\t5.220\t5.851"
    assert [row.split("\t")[0] for row in rows] == ["TT", *map(str, range(1, 9))]
    assert source.spots[-1].page == 2


def test_a_pdf_table_without_lines_is_told_by_its_columns() -> None:
    rows = "[Chỉ tiêu], [Đơn vị], [Kế hoạch], [Thực hiện]," + "".join(
        f"[Số giường bệnh số {at}], [giường], [33,4], [34,1]," for at in range(5)
    )
    made = pdf(f"{PAGE}{SENTENCE}\n#table(columns: (5cm, 3cm, 3cm, 3cm), stroke: none, {rows})")
    source = text_of("nq.pdf", made)
    assert source.text.split("\n\n")[1].split("\n")[:2] == [
        "Chỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện",
        "Số giường bệnh số 0\tgiường\t33,4\t34,1",
    ]


def test_a_paper_of_ours_reads_alike_from_word_and_pdf() -> None:
    made = report()
    from_word, from_pdf = (
        text_of(name, write(made)) for name, write in (("a.docx", write_word), ("a.pdf", write_pdf))
    )
    assert from_word.text == from_pdf.text
    assert from_word.text.count("\t1.112,5\t") == 111
    assert "Số: 05/BC-UBND" in from_word.text.split("\n\n")


def test_a_pdf_page_on_its_side_reads_upright() -> None:
    turned = pdf(f"{PAGE}#page(flipped: true)[{SENTENCE}]")
    assert text_of("nq.pdf", turned).text == SENTENCE
    for angle in (-90, 90, 180):
        drawn = pdf(f"{PAGE}#rotate({angle}deg, reflow: true)[#box(width: 16cm)[{SENTENCE}]]")
        assert text_of("nq.pdf", drawn).text == SENTENCE


def test_a_spot_is_known_for_every_letter() -> None:
    source = read_word(says("a"), targets, says("b"))
    spots = [source.spot(at) for at in range(len(source.text))]
    assert spots[0].paragraph == 1
    assert spots[-1].paragraph == 2
    assert all(spot.start <= at for at, spot in enumerate(spots))
    with pytest.raises(IndexError):
        source.spot(len(source.text))
