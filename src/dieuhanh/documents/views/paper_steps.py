"""The steps of a paper's life, taken on its page; its number, its signed copy, its correction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.papers import Mending, next_number, number_text
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.signatures import copy_texts
from dieuhanh.paper.writing.rules import document_type
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.formats import day
from dieuhanh.ui.kept_files import kept_file
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import LARGEST, dropped

from ..actions.deciding import approve_paper, return_paper, submit_paper
from ..actions.drafting import begin_paper, drop_paper, unissued
from ..actions.held import require
from ..actions.issuing import Numbering, issue_paper, keep_signed
from ..forms.papers import IssueForm, MendForm, SignedForm
from ..models import Document, Paper
from ..queries import papers as queries
from ..queries import stored_file
from ..queries.copies import Copy, copy_of
from ..queries.numbers import taken
from ..queries.signatures import signatures_in
from ..queries.sources import taken_of
from .frame import framed
from .signatures import told_page


@require_POST
def step(request: Asked, pk: int) -> HttpResponse:
    """Submit, approve, return or drop, as the button says."""
    found = queries.paper(pk, seen_by=request.actor)
    work = STEPS.get(request.POST.get("lam", ""))
    if work is None:
        raise Missing("paper.missing")
    try:
        messages.success(request, work(request, found))
    except BadInput as wrong:
        messages.error(request, message(wrong, page_lang()))
    return redirect("documents:paper", pk)


def _submit(request: Asked, paper: Paper) -> str:
    submit_paper(by=request.actor, paper=paper, seen=_seen(request), today=request.today,
                 words=request.POST.get("words", ""))  # fmt: skip
    return _("Đã trình; từ giờ văn bản không sửa được nếu chưa trả lại.")


def _approve(request: Asked, paper: Paper) -> str:
    approve_paper(by=request.actor, paper=paper, seen=_seen(request), today=request.today,
                  words=request.POST.get("words", ""))  # fmt: skip
    return _("Đã duyệt. Văn thư cấp số và ban hành.")


def _return(request: Asked, paper: Paper) -> str:
    words = request.POST.get("words", "")
    return_paper(by=request.actor, paper=paper, words=words, today=request.today)
    return _("Đã trả lại để sửa.")


def _drop(request: Asked, paper: Paper) -> str:
    words = request.POST.get("words", "")
    drop_paper(by=request.actor, paper=paper, words=words, today=request.today)
    return _("Đã bỏ dự thảo; các bản vẫn đọc được.")


STEPS: dict[str, Callable[[Asked, Paper], str]] = {
    "trinh": _submit, "duyet": _approve, "tra-lai": _return, "bo": _drop,
}  # fmt: skip


def issue(request: Asked, pk: int) -> HttpResponse:
    """Give the number and the day. What is odd about a number is told before it is taken."""
    found = queries.paper(pk, seen_by=request.actor)
    require(request.actor, Permission.PAPER_ISSUE, found)
    numbered = document_type(found.kind).numbered
    form = IssueForm(request.POST or None, initial={"on": day(request.today)}, numbered=numbered)
    if request.method == "POST" and form.is_valid():
        try:
            as_ = Numbering(**form.cleaned_data)
            done = issue_paper(by=request.actor, paper=found, as_=as_, today=request.today)
        except BadInput as wrong:
            form.add_error(None, message(wrong, page_lang()))
        else:
            told = _("Đã ban hành văn bản số %(number)s.") % {
                "number": queries.printed(done) or "–"
            }
            messages.success(request, told)
            return redirect("documents:paper", pk)
    series = taken(found.issuer, found.kind, request.today.year) if numbered else []
    last = next((each for each in reversed(series)), None)
    context = framed(
        request, found, form=form, numbered=numbered, last=last,
        last_number=number_text(last.number, found.symbol) if last else "",
        proposed=number_text(next_number(series), found.symbol),
    )  # fmt: skip
    status = 400 if form.errors else 200
    return render(request, "documents/papers/issue.html", context, status=status)


def sign(request: Asked, pk: int) -> HttpResponse:
    """Hand in the signed copy that came back."""
    found = queries.paper(pk, seen_by=request.actor)
    require(request.actor, Permission.PAPER_ISSUE, found)
    form = SignedForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = keep_signed(by=request.actor, paper=found, file=file, today=request.today)
        except BadInput as wrong:
            form.add_error("file", message(wrong, page_lang()))
        else:
            _tell_kept(request, copy_of(kept))
            return redirect("documents:paper", pk)
    if size := dropped(request):
        form.errors.pop("file", None)
        large = BadInput("file.too_large", size=size, limit=LARGEST)
        form.add_error("file", message(large, page_lang()))
    context = framed(request, found, form=form)
    return render(
        request, "documents/papers/sign.html", context, status=400 if form.errors else 200
    )


def _tell_kept(request: Asked, copy: Copy) -> None:
    if copy.doubtful:
        told = " ".join(copy_texts(*copy, page_lang()))
        messages.warning(request, _("Đã giữ tệp, nhưng cần xem lại.") + " " + told)
    else:
        messages.success(request, _("Đã nhận bản đã ký."))


@require_GET
def signed_file(request: Asked, pk: int, signed: int) -> HttpResponseBase:
    """A signed copy, for whoever sees its paper."""
    document = _signed(request, pk, signed)
    return kept_file(stored_file(document), document.file_name, "application/pdf")


@require_GET
def signatures(request: Asked, pk: int, signed: int) -> HttpResponse:
    """The signatures of a signed copy, checked as they are looked at."""
    document = _signed(request, pk, signed)
    return told_page(request, signatures_in(document, on=request.today), document.title)


def _signed(request: Asked, pk: int, signed: int) -> Document:
    return queries.signed_copy(queries.paper(pk, seen_by=request.actor), signed)


@require_POST
def mend(request: Asked, pk: int) -> HttpResponse:
    """Begin the draft of a correction or a replacement from what the issued paper says."""
    found = queries.paper(pk, seen_by=request.actor)
    require(request.actor, Permission.PAPER_EDIT, found)
    form = MendForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Hãy chọn đính chính hay thay thế."))
        return redirect("documents:paper", pk)
    version = queries.version_of(found, found.version)
    content = unissued(queries.content_of(version))
    head = replace(content.letterhead, year=request.today.year)
    drafts = request.actor.may(Permission.PAPER_EDIT, body=found.drafter_id)
    try:
        made = begin_paper(
            by=request.actor, content=replace(content, letterhead=head), issuer=found.issuer,
            drafter=found.drafter if drafts else found.issuer, today=request.today,
            taken=taken_of(version)._replace(recipe=found.recipe),
            mends=(found, Mending(form.cleaned_data["how"])), simulated=found.simulated,
        )  # fmt: skip
    except BadInput as wrong:
        messages.error(request, message(wrong, page_lang()))
        return redirect("documents:paper", pk)
    messages.success(request, _("Đã lập dự thảo từ văn bản này; hãy sửa chỗ cần đính chính."))
    return redirect("documents:paper", made.pk)


def _seen(request: Asked) -> int:
    told = request.POST.get("seen", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else 0


__all__ = ["issue", "mend", "sign", "signatures", "signed_file", "step"]
