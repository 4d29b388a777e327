"""What the words around a figure say of its role: target, result, an earlier value, somebody else's."""

from __future__ import annotations

from .drafts import Figure, words_of
from .layout import Page
from .lexicon import Phrases, lexicon
from .naming import causes
from .records import Role
from .roles import cue_between
from .setting import day_of
from .state import State
from .times import Time

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
_AHEAD = 20
_WHILE = Phrases(dict.fromkeys(["trong khi", "trong khi đó", "còn"], True))
_AIM = (["mục", "tiêu"], ["chỉ", "tiêu"])


def listen(state: State, figure: Figure) -> None:
    """Take in what the words before a figure say of role, estimate and time."""
    if figure.bracket:
        return
    page, end = state.page, figure.quantity.first
    words = page.words[figure.floor : end]
    caused = any(causes(page, at) for at in range(figure.floor, end))
    if caused or figure.semicolon or figure.verb_in("have"):
        state.action = state.befallen = ""
    told = cue_between(page, figure.floor, end)
    if state.named and figure.semicolon and not told:
        state.planned, state.named = state.carried, False
    if told and not (told == "result" and figure.told_of):
        state.planned = told in {"plan", "here", "named"}
        opens = not state.made and page.words[figure.floor] == "kế" and "," in words
        state.named = told == "named" and not opens  # "Kế hoạch năm sau, …; …" heads its sentence
        state.carried = told == "plan" and all(d.role == "plan" for d in state.made)
        state.resulted = told == "result"
    if words[:2] == ["yêu", "cầu"] and not told:
        state.planned = True  # "Yêu cầu sơ tán 2.300 hộ …" opens its sentence
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
    words, floor = state.page.words, figure.floor
    commas = [at for at in range(floor, figure.quantity.first) if words[at] == ","]
    near = [at for at in commas if "kiến" in words[at : figure.quantity.first]]
    times = state.times.covers(near[-1] if near else floor, figure.after.last)
    told = [t for t in times if t.year and not t.same]
    year = state.setting.year
    if state.planned or state.setting.plans or any(t.shift == 1 for t in times):
        return True
    if told and year is not None:
        return max(t.since or 0 for t in told) > year
    return not told and not any(t.shift == 0 for t in times)  # "cả năm dự kiến" is an estimate


def _linked(page: Page, time: Time) -> bool:
    return page.words[time.begin - 1 : time.begin] in (["với"], ["so"]) if time.begin else False


def role_of(state: State, figure: Figure) -> Role:
    """Whose figure it is, of which time, told or aimed at: the first sign that speaks."""
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
    if any(state.page.words[t.last - 1] == "nay" for t in figure.told):
        dated = None  # "từ năm 2015 đến nay"
    if year is not None and dated is not None and not state.estimate:
        near = any((t.year or 0) > year for t in (*figure.before.times, *figure.after.times))
        if (dated.since or 0) > year or near:
            return "plan"
        # A plan tells what the years before it brought: "Giai đoạn 2016 - 2020 …".
        led = state.setting.plans and (dated.since or year) < (dated.year or year)
        past = (dated.year or year) < year and not state.planned and not led
        if past and ((dated.year or year) < year - 1 or _contrasted(state, figure)):
            return "previous"
    return "plan" if state.planned and not _past_day(state, times) else "actual"


def _contrasted(state: State, figure: Figure) -> bool:
    """Whether last year's figure is told beside a later one: "Năm 2020 … 226 vụ; năm nay … 181"."""
    if state.setting.plans:
        return False  # a plan tells what the year before it brought
    words, at = state.page.words, figure.quantity.first
    ahead = words[at : at + _AHEAD]
    ahead = ahead[: ahead.index(".")] if "." in ahead else ahead
    if "nay" in ahead or _WHILE.within(words, figure.floor, at) is not None:
        return True
    name = figure.name
    said = set(words[name.first : name.last]) if name else set()
    told = (set(words_of(draft.indicator)) for draft in (*state.earlier[-_AHEAD:], *state.made))
    return any(said and len(said & one) * 5 >= len(said | one) * 4 for one in told)


def _aimed(page: Page, figure: Figure) -> bool:
    """ "Chỉ tiêu tăng trưởng năm 2022 là 6,5%", "hoàn thành mục tiêu tăng trưởng 7,5%"."""
    if (
        figure.name is None
        or figure.bracket
        or (figure.before.said and figure.before.said != ["là"])
    ):
        return False
    first = figure.name.first
    places = (first,) if page.words[first - 1] in {".", ",", ";"} else (first, first - 1)
    return any(page.words[at - 2 : at] in _AIM for at in places if at > 1)


def _past_day(state: State, times: list[Time]) -> bool:
    """A day before the paper's own, among targets: "Nợ thuế đến 30/6/2017 là 1.184 tỷ đồng"."""
    today = state.setting.day
    days = [day for time in times if (day := day_of(state.page, time))]
    return today is not None and bool(days) and max(days) <= today


__all__ = ["ELSEWHERE", "listen", "role_of"]
