"""Successions of bodies come in as a table too, and must hold together with their days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dieuhanh.bodies.actions import import_bodies, import_body_successions
from dieuhanh.bodies.queries import Register
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.exchange.catalogue import CATALOGUE
from dieuhanh.exchange.templates import Record

pytestmark = pytest.mark.usefixtures("example")
DAY = date(2030, 3, 1)
EVE = date(2030, 2, 28)


def filled(template: str, number: int, **values: Any) -> Record:
    """A row of a template; what is not given is empty."""
    empty = {column.name: column.default for column in CATALOGUE[template].columns}
    text = {name: "" if value is None else value for name, value in empty.items()}
    days = {"valid_from": None, "valid_to": None} if template == "bodies" else {}
    return Record({**text, **days, **values}, Place(f"{template}.csv", "", number))


@pytest.fixture
def four_bodies(example: None, at_machine: Actor) -> None:
    """Two departments that end on the eve, one that begins on the day, one that stands."""
    days = {"a": {"valid_to": EVE}, "b": {"valid_to": EVE}, "c": {"valid_from": DAY}, "d": {}}
    rows = [
        filled("bodies", n, code=code, name=f"Sở {code}", kind="so", **days[code])
        for n, code in enumerate(days, 3)
    ]
    import_bodies(by=at_machine, records=rows)


def edge(number: int, kind: str, frm: str, to: str = "") -> Record:
    return filled("body_successions", number, effective=DAY, kind=kind, from_code=frm, to_code=to)


@pytest.mark.usefixtures("four_bodies")
def test_an_heir_may_be_new_or_have_stood_before(at_machine: Actor) -> None:
    rows = [edge(3, "rename", "a", "c"), edge(4, "merge", "b", "d")]
    assert import_body_successions(by=at_machine, records=rows).added == 2
    assert import_body_successions(by=at_machine, records=rows).same == 2
    register = Register()
    heirs = {
        code: [b.code for b in register.answering(register.rows[code], DAY)] for code in "abcd"
    }
    assert heirs == {"a": ["c"], "b": ["d"], "c": ["c"], "d": ["d"]}


@pytest.mark.usefixtures("four_bodies")
@pytest.mark.parametrize(
    ("row", "code"),
    [
        (edge(9, "rename", "d", "c"), "succession.before_days"),
        (edge(9, "rename", "a", "x"), "body.unknown"),
        (edge(9, "rename", "a"), "succession.heir"),
        (edge(9, "split", "a", "c"), "succession.split_of_one"),
        (edge(9, "merge", "a", "b"), "succession.after_days"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_edges_that_contradict_the_bodies_are_refused_where_they_stand(
    at_machine: Actor, row: Record, code: str
) -> None:
    with pytest.raises(BadInput) as raised:
        import_body_successions(by=at_machine, records=[row])
    assert raised.value.code == code
    assert raised.value.place.row == 9
