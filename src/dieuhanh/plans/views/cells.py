"""Cells sent by a page: what each held, what was typed, and the answer a script understands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.http import HttpRequest, JsonResponse

from dieuhanh.domain.errors import BadInput


class Sent(NamedTuple):
    """One cell by the name the page gives it."""

    cell: str
    was: str
    now: str


def sent_cells(request: HttpRequest) -> list[Sent]:
    """The cells of a request: `cell`, `was` and `now`, each as often as there are cells."""
    lists = [request.POST.getlist(name) for name in ("cell", "was", "now")]
    if len({len(each) for each in lists}) != 1:
        raise BadInput("draft.uneven")
    return [Sent(*each) for each in zip(*lists, strict=True)]


def answer(
    sent: Iterable[Sent], conflicts: Mapping[str, str], fragments: Mapping[str, str]
) -> JsonResponse:
    """Which cells are safe, which somebody else changed to what, and what to show anew by id."""
    saved = [each.cell for each in sent if each.cell not in conflicts]
    return JsonResponse({"saved": saved, "conflicts": conflicts, "fragments": fragments})
