"""Bodies propose, the planner settles. Every proposal stays."""

from __future__ import annotations

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.domain.numbers import read_vi, write_vi
from dieuhanh.domain.text import storable

from ..models import Draft, DraftLine, Proposal, ProposalAsked
from .drafts import CellChange, Saved, change_cells, open_for_edit

LONGEST_REASON = 1000


@verb
def ask(*, by: Actor, draft: Draft, line: DraftLine, body: Body) -> None:
    """Ask a body other than the lead for its proposal. Asked twice, it is asked once."""
    held = open_for_edit(by, draft)
    if line.draft_id != held.pk:
        raise Missing("draft.missing")
    _, new = ProposalAsked.objects.get_or_create(line=line, body=body)
    if new:
        record(
            by=by, verb="proposal.asked", subject=f"{held.code}/{line.no}", now={"body": body.code}
        )


@verb
def propose(
    *, by: Actor, draft: Draft, line: DraftLine, body: Body, value: str, reason: str, high: str = ""
) -> Proposal:
    """A body's value with its reason. Raises Refused unless the body leads the line or was asked."""
    by.require(Permission.PLAN_PROPOSE, body=body.pk)
    held = Draft.objects.get(pk=draft.pk)
    asked = ProposalAsked.objects.filter(line=line, body=body).exists()
    if line.draft_id != held.pk or line.removed or not (asked or line.lead_body_id == body.pk):
        raise Refused("refused")
    if held.state != "open":
        raise BadInput("draft.closed", draft=held.name)
    if not reason.strip():
        raise BadInput("proposal.no_reason")
    if len(reason) > LONGEST_REASON:
        raise BadInput("draft.too_long", text=reason[:40], most=LONGEST_REASON)
    low, top = read_vi(value), read_vi(high) if high.strip() else None
    if top is not None and top < low:
        raise BadInput("target.range", no=line.no)
    made = Proposal.objects.create(
        line=line, body=body, value=low, value_high=top, reason=storable(reason).strip(),
        proposed_at=timezone.now(), proposed_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="proposal.made", subject=f"{held.code}/{line.no}",
        now={"body": body.code, "value": str(low), "high": str(top or ""), "reason": made.reason},
    )  # fmt: skip
    return made


@verb
def settle(*, by: Actor, draft: Draft, proposal: Proposal, was: str) -> Saved:
    """Take a proposal's value into its line; `was` is the value the planner saw there."""
    line = proposal.line
    if line.draft_id != draft.pk:
        raise Missing("draft.missing")
    changes = [CellChange(line.pk, "value", was, write_vi(proposal.value))]
    if proposal.value_high is not None:
        changes.append(
            CellChange(line.pk, "value_high", line.value_high, write_vi(proposal.value_high))
        )
    saved = change_cells(by=by, draft=draft, changes=changes)
    if not saved.conflicts:
        record(
            by=by, verb="proposal.settled", subject=f"{draft.code}/{line.no}",
            now={"proposal": proposal.pk, "body": proposal.body.code},
        )  # fmt: skip
    return saved
