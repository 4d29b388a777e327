"""The one door, asked of a list and of one: it opens and stays shut for the same submissions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.people.queries import SEATS
from dieuhanh.reports.models import Submission
from dieuhanh.reports.queries.submissions import submission, submissions
from tests.reports.builders import round_2021

pytestmark = pytest.mark.usefixtures("example")


def opened_to(actor: Actor) -> set[int]:
    """Those that open one by one."""
    found = set()
    for pk in Submission.objects.values_list("pk", flat=True):
        try:
            found.add(submission(pk, seen_by=actor).pk)
        except Missing:
            continue
    return found


@pytest.fixture
def owed(actor: Callable[[str], Actor]) -> Submission:
    """One of a round's submissions."""
    opened = round_2021(actor("chuyen-vien"))
    return Submission.objects.get(round=opened, body__code="ubnd-32248")


def test_every_seat(actor: Callable[[str], Actor], owed: Submission) -> None:
    for seat in SEATS:
        who = actor(seat.username)
        assert opened_to(who) == set(submissions(seen_by=who).values_list("pk", flat=True))


def test_every_kind_of_grant(owed: Submission) -> None:
    area, body = Area.objects.get(pk=owed.body.area_id), Body.objects.get(pk=owed.route[0])
    for areas, fields, bodies in product(
        (None, frozenset({area.pk})), (None, frozenset({""}), frozenset({"y tế"})),
        (None, frozenset({owed.body_id})),
    ):  # fmt: skip
        who = Actor("u", "thử", (Grant(Permission.SUBMISSION_VIEW, areas, fields, bodies),))
        assert opened_to(who) == set(submissions(seen_by=who).values_list("pk", flat=True))
    for permission, held in product(
        (Permission.FIGURE_ENTER, Permission.FIGURE_APPROVE, Permission.ROUND_EDIT),
        (None, frozenset({body.pk}), frozenset({owed.body_id}), frozenset[int]()),
    ):
        who = Actor("u", "thử", (Grant(permission, bodies=held),))
        assert opened_to(who) == set(submissions(seen_by=who).values_list("pk", flat=True))
