"""Figures without a name of their own: they ride along with the claim before them."""

from __future__ import annotations

from decimal import Decimal

from .drafts import Draft, Figure, words_of
from .mains import State, main_of
from .units import COUNTED

_HUNDRED = Decimal(100)
_OF_VALUE = frozenset({"giá", "trị", "kim", "ngạch"})
_OF_SIZE = frozenset({"số", "lượng", "khối", "sản", "tổng", "mặt"})


def ride(state: State, figure: Figure, last: Draft) -> None:
    """Attach a figure to the claim before it, or make the claim it is under the same name."""
    told, standard = figure.told_of, figure.standard
    last = _aspect(state, figure) or last
    if figure.verb_in("up", "down"):
        state.turn = "up" if figure.verb_in("up") else "down"
    if told == "elsewhere":
        state.made.append(benchmark_of(state, figure, last))
    elif told == "value":
        _stretch(last, figure)
        last.put("prev_value", figure.quantity.value)
    elif told == "plan":
        _stretch(last, figure)
        last.put("plan_value", figure.quantity.value)
        last.put("plan_value_high", figure.quantity.high)
    elif told == "past" or _was(state, figure, last):
        _stretch(last, figure)
        last.put("prev_value", figure.quantity.value)
    elif standard == "plan":
        _against_plan(state, figure, last)
    elif figure.quantity.is_rate:
        _rate(state, figure, last)
    else:
        _amount(state, figure, last)


def _aspect(state: State, figure: Figure) -> Draft | None:
    """ "tăng 8% về số doanh nghiệp và giảm 3,2% về vốn": of which claim of the sentence it tells."""
    words, at = state.page.words, figure.after.last
    if words[at : at + 1] != ["về"] or not figure.quantity.is_rate:
        return None
    said = set(words[at + 1 : figure.tail])
    spoken = (draft for draft in reversed(state.made) if said and _speaks_of(draft, said))
    return next(spoken, None)


def _speaks_of(draft: Draft, said: set[str]) -> bool:
    """Whether "về giá trị", "về lượng", "về số doanh nghiệp" means that claim."""
    money = draft.quantity.family == "money"
    if draft.quantity.is_rate or said <= _OF_VALUE:
        return money
    named = said - _OF_SIZE
    return named <= set(words_of(draft.indicator)) if named else not money


def _stretch(last: Draft, figure: Figure) -> None:
    last.last = max(last.last, figure.quantity.last, figure.after.last)
    if figure.bracket:
        last.last = max(last.last, figure.bracket[1] + 1)


def _was(state: State, figure: Figure, last: Draft) -> bool:
    """ "(năm 2020: 4,2%)": an earlier year's value in brackets."""
    year = state.setting.year
    years = [t.year for t in [*figure.before.times, *figure.after.times] if t.year]
    if not figure.bracket or not years or last.role == "plan":
        return False
    compared = "yoy_pct" in last.more  # "tăng 12% so với năm 2022 (năm 2022 đạt …)"
    earlier = year is not None and min(years) < year
    return (earlier or compared) and figure.quantity.is_rate == last.quantity.is_rate


def benchmark_of(state: State, figure: Figure, last: Draft) -> Draft:
    """Somebody else's figure, told beside ours under its name: "(cả nước 6,42%)"."""
    draft = main_of(state, figure, last.indicator, last.head, figure.before.first)
    _as_before(draft, last)
    draft.role = "benchmark"
    return draft


def _as_before(draft: Draft, last: Draft) -> None:
    if draft.quantity.is_rate and last.quantity.is_rate:
        draft.kind = last.kind
        draft.direction = last.direction if last.kind in {"growth", "change"} else None


def _again(state: State, figure: Figure, last: Draft) -> Draft:
    """A further claim under the name of the one before."""
    draft = main_of(state, figure, last.indicator, last.head, figure.before.first)
    if last.kind == "growth" and not figure.verb_in("share", "fall_to", "up", "down"):
        _as_before(draft, last)
    return state.add(draft)


def _against_plan(state: State, figure: Figure, last: Draft) -> None:
    quantity = figure.quantity
    if quantity.family == "percent":
        _stretch(last, figure)
        if figure.verb_in("exceed", "up"):
            last.put("vs_plan_pct", quantity.value)
        elif figure.verb_in("down"):
            last.put("vs_plan_pct", -quantity.value)
        else:
            last.put("plan_ratio_pct", quantity.value)
    elif figure.verb_in("exceed", "up", "down"):
        _beside(state, figure, last)
    elif figure.before.standard:
        _stretch(last, figure)
        last.put("plan_value", quantity.value)


def _beside(state: State, figure: Figure, last: Draft) -> None:
    """A difference in the indicator's own unit: a claim of change, but what follows still rides
    with the level."""
    _again(state, figure, last)
    state.last = last


def _rate(state: State, figure: Figure, last: Draft) -> None:
    quantity = figure.quantity
    per_time = quantity.unit is not None and quantity.unit.name.endswith("/năm")
    if quantity.family == "points" or (per_time and last.unit != quantity.unit.name):  # type: ignore[union-attr]
        _beside(state, figure, last)
    elif figure.verb_in("share"):
        _again(state, figure, last)
    elif figure.verb_in("up", "down") and (
        (not state.made and figure.standard != "past") or (last.kind == "growth" and any(t.year or not t.shift for t in figure.told))
    ):  # fmt: skip
        _again(state, figure, last)  # a sentence of its own about what was told before
    elif figure.verb_in("up", "down"):
        _stretch(last, figure)
        if figure.standard not in {"base", "elsewhere", "other"}:
            last.put("yoy_pct", quantity.value if figure.verb_in("up") else -quantity.value)
    elif figure.standard == "past":
        _stretch(last, figure)
        exceeds = figure.verb_in("exceed")
        last.put("yoy_pct", quantity.value if exceeds else quantity.value - _HUNDRED)
    elif figure.verb_in("exceed") and not figure.standard:
        _against_plan(state, figure, last)  # "(dự toán 850 tỷ đồng), vượt 15,3%"
    else:
        _reached_rate(state, figure, last)


def _reached_rate(state: State, figure: Figure, last: Draft) -> None:
    """A percentage reached beside a rate is a later rate; beside an amount, its completion."""
    reached = figure.verb_in("reach", "fall_to", "rise_to", "equal", "remain")
    if last.quantity.is_rate:
        if reached and (not figure.bracket or figure.verb_in("fall_to", "remain")):
            _again(state, figure, last)
    elif "plan_value" in last.more and figure.bracket and not figure.verbs:
        _stretch(last, figure)
        last.put("plan_ratio_pct", figure.quantity.value)
    elif reached and "denominator" in last.more:
        _fraction_told(state, figure, last)
    elif reached and state.page.words[figure.after.last : figure.after.last + 1] in (
        ["tổng"],
        ["số"],
    ):
        _again(state, figure, last)  # "bằng 62,8% tổng số đối tượng"
    elif "tỷ lệ" in " ".join(figure.before.said) or figure.bracket or figure.verb_in("equivalent"):
        _again(state, figure, last)
    elif reached:
        _stretch(last, figure)
        last.put("plan_ratio_pct", figure.quantity.value)


def _fraction_told(state: State, figure: Figure, last: Draft) -> None:
    """ "72/104 xã đạt chuẩn, bằng 69,2%": one measurement, the share; the count is its numerator."""
    share = _again(state, figure, last)
    told = any(draft is last for draft in state.made)
    if last.kind != "count" or not told or figure.bracket or figure.standard:
        return
    state.made[:] = [draft for draft in state.made if draft is not last]
    share.first = min(share.first, last.first)
    share.bound = share.bound or last.bound
    for key, value in last.more.items():
        share.put(key, value)


def _amount(state: State, figure: Figure, last: Draft) -> None:
    quantity = figure.quantity
    counted = quantity.family in COUNTED | {"open"}
    if last.kind == "share" and counted and (
        figure.verb_in("equivalent") or quantity.out_of is not None or figure.bracket
    ):  # fmt: skip
        _stretch(last, figure)
        last.put("numerator", quantity.value)
        last.put("denominator", quantity.out_of)
        last.put("numerator_unit", quantity.unit.name if quantity.unit else None)
        return
    if figure.verb_in("equivalent") or quantity.family in {"none", "times", "bare"}:
        return
    if figure.verb_in("up", "down", "exceed"):
        _beside(state, figure, last)
        return
    if last.unit == quantity.unit.name and cumulated(state, figure):  # type: ignore[union-attr]
        _again(state, figure, last)
        return
    if figure.verb_in("reach", "fall_to", "rise_to", "equal", "remain"):
        _again(state, figure, last)


def cumulated(state: State, figure: Figure) -> bool:
    """Whether a figure sums up all that was reached so far."""
    words = state.page.words[figure.floor : figure.quantity.first]
    return "kế" in words and ("lũy" in words or "luỹ" in words)


__all__ = ["benchmark_of", "cumulated", "ride"]
