"""Lấy ý kiến on a paper: asking, answering, replying, and the table of it all."""

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
from dieuhanh.domain.wording.opinions import answered_text
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.formats import day
from dieuhanh.ui.language import page_lang

from ..actions.asking import ask_paper_opinions, give_paper_opinion, reply_paper_opinion
from ..actions.held import require
from ..forms.papers import AskPaperForm
from ..queries import papers as queries
from ..queries.opinions import Asked as Question
from ..queries.opinions import asked_about, request_of, with_answers
from ..queries.places import askable
from .frame import framed


def table(request: Asked, pk: int) -> HttpResponse:
    """What was asked of whom, answered, taken up or explained."""
    found = queries.paper(pk, seen_by=request.actor)
    asked = asked_about(found, seen_by=request.actor, today=request.today)
    return render(request, "documents/papers/opinions.html", framed(request, found, rows=asked))


def export(request: Asked, pk: int, ext: str) -> HttpResponse:
    """The same table as a file."""
    found = queries.paper(pk, seen_by=request.actor)
    asked = asked_about(found, seen_by=request.actor, today=request.today)
    columns = [
        ("body", _("Cơ quan")), ("version", _("Bản")), ("due", _("Hạn góp ý")),
        ("state", _("Tình trạng")), ("opinion", _("Ý kiến")), ("reply", _("Tiếp thu, giải trình")),
    ]  # fmt: skip
    name = f"van-ban-{found.pk}-y-kien"
    made = Table(name, _("Tổng hợp ý kiến góp ý"), columns, [_row(e) for e in asked], [found.title])
    response = HttpResponse(write_table(made, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="{name}.{ext}"'
    return response


def _row(each: Question) -> dict[str, str]:
    opinion, replied = each.opinion, each.reply
    agreed = _("Thống nhất") if opinion and opinion.agrees else ""
    return {
        "body": each.request.body.name, "version": str(each.request.version),
        "due": day(each.request.due_on), "state": answered_text(each.state, page_lang()),
        "opinion": opinion.text or agreed if opinion else "",
        "reply": replied.text if replied else "",
    }  # fmt: skip


def ask(request: Asked, pk: int) -> HttpResponse:
    """Choose who is asked about the standing version, and by when."""
    found = queries.paper(pk, seen_by=request.actor)
    require(request.actor, Permission.PAPER_EDIT, found)
    form = AskPaperForm(request.POST or None, bodies=askable(found, request.today))
    if request.method == "POST" and form.is_valid():
        try:
            many = ask_paper_opinions(
                by=request.actor, paper=found, today=request.today, **form.told()
            )
        except BadInput as wrong:
            form.add_error(None, message(wrong, page_lang()))
        else:
            told = ngettext("Đã hỏi %(n)s cơ quan.", "Đã hỏi %(n)s cơ quan.", many)
            messages.success(request, told % {"n": many})
            return redirect("documents:paper-opinions", pk)
    context = framed(request, found, form=form)
    return render(request, "documents/papers/ask.html", context, status=400 if form.errors else 200)


def opinion(request: Asked, pk: int, asked: int) -> HttpResponse:
    """One question: the answer, the reply; to answer it in the body's name."""
    found = queries.paper(pk, seen_by=request.actor)
    held = request_of(found, asked, seen_by=request.actor)
    if request.method == "POST":
        agrees, text = request.POST.get("agrees") == "yes", request.POST.get("text", "")
        try:
            give_paper_opinion(by=request.actor, request=held, agrees=agrees, text=text)
        except BadInput as wrong:
            messages.error(request, message(wrong, page_lang()))
        else:
            messages.success(request, _("Đã gửi ý kiến."))
        return redirect("documents:paper-opinion", pk, asked)
    [told] = with_answers([held], request.today)
    context = framed(
        request, found, asked=told,
        may_answer=found.state == "asked"
        and request.actor.may(Permission.SITE_KEEP, body=held.body_id),
    )  # fmt: skip
    return render(request, "documents/papers/opinion.html", context)


@require_POST
def reply(request: Asked, pk: int, asked: int) -> HttpResponse:
    """Take an opinion up, or explain why not."""
    found = queries.paper(pk, seen_by=request.actor)
    held = request_of(found, asked, seen_by=request.actor)
    [told] = with_answers([held], request.today)
    if told.opinion is None:
        raise Missing("paper.missing")
    told.opinion.request = held
    accepted, text = request.POST.get("accepted") == "yes", request.POST.get("text", "")
    try:
        reply_paper_opinion(by=request.actor, opinion=told.opinion, accepted=accepted, text=text)
    except BadInput as wrong:
        messages.error(request, message(wrong, page_lang()))
    else:
        messages.success(request, _("Đã ghi cách xử lý ý kiến."))
    return redirect("documents:paper-opinion", pk, asked)


__all__ = ["ask", "export", "opinion", "reply", "table"]
