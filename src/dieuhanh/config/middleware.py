"""What every request passes: strict content policy, the demo's seat, who is looking, errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import override

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.domain.wording import message
from dieuhanh.people.queries import actor_of, demo_user, seats_are_free
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from .clock import today

GetResponse = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
FIRST_SEAT = "chu-tich"
TOLD = frozenset({"plan.not_in_force"})  # an absence that reveals nothing: the plan is seen


class ContentSecurity:
    """Scripts, styles and images come from ourselves only."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=()")
        return response


class VietnameseFirst:
    """Vietnamese, unless the reader chose English with the switch; the browser is not asked."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class DemoSeat:
    """In a demo, on this machine only, a newcomer sits down in the chairman's seat."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if seats_are_free(request.META.get("REMOTE_ADDR", "")):
            newcomer = not request.session.get("seated") and not request.user.is_authenticated
            if newcomer and (user := demo_user(FIRST_SEAT)):
                login(request, user)
                request.session["seated"] = True
        return self.get_response(request)


class WhoIsLooking:
    """Give the request its Actor, built once and only when asked for, and today's date."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = cast("Asked", request)
        asked.today = today()
        asked.actor = cast(
            "Actor", SimpleLazyObject(lambda: actor_of(request.user, on=asked.today))
        )
        return self.get_response(request)


class PlainErrors:
    """The one place that turns our errors into pages."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal and an absence look alike in what they reveal: nothing."""
        lang = page_lang()
        if isinstance(error, Missing):
            told = message(error, lang) if error.code in TOLD else ""
            return render(request, "404.html", {"told": told}, status=404)
        if isinstance(error, Refused):
            return render(request, "403.html", status=403)
        if isinstance(error, BadInput):
            return render(request, "400.html", {"told": message(error, lang)}, status=400)
        return None
