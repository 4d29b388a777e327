"""Golden: the verdicts of real published tables, recomputed under the published practice."""

from __future__ import annotations

import pytest

from dieuhanh.domain.judging import judge
from dieuhanh.domain.tallies import tally
from dieuhanh.domain.verdicts import AS_PUBLISHED, NEAR_MISS, Basis, Verdict
from dieuhanh.domain.wording.verdicts import sentence
from dieuhanh.exchange.law import load_conventions
from tests.golden.published_tables import published_tallies, rows, tables

PRACTICE = load_conventions()["practice"]
ROWS = list(rows(PRACTICE))
COMPUTABLE = [row for row in ROWS if row.published and (row.has_actual or row.is_composite)]


def named(row) -> str:
    return f"{row.table}-{row.case.id}"


def test_the_tables_are_as_many_as_their_readme_says():
    assert len(tables()) == 10
    assert len(ROWS) == 141
    assert sum(row.has_actual for row in ROWS) == 50
    assert sum(row.has_actual and row.published is not None for row in ROWS) == 48
    assert sum(row.is_composite for row in ROWS) == 6


@pytest.mark.parametrize("row", COMPUTABLE, ids=named)
def test_every_row_with_an_actual_and_a_label_is_met_or_not_as_published(row):
    outcome = judge(row.case.rule, row.case.actual, PRACTICE)
    assert outcome.basis is Basis.COMPUTED
    assert outcome.verdict.is_met is row.published.verdict.is_met
    assert row.outcome.verdict is outcome.verdict


def test_all_six_composites_are_computed_from_their_parts():
    composites = [row for row in ROWS if row.is_composite]
    assert all(row.outcome.basis is Basis.COMPUTED for row in composites)
    assert all(len(row.outcome.reason.values["parts"]) == 2 for row in composites)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row not in COMPUTABLE and not row.has_actual], ids=named
)
def test_a_row_without_an_actual_keeps_what_was_published_and_says_so(row):
    if row.published is None:
        assert row.outcome.verdict is Verdict.NO_DATA
        return
    assert row.outcome.verdict is row.published.verdict
    assert row.outcome.reason.code == AS_PUBLISHED
    assert "công bố" in sentence(row.outcome.reason)
    assert row.outcome.plan_ratio_pct is None


def test_2019_is_reproduced_whole_label_by_label():
    table = [row for row in ROWS if row.table == "vn-2019-dec"]
    assert [row.outcome.verdict for row in table] == [row.published.verdict for row in table]
    counts = tally(row.outcome for row in table)
    assert (counts.met_or_exceeded, counts.total) == (12, 12)
    assert (counts.exceeded, counts.met) == (7, 5)
    assert counts.reproduces(published_tallies()["vn-2019-dec"])


def test_only_a_table_computed_whole_is_called_reproduced():
    reproduced = {
        name
        for name, published in published_tallies().items()
        if tally(row.outcome for row in ROWS if row.table == name).reproduces(published)
    }
    assert reproduced == {"vn-2019-dec"}


@pytest.mark.parametrize(
    "name", ["vn-2016-oct", "vn-2017-may", "vn-2017-oct", "vn-2022-oct", "vn-2022-may"]
)
def test_tables_with_every_label_agree_with_their_tally_without_being_reproduced(name):
    counts = tally(row.outcome for row in ROWS if row.table == name)
    published = published_tallies()[name]
    assert (counts.met_or_exceeded, counts.total) == (published.met_or_exceeded, published.total)
    assert counts.as_published > 0
    assert not counts.reproduces(published)


def test_near_misses_are_not_met_and_keep_their_sub_label():
    near = [row for row in ROWS if row.outcome.sub_label == NEAR_MISS]
    assert [named(row) for row in near] == ["vn-5y-2021-2025-14"]
    assert near[0].outcome.verdict is Verdict.NOT_MET
    assert near[0].outcome.basis is Basis.COMPUTED
