"""The example's tasks: assigned on the day, followed as far as the day asked for, simulated all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from dieuhanh.conferences.models import Text
from dieuhanh.config import demo, demo_tasks
from dieuhanh.config.home import installation
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import BadInput
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.actions.following import accept
from dieuhanh.tasks.actions.programmes import add_points
from dieuhanh.tasks.models import Programme, Step, Task
from dieuhanh.tasks.queries.origins import origin
from tests.pages import page, words

pytestmark = pytest.mark.django_db
DAY, JUNE = date(2022, 1, 12), date(2022, 6, 30)


@pytest.fixture
def by(example: None) -> Actor:
    return keeper("kiểm thử")


def lead(code: str, conclusion: int) -> Task:
    return Task.objects.get(lead__code=code, conclusion__number=conclusion)


def test_on_the_day_everything_is_assigned_and_nothing_has_happened(by: Actor) -> None:
    demo_tasks.set_up(by, DAY)
    assert Task.objects.count() == 32
    assert Programme.objects.exclude(conference=None).count() == 3
    assert Programme.objects.exclude(ballot=None).count() == 0, "nobody voted"
    assert set(Step.objects.values_list("kind", flat=True)) == {"assigned"}
    assert set(Task.objects.values_list("conclusion__number", flat=True)) == set(range(1, 17))
    assert not Task.objects.exclude(official="").exists()
    assert all("cách đọc của bản mẫu" in each.text for each in Task.objects.all())


def test_later_the_told_steps_have_happened_each_marked_once(by: Actor) -> None:
    for day in (DAY, date(2022, 3, 15), JUNE, JUNE):
        demo_tasks.set_up(by, day)
    assert lead("so-cong-thuong-ca-mau", 7).state == "confirmed"
    late = lead("so-khdt-ca-mau", 8)
    assert (late.state, late.done_on) == ("confirmed", date(2022, 4, 8))
    returned = list(
        lead("so-khdt-ca-mau", 5).steps.order_by("number").values_list("kind", flat=True)
    )
    assert returned == ["assigned", "accepted", "reported", "returned", "reported", "confirmed"]
    extended = lead("so-y-te-ca-mau", 4)
    assert (extended.extensions, extended.due_on) == (1, date(2022, 7, 29))
    part = Task.objects.get(parent__isnull=False)
    assert part.lead.code == "ubnd-32248"
    notice = Text.objects.get(kind="notice")
    assert notice.text.startswith("Bản mô phỏng")
    assert not Task.objects.filter(simulated=False).exists()
    assert not Step.objects.filter(simulated=False).exists()
    assert Task.objects.count() == 33


def test_going_there_in_one_go_is_the_same(by: Actor) -> None:
    demo_tasks.set_up(by, JUNE)
    assert lead("so-khdt-ca-mau", 8).state == "confirmed"
    assert lead("ubnd-973", 1).done_on == date(2022, 3, 25)


def test_what_somebody_did_with_a_task_is_left(by: Actor, actor: Callable[[str], Actor]) -> None:
    demo_tasks.set_up(by, DAY)
    mine = lead("so-cong-thuong-ca-mau", 7)
    accept(by=by, task=mine.code, today=DAY, text="tự làm")
    demo_tasks.set_up(by, date(2022, 1, 31))
    assert mine.steps.count() == 2


def test_pages_mark_it_and_name_bodies_only(by: Actor, client_as: Callable[[str], Client]) -> None:
    demo_tasks.set_up(by, JUNE)
    client = client_as("chu-tich")
    task = lead("so-khdt-ca-mau", 8)
    told = words(page(client, f"/nhiem-vu/{task.code}/"))
    assert told.count("mô phỏng") >= 3
    scores = words(page(client, "/nhiem-vu/phieu-diem/"))
    assert "nhiệm vụ được đếm ở đây là mô phỏng" in scores
    for name in ("Nguyễn Tiến Hải", "Huỳnh Quốc Việt", "Lâm Văn Bi", "Lê Văn Sử"):
        assert name not in told
        assert name not in scores


def test_the_samples_day_only_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIEUHANH_HOME", str(tmp_path))
    installation.cache_clear()
    monkeypatch.setattr(demo, "books_begun", lambda: False)
    try:
        assert demo.prepare_home() == DAY
        assert demo.prepare_home(JUNE) == JUNE
        assert demo.prepare_home() == JUNE
        for day in (DAY, date(2023, 1, 1)):
            with pytest.raises(BadInput, match=r"demo\.day"):
                demo.prepare_home(day)
        assert 'today = "2022-06-30"' in (tmp_path / "dieuhanh.toml").read_text("utf-8")
    finally:
        installation.cache_clear()


RESOLUTIONS = {"nq-chinh-phu-ke-hoach-2022", "nq-tinh-uy-ke-hoach-2022", "nq-hdnd-ke-hoach-2022"}


def test_programmes_carry_out_what_the_article_names_and_nothing_else(
    by: Actor, client_as: Callable[[str], Client]
) -> None:
    """Three resolutions, whose numbers, days and points no source gives; the pages say so."""
    demo_tasks.set_up(by, DAY)
    named = {
        each.code: set(each.carries_out.values_list("code", flat=True))
        for each in Programme.objects.all()
    }
    assert named == {
        "ct-ke-hoach-2022": RESOLUTIONS,
        "ct-moi-truong-kinh-doanh-2022": set(),
        "ct-thu-chi-ngan-sach-2022": set(),
    }
    papers = Document.objects.filter(code__in=RESOLUTIONS)
    assert {(each.number, each.issued_on) for each in papers} == {("", None)}
    chair, unknown = client_as("chu-tich"), "Chưa rõ các điểm của văn bản này"
    assert words(page(chair, "/nhiem-vu/chuong-trinh/ct-ke-hoach-2022/")).count(unknown) == 3
    told = words(page(chair, "/nhiem-vu/chuong-trinh/ct-thu-chi-ngan-sach-2022/"))
    assert "không có điểm nào để đối chiếu" in told
    assert "nguồn không nêu chương trình này thực hiện nghị quyết nào" in told
    assert words(page(chair, "/nhiem-vu/chuong-trinh/")).count("chưa rõ các điểm") == 3


def test_once_their_points_are_entered_it_shows_which_are_covered(
    by: Actor, client_as: Callable[[str], Client]
) -> None:
    demo_tasks.set_up(by, DAY)
    paper = Document.objects.get(code="nq-hdnd-ke-hoach-2022")
    first = add_points(by=by, document=paper, pasted="Thu ngân sách\nĐầu tư công", simulated=True)
    order = Order(
        lead="so-tai-chinh-ca-mau", assigner="ubnd-ca-mau", title="Thu đạt dự toán", simulated=True
    )
    source = origin("point", str(first[0].pk), seen_by=by)
    assign(by=by, order=order, origin=source, today=DAY)
    told = words(page(client_as("chu-tich"), "/nhiem-vu/chuong-trinh/ct-ke-hoach-2022/"))
    assert "1/2" in told
    assert told.count("chưa có nhiệm vụ") == 1
    office = client_as("van-phong")
    asked = page(office, "/nhiem-vu/chuong-trinh/ct-ke-hoach-2022/sua/")
    for code in RESOLUTIONS:
        assert f'value="{code}"' in asked, "a resolution without a number can be kept"
