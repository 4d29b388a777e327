"""Programmes, and the resolutions they carry out, point by point."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.programmes import add_points, change_point, change_programme, make_programme
from ..forms.programmes import ProgrammeForm, said_so_far
from ..queries import programme as programme_of
from ..queries.filters import TaskFilter
from ..queries.lists import counts
from ..queries.programmes import (
    listed_programmes,
    may_see_any,
    resolutions,
)
from ..queries.programmes import point as point_of
from ..queries.programmes import resolution as resolution_of
from .rows import strip


def programme_list(request: Asked) -> HttpResponse:
    """Every programme the reader may see, with the papers each carries out."""
    found = list(listed_programmes(seen_by=request.actor))
    papers = {paper.pk: paper for each in found for paper in each.carries_out.all()}
    covered = {r.document.pk: r for r in resolutions(papers.values(), seen_by=request.actor)}
    context = {
        "programmes": [(p, [covered[paper.pk] for paper in p.carries_out.all()]) for p in found],
        "may_make": request.actor.bodies(Permission.TASK_ASSIGN) != frozenset(),
        "may_see": may_see_any(request.actor),
    }
    return render(request, "tasks/programmes.html", context)


def new_programme(request: Asked) -> HttpResponse:
    """Set up a programme."""
    if request.actor.bodies(Permission.TASK_ASSIGN) == frozenset():
        raise Missing("programme.missing")
    form = ProgrammeForm(
        request.POST or None, by=request.actor, initial={"year": request.today.year}
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = make_programme(
                by=request.actor, code=form.cleaned_data["code"], body=form.body_chosen(),
                told=form.told(),
            )  # fmt: skip
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã lập chương trình."))
            return redirect("tasks:programme", code=made.code)
    status = 422 if form.errors else 200
    return render(request, "tasks/programme_form.html", {"form": form}, status=status)


def one_programme(request: Asked, code: str) -> HttpResponse:
    """One programme: where it was agreed, its papers' points, its tasks."""
    found = programme_of(code, seen_by=request.actor)
    papers = list(found.carries_out.all())
    asked = TaskFilter(programme=code)
    context = {
        "programme": found,
        "resolutions": resolutions(papers, seen_by=request.actor),
        "may_assign": request.actor.bodies(Permission.TASK_ASSIGN) != frozenset(),
        "may_change": request.actor.may(Permission.TASK_ASSIGN, body=found.body_id),
        "may_edit": request.actor.may(Permission.DOCUMENT_EDIT),
        "standings": strip(asked, counts(asked, seen_by=request.actor, today=request.today)),
    }
    return render(request, "tasks/programme.html", context)


def edit_programme(request: Asked, code: str) -> HttpResponse:
    """Say anew what a programme is."""
    found = programme_of(code, seen_by=request.actor)
    request.actor.require(Permission.TASK_ASSIGN, body=found.body_id)
    form = ProgrammeForm(
        request.POST or None, by=request.actor, of=found, initial=said_so_far(found)
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_programme(by=request.actor, programme=found, told=form.told())
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã ghi."))
            return redirect("tasks:programme", code=code)
    context = {"form": form, "programme": found}
    return render(request, "tasks/programme_form.html", context, status=422 if form.errors else 200)


def resolution(request: Asked, code: str) -> HttpResponse:
    """A document's points, each carried out by a task or by none; more are pasted here."""
    found = resolution_of(code, seen_by=request.actor)
    pasted, fault = request.POST.get("points", ""), ""
    if request.method == "POST":
        try:
            made = add_points(by=request.actor, document=found.document, pasted=pasted)
        except BadInput as wrong:
            fault = message(wrong, page_lang())
        else:
            told = ngettext("Đã ghi %(n)s điểm.", "Đã ghi %(n)s điểm.", len(made))
            messages.success(request, told % {"n": len(made)})
            return redirect("tasks:resolution", code=code)
    context = {
        "resolution": found, "document": found.document, "pasted": pasted, "fault": fault,
        "may_edit": request.actor.may(Permission.DOCUMENT_EDIT),
        "may_assign": request.actor.bodies(Permission.TASK_ASSIGN) != frozenset(),
        "sees_all": request.actor.areas(Permission.TASK_VIEW, every_field=True) is None,
    }  # fmt: skip
    return render(request, "tasks/resolution.html", context, status=422 if fault else 200)


@require_POST
def point(request: Asked, pk: int) -> HttpResponse:
    """Correct one point, or say that it asks for no task."""
    found = point_of(pk, seen_by=request.actor)
    try:
        change_point(
            by=request.actor, point=found, number=request.POST.get("number", ""),
            text=request.POST.get("text", ""), needs_task=request.POST.get("needs") == "x",
        )  # fmt: skip
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    else:
        messages.success(request, _("Đã ghi."))
    return redirect("tasks:resolution", code=found.document.code)
