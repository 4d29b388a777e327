"""Numbers that name or rank and measure nothing: 128/NQ-CP, Điều 5, thứ 27/63, COVID-19, 0251.382."""

from __future__ import annotations

from collections.abc import Sequence

from .layout import Page
from .lexicon import Phrases, lexicon
from .tokens import Kind

_LEXICON = lexicon("codes")
_ALWAYS: Phrases[bool] = Phrases(
    dict.fromkeys(_LEXICON["named_by"]["always"], True)
    | dict.fromkeys(_LEXICON["named_by"]["never"], False)
)
_UNLESS_COUNTED = Phrases(dict.fromkeys(_LEXICON["named_by"]["unless_counted"], True))
_PHONE = Phrases(dict.fromkeys(_LEXICON["phones"]["words"], True))
_QUOTES = frozenset({'"', "“", "”"})
_LONGEST_SLOGAN = 5
_LONGEST_COUNT = 7  # digits without separators; longer ones are numbers of accounts and phones


def code_end(  # noqa: PLR0911 - one for each kind of code
    page: Page, at: int, first: int, last: int, *, counted: bool
) -> int:
    """Where the code or rank ends whose number stands at `at`; 0 when the number counts.

    `counted`: a unit follows the number.
    """
    words, token = page.words, page.tokens[at]
    digits = words[at]
    if not counted and at + 1 < last and page.tokens[at + 1].start == token.end and (
        page.tokens[at + 1].kind is Kind.WORD
    ):  # fmt: skip
        return _end_of_code(page, at, last)
    if len(digits) > _LONGEST_COUNT and digits.isdecimal():
        return at + 1
    if _joined(page, at, last):
        return _end_of_code(page, at, last)
    always = _ALWAYS.before(words, at, first)
    named = (always is not None and always[0]) or _slogan(words, at, last)
    loose = _UNLESS_COUNTED.before(words, at, first) or _PHONE.before(words, at, first)
    if named or (not counted and loose):
        return _end_of_code(page, at, last)
    if at > first and words[at - 1] in {"-", "–", "."} and token.start == page.tokens[at - 1].end:
        before = page.tokens[at - 2] if at - 2 >= first else None
        if before and before.end == page.tokens[at - 1].start and before.kind is Kind.WORD:
            return at + 1
    if digits.startswith("0") and len(digits) > 4 and "," not in digits and digits[1] != ".":
        return at + 1
    return 0


def _slogan(words: Sequence[str], at: int, last: int) -> bool:
    """ "3 tại chỗ" in quotation marks is a name."""
    opened = at > 0 and words[at - 1] in _QUOTES
    return opened and not _QUOTES.isdisjoint(words[at + 1 : min(last, at + _LONGEST_SLOGAN)])


def _joined(page: Page, at: int, last: int) -> bool:
    """128/NQ-CP, 39/2019/QH14, 8h30: letters in capitals follow at once."""
    tokens = page.tokens
    if at + 1 >= last or tokens[at + 1].start != tokens[at].end:
        return False
    end = at + 1
    while end + 1 < last and tokens[end].text in "/-" and tokens[end + 1].kind is Kind.NUMBER and (
        tokens[end + 1].start == tokens[end].end
    ):  # fmt: skip
        end += 2
    if end + 1 < last and tokens[end].text == "/" and tokens[end + 1].start == tokens[end].end:
        after = tokens[end + 1]
        joined = end + 2 < last and tokens[end + 2].text == "-"  # "01/NQ-CP", not "2.150/KH"
        return after.kind is Kind.WORD and len(after.text) > 1 and after.text[:2].isupper() and (
            joined or after.folded not in _LEXICON["units_in_capitals"]["words"]
        )  # fmt: skip
    return False


def _end_of_code(page: Page, at: int, last: int) -> int:
    """The tokens joined to the number without a space belong to the code."""
    end = at + 1
    while end < last and page.tokens[end].start == page.tokens[end - 1].end and (
        page.tokens[end].text in "/-–." or page.tokens[end].kind is not Kind.PUNCTUATION
    ):  # fmt: skip
        end += 1
    if page.tokens[end - 1].text == ".":
        end -= 1
    return max(end, at + 1)


__all__ = ["code_end"]
