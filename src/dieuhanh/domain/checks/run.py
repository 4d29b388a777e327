"""Running rules on a sheet. Pure: the same cells and rules find the same, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.cells import Cell
from dieuhanh.domain.forms import RowKind, RowSpec
from dieuhanh.domain.numbers import half_up

from .findings import Finding, Past, Told
from .robust import spread
from .rules import Against, CheckKind, Relation, Rule, Severity
from .sheet import CheckedSheet, Elsewhere, Key, Total

Found = tuple[str, dict[str, Told]]
PERCENT_DECIMALS = 1


def run_checks(
    rules: Iterable[Rule],
    *,
    rows: Iterable[RowSpec],
    areas: Iterable[int],
    cells: Mapping[Key, Cell | None],
    past: Mapping[Key, Past] | None = None,
    elsewhere: Elsewhere | None = None,
    notes: Mapping[Key, str] | None = None,
    named: Mapping[str, str] | None = None,
) -> list[Finding]:
    """What is wrong with or asked about a sheet's cells, by row and area.

    A cell left out of `cells` is blank, one that is None cannot be read. Every form is checked for
    unread, missing and over-long cells and for ratios over zero; the rules come on top. A rule on a
    row the version no longer has finds nothing. `named` are other forms' rows by "form:row".
    """
    by_key = {row.key: row for row in rows}
    sheet = CheckedSheet(by_key, tuple(areas), cells, past or {}, elsewhere or {}, named or {})
    found = [*_always(sheet), *_by_rules(rules, sheet)]
    order = {key: place for place, key in enumerate(sheet.rows)}
    found.sort(key=lambda f: (order[f.row_key], f.area_id, f.severity, f.check_code))
    said = notes or {}
    return [
        _answered(finding, said.get((finding.row_key, finding.area_id), "")) for finding in found
    ]


def _answered(finding: Finding, note: str) -> Finding:
    if finding.severity is Severity.HARD or not note.strip():
        return finding
    return replace(finding, explained=True)


def _always(sheet: CheckedSheet) -> Iterator[Finding]:
    for row in sheet.rows.values():
        for area in sheet.areas:
            if row.kind is RowKind.ENTRY:
                yield from _typed(row, area, sheet)
            elif row.kind is RowKind.RATIO:
                yield from _over_zero(row, area, sheet)


def _typed(row: RowSpec, area: int, sheet: CheckedSheet) -> Iterator[Finding]:
    cell = sheet.cells.get((row.key, area), Cell())
    label: dict[str, Told] = {"label": row.label}
    if cell is None:
        yield Finding(row.key, area, Severity.HARD, "unreadable", label)
    elif cell.blank and row.required:
        yield Finding(row.key, area, Severity.HARD, "missing", label)
    elif cell.longer is not None and cell.number is not None:
        told = label | {"typed": cell.longer, "kept": cell.number, "decimals": row.decimals}
        yield Finding(row.key, area, Severity.SOFT, "longer", told)


def _over_zero(row: RowSpec, area: int, sheet: CheckedSheet) -> Iterator[Finding]:
    top, bottom = sheet.value(row.numerator, area), sheet.value(row.denominator, area)
    if bottom == 0 and top:
        told: dict[str, Told] = {
            "label": row.label,
            "top": sheet.rows[row.numerator].label,
            "bottom": sheet.rows[row.denominator].label,
        }
        yield Finding(row.denominator, area, Severity.HARD, "over_zero", told)


def _by_rules(rules: Iterable[Rule], sheet: CheckedSheet) -> Iterator[Finding]:
    for rule in rules:
        row = sheet.rows.get(rule.row_key)
        if row is None:
            continue
        for area in sheet.areas:
            if found := CHECKS[rule.kind](rule, row, area, sheet):
                code, values = found
                told = {"label": row.label, "unit": row.unit} | values
                words = (rule.words, rule.words_en)
                yield Finding(row.key, area, rule.severity, code, told, rule.code, words=words)


def _range(rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    value = sheet.value(row.key, area)
    low, high = rule.number("low"), rule.number("high")
    if value is None:
        return None
    if low is not None and value < low:
        return "below", {"value": _told(value, row), "limit": low}
    if high is not None and value > high:
        return "above", {"value": _told(value, row), "limit": high}
    return None


def _change(rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    value, past = sheet.value(row.key, area), sheet.past.get((row.key, area), Past())
    yearly = rule.parameters.get("against") == Against.LAST_YEAR
    base = past.last_year if yearly else past.last_period
    if value is None or not base:
        return None
    change = value - base
    limit = rule.number("up" if change > 0 else "down")
    least = rule.number("least")
    if limit is None or (least is not None and abs(change) < least):
        return None
    if abs(change) * 100 <= abs(base) * Fraction(limit):
        return None
    percent = half_up(abs(change) * 100 / abs(base), PERCENT_DECIMALS)
    told: dict[str, Told] = {
        "value": _told(value, row), "base": _told(base, row), "percent": percent, "limit": limit
    }  # fmt: skip
    return ("rose" if change > 0 else "fell") + ("_year" if yearly else "_period"), told


def _outlier(rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    value, past = sheet.value(row.key, area), sheet.past.get((row.key, area), Past())
    wanted = int(rule.parameters.get("history", 0))
    limit = rule.number("limit")
    if value is None or limit is None or len(past.series) < max(wanted, 1):
        return None
    known = spread(past.series)
    if known is None or known.score(value) <= Fraction(limit):
        return None
    low, high = known.band(Fraction(limit))
    return "outlier", {
        "value": _told(value, row), "median": _told(known.median, row),
        "low": _told(low, row), "high": _told(high, row), "count": len(past.series),
    }  # fmt: skip


def _parts(rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    keys = tuple(rule.parameters.get("parts") or ()) or sheet.parts(row.key)
    known = [sheet.rows[key] for key in keys if key in sheet.rows]
    total = sheet.total(((sheet.cell(each.key, area), each.unit) for each in known), row.unit)
    told = _compared(rule, row, area, sheet, total)
    return told and (f"parts_{told[0]}", told[1] | {"parts": "; ".join(e.label for e in known)})


def _sum(rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    found: list[tuple[Cell, str]] = []
    for term in rule.parameters.get("terms", ()):
        form, _, key = str(term).rpartition(":")
        if not form:
            other = sheet.rows.get(key)
            found.append((sheet.cell(key, area), other.unit if other else row.unit))
        elif (form, key, area) in sheet.elsewhere:
            found.append((sheet.elsewhere[form, key, area], row.unit))
        else:
            return None  # the other form has not been handed in: nothing to compare with
    told = _compared(rule, row, area, sheet, sheet.total(found, row.unit))
    names = "; ".join(sheet.name(str(term)) for term in rule.parameters.get("terms", ()))
    return told and (f"sum_{told[0]}", told[1] | {"parts": names})


def _compared(
    rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet, total: Total
) -> Found | None:
    """Whether the sum stands to its row as it should; one not yet whole can only be too large."""
    value = sheet.value(row.key, area)
    if value is None or total.empty:
        return None
    tolerance = Fraction(rule.number("tolerance") or 0)
    relation = Relation(rule.parameters.get("relation", Relation.EQUAL))
    gap = total.sum - value
    over = gap > tolerance and relation is not Relation.AT_LEAST
    under = -gap > tolerance and relation is not Relation.AT_MOST and total.whole
    if not over and not under:
        return None
    return "over" if over else "under", {
        "value": _told(value, row), "sum": _told(total.sum, row), "gap": _told(abs(gap), row)
    }  # fmt: skip


def _ratio(rule: Rule, row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    if row.kind is RowKind.RATIO:
        return _part_over_whole(row, area, sheet)
    top, bottom = (str(rule.parameters.get(n) or "") for n in ("numerator", "denominator"))
    value = sheet.value(row.key, area)
    if top not in sheet.rows or bottom not in sheet.rows or value is None:
        return None
    made = sheet.quotient(top, bottom, row.unit, area)
    if made is None:
        return None
    rounded = half_up(made, row.decimals)
    if abs(Fraction(rounded) - value) <= Fraction(rule.number("tolerance") or 0):
        return None
    return "ratio_differs", {"value": _told(value, row), "made": rounded} | _rows(
        sheet, top, bottom
    )


def _part_over_whole(row: RowSpec, area: int, sheet: CheckedSheet) -> Found | None:
    top, bottom = sheet.value(row.numerator, area), sheet.value(row.denominator, area)
    if top is None or bottom is None or top <= bottom:
        return None
    told: dict[str, Told] = {
        "value": _told(top, sheet.rows[row.numerator]),
        "whole": _told(bottom, sheet.rows[row.denominator]),
    }
    return "part_over_whole", told | _rows(sheet, row.numerator, row.denominator)


def _rows(sheet: CheckedSheet, top: str, bottom: str) -> dict[str, Told]:
    return {"top": sheet.rows[top].label, "bottom": sheet.rows[bottom].label}


def _told(value: Fraction, row: RowSpec) -> Decimal:
    return half_up(value, row.decimals)


CHECKS: dict[CheckKind, Callable[[Rule, RowSpec, int, CheckedSheet], Found | None]] = {
    CheckKind.RANGE: _range,
    CheckKind.CHANGE: _change,
    CheckKind.OUTLIER: _outlier,
    CheckKind.PARTS: _parts,
    CheckKind.SUM: _sum,
    CheckKind.RATIO: _ratio,
}
