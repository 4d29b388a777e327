"""Forms: their versions, rows and checks."""

from __future__ import annotations

from typing import Any

from ninja import Query, Router, Schema

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of

from ..models import Check, Form, FormRow
from ..queries.forms import checks_of, forms, rows_of_version, version, versions
from ..queries.forms import form as find_form

forms_router = Router(tags=["forms"])


class FormOut(Schema):
    """A set of indicators that a kind of body reports with a periodicity."""

    code: str
    name: str
    name_en: str
    field: str
    owner: str
    retired: bool


class FormStory(FormOut):
    """A form with the numbers of its versions, the newest first."""

    versions: list[int]


class RowOut(Schema):
    """A line. `key` names it through all versions; a `ratio` line is made of two others."""

    key: str
    no: str
    kind: str
    parent: str | None
    label: str
    label_en: str
    indicator: str | None
    breakdown: str
    span: str
    unit: str
    decimals: int
    required: bool
    numerator: str | None
    denominator: str | None


class CheckOut(Schema):
    """A rule on a form's cells. A `hard` one stops filing, a `soft` one asks for a note."""

    code: str
    kind: str
    row_key: str
    parameters: dict[str, Any]
    severity: str
    words: str
    words_en: str


class VersionOut(Schema):
    """What a form asks, of whom and how often."""

    form: str
    number: int
    periodicity: str
    filler_kind: str
    filler_level: str
    filler_bodies: list[str]
    about_level: str
    money_unit: str
    rows: list[RowOut]
    checks: list[CheckOut]


@forms_router.get("", response=Page[FormOut], operation_id="list_forms")
def list_forms(request: Asked, asked: Query[Listed]) -> dict[str, Any]:
    """The forms you may see."""
    return page_of(forms(seen_by=request.actor), asked, _form)


@forms_router.get("/{code}", response=FormStory, operation_id="get_form")
def get_form(request: Asked, code: str) -> dict[str, Any]:
    """One form."""
    found = find_form(code, seen_by=request.actor)
    return {**_form(found), "versions": [each.number for each in versions(found)]}


@forms_router.get("/{code}/versions/{number}", response=VersionOut, operation_id="get_form_version")
def get_version(request: Asked, code: str, number: int) -> dict[str, Any]:
    """A version's rows in order, and the checks of the form in force today."""
    found = find_form(code, seen_by=request.actor)
    asked = version(found, number)
    rows = rows_of_version(asked)
    keys = {row.pk: row.key for row in rows}
    names = set(VersionOut.model_fields) - {"form", "rows", "checks"}
    return {
        **{name: getattr(asked, name) for name in names},
        "form": found.code,
        "rows": [_row(row, keys) for row in rows],
        "checks": [_check(each) for each in checks_of(found)],
    }


def _form(found: Form) -> dict[str, Any]:
    return {
        **{name: getattr(found, name) for name in ("code", "name", "name_en", "field")},
        "owner": found.owner.code,
        "retired": found.retired_on is not None,
    }


def _row(row: FormRow, keys: dict[int, str]) -> dict[str, Any]:
    cited = {"parent", "numerator", "denominator"}
    return {
        **{name: getattr(row, name) for name in RowOut.model_fields if name not in cited},
        **{name: keys.get(getattr(row, f"{name}_id") or 0) for name in cited},
        "indicator": row.indicator.code if row.indicator else None,
    }


def _check(each: Check) -> dict[str, Any]:
    return {name: getattr(each, name) for name in CheckOut.model_fields}
