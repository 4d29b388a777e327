"""The page that explains judging lists the rows `literal` gets wrong, as the engine finds them."""

from __future__ import annotations

from dieuhanh.exchange.law import load_conventions
from tests.golden.literal_rows import BEGIN, END, PAGE, listing, page_with_listing
from tests.golden.published_tables import rows


def test_the_page_lists_what_the_engine_finds():
    page = PAGE.read_text("utf-8")
    assert BEGIN in page
    assert END in page
    assert page == page_with_listing(page), "run: python tests/golden/literal_rows.py"


def test_the_listed_rows_are_all_published_as_met():
    """No row is published as missed that the plain signs would call met."""
    literal = load_conventions()["literal"]
    wrong = [
        row
        for row in rows(literal)
        if row.published
        and row.outcome.verdict.is_met is not None
        and row.outcome.verdict.is_met is not row.published.verdict.is_met
    ]
    assert wrong
    assert all(row.published.verdict.is_met for row in wrong)
    assert listing().count("\n- ") == len(wrong)
