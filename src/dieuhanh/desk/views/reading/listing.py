"""Papers that were read, handing in another, and entering one in the register."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.documents.actions.readings import Head, enter_reading
from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries import document
from dieuhanh.documents.queries.readings import counted_readings, reading
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.paper.reading.files import SUFFIXES
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import LARGEST, dropped

from ...actions.reading import read_paper
from ...forms.reading import HeadIn, PaperIn
from .page import shown

MOST = 200


def readings(request: Asked) -> HttpResponse:
    """What was read so far; posted, another paper."""
    request.actor.require(Permission.DOCUMENT_EDIT)
    form = PaperIn(
        request.POST or None, request.FILES or None, actor=request.actor, today=request.today
    )
    if size := dropped(request):
        form.add_error("file", too_large(size))
    elif request.method == "POST" and form.is_valid():
        made = _read(request, form)
        if made is not None:
            return redirect("desk:reading", made.pk)
    context = {
        "form": form, "readings": counted_readings(seen_by=request.actor)[:MOST],
        "suffixes": ",".join(SUFFIXES), "may_teach": request.actor.may(Permission.PLAN_EDIT),
    }  # fmt: skip
    return render(request, "desk/readings.html", context, status=422 if form.errors else 200)


def too_large(size: int) -> str:
    """Why a file of so many bytes was dropped."""
    limit = f"{LARGEST // (1024 * 1024)} MB"
    told = BadInput("paper.too_large", size=f"{-(-size // (1024 * 1024))} MB", limit=limit)
    return message(told, page_lang())


def _read(request: Asked, form: PaperIn) -> PaperReading | None:
    """Read and kept; None where it was refused, which the form then tells."""
    given = form.cleaned_data
    upload = given["file"]
    name, content = (upload.name, upload.read()) if upload else ("", given["text"].encode())
    paper = document(given["document"], seen_by=request.actor) if given["document"] else None
    try:
        return read_paper(
            by=request.actor,
            name=name,
            content=content,
            area=form.area_chosen,
            document=paper,
            today=request.today,
        )
    except BadInput as fault:
        form.add_error("file" if upload else "text", message(fault, page_lang()))
        return None


@require_POST
def enter(request: Asked, pk: int) -> HttpResponse:
    """Enter the paper in the register, or say anew whose statements its figures are."""
    of = reading(pk, seen_by=request.actor)
    form = HeadIn(request.POST, registered=not of.document.internal, auto_id="vb-%s")
    if form.is_valid():
        try:
            enter_reading(
                by=request.actor, reading=of, head=_head(form, of), source=form.body("source"),
                period=form.cleaned_data["period"],
            )  # fmt: skip
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(
                request, _("Đã ghi; số liệu và nhiệm vụ nhận từ đây dẫn tới văn bản này.")
            )
            return redirect("desk:reading", of.pk)
    return shown(request, of, head=form, status=422)


def _head(form: HeadIn, of: PaperReading) -> Head:
    given = form.cleaned_data
    if not of.document.internal:
        held = of.document
        return Head(held.number, held.type, held.title, held.issued_on or of.read_at.date())
    return Head(
        given["number"], given["kind"], given["title"], given["issued_on"], form.body("issuer"),
        given["issuer_name"],
    )  # fmt: skip
