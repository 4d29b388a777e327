"""The page of a reading: text and records linked both ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries import stored_file
from dieuhanh.documents.queries.readings import ReadItem, items_of, reading
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.readings import KINDS, OUTCOMES, word
from dieuhanh.paper.reading.own_head import OwnHead, own_head
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.kept_files import kept_file
from dieuhanh.ui.language import page_lang

from ...forms.reading import NEWS, HeadIn
from ...queries.reading_cards import Card, cards_of
from ...queries.reading_plan import planned
from ..marked_text import Span, lines_of

SURE = frozenset({"claim", "document"})
STATES = ("waiting", "accepted", "corrected", "rejected")


def one(request: Asked, pk: int) -> HttpResponse:
    """A paper that was read."""
    return shown(request, reading(pk, seen_by=request.actor))


@require_GET
def file(request: Asked, pk: int) -> HttpResponseBase:
    """The file as it was handed in; of pasted text the text."""
    of = reading(pk, seen_by=request.actor)
    kept = of.original or of.document
    return kept_file(stored_file(kept), kept.file_name, kept.media_type)


def shown(
    request: Asked, of: PaperReading, *, head: HeadIn | None = None, card: Card | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page; `head` and `card` where something typed was not taken."""
    items = items_of(of)
    kind, state = request.GET.get("loai", ""), request.GET.get("tinh-trang", "")
    chosen = [
        each
        for each in items
        if (kind not in KINDS or each.row.kind == kind)
        and (state not in STATES or each.state == state)
    ]
    cards = cards_of(of, chosen, seen_by=request.actor, today=request.today)
    if card is not None:
        cards = [card if each.item.row.pk == card.item.row.pk else each for each in cards]
    context = {
        "reading": of, "cards": cards, "lines": lines_of(of.text, _spans(items)),
        "filters": filters(items, kind, state), "kind": kind, "state": state,
        "counts": {name: sum(each.state == name for each in items) for name in STATES},
        "total": len(items), "head": head or head_form(of),
        "sure": sum(each.certain and each.item.row.kind in SURE for each in cards),
        "plans": bool(planned(items))
        and request.actor.may(Permission.PLAN_EDIT, at=of.area_id),
        "notes": [message(BadInput(code, **values), page_lang()) for code, values in of.notes],
    }  # fmt: skip
    return render(request, "desk/reading.html", context, status=status)


def filters(items: Sequence[ReadItem], kind: str, state: str) -> dict[str, list[dict[str, Any]]]:
    """What the lists may be cut down to, with how many there are of each."""
    lang = page_lang()
    kinds = [(code, word(KINDS, code, lang)) for code in KINDS]
    states = [(code, word(OUTCOMES, code, lang)) for code in STATES]
    return {
        "kinds": [
            {"code": code, "word": told, "count": count, "chosen": code == kind}
            for code, told in kinds
            if (count := sum(each.row.kind == code for each in items))
        ],
        "states": [
            {"code": code, "word": told, "count": count, "chosen": code == state}
            for code, told in states
            if (count := sum(each.state == code for each in items))
        ],
    }


def head_form(of: PaperReading) -> HeadIn:
    """The form by which the paper is entered, filled with what is known."""
    held = of.document
    own = own_head(of.text) if held.internal else OwnHead()
    on = held.issued_on or own.issued_on
    first = {
        "title": own.title or held.title, "number": held.number or own.number,
        "kind": held.type or own.type or NEWS, "issued_on": write_vi_date(on) if on else "",
        "issuer": held.issuer.code if held.issuer else "",
        "source": of.source.code if of.source else "", "period": of.period,
    }  # fmt: skip
    return HeadIn(initial=first, registered=not held.internal, auto_id="vb-%s")


def _spans(items: Sequence[ReadItem]) -> list[Span]:
    return [(each.row.start, each.row.end, each.row.position, each.row.kind) for each in items]
