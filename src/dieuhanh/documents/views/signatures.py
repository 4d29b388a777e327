"""The signatures of a paper's PDF: checked when they are looked at, a part of the paper's page."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.signatures import (
    cover_text,
    revocation_text,
    standing_text,
    time_text,
    trust_text,
)
from dieuhanh.paper.signed import Signature, Standing
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from .. import queries
from ..queries.signatures import Checked, signatures_in

LOOKS = {
    Standing.VALID: ("exceeded", "met"),
    Standing.UNTRUSTED: ("no_data", "none"),
    Standing.CHANGED: ("not_met", "not_met"),
    Standing.BROKEN: ("not_met", "not_met"),
}


class Told(NamedTuple):
    """One signature in words, with the colour and the shape of its standing."""

    signature: Signature
    standing: str
    look: str
    mark: str
    time: str
    cover: str
    trust: str


@require_GET
def signatures(request: Asked, code: str) -> HttpResponse:
    """The signatures of one paper of the register."""
    document = queries.document(code, seen_by=request.actor)
    return told_page(request, signatures_in(document, on=request.today), document.title)


def told_page(request: Asked, checked: Checked, title: str) -> HttpResponse:
    """What was found, as a part of a page, or as a page of its own where no script asked."""
    lang = page_lang()
    context = {
        "title": title,
        "signatures": [_told(each) for each in checked.signatures],
        "fault": message(checked.fault, lang) if checked.fault else "",
        "revocation": revocation_text(lang),
    }
    part = "documents/signatures.html"
    whole = "documents/signatures_page.html"
    return render(request, part if request.headers.get("HX-Request") else whole, context)


def _told(signature: Signature) -> Told:
    lang = page_lang()
    look, mark = LOOKS[signature.standing]
    return Told(
        signature, standing_text(signature.standing, lang), look, mark,
        time_text(stamped=signature.stamped, lang=lang), cover_text(signature.cover, lang),
        trust_text(
            signature.trust, lang, issuer=signature.issuer, since=_day(signature.valid_from),
            until=_day(signature.valid_until),
        ),
    )  # fmt: skip


def _day(moment: datetime | None) -> str:
    return write_vi_date(timezone.localtime(moment).date()) if moment else "?"


__all__ = ["signatures", "told_page"]
