"""Text cut into tokens that remember where they stood.

Offsets are those of the text as handed in, also when it is decomposed (NFD), holds double or
no-break spaces, markdown stars or soft hyphens: none of these reaches a reader, only `Token`s do.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dieuhanh.domain.text import nfc


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    NEWLINE = "newline"


class Token(NamedTuple):
    """A word, number, sign or end of line; `start` and `end` are offsets in the text handed in."""

    kind: Kind
    text: str
    """As written, composed (NFC)."""
    folded: str
    """Lower case, composed, one spelling of tone marks (hoà → hòa) and of đ: what is compared."""
    start: int
    end: int


_MARKS = "\u0300-\u036f"  # accents that stand alone in decomposed text
_HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and joints of no width
_LETTER = r"[^\W\d_]"
_SPACE = "[ \u00a0\u2009\u202f]"
_TOKEN = re.compile(
    rf"(?P<word>{_LETTER}(?:[^\W_]|[{_MARKS}{_HIDDEN}])*)"
    rf"|(?P<number>[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<newline>\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
    rf"|(?P<none>[\s{_HIDDEN}]+?(?=\S|[\n\r\x0b\x0c\x85\u2028\u2029]|$)|[*_`]{{2,}}|(?<=\S)[*_`]+|[*_`]+(?=\S))"
    r"|(?P<punctuation>\.{2,}|.)",
    re.DOTALL,
)
_KINDS = {kind.value: kind for kind in Kind}
_UNSEEN = re.compile(f"[{_HIDDEN}]")

# "oà, oè, uỳ" closing a syllable are "òa, òe, ùy" to readers; "quý" is written one way only.
_TONES = {
    new: old
    for news, olds in (("oàoáoảoãoạ", "òaóaỏaõaọa"), ("oèoéoẻoẽoẹ", "òeóeỏeõeọe"),
                       ("uỳuýuỷuỹuỵ", "ùyúyủyũyụy"))
    for new, old in zip(
        (news[i : i + 2] for i in range(0, 10, 2)), (olds[i : i + 2] for i in range(0, 10, 2)),
        strict=True,
    )
}  # fmt: skip


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """A word as words are compared.

    >>> folded("HOÀ"), folded("uỷ"), folded("quý"), folded("Ðạt"), folded("hoàn")
    ('hòa', 'ủy', 'quý', 'đạt', 'hoàn')
    """
    low = nfc(word).lower().replace("ð", "đ")
    tail = _TONES.get(low[-2:])
    if tail is None or low[:-2].endswith("q"):
        return low
    return low[:-2] + tail


@lru_cache(maxsize=16_384)
def _word(piece: str) -> tuple[str, str]:
    """A word composed, and folded."""
    text = piece if piece.isascii() else nfc(_UNSEEN.sub("", piece))
    return text, folded(text)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Every token of the text, in order. Never raises, whatever the text holds.

    >>> [t.folded for t in tokens_of("**Thu** đạt 1.112,5  triệu")]
    ['thu', 'đạt', '1.112,5', 'triệu']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        name = match.lastgroup
        if name is None or name == "none":
            continue
        piece = match.group()
        start, end = match.span()
        if name == "word":
            written, low = _word(piece)
            found.append(Token(Kind.WORD, written, low, start, end))
        elif not piece.isspace() or name == "newline":
            found.append(Token(_KINDS[name], piece, piece, start, end))
    return tuple(found)


__all__ = ["Kind", "Token", "folded", "tokens_of"]
