"""The agenda with its papers, and preparing one item of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.agenda import Shown
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.agenda import (
    add_item,
    change_item,
    move_item,
    remove_item,
    show_beside,
    take_from_beside,
)
from ..actions.papers import keep_note, lay_paper, upload_paper
from ..forms import BesideForm, ItemForm, PaperForm
from ..models import AgendaItem
from ..queries import conference as find_conference
from ..queries.agenda import agenda, exhibit_of, item_of, paper_of, showable
from .frame import framed


def agenda_page(request: Asked, code: str) -> HttpResponse:
    """The items in order, with their papers and the reader's own notes."""
    found = find_conference(code, seen_by=request.actor)
    form = ItemForm(request.POST or None)
    if request.method == "POST":
        request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
        if form.is_valid() and _done(
            request, lambda: add_item(by=request.actor, conference=found, **form.cleaned_data)
        ):
            return redirect("conferences:agenda", found.code)
    lines = agenda(found, seen_by=request.actor)
    context = framed(request, found, lines=lines, form=form)
    status = 400 if form.errors else 200
    return render(request, "conferences/agenda.html", context, status=status)


def item(request: Asked, code: str, pk: int) -> HttpResponse:
    """Change an item; lay papers and what is to be shown beside it."""
    found = _to_edit(request, code, pk)
    given: dict[str, Any] = {"title": found.title, "title_en": found.title_en, "kind": found.kind}
    given |= {"minutes": found.minutes, "presenter": found.presenter}
    form = ItemForm(request.POST or None, initial=given)
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(request, lambda: change_item(by=request.actor, item=found, **form.cleaned_data))
    ):
        return redirect("conferences:agenda", code)
    listed, known = showable(found.conference, seen_by=request.actor, on=request.today)
    lines = agenda(found.conference, seen_by=request.actor)
    context = framed(
        request, found.conference, item=found, form=form,
        line=next(line for line in lines if line.item.pk == found.pk),
        paper=PaperForm(None, seen_by=request.actor),
        beside=BesideForm(None, targets=listed, findings=known),
    )  # fmt: skip
    status = 400 if form.errors else 200
    return render(request, "conferences/item.html", context, status=status)


@require_POST
def move(request: Asked, code: str, pk: int) -> HttpResponse:
    """One place up or down."""
    found = item_of(code, pk, seen_by=request.actor)
    steps = -1 if request.POST.get("way") == "up" else 1
    _done(request, lambda: move_item(by=request.actor, item=found, steps=steps))
    return redirect("conferences:agenda", code)


@require_POST
def remove(request: Asked, code: str, pk: int) -> HttpResponse:
    """Take an item off the agenda."""
    found = item_of(code, pk, seen_by=request.actor)
    _done(request, lambda: remove_item(by=request.actor, item=found))
    return redirect("conferences:agenda", code)


@require_POST
def lay(request: Asked, code: str, pk: int) -> HttpResponse:
    """Lay a paper of the register, or a file, before an item."""
    found = _to_edit(request, code, pk)
    form = PaperForm(request.POST, request.FILES, seen_by=request.actor)
    if form.is_valid():
        told = form.cleaned_data
        rest = {"title": told["title"], "draft": told["draft"]}
        upload = told["file"]

        def put() -> object:
            if upload is None:
                return lay_paper(by=request.actor, item=found, document=form.chosen, **rest)
            file = (upload.name, upload.read())
            return upload_paper(by=request.actor, item=found, file=file, on=request.today, **rest)

        _done(request, put)
    else:
        messages.error(request, _("Chọn một văn bản trong sổ, hoặc một tệp để tải lên."))
    return redirect("conferences:item", code, pk)


@require_POST
def show(request: Asked, code: str, pk: int) -> HttpResponse:
    """Lay something beside an item, or take it away."""
    found = _to_edit(request, code, pk)
    if (taken := request.POST.get("take", "")).isdecimal():
        exhibit = exhibit_of(found, int(taken))
        _done(request, lambda: take_from_beside(by=request.actor, exhibit=exhibit))
        return redirect("conferences:item", code, pk)
    listed, known = showable(found.conference, seen_by=request.actor, on=request.today)
    form = BesideForm(request.POST, targets=listed, findings=known)
    if form.is_valid():
        told = form.told()
        kind: Shown = told.pop("kind")
        _done(request, lambda: show_beside(by=request.actor, item=found, kind=kind, **told))
    else:
        messages.error(request, _("Chọn điều sẽ chiếu."))
    return redirect("conferences:item", code, pk)


@require_POST
def note(request: Asked, code: str, pk: int) -> HttpResponse:
    """Keep the reader's own note beside an item or one of its papers."""
    found = item_of(code, pk, seen_by=request.actor)
    number = request.POST.get("paper", "")
    paper = paper_of(code, int(number), seen_by=request.actor) if number.isdecimal() else None
    text = request.POST.get("text", "")
    keep_note(by=request.actor, item=found, text=text, paper=paper)
    if request.headers.get("HX-Request"):
        return render(request, "conferences/_note_kept.html")
    if paper is not None:
        return redirect("conferences:paper", code, paper.pk)
    return redirect("conferences:agenda", code)


def _to_edit(request: Asked, code: str, pk: int) -> AgendaItem:
    found = item_of(code, pk, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.conference.host_id)
    return found


def _done(request: Asked, act: Callable[[], object]) -> bool:
    """Do it; what is refused is told on the page that follows."""
    try:
        act()
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return False
    return True
