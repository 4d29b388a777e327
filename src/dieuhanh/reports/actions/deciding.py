"""Deciding on what was handed in: approve one or many, return with remarks, take back.

The rows are locked in one order, looked at again under the lock, and only then changed: of two
approvers at once one approves, the other reads who did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing

from ..models import Figure, Filing, FormRow, Remark, Step, Submission
from ..queries.sheets import areas_of, rows_of
from ..queries.submissions import submission as find_submission
from ..queries.submissions import submissions as submissions_seen
from .appending import append_figures
from .approved import figures_of

BATCH = 500
MOST_TOLD = 5
MOST_ID = 2**63 - 1  # a database asked for more breaks instead of finding nothing


@dataclass(frozen=True)
class Approved:
    """What an approval did: whose reports, those now final among them, and how many figures."""

    submissions: tuple[int, ...]
    final: tuple[int, ...]
    figures: int


class CellRemark(NamedTuple):
    """What the approver says of one cell."""

    row_key: str
    area_id: int
    text: str


def approve(
    *,
    by: Actor,
    submissions: Sequence[int],
    today: date,
    comment: str = "",
    seen: Mapping[int, int] | None = None,
) -> Approved:
    """Pass reports on; the last approval of a report states its figures, known from `today`.

    All or none. `seen` gives the number of the filing that was read, so that nobody approves
    what was filed again meanwhile. Raises Missing, Refused, BadInput("decision.…").
    """
    wanted = sorted(set(submissions))
    if not wanted:
        raise BadInput("decision.none")
    related = ("round__version__form", "body", "holder")
    held = submissions_seen(seen_by=by).filter(pk__in=[pk for pk in wanted if pk <= MOST_ID])
    found = list(held.select_related(*related).order_by("pk"))
    if len(found) != len(wanted):
        raise Missing("submission.missing")
    for each in found:
        _require(by, each)
        if seen is not None and seen.get(each.pk, each.filings) != each.filings:
            raise BadInput("decision.changed", body=str(each.body))
    final = [each for each in found if each.stage >= len(each.route)]
    now = timezone.now()
    return _approve(by, found, _figures(by, final, today, now), now, comment)


def _require(by: Actor, found: Submission) -> None:
    """The holder's approver, or whoever approved for it a moment ago: told what happened."""
    stage = found.stage if found.state == "submitted" else len(found.route)
    bodies = {found.holder_id} if found.state == "submitted" else set(found.route[:stage])
    if not any(by.may(Permission.FIGURE_APPROVE, body=body) for body in bodies if body):
        by.require(Permission.FIGURE_APPROVE, body=-1)
    if found.state != "submitted":
        raise _taken(found)


def _taken(found: Submission) -> BadInput:
    """Why it no longer waits here, and by whose hand."""
    last = Step.objects.filter(submission=found).order_by("-pk").first()
    if last is None:
        return BadInput("decision.not_filed", body=str(found.body))
    body, by = str(found.body), last.by
    match last.kind:
        case "approved":
            return BadInput("decision.approved_already", body=body, by=by)
        case "returned":
            return BadInput("decision.returned_already", body=body, by=by)
        case "taken_back":
            return BadInput("decision.taken_back_already", body=body)
    return BadInput("decision.changed", body=body)


def _figures(by: Actor, final: Sequence[Submission], today: date, now: datetime) -> list[Figure]:
    """The figures those reports state: two queries, however many they are."""
    if not final:
        return []
    filings = _last_filings(final)
    versions = {each.round.version_id for each in final}
    rows: dict[int, list[FormRow]] = {}
    for row in FormRow.objects.filter(version__in=versions).select_related("indicator"):
        rows.setdefault(row.version_id, []).append(row)
    made: list[Figure] = []
    for each in final:
        filing = filings[each.pk]
        filing.submission = each
        made += figures_of(filing, rows[each.round.version_id], by=by.name, today=today, now=now)
    return made


def _last_filings(found: Sequence[Submission]) -> dict[int, Filing]:
    last = {each.pk: each.filings for each in found}
    kept = Filing.objects.filter(submission__in=last, number__in=set(last.values()))
    return {f.submission_id: f for f in kept if last[f.submission_id] == f.number}


@verb
def _approve(
    by: Actor, found: Sequence[Submission], figures: list[Figure], now: datetime, comment: str
) -> Approved:
    _lock(found)
    final = []
    for each in found:
        body, last = each.holder, each.stage >= len(each.route)
        each.steps_body = body  # type: ignore[attr-defined]
        if last:
            each.state, each.holder, each.approved_at = "approved", None, now
            final.append(each.pk)
        else:
            each.holder_id = each.route[each.stage]
            each.stage += 1
    waiting = Submission.objects.filter(state="submitted")
    fields = ["state", "stage", "holder", "approved_at"]
    waiting.bulk_update(found, fields, batch_size=BATCH)
    filings = _last_filings(found)
    Step.objects.bulk_create(
        [
            Step(
                submission=each, filing=filings[each.pk], kind="approved",
                body=each.steps_body, comment=comment, at=now, by=by.name,  # type: ignore[attr-defined]
            )
            for each in found
        ],
        batch_size=BATCH,
    )  # fmt: skip
    told = {f"{each.round.code}/{each.body.code}": filings[each.pk].checksum for each in found}
    _record(
        by, found[0].round.code, {"filings": told, "final": len(final), "comment": comment}, figures
    )
    return Approved(tuple(each.pk for each in found), tuple(final), len(figures))


def _record(by: Actor, subject: str, now: dict[str, Any], figures: list[Figure]) -> None:
    """One line for all of it; the figures are appended under it."""
    name = "submissions.approved"
    if figures:
        append_figures(by=by, verb=name, subject=subject, figures=figures, now=now)
    else:
        sha = checksum(now["filings"])
        record(by=by, verb=name, subject=subject, now=now, count=len(now["filings"]), checksum=sha)


def _lock(found: Sequence[Submission]) -> None:
    """Lock the rows, in order, and look again. Raises BadInput if one is not as it was read."""
    rows = Submission.objects.select_for_update().filter(pk__in=[each.pk for each in found])
    columns = ("pk", "state", "stage", "filings")
    now = {row[0]: row[1:] for row in rows.order_by("pk").values_list(*columns)}
    for each in found:
        if now[each.pk] != (each.state, each.stage, each.filings):
            raise _taken(each)


@verb
def give_back(
    *,
    by: Actor,
    submission: int,
    comment: str,
    remarks: Sequence[CellRemark] = (),
    seen: int | None = None,
) -> Submission:
    """Return a report to its filler, with what is to be mended, cell by cell.

    `seen` is the number of the filing that was read: what was filed again meanwhile is not
    returned with remarks on other cells. Raises Missing, Refused, BadInput("decision.…"),
    BadInput("return.no_reason") without a comment or a remark.
    """
    found = find_submission(submission, seen_by=by)
    _require(by, found)
    if seen is not None and seen != found.filings:
        raise BadInput("decision.changed", body=str(found.body))
    said = [remark for remark in remarks if remark.text.strip()]
    if not comment.strip() and not said:
        raise BadInput("return.no_reason")
    _lock([found])
    holder, now = found.holder, timezone.now()
    words = comment.strip() or _in_one(found, said)
    _to_filler(found, "returned")
    filing = Filing.objects.get(submission=found, number=found.filings)
    step = {"at": now, "by": by.name}
    Step.objects.create(
        submission=found, filing=filing, kind="returned", body=holder, comment=words, **step
    )
    Remark.objects.bulk_create(_remarks(found, filing, said, step))
    record(
        by=by, verb="submission.returned", subject=f"{found.round.code}/{found.body.code}",
        now={
            "filing": filing.number, "comment": comment.strip(),
            "remarks": {f"{r.row_key}/{r.area_id}": r.text.strip() for r in said},
        },
    )  # fmt: skip
    return found


def _in_one(found: Submission, said: Sequence[CellRemark]) -> str:
    """What was said at the cells, for whoever is told of the return without seeing them."""
    labels = {row.key: row.label for row in rows_of(found)}
    told = [f"{labels.get(each.row_key, '')}: {each.text.strip()}" for each in said]
    more = ["…"] if len(told) > MOST_TOLD else []
    return "; ".join([*told[:MOST_TOLD], *more])


def _remarks(
    found: Submission, filing: Filing, said: Sequence[CellRemark], step: Mapping[str, object]
) -> list[Remark]:
    if not said:
        return []
    rows = {row.key: row for row in rows_of(found)}
    areas = {area.pk for area in areas_of(found)}
    made = []
    for each in said:
        if each.row_key not in rows or each.area_id not in areas:
            raise BadInput("filing.unknown_cell", row=each.row_key)
        made.append(
            Remark(
                submission=found, filing=filing, row=rows[each.row_key], area_id=each.area_id,
                text=each.text.strip(), **step,
            )
        )  # fmt: skip
    return made


def _to_filler(found: Submission, state: str) -> None:
    """Back to the one who fills it in, from wherever it waited."""
    waiting = Submission.objects.filter(pk=found.pk, state="submitted", filings=found.filings)
    if not waiting.update(state=state, stage=0, holder=found.body_id):
        raise _taken(found)
    found.state, found.stage, found.holder_id = state, 0, found.body_id


@verb
def take_back(*, by: Actor, submission: int) -> Submission:
    """Take one's own report back while no approver has acted on it.

    Raises Missing, Refused, BadInput("decision.…") once somebody has.
    """
    found = find_submission(submission, seen_by=by)
    by.require(Permission.FIGURE_ENTER, body=found.body_id)
    if found.state != "submitted" or found.stage != 1:
        raise _taken(found)
    _lock([found])
    filing = Filing.objects.get(submission=found, number=found.filings)
    _to_filler(found, "draft")
    Step.objects.create(
        submission=found, filing=filing, kind="taken_back", body=found.body,
        at=timezone.now(), by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="submission.taken_back", subject=f"{found.round.code}/{found.body.code}",
        now={"filing": filing.number},
    )  # fmt: skip
    return found


__all__ = ["Approved", "CellRemark", "approve", "give_back", "take_back"]
