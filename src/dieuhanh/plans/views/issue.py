"""Issuing: what stands in the way, what it changes, by which paper and from which day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.bodies.queries import Atlas
from dieuhanh.documents.queries import documents
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.issuing import issue
from ..forms import IssueForm
from ..queries.diffs import changes_of_draft
from ..queries.drafts import lines, whole_draft
from ..queries.readiness import obstacles, standing


def issue_page(request: Asked, draft: str) -> HttpResponse:
    """Issue the draft, whole or not at all."""
    found = whole_draft(draft, seen_by=request.actor)
    request.actor.require(Permission.PLAN_ISSUE, at=found.base.plan.area_id)
    papers = documents(seen_by=request.actor).order_by("-issued_on", "code")
    form = IssueForm(request.POST or None, documents=papers)
    if request.method == "POST" and form.is_valid():
        try:
            version = issue(by=request.actor, draft=found, **form.cleaned_data)
        except BadInputs:
            form.add_error(None, _("Chưa ban hành: còn những chỗ phải sửa."))
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            told = _("Đã ban hành “%(plan)s”, phiên bản %(number)s.")
            messages.success(request, told % {"plan": version.plan.name, "number": version.number})
            return redirect("plans:versions", plan=version.plan.code)
    held = lines(found, seen_by=request.actor)
    left = [(each.line, told_plainly(each.fault)) for each in obstacles(found, held, Atlas())]
    changes = changes_of_draft(found, page_lang()) if found.purpose == "adjustment" else []
    context = {
        "draft": found, "form": form, "left": left, "count": len(standing(held)),
        "changes": [each for each in changes if each.kind != "same"],
    }  # fmt: skip
    return render(request, "plans/issue.html", context)


def told_plainly(fault: BadInput) -> str:
    """A fault without rows and columns: the line is linked beside it; whose part it is stays."""
    whose = f"{fault.place.sheet}: " if fault.place.sheet else ""
    return whose + message(BadInput(fault.code, **fault.values), page_lang())
