"""Adding, removing, moving and renumbering the lines of a draft."""

from __future__ import annotations

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.indicators import Better, ValueStatus

from ..models import Draft, DraftLine
from ..queries.drafts import in_order
from .drafts import open_for_edit


@verb
def add_line(*, by: Actor, draft: Draft, part_of: DraftLine | None = None) -> DraftLine:
    """An empty line at the end, or at the end of a whole's parts."""
    held = open_for_edit(by, draft)
    siblings = DraftLine.objects.filter(draft=held, parent=part_of)
    last = siblings.order_by("-position").first()
    line = DraftLine.objects.create(
        draft=held, parent=part_of, position=last.position + 1 if last else 1, kind="level",
        comparator="at_least", better=Better.HIGHER, value_status=ValueStatus.STATED,
        no=_next_no(held, part_of),
    )  # fmt: skip
    record(by=by, verb="draft.line_added", subject=held.code, now={"line": line.pk})
    return line


def _next_no(draft: Draft, part_of: DraftLine | None) -> str:
    taken = set(DraftLine.objects.filter(draft=draft).values_list("no", flat=True))
    prefix = f"{part_of.no}." if part_of else ""
    number = DraftLine.objects.filter(draft=draft, parent=part_of, removed=False).count() + 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


@verb
def remove_line(*, by: Actor, draft: Draft, line: int, removed: bool = True) -> None:
    """Take a line out, or put it back; everything typed into it stays."""
    held = open_for_edit(by, draft)
    found = _line(held, line)
    found.removed = removed
    found.save(update_fields=["removed"])
    told = "draft.line_removed" if removed else "draft.line_restored"
    record(by=by, verb=told, subject=held.code, now={"line": line, "name": found.name})


@verb
def move_line(*, by: Actor, draft: Draft, line: int, up: bool) -> None:
    """One place up or down among the lines beside it."""
    held = open_for_edit(by, draft)
    found = _line(held, line)
    beside = [
        each
        for each in DraftLine.objects.filter(draft=held, parent=found.parent_id, removed=False)
        if each.pk != found.pk or not found.removed
    ]
    place = next((i for i, each in enumerate(beside) if each.pk == found.pk), None)
    other = None if place is None else place + (-1 if up else 1)
    if place is None or other is None or not 0 <= other < len(beside):
        return
    beside[place], beside[other] = beside[other], beside[place]
    for position, each in enumerate(beside, start=1):
        if each.position != position:
            each.position = position
            each.save(update_fields=["position"])
    record(by=by, verb="draft.line_moved", subject=held.code, now={"line": line, "up": up})


@verb
def renumber(*, by: Actor, draft: Draft) -> None:
    """Numbers in the order of the lines: 1, 2, 2.1, 2.2, 3."""
    held = open_for_edit(by, draft)
    found = DraftLine.objects.filter(draft=held, removed=False).order_by("position", "pk")
    numbers: dict[int, str] = {}
    counts: dict[int | None, int] = {}
    was: dict[str, str] = {}
    for line in in_order(list(found)):
        parent = line.parent_id if line.parent_id in numbers else None
        counts[parent] = counts.get(parent, 0) + 1
        prefix = f"{numbers[parent]}." if parent is not None else ""
        numbers[line.pk] = f"{prefix}{counts[parent]}"
        if line.no != numbers[line.pk]:
            was[str(line.pk)], line.no = line.no, numbers[line.pk]
            line.save(update_fields=["no"])
    if was:
        now = {pk: numbers[int(pk)] for pk in was}
        record(by=by, verb="draft.renumbered", subject=held.code, was=was, now=now, count=len(was))


def _line(draft: Draft, pk: int) -> DraftLine:
    found = DraftLine.objects.filter(draft=draft, pk=pk).first()
    if found is None:
        raise Missing("draft.missing")
    return found
