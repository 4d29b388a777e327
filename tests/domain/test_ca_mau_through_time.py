"""The real reforms of Cà Mau and Bạc Liêu, read from the example's own tables."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from dieuhanh.domain.areas import Area, AreaBook, AreaRow, Kind, Level
from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import OverAreas
from dieuhanh.domain.place_names import same_place_name
from dieuhanh.domain.restating import Amount, Made, Reason, restate
from dieuhanh.domain.successions import SuccessionKind, SuccessionRow, Successions
from dieuhanh.domain.wording.areas import tell_made

EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR_END, EVE, REFORM = date(2021, 12, 31), date(2025, 6, 30), date(2025, 7, 1)
WARD_MERGER = date(2024, 12, 1)
OLD_CA_MAU, NEW_CA_MAU, BAC_LIEU = "96@2020-01-01", "96@2025-07-01", "95@2020-01-01"


def table(path: str) -> list[dict[str, str]]:
    lines = (EXAMPLES / path).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# dieuhanh: ")
    return list(csv.DictReader(lines[1:]))


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day, not a moment


def read_areas(path: str) -> AreaBook:
    return AreaBook.from_rows(
        AreaRow(
            Area(
                row["code"],
                row["name"],
                Kind(row["kind"]),
                day(row["valid_from"]),
                day(row["valid_to"]) if row["valid_to"] else None,
                row["start_known"] == "x",
            ),
            row["parent_code"],
        )
        for row in table(path)
    )


@pytest.fixture(scope="module")
def book() -> AreaBook:
    return read_areas("ca-mau-2021/areas.csv")


@pytest.fixture(scope="module")
def successions(book: AreaBook) -> Successions:
    rows = [
        SuccessionRow(
            day(row["effective"]),
            SuccessionKind(row["kind"]),
            row["from_code"],
            row["to_code"],
            Fraction(row["weight"].replace(",", ".")) if row["weight"] else None,
            row["document"],
        )
        for row in table("ca-mau-2021/successions.csv")
    ]
    return Successions.of_areas(rows, book)


@pytest.fixture(scope="module")
def crossing(book: AreaBook, successions: Successions) -> Crossing:
    onto = [area.id for area in book.descendants(NEW_CA_MAU, REFORM)]
    return Crossing(successions, from_day=YEAR_END, onto_day=REFORM, onto=onto)


def communes(book: AreaBook, province: str, on: date) -> list[Area]:
    return list(book.descendants(province, on, Level.COMMUNE))


def figures(book: AreaBook) -> dict[str, Amount]:
    """A different whole number for each of the 101 communes of 2021."""
    listed = communes(book, OLD_CA_MAU, YEAR_END)
    return {area.id: Amount.of(1000 + 7 * place) for place, area in enumerate(listed)}


def weighted(successions: Successions) -> Successions:
    weights: dict[tuple[str, str], Fraction] = {}
    for before in {edge.before for edge in successions if edge.kind is SuccessionKind.SPLIT}:
        heirs = [str(edge.after) for edge in successions.after(before)]
        whole = sum(range(1, len(heirs) + 1))
        weights |= {(before, to): Fraction(k, whole) for k, to in enumerate(heirs, 1)}
    return successions.with_weights(weights)


def test_the_tree_has_three_levels_in_2021_and_two_since_the_reform(book: AreaBook) -> None:
    three = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
    assert book.levels(YEAR_END) == book.levels(EVE, under=OLD_CA_MAU) == three
    assert book.levels(REFORM) == (Level.PROVINCE, Level.COMMUNE)
    assert len(book.children(OLD_CA_MAU, YEAR_END)) == 9
    assert len(communes(book, OLD_CA_MAU, YEAR_END)) == 101
    assert len(communes(book, BAC_LIEU, YEAR_END)) == 64
    assert len(communes(book, OLD_CA_MAU, EVE)) == 100
    assert len(book.children(NEW_CA_MAU, REFORM)) == 64
    assert [area.id for area in book.roots(REFORM)] == [NEW_CA_MAU]
    kinds = Counter(area.kind for area in communes(book, OLD_CA_MAU, YEAR_END))
    assert kinds == {Kind.COMMUNE: 82, Kind.WARD: 10, Kind.TOWNSHIP: 9}


def test_one_code_has_meant_three_wards_and_the_name_must_fit_the_day(book: AreaBook) -> None:
    assert [area.name for area in book.history("32002")] == [
        "Phường 4",
        "Phường 2",
        "Phường An Xuyên",
    ]
    assert book.at("32002", date(2024, 11, 30), name="Phường 4").valid_from == date(2021, 1, 1)
    merged = book.at("32002", WARD_MERGER, name="phường 2")
    assert (merged.valid_from, merged.valid_to) == (WARD_MERGER, EVE)
    with pytest.raises(BadInput) as refused:
        book.at("32002", date(2025, 12, 31), name="Phường 2")
    assert refused.value.code == "area.other_place"
    assert refused.value.values["here"] == "Phường An Xuyên"
    with pytest.raises(BadInput) as refused:
        book.at("32011", WARD_MERGER)
    assert refused.value.code == "area.not_valid"
    assert refused.value.values["known"] == "Phường 2 (01/01/2021–30/11/2024)"


def test_one_name_was_borne_by_several_wards(book: AreaBook) -> None:
    assert [area.code for area in book.named("Phường 2", YEAR_END)] == ["31813", "32011"]
    assert [area.code for area in book.named("Phường 2", WARD_MERGER)] == ["31813", "32002"]
    assert book.named("Phường 2", REFORM) == ()


def test_by_code_alone_ward_2_is_lost_by_succession_it_is_kept(
    book: AreaBook, successions: Successions
) -> None:
    ward_2, ward_4 = book.at("32011", YEAR_END), book.at("32002", YEAR_END)
    merged = book.at("32002", WARD_MERGER)
    assert not [a for a in book.valid_on(WARD_MERGER) if a.code == ward_2.code]
    step = Crossing(successions, from_day=YEAR_END, onto_day=WARD_MERGER, onto=[merged.id])
    told = restate({ward_2.id: Amount.of(700), ward_4.id: Amount.of(400)}, step, OverAreas.SUM)
    assert told.pieces[merged.id].amount == Amount.of(1100)
    assert told.pieces[merged.id].made is Made.COMPLETE
    an_xuyen = book.at("32002", REFORM)
    onward = Crossing(successions, from_day=YEAR_END, onto_day=REFORM, onto=[an_xuyen.id])
    forebears = {source.area: source.share for source in onward.forebears(an_xuyen.id)}
    assert forebears[ward_2.id] == forebears[ward_4.id] == 1


def test_164_became_64_19_of_them_split(book: AreaBook, successions: Successions) -> None:
    edges = [e for e in successions.on(REFORM) if book.level(e.before) == Level.COMMUNE]
    assert len({edge.before for edge in edges}) == 164
    assert len({edge.after for edge in edges}) == 64
    assert len({edge.before for edge in edges if edge.kind is SuccessionKind.SPLIT}) == 19
    assert all(edge.weight is None for edge in successions)
    gone = [e.before for e in successions if e.kind is SuccessionKind.ABOLISH]
    assert {book.level(id_) for id_ in gone} == {Level.DISTRICT}
    assert len(gone) == 16
    assert {book.by_id(id_).valid_to for id_ in gone} == {EVE}


def test_43_of_64_new_communes_carry_the_code_of_another_place(book: AreaBook) -> None:
    new = communes(book, NEW_CA_MAU, REFORM)
    other = [a for a in new if not same_place_name(a.name, book.at(a.code, EVE).name)]
    assert len(other) == 43
    for area in other:
        with pytest.raises(BadInput, match=r"area\.other_place"):
            book.at(area.code, YEAR_END, name=area.name)


def test_every_area_of_the_eve_has_its_heir_or_its_abolition(
    book: AreaBook, successions: Successions
) -> None:
    for area in book.valid_on(EVE):
        assert successions.after(area.id), area
    for area in book.valid_on(REFORM):
        assert successions.before(area.id), area


def test_18_new_communes_are_complete_21_without_value_25_without_figures(
    book: AreaBook, crossing: Crossing
) -> None:
    amounts = figures(book)
    told = restate(amounts, crossing, OverAreas.SUM)
    made = Counter(piece.made for piece in told.pieces.values())
    assert made == {Made.COMPLETE: 18, Made.NO_VALUE: 21, Made.NO_FIGURES: 25}
    assert {p.reason for p in told.having(Made.NO_VALUE)} == {Reason.SPLIT_WITHOUT_WEIGHT}
    former = communes(book, BAC_LIEU, YEAR_END)
    missing = {id_ for piece in told.having(Made.NO_FIGURES) for id_ in piece.missing}
    assert missing == {area.id for area in former}
    assert told.total == Amount.of(sum(1000 + 7 * place for place in range(101)))
    assert told.placed is not None
    assert 0 < told.placed.number < told.total.number


def test_with_weights_21_are_converted_and_the_pieces_hold_the_total(
    book: AreaBook, successions: Successions, crossing: Crossing
) -> None:
    by_weights = Crossing(
        weighted(successions), from_day=YEAR_END, onto_day=REFORM, onto=crossing.onto
    )
    sums = restate(figures(book), by_weights, OverAreas.SUM)
    assert len(sums.having(Made.CONVERTED)) == 21
    assert len(sums.having(Made.COMPLETE)) == 18
    assert sums.is_whole
    assert sums.unplaced == ()
    ratios = {
        id_: Amount.ratio(place, amount.number or 0)
        for place, (id_, amount) in enumerate(figures(book).items())
    }
    told = restate(ratios, by_weights, OverAreas.RATIO_OF_SUMS)
    assert told.is_whole
    assert told.total == Amount.ratio(sum(range(101)), sums.total.number)


def test_the_province_is_carried_as_part_of_the_new_one_never_as_its_total(
    book: AreaBook, successions: Successions
) -> None:
    crossing = Crossing(successions, from_day=YEAR_END, onto_day=REFORM, onto=[NEW_CA_MAU])
    for over in OverAreas:
        piece = restate({OLD_CA_MAU: Amount.of(5851)}, crossing, over).pieces[NEW_CA_MAU]
        assert piece.made is Made.PARTIAL
        assert piece.amount == Amount.of(5851)
        assert piece.coverage == (1, 2)
        assert piece.missing == (BAC_LIEU,)
        present = [book.by_id(source.area).short_name for source in piece.sources]
        assert tell_made(piece.made, present=present) == "trong đó Cà Mau cũ"


def test_only_one_commune_carries_what_cannot_be_summed(book: AreaBook, crossing: Crossing) -> None:
    told = restate(figures(book), crossing, OverAreas.NONE)
    assert [book.by_id(p.area).name for p in told.having(Made.COMPLETE)] == ["Xã Hồ Thị Kỷ"]
    assert len(told.having(Made.REFUSED)) == 17
    assert told.total is None


def test_a_district_leaves_nothing_but_is_named(
    book: AreaBook, successions: Successions, crossing: Crossing
) -> None:
    districts = {area.id: Amount.of(1) for area in book.children(OLD_CA_MAU, YEAR_END)}
    told = restate(districts, crossing, OverAreas.SUM)
    assert told.unplaced == tuple(districts)
    assert told.total == Amount.of(9)


def test_the_country_stands_above_no_level_of_local_government() -> None:
    country = read_areas("viet-nam-2019/areas.csv")
    assert country.at("VN", date(2019, 12, 31), name="Việt Nam").kind is Kind.COUNTRY
    assert country.levels(date(2019, 12, 31)) == ()


def test_each_new_area_cites_the_paper_that_made_it() -> None:
    documents = {"01/12/2024": {"nq-1252-ubtvqh15"}}
    documents["01/07/2025"] = {"nq-202-2025-qh15", "nq-1655-ubtvqh15"}
    cited: dict[str, set[str]] = {}
    for row in table("ca-mau-2021/successions.csv"):
        cited.setdefault(row["effective"], set()).add(row["document"])
    assert cited == documents
    for row in table("ca-mau-2021/areas.csv"):
        known = row["valid_from"] in documents
        assert known == bool(row["document"]) == (row["start_known"] == "x")
