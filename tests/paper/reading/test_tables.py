"""Tables as appendices have them: what rows and columns name, heads in rows, units, parts, totals.

`tables_told.txt` holds each table (invented figures) and below it the claims it tells.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.files import text_of
from dieuhanh.paper.reading.records import Claim
from tests.paper.paper_files import PAGE, pdf, says, word
from tests.paper.reading.clauses import told
from tests.paper.tables_made import HEADS, TITLE, html_table, typst_table, word_table

FILE = Path(__file__).with_name("tables_told.txt")
TABLES = [part.split("\n", maxsplit=1) for part in FILE.read_text("utf-8").split("=== ") if part]
CASES = [pytest.param(*body.rstrip("\n").split("\n---"), id=name) for name, body in TABLES]


def said(claim: Claim) -> str:
    """A claim, with what it is about and of when."""
    about = f" @ {claim.about}" if claim.about else ""
    return told(claim) + about + (f" [{claim.period}]" if claim.period else "")


@pytest.mark.parametrize(("table", "expected"), CASES)
def test_a_table_gives_each_figure_its_measure(table: str, expected: str) -> None:
    assert [said(claim) for claim in read(table).claims] == expected.split("\n")[1:]


@pytest.mark.parametrize(("table", "expected"), CASES)
def test_a_figure_quotes_its_row_from_the_name_on(table: str, expected: str) -> None:
    found = read(table).claims
    assert len(found) == len(expected.split("\n")[1:])
    for claim in found:
        assert table[claim.start : claim.end] == claim.quote
        assert claim.about is None or claim.about in table


@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
def test_a_table_tells_the_same_in_every_kind_of_file(kind: str) -> None:
    made = {
        "docx": lambda: word(*(says(line) for line in TITLE), word_table),
        "html": lambda: html_table().encode(),
        "pdf": lambda: pdf(PAGE + typst_table()),
    }
    source = text_of(f"phu-luc.{kind}", made[kind]())
    assert "\t".join(HEADS) in source.text
    assert [said(claim) for claim in read(source.text).claims] == [
        "Thu nội địa | 1350.4 tỷ đồng | level | plan_ratio_pct 112.5; plan_value 1200 @ TP. Cà Mau [năm 2022]",
        "Số hộ nghèo | 520 hộ | count @ TP. Cà Mau [năm 2022]",
        "Tỷ lệ hộ nghèo | 0.9 % | share @ TP. Cà Mau [năm 2022]",
        "Thu nội địa | 205 tỷ đồng | level | plan_ratio_pct 97.6; plan_value 210 @ Huyện U Minh [năm 2022]",
        "Tỷ lệ hộ nghèo | 3.1 % | share @ Huyện U Minh [năm 2022]",
        "Thu nội địa | 1555.4 tỷ đồng | level | plan_ratio_pct 110.3; plan_value 1410 [năm 2022]",
        "Tỷ lệ hộ nghèo | 2.0 % | share [năm 2022]",
    ]


def test_only_claims_of_single_areas_say_what_they_are_about() -> None:
    table = dict(TABLES)["districts"].split("\n---")[0]
    shapes = read(table).as_json()["claims"]
    assert [shape.get("about", "") for shape in shapes[-4:]] == ["TP. Cà Mau", "", "", ""]
    assert "about" not in shapes[-1]


def test_a_row_that_only_numbers_the_columns_is_no_row() -> None:
    rows = "\n".join(f"{at}\tThu số {at}\t{at}.000\t{at}.500" for at in range(1, 4))
    found = read(f"TT\tNội dung\tDự toán\tThực hiện\nA\tB\t1\t2\n{rows}").claims
    assert [claim.indicator for claim in found] == ["Thu số 1", "Thu số 2", "Thu số 3"]


TASKS = (
    "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\tGhi chú\n1\tRà soát quy hoạch khu công nghiệp\tSở Xây dựng\t"
    "30/6/2023\t\nII\tVăn hóa\t\t\t\n3\tTổ chức lễ hội\tSở Văn hóa, Thể thao và Du lịch\t\tx\n"
)  # fmt: skip


def test_a_table_of_tasks_between_tabs_is_read_by_rows() -> None:
    found = read(TASKS)
    assert [(task.text, task.lead, task.deadline) for task in found.tasks] == [
        ("Rà soát quy hoạch khu công nghiệp", "Sở Xây dựng", "2023-06-30"),
        ("Tổ chức lễ hội", "Sở Văn hóa, Thể thao và Du lịch", None),
    ]
    assert found.claims == ()


def test_a_table_of_indicators_is_none_of_tasks() -> None:
    table = "TT\tNội dung\tĐơn vị\tKế hoạch\tThực hiện\n1\tThu ngân sách\ttỷ đồng\t5\t6\n2\tSố xã\txã\t5\t6"
    assert read(table).tasks == ()
    assert len(read(table).claims) == 2


def test_a_tab_behind_a_number_makes_no_row() -> None:
    text = "Kết luận:\n1.\tGiao Sở Y tế xây dựng kế hoạch tiêm chủng trước ngày 31/3/2022."
    assert [task.lead for task in read(text).tasks] == ["Sở Y tế"]
