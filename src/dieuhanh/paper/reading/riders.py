"""Figures without a name of their own: they ride along with the claim before them."""

from __future__ import annotations

import re

from .beside import again, against_plan, benchmark_of, beside, stretch
from .drafts import Draft, Figure, words_of
from .mains import main_of
from .percents import manifold, percentage
from .state import State
from .units import COUNTED

_TOLD = frozenset({"level", "count"})
_PLANNED = re.compile(r"(dự toán|kế hoạch|chỉ tiêu)( năm [0-9]{4})?( giao)?( |$)", re.IGNORECASE)
_OF_VALUE = frozenset({"giá", "trị", "kim", "ngạch"})
_OF_SIZE = frozenset({"số", "lượng", "khối", "sản", "tổng", "mặt"})


def ride(state: State, figure: Figure, last: Draft) -> None:
    """Attach a figure to the claim before it, or make the claim it is under the same name."""
    told, standard = figure.told_of, figure.standard
    last = _aspect(state, figure) or last
    _remember(state, figure)
    if told == "elsewhere":
        state.made.append(benchmark_of(state, figure, last))
    elif told == "value":
        _held_against(figure, last)
    elif told == "plan" and not state.made and not figure.bracket:
        again(state, figure, last)  # "Kế hoạch giao là 92%.": a sentence of its own
    elif told == "plan":
        _planned(state, figure, last)
    elif told == "past" or _was(state, figure, last):
        stretch(last, figure)
        last.put("prev_value", figure.quantity.value)
    elif standard == "plan":
        against_plan(state, figure, last)
    elif figure.quantity.is_rate:
        percentage(state, figure, last)
    elif figure.quantity.family == "times":
        manifold(state, figure, last)
    else:
        _amount(state, figure, last)


def _remember(state: State, figure: Figure) -> None:
    """What a later rider that leaves it out is told by: the verb, what it is held against."""
    moved = figure.verb_in("up", "down", "exceed")
    if figure.bracket and figure.quantity.is_rate and figure.standard in {"past", "plan"}:
        state.bracketed = "" if moved else figure.standard
    if figure.verb_in("up", "down"):
        state.turn = "up" if figure.verb_in("up") else "down"


def _other_plan(state: State, figure: Figure) -> None:
    """ "Thủ tướng giao 5.678 tỷ đồng, HĐND tỉnh giao 6.120 tỷ đồng": two plans, neither's result."""
    said = state.page.said(figure.before.first, figure.quantity.first)
    state.add(main_of(state, figure, said, "amount", figure.before.first))


def _held_against(figure: Figure, last: Draft) -> None:
    """ "thấp hơn mức 26,1% cùng kỳ"; a growth is no earlier value of an amount."""
    stretch(last, figure)
    if figure.quantity.is_rate == last.quantity.is_rate:
        last.put("prev_value", figure.quantity.value)


def _planned(state: State, figure: Figure, last: Draft) -> None:
    if last.role == "plan" and not (figure.bracket or figure.quantity.is_rate):
        _other_plan(state, figure)
        return
    if last.kind == "share" and figure.quantity.out_of is not None:
        _amount(state, figure, last)  # "đạt 100% chỉ tiêu (46/46 thanh niên)"
        return
    stretch(last, figure)
    last.put("plan_value", figure.quantity.value)
    last.put("plan_value_high", figure.quantity.high)
    if "là" in figure.before.said and figure.semicolon:
        beside(state, figure, last)  # "…; mục tiêu cả năm là 10% trở lên": told by itself too


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


def _was(state: State, figure: Figure, last: Draft) -> bool:
    """ "(năm 2020: 4,2%)": an earlier year's value in brackets."""
    year = state.setting.year
    years = [t.year for t in [*figure.before.times, *figure.after.times] if t.year]
    if not figure.bracket or not years or last.role == "plan":
        return False
    compared = "yoy_pct" in last.more  # "tăng 12% so với năm 2022 (năm 2022 đạt …)"
    earlier = year is not None and min(years) < year
    return (earlier or compared) and figure.quantity.is_rate == last.quantity.is_rate


def _amount(state: State, figure: Figure, last: Draft) -> None:
    quantity = figure.quantity
    counted = quantity.family in COUNTED | {"open"}
    if last.kind == "share" and counted and (
        figure.verb_in("equivalent") or quantity.out_of is not None or figure.bracket
    ):  # fmt: skip
        stretch(last, figure)
        last.put("numerator", quantity.value)
        last.put("denominator", quantity.out_of)
        last.put("numerator_unit", quantity.unit.name if quantity.unit else None)
        return
    if figure.verb_in("equivalent") or quantity.family in {"none", "times", "bare"}:
        return
    if figure.verb_in("up", "down", "exceed"):
        beside(state, figure, _measured_alike(state, figure, last))
        state.last = last
        return
    if state.page.words[quantity.first - 1] == "/" and last.kind in {"count", "level"}:
        again(state, figure, last)  # "345 hộ/12,3 tỷ đồng"
        return
    if figure.verbs == ["with"] and quantity.family == "money" and last.kind == "count":
        again(state, figure, last)  # "312 đơn vị nợ trên 6 tháng với 98 tỷ đồng"
        return
    dated = bool(figure.before.times) and not figure.bracket and not figure.verbs
    alike = last.unit == quantity.unit.name  # type: ignore[union-attr]
    if alike and (
        dated or cumulated(state, figure)
    ):  # "năm 2022: 12 tỷ đồng; năm 2023: 30 tỷ đồng"
        again(state, figure, last)
        return
    if figure.before.estimate or figure.verb_in("reach", "fall_to", "rise_to", "equal", "remain"):
        _unplanned(again(state, figure, last), last)


def _unplanned(draft: Draft, plan: Draft) -> None:
    """ "Dự toán thu 9.500 tỷ đồng, ước thực hiện 9.800 tỷ đồng": the result is of "thu"."""
    bare = _PLANNED.sub("", draft.indicator)
    if plan.role == "plan" and draft.role == "actual" and bare:
        draft.indicator = bare


def _measured_alike(state: State, figure: Figure, last: Draft) -> Draft:
    """ "14 vụ cháy, thiệt hại 40 ha, giảm 5 vụ và 31 ha": the difference is in its own measure."""
    unit = figure.quantity.unit
    if unit is None:
        return last
    said = set(state.page.words[figure.after.last : figure.tail])
    alike = [d for d in reversed(state.made) if d.unit == unit.name and d.kind in _TOLD]
    named = [d for d in alike if not said.isdisjoint(words_of(d.indicator))]
    return next(iter(named or ([last] if last.unit == unit.name else alike)), last)


def cumulated(state: State, figure: Figure) -> bool:
    """Whether a figure sums up all that was reached so far."""
    words = state.page.words[figure.floor : figure.quantity.first]
    return "kế" in words and ("lũy" in words or "luỹ" in words)


__all__ = ["cumulated", "ride"]
