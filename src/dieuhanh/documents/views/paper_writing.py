"""Writing a draft on the page, its versions and what changed between them, its files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, BadInputs, Missing
from dieuhanh.domain.text_changes import changes
from dieuhanh.domain.wording import message
from dieuhanh.paper.writing.editing import places
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.drafting import edit_paper, restore_version, set_signing, set_symbol
from ..actions.held import require
from ..models import PaperVersion
from ..queries import papers as queries
from ..queries.sheet import table_block
from .frame import framed


def edit(request: Asked, pk: int) -> HttpResponse:
    """The paper place by place as plain text; tables are only shown. Whatever is wrong is told
    beside what was typed, which stays."""
    found = queries.paper(pk, seen_by=request.actor)
    require(request.actor, Permission.PAPER_EDIT, found)
    base, fault = found.version, ""
    typed: dict[str, str] = {}
    if request.method == "POST":
        base, seen = _number(request, "base"), _number(request, "seen")
        typed = {key[2:]: str(text) for key, text in request.POST.items() if key[:2] == "o-"}
        try:
            made = edit_paper(by=request.actor, paper=found, typed=typed, seen=seen, base=base)
        except (BadInput, BadInputs) as wrong:
            fault = _told(wrong)
        else:
            told = _("Đã lưu bản %(number)s; các bản trước được giữ lại.")
            messages.success(request, told % {"number": made.number})
            return redirect("documents:paper", pk)
    version = queries.version_of(found, base)
    context = framed(
        request, found, version=version, fault=fault,
        newer=found.version if found.version != base else 0,
        places=[_place(each, typed) for each in places(queries.content_of(version))],
    )  # fmt: skip
    return render(request, "documents/papers/edit.html", context, status=400 if fault else 200)


def _place(each: Any, typed: dict[str, str]) -> dict[str, Any]:
    text = typed.get(each.key, each.text)
    rows = max(1, sum(1 + len(line) // 90 for line in text.split("\n")))
    block = table_block(each.table) if each.table else None
    return {"at": each, "text": text, "rows": min(rows, 24), "block": block}


def _told(wrong: BadInput | BadInputs) -> str:
    if isinstance(wrong, BadInputs):
        return " ".join(message(each, page_lang()) for each in wrong.faults)
    return message(wrong, page_lang())


def versions(request: Asked, pk: int) -> HttpResponse:
    """Every version, and what one of them changed from another."""
    found = queries.paper(pk, seen_by=request.actor)
    if not queries.makes(found, seen_by=request.actor):
        raise Missing("paper.missing")
    listed = queries.versions_of(found)
    shown = _asked(request, "ban", listed) or listed[0]
    before = _asked(request, "voi", listed) or _before(shown, listed)
    changed = changes(before.text, shown.text) if before else []
    context = framed(request, found, versions=listed, shown=shown, before=before,
                     changed=[p for p in changed if any(run.kind != "same" for run in p)],
                     kept=sum(all(run.kind == "same" for run in p) for p in changed))  # fmt: skip
    return render(request, "documents/papers/versions.html", context)


def _asked(request: Asked, name: str, listed: list[PaperVersion]) -> PaperVersion | None:
    told = request.GET.get(name, "")
    return next((each for each in listed if str(each.number) == told), None)


def _before(shown: PaperVersion, listed: list[PaperVersion]) -> PaperVersion | None:
    return next((each for each in listed if each.number == shown.number - 1), None)


@require_POST
def restore(request: Asked, pk: int) -> HttpResponse:
    """Make an older version the next one."""
    found = queries.paper(pk, seen_by=request.actor)
    try:
        made = restore_version(
            by=request.actor, paper=found, number=_number(request, "number"),
            seen=_number(request, "seen"),
        )  # fmt: skip
    except BadInput as wrong:
        messages.error(request, message(wrong, page_lang()))
        return redirect("documents:paper-versions", pk)
    told = _("Đã lấy lại thành bản %(number)s.") % {"number": made.number}
    messages.success(request, told)
    return redirect("documents:paper", pk)


@require_POST
def symbol(request: Asked, pk: int) -> HttpResponse:
    """Change what stands after the number."""
    found = queries.paper(pk, seen_by=request.actor)
    told = request.POST.get("symbol", "")
    try:
        set_symbol(by=request.actor, paper=found, symbol=told, seen=_number(request, "seen"))
    except BadInput as wrong:
        messages.error(request, message(wrong, page_lang()))
    else:
        messages.success(request, _("Đã đổi ký hiệu."))
    return redirect("documents:paper", pk)


@require_POST
def signing(request: Asked, pk: int) -> HttpResponse:
    """Change in which capacity it is signed."""
    found = queries.paper(pk, seen_by=request.actor)
    told = request.POST.get("signing", "")[:40]
    try:
        set_signing(by=request.actor, paper=found, signing=told, seen=_number(request, "seen"))
    except (BadInput, BadInputs) as wrong:
        messages.error(request, _told(wrong))
    else:
        messages.success(request, _("Đã đổi người ký."))
    return redirect("documents:paper", pk)


def _number(request: Asked, name: str) -> int:
    told = request.POST.get(name, "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else 0


__all__ = ["edit", "restore", "signing", "symbol", "versions"]
