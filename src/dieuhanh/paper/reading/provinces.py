"""Whose figures a sentence tells: the paper's own province's, or another's."""

from __future__ import annotations

from collections import Counter

from .layout import Page, Stretch
from .lexicon import Phrases, lexicon
from .tokens import tokens_of

_LEXICON = lexicon("roles")["elsewhere"]
_COUNTRY = "việt nam"
_PROVINCES = Phrases(
    {
        name.strip(): name.strip().lower()
        for line in lexicon("bodies")["places"]["provinces"].split("\n")
        for name in line.split("|")
        if name.strip() and name.strip().lower() != _COUNTRY
    }
)
_OPENERS = _PROVINCES.openers()
_TURNS = Phrases(dict.fromkeys(_LEXICON["turns"], True))
_KINDS = Phrases(dict.fromkeys(_LEXICON["kinds"], True))
_DOES = Phrases(dict.fromkeys(_LEXICON["does"], True))
_OPENERS_OF_PLACES = Phrases(dict.fromkeys(_LEXICON["before_places"], True))
_WHOLES = Phrases(dict.fromkeys(_LEXICON["wholes"], True))
_COMPARING = frozenset({"hơn", "sau", "như"})
_JOINTS = frozenset({"-", "–", "và", ",", "(", "/"})
_ALSO_A_PERSON = "hồ chí minh"
_CITY = frozenset({"phố", "tp", "."})
_SMALLER = frozenset({"huyện", "xã", "phường", "quận", "trấn", "ấp", "thôn"})


def own_province(page: Page) -> str:
    """The province named most, of two named as often the one named first; "" when each is
    named but once, or none is."""
    counted: Counter[str] = Counter()
    for at, word in enumerate(page.words):
        found = _named(page, at, len(page.words)) if word in _OPENERS else None
        if found is not None and _is_province(page, at, found[0]):
            counted[found[0]] += 1
    first = counted.most_common(2)
    if not first or (len(first) > 1 and first[0][1] == first[1][1] == 1):
        return ""
    return first[0][0]


def told_of_another(page: Page, own: str, sentence: Stretch) -> bool:
    """ "Trong khi đó, tỉnh Bình Thuận đón 9,6 triệu lượt khách", in a paper of Ninh Thuận.

    Only where the other province is the subject: "Hải Phòng chiếm 30% kim ngạch" is of our own.
    """
    if not own:
        return False
    at, last = sentence.first, sentence.last
    while at < last and (
        found := _TURNS.at(page.words, at, last) or _KINDS.at(page.words, at, last)
    ):
        at = found[1]
    named = _named(page, at, last)
    return named is not None and named[0] != own and bool(_DOES.at(page.words, named[1], last))


def place_of_another(page: Page, own: str, first: int, last: int) -> int | None:
    """Where what is told of it ends, when a name ends in whose a figure is: at `first` for "đứng sau
    Long An", "Cà Mau, Sóc Trăng"; behind "tăng trưởng của tỉnh" in "tăng trưởng của tỉnh thấp hơn
    Hậu Giang". None when it does not."""
    at = first
    while at < last and (found := _OPENERS_OF_PLACES.at(page.words, at, last)):
        at = found[1]
    if _places_to_end(page, own, at, last):
        return first
    for cut in range(last - 2, first, -1):
        if page.words[cut] in _COMPARING and _places_to_end(page, own, cut + 1, last):
            return cut - (page.words[cut] == "hơn")
    return None


def deed_of_another(page: Page, own: str, first: int, last: int) -> int | None:
    """Where a name goes on behind the other province it begins with: "Bắc Ninh giải ngân"."""
    kind = _KINDS.at(page.words, first, last)
    named = _named(page, kind[1] if kind else first, last)
    if named is None or not own or named[0] == own or named[1] >= last:
        return None
    return None if page.words[named[1]] in _JOINTS else named[1]


def _places_to_end(page: Page, own: str, at: int, last: int) -> bool:
    """Whether nothing but other provinces, or the whole of which ours is a part, is named."""
    told = 0
    while at < last:
        found = _KINDS.at(page.words, at, last)
        at = found[1] if found else at
        place = _named(page, at, last)
        whole = _WHOLES.at(page.words, at, last)
        if whole is not None:
            at, told = whole[1], told + 1
        elif place is not None and own and place[0] != own:
            at, told = place[1], told + 1
        else:
            return False
        at += at < last and page.words[at] in {",", "và", ";"}
    return told > 0


def begins_with_province(name: str) -> bool:
    """Whether a name begins with a province's: "Bạc Liêu giải ngân"."""
    words = [token.folded for token in tokens_of(name)]
    return bool(words) and _PROVINCES.at(words, 0, len(words)) is not None


def is_known_province(name: str) -> bool:
    """Whether a name, alone, is a province's: "Bạc Liêu"."""
    words = [token.folded for token in tokens_of(name)]
    found = _PROVINCES.at(words, 0, len(words))
    return found is not None and found[1] == len(words)


def province_at(page: Page, at: int, last: int) -> int:
    """Where a province's name ends that begins at a token; 0 where none does."""
    found = _named(page, at, last)
    return found[1] if found and _is_province(page, at, found[0]) else 0


def _is_province(page: Page, at: int, name: str) -> bool:
    """Not "huyện Hòa Bình", nor the person "Hồ Chí Minh"."""
    before = page.words[at - 1] if at else ""
    return before in _CITY if name == _ALSO_A_PERSON else before not in _SMALLER


def _named(page: Page, at: int, last: int) -> tuple[str, int] | None:
    if at >= last or not page.tokens[at].text[:1].isupper():
        return None
    return _PROVINCES.at(page.words, at, last)


__all__ = [
    "deed_of_another",
    "is_known_province",
    "own_province",
    "place_of_another",
    "province_at",
    "told_of_another",
]
