"""A figure's passport: its sentence, its two clocks, its versions, and who may open it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Body
from dieuhanh.reports.models import Figure
from tests.pages import addresses, between, page, words

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]
OWN_COMMUNE, OTHER_COMMUNE = "32248", "32245"


def passport(figure: Figure) -> str:
    return reverse("reports:figure", args=[figure.pk])


def uses(figure: Figure) -> str:
    return reverse("assessment:figure-uses", args=[figure.pk])


def revenue(**of: str) -> Figure:
    found = {"period": "2021", "status": "preliminary", **of}
    return Figure.objects.get(indicator__code="thu-ngan-sach", area__code="96", **found)


def simulated(area: str) -> Figure:
    found = Figure.objects.filter(area__code=area, simulated=True).order_by("pk").first()
    assert found is not None
    return found


def test_the_passport_tells_value_words_source_and_quote(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), passport(revenue()))
    told = words(source)
    assert "Giá trị 5.851 tỷ đồng (sơ bộ)" in told
    assert "Nguyên văn “5.851 tỷ đồng”" in told
    assert "Nguồn nêu số Ủy ban nhân dân tỉnh Cà Mau" in told
    assert "“Thu ngân sách nhà nước đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch”" in told
    assert "Cơ quan báo cáo chỉ tiêu Cục Thuế tỉnh Cà Mau" in told
    assert "mô phỏng" not in told


def test_both_clocks_are_told_apart(client_as: Seats) -> None:
    figure = revenue()
    told = words(page(client_as("chu-tich"), passport(figure)))
    assert "Nguồn nêu từ ngày 12/01/2022" in told
    recorded = timezone.localtime(figure.recorded_at)
    assert f"Vào sổ lúc {recorded:%d/%m/%Y %H:%M:%S} ({figure.recorded_by})" in told
    assert recorded.date() != figure.known_from


def test_its_sentence_is_one_step_away_and_marked(client_as: Seats) -> None:
    client = client_as("nguoi-dan")
    figure = revenue()
    source = page(client, passport(figure))
    sentence = between(source, '<a class="button" href="', '"')
    assert sentence.endswith("#trich")
    assert f'<mark id="trich">{figure.quote}</mark>' in page(client, sentence)


def test_every_version_is_there_with_the_one_in_use_marked(client_as: Seats) -> None:
    client = client_as("chu-tich")
    before = revenue(status="estimated")
    for figure in (revenue(), before):
        versions = words(
            between(page(client, passport(figure)), 'id="versions-title"', "</section>")
        )
        assert "tháng 12/2021 (không rõ ngày) 5.220 tỷ đồng (ước)" in versions
        assert "12/01/2022 · đang dùng 5.851 tỷ đồng (sơ bộ)" in versions
    assert "đã có số mới hơn" in page(client, passport(before))
    assert "đã có số mới hơn" not in page(client, passport(revenue()))


def test_versions_lead_to_each_other(client_as: Seats) -> None:
    client = client_as("chu-tich")
    source = page(client, passport(revenue()))
    before = revenue(status="estimated")
    assert f'href="../{before.pk}/"' in source or passport(before) in source
    assert client.get(passport(before)).status_code == 200


def test_the_other_source_of_a_fact_stands_beside_it(client_as: Seats) -> None:
    jobs = Figure.objects.filter(indicator__code="giai-quyet-viec-lam", period="2020")
    assert jobs.count() == 2
    for figure in jobs:
        told = words(page(client_as("chu-tich"), passport(figure)))
        assert "40.982 lượt người" in told
        assert "34.651 lượt người" in told
        assert "Hai nguồn không thay thế nhau" in told
        assert told.count("đang dùng") == 2, "each source's own version stands"


def test_a_simulated_figure_says_so_at_the_top(client_as: Seats) -> None:
    told = words(page(client_as("chu-tich"), passport(simulated(OWN_COMMUNE))))
    assert "Con số này là dữ liệu mô phỏng: không cơ quan nào báo cáo nó." in told
    assert "In ở chưa có văn bản" in told


def test_where_a_figure_is_used_is_told(client_as: Seats) -> None:
    client = client_as("chu-tich")
    assert f'hx-get="{uses(revenue())}"' in page(client, passport(revenue()))
    fragment = page(client, uses(revenue()), **{"HX-Request": "true"})
    assert "<html" not in fragment
    assert "Chỉ tiêu 1: Thu ngân sách nhà nước trên địa bàn" in words(fragment)
    assert "vượt 6,8% kế hoạch" in words(fragment)
    assert "<html" in page(client, uses(revenue()))


def test_a_replaced_figure_is_told_with_the_verdict_of_its_own_day(client_as: Seats) -> None:
    client = client_as("chu-tich")
    told = words(page(client, uses(revenue())))
    assert "vượt tính lại như đã biết vào ngày 12/01/2022" in told
    before = page(client, uses(revenue(status="estimated")))
    assert "không đạt tính lại như đã biết vào ngày 31/12/2021" in words(before)
    target = reverse("assessment:target", args=["ca-mau-2021", "1"])
    assert f'href="{target}?date=31/12/2021"' in before


@pytest.mark.parametrize("other", [{"source": "bao-thanh-tra"}, {"span": "to_date"}])
def test_a_figure_of_another_source_or_span_judges_no_target(
    client_as: Seats, other: dict[str, str]
) -> None:
    beside = revenue()
    if source := other.get("source"):
        beside.source = Body.objects.get(code=source)
    beside.span = other.get("span", beside.span)
    beside.pk, beside._state.adding = None, True
    with door_open():
        beside.save()
    told = words(page(client_as("chu-tich"), uses(beside)))
    assert "Không chỉ tiêu kế hoạch nào được đánh giá trực tiếp bằng con số này." in told
    assert "Chỉ tiêu 1" not in told


@pytest.mark.parametrize("of", [passport, uses])
def test_hidden_and_absent_figures_answer_a_citizen_alike(
    client_as: Seats, of: Callable[[Figure], str]
) -> None:
    client = client_as("nguoi-dan")
    assert client.get(of(revenue())).status_code == 200
    hidden = client.get(of(simulated(OTHER_COMMUNE)))
    absent = client.get(of(Figure(pk=99_999_999)))
    assert hidden.status_code == absent.status_code == 404
    assert _without_token(hidden.content) == _without_token(absent.content)


def _without_token(content: bytes) -> str:
    """The page but for its forms' tokens and for its own address."""
    source = content.decode()
    parts = source.split('csrfmiddlewaretoken" value="')
    bare = parts[0] + "".join(part.partition('"')[2] for part in parts[1:])
    head, found, rest = bare.partition('"X-CSRFToken": "')
    bare = head + found + rest.partition('"')[2]
    return "\n".join(line.strip() for line in _without_next(bare).splitlines())


def _without_next(source: str) -> str:
    parts = source.split('name="next" value="')
    return parts[0] + "".join(part.partition('"')[2] for part in parts[1:])


@pytest.mark.parametrize("of", [passport, uses])
def test_a_commune_officer_opens_the_communes_own_figures_only(
    client_as: Seats, of: Callable[[Figure], str]
) -> None:
    client = client_as("can-bo-xa")
    assert client.get(of(simulated(OWN_COMMUNE))).status_code == 200
    assert client.get(of(simulated(OTHER_COMMUNE))).status_code == 404
    assert client.get(of(revenue())).status_code == 200, "what is published"


def test_another_communes_number_is_nowhere_on_the_officers_pages(client_as: Seats) -> None:
    client = client_as("can-bo-xa")
    seen = addresses(page(client, "/ke-hoach/ca-mau-2021/chi-tieu/9/"), "/so-lieu/")
    assert (
        passport(Figure.objects.get(indicator__code="xa-nong-thon-moi", area__code=OWN_COMMUNE))
        in seen
    )
    for address in seen:
        assert client.get(address).status_code == 200, address


def test_a_passport_asks_the_books_little(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chu-tich")
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        client.get(passport(revenue()))


@pytest.mark.parametrize("index", range(4))
def test_every_passport_of_the_province_opens(client_as: Seats, index: int) -> None:
    client = client_as("nguoi-dan")
    published = Figure.objects.filter(area__code="96", simulated=False, document__isnull=False)
    found = list(published.order_by("pk"))[index::4]
    assert found
    for figure in found:
        source = page(client, passport(figure))
        for link in addresses(source, "/van-ban/") | addresses(source, "/so-lieu/"):
            assert client.get(link).status_code == 200, link


def test_a_passport_speaks_english(client_as: Seats) -> None:
    client = client_as("chu-tich")
    client.cookies["django_language"] = "en"
    told = words(page(client, passport(revenue())))
    assert "State budget revenue" in told
    assert "5,851 billion dong" in told
    for left in ("Hộ chiếu của con số", "Vào sổ lúc", "Mọi phiên bản"):
        assert left not in told
