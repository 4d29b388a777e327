"""What ties a quantity to its indicator, read from the quantity outwards.

Before it, right to left: bound, estimate, verb, time, standard of comparison ("ước đạt trên
5.851 tỷ", "vượt kế hoạch 6,8%"). Behind it, left to right: "trở lên", "so với cùng kỳ", "dự toán
HĐND tỉnh giao", a time. What neither side knows is the indicator's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .compounds import compounded
from .layout import Page
from .lexicon import Phrases, lexicon
from .quantities import bound_after
from .standards import STANDARDS, Standard, past_or_base, plan_after, plan_before
from .times import Time, Times

_LEXICON = lexicon("relations")
_WITH = Phrases(dict.fromkeys(_LEXICON["compared"]["with"], True))
_AIMS = Phrases(dict.fromkeys(["mục tiêu", "chỉ tiêu", "kế hoạch", "kịch bản"], True))
_ENDS_BOUND = frozenset({",", ";", "(", ")", ":", ".", "từ"})
_OVER = Phrases(dict.fromkeys(["cao hơn", "thấp hơn", "vượt", "chưa đạt", "đạt"], True))


def _before_words() -> Phrases[tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    table.update(dict.fromkeys(_LEXICON["adverbs"]["words"], ("adverb", "")))
    table.update(dict.fromkeys(_LEXICON["cues"]["plan"][:12], ("cue", "plan")))
    for name, phrases in _LEXICON["bounds"].items():
        table.update(dict.fromkeys(phrases, ("bound", name)))
    for name, phrases in _LEXICON["verbs"].items():
        table.update(dict.fromkeys(phrases, ("verb", name)))
    table.update(dict.fromkeys(_LEXICON["estimates"]["words"], ("estimate", "")))
    others = [*lexicon("heads")["trailing"]["but"], *_LEXICON["nouns"]["words"]]
    for phrase in [*others, "trở lên", "trở xuống", "trở lại", "có mục tiêu"]:
        table.setdefault(phrase, ("stop", ""))
    return Phrases(table)


_BEFORE = _before_words()


@dataclass(slots=True)
class Before:
    """The predicate in front of a quantity; `verbs` from the inmost to the outmost."""

    first: int
    at: int = 0
    """The quantity."""
    verbs: list[str] = field(default_factory=list)
    bound: str | None = None
    estimate: bool = False
    planned: bool = False
    standard: Standard | None = None
    adjacent: bool = False
    """The standard stands right before the figure: "đạt kế hoạch 10%"."""
    outmost: str = ""
    """The kind of the leftmost thing read: "verb", "standard" …"""
    times: list[Time] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass(slots=True)
class After:
    """What follows a quantity, up to `last`."""

    last: int
    bound: str | None = None
    standard: Standard | None = None
    times: list[Time] = field(default_factory=list)


def before(page: Page, times: Times, at: int, floor: int) -> Before:
    """The predicate that ends where the quantity begins, not reaching back beyond `floor`."""
    read = Before(at, at)
    tied = at
    while read.first > floor:
        standard = _standard_before(page, times, read, floor) or _value_of_standard(
            page, read, floor
        )
        word = "" if standard else _word_before(page, read, floor)
        if not standard and not word:
            break
        # An adverb ties nothing unless a verb stands before it: "công nghệ cao" is a name.
        tied = tied if word == "adverb" else read.first
    read.first = tied
    return read


def _word_before(page: Page, read: Before, floor: int) -> str:
    if _signed(page, read.first):
        read.verbs.append("up" if page.words[read.first - 1] == "+" else "down")
        read.first, read.outmost = read.first - 1, "verb"
        return "verb"
    found = _BEFORE.before(page.words, read.first, floor)
    if found is None or _names_instead(page, read, found, floor):
        return ""
    (kind, value), begin = found
    if begin > floor and page.words[begin - 1] == "," and compounded(page, begin - 1):
        return ""  # "số lãi được miễn, giảm 23 tỷ đồng"
    phrase = " ".join(page.words[begin : read.first])
    read.said.append(phrase)
    if kind == "verb":
        read.verbs.append(value)
    elif kind == "bound":
        read.bound = value
    elif kind in {"estimate", "cue"}:
        read.estimate = read.estimate or kind == "estimate"
        read.planned = read.planned or (kind == "cue" and "kiến" not in phrase.split())
        read.verbs += [v for w, v in _HIDDEN_VERBS if w in phrase.split()]
    if kind != "adverb":
        read.outmost = kind
    read.first = begin
    return kind


def _names_instead(
    page: Page, read: Before, found: tuple[tuple[str, str], int], floor: int
) -> bool:
    """Whether a word that may tie the quantity is part of a name here."""
    (kind, value), begin = found
    if kind == "bound" and (read.verbs or read.bound):
        return True
    if kind == "verb" and read.verbs and value in {"have", "up", "down", "remain"} and (
        read.verbs != ["from"] or value == "have"
    ):  # fmt: skip
        return True  # "vào tăng trưởng đạt 48%": what stands before a verb is a name again
    if kind == "stop" or (value in {"up", "down"} and page.words[begin - 1 : begin] == ["độ"]):
        return True  # "tốc độ tăng trưởng bình quân 8%": the speed is named, nothing rose
    phrase = page.words[begin : read.first]
    lacking = phrase[-1] == "thiếu" and not _of_rate(page, read)  # "thiếu 53 giáo viên"
    added = phrase == ["tăng", "thêm"] and page.words[max(floor, begin - 1) : begin] == ["vốn"]
    aimed = phrase == ["tăng", "trưởng"] and _AIMS.before(page.words, begin, floor) is not None
    return lacking or added or aimed


def _of_rate(page: Page, read: Before) -> bool:
    return page.words[read.at + 1 : read.at + 2] in (["%"], ["điểm"])


def _signed(page: Page, at: int) -> bool:
    """ "thiết bị điện (+17,2%)": a sign right before its number, right behind a bracket."""
    signed = at > 1 and page.words[at - 1] in {"+", "-", "–"} and page.words[at - 2] == "("
    return signed and page.tokens[at - 1].end == page.tokens[at].start


# "ước tăng", "phấn đấu giảm": the verb is told inside the phrase.
_HIDDEN_VERBS = (("tăng", "up"), ("giảm", "down"), ("còn", "remain"), ("bằng", "equal"), ("vượt", "exceed"),
                 ("chiếm", "share"), ("đạt", "reach"), ("có", "have"))  # fmt: skip


def _standard_before(page: Page, times: Times, read: Before, floor: int) -> bool:
    at = read.first
    time = times.by_last.get(at)
    if time is not None and time.length and page.words[time.begin - 1] in _BOUNDED:
        return False  # "nợ trên 6 tháng với 98 tỷ đồng"
    if time is not None and time.begin >= floor:
        link = _WITH.before(page.words, time.begin, floor)
        if link or time.same or (time.shift == -1):
            kind = past_or_base(page, time)
            read.standard = read.standard or Standard(kind, time.year, link is not None)
            read.first = link[1] if link else time.begin
            read.outmost = "standard"
        else:
            read.times.append(time)
            read.first = time.begin
        return True
    begin, kind = plan_before(page, at, floor), "plan"
    if begin is None and (named := STANDARDS.before(page.words, at, floor)):
        kind, begin = named
    if begin is None:
        return False
    link = _WITH.before(page.words, begin, floor)
    if kind == "plan" and read.said == ["là"] and begin > floor:
        # "cao hơn mục tiêu đề ra là 4,5%": the figure is the target's own.
        link = link or _OVER.before(page.words, begin, floor)
        read.standard = read.standard or Standard(kind)
        read.first, read.outmost = link[1] if link else begin, "standard"
        return True
    tied = [verb for verb in read.verbs if verb != "from"]
    if link is None and tied and kind == "plan" and not _turned(page, begin, floor, read):
        return False
    # "cao hơn bình quân cả nước là 6,9%": the figure is the standard's own.
    own = kind == "elsewhere" and "reach" in read.verbs
    read.adjacent = read.adjacent or not read.verbs
    read.standard = read.standard or Standard(kind, None, link is not None and not own)
    read.first = link[1] if link else begin
    read.outmost = "standard"
    return True


def _value_of_standard(page: Page, read: Before, floor: int) -> bool:
    """ "so với mức 38,2% của năm 2022": the figure is the standard's own."""
    link = _WITH.before(page.words, read.first, floor)
    if link is None or read.standard is not None or page.words[link[1]] == "của":
        return False
    read.standard = Standard("value")
    read.first = link[1]
    read.outmost = "standard"
    read.verbs.clear()
    while page.words[read.first - 1 : read.first] != [","] and read.first > floor:
        read.first -= 1
    return True


_BOUNDED = frozenset({"trên", "dưới", "quá", "hơn"})
_TURNING = frozenset({"(", ",", ";", "/", ":", "đạt", "khi", "còn", "nhưng", "song"})


def _turned(page: Page, begin: int, floor: int, read: Before) -> bool:
    """ "(kế hoạch tăng 6,5%)": a plan told first, its own verb after it, nothing before it."""
    opener = begin == floor or page.words[begin - 1] in _TURNING
    return opener and read.standard is None


def after(page: Page, times: Times, at: int, last: int) -> After:
    """What is said of a quantity behind it."""
    read = After(at)
    while read.last < last and _step(page, times, read, last):
        pass
    return read


def _step(  # noqa: PLR0911 - one for each thing that can follow
    page: Page, times: Times, read: After, last: int
) -> bool:
    at, words = read.last, page.words
    link = _WITH.at(words, at, last)
    begin = link[1] if link else at
    linked = link is not None and words[at] != "của"
    end = plan_after(page, begin, last) if begin < last else 0
    if not end and read.bound is None and (bound := _bound(page, at, last)):
        read.bound, read.last = bound
        return True
    if begin >= last:
        return False
    if end:
        read.standard = read.standard or Standard("plan", None, linked)
        read.last = end
        return True
    time = times.by_first.get(begin)
    if time is not None and time.last <= last:
        return _time_after(page, read, time, linked=linked)
    if named := STANDARDS.at(words, begin, last):
        read.standard = read.standard or Standard(named[0], None, linked)
        read.last = named[1]
        return True
    if linked and read.standard is None:
        read.standard = Standard("other", None, linked)
        read.last = _to_break(page, begin, last)
        return True
    return False


def _time_after(page: Page, read: After, time: Time, *, linked: bool) -> bool:
    if linked or time.same or time.shift == -1:
        kind = past_or_base(page, time)
        read.standard = read.standard or Standard(kind, time.year, linked)
    else:
        read.times.append(time)
    read.last = time.last
    return True


def _bound(page: Page, at: int, last: int) -> tuple[str, int] | None:
    """ "trở lên", also behind what the figure counts: "91,5% dân số trở lên"."""
    for step in range(at, min(at + 4, last)):
        if page.words[step] in _ENDS_BOUND:
            return None
        if found := bound_after(page, step, last):
            return found if found[0] != "back" else None
    return None


def _to_break(page: Page, at: int, last: int) -> int:
    while at < last and page.words[at] not in {",", ";", "(", ")", ":", "."}:
        if _BEFORE.at(page.words, at, last) and page.words[at] in {"tăng", "giảm", "đạt", "và"}:
            break
        at += 1
    return at


__all__ = ["After", "Before", "after", "before"]
