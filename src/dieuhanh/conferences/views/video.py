"""The page that holds a conference's video, the only one with a foreign frame."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.domain.errors import Missing
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.policy import framing

from ..queries import conference as find_conference
from ..queries.media import MEDIA
from .frame import framed


def page(request: Asked, code: str) -> HttpResponse:
    """The video within our page; there is no such page where it is only a link."""
    found = find_conference(code, seen_by=request.actor)
    room = MEDIA.room_for(found, seen_by=request.actor)
    if room is None or not room.origin:
        raise Missing("conference.missing")
    answer = render(request, "conferences/video.html", framed(request, found, room=room))
    for name, value in framing(room.origin).items():
        answer.headers[name] = value
    return answer
