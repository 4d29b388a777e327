"""What happens and how its number moves: "dịch xảy ra tại 12 xã", "giảm 3 vụ, 2 người chết"."""

from __future__ import annotations

from .drafts import Draft, Figure, words_of
from .layout import Page
from .naming import Name, head_of
from .state import State
from .units import COUNTED

_THINGS = COUNTED | {"open"}
_MOVING = ("up", "down")
_BEHIND = frozenset({"đã", "tại", "ở", "trên", "trong"})
_NEAR = 12  # claims looked back over
_LONGEST_LABEL = 6
_LISTING = frozenset({",", "và"})


def occurred(page: Page, figure: Figure, name: Name) -> Name:
    """What befalls is named, not that it does: "Dịch tả lợn đã xảy ra tại 12.846 hộ"."""
    at = name.last
    while at > name.first and page.words[at - 1] in _BEHIND:
        at -= 1
    if page.words[at - 2 : at] != ["xảy", "ra"] or at - 2 < name.first:
        return name
    at -= 2
    while at > name.first and page.words[at - 1] in _BEHIND:
        at -= 1
    if at > name.first:
        return Name(name.first, at, head_of(page, name.first, at))
    label = page.words[name.first - 1 : name.first] == [":"] and figure.tail == figure.after.last
    return _label(page, name) if label else name


def _label(page: Page, name: Name) -> Name:
    """ "Tai nạn giao thông: xảy ra 129 vụ": what stands before the colon."""
    last = first = name.first - 1
    while first > 0 and last - first <= _LONGEST_LABEL and page.words[first - 1] not in ",;.:-()":
        first -= 1
    return Name(first, last, head_of(page, first, last)) if last - first > 1 else name


def take_turn(state: State, figure: Figure) -> None:
    """ "giảm 3 vụ, 2 người chết": the second moves as the first did."""
    last = state.last
    if last is None or figure.verbs or figure.bracket or figure.name or not state.made:
        return
    listed = state.page.words[figure.quantity.first - 1] in _LISTING and not figure.semicolon
    counted = figure.quantity.family in _THINGS and last.quantity.family in _THINGS
    if last.kind == "change" and listed and counted and last.direction:
        figure.before.verbs.append(last.direction)


def counted_before(state: State, figure: Figure) -> str | None:
    """The name under which the sentence counted what now rises or falls: "tăng 12 vụ"."""
    unit = figure.quantity.unit
    if unit is None or not figure.verb_in(*_MOVING):
        return None
    tail = set(state.page.words[figure.after.last : figure.tail])
    known = [*state.earlier[-_NEAR:], *state.made[-_NEAR:]]
    alike = [d for d in known if d.kind == "count" and _same(d, unit.name, tail)]
    return alike[0].indicator if alike else None


def _same(draft: Draft, unit: str, tail: set[str]) -> bool:
    name = draft.quantity.unit
    if unit == "người" and not tail and draft.quantity.family == "people":
        return True  # "59 bác sĩ nghỉ việc, tăng 12 người"
    alike = name is not None and (name.name == unit or name.name.startswith(f"{unit} "))
    return alike and tail <= set(words_of(draft.indicator))


__all__ = ["counted_before", "occurred", "take_turn"]
