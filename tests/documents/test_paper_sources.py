"""What papers rest on: found by a record, and told when the books say something else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from dieuhanh.documents.actions.drafting import edit_paper
from dieuhanh.documents.models import Paper, PaperSource
from dieuhanh.documents.queries.papers import version_of
from dieuhanh.documents.queries.sources import (
    Cited,
    Held,
    NoBooks,
    changed_in,
    papers_using,
    sources_of,
)
from dieuhanh.domain.actors import Actor
from tests.documents.papers_made import BY, TODAY, drafted, issued

pytestmark = pytest.mark.django_db
Of = Callable[[str], Actor]
LOOK: dict[str, Any] = {"seen_by": BY, "on": TODAY}


class Told:
    """Books that say what a test tells them."""

    def __init__(self, **now: str) -> None:
        self.told = now
        self.asked: list[set[Cited]] = []

    def changing(self, held: Sequence[Held], *, on: date) -> list[set[Cited]]:
        return [set(each.cited) for each in held]

    def now(self, cited: Collection[Cited], *, seen_by: Actor, on: date) -> Mapping[Cited, str]:
        self.asked.append(set(cited))
        return {each: self.told[each.key] for each in cited if each.key in self.told}

    def hrefs(self, cited: Collection[Cited]) -> Mapping[Cited, str]:
        return {each: f"/{each.kind}/{each.key}/" for each in cited}


def test_a_version_keeps_each_source_once_with_what_was_printed() -> None:
    made = drafted()
    rows = PaperSource.objects.filter(version__paper=made).order_by("position")
    assert [(each.kind, each.key, each.value) for each in rows] == [
        ("figure", "thu", "5.851"), ("figure", "tang", "6,8%"), ("figure", "giuong", "28,5"),
    ]  # fmt: skip
    edit_paper(by=BY, paper=made, typed={"body-1": "Thu ngân sách tăng."}, seen=1)
    last = sources_of(version_of(made, 2), NoBooks(), **LOOK)
    assert [each.source.key for each in last] == ["thu", "giuong"]
    assert not any(each.changed or each.href for each in last)


def test_what_the_books_say_now_stands_beside_what_was_printed() -> None:
    books = Told(thu="5.900", tang="6,8%")
    lines = sources_of(version_of(drafted(), 1), books, **LOOK)
    assert [(each.source.value, each.now, each.changed) for each in lines] == [
        ("5.851", "5.900", True), ("6,8%", "6,8%", False), ("28,5", "", False)
    ]  # fmt: skip
    assert lines[0].href == "/figure/thu/"


def test_the_list_is_told_of_all_its_papers_at_once(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    old = drafted()
    edit_paper(by=BY, paper=old, typed={"body-1": "Không còn số."}, seen=1)
    made = [drafted(), issued(), old, drafted()]
    books = Told(thu="5.900", tang="7,0%")
    with django_assert_num_queries(2):
        found = changed_in(made, books, **LOOK)
    assert found == {made[0].pk: 2, made[1].pk: 2, old.pk: 1, made[3].pk: 2}
    assert len(books.asked) == 1
    assert changed_in(made, NoBooks(), **LOOK) == {}
    assert changed_in([], books, **LOOK) == {}


def test_papers_are_found_by_what_they_rest_on(actor: Of) -> None:
    made, out = drafted(), issued()
    assert set(papers_using("figure", ["thu", "khác"], seen_by=BY)) == {made, out}
    edit_paper(by=BY, paper=made, typed={"body-1": "Không còn số."}, seen=1)
    assert set(papers_using("figure", ["tang"], seen_by=BY)) == {out}, "the standing version counts"
    assert set(papers_using("target", ["thu"], seen_by=BY)) == set()
    assert list(papers_using("figure", ["thu"], seen_by=actor("nguoi-dan"))) == [out]
    assert Paper.objects.count() == 2
