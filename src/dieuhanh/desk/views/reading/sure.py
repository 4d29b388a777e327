"""Accepting at once what matches surely: looked at first, then taken whole or not at all."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from dieuhanh.documents.queries.readings import items_of, reading
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ...actions.accepting_many import Chosen, accept_many
from ...queries.reading_cards import Card, cards_of

KINDS = frozenset({"claim", "document"})


def sure(request: Asked, pk: int) -> HttpResponse:
    """The records that match surely with what each would write; posted, those ticked are accepted."""
    of = reading(pk, seen_by=request.actor)
    found = cards_of(of, items_of(of), seen_by=request.actor, today=request.today)
    cards = [each for each in found if each.certain and each.item.row.kind in KINDS]
    fault = ""
    if request.method == "POST":
        try:
            chosen = _chosen(cards, request.POST.getlist("muc"))
            count = accept_many(by=request.actor, chosen=chosen, today=timezone.localdate())
        except BadInput as refused:
            fault = message(refused, page_lang())
        else:
            told = ngettext("Đã nhận %(n)d mục vào sổ.", "Đã nhận %(n)d mục vào sổ.", count)
            messages.success(request, told % {"n": count})
            return redirect("desk:reading", of.pk)
    context = {"reading": of, "cards": cards, "fault": fault}
    return render(request, "desk/reading_sure.html", context, status=422 if fault else 200)


def _chosen(cards: list[Card], ticked: list[str]) -> list[Chosen]:
    """The ticked records, as they were shown. Raises BadInput for one that shows otherwise now."""
    there = {f"{card.item.row.position}:{card.fingerprint}": card for card in cards}
    made = []
    for each in ticked:
        card = there.get(each)
        if card is None:
            raise BadInput("reading.changed")
        key = str(card.item.best["key"])
        made.append(Chosen(card.item.row, card.item.seen, card.figure, key))
    return made
