"""The labels of the reader's texts: their shape, their offsets, their vocabularies."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

TEXTS = Path(__file__).parent / "texts"
LABELS = sorted(TEXTS.glob("*/*.labels.json"))
OPEN = [path for path in LABELS if path.parent.name == "open"]
AT = {"quote", "start", "end"}
CLAIM = {
    "indicator", "value", "value_high", "unit", "kind", "direction", "bound", "role", "estimate",
    "vs_plan_pct", "plan_ratio_pct", "yoy_pct", "plan_value", "plan_value_high", "prev_value",
    "numerator", "denominator", "numerator_unit", "period", "optional", "alternates",
}  # fmt: skip
KINDS = {"level", "count", "share", "growth", "change"}
DIRECTIONS = {"up", "down", None}
BOUNDS = {"at_least", "at_most", "about", "more_than", "less_than", None}
ROLES = {"actual", "plan", "previous", "benchmark"}
DECIMAL = re.compile(r"(0|[1-9]\d*)(\.\d+)?")
DECIMALS = (
    "value", "value_high", "plan_value", "plan_value_high", "prev_value", "numerator", "denominator",
)  # fmt: skip
PERCENTS = ("vs_plan_pct", "plan_ratio_pct", "yoy_pct")
DAY = r"(0[1-9]|[12]\d|3[01])"
MONTH = r"(0[1-9]|1[0-2])"
DEADLINE = re.compile(rf"20\d\d(-Q[1-4]|-{MONTH}(-{DAY})?)?")
DATE = re.compile(rf"20\d\d-{MONTH}-{DAY}")

each_text = pytest.mark.parametrize(
    "path", LABELS, ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def read(path: Path) -> tuple[str, dict[str, Any]]:
    """A labelled text as the reader sees it, and its labels."""
    text = path.with_name(path.name.replace(".labels.json", ".txt")).read_bytes().decode("utf-8")
    return text, json.loads(path.read_bytes())


def items(labels: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything that points into the text."""
    board = [labels["scoreboard"]] if labels["scoreboard"] else []
    return [*labels["claims"], *board, *labels["people"], *labels["documents"], *labels["tasks"]]


def plain(text: str) -> str:
    """Composed, on one line, without markdown stars."""
    return " ".join(unicodedata.normalize("NFC", text).replace("*", " ").split())


def test_there_are_enough_open_texts() -> None:
    assert len(OPEN) >= 24
    assert [p.name for p in TEXTS.glob("*/*.txt")] != []


def test_every_text_has_its_labels_and_every_label_its_text() -> None:
    texts = {str(p.with_suffix("")) for p in TEXTS.glob("*/*.txt")}
    assert texts == {str(p).removesuffix(".labels.json") for p in LABELS}


@each_text
def test_the_keys_are_those_of_the_schema(path: Path) -> None:
    _, labels = read(path)
    assert set(labels) - {"chairing"} == {
        "id",
        "claims",
        "scoreboard",
        "people",
        "documents",
        "tasks",
    }
    assert labels["id"] == path.name.removesuffix(".labels.json")
    assert all(set(claim) == CLAIM | AT for claim in labels["claims"])
    assert (
        labels["scoreboard"] is None or set(labels["scoreboard"]) == {"met", "total", "unit"} | AT
    )
    assert all(set(person) == {"name", "titles"} | AT for person in labels["people"])
    shape = {"type", "number", "date", "issuer", "optional"} | AT
    assert all(set(document) == shape for document in labels["documents"])
    shape = {"text", "lead", "deadline", "deadline_text", "optional"} | AT
    assert all(set(task) | {"optional"} == shape for task in labels["tasks"])


@each_text
def test_every_quote_stands_where_it_says(path: Path) -> None:
    text, labels = read(path)
    assert items(labels) != []
    for item in items(labels):
        assert item["quote"] == text[item["start"] : item["end"]], item
        assert item["quote"] == item["quote"].strip() != "", item


@each_text
def test_claims_keep_to_the_vocabularies(path: Path) -> None:
    for claim in read(path)[1]["claims"]:
        for version in [claim, *({**claim, **other} for other in claim["alternates"])]:
            assert set(version) == set(claim), version
            assert version["kind"] in KINDS, version
            assert version["direction"] in DIRECTIONS, version
            assert version["bound"] in BOUNDS, version
            assert version["role"] in ROLES, version
            assert version["direction"] or version["kind"] not in {"growth", "change"}, version
            assert version["indicator"], version
            assert version["unit"], version
            assert type(version["estimate"]) is type(version["optional"]) is bool, version


@each_text
def test_numbers_are_written_plainly(path: Path) -> None:
    _, labels = read(path)
    for claim in labels["claims"]:
        assert claim["value"] is not None, claim
        for name in DECIMALS:
            assert claim[name] is None or DECIMAL.fullmatch(claim[name]), (name, claim)
        for name in PERCENTS:
            assert claim[name] is None or type(claim[name]) in {int, float}, (name, claim)
    if board := labels["scoreboard"]:
        assert 0 <= board["met"] <= board["total"]


@each_text
def test_a_claims_digits_are_in_its_quote(path: Path) -> None:
    for claim in read(path)[1]["claims"]:
        digits = re.sub(r"\.(?=\d{3})", "", plain(claim["quote"])).replace(",", ".")
        told = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", digits)]
        for name in ("value", "value_high", "plan_value", "plan_value_high"):
            assert claim[name] is None or float(claim[name]) in told, (name, claim)


@each_text
def test_names_documents_and_tasks_are_written_as_in_the_text(path: Path) -> None:
    text, labels = read(path)
    whole = plain(text).casefold()
    names = [person["name"] for person in labels["people"]]
    assert len(set(names)) == len(names)
    assert all(
        plain(p["name"]).casefold() in plain(p["quote"]).casefold() for p in labels["people"]
    )
    numbers = [(d["type"], d["number"]) for d in labels["documents"] if d["number"]]
    assert len(set(numbers)) == len(numbers)
    for document in labels["documents"]:
        assert document["number"] or document["optional"], document
        assert not document["number"] or document["number"] in plain(document["quote"]), document
        assert document["date"] is None or DATE.fullmatch(document["date"]), document
    for task in labels["tasks"]:
        assert plain(task["lead"]).casefold() in whole, task
        assert task["deadline"] is None or DEADLINE.fullmatch(task["deadline"]), task
        assert (task["deadline"] is None) == (task["deadline_text"] is None), task
        assert plain(task["text"]).casefold() in plain(task["quote"]).casefold(), task
