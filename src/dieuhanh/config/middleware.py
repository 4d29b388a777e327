"""What every request passes: strict content policy, the demo's seat, who is looking, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from django.conf import settings
from django.contrib.auth import login
from django.db import DataError
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
from dieuhanh.ui.policy import PERMISSIONS, POLICY

from .api.frame import is_api, language_asked
from .clock import today

GetResponse = Callable[[HttpRequest], HttpResponse]
FIRST_SEAT = "chu-tich"
TOLD = frozenset({"plan.not_in_force"})  # an absence that reveals nothing: the plan is seen


class ContentSecurity:
    """Scripts, styles and images come from ourselves only."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class VietnameseFirst:
    """Vietnamese, unless the reader chose English with the switch; the browser is not asked.

    A program that calls the API has no switch: it says so in Accept-Language.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        if is_api(request):
            language = language_asked(request)
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
        if seats_are_free(request.META.get("REMOTE_ADDR", "")) and not is_api(request):
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
        asked.actor = cast("Actor", SimpleLazyObject(lambda: _actor(request, asked.today)))
        return self.get_response(request)


def _actor(request: HttpRequest, on: date) -> Actor:
    """Who looks: in their own name, or in that of somebody away whose post they chose to use."""
    return actor_of(request.user, on=on, delegation=request.session.get("acting_for"))


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
        if isinstance(error, DataError):  # text that no database holds, such as a NUL
            return render(request, "400.html", {"told": ""}, status=400)
        if isinstance(error, BadInput):
            return render(request, "400.html", {"told": message(error, lang)}, status=400)
        return None
