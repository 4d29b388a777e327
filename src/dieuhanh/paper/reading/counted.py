"""Names of what is counted or measured without a name before it: "có 46 xã", "100% chất thải y tế"."""

from __future__ import annotations

from bisect import bisect_right

from .deeds import THINGS, Named, thing
from .drafts import Draft, Figure
from .figures import tail_end
from .happened import counted_before
from .naming import head_of
from .state import State
from .units import MEASURES

_MERE = frozenset({"", "ghi nhận", "xảy ra", "phát hiện", "tiếp nhận"})  # no deed to share
_LONGEST_BRACKET = 8


def unnamed_thing(state: State, figure: Figure) -> Named | None:
    """What a figure without a name counts or shares out: "có 46 xã", "100% chất thải y tế"."""
    quantity = figure.quantity
    tail = state.page.said(figure.after.last, figure.tail)
    if quantity.family in THINGS and quantity.unit:
        return _counted_thing(state, figure, tail)
    if quantity.family in MEASURES and not figure.standard:
        return _measured_thing(state, figure, tail)
    if quantity.is_rate and tail and not figure.standard:
        if verb := _moving(figure):
            return Named(f"{verb} {tail}", "", figure.before.first)
        head = head_of(state.page, figure.after.last, figure.tail)
        return Named(tail, head, figure.before.first)
    return None


def _moving(figure: Figure) -> str:
    moving = ("giảm", "tăng", "thực hiện")
    return next((said for said in figure.before.said if said in moving), "")


def _counted_thing(state: State, figure: Figure, tail: str) -> Named | None:
    told = figure.verb_in("reach") or figure.verb_in("have", "remain", "with", "up", "down")
    told = told or figure.quantity.out_of is not None  # "132/142 xã (92,9%) đạt chuẩn"
    told = (
        told
        or _opens_with_reaching(state, figure)
        or _listed(state, figure)
        or (bool(state.action) and not figure.bracket)
    )
    if not (tail or told):
        return None
    if state.befallen and not (tail or figure.verbs or figure.bracket or state.made[-1:] == []):
        return Named(state.befallen, "", figure.before.first)
    if before := counted_before(state, figure):
        return Named(before, "", figure.before.first)
    verb = _moving(figure)
    given = state.page.words[figure.before.first - 1] == "cho"  # "mở 5 lớp cho 120 học viên"
    if state.action not in _MERE and not (given or figure.verbs or figure.semicolon):
        verb = state.action  # "khởi công 3 cầu, 2 trường học"
    noun = f"{thing(state.page, figure)} {_beyond_bracket(state, figure)}"
    return Named(f"{verb} {noun}".strip(), "", figure.before.first)


def _opens_with_reaching(state: State, figure: Figure) -> bool:
    """ "- Đạt 12 bác sĩ/vạn dân": nothing is named that it could be reached of."""
    opens = figure.before.first == figure.floor and not (state.made or figure.bracket)
    return opens and figure.verbs == ["reach"] and not figure.standard


def share_divisor(state: State, draft: Draft) -> None:
    """ "12 bác sĩ, 2,8 dược sĩ và 30 giường bệnh/vạn dân": what is told per is told of all."""
    unit, following = draft.quantity.unit, draft
    if unit is None or not unit.divided or draft.quantity.is_rate:
        return
    for earlier in reversed(state.made[:-1]):
        gap = state.page.words[earlier.quantity.last : following.quantity.first]
        alike = earlier.quantity.family in THINGS and "/" not in earlier.unit
        if gap not in ([","], ["và"]) or not alike:
            return
        earlier.unit += "/" + unit.name.partition("/")[2]
        earlier.kind, following = "level", earlier


def _listed(state: State, figure: Figure) -> bool:
    """ "có 55 xã và 9 phường", "dân số 38.000 người, 41 tổ dân phố"."""
    last, at = state.last, figure.before.first
    of_share = last is not None and last.kind == "share" and not figure.semicolon
    if last is None or of_share or figure.verbs or figure.bracket or figure.standard:
        return False
    return state.page.words[at - 1 : at] in ([","], ["và"], ["gồm"], [";"], ["đó"])


def _joins(state: State, figure: Figure) -> bool:
    at = figure.before.first
    return state.page.words[at - 1 : at] == ["và"]


def _measured_thing(state: State, figure: Figure, tail: str) -> Named | None:
    """ "có 93.420 ha rừng", "hỗ trợ 70 tỷ đồng và 2.137 tấn gạo": what is measured stands behind."""
    deed = state.action if not figure.verbs and not figure.semicolon and not figure.bracket else ""
    told = deed or figure.verb_in("have") or _listed(state, figure)
    if deed and not tail and figure.quantity.family == "money" and _joins(state, figure):
        return Named(deed, "", figure.before.first)  # "đóng góp 300 ngày công và 8,7 tỷ đồng"
    if not tail or (len(tail.split()) < 2 and not told):
        return None
    return Named(f"{deed} {tail}".strip(), "", figure.before.first)


def _beyond_bracket(state: State, figure: Figure) -> str:
    """ "132/142 xã (92,9%) đạt chuẩn": what goes on behind the bracket."""
    page, at = state.page, figure.after.last
    near = page.words[at : at + _LONGEST_BRACKET]
    if figure.quantity.out_of is None or near[:1] != ["("] or ")" not in near:
        return ""
    first = at + near.index(")") + 1
    here = bisect_right(page.paragraphs, at, key=lambda paragraph: paragraph.last)
    last = page.paragraphs[here].last if here < len(page.paragraphs) else first
    return page.said(first, tail_end(page, state.times, first, last))


__all__ = ["share_divisor", "unnamed_thing"]
