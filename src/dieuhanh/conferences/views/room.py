"""A site's live page, the page for the hall's projector, and what a site does in the meeting."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from dieuhanh.ui.asked import Asked

from ..actions.floor import ask_floor, withdraw
from ..actions.noting import count_heads
from ..models import Conference, SpeakRequest
from ..queries import conference, runs
from ..queries.floor import queue_of
from ..queries.live import (
    Seat,
    own_seat,
    presence_of,
    seat_of,
    seats_of,
    sites_in,
    tree_of,
    voice_of,
    voices_at,
)
from ..queries.reading import room_of
from .acting import acted, number
from .frame import framed

MOST_VOICES = 200


def room(request: Asked, code: str) -> HttpResponse:
    """The live page: item, screen, who speaks, the queue; and of one's own site what it may do."""
    found = conference(code, seen_by=request.actor)
    asked = request.GET.get("diem-cau", "")
    seat = seat_of(found, asked, seen_by=request.actor)
    context = framed(
        request, found, seat=seat, seats=seats_of(found, seen_by=request.actor),
        voices=voices_at(seat.site)[:MOST_VOICES] if seat and seat.keeps else [],
        **standing(found, seat),
    )  # fmt: skip
    return render(request, "conferences/room.html", context)


def projector(request: Asked, code: str) -> HttpResponse:
    """The same without anything to press, for a screen in the hall."""
    found = conference(code, seen_by=request.actor)
    seat = seat_of(found, request.GET.get("diem-cau", ""), seen_by=request.actor)
    context = {"conference": found, "seat": seat, **standing(found, seat)}
    return render(request, "conferences/projector.html", context)


@require_POST
def ask(request: Asked, code: str) -> HttpResponse:
    """Ask for the floor."""
    found, seat = _seated(request, code)
    chosen = request.POST.get("dai-bieu", "")
    site, delegate = seat.site, None if seat.keeps else seat.delegate
    if chosen and seat.keeps:
        site, delegate = voice_of(found, "d", number(chosen))

    def work() -> str:
        ask_floor(
            by=request.actor, conference=found, site=site, delegate=delegate,
            about=request.POST.get("noi-dung", ""),
        )  # fmt: skip
        return _("Đã đăng ký phát biểu.")

    return acted(request, work, _back(found, seat))


@require_POST
def withdraw_own(request: Asked, code: str) -> HttpResponse:
    """Take back one's request; a chair may take back anybody's."""
    found = conference(code, seen_by=request.actor)
    back = "console" if runs(found, seen_by=request.actor) else "room"

    def work() -> str:
        withdraw(by=request.actor, conference=found, request=number(request.POST.get("luot")))
        return _("Đã rút đăng ký phát biểu.")

    return acted(request, work, reverse(f"conferences:{back}", args=[found.code]))


@require_POST
def heads(request: Asked, code: str) -> HttpResponse:
    """Say how many people sit at one's site."""
    found, seat = _seated(request, code)
    told = number(request.POST.get("so-nguoi"))

    def work() -> str:
        count_heads(by=request.actor, conference=found, site=seat.site, heads=told)
        return _("Đã ghi số người tại điểm cầu.")

    return acted(request, work, _back(found, seat))


@require_GET
def tree(request: Asked, code: str) -> HttpResponse:
    """The tree of sites with who is connected, as a fragment."""
    found = conference(code, seen_by=request.actor)
    present = presence_of(found.pk, at=timezone.now())
    context = {"conference": found, "tree": tree_of(found, present.pages)}
    return render(request, "conferences/_tree.html", context)


def standing(of: Conference, seat: Seat | None) -> dict[str, Any]:
    """Where the meeting stands, for any of its live pages. Seven queries, whatever its size."""
    held = room_of(of)
    present = presence_of(of.pk, at=timezone.now())
    speaking, waiting = queue_of(of)
    return {
        "room": held,
        "speaking": speaking,
        "waiting": [(each, _is_own(each, seat)) for each in waiting],
        "sites": sites_in(of),
        "connected": len(present.pages),
        "people": present.people,
        "now": timezone.now(),
    }


def _is_own(request: SpeakRequest, seat: Seat | None) -> bool:
    if seat is None:
        return False
    by_site = seat.keeps and request.site_id == seat.site.pk
    return by_site or (seat.delegate is not None and request.delegate_id == seat.delegate.pk)


def _seated(request: Asked, code: str) -> tuple[Conference, Seat]:
    """The conference and the seat acted from. Raises Missing where the actor has none."""
    found = conference(code, seen_by=request.actor)
    asked = request.POST.get("diem-cau", "")
    return found, own_seat(found, asked, seen_by=request.actor)


def _back(of: Conference, seat: Seat) -> str:
    return f"{reverse('conferences:room', args=[of.code])}?diem-cau={seat.site.pk}"
