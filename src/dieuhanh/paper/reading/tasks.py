"""Tasks a text assigns: an addressee, an order, and when it is due.

Orders inside a sentence are `orders`' business. Here the page is walked: "… yêu cầu các sở: 1. …"
hands its addressee down to the items below it, "2. Sở Y tế" to its own; sections that report are
told from sections that order.
"""

from __future__ import annotations

from .addressees import addressee_end, narrowed, order_begin
from .assigning import Assigning, is_sequel, trimmed
from .layout import Page, Paragraph
from .leads import Labelled
from .lexicon import lexicon
from .lines import Line
from .order_signs import past_ordinal, reports, starts_order, turns_to_order
from .orders import GIVING, Order, gives, orders_in, subject
from .records import AssignedTask
from .task_tables import Columns, cells_of, columns_of, task_in
from .wordlists import Wordlist

_LEXICON = lexicon("orders")
_SECTIONS_ON = Wordlist(_LEXICON["sections_on"])
_SECTIONS_OFF = Wordlist(_LEXICON["sections_off"])
_ENDS = Wordlist(_LEXICON["ends"])
_PASSING = frozenset({"chỉ", "đôn", "phân", "nhắc"})
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
        self.assigning = Assigning(page)
        self.labelled = Labelled(page, self.assigning)
        self.found: list[AssignedTask] = []
        self.ordering = False
        self.reporting = False
        """Whether the section reports, so that bodies named in it are told nothing."""
        self.barren = 0
        self.sent_to = ""
        """Whom a letter is sent to ("Kính gửi")."""
        self.sending = False
        self.frame: str | None = None
        """Whom the list that is open was announced for; "" when it named nobody."""
        self.columns: Columns | None = None
        """Of the table of tasks that is being read."""
        self.below: dict[int, str] = {}
        """Paragraphs that only name an addressee, for the items under them."""

    def paragraph(self, index: int, paragraph: Paragraph) -> bool:
        """Reads one paragraph; False when the text is over."""
        line = Line(self.page, paragraph.body, paragraph.last)
        if not len(line):
            return True
        if _ENDS.end(line.words, 0) > 0 and len(self.page.paragraphs) > 3:
            return False
        row = Line(self.page, paragraph.first, paragraph.last)
        if len(cells_of(row)) > 1:
            self._row(row)
            return True
        self.columns = None
        if self.labelled.read(line, paragraph, self.found):
            return True
        if self._letterhead(line, paragraph) or self._announces(index, line, paragraph):
            return True
        before = len(self.found)
        if paragraph.mark is not None and paragraph.rank == _ARTICLE_RANK:
            self.ordering = True
        self._sentences(paragraph)
        if len(self.found) > before:
            self.ordering, self.barren = True, 0
        elif paragraph.mark is None:
            self.frame = None
            self.barren += 1
            if self.barren >= _MOST_BARREN:
                self.ordering = False
        return True

    def _row(self, line: Line) -> None:
        if self.columns is None:
            self.columns = columns_of(line)
            return
        task = task_in(line, self.columns, self.assigning.issued)
        if task is not None:
            self.found.append(task)

    def _letterhead(self, line: Line, paragraph: Paragraph) -> bool:
        """ "Kính gửi: - Các sở, ban, ngành; …"."""
        if line.words[:2] == ["kính", "gửi"]:
            at = 3 if line.word(2) == ":" else 2
            self.sending = at >= len(line)
            self.sent_to = line.said(at, trimmed(line, at, len(line))) if at < len(line) else ""
            return True
        if self.sending and paragraph.mark is not None and not paragraph.mark.numbered:
            said = line.said(0, trimmed(line, 0, len(line)))
            self.sent_to = f"{self.sent_to}; {said}" if self.sent_to else said
            return True
        self.sending = False
        return False

    def _announces(self, index: int, line: Line, paragraph: Paragraph) -> bool:
        """A heading, or a line that ends in a colon: it orders nothing itself."""
        last = trimmed(line, 0, len(line))
        named = paragraph.lead or (paragraph.heading and paragraph.mark is not None)
        end = addressee_end(line, 0) if named else 0
        if end >= last or (end and paragraph.lead and narrowed(line, end, last)):
            if not self.reporting:
                self.below[index] = line.said(0, last)
                self.ordering = True
            return True
        item = self.frame is not None and starts_order(line, 0) and not _section_name(line, last)
        if paragraph.heading and not paragraph.lead and not item:
            self._section(line, paragraph)
            return True
        return paragraph.lead and self._opens_list(index, line, paragraph)

    def _opens_list(self, index: int, line: Line, paragraph: Paragraph) -> bool:
        """ "… yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:"."""
        begin = subject(line, 0)
        end = addressee_end(line, begin)
        if end > begin and order_begin(line, end):
            self._open(line.said(begin, end), index, paragraph)
            return True
        giving = [at for at in range(len(line)) if gives(line, at)]
        for at in reversed(giving):
            first = GIVING.end(line.words, at)
            end = addressee_end(line, first)
            if end > first:
                self._open(line.said(first, end), index, paragraph)
                return True
        if not giving and _about(line, _SECTIONS_OFF):
            return True
        if giving or _about(line, _SECTIONS_ON):
            self._open("", index, paragraph)
            return True
        return False

    def _open(self, lead: str, index: int, paragraph: Paragraph) -> None:
        self.ordering, self.barren = True, 0
        if paragraph.mark is None:
            self.frame = lead
        elif lead:
            self.below[index] = lead

    def _section(self, line: Line, paragraph: Paragraph) -> None:
        """What the headings say of the sentences below them."""
        if paragraph.rank <= _SECTION_RANK:
            self.frame, self.reporting = None, _about(line, _SECTIONS_OFF)
        if _about(line, _SECTIONS_OFF):
            self.ordering = False
        elif _about(line, _SECTIONS_ON):
            self.ordering, self.barren = True, 0

    def _sentences(self, paragraph: Paragraph) -> None:
        telling = False
        for number, sentence in enumerate(paragraph.sentences):
            inside = Line(self.page, sentence.first, sentence.last)
            ordinal = past_ordinal(inside)
            if ordinal:
                inside = Line(self.page, sentence.first + ordinal, sentence.last)
            marked = paragraph.mark is not None or ordinal > 0
            item = number == 0 and marked and self._listed(paragraph)
            own = number == 0 and self._passes_on(inside, paragraph)
            told = [] if own else orders_in(inside, ordering=self.ordering, item=item)
            for order in told:
                self.found += self.assigning.tasks(inside, order)
            if told:
                self.ordering = telling = True
            elif number == 0:
                telling = self._item(inside, paragraph)
            elif telling:
                telling = self._goes_on(inside, marked=marked)

    def _passes_on(self, line: Line, paragraph: Paragraph) -> bool:
        """ "- Chỉ đạo các trạm y tế rà soát …" below "1. Sở Y tế" is told to Sở Y tế."""
        named = any(head in self.below for head in paragraph.heads)
        return named and line.word(0) in _PASSING and starts_order(line, 0)

    def _item(self, line: Line, paragraph: Paragraph) -> bool:
        """An order without addressee takes that of the list it stands in."""
        lead = self._handed_down(paragraph)
        first = _after_topic(line)
        told = bool(lead) and (starts_order(line, first) or turns_to_order(line, first))
        if told:
            self.found += self.assigning.tasks(line, Order((0, 0), first, len(line)), lead)
        return told

    def _goes_on(self, line: Line, *, marked: bool) -> bool:
        """When the task before is due, or, in an item of a list, what else is told to its addressee."""
        before = self.found[-1]
        if is_sequel(line):
            self.found[-1] = self.assigning.sequel(line, before) or before
            return True
        told = starts_order(line, 0) and not reports(line, 0, len(line))
        if told and marked:
            order = Order((0, 0), 0, len(line))
            self.found += self.assigning.tasks(line, order, before.lead or "")
        return told

    def _listed(self, paragraph: Paragraph) -> bool:
        """Whether an item of a list of orders, or an article of a decision."""
        return self.frame is not None or paragraph.rank == _ARTICLE_RANK

    def _handed_down(self, paragraph: Paragraph) -> str:
        for head in reversed(paragraph.heads):
            if head in self.below:
                return self.below[head]
        if self.frame is None:
            return ""
        return self.frame or self.sent_to


def _about(line: Line, topics: Wordlist) -> bool:
    return any(topics.end(line.words, at) > at for at in range(len(line)))


def _section_name(line: Line, last: int) -> bool:
    """ "Tổ chức thực hiện" alone names a section."""
    return _SECTIONS_ON.end(line.words, 0) == last


def _after_topic(line: Line) -> int:
    """ "Về thu ngân sách: tập trung …" begins after the colon."""
    if line.word(0) in {"về", "đối"}:
        for at in range(min(20, len(line) - 1)):
            if line.words[at] == ":":
                return at + 1
    return 0


__all__ = ["tasks_of"]
