"""Files made for the tests of reading: Word, PDF, pages of the web, in good order and bad."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import typst
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

ROWS = (("1", "Thu ngân sách", "tỷ đồng", "5.220", "5.851"), ("2", "GRDP", "%", "6,5", "6,8"))
HEADS = ("TT", "Chỉ tiêu", "Đơn vị", "Năm 2021 Kế hoạch", "Năm 2021 Thực hiện")
TOLD_ROWS = "\n".join("\t".join(row) for row in (HEADS, *ROWS))
SENTENCE = (
    "Tổng sản phẩm trong tỉnh (GRDP) năm 2021 ước tăng 2,85%, thu ngân sách nhà nước trên địa bàn "
    "5.851 tỷ đồng, vượt 12,1% dự toán; giải ngân vốn đầu tư công đạt 85% kế hoạch cả năm."
)


def word(*changes: Callable[[Any], None]) -> bytes:
    """A Word file, each change made to it in turn."""
    document = Document()
    for change in changes:
        change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def says(text: str, style: str | None = None) -> Callable[[Any], None]:
    """A paragraph."""
    return lambda document: document.add_paragraph(text, style=style)


def raw(inside: str) -> Callable[[Any], None]:
    """A paragraph of the format's own marks."""
    others = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )

    def change(document: Any) -> None:
        paragraph = parse_xml(f"<w:p {nsdecls('w')} {others}>{inside}</w:p>")
        document.element.body.insert(len(document.element.body) - 1, paragraph)

    return change


def targets(document: Any) -> None:
    """The table of targets, its heads in two rows."""
    table = document.add_table(4, 5)
    for column, text in enumerate(("TT", "Chỉ tiêu", "Đơn vị", "Năm 2021")):
        table.cell(0, column).text = text
    table.cell(1, 3).text, table.cell(1, 4).text = "Kế hoạch", "Thực hiện"
    table.cell(0, 3).merge(table.cell(0, 4))
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column))
    for at, row in enumerate(ROWS, start=2):
        for column, text in enumerate(row):
            table.cell(at, column).text = text


def letterhead(document: Any) -> None:
    """Issuer and national title side by side, in a table without lines."""
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def repacked(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """A packed file with parts put in, replaced, or (None) taken out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, inside in parts.items():
            if inside is not None:
                new.writestr(name, inside)
    return stream.getvalue()


@cache
def pdf(source: str) -> bytes:
    """A PDF typeset from typst's markup."""
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


PAGE = """
#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 1.5cm), header: context {
  if counter(page).get().first() > 1 [#align(center)[#counter(page).display()]]
})
#set text(size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true))
"""
LETTERHEAD = """
#grid(columns: (1fr, 1.6fr), align: center)[HỘI ĐỒNG NHÂN DÂN \\ TỈNH CÀ MAU][
  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ Độc lập - Tự do - Hạnh phúc]
#v(1em)
"""


def table(rows: int, *, stroke: str = "0.5pt", repeat: bool = True) -> str:
    """The table of targets in typst's markup, as many rows long."""
    cells = "".join(
        f"[{at}], [Thu ngân sách nhà nước trên địa bàn số {at}], [tỷ đồng], [5.220], [5.851],"
        for at in range(1, rows + 1)
    )
    return f"""
#table(columns: (1cm, 4cm, 2.4cm, 3cm, 3cm), stroke: {stroke}, align: center,
  table.header(repeat: {str(repeat).lower()},
    table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Chỉ tiêu], table.cell(rowspan: 2)[Đơn vị],
    table.cell(colspan: 2)[Năm 2021], [Kế hoạch], [Thực hiện]), {cells})
"""


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - slow to load
    from pyhanko.pdf_utils.writer import copy_into_new_writer  # noqa: PLC0415

    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf("Văn bản có mật khẩu."))))
    writer.encrypt("chu", "mo")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def png() -> bytes:
    """A grey picture of 64 × 64."""

    def chunk(kind: bytes, inside: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + inside))
        return struct.pack(">I", len(inside)) + kind + inside + check

    head = struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * 64) * 64)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def scanned(words: str = "") -> bytes:
    """A PDF of a picture over the whole page, with a stamp on it."""
    data = ", ".join(map(str, png()))
    picture = f'image(bytes(({data})), format: "png", width: 100%, height: 100%)'
    return pdf(f"#set page(margin: 0pt)\n#place({picture})\n{words}")
