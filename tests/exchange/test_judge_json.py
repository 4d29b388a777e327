"""JSON handed to `dieuhanh judge`: read whole, refused with its path, answered by the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.exchange.judge_files import judge_file, judge_file_json
from dieuhanh.exchange.law import load_conventions

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "reference" / "schemas"
PRACTICE = load_conventions()["practice"]
FLOOR = {"comparator": "at_least", "value": "5478", "unit": "tỷ đồng"}
COMPOSITE = {
    "comparator": "composite_all",
    "sub": [
        {"name": "a", "comparator": "at_least", "value": "1"},
        {"name": "b", "comparator": "at_most", "value": "4", "strict": True},
    ],
}
GOOD = [
    {"id": "thu", "rule": FLOOR, "actual": "5851", "actual_status": "official"},
    {"id": 2, "rule": FLOOR, "actual": {"value": "5,0".replace(",", "."), "unit": "nghìn tỷ đồng"}},
    {"id": "3", "rule": FLOOR, "actual": "5851", "actual_status": "missing"},
    {"id": "4", "rule": FLOOR, "actual": None},
    {"id": "5", "rule": {"comparator": "qualitative"}, "actual": "đạt"},
    {"id": "6", "rule": {**FLOOR, "value": None}, "actual": "5"},
    {"id": "7", "rule": {**FLOOR, "better": None, "strict": False, "decimals": 0}, "actual": 5851},
    {"id": "8", "rule": {"comparator": "at_most", "value_high": "4"}, "actual": "3-4"},
    {"id": "9", "rule": COMPOSITE, "actual": {"a": "2", "b": {"value": "trên 5"}}},
    {"id": "10", "rule": {"comparator": "maintain", "base_value": "42"}, "actual": 41.5},
    {"id": "11", "rule": {**FLOOR, "unit": "%"}, "actual": {"numerator": "46", "denominator": "82"}},
    {"id": "12", "rule": FLOOR, "actual": {"value": "5", "unit": "USD"}, "note": "ngoài quy định"},
]  # fmt: skip


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def handed_in(tmp_path: Path, content: Any) -> Path:
    path = tmp_path / "bang.json"
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, "utf-8")
    return path


def test_what_goes_in_and_comes_out_follows_the_schemas(tmp_path):
    jsonschema.validate(GOOD, schema("judge-input.schema.json"))
    for convention in load_conventions().values():
        for lang in ("vi", "en"):
            out = judge_file_json(handed_in(tmp_path, GOOD), convention, lang)
            jsonschema.validate(json.loads(json.dumps(out)), schema("judge-output.schema.json"))
            assert [case["id"] for case in out] == [case["id"] for case in GOOD]


def test_the_answers(tmp_path):
    judged = judge_file(handed_in(tmp_path, GOOD), PRACTICE)
    verdicts = [outcome.verdict.value for _, outcome in judged]
    assert verdicts == [
        "exceeded", "not_met", "no_data", "no_data", "met", "no_data", "exceeded", "met",
        "not_met", "not_met", "not_met", "not_comparable",
    ]  # fmt: skip


def test_numbers_are_exact_even_when_unquoted(tmp_path):
    text = '[{"id": "1", "rule": {"comparator": "equal", "value": 0.1}, "actual": "0.1"},'
    text += '{"id": "2", "rule": {"comparator": "equal", "value": "12345678901234567890.1"}, "actual": 12345678901234567890.1}]'
    judged = judge_file(handed_in(tmp_path, text), PRACTICE)
    assert [outcome.verdict.value for _, outcome in judged] == ["met", "met"]


BAD_CASES = [
    ({"rule": FLOOR}, "[0].id"),
    ({"id": "1"}, "[0].rule"),
    ({"id": True, "rule": FLOOR}, "[0].id"),
    ("văn bản", "[0]"),
    ({"id": "1", "rule": "at_least"}, "[0].rule"),
    ({"id": "1", "rule": {"value": "5"}}, "[0].rule.comparator"),
    ({"id": None, "rule": FLOOR}, "[0].id"),
    ({"id": "1", "rule": None}, "[0].rule"),
    ({"id": "1", "rule": {"comparator": None}}, "[0].rule.comparator"),
    ({"id": "1", "rule": {"comparator": ["at_least"], "value": "5"}}, "[0].rule.comparator"),
    ({"id": "1", "rule": {**FLOOR, "value": 10**80}}, "[0].rule.value"),
    ({"id": "1", "rule": FLOOR, "actual": 10**80}, "[0].actual"),
    ({"id": "1", "rule": {**FLOOR, "value": True}}, "[0].rule.value"),
    ({"id": "1", "rule": {"comparator": "composite_all", "sub": {"name": "a"}}}, "[0].rule.sub"),
    ({"id": "1", "rule": {"comparator": "composite_all", "sub": [{**FLOOR, "name": " "}]}}, "[0].rule.sub[0].name"),
    ({"id": "1", "rule": {"comparator": "lớn hơn", "value": "5"}}, "[0].rule.comparator"),
    ({"id": "1", "rule": {"comparator": "at_least"}}, "[0].rule.value"),
    ({"id": "1", "rule": {"comparator": "between", "value": "5"}}, "[0].rule.value_high"),
    ({"id": "1", "rule": {"comparator": "between", "value": "5", "value_high": "4"}}, "[0].rule.value_high"),
    ({"id": "1", "rule": {**FLOOR, "value": "1,234.5"}}, "[0].rule.value"),
    ({"id": "1", "rule": {**FLOOR, "value": "năm"}}, "[0].rule.value"),
    ({"id": "1", "rule": {**FLOOR, "value": ["5"]}}, "[0].rule.value"),
    ({"id": "1", "rule": {**FLOOR, "value": "1e9"}}, "[0].rule.value"),
    ({"id": "1", "rule": {**FLOOR, "base_value": ""}}, "[0].rule.base_value"),
    ({"id": "1", "rule": {**FLOOR, "unit": 5}}, "[0].rule.unit"),
    ({"id": "1", "rule": {**FLOOR, "strict": "có"}}, "[0].rule.strict"),
    ({"id": "1", "rule": {**FLOOR, "better": "cao"}}, "[0].rule.better"),
    ({"id": "1", "rule": {**FLOOR, "decimals": "1.5"}}, "[0].rule.decimals"),
    ({"id": "1", "rule": {**FLOOR, "decimals": "-1"}}, "[0].rule.decimals"),
    ({"id": "1", "rule": {**FLOOR, "tolerance_pct": "-1"}}, "[0].rule.tolerance_pct"),
    ({"id": "1", "rule": {**FLOOR, "aprox": True}}, "[0].rule.aprox"),
    ({"id": "1", "rule": {**FLOOR, "sub": COMPOSITE["sub"]}}, "[0].rule.sub"),
    ({"id": "1", "rule": {"comparator": "composite_all"}}, "[0].rule.sub"),
    ({"id": "1", "rule": {"comparator": "composite_all", "sub": []}}, "[0].rule.sub"),
    ({"id": "1", "rule": {"comparator": "composite_all", "sub": [FLOOR]}}, "[0].rule.sub[0].name"),
    ({"id": "1", "rule": {"comparator": "composite_all", "sub": [{**COMPOSITE, "name": "a"}]}}, "[0].rule.sub[0].sub"),
    ({"id": "1", "rule": COMPOSITE, "actual": {"c": "5"}}, "[0].actual.c"),
    ({"id": "1", "rule": COMPOSITE, "actual": {"a": "1,5"}}, "[0].actual.a"),
    ({"id": "1", "rule": COMPOSITE, "actual": 5}, "[0].actual"),
    ({"id": "1", "rule": FLOOR, "actual": "1,234.5"}, "[0].actual"),
    ({"id": "1", "rule": FLOOR, "actual": "trên 3,5"}, "[0].actual"),
    ({"id": "1", "rule": FLOOR, "actual": {"value": "1,234.5"}}, "[0].actual.value"),
    ({"id": "1", "rule": FLOOR, "actual": {"unit": "đồng"}}, "[0].actual.value"),
    ({"id": "1", "rule": FLOOR, "actual": {"value": "5", "đơn vị": "đồng"}}, "[0].actual.đơn vị"),
    ({"id": "1", "rule": FLOOR, "actual": {"numerator": "5"}}, "[0].actual.denominator"),
    ({"id": "1", "rule": FLOOR, "actual": ["5"]}, "[0].actual"),
    ({"id": "1", "rule": FLOOR, "actual": "5", "actual_status": "xong"}, "[0].actual_status"),
    ({"id": "1", "rule": {**FLOOR, "unit": "đ" * 200}, "actual": {"value": "5", "unit": "tỷ đồng"}}, "[0]"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "column"), BAD_CASES)
def test_a_fault_is_located_by_its_path(tmp_path, case, column):
    with pytest.raises(BadInput) as refused:
        judge_file(handed_in(tmp_path, [case]), PRACTICE)
    assert refused.value.place.file == "bang.json"
    assert refused.value.place.column == column
    for lang in ("vi", "en"):
        assert "bang.json" in message(refused.value, lang)


def test_the_path_counts_from_the_top_of_the_list(tmp_path):
    with pytest.raises(BadInput) as refused:
        judge_file(handed_in(tmp_path, [*GOOD, {"id": "x"}]), PRACTICE)
    assert refused.value.place.column == f"[{len(GOOD)}].rule"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,]", '{"id": 1}', '[{"id": NaN}]', "[" * 100_000, '["' + "9" * 5000, "[" + "9" * 5000 + "]"],
)  # fmt: skip
def test_what_is_no_list_of_cases_is_refused(tmp_path, text):
    with pytest.raises(BadInput) as refused:
        judge_file(handed_in(tmp_path, text), PRACTICE)
    assert refused.value.place.file == "bang.json"


def test_files_that_cannot_be_read_are_refused(tmp_path, monkeypatch):
    (tmp_path / "anh.png").write_bytes(b"x")
    (tmp_path / "la.json").write_bytes(b"\xff\xfe[]")
    for name, code in [("anh.png", "judge.file_type"), ("la.json", "file.encoding"), ("x.json", "file.missing")]:  # fmt: skip
        with pytest.raises(BadInput, match=code):
            judge_file(tmp_path / name, PRACTICE)
    monkeypatch.setattr("dieuhanh.exchange.judge_files.MAX_JSON_BYTES", 10)
    with pytest.raises(BadInput, match="too_large"):
        judge_file(handed_in(tmp_path, GOOD), PRACTICE)


@pytest.mark.parametrize(
    ("rule", "actual", "verdict", "ratio"),
    [
        # a bare magnitude is no percentage
        ({"comparator": "at_least", "value": "29.9", "unit": "%"}, {"value": "30", "unit": "tỷ"}, "not_comparable", None),
        ({"comparator": "at_least", "value": "30", "unit": "tỷ"}, {"value": "29.9", "unit": "%"}, "not_comparable", None),
        # relative only when the rule's unit is % and the base's is not
        ({"comparator": "growth_at_least", "value": "5", "unit": "%", "base_value": "50", "base_unit": "%"}, {"value": "53", "unit": "%"}, "not_met", "60.0"),
        ({"comparator": "growth_at_least", "value": "5", "unit": "%", "base_value": "50", "base_unit": "tỷ đồng"}, {"value": "53", "unit": "tỷ đồng"}, "exceeded", "120.0"),
    ],
)  # fmt: skip
def test_units_that_must_not_be_mixed(tmp_path, rule, actual, verdict, ratio):
    path = tmp_path / "j.json"
    path.write_text(json.dumps([{"id": "1", "rule": rule, "actual": actual}]), "utf-8")
    (told,) = judge_file_json(path, load_conventions()["practice"])
    assert (told["verdict"], told["plan_ratio_pct"]) == (verdict, ratio)
