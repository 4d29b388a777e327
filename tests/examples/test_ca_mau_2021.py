"""Cà Mau 2021 holds what its sources say, and nothing that no source says."""

from __future__ import annotations

import hashlib
import json
import re
from decimal import Decimal

import pytest

from tests.examples.example_files import (
    CA_MAU,
    EXAMPLES,
    Row,
    facts,
    half_up,
    number,
    rows,
    template,
)

ARTICLE = CA_MAU / "documents" / "bai-bao-2022-01-12.txt"
ARTICLE_SHA256 = "fa43ec0305a9ba44ffb438eafd21923de5e83e7f640b04f100e5d25117252f36"
ARTICLE_CODE = "bai-bao-2022-01-12"


def article() -> str:
    return ARTICLE.read_bytes().decode()


def targets() -> dict[str, Row]:
    return {row["no"]: row for row in rows(CA_MAU, "targets")}


def stated(indicator: str, period: str = "2021") -> list[Row]:
    return [
        row
        for row in rows(CA_MAU, "figures")
        if (row["indicator"], row["period"]) == (indicator, period)
    ]


def test_the_article_is_carried_whole_with_its_labels() -> None:
    assert hashlib.sha256(ARTICLE.read_bytes()).hexdigest() == ARTICLE_SHA256
    labels = json.loads(ARTICLE.with_suffix(".labels.json").read_text(encoding="utf-8"))
    text = article()
    claims = labels["claims"]
    assert len(claims) == 13
    assert all(text[c["start"] : c["end"]] == c["quote"] for c in claims)
    (document,) = [d for d in rows(CA_MAU, "documents") if d["code"] == ARTICLE_CODE]
    assert CA_MAU / document["file"] == ARTICLE
    assert document["url"] == facts("targets_2021_camau")[0]["source"]


@pytest.mark.parametrize("name", ["figures", "judgements", "tallies", "findings"])
def test_what_comes_from_the_article_quotes_it_exactly(name: str) -> None:
    found = [row for row in rows(CA_MAU, name) if row["document"] == ARTICLE_CODE]
    assert found
    for row in found:
        assert row["quote"]
        assert row["quote"] in article()
        if name == "figures":
            assert row["as_printed"] in row["quote"]
            assert row["value"].removeprefix("-") in row["as_printed"]
        if name == "tallies":
            assert f"{row['met']}/{row['total']}" in row["quote"]


def test_plan_values_told_by_the_article_are_its_words() -> None:
    told = [t for t in targets().values() if t["value_source"].startswith("bài báo 12/01/2022: “")]
    assert [t["no"] for t in told] == ["3", "5", "6", "8"]
    for target in told:
        words = target["value_source"].partition("“")[2].rstrip("”")
        assert words in article()
        assert target["value"] in words


UNITS = {"điểm % (written %)": "điểm %"}
POLARITY = {"higher reduction": "higher", "none / at plan": "none", "mixed": "none"}


def test_the_22_targets_are_those_of_the_facts() -> None:
    told = facts("targets_2021_camau")
    assert list(targets()) == [fact["no"] for fact in told] == [str(n) for n in range(1, 23)]
    for fact, target in zip(told, targets().values(), strict=True):
        assert target["group"] == fact["group"]
        assert target["better"] == POLARITY.get(fact["direction"], fact["direction"])
        assert (target["candidate"] == "x") == ("candidate" in fact["in_list"])
        if int(fact["no"]) < 21:
            assert target["name"] == fact["target_vi"]
            assert target["unit"] == UNITS.get(fact["unit"], fact["unit"])
        plan = number(target["value"]) if target["value"] else None
        assert plan == (Decimal(fact["plan_2021"]) if fact["plan_2021"] else None)
        assert (plan is None) == (target["value_status"] == "unknown")
        assert bool(target["value_source"] and target["value_document"]) == (plan is not None)
    assert sum(t["candidate"] == "x" for t in targets().values()) == 10


@pytest.mark.parametrize("no", ["21", "22"])
def test_a_target_without_a_name_gets_no_candidates_name(no: str) -> None:
    target = targets()[no]
    assert target["name"] == "chưa rõ tên"
    for column in ("indicator", "unit", "kind", "comparator", "value", "lead_body"):
        assert target[column] == ""


def test_how_surely_each_plan_value_is_known() -> None:
    by_status: dict[str, list[str]] = {}
    for no, target in targets().items():
        by_status.setdefault(target["value_status"], []).append(no)
    assert by_status["derived"] == ["1", "2"]
    assert by_status["approximate"] == ["15"]
    assert by_status["stated"] == ["3", "5", "6", "8", "16", "19"]
    for no in by_status["derived"]:
        assert targets()[no]["value_source"].startswith("suy ra từ bài báo 12/01/2022")


@pytest.mark.parametrize(
    ("no", "printed"), [("1", "vượt 6,8% kế hoạch"), ("2", "vượt 1,1% kế hoạch")]
)
def test_derived_plan_values_give_back_the_printed_excess(no: str, printed: str) -> None:
    target = targets()[no]
    actual = stated(target["indicator"])[-1]
    assert printed in actual["quote"]
    excess = (number(actual["value"]) / number(target["value"]) - 1) * 100
    assert f"vượt {half_up(excess, 1)}% kế hoạch".replace(".", ",") == printed


def test_the_special_rules_of_the_board() -> None:
    board = targets()
    fall = board["3"]
    assert (fall["kind"], fall["comparator"], fall["unit"]) == ("decrease", "at_least", "điểm %")
    assert (board["4"]["comparator"], board["4"]["better"]) == ("at_most", "lower")
    jobs = board["16"]
    assert (jobs["comparator"], jobs["unit"]) == ("at_least", "lượt người")
    parts = re.findall(r"\d{1,3}(?:\.\d{3})*", jobs["value_source"])
    assert sum(number(part) for part in parts) == number(jobs["value"])
    assert not [t for t in board.values() if t["part_of"]]


def test_every_result_of_the_facts_is_a_figure_and_no_other() -> None:
    for fact in facts("targets_2021_camau"):
        indicator = targets()[fact["no"]]["indicator"]
        found = stated(indicator) if indicator else []
        if not fact["actual_2021"]:
            assert not found, fact["no"]
            continue
        assert number(found[-1]["value"]) == Decimal(fact["actual_2021"])


def test_vintages_follow_each_other_in_one_source() -> None:
    revenue, exports = stated("thu-ngan-sach"), stated("kim-ngach-xuat-khau")
    told = [(r["value"], r["unit"], r["status"], r["known_from"]) for r in revenue + exports]
    assert told == [
        ("5.220", "tỷ đồng", "estimated", "31/12/2021"),
        ("5.851", "tỷ đồng", "preliminary", "12/01/2022"),
        ("1,1", "tỷ USD", "estimated", "31/12/2021"),
        ("1.112,5", "triệu USD", "preliminary", "12/01/2022"),
    ]
    (plan,) = rows(CA_MAU, "plans")
    assert {r["source"] for r in revenue + exports} == {plan["judged_source"]}
    december = number(revenue[0]["value"]) / number(targets()["1"]["value"]) * 100
    assert half_up(december, 1) == Decimal("95.3")


def test_figures_worded_or_split_by_their_source_keep_it() -> None:
    (investment,) = stated("von-dau-tu-xa-hoi")
    assert (investment["bound"], investment["as_printed"]) == ("near", "gần 19.000")
    (communes,) = stated("xa-nong-thon-moi")
    ratio = number(communes["numerator"]) / number(communes["denominator"]) * 100
    assert (communes["numerator"], communes["denominator"]) == ("46", "82")
    assert half_up(ratio, 0) == number(communes["value"])
    both = {row["source"]: row["value"] for row in stated("giai-quyet-viec-lam", "2020")}
    assert both == {"ubnd-ca-mau": "40.982", "bao-dan-tri": "34.651"}


def test_the_years_jobs_stay_unknown() -> None:
    assert stated("giai-quyet-viec-lam") == []
    (may,) = stated("giai-quyet-viec-lam", "2021-01-01/P5M")
    share = {
        p: stated("hoan-thanh-viec-lam", f"2021-01-01/{p}")[0]["value"] for p in ("P5M", "P9M")
    }
    assert share == {"P5M": "39,69", "P9M": "52,54"}
    done = number(may["value"]) / number(targets()["16"]["value"]) * 100
    assert half_up(done, 2) == number(share["P5M"])


def test_only_real_labels_of_this_set_are_judgements() -> None:
    told = rows(CA_MAU, "judgements")
    assert not [row for row in told if "?" in row["label"]]
    ours = {(r["no"], r["known_from"]): r["label"] for r in told if not r["other_set"]}
    exceeded = dict.fromkeys(["1", "2", "3", "5", "6", "8"], "vượt")
    unsplit = dict.fromkeys(["4", "7", "9", "10", "11", "12"], "đạt hoặc vượt")
    january = exceeded | unsplit | {"16": "không đạt"}
    expected = {(no, "12/01/2022"): label for no, label in january.items()}
    expected |= {("2", "31/12/2021"): "đạt", ("15", "31/12/2021"): "xấp xỉ đạt"}
    assert ours == expected
    others = [row for row in told if row["other_set"]]
    assert {row["no"] for row in others} == {"13", "14"}
    assert {row["other_set"] for row in others} == {"Nghị quyết Tỉnh ủy 2021"}


def test_published_tallies_are_those_of_the_facts() -> None:
    told = rows(CA_MAU, "tallies")
    urls = {row["code"]: row["url"] for row in rows(CA_MAU, "documents")}
    assert [(t["met"], t["total"], urls[t["document"]]) for t in told] == [
        (f["met"], f["denominator"], f["source"]) for f in facts("count_history_camau_2021")
    ]
    dated = [(t["as_of"], t["date_precision"], t["other_set"]) for t in told]
    assert dated == [
        ("31/12/2021", "month", "Nghị quyết Tỉnh ủy 2021"),
        ("31/12/2021", "placed", ""),
        ("12/01/2022", "day", ""),
    ]


def test_labels_of_january_add_up_to_the_published_tally() -> None:
    told = [
        row["label"]
        for row in rows(CA_MAU, "judgements")
        if row["known_from"] == "12/01/2022" and not row["other_set"]
    ]
    assert sum(label in {"đạt", "vượt", "đạt hoặc vượt"} for label in told) == 12
    for path in EXAMPLES.glob("*/*.csv"):
        if template(path) != "judgements":
            assert not {"label", "verdict"} & set(rows(path.parent, path.stem)[0])


def test_unknown_days_and_numbers_of_papers_stay_unknown() -> None:
    papers = {row["code"]: row for row in rows(CA_MAU, "documents")}
    (plan,) = rows(CA_MAU, "plans")
    setters = [papers[plan["document"]], papers[plan["decided_by"]]]
    assert [paper["number"] for paper in setters] == ["18/NQ-HĐND", "2361/QĐ-UBND"]
    assert [paper["issued_on"] for paper in setters] == ["", ""]
    assert (plan["in_force_from"], plan["in_force_precision"]) == ("01/01/2021", "placed")
    for paper in papers.values():
        assert bool(paper["issued_on"]) == bool(paper["date_precision"])


def clauses(start: str, end: str) -> list[str]:
    """The clauses of the article between two phrases, cut at semicolons and full stops."""
    passage = article().partition(start)[2].partition(end)[0]
    cut = re.split(r";|\.(?=\s)", passage)
    return [clause.strip(" .:") for clause in cut if clause.strip(" .:")]


def test_every_result_and_shortcoming_of_the_article_is_a_finding() -> None:
    found = rows(CA_MAU, "findings")
    wanting = [row["quote"] for row in found if row["kind"] == "shortcoming"]
    assert wanting == clauses("một số tồn tại, hạn chế như", "\n")
    assert len(wanting) == 13
    results = clauses("đạt và vượt kế hoạch giao, như", "\n")
    highlights = {row["quote"] for row in found if row["kind"] == "highlight"}
    assert len(results) == 12
    assert set(results) <= highlights
    assert set(clauses("trên các lĩnh vực như", "\n")) <= highlights
    assert len(found) == len(wanting) + len(highlights)
    for row in found:
        assert not row["sentence"][0].islower()
        assert row["sentence"].endswith(".")
        assert set(filter(None, row["targets"].split(";"))) <= set(targets())
