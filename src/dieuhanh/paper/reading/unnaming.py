"""Names that name nothing, taken away so that the words before may: "con số này", "bình quân"."""

from __future__ import annotations

from .drafts import Figure
from .layout import Page
from .lexicon import Phrases
from .naming import written
from .standards import Standard, plan_after
from .state import State
from .units import COUNTED

_EMPTY = frozenset(
    {"tỷ lệ", "tỉ lệ", "bình quân", "trung bình", "tổng số", "số", "mức", "tổng", "con số", "riêng"}
    | {"bình quân mỗi năm", "trung bình mỗi năm", "bình quân hằng năm", "bình quân hàng năm"}
)
_POINTING = Phrases(
    {
        f"{noun} {which}": True
        for noun in ("con số", "số", "tỷ lệ", "tỉ lệ", "mức", "chỉ số", "chỉ tiêu")
        for which in ("này", "ấy", "đó")
    }
)
_HIGHER = Phrases(
    dict.fromkeys(["cao hơn", "nhiều hơn", "lớn hơn"], "up")
    | dict.fromkeys(["thấp hơn", "ít hơn", "kém"], "down")
)
_LONGEST_NOUN = 6


def unname(state: State, figure: Figure) -> None:
    """Take away a name that names nothing, so that the words before may."""
    if figure.name is None:
        return
    said = written(state.page, figure.name).lower()
    if (
        said in _EMPTY
        or said.endswith("chúng tôi")
        or _POINTING.at(state.page.words, figure.name.first, figure.name.last)
    ):  # "tỷ lệ 3,94%", "bình quân 6 tháng tăng …": of what was named
        figure.before.said.append(said)
        figure.name = None
    elif _names_plan(state, figure):
        figure.before.standard, figure.before.outmost = Standard("plan"), "standard"
        figure.name = None  # "Kế hoạch Thủ tướng Chính phủ giao cho tỉnh là 92%"
    elif figure.told_of in {"plan", "past"} and state.made and _weak(figure):
        figure.name = None  # "khó kịp kế hoạch đề ra là 52%"


def _names_plan(state: State, figure: Figure) -> bool:
    """Whether the name is but the plan's, whose figure is of what was told before."""
    name, last = figure.name, state.last
    if name is None or last is None or figure.bracket or figure.before.said != ["là"]:
        return False
    alike = figure.quantity.is_rate and last.quantity.is_rate
    return alike and bool(plan_after(state.page, name.first, name.last))


def against_noun(state: State, figure: Figure) -> None:
    """ "cao hơn gỗ thường 35 - 40%": held against what is named, not about it."""
    name, words = figure.name, state.page.words
    if name is None or name.head or figure.bracket or figure.verbs or state.last is None:
        return
    verb = _HIGHER.before(words, name.first, figure.floor)
    if verb is None or name.last - name.first > _LONGEST_NOUN:
        return
    figure.name = None
    figure.before.verbs.append(verb[0])
    figure.before.standard = Standard("other", None, linked=True)


def _weak(figure: Figure) -> bool:
    """Whether its name has no head, so that the words before may name it better."""
    return figure.name is not None and not figure.name.head and not figure.bracket


def unmeasured(page: Page, figure: Figure) -> bool:
    """Whether a figure measures nothing: where something holds, how often it was done."""
    return _somewhere(page, figure) or _repeated(page, figure)


def _somewhere(page: Page, figure: Figure) -> bool:
    """ "Tại 6 huyện nghèo, …": where something holds, nothing counted."""
    placed = page.words[figure.quantity.first - 1 : figure.quantity.first] in (
        ["tại"],
        ["ở"],
        ["trong"],
    )
    return placed and figure.quantity.family in COUNTED and figure.name is None


def _repeated(page: Page, figure: Figure) -> bool:
    """ "đi lại 5 lần" tells how often, not how many times as much."""
    if figure.quantity.family != "times" or figure.verb_in("times", "up", "down", "equal", "reach"):
        return False
    rated = figure.name is not None and figure.name.head == "rate"  # "hệ số quay vòng đất"
    return not rated and not {"gấp", "hơn"} & set(page.words[figure.floor : figure.quantity.first])


__all__ = ["against_noun", "unmeasured", "unname"]
