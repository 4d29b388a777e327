"""The line of a live page: server-sent events, and what happened since a number."""

from __future__ import annotations

from django.http import HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from dieuhanh.ui.asked import Asked

from ..jobs.watch import listen
from ..queries import conference, user_id
from ..queries.events import told_after
from ..queries.live import seat_of
from ..queries.reading import room_of

MOST = 500
WATCHES_ONLY = "xem"


@require_GET
def stream(request: Asked, code: str) -> HttpResponseBase:
    """Events after `after`, or after the browser's Last-Event-ID where that is later; then each
    as it happens. The door is asked here, at a desk; the line itself holds no desk."""
    found = conference(code, seen_by=request.actor)
    now = room_of(found).number
    asked = request.GET.get("diem-cau", "")
    seat = None if asked == WATCHES_ONLY else seat_of(found, asked, seen_by=request.actor)
    after = max(
        _number(request.GET.get("after", "")), _number(request.headers.get("Last-Event-ID", ""))
    )
    parts = listen(
        conference=found.pk, number=now, after=after,
        missed=told_after(found.pk, after, MOST) if after < now else [],
        site=seat.site.pk if seat else None,
        session=request.session.session_key or "", user=user_id(request.actor) or 0,
    )  # fmt: skip
    answer = StreamingHttpResponse(parts, content_type="text/event-stream; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


@require_GET
def since(request: Asked, code: str) -> JsonResponse:
    """What happened after a number, for a page that sees a gap; `more`: ask on at once."""
    found = conference(code, seen_by=request.actor)
    now = room_of(found).number
    events = told_after(found.pk, _number(request.GET.get("after", "")), MOST)
    more = bool(events) and events[-1]["number"] < now
    answer = JsonResponse({"events": events, "number": now, "more": more})
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
