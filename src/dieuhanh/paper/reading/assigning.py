"""An order told as a task: how far its words go, and when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .cited import cited_in
from .deadlines import Issued, day_or_span, deadline_in
from .layout import Page
from .lexicon import lexicon
from .lines import Line
from .order_signs import starts_order
from .orders import Order
from .records import AssignedTask
from .wordlists import Wordlist

_LEXICON = lexicon("orders")
_ASIDES = Wordlist(_LEXICON["asides"])
_SEQUELS = Wordlist(_LEXICON["sequels"])
_TRAILING = frozenset({".", ";", ",", "/", ":", "./", "…", "...", "-", "”", '"'})
_OF_PAPERS = frozenset({"ban", "về", "quy"})
_FINISHED = Wordlist(
    ["hoàn thành trong", "hoàn thành trước", "hoàn thành chậm nhất", "xong trước", "xong trong"]
)
_ANEW = (["tập", "trung"], ["chủ", "trì"], ["tăng", "cường"], ["tiếp", "tục"], ["đẩy", "mạnh"])
LONG_ORDER = 25
SHORTEST_ORDER = 8
LONGEST_SEQUEL = 24
_FARTHEST_TIME = 12


class Assigning:
    """Makes tasks of the orders of one page."""

    def __init__(self, page: Page) -> None:
        self.issued = Issued(page)
        self._cited = {document.end for document in cited_in(page)}

    def tasks(self, line: Line, order: Order, lead: str = "") -> Iterator[AssignedTask]:
        """One task, or one for each part that has a verb and a deadline of its own."""
        order.last = _quoted_end(line, order)
        first, told = order.first, order.lead
        for at in range(order.first, order.last):
            if line.words[at] != ";" or not starts_order(line, at + 1):
                continue
            if self._parts(line, first, at, order.last):
                yield self._task(line, Order(told, first, at, order.joined), lead)
                first = at + 1
        yield self._task(line, Order(told, first, order.last, order.joined), lead)

    def _parts(self, line: Line, first: int, at: int, last: int) -> bool:
        """Whether a semicolon parts two tasks: each is due by itself, or one is told to its end."""
        before, after = self.due(line, first, at), self.due(line, at + 1, last)
        if after:
            return before is not None or line.words[at + 1 : at + 3] == ["chủ", "trì"]
        finished = any(_FINISHED.end(line.words, each) > each for each in range(first, at))
        return before is not None and finished and line.words[at + 1 : at + 3] in _ANEW

    def due(self, line: Line, first: int, last: int) -> str | None:
        """The deadline told between two places."""
        return deadline_in(line, first, last, self.issued)

    def _due_before(self, line: Line, order: Order) -> str | None:
        """ "Trước ngày 15/8, các huyện phải …", "UBND huyện trong tháng 8 hoàn thành …"."""
        first, end = order.lead
        if ";" in line.words[end : order.first]:
            return None  # the part of a sentence whose first part told its own
        between = self.due(line, end, order.first)
        if between or order.joined:
            return between
        begin = first
        while begin > max(0, first - _FARTHEST_TIME) and line.words[begin - 1] not in {";", "."}:
            begin -= 1
        return deadline_in(line, begin, first, self.issued, surely=True)

    def due_at(self, line: Line, at: int) -> str | None:
        """The day, month, quarter or year that stands right there."""
        return day_or_span(line, at, self.issued)

    def _task(self, line: Line, order: Order, lead: str) -> AssignedTask:
        last = trimmed(line, order.first, order.last)
        deadline = self.due(line, order.first, last)
        short = trimmed(line, order.first, self._said_by(line, order.first, last))
        if self.due(line, order.first, short) == deadline:
            last = short
        if deadline is None and order.lead[1]:
            deadline = self._due_before(line, order)
        quote, start, end = line.quote(order.first, last)
        return AssignedTask(
            text=line.said(order.first, last),
            lead=lead or line.said(*order.lead),
            deadline=deadline,
            quote=quote,
            start=start,
            end=end,
        )

    def _said_by(self, line: Line, first: int, last: int) -> int:
        """Where a long sentence has said what to do: before how, why, and what a paper is about."""
        if last - first <= LONG_ORDER:
            return last
        for at in range(first + SHORTEST_ORDER, last):
            told = line.tokens[at - 1].end in self._cited and line.words[at] in _OF_PAPERS
            if told or line.words[at] == ";" or _ASIDES.end(line.words, at) > at:
                return at
        return last

    def sequel(self, line: Line, before: AssignedTask) -> AssignedTask | None:
        """The task before with the deadline of a sentence that says only when it is due.

        "Hoàn thành trước ngày 30/9.", "Thời gian hoàn thành: quý II/2022."
        """
        if before.deadline:
            return None
        last = trimmed(line, 0, len(line))
        deadline = self.due(line, 0, last)
        if deadline is None:
            return None
        text, end = line.page.text, line.tokens[last - 1].end
        return replace(
            before,
            text=f"{before.text}. {line.said(0, last)}",
            deadline=deadline,
            quote=text[before.start : end],
            end=end,
        )


def is_sequel(line: Line) -> bool:
    """Whether a sentence may say only when the order before it is due."""
    return len(line) <= LONGEST_SEQUEL and _SEQUELS.end(line.words, 0) > 0


def _quoted_end(line: Line, order: Order) -> int:
    """An order spoken within quotes ends where they close; what follows names the speaker."""
    depth = 0
    for at in range(order.first, order.last):
        depth += (line.words[at] == "“") - (line.words[at] == "”")
        if depth < 0:
            return max(at, order.first + 1)
    return order.last


def trimmed(line: Line, first: int, last: int) -> int:
    """The end without closing signs, but with the mark that closes a quotation of its own."""
    while last > first + 1 and line.words[last - 1] in _TRAILING:
        if _closes_quote(line, first, last):
            break
        last -= 1
    return last


def _closes_quote(line: Line, first: int, last: int) -> bool:
    mark, words = line.words[last - 1], line.words[first:last]
    return (mark == "”" and "“" in words) or (mark == '"' and words.count('"') % 2 == 0)


__all__ = ["Assigning", "is_sequel", "trimmed"]
