"""Opening rounds: one form sent to everyone who owes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.rounds import RoundDays, RoundTerms, check_order
from dieuhanh.domain.working_days import WorkCalendar

from ..models import FormVersion, Round, RoundDue, Submission
from ..queries.calendar import work_calendar
from ..queries.fillers import Filler
from ..queries.rounds import Proposal, proposed_round


@verb
def open_round(
    *, by: Actor, version: FormVersion, terms: RoundTerms, simulated: bool = False
) -> Round:
    """Open a round and owe it to everyone the form is asked of: one submission a body.

    Reads a fixed number of times and writes in bulk. Raises BadInput("round.…", "reporting.…"),
    Refused.
    """
    form = version.form
    by.require(Permission.ROUND_EDIT, body=form.owner_id)
    proposal = proposed_round(version, terms)
    if Round.objects.filter(code=proposal.code).exists():
        raise BadInput("round.twice", name=proposal.name)
    opened = _round(by, version, terms, proposal, simulated=simulated)
    opened.save()
    _put_dues(opened, proposal.days)
    Submission.objects.bulk_create(
        [_submission(opened, filler) for filler in proposal.fillers.bodies], batch_size=2000
    )
    record(
        by=by, verb="round.opened", subject=opened.code, count=len(proposal.fillers.bodies),
        now=_told(opened, proposal), checksum=checksum(
            [[each.body.code, each.route] for each in proposal.fillers.bodies]
        ),
    )  # fmt: skip
    return opened


@verb
def move_due(*, by: Actor, round: Round, level: str, day: date) -> RoundDue:  # noqa: A002
    """Change a level's last day; a day off moves to the next that is worked."""
    by.require(Permission.ROUND_EDIT, body=round.version.form.owner_id)
    due = RoundDue.objects.filter(round=round, level=level).first()
    if due is None:
        raise BadInput("round.no_level", level=level[:20])
    if day < round.opens_on:
        raise BadInput(
            "round.due_before_opening",
            due=day.strftime("%d/%m/%Y"), opens=round.opens_on.strftime("%d/%m/%Y"),
        )  # fmt: skip
    was = due.due_on.isoformat()
    calendar: WorkCalendar = work_calendar(day.year)
    due.due_on, due.moved_from = calendar.due(day)
    others = RoundDue.objects.filter(round=round).exclude(pk=due.pk)
    check_order({Level(each.level): each.due_on for each in (due, *others)})
    due.save(update_fields=["due_on", "moved_from"])
    record(
        by=by, verb="round.due_moved", subject=f"{round.code}/{level}",
        was=was, now=due.due_on.isoformat(),
    )  # fmt: skip
    return due


def _round(
    by: Actor, version: FormVersion, terms: RoundTerms, proposal: Proposal, *, simulated: bool
) -> Round:
    days = proposal.days
    return Round(
        version=version, code=proposal.code, name=proposal.name, name_en=proposal.name_en,
        kind=terms.kind.value, basis=terms.basis.value, named=str(days.named), period=days.period,
        opens_on=days.opens_on, closes_on=days.closes_on, status=terms.status.value,
        citation=days.citation, reminders=sorted(terms.reminders), simulated=simulated,
        opened_at=timezone.now(), opened_by=by.name, note=terms.note,
    )  # fmt: skip


def _put_dues(opened: Round, days: RoundDays) -> None:
    RoundDue.objects.bulk_create(
        RoundDue(round=opened, level=level.value, due_on=due.day, moved_from=due.moved_from)
        for level, due in days.dues.items()
    )


def _submission(opened: Round, filler: Filler) -> Submission:
    return Submission(
        round=opened, body=filler.body, route=list(filler.route), state="draft", holder=filler.body
    )


def _told(opened: Round, proposal: Proposal) -> dict[str, Any]:
    dues = {level.value: due.day.isoformat() for level, due in proposal.days.dues.items()}
    return {
        "form": f"{opened.version.form.code}/{opened.version.number}",
        "period": opened.period, "status": opened.status, "dues": dues,
    }  # fmt: skip
