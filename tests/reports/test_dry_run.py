"""A rule tried on the last round before it is kept; a round by the report's own calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.checks import CheckKind, Rule, Severity
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.rounds import Basis, RoundTerms
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.actions.rounds import open_round
from dieuhanh.reports.models import Round, Submission
from dieuhanh.reports.queries.dry_run import dry_run
from tests.reports.builders import JOBS, commune_version, round_2021, terms_2021

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
TODAY = date(2022, 1, 12)
RULE = Rule("thu", CheckKind.RANGE, "tong-so-ho", Severity.HARD, {"high": "1000"})


def file_for(by: Actor, opened: Round, homes: list[str]) -> None:
    """The first communes file sound forms with so many homes each."""
    owed = Submission.objects.filter(round=opened).select_related("body").order_by("pk")
    for found, said in zip(owed, homes, strict=False):
        typed = {
            JOBS: "10", "trong-tinh": "10", "ngoai-tinh": "-", "ngoai-nuoc": "-",
            "tong-so-ho": said, "so-ho-ngheo": "5", "dan-so-nong-thon": "x",
            "dan-so-nuoc-sach": "x", "tong-so-xa": "x", "so-xa-ntm": "x",
        }  # fmt: skip
        area = found.body.area_id or 0
        cells = [CellChange(row, area, text) for row, text in typed.items()]
        file_submission(by=by, submission=found.pk, today=TODAY, cells=cells)


def test_a_rule_tells_whom_it_would_have_flagged(actor: Seat, at_machine: Actor) -> None:
    opened = round_2021(actor("chuyen-vien"))
    form = opened.version.form
    assert dry_run(form, RULE, seen_by=at_machine) is None
    file_for(at_machine, opened, ["900", "1.200", "1.000"])
    with CaptureQueriesContext(connection) as asked:
        run = dry_run(form, RULE, seen_by=at_machine)
    assert run is not None
    assert (run.bodies, len(run.flagged)) == (3, 1)
    assert run.flagged[0].findings[0].code == "above"
    assert len(asked) <= 5
    assert not form.checks.filter(code="thu").exists()


def test_the_page_says_how_many_of_how_many(
    client_as: Callable[[str], Client], actor: Seat, at_machine: Actor
) -> None:
    opened = round_2021(actor("chuyen-vien"))
    file_for(at_machine, opened, ["900", "1.200"])
    sent = {"kind": "range", "row": "tong-so-ho", "high": "1.000", "do": "try"}
    page = client_as("chuyen-vien").post(f"/bieu-mau/{opened.version.form.code}/quy-tac/", sent)
    assert "Sẽ chạm 1 trên 2 cơ quan" in page.content.decode()
    assert "cao hơn mức cao nhất 1.000" in page.content.decode()


def test_a_round_by_the_reports_calendar_is_filled_in_and_kept_apart(
    client_as: Callable[[str], Client], actor: Seat
) -> None:
    version = commune_version(actor("chuyen-vien"))
    by_report = open_round(
        by=actor("chuyen-vien"), version=version,
        terms=RoundTerms(ReportKind.YEAR, 2021, basis=Basis.REPORT),
    )  # fmt: skip
    by_calendar = open_round(by=actor("chuyen-vien"), version=version, terms=terms_2021())
    assert {by_report.period, by_calendar.period} == {"2020-12-15/P1Y", "2021"}
    owed = Submission.objects.get(round=by_report, body__code="ubnd-32248")
    client = client_as("can-bo-xa")
    assert client.get(f"/bao-cao/{owed.pk}/").status_code == 200
    assert client.get(f"/bao-cao/{owed.pk}/in/").status_code == 200
    assert client.get(f"/ky-bao-cao/{by_report.code}/").status_code == 200
