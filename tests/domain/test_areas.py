"""Areas: a code means a place only on a day; levels and parents come from the tree of that day."""

from __future__ import annotations

from datetime import date

import pytest

from dieuhanh.domain.areas import Area, AreaBook, AreaRow, Kind, Level
from dieuhanh.domain.errors import BadInput, Missing, Place
from dieuhanh.domain.place_names import same_place_name
from dieuhanh.domain.trees import Link, Validity

START, END, REFORM = date(2021, 1, 1), date(2025, 6, 30), date(2025, 7, 1)

COUNTRY = Area("VN", "Việt Nam", Kind.COUNTRY, date(2010, 1, 1))
OLD = Area("96", "Tỉnh Cà Mau", Kind.PROVINCE, START, END)
NEW = Area("96", "Tỉnh Cà Mau", Kind.PROVINCE, REFORM)
CITY = Area("964", "Thành phố Cà Mau", Kind.CITY, START, END)
WARD = Area("32002", "Phường 4", Kind.WARD, START, END)


def test_a_code_lives_through_two_parents_of_one_code() -> None:
    lasting = Area("32092", "Xã Hồ Thị Kỷ", Kind.COMMUNE, START)
    book = AreaBook.from_rows([AreaRow(OLD), AreaRow(NEW), AreaRow(lasting, "96")])
    assert book.parent(lasting.id, END) == OLD
    assert book.parent(lasting.id, REFORM) == NEW
    assert book.children(NEW.id, REFORM) == (lasting,)
    assert book.children(NEW.id, END) == ()


def test_a_city_is_a_district_only_under_a_province() -> None:
    municipality = Area("01", "Thành phố Hà Nội", Kind.CITY, START)
    book = AreaBook.from_rows(
        [AreaRow(COUNTRY), AreaRow(municipality, "VN"), AreaRow(OLD, "VN"), AreaRow(CITY, "96")]
    )
    assert book.level(municipality.id) == Level.PROVINCE
    assert book.level(CITY.id) == Level.DISTRICT
    assert book.levels(START) == (Level.PROVINCE, Level.DISTRICT)
    assert book.levels(START, under=municipality.id) == (Level.PROVINCE,)
    assert book.ancestors(CITY.id, START) == (OLD, COUNTRY)
    assert book.roots(START) == (COUNTRY,)


def test_two_meanings_of_a_code_may_touch_but_not_overlap() -> None:
    assert len(AreaBook([OLD, NEW])) == 2
    late = Area("96", "Tỉnh Cà Mau", Kind.PROVINCE, END)
    with pytest.raises(BadInput) as refused:
        AreaBook.from_rows([AreaRow(OLD), AreaRow(late, place=Place(row=7))])
    assert refused.value.code == "area.overlap"
    assert refused.value.place == Place(row=7)


def test_a_parent_must_stand_all_the_time_of_its_child() -> None:
    lasting = Area("964", "Thành phố Cà Mau", Kind.CITY, START)
    with pytest.raises(BadInput) as refused:
        AreaBook.from_rows([AreaRow(OLD), AreaRow(lasting, "96", Place(row=3))])
    assert refused.value.code == "area.parent_not_valid"
    assert refused.value.place.row == 3
    assert "30/06/2025" in refused.value.values["known"]
    with pytest.raises(BadInput, match=r"area\.parent_not_valid"):
        AreaBook([OLD, lasting], [Link(lasting.id, OLD.id, Validity(START))])


def test_a_parent_with_a_gap_is_refused() -> None:
    late = Area("96", "Tỉnh Cà Mau", Kind.PROVINCE, date(2025, 7, 2))
    lasting = Area("964", "Thành phố Cà Mau", Kind.CITY, START)
    with pytest.raises(BadInput, match=r"area\.parent_not_valid"):
        AreaBook.from_rows([AreaRow(OLD), AreaRow(late), AreaRow(lasting, "96")])


def test_nothing_stands_under_what_is_no_higher() -> None:
    with pytest.raises(BadInput, match=r"area\.parent_below"):
        AreaBook.from_rows([AreaRow(WARD), AreaRow(CITY, "32002")])


def test_an_area_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInput, match=r"area\.ends_before_start"):
        AreaBook([Area("1", "Xã A", Kind.COMMUNE, REFORM, END)])


def test_a_code_asked_on_a_day_it_means_nothing_tells_what_it_was() -> None:
    book = AreaBook([CITY])
    with pytest.raises(BadInput) as refused:
        book.at("964", REFORM, place=Place(row=2, column="area_code"))
    assert refused.value.code == "area.not_valid"
    assert refused.value.values["known"] == "Thành phố Cà Mau (01/01/2021–30/06/2025)"
    assert refused.value.place == Place(row=2, column="area_code")
    with pytest.raises(BadInput, match=r"area\.unknown"):
        book.at("999", REFORM)
    with pytest.raises(Missing):
        book.by_id("964@1900-01-01")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Phường 4", "phường  4", True),
        ("P. 4", "Phường 4", True),
        ("TT. Năm Căn", "Thị Trấn Năm Căn", True),
        ("TP. Cà Mau", "Thành phố Cà Mau", True),
        ("Huyện Hoà Bình", "Huyện Hòa Bình", True),
        ("Cà Mau", "Tỉnh Cà Mau", True),
        ("Phường 4", "Phường 2", False),
        ("Xã Tân Hưng", "Xã Tân Hưng Đông", False),
        ("Xã Khánh Lâm", "Xã Khánh Lam", False),
        ("Phường Tân Thành", "Xã Tân Thành", False),
        ("Phú Tân", "Phú Mỹ", False),
    ],
)
def test_spelling_varies_but_a_place_does_not(one: str, other: str, same: bool) -> None:
    assert same_place_name(one, other) is same
    assert same_place_name(other, one) is same
