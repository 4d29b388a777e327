"""Recording what became of bodies on a day, by a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dieuhanh.audit.actions import verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.changes import Heir, Recorded, check_change
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.trees import ONE_DAY, write_day

from ..models import Body, BodyParent, BodySuccession, Change
from ..queries import Register, area_on, never_stood
from .area_changes import keep


@verb
def record_body_change(
    *, by: Actor, change: Recorded, touched: Mapping[str, Any] | None = None
) -> Change:
    """End bodies on the eve of a day; their heirs, new or standing, answer from it on.

    What stood below goes to the one heir, or after an abolition or a split to what stood above.
    Raises Refused, BadInput("change.…" | "body.…" | "succession.…").
    """
    by.require(Permission.BODY_EDIT)
    check_change(change)
    register = Register()
    heir_codes = {heir.code for heir in change.after}
    ended = [_ending(code, change, register) for code in change.before if code not in heir_codes]
    for body in ended:
        by.require(Permission.BODY_EDIT, at=body.area_id)
    was: dict[str, Any] = {"ended": [body.pk for body in ended], "begun": [], "moved": []}
    heirs = [_heir(change, heir, ended, register, was) for heir in change.after]
    _move_parts(change, ended, heirs, register, was)
    onto: Sequence[Body | None] = heirs or [None]
    for before in ended:
        before.valid_to = change.effective - ONE_DAY
        before.save(update_fields=["valid_to"])
        for after in onto:
            BodySuccession.objects.update_or_create(
                before=before, after=after,
                defaults={
                    "effective": change.effective, "kind": change.kind.value,
                    "document": change.document, "note": change.note, "void": False,
                },
            )  # fmt: skip
    held = Register().book
    for body in ended:
        held.answering(body.code, change.effective)
    return keep("bodies", by, change, was, touched)


def _ending(code: str, change: Recorded, register: Register) -> Body:
    register.book.at(code, change.effective - ONE_DAY)
    body = register.rows[code]
    if body.valid_to is not None:
        raise BadInput("change.ended_already", name=body.name, day=write_day(body.valid_to))
    return body


def _heir(
    change: Recorded, heir: Heir, ended: Sequence[Body], register: Register, was: dict[str, Any]
) -> Body:
    """The body that follows: one that stands, or a new one like the first that ends."""
    there = Body.objects.filter(code=heir.code).first()
    if there is not None and not never_stood(there):
        register.book.at(heir.code, change.effective)
        return there
    like = ended[0]
    above = register.book.parent(like.code, change.effective - ONE_DAY)
    begun, _ = Body.objects.update_or_create(
        code=heir.code.strip(),
        defaults={
            "name": heir.name.strip(), "kind": heir.kind or like.kind,
            "area": like.area and area_on(like.area, change.effective),
            "parent": register.rows[above.code] if above else None, "note": change.note,
            "valid_from": change.effective, "valid_to": None,
        },
    )  # fmt: skip
    was["begun"].append(begun.pk)
    return begun


def _move_parts(
    change: Recorded, ended: Sequence[Body], heirs: Sequence[Body], register: Register,
    was: dict[str, Any],
) -> None:  # fmt: skip
    """What stood below the bodies that ended stands elsewhere from the day."""
    gone = {body.code for body in ended}
    for body in ended:
        above = register.book.parent(body.code, change.effective - ONE_DAY)
        onto = heirs[0] if len(heirs) == 1 else register.rows[above.code] if above else None
        for child in register.book.children(body.code, change.effective - ONE_DAY):
            if child.code in gone or onto is None or child.code == onto.code:
                continue
            moved, _ = BodyParent.objects.update_or_create(
                body=register.rows[child.code], valid_from=change.effective,
                defaults={"parent": onto, "void": False},
            )  # fmt: skip
            was["moved"].append(moved.pk)
