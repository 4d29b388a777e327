"""What the books say today of what papers print, told for every kind of source at once.

Numbers that were made of several records are made anew the same way as when the paper was
written, and read off by their keys; a fixed number of queries for each plan and convention cited
(`boards`), and one to three for each other kind, however many papers and sources there are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from django.urls import NoReverseMatch, reverse

from dieuhanh.documents.queries.sources import Cited
from dieuhanh.domain.actors import Actor, Permission, keeper
from dieuhanh.domain.tasks import Standing
from dieuhanh.tasks.queries.filters import TaskFilter

from ..keys import OTHER, judging_of
from ..late import EVERYBODY
from . import boards, meetings, tasks, versions
from .boards import changing

Pages = Mapping[str, Callable[[str], str]]
TELLERS = (boards, tasks, versions, meetings)
MADE = boards.KINDS | tasks.COUNTS | {tasks.OF_PROGRAMME}
EVERYTHING = keeper("sổ")


def now(cited: Collection[Cited], *, seen_by: Actor, on: date) -> dict[Cited, str]:
    """Of each the text that would be printed today, as far as the reader may see it.

    A count over what a reader sees is told to them only where it is the count over everything:
    else it would seem to have changed. So whoever sees less is answered by two looks.
    """
    found = _told(cited, seen_by, on)
    if sees_all(seen_by):
        return found
    whole = _told([each for each in found if each.kind in MADE], EVERYTHING, on)
    return {each: text for each, text in found.items() if whole.get(each, text) == text}


def _told(cited: Collection[Cited], seen_by: Actor, on: date) -> dict[Cited, str]:
    found: dict[Cited, str] = {}
    for teller in TELLERS:
        asked = [each for each in cited if each.kind in teller.KINDS]
        if asked:
            found |= teller.now(asked, seen_by=seen_by, on=on)
    return found


def sees_all(actor: Actor) -> bool:
    """Whether nothing that numbers are made of is hidden from the actor."""
    figures = actor.areas(Permission.FIGURE_VIEW, every_field=True)
    return figures is None and actor.scopes(Permission.TASK_VIEW) is None


def _first(name: str) -> Callable[[str], str]:
    return lambda key: reverse(name, args=[key.partition("/")[0]])


def _target(key: str) -> str:
    """A target's page, by the convention it was judged by."""
    judging, no = judging_of(key), key.partition("/")[2].partition("/")[0]
    page = reverse("assessment:target", args=[judging.plan, no])
    return f"{page}{_by(key)}"


def _targets(key: str) -> str:
    return f"{reverse('assessment:targets', args=[judging_of(key).plan])}{_by(key)}"


def _by(key: str) -> str:
    usual = OTHER not in key.partition("/")[0]
    return "" if usual else f"?convention={judging_of(key).convention}"


def _of_plan(name: str) -> Callable[[str], str]:
    return lambda key: reverse(name, args=[key.partition("@")[0]])


def _late(key: str) -> str:
    """The tasks that are late: of one body, or all of them."""
    whose = key.partition("/")[2]
    asked = TaskFilter(standing=Standing.OPEN_OVERDUE, lead="" if whose == EVERYBODY else whose)
    return f"{reverse('tasks:list')}{asked.query()}"


PAGES: Pages = {
    **dict.fromkeys(("target", "verdict", "judgement", "change", "rolled", "summed"), _target),
    "tally": _targets, "published": _targets,
    **dict.fromkeys(("assigned", "assigned-count"), _of_plan("plans:versions")),
    "allocation": _of_plan("plans:handed-down"), "late-count": _late, "late-bodies": _late,
    **dict.fromkeys(("due", "late", "progress", "task"), _first("tasks:one")),
    "task-count": _first("tasks:programme"), "finding": _first("assessment:finding"),
    "conclusion": _first("conferences:conclusion"), "conference": _first("conferences:one"),
    "site": _first("conferences:one"),
    "programme": _first("tasks:programme"), "point": _first("tasks:point"),
    "document": _first("documents:one"),
}  # fmt: skip


def page_of(each: Cited) -> str:
    """The page of what was cited; "" for what has none."""
    page = PAGES.get(each.kind)
    try:
        return page(each.key) if page else ""
    except NoReverseMatch:  # a key nobody has given
        return ""


__all__ = ["changing", "now", "page_of"]
