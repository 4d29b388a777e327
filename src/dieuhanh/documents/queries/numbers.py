"""Numbers of a series that are taken: by papers issued here, and by those the register knows."""

from __future__ import annotations

from dieuhanh.bodies.models import Body
from dieuhanh.domain.papers import Taken, parse_number
from dieuhanh.paper.writing.rules import document_type

from ..models import Document, Paper


def taken(issuer: Body, kind: str, year: int) -> list[Taken]:
    """Every number of a body, type and year that is in the books. Two queries."""
    here = Paper.objects.filter(issuer=issuer, kind=kind, year=year, number__isnull=False)
    given = here.values_list("number", "issued_on")
    found = {number: Taken(number, on) for number, on in given if number is not None}
    registered = Document.objects.filter(issuer=issuer, issued_on__year=year, written=None)
    for printed, of, on in registered.values_list("number", "type", "issued_on"):
        read = parse_number(printed)
        if read is not None and _is_of(kind, of, read[1]):
            found.setdefault(read[0], Taken(read[0], on))
    return sorted(found.values())


def _is_of(kind: str, named: str, symbol: str) -> bool:
    """Whether a registered paper is of the type: by its name, else by what its symbol opens with."""
    of = document_type(kind)
    if named:
        return named.casefold() == of.name.casefold()
    return of.own_symbol and symbol.partition("-")[0] == of.abbreviation


__all__ = ["taken"]
