"""A change of areas or bodies is looked at before it is recorded, and moves nothing that was."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.audit.models import Entry, door_open
from dieuhanh.bodies.models import Area, Body, Change
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure

Seats = Callable[[str], Client]
pytestmark = pytest.mark.usefixtures("example")
AREAS, BODIES, LIST = (reverse(f"desk:{n}") for n in ("area-change", "body-change", "changes"))
MERGE = {
    "kind": "merge", "effective": "01/01/2027", "document": "12/NQ thử",
    "chosen": ["31825", "31834"], "heir-code": "31825", "heir-name": "Phường Bạc Liêu Mới",
    "heir-kind": "Phường", "heir-parent": "", "heir-weight": "",
}  # fmt: skip
HANDOVER = {
    "kind": "merge", "effective": "01/03/2025", "document": "34/QĐ thử",
    "chosen": ["so-khdt-ca-mau", "so-tai-chinh-ca-mau"], "heir-code": "so-tai-chinh-ca-mau",
    "heir-name": "Sở Tài chính tỉnh Cà Mau", "heir-kind": "", "heir-parent": "",
    "heir-weight": "",
}  # fmt: skip


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.unescape(answer.content.decode())))


def mark(answer: Any) -> str:
    found = re.search(r'name="mark" value="([0-9a-f]{64})"', answer.content.decode())
    assert found, words(answer)
    return found[1]


def previewed(client: Client, address: str, typed: dict[str, Any]) -> Any:
    answer = client.get(address, {**typed, "preview": "1"})
    assert answer.status_code == 200
    return answer


def confirmed(client: Client, address: str, typed: dict[str, Any]) -> Any:
    shown = mark(previewed(client, address, typed))
    return client.post(address, {**typed, "mark": shown}, follow=True)


def said_of(code: str, period: str, indicator: int) -> None:
    """A copy of some figure of the example, of another area and period."""
    like = Figure.objects.exclude(value=None).order_by("indicator", "pk")
    of = sorted(set(like.values_list("indicator", flat=True)))[indicator]
    row = like.filter(indicator=of).values().first()
    assert row is not None
    area = Area.objects.get(code=code, valid_from="2025-07-01")
    with door_open():
        Figure.objects.create(**{**row, "id": None, "area_id": area.pk, "period": period})


def test_areas_are_found_without_accents_and_stay_chosen(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    typed = {"effective": "01/01/2027", "q": "vinh trach", "chosen": "31825"}
    page = client.get(AREAS, typed).content.decode()
    assert 'value="31825" checked' in page
    assert 'value="31834"' in page
    old = client.get(AREAS, {"effective": "01/01/2022", "q": "vinh trach"}).content.decode()
    assert 'value="31834"' not in old or "31834" in {a.code for a in Atlas().rows.values()}


def test_the_preview_changes_nothing_and_says_what_hangs_on_it(client_as: Seats) -> None:
    """Three figures of two indicators, one of a period that reaches past the day."""
    for period, indicator in (("2025", 0), ("2026", 0), ("2027", 1)):
        said_of("31834", period, indicator)
    client = client_as("chuyen-vien")
    before = list(Area.objects.order_by("pk").values())
    lines = Entry.objects.count()
    told = words(previewed(client, AREAS, MERGE))
    assert "3 số liệu" in told
    assert "Giữ nguyên, không dời" in told
    assert "Trong đó 1 của kỳ kéo tới sau ngày hiệu lực" in told
    assert "Số liệu của 2 chỉ tiêu" in told
    assert "năm 2025 – năm 2026" in told
    assert list(Area.objects.order_by("pk").values()) == before
    assert (Change.objects.count(), Entry.objects.count()) == (0, lines)
    confirmed(client, AREAS, MERGE)
    assert Change.objects.get().touched["figures"] == 3
    assert Figure.objects.filter(area__code="31834", area__valid_from="2025-07-01").count() == 3


def test_what_cannot_be_recorded_is_refused_in_the_preview(client_as: Seats) -> None:
    """The province of 2021 is known to have ended on 30/06/2025: it does not end in 2024 too."""
    typed = {**MERGE, "kind": "abolish", "effective": "01/01/2024", "chosen": "96"}
    page = previewed(client_as("chuyen-vien"), AREAS, typed)
    assert "đã được ghi kết thúc ngày 30/06/2025" in words(page)
    assert 'name="mark"' not in page.content.decode()


def test_a_merge_is_recorded_once_confirmed_and_listed(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    answer = confirmed(client, AREAS, MERGE)
    assert answer.redirect_chain == [(LIST, 302)], words(answer)
    assert "Đã ghi. Số liệu các kỳ trước giữ nguyên." in words(answer)
    kept = Change.objects.get()
    assert (kept.kind, kept.before, kept.document) == ("merge", ["31825", "31834"], "12/NQ thử")
    assert kept.recorded_by
    heir = Atlas().at("31825", read_vi_date("01/01/2027"))
    assert heir.name == "Phường Bạc Liêu Mới"
    tree = words(client.get(reverse("bodies:areas"), {"areas": "01/01/2027"}))
    assert "Thay đổi ngày 1/1/2027" in tree or "Thay đổi ngày 01/01/2027" in tree
    assert "Phường Bạc Liêu Mới" in tree


def test_what_was_not_looked_at_is_not_recorded(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    shown = mark(previewed(client, AREAS, MERGE))
    for typed in ({**MERGE, "mark": ""}, {**MERGE, "effective": "02/01/2027", "mark": shown}):
        answer = client.post(AREAS, typed)
        assert answer.status_code == 400
        assert "hãy xem lại rồi mới ghi" in words(answer)
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"effective": "31/02/2027"}, "31/02/2027"),
        ({"document": ""}, "Chưa ghi văn bản"),
        ({"chosen": "31825"}, "Đang chọn 1"),
        ({"heir-name": ""}, "mã và tên"),
        ({"chosen": ["31825", "khong"]}, "khong"),
        ({"effective": ""}, ""),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client_as: Seats, wrong: dict[str, Any], told: str
) -> None:
    page = previewed(client_as("chuyen-vien"), AREAS, {**MERGE, **wrong})
    assert 'role="alert"' in page.content.decode()
    assert told in words(page)
    assert 'name="mark"' not in page.content.decode()
    assert 'value="12/NQ thử"' in html.unescape(page.content.decode()) or "document" in wrong


def test_a_split_asks_for_weights_with_their_source_or_none(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    split = {
        **MERGE, "kind": "split", "chosen": "31825", "heir-code": ["40001", "40002"],
        "heir-name": ["Phường Đông", "Phường Tây"], "heir-kind": ["Phường", "Phường"],
        "heir-parent": ["", ""], "heir-weight": ["0,4", "0,6"],
    }  # fmt: skip
    assert "Tỷ trọng phải ghi nguồn" in words(previewed(client, AREAS, split))
    more = client.get(AREAS, {**split, "another": "1"}).content.decode()
    assert more.count('name="heir-code"') == 3
    confirmed(client, AREAS, {**split, "source": "Điều 2"})
    atlas = Atlas()
    before = atlas.noun_of[atlas.at("31825", read_vi_date("31/12/2026")).pk].id
    shares = atlas.successions.heirs(before, read_vi_date("01/01/2027"))
    assert sorted(map(str, shares.values())) == ["2/5", "3/5"]


def test_a_department_hands_over_and_its_targets_say_who_answers(
    client_as: Seats, settings: Any, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chuyen-vien")
    told = words(previewed(client, BODIES, HANDOVER))
    assert "biểu mẫu" in told or "chức vụ" in told
    confirmed(client, BODIES, HANDOVER)
    gone = Body.objects.get(code="so-khdt-ca-mau")
    assert gone.valid_to == read_vi_date("28/02/2025")
    target = Target.objects.filter(lead_body=gone).select_related("version__plan").first()
    assert target is not None
    page = reverse("assessment:target", args=[target.version.plan.code, target.no])
    listed = reverse("assessment:targets", args=[target.version.plan.code])
    heir = "nay là Sở Tài chính tỉnh Cà Mau"
    assert heir not in words(client.get(page))
    settings.TODAY = "2025-06-01"
    assert heir in words(client.get(page))
    with django_assert_max_num_queries(40):  # type: ignore[attr-defined]
        assert heir in words(client.get(listed))


def test_a_change_recorded_by_mistake_is_taken_back_on_the_page(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    confirmed(client, AREAS, MERGE)
    kept = Change.objects.get()
    undo = reverse("desk:change-undo", args=[kept.pk])
    assert client.post(undo, {"reason": ""}).status_code == 400
    assert client.get(undo).status_code == 405
    listed = words(client.post(undo, {"reason": "sai ngày"}, follow=True))
    assert f"Bãi bỏ lần ghi số {kept.pk}" in listed
    assert "sai ngày" in listed
    assert Atlas().at("31834", read_vi_date("01/01/2027")).valid_to is None


@pytest.mark.parametrize("seat", ["chu-tich", "so-y-te", "can-bo-huyen", "can-bo-xa", "nguoi-dan"])
def test_who_may_not_sees_none_of_it(client_as: Seats, seat: str) -> None:
    client = client_as(seat)
    for address in (AREAS, BODIES, LIST, AREAS + "?preview=1&chosen=96"):
        assert client.get(address).status_code == 403
    assert client.post(AREAS, MERGE).status_code == 403
    assert client.post(reverse("desk:change-undo", args=[1]), {"reason": "x"}).status_code in {
        403, 404,
    }  # fmt: skip
    assert not Change.objects.exists()


def test_the_preview_asks_the_books_a_few_times(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chuyen-vien")
    client.get(AREAS)
    with django_assert_max_num_queries(70):  # type: ignore[attr-defined]
        previewed(client, AREAS, MERGE)


def test_it_speaks_english(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    client.cookies["django_language"] = "en"
    told = words(previewed(client, AREAS, MERGE))
    assert "Record a change of areas" in told
    assert "What this change touches" in told
