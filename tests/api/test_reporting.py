"""Reporting through the API: the very verbs of the pages, once each, for the right hands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dieuhanh.audit.jobs import seal
from dieuhanh.domain.actors import Actor
from dieuhanh.reports.models import Figure, Filing, Round, Submission
from tests.api.conftest import Caller, problem_of
from tests.reports.builders import round_2021

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]
CELLS = [
    ("giai-quyet-viec-lam", "300"), ("trong-tinh", "200"), ("ngoai-tinh", "100"),
    ("ngoai-nuoc", "0"), ("tong-so-ho", "5.000"), ("so-ho-ngheo", "…"),
]  # fmt: skip


@pytest.fixture
def opened(example: None, actor: Callable[[str], Actor]) -> Round:
    """The round of 2021, owed by every commune."""
    return round_2021(actor("chuyen-vien"))


def owed(opened: Round, body: str = "ubnd-32248") -> Submission:
    return Submission.objects.get(round=opened, body__code=body)


def all_cells(ask: Caller, pk: int) -> list[dict[str, Any]]:
    """A text for every line that is typed."""
    asked = ask.json(f"/submissions/{pk}")["cells"]
    known = dict(CELLS)
    return [{"row": c["row"], "text": known.get(c["row"], "10"), "note": "đã soát"} for c in asked]


def typed(ask: Caller, pk: int) -> list[dict[str, Any]]:
    """Those cells that may be typed: ratio lines are made."""
    form = ask.json("/submissions", limit=1)["items"][0]
    rows = ask.json(f"/forms/{form['form']}/versions/{form['version']}")["rows"]
    entry = {row["key"] for row in rows if row["kind"] == "entry"}
    return [cell for cell in all_cells(ask, pk) if cell["row"] in entry]


def test_a_form_is_read_saved_filed_returned_and_approved(caller: Call, opened: Round) -> None:
    commune, district = caller("can-bo-xa"), caller("can-bo-huyen")
    pk = owed(opened).pk
    mine = commune.json("/submissions")["items"]
    assert [each["id"] for each in mine] == [pk]
    saved = commune.send(f"/submissions/{pk}/cells", {"cells": typed(commune, pk)}, method="patch")
    assert saved.status_code == 200, saved.content
    sheet = {cell["row"]: cell for cell in commune.json(f"/submissions/{pk}")["cells"]}
    assert sheet["tong-so-ho"]["number"] == "5000"
    assert sheet["so-ho-ngheo"]["absence"] == "not_collected"
    filed = commune.send(f"/submissions/{pk}/filings", {}, Idempotency_Key="k1")
    assert filed.status_code == 201, filed.content
    back = district.send(
        f"/submissions/{pk}/return",
        {"remarks": [{"row": "tong-so-ho", "text": "Kiểm lại số hộ"}]},
    )
    assert (back.status_code, back.json()["state"]) == (200, "returned")
    assert commune.send(f"/submissions/{pk}/filings", {}, Idempotency_Key="k2").status_code == 201
    done = district.send("/submissions/approve", {"submissions": [pk], "filings": {str(pk): 2}})
    assert done.status_code == 200, done.content
    assert done.json()["final"] == [pk]
    figures = Figure.objects.filter(filing__submission=pk)
    assert figures.count() == done.json()["figures"] > 0


def test_the_same_key_files_once(caller: Call, opened: Round) -> None:
    commune, pk = caller("can-bo-xa"), owed(opened).pk
    sent = {"cells": typed(commune, pk)}
    answers = [
        commune.send(f"/submissions/{pk}/filings", sent, Idempotency_Key="một".encode().hex())
        for _ in range(3)
    ]
    assert [answer.status_code for answer in answers] == [201, 201, 201]
    assert len({answer.content for answer in answers}) == 1
    assert Filing.objects.filter(submission=pk).count() == 1
    other = {"cells": [{**sent["cells"][0], "text": "9"}, *sent["cells"][1:]]}
    told = problem_of(
        commune.send(f"/submissions/{pk}/filings", other, Idempotency_Key="một".encode().hex()), 422
    )
    assert told["code"] == "filing.key_reused"


def test_what_cannot_be_read_is_told_cell_by_cell(caller: Call, opened: Round) -> None:
    commune, pk = caller("can-bo-xa"), owed(opened).pk
    cells = typed(commune, pk)
    cells[0]["text"], cells[1]["text"] = "1,234.5", "nhiều"
    told = problem_of(commune.send(f"/submissions/{pk}/filings", {"cells": cells}), 422)
    assert len(told["faults"]) >= 2
    assert Filing.objects.filter(submission=pk).count() == 0


def test_another_commune_is_not_there(caller: Call, opened: Round) -> None:
    commune, other = caller("can-bo-xa"), owed(opened, "ubnd-31999").pk
    for answer in (
        commune.get(f"/submissions/{other}"),
        commune.send(f"/submissions/{other}/cells", {"cells": []}, method="patch"),
        commune.send(f"/submissions/{other}/filings", {}),
        commune.send(f"/submissions/{other}/return", {"comment": "x"}),
        commune.send("/submissions/approve", {"submissions": [other]}),
    ):
        absent = problem_of(commune.get("/submissions/99999999"), 404)
        told = problem_of(answer, 404)
        assert {**told, "instance": ""} == {**absent, "instance": ""}


def test_a_filler_does_not_approve_its_own(caller: Call, opened: Round) -> None:
    commune, pk = caller("can-bo-xa"), owed(opened).pk
    commune.send(f"/submissions/{pk}/filings", {"cells": typed(commune, pk)})
    told = problem_of(commune.send("/submissions/approve", {"submissions": [pk]}), 403)
    assert told["code"] == "refused"


def test_two_hands_on_one_cell_are_told(caller: Call, opened: Round) -> None:
    first, pk = caller("can-bo-xa"), owed(opened).pk
    cell = {"row": "tong-so-ho", "text": "1"}
    first.send(f"/submissions/{pk}/cells", {"cells": [cell]}, method="patch")
    told = first.json(f"/submissions/{pk}")
    assert told["revision"] == 1


def test_a_round_tells_how_far_it_has_come(caller: Call, opened: Round) -> None:
    commune, planner, pk = caller("can-bo-xa"), caller("chuyen-vien"), owed(opened).pk
    commune.send(f"/submissions/{pk}/filings", {"cells": typed(commune, pk)})
    whole = planner.json(f"/rounds/{opened.code}")
    assert (whole["rate"]["expected"], whole["rate"]["filed"]) == (101, 1)
    assert {due["level"] for due in whole["dues"]} == {"commune", "district", "province"}
    own = commune.json(f"/rounds/{opened.code}")
    assert (own["rate"]["expected"], [line["body"] for line in own["bodies"]]) == (
        1,
        ["ubnd-32248"],
    )
    assert caller("nguoi-dan").get(f"/rounds/{opened.code}").status_code == 404


def test_a_form_tells_its_rows_and_checks(caller: Call, opened: Round) -> None:
    told = caller("can-bo-xa").json("/forms/kt-xh-xa/versions/1")
    parents = {row["key"]: row["parent"] for row in told["rows"]}
    assert parents["trong-tinh"] == "giai-quyet-viec-lam"
    assert {check["severity"] for check in told["checks"]} <= {"hard", "soft"}
    assert caller("nguoi-dan").get("/forms/kt-xh-xa").status_code == 404


class TestChanges:
    """Every sealed line once, in order, for the right eyes."""

    def test_lines_come_in_order_and_only_when_sealed(self, caller: Call, opened: Round) -> None:
        ask = caller("chuyen-vien")
        assert ask.json("/changes")["items"] == []
        seal()
        first = ask.json("/changes")
        numbers = [line["number"] for line in first["items"]]
        assert numbers == sorted(set(numbers))
        assert "round.opened" in {line["kind"] for line in first["items"]}
        again = ask.json("/changes", after=first["until"])
        assert (again["items"], again["until"], again["more"]) == ([], first["until"], False)

    def test_a_line_goes_to_those_it_is_for(self, caller: Call, opened: Round) -> None:
        commune, pk = caller("can-bo-xa"), owed(opened).pk
        commune.send(f"/submissions/{pk}/filings", {"cells": typed(commune, pk)})
        seal()
        subject = f"{opened.code}/ubnd-32248"
        seen = {
            seat: {(c["kind"], c["subject"]) for c in self._all(caller(seat))}
            for seat in ("can-bo-xa", "can-bo-huyen", "nguoi-dan", "chu-tich")
        }
        filed = ("submission.filed", subject)
        assert [seat for seat, lines in seen.items() if filed in lines] == [
            "can-bo-xa", "can-bo-huyen", "chu-tich",
        ]  # fmt: skip
        hidden = ("user.", "token.", "cells.", "form.draft")
        assert not any(kind.startswith(hidden) for lines in seen.values() for kind, _ in lines)
        assert ("round.opened", opened.code) not in seen["nguoi-dan"]
        assert any(kind == "areas.imported" for kind, _ in seen["nguoi-dan"])

    def test_a_citizen_is_told_of_no_more_figures_than_they_see(self, caller: Call) -> None:
        seal()
        ask = caller("nguoi-dan")
        told = sum(line["figures"] for line in self._all(ask))
        listed, cursor = 0, ""
        while cursor is not None:
            page = ask.json("/figures", limit=500, cursor=cursor)
            listed, cursor = listed + len(page["items"]), page["next"]
        assert told == listed < Figure.objects.count()

    def test_it_asks_a_fixed_number_of_times(
        self, caller: Call, opened: Round, django_assert_max_num_queries: Callable[[int], Any]
    ) -> None:
        seal()
        ask = caller("chuyen-vien")
        ask.json("/me")
        with django_assert_max_num_queries(14):
            ask.json("/changes")

    def _all(self, ask: Caller) -> list[dict[str, Any]]:
        lines, after, more = [], 0, True
        while more:
            page = ask.json("/changes", after=after)
            lines += page["items"]
            after, more = page["until"], page["more"]
        return lines
