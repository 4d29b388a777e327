"""Who takes up what a body that ended had in hand."""

from __future__ import annotations

from datetime import date

import pytest

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Permission
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.queries.heirs import forebears, heirs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def pk(code: str) -> int:
    return Body.objects.get(code=code).pk


def test_of_a_district_that_ended_without_an_heir_the_body_above_answers() -> None:
    district, province = pk("ubnd-973"), pk("ubnd-ca-mau")
    assert heirs([district], BEFORE) == {district: {district}}
    assert heirs([district], AFTER) == {district: {district, province}}
    assert district not in forebears([province], BEFORE)[province]
    assert district in forebears([province], AFTER)[province]


def test_its_office_then_decides_what_waits_with_the_district() -> None:
    office = User.objects.get(username="van-phong")
    for on, may in ((BEFORE, False), (AFTER, True)):
        actor = actor_of(office, on=on)
        assert actor.may(Permission.FIGURE_APPROVE, body=pk("ubnd-973")) is may
        assert actor.may(Permission.FIGURE_APPROVE, body=pk("ubnd-ca-mau"))
        assert not actor.may(Permission.FIGURE_APPROVE, body=pk("so-khdt-ca-mau"))
