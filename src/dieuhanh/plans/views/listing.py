"""Plans and drafts at one glance; beginning a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.periods import Period
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.drafts import PURPOSES, open_draft, set_aside
from ..forms import NewDraftForm
from ..models import Plan, PlanVersion
from ..queries import plan as find_plan
from ..queries import plans, versions
from ..queries.drafts import drafts, sees_whole, whole_draft


def plan_list(request: Asked) -> HttpResponse:
    """Every plan with its versions, and the drafts the reader sees."""
    listed = [
        {
            "plan": plan,
            "versions": versions(plan),
            "may_plan": request.actor.may(Permission.PLAN_EDIT, at=plan.area_id),
        }
        for plan in plans(seen_by=request.actor)
    ]
    seen = [
        {"draft": each, "whole": sees_whole(request.actor, each)}
        for each in drafts(seen_by=request.actor)
    ]
    context = {"listed": listed, "drafts": seen}
    return render(request, "plans/list.html", context)


def new_draft(request: Asked, plan: str, purpose: str) -> HttpResponse:
    """Begin the next plan from this one, or an adjustment of it."""
    if purpose not in PURPOSES:
        raise Missing("draft.missing")
    found = find_plan(plan, seen_by=request.actor)
    request.actor.require(Permission.PLAN_EDIT, at=found.area_id)
    base = max(versions(found), key=lambda version: version.number)
    form = NewDraftForm(request.POST or None, initial=_suggested(found, base, purpose))
    if request.method == "POST" and form.is_valid():
        try:
            draft = open_draft(by=request.actor, base=base, purpose=purpose, **form.cleaned_data)
        except BadInput as fault:
            form.add_error("code", message(fault, page_lang()))
        else:
            messages.success(request, _("Đã mở dự thảo “%(name)s”.") % {"name": draft.name})
            return redirect("plans:draft", draft=draft.code)
    context = {"form": form, "base": base, "plan": found, "purpose": purpose}
    return render(request, "plans/new.html", context)


def _suggested(plan: Plan, base: PlanVersion, purpose: str) -> dict[str, str]:
    """The same names with the next year's number; of an adjustment with the next version's."""
    if purpose == "adjustment":
        number = base.number + 1
        return {
            "name": f"{plan.name}: điều chỉnh lần {base.number}",
            "code": f"{plan.code}-v{number}",
        }
    period = Period.parse(plan.period)
    this, following = str(period.start.year), str(period.shifted(period.months).start.year)
    texts = {"name": plan.name, "name_en": plan.name_en, "code": plan.code}
    return {name: text.replace(this, following) for name, text in texts.items()}


@require_POST
def put_aside(request: Asked, draft: str) -> HttpResponse:
    """Put a draft away."""
    found = whole_draft(draft, seen_by=request.actor)
    set_aside(by=request.actor, draft=found)
    messages.success(request, _("Đã cất dự thảo; những gì đã nhập vẫn còn trong đó."))
    return redirect("plans:list")
