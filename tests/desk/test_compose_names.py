"""In whose name papers are composed: plans of one's own, who signs, the unit in a letter's symbol."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from dieuhanh.config import demo_tasks
from dieuhanh.desk.actions.composing import compose_paper
from dieuhanh.desk.queries.papers import Choice, Wanted, choices, composed
from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.usage import letter_units, signings_of
from dieuhanh.domain.actors import keeper
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.paper.writing.model import Paper as Content
from tests.documents.papers_made import body, drafted
from tests.pages import page

pytestmark = pytest.mark.usefixtures("example")
TODAY, JUNE = date(2022, 1, 12), date(2022, 6, 30)
BY = keeper("kiểm thử")
PLAN, COUNTRY, MEETING = "ca-mau-2021", "viet-nam-2019", "hoi-nghi-2022-01-12"
OWN = """
[[unit]]
abbreviation = "KTTH"
name = "Kinh tế tổng hợp"
scope = "ubnd-ca-mau"
"""


def made(kind: str, of: str, issuer: str = "ubnd-ca-mau", **choice: str) -> Content:
    wanted = Wanted(kind, of, JUNE if kind == "don-doc" else TODAY, choice=Choice(**choice))
    return composed(wanted, issuer=body(issuer), seen_by=BY)


def capacity(of: Content) -> tuple[str, ...]:
    return (*of.signature.on_behalf, of.signature.post)


def test_nobody_reports_on_a_plan_that_is_not_theirs() -> None:
    for issuer, kind, of in (
        ("ubnd-ca-mau", "bao-cao-nam", COUNTRY), ("ubnd-ca-mau", "thong-cao-bao-chi", COUNTRY),
        ("ubnd-ca-mau", "giao-chi-tieu", f"{COUNTRY}@1"), ("ubnd-964", "bao-cao-nam", PLAN),
        ("so-khdt-ca-mau", "giao-chi-tieu", f"{PLAN}@1"),
    ):  # fmt: skip
        with pytest.raises(Missing) as caught:
            made(kind, of, issuer)
        with pytest.raises(Missing) as of_none:
            made(kind, "khong-co", issuer)
        assert caught.value.code == of_none.value.code
        assert caught.value.values["known"] == of_none.value.values["known"]
    assert "Sở Kế hoạch và Đầu tư" in made("bao-cao-nam", PLAN, "so-khdt-ca-mau").letterhead.name


def test_a_plan_s_choices_are_those_of_the_body_that_issues() -> None:
    def offered(source: str, issuer: str) -> set[str]:
        told = choices(source, seen_by=BY, today=TODAY, issuers=[body(issuer)])
        return {key for key, _ in told}

    assert offered("board", "ubnd-ca-mau") == {PLAN}
    assert offered("board", "chinh-phu") == {COUNTRY}
    assert offered("board", "so-y-te-ca-mau") == {PLAN}
    assert offered("version", "so-y-te-ca-mau") == set()
    assert offered("board", "ubnd-964") == set()


def test_a_conference_and_a_programme_are_told_by_their_own_body() -> None:
    for kind, of in (
        ("thong-bao-ket-luan", MEETING),
        ("chuong-trinh-hanh-dong", "ct-ke-hoach-2022"),
    ):
        with pytest.raises(Missing):
            made(kind, of, "ubnd-964")
    assert made("thong-bao-ket-luan", MEETING, "van-phong-ubnd-ca-mau").kind == "thong-bao"


def test_the_page_offers_no_foreign_plan_and_refuses_one_typed(
    client_as: Callable[[str], Client],
) -> None:
    office, at = client_as("van-phong"), reverse("desk:compose-kind", args=["bao-cao-nam"])
    assert PLAN in page(office, at)
    assert COUNTRY not in page(office, at)
    answer = office.post(at, {"tu": COUNTRY, "ngay": "12/01/2022"})
    assert answer.status_code == 400
    assert not Paper.objects.exists()


@pytest.mark.parametrize(
    ("kind", "of", "usual"),
    [
        ("bao-cao-nam", PLAN, ("TM. Ủy ban nhân dân", "Chủ tịch")),
        ("giao-chi-tieu", f"{PLAN}@1", ("TM. Ủy ban nhân dân", "Chủ tịch")),
        ("thong-bao-ket-luan", MEETING, ("TL. Chủ tịch", "Chánh Văn phòng")),
    ],
)
def test_each_kind_is_signed_as_it_usually_is(kind: str, of: str, usual: tuple[str, ...]) -> None:
    assert capacity(made(kind, of)) == usual


def test_what_is_decided_together_is_signed_for_the_committee() -> None:
    told = made("giao-chi-tieu", f"{PLAN}@1", signing="tap-the-ky-thay")
    assert capacity(told) == ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch")
    with pytest.raises(BadInput, match=r"paper\.signing_together"):
        made("giao-chi-tieu", f"{PLAN}@1", signing="thua-lenh")
    with pytest.raises(BadInput, match=r"paper\.signing_alone"):
        made("bao-cao-nam", PLAN, "so-khdt-ca-mau", signing="tap-the")
    assert capacity(made("bao-cao-nam", PLAN, "so-khdt-ca-mau", signing="ky-thay")) == (
        "KT. Giám đốc", "Phó Giám đốc",
    )  # fmt: skip


def test_the_letter_s_symbol_ends_with_its_unit() -> None:
    demo_tasks.set_up(BY, JUNE)
    told = made("don-doc", "tat-ca")
    assert told.letterhead.symbol == "UBND-TH"  # several fields: the general unit
    assert told.archive == "VT, TH"
    assert capacity(told) == ("KT. Chủ tịch", "Phó Chủ tịch")
    assert made("don-doc", "so-noi-vu-ca-mau").letterhead.symbol == "UBND-NC"
    chosen = made("don-doc", "tat-ca", unit="VX")
    assert (chosen.letterhead.symbol, chosen.archive) == ("UBND-VX", "VT, VX")
    with pytest.raises(BadInput, match=r"paper\.unit"):
        made("don-doc", "tat-ca", unit="K T")


def test_an_office_names_units_of_its_own(tmp_path: Path, settings: LazySettings) -> None:
    assert [each.abbreviation for each in letter_units(body("ubnd-ca-mau"))][:2] == ["TH", "KT"]
    (tmp_path / "papers.toml").write_text(OWN, "utf-8")
    settings.OWN_LAW_FOLDER = tmp_path
    assert [each.abbreviation for each in letter_units(body("ubnd-ca-mau"))] == ["KTTH"]
    assert [each.abbreviation for each in letter_units(body("ubnd-964"))][:1] == ["TH"]
    drafted(content=_letter("UBND-DN"))
    assert [each.abbreviation for each in letter_units(body("ubnd-ca-mau"))] == ["KTTH", "DN"]


def _letter(symbol: str) -> Content:
    from dataclasses import replace  # noqa: PLC0415

    from tests.documents.papers_made import report  # noqa: PLC0415

    told = report(kind="cong-van")
    return replace(told, letterhead=replace(told.letterhead, symbol=symbol))


def test_the_composer_chooses_who_signs_on_the_page(
    client_as: Callable[[str], Client], settings: LazySettings
) -> None:
    settings.TODAY = JUNE.isoformat()
    demo_tasks.set_up(BY, JUNE)
    office, at = client_as("van-phong"), reverse("desk:compose-kind", args=["don-doc"])
    asked = {"tu": "tat-ca", "ngay": "30/06/2022", "ky": "thua-lenh", "don-vi": "KT"}
    shown = page(office, f"{at}?tu=tat-ca&ngay=30/06/2022&ky=thua-lenh&don-vi=KT")
    for part in ("TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG", "/UBND-KT", "VT, KT"):
        assert part in shown, part
    refused = office.post(reverse("desk:compose-kind", args=["bao-cao-nam"]),
                          {"tu": PLAN, "ngay": "12/01/2022", "ky": "thua-lenh"})  # fmt: skip
    assert refused.status_code == 400
    assert "TM." in refused.content.decode()
    office.post(at, asked)
    held = Paper.objects.get()
    assert (held.symbol, held.kind) == ("UBND-KT", "cong-van")


def test_a_draft_s_signer_is_changed_on_its_page(client_as: Callable[[str], Client]) -> None:
    held = compose_paper(
        by=BY, wanted=Wanted("bao-cao-nam", PLAN, TODAY), issuer=body("ubnd-ca-mau"),
        drafter=body("van-phong-ubnd-ca-mau"), today=TODAY,
    )  # fmt: skip
    office, at = client_as("van-phong"), reverse("documents:paper", args=[held.pk])
    assert "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" in page(office, at)
    change = reverse("documents:paper-signing", args=[held.pk])
    office.post(change, {"signing": "thua-lenh", "seen": "1"})
    assert Paper.objects.get().version == 1
    office.post(change, {"signing": "tap-the-ky-thay", "seen": "1"})
    assert Paper.objects.get().version == 2
    assert "KT. CHỦ TỊCH" in page(office, at)
    assert len(signings_of(body("ubnd-ca-mau"), "bao-cao")) == 2
