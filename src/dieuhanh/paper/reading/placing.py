"""Where a figure goes: a claim under its own name, what it counts, a heading, or along with another."""

from __future__ import annotations

from .beside import benchmark_of
from .counted import share_divisor, unnamed_thing
from .deeds import named
from .drafts import Draft, Figure, noun_of_number
from .happened import take_turn
from .layout import Page, Paragraph
from .lexicon import Phrases, lexicon
from .listening import ELSEWHERE
from .mains import main_of
from .naming import head_of, written
from .others import take_other
from .riders import cumulated, ride
from .standards import plan_after
from .state import State
from .tokens import Kind
from .units import COUNTED
from .unnaming import against_noun, unmeasured, unname

_WIDER = Phrases(dict.fromkeys(lexicon("relations")["compared"]["wider"], True))
_LONGEST_HEAD = 18
_SHORT = 4  # words
_SUFFERED = frozenset({"chết", "bị thương", "mất tích", "tử vong", "làm chết"})  # by people


def place(state: State, paragraph: Paragraph, figure: Figure) -> None:
    """Make a figure a claim, or let it ride along with the one before."""
    if figure.quantity.family == "points" and _contributes(state.page, figure):
        _contribution(state, figure)
        return
    if unmeasured(state.page, figure):
        return
    unname(state, figure)
    if take_other(state, figure):
        return
    against_noun(state, figure)
    if _told_elsewhere(state.page, figure) and state.made and state.last is not None:
        figure.name = None
        state.made.append(benchmark_of(state, figure, state.last))
        return
    found = named(state, figure)
    bare = figure.quantity.family == "none"
    if found is not None and (not bare or _bare_number(state, figure)):
        if not _tallied(state.page, figure):
            share_divisor(state, state.add(main_of(state, figure, *found)))
    elif found is not None and (unit := _item(state, figure)):
        draft = state.add(main_of(state, figure, *found))
        draft.unit, draft.kind = unit, "count"
    elif found is None and not bare:
        _nameless(state, paragraph, figure)
    elif found is None and figure.told_of in {"plan", "past"} and figure.bracket and state.last:
        ride(state, figure, state.last)  # "(KH: 11.500)"


def _nameless(state: State, paragraph: Paragraph, figure: Figure) -> None:
    """A figure without a name: the plan itself, a thing counted, a rider, or of its heading."""
    last = state.last
    if (own := _plan_itself(state, figure)) is not None:
        state.add(main_of(state, figure, own, "amount", figure.before.first))
        return
    if last is not None and state.turn and _aspect_alone(state.page, figure):
        figure.before.verbs.append(state.turn)
        ride(state, figure, last)
        return
    take_turn(state, figure)
    if (each := _average(state, figure)) is not None:
        state.add(main_of(state, figure, each, "", figure.before.first))
        return
    thing = unnamed_thing(state, figure)
    if thing is not None and (last is None or _counts(state, figure) or _other_thing(figure, last)):
        share_divisor(state, state.add(main_of(state, figure, *thing)))
    elif last is not None:
        ride(state, figure, last)
    elif (head := _from_head(state, paragraph)) is not None:
        state.add(main_of(state, figure, *head, figure.before.first))


def _aspect_alone(page: Page, figure: Figure) -> bool:
    """ "… và 8% về giá trị": the verb is the one before."""
    at = figure.after.last
    bare = figure.quantity.is_rate and not (figure.verbs or figure.standard or figure.bracket)
    return bare and page.words[at : at + 1] == ["về"]


def _counts(state: State, figure: Figure) -> bool:
    """Whether a nameless figure tells of the thing behind it, not of what was named before."""
    unit = figure.quantity.unit
    other = figure.semicolon and state.last and unit and unit.name != state.last.unit
    alone = figure.tail == figure.after.last and not other
    if "remain" in figure.verbs and state.made and alone:
        return False  # "giảm 1.250 hộ, còn 3.480 hộ"
    if state.made and figure.tail == figure.after.last and cumulated(state, figure):
        return False  # "thêm 8 xã đạt chuẩn, lũy kế có 80 xã"
    if figure.bracket and _itemised(state, figure):
        return True
    loose = not set(figure.verbs) - {"have", "remain", "with"} or _carried_out(state, figure)
    last = state.last  # "(450 cán bộ, chiến sĩ, 36 máy bơm)": things of one bracket
    within = bool(
        figure.bracket and last and last.quantity.first > figure.bracket[0] and last.kind == "count"
    )
    return loose and (within or not figure.bracket) and not figure.standard


def _itemised(state: State, figure: Figure) -> bool:
    """ "29 giải (1 giải nhì, 11 giải ba)": things of their own in a bracket, of no share."""
    last = state.last
    own = figure.quantity.family in COUNTED and figure.after.last < figure.tail
    return (
        own and last is not None and last.kind == "count" and not (figure.verbs or figure.standard)
    )


def _carried_out(state: State, figure: Figure) -> bool:
    """ "phân bổ cho 56 xã; đã thực hiện 34 công trình", "dự 9 giải, đạt 45 huy chương"."""
    last, unit = state.last, figure.quantity.unit
    if last is None or unit is None or unit.name == last.unit or figure.standard:
        return False
    done = "thực hiện" in figure.before.said
    won = figure.verbs == ["reach"] and last.kind == "count" and not last.head
    return figure.quantity.family in COUNTED and (done or won)


def _plan_itself(state: State, figure: Figure) -> str | None:
    """ "Tổng kế hoạch vốn là 5.438 tỷ đồng": no result is told that the plan rides with."""
    if figure.told_of != "plan" or figure.bracket or figure.quantity.is_rate:
        return None
    if state.made and state.made[-1].quantity.family == figure.quantity.family:
        return None  # what it was to be
    for first in range(figure.before.first, figure.quantity.first):
        if end := plan_after(state.page, first, figure.quantity.first):
            return state.page.said(first, end)
    return None


def _bare_number(state: State, figure: Figure) -> bool:
    """A number without a unit counts only for an index or a rate its name spells out."""
    name = figure.name
    if name is None or not figure.verb_in("reach", "equal", "rise_to", "up", "down"):
        return False
    words = state.page.words[name.first : name.last]
    return (
        bool(noun_of_number(words))
        or "/" in words
        or words[:2] in (["chỉ", "số"], ["hệ", "số"])
        or words[0] in {"pci", "papi", "cpi"}
    )


def _item(state: State, figure: Figure) -> str:
    """The unit of an item that leaves it out: "giải quyết 98 hồ sơ, trước hạn 60, đúng hạn 38"."""
    last, name = state.last, figure.name
    if last is None or name is None or last.kind != "count" or not state.made or figure.verbs:
        return ""
    parted = state.page.words[name.first - 1] in {",", ":", "đó", "("}
    told = figure.before.said or figure.standard or figure.before.times
    known = [d.quantity.value for d in state.made if d.unit == last.unit]
    part = figure.quantity.value <= max(known, default=last.quantity.value)
    short = name.last - name.first <= _SHORT
    if not (parted and short) or told:
        return ""
    if " ".join(state.page.words[name.first : name.last]) in _SUFFERED:
        return "người"
    return last.unit if part else ""


def _tallied(page: Page, figure: Figure) -> bool:
    """ "8/20 nhiệm vụ, đạt 40%": of what the tally counts."""
    name = figure.name
    return (
        name is not None and page.tokens[name.first].kind is Kind.NUMBER and figure.quantity.is_rate
    )


def _from_head(state: State, paragraph: Paragraph) -> tuple[str, str] | None:
    """The heading or list head a nameless item hangs on."""
    for index in reversed(paragraph.heads):
        head = state.page.paragraphs[index]
        last = head.last - 1 if head.lead else head.last
        if 0 < last - head.body <= _LONGEST_HEAD:
            return state.page.said(head.body, last), head_of(state.page, head.body, last)
    return None


def _told_elsewhere(page: Page, figure: Figure) -> bool:
    """Whether a name ends in somebody else's: "cao hơn mức tăng trưởng bình quân cả nước"."""
    name = figure.name
    if figure.bracket and _WIDER.before(page.words, figure.before.first, figure.bracket[0] + 1):
        return True
    if name is None:
        return False
    own = figure.told_of == "elsewhere" and name.head in {"", "sector"}
    return own or ELSEWHERE.before(page.words, name.last, name.first) is not None


def _other_thing(figure: Figure, last: Draft) -> bool:
    """ "giảm 12 vụ, giảm 9 người bị thương": another thing counted than the one before."""
    counted = figure.quantity.family in COUNTED and figure.verb_in("up", "down")
    unit = figure.quantity.unit
    known = {last.unit, last.more.get("numerator_unit")}
    if unit is not None and unit.name == "người" and last.quantity.family == "people":
        return figure.after.last < figure.tail
    other = figure.after.last < figure.tail or (unit is not None and unit.name not in known)
    return counted and other and not figure.bracket


def _average(state: State, figure: Figure) -> str | None:
    """ "bình quân đạt 14,1 tiêu chí/xã": an average of another measure than the one before."""
    unit, last = figure.quantity.unit, state.last
    if unit is None or not unit.divided or "bình quân" not in " ".join(figure.before.said):
        return None
    if figure.quantity.is_rate or last is None or last.unit == unit.name:
        return None
    if unit.family == "money":
        return f"{last.indicator} bình quân"
    return f"bình quân {state.page.said(*unit.noun)}"


def _contribution(state: State, figure: Figure) -> None:
    """A part of the growth of the whole, under the name of what grew; riders stay with that."""
    last, name = state.last, figure.name
    said = written(state.page, name) if name else ""
    own = said.lower().removesuffix("đóng góp").strip()
    if name is not None and own:
        state.add(main_of(state, figure, said[: len(own)], name.head, name.first))
    elif last is not None:
        state.add(main_of(state, figure, last.indicator, last.head, figure.before.first))
        state.last = last


def _contributes(page: Page, figure: Figure) -> bool:
    """ "đóng góp 7,25 điểm %"."""
    words = page.words[figure.floor : figure.quantity.first]
    return any(words[i : i + 2] == ["đóng", "góp"] for i in range(len(words)))


__all__ = ["place"]
