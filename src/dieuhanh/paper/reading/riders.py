"""Figures without a name of their own: they ride along with the claim before them."""

from __future__ import annotations

from decimal import Decimal

from .drafts import Draft, Figure, words_of
from .mains import State, main_of
from .units import COUNTED, begins_noun

_HUNDRED = Decimal(100)
_OF_VALUE = frozenset({"giá", "trị", "kim", "ngạch"})
_OF_PLAN = frozenset({"vốn", "nhiệm", "khối", "giá", "chỉ"})
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
    elif figure.quantity.family == "times":
        _manifold(figure, last)
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
    draft.role, draft.estimate = "benchmark", figure.before.estimate
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


def _manifold(figure: Figure, last: Draft) -> None:
    """ "gấp 2,1 lần cùng kỳ" is 110 % more."""
    if figure.verb_in("times") and figure.standard == "past":
        _stretch(last, figure)
        last.put("yoy_pct", (figure.quantity.value - 1) * _HUNDRED)


def _rate(state: State, figure: Figure, last: Draft) -> None:
    quantity = figure.quantity
    per_time = quantity.unit is not None and quantity.unit.name.endswith("/năm")
    if quantity.family == "points" or (per_time and last.unit != quantity.unit.name):  # type: ignore[union-attr]
        _beside(state, figure, last)
    elif figure.verb_in("share"):
        _again(state, figure, last)
    elif figure.verb_in("up", "down"):
        _moved(state, figure, last)
    elif figure.standard == "past":
        _stretch(last, figure)
        exceeds = figure.verb_in("exceed")
        last.put("yoy_pct", quantity.value if exceeds else quantity.value - _HUNDRED)
    elif figure.verb_in("exceed") and not figure.standard:
        _against_plan(state, figure, last)  # "(dự toán 850 tỷ đồng), vượt 15,3%"
    else:
        _reached_rate(state, figure, last)


def _moved(state: State, figure: Figure, last: Draft) -> None:
    """A percentage risen or fallen: growth of the amount told, or a claim of its own."""
    if _own_growth(state, figure, last):
        _again(state, figure, last)
    elif last.kind == "share" and "plan_ratio_pct" not in last.more and not figure.bracket:
        _beside(state, figure, last)  # "Tỷ lệ hộ nghèo còn 24,8%, giảm 4,5%": points of the rate
        state.made[-1].kind = "change"
    else:
        _stretch(last, figure)
        if figure.standard not in {"base", "elsewhere", "other"}:
            sign = 1 if figure.verb_in("up") else -1
            last.put("yoy_pct", sign * figure.quantity.value)


def _own_growth(state: State, figure: Figure, last: Draft) -> bool:
    """Whether a growth is told of another time or against another base than the claim before."""
    dated = any(t.year or not t.shift for t in figure.told)
    if last.kind == "growth":
        other = {figure.standard, last.standard} == {"base", "past"}  # a month before, a year before
        return dated or other
    if not state.made:
        return figure.standard != "past"  # a sentence of its own about what was told before
    return dated and figure.standard != "past" and "yoy_pct" in last.more  # "quý I tăng 5,03%"


def _reached_rate(state: State, figure: Figure, last: Draft) -> None:
    """A percentage reached beside a rate is a later rate; beside an amount, its completion."""
    reached = figure.verb_in("reach", "fall_to", "rise_to", "equal", "remain")
    if figure.verb_in("equal") and (whole := _whole(state, figure)):
        _of_whole(state, figure, last, whole)
    elif last.quantity.is_rate:
        if reached and (not figure.bracket or figure.verb_in("fall_to", "remain")):
            _again(state, figure, last)
    elif "plan_value" in last.more and figure.bracket and not figure.verbs:
        _stretch(last, figure)
        last.put("plan_ratio_pct", figure.quantity.value)
    elif reached and "denominator" in last.more:
        _fraction_told(state, figure, last)
    elif "tỷ lệ" in " ".join(figure.before.said) or figure.bracket or figure.verb_in("equivalent"):
        _again(state, figure, last)
    elif reached:
        _stretch(last, figure)
        last.put("plan_ratio_pct", figure.quantity.value)


def _whole(state: State, figure: Figure) -> str:
    """ "past" or "whole" when a noun behind tells what it is a part of, else ""."""
    at = figure.after.last
    if not begins_noun(state.page, at, figure.tail) or state.page.words[at] in _OF_PLAN:
        return ""
    time, year = state.times.by_first.get(figure.tail), state.setting.year
    if time is None:
        return "whole"
    earlier = time.year is not None and year is not None and time.year < year
    return "past" if time.same or time.shift == -1 or earlier else "whole"


def _of_whole(state: State, figure: Figure, last: Draft, whole: str) -> None:
    """ "bằng 35% GRDP" is a share, "bằng 50% sản lượng năm trước" a fall."""
    if whole == "whole":
        _again(state, figure, last)
        return
    _stretch(last, figure)
    last.put("yoy_pct", figure.quantity.value - _HUNDRED)


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
