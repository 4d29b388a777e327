"""What cells say: drafts as they stand, and the snapshot a filing keeps of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dieuhanh.domain.cells import BLANK, Cell, read_cell
from dieuhanh.domain.errors import BadInput

from ..models import DraftCell, FormRow, Submission

Key = tuple[str, int]


@dataclass(frozen=True)
class TypedCell:
    """One cell as typed, and what it says; `fault` where it cannot be read."""

    text: str
    note: str
    cell: Cell
    fault: BadInput | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all was typed."""
        return not self.text.strip() and not self.note.strip()


NOTHING = TypedCell("", "", BLANK)


def typed(row: FormRow, text: str, note: str) -> TypedCell:
    """A text as a cell of a line."""
    try:
        return TypedCell(text, note, read_cell(text, row.decimals))
    except BadInput as fault:
        return TypedCell(text, note, BLANK, fault)


def typed_drafts(submission: Submission, rows: Iterable[FormRow]) -> dict[Key, TypedCell]:
    """The drafts as they stand. One query."""
    by_id = {row.pk: row for row in rows}
    kept = DraftCell.objects.filter(submission=submission)
    return {
        (by_id[row].key, area): typed(by_id[row], text, note)
        for row, area, text, note in kept.values_list("row_id", "area_id", "text", "note")
        if row in by_id
    }


def snapshot(cells: Mapping[Key, TypedCell]) -> list[dict[str, Any]]:
    """Cells as a filing keeps them, in a fixed order; those with nothing typed are left out."""
    return [
        {"row": row, "area": area, "text": each.text, "note": each.note, **each.cell.as_json()}
        for (row, area), each in sorted(cells.items())
        if not each.empty
    ]


def filed_cells(kept: Iterable[Mapping[str, Any]]) -> dict[Key, TypedCell]:
    """What `snapshot` wrote."""
    return {
        (each["row"], each["area"]): TypedCell(each["text"], each["note"], Cell.from_json(each))
        for each in kept
    }


__all__ = ["NOTHING", "Key", "TypedCell", "filed_cells", "snapshot", "typed", "typed_drafts"]
