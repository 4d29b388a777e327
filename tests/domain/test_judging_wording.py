"""Every reason judging can give is a sentence in both languages, fresh or out of storage."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from dieuhanh.domain.targets import Part, rule_of
from dieuhanh.domain.verdicts import Reason, Verdict, published_outcome
from dieuhanh.domain.wording import verdicts as wording
from dieuhanh.domain.wording.judging_faults import ERRORS
from dieuhanh.domain.wording.measures import unit_name
from dieuhanh.domain.wording.verdicts import rule_in_words, sentence, verdict_label
from tests.domain.judging_table import judged
from tests.domain.test_judging_other_conventions import LITERAL, ROUNDED
from tests.domain.test_judging_practice import CASES, COMPOSITE

EXTRA = [
    (COMPOSITE, {"a": "1.1", "b": "4"}),
    (COMPOSITE, {"a": "1.1", "b": "5"}),
    (COMPOSITE, {"a": "0", "b": "5"}),
    (COMPOSITE, {}),
    ({**COMPOSITE, "sub": [{"name": "a", "comparator": "at_least", "value": "1", "unit": "%"}]}, {"a": {"value": "1", "unit": "ha"}}),
    ({"comparator": "at_least", "value": "1", "unit": "%"}, {"value": "1", "unit": "ha"}),
    ({"comparator": "growth_at_least", "value": "1", "base_value": "0"}, "1"),
    ({"comparator": "equal", "value": "1"}, "0-2"),
]  # fmt: skip


def _all_reasons() -> list[Reason]:
    tables = [("practice", CASES), ("literal", LITERAL), ("rounded", ROUNDED)]
    reasons = [judged(case[0], case[1], name).reason for name, cases in tables for case in cases]
    reasons += [judged(rule, actual).reason for rule, actual in EXTRA]
    return [*reasons, published_outcome("cơ bản đạt").reason, Reason("actual_missing")]


def test_every_reason_is_a_sentence_also_after_it_was_stored():
    for reason in _all_reasons():
        stored = json.loads(json.dumps({"code": reason.code, "values": dict(reason.values)}))
        for lang in ("vi", "en"):
            said = sentence(reason, lang)
            assert said == sentence(stored, lang)
            assert said.endswith(".")
            assert "{" not in said
            assert "None" not in said


def test_no_sentence_is_written_that_judging_never_says():
    known = {*wording._SENTENCES, *wording._WITHOUT_NUMBERS} - {"past_lower"}
    assert known == {reason.code for reason in _all_reasons()}


def test_every_verdict_has_a_label():
    for verdict in Verdict:
        assert verdict_label(verdict) != verdict_label(verdict, "en")


@pytest.mark.parametrize(
    ("rule", "vi", "en"),
    [
        (rule_of("level", "at_least", value=Decimal(5478), unit="tỷ đồng"), "tối thiểu 5.478 tỷ đồng", "at least 5,478 billion dong"),
        (rule_of("level", "less_than", value=Decimal(4), unit="%"), "dưới 4%", "less than 4%"),
        (rule_of("level", "between", value=Decimal("6.6"), value_high=Decimal("6.8"), unit="%"), "từ 6,6 đến 6,8%", "6.6 to 6.8%"),
        (rule_of("decrease", "at_least", value=Decimal("0.3"), unit="điểm %"), "giảm tối thiểu 0,3 điểm %", "down by at least 0.3 percentage points"),
        (rule_of("growth", "at_least", value=Decimal("6.5"), unit="%", base_value=Decimal(41688), base_unit="tỷ đồng"), "tăng trưởng tối thiểu 6,5% so với 41.688 tỷ đồng", "growth of at least 6.5% from 41,688 billion dong"),
        (rule_of("level", "maintain", value=Decimal(42), unit="%"), "duy trì từ 42% trở lên", "kept at 42% or more"),
        (rule_of("level", "about", value=Decimal(3700), unit="USD"), "khoảng 3.700 USD", "about 3,700 USD"),
        (rule_of("level", "at_least", unit="%"), "tối thiểu (chưa rõ mức kế hoạch)", "at least (plan value not known)"),
        (rule_of("level", "composite", parts=[Part("cả nước", rule_of("decrease", "between", value=Decimal(1), value_high=Decimal("1.5"), unit="điểm %"))]), "đạt cả 1 phần: cả nước giảm từ 1 đến 1,5 điểm %", "all 1 parts: cả nước down by 1 to 1.5 percentage points"),
    ],
)  # fmt: skip
def test_the_rule_in_words(rule, vi, en):
    assert (rule_in_words(rule, "vi"), rule_in_words(rule, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("rule", "actual", "said"),
    [
        ({"comparator": "at_least", "value": "5478", "unit": "tỷ đồng"}, "5851", "Thực hiện 5.851 tỷ đồng, vượt mức kế hoạch tối thiểu 5.478 tỷ đồng là 373 tỷ đồng (bằng 106,8% kế hoạch)."),
        ({"comparator": "at_least", "value": "5478", "unit": "tỷ đồng"}, "5220", "Thực hiện 5.220 tỷ đồng, chưa tới mức kế hoạch tối thiểu 5.478 tỷ đồng, thiếu 258 tỷ đồng (bằng 95,3% kế hoạch)."),
        ({"comparator": "decrease_at_least", "value": "0.3", "unit": "điểm %"}, "0.33", "Thực hiện giảm 0,33 điểm %, vượt mức kế hoạch giảm tối thiểu 0,3 điểm % là 0,03 điểm % (bằng 110,0% kế hoạch)."),
        ({"comparator": "at_least", "value": "56", "unit": "%"}, {"numerator": "46", "denominator": "82"}, "Thực hiện 56,097561% (46/82), vượt mức kế hoạch tối thiểu 56% là 0,097561 điểm % (bằng 100,2% kế hoạch)."),
        ({"comparator": "at_most", "value": "3", "unit": "%", "strict": True}, "xuất siêu", "Thực hiện xuất siêu (dưới 0), đổi dấu so với mức kế hoạch dưới 3%, tính là vượt."),
        ({"comparator": "growth_at_least", "value": "7", "unit": "%", "base_value": "100", "base_unit": "tỷ đồng"}, "106", "Thực hiện 106 tỷ đồng, tức mức tăng 6%, chưa tới mức kế hoạch tăng trưởng tối thiểu 7% so với 100 tỷ đồng, thiếu 1 điểm % (bằng 85,7% kế hoạch)."),
    ],
)  # fmt: skip
def test_sentences_read_well(rule, actual, said):
    assert sentence(judged(rule, actual).reason) == said


def test_faults_say_something_in_both_languages():
    for code, (vi, en) in ERRORS.items():
        assert vi != en, code
        assert vi.endswith((".", ")")), code


def test_units_are_said_in_english():
    assert unit_name("nghìn tỷ đồng", "en") == "trillion dong"
    assert unit_name("lượt người", "en") == "person-times"
    assert unit_name("triệu USD", "en") == "million USD"
