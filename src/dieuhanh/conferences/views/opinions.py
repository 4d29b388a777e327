"""Lấy ý kiến on a draft: asking, answering, replying, and the table of it all."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dieuhanh.documents.forms.papers import AskPaperForm
from dieuhanh.documents.queries import stored_file
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.opinions import answered_text
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.formats import day
from dieuhanh.ui.language import page_lang

from ..actions.opinions import ask_opinions, give_opinion, reply_opinion
from ..queries import conference as find_conference
from ..queries.agenda import paper_of
from ..queries.opinions import Asked as Question
from ..queries.opinions import asked_in, asked_of_me, opinion_of, request_of, with_answers
from ..queries.seats import askable
from .frame import framed

PER_PAGE = 50


def table(request: Asked, code: str) -> HttpResponse:
    """What was asked of whom, answered, taken up or explained."""
    found = find_conference(code, seen_by=request.actor)
    asked = asked_in(found, seen_by=request.actor, today=request.today)
    return render(request, "conferences/opinions.html", framed(request, found, asked=asked))


def export(request: Asked, code: str, ext: str) -> HttpResponse:
    """The same table as a file."""
    found = find_conference(code, seen_by=request.actor)
    asked = asked_in(found, seen_by=request.actor, today=request.today)
    columns = [
        ("paper", _("Dự thảo")), ("body", _("Cơ quan")), ("due", _("Hạn góp ý")),
        ("state", _("Tình trạng")), ("opinion", _("Ý kiến")), ("reply", _("Tiếp thu, giải trình")),
    ]  # fmt: skip
    name = _("Tổng hợp ý kiến góp ý")
    made = Table(
        f"{found.code}-y-kien", name, columns, [_row(each) for each in asked], [found.name]
    )
    response = HttpResponse(write_table(made, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="{found.code}-y-kien.{ext}"'
    return response


def ask(request: Asked, code: str, pk: int) -> HttpResponse:
    """Choose who is asked about a draft, and by when."""
    paper = paper_of(code, pk, seen_by=request.actor)
    found = paper.item.conference
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    form = AskPaperForm(request.POST or None, bodies=askable(found))
    if request.method == "POST" and form.is_valid():
        try:
            many = ask_opinions(
                by=request.actor, paper=paper, today=request.today, **form.told()
            )  # fmt: skip
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            told = ngettext("Đã hỏi %(n)s cơ quan.", "Đã hỏi %(n)s cơ quan.", many)
            messages.success(request, told % {"n": many})
            return redirect("conferences:opinions", code)
    context = framed(request, found, paper=paper, form=form)
    status = 400 if form.errors else 200
    return render(request, "conferences/ask_opinions.html", context, status=status)


def mine(request: Asked) -> HttpResponse:
    """What is asked of the bodies the reader acts for."""
    pages = Paginator(asked_of_me(seen_by=request.actor), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "numbers": pages.get_elided_page_range(page.number),
        "asked": with_answers(list(page.object_list), request.today),
    }
    return render(request, "conferences/asked.html", context)


def one(request: Asked, pk: int) -> HttpResponse:
    """One question: the draft, the answer, the reply; to answer it in the body's name."""
    found = request_of(pk, seen_by=request.actor)
    host = found.paper.item.conference.host_id
    if request.method == "POST":
        try:
            give_opinion(
                by=request.actor, request=found, agrees=request.POST.get("agrees") == "yes",
                text=request.POST.get("text", ""),
            )  # fmt: skip
        except BadInput as fault:
            messages.error(request, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã gửi ý kiến."))
        return redirect("conferences:opinion", pk)
    [asked] = with_answers([found], request.today)
    context = {
        "asked": asked, "typed": "",
        "may_answer": request.actor.may(Permission.SITE_KEEP, body=found.body_id),
        "may_reply": request.actor.may(Permission.CONFERENCE_EDIT, body=host),
    }  # fmt: skip
    return render(request, "conferences/opinion.html", context)


def draft_file(request: Asked, pk: int) -> FileResponse:
    """The draft itself, for whoever is asked about it."""
    document = request_of(pk, seen_by=request.actor).paper.document
    if not document.sha256:
        raise Missing("conference.missing")
    content = stored_file(document).open("rb")
    kind = document.media_type or "application/octet-stream"
    name = document.file_name or document.code
    return FileResponse(content, as_attachment=True, filename=name, content_type=kind)


@require_POST
def reply(request: Asked, pk: int) -> HttpResponse:
    """Take an opinion up, or explain why not."""
    found = opinion_of(pk, seen_by=request.actor)
    try:
        reply_opinion(
            by=request.actor, opinion=found, accepted=request.POST.get("accepted") == "yes",
            text=request.POST.get("text", ""),
        )  # fmt: skip
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    return redirect("conferences:opinion", found.request_id)


def _row(each: Question) -> dict[str, str]:
    opinion, replied = each.opinion, each.reply
    words = ""
    if opinion is not None:
        words = opinion.text or (_("Thống nhất") if opinion.agrees else "")
    return {
        "paper": str(each.request.paper), "body": each.request.body.name,
        "due": day(each.request.due_on), "state": answered_text(each.state, page_lang()), "opinion": words,
        "reply": replied.text if replied else "",
    }  # fmt: skip
