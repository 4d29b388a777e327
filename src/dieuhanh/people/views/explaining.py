"""The page that explains any yes and any no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.wording.permissions import permission_text
from dieuhanh.ui.language import page_lang

from ..forms import ExplainForm
from ..queries.explaining import Ground, Question, explain
from ..queries.people import user
from ..queries.places import area_of, body_of
from ..roles import ROLES

if TYPE_CHECKING:
    from django.http import HttpResponse

    from dieuhanh.ui.asked import Asked


def explaining(request: Asked) -> HttpResponse:
    """Choose a person, a permission, a place and a day; read the answer with its chain."""
    request.actor.require(Permission.RIGHTS_EXPLAIN)
    asked = request.GET if "person" in request.GET else None
    start = {"on": request.today}
    form = ExplainForm(asked, by=request.actor, today=request.today, initial=start)
    context: dict[str, object] = {"form": form}
    if asked and form.is_valid():
        told = form.cleaned_data
        question = Question(
            Permission(told["permission"]), told["on"], area_of(told["area"]),
            told["field"].strip().lower(), body_of(told["body"]),
        )  # fmt: skip
        found = explain(user(int(told["person"]), seen_by=request.actor), question)
        context |= {
            "found": found,
            "asked_for": permission_text(question.permission, page_lang()),
            "grounds": [_told(ground) for ground in found.grounds],
            "by_delegation": [_told(ground) for ground in found.by_delegation],
        }
    return render(request, "people/explain.html", context)


def _told(ground: Ground) -> dict[str, object]:
    """A ground as the page shows it; a post with its role's name."""
    role = ROLES[ground.post.role] if ground.post else None
    return {
        "ground": ground,
        "role": role.name if role else "",
        "role_en": role.name_en if role else "",
    }
