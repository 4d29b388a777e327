"""Conclusions: noted beside the live room, listed, ordered, made final, worded anew."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dieuhanh.documents.queries import sentence_url
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.conclusions import (
    drop_conclusion,
    edit_conclusion,
    link_conclusion,
    move_conclusion,
    note_conclusion,
)
from ..actions.finals import finalize_conclusions, reword_conclusion
from ..forms.closing import DraftForm, NoteForm, RewordForm, TiedForm, as_worded
from ..models import Conclusion, Conference
from ..queries import conference as find_conference
from ..queries import edits
from ..queries.concluded import (
    bodies_for,
    choices_of,
    resting_on,
    rests_of,
    shelf_of,
    writes,
)
from ..queries.concluded import conclusion as find_conclusion
from .acting import acted, number
from .frame import framed

LIST = "danh-sach"


def conclusions(request: Asked, code: str) -> HttpResponse:
    """The final conclusions by group; for who writes them also the drafts."""
    found = find_conference(code, seen_by=request.actor)
    noting = writes(found, seen_by=request.actor)
    context = framed(
        request, found, shelf=shelf_of(found, seen_by=request.actor), may_note=noting,
        form=NoteForm(choices=choices_of(found)) if noting else None,
    )  # fmt: skip
    return render(request, "conferences/conclusions.html", context)


def now(request: Asked, code: str) -> HttpResponse:
    """The part of a live page: what is concluded so far, and a box to note the next."""
    found = find_conference(code, seen_by=request.actor)
    noting = writes(found, seen_by=request.actor)
    only = request.GET.get("phan") == LIST
    context = {
        "conference": found, "shelf": shelf_of(found, seen_by=request.actor),
        "may_note": noting, "may_edit": edits(found, seen_by=request.actor), "list_of": LIST,
        "form": NoteForm(choices=choices_of(found)) if noting and not only else None,
    }  # fmt: skip
    part = "_conclusions_list" if only else "_conclusions_now"
    return render(request, f"conferences/{part}.html", context)


@require_POST
def note(request: Asked, code: str) -> HttpResponse:
    """Note a draft, from the console or from the list."""
    found = find_conference(code, seen_by=request.actor)
    if not writes(found, seen_by=request.actor):
        raise Refused("refused")
    choices = choices_of(found)
    form = NoteForm(request.POST, choices=choices)

    def work() -> str:
        if not form.is_valid():
            raise BadInput("conclusion.empty")
        items = {each.pk: each for each in choices.items}
        note_conclusion(
            by=request.actor, conference=found, text=form.cleaned_data["text"],
            item=items.get(form.cleaned_data["item"]), links=form.links(),
        )  # fmt: skip
        return _("Đã ghi dự thảo kết luận.")

    return acted(request, work, reverse("conferences:conclusions", args=[found.code]))


@require_POST
def final(request: Asked, code: str) -> HttpResponse:
    """Make the ticked drafts final, in their order."""
    found = find_conference(code, seen_by=request.actor)
    chosen = [number(each) for each in request.POST.getlist("chon")]

    def work() -> str:
        made = len(finalize_conclusions(by=request.actor, conference=found, chosen=chosen))
        told = ngettext(
            "Đã ghi %(n)s kết luận chính thức.", "Đã ghi %(n)s kết luận chính thức.", made
        )
        return told % {"n": made}

    return acted(request, work, reverse("conferences:conclusions", args=[found.code]))


def conclusion(request: Asked, pk: int) -> HttpResponse:
    """One conclusion: its words, what it rests on, what has come of it; written on by its writers."""
    found = find_conclusion(pk, seen_by=request.actor)
    form = _form(request, found) if edits(found.conference, seen_by=request.actor) else None
    if request.method == "POST":
        if form is None:
            raise Refused("refused")
        if form.is_valid() and _written(request, found, form):
            return redirect("conferences:conclusion", pk)
    context = _shown(request, found.conference, found, form)
    status = 400 if form is not None and form.errors else 200
    return render(request, "conferences/conclusion.html", context, status=status)


def _form(request: Asked, found: Conclusion) -> DraftForm | RewordForm:
    """A draft is edited; a final one is worded anew over the wording that is shown."""
    bodies, posted = bodies_for(found.conference), request.POST or None
    if found.state != "final":
        choices = choices_of(found.conference)
        return DraftForm(posted, bodies=bodies, choices=choices, initial=dict(as_worded(found)))
    seen = max((each.number for each in found.wordings.all()), default=0)
    return RewordForm(posted, bodies=bodies, initial={**as_worded(found), "seen": seen})


def _written(request: Asked, found: Conclusion, form: DraftForm | RewordForm) -> bool:
    """Whether what was typed is in the books; else why not is told on the form."""
    try:
        if found.state == "final":
            reword_conclusion(by=request.actor, conclusion=found, **form.told())
            told = _("Đã ghi lời mới; lời cũ được giữ lại.")
        else:
            edit_conclusion(by=request.actor, conclusion=found, **form.told())
            told = _("Đã ghi dự thảo.")
    except BadInput as fault:
        form.add_error(None, message(fault, page_lang()))
        return False
    messages.success(request, told)
    return True


def _shown(
    request: Asked, of: Conference, found: Conclusion, form: DraftForm | RewordForm | None
) -> dict[str, Any]:
    tied = TiedForm(choices=choices_of(of), initial=dict(as_worded(found))) if form else None
    return framed(
        request, of, found=found, form=form, tied=tied,
        sees_tasks=request.actor.may(Permission.TASK_VIEW),
        rests=rests_of(found, seen_by=request.actor),
        wordings=found.wordings.select_related("body").order_by("-number"),
        sentence=sentence_url(found.document, found.quote) if found.document else "",
    )  # fmt: skip


@require_POST
def links(request: Asked, pk: int) -> HttpResponse:
    """Tie a conclusion to what it rests on."""
    found = find_conclusion(pk, seen_by=request.actor)
    form = TiedForm(request.POST, choices=choices_of(found.conference))

    def work() -> str:
        if not form.is_valid():
            raise BadInput("conclusion.link")
        link_conclusion(by=request.actor, conclusion=found, links=form.links())
        return _("Đã ghi những gì kết luận dựa vào.")

    return acted(request, work, reverse("conferences:conclusion", args=[pk]))


@require_POST
def place(request: Asked, pk: int) -> HttpResponse:
    """Move a draft up or down, set it aside or take it up again."""
    found = find_conclusion(pk, seen_by=request.actor)
    verb = request.POST.get("lam", "")

    def work() -> str:
        if verb in {"len", "xuong"}:
            move_conclusion(by=request.actor, conclusion=found, step=-1 if verb == "len" else 1)
            return _("Đã đổi thứ tự.")
        drop_conclusion(by=request.actor, conclusion=found, dropped=verb != "lay-lai")
        return _("Đã lấy lại dự thảo.") if verb == "lay-lai" else _("Đã bỏ dự thảo; vẫn còn giữ.")

    return acted(request, work, reverse("conferences:conclusions", args=[found.conference.code]))


def resting(request: Asked, kind: str, key: int) -> HttpResponse:
    """The fragment pages below embed: the conclusions that rest on a target or a finding."""
    found = resting_on(kind, key, seen_by=request.actor)
    whole = not request.headers.get("HX-Request")
    template = "conferences/resting_page.html" if whole else "conferences/resting.html"
    return render(request, template, {"found": found})
