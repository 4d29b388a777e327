"""Tasks as rows of their table, the same for a file that goes out and one that comes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from dieuhanh.domain.wording.tasks import STANDINGS
from dieuhanh.exchange.task_table import TASKS
from dieuhanh.exchange.writing import Table
from dieuhanh.ui.language import page_lang

from ..models import CoBody, Task
from .filters import TaskFilter

AS_IS = (
    "code", "title", "text", "product", "field", "priority", "official", "assigned_on", "due_on",
    "repeats", "origin", "quote", "simulated", "state", "percent", "first_due_on", "reported_on",
    "done_on", "extensions", "disputed", "period",
)  # fmt: skip
CITED = {
    "lead": "lead__code", "lead_name": "lead__name", "assigner": "assigner__code",
    "assigner_name": "assigner__name", "programme": "programme__code",
}  # fmt: skip
SOURCES = {
    "conclusion": ("conclusion__conference__code", "conclusion__number"),
    "point": ("point__document__code", "point__number"),
    "target": ("target__version__plan__code", "target__version__number", "target__no"),
    "document": ("document__code",),
    "parent": ("parent__code",),
    "finding": ("finding",),
}
"""What a task comes from, as the table names it: the parts joined by "/"."""
READ = ("pk", *AS_IS, *CITED.values(), *(part for parts in SOURCES.values() for part in parts))


def exported_rows(found: QuerySet[Task]) -> Iterator[dict[str, Any]]:
    """Each task by the table's columns, in the order it is found. Two queries, however many.

    `standing` is told where the query set carries it.
    """
    helpers = _helpers(found)
    judged = "standing" in found.query.annotations
    names = (*READ, "standing") if judged else READ
    for row in found.values(*names).iterator(chunk_size=5000):
        told = {name: row[name] for name in AS_IS}
        told |= {name: row[where] or "" for name, where in CITED.items()}
        told["standing"] = row["standing"] if judged else ""
        told["co_bodies"] = "; ".join(helpers.get(row["pk"], ()))
        told["comes_from"] = "/".join(str(row[part]) for part in SOURCES.get(row["origin"], ()))
        yield told


def table_of(found: QuerySet[Task], asked: TaskFilter) -> Table:
    """All rows of the list, whole, under the columns the import reads."""
    columns = [(column.name, column.label) for column in TASKS.columns]
    notes = [f"{code}: {words[page_lang() == 'en']}" for code, words in STANDINGS.items()]
    return Table(
        TASKS.name, TASKS.title, columns, list(exported_rows(found)),
        [asked.query(), *notes], template=TASKS.name,
    )  # fmt: skip


def _helpers(found: QuerySet[Task]) -> dict[int, list[str]]:
    rows = CoBody.objects.filter(removed=False, task__in=found.order_by().values("pk"))
    helpers: dict[int, list[str]] = {}
    for task, code in rows.order_by("body__code").values_list("task", "body__code"):
        helpers.setdefault(task, []).append(code)
    return helpers


__all__ = ["SOURCES", "exported_rows", "table_of"]
