"""The head and the foot of a composed paper: who issues it, who it goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.documents.queries.blank import archive_of, letterhead_of
from dieuhanh.documents.queries.usage import signed_for
from dieuhanh.paper.writing.compose.orders import named
from dieuhanh.paper.writing.compose.saying import Frame
from dieuhanh.paper.writing.model import Signature

ABOVE = {"tinh_uy": "Thường trực", "hdnd": "Thường trực", "mat_tran": "Ban Thường trực"}
"""Who is sent a committee's papers, in the order they are named."""
LEADERS = "Chủ tịch, các Phó Chủ tịch {issuer}"


@dataclass(frozen=True)
class Choice:
    """What the composer chose: who signs, and the unit in a letter's symbol; empty for the usual."""

    signing: str = ""
    unit: str = ""


USUAL = Choice()


def frame_of(
    issuer: Body, kind: str, on: date, *, choice: Choice = USUAL,
    addressed_to: tuple[str, ...] = (), recipients: tuple[str, ...] = (),
    fields: Iterable[str] = (),
) -> Frame:  # fmt: skip
    """As they follow from the issuer and what was chosen; the signer's name stays blank until it is
    known. `fields` are those a letter deals with, by which its unit is found.

    Raises BadInput("paper.signing…" | "paper.unit").
    """
    head = letterhead_of(issuer, kind, on, unit=choice.unit, fields=fields)
    signed = signed_for(issuer, kind, choice.signing)
    first = ("Như trên",) if addressed_to else ()
    return Frame(
        replace(head, name=issuer.name), Signature(signed.post, signed.on_behalf), issuer.name,
        addressed_to, (*first, *recipients), archive_of(head, kind, issuer),
    )  # fmt: skip


def usual_recipients(issuer: Body) -> tuple[str, ...]:
    """Who is sent a committee's report: those above and beside it that the register knows."""
    rank = list(ABOVE)
    beside = Body.objects.filter(area=issuer.area, kind__in=ABOVE).order_by("pk")
    told = [
        f"{ABOVE[each.kind]} {each.name}"
        for each in sorted(beside, key=lambda each: rank.index(each.kind))
        if each.pk != issuer.pk
    ]
    if issuer.kind == "ubnd":
        told.insert(2, LEADERS.format(issuer=issuer.name))
    return tuple(told)


def in_a_row(bodies: tuple[str, ...]) -> tuple[str, ...]:
    """Bodies as one line of recipients; no line for none."""
    return (named(bodies),) if bodies else ()


__all__ = ["USUAL", "Choice", "frame_of", "in_a_row", "usual_recipients"]
