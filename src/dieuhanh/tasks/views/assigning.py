"""Assigning a task from wherever it comes, and editing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.documents.queries import document, quoted_part, text_of
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.tasks import origin_word
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.assigning import amend, assign
from ..forms.assigning import TaskForm, as_typed
from ..models import Task
from ..queries import task as find_task
from ..queries.choices import choices, choices_for
from ..queries.origins import Origin, origin
from .typed import number


def new(request: Asked) -> HttpResponse:
    """The form, filled with what the origin says; posted, the task."""
    came = origin(request.GET.get("tu", "hand"), request.GET.get("khoa", ""), seen_by=request.actor)
    assigner = request.POST.get("assigner", "") or request.GET.get("noi-giao", "")
    known = choices(came, seen_by=request.actor, today=request.today, assigner=assigner)
    first = proposed(request, came) | {"assigner": known.assigner.code}
    form = TaskForm(request.POST or None, initial=first, choices=known)
    if came.kind == "parent":
        form.drop("repeats")
    if request.method == "POST" and "change" not in request.POST and form.is_valid():
        made = _assigned(request, form, came)
        if made is not None:
            messages.success(request, _("Đã giao nhiệm vụ %(code)s.") % {"code": made.code})
            return redirect("tasks:one", made.code)
    if "change" in request.POST:
        form.errors.clear()
    context = {"form": form, "origin": came, "origin_word": origin_word(came.kind, page_lang())}
    return render(request, "tasks/new.html", context | {"several": len(known.assigners) > 1})


def proposed(request: Asked, came: Origin) -> dict[str, Any]:
    """What the origin says of the task, to begin from."""
    return {
        "title": came.title,
        "lead": came.lead.code if came.lead else "",
        "field": came.field,
        "due_on": write_vi_date(came.due_on) if came.due_on else "",
        "quote": came.quote or quoted(request, came),
        "targets": list(came.targets),
        "priority": "normal",
        "programme": request.GET.get("chuong-trinh", ""),
    }


def quoted(request: Asked, came: Origin) -> str:
    """The line of the paper the reader came from."""
    if came.kind != "document":
        return ""
    text = text_of(document(came.key, seen_by=request.actor))
    start, end = quoted_part(text, request.GET.get("trich", ""))
    return text[start:end]


def _assigned(request: Asked, form: TaskForm, came: Origin) -> Task | None:
    frozen = number(request.GET.get("danh-gia", ""))
    try:
        return assign(
            by=request.actor, order=form.order(assessment=frozen), origin=came, today=request.today
        )
    except BadInput as fault:
        form.add_error(None, message(fault, page_lang()))
        return None


def edit(request: Asked, code: str) -> HttpResponse:
    """The same form for a task that is there: its lead and what it comes from stay."""
    held = find_task(code, seen_by=request.actor)
    request.actor.require(Permission.TASK_ASSIGN, body=held.assigner_id)
    known = choices_for(held, seen_by=request.actor, today=request.today)
    form = TaskForm(request.POST or None, initial=as_typed(held), choices=known)
    form.drop("assigner", "lead", "quote", "repeats", *(["due_on"] if held.repeats else []))
    if request.method == "POST" and form.is_valid() and _amended(request, form, held):
        messages.success(request, _("Đã sửa nhiệm vụ; thời hạn giao ban đầu vẫn được giữ."))
        return redirect("tasks:one", held.code)
    return render(request, "tasks/edit.html", {"form": form, "task": held})


def _amended(request: Asked, form: TaskForm, held: Task) -> bool:
    try:
        amend(
            by=request.actor, task=held.code, order=form.order(lead=held.lead.code),
            today=request.today, text=request.POST.get("why", "")[:1000],
            seen=number(request.POST.get("seen", "")),
        )  # fmt: skip
    except BadInput as fault:
        form.add_error(None, message(fault, page_lang()))
        return False
    return True
