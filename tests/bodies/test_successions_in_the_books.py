"""Successions kept in the books hold together, or nothing of them is taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from dieuhanh.bodies.actions import import_areas, import_successions
from dieuhanh.bodies.models import Succession
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.errors import BadInput, Place, Refused
from dieuhanh.exchange.templates import Record

if TYPE_CHECKING:
    from dieuhanh.domain.actors import Actor

pytestmark = pytest.mark.django_db
DAY = date(2030, 1, 1)


def row(number: int, kind: str, frm: str, to: str, weight: str = "", on: date = DAY) -> Record:
    values: dict[str, Any] = {
        "effective": on,
        "kind": kind,
        "from_code": frm,
        "to_code": to,
        "weight": Decimal(weight) if weight else None,
        "document": "",
        "note": "",
    }
    return Record(values, Place("ke-tuc.csv", "", number))


def area(number: int, code: str, first: date, last: date | None = None) -> Record:
    values: dict[str, Any] = {
        "code": code,
        "name": f"Xã {code}",
        "kind": "Xã",
        "parent_code": "",
        "valid_from": first,
        "valid_to": last,
        "start_known": True,
        "document": "",
        "note": "",
    }
    return Record(values, Place("dia-ban.csv", "", number))


@pytest.fixture
def three_communes(at_machine: Actor) -> None:
    """One commune that ends on the last day of 2029, and two that begin the day after."""
    import_areas(
        by=at_machine,
        records=[
            area(3, "old", date(2020, 1, 1), date(2029, 12, 31)),
            area(4, "one", DAY),
            area(5, "two", DAY),
        ],
    )


def test_the_examples_successions_are_the_domains_own() -> None:
    found = Atlas().successions
    assert len(found) == Succession.objects.count() > 160
    assert {edge.before for edge in found.on(date(2024, 12, 1))} == {
        "32002@2021-01-01",
        "32011@2021-01-01",
    }
    assert found.heirs("32011@2021-01-01", date(2024, 12, 1)) == {"32002@2024-12-01": 1}


@pytest.mark.usefixtures("three_communes")
def test_a_split_with_whole_weights_is_kept(at_machine: Actor) -> None:
    rows = [row(3, "split", "old", "one", "0.4"), row(4, "split", "old", "two", "0.6")]
    assert import_successions(by=at_machine, records=rows).added == 2
    assert import_successions(by=at_machine, records=rows).same == 2
    shares = Atlas().successions.heirs("old@2020-01-01", DAY)
    assert {area[:3]: str(share) for area, share in shares.items()} == {"one": "2/5", "two": "3/5"}


@pytest.mark.usefixtures("three_communes")
@pytest.mark.parametrize(
    ("rows", "code", "at"),
    [
        ([row(3, "split", "old", "one", "0.4"), row(4, "split", "old", "two", "0.5")],
         "succession.weights_sum", 3),
        ([row(3, "split", "old", "one", "0.4"), row(4, "split", "old", "two")],
         "succession.weights_missing", 3),
        ([row(3, "merge", "old", "one"), row(4, "merge", "old", "two")],
         "succession.not_a_split", 3),
        ([row(3, "merge", "old", "one"), row(4, "merge", "old", "one")],
         "succession.twice", 4),
        ([row(3, "merge", "old", "")], "succession.heir", 3),
        ([row(7, "merge", "old", "one", on=date(2029, 12, 1))], "area.not_valid", 7),
        ([row(8, "merge", "nowhere", "one")], "area.unknown", 8),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_refused_where_it_stands(
    at_machine: Actor, rows: list[Record], code: str, at: int
) -> None:
    before = Succession.objects.count()
    with pytest.raises(BadInput) as caught:
        import_successions(by=at_machine, records=rows)
    assert (caught.value.code, caught.value.place) == (code, Place("ke-tuc.csv", "", at))
    assert Succession.objects.count() == before


@pytest.mark.usefixtures("three_communes")
def test_new_rows_are_held_to_those_already_kept(at_machine: Actor) -> None:
    import_successions(by=at_machine, records=[row(3, "merge", "old", "one")])
    with pytest.raises(BadInput, match=r"succession\.not_a_split"):
        import_successions(by=at_machine, records=[row(3, "merge", "old", "two")])


def test_a_reader_may_not_write_them(actor: Any) -> None:
    with pytest.raises(Refused):
        import_successions(by=actor("chu-tich"), records=[])
