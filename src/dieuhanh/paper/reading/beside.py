"""Claims made beside another, under its name; what rides along in the quote."""

from __future__ import annotations

from .drafts import Draft, Figure
from .mains import main_of
from .state import State


def stretch(last: Draft, figure: Figure) -> None:
    """Let the quote of a claim reach over what rides along."""
    last.last = max(last.last, figure.quantity.last, figure.after.last)
    if figure.bracket:
        last.last = max(last.last, figure.bracket[1] + 1)


def benchmark_of(state: State, figure: Figure, last: Draft) -> Draft:
    """Somebody else's figure, told beside ours under its name: "(cả nước 6,42%)"."""
    draft = main_of(state, figure, last.indicator, last.head, figure.before.first)
    _as_before(draft, last)
    draft.role, draft.estimate = "benchmark", figure.before.estimate
    return draft


def _as_before(draft: Draft, last: Draft) -> None:
    if draft.quantity.is_rate and last.quantity.is_rate:
        draft.kind = last.kind
        draft.direction = last.direction if last.kind in {"growth", "change"} else None


def again(state: State, figure: Figure, last: Draft) -> Draft:
    """A further claim under the name of the one before."""
    draft = main_of(state, figure, last.indicator, last.head, figure.before.first)
    if last.kind == "growth" and not figure.verb_in("share", "fall_to", "up", "down"):
        _as_before(draft, last)
    return state.add(draft)


def beside(state: State, figure: Figure, last: Draft) -> None:
    """A difference in the indicator's own unit: a claim of change, but what follows still rides
    with the level."""
    again(state, figure, last)
    state.last = last


def against_plan(state: State, figure: Figure, last: Draft) -> None:
    """What a figure held against the plan says of the claim before: a ratio, an excess, the plan."""
    quantity = figure.quantity
    if quantity.family == "percent":
        stretch(last, figure)
        if figure.verb_in("exceed", "up"):
            last.put("vs_plan_pct", quantity.value)
        elif figure.verb_in("down"):
            last.put("vs_plan_pct", -quantity.value)
        else:
            last.put("plan_ratio_pct", quantity.value)
            if last.kind == "level" and (whole := last.more.pop("denominator", None)):
                last.more.pop("numerator"), last.more.pop("numerator_unit", None)
                last.put("plan_value", whole)  # "gieo trồng 80/90 ha, đạt 89% kế hoạch"
    elif figure.verb_in("exceed", "up", "down"):
        beside(state, figure, last)
    elif figure.before.standard:
        stretch(last, figure)
        last.put("plan_value", quantity.value)


__all__ = ["again", "against_plan", "benchmark_of", "beside", "stretch"]
