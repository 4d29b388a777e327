"""Names of figures that have one: the deed and what is done, what is had, what falls or is caused.

The thing stands behind its number, the deed before it, and whoever does it is no part of the name.
"""

from __future__ import annotations

from typing import NamedTuple

from .compounds import compounded
from .drafts import Figure
from .happened import occurred
from .layout import Page
from .lexicon import Phrases, lexicon
from .naming import Name, causes, head_of, written
from .state import State
from .trimming import ACTORS
from .units import COUNTED, MEASURES

_ACTIONS = Phrases(dict.fromkeys(lexicon("heads")["actions"]["words"], True))
_DEEDS = Phrases(dict.fromkeys(lexicon("heads")["actors"]["do"], True))
_ORDERING = Phrases(dict.fromkeys(["yêu cầu", "đề nghị", "giao"], True))
_DOING = Phrases(dict.fromkeys(["thực hiện", "tiến hành", "tổ chức thực hiện", "hoàn thành"], True))
_TYING = ("reach", "up", "down", "exceed", "fall_to", "rise_to", "remain", "equal", "share")
THINGS = COUNTED | {"open"}
_COMPARING = frozenset({"times", "score"})
_OWNERS = frozenset({"tỉnh", "huyện", "xã", "thành", "thị", "phường", "địa", "toàn", "quận"})
_WEAK = frozenset({"", "sector"})
_HAPPENING = ("ghi nhận", "xảy ra", "phát hiện")  # what is listed behind did not befall likewise
_WHOLES = frozenset({"tổng", "grdp", "gdp", "kế", "dự", "so", "dân"})
_ADVERBS = frozenset({",", "đủ", "thêm", "được", "xong", "mới", "gần"})
_NO_DEED_AFTER = frozenset(
    {"-", "–", "các", "khẩn", "nhiều", "mọi", "cao", "trung", "sơ", "chủ", "nhà", "suất"}
)
_FEW = 4
_BARE_VERB = 5  # a name of fewer words is but the verb of what is counted


class Named(NamedTuple):
    """An indicator, what its head announces, and its first token."""

    indicator: str
    head: str
    first: int


def named(state: State, figure: Figure) -> Named | None:
    """The indicator of a figure with a name of its own; None without one."""
    page, quantity, name = state.page, figure.quantity, figure.name
    if name and not name.head and _ORDERING.within(page.words, name.first, name.last):
        name = _acted(page, name)  # "yêu cầu các địa phương giải ngân đạt 95%"
    if (moved := _moved(page, figure, name)) is not None:
        return moved
    text = written(page, name) if name else ""
    if name is None or not text:
        return None
    name = _caused(page, name)
    behind = thing(page, figure)
    measured = quantity.family in (THINGS | MEASURES) - _COMPARING
    if not measured and not (quantity.is_rate and behind and not figure.verbs):
        return Named(text, name.head, name.first)
    told = _behind(page, figure, name, behind) or _owned(page, figure, name, behind)
    return told or _done(state, figure, name, behind)


def _tailed(figure: Figure) -> bool:
    """Whether words of its own go on what is counted."""
    return figure.quantity.family in THINGS and figure.tail > figure.after.last


def _behind(page: Page, figure: Figure, name: Name, behind: str) -> Named | None:
    """What stands behind the figure is named, not what stands before it and a sign."""
    if figure.bracket and name.last <= figure.bracket[0] and _tailed(figure):
        return Named(behind, "", figure.before.first)  # "(112 dự án FDI)"
    between = page.words[name.last : figure.before.first]
    labelled = ":" in between and name.head not in {"rate", "growth"}
    if figure.quantity.is_rate and labelled and figure.tail - figure.after.last > 1:
        return Named(behind, "", figure.before.first)  # "Hạn chế: 8% diện tích tôm bị bệnh"
    if not (figure.quantity.is_rate and behind and "," in between):
        return None
    if figure.verbs or figure.standard or name.head not in _WEAK:
        return None
    if page.words[figure.after.last] in _WHOLES:
        return None
    # as in: Bệnh viện mở thêm khoa, bảo đảm 95% đơn thuốc liên thông
    return Named(behind, head_of(page, figure.after.last, figure.tail), figure.before.first)


def _done(state: State, figure: Figure, name: Name, behind: str) -> Named:
    """The deed, or the noun if there is none; in front of what is counted or measured."""
    page = state.page
    tied = figure.verb_in(*_TYING) and figure.before.said != ["được"]
    deed = _ACTIONS.at(page.words, name.first, name.last)
    if tied or (name.head not in _WEAK and (deed is None or deed[1] < name.last)):
        return Named(written(page, name), name.head, name.first)
    happening = occurred(page, figure, name)
    if happening != name and not ACTORS.at(page.words, happening.first, happening.last):
        state.befallen = written(page, happening)
        return Named(state.befallen, happening.head, happening.first)
    if _noun_phrase(page, figure, name):
        return Named(written(page, name), name.head, name.first)
    return _deed(state, figure, _acted(page, name), behind)


def _deed(state: State, figure: Figure, name: Name, behind: str) -> Named:
    """A name that begins with its deed."""
    page = state.page
    idle = _ACTIONS.at(page.words, name.first, name.last) is None
    actor = figure.quantity.is_rate and idle and ACTORS.at(page.words, name.first, name.last)
    if actor or (causes(page, name.last - 1) and behind):
        return Named(behind, "", name.first)  # "văn bản xin lỗi đối với 100% hồ sơ trễ hạn"
    text = written(page, name)
    between = page.words[name.last : figure.quantity.first]
    if {"cho", ":"}.isdisjoint(between) and _words(page, name) < _BARE_VERB:
        state.action = "" if text.lower().endswith(_HAPPENING) else text
        more = behind if _bare(page, name) or figure.quantity.family in MEASURES else ""
        return Named(f"{text} {more}".strip(), "", name.first)
    return Named(text, name.head, name.first)


def _moved(page: Page, figure: Figure, name: Name | None) -> Named | None:
    """ "Ban đặt mục tiêu kéo giảm 5 - 10% số người chết": what falls stands behind."""
    if not (figure.quantity.is_rate and figure.verb_in("up", "down")) or figure.standard:
        return None
    head = head_of(page, figure.after.last, figure.tail)
    poor = page.words[figure.after.last : figure.after.last + 1] == ["hộ"]  # points of a rate
    if poor or figure.tail - figure.after.last < 2 or head not in {"amount", "rate"}:
        return None
    if name is not None and name.head not in _WEAK:
        return None
    return Named(page.said(figure.after.last, figure.tail), head, figure.before.first)


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


def _words(page: Page, name: Name) -> int:
    return name.last - name.first - page.words[name.first : name.last].count(",")


def _bare(page: Page, name: Name) -> bool:
    """Whether a name is verbs alone ("khởi công xây dựng"), or no verb we know."""
    at = name.first
    while at < name.last and (found := _ACTIONS.at(page.words, at, name.last)):
        at = found[1]
        while at < name.last and page.words[at] in _ADVERBS:
            at += 1
    return at in {name.first, name.last}


def thing(page: Page, figure: Figure) -> str:
    """The noun counted, if it is a thing, and the words that go on behind it."""
    unit, tail = figure.quantity.unit, page.said(figure.after.last, figure.tail)
    if unit is None or figure.quantity.family not in THINGS:
        return tail
    if unit.noun[1] == figure.after.last:
        return page.said(unit.noun[0], figure.tail)
    return f"{page.said(*unit.noun)} {tail}".strip()


def _owned(page: Page, figure: Figure, name: Name, behind: str) -> Named | None:
    """ "Toàn huyện có 46 xã đạt chuẩn": what is had is named, not who has it."""
    moved = figure.verb_in("up", "down") and ":" in page.words[name.last : figure.before.first]
    if moved and figure.tail > figure.after.last and figure.quantity.family in THINGS:
        return Named(f"{figure.before.said[0]} {behind}", "", figure.before.first)
    if not figure.verb_in("have", "remain") or not behind:
        return None
    parted = {":", ","} if figure.verb_in("have") else {":"}
    labelled = not parted.isdisjoint(page.words[name.last : figure.before.first])
    tailed = _tailed(figure)
    if labelled:
        return Named(behind, "", figure.before.first)
    owner = page.words[name.first] in _OWNERS and name.last - name.first <= 2
    owner = owner or page.words[name.first - 1 : name.first] == ["ngành"]
    acting = ACTORS.at(page.words, name.first, name.last)
    owner = owner or (acting is not None and acting[1] == name.last)
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
        poverty = page.words[at : at + 2] == ["giảm", "nghèo"] and at > name.first
        inside = page.words[at - 1] == "," and compounded(page, at - 1)  # "miễn, giảm lãi"
        if found is None or upper or poverty or inside or page.words[at - 1] in _NO_DEED_AFTER:
            continue  # "tiểu thủ công nghiệp - xây dựng" is one noun, "các cấp" no deed
        whole = _ACTIONS.before(page.words, found[1], name.first)
        first = whole[1] if whole else at  # "gieo trồng", not "trồng"
        while (before := _ACTIONS.before(page.words, first, name.first)) is not None:
            if page.words[before[1] - 1] in _NO_DEED_AFTER and before[1] > name.first:
                break
            first = before[1]
        break
    if first == name.first and ACTORS.at(page.words, first, name.last):
        first = _does(page, name)
    done = [i for i in range(name.first, name.last - 1) if page.words[i] == "đã"]
    if first == name.first and done and ACTORS.at(page.words, first, name.last):
        first = done[-1] + 1  # "Lực lượng chức năng đã lập biên bản"
    opener = _DOING.at(page.words, first, name.last)
    first = opener[1] if opener and opener[1] < name.last else first
    return Name(first, name.last, head_of(page, first, name.last))


def _does(page: Page, name: Name) -> int:
    """Where the deed of whoever is named first begins: "Công ty Điện lực đầu tư 45 km"."""
    found = _DEEDS.before(page.words, name.last, name.first)
    if found is None or found[1] <= name.first or page.words[found[1] - 1] in _NO_DEED_AFTER:
        return name.first
    return found[1]


__all__ = ["THINGS", "Named", "named", "thing"]
