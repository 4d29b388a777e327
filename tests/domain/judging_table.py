"""Judge a case written the way the files write it: for tables of cases in tests."""

from __future__ import annotations

import json
from typing import Any

from dieuhanh.domain.verdicts import Outcome
from dieuhanh.exchange.judge_files import judge_case
from dieuhanh.exchange.judge_json import cases_of_json
from dieuhanh.exchange.law import load_conventions


def judged(rule: dict[str, Any], actual: Any, convention: str = "practice") -> Outcome:
    """The outcome of one JSON case."""
    text = json.dumps([{"id": "1", "rule": rule, "actual": actual}])
    (case,) = cases_of_json(text, "case.json")
    return judge_case(case, load_conventions()[convention])


def verdict(rule: dict[str, Any], actual: Any, convention: str = "practice") -> str:
    """Its verdict alone."""
    return judged(rule, actual, convention).verdict.value


def ratio(rule: dict[str, Any], actual: Any, convention: str = "practice") -> str | None:
    """Its completion, as the JSON gives it."""
    completion = judged(rule, actual, convention).plan_ratio_pct
    return None if completion is None else str(completion)
