"""Handing a report in: one snapshot of every cell, once, whoever presses how often.

Everything is read before the transaction; inside it the first statement is a conditional
UPDATE that takes the one lock, so that hundreds may file in the same second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import DateField, F, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.domain.figures import Value as Stated
from dieuhanh.domain.text import storable
from dieuhanh.domain.wording.checks import finding_text

from ..models import DraftCell, Filing, FormRow, Step, Submission
from ..queries.cells import NOTHING, Key, TypedCell, snapshot, typed, typed_drafts
from ..queries.checking import blocking, findings_of
from ..queries.sheets import areas_of, rows_of
from ..queries.submissions import OPEN_STATES
from ..queries.submissions import submission as find_submission

if TYPE_CHECKING:
    from .drafts import CellChange


@dataclass(frozen=True)
class _Handing:
    """What is to be handed in, all of it read."""

    by: Actor
    found: Submission
    cells: list[dict[str, Any]]
    typed: Mapping[Key, TypedCell]
    via: str
    key: str
    whole: bool
    rows: Mapping[str, FormRow]
    today: date


def file_submission(
    *,
    by: Actor,
    submission: int,
    today: date,
    via: str = "page",
    idempotency_key: str = "",
    cells: Sequence[CellChange] | None = None,
) -> Filing:
    """Hand a submission in, from its drafts or, with `cells`, from these alone.

    Given cells replace the drafts whole. The same key again returns the same filing and writes
    nothing. Raises Missing, Refused, BadInputs with every cell that blocks it, BadInput
    ("filing.…") when it is no longer the filler's turn.
    """
    found = find_submission(submission, seen_by=by)
    by.require(Permission.FIGURE_ENTER, body=found.body_id)
    rows = {row.key: row for row in rows_of(found) if row.kind == "entry"}
    said = typed_drafts(found, rows.values()) if cells is None else _given(found, rows, cells)
    kept = snapshot(said)
    if idempotency_key and (
        same := _same_key(found, idempotency_key, kept, given=cells is not None)
    ):
        return same
    _check_turn(found.state)
    if today < found.round.opens_on:
        raise BadInput("filing.not_open", day=write_vi_date(found.round.opens_on))
    _check_cells(found, rows, said, kept)
    handing = _Handing(by, found, kept, said, via, idempotency_key, cells is not None, rows, today)
    return _hand_in(handing)


@verb
def _hand_in(what: _Handing) -> Filing:
    found, now = what.found, timezone.now()
    if not _take_turn(what, now):
        return _why_not(what)
    filing = Filing.objects.create(
        submission=found,
        number=found.filings + 1,
        cells=what.cells,
        checksum=checksum(what.cells),
        via=what.via,
        idempotency_key=what.key,
        filed_at=now,
        filed_by=what.by.name,
        actor_id=what.by.id,
    )
    Step.objects.create(
        submission=found, filing=filing, kind="filed", body=found.body, at=now, by=what.by.name
    )
    replaced = _replace_drafts(what, now) if what.whole else None
    record(
        by=what.by, verb="submission.filed", subject=f"{found.round.code}/{found.body.code}",
        was=replaced, now={"filing": filing.number, "via": what.via}, count=len(what.cells),
        checksum=filing.checksum,
    )  # fmt: skip
    return filing


def _take_turn(what: _Handing, now: datetime) -> bool:
    """From the filler to the first approver, if nobody did or typed anything since it was read."""
    found = what.found
    turn = Submission.objects.filter(
        pk=found.pk, state__in=OPEN_STATES, stage=0, filings=found.filings
    )
    if not what.whole:
        turn = turn.filter(revision=found.revision)
    return bool(
        turn.update(
            state="submitted",
            stage=1,
            holder_id=found.route[0],
            filings=F("filings") + 1,
            first_filed_at=Coalesce("first_filed_at", now),
            first_filed_on=Coalesce("first_filed_on", Value(what.today, DateField())),
            filed_at=now,
            **({"revision": F("revision") + 1} if what.whole else {}),
        )
    )


def _why_not(what: _Handing) -> Filing:
    """Somebody was faster: the same request, another filing, or another hand in the cells."""
    if what.key and (same := _same_key(what.found, what.key, what.cells, given=what.whole)):
        return same
    _check_turn(Submission.objects.values_list("state", flat=True).get(pk=what.found.pk))
    raise BadInput("filing.changed_meanwhile")


def _check_turn(state: str) -> None:
    if state not in OPEN_STATES:
        raise BadInput("filing.already_approved" if state == "approved" else "filing.already_filed")


def _same_key(
    found: Submission, key: str, cells: list[dict[str, Any]], *, given: bool
) -> Filing | None:
    """The filing made with this key. Raises BadInput where other content was given with it."""
    same = Filing.objects.filter(submission=found, idempotency_key=key).first()
    if same is not None and given and same.checksum != checksum(cells):
        raise BadInput("filing.key_reused")
    return same


def _given(
    found: Submission, rows: Mapping[str, FormRow], cells: Sequence[CellChange]
) -> dict[Key, TypedCell]:
    areas = {area.pk for area in areas_of(found)}
    said: dict[Key, TypedCell] = {}
    for each in cells:
        if each.row_key not in rows or each.area_id not in areas:
            raise BadInput("filing.unknown_cell", row=each.row_key)
        text, note = storable(each.text), storable(each.note or "")
        said[each.row_key, each.area_id] = typed(rows[each.row_key], text, note)
    return said


def _check_cells(
    found: Submission,
    rows: Mapping[str, FormRow],
    said: Mapping[Key, TypedCell],
    kept: list[dict[str, Any]],
) -> None:
    """Every unreadable cell and every hard finding at once; soft ones need the cell's note."""
    if not any(each["text"].strip() for each in kept):
        raise BadInput("filing.empty")
    areas = {area.pk: area.name for area in areas_of(found)}
    faults = [_too_long(rows[row], areas[area], each) for (row, area), each in said.items()]
    faults += [
        BadInput(
            "filing.finding",
            area=areas[finding.area_id],
            said=finding_text(finding, "vi"),
            said_en=finding_text(finding, "en"),
        )
        for finding in blocking(findings_of(found, said, areas=list(areas)))
    ]
    if told := [fault for fault in faults if fault is not None]:
        raise BadInputs(told)


def _too_long(row: FormRow, area: str, each: TypedCell) -> BadInput | None:
    """A number with more digits than sums could keep exact."""
    try:
        if each.cell.number is not None:
            Stated(row.unit, number=each.cell.number).check()
    except BadInput as fault:
        return BadInput("filing.digits", row=row.label, area=area, text=fault.values["text"])
    return None


def _replace_drafts(what: _Handing, now: datetime) -> dict[str, Any] | None:
    """Bring the drafts to what was handed in; whatever was typed and differs goes on record."""
    by_id = {row.pk: row.key for row in what.rows.values()}
    held = {
        (by_id[row], area): (text, note)
        for row, area, text, note in DraftCell.objects.filter(submission=what.found).values_list(
            "row_id", "area_id", "text", "note"
        )
        if row in by_id
    }
    wanted = {key: what.typed.get(key, NOTHING) for key in {*what.typed, *held}}
    differing = {
        key: each for key, each in wanted.items() if held.get(key, ("", "")) != _pair(each)
    }
    if differing:
        DraftCell.objects.bulk_create(
            _drafts(what, differing, now),
            update_conflicts=True,
            unique_fields=["submission", "row", "area"],
            update_fields=["text", "note", "revision", "edited_by", "edited_at", "writer"],
        )
    lost = {f"{k[0]}/{k[1]}": list(held[k]) for k in differing if any(held.get(k, ()))}
    return lost or None


def _pair(each: TypedCell) -> tuple[str, str]:
    return each.text, each.note


def _drafts(
    what: _Handing, differing: Mapping[Key, TypedCell], now: datetime
) -> Iterable[DraftCell]:
    for (row, area), each in sorted(differing.items()):
        yield DraftCell(
            submission=what.found,
            row=what.rows[row],
            area_id=area,
            text=each.text,
            note=each.note,
            revision=what.found.revision + 1,
            edited_by=what.by.name,
            writer=f"{what.by.id}/{what.via}"[:160],
            edited_at=now,
        )


__all__ = ["file_submission"]
