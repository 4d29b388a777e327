"""Figures of other places beside ours: "cao hơn Bạc Liêu (5,2%)", "đứng sau Long An 8,1%"."""

from __future__ import annotations

from .beside import benchmark_of
from .deeds import named
from .drafts import Draft, Figure, words_of
from .mains import main_of
from .naming import Name, head_of
from .provinces import begins_with_province, deed_of_another, place_of_another
from .state import State


def take_other(state: State, figure: Figure) -> bool:
    """Make a figure under another place's name a benchmark, under our claim's name if one is told."""
    name = figure.name
    if name is None or figure.verb_in("share"):  # "Hải Phòng chiếm 30% kim ngạch": of ours
        return False
    told = place_of_another(state.page, state.own, name.first, name.last)
    deed = deed_of_another(state.page, state.own, name.first, name.last)
    if told is None and deed is None:
        return False
    last = state.last if state.last and not _of_a_place(state.last) else None
    if told is not None and last is not None and _differs(state, figure, last):
        figure.name = None  # "cao hơn Bạc Liêu 5,2 điểm phần trăm"
        return False
    _unexceed(figure)
    if told is not None and told > name.first and head_of(state.page, name.first, told):
        figure.name = Name(name.first, told, head_of(state.page, name.first, told))
    elif (
        last is not None and _comparable(last.unit, figure) and _same_deed(state, last, deed, name)
    ):
        figure.name = None
        state.made.append(benchmark_of(state, figure, last))
        return True
    return _under_own_name(state, figure)


def _under_own_name(state: State, figure: Figure) -> bool:
    found = named(state, figure)
    if found is None or figure.quantity.family == "none":
        return False
    state.last = None  # it goes on no list of ours
    draft = main_of(state, figure, *found)
    draft.role = "benchmark"
    state.add(draft)
    return True


def _unexceed(figure: Figure) -> None:
    """ "Cà Mau, Sóc Trăng đều vượt 1 tỷ USD" bounds what they reached."""
    if figure.verb_in("exceed") and figure.standard != "plan":
        figure.before.bound = figure.before.bound or "more_than"
        figure.before.verbs = [verb for verb in figure.before.verbs if verb != "exceed"]


def _same_deed(state: State, last: Draft, deed: int | None, name: Name) -> bool:
    """Whether "Bắc Ninh giải ngân" tells of what was told of us: "Giải ngân vốn đầu tư công"."""
    if deed is None:
        return True
    return set(state.page.words[deed : name.last]) <= set(words_of(last.indicator))


def _of_a_place(draft: Draft) -> bool:
    """Whether a claim told of another place has nothing but the place for its name."""
    return draft.role == "benchmark" and begins_with_province(draft.indicator)


def _differs(state: State, figure: Figure, last: Draft) -> bool:
    """Whether a figure behind "cao hơn" is the difference: of another unit, or far from ours."""
    first = figure.name.first if figure.name else 0
    compared = "hơn" in state.page.words[max(0, first - 1) : first + 2]
    if figure.bracket or not (compared or figure.verb_in("up", "down")):
        return False
    if not _comparable(last.unit, figure):
        return True
    near = last.quantity.value / 2 <= figure.quantity.value <= last.quantity.value * 2
    return not near


def _comparable(unit: str, figure: Figure) -> bool:
    """Whether a figure is of the same measure: shares of the one are no tons of the other."""
    own = figure.quantity.unit
    return own is not None and own.name == unit


__all__ = ["take_other"]
