"""What still stands between a draft and its issue, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.exchange.templates import Record

from ..models import Draft, DraftLine
from .checking import check_numbers, check_target
from .parts import Held, held_of, sheets
from .reading import record_of


@dataclass(frozen=True)
class Obstacle:
    """One thing to mend, and the line it stands in (None: the draft as a whole)."""

    line: DraftLine | None
    fault: BadInput


def standing(found: Sequence[DraftLine]) -> list[DraftLine]:
    """The lines that would be issued: not removed, nor parts of what was."""
    gone = {line.pk for line in found if line.removed}
    return [line for line in found if not line.removed and line.parent_id not in gone]


def records_of(found: Sequence[DraftLine]) -> tuple[list[Record], list[Obstacle]]:
    """The standing lines as import would read them, and what cannot be read or judged."""
    by_pk = {line.pk: line for line in found}
    records: list[Record] = []
    obstacles: list[Obstacle] = []
    for place, line in enumerate(standing(found), start=1):
        parent = by_pk.get(line.parent_id) if line.parent_id else None
        try:
            record = record_of(line, parent, place)
            _check_answer(record)
            _check_there(record)
            check_target(record)
        except BadInput as fault:
            obstacles.append(Obstacle(line, fault))
            continue
        records.append(record)
    return records, obstacles


def _check_answer(record: Record) -> None:
    """Every target is named, has a body that leads it, and that body's head."""
    if not record["name"]:
        raise record.fault("cell.required", "name", label="Chỉ tiêu")
    if not record["lead_body"]:
        raise record.fault("issue.no_lead", "lead_body", no=record["no"])
    if not record["head"]:
        raise record.fault("issue.no_head", "head", no=record["no"])


def _check_there(record: Record) -> None:
    """A draft's line that is to be judged by a number has one."""
    kept = record["comparator"] == "maintain" and record["base_value"] is not None
    numberless = record["comparator"] in {"qualitative", "composite"} or kept
    if record["value_status"] == ValueStatus.UNKNOWN or numberless:
        return
    if record["value"] is None:
        raise record.fault("issue.no_value", "value", no=record["no"])


def obstacles(draft: Draft, found: Sequence[DraftLine], atlas: Atlas) -> list[Obstacle]:
    """Everything to mend before the draft can be issued."""
    records, told = records_of(found)
    ready = standing(found)
    if not ready:
        return [Obstacle(None, BadInput("issue.nothing", draft=draft.name))]
    if not told:
        try:
            check_numbers(records)
        except BadInput as fault:
            row = fault.place.row or 1
            told.append(Obstacle(ready[row - 1], fault))
    held = held_of(draft)
    for line in ready:
        told += [Obstacle(line, fault) for fault in _part_faults(line, atlas, held)]
    return told


def _part_faults(line: DraftLine, atlas: Atlas, held: dict[int, Held]) -> Iterator[BadInput]:
    for sheet in sheets(line, atlas, held.get(line.pk, Held())):
        for row, fault in sheet.faults:
            yield fault.at(Place(sheet=row.name))
        if sheet.check.needs_reason and not sheet.reason:
            whose = sheet.parent.name if sheet.parent else ""
            yield BadInput("allocation.no_reason", no=line.no, area=whose)
