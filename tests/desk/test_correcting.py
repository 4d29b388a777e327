"""A correction: previewed on every board it touches, then made; the old figure stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from dieuhanh.assessment.queries import board
from dieuhanh.audit.models import Entry, door_open
from dieuhanh.desk.queries.correcting import effects_of
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.domain.figures import Value
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.actions.approved import figures_of
from dieuhanh.reports.actions.correcting import correct_figure
from dieuhanh.reports.actions.deciding import approve
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.corrections import Correction, corrected
from tests.pages import page, words
from tests.reports.entry_books import commune_form, owed, own_area

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
SignIn = Callable[[str], Client]
TODAY = date(2022, 1, 12)
PLAN = "ca-mau-2021"


@pytest.fixture
def revenue() -> Figure:
    """The province's revenue of 2021, 5.851 tỷ đồng against a plan of 5.478: exceeded."""
    found = Figure.objects.filter(
        indicator__code="thu-ngan-sach", area__code="96", period="2021", span="in_period",
        breakdown="", source__code="ubnd-ca-mau",
    )  # fmt: skip
    figure = found.order_by("known_from", "pk").last()
    assert figure is not None
    assert figure.value == 5851
    return figure


def asked(figure: Figure, **changed: str) -> dict[str, str]:
    return {
        "text": "5.400", "status": "official", "reason": "quyết toán", "known_from": "12/01/2022",
        "document": "",
    } | changed  # fmt: skip


def previewed(client: Client, address: str, typed: dict[str, str]) -> dict[str, str]:
    """What the page's confirming form sends: what was typed, and what was previewed."""
    answer = client.post(address, typed | {"preview": "1"}).content.decode()
    held = re.search(r'name="previewed" value="([0-9a-f]{64})"', answer)
    assert held
    return typed | {"previewed": held[1], "confirm": "1"}


def figures_judged(by: Actor, verdict: str) -> list[Figure]:
    """The figures the board judges with a verdict."""
    judged = board(PLAN, seen_by=by, as_known_on=TODAY)
    return [
        Figure.objects.get(pk=used.id)
        for each in judged.verdicts if each.verdict.value == verdict
        for used in each.figures
    ]  # fmt: skip


def verdict(by: Actor, no: str = "1") -> str:
    judged = board(PLAN, seen_by=by, as_known_on=TODAY)
    return next(each.verdict.value for each in judged.verdicts if each.target.no == no)


def test_the_preview_tells_the_flip_and_writes_nothing(
    revenue: Figure, client_as: SignIn, actor: Seat
) -> None:
    client, address = client_as("chuyen-vien"), f"/so-lieu/{revenue.pk}/dinh-chinh/"
    assert "Đính chính" in words(page(client, f"/so-lieu/{revenue.pk}/"))
    before = Figure.objects.count()
    answer = client.post(address, asked(revenue) | {"preview": "1"})
    told = words(answer.content.decode())
    assert "Nếu đính chính như vậy" in told
    assert "1. Thu ngân sách nhà nước trên địa bàn" in told
    assert "Đạt và vượt: 12/22 → 11/22" in told
    assert Figure.objects.count() == before
    assert verdict(actor("chu-tich")) == "exceeded"


def test_confirming_appends_a_vintage_and_the_board_turns_at_once(
    revenue: Figure, client_as: SignIn, actor: Seat
) -> None:
    client, address = client_as("chuyen-vien"), f"/so-lieu/{revenue.pk}/dinh-chinh/"
    client.post(address, previewed(client, address, asked(revenue)))
    new = Figure.objects.latest("pk")
    assert (new.value, new.status, new.reason) == (Decimal(5400), "official", "quyết toán")
    assert (new.source_id, new.area_id, new.period) == (revenue.source_id, revenue.area_id, "2021")
    assert verdict(actor("chu-tich")) == "not_met"
    assert Figure.objects.get(pk=revenue.pk).value == 5851
    told = words(page(client, f"/so-lieu/{new.pk}/"))
    assert "Lý do đính chính" in told
    assert "quyết toán" in told
    assert Entry.objects.filter(verb="figure.corrected").count() == 1


def test_a_preview_the_books_left_behind_is_shown_anew_and_nothing_is_written(
    revenue: Figure, client_as: SignIn, actor: Seat
) -> None:
    client, address = client_as("chuyen-vien"), f"/so-lieu/{revenue.pk}/dinh-chinh/"
    seen = previewed(client, address, asked(revenue))
    exports = next(
        f for f in figures_judged(actor("chu-tich"), "exceeded") if f.pk != revenue.pk and f.value
    )
    correct_figure(
        by=actor("chuyen-vien"), figure=exports.pk, text="1", status="official", reason="thử",
        known_from=TODAY, today=TODAY,
    )  # fmt: skip
    before = Figure.objects.count()
    told = words(client.post(address, seen).content.decode())
    assert "sổ đã thay đổi nên chưa đính chính gì" in told
    assert "Đạt và vượt: 11/22 → 10/22" in told, "the new preview"
    assert Figure.objects.count() == before
    client.post(address, previewed(client, address, asked(revenue)))
    assert Figure.objects.latest("pk").value == 5400


@pytest.mark.parametrize("other", [{"text": "5.300"}, {"previewed": ""}])
def test_only_what_was_previewed_is_confirmed(
    revenue: Figure, client_as: SignIn, other: dict[str, str]
) -> None:
    client, address = client_as("chuyen-vien"), f"/so-lieu/{revenue.pk}/dinh-chinh/"
    seen, before = previewed(client, address, asked(revenue)), Figure.objects.count()
    assert "chưa đính chính gì" in words(client.post(address, seen | other).content.decode())
    assert Figure.objects.count() == before


def test_of_two_correctors_the_second_reads_that_it_was_replaced(
    revenue: Figure, actor: Seat
) -> None:
    by = actor("chuyen-vien")
    rest = {"status": "official", "known_from": TODAY, "today": TODAY}
    correct_figure(by=by, figure=revenue.pk, text="5.852", reason="a", **rest)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match=r"correction\.not_standing"):
        correct_figure(by=by, figure=revenue.pk, text="5.853", reason="b", **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"reason": " "}, "correction.reason"),
        ({"text": ""}, "correction.blank"),
        ({"status": "final"}, "correction.status"),
        ({"known_from": date(2021, 1, 1)}, "correction.day"),
        ({"known_from": date(2022, 1, 13)}, "correction.day"),
        ({"text": "5,400.5"}, "number."),
    ],
)
def test_what_cannot_be_is_named(
    revenue: Figure, actor: Seat, changed: dict[str, object], code: str
) -> None:
    given = {"text": "5.400", "status": "official", "reason": "x", "known_from": TODAY} | changed
    with pytest.raises(BadInput, match=code.replace(".", r"\.")):
        correct_figure(by=actor("chuyen-vien"), figure=revenue.pk, today=TODAY, **given)  # type: ignore[arg-type]


def test_a_status_never_falls_back_and_the_same_is_no_correction(
    revenue: Figure, actor: Seat
) -> None:
    by = actor("chuyen-vien")
    rest = {"reason": "x", "known_from": TODAY, "today": TODAY}
    with pytest.raises(BadInput, match=r"correction\.same"):
        correct_figure(by=by, figure=revenue.pk, text="5.851", status=revenue.status, **rest)  # type: ignore[arg-type]
    official = correct_figure(by=by, figure=revenue.pk, text="5.851", status="official", **rest)  # type: ignore[arg-type]
    assert official.status == "official"
    with pytest.raises(BadInput, match=r"correction\.below_official"):
        correct_figure(by=by, figure=official.pk, text="9", status="estimated", **rest)  # type: ignore[arg-type]


def test_only_who_may_corrects(revenue: Figure, client_as: SignIn, actor: Seat) -> None:
    address = f"/so-lieu/{revenue.pk}/dinh-chinh/"
    for seat in ("chu-tich", "can-bo-huyen", "nguoi-dan"):
        assert client_as(seat).get(address).status_code in {403, 404}
        posted = client_as(seat).post(address, asked(revenue) | {"confirm": "1"})
        assert posted.status_code in {403, 404}
        assert "Đính chính" not in words(page(client_as("chu-tich"), f"/so-lieu/{revenue.pk}/"))
    with pytest.raises((Missing, Refused)):
        correct_figure(
            by=actor("can-bo-xa"), figure=revenue.pk, text="1", status="official", reason="x",
            known_from=TODAY, today=TODAY,
        )  # fmt: skip
    assert client_as("chuyen-vien").get("/so-lieu/99999999/dinh-chinh/").status_code == 404


def test_a_ratio_follows_the_line_it_is_made_of(actor: Seat) -> None:
    found = owed(commune_form(), "ubnd-32248", ["ubnd-973"])
    typed = {"thu-ngan-sach": "1.000", "trong-do-noi-dia": "800", "viec-lam": "5"}
    cells = [CellChange(row, own_area(found).pk, text) for row, text in typed.items()]
    file_submission(by=actor("can-bo-xa"), submission=found.pk, today=TODAY, cells=cells)
    approve(by=actor("can-bo-huyen"), submissions=[found.pk], today=TODAY)
    held = Figure.objects.get(filing__submission=found, indicator__code="trong-do-noi-dia")
    correct_figure(
        by=actor("chuyen-vien"), figure=held.pk, text="900", status="official", reason="sót",
        known_from=TODAY, today=TODAY,
    )  # fmt: skip
    ratio = Figure.objects.filter(indicator__code="ty-le-noi-dia", area=own_area(found))
    latest = ratio.latest("pk")
    assert (ratio.count(), latest.numerator, latest.denominator) == (2, 900, 1000)
    assert latest.reason == "sót"


def test_the_preview_follows_a_sum_to_the_plan_above(actor: Seat) -> None:
    with door_open():
        Indicator.objects.filter(code="giam-ty-le-ho-ngheo").update(judged_origin="rolled_up")
    lower = Figure.objects.filter(
        indicator__code="giam-ty-le-ho-ngheo", area__kind="Xã", period="2021"
    ).first()
    assert lower is not None
    by = actor("chuyen-vien")
    change = Correction(lower, "0/5000", "official", "đếm lại", TODAY)
    made = corrected(change, today=TODAY, simulated=True)
    assert made[0].stated == Value(lower.unit, numerator=Decimal(0), denominator=Decimal(5000))
    (effect,) = effects_of(made, seen_by=by, today=TODAY, lang="vi")
    assert effect.plan.code == PLAN
    assert [change["no"] for change in effect.shape["changes"]] == ["3"]
    assert made[0].pk is None


def test_the_passport_tells_who_filed_and_who_approved(actor: Seat, client_as: SignIn) -> None:
    found = owed(commune_form(), "ubnd-32248", ["ubnd-973"])
    typed = {"thu-ngan-sach": "1.000", "trong-do-noi-dia": "800", "viec-lam": "5"}
    cells = [CellChange(row, own_area(found).pk, text) for row, text in typed.items()]
    filing = file_submission(by=actor("can-bo-xa"), submission=found.pk, today=TODAY, cells=cells)
    assert figures_of(filing, [], by="x", today=TODAY, now=filing.filed_at) == []
    approve(by=actor("can-bo-huyen"), submissions=[found.pk], today=TODAY)
    figure = Figure.objects.get(filing=filing, indicator__code="viec-lam")
    told = words(page(client_as("chu-tich"), f"/so-lieu/{figure.pk}/"))
    assert "Nộp: Cán bộ xã" in told
    assert "Duyệt: Chuyên viên huyện" in told
