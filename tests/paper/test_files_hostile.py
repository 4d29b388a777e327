"""Files made to wear a reader out: whatever they hold, reading ends in time, with text or a message."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable

import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.files import text_of
from tests.paper.paper_files import repacked, says, word

SECONDS = 60
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = "<w:p><w:r><w:t>5.851</w:t></w:r></w:p>"


def document(body: str, **parts: bytes) -> bytes:
    """A Word file with a body as written."""
    told = f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode()
    return repacked(word(says("x")), {"word/document.xml": told} | parts)


def pdf_of(*objects: str, streams: dict[int, bytes] | None = None) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its root."""
    out = b"%PDF-1.4\n"
    places = []
    for number, told in enumerate(objects, start=1):
        places.append(len(out))
        stream = (streams or {}).get(number)
        body = told.encode()
        if stream is not None:
            body += b"\nstream\n" + stream + b"\nendstream"
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer\n<< /Size %d /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, start, start,
    )  # fmt: skip


ROOT, PAGES = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def tree_in_a_circle() -> bytes:
    kids = "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 900 /Parent 2 0 R >>"
    return pdf_of(ROOT, kids)


def form_in_itself() -> bytes:
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font "
        "<< /F 6 0 R >> /XObject << /X 5 0 R >> >> >>"
    )
    draws = b"BT /F 12 Tf 20 200 Td (Thu 5) Tj ET /X Do"
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X 5 0 R >> >> "
        "/Length 11 >>"
    )
    return pdf_of(
        ROOT, PAGES, page, f"<< /Length {len(draws)} >>", form, FONT,
        streams={4: draws, 5: b"/X Do /X Do"},
    )  # fmt: skip


def unpacks_to_much() -> bytes:
    packed = zlib.compress(b"BT /F 12 Tf 20 200 Td (Thu 5) Tj ET\n" * 8_000_000, 9)
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font "
        "<< /F 5 0 R >> >> >>"
    )
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>"
    return pdf_of(ROOT, PAGES, page, head, FONT, streams={4: packed})


def many_pages() -> bytes:
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>"
    kids = " ".join(f"{at} 0 R" for at in range(3, 503))
    return pdf_of(ROOT, f"<< /Type /Pages /Kids [{kids}] /Count 500 >>", *[page] * 500)


def rows(cells: int, lines: int) -> str:
    line = "<w:tr>" + f"<w:tc>{PARAGRAPH}</w:tc>" * cells + "</w:tr>"
    return f"<w:tbl>{line * lines}</w:tbl>"


def note_in_itself() -> bytes:
    refers = '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    note = f'<w:footnotes {NS}><w:footnote w:id="1">{refers}</w:footnote></w:footnotes>'
    return document(refers, **{"word/footnotes.xml": note.encode()})


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a tree of pages in a circle": ("a.pdf", tree_in_a_circle, "paper."),
    "a form drawn in itself": ("a.pdf", form_in_itself, "paper."),
    "a page that unpacks to 288 MB": ("a.pdf", unpacks_to_much, "paper.too_heavy|paper.too_long|paper.broken"),
    "500 pages": ("a.pdf", many_pages, "paper.too_many_pages"),
    "cells without end": ("a.docx", lambda: document(rows(60, 1_700)), "paper.too_heavy"),
    "rows without end": ("a.docx", lambda: document(rows(2, 20_001)), "paper.too_heavy"),
    "a note that refers to itself": ("a.docx", note_in_itself, ""),
    "tables in tables": (
        "a.docx",
        lambda: document("<w:tbl><w:tr><w:tc>" * 70 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 70),
        "",
    ),
    "boxes in boxes": ("a.html", lambda: b"<html><body>" + b"<div>" * 9_000 + b"a", "paper.broken"),
    "cells of a page without end": (
        "a.html", lambda: b"<html><table>" + (b"<tr>" + b"<td>5" * 55) * 2_000, "paper.too_heavy",
    ),
}  # fmt: skip


def fault_of(name: str, content: bytes) -> BadInput | None:
    """Why a file is refused; None where it gives a text."""
    try:
        assert text_of(name, content).text
    except BadInput as fault:
        return fault
    return None


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time(what: str) -> None:
    name, make, code = HOSTILE[what]
    content = make()
    started = time.monotonic()
    fault = fault_of(name, content)
    if code:
        assert fault is not None
        assert any(fault.code.startswith(each) for each in code.split("|")), fault.code
        assert len(message(fault, "vi")) > 20
    else:
        assert fault is None
    assert time.monotonic() - started < SECONDS


def test_columns_beyond_the_most_are_left_out_and_said() -> None:
    heads = "".join(f"<td>Cột {at}" for at in range(70))
    values = "".join(f"<td>{at}" for at in range(70))
    page = f"<html><table><tr>{heads}<tr>{values}<tr>{values}</table></html>"
    source = text_of("a.html", page.encode())
    assert [note.code for note in source.notes] == ["paper.noted_wide"]
    assert source.text.split("\n", maxsplit=1)[0].endswith("Cột 59")


@pytest.mark.parametrize(
    "piece",
    ["a\t5\t", "12/ ", "giao Sở A ", "Thu 5 tỷ đồng, ", "(5% ", "Nguyễn Văn ", "số 5/NQ-HĐND, "],
)
def test_a_line_without_end_takes_no_more_than_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        found = read(piece * times)
        assert found.claims is not None
        return time.process_time() - started

    seconds(2_000)
    short, long = seconds(4_000), seconds(16_000)
    assert long < 10 * short + 1
