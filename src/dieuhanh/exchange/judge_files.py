"""Free-standing tables judged with no database: JSON, CSV or XLSX in, outcomes out."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.judging import judge
from dieuhanh.domain.verdicts import Outcome, Reason, Verdict, published_outcome
from dieuhanh.domain.wording.verdicts import sentence

from .judge_json import cases_of_json
from .judge_tables import cases_of_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dieuhanh.domain.conventions import Convention
    from dieuhanh.domain.numbers import Lang

    from .judge_cases import Case

MAX_JSON_BYTES = 64 * 1024 * 1024


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a .json, .csv or .xlsx file. Raises BadInput, located."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        return cases_of_json(_json_text(path), path.name)
    if suffix in {".csv", ".xlsx"}:
        return cases_of_table(path)
    place = Place(file=path.name)
    raise BadInput("judge.file_type", place=place, suffix=suffix or "?")


def judge_file(path: Path, convention: Convention) -> list[tuple[str | int, Outcome]]:
    """Every target of the file with its outcome, in the file's order."""
    with _collector_paused():
        return [(case.id, judge_case(case, convention)) for case in read_cases(path)]


def judge_file_json(path: Path, convention: Convention, lang: Lang = "vi") -> list[dict[str, Any]]:
    """The same as the JSON the command prints, made in one pass."""
    with _collector_paused():
        return [
            outcome_json(case.id, judge_case(case, convention), lang) for case in read_cases(path)
        ]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Cases and outcomes hold no cycles: looking for some in each takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def judge_case(case: Case, convention: Convention) -> Outcome:
    """The outcome of one case; without an actual it keeps what was published of it."""
    try:
        outcome = judge(case.rule, case.actual, convention)
    except BadInput as fault:
        raise fault.at(case.place) from fault
    return _beside_published(outcome, case.label) if case.label else outcome


def outcome_json(identifier: str | int, outcome: Outcome, lang: Lang = "vi") -> dict[str, Any]:
    """An outcome as docs/reference/schemas/judge-output.schema.json describes it."""
    ratio, reason = outcome.plan_ratio_pct, outcome.reason
    return {
        "id": identifier,
        "verdict": outcome.verdict.value,
        "plan_ratio_pct": None if ratio is None else str(ratio),
        "sub_label": outcome.sub_label,
        "reason": {
            "code": reason.code,
            "values": dict(reason.values),
            "text": sentence(reason, lang),
        },
    }


def _beside_published(outcome: Outcome, label: str) -> Outcome:
    published = published_outcome(label)
    if outcome.verdict is Verdict.NO_DATA and published is not None:
        return published
    values = {**outcome.reason.values, "published_label": label}
    near = published.sub_label if published and outcome.verdict is Verdict.NOT_MET else None
    return replace(outcome, reason=Reason(outcome.reason.code, values), sub_label=near)


def _json_text(path: Path) -> str:
    place = Place(file=path.name)
    if not path.is_file():
        raise BadInput("file.missing", place=place)
    size = path.stat().st_size
    if size > MAX_JSON_BYTES:
        raise BadInput("file.too_large", place=place, size=size, limit=MAX_JSON_BYTES)
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("file.encoding", place=place) from error


__all__ = ["judge_case", "judge_file", "judge_file_json", "outcome_json", "read_cases"]
