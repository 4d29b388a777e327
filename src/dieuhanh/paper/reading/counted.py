"""Names of what is counted or shared out: "khởi công 3 trạm y tế", "có 46 xã đạt chuẩn".

The thing stands behind its number, the deed before it, and whoever does it is no part of the name.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from .drafts import Figure
from .figures import tail_end
from .happened import counted_before, occurred
from .layout import Page
from .lexicon import Phrases, lexicon
from .mains import State
from .naming import Name, causes, head_of, written
from .trimming import ACTORS
from .units import COUNTED, MEASURES

_ACTIONS = Phrases(dict.fromkeys(lexicon("heads")["actions"]["words"], True))
_ORDERING = Phrases(dict.fromkeys(["yêu cầu", "đề nghị", "giao"], True))
_DOING = Phrases(dict.fromkeys(["thực hiện", "tiến hành", "tổ chức thực hiện", "hoàn thành"], True))
_TYING = ("reach", "up", "down", "exceed", "fall_to", "rise_to", "remain", "equal", "share")
_THINGS = COUNTED | {"open"}
_COMPARING = frozenset({"times", "score"})
_OWNERS = frozenset({"tỉnh", "huyện", "xã", "thành", "thị", "phường", "địa", "toàn", "quận"})
_WEAK = frozenset({"", "sector"})
_LONGEST_BRACKET = 8
_FEW = 4
_BARE_VERB = 5  # a name of fewer words is but the verb of what is counted


class Named(NamedTuple):
    """An indicator, what its head announces, and its first token."""

    indicator: str
    head: str
    first: int


def named(  # noqa: PLR0911 - one for each way to name
    state: State, figure: Figure
) -> Named | None:
    """The indicator of a figure with a name of its own; None without one."""
    page, quantity, name = state.page, figure.quantity, figure.name
    if name and not name.head and _ORDERING.within(page.words, name.first, name.last):
        name = _acted(page, name)  # "yêu cầu các địa phương giải ngân đạt 95%"
    text = written(page, name) if name else ""
    if name is None or not text:
        return None
    name = _caused(page, name)
    behind = _thing(page, figure)
    measured = quantity.family in (_THINGS | MEASURES) - _COMPARING
    if not measured and not (quantity.is_rate and behind and not figure.verbs):
        return Named(text, name.head, name.first)
    owned = _owned(page, figure, name, behind)
    if owned is not None:
        return owned
    tied = figure.verb_in(*_TYING) and figure.before.said != ["được"]
    deed = _ACTIONS.at(page.words, name.first, name.last)
    if tied or (name.head not in _WEAK and (deed is None or deed[1] < name.last)):
        return Named(text, name.head, name.first)
    happening = occurred(page, figure, name)
    if happening != name and not ACTORS.at(page.words, happening.first, happening.last):
        return Named(written(page, happening), happening.head, happening.first)
    if _noun_phrase(page, figure, name):
        return Named(text, name.head, name.first)
    name = _acted(page, name)
    text = written(page, name)
    between = page.words[name.last : quantity.first]
    if causes(page, name.last - 1) and behind:
        return Named(behind, "", name.first)
    if "cho" not in between and ":" not in between and (
        name.last - name.first < _BARE_VERB
    ):  # fmt: skip
        state.action = text
        more = behind if _bare(page, name) or quantity.family in MEASURES else ""
        return Named(f"{text} {more}".strip(), "", name.first)
    return Named(text, name.head, name.first)


def _caused(page: Page, name: Name) -> Name:
    """ "Rét hại làm chết hơn 5.700 con gia súc": what is caused, not what causes it."""
    for at in range(name.last - 1, max(name.first, name.last - _FEW) - 1, -1):
        if causes(page, at) and at + 1 < name.last:
            return Name(at + 1, name.last, "")
    return name


def _noun_phrase(page: Page, figure: Figure, name: Name) -> bool:
    """Whether a name with a verb in it is one noun: "thức ăn chăn nuôi 1,02 triệu tấn"."""
    if ACTORS.at(page.words, name.first, name.last):
        return False
    if name.head == "sector":
        return not _ACTIONS.at(page.words, name.first, name.last)
    acted = _acted(page, name)
    measured = figure.quantity.family in MEASURES - {"money"} and not figure.before.said
    alone = figure.tail == figure.after.last and acted.first - name.first > 1
    return measured and alone and not name.head


def _bare(page: Page, name: Name) -> bool:
    """Whether a name is verbs alone ("khởi công xây dựng"), or no verb we know."""
    at = name.first
    while at < name.last and (found := _ACTIONS.at(page.words, at, name.last)):
        at = found[1]
    return at in {name.first, name.last}


def _thing(page: Page, figure: Figure) -> str:
    """The noun counted, if it is a thing, and the words that go on behind it."""
    unit, tail = figure.quantity.unit, page.said(figure.after.last, figure.tail)
    noun = page.said(*unit.noun) if unit and figure.quantity.family in _THINGS else ""
    return f"{noun} {tail}".strip()


def _owned(page: Page, figure: Figure, name: Name, behind: str) -> Named | None:
    """ "Toàn huyện có 46 xã đạt chuẩn": what is had is named, not who has it."""
    if not figure.verb_in("have", "remain") or not behind:
        return None
    labelled = ":" in page.words[name.last : figure.before.first]
    tailed = figure.tail > figure.after.last and figure.quantity.family in _THINGS
    if labelled:
        return Named(behind, "", figure.before.first)
    owner = page.words[name.first] in _OWNERS and name.last - name.first <= 2
    if tailed or owner:
        return Named(behind, "", name.first)
    return Named(written(page, name), name.head, name.first)  # "đàn heo có 3.240 con"


def _acted(page: Page, name: Name) -> Name:
    """The name from its last verb of doing on: whoever does it is no part of the indicator."""
    first, at = name.first, name.last
    while at > name.first:
        at -= 1
        found = _ACTIONS.at(page.words, at, name.last)
        upper = at > name.first and page.tokens[at].text[:1].isupper()
        if found is None or upper or page.words[at - 1] in {"-", "–"}:
            continue  # "tiểu thủ công nghiệp - xây dựng" is one noun
        whole = _ACTIONS.before(page.words, found[1], name.first)
        first = whole[1] if whole else at  # "gieo trồng", not "trồng"
        while (before := _ACTIONS.before(page.words, first, name.first)) is not None:
            first = before[1]
        break
    done = [i for i in range(name.first, name.last - 1) if page.words[i] == "đã"]
    if first == name.first and done and ACTORS.at(page.words, first, name.last):
        first = done[-1] + 1  # "Lực lượng chức năng đã lập biên bản"
    opener = _DOING.at(page.words, first, name.last)
    first = opener[1] if opener and opener[1] < name.last else first
    return Name(first, name.last, head_of(page, first, name.last))


def unnamed_thing(state: State, figure: Figure) -> Named | None:
    """What a figure without a name counts or shares out: "có 46 xã", "100% chất thải y tế"."""
    page, quantity = state.page, figure.quantity
    tail = page.said(figure.after.last, figure.tail)
    if quantity.family in _THINGS and quantity.unit:
        told = figure.verb_in("have", "remain", "with", "up", "down")
        told = told or quantity.out_of is not None  # "132/142 xã (92,9%) đạt chuẩn"
        if not (tail or told or (state.action and not figure.bracket)):
            return None
        if before := counted_before(state, figure):
            return Named(before, "", figure.before.first)
        verb = next((s for s in figure.before.said if s in {"giảm", "tăng"}), "")
        if state.action and not figure.verbs and not figure.semicolon:
            verb = state.action  # "khởi công 3 cầu, 2 trường học"
        thing = f"{_thing(page, figure)} {_beyond_bracket(state, figure)}"
        return Named(f"{verb} {thing}".strip(), "", figure.before.first)
    if quantity.family in MEASURES and not figure.standard:
        return _measured_thing(state, figure, tail)
    if quantity.is_rate and tail and not figure.standard:
        verb = next((s for s in figure.before.said if s in {"giảm", "tăng"}), "")
        if verb:
            return Named(f"{verb} {tail}", "", figure.before.first)
        return Named(tail, head_of(page, figure.after.last, figure.tail), figure.before.first)
    return None


def _measured_thing(state: State, figure: Figure, tail: str) -> Named | None:
    """ "có 93.420 ha rừng", "hỗ trợ 70 tỷ đồng và 2.137 tấn gạo": what is measured stands behind."""
    deed = state.action if not figure.verbs and not figure.semicolon and not figure.bracket else ""
    if not tail or (len(tail.split()) < 2 and not deed and not figure.verb_in("have")):
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


__all__ = ["Named", "named", "unnamed_thing"]
