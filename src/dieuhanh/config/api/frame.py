"""What every request of the API passes: its size, its language, errors as problems, ETags."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag
from django.utils.translation.trans_real import parse_accept_lang_header

from dieuhanh.domain.errors import BadInput

from .limits import LARGEST
from .problems import MEDIA_TYPE, of_status, problem

PREFIX = "/api/"


def is_api(request: HttpRequest) -> bool:
    """Whether a program asks, to be answered in JSON."""
    return request.path.startswith(PREFIX)


def language_asked(request: HttpRequest) -> str:
    """The first of our languages that Accept-Language names; Vietnamese otherwise."""
    known = dict(settings.LANGUAGES)
    for name, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        if name[:2] in known:
            return name[:2]
    return settings.LANGUAGE_CODE


class ApiFrame:
    """Stands around every other middleware that may answer in our place."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_api(request):
            return self.get_response(request)
        if _length(request) > LARGEST:
            return problem(request, BadInput("api.too_large", limit=LARGEST))
        response = self.get_response(request)
        if response.status_code >= 400 and response.headers["Content-Type"] != MEDIA_TYPE:
            response = of_status(request, response)
        patch_vary_headers(response, ("Accept-Language", "Authorization", "Cookie"))
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if request.method == "GET" and response.status_code == 200 and not response.streaming:
            set_response_etag(response)
            return _conditional(request, response)
        return response


def _length(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if str(told).isdigit() else 0


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    answer = get_conditional_response(request, etag=response.get("ETag"), response=response)
    return answer if isinstance(answer, HttpResponse) else response
