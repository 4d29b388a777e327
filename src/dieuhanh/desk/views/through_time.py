"""Recording what became of areas and bodies: choose, look at what it touches, confirm."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from dieuhanh.bodies.actions import record_area_change, record_body_change, rehearse, take_back
from dieuhanh.bodies.models import Area, Body, Change
from dieuhanh.bodies.queries import Atlas, Register, changes_recorded
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.areas import Kind
from dieuhanh.domain.changes import Recorded, check_change
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.successions import SuccessionKind
from dieuhanh.domain.text import fold, vi_key
from dieuhanh.domain.trees import ONE_DAY
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.areas import SUCCESSIONS
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries.touched import Reach, touched_by_areas, touched_by_bodies
from .change_asked import ChangeAsked

MOST_FOUND = 40


@dataclass(frozen=True)
class Subject:
    """What is changed: areas or bodies, with what is asked of each."""

    of: str
    permission: Permission
    title: str | Promise
    choices: Callable[[date], Sequence[Area | Body]]
    touched: Callable[..., Reach]
    record: Callable[..., Change]


def _standing_areas(on: date) -> Sequence[Area]:
    atlas = Atlas()
    return [atlas.row_of[noun.id] for noun in atlas.book.valid_on(on)]


def _standing_bodies(on: date) -> Sequence[Body]:
    rows, book = Register().rows, Register().book
    return [row for code, row in rows.items() if book.by_code(code).validity.holds(on)]


AREAS = Subject(
    "areas", Permission.AREA_EDIT, gettext_lazy("Ghi thay đổi địa bàn"), _standing_areas,
    touched_by_areas, record_area_change,
)  # fmt: skip
BODIES = Subject(
    "bodies", Permission.BODY_EDIT, gettext_lazy("Ghi thay đổi cơ quan"), _standing_bodies,
    touched_by_bodies, record_body_change,
)  # fmt: skip


def areas(request: Asked) -> HttpResponse:
    """A merge, split, rename or abolition of areas."""
    return _page(request, AREAS)


def bodies(request: Asked) -> HttpResponse:
    """A merge, split, rename or abolition of bodies."""
    return _page(request, BODIES)


def recorded(request: Asked) -> HttpResponse:
    """Every change recorded here, the latest first. Raises Refused."""
    if not any(request.actor.may(subject.permission) for subject in (AREAS, BODIES)):
        raise Refused("refused")
    lang = page_lang() == "en"
    lines = [
        (change, SUCCESSIONS[SuccessionKind(change.kind)][lang]) for change in changes_recorded()
    ]
    may = {subject.of for subject in (AREAS, BODIES) if request.actor.may(subject.permission)}
    return render(request, "desk/changes.html", {"lines": lines, "may": may})


@require_POST
def undo(request: Asked, pk: int) -> HttpResponse:
    """Take back a change recorded by mistake."""
    take_back(by=request.actor, change=pk, reason=request.POST.get("reason", ""))
    messages.success(request, _("Đã bãi bỏ. Cả hai lần ghi đều còn trong danh sách."))
    return redirect("desk:changes")


def _page(request: Asked, subject: Subject) -> HttpResponse:
    request.actor.require(subject.permission)
    asked = ChangeAsked.of(request.POST if request.method == "POST" else request.GET)
    context = _context(subject, asked, request.today)
    posted = request.method == "POST"
    if posted or "preview" in request.GET:
        try:
            shown = _preview(subject, asked, context["chosen"], request.actor)
            if not posted:
                return render(request, "desk/change.html", context | shown)
            _same(request.POST.get("mark", ""), shown["mark"])
            counts = shown["reach"].counts
            subject.record(by=request.actor, change=shown["change"], touched=counts)
        except BadInput as fault:
            context |= {"fault": message(fault, page_lang())}
        else:
            messages.success(request, _("Đã ghi. Số liệu các kỳ trước giữ nguyên."))
            return redirect("desk:changes")
    return render(request, "desk/change.html", context, status=400 if posted else 200)


def _preview(
    subject: Subject, asked: ChangeAsked, chosen: Sequence[Area | Body], by: Actor
) -> dict[str, Any]:
    change = asked.read()
    check_change(change)
    reach = _reach(subject, change, chosen, by)
    rehearse(subject.record, by=by, change=change)
    return {"change": change, "reach": reach, "mark": _mark(change, reach)}


def _same(shown: str, now: str) -> None:
    if shown != now:
        raise BadInput("change.moved_meanwhile")


def _reach(subject: Subject, change: Recorded, chosen: Sequence[Area | Body], by: Actor) -> Reach:
    """What the change touches; a code that does not stand on the eve is told first."""
    known = {row.code for row in chosen}
    for code in change.before:
        if code not in known:
            Atlas().at(code, change.effective - ONE_DAY)
    heirs = {heir.code for heir in change.after} if subject is BODIES else set()
    ending = [row for row in chosen if row.code not in heirs]
    return subject.touched(ending, change.effective, seen_by=by)


def _mark(change: Recorded, reach: Reach) -> str:
    """What was shown, in short: the confirmation must be of the same."""
    told = json.dumps([repr(change), sorted(reach.counts.items())], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _context(subject: Subject, asked: ChangeAsked, today: date) -> dict[str, Any]:
    standing = sorted(subject.choices(_eve(asked, today)), key=lambda row: vi_key(row.name))
    chosen = [row for row in standing if row.code in asked.chosen]
    words = fold(asked.words).split()
    found = [
        row
        for row in standing
        if words and row not in chosen
        if all(word in fold(f"{row.name} {row.code}") for word in words)
    ]
    lang = page_lang() == "en"
    return {
        "subject": subject, "asked": asked, "chosen": chosen, "found": found[:MOST_FOUND],
        "hidden_found": max(0, len(found) - MOST_FOUND), "kinds": _kinds(lang=lang),
        "area_kinds": list(Kind),
    }  # fmt: skip


def _kinds(*, lang: bool) -> list[tuple[str, str]]:
    return [(kind.value, SUCCESSIONS[kind][lang]) for kind in SuccessionKind]


def _eve(asked: ChangeAsked, today: date) -> date:
    """The day before the change; today while no readable day was typed."""
    try:
        return read_vi_date(asked.effective) - ONE_DAY
    except BadInput:
        return today
