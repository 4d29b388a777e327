"""The unbroken chain, walked both ways over the example by following links alone.

No number of a row is typed anywhere: every address but the first is one a page offered.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from dieuhanh.config import demo_tasks
from dieuhanh.domain.actors import keeper
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.models import Task
from dieuhanh.tasks.queries.origins import origin
from tests.pages import page, words

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 12)
HANDED_DOWN = date(2022, 1, 20)
EXPORTS = "Giải pháp khôi phục sản xuất và đẩy mạnh xuất khẩu năm 2022"
LINK = re.compile(r'<a\b[^>]*href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


class Walker:
    """A reader who knows one address and then only presses what the pages show."""

    def __init__(self, client: Client, start: str) -> None:
        self.client = client
        self.go(start)

    def go(self, address: str) -> None:
        self.address = address.partition("#")[0]
        self.source = page(self.client, self.address)

    def links(self) -> list[tuple[str, str]]:
        found = LINK.findall(html.unescape(self.source))
        return [(href, words(inner)) for href, inner in found]

    def press(self, *, text: str = "", to: str = "") -> Walker:
        """Follow the first link whose words hold `text` and whose address has the shape `to`."""
        for href, said in self.links():
            if text in said and re.match(to, href):
                self.go(href)
                return self
        raise AssertionError((self.address, text, to))

    def says(self, *wanted: str) -> Walker:
        told = words(self.source)
        for each in wanted:
            assert each in told, (self.address, each)
        return self


@pytest.fixture
def walker(example: None, client_as: Callable[[str], Client]) -> Walker:
    demo_tasks.set_up(keeper("kiểm thử"), DAY)
    return Walker(client_as("chu-tich"), "/nhiem-vu/")


def test_a_task_leads_back_to_conclusion_item_finding_verdict_figure_and_reporter(
    walker: Walker,
) -> None:
    walker.press(text=EXPORTS).says("mô phỏng", "Sở Công Thương")
    task = walker.address
    walker.press(
        text="Khôi phục sản xuất, kinh doanh và đẩy mạnh xuất khẩu", to="/hoi-nghi/ket-luan/"
    )
    walker.says("Kim ngạch xuất khẩu", "Ý kiến phát biểu", "Điểm cầu trung tâm")
    conclusion = walker.address
    walker.press(text="Phát biểu kết luận", to="/hoi-nghi/").says("sáu nhóm nhiệm vụ")
    walker.go(conclusion)
    walker.press(text="GRDP khu vực công nghiệp", to="/nhan-dinh/").says("Tồn tại, hạn chế")
    walker.go(conclusion)
    walker.press(text="Kim ngạch xuất khẩu", to="/ke-hoach/").says("vượt", "1.112,5")
    walker.press(text="1.112,5", to="/so-lieu/").says(
        "Hộ chiếu của con số", "Cơ quan báo cáo chỉ tiêu"
    )
    walker.says("Sở Công Thương tỉnh Cà Mau").press(text="Đọc trong văn bản", to="/van-ban/")
    walker.says("kim ngạch xuất khẩu đạt 1.112,5 triệu USD")
    walker.go(task)
    walker.press(text="1.112,5", to="/so-lieu/")
    assert "Hộ chiếu của con số" in words(walker.source)


def test_a_figure_leads_forward_to_verdict_conclusion_and_task(walker: Walker) -> None:
    walker.go("/ke-hoach/ca-mau-2021/chi-tieu/")
    walker.press(text="1.112,5", to="/so-lieu/").says("Hộ chiếu của con số")
    walker.press(text="Xem chỉ tiêu và đánh giá dùng con số này")
    walker.press(text="Kim ngạch xuất khẩu", to="/ke-hoach/").says("vượt")
    target = walker.address
    walker.press(text="Kết luận dựa vào chỉ tiêu này")
    walker.press(text="Khôi phục sản xuất, kinh doanh", to="/hoi-nghi/ket-luan/")
    walker.press(text="Nhiệm vụ giao từ kết luận này")
    walker.press(text=EXPORTS, to="/nhiem-vu/").says("Sở Công Thương")
    walker.go(target)
    walker.press(text="Kim ngạch xuất khẩu đạt", to="/nhan-dinh/")
    walker.press(text="Kết luận dựa vào nhận định này")
    walker.press(text="Khôi phục sản xuất, kinh doanh", to="/hoi-nghi/ket-luan/")
    assert EXPORTS not in words(walker.source), "it is a fragment's to show"


def test_the_agenda_leads_forward_to_what_was_concluded_and_assigned(walker: Walker) -> None:
    walker.go("/hoi-nghi/")
    walker.press(text="Hội nghị trực tuyến kiểm điểm").press(
        text="Kết luận", to="/hoi-nghi/.*/ket-luan/$"
    )
    walker.press(text="Giữ cách làm thích ứng an toàn").says("Sở Y tế")
    walker.press(text="Nhiệm vụ giao từ kết luận này")
    walker.press(text="Duy trì kiểm soát dịch")
    assert "Sở Y tế" in words(walker.source)


def test_every_task_of_the_example_leads_back_to_its_conclusion_and_that_to_the_article(
    walker: Walker,
) -> None:
    tasks = {href for href, _said in walker.links() if re.match(r"/nhiem-vu/nv-\d+-\d+/$", href)}
    assert len(tasks) == 32
    conclusions = set()
    for task in sorted(tasks):
        walker.go(task)
        walker.press(to=r"/hoi-nghi/ket-luan/\d+/$")
        conclusions.add(walker.address)
        walker.press(text="Ủy ban nhân dân tỉnh tổ chức hội nghị", to=r"/van-ban/.*trich=")
    assert len(conclusions) == 16


def test_a_programme_the_conference_agreed_leads_to_it_and_to_its_tasks(walker: Walker) -> None:
    walker.go("/nhiem-vu/")
    walker.press(text="Chương trình").press(text="cải thiện môi trường đầu tư kinh doanh")
    programme = walker.address
    walker.press(text="Hội nghị trực tuyến kiểm điểm", to="/hoi-nghi/")
    walker.go(programme)
    walker.press(text="Các nhiệm vụ")
    walker.press(text="Kế hoạch nâng Chỉ số năng lực cạnh tranh", to="/nhiem-vu/")
    assert "Sở Kế hoạch và Đầu tư" in words(walker.source)


def test_a_part_leads_its_commune_past_the_whole_it_may_not_see_and_forward_again(
    example: None, client_as: Callable[[str], Client]
) -> None:
    demo_tasks.set_up(keeper("kiểm thử"), HANDED_DOWN)
    walker = Walker(client_as("can-bo-xa"), "/nhiem-vu/")
    walker.press(text="Giữ trật tự, an toàn trên địa bàn xã", to="/nhiem-vu/nv-")
    part = walker.address
    walker.says("Nhiệm vụ cấp trên giao Ủy ban nhân dân huyện Ngọc Hiển")
    assert "Giao trực tiếp" not in words(walker.source)
    walker.press(text="Giữ vững quốc phòng, an ninh", to="/hoi-nghi/ket-luan/")
    conclusion = walker.address
    walker.press(text="Phát biểu kết luận", to="/hoi-nghi/").says("sáu nhóm nhiệm vụ")
    walker.go(conclusion)
    walker.press(text="An ninh trật tự", to="/nhan-dinh/")
    walker.go(conclusion)
    walker.press(text="Nhiệm vụ giao từ kết luận này")
    walker.press(text="Giữ trật tự, an toàn trên địa bàn xã")
    assert walker.address == part


def test_a_part_of_a_part_leads_to_verdict_figure_and_reporter(
    example: None, client_as: Callable[[str], Client]
) -> None:
    by = keeper("kiểm thử")
    demo_tasks.set_up(by, DAY)
    whole = Task.objects.get(title=EXPORTS)
    for lead in ("ubnd-973", "ubnd-32248"):
        order = Order(title=f"Phần việc của {lead}", lead=lead, due_on=whole.due_on)
        above = origin("parent", whole.code, seen_by=by)
        whole = assign(by=by, order=order, origin=above, today=DAY)
    walker = Walker(client_as("can-bo-xa"), f"/nhiem-vu/{whole.code}/")
    walker.says("vượt", "nguồn:").press(text="1.112,5", to="/so-lieu/")
    walker.says("Hộ chiếu của con số", "Cơ quan báo cáo chỉ tiêu")
    walker.press(text="Xem chỉ tiêu và đánh giá dùng con số này")
    walker.press(text="Kim ngạch xuất khẩu", to="/ke-hoach/")
    walker.press(text="Kết luận dựa vào chỉ tiêu này")
    walker.press(text="Khôi phục sản xuất, kinh doanh", to="/hoi-nghi/ket-luan/")
    walker.press(text="Nhiệm vụ giao từ kết luận này")
    assert "Phần việc của ubnd-32248" in words(walker.source)
    assert "Phần việc của ubnd-973" not in words(walker.source), "it is not the commune's to see"
