"""Units: [magnitudes] base ["/" divisor …], the base from the lexicon or, open, the noun at hand."""

from __future__ import annotations

from dataclasses import dataclass

from .compounds import compounded
from .layout import Page
from .lexicon import Phrases, lexicon
from .tokens import Kind, folded, tokens_of

_LEXICON = lexicon("units")
_MAGNITUDES = frozenset(_LEXICON["magnitudes"]["words"])
_SPELLINGS: dict[str, str] = {
    " ".join(t.folded for t in tokens_of(old)): new for old, new in _LEXICON["spellings"].items()
}
_FAMILIES = {
    phrase: family
    for section in ("rates", "measures", "counted")
    for family, phrases in _LEXICON[section].items()
    for phrase in phrases
}
_BASES: Phrases[str] = Phrases(_FAMILIES)
_DIVISORS: Phrases[bool] = Phrases(dict.fromkeys(_LEXICON["divisors"]["words"], True))
_UNCOUNTED: Phrases[bool] = Phrases(dict.fromkeys(_LEXICON["uncounted"]["words"], True))
_NO_NOUN = frozenset(_LEXICON["no_noun"]["words"])
ROUND = frozenset({"1", "100", "1.000", "1000", "10.000", "10000", "100.000", "100000"})
_VERBS: Phrases[bool] = Phrases(dict.fromkeys(lexicon("heads")["actions"]["words"], True))
RATES = frozenset(_LEXICON["rates"])
MEASURES = frozenset(_LEXICON["measures"])
COUNTED = frozenset(_LEXICON["counted"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: its tokens, its name normalised, its family, the noun counted."""

    last: int
    name: str
    family: str
    """percent, permille, points, a measure, a counted kind, "open" (a noun not in the lexicon),
    "uncounted" (chỉ tiêu, nhiệm vụ, lengths of time) or "bare" (a magnitude alone)."""
    noun: tuple[int, int]
    divided: bool = False
    magnified: bool = False


def unit_at(page: Page, at: int, last: int) -> Unit | None:
    """The unit that begins at a token; None when none does."""
    words, begin = page.words, at
    while at < last and words[at] in _MAGNITUDES:
        at += 1
    magnified = at > begin
    skipped = at + 1 if at < last and words[at] == "các" else at
    uncounted: tuple[bool, int] | None = _UNCOUNTED.at(words, skipped, last)
    base = _BASES.at(words, at, last)
    if base and _other_noun(page, base, at, last):
        base = None
    if uncounted and (base is None or uncounted[1] >= base[1]):
        under = _divisor(page, uncounted[1], last, percent=False)
        if under > uncounted[1]:
            per = page.said(begin, under).replace(" / ", "/")
            return Unit(under, per, "duration", (at, uncounted[1]), divided=True)
        return Unit(uncounted[1], page.said(begin, uncounted[1]), "uncounted", (at, uncounted[1]))
    if base is None and not magnified and (
        not _is_noun(page, at, last) or _VERBS.at(words, at, last)
    ):  # fmt: skip
        return None
    family, end = base or _open_noun(page, at, last)
    end = _partners(page, end, last) if base and base[0] in COUNTED else end
    name = " ".join(
        part for part in (_spelt(page, begin, at, each=True), _spelt(page, at, end)) if part
    )
    noun = (at, end)
    divided = _divisor(page, end, last, percent=family in RATES)
    whole = name
    while divided > end:
        whole += "/" + page.said(end + 1, divided)
        end, divided = divided, _divisor(page, divided, last, percent=False)
    return Unit(end, whole, family, noun, whole != name, magnified)


def _other_noun(page: Page, base: tuple[str, int], at: int, last: int) -> bool:
    """ "5G" is no gram, "12 điểm đen" are no points."""
    if base[0] == "score" and base[1] == at + 1:
        return _is_noun(page, at + 1, last) and page.words[at + 1] not in _MAGNITUDES
    return base[0] == "mass" and page.tokens[at].text == "G"


def _partners(page: Page, end: int, last: int) -> int:
    """Where "cán bộ, giáo viên, nhân viên" ends: counted together, one unit."""
    while end < last and page.words[end] == "," and compounded(page, end):
        more = _BASES.at(page.words, end + 1, last)
        if more is None or more[0] not in COUNTED:
            break
        end = more[1]
    return end


def _divisor(  # noqa: PLR0911 - one for each thing under a stroke
    page: Page, at: int, last: int, *, percent: bool
) -> int:
    """Where what stands under a stroke ends; `at` itself when there is no stroke."""
    if at + 1 >= last or page.words[at] not in {"/", "trên"}:
        return at
    known = _DIVISORS.at(page.words, at + 1, last)
    if page.words[at] == "trên":
        per = known and (page.tokens[at + 1].kind is Kind.NUMBER or page.words[at + 1] == "vạn")
        return known[1] if known and per else at
    if percent:
        return known[1] if known and page.words[at + 1] in {"năm", "tháng", "quý"} else at
    if known:
        return known[1]
    if page.tokens[at + 1].kind is Kind.NUMBER:
        known = _DIVISORS.at(page.words, at + 2, last) if page.words[at + 1] in ROUND else None
        return known[1] if known else at
    if not _is_noun(page, at + 1, last) or page.words[at + 1] in {
        "kế",
        "kh",
        "dự",
        "tổng",
        "dt",
        "nq",
        "ck",
    }:
        return at
    return at + 2


def _open_noun(page: Page, at: int, last: int) -> tuple[str, int]:
    """A noun that is in no list: one syllable, or two that belong together."""
    if not _is_noun(page, at, last) or _VERBS.at(page.words, at, last):
        return "bare", at
    if _is_noun(page, at + 1, last):
        return "open", at + 2
    return "open", at + 1


def _is_noun(page: Page, at: int, last: int) -> bool:
    if at >= last:
        return False
    token = page.tokens[at]
    return token.kind is Kind.WORD and token.folded not in _NO_NOUN and (
        token.text[:1].islower() or token.text.isupper()
    )  # fmt: skip


def _spelt(page: Page, first: int, last: int, *, each: bool = False) -> str:
    """The unit as written, but for the spellings that are made one."""
    if first >= last:
        return ""
    if each:
        return " ".join(
            _SPELLINGS.get(page.words[at], page.tokens[at].text.lower())
            for at in range(first, last)
        )
    key = " ".join(page.words[first:last])
    said = page.said(first, last)
    spelt: str | None = _SPELLINGS.get(key)
    return spelt or (said if said.isupper() or len(said) < 4 else said.lower())


def begins_noun(page: Page, at: int, last: int) -> bool:
    """Whether a noun begins at a token, "tổng số" among them."""
    return at < last and (page.words[at] in {"tổng", "số"} or _is_noun(page, at, last))


def normal_unit(text: str) -> str:
    """A unit told alone (a cell of a table), spelt the one way.

    >>> normal_unit("Tỉ đồng"), normal_unit("hecta"), normal_unit("Triệu đồng")
    ('tỷ đồng', 'ha', 'triệu đồng')
    """
    words = [_SPELLINGS.get(folded(word), word) for word in text.split()]
    joined = " ".join(words)
    whole = _SPELLINGS.get(" ".join(t.folded for t in tokens_of(joined)))
    if whole:
        return whole
    return joined[:1].lower() + joined[1:] if joined[1:2].islower() else joined


def family_of(name: str) -> str:
    """The family of a unit told by name alone; "open" when it is in no list."""
    page = Page(name)
    unit = unit_at(page, 0, len(page.words)) if page.words else None
    return unit.family if unit else "open"


__all__ = [
    "COUNTED",
    "MEASURES",
    "RATES",
    "ROUND",
    "Unit",
    "begins_noun",
    "family_of",
    "normal_unit",
    "unit_at",
]
