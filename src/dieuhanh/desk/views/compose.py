"""Papers composed from the books: choose a kind and what from, look at it, begin the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import PaperSource
from dieuhanh.documents.queries.places import drafters_for, issuers_for
from dieuhanh.documents.queries.sheet import Sheet, sheet
from dieuhanh.documents.queries.sources import Cited, Line
from dieuhanh.documents.queries.usage import (
    LETTER,
    letter_units,
    signing_choices,
    signing_rule,
)
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.conventions import DEFAULT_CONVENTION, find_convention
from dieuhanh.domain.dates import read_vi_date, write_vi_date
from dieuhanh.domain.errors import BadInput, BadInputs, DieuHanhError, Missing
from dieuhanh.domain.papers.signing import usual
from dieuhanh.domain.wording import message
from dieuhanh.exchange.law import load_conventions
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import texts
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang, pick

from ..actions.composing import compose_paper
from ..queries.paper_books import PaperBooks
from ..queries.papers import COMPOSED, Choice, Kind, Wanted, choices, composed, not_to_come

NAMES = ("tu", "ngay", "soan", "ban-hanh", "quy-uoc", "ky", "don-vi")


@dataclass(frozen=True)
class Chosen:
    """What was asked for, with who drafts and who issues; the usual ones where none was named."""

    wanted: Wanted
    drafter: Body
    issuer: Body


@dataclass(frozen=True)
class Names:
    """Who drafts, who issues, and what is offered for it."""

    drafter: Body
    issuer: Body
    offered: list[tuple[str, str]]


@require_GET
def kinds(request: Asked) -> HttpResponse:
    """Every kind of paper that writes itself."""
    request.actor.require(Permission.PAPER_EDIT)
    rows = [(each.code, _named(each), _from(each)) for each in COMPOSED.values()]
    return render(request, "desk/compose_kinds.html", {"rows": rows})


def one_kind(request: Asked, kind: str) -> HttpResponse:
    """One kind: what from, by whom; the paper as it would be; the draft once it is confirmed."""
    request.actor.require(Permission.PAPER_EDIT)
    asked = _kind(kind)
    drafters = drafters_for(seen_by=request.actor, on=request.today)
    given = request.POST if request.method == "POST" else request.GET
    typed = {name: given.get(name, "").strip()[:200] for name in NAMES}
    context: dict[str, Any] = {
        "kind": asked, "name": _named(asked), "offered": [], "typed": typed, "unit": typed["don-vi"],
        "drafters": [(each.code, pick(each.name, each.name_en)) for each in drafters],
        "day": typed["ngay"] or write_vi_date(request.today),
        "convention": typed["quy-uoc"] or DEFAULT_CONVENTION,
        "conventions": [
            (key, each.title[page_lang()]) for key, each in load_conventions().items()
        ] if asked.source == "board" else [],
    }  # fmt: skip
    try:
        drafter, issuer = _bodies(request, typed, drafters)
        context |= _standing(request, asked, drafter, issuer)
        chosen = _chosen(request, asked, typed, Names(drafter, issuer, context["offered"]))
        if request.method == "POST":
            made = compose_paper(
                by=request.actor, wanted=chosen.wanted, issuer=chosen.issuer,
                drafter=chosen.drafter, today=request.today,
            )  # fmt: skip
            return redirect("documents:paper", made.pk)
        if typed["tu"]:
            content = composed(chosen.wanted, issuer=chosen.issuer, seen_by=request.actor)
            context["sheet"] = drawn(content)
    except (BadInput, BadInputs) as fault:
        context["faults"] = faults_of(fault)
    status = 400 if context.get("faults") else 200
    return render(request, "desk/compose.html", context, status=status)


def _kind(code: str) -> Kind:
    if code not in COMPOSED:
        raise Missing("paper.missing")
    return COMPOSED[code]


def _bodies(request: Asked, typed: dict[str, str], drafters: list[Body]) -> tuple[Body, Body]:
    """Who drafts and who issues. Raises BadInput("compose.drafter")."""
    if not drafters:
        raise BadInput("compose.drafter", body="")
    by_code = {each.code: each for each in drafters}
    drafter = by_code.get(typed["soan"] or drafters[0].code)
    if drafter is None:
        raise BadInput("compose.drafter", body=typed["soan"])
    issuers = issuers_for(drafter, request.today)
    issuer = next((each for each in issuers if each.code == typed["ban-hanh"]), None)
    if issuer is None:
        issuer = next((each for each in issuers if each.kind == "ubnd"), drafter)
    return drafter, issuer


def _chosen(request: Asked, kind: Kind, typed: dict[str, str], names: Names) -> Chosen:
    """Raises BadInput("compose.of" | "compose.future" | "convention.unknown" | "date.…")."""
    if typed["tu"] and typed["tu"] not in {key for key, _name in names.offered}:
        raise BadInput("compose.of", of=typed["tu"])
    on = read_vi_date(typed["ngay"]) if typed["ngay"] else request.today
    by = find_convention(load_conventions(), typed["quy-uoc"] or DEFAULT_CONVENTION).name
    choice = Choice(typed["ky"], typed["don-vi"])
    wanted = not_to_come(Wanted(kind.code, typed["tu"], on, by, choice), request.today)
    return Chosen(wanted, names.drafter, names.issuer)


def _standing(request: Asked, kind: Kind, drafter: Body, issuer: Body) -> dict[str, Any]:
    """What may be chosen for that issuer: what from, who signs, the unit of a letter."""
    issuers = issuers_for(drafter, request.today)
    rule, letter = signing_rule(kind.paper), kind.paper == LETTER
    return {
        "drafter": drafter.code,
        "issuer": issuer.code,
        "issuers": [(each.code, pick(each.name, each.name_en)) for each in issuers],
        "offered": choices(
            kind.source, seen_by=request.actor, today=request.today, issuers=[issuer]
        ),
        "signing": usual(issuer.kind, rule).value,
        "signings": signing_choices(issuer, kind.paper),
        "units": [(e.abbreviation, e.name) for e in letter_units(issuer)] if letter else [],
    }


def _named(kind: Kind) -> str:
    return pick(kind.name, kind.name_en)


def _from(kind: Kind) -> str:
    return {
        "board": _("từ bảng chỉ tiêu của một ngày, hoặc từ bản đánh giá đã chốt"),
        "conference": _("từ một hội nghị"),
        "programme": _("từ một chương trình với các nhiệm vụ của nó"),
        "version": _("từ một phiên bản kế hoạch đã phân bổ"),
        "late": _("từ các nhiệm vụ quá hạn, của một cơ quan hoặc của tất cả"),
    }[kind.source]


def drawn(content: Content) -> Sheet:
    """The paper as the page draws it, each number a link."""
    cited = {
        Cited(span.source.kind, span.source.key, span.text[:200]): span.source.label
        for text in texts(content)
        for span in text
        if span.source
    }
    hrefs = PaperBooks().hrefs(cited)
    return sheet(
        content,
        [
            Line(PaperSource(kind=each.kind, key=each.key, value=each.value, label=label[:300]),
                 "", hrefs.get(each, ""))
            for each, label in cited.items()
        ],
    )  # fmt: skip


def faults_of(fault: DieuHanhError) -> list[str]:
    """One or several faults in the page's language."""
    each = fault.faults if isinstance(fault, BadInputs) else [fault]
    return [message(one, page_lang()) for one in each]


__all__ = ["drawn", "faults_of", "kinds", "one_kind"]
