"""Named persons with every title a text gives them.

A run of capitals is a person when something says so: a title or a word of address before it, a
title after it, a verb only persons do, a place in a list of persons, a signature. Titles before
and after are read by one grammar (`titles`); the mentions of a person are merged.
"""

from __future__ import annotations

from dataclasses import dataclass

from .bodies import body_end
from .layout import Page
from .lexicon import lexicon
from .lines import Line
from .names import MIDDLE, SURNAMES, name_end
from .records import Person
from .signatures import signed
from .titles import ADDRESS, address_end, merged, title_text, titles_end
from .tokens import folded
from .wordlists import Wordlist, syllables, words_of

_LEXICON = lexicon("people")
_CALLINGS = Wordlist(_LEXICON["callings"])
_FOR_ANOTHER = frozenset({"ủy", "lệnh"})
_COMMEMORATED = frozenset({"niệm", "thờ", "tượng", "lăng"})
_NAMED_AFTER = syllables(_LEXICON["context"]["named_after"])
_BYLINES = Wordlist(_LEXICON["context"]["bylines"])
_DOING = Wordlist(_LEXICON["context"]["doing"])
# What is not in capitals begins nothing unless it begins with one of these.
_FIRSTS = frozenset(
    words_of(phrase)[0]
    for key in ("posts", "address", "before_posts", "callings")
    for phrase in _LEXICON[key]
)
_PREPOSITIONS = frozenset({"tại", "ở", "từ", "về"})
_PLURALS = frozenset({"các", "những", "hai", "ba", "bốn", "02", "03", "04", "2", "3", "4"})
_SEPARATORS = frozenset({",", ";", "và", "cùng", "&"})
# "ông A được bầu giữ chức Chủ tịch …", "bà B, hiện là Giám đốc …"
_BECOMING = Wordlist(_LEXICON["context"]["becoming"])
_BEING = Wordlist(_LEXICON["context"]["being"])
_STOPS = frozenset({".", ":", ";", "!", "?", "“", '"'})
_DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named."""

    name: str
    titles: tuple[str, ...]
    quote: str
    start: int
    end: int


def people_of(page: Page) -> tuple[Person, ...]:
    """Every named person, in the order of the text. Linear in its length; never raises.

    >>> [(p.name, p.titles) for p in people_of(Page("Ông Lê Văn An, Giám đốc Sở Y tế, chủ trì."))]
    [('Lê Văn An', ('Giám đốc Sở Y tế',))]
    """
    mentions: list[Mention] = []
    for paragraph in page.paragraphs:
        mentions += _Scan(Line(page, paragraph.first, paragraph.last)).run()
    mentions += [Mention(*told) for told in signed(page)]
    return _merged(sorted(mentions, key=lambda each: each.start))


def _merged(mentions: list[Mention]) -> tuple[Person, ...]:
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        key = " ".join(folded(word) for word in mention.name.split())
        by_name.setdefault(key, []).append(mention)
    people = []
    for group in by_name.values():
        shown = next((each for each in group if each.titles), group[0])
        people.append(
            Person(
                name=shown.name,
                titles=merged([title for each in group for title in each.titles]),
                quote=shown.quote,
                start=shown.start,
                end=shown.end,
            )
        )
    return tuple(people)


class _Scan:
    """One walk over a paragraph."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.found: list[Mention] = []
        self.accepted = -1
        """Where the last name, with its titles, ended: a list may go on there."""
        self.rejected = -1
        """Where a street's or school's name ended: what is listed after it is none either."""

    def run(self) -> list[Mention]:
        at = 0
        while at < len(self.line):
            at = max(self._step(at), at + 1)
        return self.found

    def _step(self, at: int) -> int:
        if not self.line.capital(at) and self.line.words[at] not in _FIRSTS:
            return at
        titles, end = titles_end(self.line, at)
        if titles:
            return self._titled(at, titles, end)
        address = address_end(self.line, at)
        if address > at:
            return self._addressed(at, address)
        calling = _CALLINGS.end(self.line.words, at)
        if calling > at and name_end(self.line, calling) > calling:
            return self._addressed(at, calling)
        if self.line.capital(at):
            return self._bare(at)
        return at

    def _titled(self, at: int, titles: list[tuple[int, int]], end: int) -> int:
        """Titles in front: of one person, or of each in a list ("các phó chủ tịch …: A, B")."""
        if self.line.word(at - 1) in _FOR_ANOTHER and len(titles) > 1:
            titles = titles[1:]  # "thừa ủy quyền Chủ tịch UBND tỉnh, Giám đốc Sở …"
        elif self.line.word(at - 1) in _COMMEMORATED:
            return end
        texts = tuple(title_text(self.line, *title) for title in titles)
        first = self._opening(at)
        after, close = self._name_after_titles(end)
        name = name_end(self.line, after, sure=close or self.line.word(end) == ":")
        if name == after:
            return end
        if self._plural(at) or self.line.word(end) == ":":
            return self._list(first, after, texts)
        own, last = self._titles_after(name)
        if self.line.word(end) == "," and own:
            return end  # "Bí thư Tỉnh ủy, đồng chí A, Chủ tịch …": two persons
        self._add(first, after, name, (*texts, *own), last)
        return last

    def _name_after_titles(self, end: int) -> tuple[int, bool]:
        """Where a name may begin after titles, and whether nothing but address stands between."""
        after, word = end, self.line.word(end)
        if word in {":", "là", "gồm", "có"} | _DASHES:
            after += 1 + (self.line.word(end + 1) == ":")
        elif word == ",":
            address = address_end(self.line, end + 1)
            return (address, True) if address > end + 1 else (end, False)
        address = address_end(self.line, after)
        return address, after == end or address > after

    def _addressed(self, at: int, address: int) -> int:
        """ "đồng chí A", "các đồng chí: A, …; B, …"."""
        after = address + (self.line.word(address) == ":")
        name = name_end(self.line, after, sure=True)
        if name == after:
            return address
        first = self._opening(at)
        if self._plural(at) or after > address:
            return self._list(first, after, ())
        own, last = self._titles_after(name)
        self._add(at, after, name, own, last)
        return last

    def _list(self, first: int, at: int, shared: tuple[str, ...]) -> int:
        """Names in a row, each with its own titles besides the shared ones."""
        bare: list[tuple[int, int]] = []
        own: tuple[str, ...] = ()
        end = at
        while True:
            after = address_end(self.line, at)
            name = name_end(self.line, after, sure=True)
            if name == after:
                break
            own, end = self._titles_after(name)
            if not own and shared:
                own, end = self._body_after(name, shared[-1])
            if not own and after == at and self.line.word(at) not in SURNAMES:
                break
            if own or shared:
                self._add(first if shared and not own else at, after, name, (*shared, *own), end)
            else:
                bare.append((after, name))
            at = end
            while self.line.word(at) in _SEPARATORS:
                at += 1
            if at == end:
                break
        for each, name in bare:  # "các đồng chí A, B, Phó Chủ tịch …": one title for all
            self._add(each, each, name, own if name < end else (), name)
        return end

    def _bare(self, at: int) -> int:
        """A name with neither title nor address before it: something else must tell."""
        name = name_end(self.line, at, sure=False)
        if name == at or self._inside(at):
            return at
        if self._named_after(at, name):
            self.rejected = name
            return name
        own, last = self._titles_after(name)
        if own or self._tells(at, name):
            self._add(at, at, name, own, last)
            return last
        return name

    def _inside(self, at: int) -> bool:
        """Inside a longer run of capitals ("Buôn Ma Thuột"), unless its first only opens the sentence."""
        line = self.line
        if not line.capital(at - 1) or line.shouted(at - 1) or line.touching(at):
            return False
        return at > 1 and line.word(at - 2) not in _STOPS

    def _tells(self, at: int, name: int) -> bool:
        if at == 0 and name >= len(self.line) - 1:
            return False  # a line of its own is a byline or a signature
        listed = self.line.word(at - 1) in _SEPARATORS and at - 1 == self.accepted
        doing = _DOING.end(self.line.words, name) > name
        middle = name - at >= 3 and self.line.words[at + 1] in {"văn", "thị"}
        return listed or doing or (middle and self.line.words[at + 1] in MIDDLE)

    def _named_after(self, at: int, name: int) -> bool:
        before = self.line.word(at - 1)
        if before in _NAMED_AFTER or (before in _PREPOSITIONS and name - at == 2):
            return True
        if before == "." and self.line.word(at - 2) in {"tp", "p", "q", "h", "x"}:
            return True
        if _BYLINES.begin(self.line.words, at) < at:
            return True
        return before in _SEPARATORS | _DASHES and at - 1 == self.rejected

    def _titles_after(self, name: int) -> tuple[tuple[str, ...], int]:
        """The titles that follow a name, and where they end; none that open the next name."""
        line, at = self.line, name
        if line.word(at) in _DASHES | {",", "(", "|"}:
            at += 1
        for phrases in (_BECOMING, _BEING):
            at = phrases.end(line.words, at)
        titles, end = titles_end(line, at)
        newly = _BEING.end(line.words, _BECOMING.end(line.words, end))
        if titles and newly > end and line.words[end] == "được":
            more, last = titles_end(line, newly)
            titles, end = (titles + more, last) if more else (titles, end)
        if titles and name_end(line, end, sure=True) > end:
            titles.pop()
            end = titles[-1][1] if titles else name
        if not titles:
            return (), name
        return tuple(title_text(line, *title) for title in titles), end

    def _body_after(self, name: int, shared: str) -> tuple[tuple[str, ...], int]:
        """ "các Thứ trưởng: A (Bộ Xây dựng), B (Bộ Công Thương)": whose of each."""
        if self.line.word(name) == "(":
            end = body_end(self.line, name + 1)
            if end > name + 1 and self.line.word(end) == ")":
                return (f"{shared} {self.line.said(name + 1, end)}",), end + 1
        return (), name

    def _opening(self, at: int) -> int:
        """Where the words of address or number in front of titles begin."""
        first = at
        for _ in range(3):
            before = ADDRESS.begin(self.line.words, first)
            if before == first and self.line.word(first - 1) in _PLURALS:
                before = first - 1
            if before == first:
                break
            first = before
        return first

    def _plural(self, at: int) -> bool:
        return any(self.line.words[each] in _PLURALS for each in range(self._opening(at), at)) or (
            self.line.word(at - 1) in _PLURALS
        )

    def _add(self, first: int, at: int, name: int, titles: tuple[str, ...], last: int) -> None:
        said = self.line.said(at, name)
        if said.isupper():
            said = " ".join(word.capitalize() for word in said.split(" "))
        self.found.append(Mention(said, titles, *self.line.quote(first, max(last, name))))
        self.accepted = max(last, name)


__all__ = ["people_of"]
