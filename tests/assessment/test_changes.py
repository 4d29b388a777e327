"""Change one plan value or figure, and board, reason and JSON change; nothing is stored."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dieuhanh.assessment.queries import board, board_json
from dieuhanh.audit.models import door_open
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure

ROOT = Path(__file__).resolve().parents[2]
CONFERENCE = date(2022, 1, 12)
COMPUTED = ("1", "2", "3", "5", "6", "8")

pytestmark = pytest.mark.usefixtures("example")


def row(by: Actor, no: str) -> dict[str, object]:
    shape = board_json(board("ca-mau-2021", seen_by=by, as_known_on=CONFERENCE))
    return next(each for each in shape["verdicts"] if each["no"] == no)


@pytest.mark.parametrize("no", COMPUTED)
def test_another_plan_value_turns_the_verdict(at_machine: Actor, no: str) -> None:
    before = row(at_machine, no)
    target = Target.objects.get(version__plan__code="ca-mau-2021", no=no)
    higher = Decimal(str(before["actual"])) * 2
    _overwrite("plans_target", "value", str(higher), target.pk)
    after = row(at_machine, no)
    assert (before["verdict"], after["verdict"]) == ("exceeded", "not_met")
    assert after["plan"] == format(higher, "f")
    assert before["reason"]["text"] != after["reason"]["text"]


@pytest.mark.parametrize("no", COMPUTED)
def test_a_later_figure_turns_the_verdict(at_machine: Actor, no: str) -> None:
    before = row(at_machine, no)
    old = Figure.objects.get(pk=before["figures"][0]["id"])
    corrected = Figure.objects.get(pk=old.pk)
    corrected.pk, corrected._state.adding = None, True
    corrected.value = old.value / 10
    with door_open():
        corrected.save()
    after = row(at_machine, no)
    assert after["verdict"] == "not_met"
    assert after["figures"][0]["id"] == corrected.pk
    assert after["reason"]["text"] != before["reason"]["text"]


def test_no_example_file_but_published_judgements_holds_a_verdict() -> None:
    words = {"vượt", "đạt", "không đạt", "exceeded", "met", "not_met", "met_or_exceeded"}
    for path in (ROOT / "examples").glob("*-20*/*.csv"):
        if path.name == "judgements.csv":
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for number, cells in enumerate(list(csv.reader(file))[2:], start=3):
                assert not words & set(cells), f"{path.name}, dòng {number}"


def _overwrite(table: str, column: str, value: str, pk: int) -> None:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(f"update {table} set {column} = %s where id = %s", [value, pk])  # noqa: S608
