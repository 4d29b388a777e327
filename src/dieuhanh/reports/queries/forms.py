"""Reading forms: which an actor may see, their versions and rows, their drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.forms import FormHead, RowKind, RowSpec

from ..models import Check, Form, FormDraft, FormRow, FormVersion

ACTING = (
    Permission.FORM_EDIT, Permission.ROUND_EDIT, Permission.FIGURE_ENTER,
    Permission.FIGURE_APPROVE,
)  # fmt: skip


def forms(*, seen_by: Actor) -> QuerySet[Form]:
    """Forms of the fields an actor reads reports of, and those of the bodies it acts for."""
    allowed = Q(pk__in=[])
    for permission in ACTING:
        bodies = seen_by.bodies(permission)
        if bodies is None:
            return _all()
        if bodies:
            allowed |= Q(owner_id__in=bodies) | Q(versions__rounds__submissions__body_id__in=bodies)
    for grant in seen_by.grants:
        if grant.permission != Permission.SUBMISSION_VIEW or grant.bodies is not None:
            continue
        fields = Q() if grant.fields is None else Q(field__in=[*grant.fields, ""])
        allowed |= fields & (Q() if grant.areas is None else _asked_in(grant.areas))
    return _all().filter(pk__in=Form.objects.filter(allowed).values("pk"))


def form(code: str, *, seen_by: Actor) -> Form:
    """One form. Raises Missing, alike for none and for not allowed."""
    found = forms(seen_by=seen_by).filter(code=code).first()
    if found is None:
        raise Missing("form.missing")
    return found


def versions(form: Form) -> list[FormVersion]:
    """A form's versions, the newest first."""
    found = FormVersion.objects.filter(form=form).select_related("form__owner__area", "document")
    return list(found.order_by("-number"))


def version(form: Form, number: int | None = None) -> FormVersion:
    """One version by its number, or the newest. Raises Missing."""
    for found in versions(form):
        if number is None or found.number == number:
            return found
    raise Missing("form.missing")


def rows_of_version(version: FormVersion) -> list[FormRow]:
    """A version's rows in order."""
    return list(version.rows.select_related("indicator"))


def head_of(version: FormVersion) -> FormHead:
    """How often a version is asked and of whom."""
    return FormHead.from_json({name: getattr(version, name) for name in FormHead.__slots__})


def specs_of(version: FormVersion) -> tuple[RowSpec, ...]:
    """A version's rows as the domain sees them. One query."""
    rows = rows_of_version(version)
    keys = {row.pk: row.key for row in rows}
    return tuple(spec_of(row, keys) for row in rows)


def spec_of(row: FormRow, keys: Mapping[int, str]) -> RowSpec:
    """One row as the domain sees it; `keys` names the rows of its version."""
    data = {
        name: getattr(row, name) for name in RowSpec.__slots__ if not hasattr(row, f"{name}_id")
    }
    for link in ("parent", "numerator", "denominator"):
        data[link] = keys.get(getattr(row, f"{link}_id"), "")
    data["indicator"] = row.indicator.code if row.indicator else ""
    return RowSpec.from_json(data)


def draft_of(form: Form) -> FormDraft | None:
    """The form as it is being made, None before anything was saved."""
    return FormDraft.objects.filter(form=form).first()


def draft_rows(form: Form) -> tuple[RowSpec, ...]:
    """The rows being made; none before anything was saved."""
    draft = draft_of(form)
    return tuple(RowSpec.from_json(row) for row in draft.rows) if draft else ()


def checks_of(form: Form, *, retired: bool = False) -> list[Check]:
    """A form's rules by code; retired ones when asked for."""
    found = Check.objects.filter(form=form).order_by("code")
    return list(found if retired else found.filter(retired=False))


def asked_elsewhere(form: Form, rows: Sequence[RowSpec], head: FormHead) -> dict[str, list[Form]]:
    """Which other forms in use ask the same figure of the same kind of body, by row key.

    Nothing is to be typed twice. Two queries.
    """
    codes = {row.indicator for row in rows if row.indicator}
    newest: dict[int, FormVersion] = {}
    others = FormVersion.objects.filter(
        form__retired_on=None, filler_kind=head.filler_kind, filler_level=head.filler_level
    ).exclude(form=form)
    for each in others.select_related("form").order_by("number"):
        if _may_meet(head.filler_bodies, each.filler_bodies):
            newest[each.form_id] = each
    by_version = {each.pk: each.form for each in newest.values()}
    asked: dict[tuple[str, str, str], list[Form]] = {}
    there = FormRow.objects.filter(version__in=list(by_version), indicator__code__in=codes)
    for version_id, code, breakdown, span in there.values_list(
        "version_id", "indicator__code", "breakdown", "span"
    ):
        asked.setdefault((code, breakdown, span), []).append(by_version[version_id])
    return {row.key: asked[row.asks] for row in rows if row.indicator and row.asks in asked}


def rows_elsewhere(form: Form, *, seen_by: Actor) -> list[tuple[Form, list[FormRow]]]:
    """What other forms in use, as far as the actor sees them, now ask to be typed. Two queries."""
    others = forms(seen_by=seen_by).filter(retired_on=None).exclude(pk=form.pk)
    newest: dict[int, FormVersion] = {}
    for each in (
        FormVersion.objects.filter(form__in=others)
        .select_related("form")
        .order_by("form__name", "number")
    ):
        newest[each.form_id] = each
    rows: dict[int, list[FormRow]] = {each.pk: [] for each in newest.values()}
    for row in FormRow.objects.filter(version__in=list(rows), kind=RowKind.ENTRY):
        rows[row.version_id].append(row)
    return [(each.form, rows[each.pk]) for each in newest.values() if rows[each.pk]]


def _may_meet(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return not ours or not theirs or bool(set(ours) & set(theirs))


def _all() -> QuerySet[Form]:
    return Form.objects.select_related("owner__area").order_by("code")


def _asked_in(areas: frozenset[int]) -> Q:
    """Forms sent to bodies of these areas, or made by bodies of them."""
    sent = Q(versions__rounds__submissions__body__area_id__in=areas)
    return sent | Q(owner__area_id__in=areas)


class FormLine(NamedTuple):
    """A form in the list: its newest version, how many rows that has, how often it was sent."""

    form: Form
    version: FormVersion | None
    rows: int
    rounds: int
    drafted: bool


def form_lines(*, seen_by: Actor) -> list[FormLine]:
    """Every form an actor may see. Four queries."""
    found = list(forms(seen_by=seen_by))
    newest: dict[int, FormVersion] = {}
    counted = FormVersion.objects.filter(form__in=found).annotate(
        row_count=Count("rows", distinct=True)
    )
    for each in counted.order_by("number"):
        newest[each.form_id] = each
    sent = dict(
        Form.objects.filter(pk__in=[each.pk for each in found])
        .annotate(sent=Count("versions__rounds"))
        .values_list("pk", "sent")
    )
    drafts = set(FormDraft.objects.filter(form__in=found).values_list("form_id", flat=True))
    return [
        FormLine(
            each, newest.get(each.pk), getattr(newest.get(each.pk), "row_count", 0),
            sent.get(each.pk, 0), each.pk in drafts,
        )
        for each in found
    ]  # fmt: skip
