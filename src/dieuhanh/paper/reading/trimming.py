"""What stands around a name and is none of it: times, places, "trong đó", trailing words, brackets."""

from __future__ import annotations

from .layout import Page
from .lexicon import Phrases, lexicon, meanings
from .times import Times
from .tokens import Kind

_LEXICON = lexicon("heads")
HEADS = Phrases(meanings({k: _LEXICON[k]["words"] for k in ("growth", "rate", "amount", "sector")}))
ACTORS = Phrases(dict.fromkeys(_LEXICON["actors"]["words"], True))
_OPENERS = Phrases(
    dict.fromkeys(_LEXICON["openers"]["words"] + _LEXICON["scopes"]["words"]
                  + lexicon("relations")["estimates"]["words"], True)
)  # fmt: skip
_ACTIONS = Phrases(dict.fromkeys(_LEXICON["actions"]["words"], True))
BREAKERS: Phrases[bool] = Phrases(
    dict.fromkeys(_LEXICON["breakers"]["words"], True)
    | dict.fromkeys(_LEXICON["breakers"]["but"], False)
)
_INSIDE = Phrases(dict.fromkeys(_LEXICON["breakers"]["inside"], True))
_TRAILING: Phrases[bool] = Phrases(
    dict.fromkeys(_LEXICON["trailing"]["words"], True)
    | dict.fromkeys(_LEXICON["trailing"]["but"], False)
)


def head_of(page: Page, first: int, last: int) -> str:
    """What the first words of a name announce; "" when they are in no list."""
    found = HEADS.at(page.words, first, last)
    actor = ACTORS.at(page.words, first, last)
    if found is None or (actor is not None and actor[1] > found[1]):
        return ""  # "Chi cục Kiểm lâm" is no "chi"
    return found[0]


def broken_at(page: Page, first: int, last: int) -> int | None:
    """Behind the last word after which a name begins anew ("trong đó", "phấn đấu")."""
    for at in range(last - 1, first - 1, -1):
        found = BREAKERS.at(page.words, at, last)
        if found and found[0] and not _INSIDE.before(page.words, found[1], first):
            return found[1]
    return None


def stripped(page: Page, times: Times, first: int, last: int) -> tuple[int, int]:
    """The segment without what stands before its name and what trails behind it."""
    first = broken_at(page, first, last) or first
    for at in range(last - 2, first, -1):
        if (
            page.words[at] == "với"
            and page.words[at - 1] != "so"
            and not opened_in(page, first, at)
            and head_of(page, at + 1, last) in {"amount", "rate"}
        ):
            first = at + 1  # "trang trại điện gió với công suất 252 MW"
            break
    first = _front(page, times, first, last)
    return first, _back(page, times, first, last)


def without_opening(page: Page, times: Times, first: int, last: int) -> int:
    """Where a region's names begin behind times, places and words like "trong đó"."""
    return _front(page, times, broken_at(page, first, last) or first, last)


def _front(page: Page, times: Times, first: int, last: int) -> int:
    while first < last:
        time = times.by_first.get(first)
        if time is not None and time.last <= last:
            first = time.last
            continue
        if HEADS.at(page.words, first, last):
            break
        found = _OPENERS.at(page.words, first, last) or _dangling(page, first, last)
        deed = _ACTIONS.at(page.words, first, last)
        if found is None or (deed is not None and deed[1] > found[1]):
            break  # "làm mới 12 cầu" is a deed, "làm 12 người chết" none
        first = found[1]
    return first


def _back(page: Page, times: Times, first: int, last: int) -> int:
    while first < last:
        opened = _opened(page, first, last) if page.words[last - 1] == ")" else None
        time = times.by_last.get(last)
        if opened is not None and not kept(page, opened, last):
            last = opened
        elif time is not None and time.begin >= first:
            last = time.begin
        elif (found := _TRAILING.before(page.words, last, first)) and found[0]:
            last = found[1]
        else:
            break
    return last


def _dangling(page: Page, first: int, last: int) -> tuple[bool, int] | None:
    """A sign that begins no name."""
    if page.tokens[first].kind is Kind.PUNCTUATION and page.words[first] not in {"(", '"', "“"}:
        return True, min(first + 1, last)
    return None


def _opened(page: Page, first: int, last: int) -> int | None:
    depth = 0
    for at in range(last - 1, first - 1, -1):
        depth += (page.words[at] == ")") - (page.words[at] == "(")
        if not depth:
            return at
    return None


def kept(page: Page, first: int, last: int) -> bool:
    """A bracket that belongs to the name: "(GRDP)", "(lũy kế)"."""
    inner = page.tokens[first + 1 : last - 1]
    return len(inner) <= 2 and all(t.kind is Kind.WORD for t in inner)


def opened_in(page: Page, first: int, at: int) -> bool:
    """Whether a token stands in a bracket opened since `first`."""
    return page.words[first:at].count("(") > page.words[first:at].count(")")


__all__ = [
    "ACTORS",
    "BREAKERS",
    "HEADS",
    "broken_at",
    "head_of",
    "kept",
    "opened_in",
    "stripped",
    "without_opening",
]
