"""Sending the invitations: how far ahead, to whom, with a reason where it is late."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.inviting import invite
from ..queries import conference as find_conference
from ..queries.inviting import days_ahead, sent_invitations, term_of, uninvited
from .frame import framed


def page(request: Asked, code: str) -> HttpResponse:
    """Look at the term and at who is invited; send."""
    found = find_conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    reason = request.POST.get("reason", "")
    if request.method == "POST":
        try:
            many = invite(
                by=request.actor, conference=found, today=request.today, late_reason=reason
            )
        except BadInput as fault:
            messages.error(request, message(fault, page_lang()))
        else:
            told = ngettext("Đã mời %(n)s điểm cầu.", "Đã mời %(n)s điểm cầu.", many)
            messages.success(request, told % {"n": many})
            return redirect("conferences:one", found.code)
    context = framed(
        request, found, ahead=days_ahead(found, request.today), term=term_of(found),
        waiting=uninvited(found).count(), sent=sent_invitations(found), reason=reason,
    )  # fmt: skip
    status = 400 if request.method == "POST" else 200
    return render(request, "conferences/invite.html", context, status=status)
