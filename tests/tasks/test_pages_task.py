"""The pages of one task: assigned from anywhere, followed by its buttons, led back link by link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.models import Finding
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.models import Target
from dieuhanh.tasks.actions.extending import ask_extension
from dieuhanh.tasks.actions.following import accept, progress, report_done
from dieuhanh.tasks.models import Evidence, Step, Task
from tests.pages import addresses, between, page, words
from tests.paper.paper_files import png
from tests.security.planted import plant
from tests.tasks.given import COMMUNE, DISTRICT, DUE, HEALTH, PROVINCE, TODAY, again, given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
Seat = Callable[[str], Actor]
Signed = Callable[[str], Client]
FILLED = {
    "assigner": PROVINCE, "title": "Rà soát các chỉ tiêu chưa đạt", "lead": HEALTH,
    "due_on": "31/03/2022", "priority": "high", "product": "Báo cáo", "text": "", "official": "",
    "repeats": "", "field": "y tế", "programme": "", "quote": "", "co_bodies": [DISTRICT],
}  # fmt: skip


@pytest.fixture
def task(actor: Seat) -> Task:
    return given(actor("van-phong"), co_bodies=(DISTRICT,))


def target(no: str = "15") -> Target:
    return Target.objects.filter(version__plan__code="ca-mau-2021", no=no)[0]


def press(client: Client, found: Task, kind: str, **typed: Any) -> str:
    sent = {"seen": again(found).revision} | typed
    answer = client.post(f"/nhiem-vu/{found.code}/buoc/{kind}/", sent, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def buttons(source: str) -> list[str]:
    """The words of the steps the page offers."""
    moves = between(source, 'class="moves"', "</section>") if 'class="moves"' in source else ""
    return [part.partition("<")[0].rpartition(">")[2] for part in moves.split("<summary ")[1:]]


def test_a_task_is_assigned_on_the_form_and_its_page_opens(client_as: Signed) -> None:
    client = client_as("van-phong")
    assert "Sở Y tế tỉnh Cà Mau" in page(client, "/nhiem-vu/giao/")
    answer = client.post("/nhiem-vu/giao/", FILLED, follow=True)
    made = Task.objects.get(title=FILLED["title"])
    assert answer.redirect_chain == [(f"/nhiem-vu/{made.code}/", 302)]
    told = words(answer.content.decode())
    assert "chưa hoàn thành, trong hạn" in told
    assert "còn 51 ngày làm việc" in told
    assert "Ủy ban nhân dân huyện Ngọc Hiển" in told


def test_what_was_typed_stays_where_the_form_is_refused(client_as: Signed) -> None:
    client = client_as("van-phong")
    for wrong, said in (
        ({"due_on": "31/13/2022"}, "31/13/2022"),
        ({"due_on": "11/01/2022"}, "đã qua"),
        ({"lead": ""}, "Cơ quan chủ trì"),
        ({"repeats": "month", "due_on": ""}, "kỳ đầu"),
    ):
        source = client.post("/nhiem-vu/giao/", FILLED | wrong).content.decode()
        assert said in words(source)
        assert "Rà soát các chỉ tiêu chưa đạt" in source
        assert 'role="alert"' in source
    assert not Task.objects.filter(title=FILLED["title"]).exists()


def test_another_assigner_may_be_chosen_and_nothing_typed_is_lost(client_as: Signed) -> None:
    client = client_as("van-phong")
    sent = FILLED | {"assigner": "van-phong-ubnd-ca-mau", "change": "1"}
    source = client.post("/nhiem-vu/giao/", sent).content.decode()
    assert "Rà soát các chỉ tiêu chưa đạt" in source
    assert "alert" not in source
    assert not Task.objects.filter(title=FILLED["title"]).exists()


def test_the_form_begins_with_what_the_origin_says(client_as: Signed) -> None:
    client = client_as("van-phong")
    finding = Finding.objects.filter(kind="shortcoming")[0]
    source = page(client, f"/nhiem-vu/giao/?tu=finding&khoa={finding.pk}")
    assert finding.sentence in source
    quoted = page(client, "/nhiem-vu/giao/?tu=document&khoa=bai-bao-2022-01-12&trich=0-40")
    assert "Chiều ngày 12/01" in quoted


@pytest.mark.parametrize("asked", ["?tu=conclusion&khoa=999", "?tu=x&khoa=1", "?tu=target"])
def test_an_origin_that_is_not_there_is_not_there(client_as: Signed, asked: str) -> None:
    assert client_as("van-phong").get(f"/nhiem-vu/giao/{asked}").status_code == 404


def test_each_sees_the_buttons_they_may_press(task: Task, actor: Seat, client_as: Signed) -> None:
    address = f"/nhiem-vu/{task.code}/"
    health, office, helper = (client_as(s) for s in ("so-y-te", "van-phong", "can-bo-huyen"))
    assert buttons(page(health, address)) == [
        "Nhận nhiệm vụ", "Hỏi lại nơi giao", "Xin gia hạn", "Ghi ý kiến không thống nhất",
    ]  # fmt: skip
    assert buttons(page(office, address)) == [
        "Cho gia hạn",
        "Giao cho cơ quan khác",
        "Rút nhiệm vụ",
    ]
    assert "/sua/" in page(office, address)
    assert buttons(page(helper, address)) == []
    press(health, task, "accepted", official="Phó Giám đốc")
    assert buttons(page(helper, address)) == ["Báo tiến độ"]
    assert "tu=parent" in page(health, address)
    assert "tu=parent" not in page(office, address)
    assert client_as("nguoi-dan").get(address).status_code == 404
    assert client_as("can-bo-xa").get(address).status_code == 404


def test_a_task_goes_from_hand_to_hand_by_its_buttons(task: Task, client_as: Signed) -> None:
    health, office = client_as("so-y-te"), client_as("van-phong")
    press(health, task, "accepted")
    file = SimpleUploadedFile("anh.png", png(), content_type="image/png")
    told = press(health, task, "progress", text="Đã tiêm", percent="40", file=file)
    assert "anh.png" in told
    press(health, task, "reported", text="Đã xong", paper="bai-bao-2022-01-12")
    assert "chờ xác nhận" in page(office, f"/nhiem-vu/{task.code}/")
    press(office, task, "returned", text="Thiếu một huyện")
    assert again(task).state == "accepted"
    press(health, task, "reported", text="Đã đủ")
    told = press(office, task, "confirmed")
    assert "hoàn thành đúng hạn" in words(told)
    assert buttons(told) == []


def test_a_refused_step_keeps_its_words_and_says_why(task: Task, client_as: Signed) -> None:
    health = client_as("so-y-te")
    press(health, task, "accepted")
    for kind, typed, said in (
        ("progress", {"text": "Tiến độ tốt", "percent": "nhiều"}, "0 đến 100"),
        ("extension_asked", {"text": "Thiếu vật tư", "until": "31/02/2022"}, "31/02/2022"),
        ("extension_asked", {"text": "Thiếu vật tư", "until": ""}, "ngày"),
        ("progress", {"text": "Có số", "figure": "không phải"}, "không dẫn tới số liệu"),
    ):
        source = press(health, task, kind, **typed)
        assert said in words(source)
        assert typed["text"] in source
        assert "open" in between(source, '<details class="move"', f"/buoc/{kind}/")
    assert Step.objects.filter(task=task).count() == 2


def test_who_comes_second_reads_whose_step_came_first_and_loses_no_word(
    task: Task, actor: Seat, client_as: Signed
) -> None:
    seen = task.revision
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    source = press(client_as("van-phong"), task, "withdrawn", text="Trùng việc khác", seen=seen)
    assert "Chuyên viên Sở Y tế vừa làm một bước" in words(source)
    assert "Trùng việc khác" in source
    assert again(task).state == "accepted"
    press(client_as("van-phong"), task, "confirmed", text="Xem rồi")
    source = press(client_as("van-phong"), task, "confirmed", text="Xem rồi")
    assert "trạng thái khác" in words(source)
    assert "Xem rồi" in source


def test_in_english_a_granted_day_is_sent_as_it_is_read(
    task: Task, actor: Seat, client_as: Signed
) -> None:
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    ask_extension(
        by=actor("so-y-te"), task=task.code, until=date(2022, 4, 30), text="x", today=TODAY
    )
    client = client_as("van-phong")
    client.post("/ngon-ngu/", {"language": "en"})
    source = page(client, f"/nhiem-vu/{task.code}/")
    assert "Grant an extension" in words(source)
    until = between(source, 'name="until"', ">").rpartition('value="')[2].rstrip('"')
    press(client, task, "extension_granted", until=until)
    assert again(task).due_on == date(2022, 4, 30)


def test_a_file_is_saved_through_the_tasks_own_door(task: Task, client_as: Signed) -> None:
    health = client_as("so-y-te")
    press(health, task, "accepted")
    file = SimpleUploadedFile("ket-qua.html", b"<p>Xong</p><script>alert(1)</script>")
    press(health, task, "progress", text="x", file=file)
    kept = Evidence.objects.get(step__task=task)
    answer = client_as("van-phong").get(f"/nhiem-vu/{task.code}/minh-chung/{kept.pk}/")
    assert b"".join(answer.streaming_content) == b"<p>Xong</p><script>alert(1)</script>"  # type: ignore[attr-defined]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    for stranger in ("can-bo-xa", "nguoi-dan"):
        refused = client_as(stranger).get(f"/nhiem-vu/{task.code}/minh-chung/{kept.pk}/")
        assert refused.status_code == 404


def test_from_a_task_links_lead_back_to_the_figure_and_forward_again(
    at_machine: Actor, actor: Seat, client_as: Signed
) -> None:
    judged, finding = target("1"), Finding.objects.filter(kind="shortcoming")[0]
    made = given(actor("van-phong"), "target", str(judged.pk))
    other = given(actor("van-phong"), "finding", str(finding.pk))
    client = client_as("van-phong")
    source = page(client, f"/nhiem-vu/{made.code}/")
    chain = between(source, 'id="chain-title"', "</section>")
    back = addresses(chain)
    board_page = next(a for a in back if a.startswith("/ke-hoach/ca-mau-2021/chi-tieu/1/"))
    figure = next(a for a in back if a.startswith("/so-lieu/"))
    assert "Nguồn" in page(client, figure)
    embedded = between(page(client, board_page), 'hx-get="/nhiem-vu/tu/', '"')
    fragment = page(client, f"/nhiem-vu/tu/{embedded}", **{"HX-Request": "true"})
    assert f"/nhiem-vu/{made.code}/" in addresses(fragment)
    review = next(
        a for a in addresses(page(client, f"/nhiem-vu/{other.code}/")) if "kiem-diem" in a
    )
    source = page(client, review)
    assert f'id="nhan-dinh-{finding.pk}"' in source
    slots = page(client, between(source, 'hx-get="/nhiem-vu/tu-kiem-diem', '"').join(
        ("/nhiem-vu/tu-kiem-diem", "")
    ))  # fmt: skip
    assert f"/nhiem-vu/{other.code}/" in addresses(
        between(slots, f'id="tasks-of-finding-{finding.pk}"', "</div>")
    )
    assert f'id="tasks-of-finding-{finding.pk}"' in source


def test_a_frozen_assessment_lists_its_missed_targets_with_their_tasks(
    at_machine: Actor, actor: Seat, client_as: Signed
) -> None:
    kept = freeze(by=at_machine, plan="ca-mau-2021", as_known_on=TODAY)
    client = client_as("van-phong")
    source = page(client, f"/danh-gia/{kept.pk}/")
    address = between(source, 'hx-get="/nhiem-vu/tu-danh-gia', '"')
    fragment = page(client, f"/nhiem-vu/tu-danh-gia{address}", **{"HX-Request": "true"})
    new = next(a for a in addresses(fragment) if f"danh-gia={kept.pk}" in a)
    client.post(new, FILLED)
    made = Task.objects.get(title=FILLED["title"])
    assert made.assessment == kept
    again_shown = page(client, f"/nhiem-vu/tu-danh-gia{address}", **{"HX-Request": "true"})
    assert f"/nhiem-vu/{made.code}/" in addresses(again_shown)
    assert f"/danh-gia/{kept.pk}/" in addresses(page(client, f"/nhiem-vu/{made.code}/"))


def test_a_conclusion_is_followed_to_its_item_and_conference(
    at_machine: Actor, client_as: Signed
) -> None:
    things = plant(at_machine)
    source = page(client_as("chu-tich"), f"/nhiem-vu/{things['task']}/")
    chain = words(between(source, 'id="chain-title"', "</section>"))
    assert "Kết luận" in chain
    assert "Nội dung chương trình" in chain
    assert "Hội nghị" in chain
    assert f"/hoi-nghi/{things['meeting']}/" in addresses(source)


def test_who_may_not_see_the_conference_reads_only_what_was_assigned(
    at_machine: Actor, actor: Seat, client_as: Signed
) -> None:
    things = plant(at_machine)
    made = given(
        at_machine, "conclusion", str(things["conclusion"]), assigner=PROVINCE, lead=COMMUNE,
        quote="Phần việc của xã",
    )  # fmt: skip
    source = page(client_as("can-bo-xa"), f"/nhiem-vu/{made.code}/")
    assert "Phần việc của xã" in source
    assert "KIN" not in source
    assert "/hoi-nghi/kin" not in source


def test_a_part_shows_in_the_whole_rolled_up_beside_what_the_lead_says(
    task: Task, actor: Seat, client_as: Signed
) -> None:
    health, district = actor("so-y-te"), actor("can-bo-huyen")
    accept(by=health, task=task.code, today=TODAY)
    progress(by=health, task=task.code, today=TODAY, text="", percent=40)
    part = given(health, "parent", task.code, lead=DISTRICT, due_on=DUE)
    accept(by=district, task=part.code, today=TODAY)
    progress(by=district, task=part.code, today=TODAY, text="", percent=10)
    smaller = given(district, "parent", part.code, lead=COMMUNE, due_on=DUE)
    accept(by=actor("can-bo-xa"), task=smaller.code, today=TODAY)
    progress(by=actor("can-bo-xa"), task=smaller.code, today=TODAY, text="", percent=60)
    told = words(page(client_as("so-y-te"), f"/nhiem-vu/{task.code}/"))
    assert "40% cơ quan chủ trì báo" in told
    assert "60% tổng hợp" in told


def test_the_fragment_offers_a_task_to_who_assigns_and_nothing_to_a_citizen(
    task: Task, client_as: Signed
) -> None:
    address = f"/nhiem-vu/tu/target/{target().pk}/"
    htmx = {"HX-Request": "true"}
    assert "Giao nhiệm vụ" in page(client_as("van-phong"), address, **htmx)
    assert words(page(client_as("can-bo-xa"), address, **htmx)) == ""
    assert words(page(client_as("nguoi-dan"), address, **htmx)) == ""
    for public in ("/ke-hoach/ca-mau-2021/chi-tieu/15/", "/van-ban/bai-bao-2022-01-12/",
                   "/ke-hoach/ca-mau-2021/kiem-diem/"):  # fmt: skip
        assert "/nhiem-vu/" not in page(client_as("nguoi-dan"), public)
        assert "/nhiem-vu/tu" in page(client_as("van-phong"), public)


def test_editing_keeps_the_first_deadline_and_what_was_typed(task: Task, client_as: Signed) -> None:
    client, address = client_as("van-phong"), f"/nhiem-vu/{task.code}/sua/"
    assert "31/03/2022" in page(client, address)
    sent = {**FILLED, "seen": task.revision, "title": "Tiêm cho mọi người"}
    late = client.post(address, sent | {"due_on": "30/04/2022"}).content.decode()
    assert "là gia hạn" in words(late)
    assert "Tiêm cho mọi người" in late
    client.post(address, sent | {"due_on": "15/03/2022"})
    held = again(task)
    assert (held.title, held.due_on, held.first_due_on) == (
        "Tiêm cho mọi người", date(2022, 3, 15), DUE,
    )  # fmt: skip
    stale = client.post(address, sent | {"due_on": "14/03/2022"}).content.decode()
    assert "vừa làm một bước" in words(stale)
    assert client_as("so-y-te").get(address).status_code == 403


def test_a_recurring_task_is_edited_without_a_deadline_and_followed_by_its_periods(
    actor: Seat, client_as: Signed
) -> None:
    series = given(actor("van-phong"), repeats="month", due_on=date(2022, 1, 25))
    client = client_as("van-phong")
    source = page(client, f"/nhiem-vu/{series.code}/")
    assert "hằng tháng, kỳ đầu đến 25/01/2022" in words(source)
    occurrence = Task.objects.get(series=series)
    assert f"/nhiem-vu/{occurrence.code}/" in addresses(source)
    assert buttons(source) == ["Giao cho cơ quan khác", "Rút nhiệm vụ"]
    address = f"/nhiem-vu/{series.code}/sua/"
    assert 'name="due_on"' not in page(client, address)
    client.post(address, {**FILLED, "seen": series.revision, "title": "Báo cáo hằng tháng"})
    assert again(series).title == "Báo cáo hằng tháng"


def test_the_page_asks_no_more_for_a_longer_story(actor: Seat, client_as: Signed) -> None:
    health, office = actor("so-y-te"), actor("van-phong")
    made = given(office, "target", str(target("1").pk), co_bodies=(DISTRICT,), due_on=DUE)
    accept(by=health, task=made.code, today=TODAY)
    client, counts = client_as("van-phong"), []
    page(client, f"/nhiem-vu/{made.code}/")
    for _round in range(2):
        with CaptureQueriesContext(connection) as asked:
            page(client, f"/nhiem-vu/{made.code}/")
        counts.append(len(asked))
        for number in range(5):
            progress(by=health, task=made.code, today=TODAY, text=f"bước {number}")
            given(health, "parent", made.code, lead=DISTRICT, due_on=DUE)
    assert counts[1] <= counts[0] + 1, counts  # one more: a level of parts below
    assert counts[0] <= 45, counts


def test_a_done_task_says_on_which_day(task: Task, actor: Seat, client_as: Signed) -> None:
    accept(by=actor("so-y-te"), task=task.code, today=TODAY)
    report_done(by=actor("so-y-te"), task=task.code, today=TODAY, text="xong")
    told = words(page(client_as("van-phong"), f"/nhiem-vu/{task.code}/"))
    assert "báo xong 12/01/2022, chờ xác nhận" in told
