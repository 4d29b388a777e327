"""The worked table on the page that explains judging is what the engine says."""

from __future__ import annotations

import json

import pytest

from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.wording.verdicts import rule_in_words, verdict_label
from dieuhanh.exchange.judge_files import judge_case
from dieuhanh.exchange.judge_json import cases_of_json
from dieuhanh.exchange.law import load_conventions
from tests.golden.literal_rows import PAGE

PERCENT = {"unit": "%"}
RULES = {
    "tối thiểu 5.478 tỷ đồng": {"comparator": "at_least", "value": "5478", "unit": "tỷ đồng"},
    "khoảng 3.700 USD": {"comparator": "equal", "approx": True, "value": "3700", "unit": "USD"},
    "khoảng 4% (thấp hơn là tốt)": {"comparator": "equal", "approx": True, "value": "4", "better": "lower", **PERCENT},
    "từ 33 đến 34%": {"comparator": "between", "value": "33", "value_high": "34", **PERCENT},
    "dưới 4%": {"comparator": "at_most", "strict": True, "value": "4", **PERCENT},
    "dưới 3%": {"comparator": "at_most", "strict": True, "value": "3", **PERCENT},
    "giảm tối thiểu 4 điểm %": {"comparator": "decrease_at_least", "value": "4", "unit": "điểm %"},
    "khoảng 4,8%": {"comparator": "equal", "approx": True, "value": "4.8", **PERCENT},
    "tối thiểu 56% (không số lẻ)": {"comparator": "at_least", "value": "56", "decimals": "0", **PERCENT},
    "tối thiểu 5,0% (một số lẻ)": {"comparator": "at_least", "value": "5.0", "decimals": "1", **PERCENT},
}  # fmt: skip
ACTUALS = {
    "từ 4,4 đến 4,9": "4.4-4.9",
    "46/82": {"numerator": "46", "denominator": "82"},
}


def worked_rows() -> list[list[str]]:
    table = PAGE.read_text("utf-8").partition("## Worked table")[2].partition("## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_the_table_is_found():
    assert len(worked_rows()) == 11


@pytest.mark.parametrize("row", worked_rows(), ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_worked_table_is_what_the_engine_says(row):
    plan, actual, *expected = row
    said = ACTUALS.get(actual, actual.replace(".", "").replace(",", "."))
    text = json.dumps([{"id": "1", "rule": RULES[plan], "actual": said}])
    (case,) = cases_of_json(text, "page")
    assert plan.startswith(rule_in_words(case.rule))
    outcomes = [judge_case(case, load_conventions()[n]) for n in ("practice", "literal", "rounded")]
    for outcome, cell in zip(outcomes, expected, strict=True):
        label, _, shown = cell.partition(" (")
        assert verdict_label(outcome.verdict) == label
        if shown:
            assert f"{write_vi(outcome.plan_ratio_pct)}%)" == shown
