"""Making forms: the form itself, its draft rows, and issuing them as a version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.bodies import BodyKind
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.figures import read_breakdown
from dieuhanh.domain.form_editing import fresh_key
from dieuhanh.domain.forms import KEY, FormHead, RowKind, RowSpec, row_faults, tidied
from dieuhanh.domain.indicators import Level, read_breakdowns
from dieuhanh.domain.units import measure, same_dimension
from dieuhanh.exchange.catalogue import CATALOGUE
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.actions import import_indicators
from dieuhanh.plans.models import Indicator

from ..models import Form, FormDraft, FormRow, FormVersion
from ..queries.forms import head_of, specs_of
from .checks import rule_faults


@verb
def create_form(
    *, by: Actor, owner: Body, code: str, name: str, name_en: str = "", field: str = ""
) -> Form:
    """A new form without rows yet. Raises BadInput("form.…"), Refused."""
    by.require(Permission.FORM_EDIT, body=owner.pk)
    if not KEY.fullmatch(code) or len(code) > 60:
        raise BadInput("form.code", text=code[:40])
    if not name.strip():
        raise BadInput("form.no_name")
    if Form.objects.filter(code=code).exists():
        raise BadInput("form.code_taken", text=code)
    words = {"name": name.strip(), "name_en": name_en.strip(), "field": field.strip()}
    form = Form.objects.create(owner=owner, code=code, **words)
    record(by=by, verb="form.created", subject=code, now=words | {"owner": owner.code})
    return form


@verb
def rename_form(*, by: Actor, form: Form, name: str, name_en: str = "", field: str = "") -> Form:
    """Change a form's names and field; its versions stay as issued."""
    by.require(Permission.FORM_EDIT, body=form.owner_id)
    if not name.strip():
        raise BadInput("form.no_name")
    was = {"name": form.name, "name_en": form.name_en, "field": form.field}
    now = {"name": name.strip(), "name_en": name_en.strip(), "field": field.strip()}
    if was != now:
        form.name, form.name_en, form.field = now["name"], now["name_en"], now["field"]
        form.save(update_fields=list(now))
        record(by=by, verb="form.renamed", subject=form.code, was=was, now=now)
    return form


@verb
def retire_form(*, by: Actor, form: Form, on: date) -> Form:
    """Ask for a form no more from a day on; its rounds and figures stay."""
    by.require(Permission.FORM_EDIT, body=form.owner_id)
    form.retired_on = on
    form.save(update_fields=["retired_on"])
    record(by=by, verb="form.retired", subject=form.code, now={"on": on.isoformat()})
    return form


@verb
def save_draft(
    *, by: Actor, form: Form, head: FormHead, rows: Sequence[RowSpec], base: int
) -> FormDraft:
    """Keep rows being made, whether or not they hang together yet.

    `base` is the revision they were made from; the same rows once more are kept already. Raises
    BadInput("form.draft_moved") when another officer saved since: nothing is overwritten.
    """
    by.require(Permission.FORM_EDIT, body=form.owner_id)
    draft = FormDraft.objects.select_for_update().filter(form=form).first()
    draft = draft or FormDraft(form=form)
    now = {"head": head.as_json(), "rows": [row.as_json() for row in rows]}
    if draft.revision and now == {"head": draft.head, "rows": draft.rows}:
        return draft
    if draft.revision != base:
        raise BadInput("form.draft_moved", name=draft.edited_by)
    draft.head, draft.rows = now["head"], now["rows"]
    draft.revision, draft.edited_by, draft.edited_at = base + 1, by.name, timezone.now()
    draft.save()
    record(
        by=by, verb="form.draft_saved", subject=form.code, count=len(rows),
        checksum=checksum([draft.head, draft.rows]),
    )  # fmt: skip
    return draft


@verb
def issue_version(
    *,
    by: Actor,
    form: Form,
    head: FormHead,
    rows: Sequence[RowSpec],
    document: Document | None = None,
    note: str = "",
) -> FormVersion:
    """Issue the rows as the form's next version. Rounds already opened keep theirs.

    Raises BadInput("form.…"), located at the row, and BadInput("form.same_version") when
    nothing differs from the last.
    """
    by.require(Permission.FORM_EDIT, body=form.owner_id)
    if form.retired_on:
        raise BadInput("form.retired", name=form.name, day=form.retired_on.strftime("%d/%m/%Y"))
    rows = tuple(tidied(row) for row in rows)
    for fault in form_faults(form, head, rows):
        raise fault
    asked = _indicators(rows)
    last = FormVersion.objects.select_for_update().filter(form=form).order_by("-number").first()
    if last and (head, rows) == (head_of(last), specs_of(last)):
        raise BadInput("form.same_version", number=last.number)
    version = FormVersion.objects.create(
        form=form, number=last.number + 1 if last else 1, document=document, note=note,
        recorded_at=timezone.now(), recorded_by=by.name, **head.as_json(),
    )  # fmt: skip
    _write_rows(version, rows, asked)
    FormDraft.objects.filter(form=form).update(issued=version.number)
    record(
        by=by, verb="form.version_issued", subject=f"{form.code}/{version.number}",
        count=len(rows), checksum=checksum([row.as_json() for row in rows]),
        now={"head": head.as_json(), "document": document.code if document else ""},
    )  # fmt: skip
    return version


def _check_head(head: FormHead) -> None:
    if head.filler_kind not in set(BodyKind):
        raise BadInput("form.filler_kind", kind=head.filler_kind[:20])
    levels = set(Level)
    if head.filler_level not in levels or (head.about_level and head.about_level not in levels):
        raise BadInput("form.filler_level", level=(head.about_level or head.filler_level)[:20])
    order = list(Level)
    if head.about_level and order.index(Level(head.about_level)) < order.index(
        Level(head.filler_level)
    ):
        raise BadInput("form.about_above")
    if head.money_unit:
        measure(head.money_unit)


def form_faults(form: Form, head: FormHead, rows: Sequence[RowSpec]) -> list[BadInput]:
    """Everything that stands against issuing tidied rows, each located at its row; none: sound."""
    found: list[BadInput] = []
    try:
        _check_head(head)
    except BadInput as fault:
        found.append(fault)
    found += row_faults(rows)
    known = _indicators(rows)
    for place, row in enumerate(rows, start=1):
        try:
            _check_asked(row, known)
        except BadInput as fault:
            found.append(fault.at(Place(row=place)))
    if not found:
        found += rule_faults(form, rows)
    return sorted(found, key=lambda fault: fault.place.row or 0)


def _indicators(rows: Sequence[RowSpec]) -> dict[str, Indicator]:
    """The indicators asked for, by code."""
    codes = {row.indicator for row in rows if row.indicator}
    return {found.code: found for found in Indicator.objects.filter(code__in=codes)}


def _check_asked(row: RowSpec, known: Mapping[str, Indicator]) -> None:
    """What the rows themselves do not tell: that an indicator can be asked so."""
    if row.kind is RowKind.HEADING or not row.indicator or not row.unit:
        return
    indicator = known.get(row.indicator)
    if indicator is None:
        raise BadInput("indicator.unknown", text=row.indicator)
    if row.unit != indicator.unit and not same_dimension(row.unit, indicator.unit):
        raise BadInput("form.unit", label=row.label, unit=row.unit, other=indicator.unit)
    read_breakdown(row.breakdown, read_breakdowns(indicator.breakdowns))


def _write_rows(
    version: FormVersion, rows: Sequence[RowSpec], asked: Mapping[str, Indicator]
) -> None:
    """Write what others refer to first, wave by wave: a row is never changed afterwards."""
    written: dict[str, FormRow] = {}
    waiting = [(position, row) for position, row in enumerate(rows, start=1)]
    while waiting:
        ready = [each for each in waiting if _links(each[1]) <= written.keys()]
        made = [_row(version, position, row, asked, written) for position, row in ready]
        for row in FormRow.objects.bulk_create(made):
            written[row.key] = row
        waiting = [each for each in waiting if each[1].key not in written]


def _links(row: RowSpec) -> set[str]:
    return {key for key in (row.parent, row.numerator, row.denominator) if key}


def _row(
    version: FormVersion,
    position: int,
    row: RowSpec,
    asked: Mapping[str, Indicator],
    written: Mapping[str, FormRow],
) -> FormRow:
    return FormRow(
        version=version, position=position, key=row.key, no=row.no, kind=row.kind.value,
        label=row.label, label_en=row.label_en, span=row.span.value, breakdown=row.breakdown,
        unit=row.unit, decimals=row.decimals, required=row.required,
        indicator=asked.get(row.indicator), parent=written.get(row.parent),
        numerator=written.get(row.numerator), denominator=written.get(row.denominator),
    )  # fmt: skip


@verb
def add_indicator(*, by: Actor, name: str, unit: str, level: Level, field: str = "") -> str:
    """A new counted indicator, that sums over areas from a level up; its code.

    For what a form needs and the catalogue lacks, such as a ratio's numerator; `level` is the one
    the form tells about. Raises BadInput, Refused.
    """
    if not name.strip() or not unit.strip():
        raise BadInput("form.indicator_words")
    measure(unit)
    code = fresh_key(name, ())
    if Indicator.objects.filter(code=code).exists():
        raise BadInput("form.indicator_there", name=name.strip())
    template = CATALOGUE["indicators"]
    values = {column.name: column.empty for column in template.columns} | {
        "code": code, "name": name.strip(), "unit": unit.strip(), "field": field.strip(),
        "over_areas": "sum", "over_time": "last", "decimals": 0, "counted_at": level.value,
        "reported_by": "",
    }  # fmt: skip
    import_indicators(by=by, records=[Record(values, Place(row=1))])
    return code
