"""One record: accepted as shown, corrected, rejected, opened again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from dieuhanh.documents.actions.readings import reject_item, reopen_item
from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem, item_of, reading
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput, BadInputs, DieuHanhError
from dieuhanh.domain.numbers import plain
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ...actions.accepting import Answer, accept_claim
from ...actions.accepting_others import accept_cited, accept_person, accept_tally, accept_task
from ...forms.reading import CitedIn, ClaimIn, PersonIn, TaskIn, claim_initial
from ...queries.reading_cards import Card, cards_of
from ...queries.reading_told import FigureTold
from .page import shown


def item(request: Asked, pk: int, position: int) -> HttpResponse:
    """The record's card; `?sua=1` with the form to correct it; posted, a decision."""
    of = reading(pk, seen_by=request.actor)
    found = item_of(of, position)
    card = _card(request, of, found)
    if request.method != "POST":
        if "sua" in request.GET and card.waiting:
            card.form = form_of(request, card)
        return _answer(request, of, card)
    try:
        done = _decide(request, found, card)
    except (BadInput, BadInputs) as fault:
        card = _card(request, of, item_of(of, position))
        card.fault, done = _told(fault), False
    if done:
        card = _card(request, of, item_of(of, position))
        if not request.htmx:  # type: ignore[attr-defined]
            return redirect(f"{_page(request, of)}#muc-{position}")
    return _answer(request, of, card)


def _page(request: Asked, of: PaperReading) -> str:
    """The page one came from, with its filters."""
    asked = request.META.get("QUERY_STRING", "")
    return reverse("desk:reading", args=[of.pk]) + (f"?{asked}" if asked else "")


def _told(fault: DieuHanhError) -> str:
    if isinstance(fault, BadInputs):
        return " ".join(message(each, page_lang()) for each in fault.faults)
    return message(fault, page_lang())


def _card(request: Asked, of: PaperReading, found: ReadItem) -> Card:
    return cards_of(of, [found], seen_by=request.actor, today=request.today)[0]


def _answer(request: Asked, of: PaperReading, card: Card) -> HttpResponse:
    """The card alone for the page that holds it, else the whole page around it."""
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "desk/_reading_item.html", {"reading": of, "card": card})
    if card.fault:
        messages.error(request, card.fault)
    return shown(request, of, card=card, status=422 if card.fault else 200)


def _decide(request: Asked, found: ReadItem, card: Card) -> bool:
    """What the button says. False where the form is shown again."""
    deed, seen = request.POST.get("lam", ""), _number(request.POST.get("thay", ""))
    if deed == "loai":
        note = request.POST.get("note", "")
        reject_item(by=request.actor, item=found.row, seen=seen, note=note)
    elif deed == "mo-lai":
        reopen_item(by=request.actor, item=found.row, seen=seen)
    elif deed == "sua":
        card.form = form_of(request, card)
        if not card.form.is_valid():
            return False
        _correct(request, found, card, seen)
    elif deed == "nhan":
        accept_shown(request, card, seen, request.POST.get("dau", ""))
    else:
        raise BadInput("reading.kind")
    return True


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def accept_shown(request: Asked, card: Card, seen: int, fingerprint: str) -> None:
    """Accept a record as its card shows it. Raises BadInput, also for one that shows otherwise now."""
    by, row, answer = request.actor, card.item.row, Answer(seen)
    if card.waiting and card.lack is not None:
        raise card.lack
    if card.waiting and card.fingerprint != fingerprint:
        raise BadInput("reading.changed")
    best = str(card.item.best.get("key", ""))
    if card.figure is not None:
        machine_day = timezone.localdate()
        accept_claim(by=by, item=row, told=card.figure, answer=answer, today=machine_day)
    elif card.task is not None:
        accept_task(by=by, item=row, told=card.task, answer=answer, today=request.today)
    elif row.kind == "document":
        accept_cited(by=by, item=row, answer=answer, code=best)
    elif row.kind == "person":
        accept_person(by=by, item=row, answer=answer, post=int(best) if best else None)
    else:
        accept_tally(by=by, item=row, answer=answer)


def form_of(request: Asked, card: Card) -> Any:
    """The form a record is corrected by, filled with what would be written; None for a tally."""
    data = request.POST if request.method == "POST" else None
    own: dict[str, Any] = {"auto_id": f"m{card.item.row.position}-%s"}
    who = {"actor": request.actor} | own
    if card.figure is not None:
        return ClaimIn(data, initial=claim_initial(card.figure), **own)
    if card.task is not None:
        told = card.task
        first = {"title": told.title, "assigner": told.assigner, "lead": told.lead,
                 "due_on": write_vi_date(told.due_on) if told.due_on else ""}  # fmt: skip
        return TaskIn(data, initial=first, today=request.today, **who)
    read, best = card.item.payload, card.item.best.get("key", "")
    if card.item.row.kind == "document":
        first = {"code": best, "number": read.get("number") or "", "kind": read["type"],
                 "issued_on": _day(read.get("date"))}  # fmt: skip
        return CitedIn(data, initial=first, **who)
    if card.item.row.kind == "person":
        return PersonIn(data, initial={"post": best}, today=request.today, **who)
    return None


def _day(iso: Any) -> str:
    parts = str(iso or "").split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else ""


def _correct(request: Asked, found: ReadItem, card: Card, seen: int) -> None:
    """Accept what the form says. What differs from what was read is kept as a case."""
    by, row, form, given = request.actor, found.row, card.form, card.form.cleaned_data
    if card.figure is not None:
        told = form.told(card.figure)
        answer = Answer(seen, claim_corrected(found.payload, card.figure, told))
        accept_claim(by=by, item=row, told=told, answer=answer, today=timezone.localdate())
    elif card.task is not None:
        told = form.told()
        read = found.payload
        changed = {"text": told.title, "deadline": told.due_on.isoformat() if told.due_on else None}
        same = told.title == card.task.title and told.due_on == card.task.due_on
        answer = Answer(seen, None if same else read | changed)
        accept_task(by=by, item=row, told=told, answer=answer, today=request.today)
    elif row.kind == "document":
        paper = form.told()
        accept_cited(by=by, item=row, answer=Answer(seen), code=given["code"], told=paper)
    else:
        post = int(given["post"]) if given["post"] else None
        accept_person(by=by, item=row, answer=Answer(seen), post=post)


def claim_corrected(
    read: dict[str, Any], before: FigureTold, now: FigureTold
) -> dict[str, Any] | None:
    """The claim as corrected, by the reader's schema; None where the same was read.

    Which indicator, source or status it was given is no matter of reading.
    """
    changed: dict[str, Any] = {}
    if now.value != before.value:
        changed["value"] = plain(abs(now.value))
    if now.value_high != before.value_high:
        changed["value_high"] = None if now.value_high is None else plain(abs(now.value_high))
    if now.value * before.value < 0:
        changed["direction"] = "up" if now.value > 0 else "down"
    if now.unit != before.unit:
        changed["unit"] = now.unit
    if now.bound != before.bound:
        changed["bound"] = now.bound or None
    if before.period and now.period != before.period:
        changed["period"] = now.period
    if (now.status == "estimated") != (before.status == "estimated"):
        changed["estimate"] = now.status == "estimated"
    return read | changed if changed else None
