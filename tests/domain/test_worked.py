"""A rule read back: samples on and beside its bounds, outcomes by judging itself."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Better
from dieuhanh.domain.judging import judge
from dieuhanh.domain.targets import (
    NUMBERLESS,
    Part,
    PlanComparator,
    TargetKind,
    comparators_of,
    rule_of,
)
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.domain.wording.worked import (
    COMPARATORS,
    KINDS,
    comparator_words,
    kind_words,
    possible_words,
    worked_text,
)
from dieuhanh.domain.worked import worked
from dieuhanh.exchange.law import load_conventions

PRACTICE = load_conventions()["practice"]
PAIRS = [(kind, word) for kind in TargetKind for word in comparators_of(kind)]
REVENUE = rule_of("level", "at_least", value=Decimal(5478), unit="tỷ đồng")


def told(rule: object, known: tuple[Decimal, ...] = (), lang: str = "vi") -> list[str]:
    return [worked_text(rule, each, lang) for each in worked(rule, PRACTICE, known)]  # type: ignore[arg-type]


def test_the_revenue_of_2021_reads_back_as_it_was_published() -> None:
    assert told(REVENUE, (Decimal(5851),)) == [
        "5.400 → không đạt",
        "5.478 → đạt",
        "5.851 → vượt 6,8%",
    ]
    assert told(REVENUE, (Decimal(5851),), "en")[2] == "5,851 → exceeded by 6.8%"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            rule_of("level", "at_most", value=Decimal(46), unit="%", better=Better.LOWER),
            ["45 → đạt", "46 → đạt", "47 → không đạt"],
        ),
        (
            rule_of("level", "at_most", value=Decimal(300), unit="triệu USD"),
            ["-10 → vượt", "290 → đạt", "300 → đạt", "310 → không đạt"],
        ),
        (
            rule_of(
                "level", "between", value=Decimal("6.5"), value_high=Decimal(7), unit="%",
                better=Better.HIGHER,
            ),
            [
                "6,4 → không đạt", "6,5 → đạt", "6,8 → đạt", "7 → đạt", "7,1 → vượt 0,1 điểm %",
            ],
        ),
        (
            rule_of("decrease", "at_least", value=Decimal("0.3"), unit="điểm %"),
            ["giảm 0,2 → không đạt", "giảm 0,3 → đạt", "giảm 0,4 → vượt 0,1 điểm %"],
        ),
        (
            rule_of(
                "growth", "at_least", value=Decimal("6.5"), unit="%", base_value=Decimal(5220),
                base_unit="tỷ đồng",
            ),
            [
                "5.554,08 (tăng 6,4%) → không đạt", "5.559,3 (tăng 6,5%) → đạt",
                "5.564,52 (tăng 6,6%) → vượt 0,1 điểm %",
            ],
        ),
        (
            rule_of(
                "level", "maintain", value=Decimal(95), unit="%", better=Better.HIGHER
            ),
            ["94 → không đạt", "95 → đạt", "96 → đạt"],
        ),
        (
            rule_of("level", "equal", value=Decimal(100), unit="%", better=Better.HIGHER),
            ["90 → không đạt", "100 → đạt"],
        ),
        (
            rule_of("level", "qualitative"),
            ["đạt → đạt", "không đạt → không đạt", "đang thực hiện → chưa đủ số liệu"],
        ),
    ],
)  # fmt: skip
def test_each_comparator_reads_back(rule: object, expected: list[str]) -> None:
    assert told(rule) == expected


def test_a_composite_fails_with_any_part_and_waits_for_all() -> None:
    parts = [Part("a", REVENUE), Part("b", rule_of("level", "at_most", value=Decimal(4), unit="%"))]
    found = worked(rule_of("level", "composite", parts=parts), PRACTICE)
    assert [each.outcome.verdict for each in found] == [
        Verdict.MET, Verdict.NOT_MET, Verdict.NOT_MET, Verdict.EXCEEDED, Verdict.NO_DATA,
    ]  # fmt: skip


def test_an_unknown_value_is_tried_on_nothing() -> None:
    assert told(rule_of("level", "at_least", unit="%")) == []


def test_every_kind_and_comparator_has_words_in_both_languages() -> None:
    assert set(KINDS) == set(TargetKind)
    assert set(COMPARATORS) == set(PlanComparator)
    for lang, kind in product(("vi", "en"), TargetKind):
        assert kind_words(kind, lang)  # type: ignore[arg-type]
        assert possible_words(kind, lang)  # type: ignore[arg-type]
    assert comparator_words("between") != comparator_words("between", "en")


NUMBERS = st.decimals("-9999", "99999", places=1, allow_nan=False).map(abs)


@given(
    st.sampled_from(PAIRS), NUMBERS, NUMBERS, st.sampled_from(["%", "tỷ đồng", "điểm %"]),
    st.sampled_from([Better.HIGHER, Better.LOWER]), st.booleans(),
)  # fmt: skip
def test_samples_say_what_judging_says(
    pair: tuple[TargetKind, PlanComparator], one: Decimal, other: Decimal, unit: str,
    better: Better, with_base: bool,
) -> None:  # fmt: skip
    """Whatever the rule: outcomes are judging's own, and the plan's own value among the samples."""
    kind, comparator = pair
    low, high = sorted((one, other))
    try:
        rule = rule_of(
            kind, comparator, value=low, value_high=high if comparator == "between" else None,
            unit=unit, better=better, base_value=Decimal(1000) if with_base else None,
            base_unit="tỷ đồng" if with_base else "",
            parts=[Part("a", REVENUE)] if comparator == "composite" else (),
        )  # fmt: skip
    except BadInput:
        return
    found = worked(rule, PRACTICE)
    assert found
    for sample in found:
        assert sample.outcome == judge(rule, sample.actual, PRACTICE)
        assert worked_text(rule, sample)
    values = [each.actual.value for each in found if each.actual.value is not None]
    assert values == sorted(values)
    if not rule.is_change and rule.plan is not None and rule.comparator not in NUMBERLESS:
        assert rule.plan in values
