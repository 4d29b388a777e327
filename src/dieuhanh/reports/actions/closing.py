"""Closing a round with named gaps, and again when the late ones have come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text import vi_key

from ..models import Closing, Figure, Filing, Round, Submission

MOST_NAMED = 5


@verb
def close_round(
    *,
    by: Actor,
    round: int,  # noqa: A002 - the noun itself
    reasons: Mapping[str, str],
    note: str = "",
    today: date,
) -> Closing:
    """Declare a round complete, with a reason for every body that is missing.

    `reasons` go by body code. Nobody is shut out: a late report is still filed and approved,
    and the round closed again. Pressing twice closes once: where nothing changed since the last
    closing, that one is returned. Raises Missing, Refused, BadInput("closing.…").
    """
    kept = _locked(by, round)
    expected = _expected(kept)
    missing = _missing(expected, reasons)
    counted = _counted(kept)
    last = Closing.objects.filter(round=kept).order_by("-number").first()
    if last is not None and _same(last, counted, missing, note):
        return last
    closing = Closing.objects.create(
        round=kept,
        number=last.number + 1 if last else 1,
        closed_at=timezone.now(),
        closed_by=by.name,
        on=today,
        expected=len(expected),
        approved=len(expected) - len(missing),
        missing=missing,
        note=note.strip(),
        checksum=checksum(counted),
    )
    record(
        by=by, verb="round.closed", subject=f"{kept.code}/{closing.number}",
        now={"expected": closing.expected, "approved": closing.approved, "missing": missing},
        checksum=closing.checksum,
    )  # fmt: skip
    return closing


def _locked(by: Actor, pk: int) -> Round:
    """The round, held until it is closed. Raises Missing, alike for none and for not allowed."""
    found = Round.objects.select_for_update(of=("self",)).filter(pk=pk)
    kept = found.select_related("version__form").first()
    if kept is None or not by.may(Permission.ROUND_CLOSE, body=kept.version.form.owner_id):
        raise Missing("round.missing")
    return kept


def _expected(kept: Round) -> list[Submission]:
    """What every body owes it. Raises BadInput where nobody was asked yet."""
    owing = Submission.objects.filter(round=kept).select_related("body")
    if expected := list(owing.order_by("body__code")):
        return expected
    raise BadInput("closing.not_open")


def _named(bodies: list[Body]) -> str:
    """The first of them by name: a hundred in one sentence are read by nobody."""
    names = sorted((body.name for body in bodies), key=vi_key)
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")


def _missing(expected: list[Submission], reasons: Mapping[str, str]) -> list[dict[str, Any]]:
    """Whoever has not been approved, with the reason. Raises BadInput naming those without one."""
    late = [each for each in expected if each.state != "approved"]
    without = [each.body for each in late if not reasons.get(each.body.code, "").strip()]
    if without:
        raise BadInput("closing.reason", count=len(without), bodies=_named(without))
    return [
        {
            "code": each.body.code,
            "name": each.body.name,
            "state": each.state,
            "reason": reasons[each.body.code].strip(),
        }
        for each in late
    ]


def _counted(kept: Round) -> list[list[Any]]:
    """What a closing counts: the last filing of each approved report, and what corrected them."""
    approved = Filing.objects.filter(submission__round=kept, submission__state="approved")
    last = dict(approved.order_by("number").values_list("submission_id", "checksum"))
    corrected = Figure.objects.filter(filing__submission__round=kept).exclude(reason="")
    later = corrected.order_by("pk").values_list("pk", flat=True)
    return [*([pk, sha] for pk, sha in sorted(last.items())), *(["corrected", pk] for pk in later)]


def _same(
    last: Closing, counted: list[list[Any]], missing: list[dict[str, Any]], note: str
) -> bool:
    return (last.checksum, last.missing, last.note) == (checksum(counted), missing, note.strip())


__all__ = ["close_round"]
