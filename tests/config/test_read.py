"""`dieuhanh read`: a paper read at the command line, and bad files told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dieuhanh.config.command import main
from tests.paper.paper_files import PAGE, SENTENCE, pdf, says, table, targets, word

ARTICLE = (
    Path(__file__).parents[2] / "examples" / "ca-mau-2021" / "documents" / "bai-bao-2022-01-12.txt"
)


def test_the_article_is_read_as_the_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(ARTICLE), "--json"]) == 0
    told = capsys.readouterr().out
    assert "Thu ngân sách nhà nước" in told  # letters, not escapes
    shape = json.loads(told)
    assert list(shape) == ["claims", "scoreboard", "people", "documents", "tasks"]
    text = ARTICLE.read_bytes().decode("utf-8")
    first = shape["claims"][0]
    assert text[first["start"] : first["end"]] == first["quote"]
    assert (first["value"], first["vs_plan_pct"]) == ("5851", 6.8)


def test_people_read_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(ARTICLE)]) == 0
    told = capsys.readouterr().out
    assert "Đạt và vượt 12/22 chỉ tiêu." in told
    assert "5.851 tỷ đồng" in told
    assert "46 xã" in told
    assert "Nguyễn Tiến Hải: Ủy viên Trung ương Đảng" in told
    assert main(["read", str(ARTICLE), "--lang", "en"]) == 0
    assert "12 of 22 reached" in capsys.readouterr().out


def test_offsets_count_newlines_and_the_mark_of_byte_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    content = b"\xef\xbb\xbf" + "Một.\r\n\r\nThu ngân sách đạt 5.851 tỷ đồng.\r\n".encode()
    path.write_bytes(content)
    assert main(["read", str(path), "--json"]) == 0
    claim = json.loads(capsys.readouterr().out)["claims"][0]
    assert content.decode("utf-8")[claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize("ext", ["docx", "pdf", "html"])
def test_offsets_of_other_files_count_in_the_text_that_is_printed(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], ext: str
) -> None:
    made = {
        "docx": lambda: word(says("Kết quả:"), targets),
        "pdf": lambda: pdf(PAGE + SENTENCE + table(3)),
        "html": f"<html><p>{SENTENCE}".encode,
    }
    path = tmp_path / f"a.{ext}"
    path.write_bytes(made[ext]())
    assert main(["read", str(path), "--text"]) == 0
    text = capfdbinary.readouterr().out.decode("utf-8")
    assert main(["read", str(path), "--json"]) == 0
    claims = json.loads(capfdbinary.readouterr().out)["claims"]
    assert "5851" in {claim["value"] for claim in claims}
    assert [text[c["start"] : c["end"]] for c in claims] == [c["quote"] for c in claims]


def test_a_paper_without_finds_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hội nghị bế mạc.", "utf-8")
    assert main(["read", str(path)]) == 0
    assert "Không thấy" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"\xff\x00\x01\x02"),
        ("a.docx", b"PK\x03\x04"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.xyz", b"a\0b"),
        ("b.txt", b""),
    ],
)
def test_a_bad_file_is_told_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["read", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert name in told.err


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 2
    assert "none.txt" in capsys.readouterr().err
