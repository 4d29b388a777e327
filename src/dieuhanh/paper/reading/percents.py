"""Percentages without a name of their own: growth, completion, part of a whole, or a claim."""

from __future__ import annotations

from decimal import Decimal

from .beside import again, against_plan, beside, stretch
from .drafts import Draft, Figure
from .state import State
from .units import begins_noun

_HUNDRED = Decimal(100)
_EACH_YEAR = ("hằng năm", "hàng năm", "mỗi năm")
_OF_PLAN = frozenset({"vốn", "nhiệm", "khối", "giá", "chỉ"})


def percentage(state: State, figure: Figure, last: Draft) -> None:
    """Attach a percentage to the claim before it, or make the claim it is under the same name."""
    quantity = figure.quantity
    per_time = quantity.unit is not None and quantity.unit.name.endswith("/năm")
    if quantity.family == "points" or (per_time and last.unit != quantity.unit.name):  # type: ignore[union-attr]
        beside(state, figure, last)
    elif figure.verb_in("share"):
        again(state, figure, last)
    elif figure.verb_in("up", "down"):
        _moved(state, figure, last)
    elif _of_change(state, figure):
        _moved_by(state, figure, last)
    elif figure.standard == "past":
        stretch(last, figure)
        exceeds = figure.verb_in("exceed")
        last.put("yoy_pct", quantity.value if exceeds else quantity.value - _HUNDRED)
    elif figure.verb_in("exceed") and not figure.standard:
        against_plan(state, figure, last)  # "(dự toán 850 tỷ đồng), vượt 15,3%"
    else:
        _reached_rate(state, figure, last)


def manifold(state: State, figure: Figure, last: Draft) -> None:
    """ "gấp 2,1 lần cùng kỳ" is 110 % more; "năm nay con số ấy gấp 2 lần" a claim of its own."""
    if any(said.endswith((" này", " ấy")) for said in figure.before.said):
        again(state, figure, last)
        return
    if figure.verb_in("times") and figure.standard == "past" and not _long_ago(state, figure):
        stretch(last, figure)
        last.put("yoy_pct", (figure.quantity.value - 1) * _HUNDRED)


def _moved(state: State, figure: Figure, last: Draft) -> None:
    """A percentage risen or fallen: growth of the amount told, or a claim of its own."""
    if _own_growth(state, figure, last):
        again(state, figure, last)
    elif not figure.standard and (yearly := _yearly(figure)):
        again(state, figure, last)
        state.last = last
        state.made[-1].unit = yearly
    elif _points(figure, last):
        beside(state, figure, last)  # "Tỷ lệ hộ nghèo còn 24,8%, giảm 4,5%": points of the rate
        state.made[-1].kind = "change"
    else:
        stretch(last, figure)
        if figure.standard not in {"base", "elsewhere", "other"} and not _long_ago(state, figure):
            sign = 1 if figure.verb_in("up") else -1
            last.put("yoy_pct", sign * figure.quantity.value)


def _left(state: State, figure: Figure, last: Draft) -> None:
    """ "giảm 4.500 hộ nghèo, còn 5,6%": what is left completes nothing and does not fall itself."""
    draft = again(state, figure, last)
    if draft.kind == "change" and figure.verb_in("remain"):
        draft.kind, draft.direction = "share", None
        draft.indicator = last.indicator.removeprefix("giảm ")


def _points(figure: Figure, last: Draft) -> bool:
    """ "Tỷ lệ hộ nghèo còn 24,8%, giảm 4,5%"; "giảm 450 hộ nghèo, tỷ lệ giảm 2,1%"."""
    named = not {"tỷ lệ", "tỉ lệ"}.isdisjoint(figure.before.said)
    return named or (_still(last) and "plan_ratio_pct" not in last.more and not figure.bracket)


def _still(last: Draft) -> bool:
    """A share, or a level told per thousand: what rises by percent or per mille is the rate."""
    return last.kind == "share" or (last.kind == "level" and last.quantity.family == "permille")


def _long_ago(state: State, figure: Figure) -> bool:
    """Whether it is held against a year before the last: "tăng 35% so với năm 2015"."""
    told = figure.before.standard or figure.after.standard
    own = state.time.year if state.time and state.time.year else state.setting.year
    return bool(told and told.year and own and told.year < own - 1)


def _yearly(figure: Figure) -> str:
    """The unit of an average growth told beside a level: "tăng bình quân hằng năm 10-11%"."""
    said = " ".join(figure.before.said)
    unit = figure.quantity.unit
    if "bình quân" not in said or unit is None or not any(each in said for each in _EACH_YEAR):
        return ""
    return unit.name if unit.divided else f"{unit.name}/năm"


def _own_growth(state: State, figure: Figure, last: Draft) -> bool:
    """Whether a growth is told of another time or against another base than the claim before."""
    dated = any(t.year or not t.shift for t in figure.told)
    if last.kind == "growth":
        other = {figure.standard, last.standard} == {
            "base",
            "past",
        }  # a month before, a year before
        return dated or other
    if not state.made:
        return figure.standard != "past"  # a sentence of its own about what was told before
    return dated and figure.standard != "past" and "yoy_pct" in last.more  # "quý I tăng 5,03%"


def _reached_rate(state: State, figure: Figure, last: Draft) -> None:
    """A percentage reached beside a rate is a later rate; beside an amount, its completion."""
    reached = figure.verb_in("reach", "fall_to", "rise_to", "equal", "remain")
    whole = _whole(state, figure) if figure.verb_in("equal", "reach") else ""
    if whole and "denominator" not in last.more:
        _of_whole(state, figure, last, whole)
    elif _completes(state, figure, last):
        stretch(last, figure)
        last.put("plan_ratio_pct", figure.quantity.value)
    elif last.quantity.is_rate:
        dated = bool(figure.before.times) and not (figure.verbs or figure.bracket)
        if dated or (reached and (not figure.bracket or figure.verb_in("fall_to", "remain"))):
            again(state, figure, last)
    elif state.bracketed and figure.bracket and not (figure.verbs or figure.standard):
        stretch(last, figure)  # "đàn trâu 24 con (bằng 99% cùng kỳ), đàn bò 15 con (103,5%)"
        past = state.bracketed == "past"
        value = figure.quantity.value - _HUNDRED if past else figure.quantity.value
        last.put("yoy_pct" if past else "plan_ratio_pct", value)
    elif figure.bracket and last.kind == "change" and last.direction and not figure.verbs:
        sign = 1 if last.direction == "up" else -1
        stretch(last, figure)
        last.put("yoy_pct", sign * figure.quantity.value)  # "giảm 23 vụ (14%)"
    elif (
        _of_fraction(figure, last)
        or "tỷ lệ" in " ".join(figure.before.said)
        or figure.bracket
        or figure.verb_in("equivalent")
        or (reached and (figure.standard in {"elsewhere", "other"} or _later(state, figure, last)))
    ):
        again(state, figure, last)
    elif figure.verb_in("remain", "fall_to"):
        _left(state, figure, last)
    elif reached:
        stretch(last, figure)
        last.put("plan_ratio_pct", figure.quantity.value)


def _later(state: State, figure: Figure, last: Draft) -> bool:
    """ "… bằng 83,6% kế hoạch; ước đến hết 31/01/2024 đạt trên 95%": of another time."""
    words = state.page.words[figure.floor : figure.quantity.first]
    return "plan_ratio_pct" in last.more and "ước" in words and bool(figure.told)


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
        again(state, figure, last)
        return
    stretch(last, figure)
    last.put("yoy_pct", figure.quantity.value - _HUNDRED)


def _of_change(state: State, figure: Figure) -> bool:
    """ "tăng 120 tỷ đồng, tương đương 11,1%", "(tăng 12 vụ, 3,6%)": how much the rise is."""
    before = state.made[-1] if state.made else None
    if before is None or before.kind != "change":
        return False
    bare = figure.bracket is not None and not (figure.verbs or figure.standard)
    within = bare and figure.bracket is not None and before.quantity.first > figure.bracket[0]
    return within or figure.verb_in("equivalent")


def _moved_by(state: State, figure: Figure, last: Draft) -> None:
    stretch(last, figure)
    if figure.standard in {"", "past"}:
        sign = 1 if state.made[-1].direction == "up" else -1
        last.put("yoy_pct", sign * figure.quantity.value)


def _completes(state: State, figure: Figure, last: Draft) -> bool:
    """ "kế hoạch vốn 45 tỷ đồng, đã giải ngân 12 tỷ đồng (27%)": of the plan told before."""
    if "plan_value" in last.more and not last.quantity.is_rate:
        return bool(figure.bracket and not figure.verbs and not state.bracketed)
    bare = figure.bracket is not None and not (figure.verbs or figure.standard)
    family = last.quantity.family
    planned = any(d.role == "plan" and d.quantity.family == family for d in state.made)
    told = figure.tail == figure.after.last and last.role != "plan" and last.kind == "level"
    return bare and planned and told and family == "money"


def _of_fraction(figure: Figure, last: Draft) -> bool:
    """ "72/104 xã đạt chuẩn, bằng 69,2%": the share of the whole, a claim beside the count."""
    reached = figure.verb_in("reach", "fall_to", "rise_to", "equal", "remain")
    return reached and "denominator" in last.more and not figure.standard


__all__ = ["manifold", "percentage"]
