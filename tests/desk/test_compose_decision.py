"""The decision that assigns targets: parts of areas and bodies, their totals, the last row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.config import demo_plan
from dieuhanh.desk.queries.papers import Wanted, composed
from dieuhanh.domain.actors import keeper
from dieuhanh.paper.writing.checking import faults
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Paragraph, Source, Table, plain
from dieuhanh.paper.writing.numbers import printed
from dieuhanh.paper.writing.papers import sources
from dieuhanh.plans.models import Allocation, Plan
from tests.documents.papers_made import body
from tests.pages import page

pytestmark = pytest.mark.usefixtures("example")
BY = keeper("kiểm thử")
CODE, TODAY = "ca-mau-2022-mo-phong", date(2022, 1, 12)


@pytest.fixture(autouse=True)
def handed_down(example: None) -> None:
    demo_plan.set_up(BY)


def decision() -> Content:
    wanted = Wanted("giao-chi-tieu", f"{CODE}@1", TODAY)
    return composed(wanted, issuer=body("ubnd-ca-mau"), seen_by=BY)


def cells(of: Content, at: int) -> list[list[str]]:
    table = of.appendices[at].blocks[0]
    assert isinstance(table, Table)
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def test_the_demo_s_plan_is_made_once_and_says_that_it_is_made_up() -> None:
    demo_plan.set_up(BY)
    (made,) = Plan.objects.filter(code=CODE)
    assert "mô phỏng" in made.name
    assert Allocation.objects.filter(target__version__plan=made).count() == 20


def test_the_decision_has_its_targets_then_areas_then_bodies() -> None:
    made = decision()
    assert faults(made) == ()
    assert [each.title for each in made.appendices] == [
        "Chỉ tiêu chủ yếu năm 2022", "Chỉ tiêu giao cho địa phương năm 2022",
        "Chỉ tiêu giao cho cơ quan, đơn vị năm 2022",
    ]  # fmt: skip
    assert [row[3] for row in cells(made, 0)] == [
        "tối thiểu 5.600", "tối thiểu 1.150", "tối thiểu 20.000", "tối thiểu 39.700",
    ]  # fmt: skip
    assert "(mô phỏng)" in plain(made.subject)
    assert [each.run for each in printed(made) if each.bare] == []


def test_the_last_row_is_the_exact_sum_of_the_parts() -> None:
    rows = cells(decision(), 1)
    assert len(rows) == 10
    assert rows[0] == ["1", "Thành phố Cà Mau", "2.800", "9.000"]
    assert rows[-1] == ["", "Tổng số", "5.600", "40.000"]
    for column in (2, 3):
        parts = [int(row[column].replace(".", "")) for row in rows[:-1]]
        assert sum(parts) == int(rows[-1][column].replace(".", ""))
    assert cells(decision(), 2) == [
        ["1", "Cục Thuế", "5.100"], ["2", "Sở Tài chính", "500"], ["", "Tổng số", "5.600"],
    ]  # fmt: skip


def test_parts_that_are_not_the_whole_say_by_how_much_and_why() -> None:
    notes = [
        plain(each.text) for each in decision().appendices[1].blocks if isinstance(each, Paragraph)
    ]
    assert notes == [
        (
            "Giải quyết việc làm: tổng số giao nhiều hơn kế hoạch 300 lượt người; lý do: Giao cao hơn kế "
            "hoạch tỉnh để phấn đấu."
        )
    ]


def test_a_total_rests_on_the_parts_it_adds() -> None:
    def of(key: str) -> Source:
        return next(each for each in sources(decision()) if each.key == key)

    held = of(f"{CODE}@1/1/area")
    assert held.kind == "allocation-sum"
    assert len(held.made_of) == 9
    assert "2.800" in {each.value for each in held.made_of}
    assert len(of(f"{CODE}@1/1/body").made_of) == 2


def test_the_page_draws_it(client_as: Callable[[str], Client]) -> None:
    at = reverse("desk:compose-kind", args=["giao-chi-tieu"])
    shown = page(client_as("van-phong"), f"{at}?tu={CODE}@1")
    assert "Tổng số" in shown
    assert "40.000" in shown
