"""Tallies add up, and "reproduced" is said of a tally computed whole alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.tallies import PublishedTally, tally
from dieuhanh.domain.verdicts import AS_PUBLISHED, Outcome, Reason, Verdict

outcomes = st.lists(
    st.builds(
        Outcome,
        st.sampled_from(Verdict),
        st.sampled_from([Reason("past"), Reason(AS_PUBLISHED, {"label": "đạt"})]),
        st.just(Decimal("100.0")),
    )
)


@given(outcomes)
def test_the_counts_add_up(listed):
    counts = tally(listed)
    apart = counts.not_met + counts.no_data + counts.not_due + counts.not_comparable
    assert counts.met_or_exceeded + apart == counts.total == len(listed)
    assert counts.computed + counts.as_published <= counts.total


def _of(*verdicts: str) -> list[Outcome]:
    return [Outcome(Verdict(verdict), Reason("past")) for verdict in verdicts]


def test_a_tally_computed_whole_reproduces_what_was_printed():
    listed = _of("exceeded", "met", "not_met")
    counts = tally(listed)
    assert counts.reproduces(PublishedTally(2, 3, exceeded=1))
    assert counts.reproduces(PublishedTally(2, 3))
    assert not counts.reproduces(PublishedTally(2, 3, exceeded=2))
    assert not counts.reproduces(PublishedTally(3, 3))
    kept = [replace(listed[0], reason=Reason(AS_PUBLISHED, {"label": "vượt"})), *listed[1:]]
    assert tally(kept).agrees_with(PublishedTally(2, 3, exceeded=1))
    assert not tally(kept).reproduces(PublishedTally(2, 3, exceeded=1))


def test_an_unsplit_row_may_be_either():
    counts = tally(_of("met_or_exceeded", "met"))
    assert counts.agrees_with(PublishedTally(2, 2, exceeded=1))
    assert not counts.agrees_with(PublishedTally(2, 2, exceeded=2))
