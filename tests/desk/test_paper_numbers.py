"""Every number of every kind of paper has its source, or is of a class that needs none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieuhanh.desk.queries.papers import COMPOSED
from dieuhanh.desk.queries.papers.year import year_of
from dieuhanh.paper.writing.compose.tallies import tallies
from dieuhanh.paper.writing.model import Paragraph, Source, Span, Table, plain, texts, words
from dieuhanh.paper.writing.numbers import printed
from dieuhanh.paper.writing.papers import sources
from dieuhanh.paper.writing.source_list import with_source_list
from tests.desk.test_compose_papers import BY, JUNE, followed, made

__all__ = ["followed"]
pytestmark = pytest.mark.django_db
DERIVED = frozenset({
    "tally", "verdict", "change", "published", "rolled", "late-count", "late-bodies", "late",
    "task-count", "assigned-count",
})  # fmt: skip


@pytest.mark.parametrize("kind", sorted(COMPOSED))
def test_every_number_has_a_source_or_a_class_of_its_own(kind: str) -> None:
    paper = made(kind)
    found = list(printed(paper))
    assert found
    assert [(each.place, each.run, each.text) for each in found if each.bare] == []
    listed = set(sources(paper))
    assert {each.source for each in found if each.source} <= listed
    rows = with_source_list(paper).appendices[-1].blocks[0]
    assert isinstance(rows, Table)
    labels = {plain(row.cells[2].text) for row in rows.rows}
    assert {each.source.label for each in found if each.source} <= labels


@pytest.mark.parametrize("kind", sorted(COMPOSED))
def test_every_derived_number_names_what_it_was_made_of(kind: str) -> None:
    for source in {each.source for each in printed(made(kind)) if each.source}:
        if source.kind in DERIVED:
            assert source.made_of, source
            assert all(each.kind and each.key for each in source.made_of), source
            assert source.label, source


def test_a_number_that_loses_its_source_is_found() -> None:
    paper = made("bao-cao-nam")
    bare = [
        replace(block, text=tuple(replace(span, source=None) for span in block.text))
        if isinstance(block, Paragraph)
        else block
        for block in paper.blocks
    ]
    lost = [each.run for each in printed(replace(paper, blocks=tuple(bare))) if each.bare]
    assert {"22", "12", "5.851", "6,8", "17"} <= set(lost)


def test_half_a_number_is_no_sourced_number() -> None:
    half = Paragraph((Span("5", Source("figure", "1", "Thu")), Span(".851 tỷ đồng, 12/01/2022")))
    paper = replace(made("giay-moi"), blocks=(half, Paragraph(words("6 tháng"))))
    told = [(each.run, each.bare) for each in printed(paper) if each.place == "body"]
    assert told == [("5.851", True), ("12/01/2022", False), ("6", True)]


def test_every_count_a_report_prints_is_among_those_that_can_be_told_again() -> None:
    year = year_of("ca-mau-2021", seen_by=BY, on=JUNE, areas=False)
    told = {(span.source, span.text) for span in tallies(year)}
    printed_ = {
        (span.source, span.text)
        for text in texts(made("bao-cao-nam"))
        for span in text
        if span.source is not None and span.source.kind == "tally"
    }
    assert len(printed_) > 10
    assert printed_ <= told
