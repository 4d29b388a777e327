"""What the screen of the meeting shows, as a fragment every page of the room embeds."""

from __future__ import annotations

from django.core.cache import caches
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries import conference
from ..queries.reading import room_of
from ..queries.screen import KEPT_SECONDS, shown


@require_GET
def screen(request: Asked, code: str) -> HttpResponse:
    """The same for everybody in the room, so made once a minute, process and language."""
    found = conference(code, seen_by=request.actor)
    told = room_of(found).screen
    key = f"screen:{found.pk}:{told.get('number', 0)}:{request.today}:{page_lang()}"
    page = caches["process"].get(key)
    if page is None:
        context = {"conference": found, **shown(found, told, on=request.today)}
        page = render_to_string("conferences/_screen.html", context)
        caches["process"].set(key, page, KEPT_SECONDS)
    answer = HttpResponse(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer
