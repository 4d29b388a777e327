"""Dated trees: one parent a day, no ring on any day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.trees import DatedTree, Link, Validity

REFORM = date(2025, 7, 1)
BEFORE = Validity(date(2021, 1, 1), date(2025, 6, 30))
AFTER = Validity(REFORM)


def test_two_parents_on_one_day_are_refused_and_named() -> None:
    late = Validity(date(2025, 6, 30))
    with pytest.raises(BadInput) as refused:
        DatedTree([Link("xã", "huyện", BEFORE), Link("xã", "tỉnh", late)])
    assert refused.value.code == "tree.two_parents"
    assert refused.value.values["days"] == "30/06/2025–30/06/2025"


def test_a_ring_on_any_day_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        DatedTree([Link("a", "b"), Link("b", "c", BEFORE), Link("b", "a", AFTER)])
    assert refused.value.code == "tree.ring"
    assert refused.value.values == {"chain": "b → a → b", "on": "01/07/2025"}


def test_parents_that_change_places_are_no_ring() -> None:
    tree = DatedTree([Link("a", "b", BEFORE), Link("b", "a", AFTER)])
    assert tree.parent("a", date(2025, 6, 30)) == "b"
    assert tree.parent("b", REFORM) == "a"
    assert tree.parent("a", REFORM) is None


def test_its_own_parent_is_a_ring() -> None:
    with pytest.raises(BadInput, match=r"tree\.ring"):
        DatedTree([Link("a", "a")])


@given(st.lists(st.integers(0, 20), min_size=1, max_size=21))
def test_descendants_and_ancestors_tell_the_same_tree(parents: list[int]) -> None:
    links = [Link(str(i + 1), str(min(p, i))) for i, p in enumerate(parents)]
    tree = DatedTree(links)
    nodes = [str(i) for i in range(len(parents) + 1)]
    below = {(node, child) for node in nodes for child in tree.descendants(node, REFORM)}
    above = {(up, node) for node in nodes for up in tree.ancestors(node, REFORM)}
    assert below == above
    assert len(tree.descendants("0", REFORM)) == len(parents)


def test_days_in_common() -> None:
    assert BEFORE.common(AFTER) is None
    assert BEFORE.common(Validity()) == BEFORE
    assert not BEFORE.overlaps(AFTER)
    assert Validity().common(Validity()) == Validity()
