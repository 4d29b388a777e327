"""Tables of tasks: "| Nhiệm vụ | Cơ quan chủ trì | Thời hạn |", one task a row."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from .columns import is_unit
from .days import day_at, span_at
from .deadlines import Issued
from .lines import Line
from .records import AssignedTask

BAR = "|"
_TASK = (("nhiệm", "vụ"), ("nội", "dung"), ("công", "việc"))
_LEAD = (("chủ", "trì"), ("thực", "hiện"), ("đơn", "vị"), ("cơ", "quan"), ("trách", "nhiệm"))
_DUE = (("thời", "hạn"), ("thời", "gian"), ("hạn",), ("hoàn", "thành"), ("tiến", "độ"))
_FEWEST = 3  # a number and a tab before an item make no row
Cell = tuple[int, int]


class Columns(NamedTuple):
    """Which cell of a row holds what; `due` is None where no deadline is told."""

    task: int
    lead: int
    due: int | None


def cells_of(line: Line) -> list[Cell]:
    """The cells of a row, first and last token each; empty when the line is no row."""
    if BAR not in line.words:
        return _tabbed(line)
    bars = [at for at, word in enumerate(line.words) if word == BAR]
    if len(bars) < 2:
        return []
    ends = bars if bars[0] == 0 else [-1, *bars]
    ends = ends if ends[-1] == len(line) - 1 else [*ends, len(line)]
    return [(first + 1, last) for first, last in pairwise(ends)]


def _tabbed(line: Line) -> list[Cell]:
    """The cells between tabs, as the tables of files stand in a text; three or more make a row."""
    text, tokens = line.page.text, line.tokens
    if not tokens or "\t" not in text[tokens[0].start : tokens[-1].end]:
        return []
    begin = max(text.rfind("\n", 0, tokens[0].start), text.rfind("\r", 0, tokens[0].start)) + 1
    cells = [(0, 0)] * text.count("\t", begin, tokens[0].start)
    first = 0
    for at in range(1, len(tokens)):
        tabs = text.count("\t", tokens[at - 1].end, tokens[at].start)
        if tabs:
            cells += [(first, at), *[(at, at)] * (tabs - 1)]
            first = at
    cells.append((first, len(tokens)))
    close = text.find("\n", tokens[-1].end)
    behind = text.count("\t", tokens[-1].end, close if close >= 0 else len(text))
    cells += [(len(tokens), len(tokens))] * behind
    return cells if len(cells) >= _FEWEST else []


def columns_of(line: Line) -> Columns | None:
    """The columns, when the row heads a table of tasks."""
    cells = cells_of(line)
    task = _column(line, cells, _TASK)
    if task is None:
        return None
    lead = _column(line, cells, _LEAD, but=task)
    return None if lead is None else Columns(task, lead, _column(line, cells, _DUE, but=lead))


def task_in(line: Line, columns: Columns, issued: Issued) -> AssignedTask | None:
    """The task a row tells; None for a rule, a total or a row that names nobody."""
    cells = cells_of(line)
    if len(cells) <= max(columns.task, columns.lead):
        return None
    task, lead = cells[columns.task], cells[columns.lead]
    if not any(line.is_word(at) for at in range(*task)) or not any(map(line.is_word, range(*lead))):
        return None
    if is_unit(line.said(*lead)):
        return None  # "Nội dung | Đơn vị | Kế hoạch": a table of indicators
    due = None
    if columns.due is not None and columns.due < len(cells):
        due = _due(line, *cells[columns.due], issued)
    quote, start, end = line.quote(*task)
    return AssignedTask(
        text=line.said(*task),
        lead=line.said(*lead),
        deadline=due,
        quote=quote,
        start=start,
        end=end,
    )


def _due(line: Line, first: int, last: int, issued: Issued) -> str | None:
    for at in range(first, last):
        told = day_at(line, at, issued.year) or span_at(line, at, issued.year)
        if told:
            return told[0]
    return None


def _column(
    line: Line, cells: list[Cell], names: tuple[tuple[str, ...], ...], but: int | None = None
) -> int | None:
    for name in names:
        for number, (first, last) in enumerate(cells):
            words = tuple(line.words[first:last])
            found = any(words[at : at + len(name)] == name for at in range(len(words)))
            if number != but and found and len(words) <= 8:
                return number
    return None


__all__ = ["BAR", "Columns", "cells_of", "columns_of", "task_in"]
