"""Making a form row by row: adding, moving, numbering. Pure: rows in, rows out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .figures import write_breakdown
from .forms import RowKind, RowSpec
from .part_names import part_names
from .text import fold

ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX",
)  # fmt: skip
Rows = tuple[RowSpec, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row needs to know of an indicator; `made` when it is a ratio of two others."""

    code: str
    name: str
    unit: str
    name_en: str = ""
    decimals: int = 0
    made: bool = False
    breakdowns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def fresh_key(label: str, rows: Iterable[RowSpec]) -> str:
    """A code for a new row, read off its label, that no other row has.

    >>> fresh_key("Giải quyết việc làm", [])
    'giai-quyet-viec-lam'
    >>> fresh_key("Số hộ", [RowSpec("so-ho", "Số hộ")])
    'so-ho-2'
    """
    stem = "-".join(re.findall(r"[a-z0-9]+", fold(label)))[:70].strip("-") or "dong"
    taken = {row.key for row in rows}
    if stem not in taken:
        return stem
    return next(f"{stem}-{n}" for n in range(2, len(taken) + 3) if f"{stem}-{n}" not in taken)


def with_heading(rows: Rows, label: str) -> Rows:
    """One heading more, at the end."""
    made = RowSpec(fresh_key(label, rows), label, RowKind.HEADING, required=False)
    return _kept_numbering(rows, (*rows, made))


def with_indicator(rows: Rows, asked: Asked) -> Rows:
    """One row more, at the end, that asks the indicator; a ratio looks for its two rows later."""
    kind = RowKind.RATIO if asked.made else RowKind.ENTRY
    made = RowSpec(
        fresh_key(asked.name, rows), asked.name, kind, label_en=asked.name_en,
        indicator=asked.code, unit=asked.unit, decimals=asked.decimals,
        required=kind is RowKind.ENTRY,
    )  # fmt: skip
    return _kept_numbering(rows, (*rows, made))


def with_parts(rows: Rows, place: int, dimension: str, codes: Sequence[str]) -> Rows:
    """ "Trong đó" rows below one, one for each code of a breakdown, those there already left out."""
    whole = rows[place]
    there = {row.breakdown for row in rows if row.indicator == whole.indicator}
    made: list[RowSpec] = []
    for code in codes:
        breakdown = write_breakdown({dimension: code})
        if breakdown in there:
            continue
        label, label_en = part_names(code)
        key = fresh_key(f"{whole.key} {code}", (*rows, *made))
        made.append(
            replace(
                whole,
                key=key,
                label=label,
                label_en=label_en,
                parent=whole.key,
                breakdown=breakdown,
            )
        )
    after = place + 1
    while after < len(rows) and rows[after].parent == whole.key:
        after += 1
    return _kept_numbering(rows, (*rows[:after], *made, *rows[after:]))


def without(rows: Rows, place: int) -> Rows:
    """All but one row; what pointed to it points nowhere."""
    gone = rows[place].key

    def kept(key: str) -> str:
        return "" if key == gone else key

    left = (
        replace(
            row,
            parent=kept(row.parent),
            numerator=kept(row.numerator),
            denominator=kept(row.denominator),
        )
        for row in (*rows[:place], *rows[place + 1 :])
    )
    return _kept_numbering(rows, tuple(left))


def moved(rows: Rows, place: int, step: int) -> Rows:
    """A row and its "trong đó" rows moved past their neighbour; at an end nothing moves."""
    blocks = _blocks(rows)
    here = next(n for n, block in enumerate(blocks) if rows[place] in block)
    if rows[place] is not blocks[here][0]:
        return _moved_inside(rows, place, step)
    there = here + step
    if not 0 <= there < len(blocks):
        return rows
    blocks[here], blocks[there] = blocks[there], blocks[here]
    return _kept_numbering(rows, tuple(row for block in blocks for row in block))


def numbered(rows: Rows) -> Rows:
    """Headings I, II; rows 1, 2 on through all headings; parts 1.1, 1.2 under their whole.

    >>> rows = (RowSpec("a", "A", RowKind.HEADING), RowSpec("b", "B"), RowSpec("c", "C", parent="b"))
    >>> [row.no for row in numbered(rows)]
    ['I', '1', '1.1']
    """
    numbers: dict[str, str] = {}
    counts: dict[str, int] = {}
    made = []
    for row in rows:
        group = "heading" if row.kind is RowKind.HEADING else numbers.get(row.parent, "")
        counts[group] = counts.get(group, 0) + 1
        count = counts[group]
        if group == "heading":
            number = ROMAN[count - 1] if count <= len(ROMAN) else str(count)
        else:
            number = f"{group}.{count}" if group else str(count)
        numbers[row.key] = number
        made.append(replace(row, no=number[:10]))
    return tuple(made)


def _kept_numbering(before: Rows, after: Rows) -> Rows:
    """Numbered again where the numbers were ours; those typed by hand are left alone."""
    return numbered(after) if numbered(before) == before else after


def _blocks(rows: Rows) -> list[list[RowSpec]]:
    blocks: list[list[RowSpec]] = []
    for row in rows:
        if blocks and row.parent and any(row.parent == each.key for each in blocks[-1]):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _moved_inside(rows: Rows, place: int, step: int) -> Rows:
    other = place + step
    if not 0 <= other < len(rows) or rows[other].parent != rows[place].parent:
        return rows
    changed = list(rows)
    changed[place], changed[other] = changed[other], changed[place]
    return _kept_numbering(rows, tuple(changed))


__all__ = [
    "Asked",
    "fresh_key",
    "moved",
    "numbered",
    "with_heading",
    "with_indicator",
    "with_parts",
    "without",
]
