"""Two boards or frozen assessments side by side: which verdicts turned, and by which figure."""

from __future__ import annotations

from datetime import date
from typing import Any

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.verdicts import Verdict

from .assessments import assessment
from .board import board_of
from .ledger import Ledger, open_ledger
from .shapes import board_json

SUM_TOLD = (
    "known_from", "reported", "expected", "closed", "value", "numerator", "denominator", "status",
)  # fmt: skip
COMPARED = ("verdict", "sub_label", "basis", "plan", "actual", "plan_ratio_pct")


def one_side(
    text: str, *, plan: str | Ledger, seen_by: Actor, convention: str = "", lang: Lang = "vi"
) -> dict[str, Any]:
    """The JSON of a frozen assessment by its number, or of the board as known on a date.

    `plan`: its code, or its ledger where that is open already.
    """
    if text.isdigit():
        frozen = assessment(int(text), seen_by=seen_by)
        return {**frozen.board, "run": frozen.pk}
    try:
        day: date = read_vi_date(text)
    except BadInput as fault:
        raise BadInput("compare.neither", text=text) from fault
    ledger = plan if isinstance(plan, Ledger) else open_ledger(plan, seen_by=seen_by)
    judged = board_of(ledger, as_known_on=day, convention=convention or DEFAULT_CONVENTION)
    return board_json(judged, lang=lang)


def compare(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    """What differs between two board shapes of one plan. Raises BadInput for two plans."""
    if left["plan"] != right["plan"]:
        raise BadInput("compare.plans", left=left["plan"], right=right["plan"])
    before = {verdict["no"]: verdict for verdict in left["verdicts"]}
    after = {verdict["no"]: verdict for verdict in right["verdicts"]}
    changes = [
        _change(no, before.get(no), after.get(no))
        for no in dict.fromkeys([*before, *after])
        if _differ(before.get(no), after.get(no))
    ]
    return {
        "plan": left["plan"],
        "left": _head(left),
        "right": _head(right),
        "flips": sum(change["turn"] == "flipped" for change in changes),
        "newly_judged": sum(change["turn"] == "judged" for change in changes),
        "changes": changes,
    }


def _head(side: dict[str, Any]) -> dict[str, Any]:
    names = ("run", "as_known_on", "areas_of", "convention", "tally")
    return {name: side[name] for name in names}


def _differ(before: dict[str, Any] | None, after: dict[str, Any] | None) -> bool:
    if before is None or after is None:
        return True
    return any(before[name] != after[name] for name in COMPARED) or _ids(before) != _ids(after)


def _ids(verdict: dict[str, Any]) -> list[int | str]:
    return [figure["id"] for figure in verdict["figures"]] + _sums(verdict)


def _sums(verdict: dict[str, Any]) -> list[str]:
    """Whatever figure of a sum changed, changed the day or the count or the number it came to."""
    sums = verdict.get("rolled_up", ())
    return [" ".join(str(each[name]) for name in SUM_TOLD) for each in sums]


def _change(no: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    either = after or before or {}
    return {
        "no": no,
        "indicator": either["indicator"],
        "unit": either["unit"],
        "turn": _turn(before, after),
        "before": _side(before),
        "after": _side(after),
        "why": _why(before, after),
    }


def _turn(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    """What became of the verdict: flipped across met and not met, judged where there was none,
    unjudged, moved between met and exceeded, unanswered before as after (not yet due, then no
    data), or the same with other inputs."""
    was, now = (Verdict(side["verdict"]) if side else None for side in (before, after))
    if was == now:
        return "same"
    met_before, met_after = (each.is_met if each else None for each in (was, now))
    if met_before is None and met_after is None:
        return "unanswered"
    if met_before is None:
        return "judged"
    if met_after is None:
        return "unjudged"
    return "moved" if met_before == met_after else "flipped"


def _side(verdict: dict[str, Any] | None) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {name: verdict[name] for name in (*COMPARED, "figures", "reason")}


def _why(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    """Which input changed: figure, plan, published (a label), convention, or target."""
    if before is None or after is None:
        return "target"
    if before["plan"] != after["plan"]:
        return "plan"
    if _ids(before) != _ids(after):
        return "figure"
    if before["published_label"] != after["published_label"]:
        return "published"
    return "convention"
