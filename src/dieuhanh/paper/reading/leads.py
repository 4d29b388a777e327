"""Items of a plan that tell lead and time behind labels: "Cơ quan chủ trì: …; thời gian: …".

The labels stand on lines of their own below the item, behind it in the same paragraph, or in a
bracket at its end; there also without a colon ("(Sở Nội vụ chủ trì, xong trong quý III/2024)").
"""

from __future__ import annotations

from dataclasses import replace

from .addressees import addressee_end
from .assigning import Assigning, trimmed
from .layout import Page, Paragraph
from .lexicon import lexicon
from .lines import Line
from .order_signs import starts_order
from .records import AssignedTask
from .titles import address_end, title_end
from .wordlists import Wordlist

_LEXICON = lexicon("orders")["labels"]
_LEADING = Wordlist(_LEXICON["leading"])
_HELPING = Wordlist(_LEXICON["helping"])
_TIMING = Wordlist(_LEXICON["timing"])
_SHORTEST_ITEM = 3


class Labelled:
    """Follows a plan's items and the labels below and behind them."""

    def __init__(self, page: Page, assigning: Assigning) -> None:
        self.page = page
        self.assigning = assigning
        self._open: Paragraph | None = None
        self._last: AssignedTask | None = None

    def read(self, line: Line, paragraph: Paragraph, found: list[AssignedTask]) -> bool:
        """Adds what the paragraph tells to `found`; False when it holds no label."""
        if (after := _after_label(line, 0, _LEADING)) and self._open is not None:
            item = self._open
            self._add(found, Line(self.page, item.body, item.last), 0, line, after)
            return True
        if _after_label(line, 0, _HELPING) and self._last is not None:
            return True
        if (after := _after_label(line, 0, _TIMING)) and self._last is not None:
            self._time(found, line, after)
            return True
        self._open = self._last = None
        if paragraph.mark is None:
            return False
        self._open = paragraph
        return self._inline(line, found)

    def _inline(self, line: Line, found: list[AssignedTask]) -> bool:
        for at in range(_SHORTEST_ITEM, len(line)):
            apart = line.word(at - 1) in {".", ";", "(", ","}
            if apart and (after := _after_label(line, at, _LEADING)):
                self._add(found, line, at, line, after)
                return True
            if line.words[at] == "(" and starts_order(line, 0):
                end = addressee_end(line, at + 1)
                if end > at + 1 and line.words[end : end + 2] == ["chủ", "trì"]:
                    self._add(found, line, at, line, at + 1)
                    return True
        return False

    def _add(self, found: list[AssignedTask], item: Line, to: int, line: Line, at: int) -> None:
        """The task of an item that ends before `to` (0: with its line), its lead named at `at`."""
        end = self._lead_end(line, at)
        if end == at or not len(item):
            return
        last = trimmed(item, 0, to - (item.word(to - 1) == "(") if to else len(item))
        quote, start, stop = item.quote(0, last)
        within = self.assigning.due(item, 0, last)
        self._last = AssignedTask(
            text=item.said(0, last),
            lead=line.said(at, end),
            deadline=self._told(line, end) or within,
            quote=quote,
            start=start,
            end=stop,
        )
        found.append(self._last)

    def _lead_end(self, line: Line, at: int) -> int:
        """Up to the next label; a person who chairs leads no task."""
        if address_end(line, at) > at or title_end(line, at) > at:
            return at
        end = addressee_end(line, at)
        return next((each for each in range(at, end) if _label_after(line, each)), end)

    def _told(self, line: Line, first: int) -> str | None:
        return next(
            (
                due
                for at in range(first, len(line))
                if (after := _after_label(line, at, _TIMING))
                and (due := self.assigning.due_at(line, after))
            ),
            self.assigning.due(line, first, len(line)),
        )

    def _time(self, found: list[AssignedTask], line: Line, at: int) -> None:
        due = self.assigning.due_at(line, at) or self.assigning.due(line, at, len(line))
        if due and found and found[-1] is self._last:
            found[-1] = self._last = replace(found[-1], deadline=due)


def _label_after(line: Line, at: int) -> bool:
    """Whether a sign there is followed by a label."""
    return line.words[at] in {";", ",", "."} and any(
        _after_label(line, at + 1, labels) for labels in (_HELPING, _TIMING)
    )


def _after_label(line: Line, at: int, labels: Wordlist) -> int:
    """The place after a label and its colon; 0 when none stands there."""
    end = labels.end(line.words, at)
    return end + 1 if end > at and line.word(end) == ":" and end + 1 < len(line) else 0


__all__ = ["Labelled"]
