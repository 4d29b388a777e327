"""A claim of its own: which name, kind, role, bound and attributes a figure gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from .drafts import Draft, Figure, put_fraction, unit_of
from .kinds import kind_of
from .layout import Page
from .lexicon import Phrases, lexicon
from .naming import causes
from .records import Role
from .roles import cue_between
from .setting import Setting, day_of
from .times import Time, Times

_FALLING = Phrases(dict.fromkeys(["tốc độ giảm", "mức giảm", "tỷ lệ giảm", "tỉ lệ giảm"], True))
_MADE_UP = Phrases(dict.fromkeys(["cơ cấu", "tỷ trọng", "tỉ trọng"], True))
ELSEWHERE = Phrases(dict.fromkeys(lexicon("relations")["compared"]["elsewhere"], True))
_PRICED = Phrases(
    dict.fromkeys(
        [
            "giá dự toán",
            "mức dự toán",
            "giá kế hoạch",
            "mức kế hoạch",
            "vốn giao",
            "vốn được giao",
            "kế hoạch giao",
            "số giao",
        ],
        True,
    )
)
_AIM = (["mục", "tiêu"], ["chỉ", "tiêu"])
_HUNDRED = Decimal(100)


@dataclass(slots=True)
class State:
    """What holds from figure to figure: through a sentence, or (`last`) a paragraph."""

    page: Page
    times: Times
    setting: Setting
    planned: bool = False
    carried: bool = False
    """Whether the next sentence is still of targets."""
    resulted: bool = False
    """Whether a result was told last in the sentence, not a target."""
    estimate: bool = False
    last: Draft | None = None
    turn: str = ""
    """Whether the rider before rose or fell: "tăng 12% về lượng và 8% về giá trị"."""
    action: str = ""
    """The verb of the thing counted last: "khởi công" of "khởi công 3 cầu, 2 trường"."""
    time: Time | None = None
    period: str | None = None
    """The period the headings name, as written."""
    breakdown: bool = False
    shares: bool = False
    """Whether a make-up is listed: "cơ cấu kinh tế: nông nghiệp 21%, công nghiệp 36%"."""
    elsewhere: bool = False
    """Whether another province is the subject of the sentence."""
    own: str = ""
    """The paper's own province."""
    made: list[Draft] = field(default_factory=list)
    earlier: list[Draft] = field(default_factory=list)
    """What the sentences before it in the paragraph made."""

    def add(self, draft: Draft) -> Draft:
        """Keep a draft; what follows may ride along with it."""
        self.made.append(draft)
        self.last = draft
        return draft


def listen(state: State, figure: Figure) -> None:
    """Take in what the words before a figure say of role, estimate and time."""
    if figure.bracket:
        return
    page, end = state.page, figure.quantity.first
    words = page.words[figure.floor : end]
    caused = any(causes(page, at) for at in range(figure.floor, end))
    if caused or figure.semicolon or figure.verb_in("have"):
        state.action = ""
    told = cue_between(page, figure.floor, end)
    if told and not (told == "result" and figure.told_of):
        state.planned = told in {"plan", "here"}
        state.carried = told == "plan"
        state.resulted = told == "result"
    _deny(figure, words)
    if "ước" in words or figure.before.estimate:
        state.estimate = True
    if "kiến" in words and "dự" in words:
        state.planned, state.estimate = (True, False) if _coming(state, figure) else (False, True)
    state.breakdown = state.breakdown or "đó" in words
    made_up = _MADE_UP.within(page.words, figure.floor, end) is not None
    state.shares = (state.shares or made_up) and not figure.verb_in("up", "down")
    _date(state, figure)


def _deny(figure: Figure, words: list[str]) -> None:
    """ "không để nợ thuế vượt quá 5%" is a bound, no excess."""
    if "quá" in words and "không" in words and figure.before.bound in {None, "more_than"}:
        figure.before.bound = "at_most"
        figure.before.verbs = [v for v in figure.before.verbs if v != "exceed"]


def _date(state: State, figure: Figure) -> None:
    """The last year told in front, unless it is compared with or a paper's date."""
    for time in figure.told:
        dated = state.page.words[time.first] == "ngày" and time.begin == time.first
        if time.same or dated or _linked(state.page, time):
            continue
        if time.year or time.shift == 0:
            state.time = time


def _coming(state: State, figure: Figure) -> bool:
    """Whether "dự kiến" looks ahead of the period reported."""
    times = state.times.covers(figure.floor, figure.after.last)
    told = [t for t in times if t.year and not t.same]
    year = state.setting.year
    if state.planned or any(t.shift == 1 for t in times):
        return True
    if told and year is not None:
        return max(t.since or 0 for t in told) > year
    return not told and not any(t.shift == 0 for t in times)  # "cả năm dự kiến" is an estimate


def _linked(page: Page, time: Time) -> bool:
    return page.words[time.begin - 1 : time.begin] in (["với"], ["so"]) if time.begin else False


def main_of(state: State, figure: Figure, indicator: str, head: str, first: int) -> Draft:
    """A claim under a name."""
    page, quantity = state.page, figure.quantity
    opening = indicator.split(" ", 1)[0].lower() if indicator else ""
    verbs = list(figure.verbs)
    falls = (
        figure.name is not None
        and _FALLING.at(page.words, figure.name.first, figure.name.last) is not None
    )
    if figure.standard == "plan" and quantity.is_rate and figure.verb_in("up", "down"):
        verbs = ["exceed" if v == "up" else v for v in verbs]
    unit = unit_of(quantity, indicator)
    if (
        not head
        and indicator.endswith("tăng trưởng")
        and not indicator.endswith(("vào tăng trưởng", "cho tăng trưởng"))
    ):
        head = "growth"
    kind, direction = kind_of(quantity, verbs, head, opening, falls=falls, unit=unit)
    if (like := _like_before(state, figure, head)) is not None:
        kind, direction = like.kind, like.direction
    last = max(quantity.last, figure.after.last)
    bound = figure.before.bound or figure.after.bound
    if "from" in verbs and quantity.high is None and bound is None:
        bound = "at_least"
    draft = Draft(
        page, indicator, head, min(first, figure.before.first), last, quantity, kind, direction,
        _role(state, figure), bound, state.estimate, verbs, unit,
    )  # fmt: skip
    draft.period, draft.standard = _period(state, figure), figure.standard
    _own_relations(draft, figure)
    if draft.kind == "share" and figure.verb_in("reach") and head != "rate" and _completing(state):
        draft.put("plan_ratio_pct", quantity.value)
    if quantity.out_of is not None:
        put_fraction(draft, figure)
    return draft


def _completing(state: State) -> bool:
    """ "đạt 51% kế hoạch; trong đó vốn A đạt 44%, vốn B đạt 70%": the parts of a completion."""
    told = any("plan_ratio_pct" in draft.more for draft in state.made)
    return state.breakdown and told


def _like_before(state: State, figure: Figure, head: str) -> Draft | None:
    """The item before it in a list, when this one leaves out the verb they share."""
    last = state.last
    if last is None or last.kind not in {"growth", "change"} or head == "rate" or state.shares:
        return None
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


def _role(state: State, figure: Figure) -> Role:
    told = figure.told_of
    name = figure.name
    if (
        state.elsewhere
        or told == "elsewhere"
        or (name and ELSEWHERE.at(state.page.words, name.first, name.last))
    ):
        return "benchmark"
    same = any(t.same and not _linked(state.page, t) for t in figure.told)
    # "cao hơn cùng kỳ 6,2 điểm phần trăm" is the difference, not theirs.
    differs = figure.before.outmost == "verb" and figure.verb_in("up", "down", "exceed")
    if told == "past" or (same and not (differs and figure.standard == "past")):
        return "previous"
    if (
        told == "plan"
        or figure.before.planned
        or _aimed(state.page, figure)
        or (name and _PRICED.before(state.page.words, name.last, name.first))
    ):
        return "plan"
    year = state.setting.year
    times = [*figure.before.times, *figure.after.times, *([state.time] if state.time else [])]
    dated = next((t for t in times if t.year), None)
    if year is not None and dated is not None and not state.estimate:
        near = any((t.year or 0) > year for t in (*figure.before.times, *figure.after.times))
        if (dated.since or 0) > year or near:
            return "plan"
        # A plan tells what the year before it brought.
        if (dated.year or year) < year - state.setting.plans and not state.planned:
            return "previous"
    return "plan" if state.planned and not _past_day(state, times) else "actual"


def _aimed(page: Page, figure: Figure) -> bool:
    """ "Chỉ tiêu tăng trưởng năm 2022 là 6,5%", "hoàn thành mục tiêu tăng trưởng 7,5%"."""
    if (
        figure.name is None
        or figure.bracket
        or (figure.before.said and figure.before.said != ["là"])
    ):
        return False
    first = figure.name.first
    return any(page.words[at - 2 : at] in _AIM for at in (first, first - 1) if at > 1)


def _past_day(state: State, times: list[Time]) -> bool:
    """A day before the paper's own, among targets: "Nợ thuế đến 30/6/2017 là 1.184 tỷ đồng"."""
    today = state.setting.day
    days = [day for time in times if (day := day_of(state.page, time))]
    return today is not None and bool(days) and max(days) <= today


def _period(state: State, figure: Figure) -> str | None:
    near = [*figure.before.times, *figure.after.times]
    region = [t for t in figure.told if not t.same]
    time = next(iter(near or region[-1:]), None) or state.time
    if time is None or time.length:
        return state.period or state.setting.period
    return state.page.said(time.begin, time.last)


__all__ = ["ELSEWHERE", "State", "listen", "main_of"]
