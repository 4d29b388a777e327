"""The demo's form and round: made by the same verbs as real ones, filled with simulated figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction

from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.checks import CheckKind, Rule, Severity
from dieuhanh.domain.figures import Span, Status
from dieuhanh.domain.forms import FormHead, Periodicity, RowKind, RowSpec
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.rounds import RoundTerms
from dieuhanh.reports.actions.checks import put_check
from dieuhanh.reports.actions.deciding import approve
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.actions.forms import create_form, issue_version
from dieuhanh.reports.actions.rounds import open_round
from dieuhanh.reports.models import Form, FormVersion, Round

from .home import CHECKOUT

FILE = CHECKOUT / "examples" / "ca-mau-2021" / "forms.toml"
KEPT_FREE = "ubnd-973"  # the district seat's own communes are left for its officers to work on


def set_up(by: Actor, today: date) -> None:
    """Make the forms that are not there yet, open their rounds, file for some communes."""
    for told in tomllib.loads(FILE.read_text("utf-8"))["forms"]:
        if not Form.objects.filter(code=told["code"]).exists():
            with transaction.atomic():
                version = _version(by, told)
                for asked in told["rounds"]:
                    _round(by, version, asked, today)


def _version(by: Actor, told: Mapping[str, Any]) -> FormVersion:
    form = create_form(
        by=by, owner=bodies_by_code()[told["owner"]], code=told["code"], name=told["name"],
        name_en=told["name_en"],
    )  # fmt: skip
    head = FormHead(Periodicity(told["periodicity"]), told["filler_kind"], told["filler_level"])
    version = issue_version(by=by, form=form, head=head, rows=[_row(row) for row in told["rows"]])
    for each in told["checks"]:
        kind, severity = CheckKind(each["kind"]), Severity(each["severity"])
        rule = Rule(each["code"], kind, each["row_key"], severity, each.get("parameters", {}))
        put_check(by=by, form=form, rule=rule)
    return version


def _row(told: Mapping[str, Any]) -> RowSpec:
    given = dict(told) | {"kind": RowKind(told.get("kind", "entry")), "span": Span.IN_PERIOD}
    return RowSpec(**given)


def _round(by: Actor, version: FormVersion, asked: Mapping[str, Any], today: date) -> None:
    terms = RoundTerms(
        ReportKind(asked["kind"]), asked["year"], status=Status(asked["status"]),
        opens_on=asked["opens_on"],
        dues={Level(level): day for level, day in asked["dues"].items()},
    )  # fmt: skip
    opened = open_round(by=by, version=version, terms=terms, simulated=True)
    _file(by, opened, asked["filed_by"], today)


def _file(by: Actor, opened: Round, many: int, today: date) -> None:
    free = bodies_by_code()[KEPT_FREE].pk
    owed = opened.submissions.select_related("body").order_by("body__code")
    filing = [each for each in owed if free not in each.route][:many]
    for each in filing:
        area = each.body.area_id
        if area is not None:
            cells = [CellChange(*cell, "", 0) for cell in _cells(each.body.code, area)]
            file_submission(by=by, submission=each.pk, today=today, cells=cells, via="import")
    approve(by=by, submissions=[each.pk for each in filing], today=today)


def _cells(code: str, area: int) -> list[tuple[str, int, str]]:
    """Made-up numbers of a commune: the same each time, its parts adding up."""
    drawn = sha256(code.encode()).digest()
    inside, outside, abroad = 100 + drawn[0], 60 + drawn[1], drawn[2] % 12
    households = 1800 + 5 * drawn[3]
    numbers = {
        "viec-lam": inside + outside + abroad,
        "viec-lam-trong-tinh": inside,
        "viec-lam-ngoai-tinh": outside,
        "viec-lam-ngoai-nuoc": abroad,
        "tong-so-ho": households,
        "so-ho-ngheo": households * (10 + drawn[4] % 40) // 1000,
    }
    return [(key, area, write_vi(Decimal(number))) for key, number in numbers.items()]
