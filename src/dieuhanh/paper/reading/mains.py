"""A claim of its own: which name, kind, role, bound and attributes a figure gets."""

from __future__ import annotations

from decimal import Decimal

from .drafts import Draft, Figure, per_one, put_fraction, unit_of, words_of
from .kinds import kind_of
from .lexicon import Phrases
from .listening import role_of
from .quantities import Quantity
from .state import State

_FALLING = Phrases(dict.fromkeys(["tốc độ giảm", "mức giảm", "tỷ lệ giảm", "tỉ lệ giảm"], True))
_HUNDRED = Decimal(100)
_COUNTING = frozenset({"lượt", "khách", "người", "hộ"})


def main_of(state: State, figure: Figure, indicator: str, head: str, first: int) -> Draft:
    """A claim under a name."""
    page, quantity = state.page, figure.quantity
    opening = _opening(quantity, indicator)
    verbs = list(figure.verbs)
    falls = (
        figure.name is not None
        and _FALLING.at(page.words, figure.name.first, figure.name.last) is not None
    )
    if figure.standard == "plan" and quantity.is_rate and figure.verb_in("up", "down"):
        verbs = ["exceed" if v == "up" else v for v in verbs]
    indicator, unit = _unit(quantity, indicator)
    head = _head(indicator, head)
    kind, direction = kind_of(quantity, verbs, head, opening, falls=falls, unit=unit)
    if (
        quantity.family == "bare"
        and kind == "level"
        and not _COUNTING.isdisjoint(words_of(indicator))
    ):
        kind = "count"  # "tổng lượt khách đạt 1,2 triệu"
    if (like := _like_before(state, figure, head)) is not None:
        kind, direction = like.kind, like.direction
    last = max(quantity.last, figure.after.last)
    bound = figure.before.bound or figure.after.bound
    if "from" in verbs and quantity.high is None and bound is None:
        bound = "at_least"
    draft = Draft(
        page, indicator, head, min(first, figure.before.first), last, quantity, kind, direction,
        role_of(state, figure), bound, state.estimate, verbs, unit,
    )  # fmt: skip
    draft.period, draft.standard = _period(state, figure), figure.standard
    _own_relations(draft, figure)
    if draft.kind == "share" and figure.verb_in("reach") and head != "rate" and _completing(state):
        draft.put("plan_ratio_pct", quantity.value)
    if quantity.out_of is not None:
        put_fraction(draft, figure)
    return draft


def _head(indicator: str, head: str) -> str:
    """What a name announces, also by its last words: "khu vực I tăng trưởng"."""
    led = indicator.endswith(("vào tăng trưởng", "cho tăng trưởng"))
    return head or ("growth" if indicator.endswith("tăng trưởng") and not led else "")


def _opening(quantity: Quantity, indicator: str) -> str:
    """The first word of a name; that of "giảm nghèo bền vững" makes no money fall."""
    if indicator.lower().startswith("giảm nghèo") and not quantity.is_rate:
        return ""
    if indicator.lower().startswith("tổng sản phẩm"):
        return "grdp"  # reached in percent, it can only have grown
    return indicator.split(" ", 1)[0].lower()


def _unit(quantity: Quantity, indicator: str) -> tuple[str, str]:
    """The name without what it is told per, and the unit with it: triệu đồng/ha."""
    indicator, under = per_one(indicator)
    unit = unit_of(quantity, indicator)
    if under and quantity.unit and not (quantity.unit.divided or quantity.is_rate):
        return indicator, f"{unit}/{under}"
    return indicator, unit


def _completing(state: State) -> bool:
    """ "đạt 51% kế hoạch; trong đó vốn A đạt 44%, vốn B đạt 70%": the parts of a completion."""
    told = any("plan_ratio_pct" in draft.more for draft in state.made)
    return state.breakdown and told


def _like_before(state: State, figure: Figure, head: str) -> Draft | None:
    """The item before it in a list, when this one leaves out the verb they share."""
    last = state.last
    if last is not None and last.kind == "level" and not (head or figure.verbs):
        unit = figure.quantity.unit  # "lãi suất huy động 5%/năm, cho vay 8%/năm"
        return last if figure.quantity.is_rate and unit and unit.name == last.unit else None
    if last is None or last.kind not in {"growth", "change"} or head == "rate" or state.shares:
        return None
    if figure.name and state.page.words[figure.name.first] in {"giảm", "tăng", "nâng", "kéo"}:
        return None  # "tổng vốn tăng 12%; giảm tỷ lệ hộ nghèo 1,2%"
    if last.kind == "change" and not head and figure.verb_in("up", "down"):
        same = last.direction == ("up" if figure.verb_in("up") else "down")
        return last if same and figure.quantity.is_rate and last.quantity.is_rate else None
    alike = last.quantity.unit and figure.quantity.unit and last.unit == figure.quantity.unit.name
    if not alike or figure.standard == "plan" or not figure.quantity.is_rate:
        return None
    silent = not [v for v in figure.verbs if v not in {"reach", "from"}]
    spoken = figure.verb_in("reach")
    listed = last.head == "growth" and state.breakdown
    return last if silent and (not spoken or listed) else None


def _own_relations(draft: Draft, figure: Figure) -> None:
    """A lone relation is the claim and says so in its attribute too: "đạt 60% dự toán"."""
    quantity = figure.quantity
    if quantity.family != "percent" or figure.told_of:
        return
    if figure.standard == "plan":
        if draft.kind in {"change", "growth"}:
            draft.put(
                "vs_plan_pct", quantity.value if draft.direction != "down" else -quantity.value
            )
        else:
            draft.put("plan_ratio_pct", quantity.value)
    elif figure.standard == "past" and figure.verb_in("equal") and draft.kind == "share":
        draft.put("yoy_pct", quantity.value - _HUNDRED)


def _period(state: State, figure: Figure) -> str | None:
    near = [*figure.before.times, *figure.after.times]
    region = [t for t in figure.told if not t.same]
    time = next(iter(near or region[-1:]), None) or state.time
    if time is None or time.length:
        return state.period or state.setting.period
    return state.page.said(time.begin, time.last)


__all__ = ["main_of"]
