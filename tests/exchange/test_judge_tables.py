"""CSV and XLSX handed to `dieuhanh judge`: the same answers, faults by row and column."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.judging import judge
from dieuhanh.domain.wording import message
from dieuhanh.exchange.judge_files import judge_file, judge_file_json, read_cases
from dieuhanh.exchange.judge_tables import COLUMNS
from dieuhanh.exchange.law import load_conventions

TALLIES = Path(__file__).resolve().parents[2] / "examples" / "tallies"
PRACTICE = load_conventions()["practice"]
HEADER = [*COLUMNS, "published_judgement", "base_value"]
FLOOR = {"no": "1", "unit": "%", "comparator": "at_least", "plan_low": "5.5", "actual": "6"}


def handed_in(tmp_path: Path, lines: list[dict[str, str]], header=HEADER, first: str = "") -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(lines)
    path = tmp_path / "bang.csv"
    path.write_text(first + text.getvalue(), "utf-8")
    return path


def verdicts(path: Path) -> dict[str, str]:
    return {str(no): outcome.verdict.value for no, outcome in judge_file(path, PRACTICE)}


@pytest.mark.parametrize("table", sorted(path.stem for path in TALLIES.glob("vn-*.csv")))
@pytest.mark.parametrize("typed", [False, True], ids=["text", "numbers"])
def test_a_workbook_gives_what_the_csv_gives(tmp_path, table, typed):
    book = openpyxl.Workbook()
    sheet = book.active
    with (TALLIES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for n, line in enumerate(csv.reader(file)):
            sheet.append([_cell(text) if typed and n else text for text in line])
    book.save(tmp_path / f"{table}.xlsx")
    ours = judge_file_json(tmp_path / f"{table}.xlsx", PRACTICE)
    assert ours == judge_file_json(TALLIES / f"{table}.csv", PRACTICE)


def _cell(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"comparator": "more_than", "plan_low": "6"}, "met"),
        ({"comparator": "at_most", "plan_high": "5"}, "not_met"),
        ({"comparator": "less_than", "plan_low": "1", "plan_high": "7"}, "met"),
        ({"comparator": "about", "plan_low": "6.1"}, "not_met"),
        ({"comparator": "about", "plan_low": "6.1", "better": "lower"}, "exceeded"),
        ({"comparator": "equal", "plan_low": "6"}, "met"),
        ({"comparator": "between", "plan_low": "5", "plan_high": "7"}, "met"),
        ({"comparator": "maintain", "plan_low": "5", "plan_high": "5"}, "met"),
        ({"comparator": "growth_at_least", "plan_low": "5"}, "exceeded"),
        ({"comparator": "increase_at_least", "plan_low": "6"}, "met"),
        # last year's figure is for display
        ({"comparator": "decrease_at_least", "plan_low": "5", "base_value": "100"}, "exceeded"),
        ({"comparator": "qualitative", "actual": "", "actual_text": "đạt"}, "met"),
        ({"comparator": "qualitative", "actual": "Không đạt"}, "not_met"),
        # what a note adds to its number
        ({"plan_low": "6", "actual_text": "trên 6"}, "exceeded"),
        ({"plan_low": "6", "actual_text": "dưới 6"}, "not_met"),
        ({"plan_low": "6", "actual_text": "dưới 7"}, "met"),
        ({"plan_low": "6.5", "actual": "6.5", "actual_text": "trên 6,5"}, "exceeded"),
        ({"plan_low": "6.5", "actual": "6.5", "actual_text": "trên 6.5"}, "exceeded"),
        ({"plan_low": "6.5", "actual": "6.5", "actual_text": "trên 6,5%"}, "exceeded"),
        ({"plan_low": "6.5", "actual": "6.5", "actual_text": "trên 6,5 theo ước tính"}, "met"),
        ({"plan_low": "6.5", "actual": "6.5", "actual_text": "trên 1.23.4"}, "met"),
        ({"plan_low": "6.5", "actual": "6.3", "actual_text": "6,3-6,5"}, "met"),
        ({"plan_low": "6.5", "actual": "6.3", "actual_high": "6.5"}, "met"),
        ({"plan_low": "6.5", "actual": "6.3", "actual_text": "khoảng 6,3-6,5"}, "not_met"),
        ({"plan_low": "6", "actual_text": "6.009 xã"}, "met"),
        ({"comparator": "less_than", "plan_high": "3", "actual": "0", "better": "lower", "actual_text": "xuất siêu"}, "exceeded"),
        ({"comparator": "less_than", "plan_high": "3", "actual": "1.5", "better": "lower", "actual_text": "nhập siêu 1,5%"}, "met"),
        ({"actual": ""}, "no_data"),
        ({"plan_low": ""}, "no_data"),
        ({"actual_status": "missing"}, "no_data"),
        # without an actual what was published is kept
        ({"actual": "", "published_judgement": "đạt hoặc vượt (suy ra)"}, "met_or_exceeded"),
        ({"actual": "", "published_judgement": "không đạt ?"}, "no_data"),
        ({"actual": "5", "published_judgement": "vượt"}, "not_met"),
    ],
)  # fmt: skip
def test_a_row_is_read_as_the_readme_says(tmp_path, fields, expected):
    assert verdicts(handed_in(tmp_path, [{**FLOOR, **fields}])) == {"1": expected}


PARENT = {"no": "1", "comparator": "composite"}
PART = {**FLOOR, "no": "1a"}


def test_parts_are_folded_into_their_parent_wherever_they_stand(tmp_path):
    lines = [PART, {**FLOOR, "no": "2"}, PARENT, {**FLOOR, "no": "1b", "actual": ""}]
    path = handed_in(tmp_path, lines)
    assert verdicts(path) == {"2": "exceeded", "1": "no_data"}
    composite = next(case for case in read_cases(path) if case.id == "1")
    parts = judge(composite.rule, composite.actual, PRACTICE).reason.values["parts"]
    assert [part["name"] for part in parts] == ["1a", "1b"]


def test_vietnamese_numbers_are_read_where_they_are_declared(tmp_path):
    line = {**FLOOR, "plan_low": "5.478", "actual": "5.477,5"}
    declared = handed_in(tmp_path, [line], first="# dieuhanh: judge; numbers=vi\n")
    assert verdicts(declared) == {"1": "not_met"}
    with pytest.raises(BadInput, match=r"number\."):
        verdicts(handed_in(tmp_path, [line]))


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(tmp_path, column):
    header = [name for name in HEADER if name != column]
    with pytest.raises(BadInput, match="missing_column") as refused:
        verdicts(handed_in(tmp_path, [FLOOR], header))
    assert refused.value.place.column == column
    assert column in message(refused.value)


@pytest.mark.parametrize(
    ("lines", "row", "column"),
    [
        ([{**FLOOR, "plan_low": "1,234.5"}], 2, "plan_low"),
        ([FLOOR, {**FLOOR, "no": "2", "actual": "sáu"}], 3, "actual"),
        ([{**FLOOR, "actual_high": "6,5"}], 2, "actual_high"),
        ([{**FLOOR, "actual_high": "5"}], 2, "actual_high"),
        ([{**FLOOR, "comparator": "lớn hơn"}], 2, "comparator"),
        ([{**FLOOR, "comparator": "between", "plan_high": "5"}], 2, "plan_high"),
        ([{**FLOOR, "better": "cao"}], 2, "better"),
        ([{**FLOOR, "actual_status": "xong"}], 2, "actual_status"),
        ([{**FLOOR, "no": ""}], 2, "no"),
        ([FLOOR, FLOOR], 3, "no"),
        ([FLOOR, PART], 3, "no"),
        ([PART], 2, "no"),
        ([PARENT], 2, "comparator"),
    ],
)
def test_a_fault_is_located_by_row_and_column(tmp_path, lines, row, column):
    with pytest.raises(BadInput) as refused:
        verdicts(handed_in(tmp_path, lines))
    place = refused.value.place
    assert (place.file, place.row, place.column) == ("bang.csv", row, column)
    assert message(refused.value).startswith(f"bang.csv, dòng {row}, cột {column}: ")
