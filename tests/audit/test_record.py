"""The record: every write has its line, the chain is walked, the side doors are shut."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.db import connection

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.queries.assessments import altered_assessments, board_sha256
from dieuhanh.audit.actions import record, verb
from dieuhanh.audit.jobs import seal
from dieuhanh.audit.models import Entry, Seal
from dieuhanh.audit.queries import walk
from dieuhanh.domain.actors import NOBODY, Actor
from dieuhanh.domain.errors import Broken, Refused
from dieuhanh.plans.models import Indicator, Plan
from dieuhanh.reports.models import Figure

pytestmark = pytest.mark.usefixtures("example")
CONFERENCE = date(2022, 1, 12)


def test_sealing_numbers_every_entry_in_order() -> None:
    entries = Entry.objects.count()
    assert entries
    seal()
    report = walk()
    assert (report.sound, report.sealed, report.unsealed) == (True, entries, 0)
    assert seal() == 0


def test_a_write_leaves_one_attributed_line(at_machine: Actor) -> None:
    before = Entry.objects.count()
    kept = freeze(by=at_machine, plan="ca-mau-2021", as_known_on=CONFERENCE)
    line = Entry.objects.order_by("-pk").first()
    assert line is not None
    assert Entry.objects.count() == before + 1
    assert (line.verb, line.actor_name) == ("assessment.frozen", "kiểm thử")
    assert line.checksum == board_sha256(kept.board)
    assert line.now["met_or_exceeded"] == 12


@pytest.mark.parametrize(
    ("column", "value"),
    [("verb", "khac"), ("actor_name", "ai đó"), ("count", 7), ("subject", "x")],
)
def test_an_altered_entry_is_found(column: str, value: object) -> None:
    seal()
    _behind("audit_entry", column, value, Entry.objects.earliest("pk").pk)
    report = walk()
    assert not report.sound
    assert (1, "altered") in report.faults


@pytest.mark.parametrize(
    ("table", "column"),
    [("assessment_assessment", "board"), ("assessment_assessedtarget", "verdict")],
)
def test_an_altered_frozen_assessment_is_found(at_machine: Actor, table: str, column: str) -> None:
    kept = freeze(by=at_machine, plan="ca-mau-2021", as_known_on=CONFERENCE)
    assert altered_assessments() == []
    if column == "board":
        shape = {**kept.board, "convention": "literal"}
        _behind(table, column, json.dumps(shape), kept.pk)
    else:
        _behind(table, column, "met", kept.verdicts.earliest("pk").pk)
    assert altered_assessments() == [kept.pk]


def test_a_lost_seal_is_found() -> None:
    seal()
    second = Seal.objects.get(number=2)
    with connection.cursor() as cursor:
        cursor.execute("delete from audit_seal where id = %s", [second.pk])
    assert any(fault == "gap" for _, fault in walk().faults)


def test_facts_cannot_be_written_outside_a_verb_or_edited_at_all() -> None:
    figure = Figure.objects.earliest("pk")
    with pytest.raises(Broken):
        figure.save()
    with pytest.raises(Broken):
        figure.delete()
    with pytest.raises(Broken):
        Figure.objects.filter(pk=figure.pk).update(unit="đồng")
    with pytest.raises(Broken):
        Figure.objects.all().delete()
    with pytest.raises(Broken):
        Indicator.objects.create(code="x")


def test_a_fact_is_not_edited_even_inside_a_verb() -> None:
    @verb
    def edit() -> None:
        Figure.objects.earliest("pk").save()

    with pytest.raises(Broken):
        edit()


def test_an_unattributed_write_is_refused() -> None:
    @verb
    def nameless() -> None:
        record(by=NOBODY, verb="x", subject="y")

    with pytest.raises(Broken):
        nameless()


def test_who_may_not_freeze_leaves_nothing(actor: object) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused):
        freeze(by=actor("chu-tich"), plan="ca-mau-2021", as_known_on=CONFERENCE)  # type: ignore[operator]
    assert Entry.objects.count() == before
    assert Plan.objects.count() == 2


def _behind(table: str, column: str, value: object, pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"update {table} set {column} = %s where id = %s", [value, pk])  # noqa: S608
