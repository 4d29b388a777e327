"""The tutorial, followed to the letter: what it says is printed is what is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.books import Books
from tests.house.repository import ROOT

PAGE = (ROOT / "docs" / "tutorial" / "first-hour.md").read_text("utf-8")
BLOCKS = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)


def said_in_the_page(text: str) -> bool:
    """Whether the page shows these words, however its lines are broken."""
    return " ".join(text.split()) in " ".join(PAGE.split())


def block_with(words: str) -> str:
    """The block of the page that holds these words."""
    return next(block for block in BLOCKS if words in block)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Books nobody else writes in."""
    return Books(tmp_path_factory.mktemp("tutorial")).demo()


def test_the_first_hour_goes_as_told(fresh: Books, tmp_path: Path) -> None:
    assert all(said_in_the_page(line) for line in fresh.run("doctor").out.splitlines()[1:5])
    assert said_in_the_page(fresh.run("assess", "ca-mau-2021").out.splitlines()[-1])
    compared = fresh.run("compare", "2021-12-31", "2022-01-12").out.splitlines()
    assert said_in_the_page(compared[0])
    assert said_in_the_page(compared[1])
    assert said_in_the_page(fresh.run("assess", "ca-mau-2021", "--freeze").out.splitlines()[-1])

    table = tmp_path / "so-lieu.csv"
    assert fresh.run("template", "figures", "-o", str(table)).code == 0
    line = block_with("số ví dụ")
    empty = table.read_text("utf-8")
    table.write_text(empty + line, "utf-8")
    refused = fresh.run("import", str(table))
    assert refused.code == 2
    assert all(said_in_the_page(told) for told in refused.err.split("\n") if told.strip())
    table.write_text(empty + line.replace("5,900.5", "5.900,5"), "utf-8")
    for _ in range(2):
        assert said_in_the_page(fresh.run("import", str(table)).err.strip())

    later = fresh.run("assess", "ca-mau-2021", "--as-known-on", "05/03/2022", "--freeze")
    assert said_in_the_page(later.out.splitlines()[-1])
    assert said_in_the_page(fresh.run("compare", "1", "2").out)
    assert said_in_the_page(fresh.run("verify").out)


def test_a_paper_is_checked_and_written_as_told(fresh: Books, tmp_path: Path) -> None:
    article = ROOT / "examples" / "ca-mau-2021" / "documents" / "bai-bao-2022-01-12.txt"
    checked = fresh.run("check", str(article), "--as-known-on", "12/01/2022")
    assert checked.code == 0
    assert said_in_the_page(checked.out.splitlines()[-1])
    out = tmp_path / "bao-cao.docx"
    told = "write", "bao-cao-nam", "ca-mau-2021", "--as-known-on", "12/01/2022"
    assert fresh.run(*told, "-o", str(out)).code == 0
    assert out.read_bytes()[:2] == b"PK"


def test_the_free_table_is_judged_as_told(fresh: Books, tmp_path: Path) -> None:
    table = tmp_path / "bang.json"
    block = block_with("cat bang.json")
    table.write_text(block.split("bang.json\n")[1].split("$ dieuhanh")[0], "utf-8")
    judged = fresh.run("judge", str(table), "--json").json
    assert [each["verdict"] for each in judged] == ["exceeded", "not_met"]
    assert all(said_in_the_page(each["reason"]["text"]) for each in judged)
    assert said_in_the_page(fresh.run("judge", str(table)).out.splitlines()[-1])
