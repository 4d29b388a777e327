"""What the form's checks found, told at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dieuhanh.domain.checks import Finding, Severity
from dieuhanh.domain.wording.checks import finding_text
from dieuhanh.ui.language import page_lang

from ..queries.checking import findings_of
from ..queries.sheets import Sheet
from .lines import Line

SAID_ALREADY = frozenset({"unreadable", "missing", "longer"})
"""What the sheet itself says of a cell as it is typed."""


@dataclass(frozen=True)
class Told:
    """A finding in words, at a cell of the page."""

    id: str
    name: str
    severity: str
    told: str
    code: str
    explained: str = ""
    blocks: bool = False


def found_in(sheet: Sheet, shown: Iterable[Line]) -> list[Told]:
    """Everything the checks find in a sheet, in the form's order."""
    entries = {row.key for row in sheet.rows if row.kind == "entry"}
    cells = {key: cell for key, cell in sheet.cells.items() if key[0] in entries}
    areas = [area.pk for area in sheet.areas]
    names = {line.id: line.name for line in shown}
    notes = {f"{key}:{area}": cell.note for (key, area), cell in cells.items()}
    found = findings_of(sheet.submission, cells, areas=areas)
    return [_told(finding, names, notes) for finding in found]


def _told(finding: Finding, names: Mapping[str, str], notes: Mapping[str, str]) -> Told:
    cell = f"{finding.row_key}:{finding.area_id}"
    return Told(
        cell,
        names.get(cell, cell),
        finding.severity.value,
        finding_text(finding, page_lang()),
        finding.code,
        notes.get(cell, "") if finding.explained else "",
        finding.blocks,
    )


def by_cell(found: Iterable[Told]) -> dict[str, list[dict[str, str]]]:
    """For the script: what is found at each cell beyond what the sheet says by itself."""
    told: dict[str, list[dict[str, str]]] = {}
    for each in found:
        if each.code not in SAID_ALREADY:
            soft = "explained" if each.explained else Severity.SOFT.value
            severity = each.severity if each.severity == Severity.HARD else soft
            told.setdefault(each.id, []).append({"severity": severity, "told": each.told})
    return told


__all__ = ["Told", "by_cell", "found_in"]
