"""How a body's papers are signed, and which units close the symbols of its letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from dieuhanh.bodies.models import Body
from dieuhanh.domain.papers.heads import Signed
from dieuhanh.domain.papers.signing import (
    Signing,
    SigningRule,
    allowed,
    check_signing,
    in_words,
    signed_as,
)
from dieuhanh.domain.papers.symbols import issuer_abbreviation
from dieuhanh.domain.papers.units import Unit, check_unit, unit_for, units_of
from dieuhanh.exchange.law import load_signing, load_units
from dieuhanh.paper.writing.model import Signature
from dieuhanh.paper.writing.rules import document_type

from ..models import Paper

LETTER = "cong-van"
MOST_USED = 30


def signing_rule(kind: str) -> SigningRule:
    """How papers of a type are signed."""
    return load_signing().get(kind) or SigningRule(kind)


def signings_of(issuer: Body, kind: str) -> tuple[Signing, ...]:
    """The capacities in which a body may have a paper of a type signed."""
    return allowed(issuer.kind, signing_rule(kind))


def signing_choices(issuer: Body, kind: str) -> list[tuple[str, str]]:
    """Each of them with its lines as printed."""
    told = signings_of(issuer, kind)
    return [(each.value, in_words(signed_as(each, issuer.kind))) for each in told]


def signed_for(issuer: Body, kind: str, told: str = "") -> Signed:
    """The lines above the name, in the usual capacity where none is told. Raises BadInput."""
    return signed_as(check_signing(told, issuer.kind, signing_rule(kind)), issuer.kind)


def letter_units(issuer: Body) -> tuple[Unit, ...]:
    """The units of a body: those of the law files, then those its letters carried before."""
    told = units_of(load_units(own=settings.OWN_LAW_FOLDER), issuer.code, issuer.kind)
    known = {each.abbreviation for each in told}
    held = Paper.objects.filter(issuer=issuer, kind=LETTER).order_by("-pk")
    symbols = held.values_list("symbol", flat=True)[:MOST_USED]
    opening = f"{abbreviation_of(issuer)}-"
    used = {each.removeprefix(opening): None for each in symbols if each.startswith(opening)}
    return (*told, *(Unit(each, each) for each in used if each not in known))


def symbol_of(issuer: Body, kind: str, unit: str = "", fields: Iterable[str] = ()) -> str:
    """What follows the number of a body's paper. A letter's unit is the one told, else the one that
    deals with these fields. Raises BadInput("paper.unit")."""
    of = document_type(kind)
    if of.own_symbol:
        return of.symbol(abbreviation_of(issuer))
    chosen = check_unit(unit) if unit else unit_for(letter_units(issuer), fields)
    return of.symbol(abbreviation_of(issuer), chosen)


def head_choices(of: Paper, signature: Signature) -> dict[str, Any]:
    """What may be chosen for the head and the foot of a draft: the symbols of a letter, who signs,
    and who signs as it stands."""
    told = Signed(signature.on_behalf, signature.post)
    units = letter_units(of.issuer) if of.kind == LETTER else ()
    return {
        "symbols": [(symbol_of(of.issuer, of.kind, e.abbreviation), e.name) for e in units],
        "signings": signing_choices(of.issuer, of.kind),
        "signing": in_words(told),
    }


def unit_in(symbol: str, kind: str, issuer: Body) -> str:
    """The unit a letter's symbol ends with; empty of other types and where it has none."""
    if document_type(kind).own_symbol:
        return ""
    return symbol.removeprefix(abbreviation_of(issuer)).removeprefix("-")


def abbreviation_of(issuer: Body) -> str:
    """How a symbol abbreviates a body."""
    return issuer_abbreviation(issuer.short_name or issuer.name, issuer.kind)


__all__ = [
    "LETTER",
    "abbreviation_of",
    "head_choices",
    "letter_units",
    "signed_for",
    "signing_choices",
    "signing_rule",
    "signings_of",
    "symbol_of",
    "unit_in",
]
