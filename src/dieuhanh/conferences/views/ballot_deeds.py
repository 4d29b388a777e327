"""What is done to a ballot from a page: put, voted on, counted, declared void."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.ballots import OPTIONS, By, Mode, Question
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.ballots import option_label, share_words
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.ballots import close_ballot, open_ballot, void_ballot
from ..actions.voting import cast
from ..models import Ballot, Conference, Elector
from ..queries import conference
from ..queries.ballots import (
    Mine,
    ballot_in,
    electors_at,
    mine,
    own_elector,
    running,
    without_account,
)
from ..queries.reading import agenda_of
from .ballots import ballot_context, standing
from .frame import framed

Chosen = TypeVar("Chosen", bound=StrEnum)
QUORUMS, THRESHOLDS = (50, 67, 75, 100, 0), (50, 60, 67, 75, 80, 100)
LONGEST_NUMBER = 9


def new(request: Asked, code: str) -> HttpResponse:
    """Put a question to the meeting: who could vote is shown before it is opened."""
    found = conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_RUN, body=found.host_id)
    told = ""
    if request.method == "POST":
        try:
            item = request.POST.get("item", "")
            made = open_ballot(
                by=request.actor, conference=found, question=_question(request.POST),
                item=_number(item) if item else None,
            )  # fmt: skip
        except BadInput as fault:
            told = message(fault, page_lang())
        else:
            return redirect("conferences:ballot", found.code, made.pk)
    context = framed(request, found, told=told, typed=_typed(request.POST), **_offered(found))
    return render(
        request, "conferences/ballot_new.html", context, status=400 if told else 200
    )  # fmt: skip


@require_POST
@never_cache
@sensitive_post_parameters("choice")
def vote(request: Asked, code: str, pk: int) -> HttpResponse:
    """Vote. A secret vote is asked for twice, since it cannot be changed."""
    elector, choice = _number(request.POST.get("elector")), _number(request.POST.get("choice"))
    try:
        if request.POST.get("sure") != "1":
            own = own_elector(pk, elector, seen_by=request.actor)
            if own.ballot.mode == Mode.SECRET:
                return _asked_again(request, own, choice)
        done = cast(by=request.actor, ballot=pk, elector=elector, choice=choice)
    except BadInput as fault:
        found = conference(code, seen_by=request.actor)
        return _answer(request, found, ballot_in(found, pk), message(fault, page_lang()), "error")
    return _voted(request, done.elector, choice, again=done.again)


@require_POST
def close(request: Asked, code: str, pk: int) -> HttpResponse:
    """End the voting and count."""

    def work(held: Ballot) -> str:
        done = close_ballot(by=request.actor, ballot=held.pk)
        counted = done.state == "closed"
        return _("Đã kết thúc và kiểm phiếu.") if counted else _("Lượt này bị hủy, không kiểm.")

    return _done(request, code, pk, work)


@require_POST
def void(request: Asked, code: str, pk: int) -> HttpResponse:
    """Declare the ballot void, with the reason."""

    def work(held: Ballot) -> str:
        void_ballot(by=request.actor, ballot=held.pk, reason=request.POST.get("reason", ""))
        return _("Đã hủy lượt biểu quyết.")

    return _done(request, code, pk, work)


def _done(request: Asked, code: str, pk: int, work: Callable[[Ballot], str]) -> HttpResponse:
    found = conference(code, seen_by=request.actor)
    held = ballot_in(found, pk)
    try:
        told, level = work(held), "success"
    except BadInput as fault:
        told, level = message(fault, page_lang()), "error"
    return _answer(request, found, held, told, level)


def _answer(request: Asked, found: Conference, held: Ballot, told: str, level: str) -> HttpResponse:
    """Say it in place to a page that asked for a part, else on the page of the ballot."""
    if getattr(request, "htmx", False):
        now = ballot_in(found, held.pk)
        context = {"conference": found, "told": told, "level": level}
        context |= standing(request, found, now)
        whole = render(request, "conferences/_ballot_now.html", context)
        return reswap(retarget(whole, "#ballot-now"), "outerHTML")
    messages.add_message(request, messages.ERROR if level == "error" else messages.SUCCESS, told)
    return redirect("conferences:ballot", found.code, held.pk)


def _asked_again(request: Asked, own: Elector, choice: int) -> HttpResponse:
    """The choice of a secret ballot once more, to be confirmed, if it was not made yet."""
    held = own.ballot
    [mine_now] = [each for each in mine(held, seen_by=request.actor) if each.elector.pk == own.pk]
    if mine_now.voted:
        return _voted(request, own, choice, again=True)
    if held.state != "open" or not 0 <= choice < len(held.options):
        raise BadInput("ballot.no_choice" if held.state == "open" else "ballot.not_open")
    sure = {"elector": own, "choice": choice,
            "option": option_label(held.options[choice], page_lang())}  # fmt: skip
    if getattr(request, "htmx", False):
        context = {"conference": held.conference, "ballot": held, "sure": sure}
        return render(request, "conferences/_ballot_sure.html", context)
    found = conference(held.conference.code, seen_by=request.actor)
    context = ballot_context(request, found, held) | {"sure": sure}
    return render(request, "conferences/ballot.html", context)


def _voted(request: Asked, own: Elector, choice: int, *, again: bool) -> HttpResponse:
    """Say it where it was pressed: to a live page that form alone, without asking the books."""
    held = own.ballot
    told, secret = _thanks(held, choice, again=again), held.mode == Mode.SECRET
    if not getattr(request, "htmx", False):
        messages.success(request, told)
        return redirect("conferences:ballot", held.conference.code, held.pk)
    context = {
        "conference": held.conference, "ballot": held, "said": told,
        "own": Mine(own, voted=True, choice=None if secret else choice),
        "options": [option_label(each, page_lang()) for each in held.options],
    }  # fmt: skip
    return render(request, "conferences/_ballot_vote.html", context)


def _thanks(held: Ballot, choice: int, *, again: bool) -> str:
    """Of a secret vote the answer says nothing of what was chosen."""
    if held.mode == Mode.SECRET:
        return _already() if again else _("Đã bỏ phiếu. Không ai biết bạn chọn gì.")
    said = option_label(held.options[choice], page_lang())
    return _("Đã ghi: %(option)s. Còn đổi được đến khi kết thúc.") % {"option": said}


def _already() -> str:
    return _("Phiếu kín này đã bỏ rồi và không đổi được.")


def _question(typed: Mapping[str, str]) -> Question:
    return Question(
        text=typed.get("question", ""),
        mode=_one_of(Mode, typed.get("mode", "")),
        by=_one_of(By, typed.get("by", "")),
        options=tuple(typed.get("options", "").splitlines()),
        quorum=_number(typed.get("quorum")),
        threshold=_number(typed.get("threshold")),
    )


def _typed(typed: Mapping[str, str]) -> dict[str, Any]:
    """What the form shows: what was typed, else what is usual."""
    usual = {"question": "", "mode": "named", "by": "site", "options": "\n".join(OPTIONS),
             "quorum": "50", "threshold": "50", "item": ""}  # fmt: skip
    return {name: typed.get(name, value) for name, value in usual.items()}


def _offered(found: Conference) -> dict[str, Any]:
    """Who could vote as things stand, and the shares one may ask for."""
    lang = page_lang()
    return {
        "sites": len(electors_at(found, by=By.SITE, mode=Mode.NAMED)),
        "delegates": len(electors_at(found, by=By.DELEGATE, mode=Mode.NAMED)),
        "left_out": without_account(found),
        "busy": running(found),
        "items": agenda_of(found),
        "quorums": [
            (str(share), share_words(share, lang) if share else _("không yêu cầu"))
            for share in QUORUMS
        ],
        "thresholds": [(str(share), share_words(share, lang)) for share in THRESHOLDS],
    }


def _one_of(known: type[Chosen], text: str) -> Chosen:
    try:
        return known(text)
    except ValueError:
        raise BadInput("ballot.mode") from None


def _number(text: str | None) -> int:
    """A key or a count that was sent; -1 for what is none, which nothing has."""
    told = text or ""
    well = told.isascii() and told.isdecimal() and len(told) <= LONGEST_NUMBER
    return int(told) if well else -1


__all__ = ["close", "new", "void", "vote"]
