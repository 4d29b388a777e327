"""How a deed of the live room is answered: said in place to a live page, told after a redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang


def acted(request: Asked, work: Callable[[], str], back: str) -> HttpResponse:
    """Do it and say how it went. What everybody sees of it comes by the stream.

    `work` gives the sentence that says it was done; a fault is said instead of it, with its code,
    by which a live page takes it away once it is no longer so.
    """
    code = ""
    try:
        told, level = work(), "success"
    except BadInput as fault:
        told, level, code = message(fault, page_lang()), "error", fault.code
    if getattr(request, "htmx", False):
        context = {"told": told, "level": level, "code": code}
        return render(request, "conferences/_told.html", context)
    messages.add_message(request, messages.ERROR if level == "error" else messages.SUCCESS, told)
    return redirect(back)


def number(text: str | None) -> int:
    """A key or a count that was sent; -1 for what is none, which nothing has."""
    told = text or ""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else -1


__all__ = ["acted", "number"]
