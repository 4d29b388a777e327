"""Documents a text cites by number: type, number and symbol, date, issuer.

The number is found first: digits, a year perhaps, and letters ("45/2020/NQ-HĐND", "05-NQ/TU",
"39/2019/QH14"). The type stands before it, or is that of the list it goes on, or is told by its
letters; date and issuer ride along after it. A paper's own number, on a line of its own, is not
cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from .bodies import body_end
from .days import day_at, span_at, year_at
from .layout import Page
from .lexicon import Phrases, lexicon
from .lines import Line
from .records import CitedDocument
from .titles import title_end
from .tokens import Kind
from .wordlists import syllables, words_of

_LEXICON = lexicon("documents")
_TYPES = Phrases({**{name: name for name in _LEXICON["types"]}, **_LEXICON["also"]})
_BY_LETTERS = {letters: name for name, known in _LEXICON["types"].items() for letters in known}
_TITLED = frozenset(_LEXICON["context"]["titled"])
_ALONE = frozenset(_LEXICON["context"]["by_number_alone"])
_AFTER_ALONE = syllables(_LEXICON["context"]["after_number_alone"])
_DASHES = frozenset({"-", "–", "—"})
_SERIES = frozenset("abcd")
_LONGEST_TITLE = 30
_MOST_PARTS = 7
_LONGEST_SYMBOL = 20


class _Number(NamedTuple):
    text: str
    letters: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    type: str
    number: _Number
    first: int
    """Where the words that cite it begin."""


def cited_in(page: Page) -> tuple[CitedDocument, ...]:
    """Every document cited by number, each once, in the order of the text. Never raises.

    >>> text = "Nghị quyết số 45/2020/NQ-HĐND ngày 09/12/2020 của HĐND tỉnh"
    >>> [(d.type, d.number, d.date, d.issuer) for d in cited_in(Page(text))]
    [('Nghị quyết', '45/2020/NQ-HĐND', '2020-12-09', 'HĐND tỉnh')]
    """
    known: dict[tuple[str, str], CitedDocument] = {}
    for paragraph in page.paragraphs:
        for document in _in_line(Line(page, paragraph.first, paragraph.last)):
            key = (document.type, (document.number or "").casefold())
            before = known.get(key)
            known[key] = document if before is None else _filled(before, document)
    return tuple(_without_short_forms(list(known.values())))


def _without_short_forms(found: list[CitedDocument]) -> Iterator[CitedDocument]:
    """ "Nghị quyết 18" beside "Nghị quyết số 18-NQ/TW" is told once, by its whole number."""
    wholes = [(each.type, each.number or "") for each in found if not _bare(each)]
    for each in found:
        begins = tuple(f"{each.number}{sign}" for sign in "-/")
        known = any(kind == each.type and number.startswith(begins) for kind, number in wholes)
        if not (_bare(each) and known):
            yield each


def _bare(document: CitedDocument) -> bool:
    return (document.number or "").isdigit()


def _filled(first: CitedDocument, later: CitedDocument) -> CitedDocument:
    return replace(first, date=first.date or later.date, issuer=first.issuer or later.issuer)


def _in_line(line: Line) -> list[CitedDocument]:
    found: list[CitedDocument] = []
    at, last_end = 0, -1
    before: _Found | None = None
    group: int | None = None
    run = 0
    while at < len(line):
        if line.tokens[at].kind is not Kind.NUMBER:
            at += 1
            continue
        number = _number_at(line, at)
        cited = _cited(line, at, number, before if _goes_on(line, at, last_end) else None)
        if cited is None:
            at = max(number.end if number.letters else at + 1, at + 1)
            continue
        document, end = _with_tail(line, cited)
        if cited.first != at:
            group = len(found) if line.word(cited.first - 1) == "các" else None
            run = len(found)
        found.append(document)
        if not (document.date or document.issuer):
            pass  # nothing to tell the others
        elif group is not None:  # "các Nghị quyết số 10, 11 ngày … của …": told once for all
            found[group:] = [_filled(each, document) for each in found[group:]]
        elif cited.first == at and run < len(found):  # "số 57-NQ/TW, 59-NQ/TW của Bộ Chính trị"
            issued = replace(document, date=None)
            found[run:] = [_filled(each, issued) for each in found[run:]]
        at, last_end, before = max(end, at + 1), end, cited
    return found


def _number_at(line: Line, at: int) -> _Number:
    """The number and the letters of its symbol, spaces and kinds of dashes evened out."""
    text, end = line.words[at], at + 1
    if line.touching(end) and line.word(end) in _SERIES:
        text, end = text + line.words[end], end + 1
    letters: list[str] = []
    for _ in range(_MOST_PARTS):
        sign, after = line.word(end), end + 1
        if sign not in _DASHES | {"/", ".", "&"} or after >= len(line):
            break
        token = line.tokens[after]
        if sign in {".", "&"} and not (letters and line.touching(end) and line.touching(after)):
            break
        apart = not line.touching(after) and not line.touching(end)
        if apart and len(letters) != 1 and not (sign in _DASHES and line.word(after + 1) == "/"):
            break
        if token.kind is Kind.WORD and _is_symbol(token.text):
            letters.append(token.text)
        elif letters or sign != "/" or not year_at(line, after):
            break
        text, end = text + ("-" if sign in _DASHES else sign) + token.text, after + 1
    series = line.touching(at + 1) and line.word(at + 1) in _SERIES
    return _Number(text, tuple(letters), end) if letters or series else _Number(text, (), at + 1)


def _is_symbol(text: str) -> bool:
    """Letters of a symbol: "NQ", "HĐND", "TTg", "QH14", "CTr"."""
    capitals = sum(letter.isupper() for letter in text)
    return text[:1].isupper() and (capitals >= 2 or len(text) == 1) and len(text) <= _LONGEST_SYMBOL


def _goes_on(line: Line, at: int, last_end: int) -> bool:
    """Whether only a comma, "và" or "số" stands between the last document and this number."""
    if last_end < 0 or at - last_end > 3:
        return False
    joints = {",", ";", "và", "số", "&", ":"}
    return all(word in joints for word in line.words[last_end:at])


def _cited(line: Line, at: int, number: _Number, before: _Found | None) -> _Found | None:
    if not line.words[at].replace(".", "").isdigit():
        return None
    first = at
    if line.word(first - 1) == ":" and line.word(first - 2) == "số":
        first -= 1
    named = line.word(first - 1) == "số"
    first -= named
    direct = _TYPES.before(line.words, first, 0)
    if direct:
        return _by_type(line, at, number, direct, named=named)
    if not number.letters:
        return None
    if before is not None:
        return _Found(_agreeing(before.type, number), number, at)
    return _by_letters(line, first, number, named=named)


def _by_type(
    line: Line, at: int, number: _Number, direct: tuple[str, int], *, named: bool
) -> _Found | None:
    type_name, first = direct
    if number.letters:
        return _Found(type_name, number, first)
    if "," in number.text or len(number.text) > 6 or not line.capital(first):
        return None
    if named and line.word(number.end) not in {"/", "-", "–", "%"}:
        return _Found(type_name, number, first)
    follows = line.word(number.end)
    if follows and follows not in _AFTER_ALONE:
        return None
    dated = follows == "ngày" and day_at(line, number.end + 1) is not None
    digits = number.text.rstrip("abcd").isdigit()
    alone = (type_name in _ALONE or dated) and digits and not year_at(line, at)
    return _Found(type_name, number, first) if alone else None


def _by_letters(line: Line, first: int, number: _Number, *, named: bool) -> _Found | None:
    """The type stands farther off, before a title ("Luật Đầu tư công số …"), or not at all."""
    told = _BY_LETTERS.get(number.letters[0].rstrip("0123456789"))
    for back in range(first, max(0, first - _LONGEST_TITLE), -1):
        if line.word(back - 1) in {";", ".", "(", ":"}:
            break
        found = _TYPES.before(line.words, back, 0)
        if found and line.capital(found[1]):
            agrees = told is None or found[0] == told or (told == "Luật" and found[0] in _TITLED)
            if agrees and named:
                return _Found(found[0], number, found[1])
            break
    shortened = line.word(first - 1) == number.letters[0].lower()  # "NĐ 100/2019/NĐ-CP"
    if told is None or not (named or shortened) or first <= 1:
        return None
    return _Found(told, number, first - shortened)


def _agreeing(type_name: str, number: _Number) -> str:
    if number.letters[0].startswith("QH"):
        return type_name  # the National Assembly's laws and resolutions bear the same letters
    told = _BY_LETTERS.get(number.letters[0].rstrip("0123456789"))
    return told or type_name


def _with_tail(line: Line, cited: _Found) -> tuple[CitedDocument, int]:
    """Date and issuer, in either order, as far as they follow at once."""
    end, day, issuer = cited.number.end, None, None
    for _ in range(3):
        told = None if day else _date_after(line, end)
        if told:
            day, end = told
            continue
        body = None if issuer else _issuer_after(line, end)
        if not body:
            break
        issuer, end = line.said(*body), body[1]
    quote, start, stop = line.quote(cited.first, end)
    number = cited.number.text
    return CitedDocument(
        type=cited.type, number=number, date=day, issuer=issuer, quote=quote, start=start, end=stop
    ), end


def _date_after(line: Line, at: int) -> tuple[str, int] | None:
    first = at + 1 if line.word(at) in {",", "("} else at
    bracket = line.word(at) == "("
    for phrase in (("ký", "ngày"), ("ban", "hành", "ngày"), ("ngày",)):
        if tuple(line.words[first : first + len(phrase)]) == phrase:
            told = day_at(line, first + len(phrase))
            if told:
                return told[0], told[1] + (bracket and line.word(told[1]) == ")")
    return span_at(line, first) if first == at and line.word(at) in {"tháng", "năm"} else None


def _issuer_after(line: Line, at: int) -> tuple[int, int] | None:
    first = at
    if line.word(first) == "," and line.word(first + 1) == "của":
        first += 1
    if line.word(first) not in {"của", "do"}:
        return None
    begin = first + 1
    end = max(title_end(line, begin), body_end(line, begin))
    if end == begin and line.words[begin : begin + 1] and line.words[begin] in {"liên", "tỉnh"}:
        end = begin + 1 if line.words[begin] == "tỉnh" else body_end(line, begin + 1)
    if end <= begin:
        return None
    if line.word(first) == "do" and line.words[end : end + 2] != ["ban", "hành"]:
        return None
    return begin, end


def number_key(number: str) -> str:
    """A number as numbers are compared: no spaces, one kind of dash, one case.

    >>> number_key("05 – NQ/TU"), number_key("45/2020/NQ-HĐND")
    ('05-nq/tu', '45/2020/nq-hđnd')
    """
    return "".join("-" if word in _DASHES else word for word in words_of(number))


__all__ = ["cited_in", "number_key"]
