"""The Word file opened by LibreOffice Writer and put on paper: pages, numbers, text, one line each."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dieuhanh.paper.writing.model import Paper
from dieuhanh.paper.writing.rules import form
from dieuhanh.paper.writing.word import write_word
from tests.paper.examples import decision, letter, report
from tests.paper.test_pdf import Page, pages, run

pytestmark = [pytest.mark.writer, pytest.mark.poppler]
LAW = form()
OnPaper = Callable[[Paper], bytes]


@pytest.fixture(scope="module")
def on_paper(writer_path: str, tmp_path_factory: pytest.TempPathFactory) -> OnPaper:
    """The paper's Word file as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("writer")
    printed: dict[bytes, bytes] = {}

    def to(paper: Paper) -> bytes:
        book = write_word(paper)
        if book not in printed:
            source = folder / f"p{len(printed)}.docx"
            source.write_bytes(book)
            subprocess.run(
                [
                    writer_path, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", str(folder), str(source),
                ],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
            printed[book] = Path(source.with_suffix(".pdf")).read_bytes()
        return printed[book]

    return to


def line(page: Page, text: str) -> None:
    """Assert that these words stand beside each other on one line."""
    wanted = text.split()
    said = [word.text for word in page.words]
    starts = [at for at in range(len(said)) if said[at : at + len(wanted)] == wanted]
    assert starts, text
    tops = {round(word.top, 1) for word in page.words[starts[0] : starts[0] + len(wanted)]}
    assert len(tops) == 1, text


def test_pages_turn_and_are_numbered_from_the_second(on_paper: OnPaper) -> None:
    first, *others = pages(on_paper(report()))
    assert (round(first.width), round(first.height)) == (LAW.page["width"], LAW.page["height"])
    assert {round(page.width) for page in others} == {LAW.page["width"], LAW.page["height"]}
    heads = [
        [w.text for w in page.words if w.bottom < LAW.page["top"][0]] for page in (first, *others)
    ]
    assert heads == [[], *([str(number)] for number in range(2, len(others) + 2))]


def test_the_head_stands_on_its_lines(on_paper: OnPaper) -> None:
    first = pages(on_paper(report()))[0]
    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                 "Cà Mau, ngày 12 tháng 01 năm 2022", "Số: 05/BC-UBND"):  # fmt: skip
        line(first, text)
    number, day = (next(w for w in first.words if w.text == text) for text in ("Số:", "ngày"))
    assert number.top == pytest.approx(day.top, abs=1)


def test_tables_repeat_their_heads_and_stay_in_the_page(on_paper: OnPaper) -> None:
    lying = [page for page in pages(on_paper(report())) if page.width > page.height]
    assert len(lying) > 3
    for page in lying:
        said = [word.text for word in page.words]
        assert "Địa" in said
        assert said.count("2021") >= 2
        assert max(word.right for word in page.words) <= page.width - LAW.page["right"][0] + 0.5
    shown = [word.text for page in lying for word in page.words]
    assert shown.count("phỏng") == 111


@pytest.mark.parametrize(
    ("paper", "count"), [(decision(), 2), (letter(), 1)], ids=["quyet-dinh", "cong-van"]
)
def test_short_papers(on_paper: OnPaper, paper: Paper, count: int) -> None:
    printed = on_paper(paper)
    assert len(pages(printed)) == count
    text = " ".join(run("pdftotext", "-layout", "-", "-", paper=printed).split())
    wanted = {"quyet-dinh": ["DỰ THẢO", "QUYẾT ĐỊNH:", "Điều 2.", "Phụ lục CHỈ TIÊU GIAO"],
              "cong-van": ["V/v đôn đốc", "Kính gửi: Sở Y tế", "PHÓ GIÁM ĐỐC"]}  # fmt: skip
    assert [part for part in wanted[paper.kind] if part not in text] == []
