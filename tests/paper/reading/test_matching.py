"""What a text names, told to the books: indicators with unit and kind, bodies, posts, papers."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dieuhanh.domain.trees import Validity
from dieuhanh.paper.reading.matching import (
    Catalogue,
    Entry,
    Named,
    Office,
    Registered,
    areas_named,
    bodies_named,
    documents_cited,
    offices_of,
)
from dieuhanh.paper.reading.matching.indicators import unit_fit
from dieuhanh.paper.reading.records import CitedDocument, Claim, Kind, Person

BOOKS = Path(__file__).parents[3] / "examples" / "ca-mau-2021"
CONFERENCE = date(2022, 1, 12)
# The catalogue's indicator of each of the seed's thirteen claims, in the order of the text.
SEED = [
    "thu-ngan-sach", "kim-ngach-xuat-khau", "giam-ty-le-ho-ngheo", "ty-le-lao-dong-nong-nghiep",
    "giuong-benh", "ty-le-do-thi-hoa", "bhxh-bat-buoc", "bhxh-tu-nguyen", "xa-nong-thon-moi",
    "nuoc-hop-ve-sinh", "rac-thai-thu-gom", "co-so-o-nhiem-xu-ly", "grdp-cong-nghiep-xay-dung",
]  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    lines = (BOOKS / name).read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _catalogue() -> Catalogue:
    return Catalogue(
        Entry(row["code"], row["name"], row["unit"]) for row in _rows("indicators.csv")
    )


def _claim(indicator: str, unit: str, kind: Kind = "level") -> Claim:
    return Claim(
        indicator=indicator, value=Decimal(1), unit=unit, kind=kind, quote="", start=0, end=0
    )


def test_every_claim_of_the_seed_finds_its_indicator_first() -> None:
    labels = json.loads((BOOKS / "documents/bai-bao-2022-01-12.labels.json").read_text("utf-8"))
    catalogue = _catalogue()
    first = [
        catalogue.matches(_claim(told["indicator"], told["unit"], told["kind"]))[0].code
        for told in labels["claims"]
    ]
    assert first == SEED


@pytest.mark.parametrize(
    ("said", "unit", "kind", "code"),
    [
        ("Tỉ lệ tham gia BHXH tự nguyện", "%", "share", "bhxh-tu-nguyen"),
        ("trị giá xuất khẩu", "tỷ USD", "level", "kim-ngach-xuat-khau"),
        ("GRDP bình quân đầu người", "triệu đồng", "level", "grdp-binh-quan"),
        ("Tổng sản phẩm trên địa bàn", "tỷ đồng", "level", "grdp"),
        ("tạo việc làm", "lao động", "count", "giai-quyet-viec-lam"),
        ("tỷ lệ hộ nghèo", "%", "share", "ty-le-ho-ngheo"),
        ("tỷ lệ hộ nghèo", "%", "change", "giam-ty-le-ho-ngheo"),
        ("Kim ngach xuất khẩu", "triệu USD", "level", "kim-ngach-xuat-khau"),
    ],
)
def test_other_words_for_it(said: str, unit: str, kind: Kind, code: str) -> None:
    assert _catalogue().matches(_claim(said, unit, kind))[0].code == code


def test_unit_and_kind_forbid() -> None:
    catalogue = _catalogue()
    assert catalogue.matches(_claim("Kim ngạch xuất khẩu", "tỷ đồng")) == ()
    grown = catalogue.matches(_claim("Kim ngạch xuất khẩu", "%", "growth"))
    assert "kim-ngach-xuat-khau" not in {match.code for match in grown}
    assert catalogue.matches(_claim("số chuyến bay", "chuyến")) == ()


def test_a_synonym_learned_is_as_good_as_the_name_and_says_so() -> None:
    entry = Entry("x", "Số giường bệnh trên một vạn dân", "giường/10.000 dân")
    claim = _claim("quy mô điều trị nội trú", "giường/vạn dân")
    assert Catalogue([entry]).matches(claim) == ()
    taught = replace(entry, synonyms=("Quy mô điều trị nội trú",))
    match = Catalogue([taught]).matches(claim)[0]
    assert (match.score, match.reason, match.name) == (100, "synonym", "Quy mô điều trị nội trú")


@pytest.mark.parametrize(
    ("said", "meant", "fit"),
    [
        ("tỷ đồng", "tỷ đồng", "same"),
        ("nghìn tỷ đồng", "tỷ đồng", "converts"),
        ("%", "điểm %", "points"),
        ("nghìn lượt người", "lao động", "people"),
        ("xã", "%", "none"),
        ("1.2.3 gì đó", "tấn", "none"),
    ],
)
def test_units_that_fit(said: str, meant: str, fit: str) -> None:
    assert unit_fit(said, meant) == fit


def _bodies() -> list[Named]:
    return [Named(row["code"], row["name"], row["short_name"]) for row in _rows("bodies.csv")]


@pytest.mark.parametrize(
    ("said", "code", "how"),
    [
        ("Sở Y tế", "so-y-te-ca-mau", "short"),
        ("Uỷ ban nhân dân tỉnh", "ubnd-ca-mau", "short"),
        ("UBND tỉnh Cà Mau", "ubnd-ca-mau", "name"),
        ("Sở Kế hoạch và Đầu tư", "so-khdt-ca-mau", "within"),
        ("Sở KH&ĐT", "so-khdt-ca-mau", "short"),
        ("UBND huyện U Minh", "ubnd-966", "name"),
    ],
)
def test_bodies_by_name_short_name_and_the_area_of_the_paper(
    said: str, code: str, how: str
) -> None:
    same = bodies_named(said, _bodies(), CONFERENCE, "tỉnh Cà Mau")[0]
    assert (same.code, same.how) == (code, how)


def test_bodies_and_areas_are_those_that_stood_on_the_day() -> None:
    until = Validity(None, date(2025, 2, 28))
    known = [Named("cu", "Sở Kế hoạch và Đầu tư", days=until), Named("xa", "Xã Đất Mũi")]
    assert [s.code for s in bodies_named("Sở Kế hoạch và Đầu tư", known, date(2022, 1, 1))] == [
        "cu"
    ]
    assert bodies_named("Sở Kế hoạch và Đầu tư", known, date(2025, 7, 1)) == ()
    assert [s.code for s in areas_named("Đất Mũi", known, CONFERENCE)] == ["xa"]
    assert areas_named("Phường Đất Mũi", known, CONFERENCE) == ()


def test_people_are_told_to_the_posts_they_held_that_day() -> None:
    person = Person(
        name="Lê Văn Ví", titles=("Chủ tịch Ủy ban nhân dân tỉnh",), quote="", start=0, end=0
    )
    known = [
        Office("ct", "Lê Văn Ví", "Chủ tịch UBND tỉnh", Validity(date(2021, 1, 1))),
        Office("gd", "Lê Văn Ví", "Giám đốc Sở Y tế"),
        Office("xx", "Lê Văn Ví", "Bí thư Tỉnh ủy", Validity(None, date(2020, 1, 1))),
        Office("kh", "Lê Văn Khác", "Chủ tịch UBND tỉnh"),
    ]
    told = offices_of(person, known, CONFERENCE)
    assert [(same.code, same.how) for same in told] == [("ct", "title"), ("gd", "name")]


def test_documents_are_told_to_the_register_by_type_and_number() -> None:
    cited = CitedDocument(
        type="Nghị quyết", number="05 – NQ/TU", date="2021-01-05", quote="", start=0, end=0
    )
    known = [
        Registered("a", "Nghị quyết", "05-NQ/TU", date(2021, 1, 5)),
        Registered("b", "Nghị quyết", "05-NQ/TU", date(2016, 1, 5)),
        Registered("c", "Kết luận", "05-NQ/TU"),
        Registered("d", "Nghị quyết", "06-NQ/TU"),
    ]
    told = documents_cited(cited, known)
    assert [(same.code, same.how) for same in told] == [("a", "number"), ("b", "other_date")]
    assert documents_cited(replace(cited, number=None), known) == ()
