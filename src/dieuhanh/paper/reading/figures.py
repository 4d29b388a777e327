"""The figures of a sentence: each quantity with its predicate, name and surroundings."""

from __future__ import annotations

from .drafts import Figure
from .layout import Page
from .lexicon import Phrases, lexicon
from .naming import Name, deed_before, name_before
from .predicates import after, before
from .quantities import Quantity, quantities_of
from .standards import standard_before
from .times import Time, Times

_BREAKS = frozenset({",", ";", ":", "(", ")", "."})
_TAIL_ENDS = Phrases(dict.fromkeys(lexicon("heads")["tail_ends"]["words"], True))
_PRICED = frozenset({"sánh", "chuẩn", "giá", "gốc"})
_LONGEST_TAIL = 14
_PLACES = frozenset({"phường", "thị", "thành", "xã", "huyện", "bản", "ấp"})
Pair = tuple[int, int]


def figures_of(page: Page, times: Times, first: int, last: int) -> list[Figure]:
    """Every figure among the tokens of a sentence, left to right."""
    quantities = quantities_of(page, times, first, last)
    if not quantities:
        return []
    brackets = _brackets(page, first, last)
    found: list[Figure] = []
    for at, quantity in enumerate(quantities):
        following = quantities[at + 1].first if at + 1 < len(quantities) else last
        bracket = _inmost(brackets, quantity.first)
        figure = _figure(page, times, quantity, bracket, found, (first, last), following)
        found.append(figure)
    return _without_embedded(page, times, found)


def _figure(
    page: Page, times: Times, quantity: Quantity, bracket: Pair | None,
    found: list[Figure], sentence: Pair, following: int,
) -> Figure:  # fmt: skip
    floor = bracket[0] + 1 if bracket else sentence[0]
    ceiling = bracket[1] if bracket else sentence[1]
    beside = next((f for f in reversed(found) if f.bracket == bracket), None)
    follows = beside is not None and beside.after.last >= floor
    if beside is not None and follows:
        floor = beside.after.last
    cut = _semicolon(page, floor, quantity.first)
    if cut:
        floor, follows = cut, False
    tied = before(page, times, quantity.first, floor)
    behind = after(page, times, quantity.last, min(ceiling, max(following, quantity.last)))
    name = name_before(page, times, floor, tied.first, follows=follows)
    if bracket and name is None and beside is None and not (tied.verbs or tied.standard):
        tied.standard = standard_before(page, times, bracket[0], sentence[0])
        tied.outmost = "standard" if tied.standard else ""
        if tied.standard is None:
            name = _outer_name(page, times, bracket[0], found, sentence[0])
    if name is None and follows and not quantity.is_rate:
        name = deed_before(page, floor, tied.first)
    tail = _tail(page, times, behind.last, min(ceiling, following))
    told = _told(page, times, floor, quantity.first)
    return Figure(quantity, tied, behind, name, floor, tail, bracket, told, bool(cut))


def _told(page: Page, times: Times, first: int, last: int) -> list[Time]:
    """Times in front of a figure; not those in brackets, nor "giá so sánh 2010"."""
    found: list[Time] = []
    depth = 0
    for at in range(first, last):
        depth += (page.words[at] == "(") - (page.words[at] == ")")
        time = times.by_first.get(at)
        if time is None or time.last > last or depth > 0 or (found and found[-1].last > at):
            continue
        if at and page.words[at - 1] in _PRICED:
            continue
        found.append(time)
    return found


def _outer_name(
    page: Page, times: Times, opened: int, found: list[Figure], first: int
) -> Name | None:
    """The name in front of a bracket that holds its figure: "tỷ lệ đô thị hóa (18,4%)"."""
    last = found[-1] if found else None
    floor = max(first, last.after.last if last else first)
    follows = last is not None
    if last is not None and last.bracket is not None:
        floor, follows = max(floor, last.bracket[1] + 1), False
    cut = _semicolon(page, floor, opened)
    return name_before(page, times, cut or floor, opened, follows=follows and not cut)


def _brackets(page: Page, first: int, last: int) -> list[Pair]:
    """Pairs of brackets, outer ones after the inner ones; one left open runs to the end."""
    pairs, opened = [], []
    for at in range(first, last):
        if page.words[at] == "(":
            opened.append(at)
        elif page.words[at] == ")" and opened:
            pairs.append((opened.pop(), at))
    return pairs


def _inmost(brackets: list[Pair], at: int) -> Pair | None:
    return next((pair for pair in brackets if pair[0] < at < pair[1]), None)


def _semicolon(page: Page, floor: int, end: int) -> int:
    """Behind the last semicolon before a figure; 0 for none."""
    depth = 0
    for at in range(end - 1, floor - 1, -1):
        word = page.words[at]
        depth += (word == ")") - (word == "(")
        if word == ";" and depth <= 0:
            return at + 1
    return 0


def _tail(page: Page, times: Times, at: int, last: int) -> int:
    """Where the words end that go on behind a figure: "46 xã đạt chuẩn nông thôn mới"."""
    end = at
    while end < min(last, at + _LONGEST_TAIL) and (
        page.words[end] not in _BREAKS or _listed(page, end, last)
    ):  # fmt: skip
        if end in times.by_first or _TAIL_ENDS.at(page.words, end, last):
            break
        end += 1
    return end


def _listed(page: Page, at: int, last: int) -> bool:
    """A comma inside "xã, phường", "huyện, thị xã, thành phố"."""
    return page.words[at] == "," and at + 1 < last and page.words[at + 1] in _PLACES


def _without_embedded(page: Page, times: Times, figures: list[Figure]) -> list[Figure]:
    """Numbers inside a name ("trẻ dưới 5 tuổi", "tiêm đủ 2 mũi") measure nothing themselves."""
    kept: list[Figure] = []
    opened: Figure | None = None  # the first embedded figure of a run
    for at, figure in enumerate(figures):
        following = next((f for f in figures[at + 1 :] if f.quantity.family != "time"), None)
        if following is not None and following.bracket == figure.bracket:
            begins = following.name.first if following.name else following.before.first
            begins = begins if begins >= figure.after.last else following.before.first
            figure.tail = max(figure.after.last, min(figure.tail, begins))
        if _embedded(page, figure, following):
            opened = opened or figure
            continue
        if opened is not None and figure.bracket == opened.bracket and figure.floor >= opened.floor:
            follows = bool(kept) and kept[-1].after.last == opened.floor
            figure.floor = opened.floor
            figure.name = name_before(
                page, times, opened.floor, figure.before.first, follows=follows
            )
            figure.semicolon = figure.semicolon or opened.semicolon
        opened = None
        kept.append(figure)
    return kept


def _embedded(page: Page, figure: Figure, following: Figure | None) -> bool:
    family, name = figure.quantity.family, figure.name
    if family == "time":
        return not (name and "tuổi thọ" in " ".join(page.words[name.first : name.last]))
    if following is None or figure.quantity.is_rate or family in {"money", "none"}:
        return False
    if following.bracket != figure.bracket or following.semicolon:
        return False
    gap = page.words[figure.quantity.last : following.before.first]
    if any(word in _BREAKS for word in gap):
        return False
    joined = following.before.first == figure.after.last and figure.after.bound is not None
    if joined and not following.verbs:
        return True
    headed = name is not None and name.head == "rate"
    return headed and following.quantity.is_rate and not figure.verb_in("reach", "have", "share")


__all__ = ["figures_of"]
