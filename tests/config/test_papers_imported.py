"""Papers imported with their files: a bad one is refused with its row, and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from dieuhanh.config.importing import import_files
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.catalogue import CATALOGUE
from tests.paper.paper_files import SENTENCE, locked_pdf, pdf, says, word

pytestmark = pytest.mark.django_db


def table(folder: Path, name: str) -> Path:
    """An import table of one paper with this file."""
    heads = [column.name for column in CATALOGUE["documents"].columns]
    values = {"code": "van-ban-mau", "title": "Văn bản mẫu", "file": name}
    rows = [",".join(heads), ",".join(values.get(head, "") for head in heads)]
    path = folder / "van-ban.csv"
    path.write_text("# dieuhanh: documents; numbers=vi\n" + "\n".join(rows), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "made", "code"),
    [
        ("a.docx", lambda: word(says("TUYỆT MẬT"), says(SENTENCE)), "document.secret"),
        ("a.pdf", locked_pdf, "paper.encrypted"),
        ("a.docx", lambda: pdf("a"), "paper.mismatch"),
    ],
    ids=["secret", "locked", "another type"],
)
def test_a_bad_file_is_refused_with_its_row(
    tmp_path: Path, settings: LazySettings, at_machine: Actor, name: str,
    made: Callable[[], bytes], code: str,
) -> None:  # fmt: skip
    settings.FILES_FOLDER = tmp_path / "files"
    (tmp_path / name).write_bytes(made())
    before = Document.objects.count()
    with pytest.raises(BadInput) as refused:
        import_files([table(tmp_path, name)], by=at_machine, machine_day=date(2022, 1, 12))
    assert (refused.value.code, refused.value.place.file) == (code, name)
    assert refused.value.place.row == 3
    assert Document.objects.count() == before
    assert not (tmp_path / "files").exists()


def test_a_good_file_is_kept(tmp_path: Path, settings: LazySettings, at_machine: Actor) -> None:
    settings.FILES_FOLDER = tmp_path / "files"
    (tmp_path / "a.docx").write_bytes(word(says(SENTENCE)))
    import_files([table(tmp_path, "a.docx")], by=at_machine, machine_day=date(2022, 1, 12))
    kept = Document.objects.get(code="van-ban-mau")
    assert (tmp_path / "files" / kept.sha256).read_bytes() == (tmp_path / "a.docx").read_bytes()
