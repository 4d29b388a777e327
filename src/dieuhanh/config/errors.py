"""Django's own errors, on our pages."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

AWAY = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A request Django itself refuses."""
    return render(request, "400.html", status=400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A refusal says nothing of what is there."""
    return render(request, "403.html", status=403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such page, or none for this reader."""
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many requests of one kind from one address."""
    return render(request, "429.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - what it would ask may be broken
    """A fault of ours, or a database that does not answer: 503, so that whoever sent tries again."""
    away = isinstance(sys.exc_info()[1], AWAY)
    page = render_to_string("500.html", {"away": away})
    headers = {"Retry-After": "5"} if away else {}
    return HttpResponse(page, status=503 if away else 500, headers=headers)
