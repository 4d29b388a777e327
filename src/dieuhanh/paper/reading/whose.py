"""Whose a figure is: the place that its own clause, or the head of its paper, names.

Nothing here knows the books: a place is told as the text writes it ("huyện U Minh", "Bạc Liêu").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.place_names import bare_name

from .layout import Page, Stretch
from .lexicon import Phrases, lexicon
from .place_heads import head_place, is_place
from .provinces import province_at
from .records import Claim
from .tokens import Kind
from .wordlists import words_of

_LEXICON = lexicon("roles")["places"]
_KINDS = Phrases(dict.fromkeys(_LEXICON["kinds"], True))
_PROVINCIAL = frozenset(_LEXICON["provincial"])
_COMPARED = frozenset(_LEXICON["compared"])
_NO_PLACE = frozenset(_LEXICON["no_place"])
_LINKS = frozenset(_LEXICON["links"])
_WHOLE = frozenset(_LEXICON["whole"])
_STOPS = frozenset({",", ";", ":", ".", "(", ")"})
_JOINTS = frozenset({"-", "–"})
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in tokens `first` to `last`: `name` as written, "" for the reader's own."""

    name: str
    first: int
    last: int
    provincial: bool
    compared: bool = False
    """Named to be compared with: "cao hơn Bạc Liêu"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with whose it is in `claim.about`, and another place that its clause names."""

    claim: Claim
    named: str = ""


def told_of_places(text: str, claims: Sequence[Claim], own: str) -> tuple[Told, ...]:
    """Each claim with the place it is told of, where that is not `own` ("Tỉnh Cà Mau").

    A claim whose table has told its area already stays as it is.

    >>> from .reader import read
    >>> text = "Năm 2021 huyện U Minh có tỷ lệ đô thị hóa 12%."
    >>> told_of_places(text, read(text).claims, "Tỉnh Cà Mau")[0].claim.about
    'huyện U Minh'
    """
    page = Page(text)
    starts = [token.start for token in page.tokens]
    head = head_place(text, own)
    return tuple(_told(page, starts, claim, own, head) for claim in claims)


def _told(page: Page, starts: Sequence[int], claim: Claim, own: str, head: str) -> Told:
    if claim.about:
        return Told(claim)
    at = bisect_left(starts, claim.start)
    sentence = _sentence(page, at)
    value = max(at, bisect_left(starts, claim.start + _value_in(claim)))
    end = bisect_left(starts, claim.end)
    places = list(_places(page, sentence, own))
    before = [p for p in places if p.last <= value and not _shut(page, p.last, value)]
    behind = [p for p in places if p.first >= value and not _parted(page, value, end, p.first)]
    subject = [p for p in before if not p.compared]
    linked = [p for p in behind if page.words[p.first - 1] in _LINKS and not p.compared]
    whose = next(iter(subject[-1:] or linked[:1]), None)
    name = head if whose is None else whose.name
    since = whose.first if whose is not None else 0
    others = [p.name for p in (*before, *behind) if p.name and p.first >= since]
    return Told(replace(claim, about=name or None), name or (others[0] if others else ""))


def _sentence(page: Page, at: int) -> Stretch:
    for paragraph in page.paragraphs:
        if paragraph.first <= at < paragraph.last:
            for sentence in paragraph.sentences:
                if sentence.first <= at < sentence.last:
                    return sentence
            return Stretch(paragraph.first, paragraph.last)
    return Stretch(at, at)


def _value_in(claim: Claim) -> int:
    return max(0, claim.quote.find(write_vi(claim.value)))


def _shut(page: Page, first: int, last: int) -> bool:
    """Whether a bracket closes between: what it names is no subject of what follows."""
    depth = 0
    for word in page.words[first:last]:
        depth += (word == "(") - (word == ")")
        if depth < 0:
            return True
    return False


def _parted(page: Page, value: int, end: int, first: int) -> bool:
    """Whether another clause begins between a claim and a place behind it."""
    if first < end:
        return False
    between = range(max(value, end), first)
    numbers = any(page.tokens[at].kind is Kind.NUMBER for at in between)
    return numbers or any(page.words[at] in _STOPS for at in between)


def _places(page: Page, sentence: Stretch, own: str) -> Iterator[Place]:
    """Every place of a sentence; "huyện U Minh, tỉnh Cà Mau" is the first of the two."""
    at, last = sentence.first, None
    while at < sentence.last:
        found = _whole(page, at, own, last) or _place_at(page, at, sentence.last)
        if found is None:
            at += 1
            continue
        at = found.last
        if last is not None and _above(page, last, found):
            last = replace(last, last=found.last)
            continue
        if last is not None:
            yield last
        last = found if not _is(found, own) else replace(found, name="")
    if last is not None:
        yield last


def _above(page: Page, below: Place, place: Place) -> bool:
    between = page.words[below.last : place.first]
    return not below.provincial and place.provincial and between in ([","], ["-"], ["của"], ["("])


def _is(place: Place, own: str) -> bool:
    """Whether a place is the reader's own; one told without its kind may be."""
    return is_place(place.name, own)


def _whole(page: Page, at: int, own: str, last: Place | None) -> Place | None:
    """ "toàn tỉnh": our own, unless the province named just before is another."""
    if page.words[at] not in _WHOLE:
        return None
    words = page.words[at + 1 : at + 3]
    kind = words_of(own.removesuffix(bare_name(own)))
    if not kind or tuple(words[: len(kind)]) != kind or (last is not None and last.provincial):
        return None
    end = at + 1 + len(kind)
    if end < len(page.tokens) and page.tokens[end].text[:1].isupper():
        return None
    return Place("", at, end, provincial=True)


def _place_at(page: Page, at: int, last: int) -> Place | None:
    """The place that begins at a token: a province by its name, another by its kind."""
    kind = _KINDS.at(page.words, at, last)
    begin = kind[1] if kind else at
    if begin < last and kind and page.words[begin] == ".":
        begin += 1
    province = province_at(page, begin, last)
    words = page.words[at:begin]
    if province and (not kind or " ".join(w for w in words if w != ".") in _PROVINCIAL):
        return _no_route(page, at, province)
    capitals = page.tokens[at].text.isupper() and len(page.tokens[at].text) > 2
    if kind is None or capitals or words == ["tỉnh"]:  # before a person's name
        return None
    end = begin
    while end < min(last, begin + _LONGEST_NAME) and _in_name(page, end, begin):
        end += 1
    return _made(page, at, end, provincial=False) if end > begin else None


def _in_name(page: Page, at: int, begin: int) -> bool:
    token = page.tokens[at]
    numbered = at == begin and token.kind is Kind.NUMBER and len(token.text) <= 2
    return token.text[:1].isupper() or (numbered and page.words[at - 1] in {"phường", "quận"})


def _no_route(page: Page, at: int, end: int) -> Place | None:
    """Not "cao tốc Cần Thơ - Cà Mau", "Chủ tịch Hồ Chí Minh"."""
    before = page.words[at - 1] if at else ""
    route = page.words[end : end + 1] and page.words[end] in _JOINTS
    joined = route and province_at(page, end + 1, len(page.words))
    if before in _NO_PLACE or before in _JOINTS or joined:
        return None
    return _made(page, at, end, provincial=True)


def _made(page: Page, first: int, last: int, *, provincial: bool) -> Place:
    before = page.words[first - 1] if first else ""
    name = page.said(first, last)
    return Place(name, first, last, provincial, before in _COMPARED)


__all__ = ["Told", "told_of_places"]
