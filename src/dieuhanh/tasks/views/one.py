"""The page of one task, the steps taken on it, and the files they show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.documents.queries import documents, stored_file
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.tasks import StepKind
from dieuhanh.domain.tasks.life import NEEDS_WORDS
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.tasks import (
    priority_word,
    repeats_word,
    task_deed_word,
    task_step_word,
)
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.kept_files import kept_file
from dieuhanh.ui.language import page_lang

from ..actions.steps import TAKEN, take_step
from ..forms.assigning import grouped
from ..queries.leads import below, may_lead
from ..queries.page import TaskPage, evidence_file, task_page
from .typed import Typed

FIRST = frozenset(
    {StepKind.ACCEPTED, StepKind.PROGRESS, StepKind.REPORTED, StepKind.CONFIRMED,
     StepKind.ANSWERED, StepKind.EXTENSION_GRANTED}
)  # fmt: skip
HARSH = frozenset({StepKind.RETURNED, StepKind.WITHDRAWN, StepKind.EXTENSION_REFUSED})


@dataclass(frozen=True)
class Move:
    """A step the reader may take: its word, how its button looks, what was typed into its form."""

    kind: StepKind
    word: str
    first: bool
    harsh: bool
    typed: Typed = field(default_factory=Typed)
    fault: str = ""


def one(request: Asked, code: str) -> HttpResponse:
    """One task: what is asked, where it stands, where it comes from, every step of it."""
    return _page(request, code)


@require_POST
def step(request: Asked, code: str, kind: str) -> HttpResponse:
    """Take one step. What was typed stands on the page where it is refused."""
    if kind not in TAKEN:
        raise Missing("task.missing")
    taken = StepKind(kind)
    typed = Typed.of(request)
    try:
        take_step(by=request.actor, task=code, kind=taken, said=typed.said(), today=request.today)
    except BadInput as fault:
        return _page(request, code, refused=(taken, typed, message(fault, page_lang())))
    messages.success(request, _("Đã ghi: %(step)s.") % {"step": task_step_word(kind, page_lang())})
    return redirect("tasks:one", code)


def evidence(request: Asked, code: str, pk: int) -> HttpResponseBase:
    """A file shown for a step, to be saved and never run in the page."""
    shown = evidence_file(code, pk, seen_by=request.actor)
    return kept_file(stored_file(shown), shown.file_name, shown.media_type)


def _page(
    request: Asked, code: str, refused: tuple[StepKind, Typed, str] | None = None
) -> HttpResponse:
    page = task_page(code, seen_by=request.actor, today=request.today)
    moves = [_move(kind, refused) for kind in page.moves]
    unshown = refused[2] if refused and refused[0] not in page.moves else ""
    context = {
        "page": page, "task": page.task, "unshown": unshown,
        "fault_typed": refused[1] if unshown and refused else None,
        "moves": [move for move in moves if move.kind is not StepKind.HANDED_DOWN],
        "hands_down": StepKind.HANDED_DOWN in page.moves,
        "steps": [(each, task_step_word(each.kind, page_lang())) for each in page.steps],
        "priority": priority_word(page.task.priority, page_lang()),
        "needs_words": [each.value for each in NEEDS_WORDS],
        "repeats": repeats_word(page.task.repeats, page_lang()),
        **_offered(request, page),
    }  # fmt: skip
    return render(request, "tasks/one.html", context)


def _move(kind: StepKind, refused: tuple[StepKind, Typed, str] | None) -> Move:
    typed, fault = (refused[1], refused[2]) if refused and refused[0] is kind else (Typed(), "")
    word = task_deed_word(kind.value, page_lang())
    return Move(kind, word, kind in FIRST, kind in HARSH, typed, fault)


def _offered(request: Asked, page: TaskPage) -> dict[str, Any]:
    """What the forms on the page choose from, asked for only where they stand."""
    told: dict[str, Any] = {}
    if {StepKind.PROGRESS, StepKind.REPORTED} & set(page.moves):
        told["papers"] = documents(seen_by=request.actor).order_by("-issued_on", "code")
    if StepKind.REASSIGNED in page.moves:
        leads = (below if page.task.parent_id else may_lead)(page.task.assigner, request.today)
        told["leads"] = grouped(leads.exclude(pk=page.task.lead_id).select_related("area"))
    return told
