"""Running a form's rules on what a body typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from django.db.models import F, Q

from dieuhanh.domain.cells import BLANK, Cell
from dieuhanh.domain.checks import CheckKind, Finding, Rule, Severity, run_checks
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.forms import RowSpec
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.units import convert

from ..models import Check, Filing, FormRow, Round, Submission
from .forms import spec_of
from .past import past_of
from .sheets import areas_of, rows_of

Key = tuple[str, int]
LOOKING_BACK = frozenset({CheckKind.CHANGE, CheckKind.OUTLIER})
KEPT_DECIMALS = 12


class Said(Protocol):
    """A cell as the checks read it: what it says (None: cannot be read) and its note."""

    @property
    def cell(self) -> Cell | None: ...

    @property
    def note(self) -> str: ...


@dataclass(frozen=True)
class Ground:
    """A form version's rows and rules, and the rows of other forms its rules add up.

    `named` tells of each of those, by "form:row", what it is called and in which form.
    """

    rows: tuple[RowSpec, ...]
    rules: tuple[Rule, ...]
    units: Mapping[tuple[int, str], str]
    named: Mapping[str, str]

    @property
    def looks_back(self) -> bool:
        """Whether some rule needs earlier periods."""
        return any(rule.kind in LOOKING_BACK for rule in self.rules)

    @property
    def other_forms(self) -> frozenset[str]:
        """The codes of the forms some rule adds up."""
        return frozenset(form for rule in self.rules for form in _forms_of(rule))


def findings_of(
    found: Submission, cells: Mapping[Key, Said], *, areas: Sequence[int] | None = None
) -> list[Finding]:
    """What is wrong with or asked about a submission's cells; those left out are blank.

    Four queries at most when its round and body are at hand, two more where it reports on areas
    below its own and `areas` does not name them.
    """
    rules = rules_of(found.round.version.form_id)
    ground = ground_of(found.round.version_id, rules, rows=rows_of(found))
    about = [area.pk for area in areas_of(found)] if areas is None else list(areas)
    bodies = dict.fromkeys(about, found.body_id)
    past = past_of(ground.rows, found.round, bodies) if ground.looks_back else {}
    return run_checks(
        ground.rules,
        rows=ground.rows,
        areas=about,
        cells={key: _read(said) for key, said in cells.items()},
        past=past,
        elsewhere=elsewhere(ground, found.round, about, [found.body_id]),
        notes={key: said.note for key, said in cells.items()},
        named=ground.named,
    )


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Those that keep a form from being filed: hard ones, and soft ones without explanation."""
    return [finding for finding in findings if finding.blocks]


def rules_of(form: int) -> tuple[Rule, ...]:
    """A form's rules in use, by code. One query."""
    found = Check.objects.filter(form=form, retired=False).order_by("code")
    return tuple(rule_of(check) for check in found)


def rule_of(check: Check) -> Rule:
    """A kept rule as the domain sees it."""
    return Rule(
        check.code, CheckKind(check.kind), check.row_key, Severity(check.severity),
        check.parameters, check.words, check.words_en,
    )  # fmt: skip


def ground_of(
    version: int, rules: Sequence[Rule], *, rows: Sequence[FormRow] | None = None
) -> Ground:
    """The rows of a version and of the forms its rules speak of.

    One query, or none where the version's `rows` are at hand and no rule speaks of another form.
    """
    forms = {form for rule in rules for form in _forms_of(rule)}
    if rows is not None and not forms:
        found = list(rows)
    else:
        wanted = Q(version_id=version) | Q(version__form__code__in=forms)
        asked = FormRow.objects.filter(wanted).select_related("indicator", "version__form")
        found = list(asked.order_by("position"))
    own = [row for row in found if row.version_id == version]
    keys = {row.pk: row.key for row in own}
    units = {(row.version_id, row.key): row.unit for row in found}
    named = {
        f"{row.version.form.code}:{row.key}": f"{row.label} ({row.version.form.name})"
        for row in sorted(found, key=lambda row: row.version_id)
        if row.version_id != version
    }
    return Ground(tuple(spec_of(row, keys) for row in own), tuple(rules), units, named)


def elsewhere(
    ground: Ground, opened: Round, areas: Sequence[int], bodies: Sequence[int]
) -> dict[tuple[str, str, int], Cell]:
    """Cells of other forms as last handed in for the same period. One query, none if not asked."""
    if not ground.other_forms:
        return {}
    filings = Filing.objects.filter(
        Q(submission__body__in=bodies) | Q(submission__body__area__in=areas),
        submission__round__period=opened.period,
        submission__round__version__form__code__in=ground.other_forms,
        number=F("submission__filings"),
    ).order_by("submission__round__opens_on", "pk")
    units = {row.key: row.unit for row in ground.rows}
    cells: dict[tuple[str, str, int], Cell] = {}
    for version, form, kept in filings.values_list(
        "submission__round__version_id", "submission__round__version__form__code", "cells"
    ):
        for rule in ground.rules:
            for key in _forms_of(rule).get(form, ()):
                unit = ground.units.get((version, key), ""), units.get(rule.row_key, "")
                cells |= _of_row(form, key, kept, unit)
    return cells


def _of_row(
    form: str, key: str, kept: Iterable[Mapping[str, Any]], unit: tuple[str, str]
) -> dict[tuple[str, str, int], Cell]:
    return {
        (form, key, int(each["area"])): _told_in(Cell.from_json(each), *unit)
        for each in kept
        if each["row"] == key
    }


def _told_in(cell: Cell, frm: str, to: str) -> Cell:
    if cell.number is None or frm == to:
        return cell
    try:
        return Cell(number=half_up(convert(Fraction(cell.number), frm, to), KEPT_DECIMALS))
    except BadInput:
        return BLANK


def _forms_of(rule: Rule) -> dict[str, list[str]]:
    """The rows of other forms that a rule adds up, by form."""
    found: dict[str, list[str]] = {}
    if rule.kind is CheckKind.SUM:
        for term in rule.parameters.get("terms", ()):
            form, _, key = str(term).rpartition(":")
            if form:
                found.setdefault(form, []).append(key)
    return found


def _read(said: Said) -> Cell | None:
    """What a cell says; None where its text cannot be read, however that is told."""
    return None if getattr(said, "fault", None) else said.cell


__all__ = [
    "Ground",
    "Said",
    "blocking",
    "elsewhere",
    "findings_of",
    "ground_of",
    "rule_of",
    "rules_of",
]
