"""Checks: each kind finds what it should, says so with its numbers, and never guesses."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.cells import Cell, read_cell
from dieuhanh.domain.checks import (
    CheckKind,
    Finding,
    Past,
    Rule,
    Severity,
    rule_parameters,
    run_checks,
)
from dieuhanh.domain.checks.robust import median, spread
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.forms import RowKind, RowSpec
from dieuhanh.domain.wording.checks import FINDINGS, finding_text

ROWS = (
    RowSpec("tong", "Tổng", indicator="a", unit="người"),
    RowSpec("nam", "Nam", indicator="a", breakdown="gioi=nam", unit="người", parent="tong"),
    RowSpec("nu", "Nữ", indicator="a", breakdown="gioi=nu", unit="người", parent="tong"),
    RowSpec("ho", "Tổng số hộ", indicator="b", unit="hộ"),
    RowSpec("ngheo", "Hộ nghèo", indicator="c", unit="hộ"),
    RowSpec(
        "ty-le", "Tỷ lệ hộ nghèo", RowKind.RATIO, indicator="d", unit="%", decimals=2,
        numerator="ngheo", denominator="ho",
    ),
    RowSpec("go", "Tỷ lệ gõ tay", indicator="e", unit="%", decimals=1, required=False),
)  # fmt: skip
FULL = {"tong": "100", "nam": "60", "nu": "40", "ho": "1.000", "ngheo": "33", "go": "3,3"}


def rule(kind: CheckKind, row: str, severity: Severity = Severity.HARD, **given: Any) -> Rule:
    return Rule("quy-tac", kind, row, severity, rule_parameters(kind, given))


def run(
    *rules: Rule,
    past: dict[str, Past] | None = None,
    notes: dict[str, str] | None = None,
    elsewhere: dict[tuple[str, str, int], Cell] | None = None,
    named: dict[str, str] | None = None,
    **typed: str,
) -> list[Finding]:
    said = FULL | {key.replace("_", "-"): text for key, text in typed.items()}
    decimals = {row.key: row.decimals for row in ROWS}
    return run_checks(
        rules,
        rows=ROWS,
        areas=[7],
        cells={(key, 7): read_cell(text, decimals[key]) for key, text in said.items()},
        past={(key, 7): each for key, each in (past or {}).items()},
        notes={(key, 7): each for key, each in (notes or {}).items()},
        elsewhere=elsewhere,
        named=named,
    )


def codes(found: list[Finding]) -> list[str]:
    return [f"{each.row_key} {each.code}" for each in found]


def test_a_whole_sheet_without_rules_finds_nothing() -> None:
    assert run() == []


def test_what_every_form_is_checked_for() -> None:
    assert codes(run(tong="", go="")) == ["tong missing"]
    assert codes(run(tong="…", nam="-", nu="x")) == []
    assert codes(run(go="3,35")) == ["go longer"]
    assert codes(run(ho="0")) == ["ho over_zero"]
    unread = run_checks((), rows=ROWS[:1], areas=[7], cells={("tong", 7): None})
    assert codes(unread) == ["tong unreadable"]
    assert codes(run_checks((), rows=ROWS[:1], areas=[7, 8], cells={})) == ["tong missing"] * 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [("0", []), ("100", []), ("101", ["ho above"]), ("-1", ["ho below"]), ("…", [])],
)
def test_range_holds_at_its_limits(typed: str, found: list[str]) -> None:
    told = run(rule(CheckKind.RANGE, "ho", low="0", high="100"), ho=typed, ngheo="-")
    assert codes(told) == found


def test_range_of_a_ratio_is_exact() -> None:
    third = rule(CheckKind.RANGE, "ty-le", high="33.3333")
    assert codes(run(third, ngheo="1", ho="3")) == ["ty-le above"]
    assert codes(run(third, ngheo="333", ho="1.000")) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("150", []), ("151", ["tong rose_year"]), ("60", []), ("59", ["tong fell_year"]),
    ],
)  # fmt: skip
def test_change_over_the_limit_is_asked_about(typed: str, found: list[str]) -> None:
    asked = rule(CheckKind.CHANGE, "tong", Severity.SOFT, up="50", down="40")
    assert codes(run(asked, past={"tong": Past(None, Fraction(100))}, tong=typed)) == found


def test_change_needs_a_past_and_may_have_a_least_amount() -> None:
    asked = rule(CheckKind.CHANGE, "tong", up="50", down="50", against="last_period")
    assert run(asked, tong="900") == []
    assert run(asked, past={"tong": Past(Fraction(0), Fraction(1))}, tong="900") == []
    assert codes(run(asked, past={"tong": Past(Fraction(2))}, tong="9")) == ["tong rose_period"]
    small = rule(CheckKind.CHANGE, "tong", up="50", least="10", against="last_period")
    assert run(small, past={"tong": Past(Fraction(2))}, tong="9") == []


def test_outlier_needs_enough_history() -> None:
    asked = rule(CheckKind.OUTLIER, "tong", Severity.SOFT)
    series = tuple(Fraction(n) for n in (98, 99, 100, 101, 102, 100, 99, 101))
    assert codes(run(asked, past={"tong": Past(series=series)}, tong="130")) == ["tong outlier"]
    assert run(asked, past={"tong": Past(series=series)}, tong="103") == []
    assert run(asked, past={"tong": Past(series=series[:7])}, tong="130") == []


def test_one_earlier_blunder_does_not_hide_the_next() -> None:
    asked = rule(CheckKind.OUTLIER, "tong")
    series = tuple(Fraction(n) for n in (98, 99, 100, 101, 102, 100, 99, 100_000))
    assert codes(run(asked, past={"tong": Past(series=series)}, tong="100.000")) == ["tong outlier"]


@pytest.mark.parametrize(
    ("relation", "nam", "found"),
    [
        ("equal", "60", []), ("equal", "61", ["tong parts_over"]), ("equal", "59", ["tong parts_under"]),
        ("at_most", "59", []), ("at_most", "61", ["tong parts_over"]),
        ("equal", "…", []), ("equal", "-", ["tong parts_under"]),
    ],
)  # fmt: skip
def test_parts_against_their_whole(relation: str, nam: str, found: list[str]) -> None:
    assert codes(run(rule(CheckKind.PARTS, "tong", relation=relation), nam=nam)) == found


def test_parts_not_yet_whole_can_still_be_too_many() -> None:
    parts = rule(CheckKind.PARTS, "tong")
    assert codes(run(parts, nam="…", nu="101")) == ["tong parts_over"]
    assert run(rule(CheckKind.PARTS, "tong", tolerance="1"), nam="61") == []


def test_a_sum_over_another_form_waits_until_it_is_handed_in() -> None:
    asked = rule(CheckKind.SUM, "ho", terms="bieu-b:ho-thanh-thi, bieu-b:ho-nong-thon")
    assert run(asked) == []
    there = {("bieu-b", "ho-thanh-thi", 7): Cell(Decimal(400)),
             ("bieu-b", "ho-nong-thon", 7): Cell(Decimal(500))}  # fmt: skip
    names = {"bieu-b:ho-thanh-thi": "Hộ thành thị (Biểu B)"}
    (found,) = run(asked, elsewhere=there, named=names)
    assert found.code == "sum_under"
    assert found.values["parts"] == "Hộ thành thị (Biểu B); bieu-b:ho-nong-thon"
    at_least = rule(CheckKind.SUM, "ho", terms=["ngheo", "ngheo"], relation="at_least")
    (under,) = run(at_least)
    label = next(row.label for row in ROWS if row.key == "ngheo")
    assert (under.code, under.values["parts"]) == ("sum_under", f"{label}; {label}")
    assert codes(run(rule(CheckKind.SUM, "ngheo", terms=["ho"], relation="at_least"))) == []


def test_ratio_of_two_rows() -> None:
    assert codes(run(rule(CheckKind.RATIO, "ty-le"), ngheo="1.001")) == ["ty-le part_over_whole"]
    typed = rule(CheckKind.RATIO, "go", numerator="ngheo", denominator="ho", tolerance="0.1")
    assert run(typed, go="3,4") == []
    assert codes(run(typed, go="3,5")) == ["go ratio_differs"]
    assert run(typed, go="3,5", ho="…") == []


def test_a_soft_finding_is_answered_by_a_note_and_a_hard_one_is_not() -> None:
    asked = rule(CheckKind.RANGE, "ho", Severity.SOFT, high="10")
    (question,) = run(asked)
    (answered,) = run(asked, notes={"ho": "Nhập hộ theo tổng điều tra"})
    (hard,) = run(rule(CheckKind.RANGE, "ho", high="10"), notes={"ho": "vì"})
    assert (question.blocks, answered.blocks, hard.blocks) == (True, False, True)
    assert "ghi chú" in finding_text(question, "vi")
    assert "ghi chú" not in finding_text(hard, "vi")


def test_a_rule_on_a_row_that_is_gone_finds_nothing() -> None:
    assert run(rule(CheckKind.RANGE, "khong-con", high="1")) == []


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        (CheckKind.RANGE, {}, "check.no_limits"),
        (CheckKind.RANGE, {"low": "5", "high": "1"}, "check.limits_crossed"),
        (CheckKind.RANGE, {"low": "nhiều"}, "check.number"),
        (CheckKind.RANGE, {"low": "NaN"}, "check.number"),
        (CheckKind.CHANGE, {"against": "hôm qua", "up": "5"}, "check.relation"),
        (CheckKind.CHANGE, {"up": "-5"}, "check.below_zero"),
        (CheckKind.RANGE, {"high": "1e9999"}, "check.number"),
        (CheckKind.OUTLIER, {"history": "3"}, "check.short_history"),
        (CheckKind.OUTLIER, {"history": "8.5"}, "check.short_history"),
        (CheckKind.OUTLIER, {"history": "30"}, "check.short_history"),
        (CheckKind.OUTLIER, {"limit": "0"}, "check.below_zero"),
        (CheckKind.SUM, {}, "check.no_terms"),
        (CheckKind.SUM, {"terms": "a:b:c"}, "check.term"),
        (CheckKind.RATIO, {"numerator": "a"}, "check.ratio_rows"),
        (CheckKind.PARTS, {"relation": "at_least"}, "check.relation"),
    ],
)
def test_rules_that_cannot_be_are_refused(
    kind: CheckKind, given: dict[str, str], code: str
) -> None:
    with pytest.raises(BadInput) as told:
        rule_parameters(kind, given)
    assert told.value.code == code


def test_every_finding_reads_in_both_languages() -> None:
    every = {"label": "A", "value": Decimal("1234.5"), "unit": "hộ", "limit": Decimal(1)}
    every |= {name: Decimal(2) for name in ("base", "percent", "median", "low", "high", "sum", "gap",
              "made", "whole", "typed", "kept")}  # fmt: skip
    every |= {"count": 8, "decimals": 1, "parts": "B; C", "top": "B", "bottom": "C"}
    for code, (vi, en) in FINDINGS.items():
        names = [{n for _, n, _, _ in Formatter().parse(text) if n} for text in (vi, en)]
        assert names[0] == names[1]
        told = Finding("a", 1, Severity.HARD, code, every)
        assert finding_text(told, "vi") != finding_text(told, "en")
    assert "1.234,5" in finding_text(Finding("a", 1, Severity.HARD, "above", every), "vi")


NUMBERS = st.fractions(-(10**9), 10**9, max_denominator=100)


@given(st.lists(NUMBERS, min_size=5, max_size=24), NUMBERS, st.fractions(Fraction(1, 100), 100))
def test_outliers_do_not_depend_on_the_unit(
    series: list[Fraction], value: Fraction, scale: Fraction
) -> None:
    known, scaled = spread(series), spread([n * scale for n in series])
    assert (known is None) == (scaled is None)
    if known and scaled:
        assert known.score(value) == scaled.score(value * scale)
        low, high = known.band(Fraction(7, 2))
        assert (low <= value <= high) == (known.score(value) <= Fraction(7, 2))


@given(st.lists(NUMBERS, min_size=1, max_size=30))
def test_half_lie_on_either_side_of_the_median(series: list[Fraction]) -> None:
    middle = median(series)
    assert sum(n < middle for n in series) <= len(series) / 2
    assert sum(n > middle for n in series) <= len(series) / 2


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_parts_equal_the_whole_exactly_when_they_add_up(total: int, nam: int, nu: int) -> None:
    said = {"tong": total, "nam": nam, "nu": nu}
    cells = {(key, 7): Cell(Decimal(number)) for key, number in said.items()}
    found = run_checks([rule(CheckKind.PARTS, "tong")], rows=ROWS[:3], areas=[7], cells=cells)
    assert (found == []) == (total == nam + nu)
