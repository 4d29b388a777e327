"""What somebody tells of himself or his household: figures of one life, none of a province."""

from __future__ import annotations

from .layout import Page
from .lexicon import Phrases

_OPENING = frozenset({"“", '"', "«"})
_CLOSING = frozenset({"”", '"', "»"})
_NOT_ALONE = frozenset({"chúng", "xã", "huyện", "tỉnh", "thôn", "bản", "phường", "sở", "ngành"})
_HOUSEHOLD = Phrases(
    dict.fromkeys(
        [f"{of} {who}" for of in ("gia đình", "hộ") for who in ("ông", "bà", "anh", "chị", "em")]
        + ["gia đình tôi", "nhà tôi", "vợ chồng"],
        True,
    )
)
Span = tuple[int, int]


def anecdotes_in(page: Page) -> list[Span]:
    """Token ranges of what is told in the first person, and of sentences about one household.

    >>> len(anecdotes_in(Page('Anh A kể: "Năm 2003 tôi vay 15 triệu đồng trồng 7 ha keo".')))
    1
    """
    found: list[Span] = []
    for paragraph in page.paragraphs:
        opened: int | None = None
        for at in range(paragraph.body, paragraph.last):
            word = page.words[at]
            if opened is None and word in _OPENING:
                opened = at
            elif opened is not None and word in _CLOSING:
                if _first_person(page, opened, at):
                    found.append((opened, at))
                opened = None
        found += [
            (s.first, s.last)
            for s in paragraph.sentences
            if _HOUSEHOLD.at(page.words, s.first, s.last)
        ]
    return sorted(found)


def _first_person(page: Page, first: int, last: int) -> bool:
    """ "tôi", but neither "chúng tôi" nor "xã tôi", who speak for more."""
    return any(
        page.words[at] == "tôi" and page.words[at - 1] not in _NOT_ALONE
        for at in range(first + 1, last)
    )


__all__ = ["Span", "anecdotes_in"]
