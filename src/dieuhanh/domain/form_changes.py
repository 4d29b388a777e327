"""What changed between two versions of a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .forms import FormHead, RowSpec

TOLD = (
    "no", "label", "label_en", "kind", "indicator", "breakdown", "span", "unit", "decimals",
    "required", "parent", "numerator", "denominator",
)  # fmt: skip


class ChangeKind(StrEnum):
    """What happened to a row, or to the form's head."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class FormChange:
    """One change; `name` is the field that changed, with what it was and is."""

    kind: ChangeKind
    key: str = ""
    label: str = ""
    name: str = ""
    was: str = ""
    now: str = ""


def changes(
    before: Sequence[RowSpec],
    after: Sequence[RowSpec],
    heads: tuple[FormHead, FormHead] | None = None,
) -> tuple[FormChange, ...]:
    """Changes by the order of the newer form, rows that are gone last. Rows are one by their key.

    >>> [str(c.kind) for c in changes([RowSpec("a", "A")], [RowSpec("b", "B")])]
    ['added', 'removed']
    """
    found: list[FormChange] = []
    if heads:
        found += _of_head(*heads)
    old = {row.key: row for row in before}
    for row in after:
        was = old.get(row.key)
        if was is None:
            found.append(FormChange(ChangeKind.ADDED, row.key, row.label))
            continue
        for name in TOLD:
            one, other = _told(getattr(was, name)), _told(getattr(row, name))
            if one != other:
                found.append(FormChange(ChangeKind.CHANGED, row.key, row.label, name, one, other))
    kept = {row.key for row in after}
    found += [
        FormChange(ChangeKind.REMOVED, row.key, row.label) for row in before if row.key not in kept
    ]
    return tuple(found)


def _of_head(before: FormHead, after: FormHead) -> list[FormChange]:
    return [
        FormChange(
            ChangeKind.HEAD, name=name, was=_told(getattr(before, name)),
            now=_told(getattr(after, name)),
        )
        for name in FormHead.__slots__
        if getattr(before, name) != getattr(after, name)
    ]  # fmt: skip


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


__all__ = ["ChangeKind", "FormChange", "changes"]
