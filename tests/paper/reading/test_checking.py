"""A text's claims against the books and against themselves, by exact decimals as printed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.wording.paper_checks import MARKS, REASONS, mark_in_words, reason_in_words
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.checking import Checked, Mark, Reason, Stated, check_reading
from dieuhanh.paper.reading.records import CitedDocument, Claim, Kind, Reading


@dataclass
class Held:
    """Books that hold one indicator."""

    figure: Sequence[Stated] = field(default_factory=tuple)
    plan: Sequence[Stated] = field(default_factory=tuple)

    def figures(self, indicator: str, period: str | None) -> Sequence[Stated]:
        return self.figure if (indicator, period) == ("thu", "năm 2021") else ()

    def plan_values(self, indicator: str, period: str | None) -> Sequence[Stated]:
        return self.plan if (indicator, period) == ("thu", "năm 2021") else ()

    def figures_at(self, area: str, indicator: str, period: str | None) -> Sequence[Stated] | None:
        return {"huyện U Minh": [LOWER], "huyện Thới Bình": []}.get(area)


def _claim(
    value: str, unit: str = "tỷ đồng", kind: Kind = "level", at: int = 0, **more: str
) -> Claim:
    texts = {"about", "quote", "bound", "role", "direction", "numerator_unit", "period"}
    told = {key: each if key in texts else Decimal(each) for key, each in more.items()}
    fixed = {"indicator": "thu", "period": "năm 2021", "start": at, "end": at + 1, "quote": "x"}
    return Claim(**{**fixed, "value": Decimal(value), "unit": unit, "kind": kind, **told})  # type: ignore[arg-type]


def _checked(claim: Claim, books: Held | None = None, code: str | None = "thu") -> Checked:
    return check_reading("x" * 99, Reading(claims=(claim,)), lambda _: code, books or Held())[0]


def _codes(claim: Claim, books: Held | None = None) -> list[str]:
    found = _checked(claim, books).reasons
    return [reason.code for reason in found if reason.mark is not Mark.UNKNOWN]


NOW = Stated(Decimal(5851), "tỷ đồng", known_from=date(2022, 1, 12), link="/so-lieu/1")
THEN = Stated(Decimal(5220), "tỷ đồng", known_from=date(2021, 12, 31), link="/so-lieu/0")
LOWER = Stated(Decimal(203), "tỷ đồng", link="/so-lieu/2")
PLAN = Stated(Decimal(5478), "tỷ đồng", link="/ke-hoach/1")


@pytest.mark.parametrize(
    ("claim", "mark", "code"),
    [
        (_claim("5851"), Mark.AGREES, "figure_agrees"),
        (_claim("5.85", "nghìn tỷ đồng"), Mark.AGREES, "figure_agrees"),
        (_claim("5.9", "nghìn tỷ đồng"), Mark.AGREES, "figure_agrees"),
        (_claim("5800", bound="more_than"), Mark.AGREES, "figure_agrees"),
        (_claim("5900", bound="about"), Mark.AGREES, "figure_agrees"),
        (_claim("5851", bound="more_than"), Mark.DISAGREES, "figure_differs"),
        (_claim("5852"), Mark.DISAGREES, "figure_differs"),
        (_claim("5.851", "triệu đồng"), Mark.DISAGREES, "figure_differs"),
        (_claim("5220"), Mark.DISAGREES, "figure_since_changed"),
        (_claim("5851", "triệu USD"), Mark.UNKNOWN, "unit"),
        (_claim("5478", role="plan"), Mark.AGREES, "plan_agrees"),
        (_claim("5500", role="plan"), Mark.DISAGREES, "plan_differs"),
        (_claim("5851", role="benchmark"), Mark.UNKNOWN, "benchmark"),
        (_claim("5851", period="năm 2020"), Mark.UNKNOWN, "no_figure"),
        (_claim("203", about="huyện U Minh"), Mark.AGREES, "figure_agrees"),
        (_claim("5851", about="huyện U Minh"), Mark.DISAGREES, "figure_differs"),
        (_claim("203", about="huyện U Minh", role="plan"), Mark.UNKNOWN, "of_one_area"),
        (_claim("5851", about="huyện Thới Bình"), Mark.UNKNOWN, "of_one_area"),
        (_claim("3500", about="tỉnh Bạc Liêu"), Mark.UNKNOWN, "other_place"),
        (_claim("5851", plan_value="5478"), Mark.AGREES, "figure_agrees"),
        (_claim("5851", plan_value="5400"), Mark.DISAGREES, "told_plan_differs"),
        (_claim("5851", vs_plan_pct="6.8"), Mark.AGREES, "figure_agrees"),
        (_claim("5851", vs_plan_pct="7.8"), Mark.DISAGREES, "vs_plan_by_books"),
        (_claim("5851", plan_ratio_pct="106.8"), Mark.AGREES, "figure_agrees"),
        (_claim("5851", plan_ratio_pct="110"), Mark.DISAGREES, "ratio_by_books"),
    ],
)
def test_a_claim_against_the_books(claim: Claim, mark: Mark, code: str) -> None:
    checked = _checked(claim, Held((NOW, THEN), (PLAN,)))
    assert (checked.mark, checked.reasons[0].code) == (mark, code)


def test_what_disagrees_shows_the_books_value_its_vintage_and_its_page() -> None:
    reason = _checked(_claim("5220"), Held((NOW, THEN))).reasons[0]
    assert (reason.values["books"], reason.vintage, reason.link) == (
        Decimal(5851), "12/01/2022", "/so-lieu/1",
    )  # fmt: skip
    assert reason_in_words(reason.code, reason.values) == (
        "Số 5.220 tỷ đồng là số biết từ 31/12/2021; số hiện hành là 5.851 tỷ đồng."
    )


def test_a_claim_no_indicator_is_meant_by_is_unknown() -> None:
    checked = _checked(_claim("5851"), Held((NOW,)), code=None)
    assert (checked.mark, checked.reasons[0].code) == (Mark.UNKNOWN, "no_match")


@pytest.mark.parametrize(
    ("claim", "codes"),
    [
        (_claim("5851", plan_value="5400", vs_plan_pct="6.8"), ["vs_plan"]),
        (_claim("5851", plan_value="5478", vs_plan_pct="6.8"), []),
        (_claim("5851", plan_value="5400", vs_plan_pct="8.4"), []),
        (_claim("5400", plan_value="5200", plan_ratio_pct="103.8"), []),
        (_claim("5400", plan_value="5200", plan_ratio_pct="102.8"), ["ratio"]),
        (_claim("120", prev_value="100", yoy_pct="20", quote="(cùng kỳ 100 tỷ đồng)"), []),
        (_claim("120", prev_value="100", yoy_pct="-20", quote="(cùng kỳ 100 tỷ đồng)"), ["yoy"]),
        (_claim("85", prev_value="100", yoy_pct="-15", quote="(cùng kỳ 100 tỷ đồng)"), []),
        (_claim("85", prev_value="64", yoy_pct="-15", quote="(cùng kỳ giảm 64%)"), []),
        (_claim("60", "%", "share", numerator="46", denominator="82"), ["share"]),
        (_claim("56", "%", "share", numerator="46", denominator="82"), []),
        (_claim("56.1", "%", "share", numerator="46", denominator="82"), []),
        (_claim("83", "xã", "count", numerator="83", denominator="82"), ["more_than_all"]),
        (
            _claim("27", "%", "share", plan_value="24.2", vs_plan_pct="2.8"),
            [],
        ),  # points, not per cent
        (_claim("5851", plan_value="0", vs_plan_pct="6.8"), []),
    ],
)
def test_a_claim_against_itself(claim: Claim, codes: list[str]) -> None:
    assert _codes(claim) == codes


@given(
    st.decimals(1, 10**6, places=1), st.decimals(1, 10**6, places=1), st.integers(0, 2)
)  # fmt: skip
def test_what_was_computed_and_rounded_is_never_called_inconsistent(
    value: Decimal, plan: Decimal, places: int
) -> None:
    printed = round((value / plan - 1) * 100, places)
    assert _codes(_claim(f"{value}", plan_value=f"{plan}", vs_plan_pct=f"{printed:f}")) == []
    off = printed + (abs(printed) + 100) / 2
    assert _codes(_claim(f"{value}", plan_value=f"{plan}", vs_plan_pct=f"{off:f}")) == [
        "vs_plan"
    ] or (
        min(value, plan) < 5  # so small that the printed digit hides much
    )


def _sums(joint: str, whole: str, *parts: str, between: str = "; ") -> list[str]:
    text, claims = f"thu {whole} tỷ đồng, {joint} ", []
    claims.append(replace(_claim(whole), start=0, end=len(text) - len(joint) - 3))
    for part in parts:
        claims.append(replace(_claim(part), start=len(text), end=len(text) + 5))
        text += f"xxxxx{between}"
    checked = check_reading(text, Reading(claims=tuple(claims)), lambda _: None, Held())
    return [reason.code for reason in checked[0].reasons if reason.mark is Mark.INCONSISTENT]


def test_parts_against_their_whole() -> None:
    assert _sums("trong đó", "100", "60", "50") == ["parts_more"]
    assert _sums("trong đó", "100", "60", "30") == []
    assert _sums("gồm", "100", "60", "30") == ["parts_less"]
    assert _sums("gồm", "100", "60.4", "40.1") == []
    assert _sums("so với", "100", "60", "50") == []
    assert _sums("trong đó", "100", "60", "50", between=", riêng ") == []
    assert _sums("trong đó", "100", "60", "50", between=" (") == []
    assert _sums("trong đó", "100", "60", "50", between=". ") == []
    assert _sums("trong đó", "100", "160") == []  # one part is no breakdown


@pytest.mark.parametrize(
    ("text", "day", "period", "found"),
    [
        (
            "Theo Nghị quyết số 8/NQ-HĐND, kế hoạch thu 5.600 tỷ đồng.",
            "2022-12-09",
            "năm 2024",
            True,
        ),
        (
            "Theo Nghị quyết số 8/NQ-HĐND, kế hoạch thu 5.600 tỷ đồng.",
            "2023-12-09",
            "năm 2024",
            False,
        ),
        (
            "Nghị quyết số 8/NQ-HĐND giai đoạn 2021-2025: thu 5.600.",
            "2020-12-09",
            "năm 2024",
            False,
        ),
        (
            "Nghị quyết số 8/NQ-HĐND đã ban hành. Kế hoạch thu 5.600.",
            "2022-12-09",
            "năm 2024",
            False,
        ),
    ],
)
def test_a_paper_of_another_year_cited_for_a_plan(
    text: str, day: str, period: str, found: bool
) -> None:
    at, start = text.index("5.600"), text.index("Nghị")
    claim = replace(_claim("5600", role="plan", period=period), start=at, end=at + 5)
    cited = CitedDocument(
        type="Nghị quyết", number="8/NQ-HĐND", date=day, quote="", start=start, end=start + 24
    )
    reading = Reading(claims=(claim,), documents=(cited,))
    codes = [
        reason.code for reason in check_reading(text, reading, lambda _: None, Held())[0].reasons
    ]
    assert ("plan_year" in codes) is found


def test_nothing_true_is_called_inconsistent_in_the_open_texts() -> None:
    found = []
    for path in sorted((Path(__file__).parent / "texts" / "open").glob("*.txt")):
        text = path.read_bytes().decode()
        checked = check_reading(text, read(text), lambda _: None, Held())
        found += [
            (path.name, each.claim.quote) for each in checked if each.mark is Mark.INCONSISTENT
        ]
    assert found == []


def test_falls_agree_with_falls() -> None:
    fall = _claim("3.6", "%", "growth", direction="down")
    assert _codes(fall, Held((Stated(Decimal("-3.6"), "%"),))) == ["figure_agrees"]
    assert _codes(fall, Held((Stated(Decimal("3.6"), "%"),))) == ["figure_differs"]
    cut = _claim("0.33", "%", "change", direction="down", bound="at_least")
    assert _codes(cut, Held((Stated(Decimal("0.33"), "điểm %"),))) == ["figure_agrees"]


def test_every_reason_has_its_words_in_both_languages_and_its_json() -> None:
    values = dict.fromkeys(
        (
            "value",
            "books",
            "then",
            "stated",
            "base",
            "made",
            "top",
            "bottom",
            "sum",
            "count",
            "met",
            "total",
            "of",
        ),
        Decimal("1234.5"),
    )
    texts = {
        "unit": "%",
        "books_unit": "tấn",
        "day": "01/01/2022",
        "document": "8/NQ-HĐND",
        "area": "Năm Căn",
    }
    every = {**values, **texts, "year": 2022, "planned": 2024}
    for code in REASONS:
        vi, en = reason_in_words(code, every), reason_in_words(code, every, "en")
        assert vi != en
        assert "{" not in vi + en
        assert " %" not in vi + en
    assert (
        reason_in_words("share", every) == "1.234,5 trên 1.234,5 là 1.234,5%, không phải 1.234,5%."
    )
    assert {mark_in_words(mark) for mark in Mark} == {vi for vi, _ in MARKS.values()}
    told = Reason(Mark.AGREES, "figure_agrees", {"books": Decimal("5.0")}).as_json()
    assert json.loads(json.dumps(told))["values"] == {"books": "5.0"}
