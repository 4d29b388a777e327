"""The chair's console: one person runs the meeting from it, by mouse or by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.ui.asked import Asked

from ..actions.floor import call_upon, end_floor, give_floor
from ..actions.noting import note_contribution
from ..actions.running import begin_item, set_queue, set_turn, show
from ..models import Conference, Delegate, Site
from ..queries.floor import who
from ..queries.live import (
    console_of,
    contributions_of,
    next_item,
    request_of,
    seat_of,
    voice_of,
    voices_like,
)
from ..queries.reading import agenda_of
from ..queries.screen import choices, prepared
from .acting import acted, number
from .frame import framed
from .room import standing

LENGTHS = (60, 120, 180, 300, 420, 600, 900)


def console(request: Asked, code: str) -> HttpResponse:
    """Everything the chair needs at hand; once the meeting has ended, the room, as it was left."""
    found = console_of(code, seen_by=request.actor)
    if found.state == "closed":
        return redirect("conferences:room", found.code)
    items, seat = agenda_of(found), seat_of(found, "", seen_by=request.actor)
    told = standing(found, None)
    offered = choices(found, seen_by=request.actor)
    context = framed(
        request, found, seat=seat, items=items, next=next_item(items, told["room"].item_id),
        choices=offered, prepared=prepared(told["room"].item_id, offered),
        lengths=_lengths(told["room"].turn_seconds),
        contributions=contributions_of(found), **told,
    )  # fmt: skip
    return render(request, "conferences/console.html", context)


def noted(request: Asked, code: str) -> HttpResponse:
    """The contributions noted so far, as a fragment."""
    found = console_of(code, seen_by=request.actor)
    context = {"conference": found, "contributions": contributions_of(found)}
    return render(request, "conferences/_noted.html", context)


@require_POST
def begin(request: Asked, code: str) -> HttpResponse:
    """Go to an item of the agenda."""
    found = console_of(code, seen_by=request.actor)

    def work() -> str:
        item = number(request.POST.get("noi-dung"))
        held = begin_item(by=request.actor, conference=found, item=item)
        return _("Đang ở nội dung: %(item)s") % {"item": held.item}

    return _done(request, found, work)


@require_POST
def give(request: Asked, code: str) -> HttpResponse:
    """Give the floor to the fair next, or to the request that is named."""
    found = console_of(code, seen_by=request.actor)
    named = request.POST.get("luot", "")

    def work() -> str:
        given = give_floor(
            by=request.actor, conference=found, request=number(named) if named else None
        )
        return _("Mời phát biểu: %(who)s") % {"who": who(given)}

    return _done(request, found, work)


@require_POST
def call(request: Asked, code: str) -> HttpResponse:
    """Call upon a site, or a delegate, who has not asked."""
    found = console_of(code, seen_by=request.actor)
    site, delegate = _voice(request, found)

    def work() -> str:
        given = call_upon(by=request.actor, conference=found, site=site, delegate=delegate)
        return _("Mời phát biểu: %(who)s") % {"who": who(given)}

    return _done(request, found, work)


@require_POST
def end(request: Asked, code: str) -> HttpResponse:
    """End the turn that is named."""
    found = console_of(code, seen_by=request.actor)

    def work() -> str:
        end_floor(by=request.actor, conference=found, request=number(request.POST.get("luot")))
        return _("Đã kết thúc lượt phát biểu.")

    return _done(request, found, work)


@require_POST
def turn(request: Asked, code: str) -> HttpResponse:
    """Set how long a turn lasts."""
    found = console_of(code, seen_by=request.actor)

    def work() -> str:
        set_turn(by=request.actor, conference=found, seconds=number(request.POST.get("giay")))
        return _("Đã đặt thời gian phát biểu.")

    return _done(request, found, work)


@require_POST
def queue(request: Asked, code: str) -> HttpResponse:
    """Open the queue, or stop taking requests."""
    found, is_open = console_of(code, seen_by=request.actor), "mo" in request.POST

    def work() -> str:
        set_queue(by=request.actor, conference=found, is_open=is_open)
        return _("Đang nhận đăng ký.") if is_open else _("Đã dừng nhận đăng ký.")

    return _done(request, found, work)


@require_POST
def put_on_screen(request: Asked, code: str) -> HttpResponse:
    """Put a thing on everybody's screen: `kind:ref`."""
    found = console_of(code, seen_by=request.actor)
    kind, _colon, ref = request.POST.get("chieu", "").partition(":")

    def work() -> str:
        show(by=request.actor, conference=found, kind=kind, ref=ref)
        return _("Đã đổi màn hình.")

    return _done(request, found, work)


@require_POST
def note(request: Asked, code: str) -> HttpResponse:
    """Note what somebody said: the one who speaks, or whoever is chosen."""
    found = console_of(code, seen_by=request.actor)
    named = request.POST.get("luot", "")
    turn = request_of(found, number(named)) if named and not request.POST.get("ai") else None
    site, delegate = (turn.site, turn.delegate) if turn else _voice(request, found)

    def work() -> str:
        note_contribution(
            by=request.actor, conference=found, site=site, delegate=delegate, request=turn,
            office=request.POST.get("chuc-vu", ""), text=request.POST.get("y-kien", ""),
        )  # fmt: skip
        return _("Đã ghi ý kiến.")

    return _done(request, found, work)


def voices(request: Asked, code: str) -> HttpResponse:
    """Sites and delegates to choose from, as a fragment."""
    found = console_of(code, seen_by=request.actor)
    context = {
        "voices": voices_like(found, request.GET.get("tim", "")),
        "asked": "tim" in request.GET,
    }
    return render(request, "conferences/_voices.html", context)


def _lengths(now: int) -> list[tuple[int, str]]:
    """Lengths of a turn to choose from, with the one that is set."""
    told = sorted({*LENGTHS, now})
    return [(each, _minutes(each)) for each in told]


def _minutes(seconds: int) -> str:
    if seconds % 60:
        return _("%(n)s giây") % {"n": seconds}
    return _("%(n)s phút") % {"n": seconds // 60}


def _voice(request: Asked, of: Conference) -> tuple[Site, Delegate | None]:
    kind, _colon, pk = request.POST.get("ai", "").partition(":")
    return voice_of(of, kind, number(pk))


def _done(request: Asked, of: Conference, work: Callable[[], str]) -> HttpResponse:
    return acted(request, work, reverse("conferences:console", args=[of.code]))
