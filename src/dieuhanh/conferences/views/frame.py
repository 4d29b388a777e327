"""What every page of a conference wears: its head and its tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from dieuhanh.domain.actors import Actor
from dieuhanh.ui.asked import Asked

from ..models import Conference
from ..queries import edits, runs
from ..queries.media import MEDIA

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Tab(NamedTuple):
    """A part of a conference: its word, its page, other pages under it, who is shown it."""

    word: StrOrPromise
    page: str
    under: tuple[str, ...] = ()
    shown_to: Callable[[Conference, Actor], bool] = lambda _conference, _actor: True


def has_room(conference: Conference, _actor: Actor) -> bool:
    """Whether the meeting has begun."""
    return conference.opened_at is not None


def has_video(conference: Conference, actor: Actor) -> bool:
    """Whether the video stands within a page of ours."""
    room = MEDIA.room_for(conference, seen_by=actor)
    return room is not None and bool(room.origin)


TABS = (
    Tab(_("Tổng quan"), "one", ("change", "invite", "register")),
    Tab(_("Điểm cầu"), "sites", ("lay-sites", "site")),
    Tab(_("Đại biểu"), "delegates", ("ask-delegates", "delegate")),
    Tab(
        _("Chương trình và tài liệu"),
        "agenda",
        ("item", "papers", "paper", "opinions", "ask-opinions"),
    ),
    Tab(_("Phòng họp"), "room", ("console",), has_room),
    Tab(_("Video"), "video", (), has_video),
    Tab(_("Biểu quyết"), "ballots", ("ballot", "ballot-new", "ballot-vote"), has_room),
    Tab(
        _("Kết luận"),
        "conclusions",
        ("conclusion", "texts", "text", "text-write", "photos"),
        has_room,
    ),
)
"""Others add theirs here; a tab whose page is not there yet is not shown."""


class Link(NamedTuple):
    """A tab as drawn."""

    word: StrOrPromise
    href: str
    current: bool


def framed(request: Asked, conference: Conference, **more: Any) -> dict[str, Any]:
    """The context of a conference's page: what the frame needs, and the page's own."""
    return {
        "conference": conference,
        "tabs": tabs(request, conference),
        "may_edit": edits(conference, seen_by=request.actor),
        "may_run": runs(conference, seen_by=request.actor),
        **more,
    }


def tabs(request: Asked, conference: Conference) -> list[Link]:
    """The tabs that have a page and that the reader may see."""
    match = request.resolver_match
    here = match.url_name if match else ""
    shown = [tab for tab in TABS if tab.shown_to(conference, request.actor)]
    return [
        Link(tab.word, href, here in {tab.page, *tab.under})
        for tab in shown
        if (href := _href(tab.page, conference))
    ]


def _href(page: str, conference: Conference) -> str:
    try:
        return reverse(f"conferences:{page}", args=[conference.code])
    except NoReverseMatch:
        return ""


__all__ = ["TABS", "Tab", "framed", "has_room", "tabs"]
