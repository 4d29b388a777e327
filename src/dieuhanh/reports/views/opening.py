"""Opening a round: what the law says is proposed, what the officer changes is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Status
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.rounds import EARLIER_BY_LEVEL, REMINDERS, Basis, RoundTerms, kind_numbers
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.marks import STATUSES

from ..actions.rounds import open_round
from ..models import FormVersion
from ..queries.forms import form, version
from ..queries.rounds import Proposal, proposed_round
from .round_words import BASES, KINDS, LEVELS

Chosen = TypeVar("Chosen", bound=StrEnum)
KIND_OF = {"half": "first_half"}
SAMPLE = 5
CHOSEN = ("kind", "year", "number", "basis", "status")


def open_page(request: Asked, code: str) -> HttpResponse:
    """Choose the period; look at the proposed days and at who is asked; open."""
    found = form(code, seen_by=request.actor)
    request.actor.require(Permission.ROUND_EDIT, body=found.owner_id)
    newest = version(found)
    typed: Mapping[str, str] = request.POST if request.method == "POST" else request.GET
    told, proposal = "", None
    try:
        terms = _terms(typed, newest, request.today)
        proposal = proposed_round(newest, terms)
        if request.method == "POST" and typed.get("do") == "open":
            opened = open_round(
                by=request.actor, version=newest, terms=terms, simulated=bool(settings.DEMO)
            )
            said = _("Đã mở kỳ và gửi {n} cơ quan.").format(n=len(proposal.fillers.bodies))
            messages.success(request, said)
            return redirect("reports:round", code=opened.code)
    except BadInput as fault:
        told = message(fault, page_lang())
        proposal = proposal or _as_the_law_says(typed, newest, request.today)
    chosen = _chosen(typed, newest, request.today)
    context = {
        "form": found, "version": newest, "told": told, "proposal": proposal,
        "kinds": KINDS, "bases": BASES, "statuses": STATUSES, "chosen": chosen,
        "key": _key(chosen),
    }  # fmt: skip
    return render(
        request, "reports/round_open.html", context | _shown(proposal, typed, chosen, request.today),
        status=400 if told else 200,
    )  # fmt: skip


def _as_the_law_says(typed: Mapping[str, str], newest: FormVersion, today: date) -> Proposal | None:
    """The proposal without what was typed, so that the page can still show what was."""
    bare = {name: typed.get(name, "") for name in CHOSEN}
    try:
        return proposed_round(newest, _terms(bare, newest, today))
    except BadInput:
        return None


def _chosen(typed: Mapping[str, str], newest: FormVersion, today: date) -> dict[str, str]:
    """What the first line of the page is set to."""
    kind = typed.get("kind") or KIND_OF.get(newest.periodicity, newest.periodicity)
    return {
        "kind": kind,
        "year": typed.get("year") or str(today.year - 1 if kind == "year" else today.year),
        "number": typed.get("number") or "1",
        "basis": typed.get("basis") or "calendar",
        "status": typed.get("status") or "preliminary",
    }


def _terms(typed: Mapping[str, str], newest: FormVersion, today: date) -> RoundTerms:
    chosen = _chosen(typed, newest, today)
    kind = _one_of(ReportKind, chosen["kind"])
    number = _whole(chosen["number"]) if kind_numbers(kind) > 1 else 1
    fresh = typed.get("for") == _key(chosen)
    return RoundTerms(
        kind,
        _whole(chosen["year"]),
        number,
        _one_of(Basis, chosen["basis"]),
        _one_of(Status, chosen["status"]),
        opens_on=_day(typed, "opens_on") if fresh else None,
        closes_on=_day(typed, "closes_on") if fresh else None,
        dues={
            level: day
            for level in Level
            if fresh and (day := _day(typed, f"due-{level.value}")) is not None
        },
        name=typed.get("name", "") if fresh else "",
        note=typed.get("note", ""),
        reminders=_marks(typed),
    )


def _key(chosen: Mapping[str, str]) -> str:
    """Days typed for one period are not kept when another is chosen."""
    return "/".join(chosen[name] for name in CHOSEN[:-1])


def _shown(
    proposal: Proposal | None, typed: Mapping[str, str], chosen: Mapping[str, str], today: date
) -> dict[str, Any]:
    """The days proposed, under what was typed over them for the same period."""
    if proposal is None:
        return {}
    days = proposal.days
    bodies = sorted((each.body for each in proposal.fillers.bodies), key=lambda b: vi_key(b.name))
    kept = typed if typed.get("for") == _key(chosen) else {}

    def day(name: str, proposed: date) -> str:
        return kept.get(name) or proposed.strftime("%d/%m/%Y")

    return {
        "dues": [
            {
                "level": level.value, "word": LEVELS[level.value], "due": due,
                "text": day(f"due-{level.value}", due.day),
                "past": due.day < today, "lawful": level in days.lawful, "earlier": EARLIER_BY_LEVEL.get(level, 0),
            }
            for level, due in days.dues.items()
        ],
        "opens_on": day("opens_on", days.opens_on),
        "closes_on": day("closes_on", days.closes_on),
        "name": kept.get("name") or proposal.name,
        "note": kept.get("note", ""),
        "reminders": kept.get("reminders") or " ".join(map(str, REMINDERS)),
        "sent": len(bodies),
        "approvers": len({body for each in proposal.fillers.bodies for body in each.route}),
        "sample": bodies[:SAMPLE],
        "others": len(bodies) - SAMPLE,
    }  # fmt: skip


def _marks(typed: Mapping[str, str]) -> tuple[int, ...]:
    words = typed.get("reminders", "").replace(",", " ").split()
    return tuple(sorted({_signed(word) for word in words})) or REMINDERS


def _signed(text: str) -> int:
    sign, digits = text[:1], text.lstrip("+-−")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 2) or int(digits) > 30:
        raise BadInput("round.reminder", text=text[:20])
    return -int(digits) if sign in {"-", "−"} else int(digits)


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise BadInput("round.whole", text=text[:20])
    return int(text)


def _one_of(known: type[Chosen], text: str) -> Chosen:
    try:
        return known(text)
    except ValueError:
        raise BadInput("round.choice", text=text[:30]) from None


def _day(typed: Mapping[str, str], name: str) -> date | None:
    text = typed.get(name, "").strip()
    return read_vi_date(text) if text else None
