"""Every way in which a paper cannot or may not be read is named, and says what to do."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.paper import apart as apart_module
from dieuhanh.paper.reading.files import MAX_BYTES, text_of
from dieuhanh.paper.reading.files.source import MAX_CHARACTERS
from tests.paper.paper_files import (
    PAGE,
    SENTENCE,
    locked_pdf,
    pdf,
    png,
    raw,
    repacked,
    says,
    scanned,
    word,
)

DOCUMENT = "word/document.xml"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PICTURE = (
    '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    "</w:drawing></w:r>"
)


def document(xml: str) -> bytes:
    """A Word file with this as its document."""
    return repacked(word(says("a")), {DOCUMENT: xml.encode()})


def bomb() -> bytes:
    return repacked(word(says("a")), {"word/media/a.xml": b"\0" * (40 << 20)})


def lying() -> bytes:
    """A bomb whose directory tells a small size."""
    content = bytearray(bomb())
    size = struct.pack("<I", 40 << 20)
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = struct.pack("<I", 100)
    return bytes(content)


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, inside in parts.items():
            archive.writestr(name.replace("__", "/"), inside)
    return stream.getvalue()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
)
FETCHES = LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"')
SPREAD = (
    b"PK\x03\x04"
    + zipped(xl__workbook=b"", mimetype=b"application/vnd.oasis.opendocument.text")[4:]
)

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("a.txt", lambda: b"", "paper.no_text"),
    "only blanks": ("a.txt", lambda: b" \r\n\t\n", "paper.no_text"),
    "a mark of order alone": ("a.txt", lambda: b"\xef\xbb\xbf", "paper.no_text"),
    "a Word file without text": ("a.docx", word, "paper.no_text"),
    "a PDF without text": ("a.pdf", lambda: pdf("#v(1cm)"), "paper.no_text"),
    "a page without text": ("a.html", lambda: b"<html><script>a</script>", "paper.no_text"),
    "a scanned PDF": ("a.pdf", scanned, "paper.scanned"),
    "a stamped scan": ("a.pdf", lambda: scanned("Công văn đến số 15"), "paper.scanned"),
    "a picture in Word": ("a.docx", lambda: word(raw(PICTURE)), "paper.scanned"),
    "too large": ("a.pdf", lambda: b"%PDF-1.7" + b" " * MAX_BYTES, "paper.too_large"),
    "too long": ("a.txt", lambda: b"abcd " * (MAX_CHARACTERS // 5 + 1), "paper.too_long"),
    "too long in Word": (
        "a.docx", lambda: word(*[says(SENTENCE * 300)] * 25), "paper.too_long",
    ),
    "500 pages": (
        "a.pdf", lambda: pdf("#for i in range(500) [a #pagebreak(weak: true)]"), "paper.too_many_pages",
    ),
    "a picture named .pdf": ("a.pdf", png, "paper.picture"),
    "a picture named .docx": ("a.docx", lambda: b"\xff\xd8\xff\xe0abc", "paper.picture"),
    "a PDF named .docx": ("a.docx", lambda: pdf("a"), "paper.mismatch"),
    "a Word file named .pdf": ("a.pdf", lambda: word(says("a")), "paper.mismatch"),
    "text named .pdf": ("a.pdf", lambda: b"Thu 5.851", "paper.mismatch_text"),
    "noise named .docx": ("a.docx", lambda: b"\x01\0\x02" * 99, "paper.mismatch_unknown"),
    "a program named .docx": ("a.docx", lambda: b"MZ" + b"\0" * 99, "paper.mismatch"),
    "a page named .txt": ("a.txt", lambda: b"<!DOCTYPE html><p>a", "paper.mismatch"),
    "an old Word file": ("a.doc", lambda: OLE + b"\0" * 600, "paper.old_word"),
    "one named .docx": ("a.docx", lambda: OLE + b"\0" * 600, "paper.old_word"),
    "RTF": ("", lambda: b"{\\rtf1 a}", "paper.kind"),
    "another type": ("a.xlsx", lambda: b"PK\x03\x04", "paper.kind"),
    "a program": ("a.exe", lambda: b"MZ\x90\0", "paper.kind"),
    "rows without end": ("a.html", lambda: b"<table>" + b"<tr><td>a" * 20_001, "paper.too_heavy"),
    "tags without end": ("a.html", lambda: b"<div>" * 9_000 + b"a", "paper.broken"),
    "bytes": ("a.txt", lambda: bytes(range(256)) * 4, "paper.binary"),
    "an unknown encoding": ("a.txt", lambda: "Отчёт за год".encode("koi8-r"), "paper.encoding"),
    "a locked Word file": (
        "a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "paper.encrypted",
    ),
    "a locked PDF": ("a.pdf", locked_pdf, "paper.encrypted"),
    "macros by name": ("a.docm", lambda: word(says("a")), "paper.macros"),
    "macros inside": (
        "a.docx", lambda: repacked(word(says("a")), {"word/vbaProject.bin": b"a"}), "paper.macros",
    ),
    "a bomb": ("a.docx", bomb, "paper.bomb"),
    "a bomb that lies": ("a.docx", lying, "paper.bomb|paper.broken"),
    "entities": ("a.docx", lambda: document(LAUGHS), "paper.entities"),
    "entities that fetch": ("a.docx", lambda: document(FETCHES), "paper.entities"),
    "entities in wide letters": (
        "a.docx",
        lambda: repacked(word(says("a")), {DOCUMENT: LAUGHS.encode("utf-16")}),
        "paper.entities|paper.broken",
    ),
    "another packed file": ("a.docx", lambda: SPREAD, "paper.not_word"),
    "a Word file without its document": (
        "a.docx", lambda: repacked(word(says("a")), {DOCUMENT: None}), "paper.broken",
    ),
    "a Word file cut short": ("a.docx", lambda: word(says("a"))[:-900], "paper.broken"),
    "no XML": ("a.docx", lambda: document("<w:document"), "paper.broken"),
    "a PDF cut to its head": ("a.pdf", lambda: pdf("a")[:40], "paper.broken"),
    "a PDF that is none": ("a.pdf", lambda: b"%PDF-1.7\nabc", "paper.broken"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_named_with_what_to_do(case: str) -> None:
    name, made, code = REFUSED[case]
    with pytest.raises(BadInput) as refused:
        text_of(name, made())
    assert refused.value.code in code.split("|")
    assert refused.value.place.file == name
    for lang in ("vi", "en"):
        assert message(refused.value, lang).startswith(f"{name}: " if name else "")


MARKS = ["MẬT", "Tối mật", "TUYỆT MẬT", "Độ mật: Mật", "  *MẬT* ", "TỐI  MẬT."]


@pytest.mark.parametrize("mark", MARKS)
def test_a_paper_marked_secret_is_refused(mark: str) -> None:
    text = f"UBND TỈNH CÀ MAU\n{mark}\nBáo cáo số 1/BC-UBND\n{SENTENCE}"
    cases = {
        "a.txt": text.encode(),
        "a.docx": word(*map(says, text.split("\n"))),
        "a.html": f"<html><p>{text.replace(chr(10), '<p>')}".encode(),
    }
    for name, content in cases.items():
        with pytest.raises(BadInput) as refused:
            text_of(name, content)
        assert refused.value.code == "document.secret"


def test_a_mark_in_the_head_of_pages_is_seen() -> None:
    def headed(document: object) -> None:
        document.sections[0].header.paragraphs[0].text = "MẬT"  # type: ignore[attr-defined]

    marked = [
        ("a.docx", word(headed, says(SENTENCE))),
        ("a.pdf", pdf(f"#set page(header: [#h(1fr) MẬT])\n{SENTENCE}")),
        ("a.pdf", pdf(f"#set page(foreground: rotate(30deg)[TỐI MẬT])\n{SENTENCE}")),
        ("a.txt", "MËt\nThu ng©n s¸ch n¨m 2021 ®¹t kÕ ho¹ch".encode("latin-1")),
    ]
    for name, content in marked:
        with pytest.raises(BadInput) as refused:
            text_of(name, content)
        assert refused.value.code == "document.secret"


@pytest.mark.parametrize(
    "text", ["Mật độ dân số", "Bảo mật thông tin", "Mặt\nMất\nMát", "Độ mật: Thường"]
)
def test_the_word_in_a_sentence_is_no_mark(text: str) -> None:
    assert text_of("a.txt", text.encode()).text == text


def test_work_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_module, "SECONDS", 0.01)
    with pytest.raises(BadInput) as refused:
        text_of("a.pdf", pdf(SENTENCE))
    assert refused.value.code == "paper.too_heavy"


def test_a_page_that_packs_too_much_is_stopped() -> None:
    """A stream that unpacks to gigabytes ends with its own process, and no other."""
    packed = zlib.compress(b"0 0 m 1 1 l S " * (24 << 20), 9)
    packed = zlib.compress(packed, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream"
        % (len(packed), packed),
    ]
    body = b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (at, each) for at, each in enumerate(objects, 1)
    )
    assert len(body) < 64_000
    with pytest.raises(BadInput) as refused:
        text_of("a.pdf", body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF")
    assert refused.value.code in {"paper.too_heavy", "paper.broken", "paper.no_text"}


def test_pages_that_hold_pictures_only_are_named() -> None:
    data = ", ".join(map(str, png()))
    page = f'#image(bytes(({data})), format: "png", width: 100%, height: 90%)'
    source = text_of("a.pdf", pdf(f"{PAGE}{SENTENCE}\n#pagebreak()\n{page}#pagebreak()\n{page}"))
    assert source.text == SENTENCE
    told = {note.code: note.values for note in source.notes}
    assert told["paper.noted_pictures"] == {"pages": "2-3"}
