"""How many targets a second are judged, from JSON text to the sentence of the reason."""

from __future__ import annotations

import json
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from dieuhanh.domain.judging import judge
from dieuhanh.exchange.judge_files import judge_file_json, read_cases
from dieuhanh.exchange.law import load_conventions

CASES = 20_000
ROUNDS = 3
FLOOR = 20_000


def run() -> list[dict[str, Any]]:
    """Cases a second of `judge` alone and of the whole command's work, the best of three."""
    convention = load_conventions()["practice"]
    chance = random.Random(2021)  # noqa: S311 - the same cases every time
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.json"
        path.write_text(json.dumps(_cases(chance), ensure_ascii=False), "utf-8")
        cases = list(read_cases(path))
        alone = _best(lambda: [judge(case.rule, case.actual, convention) for case in cases])
        whole = _best(lambda: json.dumps(judge_file_json(path, convention), ensure_ascii=False))
    return [
        _line("judge: rule and actual to verdict", alone, FLOOR),
        _line("judge FILE: JSON text to JSON text", whole, None),
    ]


def _line(name: str, speed: float, budget: int | None) -> dict[str, Any]:
    ok = budget is None or speed >= budget
    return {"name": name, "value": round(speed), "unit": "cases/s", "budget": budget, "ok": ok}


def _best(work: Any) -> float:
    fastest = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - start)
    return CASES / fastest


def _cases(chance: random.Random) -> list[dict[str, Any]]:
    """A mix like a province's plan: mostly floors, some ranges, changes, shares, composites."""
    makers = (_floor, _floor, _floor, _ceiling, _about, _range, _fall, _growth, _share, _composite)
    return [{"id": str(n), **makers[n % len(makers)](chance)} for n in range(CASES)]


def _number(chance: random.Random, low: int, high: int) -> str:
    return f"{chance.randint(low * 100, high * 100) / 100:.2f}"


def _floor(chance: random.Random) -> dict[str, Any]:
    rule = {"comparator": "at_least", "value": _number(chance, 10, 9000), "unit": "tỷ đồng"}
    return {"rule": rule, "actual": _number(chance, 10, 9000), "actual_status": "official"}


def _ceiling(chance: random.Random) -> dict[str, Any]:
    rule = {"comparator": "at_most", "value": _number(chance, 1, 9), "unit": "%", "strict": True}
    return {"rule": rule, "actual": f"dưới {_number(chance, 1, 9)}"}


def _about(chance: random.Random) -> dict[str, Any]:
    rule = {"comparator": "equal", "value": _number(chance, 1, 9), "unit": "%", "approx": True}
    return {"rule": rule, "actual": f"{_number(chance, 1, 4)}-{_number(chance, 5, 9)}"}


def _range(chance: random.Random) -> dict[str, Any]:
    low, high = _number(chance, 1, 40), _number(chance, 41, 90)
    rule = {"comparator": "between", "value": low, "value_high": high, "unit": "%"}
    return {"rule": rule, "actual": _number(chance, 1, 99)}


def _fall(chance: random.Random) -> dict[str, Any]:
    rule = {"comparator": "decrease_at_least", "value": "0.3", "unit": "điểm %"}
    return {"rule": rule, "actual": _number(chance, 0, 1)}


def _growth(chance: random.Random) -> dict[str, Any]:
    base = {"base_value": _number(chance, 30_000, 50_000), "base_unit": "tỷ đồng"}
    rule = {"comparator": "growth_at_least", "value": "6.5", "unit": "%", **base}
    return {"rule": rule, "actual": _number(chance, 30_000, 60_000)}


def _share(chance: random.Random) -> dict[str, Any]:
    rule = {"comparator": "at_least", "value": _number(chance, 10, 90), "unit": "%"}
    return {"rule": rule, "actual": {"numerator": str(chance.randint(1, 82)), "denominator": "82"}}


def _composite(chance: random.Random) -> dict[str, Any]:
    sub = [{"name": name, **_floor(chance)["rule"]} for name in ("a", "b")]
    actual = {name: _number(chance, 10, 9000) for name in ("a", "b")}
    return {"rule": {"comparator": "composite_all", "sub": sub}, "actual": actual}
