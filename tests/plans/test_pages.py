"""The planning pages as officers see them, and what others are refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.domain.actors import Actor
from dieuhanh.plans.models import Draft, DraftLine
from tests.pages import between, page, words
from tests.plans.plan_2022 import CODE, VALUES, by_no, draft_2022, hand_down, revenue_parts

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]


@pytest.fixture
def draft(example: None, at_machine: Actor) -> Draft:
    return draft_2022(at_machine)


def of_line(name: str, line: DraftLine, *more: str) -> str:
    return reverse(f"plans:{name}", args=[CODE, line.pk, *more])


def test_the_table_shows_last_year_this_year_and_what_is_asked(
    client_as: Seats, draft: Draft
) -> None:
    source = page(client_as("chuyen-vien"), reverse("plans:draft", args=[CODE]))
    head = words(between(source, "<thead>", "</thead>"))
    assert "TH năm 2020 KH năm 2021 Ước TH năm 2021" in head
    revenue = words(between(source, f'id="line-{by_no(draft)["1"].pk}"', "</tr>"))
    assert "6.311 (ước) tối thiểu 5.478 tỷ đồng 5.851 (sơ bộ) 106,8%" in revenue
    assert "tối thiểu 5.600 tỷ đồng 95,7%" in revenue


def test_the_table_asks_no_more_for_more_lines(
    client_as: Seats, draft: Draft, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chuyen-vien")
    with django_assert_max_num_queries(24):  # type: ignore[attr-defined]
        client.get(reverse("plans:draft", args=[CODE]))


def test_cells_are_saved_and_what_follows_is_sent_back(client_as: Seats, draft: Draft) -> None:
    line = by_no(draft)["1"]
    sent = {"cell": f"{line.pk}.value", "was": VALUES["1"], "now": "5.851"}
    told = client_as("chuyen-vien").post(reverse("plans:cells", args=[CODE]), sent).json()
    assert told["saved"] == [f"{line.pk}.value"]
    assert told["conflicts"] == {}
    assert "tối thiểu 5.851 tỷ đồng" in told["fragments"][f"rule-{line.pk}"]
    assert "100,0%" in told["fragments"][f"next-{line.pk}"]
    stale = client_as("chuyen-vien").post(reverse("plans:cells", args=[CODE]), sent | {"now": "1"})
    assert json.loads(stale.content)["conflicts"] == {f"{line.pk}.value": "5.851"}


def test_a_rule_is_kept_only_as_it_was_read_back(client_as: Seats, draft: Draft) -> None:
    line, client = by_no(draft)["1"], client_as("chuyen-vien")
    source = page(client, of_line("rule", line))
    fields = {
        "name": line.name, "kind": "level", "comparator": "at_least", "value": "5.478",
        "unit": "tỷ đồng", "better": "higher", "lead_body": "so-tai-chinh-ca-mau",
        "head": line.head, "indicator": "thu-ngan-sach", "decimals": "0",
        "name_en": line.name_en, "group": line.group,
    }  # fmt: skip
    stood = {
        f"was-{name}": between(source, f'name="was-{name}" value="', '"')
        for name in [*fields, "note", "value_high", "base_value", "base_unit", "tolerance_pct"]
    }
    first = client.post(of_line("rule", line), fields | stood)
    shown = words(first.content.decode())
    assert "5.400 → không đạt" in shown
    assert "5.851 → vượt 6,8%" in shown
    assert by_no(draft)["1"].value == VALUES["1"], "not kept before it was read"
    token = between(first.content.decode(), 'name="read" value="', '"')
    done = client.post(of_line("rule", line), fields | stood | {"read": token})
    assert done.status_code == 302
    assert by_no(draft)["1"].value == "5.478"


def test_a_kind_and_a_comparator_that_do_not_go_together_are_told_in_words(
    client_as: Seats, draft: Draft
) -> None:
    line = by_no(draft)["1"]
    sent = {"kind": "growth", "comparator": "maintain", "value": "6", "better": "higher"}
    told = words(client_as("chuyen-vien").post(of_line("read-back", line), sent).content.decode())
    assert "“tốc độ tăng trưởng” không đi với “duy trì”" in told
    assert "maintain" not in told


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ({"kind": "level", "comparator": "at_most", "value": "46", "unit": "%"}, "47 → không đạt"),
        (
            {"kind": "decrease", "comparator": "at_least", "value": "0,3", "unit": "điểm %",
             "base_value": "3,26", "base_unit": "%"},
            "2,86 (giảm 0,4 điểm %) → vượt 0,1 điểm %",
        ),
        (
            {"kind": "growth", "comparator": "between", "value": "6,6", "value_high": "6,8",
             "unit": "%"},
            "6,9 → vượt 0,1 điểm %",
        ),
        ({"kind": "level", "comparator": "qualitative"}, "không đạt → không đạt"),
        ({"kind": "level", "comparator": "at_least", "value": "1,234.5"}, "1.234,5"),
        ({"kind": "level", "comparator": "between", "value": "7", "value_high": "6"}, "6"),
    ],
)  # fmt: skip
def test_every_rule_is_read_back_on_samples(
    client_as: Seats, draft: Draft, sent: dict[str, str], shown: str
) -> None:
    line = by_no(draft)["20"]
    told = client_as("chuyen-vien").post(of_line("read-back", line), sent | {"better": "higher"})
    assert shown in words(told.content.decode())


def test_parts_are_saved_and_held_against_the_whole(client_as: Seats, draft: Draft) -> None:
    line, client = by_no(draft)["1"], client_as("chuyen-vien")
    source = page(client, of_line("allocation", line))
    cells = [part.partition('"')[0] for part in source.split('data-cell="')[1:]]
    assert len([cell for cell in cells if cell.endswith(".value")]) == 9
    sent = {"cell": cells[:2], "was": ["", ""], "now": ["5.000", "550"]}
    told = client.post(of_line("parts", line), sent).json()
    assert "thiếu 50 tỷ đồng" in told["fragments"]["parts-check"]
    wrong = client.post(of_line("parts", line), {"cell": ["x9.value"], "was": [""], "now": ["1"]})
    assert wrong.status_code == 404


def test_a_form_without_script_keeps_parts_too(client_as: Seats, draft: Draft) -> None:
    line, client = by_no(draft)["1"], client_as("chuyen-vien")
    source = page(client, of_line("allocation", line))
    cell = source.split('data-cell="')[1].partition('"')[0]
    sent = {"cell": [cell, "reason"], "was": ["", ""], "now": ["5.000", "vì thế"], "html": "1"}
    assert client.post(of_line("parts", line), sent).status_code == 302
    again = page(client, of_line("allocation", line))
    assert 'value="5.000"' in again
    assert "vì thế" in again


def test_a_target_that_does_not_add_up_says_so(client_as: Seats, draft: Draft) -> None:
    told = words(page(client_as("chuyen-vien"), of_line("allocation", by_no(draft)["13"])))
    assert "không cộng được từ các phần, nên không kiểm tra tổng" in told


def test_a_ratio_asks_for_its_counts(client_as: Seats, draft: Draft) -> None:
    told = words(page(client_as("chuyen-vien"), of_line("allocation", by_no(draft)["6"])))
    assert "Tử số Mẫu số" in told


def test_what_is_handed_down_further_is_held_against_the_part(
    client_as: Seats, draft: Draft, at_machine: Actor
) -> None:
    hand_down(at_machine, draft, "1", revenue_parts())
    line, client = by_no(draft)["1"], client_as("chuyen-vien")
    district = draft.base.plan.area.children.get(area__code="973").area
    source = page(client, f"{of_line('allocation', line)}?duoi={district.pk}")
    cells = [part.partition('"')[0] for part in source.split('data-cell="')[1:]]
    sent = {"cell": cells[:1], "was": [""], "now": ["200"], "duoi": district.pk}
    told = client.post(of_line("parts", line), sent).json()
    assert "thiếu 50 tỷ đồng so với chỉ tiêu 250 tỷ đồng" in told["fragments"]["parts-check"]


LINE_PAGES = ("rule", "allocation")
DRAFT_PAGES = ("draft", "proposals", "issue")


@pytest.mark.parametrize("seat", ["can-bo-xa", "can-bo-huyen", "quan-tri", "nguoi-dan"])
def test_a_draft_is_as_absent_for_those_it_is_not_for(
    client_as: Seats, draft: Draft, seat: str
) -> None:
    line, client = by_no(draft)["5"], client_as(seat)
    addresses = [reverse(f"plans:{name}", args=[CODE]) for name in DRAFT_PAGES]
    addresses += [of_line(name, line) for name in LINE_PAGES]
    absent = words(client.get(reverse("plans:draft", args=["khong-co"])).content.decode())
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 404, address
        assert words(response.content.decode()) == absent


def test_a_department_sees_its_own_line_and_none_of_the_tables(
    client_as: Seats, draft: Draft
) -> None:
    client = client_as("so-y-te")
    told = page(client, reverse("plans:proposals", args=[CODE]))
    assert "Số giường bệnh" in told
    assert "Thu ngân sách" not in words(between(told, "<tbody>", "</tbody>"))
    assert client.get(reverse("plans:draft", args=[CODE])).status_code == 404
    other = by_no(draft)["1"]
    assert client.get(of_line("propose", other, "so-y-te-ca-mau")).status_code == 404
    own = by_no(draft)["5"]
    assert client.get(of_line("propose", own, "so-tai-chinh-ca-mau")).status_code == 404
    assert client.get(of_line("propose", own, "so-y-te-ca-mau")).status_code == 200


def test_what_is_left_to_mend_is_told_without_columns(client_as: Seats, draft: Draft) -> None:
    client, line = client_as("chuyen-vien"), by_no(draft)["1"]
    emptied = {"cell": f"{line.pk}.value", "was": VALUES["1"], "now": ""}
    assert client.post(reverse("plans:cells", args=[CODE]), emptied).status_code == 200
    told = words(page(client, reverse("plans:issue", args=[CODE])))
    assert f"{line.name} : Chỉ tiêu số 1 chưa có số kế hoạch" in told
    assert "cột value" not in told


POSTS = ("cells", "lines", "set-aside", "change-proposals")


@pytest.mark.parametrize("seat", ["chu-tich", "van-phong"])
def test_who_only_reads_may_change_nothing(client_as: Seats, draft: Draft, seat: str) -> None:
    client, line = client_as(seat), by_no(draft)["1"]
    assert client.get(reverse("plans:draft", args=[CODE])).status_code == 200
    cell = {"cell": f"{line.pk}.value", "was": VALUES["1"], "now": "1"}
    assert client.post(reverse("plans:cells", args=[CODE]), cell).status_code == 403
    for do in ("add", "renumber", f"remove.{line.pk}", f"up.{line.pk}"):
        answer = client.post(reverse("plans:lines", args=[CODE]), {"do": do})
        assert answer.status_code == 403, do
    assert client.post(reverse("plans:set-aside", args=[CODE])).status_code == 403
    assert client.get(reverse("plans:issue", args=[CODE])).status_code == 403
    assert client.get(reverse("plans:new", args=["ca-mau-2021", "new"])).status_code == 403
    parts = {"cell": ["reason"], "was": [""], "now": ["x"]}
    assert client.post(of_line("parts", line), parts).status_code == 403
    assert by_no(draft)["1"].value == VALUES["1"]


def test_lists_of_cells_that_do_not_match_are_refused(client_as: Seats, draft: Draft) -> None:
    sent = {"cell": ["1.value", "2.value"], "was": [""], "now": ["1"]}
    response = client_as("chuyen-vien").post(reverse("plans:cells", args=[CODE]), sent)
    assert response.status_code == 400


def test_the_pages_speak_english(client_as: Seats, draft: Draft) -> None:
    client = client_as("chuyen-vien")
    client.cookies["django_language"] = "en"
    told = words(page(client, reverse("plans:draft", args=[CODE])))
    assert "Expected/plan" in told
    assert "at least 5,600 billion dong" in told
