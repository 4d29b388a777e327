"""A Vietnamese official text read: figures, tally, people, cited documents, tasks."""

from __future__ import annotations

from .cited import cited_in
from .claims import read_claims
from .layout import Page
from .people import people_of
from .records import Reading
from .tally import read_scoreboard
from .tasks import tasks_of


def read(text: str) -> Reading:
    """All that is found in the text. Pure and deterministic; never raises, whatever it holds.

    >>> board = read("Kết quả có 12/22 chỉ tiêu đạt và vượt kế hoạch.").scoreboard
    >>> board and (board.met, board.total)
    (12, 22)
    """
    page = Page(text)
    tasks = tasks_of(page)
    return Reading(
        claims=read_claims(page, [(task.start, task.end) for task in tasks]),
        scoreboard=read_scoreboard(page),
        people=people_of(page),
        documents=cited_in(page),
        tasks=tasks,
    )


__all__ = ["read"]
