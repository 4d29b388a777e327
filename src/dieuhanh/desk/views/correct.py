"""Correcting a figure: the new statement, which verdicts it would turn, then the verb."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.dates import read_vi_date, write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Status
from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.wording import message
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.corrections import (
    RANK,
    Correction,
    correctable,
    corrected,
    standing,
)
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions import correct_as_previewed
from ..queries.correcting import effects_of, fingerprint


@dataclass(frozen=True)
class Typed:
    """What was typed into the page, as typed."""

    text: str
    status: str
    reason: str
    known_from: str
    document: str

    @classmethod
    def of(cls, request: Asked, held: Figure) -> Typed:
        """From what was posted; at first the figure as it stands."""
        given = request.POST.get
        return cls(
            given("text", as_typed(held)).strip(),
            given("status", held.status),
            given("reason", "").strip(),
            given("known_from", write_vi_date(request.today)).strip(),
            given("document", ""),
        )

    def day(self) -> date:
        """The day its source stated it. Raises BadInput("date.…")."""
        return read_vi_date(self.known_from)

    def paper(self) -> Document | None:
        """The paper it is printed in. Raises BadInput."""
        return cited(self.document, documents_by_code()) if self.document else None


def as_typed(figure: Figure) -> str:
    """The figure as one would type it: a number, a pair, or the sign of an absence."""
    if figure.value is not None:
        return write_vi(figure.value)
    if figure.numerator is not None and figure.denominator is not None:
        return f"{write_vi(figure.numerator)}/{write_vi(figure.denominator)}"
    return {"none": "-", "not_collected": "…", "not_applicable": "x"}.get(figure.absence, "")


def correct(request: Asked, pk: int) -> HttpResponse:
    """The page: asked, previewed, confirmed."""
    held = correctable(pk, seen_by=request.actor)
    typed = Typed.of(request, held)
    context: dict[str, Any] = {
        "figure": held,
        "typed": typed,
        "statuses": [s.value for s in Status if RANK[s] >= RANK[Status(held.status)]],
        "papers": sorted(documents_by_code().values(), key=str),
        "standing": standing(held, on=request.today) == held.pk,
    }
    if request.method == "POST":
        try:
            if "confirm" in request.POST:
                return _confirm(request, held, typed)
            context |= _preview(request, held, typed)
        except BadInput as fault:
            context["fault"] = message(fault, page_lang())
            if fault.code == "correction.books_changed":
                context |= _preview(request, held, typed)
    return render(request, "desk/correct.html", context)


def _preview(request: Asked, held: Figure, typed: Typed) -> dict[str, Any]:
    asked = _asked(held, typed)
    made = corrected(asked, today=request.today, simulated=bool(settings.DEMO))
    effects = effects_of(made, seen_by=request.actor, today=request.today, lang=page_lang())
    return {
        "new": made[0], "ratios": made[1:], "effects": effects,
        "previewed": fingerprint(made, effects),
    }  # fmt: skip


def _confirm(request: Asked, held: Figure, typed: Typed) -> HttpResponse:
    made = correct_as_previewed(
        by=request.actor, asked=_asked(held, typed), today=request.today,
        previewed=request.POST.get("previewed", ""),
    )  # fmt: skip
    messages.success(request, _("Đã đính chính; số cũ vẫn được giữ bên dưới."))
    return redirect("reports:figure", pk=made.pk)


def _asked(held: Figure, typed: Typed) -> Correction:
    return Correction(held, typed.text, typed.status, typed.reason, typed.day(), typed.paper())
