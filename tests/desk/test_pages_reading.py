"""The pages of reading: handed in, text and records linked both ways, decided, entered."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.documents.models import PaperReading, ReadingDecision
from dieuhanh.documents.queries.readings import items_of
from dieuhanh.reports.models import Figure
from tests.desk.readings_made import ARTICLE, entered, found, pasted, province
from tests.pages import between, page, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
As = Callable[[str], Client]
AT = "/doc-van-ban/"
HEAD = {
    "title": "Hội nghị triển khai nhiệm vụ năm 2022", "kind": "Bài báo", "number": "",
    "issued_on": "12/01/2022", "issuer": "", "issuer_name": "camau.dcs.vn",
    "source": "ubnd-ca-mau", "period": "năm 2021",
}  # fmt: skip


def handed_in(client: Client, **given: Any) -> Any:
    return client.post(AT, {"area": str(province().pk)} | given)


def test_an_officer_pastes_an_article_and_sees_it_beside_what_was_found(client_as: As) -> None:
    client = client_as("chuyen-vien")
    assert words(page(client, AT)).count("Địa bàn của văn bản") == 1
    answer = handed_in(client, text=ARTICLE)
    of = PaperReading.objects.get()
    assert answer.headers["Location"] == f"{AT}{of.pk}/"
    source = page(client, f"{AT}{of.pk}/")
    items = items_of(of)
    for each in items:
        number = each.row.position
        assert f'id="muc-{number}"' in source
        assert f'id="cau-{number}"' in source
        lit = re.findall(rf'data-items="[^"]*\b{number} [^"]*"[^>]*>([^<]*)</a>', source)
        assert "".join(lit).replace("\n", "") == each.row.payload["quote"].replace("\n", "")
    assert f"{len(items)}/{len(items)} mục còn chờ" in words(source)
    cut = words(page(client, f"{AT}{of.pk}/?loai=person&tinh-trang=waiting"))
    assert "Nguyễn Tiến Hải" in cut
    assert "Kim ngạch xuất khẩu:" not in cut


def test_a_refused_file_is_told_and_nothing_is_kept(client_as: As) -> None:
    client = client_as("chuyen-vien")
    for file, said in (
        (SimpleUploadedFile("a.docm", b"PK\x03\x04x"), "macro"),
        (SimpleUploadedFile("a.txt", "TUYỆT MẬT\n\nThu đạt 5 tỷ đồng.".encode()), "Tuyệt mật"),
    ):
        answer = handed_in(client, file=file)
        assert answer.status_code == 422
        assert said in words(answer.content.decode())
    both = handed_in(client, file=SimpleUploadedFile("a.txt", b"x"), text="y")
    assert "một trong hai" in words(both.content.decode())
    assert not PaperReading.objects.exists()


def test_entered_accepted_rejected_and_opened_again(client_as: As) -> None:
    client = client_as("chuyen-vien")
    handed_in(client, text=ARTICLE)
    of = PaperReading.objects.get()
    at = f"{AT}{of.pk}/"
    assert "Văn bản này chưa vào sổ" in words(page(client, at))
    wrong = client.post(f"{at}vao-so/", HEAD | {"issued_on": "31/02/2022"})
    assert wrong.status_code == 422
    assert HEAD["title"] in wrong.content.decode()
    assert client.post(f"{at}vao-so/", HEAD).status_code == 302
    of = PaperReading.objects.select_related("document").get()
    assert (of.period, of.document.code) == (
        "2021", "hoi-nghi-trien-khai-nhiem-vu-nam-2022-2022-01-12",
    )  # fmt: skip
    item = found(of, "claim", "kim ngạch xuất khẩu").row
    card = page(client, f"{at}{item.position}/", HX_Request="true")
    assert "Sẽ ghi:" in words(card)
    assert "1.112,5 triệu USD" in words(card)
    mark = between(card, 'name="dau" value="', '"')
    stale = client.post(f"{at}{item.position}/", {"lam": "nhan", "thay": "0", "dau": "khác"})
    assert stale.status_code == 422
    done = client.post(f"{at}{item.position}/", {"lam": "nhan", "thay": "0", "dau": mark})
    assert done.headers["Location"] == f"{at}#muc-{item.position}"
    made = Figure.objects.get(pk=ReadingDecision.objects.get(outcome="accepted").made_key)
    assert f"/so-lieu/{made.pk}/" in page(client, f"{at}{item.position}/", HX_Request="true")
    person = found(of, "person").row
    for deed, thay in (("loai", "0"), ("mo-lai", "1")):
        client.post(f"{at}{person.position}/", {"lam": deed, "thay": thay})
    outcomes = ReadingDecision.objects.filter(item=person).order_by("number")
    assert list(outcomes.values_list("outcome", flat=True)) == ["rejected", "reopened"]


def test_the_second_of_two_is_told_who_was_first(client_as: As) -> None:
    of = entered(pasted())
    item = found(of, "claim", "kim ngạch xuất khẩu").row
    at = f"{AT}{of.pk}/{item.position}/"
    client_as("van-phong").post(at, {"lam": "loai", "thay": "0"})
    second = client_as("chuyen-vien").post(
        at, {"lam": "loai", "thay": "0"}, headers={"HX-Request": "true"}
    )
    assert "quyết định ấy đứng" in words(second.content.decode())
    assert ReadingDecision.objects.count() == 1


def test_a_correction_is_typed_kept_and_told_as_a_case(client_as: As) -> None:
    client = client_as("chuyen-vien")
    of = entered(pasted())
    item = found(of, "claim", "kim ngạch xuất khẩu").row
    at = f"{AT}{of.pk}/{item.position}/"
    form = page(client, f"{at}?sua=1")
    assert 'name="value" value="1.112,5"' in form
    typed = {
        "lam": "sua", "thay": "0", "indicator": "kim-ngach-xuat-khau", "value": "1.112,6",
        "value_high": "", "unit": "triệu đô la Mỹ", "bound": "", "period": "năm 2021",
        "status": "official", "area": "96", "source": "ubnd-ca-mau", "note": "",
    }  # fmt: skip
    wrong = client.post(at, typed | {"value": "một nghìn"})
    assert wrong.status_code == 200
    assert "một nghìn" in wrong.content.decode()
    assert not ReadingDecision.objects.exists()
    client.post(at, typed)
    made = Figure.objects.get(pk=ReadingDecision.objects.get().made_key)
    assert (str(made.value), made.unit, made.status) == ("1112.6", "triệu USD", "official")
    told = json.loads(client.get(f"{AT}ca-da-sua.json").content)["cases"]
    assert (told[0]["as_read"]["value"], told[0]["as_decided"]["value"]) == ("1112.5", "1112.6")
    assert told[0]["quote"] in told[0]["sentence"]


def test_sure_matches_are_looked_at_then_accepted_together_or_not_at_all(client_as: As) -> None:
    client = client_as("chuyen-vien")
    of = entered(pasted())
    at = f"{AT}{of.pk}/khop-chac/"
    marks = re.findall(r'name="muc" value="([^"]+)"', page(client, at))
    assert len(marks) >= 6
    before = Figure.objects.count()
    assert client.post(at, {"muc": [*marks[:2], "999:x"]}).status_code == 422
    assert client.post(at, {"muc": []}).status_code == 422
    assert Figure.objects.count() == before
    assert client.post(at, {"muc": marks[:3]}).status_code == 302
    assert Figure.objects.count() == before + 3
    assert re.findall(r'name="muc" value="([^"]+)"', page(client, at)) == marks[3:]


def test_a_wording_taught_is_listed_and_put_away(client_as: As) -> None:
    client = client_as("chuyen-vien")
    of = entered(pasted("Năm 2021, thu nội địa đạt 4.900 tỷ đồng."))
    item = found(of, "claim").row
    client.post(f"{AT}{of.pk}/{item.position}/", {
        "lam": "sua", "thay": "0", "indicator": "thu-ngan-sach", "value": "4.900", "unit": "tỷ đồng",
        "period": "2021", "status": "preliminary", "area": "96", "source": "ubnd-ca-mau",
    })  # fmt: skip
    listed = page(client, f"{AT}cach-goi/")
    assert "thu nội địa" in words(listed)
    client.post(between(listed, 'action="/doc-van-ban/cach-goi/', '"').join((f"{AT}cach-goi/", "")))
    assert "Chưa học cách gọi nào" in words(page(client, f"{AT}cach-goi/"))


def test_a_page_asks_as_little_for_many_records_as_for_few(client_as: As) -> None:
    client = client_as("chuyen-vien")
    few, many = pasted(), pasted(ARTICLE * 4)
    counts = []
    for of in (few, many):
        page(client, f"{AT}{of.pk}/")
        with CaptureQueriesContext(connection) as asked:
            page(client, f"{AT}{of.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 30
