"""Tasks a text assigns: an addressee, an order, and when it is due.

Orders inside a sentence are `orders`' business. Here the page is walked: "… yêu cầu các sở: 1. …"
hands its addressee down to the items below it, "2. Sở Y tế" to its own; sections that report are
told from sections that order.
"""

from __future__ import annotations

from .addressees import addressee_end
from .deadlines import Issued, deadline_in
from .layout import Page, Paragraph
from .lexicon import lexicon
from .lines import Line
from .orders import GIVING, Order, orders_in, starts_order
from .records import AssignedTask
from .wordlists import Wordlist

_LEXICON = lexicon("orders")
_SECTIONS_ON = Wordlist(_LEXICON["sections_on"])
_SECTIONS_OFF = Wordlist(_LEXICON["sections_off"])
_ENDS = Wordlist(_LEXICON["ends"])
_ASIDES = Wordlist(_LEXICON["asides"])
_TRAILING = frozenset({".", ";", ",", "/", ":", "./", "…", "...", "-", "”", '"'})
LONG_ORDER = 25
SHORTEST_ORDER = 8
_SECTION_RANK = 15
_ARTICLE_RANK = 6
_MOST_BARREN = 2


def tasks_of(page: Page) -> tuple[AssignedTask, ...]:
    """Every task, in the order of the text. Linear in its length; never raises.

    >>> text = "Giao Sở Y tế chủ trì rà soát, báo cáo trước ngày 30/6/2022."
    >>> [(t.lead, t.deadline, t.text) for t in tasks_of(Page(text))]
    [('Sở Y tế', '2022-06-30', 'chủ trì rà soát, báo cáo trước ngày 30/6/2022')]
    """
    walk = _Walk(page)
    for index, paragraph in enumerate(page.paragraphs):
        if not walk.paragraph(index, paragraph):
            break
    return tuple(walk.found)


class _Walk:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.issued = Issued(page)
        self.found: list[AssignedTask] = []
        self.ordering = False
        self.barren = 0
        self.sent_to = ""
        """Whom a letter is sent to ("Kính gửi")."""
        self.sending = False
        self.frame: str | None = None
        """Whom the list that is open was announced for; "" when it named nobody."""
        self.below: dict[int, str] = {}
        """Paragraphs that only name an addressee, for the items under them."""

    def paragraph(self, index: int, paragraph: Paragraph) -> bool:
        """Reads one paragraph; False when the text is over."""
        line = Line(self.page, paragraph.body, paragraph.last)
        if not len(line):
            return True
        if _ENDS.end(line.words, 0) > 0 and len(self.page.paragraphs) > 3:
            return False
        if self._letterhead(line, paragraph) or self._announces(index, line, paragraph):
            return True
        before = len(self.found)
        if paragraph.mark is not None and paragraph.rank == _ARTICLE_RANK:
            self.ordering = True
        self._sentences(paragraph)
        if len(self.found) > before:
            self.ordering, self.barren = True, 0
        elif paragraph.mark is None and "|" not in line.words:
            self.frame = None
            self.barren += 1
            if self.barren >= _MOST_BARREN:
                self.ordering = False
        return True

    def _letterhead(self, line: Line, paragraph: Paragraph) -> bool:
        """ "Kính gửi: - Các sở, ban, ngành; …"."""
        if line.words[:2] == ["kính", "gửi"]:
            at = 3 if line.word(2) == ":" else 2
            self.sending = at >= len(line)
            self.sent_to = line.said(at, _trimmed(line, at, len(line))) if at < len(line) else ""
            return True
        if self.sending and paragraph.mark is not None and not paragraph.mark.numbered:
            said = line.said(0, _trimmed(line, 0, len(line)))
            self.sent_to = f"{self.sent_to}; {said}" if self.sent_to else said
            return True
        self.sending = False
        return False

    def _announces(self, index: int, line: Line, paragraph: Paragraph) -> bool:
        """A heading, or a line that ends in a colon: it orders nothing itself."""
        last = _trimmed(line, 0, len(line))
        named = paragraph.lead or (paragraph.heading and paragraph.mark is not None)
        if named and addressee_end(line, 0) >= last:
            self.below[index] = line.said(0, last)
            self.ordering = True
            return True
        if paragraph.heading and (self.frame is None or not starts_order(line, 0)):
            self._section(line, paragraph)
            return True
        return paragraph.lead and self._opens_list(index, line, paragraph)

    def _opens_list(self, index: int, line: Line, paragraph: Paragraph) -> bool:
        """ "… yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:"."""
        giving = [at for at in range(len(line)) if GIVING.end(line.words, at) > at]
        for at in reversed(giving):
            first = GIVING.end(line.words, at)
            end = addressee_end(line, first)
            if end > first:
                self._open(line.said(first, end), index, paragraph)
                return True
        if giving or _about(line, _SECTIONS_ON):
            self._open("", index, paragraph)
            return True
        return _about(line, _SECTIONS_OFF)

    def _open(self, lead: str, index: int, paragraph: Paragraph) -> None:
        self.ordering, self.barren = True, 0
        if paragraph.mark is None:
            self.frame = lead
        elif lead:
            self.below[index] = lead

    def _section(self, line: Line, paragraph: Paragraph) -> None:
        """What the headings say of the sentences below them."""
        if paragraph.rank <= _SECTION_RANK:
            self.frame = None
        if _about(line, _SECTIONS_OFF):
            self.ordering = False
        elif _about(line, _SECTIONS_ON):
            self.ordering, self.barren = True, 0

    def _sentences(self, paragraph: Paragraph) -> None:
        for number, sentence in enumerate(paragraph.sentences):
            inside = Line(self.page, sentence.first, sentence.last)
            told = orders_in(inside, ordering=self.ordering)
            if told:
                self.found += [self._task(inside, order) for order in told]
                self.ordering = True
            elif number == 0:
                self._item(inside, paragraph)

    def _item(self, line: Line, paragraph: Paragraph) -> None:
        """An order without addressee takes that of the list it stands in."""
        lead = self._handed_down(paragraph)
        first = _after_topic(line)
        if lead and starts_order(line, first):
            self.found.append(self._task(line, Order((0, 0), first, len(line)), lead))

    def _handed_down(self, paragraph: Paragraph) -> str:
        for head in reversed(paragraph.heads):
            if head in self.below:
                return self.below[head]
        if self.frame is None:
            return ""
        return self.frame or self.sent_to

    def _task(self, line: Line, order: Order, lead: str = "") -> AssignedTask:
        last = _trimmed(line, order.first, order.last)
        deadline = deadline_in(line, order.first, last, self.issued)
        short = _trimmed(line, order.first, _said_by(line, order.first, last))
        if deadline_in(line, order.first, short, self.issued) == deadline:
            last = short
        quote, start, end = line.quote(order.first, last)
        return AssignedTask(
            text=line.said(order.first, last),
            lead=lead or line.said(*order.lead),
            deadline=deadline,
            quote=quote,
            start=start,
            end=end,
        )


def _about(line: Line, topics: Wordlist) -> bool:
    return any(topics.end(line.words, at) > at for at in range(len(line)))


def _after_topic(line: Line) -> int:
    """ "Về thu ngân sách: tập trung …" begins after the colon."""
    if line.word(0) in {"về", "đối"}:
        for at in range(min(20, len(line) - 1)):
            if line.words[at] == ":":
                return at + 1
    return 0


def _trimmed(line: Line, first: int, last: int) -> int:
    while last > first + 1 and line.words[last - 1] in _TRAILING:
        last -= 1
    return last if last > first and line.words[last - 1] not in _TRAILING else max(first + 1, last)


def _said_by(line: Line, first: int, last: int) -> int:
    """Where a long sentence has said what to do: before its further clauses, how and why."""
    if last - first <= LONG_ORDER:
        return last
    for at in range(first + SHORTEST_ORDER, last):
        if line.words[at] == ";" or _ASIDES.end(line.words, at) > at:
            return at
    return last


__all__ = ["tasks_of"]
