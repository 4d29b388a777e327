"""What pages of tasks share: the strip of counts, heads that sort, how far a deadline is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from dieuhanh.domain.tasks import Counts, Standing, days_left
from dieuhanh.domain.wording.tasks import standing_word
from dieuhanh.ui.language import page_lang

from ..models import Task
from ..queries.filters import TaskFilter
from ..queries.terms import calendar_for
from ..templatetags.task_lists import SHAPES


class Tile(NamedTuple):
    """One number of the strip; it leads to the tasks it counts."""

    word: str
    number: int
    href: str
    shape: str = ""
    here: bool = False


class Row(NamedTuple):
    """A task, and the working days to its deadline, below zero since it; None where none counts."""

    task: Task
    days: int | None

    @property
    def past(self) -> int:
        """Working days since the deadline."""
        return -(self.days or 0)


def strip(asked: TaskFilter, held: Counts) -> list[Tile]:
    """All, and each of the four states, as links to the list."""
    page, lang = reverse("tasks:list"), page_lang()
    tiles = [Tile(_("tất cả"), held.total, page + asked.query(standing=""), "", not asked.standing)]
    for each in Standing:
        here = asked.standing == each.value
        href = page + asked.query(standing=each.value)
        word = standing_word(each.value, lang)
        tiles.append(Tile(word, int(getattr(held, each.value)), href, SHAPES[each.value], here))
    return tiles


def rows_of(found: Iterable[Task], today: date) -> list[Row]:
    """Tasks with the working days of those still open. One query for the calendar."""
    shown = list(found)
    due = [task.due_on for task in shown if task.due_on and _open(task)]
    calendar = calendar_for(*due, today) if due else None
    return [
        Row(task, days_left(task.due_on, today, calendar) if calendar and _open(task) else None)
        for task in shown
    ]


def heads(asked: TaskFilter) -> list[dict[str, Any]]:
    """Heads of the list; the same click again turns the order round."""
    here, down = asked.sorted_by
    made = []
    for name, head, narrow in (
        ("", _("Nhiệm vụ"), False), ("", _("Trạng thái"), False),
        ("due", _("Hạn"), False), ("percent", _("Tiến độ"), True), ("lead", _("Chủ trì"), False),
        ("assigner", _("Cơ quan giao"), False), ("field", _("Lĩnh vực"), False),
    ):  # fmt: skip
        turned = f"{name}:desc" if here == name and not down else name
        way = ("descending" if down else "ascending") if name and here == name else ""
        query = asked.query(sort=turned) if name else ""
        made.append({"name": name, "head": head, "num": narrow, "query": query, "way": way})
    return made


def _open(task: Task) -> bool:
    return getattr(task, "standing", "").startswith("open")


__all__ = ["Row", "Tile", "heads", "rows_of", "strip"]
