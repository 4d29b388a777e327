"""The figures of a sentence: each quantity with its predicate, name and surroundings."""

from __future__ import annotations

from typing import NamedTuple

from .compounds import compounded
from .drafts import Figure
from .layout import Page
from .lexicon import Phrases, lexicon
from .naming import Name, causes, deed_before, name_before
from .predicates import Before, after, before
from .quantities import Quantity, quantities_of
from .standards import standard_before
from .times import Time, Times, dates_paper
from .units import begins_noun

_BREAKS = frozenset({",", ";", ":", "(", ")", ".", "•"})
_TAIL_ENDS = Phrases(dict.fromkeys(lexicon("heads")["tail_ends"]["words"], True))
_PRICED = frozenset({"sánh", "chuẩn", "giá", "gốc"})
_LONGEST_TAIL = 18
_BOUNDED = frozenset({"trên", "dưới", "quá", "hơn"})
_NO_ENDS = frozenset(
    {("trợ", "giúp"), ("trực", "thuộc"), ("phụ", "thuộc"), ("thân", "thuộc"), ("độ", "sau")}
)
_LINKING = frozenset({"và", "của", "ở", "tại", "trong"})
_LONGEST_PARTNER = 9
_VERBS = Phrases(
    dict.fromkeys(
        lexicon("heads")["actions"]["words"] + lexicon("compounds")["verbs"]["words"], True
    )
)
_PLACES = frozenset(
    {"phường", "thị", "thành", "xã", "huyện", "bản", "ấp", "tiểu", "tổ", "thôn", "buôn", "khu"}
)
_CLOSING = frozenset({"trấn", "phố", "khóm", "quận", "tỉnh", "làng"})
_OWNERS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "ngành"})
_DEEPEST = 8  # brackets looked out of
Pair = tuple[int, int]


class _Around(NamedTuple):
    """The bracket a quantity stands in, the figure before it there, the figure before it at all."""

    bracket: Pair | None
    beside: Figure | None
    last: Figure | None


def figures_of(page: Page, times: Times, first: int, last: int) -> list[Figure]:
    """Every figure among the tokens of a sentence, left to right."""
    quantities = quantities_of(page, times, first, last)
    if not quantities:
        return []
    brackets = _brackets(page, first, last, quantities)
    found: list[Figure] = []
    beside: dict[Pair | None, Figure] = {}
    for at, (quantity, bracket) in enumerate(zip(quantities, brackets, strict=True)):
        following = quantities[at + 1].first if at + 1 < len(quantities) else last
        around = _Around(bracket, beside.get(bracket), found[-1] if found else None)
        figure = _figure(page, times, quantity, around, (first, last), following)
        found.append(figure)
        if figure.verbs or quantity.family != "none" or _closed(page, quantity.last, last):
            beside[bracket] = figure
    return _without_embedded(page, times, found)


def _figure(
    page: Page, times: Times, quantity: Quantity, around: _Around, sentence: Pair, following: int
) -> Figure:
    bracket, beside = around.bracket, around.beside
    floor = bracket[0] + 1 if bracket else sentence[0]
    ceiling = bracket[1] if bracket else sentence[1]
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
            name = _outer_name(page, times, bracket[0], around.last, sentence[0])
    elif bracket and name is None and beside is None and tied.outmost != "standard":
        name = _outer_name(page, times, bracket[0], around.last, sentence[0])
    if not bracket and tied.first == sentence[0] and tied.outmost == "standard":
        _announced(page, tied, quantity.first)
    if name is None and follows and not quantity.is_rate:
        name = deed_before(page, floor, tied.first)
    if (name is None or _owner(page, name)) and not quantity.is_rate and _completed(tied):
        end = tied.first + len(tied.said[-1].split())
        name, tied.verbs = Name(tied.first, end, ""), []  # "hoàn thành 1.200 căn hộ"
    tail = tail_end(page, times, behind.last, min(ceiling, following))
    told = _told(page, times, floor, quantity.first)
    return Figure(quantity, tied, behind, name, floor, tail, bracket, told, bool(cut))


def _completed(tied: Before) -> bool:
    return "".join(tied.said[-1:]).endswith("hoàn thành")


def _owner(page: Page, name: Name) -> bool:
    """A province, a district: whose figure it is, no name of it."""
    return name.last - name.first == 1 and page.words[name.first] in _OWNERS


def _closed(page: Page, at: int, last: int) -> bool:
    """Whether nothing goes on a bare number; it names the next figure in "Tổng đài 1022 nhận …"."""
    return at >= last or page.words[at] in _BREAKS or page.words[at] == "và"


def _announced(page: Page, tied: Before, at: int) -> None:
    """ "Mục tiêu đến năm 2030: 100% xã …": the plan heads what follows, it is not its value."""
    if ":" in page.words[tied.first : at] and tied.standard and tied.standard.kind == "plan":
        tied.standard, tied.planned = None, True


def _told(page: Page, times: Times, first: int, last: int) -> list[Time]:
    """Times in front of a figure; not those in brackets, nor "giá so sánh 2010"."""
    found: list[Time] = []
    depth = 0
    for at in range(first, last):
        depth += (page.words[at] == "(") - (page.words[at] == ")")
        time = times.by_first.get(at)
        if time is None or time.last > last or depth > 0 or (found and found[-1].last > at):
            continue
        if (at and page.words[at - 1] in _PRICED) or dates_paper(page, time):
            continue
        found.append(time)
    return found


def _outer_name(
    page: Page, times: Times, opened: int, last: Figure | None, first: int
) -> Name | None:
    """The name in front of a bracket that holds its figure: "tỷ lệ đô thị hóa (18,4%)"."""
    floor = max(first, last.after.last if last else first)
    follows = last is not None
    if last is not None and last.bracket is not None:
        floor, follows = max(floor, last.bracket[1] + 1), False
    cut = _semicolon(page, floor, opened)
    return name_before(page, times, cut or floor, opened, follows=follows and not cut)


def _brackets(page: Page, first: int, last: int, quantities: list[Quantity]) -> list[Pair | None]:
    """The inmost closed bracket around each quantity."""
    closed: dict[int, int] = {}
    opened: list[int] = []
    around: dict[int, tuple[int, ...]] = {}
    starts = {quantity.first for quantity in quantities}
    for at in range(first, last):
        word = page.words[at]
        if word == "(":
            opened.append(at)
        elif word == ")" and opened:
            closed[opened.pop()] = at
        elif at in starts:
            around[at] = tuple(opened[-_DEEPEST:])
    found: list[Pair | None] = []
    for quantity in quantities:
        inmost = (begin for begin in reversed(around[quantity.first]) if begin in closed)
        begin = next(inmost, None)
        found.append(None if begin is None else (begin, closed[begin]))
    return found


def _semicolon(page: Page, floor: int, end: int) -> int:
    """Behind the last semicolon before a figure; 0 for none."""
    depth = 0
    for at in range(end - 1, floor - 1, -1):
        word = page.words[at]
        depth += (word == ")") - (word == "(")
        if word in {";", "•"} and depth <= 0:
            return at + 1
    return 0


def tail_end(page: Page, times: Times, at: int, last: int) -> int:
    """Where the words end that go on behind a figure: "46 xã đạt chuẩn nông thôn mới"."""
    end = at
    while end < min(last, at + _LONGEST_TAIL) and (
        page.words[end] not in _BREAKS or _listed(page, end, last)
    ):  # fmt: skip
        if _coordinates(page, times, end, last):
            end += 1
        elif (
            page.words[end - 1] in _BOUNDED and end in times.by_first and times.by_first[end].length
        ):
            end = min(times.by_first[end].last, last) - 1  # "nợ thuế trên 6 tháng"
        elif end in times.by_first or _ends_tail(page, end, last) or causes(page, end):
            break
        end += 1
    return end


def _ends_tail(page: Page, at: int, last: int) -> bool:
    """A word that goes on another clause; not the "thuộc" of "trực thuộc"."""
    found = _TAIL_ENDS.at(page.words, at, last)
    return found is not None and tuple(page.words[at - 1 : at + 1]) not in _NO_ENDS


def _coordinates(page: Page, times: Times, at: int, last: int) -> bool:
    """ "93.420 ha rừng và đất lâm nghiệp, …": a noun that closes the clause goes on the thing."""
    if page.words[at] != "và" or not begins_noun(page, at + 1, last) or at + 1 in times.by_first:
        return False
    if _VERBS.at(page.words, at + 1, last):
        return False
    for end in range(at + 2, min(last, at + _LONGEST_PARTNER)):
        if page.words[end] in _BREAKS or page.words[end] == "với":
            return True
    return False


def _listed(page: Page, at: int, last: int) -> bool:
    """A comma inside "xã, phường", "huyện, thị xã, thành phố"."""
    if page.words[at] != "," or at + 1 >= last:
        return False
    placed = page.words[at + 1] in _PLACES and page.words[at - 1] in _PLACES | _CLOSING
    return placed or compounded(page, at)


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
            while figure.tail > figure.after.last and page.words[figure.tail - 1] in _LINKING:
                figure.tail -= 1
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


def _graded(page: Page, figure: Figure) -> bool:
    """ "giá tôm thẻ cỡ 50 con/kg": a grade of goods, no measurement."""
    unit, first = figure.quantity.unit, figure.quantity.first
    if (
        unit is not None
        and unit.name.startswith("chỗ")
        and "xe" in page.words[max(0, first - 4) : first]
    ):
        return True  # "xe 45 chỗ"
    return unit is not None and unit.divided and page.words[first - 1 : first] in (["cỡ"], ["loại"])


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
    joined = joined and "from" not in following.verbs
    placed = page.words[figure.quantity.first - 1 : figure.quantity.first] in (["tại"], ["ở"])
    if (joined and not following.verbs) or (placed and following.verbs and not figure.verbs):
        return True  # "tổng lượng nước tại 21 hồ chứa chỉ còn 50 triệu m3"
    headed = name is not None and name.head == "rate"
    rated = headed and following.quantity.is_rate
    return _graded(page, figure) or (rated and not figure.verb_in("reach", "have", "share"))


__all__ = ["figures_of", "tail_end"]
