"""Every JSON the command prints is the one its schema describes, and nothing beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.house.books import Books
from tests.house.repository import ROOT

FOLDER = ROOT / "docs" / "reference" / "schemas"
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
EXAMPLE = ROOT / "examples" / "ca-mau-2021"
RULE = '{"comparator": "at_least", "value": "5478", "unit": "tỷ đồng"}'


def faults(name: str, shape: object) -> list[str]:
    """What of a shape its schema does not allow."""
    checker = Draft202012Validator(SCHEMAS[f"{name}.schema.json"], registry=REGISTRY)
    return [f"{fault.json_path}: {fault.message}"[:300] for fault in checker.iter_errors(shape)]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_sound_and_closed(name: str) -> None:
    """Closed, but for what is handed to `judge`: a case may carry fields of its owner."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == name
    assert name == "judge-input.schema.json" or open_objects(SCHEMAS[name]) == []


def open_objects(schema: Any, at: str = "$") -> list[str]:
    """Objects that would let an unknown field pass."""
    found = []
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "additionalProperties" not in schema:
            found.append(at)
        for key, value in schema.items():
            found += open_objects(value, f"{at}.{key}")
    return found


COMMANDS: list[tuple[str, list[str]]] = [
    ("assess-output", ["assess", "ca-mau-2021", "--json"]),
    ("assess-output", ["assess", "ca-mau-2021", "--json", "--as-known-on", "2021-12-31"]),
    ("assess-output", ["assess", "ca-mau-2021", "--json", "--as-known-on", "30/06/2021"]),
    ("assess-output", ["assess", "ca-mau-2021", "--json", "--lang", "en"]),
    ("assess-output", ["assess", "ca-mau-2021", "--json", "--convention", "literal"]),
    ("assess-output", ["assess", "viet-nam-2019", "--json"]),
    ("compare-output", ["compare", "2021-12-31", "2022-01-12", "--json"]),
    ("compare-output", ["compare", "2022-01-12", "2022-01-12", "--json", "--lang", "en"]),
    ("verify-output", ["verify", "--json"]),
    ("doctor-output", ["doctor", "--json"]),
    ("read-output", ["read", str(EXAMPLE / "documents" / "bai-bao-2022-01-12.txt"), "--json"]),
    ("check-output", ["check", str(EXAMPLE / "documents" / "bai-bao-2022-01-12.txt"), "--json"]),
    ("import-output", ["import", str(EXAMPLE / "plans.csv"), str(EXAMPLE / "areas.csv"), "--json"]),
    ("export-output", ["export", "board", "ca-mau-2021", "--format", "json"]),
    ("export-output", ["export", "areas", "ca-mau-2021", "--no", "3", "--format", "json"]),
    ("export-output", ["export", "figures", "ca-mau-2021", "--format", "json"]),
]


@pytest.mark.parametrize(("schema", "words"), COMMANDS, ids=lambda v: str(v)[:60])
def test_what_a_command_prints_is_what_its_schema_says(
    books: Books, schema: str, words: list[str]
) -> None:
    said = books.run(*words)
    assert said.code == 0, said.err
    assert faults(schema, said.json) == []


def test_a_frozen_assessment_carries_its_number(books: Books) -> None:
    shape = books.run("assess", "ca-mau-2021", "--freeze", "--json").json
    assert faults("assess-output", shape) == []
    assert isinstance(shape["run"], int)
    compared = books.run("compare", str(shape["run"]), "2021-12-31", "--json").json
    assert faults("compare-output", compared) == []
    assert compared["left"]["run"] == shape["run"]


def test_a_backup_tells_what_it_holds(books: Books, tmp_path: Any) -> None:
    kept = books.run("backup", str(tmp_path / "a.zip"), "--json").json
    assert faults("keeping-output", kept) == []
    other = Books(tmp_path / "other").run("restore", str(tmp_path / "a.zip"), "--json").json
    assert faults("keeping-output", other) == []


def test_judging_a_free_table(books: Books, tmp_path: Any) -> None:
    table = tmp_path / "cases.json"
    table.write_text(f'[{{"id": "1", "rule": {RULE}, "actual": "5851"}}]', "utf-8")
    assert faults("judge-input", json.loads(table.read_text("utf-8"))) == []
    said = books.run("judge", str(table), "--json")
    assert faults("judge-output", said.json) == []
    assert said.json[0]["verdict"] == "exceeded"


def _with(shape: Any, change: Callable[[Any], object]) -> Any:
    copy = json.loads(json.dumps(shape))
    change(copy)
    return copy


def test_a_schema_bites(books: Books) -> None:
    shape = books.run("assess", "ca-mau-2021", "--json").json
    wrong: list[Callable[[Any], object]] = [
        lambda s: s.update(extra=1),
        lambda s: s["tally"].pop("unsplit"),
        lambda s: s["verdicts"][0].update(plan=5478),
        lambda s: s["verdicts"][0].update(verdict="passed"),
        lambda s: s["verdicts"][0]["figures"][0].pop("source"),
        lambda s: s["verdicts"][0]["reason"].update(code="because"),
    ]
    assert [bool(faults("assess-output", _with(shape, change))) for change in wrong] == [True] * 6


def test_the_verdicts_of_a_tally_add_up(books: Books) -> None:
    for words in (["ca-mau-2021"], ["viet-nam-2019"], ["ca-mau-2021", "--as-known-on", "1/7/2021"]):
        tally = books.run("assess", *words, "--json").json["tally"]
        met = tally["exceeded"] + tally["met"] + tally["unsplit"]
        rest = sum(tally[n] for n in ("not_met", "no_data", "not_due", "not_comparable"))
        assert tally["met_or_exceeded"] == met
        assert met + rest == tally["total"]


def test_bench_lines_are_what_the_schema_says(tmp_path: Any, monkeypatch: Any) -> None:
    from benchmarks import __main__ as bench  # noqa: PLC0415

    monkeypatch.setenv("DIEUHANH_HOME", str(tmp_path))
    assert bench.main(["help"]) in {0, 1}
    written = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert faults("bench", written) == []
    assert bench.main(["none-such"]) == 2
