"""A merge, split, rename or abolition is recorded on a day by a paper, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dieuhanh.bodies.actions import record_area_change, record_body_change, take_back
from dieuhanh.bodies.models import Area, Body, Change
from dieuhanh.bodies.queries import Atlas, Register
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.changes import Heir, Recorded
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.domain.successions import SuccessionKind as K

pytestmark = pytest.mark.usefixtures("example")
DAY = date(2027, 1, 1)
EVE = date(2026, 12, 31)
PAPER = "Nghị quyết thử về sắp xếp"
WARDS = ("31825", "31834")


def change(kind: K, before: tuple[str, ...], *after: Heir, **more: Any) -> Recorded:
    return Recorded(kind, DAY, before, after, **{"document": PAPER, **more})


def merged(**more: Any) -> Recorded:
    """Two wards of today into one that keeps the code of the first."""
    return change(K.MERGE, WARDS, Heir("31825", "Phường Bạc Liêu Mới", "Phường"), **more)


def test_a_merge_ends_both_and_begins_one(at_machine: Actor) -> None:
    there = Atlas()
    above = there.above(there.at("31825", EVE), EVE)[0]
    record_area_change(by=at_machine, change=merged())
    atlas = Atlas()
    assert [atlas.at(code, EVE).valid_to for code in WARDS] == [EVE, EVE]
    heir = atlas.at("31825", DAY)
    assert (heir.name, heir.valid_from, heir.document) == ("Phường Bạc Liêu Mới", DAY, PAPER)
    assert [atlas.heirs(atlas.at(code, EVE), DAY) for code in WARDS] == [[heir], [heir]]
    assert atlas.above(heir, DAY)[0] == above
    with pytest.raises(BadInput, match=r"area\.not_valid"):
        atlas.at("31834", DAY)


def test_what_stood_below_goes_to_the_heir(at_machine: Actor) -> None:
    """A province renamed keeps its communes, from the day; the day before nothing moved."""
    below = {area.code for area in Atlas().below(Atlas().at("96", EVE), EVE)}
    assert len(below) == 64
    renamed = change(K.RENAME, ("96",), Heir("96", "Tỉnh Minh Hải", "Tỉnh", "VN"))
    record_area_change(by=at_machine, change=renamed)
    atlas = Atlas()
    for day, name, above in ((EVE, "Tỉnh Cà Mau", []), (DAY, "Tỉnh Minh Hải", ["VN"])):
        province = atlas.at("96", day)
        assert province.name == name
        assert {area.code for area in atlas.below(province, day)} == below
        assert [area.code for area in atlas.above(province, day)] == above


def test_an_abolished_province_leaves_its_communes_to_what_stood_above(at_machine: Actor) -> None:
    under = change(K.RENAME, ("96",), Heir("96", "Tỉnh Cà Mau", "Tỉnh", "VN"))
    record_area_change(by=at_machine, change=under)
    later = date(2028, 1, 1)
    gone = Recorded(K.ABOLISH, later, ("96",), document=PAPER)
    record_area_change(by=at_machine, change=gone)
    atlas = Atlas()
    assert atlas.heirs(atlas.at("96", DAY), later) == []
    assert atlas.above(atlas.at("31825", later), later)[0].code == "VN"


def test_a_split_shares_by_stated_weights_or_by_none(at_machine: Actor) -> None:
    halves = (
        Heir("40001", "Phường Chín Đông", "Phường", weight=Decimal("0.4")),
        Heir("40002", "Phường Chín Tây", "Phường", weight=Decimal("0.6")),
    )
    record_area_change(
        by=at_machine, change=change(K.SPLIT, ("31825",), *halves, source="Điều 2 nghị quyết")
    )
    atlas = Atlas()
    shares = atlas.successions.heirs(atlas.noun_of[atlas.at("31825", EVE).pk].id, DAY)
    assert {id_[:5]: str(share) for id_, share in shares.items()} == {
        "40001": "2/5",
        "40002": "3/5",
    }  # fmt: skip
    unstated = [Heir(f"4000{n}", f"Phường {n}", "Phường") for n in (3, 4)]
    record_area_change(by=at_machine, change=change(K.SPLIT, ("31834",), *unstated))
    atlas = Atlas()
    shares = atlas.successions.heirs(atlas.noun_of[atlas.at("31834", EVE).pk].id, DAY)
    assert set(shares.values()) == {None}


ONE, TWO = Heir("40001", "A", "Phường"), Heir("40002", "B", "Phường")
WEIGHED = [Heir(h.code, h.name, h.kind, weight=Decimal("0.5")) for h in (ONE, TWO)]
WRONG: list[tuple[Recorded, str]] = [
    (merged(document=" "), "change.no_document"),
    (change(K.MERGE, ("31825",), ONE), "change.before_count"),
    (change(K.MERGE, WARDS, ONE, TWO), "change.after_count"),
    (change(K.ABOLISH, WARDS, ONE), "change.after_count"),
    (change(K.MERGE, ("31825", "31825"), ONE), "change.twice"),
    (change(K.RENAME, ("31825",), Heir("31825")), "change.heir_unnamed"),
    (change(K.RENAME, ("31825",), Heir("31825", "X", "Ấp")), "change.kind_unknown"),
    (change(K.RENAME, ("31825",), Heir("31834", "X", "Phường")), "change.heir_stands"),
    (change(K.SPLIT, ("31825",), *WEIGHED), "change.weights_unsourced"),
    (change(K.SPLIT, ("31825",), WEIGHED[0], TWO, source="x"), "change.weights_missing"),
    (change(K.RENAME, ("31825",), WEIGHED[0], source="x"), "change.weight_unasked"),
    (
        change(K.SPLIT, ("31825",), WEIGHED[0],
               Heir("40002", "B", "Phường", weight=Decimal("0.4")), source="x"),
        "change.weights_sum",
    ),
    (
        change(K.SPLIT, ("31825",), WEIGHED[0],
               Heir("40002", "B", "Phường", weight=Decimal(1)), source="x"),
        "change.weight_range",
    ),
    (change(K.SPLIT, ("96",), ONE, TWO), "change.split_with_parts"),
    (change(K.RENAME, ("khong",), ONE), "area.unknown"),
    (change(K.RENAME, ("31825",), Heir("40001", "X", "Tỉnh")), "area.parent_below"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "code"), WRONG, ids=[code for _, code in WRONG])
def test_a_wrong_change_changes_nothing(at_machine: Actor, wrong: Recorded, code: str) -> None:
    before = list(Area.objects.order_by("pk").values())
    with pytest.raises(BadInput) as raised:
        record_area_change(by=at_machine, change=wrong)
    assert raised.value.code == code
    assert list(Area.objects.order_by("pk").values()) == before
    assert not Change.objects.exists()


def test_an_area_ends_once(at_machine: Actor) -> None:
    made = record_area_change(by=at_machine, change=merged())
    with pytest.raises(BadInput, match=r"change\.ended_already"):
        record_area_change(by=at_machine, change=change(K.ABOLISH, ("31834",)))
    earlier = Recorded(K.ABOLISH, date(2026, 7, 1), ("31834",), document=PAPER)
    with pytest.raises(BadInput, match=r"change\.ended_already"):
        record_area_change(by=at_machine, change=earlier)
    take_back(by=at_machine, change=made.pk, reason="ghi nhầm ngày")
    record_area_change(by=at_machine, change=earlier)


@pytest.mark.parametrize("seat", ["can-bo-xa", "can-bo-huyen", "so-y-te", "nguoi-dan", "chu-tich"])
def test_who_may_not_is_refused(actor: Callable[[str], Actor], seat: str) -> None:
    body = change(K.ABOLISH, ("so-y-te-ca-mau",))
    with pytest.raises(Refused):
        record_area_change(by=actor(seat), change=merged())
    with pytest.raises(Refused):
        record_body_change(by=actor(seat), change=body)


def standing(day: date) -> list[tuple[str, str, str]]:
    """The tree of a day: code, name and what it stands under."""
    atlas = Atlas()
    return sorted(
        (noun.code, noun.name, above.code if (above := atlas.book.parent(noun.id, day)) else "")
        for noun in atlas.book.valid_on(day)
    )


@pytest.mark.parametrize(
    "recorded",
    [
        merged(),
        change(K.RENAME, ("96",), Heir("96", "Tỉnh khác", "Tỉnh", "VN")),
        change(K.ABOLISH, ("96",)),
        change(K.SPLIT, ("31825",), ONE, TWO),
    ],
    ids=["merge", "rename", "abolish", "split"],
)
def test_a_change_taken_back_leaves_the_tree_as_it_was(
    at_machine: Actor, recorded: Recorded
) -> None:
    days = (EVE, DAY, date(2030, 6, 1))
    before = [standing(day) for day in days]
    made = record_area_change(by=at_machine, change=recorded)
    assert [standing(day) for day in days] != before
    back = take_back(by=at_machine, change=made.pk, reason="ghi nhầm ngày")
    assert [standing(day) for day in days] == before
    assert (back.takes_back_id, back.note) == (made.pk, "ghi nhầm ngày")
    with pytest.raises(BadInput, match=r"change\.taken_back"):
        take_back(by=at_machine, change=made.pk, reason="lần nữa")
    record_area_change(by=at_machine, change=recorded)
    assert [standing(day) for day in days] != before


def test_what_is_spoken_of_is_not_taken_back(at_machine: Actor) -> None:
    made = record_area_change(by=at_machine, change=merged())
    heir = Atlas().at("31825", DAY)
    seat = change(K.RENAME, ("so-y-te-ca-mau",), Heir("ubnd-moi", "UBND phường"))
    record_body_change(by=at_machine, change=seat)
    from dieuhanh.audit.models import door_open  # noqa: PLC0415

    with door_open():
        Body.objects.filter(code="ubnd-moi").update(area=heir)
    with pytest.raises(BadInput, match=r"change\.in_use"):
        take_back(by=at_machine, change=made.pk, reason="ghi nhầm")
    with pytest.raises(BadInput, match=r"change\.no_reason"):
        take_back(by=at_machine, change=made.pk, reason=" ")
    with pytest.raises(Missing):
        take_back(by=at_machine, change=999_999, reason="x")


def test_a_department_hands_over_to_another(at_machine: Actor) -> None:
    """Sở KH&ĐT into Sở Tài chính, which stood before and stands on."""
    recorded = Recorded(
        K.MERGE, DAY, ("so-khdt-ca-mau", "so-tai-chinh-ca-mau"),
        (Heir("so-tai-chinh-ca-mau", "Sở Tài chính tỉnh Cà Mau"),), document=PAPER,
    )  # fmt: skip
    made = record_body_change(by=at_machine, change=recorded)
    register = Register()
    gone = register.rows["so-khdt-ca-mau"]
    assert gone.valid_to == EVE
    assert [b.code for b in register.answering(gone, EVE)] == ["so-khdt-ca-mau"]
    assert [b.code for b in register.answering(gone, DAY)] == ["so-tai-chinh-ca-mau"]
    take_back(by=at_machine, change=made.pk, reason="chưa có quyết định")
    register = Register()
    assert register.rows["so-khdt-ca-mau"].valid_to is None
    assert [b.code for b in register.answering(gone, DAY)] == ["so-khdt-ca-mau"]


def test_a_new_body_takes_over_what_stood_below(at_machine: Actor) -> None:
    recorded = Recorded(
        K.RENAME, DAY, ("ubnd-973",), (Heir("ubnd-973-moi", "UBND huyện mới"),), document=PAPER
    )
    assert not Register().book.children("ubnd-973", EVE)
    with pytest.raises(BadInput, match=r"body\.not_valid"):
        record_body_change(by=at_machine, change=recorded)
    free = next(b for b in Register().rows.values() if b.valid_to is None and b.parent)
    assert free.parent is not None
    top = free.parent.code
    recorded = Recorded(K.RENAME, DAY, (top,), (Heir("moi", "Cơ quan mới"),), document=PAPER)
    below = {b.code for b in Register().book.children(top, EVE)}
    made = record_body_change(by=at_machine, change=recorded)
    book = Register().book
    assert {b.code for b in book.children(top, EVE)} == below
    assert {b.code for b in book.children("moi", DAY)} == below
    take_back(by=at_machine, change=made.pk, reason="ghi nhầm")
    assert {b.code for b in Register().book.children(top, DAY)} == below
