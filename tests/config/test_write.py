"""`dieuhanh write`: a paper composed from the books as a file, and what is told where it cannot be."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from dieuhanh.config.command import main
from dieuhanh.documents.models import Paper
from dieuhanh.paper.writing.look import LOOK, TEMPLATES

pytestmark = pytest.mark.usefixtures("example")
REPORT = ("write", "bao-cao-nam", "ca-mau-2021", "--as-known-on", "12/01/2022")


@pytest.mark.parametrize(("ending", "opening"), [("docx", b"PK"), ("pdf", b"%PDF-1.7")])
def test_a_file_of_each_kind(tmp_path: Path, ending: str, opening: bytes) -> None:
    out = tmp_path / f"bao-cao.{ending}"
    assert main([*REPORT, "-o", str(out)]) == 0
    assert out.read_bytes().startswith(opening)
    assert not Paper.objects.exists()


def test_the_offices_own_template_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dieuhanh.config.home.paper_templates_folder", lambda: tmp_path)
    said = (TEMPLATES / LOOK).read_text("utf-8")
    (tmp_path / LOOK).write_text(said.replace("left = 30", "left = 35"), "utf-8")
    out = tmp_path / "bao-cao.docx"
    assert main([*REPORT, "-o", str(out)]) == 0
    assert {round(section.left_margin.mm) for section in Document(str(out)).sections} == {35}


def test_the_signer_is_chosen_and_what_the_decree_does_not_allow_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bao-cao.txt"
    assert main([*REPORT, "--signing", "tap-the-ky-thay", "-o", str(out)]) == 0
    assert "TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch\n" in out.read_text("utf-8")
    assert main([*REPORT, "--signing", "thua-lenh", "-o", str(tmp_path / "b.txt")]) == 2
    assert "ký thay mặt tập thể (TM.)" in capsys.readouterr().err
    assert not (tmp_path / "b.txt").exists()


def test_nobody_s_command_reports_on_another_s_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bao-cao.txt"
    said = ["write", "bao-cao-nam", "viet-nam-2019", "--issuer", "ubnd-ca-mau", "-o", str(out)]
    assert main(said) != 0
    assert "viet-nam-2019" in capsys.readouterr().err
    assert not out.exists()


def test_the_list_of_sources_comes_when_it_is_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.docx"
    assert main([*REPORT, "--issuer", "ubnd-ca-mau", "--sources", "-o", str(out)]) == 0
    with zipfile.ZipFile(out) as packed:
        told = packed.read("word/document.xml").decode()
    assert "Nguồn số liệu".upper() in told.upper()
    assert "5.851" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*REPORT, "-o", "bao-cao.odt"), "odt"),
        (("write", "thu-tinh", "x", "-o", "a.txt"), "thu-tinh"),
        ((*REPORT, "--issuer", "khong-co", "-o", "a.txt"), "khong-co"),
        (("write", "bao-cao-nam", "khong-co", "-o", "a.txt"), "khong-co"),
        (("write", "bao-cao-nam", "viet-nam-2019", "-o", "a.txt"), "chinh-phu"),
        ((*REPORT[:3], "--as-known-on", "01/01/2999", "-o", "a.txt"), "01/01/2999"),
        (("write", "don-doc", "tat-ca", "--as-known-on", "12/01/2022", "-o", "a.txt"), "quá hạn"),
        (("write", "don-doc", "SKHDT", "-o", "a.txt"), "Không có cơ quan nào mang mã “SKHDT”"),
        (("write", "giao-chi-tieu", "ca-mau-2021", "-o", "a.txt"), "gõ như sau: ca-mau-2021@1."),
        (
            ("write", "chuong-trinh-hanh-dong", "x", "-o", "a.txt"),
            "Không có “x” để soạn văn bản này; soạn được từ: ",
        ),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_no_file(
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(list(words)) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
