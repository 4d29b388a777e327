"""Proposals of a draft side by side: the last of each body, beside what stands in the line."""

from __future__ import annotations

from dataclasses import dataclass

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.text import vi_key

from ..models import Draft, DraftLine, Proposal, ProposalAsked
from .drafts import sees_whole


@dataclass(frozen=True)
class Voice:
    """One body on one line: its last proposal, how many it made, whether it leads the line."""

    body: Body
    leads: bool
    proposal: Proposal | None
    earlier: int
    mine: bool


def voices(draft: Draft, found: list[DraftLine], *, seen_by: Actor) -> dict[int, list[Voice]]:
    """By line: who proposes, the lead first. A body sees its own, who plans sees all. Two queries."""
    mine = seen_by.bodies(Permission.PLAN_PROPOSE)
    whole = sees_whole(seen_by, draft)
    made: dict[tuple[int, int], list[Proposal]] = {}
    proposals = Proposal.objects.filter(line__draft=draft).select_related("body")
    for each in proposals.order_by("proposed_at", "pk"):
        made.setdefault((each.line_id, each.body_id), []).append(each)
    asked: dict[int, list[Body]] = {}
    for ask in ProposalAsked.objects.filter(line__draft=draft).select_related("body"):
        asked.setdefault(ask.line_id, []).append(ask.body)
    shown: dict[int, list[Voice]] = {}
    for line in found:
        shown[line.pk] = [
            _voice(line, body, made.get((line.pk, body.pk), []), mine)
            for body in _bodies(line, asked.get(line.pk, []), made)
            if whole or mine is None or body.pk in mine
        ]
    return shown


def _voice(line: DraftLine, body: Body, made: list[Proposal], mine: frozenset[int] | None) -> Voice:
    return Voice(
        body=body,
        leads=body.pk == line.lead_body_id,
        proposal=made[-1] if made else None,
        earlier=max(0, len(made) - 1),
        mine=mine is None or body.pk in mine,
    )


def _bodies(
    line: DraftLine, asked: list[Body], made: dict[tuple[int, int], list[Proposal]]
) -> list[Body]:
    """The lead, then those asked, then those who proposed while they led."""
    found = {line.lead_body.pk: line.lead_body} if line.lead_body else {}
    others = {body.pk: body for body in asked}
    others |= {pk: each[0].body for (of, pk), each in made.items() if of == line.pk}
    for body in sorted(others.values(), key=lambda body: vi_key(str(body))):
        found.setdefault(body.pk, body)
    return list(found.values())


def proposal(draft: Draft, pk: int) -> Proposal:
    """One proposal of a draft, for who settles it. Raises Missing."""
    found = Proposal.objects.filter(line__draft=draft, pk=pk).select_related("body", "line").first()
    if found is None:
        raise Missing("draft.missing")
    return found
