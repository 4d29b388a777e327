"""Files handed in anywhere are asked the same: their kind, nothing harmful, nothing secret, or nothing kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from dieuhanh.audit.actions import record, verb
from dieuhanh.documents.actions import keep_attachment, register_paper
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from tests.documents.papers_made import TODAY
from tests.paper.paper_files import locked_pdf, pdf, png, repacked, says, scanned, word

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
BY = keeper("kiểm thử")
BOMB = {"word/media/x.xml": b"\0" * (30 * 1024 * 1024)}
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a PDF named .docx": ("a.docx", lambda: pdf("a"), "paper.mismatch"),
    "a program named .pdf": ("a.pdf", lambda: b"MZ" + b"\0" * 99, "paper.mismatch"),
    "text named .png": ("a.png", lambda: b"<svg onload=alert(1)>", "picture.kind"),
    "a Word file named .xlsx": ("a.xlsx", lambda: word(says("a")), "workbook.not_one"),
    "macros": (
        "a.docx",
        lambda: repacked(word(says("a")), {"word/vbaProject.bin": b"a"}),
        "paper.macros",
    ),
    "a bomb": ("a.docx", lambda: repacked(word(says("a")), BOMB), "paper.bomb"),
    "a password": ("a.pdf", locked_pdf, "paper.encrypted"),
    "a secret": ("a.docx", lambda: word(says("TỐI MẬT"), says("a")), "document.secret"),
    "torn": ("a.docx", lambda: word(says("a"))[:300], "paper.broken"),
    "a program": ("a.exe", lambda: b"MZ", "file.kind"),
    "nothing": ("a.pdf", lambda: b"", "file.blank"),
}


@verb
def attach(*, by: Actor, file: tuple[str, bytes]) -> Document:
    """What a verb of a higher app does with a file."""
    made = keep_attachment(code="x", title="x", file=file, issuer=None, on=TODAY)
    record(by=by, verb="test.attached", subject="x", checksum=made.sha256)
    return made


def kept() -> tuple[int, set[str]]:
    """How many papers are registered, and which files lie there."""
    folder = Path(settings.FILES_FOLDER)
    files = {each.name for each in folder.iterdir()} if folder.exists() else set()
    return Document.objects.count(), files


@pytest.mark.parametrize("what", BAD)
def test_nothing_is_kept_of_a_bad_attachment(what: str) -> None:
    name, make, code = BAD[what]
    before = kept()
    with pytest.raises(BadInput) as refused:
        attach(by=BY, file=(name, make()))
    assert refused.value.code == code
    assert len(message(refused.value, "vi")) > 20
    assert kept() == before


@pytest.mark.parametrize("what", ["macros", "a program named .pdf", "a secret"])
def test_the_register_asks_the_same(what: str) -> None:
    name, make, code = BAD[what]
    before = kept()
    with pytest.raises(BadInput) as refused:
        register_paper(
            by=BY, number="1/QĐ-X", title="x", kind="Quyết định",
            issuer="ubnd-ca-mau", issued_on=TODAY, file=(name, make()),
        )  # fmt: skip
    assert refused.value.code == code
    assert kept() == before


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.png", png), ("a.pdf", scanned), ("a.docx", lambda: word(says("Biên bản"))), ("a.txt", lambda: b"x")],
)  # fmt: skip
def test_what_is_in_order_is_kept(name: str, make: Callable[[], bytes]) -> None:
    made = attach(by=BY, file=(name, make()))
    assert (made.file_name, made.internal) == (name, True)
    assert (Path(settings.FILES_FOLDER) / made.sha256).read_bytes() == make()
