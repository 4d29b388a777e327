"""Viet Nam 2019 is the published table, words and ranges included."""

from __future__ import annotations

from decimal import Decimal

from tests.examples.example_files import VIET_NAM, Row, facts, number, rows


def vietnam(name: str) -> dict[str, Row]:
    return {row["no"]: row for row in rows(VIET_NAM, name)}


def test_viet_nam_2019_is_the_published_table() -> None:
    told = facts("vn-2019-dec")
    board, labels = vietnam("targets"), vietnam("judgements")
    actual = {row["indicator"]: row for row in rows(VIET_NAM, "figures")}
    assert list(board) == [fact["no"] for fact in told]
    for fact in told:
        target = board[fact["no"]]
        kind = {"level": "", "decrease": "decrease_"}[target["kind"]]
        assert kind + target["comparator"] == fact["comparator"]
        assert (target["part_of"] == "") == (fact["counts"] == "1")
        assert target["better"] == fact["better"]
        plan = fact["plan_high"] if fact["comparator"] == "less_than" else fact["plan_low"]
        high = fact["plan_high"] if fact["comparator"].endswith("between") else ""
        assert [target["value"], target["value_high"]] == [
            text.replace(".", ",") for text in (plan, high)
        ]
        assert labels.get(fact["no"], {"label": ""})["label"] == fact["published_judgement"]
        assert (target["indicator"] == "") == (fact["comparator"] == "composite")
        if target["indicator"]:
            figure = actual.pop(target["indicator"])
            assert number(figure["value"]) == Decimal(fact["actual"])
            assert figure["value_high"] == fact["actual_high"]
            assert figure["as_printed"] == fact["actual_text"]
    assert not actual


def test_viet_nam_2019_words_become_bounds_and_labels_add_up() -> None:
    bounds = {r["as_printed"]: r["bound"] for r in rows(VIET_NAM, "figures") if r["as_printed"]}
    assert bounds == {
        "xuất siêu": "less_than", "trên 4": "more_than", "61-62": "", "khoảng 24": "about",
    }  # fmt: skip
    labels = [row["label"] for row in rows(VIET_NAM, "judgements")]
    (tally,) = rows(VIET_NAM, "tallies")
    assert [labels.count("vượt"), labels.count("đạt"), len(labels)] == [7, 5, 12]
    assert (tally["met"], tally["total"], tally["exceeded"]) == ("12", "12", "7")
    parents = {row["part_of"] for row in vietnam("targets").values()} - {""}
    assert parents == {"6", "8"}
