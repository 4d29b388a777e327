"""What the books say today of numbers that were made of several records: verdicts, counts, changes.

They are composed anew, the same way as when the paper was written, and read off by their keys.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.urls import reverse

from dieuhanh.conferences.queries.concluded import conclusions
from dieuhanh.documents.actions.held import LONGEST_VALUE
from dieuhanh.documents.queries.sources import Cited
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.compose.saying import Frame
from dieuhanh.paper.writing.model import Letterhead, Paper, Signature, texts
from dieuhanh.tasks.queries import tasks

from .year import year_of

OF_BOARD = frozenset({"target", "verdict", "judgement", "tally", "change", "rolled"})
"""Kinds whose key opens with a plan: "ca-mau-2021/1/past"."""
OF_TASKS = frozenset({"due", "late"})
"""Kinds whose key is a task's code, of "late" with the day after it: "nv-2022-1/2022-06-30"."""
PAGES = {
    "finding": "assessment:finding", "conclusion": "conferences:conclusion",
    "conference": "conferences:one", "programme": "tasks:programme", "point": "tasks:point",
}  # fmt: skip
MARKS = ".;:, "
GONE, NONE, OVER = "không còn", "0", "không còn quá hạn"
Told = Mapping[tuple[str, str], tuple[str, ...]]


def now(cited: Collection[Cited], *, seen_by: Actor, on: date) -> dict[Cited, str]:
    """Of each the text that would be printed today. A board for each plan, one query for tasks."""
    found: dict[Cited, str] = {}
    of_board = [each for each in cited if each.kind in OF_BOARD]
    for plan in sorted({_plan(each.key) for each in of_board}):
        held = [each for each in of_board if _plan(each.key) == plan]
        areas = any(each.kind == "rolled" for each in held)
        try:
            year = year_of(plan, seen_by=seen_by, on=on, areas=areas)
        except Missing:
            continue
        told = numbers_of(report(year, _NOBODY))
        found |= {each: _stands(each, told) for each in held}
    found |= _of_tasks([each for each in cited if each.kind in OF_TASKS], seen_by=seen_by)
    return found | _of_conclusions(cited, seen_by=seen_by)


_NOBODY = Frame(Letterhead("…", "…"), Signature("…"), "…")


def numbers_of(paper: Paper) -> Told:
    """What a paper prints of each source, by kind and key."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for text in texts(paper):
        for span in text:
            if span.source is not None:
                found.setdefault((span.source.kind, span.source.key), {})[span.text] = None
    return {key: tuple(printed) for key, printed in found.items()}


def _stands(each: Cited, told: Told) -> str:
    printed = told.get((each.kind, each.key))
    if printed is None:
        return NONE if each.kind == "tally" else GONE
    return each.value if each.value in printed else " – ".join(printed)


def _plan(key: str) -> str:
    return key.partition("/")[0]


def _of_tasks(cited: Iterable[Cited], *, seen_by: Actor) -> dict[Cited, str]:
    """Deadlines as they stand, and by how many days a task is late on the day it was told."""
    asked = list(cited)
    codes = {each.key.partition("/")[0] for each in asked}
    rows = {row.code: row for row in tasks(seen_by=seen_by).filter(code__in=codes)} if asked else {}
    found = {}
    for each in asked:
        code, _, day = each.key.partition("/")
        row = rows.get(code)
        if row is None:
            continue
        if each.kind == "due":
            found[each] = f"{row.due_on:%d/%m/%Y}" if row.due_on else "không định"
        else:
            found[each] = _late(row.due_on, row.done_on, date.fromisoformat(day))
    return found


def _late(due: date | None, done: date | None, on: date) -> str:
    if due is None or due >= on or (done is not None and done <= on):
        return OVER
    return str((on - due).days)


def _of_conclusions(cited: Collection[Cited], *, seen_by: Actor) -> dict[Cited, str]:
    """Conclusions as they are worded now."""
    asked = {each: each.key for each in cited if each.kind == "conclusion"}
    if not asked:
        return {}
    rows = conclusions(seen_by=seen_by).filter(pk__in=asked.values())
    words = {str(pk): text.strip()[:LONGEST_VALUE] for pk, text in rows.values_list("pk", "text")}
    return {
        each: each.value if words[key].rstrip(MARKS) == each.value.rstrip(MARKS) else words[key]
        for each, key in asked.items()
        if key in words
    }


def page_of(each: Cited) -> str:
    """The page of what was cited; "" for what has none."""
    first, _, rest = each.key.partition("/")
    no = rest.partition("/")[0]
    if each.kind in {"target", "verdict", "judgement", "change", "rolled"}:
        return reverse("assessment:target", args=[first, no])
    if each.kind == "tally":
        return reverse("assessment:targets", args=[first])
    if each.kind in OF_TASKS:
        return reverse("tasks:one", args=[first])
    if each.kind in PAGES:
        return reverse(PAGES[each.kind], args=[each.key])
    return ""


__all__ = ["OF_BOARD", "OF_TASKS", "now", "numbers_of", "page_of"]
