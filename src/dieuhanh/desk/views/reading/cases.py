"""What people taught by correcting: cases for the reader, wordings for the match."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from dieuhanh.documents.queries.readings import corrected_cases
from dieuhanh.domain.actors import Permission
from dieuhanh.plans.actions.synonyms import forget_wording
from dieuhanh.plans.queries.synonyms import wordings as wordings_of
from dieuhanh.ui.asked import Asked


@require_GET
def cases(request: Asked) -> HttpResponse:
    """Every corrected or rejected record as JSON: words, as read, as decided."""
    request.actor.require(Permission.DOCUMENT_EDIT)
    told = {"cases": corrected_cases(seen_by=request.actor)}
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response.headers["Content-Disposition"] = 'attachment; filename="ca-da-sua.json"'
    return response


def wordings(request: Asked) -> HttpResponse:
    """The wordings learned, each with the sentence it comes from."""
    request.actor.require(Permission.PLAN_EDIT)
    context = {"wordings": wordings_of(seen_by=request.actor)}
    return render(request, "desk/wordings.html", context)


@require_POST
def forget(request: Asked, pk: int) -> HttpResponse:
    """Put one away."""
    forget_wording(by=request.actor, synonym=pk)
    messages.success(request, _("Đã bỏ cách gọi; từ nay không dùng nó để khớp nữa."))
    return redirect("desk:wordings")
